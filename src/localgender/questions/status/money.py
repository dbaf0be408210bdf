"""What became of the money of a measure, told by its figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from attrs import frozen

from localgender.model.funding import FundingPeriod, Needs, Stage
from localgender.questions.aggregate import interval_added, mixes_periods, summed
from localgender.values.money import Money
from localgender.values.periods import Period

GIVEN = (Stage.ALLOCATED, Stage.DISBURSED)


class Funding(StrEnum):
    """What became of the money of a measure, the first that applies (фінансування)."""

    UNKNOWN = "unknown"
    NONE_PLANNED = "none-planned"
    UNFUNDED = "unfunded"
    OVER_ALLOCATED = "over-allocated"
    DISBURSED = "disbursed"
    PART_DISBURSED = "part-disbursed"
    ALLOCATED_UNSPENT = "allocated-unspent"


@frozen
class Financed:
    """Funding of a measure, and what decided.

    Attributes:
        funding: One word of the axis.
        rule: Stable kebab-case name of what decided, such as "nothing-given".
        sums: Each stage over the lines that say anything; None is silence.
    """

    funding: Funding
    rule: str
    sums: Mapping[Stage, Money | None]


def financing(lines: Collection[FundingPeriod], *, refused: bool = False) -> Financed:
    """Tell what became of the money of one measure.

    >>> line = FundingPeriod(2023, planned=Money(5), allocated=Money(4), disbursed=Money(1))
    >>> str(financing([line]).funding)
    'part-disbursed'

    Args:
        lines: Its money, in any order.
        refused: Whether words say that it got no money, which counts where figures are silent.
    """
    # A line that says nothing, or that nothing is planned, must not fill the silence of another.
    telling = tuple(line for line in lines if any(some(line.at(stage)) for stage in Stage)) or tuple(lines)
    sums = {stage: summed(telling, stage) for stage in Stage}
    funding, rule = _by_money(sums, telling)
    given = any(some(sums[stage]) for stage in GIVEN)
    if refused and rule == "money-silent" and some(sums[Stage.PLANNED]) and not given:
        funding, rule = Funding.UNFUNDED, "told-unfunded"
    return Financed(funding, rule, sums)


def some(money: Money | None) -> bool:
    """Tell whether an amount is stated and is not zero."""
    return money is not None and money != Money(0)


def within(lines: Collection[FundingPeriod], period: Period | None) -> tuple[FundingPeriod, ...]:
    """Return the lines of a period; without such, those that meet it or do not tell theirs."""
    exact = tuple(line for line in lines if line.period == period)
    if exact or period is None:
        return exact or tuple(lines)
    return tuple(line for line in lines if line.period is None or line.period.meets(period))


def _by_money(sums: Mapping[Stage, Money | None], lines: Collection[FundingPeriod]) -> tuple[Funding, str]:
    if doubt := _doubtful(lines):
        return Funding.UNKNOWN, doubt
    planned, allocated, disbursed = (sums[stage] for stage in Stage)
    if planned is None:
        given = some(allocated) or some(disbursed)
        if lines and all(line.needs is Needs.NOTHING for line in lines) and not given:
            return Funding.NONE_PLANNED, "needs-nothing"
        return Funding.UNKNOWN, "money-silent"
    if planned == Money(0):
        return Funding.NONE_PLANNED, "nothing-planned"
    if allocated is None and disbursed is None:
        return Funding.UNKNOWN, "money-silent"
    return _given(lines, planned, allocated, disbursed)


def _doubtful(lines: Collection[FundingPeriod]) -> str:
    """Return why sums over the lines would mislead; "" when they would not."""
    if any(mixes_periods(lines, stage) for stage in Stage):
        return "periods-overlap"
    amounts = [[line.at(stage) for stage in Stage] for line in lines]
    if any(money is not None and money < Money(0) for line in amounts for money in line):
        return "money-negative"
    gaps = any(len({money is None for money in column}) > 1 for column in zip(*amounts, strict=True))
    return "money-partly-silent" if gaps else ""


def _given(  # noqa: PLR0911 - one for each outcome
    lines: Collection[FundingPeriod], planned: Money, allocated: Money | None, disbursed: Money | None
) -> tuple[Funding, str]:
    """Tell what became of planned money of which at least one of the later stages is stated."""
    nothing = Money(0)
    if allocated == nothing and disbursed == nothing:
        return Funding.UNFUNDED, "nothing-given"
    if allocated is not None and _exceeds(lines):
        return Funding.OVER_ALLOCATED, "given-beyond-plan"
    if disbursed is None:
        return Funding.UNKNOWN, "money-silent"
    if disbursed == nothing and allocated is None:
        return Funding.UNFUNDED, "nothing-spent"
    if disbursed == nothing:
        return Funding.ALLOCATED_UNSPENT, "given-unspent"
    if allocated is None:
        whole = disbursed >= planned
        return (Funding.DISBURSED, "spent") if whole else (Funding.PART_DISBURSED, "spent-in-part-of-plan")
    if disbursed < allocated:
        return Funding.PART_DISBURSED, "spent-in-part"
    return Funding.DISBURSED, "spent"


def _exceeds(lines: Collection[FundingPeriod]) -> bool:
    """Tell whether more was allocated than planned, however the two were rounded."""
    planned, allocated = (interval_added(lines, stage) for stage in (Stage.PLANNED, Stage.ALLOCATED))
    return planned is not None and allocated is not None and allocated.low > planned.high
