"""Shares, gaps, parity and change: exact, with what rounding leaves open, and undefined where they are."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from localgender._display import brief
from localgender.errors import NotComparableError
from localgender.model.statistics import Absence, IndicatorKind, Observation
from localgender.questions.statistics.alike import differences
from localgender.values.counts import Bound
from localgender.values.percents import Percent
from localgender.values.quantities import Limits, Quantity


class Undefined(StrEnum):
    """Why a relation has no value."""

    SILENT = "silent"
    SUPPRESSED = "suppressed"
    ZERO_WHOLE = "zero-whole"
    BOUNDED = "bounded"


@frozen
class Relation:
    """One figure in relation to another (співвідношення).

    Attributes:
        value: Exact relation of the printed numbers, 1 for equal ones; in points where `points` is true.
            None where it is undefined.
        low: The least that rounding and bounds allow; None where nothing bounds it.
        high: The most.
        reason: Why there is no value; None beside one.
        points: Whether it is a difference of percents, in percentage points.
    """

    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    reason: Undefined | None = None
    points: bool = False

    __repr__ = brief

    def percent(self, decimals: int) -> Percent | None:
        """Round half up to a percent, or to percentage points; None where it is undefined."""
        if self.value is None:
            return None
        shown = self.value if self.points else 100 * self.value
        return Percent(Quantity.of(shown, decimals).value, decimals)


@frozen
class Shift:
    """What became of a figure between like periods (зміна).

    Attributes:
        now: The later figure.
        before: The earlier one.
        difference: Later minus earlier number; None unless both are exact.
        relation: The difference in relation to the earlier number; of percents in percentage points.
    """

    now: Observation
    before: Observation
    difference: Quantity | None
    relation: Relation

    __repr__ = brief


def share(part: Observation, whole: Observation) -> Relation:
    """Tell what share of a whole a part is.

    >>> share(Observation("Депутатки", 2024, 9), Observation("Депутати", 2024, 26)).percent(1)
    Percent('34.6')
    >>> share(Observation("Депутатки", 2024, 0), Observation("Депутати", 2024, 0)).reason
    <Undefined.ZERO_WHOLE: 'zero-whole'>

    Args:
        part: Figure of the part.
        whole: Figure of the whole, of the same unit and period.

    Returns:
        Relation that is undefined at a zero whole, for silence, and for hidden figures; of bounded ones it
        has limits but no value.

    Raises:
        NotComparableError: For figures of other periods or units.
    """
    _same_unit(part, whole)
    return _divided(part, whole)


def parity_index(women: Observation, men: Observation) -> Relation:
    """Tell how many women there are to one man (індекс гендерного паритету); 1 is parity.

    >>> parity_index(Observation("Учні", 2024, 48), Observation("Учні", 2024, 50)).value
    Fraction(24, 25)

    Takes, returns and raises what `share` does; men are the whole.

    Args:
        women: Figure on women.
        men: Figure on men, of the same unit and period.
    """
    _same_unit(women, men)
    return _divided(women, men)


def gap(women: Observation, men: Observation) -> Relation:
    """Tell by what share of the men's figure the women's is smaller; of percents, by how many points.

    >>> pay = [Observation("Зарплата", 2024, "14200"), Observation("Зарплата", 2024, "17750")]
    >>> gap(*pay).percent(1)
    Percent('20.0')

    Args:
        women: Figure on women.
        men: Figure on men, of the same unit and period.

    Returns:
        Relation above zero where women have less, below where they have more; undefined as a share is.

    Raises:
        NotComparableError: For figures of other periods or units.
    """
    _same_unit(women, men)
    return _relative(men, women, men)


def change(now: Observation, before: Observation) -> Shift:
    """Tell what became of a figure since a like period of an earlier year.

    >>> nine = [Observation("Звернення", f"{year}-9m", count) for year, count in [(2024, 690), (2023, 600)]]
    >>> change(*nine).difference, change(*nine).relation.percent(1)
    (Quantity('90'), Percent('15.0'))

    Args:
        now: The later figure.
        before: The earlier one: the same indicator, nature, sex, ages, place, and the same part of a year.

    Raises:
        NotComparableError: When they differ in more than the year, such as a year and nine months.
    """
    if differs := differences(now, before):
        raise _not_comparable(now, before, differs)
    exact = _reason(now) is None and _reason(before) is None
    decimals = max(each.value.decimals for each in (now, before) if each.value) if exact else 0
    difference = Quantity.of(_number(now) - _number(before), decimals) if exact else None
    return Shift(now, before, difference, _relative(now, before, before))


def in_percent(figure: Observation) -> bool:
    """Tell whether a figure is printed in percent, so that differences are in points."""
    return figure.indicator.kind is IndicatorKind.SHARE or (figure.indicator.unit or "").startswith("%")


def _same_unit(one: Observation, other: Observation) -> None:
    differs = [
        name
        for name, same in (
            ("period", one.period == other.period),
            ("unit", one.indicator.unit == other.indicator.unit),
        )
        if not same
    ]
    if differs:
        raise _not_comparable(one, other, differs)


def _not_comparable(one: Observation, other: Observation, differs: Iterable[str]) -> NotComparableError:
    first, second = (f"{each.indicator.name!r} ({each.period})" for each in (one, other))
    return NotComparableError(first, second, differs)


def _reason(figure: Observation) -> Undefined | None:
    if figure.absence is Absence.SUPPRESSED:
        return Undefined.SUPPRESSED
    if figure.value is None:
        return Undefined.SILENT
    return None if figure.value.bound is Bound.EXACT else Undefined.BOUNDED


def _number(figure: Observation) -> Fraction:
    return figure.value.fraction if figure.value is not None else Fraction(0)


def _divided(part: Observation, whole: Observation) -> Relation:
    reason = _reason(part) or _reason(whole)
    if reason in {Undefined.SILENT, Undefined.SUPPRESSED}:
        return Relation(reason=reason)
    if not _number(whole):
        return Relation(reason=Undefined.ZERO_WHOLE)
    low, high = _quotient(part.limits or (None, None), whole.limits or (None, None))
    value = _number(part) / _number(whole) if reason is None else None
    return Relation(value, low, high, reason)


def _quotient(part: Limits, whole: Limits) -> Limits:
    # A rounded zero may be a little less than nothing, which people are not.
    least, most = (None if each is None else max(each, Fraction(0)) for each in part)
    low = least / whole[1] if least is not None and whole[1] else None
    high = most / whole[0] if most is not None and whole[0] and whole[0] > 0 else None
    return low, high


def _relative(more: Observation, less: Observation, base: Observation) -> Relation:
    """Return the difference of two figures in relation to a base; of percents the difference itself."""
    reason = _reason(more) or _reason(less)
    points = in_percent(more) and in_percent(less)
    if reason is not None:
        return Relation(reason=reason, points=points)
    difference = _number(more) - _number(less)
    if points:
        low, high = _difference(more.limits or (None, None), less.limits or (None, None))
        return Relation(difference, low, high, points=True)
    if not _number(base):
        return Relation(reason=Undefined.ZERO_WHOLE)
    return Relation(difference / abs(_number(base)))


def _difference(one: Limits, other: Limits) -> Limits:
    low = None if one[0] is None or other[1] is None else one[0] - other[1]
    high = None if one[1] is None or other[0] is None else one[1] - other[0]
    return low, high
