"""Specimens as pdf, as a printer driver leaves them: ruled tables, rows cut by the end of a page, headers again.

Needs fpdf2 and the DejaVu fonts, which the tests do not: the files are made once and kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from specimens.description import RowKind, Specimen, Table

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_WIDTH, _MARGIN, _SIZE, _LINE, _PAD = 230.0, 10.0, 7.0, 3.4, 1.0


def write(specimen: Specimen) -> bytes:
    """Pages in landscape, numbered at the bottom."""
    from fpdf import FPDF

    class Pages(FPDF):
        def footer(self) -> None:
            self.set_xy(0, self.h - 7)
            self.cell(self.w, _LINE, str(self.page_no()), align="C")

    pdf = Pages(format=(_WIDTH, specimen.page_mm))
    pdf.set_creation_date(datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC))
    pdf.add_font("DejaVu", fname=_FONT)
    pdf.set_font("DejaVu", size=_SIZE)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_y(_MARGIN)
    for block in specimen.blocks:
        if isinstance(block, Table):
            _Drawn(pdf, block).draw()
        else:
            _put_line(pdf, block)
    return bytes(pdf.output())


def _bottom(pdf: Any) -> float:
    return float(pdf.h - _MARGIN - 2)


def _put_line(pdf: Any, text: str) -> None:
    lines = list(_wrapped(pdf, text, _WIDTH - 2 * _MARGIN))
    if pdf.y + _LINE * (len(lines) + 1) > _bottom(pdf):
        pdf.add_page()
        pdf.set_y(_MARGIN)
    for line in lines:
        pdf.set_x(_MARGIN)
        pdf.cell(pdf.get_string_width(line), _LINE, line)
        pdf.set_y(pdf.y + _LINE)
    pdf.set_y(pdf.y + _LINE / 2)


def _wrapped(pdf: Any, text: str, width: float) -> Iterator[str]:
    """Break a text at blanks, and at soft hyphens with a hyphen, where the line is full."""
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            glue = " " if line else ""
            syllables = word.split("\u00ad")
            whole = "".join(syllables)
            if pdf.get_string_width(line + glue + whole) <= width:
                line += glue + whole
                continue
            if line:
                yield line
            line = syllables[0]
            for syllable in syllables[1:]:
                if pdf.get_string_width(line + syllable + "-") > width:
                    yield line + "-"
                    line = syllable
                else:
                    line += syllable
        yield line


class _Drawn:
    """Table while it is drawn: a row that does not fit goes on on the next page, under the header again."""

    def __init__(self, pdf: Any, table: Table) -> None:
        self.pdf, self.table = pdf, table
        self.widths = self._widths()
        self.header = 0
        while self.header < len(table.rows) and table.rows[self.header].kind == RowKind.HEADER:
            self.header += 1

    def _widths(self) -> list[float]:
        columns = len(self.table.rows[0].cells)
        needs = [0.0] * columns
        for r, c, _, width in self.table.spans():
            if width == 1:
                text = self.table.rows[r].cells[c]
                words = text.replace("\u00ad", " ").split()
                longest = max((self.pdf.get_string_width(word + "-") for word in words), default=0.0)
                area = (self.pdf.get_string_width(text) * 7) ** 0.5
                needs[c] = max(needs[c], longest, min(area, 60.0))
        spare = (_WIDTH - 2 * _MARGIN) - sum(need + 2 * _PAD for need in needs)
        return [need + 2 * _PAD + max(spare, 0.0) / columns for need in needs]

    def draw(self) -> None:
        groups = self._groups()
        if self.pdf.y + self._height(0, max(self.header, 1)) + 3 * _LINE > _bottom(self.pdf):
            self._turn()
        for first, stop in groups:
            if self.pages_header(first) and self.pdf.y + 2 * _LINE > _bottom(self.pdf):
                self._next_page()
            self._draw_group(first, stop)
        self.pdf.set_y(self.pdf.y + _LINE)

    def pages_header(self, first: int) -> bool:
        return first >= self.header

    def _groups(self) -> list[tuple[int, int]]:
        """Rows that share a cell stay one group, so that only text is cut and never the grid."""
        groups: list[tuple[int, int]] = []
        stop = 0
        for first in range(len(self.table.rows)):
            if first < stop:
                continue
            stop = first + 1
            changed = True
            while changed:
                reach = max(r + height for r, _, height, _ in self.table.spans() if first <= r < stop)
                changed, stop = reach > stop, max(stop, reach)
            groups.append((first, stop))
        return groups

    def _turn(self) -> None:
        self.pdf.add_page()
        self.pdf.set_y(_MARGIN)

    def _next_page(self) -> None:
        self._turn()
        if self.header:
            self._draw_group(0, self.header)

    def _left(self, column: int) -> float:
        return _MARGIN + sum(self.widths[:column])

    def _lines(self, row: int, column: int, width: int) -> list[str]:
        room = sum(self.widths[column : column + width]) - 2 * _PAD + 0.01
        return list(_wrapped(self.pdf, self.table.rows[row].cells[column], room))

    def _cells(self, first: int, stop: int) -> list[tuple[int, int, int, int, list[str]]]:
        return [
            (r, c, height, width, self._lines(r, c, width))
            for r, c, height, width in self.table.spans()
            if first <= r < stop
        ]

    def _heights(self, first: int, stop: int) -> dict[int, int]:
        """How many lines each row takes."""
        cells = self._cells(first, stop)
        heights = dict.fromkeys(range(first, stop), 1)
        for r, _, height, _, lines in cells:
            if height == 1:
                heights[r] = max(heights[r], len(lines))
        for r, _, height, _, lines in cells:
            heights[r + height - 1] += max(
                0, len(lines) - sum(heights[each] for each in range(r, r + height))
            )
        return heights

    def _height(self, first: int, stop: int) -> float:
        return sum(self._heights(first, stop).values()) * _LINE + 2 * _PAD * (stop - first)

    def _draw_group(self, first: int, stop: int) -> None:
        heights = self._heights(first, stop)
        cells = self._cells(first, stop)
        shown = {(r, c): 0 for r, c, *_ in cells}
        for row in range(first, stop):
            left = heights[row]
            while left:
                room = int((_bottom(self.pdf) - self.pdf.y - 2 * _PAD) / _LINE)
                if room < 1:
                    self._next_page()
                    continue
                taken = min(left, room)
                self._draw_slice(row, taken, left == taken, cells, shown)
                left -= taken

    def _draw_slice(
        self,
        row: int,
        count: int,
        ends: bool,
        cells: list[tuple[int, int, int, int, list[str]]],
        shown: dict[tuple[int, int], int],
    ) -> None:
        """Draw some lines of one row: of every cell that stands in it, also of those that began above."""
        top, height = self.pdf.y, count * _LINE + 2 * _PAD
        for r, c, tall, width, lines in cells:
            if not r <= row < r + tall:
                continue
            x, wide = self._left(c), sum(self.widths[c : c + width])
            upper = r == row or shown[r, c] == 0 or top <= _MARGIN + 0.1
            self._frame(x, top, wide, height, upper=upper, lower=(ends and row == r + tall - 1))
            some = lines[shown[r, c] : shown[r, c] + count]
            for number, line in enumerate(some):
                self.pdf.set_xy(x + _PAD, top + _PAD + number * _LINE)
                self.pdf.cell(wide - 2 * _PAD, _LINE, line)
            shown[r, c] += len(some)
        self.pdf.set_y(top + height)

    def _frame(self, x: float, y: float, wide: float, high: float, *, upper: bool, lower: bool) -> None:
        bottom = y + high
        self.pdf.line(x, y, x, bottom)
        self.pdf.line(x + wide, y, x + wide, bottom)
        if upper:
            self.pdf.line(x, y, x + wide, y)
        if lower or bottom + _LINE + 2 * _PAD > _bottom(self.pdf):
            self.pdf.line(x, bottom, x + wide, bottom)
