"""Tables as .xlsx workbooks: numbers are numbers with their digits, sums are live, the header stays in sight.

No text becomes a formula: the only formulas are sums of columns that were checked to give the sum shown.
"""

from __future__ import annotations

import datetime
import io
import re
import textwrap
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from localgender.errors import MissingExtraError
from localgender.showing.renderers.cells import legal, lines_of
from localgender.showing.tables import Align, Heading, Table, TableText, in_words
from localgender.values.money import Money, Unit
from localgender.values.percents import Percent

_MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - equal tables give equal bytes, and the format has no zone
_NARROWEST, _WIDEST, _LONG_TEXT, _PAGE_WIDTH = 6, 46, 150, 95
_FIGURES_EXACT, _LONGEST_TEXT, _MOST_ROWS, _MOST_COLUMNS = 15, 32_767, 2**20, 2**14
_LINE_HEIGHT, _TALLEST = 15.0, 409.0
_LOOK = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
_FRAMED = {**_LOOK, "border": 1, "border_color": "#8C8C8C"}


@frozen
class Figure:
    """Number of a cell, and the format that shows it with its digits."""

    number: Decimal
    format: str


def figure(cell: Any, heading: Heading, shown: str) -> Figure | None:
    """Return what a cell counts; None for a text, and for a number of more digits than a workbook keeps.

    >>> figure(Money(240_000), Heading("План", "right", Unit.THOUSAND_UAH), "2,4")
    Figure(number=Decimal('2.4'), format='#,##0.0')

    Args:
        cell: Value of the table.
        heading: Of its column.
        shown: The cell in words, whose digits are kept.
    """
    digits = re.search(r"[,.](\d+)(?=\D*$)", shown)
    code = "#,##0" + ("." + "0" * len(digits[1]) if digits else "")
    if isinstance(cell, Money):
        unit = shown.lstrip("-0123456789,.\u00a0") if heading.unit is None else ""
        number = cell.to(heading.unit or Unit.THOUSAND_UAH)
        code += f'"\u00a0{unit}"' if unit else ""
    elif isinstance(cell, Percent):
        number, code = cell.value.scaleb(-2), code.replace("#,##0", "0") + "%"
    elif isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        number = Decimal(cell)
        code = code if isinstance(cell, Decimal) else "#,##0"
    else:
        return None
    return Figure(number, code) if len(number.as_tuple().digits) <= _FIGURES_EXACT else None


