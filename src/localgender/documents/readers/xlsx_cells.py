"""Cells of an .xlsx sheet by what is stored of them; each distinct one is made once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from localgender.documents.grid import Cell
from localgender.documents.readers.date_format import serial_of
from localgender.documents.readers.number_format import NumberFormat, number_format, stored_number
from localgender.documents.readers.sheet import EMPTY, TRUTH
from localgender.documents.readers.xlsx_book import Book
from localgender.documents.readers.xlsx_text import spelled_out
from localgender.errors import UnreadableDocumentError

_LETTERS = re.compile("[A-Z]{1,3}")
_NO = frozenset({"0", "false"})
_GENERAL = number_format("General")
_DAY = number_format("dd.mm.yyyy")


@lru_cache(maxsize=2**15)
def column_of(letters: str) -> int | None:
    """Return the number of a column from 0; None when the letters name none.

    >>> column_of("A"), column_of("XFD"), column_of("")
    (0, 16383, None)
    """
    if _LETTERS.fullmatch(letters) is None:
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class Made(dict[str, Cell]):
    """Cells of one kind and style by the stored value, made when they are first asked for."""

    def __init__(self, make: Callable[[str], Cell]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: str) -> Cell:
        made = self[value] = self._make(value)
        return made


class Cells(dict[tuple[str, str], Made]):
    """Cells of one sheet by kind and style.

    Attributes:
        noughts: Whether the sheet shows numbers that are nought.
    """

    def __init__(self, book: Book, name: str) -> None:
        super().__init__()
        self.noughts = True
        self._book, self._name = book, name

    def __missing__(self, key: tuple[str, str]) -> Made:
        kind, style = key
        makers = {"s": self._shared, "b": _truth, "str": _text, "e": _text, "inlineStr": _shown}
        make = makers.get(kind) or self._numbers(style, dated=kind == "d")
        made = self[key] = Made(make)
        return made

    def _shared(self, value: str) -> Cell:
        number = int(value) if value.strip().isdecimal() and len(value) < 12 else len(self._book.strings)
        if number >= len(self._book.strings):
            raise UnreadableDocumentError(self._name, f"a cell shows text {value[:12]}, which is missing")
        return self._book.strings[number]

    def _numbers(self, style: str, *, dated: bool) -> Callable[[str], Cell]:
        form, noughts, since_1904 = self._format(style), self.noughts, self._book.since_1904

        def day(value: str) -> Cell:
            number = serial_of(value.strip())
            return _text(value) if number is None else Cell((form if form.is_moment else _DAY).show(number))

        def moment(value: str) -> Cell:
            number = stored_number(value.strip())
            return _text(value) if number is None else Cell(form.show(number, since_1904=since_1904))

        def amount(value: str) -> Cell:
            number = stored_number(value.strip())
            if number is None:
                return _text(value)
            return Cell(form.show(number) if number or noughts else "", None, number)

        return day if dated else moment if form.is_moment else amount

    def _format(self, style: str) -> NumberFormat:
        known = self._book.formats
        number = int(style) if style.isdecimal() and len(style) < 8 else len(known)
        return known[number] if number < len(known) else _GENERAL


def _truth(value: str) -> Cell:
    return Cell(TRUTH[value.strip() not in _NO])


def _text(value: str) -> Cell:
    return _shown(spelled_out(value))


def _shown(text: str) -> Cell:
    return Cell(text) if text.strip() else EMPTY
