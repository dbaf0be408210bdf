"""Where things stand in a document, for a cell of a table."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from localgender.showing.messages import Places
from localgender.showing.wording import more, place
from localgender.values.places import Place


@frozen
class Where:
    """Places of one finding or of several, not yet in a language.

    Attributes:
        places: Cells and paragraphs.
        table: Whether to name the table.
        most: How many are named one by one.
    """

    places: tuple[Place, ...]
    table: bool = True
    most: int = 5

    def said(self, language: str) -> str:
        """Say it in a language."""
        # A number and a title stand in one cell: two places that are told alike.
        told = tuple(dict.fromkeys(place(each, language, table=self.table) for each in self.places))
        left = [more(len(told) - self.most, language)] if len(told) > self.most else []
        return "; ".join([*told[: self.most], *left])


def several_tables(seen: Iterable[tuple[Place, ...]], places: Places | None = None) -> bool:
    """Tell whether places lie in more than one table, so that each has to be named.

    Args:
        seen: Places of each thing that is named.
        places: Places of a reading, by Ref.
    """
    every = [*seen, *(places.values() if places else ())]
    return len({place.table for each in every for place in each if place.table}) > 1
