"""Laws of sums, percents and audits, on generated figures."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from localgender import laws
from localgender.model.funding import BudgetLevel, Fund, FundingPeriod, Needs, Source, Stage
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.aggregate import GROUPINGS
from localgender.questions.audit import audit, audit_summary
from localgender.questions.percent_basis import STAGE_BASES, PercentBase, Rounding, explain_percent
from localgender.questions.rules.arithmetic import STATED_TOTAL_DIFFERS
from localgender.values.codes import Code
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.periods import Period
from localgender.values.terms import Recurrence, Term, years

STEPS = st.sampled_from([1, 100, 1000, 10_000, 100_000])
EXACT = st.integers(0, 10**9)


def rounded(kopiykas: int, step: int) -> Money:
    """Print an amount to a step, half up."""
    return Money((2 * kopiykas + step) // (2 * step) * step)


def added_up(rows: list[int], step: int, *, error: int = 0) -> Plan:
    """Return a plan that prints exact rows and their exact total, each rounded by itself."""

    def line(money: Money) -> FundingPeriod:
        return FundingPeriod(2023, planned=money, step=Money(step))

    measures = [Measure(f"1.{n}", funding=line(rounded(row, step))) for n, row in enumerate(rows, start=1)]
    stated = StatedTotal("Всього", funding=line(rounded(sum(rows), step) + Money(error)))
    return Plan(goals=measures, stated_totals=[stated])


@given(st.lists(EXACT, min_size=1, max_size=30), STEPS)
def test_a_right_total_is_never_accused(rows: list[int], step: int) -> None:
    """However its rows were rounded."""
    assert len(audit(added_up(rows, step), rules=[STATED_TOTAL_DIFFERS])) == 0


@given(st.lists(EXACT, min_size=1, max_size=30), STEPS, st.integers(1, 1000), st.sampled_from([1, -1]))
def test_an_error_past_twice_the_half_digits_is_always_found(
    rows: list[int], step: int, past: int, sign: int
) -> None:
    """The half digits of n rows and one total, doubled, are n + 1 whole digits."""
    error = sign * (len(rows) + 1 + past) * step
    assert len(audit(added_up(rows, step, error=error), rules=[STATED_TOTAL_DIFFERS])) == 1


@given(st.sampled_from(STAGE_BASES), EXACT, st.integers(1, 10**9), STEPS, st.integers(0, 2))
def test_the_true_base_is_among_the_answers(
    base: PercentBase, part: int, whole: int, step: int, decimals: int
) -> None:
    """Also when the percent was made from amounts finer than the printed ones."""
    percent = Ratio(Money(part), Money(whole)).percent(decimals)
    stages = dict(zip(base.stages, (rounded(part, step), rounded(whole, step)), strict=True))
    assume(stages[base.stages[1]] != Money(0))
    line = FundingPeriod(2023, **{stage.value: money for stage, money in stages.items()}, step=Money(step))
    assert base in {basis.name for basis in explain_percent(percent, line).explaining}


@given(st.sampled_from(STAGE_BASES), EXACT, st.integers(1, 10**9), STEPS, st.integers(0, 2))
def test_a_percent_of_the_printed_amounts_is_explained_as_printed(
    base: PercentBase, part: int, whole: int, step: int, decimals: int
) -> None:
    """No interval is needed."""
    amounts = dict(zip(base.stages, (Money(part), Money(whole)), strict=True))
    line = FundingPeriod(2023, **{stage.value: money for stage, money in amounts.items()}, step=Money(step))
    found = explain_percent(Ratio(Money(part), Money(whole)).percent(decimals), line).bases
    (basis,) = (each for each in found if each.name is base)
    assert basis.rounding is Rounding.PRINTED
    assert basis.residual is not None
    assert abs(Fraction(basis.residual)) <= Fraction(1, 2 * 10**decimals) + Fraction(1, 10**4)


AMOUNTS = st.none() | st.integers(-5, 5).map(lambda n: Money(n * 10_000)) | st.integers(0, 10**9).map(Money)
PERIODS = st.none() | st.sampled_from(
    [Period.year(2023), Period.year(2024), Period.years(2023, 2025), Period.nine_months(2023)]
)
SOURCES = st.builds(
    Source, st.none() | st.sampled_from(BudgetLevel), st.none() | st.sampled_from(Fund)
).filter(lambda source: bool(str(source)))
LINES = st.builds(
    FundingPeriod,
    PERIODS,
    st.lists(SOURCES, max_size=2),
    planned=AMOUNTS,
    allocated=AMOUNTS,
    disbursed=AMOUNTS,
    needs=st.none() | st.sampled_from(Needs),
    step=STEPS.map(Money),
)
PERCENTS = st.none() | st.builds(Percent, st.integers(-10, 2000), st.integers(0, 2))
CODES = st.none() | st.lists(st.integers(1, 4), min_size=1, max_size=3).map(Code)
TERMS = st.none() | st.sampled_from(
    [
        years(2023),
        years(2022, 2030),
        Term(),
        Term(recurrence=Recurrence.YEARLY),
        Term(deadlines=["2024-12-01"]),
    ]
)
MEASURES = st.builds(
    Measure,
    CODES,
    term=TERMS,
    involvements=st.lists(st.sampled_from(["А", "Б", "В"]), max_size=2),
    funding=st.lists(LINES, max_size=3),
)
GOALS = st.recursive(
    st.builds(Goal, CODES, measures=st.lists(MEASURES, max_size=4)),
    lambda inner: st.builds(
        Goal, CODES, goals=st.lists(inner, max_size=3), measures=st.lists(MEASURES, max_size=2)
    ),
    max_leaves=4,
)
SCOPES = st.sampled_from(["plan", "goal:1", "goal:1#2", "goal:#1", "1.1", "1", "#1", "target:1:2"])
TOTALS = st.builds(
    StatedTotal, st.just("Всього"), SCOPES, st.lists(LINES, max_size=3), stated_percent=PERCENTS
)
PLANS = st.builds(
    Plan, term=TERMS, goals=st.lists(GOALS, max_size=3), stated_totals=st.lists(TOTALS, max_size=3)
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report on some of the measures of a plan."""
    plan = draw(PLANS)
    reported = [where for where in plan.by_ref if draw(st.booleans())]
    progress = [
        Progress(
            where,
            draw(st.lists(LINES, max_size=3)),
            stated_percent=draw(PERCENTS),
            narrative=draw(st.none() | st.just("Проведено.")),
        )
        for where in reported
    ]
    totals = draw(st.lists(TOTALS, max_size=3))
    return Report(plan, draw(PERIODS), progress=progress, stated_totals=totals)


@given(PLANS | reports(), st.sampled_from(GROUPINGS), st.sampled_from(Stage))
def test_groups_add_up_to_the_total(value: Plan | Report, by: str, stage: Stage) -> None:
    """Nothing is divided, counted twice or left out."""
    laws.groups_add_up(value, by, stage=stage)


@given(PLANS | reports())
def test_an_audit_never_raises_and_counts_what_it_finds(value: Plan | Report) -> None:
    """Whatever a document prints."""
    assert sum(each.inconsistent for each in audit_summary(value)) == len(audit(value))
    assert len(set(audit(value))) <= len(audit(value))


@given(reports())
def test_equal_reports_are_audited_alike(report: Report) -> None:
    """Spelling a value differently, or telling progress in another order, changes nothing."""
    respelled = Report(
        Plan(
            term=report.plan.term,
            goals=list(report.plan.goals),
            stated_totals=list(report.plan.stated_totals),
        ),
        None if report.period is None else str(report.period),
        progress=[evolve(each, measure=str(each.measure)) for each in reversed(report.progress)],
        stated_totals=[evolve(each, scope=str(each.scope)) for each in report.stated_totals],
    )
    assert audit(respelled) == audit(report)
    assert audit_summary(respelled) == audit_summary(report)
