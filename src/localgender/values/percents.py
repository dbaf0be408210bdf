"""Percents as printed, and the exact ratios that they claim to be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from localgender.errors import NotationError
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.numbers import MOST_DIGITS, exact


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TypeError(f"a percent is made from text, int or Decimal, not {value!r}")
    return exact(value, "a percent with a decimal point, such as 95.2")


def _shifted(units: int, decimals: int) -> Decimal:
    # Decimal reads text exactly; its arithmetic would round to the context of the thread.
    return Decimal(f"{units}E-{decimals}")


@frozen(order=True, repr=False)
class Percent:
    """Percent with the decimals printed in its column (відсоток).

    100 is the whole, and more than the whole is allowed. 95.2 and 95.20 are different claims.

    >>> Percent("95.2").decimals, Percent(95, 1)
    (1, Percent('95.0'))

    Attributes:
        value: Exact, with as many digits after the point as `decimals`.
        decimals: Digits after the point; those of the text when left out.

    Raises:
        NotationError: When the text is no number, or has more digits than `decimals`.

    Source: column «% виконання», Zhytomyr report for 2023, where 95,2 and 100,0 stand.
    """

    value: Decimal = field(converter=_decimal)
    decimals: int = field()

    @decimals.default
    def _printed(self) -> int:
        return max(0, -int(self.value.as_tuple().exponent))

    def __attrs_post_init__(self) -> None:
        if type(self.decimals) is not int or self.decimals < 0:
            raise TypeError(f"decimals are a whole number from 0, not {self.decimals!r}")
        if self.decimals > MOST_DIGITS:
            raise NotationError(f"{self.decimals} decimals", f"at most {MOST_DIGITS}")
        # As documents print it: already in its one spelling.
        sign, _, exponent = self.value.as_tuple()
        if exponent == -self.decimals and (self.value or not sign):
            return
        scaled = Fraction(self.value) * 10**self.decimals
        if scaled.denominator != 1:
            raise NotationError(str(self.value), f"at most {self.decimals} digits after the point")
        # One spelling: 1E+2 and 100 are the same percent, and minus zero is zero.
        object.__setattr__(self, "value", _shifted(scaled.numerator, self.decimals))

    @property
    def interval(self) -> Interval:
        """Every exact percent that is printed so."""
        return Interval.around(Fraction(self.value), Fraction(1, 10**self.decimals))

    def __str__(self) -> str:
        return f"{self.value:f}"

    def __repr__(self) -> str:
        return f"Percent('{self}')"


def _money(value: Any) -> Money:
    if not isinstance(value, Money):
        raise TypeError(f"a ratio is made of money, not {value!r}")
    return value


@frozen
class Ratio:
    """Exact relation of two amounts (відношення); undefined when the whole is zero.

    >>> from localgender.values.money import uah
    >>> Ratio(uah(14), uah(44)).percent(1)
    Percent('31.8')
    >>> Ratio(uah(0), uah(0)).percent(1) is None
    True

    Attributes:
        part: Amount that is related.
        whole: Amount it is related to; zero leaves the ratio undefined.

    Source: columns of percents, Zhytomyr report for 2023: one stage of money over another.
    """

    part: Money = field(converter=_money)
    whole: Money = field(converter=_money)

    @property
    def value(self) -> Fraction | None:
        """Exact share of the whole, 1 for all of it; None when the whole is zero."""
        return Fraction(self.part.kopiykas, self.whole.kopiykas) if self.whole.kopiykas else None

    def percent(self, decimals: int) -> Percent | None:
        """Round half up, as officials do; None when the whole is zero."""
        if (share := self.value) is None:
            return None
        scaled = share * 100 * 10**decimals
        # Half up, away from zero, in integers: Decimal division would round twice.
        units = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        return Percent(_shifted(units if scaled >= 0 else -units, decimals), decimals)
