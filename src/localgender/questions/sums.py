"""Which rows a stated total sums, and what both come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from attrs import frozen

from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.model.plan import Plan, StatedTotal
from localgender.model.report import Report
from localgender.questions.aggregate import Row, added, figure, interval_added, mixes_periods, plan_of, rows
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.refs import Ref, RefKind


class NoSum(StrEnum):
    """Why rows have no sum."""

    SILENT = "silent"
    PARTLY_SILENT = "partly-silent"
    NO_ROWS = "no-rows"
    PERIOD_UNCLEAR = "period-unclear"
    SOURCE_UNCLEAR = "source-unclear"


@frozen
class Claim:
    """One line of a stated total.

    Attributes:
        ref: Address of the total.
        total: The whole of it.
        line: The money of one period and one set of sources.
    """

    ref: Ref
    total: StatedTotal
    line: FundingPeriod

    def figure(self, stage: Stage) -> Ref:
        """Return the address of one stage."""
        return figure(self.ref, self.line, stage, among=self.total.funding)


@frozen
class Sum:
    """Figures added up.

    Attributes:
        money: As printed.
        interval: What they may have been, in kopiykas.
        refs: Where they stand.
        silent: What would belong to the sum and says nothing, so that it is a lower bound only.
    """

    money: Money
    interval: Interval
    refs: tuple[Ref, ...]
    silent: tuple[Ref, ...] = ()


@frozen
class Comparison:
    """Lines of totals that are compared together with the rows they sum.

    Attributes:
        claims: One line, or all by source of one scope and period.
        rows: The measures in scope.
        by_source: Whether only rows of the claim's own sources count.
    """

    claims: tuple[Claim, ...]
    rows: tuple[Row, ...]
    by_source: bool

    @property
    def label(self) -> str:
        """What the document calls the totals, each once."""
        return "; ".join(dict.fromkeys(filter(None, (claim.total.label for claim in self.claims))))

    def printed(self, stage: Stage) -> Sum | None:
        """Add up what the totals say; None when all are silent."""
        silent = tuple(claim.figure(stage) for claim in self.claims if claim.line.at(stage) is None)
        return _added(((claim.line, claim.figure(stage)) for claim in self.claims), stage, silent)

    def computed(self, stage: Stage) -> Sum | NoSum:
        """Add up the rows, or tell why they have no sum."""
        chosen = [(row, self._chosen(row, stage)) for row in self.rows]
        unclear = {answer for _, answer in chosen if isinstance(answer, NoSum)}
        if mixed := unclear - {NoSum.SILENT}:
            return min(mixed)
        silent = tuple(row.ref.to(stage.value) for row, answer in chosen if answer is NoSum.SILENT)
        found = [(line, row) for row, lines in chosen if not isinstance(lines, NoSum) for line in lines]
        figures = ((line, figure(row.ref, line, stage, among=row.funding)) for line, row in found)
        return _added(figures, stage, silent) or (NoSum.SILENT if silent else NoSum.NO_ROWS)

    def addends(self, stage: Stage) -> tuple[tuple[Row, FundingPeriod], ...] | None:
        """Return the lines that are added up; None when a row is silent, or its share unclear."""
        chosen = [(row, self._chosen(row, stage)) for row in self.rows]
        if any(isinstance(answer, NoSum) for _, answer in chosen):
            return None
        return tuple((row, line) for row, lines in chosen if not isinstance(lines, NoSum) for line in lines)

    def _chosen(self, row: Row, stage: Stage) -> Sequence[FundingPeriod] | NoSum:
        """Return the lines of a row that a total sums; none where it has money elsewhere only."""
        wanted = self.claims[0].line
        # Words instead of an amount add nothing; an empty cell may hide one.
        spoken = [line for line in row.funding if line.needs is None or line.at(stage) is not None]
        if self.by_source:
            spoken, unclear = _of_sources(spoken, wanted.sources)
            if unclear:
                return NoSum.SOURCE_UNCLEAR
        lines = _of_period(spoken, wanted.period)
        if lines is None or mixes_periods(lines, stage):
            return NoSum.PERIOD_UNCLEAR
        silent = all(line.at(stage) is None for line in lines) if lines else not row.funding
        return NoSum.SILENT if silent else lines


def comparisons(value: Plan | Report) -> Iterator[Comparison]:
    """Yield every line of every stated total with the rows it sums, in the order of the document.

    Totals by source are joined where their rows name no source, each source once. A total that every table
    of a document prints for itself sums the rows of its own table.
    """
    printed = tuple(rows(value))
    tables = of_tables(value, printed)
    seen: Counter[tuple[object, ...]] = Counter()
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for number, claim in enumerate(claims(value)):
        scope, line = claim.total.scope.subject, claim.line
        key: tuple[object, ...] = (number,)
        if line.sources and not _name_sources(in_scope(value, printed, scope)):
            # The same source twice is another table's total, such as the passport's.
            seen[scope, line.period, line.sources] += 1
            key = (scope, line.period, seen[scope, line.period, line.sources])
        groups.setdefault(key, []).append(claim)
    for group in groups.values():
        below = in_scope(value, printed, group[0].total.scope.subject)
        by_source = bool(group[0].line.sources) and _name_sources(below)
        below = tables.get(group[0].ref, below)
        yield Comparison(tuple(group), below, by_source)


def _name_sources(printed: Iterable[Row]) -> bool:
    return any(line.sources for row in printed for line in row.funding)


def of_tables(value: Plan | Report, printed: tuple[Row, ...]) -> dict[Ref, tuple[Row, ...]]:
    """Return the rows of each total that stands once under every table, such as «Всього» of each section.

    Totals of one scope are told apart by their amounts: the rows fall into as many runs, one after the other,
    each of which adds up to its total in every column. Where they do not, nothing is returned.
    """
    alike: dict[Hashable, list[list[Claim]]] = {}
    for _, lines in groupby(claims(value), lambda claim: claim.ref):
        same = list(lines)
        columns = frozenset((claim.line.period, claim.line.sources) for claim in same)
        alike.setdefault((same[0].total.scope.subject, columns), []).append(same)
    found: dict[Ref, tuple[Row, ...]] = {}
    for totals in alike.values():
        below = in_scope(value, printed, totals[0][0].total.scope.subject) if len(totals) > 1 else ()
        if _name_sources(below) or not any(claim.line.sources for claim in totals[0]):
            found |= {total[0].ref: run for total, run in zip(totals, _runs(totals, below), strict=False)}
    return found


def _runs(totals: Iterable[Sequence[Claim]], below: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    runs: list[tuple[Row, ...]] = []
    start = 0
    for total in totals:
        if (stop := _end_of_run(total, below, start)) is None:
            break
        runs.append(below[start:stop])
        start = stop
    return runs if len(runs) > 1 and start == len(below) else []


def _end_of_run(total: Sequence[Claim], below: tuple[Row, ...], start: int) -> int | None:
    """Return where the rows end that add up to a total in every column, those of no money included."""
    figures = [(claim, stage) for claim in total for stage in Stage if claim.line.at(stage) is not None]
    sums, end = [Interval(0, 0) for _ in figures], None
    for number, row in enumerate(below[start:], start + 1):
        for place, (claim, stage) in enumerate(figures):
            one = Comparison((claim,), (row,), by_source=bool(claim.line.sources)).computed(stage)
            if isinstance(one, Sum):
                low, high = sums[place].low + one.interval.low, sums[place].high + one.interval.high
                sums[place] = Interval(low, high)
        stated = (claim.line.interval(stage) for claim, stage in figures)
        if figures and all(each.meets(one) for each, one in zip(sums, stated, strict=True) if one):
            end = number
        elif end is not None:
            break
    return end


def claims(value: Plan | Report) -> Iterator[Claim]:
    """Yield every line of every stated total; totals are counted from 1."""
    for number, total in enumerate(value.stated_totals, start=1):
        for line in total.funding:
            yield Claim(Ref(RefKind.TOTAL, nth=number), total, line)


def in_scope(value: Plan | Report, printed: Iterable[Row], scope: Ref) -> tuple[Row, ...]:
    """Return the rows of the plan, of a goal and all below it, or of one measure."""
    if scope.kind is RefKind.PLAN:
        return tuple(printed)
    if scope.kind is RefKind.GOAL:
        bearers = [goal for goal in plan_of(value).all_goals if goal.code == scope.code]
        above = bearers[scope.nth - 1 : scope.nth]
        # By identity: two goals may be equal, number, words, rows and all.
        return tuple(row for row in printed if any(goal is each for goal in row.goals for each in above))
    return tuple(row for row in printed if row.ref == scope)


def _added(figures: Iterable[tuple[FundingPeriod, Ref]], stage: Stage, silent: tuple[Ref, ...]) -> Sum | None:
    stated = [(line, where) for line, where in figures if line.at(stage) is not None]
    lines = [line for line, _ in stated]
    money, interval = added(lines, stage), interval_added(lines, stage)
    if money is None or interval is None:
        return None
    return Sum(money, interval, tuple(where for _, where in stated), silent)


def _of_period(lines: Sequence[FundingPeriod], period: Period | None) -> Sequence[FundingPeriod] | None:
    """Return the lines of a period, or of the years within it; None where they only overlap."""
    exact = [line for line in lines if line.period == period]
    if exact or period is None:
        return exact or lines
    near = [line for line in lines if line.period is None or line.period.meets(period)]
    inside = [line for line in near if line.period and line.period.is_years and period.covers(line.period)]
    return near if len(inside) == len(near) and (period.is_years or not near) else None


def _of_sources(
    lines: Iterable[FundingPeriod], wanted: tuple[Source, ...]
) -> tuple[list[FundingPeriod], list[FundingPeriod]]:
    """Return the lines paid from some sources only, and those of which that cannot be told."""
    inside, unclear = [], []
    for line in lines:
        within = [any(_is_part(source, other) for other in wanted) for source in line.sources]
        apart = all(_is_apart(source, other) for source in line.sources for other in wanted)
        if within and all(within):
            inside.append(line)
        elif not (within and apart):
            unclear.append(line)
    return inside, unclear


def _is_part(source: Source, of: Source) -> bool:
    return of.level in (None, source.level) and of.fund in (None, source.fund)


def _is_apart(source: Source, other: Source) -> bool:
    axes = ((source.level, other.level), (source.fund, other.fund))
    return any(mine and theirs and mine != theirs for mine, theirs in axes)
