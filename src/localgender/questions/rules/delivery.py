"""Rules of delivery: what is told as done, beside the money, the percent and the term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localgender.findings import Severity
from localgender.model.funding import Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Row, plan_of, rows, summed
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import (
    Case,
    Outcome,
    Reason,
    Rule,
    consistent,
    inconsistent,
    not_applicable,
    not_checkable,
)
from localgender.questions.rules.terms import due_period, of_period, unfunded
from localgender.questions.rules.told import statuses_of
from localgender.questions.status import Delivery, Status
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.terms import Term


def delivered_without_money(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that were due, got none of their money, and are told as done all the same.

    Why it matters: somebody else paid, or the money was never needed, or the work is on paper only; a
    council should know which.

    How it is decided: the measure is due-unfunded, and its narrative says that it was delivered in the
    period. Work that merely goes on is not delivered.

    What it does not see: who paid, and narratives whose words are not understood.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> def outcomes(given, narrative):
    ...     line = FundingPeriod(2023, planned=Money(1200), allocated=given, disbursed=given)
    ...     plan = Plan(goals=[Measure("1.2", term="2023")])
    ...     report = Report(plan, 2023, progress=[Progress("1.2", line, narrative=narrative)])
    ...     return [case.outcome.value for case in delivered_without_money(report, Policy())]
    >>> outcomes(Money(1200), "Проведено тренінг."), outcomes(Money(0), "Проведено тренінг.")
    (['consistent'], ['inconsistent'])
    """
    for row, status, period in _told(value, policy):
        case = unfunded(row, period, plan_of(value).term)
        yield _unpaid(case, status) if case.outcome is Outcome.INCONSISTENT else case


