"""Rules of arithmetic: totals against rows, one stage of money against another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localgender.findings import Severity
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import figure, rows
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import (
    Case,
    Reason,
    Rule,
    consistent,
    inconsistent,
    not_applicable,
    not_checkable,
)
from localgender.questions.sums import Comparison, NoSum, Sum, comparisons
from localgender.values.refs import Ref


def stated_total_differs(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find totals that their rows cannot add up to, however they were rounded.

    Why it matters: a council votes on the total and spends by the rows.

    How it is decided: every figure stands for all amounts that are printed so, half its last digit either
    way. A total contradicts its rows when its interval and that of their sum do not meet. A total of a goal
    sums all measures below it, one of several years the lines of those years. Where every table has a total
    of its own, each sums its table, if the rows fall into such runs. Totals by source are compared
    with the rows of that source; where rows name no source, jointly, silent ones passed over; what the rows
    then have more is a warning only. Beside silent rows the others may not exceed the total.

    What it does not see: errors within the rounding of many rows, and totals that are more than their rows
    when one of these is silent.

    >>> from localgender.model.plan import Measure, StatedTotal
    >>> from localgender.values.money import uah
    >>> measures = [Measure(f"1.{n}", funding=FundingPeriod(2023, planned=uah(10))) for n in (1, 2)]
    >>> def outcomes(printed):
    ...     total = StatedTotal("Всього", funding=FundingPeriod(2023, planned=printed))
    ...     plan = Plan(goals=measures, stated_totals=[total])
    ...     return [case.outcome.value for case in stated_total_differs(plan, Policy())][:1]
    >>> outcomes(uah(20)), outcomes(uah(30))
    (['consistent'], ['inconsistent'])
    """
    for comparison in comparisons(value):
        for stage in Stage:
            yield from _compared(comparison, stage)


def _compared(comparison: Comparison, stage: Stage) -> Iterator[Case]:
    for claim in comparison.claims:
        if claim.line.at(stage) is None:
            yield not_checkable(claim.figure(stage), reason=Reason.SILENT)
    if (printed := comparison.printed(stage)) is None:
        return
    computed = comparison.computed(stage)
    if isinstance(computed, NoSum):
        yield not_checkable(*printed.refs, reason=computed)
    elif not _apart(printed, computed):
        # Money is never negative, so a silent row can only add to what the others come to.
        yield (
            not_checkable(*printed.refs, reason=Reason.PARTLY_SILENT)
            if computed.silent
            else consistent(*printed.refs)
        )
    else:
        yield _differing(printed, computed, comparison.label)


def _apart(printed: Sum, computed: Sum) -> bool:
    if computed.silent:
        return computed.interval.low > printed.interval.high
    return not printed.interval.meets(computed.interval)


def _differing(printed: Sum, computed: Sum, label: str) -> Case:
    # What rows have more than the totals say may stand under a total by source that is silent.
    unsure = bool(printed.silent) and computed.interval.low > printed.interval.high
    extra: dict[str, Any] = {"label": label, "silent": computed.silent}
    return inconsistent(
        *printed.refs,
        severity=Severity.WARNING if unsure else None,
        printed=printed.money,
        computed=computed.money,
        difference=printed.money - computed.money,
        printed_interval=printed.interval,
        computed_interval=computed.interval,
        rows=computed.refs,
        **{name: fact for name, fact in extra.items() if fact},
    )


def allocated_exceeds_planned(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that were given more than the programme promises.

    Why it matters: money beyond the programme needs an amendment of it.

    How it is decided: line by line; the least that may have been allocated is more than the most that may
    have been planned.

    What it does not see: lines where one of the two is silent.

    >>> from localgender.model.plan import Measure
    >>> from localgender.values.money import uah
    >>> def outcomes(planned, allocated):
    ...     line = FundingPeriod(2023, planned=planned, allocated=allocated)
    ...     plan = Plan(goals=[Measure("4.1", funding=line)])
    ...     return [case.outcome.value for case in allocated_exceeds_planned(plan, Policy())]
    >>> outcomes(uah(40), uah(40)), outcomes(uah(40), uah(44))
    (['consistent'], ['inconsistent'])
    """
    return _exceeding(value, Stage.ALLOCATED, Stage.PLANNED)


def disbursed_exceeds_allocated(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that spent more than they were given.

    Why it matters: spending without an appropriation is an offence, or a figure is wrong.

    How it is decided: line by line; the least that may have been disbursed is more than the most that may
    have been allocated.

    What it does not see: lines where one of the two is silent.

    >>> from localgender.model.plan import Measure
    >>> from localgender.values.money import uah
    >>> def outcomes(allocated, disbursed):
    ...     line = FundingPeriod(2023, allocated=allocated, disbursed=disbursed)
    ...     plan = Plan(goals=[Measure("4.1", funding=line)])
    ...     return [case.outcome.value for case in disbursed_exceeds_allocated(plan, Policy())]
    >>> outcomes(uah(44), uah(14)), outcomes(uah(14), uah(44))
    (['consistent'], ['inconsistent'])
    """
    return _exceeding(value, Stage.DISBURSED, Stage.ALLOCATED)


def _exceeding(value: Plan | Report, more: Stage, less: Stage) -> Iterator[Case]:
    for row in rows(value):
        for line in row.funding:
            yield _one_line(figure(row.ref, line, more, among=row.funding), line, more, less)


def _one_line(found: Ref, line: FundingPeriod, more: Stage, less: Stage) -> Case:
    where = found.subject
    upper, lower, most, least = line.at(more), line.at(less), line.interval(less), line.interval(more)
    if upper is None or lower is None or most is None or least is None:
        if line.needs is not None:
            return not_applicable(where, reason=Reason.WORDS_FOR_MONEY)
        return not_checkable(where, reason=Reason.SILENT)
    if least.low <= most.high:
        return consistent(where)
    facts: dict[str, Any] = {more.value: upper, less.value: lower, "difference": upper - lower}
    return inconsistent(where, period=found.period, source=found.source, **facts)


STATED_TOTAL_DIFFERS = Rule(
    kind="stated-total-differs",
    severity=Severity.ERROR,
    basis="arithmetic: rows and totals printed to a digit are intervals",
    check=stated_total_differs,
)
ALLOCATED_EXCEEDS_PLANNED = Rule(
    kind="allocated-exceeds-planned",
    severity=Severity.WARNING,
    basis="arithmetic: the year's budget carries out what the programme promises",
    check=allocated_exceeds_planned,
)
DISBURSED_EXCEEDS_ALLOCATED = Rule(
    kind="disbursed-exceeds-allocated",
    severity=Severity.WARNING,
    basis="Budget Code of Ukraine No 2456-VI of 8 July 2010, article 48: payments within appropriations only",
    check=disbursed_exceeds_allocated,
)
