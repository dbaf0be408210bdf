"""Rows that may be a header: one, or several set one under the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from localgender.documents.grid import Grid
from localgender.notation.folding import joined

_DIVIDED = re.compile(r"(?<=[а-яіїєґ])-(?=[а-яіїєґ])")
# Years and quarters stand in headers; decimals, codes of measures, marks and larger numbers do not.
_FIGURE = re.compile(r"\s*(?:\d[\d\s]*[.,]\d+\.?|(?!(?:19|20)\d\d\b)\d[\d\s]{2,}|[-–—xх*]+)\s*")
_TALLEST = 3
_LONGEST = 300

Texts = tuple[str, ...]


@frozen
class Window:
    """Rows of a table taken for its header.

    Attributes:
        first: First row, from 0.
        stop: Row after the last one.
        texts: Words over each column, those of a group above its columns included.
        own: Words of each column's lowest cell.
    """

    first: int
    stop: int
    texts: Texts
    own: Texts


def windows(grid: Grid, first: int = 0, stop: int | None = None) -> Iterator[Window]:
    """Yield every header that the rows of a table could make, in their order, the lowest first."""
    # A narrow column divides words, and what copied it has often lost the end of the line: «Облас-ний».
    rows = [tuple(_undivided(cell.text) for cell in row) for row in grid.rows[first:stop]]
    for number, row in enumerate(rows):
        if max(map(len, row), default=0) > _LONGEST or sum(map(bool, map(str.strip, row))) < 2:
            continue
        yield Window(first + number, first + number + 1, row, row)
        for height in range(2, _TALLEST + 1):
            below = rows[number : number + height]
            if len(below) < height or not _is_subheader(below[0], below[-1]):
                break
            yield Window(first + number, first + number + height, *_stacked(below))


def _undivided(text: str) -> str:
    whole = joined(text)
    return _DIVIDED.sub("", whole) if "-" in whole else whole


def _is_subheader(top: Texts, row: Texts) -> bool:
    top = _widened(top, row)
    filled = [number for number, text in enumerate(row) if text.strip()]
    under_gap = [number for number in filled if number >= len(top) or not top[number].strip()]
    if not under_gap or len(filled) >= len(top) or any(map(_FIGURE.fullmatch, top)):
        return False
    if len({row[number] for number in filled}) == 1 and _is_lone(top, filled):
        return False
    return not any(_is_content(top, number, row[number]) for number in filled)


def _is_lone(top: Texts, filled: list[int]) -> bool:
    """Tell whether one text, perhaps repeated, names a goal: it stands under nothing, or under all."""
    if len(filled) == 1:
        return not any(map(str.strip, top[: filled[0] + 1]))
    return any(_is_closed(top, number) for number in filled)


def _is_content(top: Texts, number: int, text: str) -> bool:
    """Tell whether a cell is no header: too long, a figure, or numbered under a cell over one column."""
    numbered = text.strip()[0].isdigit() and _is_closed(top, number)
    return len(text) > _LONGEST or numbered or _FIGURE.fullmatch(text) is not None


def _is_closed(top: Texts, number: int) -> bool:
    """Tell whether a cell of an upper row stands over its own column alone."""
    return number + 1 < len(top) and all(top[at].strip() for at in (number, number + 1))


def _stacked(rows: list[Texts]) -> tuple[Texts, Texts]:
    """Set the words of each column's header cells one under the other, and give its lowest beside them.

    A merged cell stands over all it covers, so rows are spread from the lowest up.
    """
    rows = [*(_widened(row, rows[-1]) for row in rows[:-1]), rows[-1]]
    width = max(map(len, rows))
    padded = [row + ("",) * (width - len(row)) for row in rows]
    spread = [padded[-1]]
    for row in reversed(padded[:-1]):
        spread.insert(0, _spread(row, spread[0]))
    columns = list(zip(*spread, strict=True))
    stacked = tuple(" ".join(filter(str.strip, column)) for column in columns)
    return stacked, tuple(next((text for text in reversed(column) if text.strip()), "") for column in columns)


def _widened(row: Texts, below: Texts) -> Texts:
    """Give the cells that stand over several columns the room that a text export took from them.

    The row below is wider by as many cells as were lost, and its filled cells stand under the cells that
    cover them, each over equally many.
    """
    # Spreadsheets fill short rows up with blank cells, so that only filled ones tell where a row ends.
    top = row
    while top and not top[-1].strip():
        top = top[:-1]
    lost = len(below) - len(top)
    filled = [number for number, text in enumerate(below) if text.strip()]
    if lost < 1 or not filled or filled[-1] - filled[0] + 1 != len(filled):
        return row
    begin, covering = filled[0], len(filled) - lost
    if covering < 1 or len(filled) % covering or not all(map(str.strip, top[begin : begin + covering + 1])):
        return row
    each = len(filled) // covering
    apart = [text for cell in top[begin : begin + covering] for text in (cell, *[""] * (each - 1))]
    return (*top[:begin], *apart, *top[begin + covering :])


def _spread(row: Texts, below: Texts) -> Texts:
    spread, covering = [], ""
    for text, under in zip(row, below, strict=True):
        covering = text if text.strip() else covering if under.strip() else ""
        spread.append(covering)
    return tuple(spread)