def delivered_at_zero_percent(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that are told as done beside a printed zero percent.

    Why it matters: whoever reads the column of percents takes them for measures that were not begun.

    How it is decided: the narrative says that the measure was delivered, a zero is printed as its percent,
    and money is planned, so that the zero is no percent of nothing.

    What it does not see: percents just above zero, and narratives whose words are not understood.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> def outcomes(narrative):
    ...     line = FundingPeriod(2023, planned=Money(1200))
    ...     progress = Progress("1.2", line, stated_percent="0.0", narrative=narrative)
    ...     report = Report(Plan(goals=[Measure("1.2")]), 2023, progress=[progress])
    ...     return [case.outcome.value for case in delivered_at_zero_percent(report, Policy())]
    >>> outcomes("Тренінг не проводився."), outcomes("Проведено тренінг.")
    (['consistent'], ['inconsistent'])
    """
    for row, status, period in _told(value, policy):
        yield _at_zero(row, status, period)


def not_due_but_reported(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that were not due in the period and are reported as worked on or paid for.

    Why it matters: the term or the report is wrong, or money went where the plan does not send it this year.

    How it is decided: the term of the measure, bounded by that of the plan, is not due in the reported
    period; yet its narrative tells of work delivered or going on, or money is allocated or disbursed, or
    its percent is above zero. What is due later in the same year may be prepared and have its money; only
    what is delivered or disbursed before then is named.

    What it does not see: measures whose term has no dates, and money that is planned only.

    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> def outcomes(narrative):
    ...     plan = Plan(goals=[Measure("3.8", term="2022, 2024")])
    ...     report = Report(plan, 2023, progress=[Progress("3.8", narrative=narrative)])
    ...     return [case.outcome.value for case in not_due_but_reported(report, Policy())]
    >>> outcomes("У 2023 році не заплановано."), outcomes("Проведено тренінг.")
    (['consistent'], ['inconsistent'])
    """
    for row, status, period in _told(value, policy):
        due = due_period(row.measure.term, period, plan_of(value).term)
        if due is Reason.NOT_DUE:
            yield _early_or_late(row, status, period, soon=_later_this_year(row, period, plan_of(value).term))
        elif isinstance(due, Reason):
            yield not_checkable(row.ref, reason=due)
        else:
            yield not_applicable(row.ref, reason=Reason.DUE)


def _told(value: Plan | Report, policy: Policy) -> Iterator[tuple[Row, Status, Period | None]]:
    statuses = statuses_of(value, policy)
    period = value.period if isinstance(value, Report) else None
    for row in rows(value):
        yield row, statuses[row.ref], period


def _unpaid(case: Case, status: Status) -> Case:
    if status.delivery is Delivery.DELIVERED:
        return inconsistent(*case.refs, **case.facts, **_quoted(status))
    if status.delivery is Delivery.UNKNOWN:
        return not_checkable(*case.refs, reason=Reason.DELIVERY_UNCLEAR)
    return not_applicable(*case.refs, reason=Reason.NOT_DELIVERED)


def _at_zero(row: Row, status: Status, period: Period | None) -> Case:
    percent = row.progress.stated_percent if row.progress else None
    if percent is None or percent.value != 0:
        return not_applicable(row.ref, reason=Reason.PERCENT_NOT_ZERO if percent else Reason.NO_PERCENT)
    lines = of_period(row.funding, period)
    planned = summed(lines, Stage.PLANNED)
    if planned == Money(0):
        return not_applicable(row.ref, reason=Reason.NONE_PLANNED)
    if planned is None:
        words = bool(lines) and all(line.needs for line in lines)
        return (
            not_applicable(row.ref, reason=Reason.WORDS_FOR_MONEY)
            if words
            else not_checkable(row.ref, reason=Reason.SILENT)
        )
    if status.delivery is Delivery.UNKNOWN:
        return not_checkable(row.ref, reason=Reason.DELIVERY_UNCLEAR)
    if status.delivery is not Delivery.DELIVERED:
        return consistent(row.ref)
    return inconsistent(row.ref, printed=percent, planned=planned, period=period, **_quoted(status))


def _later_this_year(row: Row, period: Period | None, plan: Term | None) -> bool:
    """Tell whether a measure is due between a period and the end of its year."""
    if period is None or period.last == (end := Period.year(period.last.year).last):
        return False
    return not isinstance(due_period(row.measure.term, Period(period.last, end), plan), Reason)


def _early_or_late(row: Row, status: Status, period: Period | None, *, soon: bool) -> Case:
    signs = _signs(row, period, stages=_SPENT if soon else _GIVEN)
    working = status.delivery is Delivery.DELIVERED or (status.delivery is Delivery.ONGOING and not soon)
    if signs or working:
        quoted = _quoted(status) if working else {}
        return inconsistent(row.ref, term=row.measure.term, period=period, **signs, **quoted)
    if status.delivery is Delivery.UNKNOWN and row.progress and row.progress.narrative:
        return not_checkable(row.ref, reason=Reason.DELIVERY_UNCLEAR)
    return consistent(row.ref)


_GIVEN, _SPENT = (Stage.ALLOCATED, Stage.DISBURSED), (Stage.DISBURSED,)


def _signs(row: Row, period: Period | None, *, stages: tuple[Stage, ...]) -> dict[str, Any]:
    """Return the figures that tell of work or money."""
    lines = of_period(row.funding, period)
    sums = {stage.value: summed(lines, stage) for stage in stages}
    signs: dict[str, Any] = {name: money for name, money in sums.items() if money and money > Money(0)}
    percent = row.progress.stated_percent if row.progress else None
    return signs | ({"printed": percent} if percent and percent.value > 0 else {})


def _quoted(status: Status) -> dict[str, Any]:
    """Return the words that decided; those of figures and terms have none."""
    return next(({"quoted": each.quoted} for each in status.reasons if each.quoted), {})


_NARRATIVE = (
    "Zhytomyr report for 2023, table 1: columns of money and percent beside «Інформація про виконання»"
)

DELIVERED_WITHOUT_MONEY = Rule(
    kind="delivered-without-money",
    severity=Severity.WARNING,
    basis=_NARRATIVE,
    check=delivered_without_money,
    about=(Report,),
)
DELIVERED_AT_ZERO_PERCENT = Rule(
    kind="delivered-at-zero-percent",
    severity=Severity.NOTICE,
    basis=_NARRATIVE,
    check=delivered_at_zero_percent,
    about=(Report,),
)
NOT_DUE_BUT_REPORTED = Rule(
    kind="not-due-but-reported",
    severity=Severity.WARNING,
    basis="Zhytomyr report for 2023: every measure states its term, and measure 3.8 rests between its years",
    check=not_due_but_reported,
    about=(Report,),
)
