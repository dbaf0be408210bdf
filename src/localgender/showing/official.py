"""Plans and reports in the order of columns that officials hand in, to be read back as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import evolve, frozen

from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Goal, GoalLevel, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.aggregate import plan_of
from localgender.showing.figures import decimals
from localgender.showing.official_words import (
    above,
    body_list,
    by_source,
    goal_line,
    headed,
    numbered,
    scopes,
    sources_told,
    target_line,
)
from localgender.showing.tables import Heading, Table
from localgender.values.money import Money, Unit
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref

# Cells of a row by what they hold: words for texts, stage and period for money.
_Key = str | tuple[Stage, Period | None]
_Cells = dict[_Key, Any]

_TEXTS = {
    "number": Heading("№ з/п", spans=True),
    "task": Heading("Завдання Національного плану", spans=True),
    "activity": Heading("Захід Національного плану", spans=True),
    "goal": Heading("Завдання", spans=True),
    "measure": Heading("Зміст заходів"),
    "term": Heading("Термін виконання"),
    "executors": Heading("Виконавці"),
    "source": Heading("Джерело фінансування"),
    "percent": Heading("Відсоток виконання, %", "right"),
    "narrative": Heading("Інформація про виконання"),
    "results": Heading("Очікуваний результат"),
    "place": Heading("Місце проведення"),
}
_BEFORE_MONEY = ("number", "task", "activity", "goal", "measure", "term", "executors", "source")
_AFTER_MONEY = ("percent", "narrative", "results", "place")
_ALWAYS = frozenset(["number", "goal", "measure", "term", "executors", "percent", "narrative"])
_LOCAL = Heading("Захід місцевого плану")


def official(value: Plan | Report) -> Table:
    """Lay out a plan or a report as it is handed in: the title with its acts, then the measures by goal.

    Read back in Ukrainian through `read_report` or `read_plan`, from tsv, html, xlsx or docx, the table gives
    an equal value. It cannot hold: a region, district or code of the community; the passport; a level of
    budget together with its fund; amounts of one line printed to different digits; a plan's allocated or
    disbursed money; a line of another period than the report's own beside it, or of no period where the
    document has one; totals of single measures; measures or goals without a title; a measure that serves
    several targets; neighbouring goals of one title, and a title that begins with the word for the goal's
    level. Of an executor whose printed words left out the head of its name the complete name is printed.

    >>> goal = Goal(1, title="Знання", measures=[Measure("1.1", "Тренінг")])
    >>> plan = Plan("Програма «Рівність»", goals=[goal])
    >>> [heading.name for heading in official(plan).headings][:3], official(plan).rows[0][:3]
    (['№ з/п', 'Завдання', 'Зміст заходів'], ('1', 'Знання', '1.1. Тренінг'))

    Args:
        value: Its texts are given as they are, a sum that it claims with its words.
    """
    shape = _Shape(value)
    rows, groups = shape.laid_out()
    columns = [
        each for each in shape.columns if each[2] or any(key in row for row in rows for key in (each[0],))
    ]
    return Table(
        "\n".join(above(value)),
        [heading for _, heading, _ in columns],
        [[row.get(key, "") for key, _, _ in columns] for row in rows],
        groups=groups,
        foot=shape.foot,
    )


@frozen(slots=False)
class _Shape:
    """What the whole table needs to know of a value before a row is made."""

    value: Plan | Report

    @cached_property
    def plan(self) -> Plan:
        return plan_of(self.value)

    @cached_property
    def is_report(self) -> bool:
        return isinstance(self.value, Report)

    @cached_property
    def totals(self) -> tuple[StatedTotal, ...]:
        return self.value.stated_totals

    @cached_property
    def foot(self) -> int:
        return sum(len(list(self._total_rows(each))) for each in self.totals if each.scope == PLAN)

    @cached_property
    def beside(self) -> bool:
        """Whether goals stand in a column beside their measures: all are tasks, of one level."""
        flat = all(goal.level is GoalLevel.TASK and not goal.goals for goal in self.plan.goals)
        # Beside the tasks of a higher document goals have rows of their own.
        return flat and not self.plan.targets

    @cached_property
    def counts_measures(self) -> bool:
        """Whether the numbers before the rows are those of measures, as where they have a single part."""
        codes = [measure.code for measure in self.plan.measures]
        return all(codes) and any(len(code.parts) == 1 for code in codes if code)

    def lines(self, where: Ref, measure: Measure) -> tuple[FundingPeriod, ...]:
        """Return the money of a measure: that of its progress in a report."""
        progress = self.progress(where)
        return progress.funding if progress else () if self.is_report else measure.funding

    def progress(self, where: Ref) -> Progress | None:
        return self.value.by_ref.get(where) if isinstance(self.value, Report) else None

    @cached_property
    def money(self) -> tuple[FundingPeriod, ...]:
        """Every line of money that the table prints."""
        lines = [line for where, measure, _ in self.plan.placed for line in self.lines(where, measure)]
        return (*lines, *(line for total in self.totals for line in total.funding))

    @cached_property
    def periods(self) -> tuple[Period | None, ...]:
        """Periods of the columns of money; None alone where they are all the document's own."""
        found = dict.fromkeys(line.period for line in self.money)
        if isinstance(self.value, Report):
            own: Period | None = self.value.period
        else:
            spans = self.plan.term.closed() if self.plan.term is not None else ()
            own = spans[0] if len(spans) == 1 else None
        if found.keys() <= {own}:
            return (None,)
        return tuple(sorted(found, key=lambda each: (each is None, each or own)))

    @cached_property
    def unit(self) -> Unit:
        """Unit of the amounts, by the last digit that the document prints."""
        return Unit.THOUSAND_UAH if self.step(*self.periods) >= Money(1_000) else Unit.UAH

    def step(self, *periods: Period | None) -> Money:
        """Return the last digit printed in the columns of some periods; None stands for all of them."""
        lines = [line for line in self.money if _stated(line) and (line.period in periods or None in periods)]
        return min((line.step for line in lines), default=Money(10_000))

    @cached_property
    def columns(self) -> list[tuple[_Key, Heading, bool]]:
        """Return the columns in their order, each with its heading and whether it is there though silent."""
        always = _ALWAYS if self.is_report else _ALWAYS - {"percent", "narrative"}
        always = always if self.beside else always - {"number", "goal"}
        digits = {period: decimals(self.step(period).to(self.unit)) for period in self.periods}
        money: list[tuple[_Key, Heading, bool]] = [
            (
                (stage, period),
                Heading(headed(stage, period, report=self.is_report), "right", self.unit, digits[period]),
                self.is_report,
            )
            for period in self.periods
            for stage in (Stage if self.is_report else [Stage.PLANNED])
            for name in [headed(stage, period, report=self.is_report)]
        ]
        texts = {**_TEXTS, "measure": _LOCAL} if self.plan.targets else _TEXTS
        before, after = (
            [(key, texts[key], key in always) for key in keys] for keys in (_BEFORE_MONEY, _AFTER_MONEY)
        )
        return [*before, *money, *after]

    def laid_out(self) -> tuple[list[_Cells], list[tuple[int, str]]]:
        """Return the rows, and the goals that stand above them as lines of their own."""
        rows: list[_Cells] = []
        groups: list[tuple[int, str]] = []
        placed = iter(self.plan.placed)
        for goal, scope in zip(self.plan.all_goals, scopes(self.plan.all_goals), strict=True):
            if not self.beside and goal.title:
                groups.append((len(rows), goal_line(goal)))
            rows += self._goal_rows(goal, [next(placed)[0] for _ in goal.measures])
            rows += [row for total in self.totals if total.scope == scope for row in self._total_rows(total)]
        rows += [row for total in self.totals if total.scope == PLAN for row in self._total_rows(total)]
        return rows, groups

    def _goal_rows(self, goal: Goal, refs: list[Ref]) -> Iterator[_Cells]:
        head: _Cells = self._goal_cells(goal) if self.beside else {}
        if head and not goal.measures:
            yield {"goal": numbered(goal.code, goal.title)}
        waiting = self._unserved(goal)
        path: tuple[str, ...] = ()
        for where, measure in zip(refs, goal.measures, strict=True):
            rows = list(self._measure_rows(where, measure))
            for served in measure.serves[:1]:
                while waiting and self.order.get(waiting[0], 0) < self.order.get(served.path, 0):
                    yield self._target_cells(waiting[0], path)
                    path = waiting.pop(0)
                rows[0].update(self._target_cells(served.path, path))
                path = served.path
            rows[0].update(head)
            head = {}
            yield from rows
        for left in waiting:
            yield self._target_cells(left, path)
            path = left

    @cached_property
    def order(self) -> dict[tuple[str, ...], int]:
        """Place of each target in the document."""
        return {target.path: number for number, target in enumerate(self.plan.targets)}

    def _unserved(self, goal: Goal) -> list[tuple[str, ...]]:
        """Return the targets below a goal that no measure serves, nor a part of."""
        served = {each.path for measure in self.plan.measures for each in measure.serves}
        own = str(goal.code) if goal.code else ""
        return [
            path
            for path in self.order
            if path[0] == own and path not in served and not any(_begins(each, path) for each in self.order)
        ]

    def _goal_cells(self, goal: Goal) -> _Cells:
        if self.counts_measures:
            return {"goal": numbered(goal.code, goal.title)} if goal.title else {}
        cells: _Cells = {"number": str(goal.code)} if goal.code else {}
        return {**cells, "goal": goal.title} if goal.title else cells

    def _target_cells(self, serves: tuple[str, ...], before: tuple[str, ...]) -> _Cells:
        """Return the task and the activity of a path, where they are not those above."""
        known = {target.path: target for target in self.plan.targets}
        cells: _Cells = {}
        for length, name in ((2, "task"), (3, "activity")):
            path = serves[:length]
            if len(path) == length and path != before[:length]:
                cells[name] = target_line(path, known.get(path))
        return cells

    def _measure_rows(self, where: Ref, measure: Measure) -> Iterator[_Cells]:
        progress = self.progress(where)
        code = None if self.counts_measures else measure.code
        texts = {
            "number": str(measure.code) if self.counts_measures else None,
            "measure": numbered(code, measure.title),
            "term": measure.term,
            "executors": body_list(measure.involvements),
            "percent": progress.stated_percent if progress else None,
            "narrative": progress.narrative if progress else None,
            "results": " ".join(measure.results),
            "place": measure.place,
        }
        first: _Cells = {key: text for key, text in texts.items() if text}
        yield from self._with_money(first, self.lines(where, measure))

    def _total_rows(self, total: StatedTotal) -> Iterator[_Cells]:
        first: _Cells = {"measure": total.label}
        if total.stated_percent is not None:
            first["percent"] = total.stated_percent
        # What a total sums is told by its label, unless it sums several sources apart.
        apart = len(by_source(total.funding)) > 1
        lines = [line if apart else evolve(line, sources=()) for line in total.funding]
        stated = [line for line in lines if _stated(line) or line.needs]
        yield from self._with_money(first, stated)

    def _with_money(self, first: _Cells, lines: Iterable[FundingPeriod]) -> Iterator[_Cells]:
        rows = by_source(lines)
        for number, (sources, some) in enumerate(rows.items()):
            row = dict(first) if not number else {}
            if sources:
                row["source"] = sources_told(sources)
            for line in some:
                row.update(self._amounts(line))
            yield row
        if not rows:
            yield first

    def _amounts(self, line: FundingPeriod) -> _Cells:
        period = None if self.periods == (None,) else line.period
        cells: _Cells = {(stage, period): money for stage in Stage if (money := line.at(stage)) is not None}
        if line.needs is not None or not cells:
            # A dash says that there is a line and that it is silent.
            cells[Stage.PLANNED, period] = line.needs and str(line.needs)
        return cells


def _begins(longer: tuple[str, ...], path: tuple[str, ...]) -> bool:
    return len(longer) > len(path) and longer[: len(path)] == path


def _stated(line: FundingPeriod) -> bool:
    return any(line.at(stage) is not None for stage in Stage)