def render(table: Table, language: str = "uk") -> bytes:
    """Write a table as a workbook of one sheet; the same table gives the same bytes.

    Args:
        table: Any table; its last rows that sum the others become live sums where the figures allow.
        language: "uk" or "en".

    Raises:
        MissingExtraError: An ImportError, without the extra `xlsx`.
        ValueError: For more rows, columns or characters in a cell than a workbook holds.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("writing .xlsx", "xlsx") from None
    words = in_words(table, language)
    _check_size(words)
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    name = " ".join(lines_of(words.title)[:1])
    book.set_properties({"title": name[:255], "created": _MADE})
    sheet = book.add_worksheet(_sheet_name(name) or None)
    _Sheet(book, sheet, table, words).fill()
    book.close()
    return written.getvalue()


def _sheet_name(title: str) -> str:
    # Signs beyond the first plane count twice, and some mean something in formulas.
    plain = re.sub(r"[\[\]:*?/\\\n\U00010000-\U0010ffff]", " ", title)
    return plain.strip("' ")[:31].strip("' ")


def _check_size(words: TableText) -> None:
    rows = len(words.rows) + len(words.groups) + len(words.notes) + words.title.count("\n") + 4
    if rows > _MOST_ROWS or len(words.names) > _MOST_COLUMNS:
        raise ValueError(f"a workbook holds no table of {rows} rows and {len(words.names)} columns")
    texts = (cell for row in (*words.rows, words.names, words.notes) for cell in row)
    longest = max((len(cell.encode("utf-16-le", "replace")) // 2 for cell in texts), default=0)
    if longest > _LONGEST_TEXT:
        raise ValueError(f"a cell of a workbook holds {_LONGEST_TEXT} characters, not {longest}")


@define(eq=False)
class _Sheet:
    """Sheet while it is filled, row by row from the top."""

    book: Any
    sheet: Any
    table: Table
    words: TableText
    at: int = 0
    first: int = 0
    _formats: dict[tuple[tuple[str, Any], ...], Any] = field(factory=dict)

    @cached_property
    def widths(self) -> list[float]:
        """Widths of the columns, in letters."""
        return list(_widths(self.words))

    @property
    def width(self) -> int:
        return max(len(self.words.names), 1)

    def fill(self) -> None:
        """Write title, header, rows and notes, and set the page up."""
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        widths = self.widths or [float(_WIDEST)]
        for number, line in enumerate(lines_of(self.words.title)):
            look = {"bold": not number, "font_size": 13 if not number else 11, "align": "left"}
            self._across(line, sum(widths), {**_LOOK, **look})
        self.at += bool(self.at)
        if any(self.words.names):
            self._header()
        self._rows()
        self.at += bool(self.words.notes)
        for note in self.words.notes:
            self._across(legal(note), sum(widths), {**_LOOK, "align": "left"})
        self._set_page(sum(widths))

    def _header(self) -> None:
        look = {**_FRAMED, "bold": True, "valign": "vcenter", "bg_color": "#E7EAEE"}
        for column, (name, align) in enumerate(zip(self.words.names, self.words.aligns, strict=True)):
            self._text(column, name, {**look, "align": "center" if align is Align.RIGHT else "left"})
        self._set_height(self.words.names)
        self.at += 1
        self.sheet.freeze_panes(self.at, 0)
        self.sheet.repeat_rows(self.at - 1)

    def _rows(self) -> None:
        self.first = self.at
        stop = len(self.words.rows) - self.words.foot
        for number, shown in enumerate(self.words.rows):
            for group in lines_of(self.words.groups.get(number, "")):
                self._across(group, sum(self.widths), {**_FRAMED, "bold": True, "bg_color": "#F3F4F6"})
            for column, text in enumerate(shown):
                self._cell(number, column, text, summing=number >= stop)
            self._set_height(shown)
            self.at += 1

    def _set_height(self, texts: Iterable[str]) -> None:
        # Excel would find the height itself, other programs do not.
        tallest = max(
            (_lines(text, width) for text, width in zip(texts, self.widths, strict=True)), default=1
        )
        self.sheet.set_row(self.at, min(tallest * _LINE_HEIGHT, _TALLEST))

    def _cell(self, number: int, column: int, text: str, *, summing: bool) -> None:
        heading = self.table.headings[column]
        look = {**_FRAMED, "align": heading.align.value, **({"bold": True} if summing else {})}
        found = self._figure(number, column)
        if found is None:
            self._text(column, text, look)
            return
        style = self._format({**look, "text_wrap": False, "align": "right", "num_format": found.format})
        if summing and self._adds_up(column, found.number):
            letter = _letters(column)
            last = self.at - (number - len(self.words.rows) + self.words.foot)
            formula = f"=SUM({letter}{self.first + 1}:{letter}{last})"
            self.sheet.write_formula(self.at, column, formula, style, found.number)
        else:
            self.sheet.write_number(self.at, column, found.number, style)

    def _figure(self, number: int, column: int) -> Figure | None:
        return figure(
            self.table.rows[number][column], self.table.headings[column], self.words.rows[number][column]
        )

    def _adds_up(self, column: int, claimed: Decimal) -> bool:
        above = range(len(self.words.rows) - self.words.foot)
        found = [each.number for number in above if (each := self._figure(number, column)) is not None]
        return bool(found) and sum(found) == claimed

    def _text(self, column: int, text: str, look: dict[str, Any]) -> None:
        text = legal(text)
        # The library takes a text between these tags for markup of its own.
        text = f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
        style = self._format(look)
        if text:
            self.sheet.write_string(self.at, column, text, style)
        else:
            self.sheet.write_blank(self.at, column, None, style)

    def _across(self, text: str, width: float, look: dict[str, Any]) -> None:
        """Write a line over all columns; a merged cell does not grow by itself."""
        if self.width > 1:
            self.sheet.merge_range(self.at, 0, self.at, self.width - 1, "", self._format(look))
        self._text(0, text, look)
        if text:
            size = look["font_size"] / 11
            self.sheet.set_row(self.at, _lines(text, width / size) * _LINE_HEIGHT * size)
        self.at += 1

    def _format(self, look: dict[str, Any]) -> Any:
        key = tuple(look.items())
        if key not in self._formats:
            self._formats[key] = self.book.add_format(look)
        return self._formats[key]

    def _set_page(self, width: float) -> None:
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        if width > _PAGE_WIDTH:
            self.sheet.set_landscape()


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _lines(text: str, width: float) -> int:
    """Count the lines that a text takes; Cyrillic letters are wider than the figures widths are given in."""
    fits = max(int(width / 1.13) - 1, 1)
    return sum(len(textwrap.wrap(each, fits)) or 1 for each in text.split("\n"))


def _widths(words: TableText) -> Iterator[float]:
    for column, (name, align) in enumerate(zip(words.names, words.aligns, strict=True)):
        cells = [row[column] for row in words.rows]
        longest = max((len(line) for cell in cells for line in cell.split("\n")), default=0)
        word = max(
            (len(each) for text in (name, *cells) for each in re.split(r"[\s\u00a0]", text)), default=0
        )
        if align is Align.RIGHT:
            yield float(max(_NARROWEST, longest + 2, round(min(word, 16) * 1.2) + 2))
        else:
            widest = _WIDEST * 2 if sum(map(len, cells)) > _LONG_TEXT * len(cells) else _WIDEST
            # A cell beside several rows has room below it.
            widest = _WIDEST * 2 // 3 if words.spans and words.spans[column] else widest
            wanted = round(max(longest, word, len(name) // 2) * 1.13) + 2
            yield float(max(_NARROWEST, min(wanted, widest)))
