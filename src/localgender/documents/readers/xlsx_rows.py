"""Rows of an .xlsx sheet in the form in which nearly every program writes them, taken without a parser.

A parser asks about every tag, which for a sheet is most of the time. What differs from the usual form in
any way is left to the parser, so a sheet reads the same either way.
"""

from __future__ import annotations

import re
from pyexpat import XMLParserType
from typing import TypeAlias

from attrs import define

from localgender.documents.readers.sheet import EMPTY, Sheet
from localgender.documents.readers.xlsx_cells import Cells, column_of

_ROW = re.compile(r'<row r="(\d{1,7})"(?: [\w:]+="[^<>"&]*")*>', re.ASCII)
_CELL = re.compile(
    r"""(<c[ ]r="([A-Z]{1,3})\d{1,7}" (?:[ ]s="(\d{1,7})")? (?:[ ]t="([A-Za-z]{1,9})")? (?:/>|></c>|>
    (?: <f (?:[ ][\w:]+="[^<>"&]*")* (?: >[^<&]*</f> | /> ) )?
    <v> ([^<&\x00-\x08\x0b\x0c\x0e-\x1f]+) </v></c>))""",
    re.ASCII | re.VERBOSE,
)
_BEGIN, _END, _DONE = b"<sheetData>", b"</row>", b"</sheetData"
_LONGEST = 2**20
# A comment could hide rows, or what looks like them.
_ASIDE = re.compile(rb"<!|<\?(?!xml\s)")

_Row: TypeAlias = tuple[int, list[tuple[str, str, str, str, str]]]


@define(eq=False)
class Sieve:
    """Parser of a sheet that is spared the usual rows.

    It is fed as the parser is, and hands on what it does not take.
    """

    parser: XMLParserType
    sheet: Sheet
    cells: Cells
    _pending: bytes = b""
    _spared: int = 0
    _inside: bool = False
    _off: bool = False

    @property
    def intern(self) -> dict[str, str]:
        """Names that the parser has met."""
        return self.parser.intern

    @property
    def CurrentByteIndex(self) -> int:  # noqa: N802  # named as the parser's
        """How far the sheet is read."""
        return self.parser.CurrentByteIndex + self._spared

    def Parse(self, data: bytes, final: bool) -> None:  # noqa: N802  # named as the parser's
        """Take the whole rows of the next bytes and let the parser read the rest."""
        self._pending += data
        if not (self._off or final):
            self._sift()
        if self._off or final:
            self._hand_on(len(self._pending), final=final)

    def _sift(self) -> None:
        self._off = _ASIDE.search(self._pending) is not None
        if not (self._off or self._inside):
            begin = self._pending.find(_BEGIN)
            self._inside = begin >= 0
            self._hand_on(begin + len(_BEGIN) if self._inside else max(len(self._pending) - len(_BEGIN), 0))
        if self._off or not self._inside:
            return
        stop = self._pending.rfind(_END) + len(_END)
        if stop < len(_END):
            self._off = len(self._pending) > _LONGEST
        elif self._take(self._pending[:stop]):
            self._pending, self._spared = self._pending[stop:], self._spared + stop
        else:
            self._hand_on(stop)
        self._off = self._off or _DONE in self._pending

    def _hand_on(self, stop: int, *, final: bool = False) -> None:
        data, self._pending = self._pending[:stop], self._pending[stop:]
        self.parser.Parse(data, final)

    def _take(self, markup: bytes) -> bool:
        rows = _usual_rows(markup)
        for number, found in rows or ():
            row = self.sheet.row(number - 1)
            for _, letters, style, kind, value in found:
                if value:
                    cell = self.cells[kind, style][value]
                    column = column_of(letters)
                    if cell is not EMPTY and column is not None:
                        if column == len(row):
                            row.append(cell)
                        else:
                            self.sheet.put(row, column, cell)
        return rows is not None


def _usual_rows(markup: bytes) -> list[_Row] | None:
    """Split rows into their number and cells; None when there is anything besides."""
    try:
        rows = markup.decode().split(_END.decode())[:-1]
    except UnicodeDecodeError:
        return None
    split = []
    for row in rows:
        head = _ROW.match(row)
        cells = _CELL.findall(row)
        if head is None or head.end() + sum([len(cell[0]) for cell in cells]) != len(row):
            return None
        split.append((int(head[1]), cells))
    return split
