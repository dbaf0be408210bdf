"""Table of a web page while it is read: rows, spans, and what stands inside its cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import define, field

LINE, BLOCK = "\u2028", "\u2029"
_WHITE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_BREAKS = re.compile(f" ?[{LINE}{BLOCK}][{LINE}{BLOCK} ]*")
_NUMBER = re.compile(r"\s*\+?(\d{1,9})")
_TO_THE_END = 65534
_WIDEST = 1000
# Pages write colspan="100" and more to say «the whole width», whatever that is.
_WHOLE_WIDTH = 100

Piece: TypeAlias = "str | HtmlTable"
Content: TypeAlias = str | list[Piece]


def shown(text: str) -> str:
    r"""Bring text to what is shown of it: white space of the source is one space, a break is a new line.

    >>> shown("Рада \n міста\u2029")
    'Рада міста'
    """
    if "  " in text or not text.isprintable():
        text = _BREAKS.sub("\n", _WHITE.sub(" ", text)).strip("\n")
    return unicodedata.normalize("NFC", text.strip(" "))


class Stray(list[Piece]):
    """Text between the cells of a table, where white space is only the layout of the source."""

    def append(self, piece: Piece) -> None:
        """Take a piece unless it is white space that no words stand before."""
        blank = isinstance(piece, str) and piece.isspace() and piece != BLOCK
        before = self[-1] if self else BLOCK
        if not blank or (isinstance(before, str) and not before[-1:].isspace()):
            super().append(piece)


@define(eq=False)
class _Row:
    contents: list[Content] = field(factory=list)
    spans: dict[int, tuple[int, int]] = field(factory=dict)


@define(eq=False)
class _Group:
    tag: str
    rows: list[_Row] = field(factory=list)


@define(eq=False)
class HtmlTable:
    """Rows of a table as they arrive; a cell is text, or pieces where another table stands inside.

    Attributes:
        outside: Where text goes again when the table ends.
        presentation: Whether the page says that the table only lays it out.
        around: Captions and stray text between cells.
        texts: Cells with text of their own.
        largest: The same of the largest table inside; 0 when there is none.
        has_header: Whether it has header cells.
    """

    outside: list[Piece]
    presentation: bool = False
    around: Stray = field(factory=Stray)
    texts: int = 0
    largest: int = 0
    has_header: bool = False
    _groups: list[_Group] = field(factory=list, init=False)
    _row: _Row | None = field(default=None, init=False)
    _cell: list[Piece] | None = field(default=None, init=False)

    @property
    def lays_out(self) -> bool:
        """Whether the table only arranges other tables and texts on the page."""
        if self.has_header or not self.largest:
            return self.presentation
        return self.presentation or self.largest >= 2 * self.texts

    def open_group(self, tag: str) -> list[Piece]:
        """Begin a head, body or foot, and return where stray text goes."""
        self.close_cell()
        self._groups.append(_Group(tag))
        self._row = None
        return self.around

    def open_row(self) -> list[Piece]:
        """Begin a row, and return where stray text goes."""
        self.close_cell()
        self._begin_row()
        return self.around

    def open_cell(self, tag: str, attributes: Mapping[str, str]) -> list[Piece]:
        """Begin a cell, in a new row when there is none, and return where its text goes."""
        if self._cell is not None:
            self.close_cell()
        row = self._row or self._begin_row()
        if attributes and ("colspan" in attributes or "rowspan" in attributes):
            row.spans[len(row.contents)] = _span(attributes, "colspan"), _span(attributes, "rowspan")
        if tag == "th":
            self.has_header = True
        self._cell = []
        return self._cell

    def _begin_row(self) -> _Row:
        if not self._groups:
            self._groups.append(_Group("tbody"))
        self._row = _Row()
        self._groups[-1].rows.append(self._row)
        return self._row

    def close_cell(self) -> list[Piece]:
        """End the open cell, if any, and return where stray text goes."""
        pieces, self._cell = self._cell, None
        if pieces is None or self._row is None:
            return self.around
        texts = [piece for piece in pieces if isinstance(piece, str)]
        if len(texts) == len(pieces):
            text = shown("".join(texts))
            self.texts += text != ""
            self._row.contents.append(text)
            return self.around
        inner = [piece for piece in pieces if not isinstance(piece, str)]
        self.largest = max(self.largest, *(max(each.texts, each.largest) for each in inner))
        self.texts += any(text.strip() for text in texts)
        self._row.contents.append(pieces)
        return self.around

    def contents(self) -> Iterator[Content]:
        """Return what stands in the cells, in the order shown."""
        for group in self._shown_groups():
            for row in group.rows:
                yield from row.contents

    def rows(self, spend: Callable[[int], None]) -> Iterator[list[str]]:
        """Lay the rows out: a cell over several places speaks in the first and leaves the others empty.

        Args:
            spend: Told how many cells a row has; raises when they are too many.
        """
        groups = self._shown_groups()
        width = max((_width(row) for group in groups for row in group.rows), default=0)
        for group in groups:
            covered: dict[int, int] = {}
            for row in group.rows:
                line, covered = _laid_out(row, covered, width)
                spend(len(line))
                if line:
                    yield line

    def _shown_groups(self) -> list[_Group]:
        """Bring the head to the top and the foot to the bottom, as they are shown."""
        heads = [group for group in self._groups if group.tag == "thead"][:1]
        feet = [group for group in self._groups if group.tag == "tfoot"][:1]
        return [*heads, *(group for group in self._groups if group not in heads + feet), *feet]


def flat(content: Content) -> str:
    """Return a cell as text; a table inside it speaks by lines."""
    if isinstance(content, str):
        return content
    texts = [piece if isinstance(piece, str) else BLOCK + _lines(piece) + BLOCK for piece in content]
    return shown("".join(texts))


def _lines(table: HtmlTable) -> str:
    lines = [flat(table.around), *map(flat, table.contents())]
    return BLOCK.join(line.replace("\n", LINE) for line in lines)


def _span(attributes: Mapping[str, str], name: str) -> int:
    number = _NUMBER.match(attributes.get(name, "1"))
    span = int(number[1]) if number else 1
    if name == "rowspan":
        return min(span, _TO_THE_END) or _TO_THE_END
    return min(span, _WIDEST) or 1


def _width(row: _Row) -> int:
    spans = (columns for columns, _ in row.spans.values())
    return len(row.contents) + sum(columns - 1 for columns in spans if columns <= _WHOLE_WIDTH)


def _laid_out(row: _Row, waiting: dict[int, int], width: int) -> tuple[list[str], dict[int, int]]:
    """Return the cells of a row, and the columns that its cells and earlier ones still cover."""
    if not waiting and not row.spans:
        return [flat(content) for content in row.contents], waiting
    covered = {column: left - 1 for column, left in waiting.items() if left > 1}
    line: list[str] = []
    for index, content in enumerate(row.contents):
        while len(line) in waiting:
            line.append("")
        columns, height = row.spans.get(index, (1, 1))
        if columns > _WHOLE_WIDTH:
            columns = max(width - len(line), 1)
        if height > 1:
            covered.update(dict.fromkeys(range(len(line), len(line) + columns), height - 1))
        line += [flat(content), *[""] * (columns - 1)]
    return line + [""] * (max(waiting, default=-1) + 1 - len(line)), covered
