"""Who has how much to do, and when: executors and terms as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from localgender.model.funding import Stage
from localgender.model.plan import Measure
from localgender.questions.aggregate import (
    Asked,
    Row,
    added,
    mixes_periods,
    plan_of,
    rows,
    value_of,
)
from localgender.showing.catalogue import Counted, Said
from localgender.showing.statuses import number_of
from localgender.showing.tables import Heading, Table, Words, in_one_unit
from localgender.showing.wording import Phrase
from localgender.values.money import Money, Unit
from localgender.values.periods import Period
from localgender.values.terms import Term
from localgender.values.words import one_of

# A year is a column, and more of them than these no page is wide enough for.
_MOST_YEARS = 15
_ALONE = {
    Stage.PLANNED: Said("Planned, alone"),
    Stage.ALLOCATED: Said("Allocated, alone"),
    Stage.DISBURSED: Said("Disbursed, alone"),
}
_SHARED = {
    Stage.PLANNED: Said("Planned, with others"),
    Stage.ALLOCATED: Said("Allocated, with others"),
    Stage.DISBURSED: Said("Disbursed, with others"),
}
_NOBODY = Counted("{count} measure names no executor.", "{count} measures name no executor.")
_TWICE = Said("Money shared with others stands beside each of them and is not to be added up.")
_OTHER_YEARS = Counted("{count} further year is not shown.", "{count} further years are not shown.")


def executors(value: Asked, stage: Stage | str = Stage.PLANNED) -> Table:
    """Lay out how many measures each executor has, how many alone, and the money of both.

    >>> from localgender.model.plan import Plan
    >>> measures = [Measure("1.1", involvements=["Архів", "Музей"]), Measure("1.2", involvements="Архів")]
    >>> executors(Plan(goals=measures)).rows
    (('Архів', 2, 1, None, None), ('Музей', 1, 0, None, None))

    Args:
        value: A plan, a report, or a reading of one. Of a report only reported measures have money.
        stage: "planned", "allocated" or "disbursed".

    Returns:
        A row for each executor, those with most measures first, then in the order of the plan; what several
        share is not divided, and a sum is silent where all its lines are.

    Raises:
        ValueError: For a word that is no stage, with the nearest that is.
        TypeError: For anything else.
    """
    value, stage = value_of(value), Stage(one_of(stage, tuple(Stage)))
    paid = {row.ref: row for row in rows(value)}
    named = [
        (tuple(dict.fromkeys(each.executor.name for each in measure.involvements)), paid.get(where))
        for where, measure, _ in plan_of(value).placed
    ]
    bodies = dict.fromkeys(chain.from_iterable(names for names, _ in named))
    told = [_body(body, [(names, row) for names, row in named if body in names], stage) for body in bodies]
    told.sort(key=lambda row: -row[1])
    headings = [
        Heading(Said("Executor")),
        Heading(Said("Measures"), "right"),
        Heading(Said("of these alone"), "right"),
        *(Heading(each[stage], "right", Unit.THOUSAND_UAH) for each in (_ALONE, _SHARED)),
    ]
    silent = sum(not names for names, _ in named)
    notes: list[Words] = [_TWICE] if any(row[4] is not None for row in told) else []
    notes += [Phrase(_NOBODY, {"count": silent})] if silent else []
    return in_one_unit(Table(Said("Measures and money of each executor"), headings, told, notes))


def _body(
    name: str, theirs: Sequence[tuple[tuple[str, ...], Row | None]], stage: Stage
) -> tuple[str, int, int, Money | None, Money | None]:
    alone = [row for names, row in theirs if len(names) == 1]
    shared = [row for names, row in theirs if len(names) > 1]
    return name, len(theirs), len(alone), _sum(alone, stage), _sum(shared, stage)


def _sum(some: Iterable[Row | None], stage: Stage) -> Money | None:
    lines = [row.funding for row in some if row is not None]
    mixed = any(mixes_periods(each, stage) for each in lines)
    return None if mixed else added(chain.from_iterable(lines), stage)


def timeline(value: Asked) -> Table:
    """Lay out in which years each measure is to be done, and how many are due in each year.

    A blank says that the measure is not due in the year, a dash that its term does not tell.

    >>> from localgender.model.plan import Plan
    >>> plan = Plan(goals=[Measure("1.1", term="2024-2025"), Measure("1.2", term="2025"), Measure("1.3")])
    >>> [row[3:] for row in timeline(plan).rows]
    [(True, True), ('', True), (None, None), (1, 2)]

    Args:
        value: A plan, a report, or a reading of one.

    Returns:
        Years of the term of the plan and of the terms of its measures, the earliest first; where they are
        more than a page is wide, a note counts those that are left out.

    Raises:
        TypeError: For anything else.
    """
    plan = plan_of(value_of(value))
    every = _years([plan.term, *(measure.term for measure in plan.measures)])
    shown = every[:_MOST_YEARS]
    told = [
        (number_of(where), measure.title, measure.term, *(_due(measure, year, plan.term) for year in shown))
        for where, measure, _ in plan.placed
    ]
    counts = [sum(row[3 + at] is True for row in told) for at in range(len(shown))]
    foot = [(Said("Due"), "", "", *counts)] if told and shown else []
    headings = [
        Heading(Said("Number")),
        Heading(Said("Measure")),
        Heading(Said("Term")),
        *(Heading(str(year), "right") for year in shown),
    ]
    left = len(every) - len(shown)
    notes = [Phrase(_OTHER_YEARS, {"count": left})] if left else []
    return Table(Said("Measures by year"), headings, [*told, *foot], notes, foot=len(foot))


def _years(terms: Iterable[Term | None]) -> list[int]:
    spans = [span for term in terms if term is not None for span in term.closed()]
    return sorted({year for span in spans for year in range(span.first.year, span.last.year + 1)})


def _due(measure: Measure, year: int, within: Term | None) -> bool | str | None:
    due = measure.term.due_in(Period.year(year), within=within) if measure.term is not None else None
    return "" if due is False else due
