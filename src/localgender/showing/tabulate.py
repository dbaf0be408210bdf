"""Answers as tables: measures, totals, findings, changes, coverage, and what a reading holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen

from localgender.documents.unclear import understood
from localgender.findings import Finding
from localgender.model.funding import Stage
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.questions.addends import ExplainedTotal
from localgender.questions.aggregate import (
    Asked,
    Row,
    plan_of,
    rows,
    summed,
    total,
    totals_by,
    value_of,
)
from localgender.questions.status import Status, classify
from localgender.showing.asked import Because, Titled, checked
from localgender.showing.catalogue import Said
from localgender.showing.collected import collected
from localgender.showing.compared import comparison, comparison_totals, coverage, coverage_goals
from localgender.showing.contents import summary
from localgender.showing.locations import Where, several_tables
from localgender.showing.measured import statistics
from localgender.showing.messages import Places, Told, places_of
from localgender.showing.observed import disaggregation, shifts
from localgender.showing.official import official
from localgender.showing.statuses import Because as Reasons
from localgender.showing.statuses import statuses
from localgender.showing.steered import bodies, decisions, meetings, recommendations, still_open
from localgender.showing.suspected import suspects
from localgender.showing.tables import Heading, Table, in_one_unit
from localgender.showing.units import by_unit, origins, units
from localgender.showing.wording import Phrase
from localgender.showing.workload import executors, timeline
from localgender.values.codes import Code
from localgender.values.money import Unit
from localgender.values.percents import Percent
from localgender.values.refs import Ref
from localgender.values.words import one_of

__all__ = [
    "COLUMNS",
    "Because",
    "Titled",
    "Where",
    "addends",
    "bodies",
    "by_unit",
    "checked",
    "collected",
    "comparison",
    "comparison_totals",
    "coverage",
    "coverage_goals",
    "decisions",
    "disaggregation",
    "executors",
    "findings",
    "measures",
    "meetings",
    "official",
    "origins",
    "recommendations",
    "several_tables",
    "shifts",
    "statistics",
    "statuses",
    "still_open",
    "summary",
    "suspects",
    "timeline",
    "totals",
    "understood",
    "units",
]

_TITLES = {
    Stage.PLANNED: Said("Planned money {by}"),
    Stage.ALLOCATED: Said("Allocated money {by}"),
    Stage.DISBURSED: Said("Disbursed money {by}"),
}
_BY = {
    "goal": Said("by goal"),
    "measure": Said("by measure"),
    "executor": Said("by executor"),
    "source": Said("by source"),
    "year": Said("by year"),
}
_GROUPS = {
    "goal": Said("Goal"),
    "measure": Said("Number"),
    "executor": Said("Executors"),
    "source": Said("Source of money"),
    "year": Said("Period"),
}
_STAGES = {
    Stage.PLANNED: Said("Planned"),
    Stage.ALLOCATED: Said("Allocated"),
    Stage.DISBURSED: Said("Disbursed"),
}


def _money(stage: Stage) -> Heading:
    return Heading(_STAGES[stage], "right", Unit.THOUSAND_UAH)


@frozen
class _Told:
    """One measure, what a report says of it, and its status where that is asked for."""

    measure: Measure
    row: Row | None
    status: Status | None


_Cell = Callable[[_Told], Any]


def _stated(stage: Stage) -> _Cell:
    return lambda told: summed(told.row.funding, stage) if told.row else None


def _executors(told: _Told) -> tuple[str, ...] | None:
    return tuple(each.executor.name for each in told.measure.involvements) or None


def _percent(told: _Told) -> Percent | None:
    return told.row.progress.stated_percent if told.row and told.row.progress else None


_COLUMNS: Mapping[str, tuple[Heading, _Cell]] = {
    "code": (Heading(_GROUPS["measure"]), lambda told: told.measure.code),
    "title": (Heading(Said("Measure")), lambda told: told.measure.title),
    "term": (Heading(Said("Term")), lambda told: told.measure.term),
    "executors": (Heading(_GROUPS["executor"]), _executors),
    **{stage.value: (_money(stage), _stated(stage)) for stage in Stage},
    "percent": (Heading(Said("Percent"), "right"), _percent),
}
_STATUS: Mapping[str, tuple[Heading, _Cell]] = {
    "delivery": (Heading(Said("Delivery")), lambda told: told.status and told.status.delivery),
    "funding": (Heading(Said("Funding")), lambda told: told.status and told.status.funding),
    "because": (Heading(Said("Because")), lambda told: told.status and Reasons(told.status.reasons)),
}
COLUMNS = tuple(_COLUMNS)


def measures(value: Asked, *, columns: Iterable[str] = COLUMNS) -> Table:
    """Lay out every measure with its money; a column of which every row is silent is left out.

    >>> table = measures(Plan(goals=[Measure("2.1", "Аудит"), Measure("2.10", "Опитування")]))
    >>> [heading.name.said("uk") for heading in table.headings], table.rows[1]
    (['Номер', 'Захід'], (Code('2.10'), 'Опитування'))

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of one.
        columns: "code", "title", "term", "executors", "planned", "allocated", "disbursed", "percent"; of its
            status "delivery", "funding" and "because".

    Raises:
        ValueError: For another word, with the nearest that is a column.
        TypeError: For anything else.
    """
    value, columns = value_of(value), [one_of(name, (*_COLUMNS, *_STATUS)) for name in columns]
    reported = {row.ref: row for row in rows(value)}
    # Narratives are read only for those who ask what became of a measure.
    standing = classify(value) if not _STATUS.keys().isdisjoint(columns) else {}
    told = [
        _Told(measure, reported.get(where), standing.get(where))
        for where, measure, _ in plan_of(value).placed
    ]
    wanted = [{**_COLUMNS, **_STATUS}[name] for name in columns]
    made = [(heading, [cell(each) for each in told]) for heading, cell in wanted]
    spoken = [(heading, cells) for heading, cells in made if any(cell is not None for cell in cells)]
    headings = [heading for heading, _ in spoken]
    return in_one_unit(Table(Said("Measures"), headings, zip(*(cells for _, cells in spoken), strict=True)))


def totals(value: Asked, by: str, stage: Stage | str) -> Table:
    """Lay out the money of each group, and of all of them in the last row.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.values.money import Money
    >>> plan = Plan(goals=[Measure("1.1", funding=FundingPeriod(2023, planned=Money(240_000)))])
    >>> totals(plan, "year", "planned").rows[0]
    (Period.parse('2023'), thousand_uah('2.4'))

    Args:
        value: A plan, a report, or a reading of one.
        by: "goal", "measure", "executor", "source" or "year".
        stage: "planned", "allocated" or "disbursed".

    Raises:
        ValueError: For a word that is no grouping or no stage, with the nearest that is.
        TypeError: For anything else.
    """
    sums = totals_by(value, by, stage)
    stage = Stage(stage)
    titles = _titles(value_of(value), by)
    titled = [Heading(Said("Title"))] if titles else []
    cells = [(_group(key), *([titles.get(key)] if titles else []), money) for key, money in sums.items()]
    together = (Said("Together"), *([""] if titles else []), total(value, stage))
    headings = [Heading(_GROUPS[by]), *titled, _money(stage)]
    title = Phrase(_TITLES[stage], {"by": _BY[by]})
    return in_one_unit(Table(title, headings, [*cells, together], foot=1))


def addends(explained: ExplainedTotal) -> Table:
    """Lay out a sum: its addends and itself in one column, what it leaves out in another, with the reason.

    >>> from localgender.questions.addends import explain_total
    >>> addends(explain_total(Plan(goals=[Measure("1.1")]), "planned")).rows[0]
    (Ref('1.1'), None, None, Because(reason='no-money', times=None))

    Args:
        explained: What `explain_total` tells, or one group of `explain_totals_by`.
    """
    added = [(each.ref, each.money, None, None) for each in explained.addends]
    out = [(each.ref, None, each.money, Because(each.why)) for each in explained.exclusions]
    sides = [Heading(side, "right", Unit.THOUSAND_UAH) for side in (Said("Added"), Said("Left out"))]
    headings: list[Heading | Said] = [Said("Figure"), *sides, Said("Why left out")]
    together = (Said("Together"), explained.money, None, None)
    return in_one_unit(Table(Said("What a sum is made of"), headings, [*added, *out, together]))


def _titles(value: Plan | Report, by: str) -> dict[Any, str | None]:
    plan = plan_of(value)
    if by == "goal":
        return goal_titles(plan)
    return {where: measure.title for where, measure, _ in plan.placed} if by == "measure" else {}


def goal_titles(plan: Plan) -> dict[Code | None, str | None]:
    """Return the words of the outermost goals by their numbers; those of all goals of one number, or of none.

    >>> from localgender.model.plan import Goal
    >>> goal_titles(Plan(goals=[Goal(title="Знання"), Goal(title="Безпека"), Goal("1")]))
    {None: 'Знання; Безпека', Code('1'): None}
    """
    titles: dict[Code | None, dict[str, None]] = {}
    for goal in plan.goals:
        titles.setdefault(goal.code, {}).update({goal.title: None} if goal.title else {})
    return {code: "; ".join(said) or None for code, said in titles.items()}


def _group(key: Any) -> Any:
    if isinstance(key, Ref) and key.coded and key.nth == 1:
        return key.code
    return None if key == () else key


def findings(found: Iterable[Finding], places: Places | None = None) -> Table:
    """Lay out findings, each with its place and its sentence.

    >>> table = findings([Finding("no-term", "warning", [Ref.parse("4.4.3")])])
    >>> table.rows[0][0], table.rows[0][2].said("en")
    (<Severity.WARNING: 'warning'>, 'Measure 4.4.3: no term is given.')

    Args:
        found: In the order they are shown.
        places: Where the document prints each Ref, such as `reading.places`.
    """
    found = tuple(found)
    where = [places_of(each, places) for each in found]
    table = several_tables(where, places)
    headings = [Said("Severity"), Said("Where"), Said("What was found"), Said("Kind")]
    cells = [
        (each.severity, Where(seen, table) if seen else None, Told(each), each.kind)
        for each, seen in zip(found, where, strict=True)
    ]
    return Table(Said("Findings"), headings, cells)
