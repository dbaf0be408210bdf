"""What an official has to lay out: tasks, measures and their money, beside the value they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen
from hypothesis import strategies as st

from localgender.model.community import Community, CommunityKind
from localgender.model.executors import Executor, ExecutorKind, Involvement
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.values.money import Money
from localgender.values.terms import years

Kind = Literal["report", "plan"]
Amounts = tuple[int | None, ...]
Goals = tuple[tuple[str, tuple["Line", ...]], ...]

YEARS = (2024, 2025, 2026)
"""Of a plan, one for each column of money; a report is on the first, in three stages of money."""
TENTH = Money(10_000)
"""A tenth of a thousand hryvnias: what most tables print their amounts to."""

_TERM = years(YEARS[0], YEARS[-1])
_PROGRAMMES = ("Рівні можливості", "Громада для всіх")
_COMMUNITIES = (
    ("Зорянської міської ради", Community("Зорянська міська територіальна громада", CommunityKind.CITY)),
    ("Лугової сільської ради", Community("Лугова сільська територіальна громада", CommunityKind.VILLAGE)),
)  # fmt: skip
_GOALS = ("Обізнаність", "Протидія насильству", "Участь жінок у прийнятті рішень")
_MEASURES = ("Тренінги для депутатів", "Мобільна бригада", "Акція «16 днів»", "Гендерний аналіз послуг")
_WORDS = ("Проведено 3 тренінги.", "Навчено 30 осіб", "Працює бригада, 12 виїздів")
_EXECUTORS = {
    "Відділ освіти": Involvement(Executor("Відділ освіти", ExecutorKind.UNIT), printed="Відділ освіти"),
    "Служба у справах дітей": Involvement(
        Executor("Служба у справах дітей", ExecutorKind.UNIT), printed="Служба у справах дітей"
    ),
    "громадські організації (за згодою)": Involvement(
        Executor("Громадські організації", ExecutorKind.CIVIL_SOCIETY),
        by_consent=True,
        printed="громадські організації",
    ),
}


@frozen
class Line:
    """One measure as its row says it.

    Attributes:
        title: What is to be done.
        term: First and last year.
        executors: Printed one after the other.
        amounts: Tenths of a thousand hryvnias in each column of money, None for a dash.
        words: Narrative of a report, expected result of a plan; blank when silent.
    """

    title: str
    term: tuple[int, int]
    executors: tuple[str, ...]
    amounts: Amounts
    words: str


@frozen
class Promised:
    """Everything that is to be laid out, and the value it makes.

    Attributes:
        kind: "report" or "plan".
        prose: Lines above the table.
        goals: Each task with its measures; both are numbered from 1.
        total: What the last row claims; None without one.
        value: Plan or report.
    """

    kind: Kind
    prose: tuple[str, ...]
    goals: Goals
    total: Amounts | None
    value: Plan | Report


@st.composite
def promised(draw: st.DrawFn, kind: Kind) -> Promised:
    """Draw a small plan or report, with the value that it makes."""
    titles = draw(st.lists(st.sampled_from(_GOALS), min_size=1, max_size=3, unique=True))
    goals = tuple((title, tuple(draw(st.lists(_lines(), min_size=1, max_size=3)))) for title in titles)
    total = _sums([line for _, lines in goals for line in lines]) if draw(st.booleans()) else None
    council, community = draw(st.sampled_from(_COMMUNITIES))
    programme = draw(st.sampled_from(_PROGRAMMES))
    named = f"«{programme}» {council} на {YEARS[0]}-{YEARS[-1]} роки"
    if kind == "plan":
        title = f"Програма {named}"
        return Promised(kind, (title,), goals, total, _plan(title, community, goals, total))
    prose = ("ЗВІТ", f"про виконання Програми {named}", f"за {YEARS[0]} рік")
    return Promised(kind, prose, goals, total, _report(programme, community, goals, total))


def _lines() -> st.SearchStrategy[Line]:
    amount = st.none() | st.integers(0, 50_000)
    return st.builds(
        Line,
        st.sampled_from(_MEASURES),
        st.sampled_from([(YEARS[0], YEARS[-1]), (YEARS[0], YEARS[0]), (YEARS[1], YEARS[2])]),
        st.lists(st.sampled_from(sorted(_EXECUTORS)), max_size=2, unique=True).map(tuple),
        st.tuples(amount, amount, amount),
        st.just("") | st.sampled_from(_WORDS),
    )


def _sums(lines: Sequence[Line]) -> Amounts:
    return tuple(
        sum(each or 0 for each in column) for column in zip(*(line.amounts for line in lines), strict=True)
    )


def _plan(title: str, community: Community, goals: Goals, total: Amounts | None) -> Plan:
    steps = _steps(goals, total)
    claimed = () if total is None else [StatedTotal("Всього", funding=_by_year(total, steps))]
    made = [
        Goal(str(n), title=task, measures=[
            evolve(_measure(f"{n}.{m}", line), funding=_by_year(line.amounts, steps), results=_said(line))
            for m, line in enumerate(lines, 1)
        ])
        for n, (task, lines) in enumerate(goals, 1)
    ]  # fmt: skip
    return Plan(title, community=community, term=_TERM, goals=made, stated_totals=claimed)


def _report(title: str, community: Community, goals: Goals, total: Amounts | None) -> Report:
    step = max(_steps(goals, total))
    claimed = () if total is None else [StatedTotal("Всього", funding=_by_stage(total, step))]
    numbered = [
        (task, [(f"{n}.{m}", line) for m, line in enumerate(lines, 1)])
        for n, (task, lines) in enumerate(goals, 1)
    ]
    made = [
        Goal(str(n), title=task, measures=[_measure(*each) for each in lines])
        for n, (task, lines) in enumerate(numbered, 1)
    ]
    told = [
        Progress(code, _by_stage(line.amounts, step), narrative=line.words or None)
        for _, lines in numbered
        for code, line in lines
    ]
    plan = Plan(title, community=community, term=_TERM, goals=made)
    return Report(plan, YEARS[0], progress=told, stated_totals=claimed)


def _measure(code: str, line: Line) -> Measure:
    return Measure(code, line.title, years(*line.term), [_EXECUTORS[each] for each in line.executors])


def _said(line: Line) -> tuple[str, ...]:
    return (line.words,) if line.words else ()


def _steps(goals: Goals, total: Amounts | None) -> tuple[Money, ...]:
    """Return the last digit printed in each column: a column of dashes prints none."""
    rows = [line.amounts for _, lines in goals for line in lines]
    columns = zip(*(rows if total is None else [*rows, total]), strict=True)
    return tuple(Money(1) if set(column) == {None} else TENTH for column in columns)


def _by_year(amounts: Amounts, steps: Sequence[Money]) -> tuple[FundingPeriod, ...]:
    columns = zip(YEARS, amounts, steps, strict=True)
    return tuple(FundingPeriod(year, planned=_money(each), step=step) for year, each, step in columns)


def _by_stage(amounts: Amounts, step: Money) -> FundingPeriod:
    planned, allocated, disbursed = map(_money, amounts)
    return FundingPeriod(YEARS[0], planned=planned, allocated=allocated, disbursed=disbursed, step=step)


def _money(tenths: int | None) -> Money | None:
    return None if tenths is None else Money(tenths * TENTH.kopiykas)
