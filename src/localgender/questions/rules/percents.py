"""Rules of percents: which base gives what is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from localgender.findings import Severity
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Row, rows, summed
from localgender.questions.percent_basis import PercentBase, PercentExplanation, explain_percent
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
from localgender.questions.rules.told import explanations_of
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.refs import Ref, RefKind


def percent_unexplained(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures whose printed percent no base gives.

    Why it matters: readers compare percents of which nobody can say what they are percents of.

    How it is decided: disbursed/planned, allocated/planned and disbursed/allocated are tried, each rounded
    as printed, rounded to a whole percent, and over all amounts that are printed so. Of a row with several
    sources the percent may be that of one of them. A row of which every base is undefined is not applicable.

    What it does not see: physical completion that happens to equal a share of money.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> from localgender.values.percents import Percent
    >>> line = FundingPeriod(2023, planned=Money(1050), allocated=Money(1000), disbursed=Money(1000))
    >>> def outcomes(percent):
    ...     progress = Progress("2.1", line, stated_percent=Percent(percent))
    ...     report = Report(Plan(goals=[Measure("2.1")]), 2023, progress=[progress])
    ...     return [case.outcome.value for case in percent_unexplained(report, Policy())]
    >>> outcomes("95.2"), outcomes("90.0")
    (['consistent'], ['inconsistent'])
    """
    for row, explanation in zip(rows(value), explanations_of(value), strict=True):
        yield _unexplained(row.ref, explanation[1], row.funding)


