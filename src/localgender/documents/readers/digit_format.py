"""Digits of a number format: places, thousands, percents and powers of ten."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

from attrs import define, evolve, field, frozen

from localgender.documents.readers.date_format import Token

# Wide enough for the largest number that a spreadsheet holds, with all its decimals.
WIDE = Context(prec=800, rounding=ROUND_HALF_UP)
_NBSP = "\u00a0"


@frozen
class Piece:
    """What a section of a format shows at one place.

    Attributes:
        kind: "text" stands as it is; "whole", "decimals", "point", "power", "general", "moment" are replaced.
        text: Text, or signs of the format.
        cut: Which of the digits stand here.
    """

    kind: str
    text: str = ""
    cut: slice = slice(None)


@frozen
class Digits:
    """How the digits of a number are shown.

    Attributes:
        whole: Places before the decimal sign: 0 is always filled, # and ? when there is a digit.
        decimals: Places after it.
        shift: Powers of ten that percent signs add and trailing commas take away.
        grouped: Whether thousands stand apart.
        power: Sign and places of the power of ten, such as "+00"; empty without one.
    """

    whole: str
    decimals: str
    shift: int = 0
    grouped: bool = False
    power: str = ""

    def show(self, number: Decimal, pieces: tuple[Piece, ...]) -> str:
        """Show a number that is not negative, half rounded up."""
        number, exponent = self._powered(number.scaleb(self.shift, WIDE))
        whole, fraction = self._split(number)
        shown = {"whole": whole, "decimals": fraction, "point": "," if fraction else "", "power": exponent}
        return "".join(shown[each.kind][each.cut] if each.kind in shown else each.text for each in pieces)

    def plain(self, pieces: tuple[Piece, ...]) -> Callable[[Decimal], str] | None:
        """Make a short way to show any number, where places are usual: 0.0, #,##0.00, 0%.

        Returns:
            What shows a number as `show` would, its sign before it; None when there is no short way.
        """
        kinds = [piece.kind for piece in pieces]
        first = ["whole", "point", "decimals"] if self.decimals else ["whole"]
        usual = self.whole.strip("#") == "0" and self.whole.endswith("0") and not self.decimals.strip("0")
        if not usual or self.power or kinds[: len(first)] != first or {*kinds[len(first) :]} - {"text"}:
            return None
        after = "".join(piece.text for piece in pieces if piece.kind == "text").rstrip(" ")
        last, shift = Decimal(1).scaleb(-len(self.decimals)), self.shift
        spelled = "{:,f}" if self.grouped else "{:f}"

        def show(number: Decimal) -> str:
            if shift:
                number = number.scaleb(shift, WIDE)
            text = spelled.format(number.quantize(last, None, WIDE))
            return text.replace(",", _NBSP).replace(".", ",") + after

        return show

    def _powered(self, number: Decimal) -> tuple[Decimal, str]:
        if not self.power:
            return number, ""
        step = max(len(self.whole), 1)
        size = number.adjusted() // step * step if number else 0
        if self._rounded(number.scaleb(-size, WIDE)).adjusted() >= step:
            size += step
        sign = "-" if size < 0 else self.power[0].replace("-", "")
        return number.scaleb(-size, WIDE), f"E{sign}{abs(size):0{len(self.power) - 1}}"

    def _rounded(self, number: Decimal) -> Decimal:
        return number.quantize(Decimal(1).scaleb(-len(self.decimals)), context=WIDE)

    def _split(self, number: Decimal) -> tuple[str, str]:
        whole, _, fraction = f"{self._rounded(number):f}".partition(".")
        least = len(self.whole) - self.whole.find("0") if "0" in self.whole else 0
        whole = whole.lstrip("0").zfill(least)
        if self.grouped and len(whole) > 3:
            whole = _grouped(whole)
        return whole, fraction.rstrip("0").ljust(self.decimals.rfind("0") + 1, "0")


def _grouped(whole: str) -> str:
    head = len(whole) % 3
    return _NBSP.join(
        filter(None, [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))])
    )


@define
class _Reading:
    """Part of a format that shows digits, while it is read."""

    pieces: list[Piece] = field(factory=list)
    stage: str = "whole"
    shift: int = 0
    commas: int = 0
    grouped: bool = False
    power: str = ""

    def take(self, kind: str, text: str) -> None:
        if kind == "digit":
            self._place(text)
        elif kind == "power":
            self.stage, self.power = "power", text[1]
            self.pieces.append(Piece("power"))
        elif kind != "sign":
            self.pieces.append(Piece("text", text))
        elif text == "." and self.stage == "whole":
            if not self._of("whole"):
                self.pieces.append(Piece("whole"))
            self.stage = "decimals"
            self.pieces.append(Piece("point"))
        elif text == "," and self._of("whole"):
            self.commas += 1
        else:
            self.shift += 2 * (text == "%")
            self.pieces.append(Piece("text", text))

    def _place(self, text: str) -> None:
        if self.stage == "power":
            self.power += "0"
            return
        if self.stage == "whole" and self.commas:
            self.commas, self.grouped = 0, True
        if self.pieces and self.pieces[-1].kind == self.stage:
            text = self.pieces.pop().text + text
        self.pieces.append(Piece(self.stage, text))

    def _of(self, kind: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind == kind]

    def places(self, kind: str) -> str:
        return "".join(piece.text for piece in self._of(kind))

    def cut(self) -> tuple[Piece, ...]:
        """Tell each run of places which digits are its own, where text stands between them."""
        right, left = len(self.places("whole")), 0
        first, last = self._of("whole")[:1], self._of("decimals")[-1:]
        cuts = []
        for piece in self.pieces:
            size = len(piece.text)
            if piece.kind == "whole":
                # Digits before the decimal sign are counted from it; all further ones go to the first run.
                right -= size
                cuts.append(slice(None if piece is first[0] else -right - size, -right or None))
            elif piece.kind == "decimals":
                cuts.append(slice(left, None if piece is last[0] else left + size))
                left += size
            else:
                cuts.append(slice(None))
        return tuple(evolve(piece, cut=cut) for piece, cut in zip(self.pieces, cuts, strict=True))


def digit_pieces(tokens: list[Token]) -> tuple[Digits, tuple[Piece, ...]]:
    """Read a section of a format that shows digits.

    Args:
        tokens: Kinds and texts: "digit", "sign", "power"; anything else stands as it is.
    """
    reading = _Reading()
    for kind, text in tokens:
        reading.take(kind, text)
    digits = Digits(
        reading.places("whole"),
        reading.places("decimals"),
        reading.shift - 3 * reading.commas,
        # Text between digits, as in telephone numbers, leaves no room for thousands.
        reading.grouped and len([piece for piece in reading.pieces if piece.kind == "whole"]) == 1,
        reading.power and reading.power.ljust(2, "0"),
    )
    return digits, reading.cut()
