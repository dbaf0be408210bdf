"""Adding up money: over lines, over measures, and by groups of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, Literal, overload

from attrs import frozen

from localgender.documents.reading import Reading
from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.values.codes import Code
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.refs import ByRef, Ref
from localgender.values.words import one_of


@frozen
class Row:
    """One measure as a document prints it, with its money.

    Attributes:
        ref: Address of the measure.
        measure: The measure of the plan.
        goals: Goals above it, outermost first, at least one.
        funding: Its lines of money; in a report those of its progress.
        progress: What the report says of it; None in a plan.
    """

    ref: Ref
    measure: Measure
    goals: tuple[Goal, ...]
    funding: tuple[FundingPeriod, ...]
    progress: Progress | None = None


@frozen
class Line:
    """One line of money and the measure it belongs to.

    Attributes:
        ref: Address of the measure.
        measure: The measure of the plan.
        goals: Goals above it, outermost first, at least one.
        funding: The money of one period and one set of sources.
    """

    ref: Ref
    measure: Measure
    goals: tuple[Goal, ...]
    funding: FundingPeriod


_STAGES = tuple(Stage)
_AT: Mapping[str, Callable[[FundingPeriod], Money | None]] = {each: attrgetter(each) for each in _STAGES}
_FUNDING = attrgetter("funding")

Asked = Reading[Plan] | Reading[Report] | Plan | Report


def value_of(asked: Asked) -> Plan | Report:
    """Return what a question is about: a plan or report itself, or what was read.

    Raises:
        TypeError: For anything else.
    """
    value = asked.value if isinstance(asked, Reading) else asked
    if not isinstance(value, Plan | Report):
        raise TypeError(f"expected a Plan, a Report or a Reading of one, not {asked!r}")
    return value


def plan_of(value: Plan | Report) -> Plan:
    """Return the plan itself, or the one a report is about."""
    return value.plan if isinstance(value, Report) else value


def rows(value: Plan | Report) -> Iterator[Row]:
    """Yield the measures of a plan, or those a report reports, in the order of the plan.

    >>> report = Report(Plan(goals=[Measure("1.1"), Measure("1.2")]), 2023, progress=[Progress("1.2")])
    >>> [str(row.ref) for row in rows(report)]
    ['1.2']
    """
    placed = zip(plan_of(value).placed, _paths(plan_of(value).goals), strict=True)
    for (where, measure, _), goals in placed:
        if not isinstance(value, Report):
            yield Row(where, measure, goals, measure.funding)
        elif (progress := value.by_ref.get(where)) is not None:
            yield Row(where, measure, goals, progress.funding, progress)


def _paths(goals: Iterable[Goal], above: tuple[Goal, ...] = ()) -> Iterator[tuple[Goal, ...]]:
    for goal in goals:
        path = (*above, goal)
        yield from (path for _ in goal.measures)
        yield from _paths(goal.goals, path)


def lines(value: Plan | Report) -> Iterator[Line]:
    """Yield every line of money with its measure, in the order of the plan.

    Stated totals are claims about these lines and are not among them.

    >>> plan = Plan(goals=[Measure("1.1", funding=FundingPeriod(2023, planned=Money(240_000)))])
    >>> [(str(line.ref), line.funding.planned) for line in lines(plan)]
    [('1.1', thousand_uah('2.4'))]
    """
    for row in rows(value):
        for line in row.funding:
            yield Line(row.ref, row.measure, row.goals, line)


def figure(subject: Ref, line: FundingPeriod, stage: Stage, *, among: Iterable[FundingPeriod]) -> Ref:
    """Return the address of a figure, with the source where several sources of its subject differ."""
    differ = len({each.sources for each in among}) > 1
    return subject.to(stage.value, period=line.period, source=line.source if differ else "")


def added(lines: Iterable[FundingPeriod], stage: Stage | str) -> Money | None:
    """Add up one stage of money over funding lines.

    Silent lines are passed over; when all are silent there is no sum.

    >>> added([FundingPeriod(2023, planned=Money(240_000)), FundingPeriod(2023)], "planned")
    thousand_uah('2.4')

    Args:
        lines: Any number, in any order.
        stage: "planned", "allocated" or "disbursed".

    Returns:
        Exact sum, never rounded; None when every line is silent.

    Raises:
        ValueError: For a word that is no stage, with the nearest that is.
    """
    at = _AT.get(stage) or _AT[one_of(stage, _STAGES)]
    stated = [money.kopiykas for money in map(at, lines) if money is not None]
    return Money(sum(stated)) if stated else None


def interval_added(lines: Iterable[FundingPeriod], stage: Stage) -> Interval | None:
    """Add up what one stage may have been before rounding, in kopiykas; None when every line is silent.

    >>> interval_added([FundingPeriod(2023, planned=Money(240_000), step=Money(10_000))] * 2, Stage.PLANNED)
    Interval(low=Fraction(470000, 1), high=Fraction(490000, 1))
    """
    stated = [interval for line in lines if (interval := line.interval(stage)) is not None]
    if len(stated) < 2:
        return stated[0] if stated else None
    low, high = (
        sum(ends, Fraction()) for ends in zip(*((each.low, each.high) for each in stated), strict=True)
    )
    return Interval(low, high)


def mixes_periods(lines: Collection[FundingPeriod], stage: Stage | str) -> bool:
    """Tell whether lines state one stage for periods that overlap without being equal.

    Such lines, nine months beside the year, may hold the same money twice. A line that does not tell
    its period is taken to overlap with none.
    """
    if len(lines) < 2:
        return False
    at = _AT.get(stage) or _AT[one_of(stage, _STAGES)]
    stated = [line.period for line in lines if at(line) is not None and line.period is not None]
    # Mostly several sources of one period, which need no sorting.
    if not stated or stated.count(stated[0]) == len(stated):
        return False
    return any(one.meets(other) for one, other in pairwise(sorted(set(stated))))


def summed(lines: Collection[FundingPeriod], stage: Stage | str) -> Money | None:
    """Add up one stage over the lines of one measure or total.

    >>> year, part = FundingPeriod("2024", planned=Money(5)), FundingPeriod("2024-9m", planned=Money(3))
    >>> summed([year, part], "planned") is None
    True

    Returns:
        Exact sum; None when every line is silent, or when periods overlap without being equal.
    """
    return None if mixes_periods(lines, stage) else added(lines, stage)


def total(value: Asked, stage: Stage | str) -> Money | None:
    """Add up one stage of money over all measures; stated totals are never added in.

    >>> total(Plan(goals=[Measure("1.1", funding=FundingPeriod(2023, planned=Money(240_000)))]), "planned")
    thousand_uah('2.4')

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of one.
        stage: "planned", "allocated" or "disbursed".

    Returns:
        Exact sum over the lines that are not silent; None when all are, and when some measure states
        the stage for periods that overlap without being equal.

    Raises:
        TypeError: For anything else.
        ValueError: For a word that is no stage, with the nearest that is.
    """
    said, wanted = value_of(value), Stage(one_of(stage, _STAGES))
    told = said.progress if isinstance(said, Report) else said.measures
    return _joined(map(_FUNDING, told), wanted)


def _joined(parts: Iterable[Collection[FundingPeriod]], stage: Stage) -> Money | None:
    parts = tuple(parts)
    if any(mixes_periods(part, stage) for part in parts if len(part) > 1):
        return None
    return added(chain.from_iterable(parts), stage)


def _executors(row: Row) -> tuple[str, ...]:
    return tuple(sorted({each.executor.name for each in row.measure.involvements}))


_BY_ROW: Mapping[str, Callable[[Row], Any]] = {
    "goal": lambda row: row.goals[0].code,
    "measure": lambda row: row.ref,
    "executor": _executors,
}
_BY_LINE: Mapping[str, Callable[[FundingPeriod], Any]] = {
    "source": lambda line: line.sources,
    "year": lambda line: line.period,
}
GROUPINGS = (*_BY_ROW, *_BY_LINE)


@overload
def totals_by(value: Asked, by: Literal["measure"], stage: Stage | str) -> ByRef[Money | None]: ...
@overload
def totals_by(value: Asked, by: Literal["goal"], stage: Stage | str) -> dict[Code | None, Money | None]: ...
@overload
def totals_by(
    value: Asked, by: Literal["executor"], stage: Stage | str
) -> dict[tuple[str, ...], Money | None]: ...
@overload
def totals_by(
    value: Asked, by: Literal["source"], stage: Stage | str
) -> dict[tuple[Source, ...], Money | None]: ...
@overload
def totals_by(value: Asked, by: Literal["year"], stage: Stage | str) -> dict[Period | None, Money | None]: ...
@overload
def totals_by(value: Asked, by: str, stage: Stage | str) -> Mapping[Any, Money | None]: ...
def totals_by(value: Asked, by: str, stage: Stage | str) -> Mapping[Any, Money | None]:
    """Add up one stage of money by group; nothing is divided, so groups add up to the total.

    >>> plan = Plan(goals=[Goal("1", measures=Measure("1.1", funding=FundingPeriod(2023, planned=Money(5))))])
    >>> totals_by(plan, "goal", "planned"), totals_by(plan, "measure", "planned")["1.1"]
    ({Code('1'): uah('0.05')}, uah('0.05'))

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of one.
        by: "goal" (code of the outermost, None without one), "measure" (Ref, or its text), "executor"
            (sorted names of all who share the measure, empty for none), "source" (sources printed
            together, empty when silent) or "year" (period of the line, None when silent).
        stage: "planned", "allocated" or "disbursed".

    Returns:
        Sums in the order of the plan, also of measures that a report passes over; None for a group that is
        silent, and for one with a measure that states the stage for periods that overlap without being equal.

    Raises:
        TypeError: For anything else.
        ValueError: For a word that is no grouping or no stage, with the nearest that is.
    """
    grouping, wanted = one_of(by, GROUPINGS), Stage(one_of(stage, _STAGES))
    groups: dict[Any, list[Collection[FundingPeriod]]] = empty_groups(value_of(value), grouping)
    for row in rows(value_of(value)):
        for key, part in shares(row, grouping).items():
            groups.setdefault(key, []).append(part)
    sums = {key: _joined(parts, wanted) for key, parts in groups.items()}
    return ByRef(sums) if grouping == "measure" else sums


def empty_groups(value: Plan | Report, by: str) -> dict[Any, list[Any]]:
    """Return the groups that measures make, still empty: those that a report passes over keep theirs."""
    return {_BY_ROW[by](row): [] for row in rows(plan_of(value))} if by in _BY_ROW else {}


def shares(row: Row, by: str) -> dict[Any, list[FundingPeriod]]:
    """Return the lines of a row by the group they belong to; each belongs to one."""
    if by in _BY_ROW:
        return {_BY_ROW[by](row): list(row.funding)}
    found: dict[Any, list[FundingPeriod]] = {}
    for line in row.funding:
        found.setdefault(_BY_LINE[by](line), []).append(line)
    return found
