"""Which cells of the document are marked on the page, and where each mark leads back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from localgender.documents.grid import Document
from localgender.documents.unclear import holds, unclear
from localgender.findings import Severity
from localgender.showing.catalogue import Said
from localgender.showing.locations import Where
from localgender.showing.messages import places_of
from localgender.showing.page.asked import Asked
from localgender.showing.page.elements import Html, joined, tag
from localgender.showing.placing import place
from localgender.showing.wording import Phrase, more
from localgender.values.places import Place

Address = tuple[int, int, int]
_ORDER = {severity: number for number, severity in enumerate(Severity)}


@frozen
class Mark:
    """Sign in a cell that leads back to what is said of it.

    Attributes:
        sign: What is seen: the number of a finding, or a question mark.
        target: Name it leads to, without the language.
        severity: How grave it is.
        name: What it is called for who does not see it.
    """

    sign: str
    target: str
    severity: Severity
    name: Said | Phrase


def worst(marks: Iterable[Mark]) -> Severity:
    """Return the gravest severity of some marks."""
    return min((each.severity for each in marks), key=_ORDER.__getitem__)


def address(where: Place) -> Address:
    """Return the cell or paragraph of a place; every paragraph is its own."""
    return where.table, where.row, where.column if where.table else 0


def anchor(where: Address) -> str:
    """Return the name by which a cell is linked to.

    >>> anchor((1, 13, 9))
    'cell-1-13-9'
    """
    return "cell-" + "-".join(map(str, where))


def marked(asked: Asked) -> Mapping[Address, tuple[Mark, ...]]:
    """Gather the marks of every cell: findings by number, then what may be wrong or is not understood."""
    cells: dict[Address, dict[Mark, None]] = {}
    for where, mark in _marks(asked):
        cells.setdefault(address(where), {})[mark] = None
    return {where: tuple(marks) for where, marks in cells.items()}


def _marks(asked: Asked) -> Iterator[tuple[Place, Mark]]:
    for number, finding in enumerate(asked.found, 1):
        name = Phrase(Said("Finding {number}"), {"number": number})
        mark = Mark(str(number), f"finding-{number}", finding.severity, name)
        yield from ((where, mark) for where in places_of(finding, asked.reading.places))
    rows = asked.suspected.rows if asked.suspected is not None else ()
    doubtful = [where for row in rows for cell in row if isinstance(cell, Where) for where in cell.places]
    for where in doubtful:
        yield where, Mark("?", "suspects", Severity.WARNING, Said("Figures that may be wrong"))
    for where in unclear(asked.reading):
        yield where, Mark("…", "unread", Severity.WARNING, Said("What was not understood"))


def linked(where: Iterable[Place], document: Document, language: str, *, table: bool = True) -> Html:
    """Name places, each a link to its cell where the document has it; of very many only the first."""
    told = {address(each): (each, place(each, language, table=table)) for each in where}
    parts = [
        tag("a", said, href=f"#{anchor(cell)}") if holds(document, each) else said
        for cell, (each, said) in list(told.items())[:_MOST]
    ]
    if len(told) > _MOST:
        parts.append(more(len(told) - _MOST, language))
    return joined([piece for part in parts for piece in ("; ", part)][1:])


_MOST = 20
