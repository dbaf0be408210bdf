"""Statistics as tables: every figure, its change, what its parts add up to, and what was asked by sex."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from localgender.documents.reading import Reading
from localgender.model.statistics import Axis, Nature, Observation, Statistics
from localgender.questions.statistics.alike import topic, years_between
from localgender.questions.statistics.disaggregation import disaggregation as asked_and_given
from localgender.questions.statistics.relations import Relation, Shift, change
from localgender.questions.suppression.sensitive import telling_of_few
from localgender.showing.catalogue import Said
from localgender.showing.measured import named
from localgender.showing.names import name
from localgender.showing.statuses import Named
from localgender.showing.tables import Heading, Table
from localgender.showing.wording import Phrase, phrase
from localgender.values.quantities import quantity

Told = Statistics | Reading[Statistics]


@frozen
class Whom:
    """Whom a figure is of: sex, ages, kind of settlement and territory, those that are told."""

    figure: Observation

    def said(self, language: str) -> str:
        """Say it in a language."""
        told = [self.figure.at(axis) for axis in (Axis.SEX, Axis.AGE, Axis.LOCALITY)]
        words = [self._word(each, language) for each in told if each is not None]
        place = [self.figure.place] if self.figure.place else []
        target = [name("target", language)] if self.figure.nature is Nature.TARGET else []
        return ", ".join([*words, *place, *target]) or "—"

    def _word(self, at: Any, language: str) -> str:
        return name(at, language) if isinstance(at, str) else phrase(at, language)


@frozen
class Axes:
    """Names of axes, not yet in a language."""

    axes: tuple[Axis, ...]

    def said(self, language: str) -> str:
        """Say them in a language."""
        return ", ".join(name(axis, language) for axis in self.axes) or "—"


def statistics_of(told: Told) -> Statistics:
    """Return statistics themselves, or those that were read."""
    return told.value if isinstance(told, Reading) else told


def shifts(told: Told) -> Table:
    """Lay out what became of each figure since the like period before it, where one is told.

    >>> two = [Observation("Звернення", f"{year}-9m", count) for year, count in [(2023, 600), (2024, 690)]]
    >>> shifts(Statistics(observations=two)).rows[0][-1]
    Percent('15.0')

    Args:
        told: Statistics, or a reading of them.
    """
    found = [change(now, before) for now, before in _pairs(statistics_of(told).observations)]
    rows = [
        (named(each.now), Whom(each.now), each.now.period, *map(_figure, (each.before, each.now)),
         each.difference, _relation(each))
        for each in found
    ]  # fmt: skip
    headings = [
        Heading(Said("Indicator")),
        Heading(Said("Of whom")),
        Heading(Said("Period")),
        Heading(Said("Before"), "right"),
        Heading(Said("Now"), "right"),
        Heading(Said("Difference"), "right"),
        Heading(Said("Change"), "right"),
    ]
    return Table(
        Said("Change since the like period before"),
        headings,
        rows,
        sensitive=bool(telling_of_few(statistics_of(told))),
    )


def _figure(told: Observation) -> Any:
    return told.absence if told.value is None else told.value


def _relation(shift: Shift) -> Any:
    if shift.relation.reason is not None:
        return Named(shift.relation.reason)
    percent = shift.relation.percent(1)
    if not shift.relation.points or percent is None:
        return percent
    return Phrase(Said("{points} points"), {"points": quantity(percent)})


def _pairs(figures: Iterable[Observation]) -> list[tuple[Observation, Observation]]:
    """Pair each figure with the nearest like period before it."""
    figures = [each for each in figures if each.period is not None]
    found = []
    for now in figures:
        before = [(_years(now, each), each) for each in figures if topic(each) == topic(now)]
        if earlier := [(years, each) for years, each in before if years]:
            found.append((now, min(earlier, key=lambda pair: pair[0])[1]))
    return found


def _years(now: Observation, before: Observation) -> int:
    alike = now.period and before.period and years_between(now.period, before.period)
    return alike or 0


def disaggregation(told: Told, *, asked: Iterable[Axis | str] = (Axis.SEX,)) -> Table:
    """Lay out by what each indicator was to be told apart, and by what it is.

    >>> disaggregation(Statistics(observations=Observation("Притулки", 2024, 1))).rows[0][-1].said("uk")
    'стать'

    Args:
        told: Statistics, or a reading of them.
        asked: Axes that every indicator is asked for by.
    """
    found = asked_and_given(statistics_of(told), asked=asked)
    rows = [
        (each.indicator.name, Axes(each.asked), Axes(each.given), Axes(each.missing)) for each in found.rows
    ]
    headings = [
        Heading(Said("Indicator")),
        Heading(Said("Asked by")),
        Heading(Said("Told apart by")),
        Heading(Said("Missing by")),
    ]
    score = Relation(found.score).percent(0)
    notes = [Phrase(Said("Given of what was asked: {score}."), {"score": score})] if score else []
    return Table(Said("Figures by sex and other axes"), headings, rows, notes)
