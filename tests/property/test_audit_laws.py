"""Laws of audits and explained sums, on every sort of plan and report."""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from localgender import strategies
from localgender.exchange.json import dumps, loads
from localgender.findings import Finding, Findings
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Report
from localgender.questions.addends import ExplainedTotal, explain_total, explain_totals_by
from localgender.questions.aggregate import GROUPINGS, lines, total, totals_by
from localgender.questions.audit import audit, audit_summary
from localgender.questions.rules.arithmetic import STATED_TOTAL_DIFFERS
from localgender.showing.messages import describe
from localgender.values.money import Money
from localgender.values.refs import RefKind

VALUES = strategies.plans() | strategies.reports()
STAGES, BY = st.sampled_from(Stage), st.sampled_from(GROUPINGS)


def sums_up(explained: ExplainedTotal) -> bool:
    added = sum((each.money for each in explained.addends), Money(0))
    return added == explained.money if explained.addends else explained.money is None


@given(VALUES, STAGES)
def test_a_sum_is_the_sum_of_its_addends(value: Plan | Report, stage: Stage) -> None:
    explained = explain_total(value, stage)
    assert explained.money == total(value, stage)
    assert sums_up(explained)


@given(VALUES, STAGES, BY)
def test_every_group_is_the_sum_of_its_addends(value: Plan | Report, stage: Stage, by: str) -> None:
    explained = explain_totals_by(value, by, stage)
    assert {key: each.money for key, each in explained.items()} == dict(totals_by(value, by, stage))
    assert list(explained) == list(totals_by(value, by, stage))
    assert all(map(sums_up, explained.values()))


def figures(explained: ExplainedTotal) -> Counter[Any]:
    """Every figure of a measure that a sum has seen, added or not."""
    told = [*explained.addends, *explained.exclusions]
    return Counter(each.ref for each in told if each.ref.part and each.ref.kind is RefKind.MEASURE)


@given(VALUES, STAGES, BY)
def test_groups_partition_the_figures(value: Plan | Report, stage: Stage, by: str) -> None:
    """Each is added or excluded in one group, once; together they are all the lines there are."""
    grouped = Counter[Any]()
    for explained in explain_totals_by(value, by, stage).values():
        grouped += figures(explained)
    assert grouped == figures(explain_total(value, stage))
    assert grouped.total() == len(list(lines(value)))


@given(VALUES)
def test_an_audit_never_raises_and_counts_what_it_finds(value: Plan | Report) -> None:
    found = audit(value)
    assert Counter(each.kind for each in found) == Counter(
        {each.kind: each.inconsistent for each in audit_summary(value) if each.inconsistent}
    )


@given(VALUES)
def test_what_an_audit_finds_fits_its_sentences(value: Plan | Report) -> None:
    """None is told by its name and facts, as a kind that the library does not know would be."""
    for finding in audit(value):
        for language in ("uk", "en"):
            assert not describe(finding, language).startswith(f"{finding.kind}")


@given(VALUES)
def test_equal_values_are_audited_alike(value: Plan | Report) -> None:
    """A value that went through its JSON is the same to an audit."""
    again = loads(dumps(value))
    assert audit(again) == audit(value)
    assert audit_summary(again) == audit_summary(value)


@st.composite
def numbered(draw: st.DrawFn) -> Plan:
    """Plans of one goal whose measures have codes of their own."""
    measures = draw(st.lists(strategies.measures(), max_size=5))
    coded = [evolve(each, code=f"1.{number}") for number, each in enumerate(measures, start=1)]
    totals = draw(st.lists(strategies.stated_totals(), max_size=2))
    return Plan(
        term=draw(st.none() | strategies.terms()), goals=Goal("1", measures=coded), stated_totals=totals
    )


def unordered(found: Findings) -> Counter[Any]:
    return Counter(map(_unordered, found))


def _unordered(finding: Finding) -> tuple[Any, ...]:
    facts = {
        name: frozenset(fact) if isinstance(fact, tuple) else fact for name, fact in finding.facts.items()
    }
    return finding.kind, finding.severity, frozenset(finding.refs), frozenset(facts.items())


@given(numbered(), st.randoms(use_true_random=False))
def test_the_order_of_measures_changes_only_the_order_of_findings(plan: Plan, random: Any) -> None:
    (goal,) = plan.goals
    shuffled = random.sample(goal.measures, len(goal.measures))
    other = evolve(plan, goals=evolve(goal, measures=shuffled))
    assert unordered(audit(other)) == unordered(audit(plan))
    counts = [
        [(each.kind, each.consistent, each.inconsistent, each.reasons) for each in audit_summary(value)]
        for value in (plan, other)
    ]
    assert counts[0] == counts[1]


def line(exact: int, step: int, period: int) -> FundingPeriod:
    """Print an exact amount of kopiykas to a step, half up."""
    return FundingPeriod(period, planned=Money((2 * exact + step) // (2 * step) * step), step=Money(step))


@given(
    st.lists(
        st.lists(st.tuples(*[st.none() | st.integers(0, 10**9)] * 2), min_size=1, max_size=6),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([1, 100, 1000, 10_000, 100_000]),
    st.sampled_from([1, 100, 1000, 10_000, 100_000]),
)
def test_right_totals_are_never_accused_however_they_were_rounded(
    goals: list[list[tuple[int | None, int | None]]], step: int, coarser: int
) -> None:
    """By goal, by year and over all, also where rows are silent of money that the total counts."""
    years = (2023, 2024)
    measures = [
        [
            Measure(
                f"{g}.{n}",
                funding=[
                    FundingPeriod(year) if exact is None else line(exact, step, year)
                    for year, exact in zip(years, row, strict=True)
                ],
            )
            for n, row in enumerate(rows, start=1)
        ]
        for g, rows in enumerate(goals, start=1)
    ]
    hidden = 5_000_000  # what a silent cell is worth, which only the totals know

    def stated(label: str, scope: str, rows: list[tuple[int | None, int | None]]) -> StatedTotal:
        sums = [
            sum(hidden if exact is None else exact for exact in column) for column in zip(*rows, strict=True)
        ]
        funding = [line(exact, coarser, year) for year, exact in zip(years, sums, strict=True)]
        return StatedTotal(label, scope, funding)

    plan = Plan(
        goals=[Goal(str(g), measures=each) for g, each in enumerate(measures, start=1)],
        stated_totals=[
            *[stated("Разом", f"goal:{g}", rows) for g, rows in enumerate(goals, start=1)],
            stated("Всього", "plan", [row for rows in goals for row in rows]),
        ],
    )
    assert len(audit(plan, rules=[STATED_TOTAL_DIFFERS])) == 0
