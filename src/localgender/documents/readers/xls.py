"""Excel 97–2003 workbooks, read through xlrd: it tells number formats, without which 2,10 is 2,1."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import StringIO
from itertools import pairwise
from typing import Any

from attrs import define, field

from localgender.documents.grid import Cell, Document, Limits
from localgender.documents.readers.number_format import BUILT_IN, NumberFormat, number_format, stored_number
from localgender.documents.readers.ole import Compound
from localgender.documents.readers.sheet import EMPTY, RAISED, TRUTH, Sheet, assembled, settled
from localgender.errors import MissingExtraError, UnreadableDocumentError

# Dates, which Excel shows as its own language does, whatever stands in the table of formats.
_DATES = range(14, 23)
# What bytes that are no workbook, or no longer one, make of a parser that trusts them.
_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, NotImplementedError),
    *(RecursionError, TypeError, ValueError, struct.error),
)


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of an .xls workbook into a table for every sheet that is not blank.

    Cells read as those of an .xlsx do, except that a formula without a value is not told from an empty text.

    Raises:
        MissingExtraError: When xlrd is not installed.
        UnreadableDocumentError: When the workbook is encrypted, corrupt or over the limits.
    """
    try:
        import xlrd  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("reading .xls", "legacy") from None
    try:
        book = xlrd.open_workbook(
            file_contents=_records(data),
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            logfile=StringIO(),
        )
        return assembled(_sheets(book, name, limits), name=name, read_from="xls", limits=limits)
    except UnreadableDocumentError:
        raise
    except (xlrd.XLRDError, xlrd.compdoc.CompDocError, *_BROKEN) as error:
        locked = "the document is encrypted; save it without a password"
        reason = locked if "encrypted" in str(error) else f"the workbook is corrupt: {error}"
        raise UnreadableDocumentError(name, reason) from error


def _records(data: bytes) -> bytes:
    """Take the records out of their compound file, in whose damaged chains xlrd goes round for ever."""
    file = Compound(data)
    return next((file.stream(name) for name in ("Workbook", "Book") if name in file.top), b"")


def _sheets(book: Any, name: str, limits: Limits) -> Iterator[Sheet]:
    sheets = sorted(book.sheets(), key=lambda sheet: sheet.visibility != 0)
    formats = _Formats(book)
    for each in sheets:
        sheet = Sheet(name, limits)
        sheet.merges += [(top, left, bottom - 1, right - 1) for top, bottom, left, right in each.merged_cells]
        for number in range(each.nrows):
            row = sheet.row(number)
            for column in range(each.row_len(number)):
                cell = _cell(each, number, column, formats)
                if cell is not EMPTY:
                    sheet.put(row, column, cell)
        yield sheet


@define(eq=False)
class _Formats:
    book: Any
    _known: dict[int, NumberFormat] = field(factory=dict)

    def of(self, style: int) -> NumberFormat:
        """Return the number format of a style."""
        if style not in self._known:
            key = self.book.xf_list[style].format_key
            code = BUILT_IN[key] if key in _DATES else self.book.format_map[key].format_str
            self._known[style] = number_format(code)
        return self._known[style]

    def is_raised(self, font: int) -> bool:
        """Tell whether a font stands above the line, as marks of notes do."""
        return bool(self.book.font_list[font].escapement == 1)


def _cell(sheet: Any, row: int, column: int, formats: _Formats) -> Cell:
    # The kinds of xlrd: 1 text, 2 number, 3 date, 4 truth, 5 error; all others are blank.
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in {2, 3}:
        return _number(value, formats.of(sheet.cell_xf_index(row, column)), formats.book.datemode == 1)
    if kind == 4:
        return Cell(TRUTH[bool(value)])
    if kind == 5:
        from xlrd.biffh import error_text_from_code  # type: ignore[import-untyped]

        return Cell(error_text_from_code.get(value, "#N/A"))
    if kind == 1 and value.strip():
        return Cell(settled(_raised(value, sheet.rich_text_runlist_map.get((row, column), []), formats)))
    return EMPTY


def _number(value: float, form: NumberFormat, since_1904: bool) -> Cell:
    number = stored_number(repr(value))
    if number is None:
        return EMPTY
    if form.is_moment:
        return Cell(form.show(number, since_1904=since_1904))
    return Cell(form.show(number), None, number)


def _raised(text: str, runs: list[tuple[int, int]], formats: _Formats) -> str:
    """Raise what a note's mark is set in, so that 12,5 with a note 1 is not 12,51."""
    starts = [*runs, (len(text), 0)]
    pieces = [text[: starts[0][0]]]
    for (start, font), (stop, _) in pairwise(starts):
        piece = text[start:stop]
        pieces.append(piece.translate(RAISED) if formats.is_raised(font) else piece)
    return "".join(pieces)
