"""Where things stand in a document, for a cell of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from localgender.documents.grid import Document
from localgender.documents.reading import Reading
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


def unclear(reading: Reading[Any]) -> tuple[Place, ...]:
    """Return where a document says what was not understood: words of no value, and cells of a wrong one.

    >>> from localgender.documents.grid import Document, Grid
    >>> unclear(Reading(None, Document([Grid([["хтозна"]])]), unread=[Place(1, 1, 1, 0, 6)]))
    (Place(table=1, row=1, column=1, start=0, stop=6, page=None),)
    """
    cells = [
        where
        for found in reading.findings.of("unreadable-cell")
        for where in found.refs
        if isinstance(where, Place)
    ]
    return tuple(dict.fromkeys((*reading.unread, *cells)))


def holds(document: Document, where: Place) -> bool:
    """Tell whether a document has the cell or paragraph of a place; a value may come without its document.

    >>> holds(Document([]), Place(1, 1, 1)), holds(Document([]), Place(0, 0, 0))
    (False, False)
    """
    if not where.table:
        return 0 < where.row <= len(document.paragraphs)
    rows = document.tables[where.table - 1].rows if where.table <= len(document.tables) else ()
    return 0 < where.row <= len(rows) and 0 < where.column <= len(rows[where.row - 1])
