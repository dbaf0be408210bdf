"""Rules of terms: when measures are due, and whether money came when they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localgender.findings import Severity
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Row, plan_of, rows, summed
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
from localgender.questions.rules.silence import silences
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.refs import Ref
from localgender.values.terms import Term


def no_term(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures without a term.

    Why it matters: without a term nobody can say whether a measure is late.

    How it is decided: the row is silent while some other row has a term. When every row is silent the plan
    gets one notice.

    What it does not see: a term that stands in the title of the measure.

    >>> from localgender.model.plan import Measure
    >>> from localgender.values.terms import years
    >>> def outcomes(*terms):
    ...     plan = Plan(goals=[Measure(f"1.{n}", term=term) for n, term in enumerate(terms, start=1)])
    ...     return [case.outcome.value for case in no_term(plan, Policy())]
    >>> outcomes(years(2023), years(2024)), outcomes(years(2023), None)
    (['consistent', 'consistent'], ['consistent', 'inconsistent'])
    """
    told = ((where, measure.term is not None) for where, measure, _ in plan_of(value).placed)
    return silences(told, severity=Severity.WARNING)


def outside_plan_term(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures whose term leaves that of the plan.

    Why it matters: a measure outside the term of its programme has no money to come from.

    How it is decided: some stated day of the measure lies outside the stated days of the plan.

    What it does not see: terms without days, such as «постійно».

    >>> from localgender.model.plan import Measure
    >>> from localgender.values.terms import years
    >>> def outcomes(term):
    ...     plan = Plan(term=years(2020, 2025), goals=[Measure("1.1", term=term)])
    ...     return [case.outcome.value for case in outside_plan_term(plan, Policy())]
    >>> outcomes(years(2021)), outcomes(years(2025, 2026))
    (['consistent'], ['inconsistent'])
    """
    plan = plan_of(value)
    for where, measure, _ in plan.placed:
        yield _within_plan(where, measure.term, plan.term)


def _within_plan(where: Ref, term: Term | None, plan: Term | None) -> Case:
    if term is None:
        return not_checkable(where, reason=Reason.NO_TERM)
    if plan is None or not plan.closed():
        return not_checkable(where, reason=Reason.NO_PLAN_TERM)
    if not term.closed():
        return not_applicable(where, reason=Reason.TERM_WITHOUT_DAYS)
    return inconsistent(where, term=term, plan_term=plan) if term.leaves(plan) else consistent(where)


def due_unfunded(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that were promised money, were due, and got none.

    Why it matters: a promise that the year's budget did not keep is what a council has to hear.

    How it is decided: money is planned, a zero is printed both for what was allocated and for what was
    disbursed, and the term of the measure, bounded by that of the plan, is due in the reported period.

    What it does not see: measures due without money planned, and money that is not stated.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> from localgender.values.terms import years
    >>> def outcomes(given):
    ...     line = FundingPeriod(2023, planned=Money(1200), allocated=given, disbursed=given)
    ...     plan = Plan(term=years(2020, 2025), goals=[Measure("1.2", term=years(2023))])
    ...     report = Report(plan, 2023, progress=[Progress("1.2", line)])
    ...     return [case.outcome.value for case in due_unfunded(report, Policy())]
    >>> outcomes(Money(1200)), outcomes(Money(0))
    (['consistent'], ['inconsistent'])
    """
    period = value.period if isinstance(value, Report) else None
    for row in rows(value):
        yield unfunded(row, period, plan_of(value).term)


def unfunded(row: Row, period: Period | None, plan: Term | None) -> Case:
    """Answer of one row whether it was promised money, was due, and got none.

    Args:
        row: A row of a report.
        period: What is reported.
        plan: Term of the plan, within which recurring and open terms are due.
    """
    where = row.ref
    if isinstance(due := due_period(row.measure.term, period, plan), Reason):
        outcome = not_applicable if due is Reason.NOT_DUE else not_checkable
        return outcome(where, reason=due)
    lines = of_period(row.funding, due)
    planned, allocated, disbursed = (summed(lines, stage) for stage in Stage)
    if planned == Money(0):
        return not_applicable(where, reason=Reason.NONE_PLANNED)
    if planned is not None and any(money not in (None, Money(0)) for money in (allocated, disbursed)):
        return consistent(where)
    if planned is None or allocated is None or disbursed is None:
        return not_checkable(where, reason=Reason.SILENT)
    return inconsistent(where, planned=planned, allocated=allocated, disbursed=disbursed, period=period)


def of_period(lines: Iterable[FundingPeriod], period: Period | None) -> list[FundingPeriod]:
    """Return the lines that may be of a period; all when none is stated."""
    return [line for line in lines if line.period is None or period is None or period.meets(line.period)]


def due_period(term: Term | None, period: Period | None, plan: Term | None) -> Period | Reason:
    """Return the period in which something is due, or why none can be told."""
    if period is None:
        return Reason.NO_PERIOD
    if term is None:
        return Reason.NO_TERM
    if (due := term.due_in(period, within=plan)) is None:
        return Reason.TERM_WITHOUT_DAYS
    return period if due else Reason.NOT_DUE


_PLANNING = "Zhytomyr report for 2023: every measure states its term, and the programme its own"

NO_TERM = Rule(kind="no-term", severity=Severity.WARNING, basis=_PLANNING, check=no_term)
OUTSIDE_PLAN_TERM = Rule(
    kind="outside-plan-term", severity=Severity.WARNING, basis=_PLANNING, check=outside_plan_term
)
DUE_UNFUNDED = Rule(
    kind="due-unfunded",
    severity=Severity.WARNING,
    basis="Zhytomyr report for 2023: fifteen measures due in the year have money planned and 0,0 given",
    check=due_unfunded,
    about=(Report,),
)
