"""The plan or report that a laid out document means, told apart from how it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from localgender.model.funding import FundingPeriod, Source
from localgender.model.plan import Goal, GoalLevel, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.strategies import wording
from localgender.strategies.arrangement import Arrangement
from localgender.strategies.promises import Amounts, Line, Part, Promised, summed
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref, RefKind
from localgender.values.terms import years

_WHOLE_TERM = Period.years(wording.FIRST, wording.LAST)


@frozen
class Meaning:
    """Reads the value off what was promised.

    Attributes:
        meant: What was promised.
        how: How it is arranged.
    """

    meant: Promised
    how: Arrangement

    @property
    def title(self) -> str:
        """Name of the plan, or of the programme that a report is on."""
        if self.how.kind == "report":
            return self.meant.programme
        return f"Програма {named(self.meant)}"

    @property
    def value(self) -> Plan | Report:
        """The whole of it."""
        goals = tuple(self._goals())
        plan = Plan(
            self.title,
            community=self.meant.council[1],
            term=years(wording.FIRST, wording.LAST),
            goals=goals,
            targets=self._targets(),
        )
        totals = [*self._rows_of_totals(), *self._columns_of_totals(plan)]
        if self.how.kind == "plan":
            return evolve(plan, stated_totals=totals)
        told = [
            Progress(
                where,
                self.funding(line.parts),
                stated_percent=self._percent(line),
                narrative=line.words or None,
            )
            for where, line in zip(plan.by_ref, self.meant.lines, strict=True)
        ]
        return Report(plan, self.how.period[1], progress=told, stated_totals=totals)

    def code(self, goal: int, measure: int) -> str | None:
        """Number of a measure as it is printed; both are counted from 1."""
        if self.how.numbers == "none":
            return None
        if self.how.numbers == "running":
            return str(sum(len(lines) for _, lines in self.meant.goals[: goal - 1]) + measure)
        return f"{goal}.1.{measure}" if self.how.goals == "nested" else f"{goal}.{measure}"

    def _goals(self) -> Iterator[Goal]:
        for number, (title, lines) in enumerate(self.meant.goals, 1):
            made = [self._measure(self.code(number, n), number, line) for n, line in enumerate(lines, 1)]
            if self.how.goals == "none":
                yield Goal(None, measures=made)
            elif self.how.goals == "nested":
                inner = Goal(f"{number}.1", GoalLevel.OPERATIONAL, title, measures=made)
                yield Goal(str(number), GoalLevel.STRATEGIC, wording.AIMS[number - 1], goals=[inner])
            else:
                rows = self.how.goals == "rows"
                level = wording.GOAL_ROWS[self.how.goal_row] if rows else GoalLevel.TASK
                yield Goal(str(number), level, title, measures=made)

    def _measure(self, code: str | None, goal: int, line: Line) -> Measure:
        plan = self.how.kind == "plan"
        return Measure(
            code,
            line.title,
            line.term[1],
            [wording.EXECUTORS[each] for each in line.executors],
            self.funding(line.parts) if plan else (),
            [line.result] if line.result and plan else (),
            [Ref(RefKind.TARGET, path=self._path(goal, line))] if self.how.targets else (),
        )

    def _path(self, goal: int, line: Line) -> tuple[str, ...]:
        above = {"nested": f"{goal}.1", "rows": str(goal)}.get(self.how.goals, "")
        task, activity = line.target
        return (above, str(task), str(activity))

    def _targets(self) -> tuple[Target, ...]:
        found: dict[tuple[str, ...], str] = {}
        for number, (_, lines) in enumerate(self.meant.goals, 1):
            for line in lines if self.how.targets else ():
                path = self._path(number, line)
                found.setdefault(path[:-1], wording.TASKS[line.target[0] - 1])
                found.setdefault(path, wording.ACTIVITIES[line.target[1] - 1])
        return tuple(Target("nap-1325", path, title) for path, title in found.items())

    def funding(self, parts: Sequence[Part]) -> list[FundingPeriod]:
        """Money of a measure: a line for each source and year."""
        return [line for part in parts for line in self._lines(part.source, part.amounts)]

    def _lines(self, source: str | None, amounts: Amounts, *, total: bool = False) -> Iterator[FundingPeriod]:
        groups: dict[tuple[int | None, str | None], list[int]] = {}
        for number, slot in enumerate(self.how.slots):
            if amounts[number] is not None or (self.how.silent and not total):
                groups.setdefault((slot.year, slot.source or source), []).append(number)
        for (year, whose), columns in groups.items():
            stated: dict[str, Any] = {self.how.slots[n].stage.value: self._money(amounts[n]) for n in columns}
            own = total or self.how.unit_at == "cell"
            printed = any(amounts[n] is not None for n in columns)
            known = printed if own and printed else self._is_surveyed(columns)
            yield FundingPeriod(
                Period.year(year) if year else self._period,
                sources_of(whose),
                **stated,
                step=self.how.step if known else Money(1),
            )

    @property
    def _period(self) -> Period:
        return self.how.period[1] if self.how.kind == "report" else _WHOLE_TERM

    def _is_surveyed(self, columns: Sequence[int]) -> bool:
        """Tell whether any row shows how finely a column is printed; with a unit each shows its own."""
        if self.how.unit_at == "cell":
            return False
        rows = [part.amounts for line in self.meant.lines for part in line.parts]
        rows += [self.whole] if self.how.total else []
        return any(row[n] is not None for row in rows for n in columns)

    @property
    def whole(self) -> Amounts:
        """Sum of everything."""
        return summed([line.amounts for line in self.meant.lines])

    def _money(self, printed: int | None) -> Money | None:
        return None if printed is None else Money(printed * self.how.step.kopiykas)

    def _percent(self, line: Line) -> Percent | None:
        if not self.how.percent or line.percent is None:
            return None
        return Percent(f"{line.percent // 10}.{line.percent % 10}")

    def _rows_of_totals(self) -> Iterator[StatedTotal]:
        for number, (_, lines) in enumerate(self.meant.goals, 1):
            if self.how.goal_totals:
                code = f"{number}.1" if self.how.goals == "nested" else str(number)
                label = wording.GOAL_TOTAL.format(code)
                sums = summed([line.amounts for line in lines])
                yield StatedTotal(label, Ref(RefKind.GOAL, code), self._claimed(sums))
        if self.how.total:
            yield StatedTotal(self.how.total, PLAN, self._claimed(self.whole))

    def _claimed(self, amounts: Amounts) -> list[FundingPeriod]:
        return self._with_sum(None, amounts, total=True) or [FundingPeriod(self._period)]

    def _with_sum(self, source: str | None, amounts: Amounts, *, total: bool = False) -> list[FundingPeriod]:
        lines = list(self._lines(source, amounts, total=total))
        whole = self._sum(source, amounts, total=total) if self.how.sum_at else []
        return [*whole, *lines] if self.how.sum_at == "first" else [*lines, *whole]

    def _sum(self, source: str | None, amounts: Amounts, *, total: bool) -> list[FundingPeriod]:
        across = across_columns(amounts)
        if across is None and (total or not self.how.silent):
            return []
        own = (total or self.how.unit_at == "cell") and across is not None
        seen = any(self.whole[n] is not None for n in range(len(self.how.slots)))
        known = own or (seen and self.how.unit_at != "cell")
        step = self.how.step if known else Money(1)
        return [FundingPeriod(self._period, sources_of(source), planned=self._money(across), step=step)]

    def _columns_of_totals(self, plan: Plan) -> Iterator[StatedTotal]:
        for where, line in zip(plan.by_ref, self.meant.lines, strict=True):
            sums = []
            if self.how.whole:
                sums += self._with_sum(None, line.amounts)
            if self.how.sum_at:
                sums += [
                    each for part in line.parts for each in self._sum(part.source, part.amounts, total=False)
                ]
            if sums:
                yield StatedTotal("Всього", where, sums)


def across_columns(amounts: Amounts) -> int | None:
    """Add up a row; silence stays silence."""
    stated = [each for each in amounts if each is not None]
    return sum(stated) if stated else None


def sources_of(printed: str | None) -> tuple[Source, ...]:
    """Return what a printed source means."""
    return (wording.SOURCES[printed],) if printed else ()


def named(meant: Promised) -> str:
    """Name a programme as titles do."""
    return f"«{meant.programme}» {meant.council[0]} на {wording.FIRST}-{wording.LAST} роки"
