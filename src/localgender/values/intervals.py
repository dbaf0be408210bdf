"""Closed intervals of exact numbers: what a rounded figure may have been."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen


def _fraction(value: object) -> Fraction:
    if type(value) is Fraction:
        return value
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise TypeError(f"an interval is made of whole numbers or fractions, not {value!r}")
    return Fraction(value)


@frozen(order=True)
class Interval:
    """All numbers from the lower to the upper end, both included.

    >>> Interval.around(24, 1).meets(Interval(25, 30))
    False

    Attributes:
        low: Lower end, exact.
        high: Upper end, exact.

    Raises:
        ValueError: When the upper end is below the lower.
        TypeError: For a float.
    """

    low: Fraction = field(converter=_fraction)
    high: Fraction = field(converter=_fraction)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"the interval from {self.low} to {self.high} is upside down")

    @classmethod
    def around(cls, printed: Fraction | int, step: Fraction | int) -> Interval:
        """Return what a figure printed to a step may have been: half a step either way."""
        return cls(Fraction(2 * printed - step, 2), Fraction(2 * printed + step, 2))

    def meets(self, other: Interval) -> bool:
        """Tell whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)
