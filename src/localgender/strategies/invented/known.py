"""What is true of an invented country, added up from plain integers: no value and no question is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from localgender.strategies.invented import shape
from localgender.strategies.invented.papers import STAGES, Line, Paper, entries, lines, papers
from localgender.strategies.invented.shape import Country

Group = tuple[str | int | None, ...]
"""What figures are grouped by, in the order asked; None where a paper does not tell."""


@frozen
class Known:
    """Answers that the generator of a country knows.

    Attributes:
        totals: Kopiykas by group and stage; None where a measure states it for the year and for nine
            months of it, which are never added. A group that is silent has no total.
        statuses: How many measures have which delivery and funding, by group and the two words.
        executed: By group, kopiykas disbursed and planned of the lines that print both, and their number.
        misprinted: How many reports claim a planned total that their rows, none of them silent,
            cannot add up to.
    """

    totals: Mapping[tuple[Group, str], int | None]
    statuses: Mapping[tuple[Group, str, str], int]
    executed: Mapping[Group, tuple[int, int, int]]
    misprinted: int


def known(country: Country, by: Iterable[str] = ("region", "year", "part")) -> Known:
    """Add up what is true of the reports of a country.

    >>> told = known(Country(communities=2, years=1, measures=12), by=["year"])
    >>> told.totals[(2021,), "disbursed"] <= told.totals[(2021,), "planned"]
    True

    Args:
        country: Of any size; every measure is looked at.
        by: Some of "region", "community", "katottg", "year" and "part", which is "year", "9m" or silent.
    """
    keys = tuple(by)
    totals: Counter[tuple[Group, str]] = Counter()
    mixed: set[tuple[Group, str]] = set()
    statuses: Counter[tuple[Group, str, str]] = Counter()
    executed: dict[Group, tuple[int, int, int]] = {}
    for paper in papers(country):
        own = _group(paper, paper.told, keys)
        for entry in entries(paper):
            statuses[own, entry.outcome.delivery, entry.outcome.funding] += 1
            parts: dict[tuple[Group, str], set[str | None]] = {}
            for line in lines(paper, entry) if entry.outcome.reported else ():
                group = _group(paper, line.part, keys)
                _execute(executed, group, line)
                for stage, kopiykas in _stated(line):
                    totals[group, stage] += kopiykas
                    parts.setdefault((group, stage), set()).add(line.part)
            mixed |= {key for key, each in parts.items() if len(each) > 1}
    found = {key: None if key in mixed else total for key, total in totals.items()}
    return Known(found, dict(statuses), executed, sum(map(_contradicts, papers(country))))


def _contradicts(paper: Paper) -> bool:
    """Tell whether a claimed total is wrong, and no silent row could make up for it."""
    rows = [entry.outcome.lines for entry in entries(paper) if entry.outcome.reported]
    spoken = all(row and all(line.planned is not None for line in row) for row in rows)
    return bool(rows) and spoken and paper.habit == "misprinted"


def _group(paper: Paper, part: str | None, keys: tuple[str, ...]) -> Group:
    nameless, dateless = paper.habit == "nameless", part is None
    told: dict[str, str | int | None] = {
        "region": None if nameless else shape.region_of(paper.community),
        "community": None if nameless else shape.name_of(paper.community),
        "katottg": None if nameless else shape.katottg_of(paper.community),
        "year": None if dateless else paper.year,
        "part": part,
    }
    return tuple(told[key] for key in keys)


def _stated(line: Line) -> Iterator[tuple[str, int]]:
    return ((stage, each) for stage, each in zip(STAGES, line.amounts, strict=True) if each is not None)


def _execute(executed: dict[Group, tuple[int, int, int]], group: Group, line: Line) -> None:
    planned, _, disbursed = line.amounts
    if planned is not None and disbursed is not None:
        spent, promised, number = executed.get(group, (0, 0, 0))
        executed[group] = (spent + disbursed, promised + planned, number + 1)
