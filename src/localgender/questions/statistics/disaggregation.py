"""Which figures by sex, age and place were asked for, and which are given."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from localgender._display import brief
from localgender.model.statistics import WHOLES, Axis, Indicator, Observation, Sex, Statistics

_BOTH_SEXES = frozenset({Sex.FEMALE, Sex.MALE})


@frozen
class IndicatorCover:
    """What an indicator was asked for by, and what is given.

    Attributes:
        indicator: The indicator.
        asked: Axes asked for.
        given: Those of them on which parts are told apart: women and men; two ages, localities or places.
    """

    indicator: Indicator
    asked: tuple[Axis, ...]
    given: tuple[Axis, ...]

    @property
    def missing(self) -> tuple[Axis, ...]:
        """Axes asked for and not given."""
        return tuple(axis for axis in self.asked if axis not in self.given)


@frozen
class Disaggregation:
    """Expected against delivered disaggregation (розподіл показників).

    Attributes:
        rows: One for each indicator, in the order of the statistics.
    """

    rows: tuple[IndicatorCover, ...]

    __repr__ = brief

    @property
    def score(self) -> Fraction | None:
        """Share of what was asked that is given, 1 for all of it; None when nothing was asked."""
        asked = sum(len(row.asked) for row in self.rows)
        return Fraction(sum(len(row.given) for row in self.rows), asked) if asked else None


def disaggregation(statistics: Statistics, *, asked: Iterable[Axis | str] = (Axis.SEX,)) -> Disaggregation:
    """Tell which indicators are told apart by the axes that were asked for.

    >>> told = Statistics(observations=[
    ...     Observation("Звернення", 2024, 9, sex="female"), Observation("Звернення", 2024, 3, sex="male"),
    ...     Observation("Притулки", 2024, 1),
    ... ])
    >>> disaggregation(told).score
    Fraction(1, 2)

    Args:
        statistics: Figures.
        asked: Axes asked of every indicator, beside those its own words ask for.
    """
    wanted = {Axis(axis) for axis in asked}
    return Disaggregation(tuple(_cover(each, statistics, wanted) for each in statistics.indicators))


def _cover(indicator: Indicator, statistics: Statistics, wanted: set[Axis]) -> IndicatorCover:
    asked = tuple(axis for axis in Axis if axis in wanted or axis in indicator.asked)
    figures = statistics.of(indicator)
    return IndicatorCover(indicator, asked, tuple(axis for axis in asked if is_split(figures, axis)))


def is_split(figures: Iterable[Observation], axis: Axis) -> bool:
    """Tell whether figures are told apart on an axis; a place without a number or reason tells nothing."""
    answered = [each for each in figures if each.value is not None or each.absence is not None]
    at = {each.at(axis) for each in answered} - {None, WHOLES[axis]}
    return at >= _BOTH_SEXES if axis is Axis.SEX else len(at) > 1
