"""Figures that may be wrong, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from localgender.documents.reading import Reading
from localgender.questions.aggregate import Asked, value_of
from localgender.questions.suspects import Suspect, printed
from localgender.showing.catalogue import Said
from localgender.showing.locations import Where, several_tables
from localgender.showing.messages import Places
from localgender.showing.tables import Heading, Table

_HEADINGS = (
    Heading(Said("Where")),
    Heading(Said("Figure")),
    Heading(Said("Printed"), "right"),
    Heading(Said("Would be"), "right"),
    Heading(Said("What may have happened")),
)


def suspects(found: Iterable[Suspect], value: Asked | None = None) -> Table:
    """Lay out candidates: which figure, what is printed, what it would have to be, and by what slip.

    >>> from localgender.values.money import uah
    >>> from localgender.values.refs import Ref
    >>> table = suspects([Suspect([Ref.parse("2.1/2023/planned")], [uah("168")], "swapped-digits")])
    >>> [heading.name.said("en") for heading in table.headings]
    ['Figure', 'Would be', 'What may have happened']

    Args:
        found: What `suspects` answers, the likeliest first.
        value: What they are of: a plan or report tells what is printed, a reading also where.

    Raises:
        TypeError: For a value that is no plan, no report and no reading of one.
    """
    figures = {} if value is None else printed(value_of(value))
    places = value.places if isinstance(value, Reading) else None
    rows = [_row(each, figures, places) for each in found]
    spoken = [each for each, cells in enumerate(zip(*rows, strict=True)) if any(map(_speaks, cells))]
    headings = [_HEADINGS[each] for each in spoken or range(len(_HEADINGS))]
    cells = [[row[each] for each in spoken] for row in rows]
    return Table(Said("Figures that may be wrong"), headings, cells)


def _row(suspect: Suspect, figures: Mapping[Any, Any], places: Places | None) -> tuple[Any, ...]:
    seen = tuple(place for where in suspect.refs for place in (places.get(where, ()) if places else ()))
    stated = tuple(figures.get(where) for where in suspect.refs)
    where = Where(seen, several_tables((), places)) if seen else None
    return where, suspect.refs, stated, suspect.values, suspect.slip


def _speaks(cell: Any) -> bool:
    return any(each is not None for each in cell) if isinstance(cell, tuple) else cell is not None
