"""Arithmetic of what rounding and words leave open: limits either of which may be missing."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce

from localgender.model.statistics import Observation
from localgender.values.counts import Bound
from localgender.values.quantities import Limits, Quantity

OPEN: Limits = (None, None)


def added(limits: Iterable[Limits]) -> Limits:
    """Add limits up; what is open on a side of one addend is open on that side of the sum.

    >>> added([(Fraction(1), Fraction(2)), (Fraction(3), None)])
    (Fraction(4, 1), None)
    """
    return reduce(lambda one, other: (_sum(one[0], other[0]), _sum(one[1], other[1])), limits)


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def spread(limits: Iterable[Limits]) -> Limits:
    """Return the least and the most of all; open where one of them is.

    >>> spread([(Fraction(1), Fraction(2)), (Fraction(3), Fraction(4))])
    (Fraction(1, 1), Fraction(4, 1))
    """
    lows, highs = zip(*limits, strict=True)
    return (None if None in lows else min(lows), None if None in highs else max(highs))


def exceeds(one: Limits, other: Limits) -> bool:
    """Tell whether every number of the first is above every number of the second.

    >>> exceeds((Fraction(5), None), (None, Fraction(4)))
    True
    """
    return one[0] is not None and other[1] is not None and one[0] > other[1]


def meet(one: Limits, other: Limits) -> bool:
    """Tell whether some number lies within both."""
    return not exceeds(one, other) and not exceeds(other, one)


def summed(values: Iterable[Quantity]) -> Quantity:
    """Add printed numbers up, with the digits of the finest and what bounds any of them.

    >>> summed([Quantity(12), Quantity("3.5", "at-least")])
    Quantity('15.5', 'at-least')
    """
    values = tuple(values)
    bounds = {value.bound for value in values} - {Bound.EXACT}
    bound = Bound.EXACT if not bounds else bounds.pop() if len(bounds) == 1 else Bound.ABOUT
    total = sum((value.fraction for value in values), Fraction(0))
    return Quantity.of(total, max(value.decimals for value in values), bound)


def numbers(figures: Iterable[Observation]) -> tuple[Quantity, ...]:
    """Return the printed numbers of figures; those without one are passed over."""
    return tuple(each.value for each in figures if each.value is not None)
