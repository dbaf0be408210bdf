"""Words of official tables: what stands above them, how goals, executors and sources are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localgender import notation
from localgender.documents.interpret.words import HEADINGS, begins
from localgender.model.executors import Involvement
from localgender.model.funding import BudgetLevel, Fund, FundingPeriod, Source, Stage
from localgender.model.plan import Goal, GoalLevel, Plan, Target
from localgender.model.report import Report
from localgender.notation.folding import stems
from localgender.questions.aggregate import plan_of
from localgender.values.codes import Code
from localgender.values.periods import Period
from localgender.values.refs import Ref, RefKind

_LEVELS = {
    GoalLevel.STRATEGIC: "Стратегічна ціль",
    GoalLevel.OPERATIONAL: "Оперативна ціль",
    GoalLevel.TASK: "Завдання",
}
_SOURCES = {
    BudgetLevel.STATE: "державний бюджет",
    BudgetLevel.OBLAST: "обласний бюджет",
    BudgetLevel.RAYON: "районний бюджет",
    BudgetLevel.COMMUNITY: "місцевий бюджет",
    BudgetLevel.OTHER: "інші джерела",
    Fund.GENERAL: "загальний фонд",
    Fund.SPECIAL: "спеціальний фонд",
}
_REPORTED = {
    Stage.PLANNED: "Обсяг фінансування (план)",
    Stage.ALLOCATED: "Обсяг фінансування (факт)",
    Stage.DISBURSED: "Фактично профінансовано",
}
_CONSENT = " (за згодою)"


def above(value: Plan | Report) -> Iterator[str]:
    """Yield the lines above a table: what it is called, whose it is, for when, by whom, and by which acts."""
    plan = plan_of(value)
    name = plan.community.name if plan.community is not None else None
    if isinstance(value, Report):
        title = f"Звіт про виконання програми «{plan.title}»" if plan.title else "Звіт про виконання заходів"
        whose = any(map(notation.community, (title, value.issuer or "")))
        yield f"{title}, {name}" if name and not whose else title
        if value.period is not None:
            yield f"за {notation.write_period(value.period)}"
        if value.issuer:
            yield value.issuer
    else:
        title = plan.title or "План заходів"
        if name and not notation.community(title):
            yield name
        yield title if begins(stems(title), HEADINGS) else f"План заходів «{title}»"
    for number, act in enumerate(plan.acts):
        yield f"{'Зі змінами' if number else 'Затверджено'}: {notation.write_act(act)}"
    if plan.term is not None and (term := notation.write_term(plan.term)):
        yield f"Термін реалізації: {term}"


def headed(stage: Stage, period: Period | None, *, report: bool) -> str:
    """Return the name of a column of money.

    >>> headed(Stage.PLANNED, Period.year(2024), report=False)
    'Обсяг фінансування на 2024 рік'
    """
    name = _REPORTED[stage] if report else "Обсяг фінансування"
    return name if period is None else f"{name} на {notation.write_period(period)}"


def scopes(goals: Iterable[Goal]) -> Iterator[Ref | None]:
    """Yield by what totals name each goal; of several bearers of a code only the last is meant."""
    codes = [goal.code for goal in goals]
    last = {code: at for at, code in enumerate(codes)}
    for at, code in enumerate(codes):
        if code is None:
            yield Ref(RefKind.GOAL, None, codes[: at + 1].count(None), coded=False)
        else:
            yield Ref(RefKind.GOAL, code) if last[code] == at else None


def numbered(code: Code | None, title: str | None) -> str:
    """Write a number before its title.

    >>> numbered(Code((2, 10)), "Опитування")
    '2.10. Опитування'
    """
    return " ".join(filter(None, (f"{code}." if code else "", title)))


def goal_line(goal: Goal) -> str:
    """Write a goal on a line of its own, with the words that name its level."""
    return f"{_LEVELS[goal.level]} {numbered(goal.code, goal.title)}"


def target_line(path: tuple[str, ...], target: Target | None) -> str:
    """Write a task or an activity of a higher document with its number."""
    mark = f"{path[-1]}{')' if len(path) > 2 else '.'}" if path[-1] else ""
    return " ".join(filter(None, (mark, target.title if target else "")))


def sources_told(sources: Iterable[Source]) -> str:
    """Write sources of money.

    >>> sources_told([Source("state"), Source("community")])
    'державний бюджет, місцевий бюджет'
    """
    return ", ".join(
        " – ".join(_SOURCES[part] for part in (each.level, each.fund) if part is not None) for each in sources
    )


def by_source(lines: Iterable[FundingPeriod]) -> dict[tuple[Source, ...], list[FundingPeriod]]:
    """Gather lines of money by their sources, each of which has a row of its own."""
    rows: dict[tuple[Source, ...], list[FundingPeriod]] = {}
    for line in lines:
        rows.setdefault(line.sources, []).append(line)
    return rows


def body_list(involvements: tuple[Involvement, ...]) -> str:
    """Write executors so that reading finds them again: in their printed words, else by their names."""
    spellings = [
        mark.join(spell(each) + (_CONSENT if each.by_consent else "") for each in involvements)
        for spell in (_printed, _named_where_cut, _named)
        for mark in (", ", "; ")
    ]
    return max(spellings, key=lambda text: _reads(text, involvements))


def _printed(involvement: Involvement) -> str:
    return involvement.printed or involvement.executor.name


def _named_where_cut(involvement: Involvement) -> str:
    """Give the printed words where they name the body by themselves, without a head printed elsewhere."""
    found = [each.name for group in notation.executors(_printed(involvement)).groups for each in group]
    return _printed(involvement) if found == [involvement.executor.name] else _named(involvement)


def _named(involvement: Involvement) -> str:
    return involvement.executor.name


def _reads(text: str, involvements: tuple[Involvement, ...]) -> int:
    """Tell how well a cell is read back: by how many of the same words, or 0 where other bodies are found."""
    groups = notation.executors(text).groups
    found = [(each, text[each.start : each.stop]) for group in groups for each in group]
    wanted = [(each.executor.name, each.executor.kind, each.by_consent) for each in involvements]
    if len(groups) != 1 or [(each.name, each.kind, each.by_consent) for each, _ in found] != wanted:
        return 0
    return 1 + sum(words == each.printed for (_, words), each in zip(found, involvements, strict=True))
