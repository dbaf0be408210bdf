"""Cells of an OpenDocument spreadsheet: what it shows, brought to what a Ukrainian spreadsheet shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from attrs import define, field

from localgender.documents.grid import Cell
from localgender.documents.readers.date_format import serial_of
from localgender.documents.readers.number_format import number_format, show_general, stored_number
from localgender.documents.readers.sheet import EMPTY, RAISED, TRUTH, settled

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT = f"{NAMESPACE}office:1.0 ", f"{NAMESPACE}text:1.0 "
_AMOUNTS = frozenset({"float", "percentage", "currency"})
_WHITE = re.compile(r"[ \t\r\n]+")
_ENGLISH = re.compile(
    r"(?P<sign>-?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?(?P<after>\D*)", re.ASCII
)
_SPOKEN = frozenset({"TRUE", "FALSE"})
_MOST = 2**20 + 1
_MOST_BLANKS = 99
_FOREIGN_DAY = re.compile("[/A-Za-z]")
_DAY = number_format("dd.mm.yyyy")


def repeats(attributes: Mapping[str, str], name: str) -> int:
    """Return how often something stands there, once when nothing is said.

    Any number that no spreadsheet has room for is one too many.
    """
    stated = attributes.get(name, "1")
    return min(int(stated[:8]), _MOST) if stated.isascii() and stated.isdigit() else 1


def in_ukrainian(text: str, number: Decimal) -> str:
    r"""Turn a number shown in English into Ukrainian; any other text stays.

    >>> in_ukrainian("2.10", Decimal("2.1")), in_ukrainian("1,365", Decimal(1365))
    ('2,10', '1\xa0365')
    >>> in_ukrainian("1,365", Decimal("1.365"))
    '1,365'

    Args:
        text: What the document shows.
        number: What it stores, which decides in which of the languages the text makes sense.
    """
    found = _ENGLISH.fullmatch(text)
    if found is None:
        return text
    whole, rest = found["whole"], found["rest"] or ""
    said = Decimal(whole.replace(",", "") + rest)
    meant = abs(number) * (100 if "%" in found["after"] else 1)
    if abs(said - meant) > Decimal(1).scaleb(min(1 - len(rest), 0)):
        return text
    return found["sign"] + whole.replace(",", "\u00a0") + rest.replace(".", ",") + found["after"]


def cell_of(attributes: Mapping[str, str], paragraphs: list[str]) -> Cell:
    """Make a cell.

    Args:
        attributes: Of its element, with their namespaces.
        paragraphs: What it shows; nothing when the program that wrote it left that to the reader.
    """
    kind, stored = attributes.get(f"{OFFICE}value-type", ""), attributes.get(f"{OFFICE}value", "")
    text = settled("\n".join(paragraphs))
    if kind == "boolean" or (kind in _AMOUNTS and text in _SPOKEN):
        return Cell(TRUTH[attributes.get(f"{OFFICE}boolean-value", stored) in {"true", "1"}])
    if kind in _AMOUNTS and (number := stored_number(stored)) is not None:
        return Cell(in_ukrainian(text, number) if paragraphs else show_general(number), None, number)
    if kind == "date" and (_FOREIGN_DAY.search(text) or not paragraphs):
        day = serial_of(attributes.get(f"{OFFICE}date-value", ""))
        text = text if day is None else _DAY.show(day)
    if not paragraphs and kind == "string":
        text = settled(attributes.get(f"{OFFICE}string-value", ""))
    return Cell(text) if text.strip() else EMPTY


@define(eq=False)
class Paragraphs:
    """Text of one cell while it arrives.

    Attributes:
        raising: Styles that stand above the line, as marks of notes do.
    """

    raising: set[str] = field(factory=set)
    _done: list[str] = field(factory=list)
    _pieces: list[str] | None = None
    _raised: list[bool] = field(factory=list)

    @property
    def starts(self) -> dict[str, Callable[[dict[str, str]], None]]:
        """What listens to elements that begin."""
        return {
            f"{TEXT}p": self._open,
            f"{TEXT}s": self._blanks,
            f"{TEXT}tab": lambda _: self._add("\t"),
            f"{TEXT}line-break": lambda _: self._add("\n"),
            f"{TEXT}span": self._open_span,
        }

    @property
    def ends(self) -> dict[str, Callable[[], None]]:
        """What listens to elements that end."""
        return {f"{TEXT}p": self._close, f"{TEXT}span": self._close_span}

    def hear(self, data: str) -> None:
        """Take character data; runs of white space are one blank, others have elements of their own."""
        self._add(_WHITE.sub(" ", data))

    def take(self) -> list[str]:
        """Return the paragraphs and begin anew."""
        done, self._done = self._done, []
        return done

    def _open(self, _: dict[str, str]) -> None:
        self._pieces = []

    def _close(self) -> None:
        self._done.append("".join(self._pieces or ()))
        self._pieces = None

    def _blanks(self, attributes: dict[str, str]) -> None:
        self._add(" " * min(repeats(attributes, f"{TEXT}c"), _MOST_BLANKS))

    def _open_span(self, attributes: dict[str, str]) -> None:
        self._raised.append(attributes.get(f"{TEXT}style-name") in self.raising)

    def _close_span(self) -> None:
        self._raised.pop()

    def _add(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text.translate(RAISED) if any(self._raised) else text)
