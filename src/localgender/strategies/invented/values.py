"""Values of an invented country: its plans and reports, as if typed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from localgender.model.community import Community
from localgender.model.executors import Executor, Involvement
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.strategies.invented import shape, words
from localgender.strategies.invented.papers import (
    Entry,
    Line,
    Paper,
    claimed,
    entries,
    lines,
    papers,
    years_of,
)
from localgender.strategies.invented.shape import STEP, Country
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import Ref
from localgender.values.terms import years


def reports(country: Country) -> Iterator[Report]:
    """Yield every report of a country, community by community and year by year.

    >>> [report.period for report in reports(Country(communities=1, years=1))]
    [Period.parse('2021-9m'), Period.parse('2021')]
    """
    return map(report_of, papers(country))


def plans(country: Country) -> Iterator[Plan]:
    """Yield the plan of every community, with the money that its reports repeat as planned."""
    return (plan_of(country, community) for community in range(country.communities))


def community_of(country: Country, community: int) -> Community | None:
    """Return whose papers they are; None where the papers do not say."""
    if country.habit(community) == "nameless":
        return None
    kinds = dict(words.KINDS)
    kind = kinds[shape.adjective_of(community)[1]]
    name, region = shape.name_of(community), shape.region_of(community)
    return Community(name, kind, region, katottg=shape.katottg_of(community))


def plan_of(country: Country, community: int) -> Plan:
    """Return the plan of a community, with what is planned for each year."""
    told = [Paper(country, community, year) for year in years_of(country)]
    funding = [
        tuple(line for paper, entry in zip(told, row, strict=True) for line in _planned(paper, entry))
        for row in zip(*map(entries, told), strict=True)
    ]
    return _outline(country, community, funding)


def report_of(paper: Paper) -> Report:
    """Return a report: what its measures tell, and what it claims to be their sum."""
    country, community = paper.country, paper.community
    plan = _outline(country, community, [()] * country.measures)
    told = [
        Progress(
            where,
            [_money(paper, line) for line in lines(paper, entry)],
            stated_percent=None if entry.outcome.percent is None else Percent(entry.outcome.percent),
            narrative=entry.outcome.narrative,
        )
        for where, entry in zip(plan.by_ref, entries(paper), strict=True)
        if entry.outcome.reported
    ]
    return Report(plan, _period(paper.year, paper.told), progress=told, stated_totals=_claimed(paper))


def _period(year: int, part: str | None) -> Period | None:
    if part is None:
        return None
    return Period.year(year) if part == "year" else Period.nine_months(year)


def _outline(country: Country, community: int, funding: list[tuple[FundingPeriod, ...]]) -> Plan:
    habit = country.habit(community)
    term = years(country.first_year, country.first_year + country.years - 1)
    measures = [
        Measure(
            shape.code_of(number, habit),
            shape.title_of(number),
            term,
            [Involvement(Executor(name)) for name in shape.executors_of(number)],
            lines,
            serves=_served(number),
        )
        for number, lines in enumerate(funding)
    ]
    return Plan(
        words.PROGRAMME,
        community=community_of(country, community),
        term=term,
        goals=list(_goals(measures)),
        targets=[Target("nap-1325", (each,)) for each in words.TARGETS],
    )


def _served(measure: int) -> list[Ref]:
    task = shape.target_of(measure)
    return [] if task is None else [Target("nap-1325", (task,)).ref]


def _goals(measures: list[Measure]) -> Iterator[Goal]:
    for number, first in enumerate(range(0, len(measures), words.PER_GOAL)):
        title = words.GOALS[number % len(words.GOALS)]
        yield Goal(str(number + 1), title=title, measures=measures[first : first + words.PER_GOAL])


def _money(paper: Paper, line: Line) -> FundingPeriod:
    sources = line.sources.split("+") if line.sources else ()
    planned, allocated, disbursed = (None if each is None else Money(each) for each in line.amounts)
    return FundingPeriod(
        _period(paper.year, line.part),
        sources,
        planned=planned,
        allocated=allocated,
        disbursed=disbursed,
        step=Money(STEP),
    )


def _planned(paper: Paper, entry: Entry) -> Iterator[FundingPeriod]:
    for line in lines(paper, entry):
        if line.amounts[0] is not None and line.part == paper.told:
            yield evolve(_money(paper, line), period=paper.year, allocated=None, disbursed=None)


def _claimed(paper: Paper) -> list[StatedTotal]:
    sums = claimed(paper)
    if set(sums) == {None}:
        return []
    return [StatedTotal("Всього", funding=_money(paper, Line(paper.told, "", sums)))]
