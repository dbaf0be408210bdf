"""A right document is not accused, and one wrong figure in it is named, however everything was rounded."""

from __future__ import annotations

from collections.abc import Sequence

from alike import few
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.suspects import printed, suspects
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.refs import Ref, RefKind

STEPS = (1, 100, 1_000, 10_000, 100_000)
SOURCES = (Source("community"), Source("state"))
ARITHMETIC = {
    "stated-total-differs", "percent-unexplained", "total-percent-unexplained", "percent-basis-varies",
    "allocated-exceeds-planned", "disbursed-exceeds-allocated", "full-percent-without-money",
}  # fmt: skip

Amounts = tuple[int, ...]
"""What was planned, allocated and disbursed, in kopiykas."""


@frozen
class Paying:
    """One measure: its code and what each source pays for it, before anything is rounded."""

    code: str
    parts: tuple[Amounts, ...]


@frozen
class Printing:
    """How a report prints its figures: in which steps, of which sources, where its totals stand."""

    step: int
    sources: tuple[Source | None, ...]
    whole: Stage
    decimals: int
    tables: bool

    def line(self, amounts: Sequence[int], source: Source | None = None) -> FundingPeriod:
        figures = [Money((2 * each + self.step) // (2 * self.step) * self.step) for each in amounts]
        money = dict(zip(Stage, figures, strict=True))
        return FundingPeriod(2024, [source] if source else [], step=Money(self.step), **money)

    def percent(self, amounts: Sequence[int]) -> Percent | None:
        exact = dict(zip(Stage, map(Money, amounts), strict=True))
        return Ratio(exact[Stage.DISBURSED], exact[self.whole]).percent(self.decimals)

    def totals(self, scope: str, rows: Sequence[Paying]) -> list[StatedTotal]:
        by_source = [summed([row.parts[n] for row in rows]) for n, _ in enumerate(self.sources)]
        every = summed(by_source)
        said = [StatedTotal("Всього", scope, self.line(every), stated_percent=self.percent(every))]
        if len(self.sources) > 1:
            parts = zip(by_source, self.sources, strict=True)
            said += [StatedTotal("у т.ч.", scope, self.line(part, source)) for part, source in parts]
        return said


def summed(amounts: Sequence[Amounts]) -> Amounts:
    return tuple(map(sum, zip(*amounts, strict=True)))


@st.composite
def amounts(draw: st.DrawFn) -> Amounts:
    """What was paid is at most what was given, and that at most what was promised."""
    planned = draw(st.integers(1_000_000, 10**9))
    allocated = draw(st.just(planned) | st.integers(planned // 2, planned))
    return planned, allocated, draw(st.just(allocated) | st.integers(allocated // 2, allocated))


@st.composite
def right_reports(draw: st.DrawFn) -> Report:
    """Reports whose figures are the true ones, each rounded by itself."""
    how = Printing(
        draw(st.sampled_from(STEPS)),
        draw(st.sampled_from([(None,), SOURCES])),
        draw(st.sampled_from([Stage.PLANNED, Stage.ALLOCATED])),
        draw(st.integers(0, 2)),
        draw(st.booleans()),
    )
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    paid = st.tuples(*(amounts() for _ in how.sources))
    goals = [[Paying(f"{g}.{n}", draw(paid)) for n in range(1, size + 1)] for g, size in enumerate(sizes, 1)]
    rows = [row for goal in goals for row in goal]
    scopes = ["plan" if how.tables else f"goal:{number}" for number, _ in enumerate(goals, 1)]
    totals = [each for scope, goal in zip(scopes, goals, strict=True) for each in how.totals(scope, goal)]
    progress = [
        Progress(
            row.code, map(how.line, row.parts, how.sources), stated_percent=how.percent(summed(row.parts))
        )
        for row in rows
    ]
    plan = Plan(
        goals=[Goal(n, measures=[Measure(row.code) for row in goal]) for n, goal in enumerate(goals, 1)]
    )
    return Report(plan, 2024, progress=progress, stated_totals=[*totals, *how.totals("plan", rows)])


@given(right_reports())
def test_a_right_report_is_not_accused(report: Report) -> None:
    """With totals of goals or of tables, one source or two, percents of either base in any rounding."""
    assert not ARITHMETIC.intersection(lg.audit(report).kinds)
    assert suspects(report) == ()


def changed(report: Report, where: Ref, amount: Money) -> Report:
    """Print another amount at an address."""
    total = where.kind is RefKind.TOTAL
    told = list(report.stated_totals if total else report.progress)
    place = where.nth - 1 if total else [each.measure for each in report.progress].index(where.subject)
    lines = [
        evolve(line, **{where.part: amount}) if where.source in ("", line.source) else line
        for line in told[place].funding
    ]
    told[place] = evolve(told[place], funding=lines)
    return evolve(report, **{"stated_totals" if total else "progress": told})


@few
@given(right_reports(), st.data())
def test_a_wrong_amount_is_named_and_suspected(report: Report, data: st.DataObject) -> None:
    """Past the rounding of all rows; the finding points at it or at the total that sums it."""
    figures = {where: each for where, each in printed(report).items() if isinstance(each, Money)}
    where = data.draw(st.sampled_from(sorted(figures, key=str)))
    step = report.progress[0].funding[0].step
    past = data.draw(st.integers(1, 10_000)) + sum(len(each.funding) for each in report.progress) + 1
    wrong = changed(report, where, figures[where] + Money(past * step.kopiykas))
    found = lg.audit(wrong).of("stated-total-differs")
    assert any(where in (*each.refs, *each.facts["rows"]) for each in found)
    assert any(where in each.refs for each in suspects(wrong))
