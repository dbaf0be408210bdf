"""The source document on the page: its tables cell by cell, with what was found marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from math import isqrt

from attrs import frozen

from localgender.documents.grid import Document, Grid
from localgender.showing.catalogue import LANGUAGES, Said
from localgender.showing.page.elements import Html, joined, tag
from localgender.showing.page.marks import Address, Mark, anchor, worst


@frozen
class View:
    """How the document is shown.

    Attributes:
        marks: Marks of each cell.
        hidden: Cells and paragraphs whose words stay off the page.
    """

    marks: Mapping[Address, tuple[Mark, ...]]
    hidden: frozenset[Address] = frozenset()


def document(shown: Document, view: View) -> Html:
    """Lay out every paragraph and table as they stand; what is hidden keeps its place and loses its words."""
    parts: list[Html] = []
    table = paragraph = 0
    for block in shown.blocks:
        if isinstance(block, Grid):
            table += 1
            parts.append(_table(table, block, view))
        else:
            paragraph += 1
            parts.append(_spoken("p", (0, paragraph, 0), block.text, view))
    return joined(parts)


def _table(number: int, grid: Grid, view: View) -> Html:
    """Lay a table out as it stands; a long one in several parts, which a browser shows one by one."""
    shares = _shares(grid)
    parts = [
        _part(number, range(first, min(first + _TALLEST, len(grid.rows))), grid, shares, view)
        for first in range(0, len(grid.rows), _TALLEST)
    ]
    return joined(parts)


_TALLEST = 200


def _part(
    number: int,
    rows: range,
    grid: Grid,
    shares: list[int],
    view: View,
) -> Html:
    body = [
        tag(
            "tr",
            tag("th", str(row + 1), scope="row"),
            list(_row(number, row, grid, len(shares), view)),
        )
        for row in rows
    ]
    words = {"number": str(number), "first": str(rows.start + 1), "last": str(rows.stop)}
    title = _PART if len(rows) < len(grid.rows) else _WHOLE
    names = [tag("th", str(column), scope="col") for column in range(1, len(shares) + 1)]
    whole = sum(shares) + _EDGE
    widths = [tag("col", style=f"width:{_percent(each, whole)}") for each in (_EDGE, *shares)]
    made = tag(
        "table",
        tag("caption", both(title, words)),
        tag("colgroup", widths),
        tag("thead", tag("tr", tag("td"), names)),
        tag("tbody", body),
        class_="source",
        style=f"min-width:{whole * 2 // 5}rem",
    )
    return tag("div", made, class_="wide", tabindex="0")


def _percent(part: int, whole: int) -> str:
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}%"


_WHOLE, _PART = Said("Table {number}"), Said("Table {number}, rows {first}–{last}")
_EDGE = 5


def _shares(grid: Grid) -> list[int]:
    """Share the width out by what columns hold, in letters: long texts get more, figures what they need."""
    columns = zip_longest(*([cell.text for cell in row] for row in grid.rows), fillvalue="")
    return [_letters([text for text in column if text.strip()]) for column in columns]


def _letters(texts: list[str]) -> int:
    if not texts:
        return _NARROWEST
    word = max(len(word) for text in texts for word in text.split())
    usual = sum(map(len, texts)) // len(texts)
    return max(_NARROWEST, min(word, _LONGEST_WORD) + 2, min(3 * isqrt(usual), _WIDEST))


_NARROWEST, _LONGEST_WORD, _WIDEST = 5, 14, 54


def _row(number: int, row: int, grid: Grid, width: int, view: View) -> Iterator[Html]:
    cells = grid.rows[row]
    for column, cell in enumerate(cells, 1):
        # A row that is shorter than its table ends in a cell that fills it, wide enough for a long text.
        span = width - column + 1 if column == len(cells) else 1
        yield _spoken("td", (number, row + 1, column), cell.text, view, span=span)
    if not cells:
        yield tag("td", colspan=str(width or 1))


def _spoken(name: str, where: Address, text: str, view: View, *, span: int = 1) -> Html:
    text = "" if where in view.hidden else text
    wide = str(span) if span > 1 else None
    marks = view.marks.get(where, ())
    if not marks:
        return tag(name, text, colspan=wide)
    look = f"hit {worst(marks)}"
    return tag(name, text, tag("sup", map(_back, marks)), colspan=wide, id=anchor(where), class_=look)


def _back(mark: Mark) -> Html:
    return joined(
        tag(
            "a",
            mark.sign,
            href=f"#{language}-{mark.target}",
            class_=language,
            lang=language,
            aria_label=mark.name.said(language),
        )
        for language in LANGUAGES
    )


def both(text: Said, words: Mapping[str, str] | None = None) -> Html:
    """Say a text in every language; the page shows one of them."""
    return joined(
        tag("span", text.said(language, words), lang=language, class_=language) for language in LANGUAGES
    )
