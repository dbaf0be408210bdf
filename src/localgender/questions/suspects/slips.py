"""Small slips of the pen that turn one figure into another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from attrs import frozen


class Slip(StrEnum):
    """What may have happened to a figure (описка), the smallest first."""

    DIGIT = "digit"
    SWAPPED_DIGITS = "swapped-digits"
    COMMA = "comma"
    SIGN = "sign"
    MISSING_DIGIT = "missing-digit"
    EXTRA_DIGIT = "extra-digit"
    MISSED_ROW = "missed-row"
    DOUBLED_ROW = "doubled-row"
    SHIFTED_COLUMN = "shifted-column"
    UNEXPLAINED = "unexplained"

    @property
    def rank(self) -> int:
        """Place among the slips, 0 for the smallest."""
        return _RANKS[self]

    @property
    def explains(self) -> bool:
        """Whether it tells what happened."""
        return self is not Slip.UNEXPLAINED


_RANKS = {slip: rank for rank, slip in enumerate(Slip)}
# A comma moves by one place; money is also written in hryvnias where thousands are asked for.
COMMA_MOVES = (10,)
UNIT_MOVES = (10, 100, 1000)


@frozen
class Printed:
    """A figure as digits on a page, with what stands around it.

    Attributes:
        value: The figure, in its smallest unit.
        step: What its last printed digit is worth in that unit.
        width: How many digits are printed at least, those after the comma and one before it.
        addends: Figures it sums, when it is a total.
        beside: Figures of the neighbouring columns.
        moves: How many times greater or less a comma makes it.
    """

    value: int
    step: int
    width: int
    addends: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    moves: tuple[int, ...] = COMMA_MOVES


def slip_within(printed: Printed, low: int | None, high: int | None, *, near: int) -> tuple[Slip, int] | None:
    """Find the smallest slip from a figure that is right within bounds to the printed one.

    >>> slip_within(Printed(128, 1, 2), 180, 190, near=185)
    (<Slip.DIGIT: 'digit'>, 188)
    >>> slip_within(Printed(128, 1, 2), 181, 183, near=182)
    (<Slip.SWAPPED_DIGITS: 'swapped-digits'>, 182)

    Args:
        printed: What stands on the page.
        low: Least right figure; None when there is no least.
        high: Greatest right figure; None when there is no greatest.
        near: The figure that would fit best; of several equally small slips the nearest is told.

    Returns:
        The slip and the right figure; None when no slip explains it.
    """
    for slip, written in _WAYS.items():
        fitting = [
            value
            for value in written(printed)
            if value != printed.value and (low is None or low <= value) and (high is None or value <= high)
        ]
        if fitting:
            return slip, min(fitting, key=lambda value: (abs(value - near), value))
    return None


def _digits(printed: Printed) -> str:
    return str(abs(printed.value) // printed.step).zfill(printed.width)


def _figures(printed: Printed, texts: Iterable[str]) -> Iterator[int]:
    sign = -1 if printed.value < 0 else 1
    # A figure is not written with a nought too many in front.
    return (
        sign * int(text) * printed.step
        for text in texts
        if len(text) >= printed.width and (len(text) == printed.width or text[0] != "0")
    )


def _digit(printed: Printed) -> Iterator[int]:
    digits = _digits(printed)
    sign = -1 if printed.value < 0 else 1
    for place, digit in enumerate(reversed(digits)):
        first = 1 if place + 1 == len(digits) > printed.width else 0
        worth = 10**place * printed.step * sign
        for other in range(first, 10):
            yield printed.value + (other - int(digit)) * worth


def _swapped(printed: Printed) -> Iterator[int]:
    text = _digits(printed)
    return _figures(printed, (text[:n] + text[n + 1] + text[n] + text[n + 2 :] for n in range(len(text) - 1)))


def _comma(printed: Printed) -> Iterator[int]:
    for times in printed.moves:
        yield printed.value * times
        # A right figure has no more digits than its column.
        if printed.value % (times * printed.step) == 0:
            yield printed.value // times


def _sign(printed: Printed) -> Iterator[int]:
    yield -printed.value


def _missing(printed: Printed) -> Iterator[int]:
    text = _digits(printed)
    return _figures(
        printed, (text[:n] + digit + text[n:] for n in range(len(text) + 1) for digit in "0123456789")
    )


def _extra(printed: Printed) -> Iterator[int]:
    text = _digits(printed)
    return _figures(printed, (text[:n] + text[n + 1 :] for n in range(len(text))))


def _missed(printed: Printed) -> Iterator[int]:
    return (printed.value + addend for addend in printed.addends)


def _doubled(printed: Printed) -> Iterator[int]:
    return (printed.value - addend for addend in printed.addends)


def _beside(printed: Printed) -> Iterator[int]:
    return iter(printed.beside)


_WAYS: dict[Slip, Callable[[Printed], Iterator[int]]] = {
    Slip.DIGIT: _digit,
    Slip.SWAPPED_DIGITS: _swapped,
    Slip.COMMA: _comma,
    Slip.SIGN: _sign,
    Slip.MISSING_DIGIT: _missing,
    Slip.EXTRA_DIGIT: _extra,
    Slip.MISSED_ROW: _missed,
    Slip.DOUBLED_ROW: _doubled,
    Slip.SHIFTED_COLUMN: _beside,
}