def total_percent_unexplained(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find totals whose printed percent no base gives.

    Why it matters: the percent of the total is what a council hears.

    How it is decided: as for a measure, from the printed money of the total; never from an average of the
    percents of its rows.

    What it does not see: a base that the total does not print.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import StatedTotal
    >>> from localgender.values.percents import Percent
    >>> line = FundingPeriod(2023, planned=Money(22830), allocated=Money(6000), disbursed=Money(3000))
    >>> def outcomes(percent):
    ...     total = StatedTotal("Всього", funding=line, stated_percent=Percent(percent))
    ...     report = Report(Plan(), 2023, stated_totals=[total])
    ...     return [case.outcome.value for case in total_percent_unexplained(report, Policy())]
    >>> outcomes("13.1"), outcomes("90.0")
    (['consistent'], ['inconsistent'])
    """
    for number, total in enumerate(value.stated_totals, start=1):
        where = Ref(RefKind.TOTAL, nth=number)
        yield _unexplained(where, explain_percent(value, where), total.funding, label=total.label)


def _unexplained(
    where: Ref, explanation: PercentExplanation, lines: Collection[FundingPeriod], label: str = ""
) -> Case:
    if explanation.printed is None:
        return not_applicable(where, reason=Reason.NO_PERCENT)
    if not explanation.defined:
        return not_applicable(where, reason=Reason.PERCENT_UNDEFINED)
    if explanation.explaining or _of_one_source(explanation.printed, lines):
        return consistent(where)
    candidates = tuple((basis.name.value, basis.computed) for basis in explanation.defined)
    facts: dict[str, Any] = {"label": label} if label else {}
    return inconsistent(where, printed=explanation.printed, candidates=candidates, **facts)


def _of_one_source(printed: Percent, lines: Collection[FundingPeriod]) -> bool:
    """Tell whether the money of one of several sources gives a percent, which then stands beside it."""
    several = len({line.sources for line in lines}) > 1
    return several and any(explain_percent(printed, line).explaining for line in lines)


def percent_basis_varies(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find the measures whose percent has another base than most.

    Why it matters: percents of different bases stand in one column and cannot be compared.

    How it is decided: of the rows that some base explains, the base that explains most is the common one;
    the rows it does not explain are named. A zero printed for a zero of nothing goes with every base. Of
    bases that explain equally many, disbursed/planned comes first, then allocated/planned.

    What it does not see: rows that no base explains, which are percent-unexplained.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> from localgender.values.percents import Percent
    >>> line = FundingPeriod(2023, planned=Money(4000), allocated=Money(4400), disbursed=Money(1400))
    >>> def outcomes(*percents):
    ...     plan = Plan(goals=[Measure(f"4.{n}") for n, _ in enumerate(percents, start=1)])
    ...     rows = zip(plan.by_ref, map(Percent, percents))
    ...     report = Report(plan, 2023, progress=[Progress(r, line, stated_percent=p) for r, p in rows])
    ...     return [case.outcome.value for case in percent_basis_varies(report, Policy())]
    >>> outcomes("35.0", "35.0"), outcomes("35.0", "32.0")
    (['consistent'], ['inconsistent'])
    """
    bases: dict[Ref, frozenset[PercentBase]] = {}
    for where, explanation in explanations_of(value):
        if explanation.explaining:
            bases[where] = _compatible(explanation)
        else:
            yield not_applicable(where, reason=_why_unexplained(explanation))
    if bases:
        yield _varying(bases)


def _compatible(explanation: PercentExplanation) -> frozenset[PercentBase]:
    """Return the bases that a printed percent does not speak against: a zero is also printed for 0 of 0."""
    names = {basis.name for basis in explanation.explaining}
    if explanation.printed is not None and explanation.printed.value == 0:
        names |= set(PercentBase) - {basis.name for basis in explanation.defined}
    return frozenset(names)


def _why_unexplained(explanation: PercentExplanation) -> Reason:
    if explanation.printed is None:
        return Reason.NO_PERCENT
    return Reason.PERCENT_UNEXPLAINED if explanation.defined else Reason.PERCENT_UNDEFINED


def _varying(bases: Mapping[Ref, frozenset[PercentBase]]) -> Case:
    # max() keeps the first of equals, which is the order the bases are told in.
    common = max(PercentBase, key=lambda base: sum(base in names for names in bases.values()))
    shared = tuple(where for where, names in bases.items() if common in names)
    others = tuple(where for where in bases if common not in bases[where])
    if not others:
        return consistent(*shared)
    theirs = tuple((where, tuple(sorted(base.value for base in bases[where]))) for where in others)
    return inconsistent(*others, base=common.value, bases=theirs, rows=shared)


def full_percent_without_money(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures reported as 100 percent though their planned money was not spent.

    Why it matters: the percent then tells of work, while its neighbours tell of money.

    How it is decided: 100 is printed, money is planned, and a zero is printed for what was disbursed.

    What it does not see: percents just below 100, and spending that is not stated.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> from localgender.values.percents import Percent
    >>> def outcomes(disbursed):
    ...     line = FundingPeriod(2023, planned=Money(240), disbursed=disbursed)
    ...     progress = Progress("1.1", line, stated_percent=Percent("100.0"))
    ...     report = Report(Plan(goals=[Measure("1.1")]), 2023, progress=[progress])
    ...     return [case.outcome.value for case in full_percent_without_money(report, Policy())]
    >>> outcomes(Money(240)), outcomes(Money(0))
    (['consistent'], ['inconsistent'])
    """
    return map(_full, rows(value))


def _full(row: Row) -> Case:
    percent = row.progress.stated_percent if row.progress else None
    if percent is None or percent.value != 100:
        return not_applicable(row.ref, reason=Reason.PERCENT_NOT_FULL if percent else Reason.NO_PERCENT)
    planned, disbursed = summed(row.funding, Stage.PLANNED), summed(row.funding, Stage.DISBURSED)
    if planned == Money(0):
        return not_applicable(row.ref, reason=Reason.NONE_PLANNED)
    if planned is None or disbursed is None:
        return not_checkable(row.ref, reason=Reason.SILENT)
    if disbursed != Money(0):
        return consistent(row.ref)
    return inconsistent(row.ref, printed=percent, planned=planned, disbursed=disbursed)


_ARITHMETIC = "arithmetic: a percent is the relation of two printed amounts"

PERCENT_UNEXPLAINED = Rule(
    kind="percent-unexplained",
    severity=Severity.WARNING,
    basis=_ARITHMETIC,
    check=percent_unexplained,
    about=(Report,),
)
PERCENT_BASIS_VARIES = Rule(
    kind="percent-basis-varies",
    severity=Severity.WARNING,
    basis=_ARITHMETIC,
    check=percent_basis_varies,
    about=(Report,),
)
TOTAL_PERCENT_UNEXPLAINED = Rule(
    kind="total-percent-unexplained",
    severity=Severity.WARNING,
    basis=_ARITHMETIC,
    check=total_percent_unexplained,
)
FULL_PERCENT_WITHOUT_MONEY = Rule(
    kind="full-percent-without-money",
    severity=Severity.WARNING,
    basis="Zhytomyr report for 2023: measure 1.1 prints 100,0 beside 2,4 planned and 0,0 financed",
    check=full_percent_without_money,
    about=(Report,),
)
