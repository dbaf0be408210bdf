"""Terms of execution: stated days, deadlines, yearly seasons and recurrence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from attrs import evolve, field, frozen
from pendulum import Date

from localgender._display import brief
from localgender.errors import TermError
from localgender.values.periods import Period, as_period, calendar_day, day, last_of_month
from localgender.values.texts import text


class Recurrence(StrEnum):
    """How often a measure comes round, the rarest first (періодичність)."""

    AS_NEEDED = "as-needed"
    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    CONTINUOUS = "continuous"


_ORDER = {recurrence: rank for rank, recurrence in enumerate(Recurrence)}


def _inside_a_year(value: Iterable[int]) -> tuple[int, int]:
    month, number = value
    try:
        Date(2024, month, number)  # a leap year, so that 29 February is a day of the year
    except (ValueError, TypeError):
        raise TermError(repr(value), "a month and a day of a year") from None
    return month, number


@frozen(order=True)
class Season:
    """Days that come every year, such as 25 November to 10 December.

    Attributes:
        first: Month and day, included.
        last: Month and day, included; earlier than `first` when the season crosses New Year.
    """

    first: tuple[int, int] = field(converter=_inside_a_year)
    last: tuple[int, int] = field(converter=_inside_a_year)

    def in_year(self, year: int) -> Period:
        """Return the season that begins in a year."""
        until = year + (self.last < self.first)
        return Period(_clipped(year, *self.first), _clipped(until, *self.last))


def _clipped(year: int, month: int, number: int) -> Date:
    return calendar_day(year, month, min(number, last_of_month(year, month).day))


def _merged(spans: Iterable[Period]) -> tuple[Period, ...]:
    merged: list[Period] = []
    for span in sorted(_each(Period, spans)):
        if merged and span.first.toordinal() <= merged[-1].last.toordinal() + 1:
            merged[-1] = Period(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)


def _sorted_days(days: Iterable[datetime.date]) -> tuple[Date, ...]:
    return tuple(sorted({day(each) for each in days}))


def _sorted_seasons(seasons: Iterable[Season]) -> tuple[Season, ...]:
    return tuple(sorted(set(_each(Season, seasons))))


T = TypeVar("T")


def _each(kind: type[T], parts: Iterable[T]) -> Iterator[T]:
    for part in parts:
        if not isinstance(part, kind):
            raise TypeError(f"expected {kind.__name__}, not {part!r}")
        yield part


def _sorted_words(words: str | Iterable[str]) -> tuple[str, ...]:
    each = [words] if isinstance(words, str) else words
    return tuple(sorted({words for condition in each if (words := text(condition))}))


def _recurrence(value: str | None) -> Recurrence | None:
    return None if value is None else Recurrence(value)


@frozen
class Term:
    """When a measure is to be done (термін виконання).

    >>> years(2020, 2025).covers(2023), (years(2021) | years(2023)).covers(2022)
    (True, False)
    >>> Term(recurrence="yearly").due_in(2023, within=years(2020, 2025))
    True

    Attributes:
        spans: Stated days, sorted and merged. Two adjacent years are one span.
        recurrence: How often within the spans; without spans, how often at all.
        seasons: Days that come every year.
        deadlines: Days by which it is done, the start left open («до 01.12.2024»).
        conditions: Words that give no days («протягом місяця після …»), kept as printed.

    Source: column «Термін виконання», Zhytomyr report for 2023, and deadlines of the Zhytomyr plan for
    resolution 1325.
    """

    spans: tuple[Period, ...] = field(default=(), converter=_merged)
    recurrence: Recurrence | None = field(default=None, converter=_recurrence)
    seasons: tuple[Season, ...] = field(default=(), converter=_sorted_seasons)
    deadlines: tuple[Date, ...] = field(default=(), converter=_sorted_days)
    conditions: tuple[str, ...] = field(default=(), converter=_sorted_words)

    __repr__ = brief

    def __or__(self, other: Term) -> Term:
        """Join two terms; of two recurrences the more frequent stays."""
        if not isinstance(other, Term):
            return NotImplemented
        recurrences = [each for each in (self.recurrence, other.recurrence) if each is not None]
        return Term(
            self.spans + other.spans,
            max(recurrences, key=_ORDER.__getitem__, default=None),
            self.seasons + other.seasons,
            self.deadlines + other.deadlines,
            self.conditions + other.conditions,
        )

    def closed(self, start: datetime.date | None = None) -> tuple[Period, ...]:
        """Return the stated days with every deadline given a start.

        Args:
            start: First day of the plan; without it, or past a deadline, 1 January of the deadline's year.
        """
        opened = [
            Period(start if start is not None and start <= until else Date(until.year, 1, 1), until)
            for until in self.deadlines
        ]
        return _merged([*self.spans, *opened])

    def covers(self, when: Period | datetime.date | int | str) -> bool:
        """Tell whether some day of a period, day or year lies in a stated span."""
        period = as_period(when)
        return any(span.meets(period) for span in self.closed())

    def due_in(self, when: Period | datetime.date | int | str, *, within: Term | None = None) -> bool | None:
        """Tell whether something is to be done in a period.

        Args:
            when: Period, day or year that is asked about.
            within: Term of the plan, which bounds what recurs without years of its own.

        Returns:
            None when the term gives no days and does not recur.
        """
        period = as_period(when)
        plan = within.closed() if within is not None else ()
        stated = self.closed(plan[0].first if plan else None)
        bounds = stated or (plan if self.recurrence or self.seasons else ())
        if not stated and not self.recurrence and not self.seasons:
            return None
        if bounds and not any(bound.meets(period) for bound in bounds):
            return False
        return not self.seasons or self._in_season(period, bounds)

    def _in_season(self, period: Period, bounds: tuple[Period, ...]) -> bool:
        around = range(max(period.first.year - 1, 1), period.last.year + 1)
        # A season that crosses the end of the last year of the calendar has no end.
        days = [
            season.in_year(year)
            for season in self.seasons
            for year in around
            if year < datetime.MAXYEAR or season.first <= season.last
        ]
        # Some one day has to lie in the season, in the period and within the bounds.
        for each in days:
            first, last = max(each.first, period.first), min(each.last, period.last)
            if first <= last and (not bounds or any(bound.meets(Period(first, last)) for bound in bounds)):
                return True
        return False

    def leaves(self, other: Term) -> bool:
        """Tell whether stated days lie outside another term's; an open start has no lower end.

        What is to be done before the day after its last, «до 01.01.2027», is done within it.
        """
        if not other.spans and not other.deadlines:
            return False
        latest = max([span.last for span in other.spans] + list(other.deadlines))
        within = (latest if _follows(latest, until) else until for until in self.deadlines)
        mine = evolve(self, deadlines=within)
        if other.deadlines:
            return any(each.last > latest for each in mine.closed())
        closed = mine.closed(other.spans[0].first)
        return not all(any(span.covers(each) for span in other.spans) for each in closed)


def _follows(one: datetime.date, other: datetime.date) -> bool:
    return other.toordinal() == one.toordinal() + 1


def years(first: int, last: int | None = None) -> Term:
    """Return the term of one calendar year, or of several, both included (роки).

    >>> years(2020, 2025).spans
    (Period.parse('2020-2025'),)

    Args:
        first: First calendar year.
        last: Last calendar year; the first when left out.

    Raises:
        TermError: When the last year is before the first.
    """
    return Term((Period.years(first, first if last is None else last),))
