"""Number formats of spreadsheets: from a stored number to what a Ukrainian spreadsheet shows."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache

from attrs import frozen

from localgender.documents.readers.date_format import Token, moment_tokens, show_moment
from localgender.documents.readers.digit_format import WIDE, Digits, Piece, digit_pieces

# What a Ukrainian Excel means by the formats that a workbook only numbers.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    5: '#,##0 "₴"', 6: '#,##0 "₴"', 7: '#,##0.00 "₴"', 8: '#,##0.00 "₴"',
    14: "dd.mm.yyyy", 15: "dd.mmm.yy", 16: "dd.mmm", 17: "mmm.yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 48: "##0.0E+0",
    41: '#,##0;-#,##0;"-"', 42: '#,##0 "₴";-#,##0 "₴";"-"',
    43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00 "₴";-#,##0.00 "₴";"-"',
}  # fmt: skip
_OF_SYSTEM = {"[$-F800]": 'd mmmm yyyy "р."', "[$-F400]": "h:mm:ss"}
_LONGEST_CODE = 255

# A spreadsheet holds fifteen digits; further ones are the noise of binary fractions.
_HELD = 15
_SHOWN = 11
_STORED = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?", re.ASCII)

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.?)|_(?P<space>.?)|\*(?P<fill>.?)|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<general>general|@)|(?P<noon>am/pm|a/p)|(?P<power>e[+-])|(?P<date>y+|m+|d+|h+|s+(?:\.0{1,3})?)"
    r"|(?P<digit>[0#?])|(?P<sign>[.,%/;])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,30}(?:\.\d{1,30})?)")
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
    "<>": operator.ne,
}  # fmt: skip


def stored_number(text: str) -> Decimal | None:
    """Read a number as spreadsheets store it; None when it is none.

    >>> stored_number("4.4000000000000004"), stored_number("10")
    (Decimal('4.4'), Decimal('10'))
    """
    if len(text) <= _HELD and text.isascii() and text.replace(".", "", 1).isdigit():
        return Decimal(text)
    if _STORED.fullmatch(text) is None:
        return None
    value = float(text)
    return None if abs(value) == float("inf") else Decimal(f"{value:.{_HELD}g}")


def show_general(number: Decimal) -> str:
    """Show a number that has no format: all its digits, or as many as fit into eleven signs.

    Whole digits always stay, where Excel goes over to powers of ten from the twelfth on.

    >>> show_general(Decimal("10.0")), show_general(Decimal(1) / 3), show_general(Decimal("1e20"))
    ('10', '0,333333333', '1E+20')
    """
    plain = f"{number:f}"
    if len(plain) > _SHOWN:
        size = number.adjusted()
        rounded = number.quantize(Decimal(1).scaleb(-max(_SHOWN - 1 - max(size + 1, 1), 0)), context=WIDE)
        if size >= _HELD or (size < -4 and rounded != number):
            return number_format("0.#####E+00").show(number)
        plain = f"{rounded:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


@frozen
class Section:
    """Part of a format for some numbers: positive, negative, nought, or as a condition says.

    Attributes:
        pieces: What is shown, left to right.
        digits: How digits are shown, where they are.
        condition: Comparison and bound, where the format states them.
    """

    pieces: tuple[Piece, ...]
    digits: Digits | None = None
    condition: tuple[str, Decimal] | None = None

    @property
    def is_moment(self) -> bool:
        """Whether it shows a date or a time."""
        return any(piece.kind == "moment" for piece in self.pieces)

    def admits(self, number: Decimal, nth: int, of: int) -> bool:
        """Tell whether a number is shown by this section, the nth of several."""
        if self.condition is not None:
            return _COMPARED[self.condition[0]](number, self.condition[1])
        return nth == of - 1 or (number > 0 or (of == 2 and number == 0) if nth == 0 else number < 0)

    def show(self, number: Decimal) -> str:
        """Show a number that is not negative."""
        if self.digits is not None:
            return self.digits.show(number, self.pieces)
        return "".join(show_general(number) if each.kind == "general" else each.text for each in self.pieces)


@frozen
class NumberFormat:
    """Format of a cell, made by `number_format`."""

    sections: tuple[Section, ...]

    @cached_property
    def is_moment(self) -> bool:
        """Whether it shows dates or times rather than amounts."""
        return any(section.is_moment for section in self.sections)

    @cached_property
    def _plain(self) -> Callable[[Decimal], str] | None:
        """Nearly every format has one section without anything special, for which there is a short way."""
        section = self.sections[0]
        if len(self.sections) > 1 or section.condition is not None:
            return None
        if section.digits is not None:
            return section.digits.plain(section.pieces)
        return show_general if section.pieces == (Piece("general"),) else None

    def show(self, number: Decimal, *, since_1904: bool = False) -> str:
        r"""Show a number.

        >>> number_format("#,##0.00").show(Decimal("1365155.7"))
        '1\xa0365\xa0155,70'

        Args:
            number: As stored: a share for percents, days for dates.
            since_1904: Whether days are counted from 1904 rather than 1900.
        """
        if self._plain is not None:
            return self._plain(number)
        of = len(self.sections)
        nth = next((nth for nth, each in enumerate(self.sections) if each.admits(number, nth, of)), of - 1)
        section = self.sections[nth]
        if section.is_moment:
            shown = show_moment(
                number, [(each.kind, each.text) for each in section.pieces], since_1904=since_1904
            )
            return show_general(number) if shown is None else shown.strip(" ")
        # The second section says itself how it marks what is below nought.
        sign = "-" if number < 0 and (nth == 0 or section.condition) and section.pieces else ""
        return sign + section.show(abs(number)).strip(" ")


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """Read the code of a format, written as files store it, whatever the language of the program was.

    >>> number_format("0.0%").show(Decimal("0.952")), number_format("dd.mm.yyyy").show(Decimal(43817))
    ('95,2%', '18.12.2019')
    """
    code = next((known for mark, known in _OF_SYSTEM.items() if code.startswith(mark)), code)
    if not code or len(code) > _LONGEST_CODE:
        code = "General"
    sections: list[list[Token]] = [[]]
    for token in _tokens(code):
        if token == ("sign", ";"):
            sections.append([])
        else:
            sections[-1].append(token)
    return NumberFormat(tuple(_section(tokens) for tokens in sections[:3]))


def _tokens(code: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "other"
        text = match[kind]
        if kind == "bracket":
            yield from _bracketed(text)
        elif kind in {"quoted", "escaped", "other"}:
            yield "text", text
        elif kind == "space":
            yield "text", " "
        elif kind != "fill":
            yield kind, text.lower()


def _bracketed(text: str) -> Iterator[Token]:
    if re.fullmatch("h+|m+|s+", text, re.IGNORECASE):
        yield "elapsed", f"[{text.lower()}]"
    elif _CONDITION.fullmatch(text):
        yield "condition", text
    elif text.startswith("$"):
        yield "text", text[1:].partition("-")[0]


def _section(tokens: list[Token]) -> Section:
    stated = next((_CONDITION.fullmatch(text) for kind, text in tokens if kind == "condition"), None)
    condition = (stated[1], Decimal(stated[2])) if stated else None
    tokens = [token for token in tokens if token[0] != "condition"]
    kinds = {kind for kind, _ in tokens}
    if kinds & {"date", "elapsed"}:
        return Section(tuple(Piece(*token) for token in moment_tokens(tokens)), None, condition)
    # Vulgar fractions are shown as decimals.
    if "digit" in kinds and ("sign", "/") in tokens:
        return Section((Piece("general"),), None, condition)
    if "digit" in kinds and "general" not in kinds:
        digits, pieces = digit_pieces(tokens)
        return Section(pieces, digits, condition)
    return Section(
        tuple(Piece(kind, "" if kind == "general" else text) for kind, text in tokens), None, condition
    )
