"""Sums that show what they are made of: every addend, and everything left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from localgender._display import brief, html_of
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import (
    GROUPINGS,
    Asked,
    Row,
    empty_groups,
    figure,
    mixes_periods,
    plan_of,
    rows,
    shares,
    value_of,
)
from localgender.values.money import Money
from localgender.values.refs import ByRef, Ref, RefKind
from localgender.values.words import one_of


class Why(StrEnum):
    """Why a sum leaves something out (чому не враховано)."""

    SILENT = "silent"
    WORDS_FOR_MONEY = "words-for-money"
    NO_MONEY = "no-money"
    NOT_REPORTED = "not-reported"
    STATED_TOTAL = "stated-total"
    PERIODS_OVERLAP = "periods-overlap"
    NO_SUM = "no-sum"


@frozen
class Addend:
    """One printed amount that is part of a sum.

    Attributes:
        ref: Its address, such as `2.1/2023/planned`.
        money: As printed.
    """

    ref: Ref
    money: Money


@frozen
class Exclusion:
    """One thing that is no part of a sum.

    Attributes:
        ref: Figure, measure or total.
        why: "silent", "words-for-money" («не потребує»), "no-money" (a measure without lines),
            "not-reported", "stated-total" (a claim about the rows), "periods-overlap" (nine months beside
            the year), or "no-sum" (a good figure of a group that others keep from having one).
        money: The amount left out; None when there is none.
    """

    ref: Ref
    why: Why = field(converter=Why)
    money: Money | None = None


@frozen
class ExplainedTotal:
    """A sum with its addends, which add up to it exactly.

    Attributes:
        money: None when nothing is stated, or when a measure states periods that overlap.
        addends: In the order of the plan; none when there is no sum.
        exclusions: In the order of the plan, then the stated totals.
    """

    money: Money | None
    addends: tuple[Addend, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()

    _repr_html_ = html_of
    __repr__ = brief


def explain_total(value: Asked, stage: Stage | str) -> ExplainedTotal:
    """Show what `total` adds up and what it leaves out.

    >>> from localgender.model.plan import Measure
    >>> lines = FundingPeriod(2023, planned=Money(240_000)), FundingPeriod(2023)
    >>> plan = Plan(goals=[Measure(f"1.{n}", funding=line) for n, line in enumerate(lines, start=1)])
    >>> explained = explain_total(plan, "planned")
    >>> [(str(each.ref), each.money) for each in explained.addends]
    [('1.1/2023/planned', thousand_uah('2.4'))]
    >>> [(str(each.ref), str(each.why)) for each in explained.exclusions]
    [('1.2/2023/planned', 'silent')]

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of one.
        stage: "planned", "allocated" or "disbursed".

    Returns:
        The sum of `total`, with every line of the value either added or excluded.

    Raises:
        TypeError: For anything else.
        ValueError: For a word that is no stage, with the nearest that is.
    """
    value = value_of(value)
    wanted = Stage(one_of(stage, tuple(Stage)))
    explained = _explained([(row, row.funding) for row in rows(value)], wanted)
    beside = (*_unreported(value), *_claimed(value, wanted))
    return ExplainedTotal(explained.money, explained.addends, explained.exclusions + beside)


def explain_totals_by(value: Asked, by: str, stage: Stage | str) -> Mapping[Any, ExplainedTotal]:
    """Show what each group of `totals_by` adds up and what it leaves out.

    >>> from localgender.model.plan import Measure
    >>> plan = Plan(goals=[Measure("1.1", funding=FundingPeriod(2023, planned=Money(5)))])
    >>> explain_totals_by(plan, "measure", "planned")["1.1"].addends
    (Addend(ref=Ref('1.1/2023/planned'), money=uah('0.05')),)

    Args:
        value: A plan, a report, or a reading of one.
        by: "goal", "measure", "executor", "source" or "year".
        stage: "planned", "allocated" or "disbursed".

    Returns:
        The groups of `totals_by` in the same order. Stated totals belong to no group, and of a measure that
        is not reported nothing is told in its own.

    Raises:
        TypeError: For anything else.
        ValueError: For a word that is no grouping or no stage, with the nearest that is.
    """
    grouping, wanted = one_of(by, GROUPINGS), Stage(one_of(stage, tuple(Stage)))
    groups: dict[Any, list[_Part]] = empty_groups(value_of(value), grouping)
    for row in rows(value_of(value)):
        for key, part in shares(row, grouping).items():
            groups.setdefault(key, []).append((row, part))
    explained = {key: _explained(parts, wanted) for key, parts in groups.items()}
    return ByRef(explained) if grouping == "measure" else explained


_Part = tuple[Row, Sequence[FundingPeriod]]


def _explained(parts: Sequence[_Part], stage: Stage) -> ExplainedTotal:
    mixed = any(mixes_periods(part, stage) for _, part in parts)
    told = [each for row, part in parts for each in _told(row, part, stage, summed=not mixed)]
    addends = tuple(each for each in told if isinstance(each, Addend))
    exclusions = tuple(each for each in told if isinstance(each, Exclusion))
    money = Money(sum(each.money.kopiykas for each in addends)) if addends else None
    return ExplainedTotal(money, addends, exclusions)


def _told(
    row: Row, part: Sequence[FundingPeriod], stage: Stage, *, summed: bool
) -> Iterator[Addend | Exclusion]:
    if not part:
        yield Exclusion(row.ref, Why.NO_MONEY)
    unsummed = Why.PERIODS_OVERLAP if mixes_periods(part, stage) else Why.NO_SUM
    for line in part:
        where, money = figure(row.ref, line, stage, among=row.funding), line.at(stage)
        if money is None:
            yield Exclusion(where, Why.WORDS_FOR_MONEY if line.needs else Why.SILENT)
        else:
            yield Addend(where, money) if summed else Exclusion(where, unsummed, money)


def _unreported(value: Plan | Report) -> Iterable[Exclusion]:
    if not isinstance(value, Report):
        return ()
    return [
        Exclusion(where, Why.NOT_REPORTED) for where in plan_of(value).by_ref if where not in value.by_ref
    ]


def _claimed(value: Plan | Report, stage: Stage) -> Iterator[Exclusion]:
    for number, total in enumerate(value.stated_totals, start=1):
        for line in total.funding:
            where = figure(Ref(RefKind.TOTAL, nth=number), line, stage, among=total.funding)
            yield Exclusion(where, Why.STATED_TOTAL, line.at(stage))
