"""Figures of statistics as printed: exact, with their last digit and with what bounds them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from localgender.values.counts import Bound, Count
from localgender.values.numbers import exact
from localgender.values.percents import Percent

Limits = tuple[Fraction | None, Fraction | None]


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TypeError(f"a quantity is made from text, int or Decimal, not {value!r}")
    number = exact(value, "a number with a decimal point, such as 57.1")
    # One spelling: 1E+2 is 100, and minus zero is zero.
    return Decimal(f"{number:f}") if number else abs(Decimal(f"{number:f}"))


@frozen(repr=False)
class Quantity:
    """Number with the digits printed and a bound (значення показника).

    57.1 and 57.10 are different claims: the second is finer. «понад 150» is at least 150.

    >>> Quantity("57.1"), Quantity(150, "at-least")
    (Quantity('57.1'), Quantity('150', 'at-least'))

    Attributes:
        value: Exact, with the digits that are printed after the point.
        bound: What the number says of the true one: exact, at least, at most or about.

    Raises:
        NotationError: For text that is no number.
        TypeError: For a float.

    Source: columns of statistics and of indicators in programmes, rounded to the digits they print.
    """

    value: Decimal = field(converter=_number, eq=str)
    bound: Bound = field(default=Bound.EXACT, converter=Bound)

    @classmethod
    def of(cls, number: Fraction, decimals: int, bound: Bound | str = Bound.EXACT) -> Quantity:
        """Round a number half up, away from zero, to some decimals.

        >>> Quantity.of(Fraction(1, 3), 1)
        Quantity('0.3')
        """
        scaled = number * 10**decimals
        units = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        # Decimal reads text exactly; its arithmetic would round to the context of the thread.
        return cls(Decimal(f"{units if scaled >= 0 else -units}E-{decimals}"), bound)

    @property
    def decimals(self) -> int:
        """Digits after the point."""
        return max(0, -int(self.value.as_tuple().exponent))

    @property
    def fraction(self) -> Fraction:
        """The printed number, exactly, whatever its bound."""
        return Fraction(self.value)

    @property
    def count(self) -> Count | None:
        """The same as a whole number with its bound; None for a fraction and below zero."""
        whole = self.fraction
        return Count(int(whole), self.bound) if whole.denominator == 1 and whole >= 0 else None

    def limits(self, *, rounded: bool = True) -> Limits:
        """Return the least and the most that the true number may be; None where nothing bounds it.

        >>> Quantity("57.1").limits(), Quantity(150, "at-least").limits()
        ((Fraction(1141, 20), Fraction(1143, 20)), (Fraction(150, 1), None))

        Args:
            rounded: Whether the last digit was rounded to; False for people counted one by one.
        """
        half = Fraction(1, 2 * 10**self.decimals) if rounded else Fraction(0)
        printed = self.fraction
        match self.bound:
            case Bound.EXACT:
                return printed - half, printed + half
            case Bound.AT_LEAST:
                return printed, None
            case Bound.AT_MOST:
                return None, printed
        return None, None

    def __str__(self) -> str:
        return f"{self.value:f}"

    def __repr__(self) -> str:
        bound = "" if self.bound is Bound.EXACT else f", '{self.bound}'"
        return f"Quantity('{self}'{bound})"


def quantity(value: Quantity | Count | Percent | str | int | Decimal) -> Quantity:
    """Accept a quantity, a count, a percent, or the number alone.

    >>> quantity(Count(150, "at-least")), quantity("57.1")
    (Quantity('150', 'at-least'), Quantity('57.1'))
    """
    match value:
        case Quantity():
            return value
        case Count():
            return Quantity(value.number, value.bound)
        case Percent():
            return Quantity(value.value)
    return Quantity(value)
