"""Cells of one sheet of an .xlsx workbook, taken from its markup as it streams by."""

from __future__ import annotations

import re
from pyexpat import XMLParserType
from typing import cast

from attrs import define, field

from localgender.documents.grid import Cell
from localgender.documents.readers.ooxml import Package
from localgender.documents.readers.sheet import EMPTY, Sheet
from localgender.documents.readers.xlsx_book import Book
from localgender.documents.readers.xlsx_cells import Cells, column_of
from localgender.documents.readers.xlsx_markup import End, Start, listen
from localgender.documents.readers.xlsx_rows import Sieve
from localgender.documents.readers.xlsx_text import RichText

_DIGITS = "0123456789"
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.ASCII)
_NO = frozenset({"0", "false"})


def read_sheet(package: Package, part: str, book: Book) -> Sheet:
    """Read the cells of a sheet.

    Raises:
        UnreadableDocumentError: When the sheet is corrupt or over the limits.
    """
    sheet = Sheet(package.name, package.limits)
    walk = _Walk(sheet, Cells(book, package.name))
    parser = package.parser(part)
    listen(parser, walk.starts, walk.ends)
    parser.CharacterDataHandler = walk.text.heard.append
    # What feeds a parser need not know that this one only passes on what it does not take.
    sieve = cast("XMLParserType", Sieve(parser, sheet, walk.cells))
    for _ in package.feed(part, sieve):
        pass
    return sheet


@define(eq=False)
class _Walk:
    sheet: Sheet
    cells: Cells
    text: RichText = field(factory=RichText)
    _row: list[Cell] = field(factory=list)
    _row_number: int = -1
    _column: int = -1
    _kind: str = ""
    _style: str = ""
    _value: str = ""
    _formula: str | None = None

    @property
    def starts(self) -> dict[str, Start]:
        return {
            **self.text.starts,
            "row": self._open_row,
            "c": self._open_cell,
            "v": self._open_value,
            "f": self._open_value,
            "sheetView": self._view,
            "mergeCell": self._merge,
        }

    @property
    def ends(self) -> dict[str, End]:
        return {
            **self.text.ends,
            "c": self._close_cell,
            "v": self._close_value,
            "f": self._close_formula,
            "is": self._close_inline,
        }

    def _view(self, attributes: dict[str, str]) -> None:
        self.cells.noughts = attributes.get("showZeros") not in _NO

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        stated = number.isascii() and number.isdigit() and len(number) < 8
        self._row_number = int(number) - 1 if stated else self.sheet.next
        self._row = self.sheet.row(self._row_number)
        self._column = -1

    def _open_cell(self, attributes: dict[str, str]) -> None:
        column = column_of(attributes.get("r", "").rstrip(_DIGITS))
        self._column = self._column + 1 if column is None else column
        self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
        self._value, self._formula = "", None

    def _open_value(self, _: dict[str, str]) -> None:
        self.text.heard.clear()

    def _close_value(self) -> None:
        self._value = "".join(self.text.heard)

    def _close_formula(self) -> None:
        self._formula = "".join(self.text.heard)

    def _close_inline(self) -> None:
        self._value = self.text.take()

    def _close_cell(self) -> None:
        if self._value:
            cell = self.cells[self._kind, self._style][self._value]
            if cell is not EMPTY:
                self.sheet.put(self._row, self._column, cell)
        elif self._formula is not None and self._kind != "str":
            self.sheet.put(self._row, self._column, EMPTY)
            self.sheet.unvalued.append((self._row_number, self._column, self._formula))

    def _merge(self, attributes: dict[str, str]) -> None:
        found = _RANGE.fullmatch(attributes.get("ref", "").replace("$", ""))
        if found:
            left, right = column_of(found[1]) or 0, column_of(found[3]) or 0
            self.sheet.merges.append((int(found[2]) - 1, left, int(found[4]) - 1, right))
