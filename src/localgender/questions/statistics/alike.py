"""When two figures answer the same question, and when their periods are alike."""

from __future__ import annotations

from collections.abc import Hashable

from localgender.errors import TermError
from localgender.model.statistics import WHOLES, Axis, Observation
from localgender.values.periods import Period


def standing(figure: Observation, *, without: Axis | None = None) -> tuple[Hashable, ...]:
    """Return where a figure stands on each axis; everybody together counts as silence.

    >>> standing(Observation("Звернення", sex="total")) == standing(Observation("Звернення"))
    True

    Args:
        figure: The figure.
        without: An axis to leave out.
    """
    return tuple(
        None if axis == without or (at := figure.at(axis)) == WHOLES[axis] else at for axis in WHOLES
    )


def topic(figure: Observation) -> tuple[Hashable, ...]:
    """Return everything that a figure is about but its period."""
    return (figure.indicator, figure.nature, *standing(figure))


def years_between(now: Period, before: Period) -> int | None:
    """Tell how many years lie between like periods, such as nine months and nine months.

    >>> years_between(Period.nine_months(2024), Period.nine_months(2022))
    2
    >>> years_between(Period.year(2024), Period.nine_months(2023)) is None
    True

    Returns:
        Whole years from 1 on; None when the periods are not alike, or the first is not the later one.
    """
    years = now.first.year - before.first.year
    earlier = now
    try:
        for _ in range(years):
            earlier = earlier.same_period_last_year()
    except TermError:
        return None
    return years if years > 0 and earlier == before else None


def differences(now: Observation, before: Observation) -> tuple[str, ...]:
    """Name what two figures differ in, other than the year and the answer."""
    found = ["indicator"] if now.indicator != before.indicator else []
    stands = zip(WHOLES, standing(now), standing(before), strict=True)
    found += [axis for axis, here, there in stands if here != there]
    if now.nature != before.nature:
        found.append("nature")
    alike = now.period and before.period and years_between(now.period, before.period)
    return (*found, *([] if alike else ["period"]))
