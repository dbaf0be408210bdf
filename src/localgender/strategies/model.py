"""Strategies for the nouns: communities, executors, money, plans and reports."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import cycle
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from localgender.model.community import Community, CommunityKind
from localgender.model.executors import Executor, ExecutorKind, Involvement
from localgender.model.funding import BudgetLevel, Fund, FundingPeriod, Needs, Source
from localgender.model.passport import Passport
from localgender.model.plan import Goal, GoalLevel, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.strategies.values import codes, legal_acts, moneys, percents, periods, terms, texts
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref, RefKind

_STEPS = [Money(1), Money(100), Money(10_000), Money(100_000)]


def communities() -> st.SearchStrategy[Community]:
    """Communities, districts and oblasts."""
    names = st.sampled_from(["Житомирська міська територіальна громада", "Зорянська громада"])
    return st.builds(
        Community,
        names | texts(),
        st.none() | st.sampled_from(CommunityKind),
        st.none() | st.just("Житомирська область"),
        st.none() | texts(),
        st.none() | st.just("UA18040190000057814"),
    )


def executors() -> st.SearchStrategy[Executor]:
    """Bodies that carry out measures."""
    names = st.sampled_from(["Відділ освіти", "Громадські організації", "Департамент праці"])
    return st.builds(Executor, names | texts(), st.sampled_from(ExecutorKind))


def involvements() -> st.SearchStrategy[Involvement]:
    """Executors' parts in measures, by consent or not."""
    return st.builds(Involvement, executors(), st.booleans(), st.none() | texts())


def sources() -> st.SearchStrategy[Source]:
    """Sources of money that say at least their level or their fund."""
    both = st.builds(Source, st.sampled_from(BudgetLevel), st.none() | st.sampled_from(Fund))
    return both | st.builds(Source, st.none(), st.sampled_from(Fund))


def funding_periods() -> st.SearchStrategy[FundingPeriod]:
    """Lines of money, each stage of which may be silent, of no source, one or several."""
    return st.builds(
        FundingPeriod,
        st.none() | periods(),
        st.lists(sources(), max_size=3),
        planned=st.none() | moneys(),
        allocated=st.none() | moneys(),
        disbursed=st.none() | moneys(),
        needs=st.none() | st.sampled_from(Needs),
        step=st.sampled_from(_STEPS),
    )


def targets() -> st.SearchStrategy[Target]:
    """Tasks of higher documents."""
    return st.builds(Target, st.just("nap-1325"), st.sampled_from(_PATHS), st.none() | texts())


# A few, so that measures serve what their plan lists.
_PATHS = (("1",), ("1.1", "9"), ("", "9", "2"))
_SERVED = tuple(Ref(RefKind.TARGET, path=path) for path in _PATHS)


# Strategies of composite values are @composite over one that is built once: Hypothesis spells the others
# out in its messages, which for a report would take pages.
@st.composite
def measures(draw: st.DrawFn, *, money: bool = True) -> Measure:
    """Measures, with and without a code.

    Args:
        draw: Given by Hypothesis.
        money: Whether they may carry money.
    """
    return draw(_measures(money=money))


@cache
def _measures(*, money: bool) -> st.SearchStrategy[Measure]:
    return st.builds(
        Measure,
        st.none() | codes(),
        st.none() | texts(),
        st.none() | terms(),
        st.lists(involvements(), max_size=2),
        st.lists(funding_periods(), max_size=3 if money else 0),
        st.lists(texts(), max_size=2),
        st.lists(st.sampled_from(_SERVED), max_size=2, unique=True),
        st.none() | texts(),
    )


@st.composite
def goals(draw: st.DrawFn, *, money: bool = True, depth: int = 1) -> Goal:
    """Goals with measures and goals below them; codes repeat, since many are small.

    Args:
        draw: Given by Hypothesis.
        money: Whether measures may carry money.
        depth: Levels of goals below.
    """
    return draw(_goals(money=money, depth=depth))


