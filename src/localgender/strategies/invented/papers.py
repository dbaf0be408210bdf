"""The reports of an invented country, still plain numbers and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from attrs import frozen

from localgender.strategies.invented.shape import STEP, Country
from localgender.strategies.invented.words import OUTCOMES, Outcome

STAGES = ("planned", "allocated", "disbursed")
HALVES = {"9m": 1, "year": 2}
"""How much of the year's money is printed for a part of it, in halves."""
Amounts = tuple[int | None, ...]


@frozen
class Paper:
    """One report: whose, and on what.

    Attributes:
        country: Where.
        community: Number of the community, from 0.
        year: Which year.
        part: "year" or "9m".
    """

    country: Country
    community: int
    year: int
    part: str = "year"

    @property
    def habit(self) -> str:
        """What is odd about it."""
        return self.country.habit(self.community)

    @property
    def told(self) -> str | None:
        """Part of the year that it names; None where it names no period."""
        return None if self.habit == "dateless" else self.part


@frozen
class Entry:
    """What became of one measure in a year.

    Attributes:
        measure: Number of the measure, from 0.
        outcome: What became of it.
        units: Steps of money in one part of it, in half a year.
    """

    measure: int
    outcome: Outcome
    units: int


@frozen
class Line:
    """One line of money of a report.

    Attributes:
        part: "year" or "9m"; None where no period is named.
        sources: As in `Printed`.
        amounts: Kopiykas planned, allocated and disbursed; None is silence.
    """

    part: str | None
    sources: str
    amounts: Amounts


def papers(country: Country) -> Iterator[Paper]:
    """Yield every report of every community, in order.

    >>> [(each.community, each.year, each.part) for each in papers(Country(communities=2, years=1))]
    [(0, 2021, '9m'), (0, 2021, 'year'), (1, 2021, 'year')]
    """
    for community, year in product(range(country.communities), years_of(country)):
        for part in parts_of(community):
            yield Paper(country, community, year, part)


def years_of(country: Country) -> range:
    """Return the years that are reported."""
    return range(country.first_year, country.first_year + country.years)


def parts_of(community: int) -> tuple[str, ...]:
    """Return on which parts of each year a community reports."""
    return ("9m", "year") if community % 3 == 0 else ("year",)


def entries(paper: Paper) -> Iterator[Entry]:
    """Yield what became of each measure, in the order of the plan."""
    country = paper.country
    for measure in range(country.measures):
        place = country.place(paper.community, paper.year, measure)
        yield Entry(measure, OUTCOMES[country.outcome_number(place)], country.units(place))


def lines(paper: Paper, entry: Entry) -> Iterator[Line]:
    """Yield the lines of money of one measure; nine months after the year, where both are printed."""
    return lines_of(entry.outcome, paper.part, paper.habit, entry.units)


def lines_of(outcome: Outcome, part: str, habit: str, units: int) -> Iterator[Line]:
    """Yield the lines that tell an outcome, in a report on a part of the year with some habit."""
    for each in ("year", "9m") if habit == "overlapping" and part == "year" else (part,):
        step = units * HALVES[each] * STEP
        for printed in outcome.lines:
            parts = (printed.planned, printed.allocated, printed.disbursed)
            amounts = tuple(None if each is None else each * step for each in parts)
            yield Line(None if habit == "dateless" else each, printed.sources, amounts)


def claimed(paper: Paper) -> Amounts:
    """Return the kopiykas of each stage that a report claims as its sum; None where all rows are silent."""
    told = [line for entry in entries(paper) for line in lines(paper, entry) if line.part == paper.told]
    planned, *rest = (_sum(line.amounts[stage] for line in told) for stage in range(len(STAGES)))
    return (None if planned is None else planned + misprint(paper.country, paper.habit), *rest)


def misprint(country: Country, habit: str) -> int:
    """Return the kopiykas by which a planned total is wrong: beyond all that rows may be rounded by."""
    return (country.measures + 2) * 4 * STEP if habit == "misprinted" else 0


def _sum(amounts: Iterable[int | None]) -> int | None:
    stated = [each for each in amounts if each is not None]
    return sum(stated) if stated else None
