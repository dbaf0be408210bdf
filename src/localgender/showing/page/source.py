"""The source document on the page: its tables cell by cell, with what was found marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from localgender.documents.grid import Document, Grid
from localgender.findings import Finding, Severity
from localgender.showing.catalogue import LANGUAGES, Said
from localgender.showing.page.elements import Html, joined, tag
from localgender.values.places import Place

_ORDER = {severity: number for number, severity in enumerate(Severity)}
Address = tuple[int, int, int]


def _marks(value: Mapping[Address, Iterable[int]]) -> dict[Address, tuple[int, ...]]:
    return {where: tuple(numbers) for where, numbers in value.items()}


@frozen
class Marked:
    """Findings by number, and the cells in which they are marked.

    Attributes:
        findings: All that were found; the first is number 1.
        cells: Numbers of findings by table, row and column.
    """

    findings: tuple[Finding, ...]
    cells: Mapping[Address, tuple[int, ...]] = field(converter=_marks)

    def worst(self, numbers: Iterable[int]) -> Severity:
        """Return the gravest severity of some findings."""
        return min((self.findings[number - 1].severity for number in numbers), key=_ORDER.__getitem__)


def address(place: Place) -> Address:
    """Return the cell or paragraph of a place; every paragraph is its own."""
    return place.table, place.row, place.column


def anchor(where: Address) -> str:
    """Return the name by which a cell is linked to.

    >>> anchor((1, 13, 9))
    'cell-1-13-9'
    """
    return "cell-" + "-".join(map(str, where))


def document(shown: Document, marked: Marked, hidden: frozenset[Address]) -> Html:
    """Lay out every paragraph and table as they stand; what is hidden keeps its place and loses its words."""
    parts: list[Html] = []
    table = paragraph = 0
    for block in shown.blocks:
        if isinstance(block, Grid):
            table += 1
            parts.append(_table(table, block, marked, hidden))
        else:
            paragraph += 1
            parts.append(_spoken("p", (0, paragraph, 0), block.text, marked, hidden))
    return joined(parts)


def _table(number: int, grid: Grid, marked: Marked, hidden: frozenset[Address]) -> Html:
    width = max(map(len, grid.rows), default=0)
    rows = [
        tag(
            "tr",
            tag("th", str(row), scope="row"),
            [
                _spoken(
                    "td",
                    (number, row, column),
                    cells[column - 1].text if column <= len(cells) else "",
                    marked,
                    hidden,
                )
                for column in range(1, width + 1)
            ],
        )
        for row, cells in enumerate(grid.rows, 1)
    ]
    names = [tag("th", str(column), scope="col") for column in range(1, width + 1)]
    caption = tag("caption", both(Said("Table {number}"), {"number": str(number)}))
    head = tag("thead", tag("tr", tag("td"), names))
    return tag(
        "div", tag("table", caption, head, tag("tbody", rows), class_="source"), class_="wide", tabindex="0"
    )


def _spoken(name: str, where: Address, text: str, marked: Marked, hidden: frozenset[Address]) -> Html:
    text = "" if where in hidden else text
    numbers = marked.cells.get(where, ())
    if not numbers:
        return tag(name, text)
    back = [_back(number) for number in numbers]
    return tag(name, text, tag("sup", back), id=anchor(where), class_=f"hit {marked.worst(numbers)}")


def _back(number: int) -> Html:
    return joined(
        tag("a", str(number), href=f"#{language}-finding-{number}", class_=language) for language in LANGUAGES
    )


def both(text: Said, words: Mapping[str, str] | None = None) -> Html:
    """Say a text in every language; the page shows one of them."""
    return joined(
        tag("span", text.said(language, words), lang=language, class_=language) for language in LANGUAGES
    )