@cache
def _goals(*, money: bool, depth: int) -> st.SearchStrategy[Goal]:
    return st.builds(
        Goal,
        st.none() | codes(most_parts=2),
        st.sampled_from([GoalLevel.TASK, GoalLevel.STRATEGIC, GoalLevel.OPERATIONAL]),
        st.none() | texts(),
        st.lists(_goals(money=money, depth=depth - 1), max_size=2) if depth else st.just([]),
        st.lists(_measures(money=money), max_size=3),
    )


def stated_totals() -> st.SearchStrategy[StatedTotal]:
    """Sums that documents print for the whole plan."""
    labels = st.sampled_from(["Всього", "Разом за розділом"])
    funding = st.lists(funding_periods(), max_size=3)
    return st.builds(StatedTotal, labels, st.just(PLAN), funding, st.none() | percents())


def passports() -> st.SearchStrategy[Passport]:
    """Head tables of programmes."""
    row = st.none() | texts()
    return st.builds(Passport, row, row, row, row, row, row)


@st.composite
def plans(draw: st.DrawFn, *, money: bool = True) -> Plan:
    """Plans and programmes: goals within goals, repeated and missing codes, targets that nobody serves.

    Args:
        draw: Given by Hypothesis.
        money: Whether the plan carries money; the plan of a report does not.
    """
    return draw(_plans(money=money))


@cache
def _plans(*, money: bool) -> st.SearchStrategy[Plan]:
    return st.builds(
        _plan,
        st.none() | texts(),
        community=st.none() | communities(),
        term=st.none() | terms(),
        acts=st.lists(legal_acts(), max_size=2),
        goals=st.lists(_goals(money=money, depth=1), max_size=2),
        targets=st.lists(targets(), max_size=2, unique_by=lambda target: target.path),
        stated_totals=_totals() if money else st.just([]),
        passport=st.none() | passports(),
    )


def _plan(title: str | None, **parts: Any) -> Plan:
    plan = Plan(title, **parts)
    listed = {target.ref for target in plan.targets}
    served = dict.fromkeys(ref for measure in plan.measures for ref in measure.serves)
    unlisted = tuple(Target("nap-1325", ref.path) for ref in served if ref not in listed)
    return evolve(plan, targets=plan.targets + unlisted, stated_totals=_scoped(plan, plan.stated_totals))


def _totals() -> st.SearchStrategy[list[StatedTotal]]:
    return st.lists(stated_totals(), max_size=3)


def _scoped(plan: Plan, totals: Iterable[StatedTotal]) -> list[StatedTotal]:
    """Let the first total sum the plan, and each further one a goal."""
    scopes = [PLAN, *(Ref(RefKind.GOAL, goal.code) for goal in plan.all_goals if goal.code is not None)]
    return [evolve(total, scope=scope) for total, scope in zip(totals, cycle(scopes), strict=False)]


def progress() -> st.SearchStrategy[Progress]:
    """What a report says of a measure, much of it silent."""
    return st.builds(
        Progress,
        codes().map(lambda code: Ref(RefKind.MEASURE, code)),
        st.lists(funding_periods(), max_size=3),
        stated_percent=st.none() | percents(),
        narrative=st.none() | texts(),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports that speak of some measures of their plan, each once, in the document's order."""
    return draw(_reports())


@cache
def _reports() -> st.SearchStrategy[Report]:
    return st.builds(
        _report,
        _plans(money=False),
        st.none() | periods(),
        st.lists(st.none() | progress(), max_size=6),
        issuer=st.none() | texts(),
        stated_totals=_totals(),
    )


def _report(
    plan: Plan,
    period: Period | None,
    said: list[Progress | None],
    *,
    stated_totals: list[StatedTotal],
    **rest: Any,
) -> Report:
    spoken = [evolve(each, measure=where) for where, each in zip(plan.by_ref, said, strict=False) if each]
    return Report(plan, period, progress=spoken, stated_totals=_scoped(plan, stated_totals), **rest)
