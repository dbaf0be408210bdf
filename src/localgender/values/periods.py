"""Periods of whole days, both ends included."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache

from attrs import Attribute, field, frozen
from pendulum import Date

from localgender.errors import TermError

_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(value: datetime.date | str) -> Date:
    """Accept a date or its ISO text, year, month and day parted by hyphens, as a pendulum Date.

    >>> day("2019-12-18")
    Date(2019, 12, 18)

    Raises:
        TermError: For a datetime, which carries a time of day, and for text that is no ISO date.
    """
    if isinstance(value, str):
        if not _ISO.fullmatch(value):
            raise TermError(repr(value), "a date such as 2019-12-18")
        return calendar_day(*map(int, value.split("-")))
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        raise TermError(repr(value), "a date without a time of day")
    return Date(value.year, value.month, value.day)


def optional_day(value: datetime.date | str | None) -> Date | None:
    """Accept what `day` does, or silence."""
    return None if value is None else day(value)


# Few days stand in many terms and periods; typed, so that 2024.0 is refused after 2024 too.
@lru_cache(maxsize=4096, typed=True)
def calendar_day(year: int, month: int, number: int) -> Date:
    """Return a day of the calendar, which knows the years 1 to 9999.

    Raises:
        TermError: When there is no such day.
    """
    try:
        return Date(year, month, number)
    except (ValueError, OverflowError):
        raise TermError(f"year {year}, month {month}, day {number}", "a day of the calendar") from None


def last_of_month(year: int, month: int) -> Date:
    """Return the last day of a month.

    Raises:
        TermError: When there is no such month.
    """
    first = calendar_day(year, month, 1)
    return calendar_day(year, month, calendar.monthrange(first.year, first.month)[1])


def _not_before_first(instance: Period, attribute: Attribute[Date], last: Date) -> None:
    if last < instance.first:
        raise TermError(f"{instance.first} to {last}", "a last day that is not before the first")


_SPELLED = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<until>[0-9]{4})|-(?P<part>9m|m[0-9]{1,2}|[qh][0-9]|[0-9]{2}))?"
)


@frozen(order=True, repr=False)
class Period:
    """First and last day (період). Nine months and a year are different periods and are never added.

    >>> Period.nine_months(2024).same_period_last_year()
    Period.parse('2023-9m')

    Attributes:
        first: First day, included; a date or ISO text.
        last: Last day, included.

    Raises:
        TermError: When the last day is before the first.

    Source: title of the Zhytomyr report for 2023; forms of reports for a quarter, a half-year, nine months
    and a year.
    """

    first: Date = field(converter=day)
    last: Date = field(converter=day, validator=_not_before_first)

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year."""
        return cls.years(year, year)

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """Return calendar years, both included."""
        return cls(calendar_day(first, 1, 1), calendar_day(last, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Return one month."""
        return cls(calendar_day(year, month, 1), last_of_month(year, month))

    @classmethod
    def months(cls, year: int, count: int) -> Period:
        """Return the first months of a year, such as eleven (за 11 місяців)."""
        return cls(calendar_day(year, 1, 1), last_of_month(year, count))

    @classmethod
    def nine_months(cls, year: int) -> Period:
        """Return January to September (за 9 місяців)."""
        return cls.months(year, 9)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Return one quarter, 1 to 4 (квартал)."""
        return cls(calendar_day(year, 3 * quarter - 2, 1), last_of_month(year, 3 * quarter))

    @classmethod
    def half_year(cls, year: int, half: int) -> Period:
        """Return one half of a year, 1 or 2 (півріччя)."""
        return cls(calendar_day(year, 6 * half - 5, 1), last_of_month(year, 6 * half))

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what `str` writes: 2023, 2024-2028, 2024-9m, 2024-q1, 2024-h2, 2024-03, or two ISO dates.

        Raises:
            TermError: For any other text.
        """
        expected = (
            "a period such as 2023, 2024-2028, 2024-9m, 2024-q1, 2024-h2, 2024-03, 2024-11-25..2024-12-10"
        )
        if ".." in text:
            first, _, last = text.partition("..")
            return cls(first, last)
        spelled = _SPELLED.fullmatch(text)
        if spelled is None:
            raise TermError(repr(text), expected)
        year, until, part = int(spelled["year"]), spelled["until"], spelled["part"]
        try:
            if until:
                return cls.years(year, int(until))
            return cls.year(year) if part is None else cls._part(year, part)
        except ValueError:
            raise TermError(repr(text), expected) from None

    @classmethod
    def _part(cls, year: int, part: str) -> Period:
        match part[0], part[1:]:
            case "9", "m":
                return cls.nine_months(year)
            case "m", count:
                return cls.months(year, int(count))
            case "q", number:
                return cls.quarter(year, int(number))
            case "h", number:
                return cls.half_year(year, int(number))
        return cls.month(year, int(part))

    def same_period_last_year(self) -> Period:
        """Return the like period a year earlier; 29 February becomes 28."""
        if self.first.year == 1:
            raise TermError(str(self), "a period with a year before it")
        last = self.last.subtract(years=1)
        # The end of February stays its end when whole months are compared; a single day stays a single day.
        if self.first.day == 1 and self.last == last_of_month(self.last.year, self.last.month):
            last = last_of_month(last.year, last.month)
        return Period(self.first.subtract(years=1), last)

    def covers(self, other: Period | datetime.date) -> bool:
        """Tell whether every day of the other lies within."""
        other = as_period(other)
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Period | datetime.date) -> bool:
        """Tell whether some day lies in both."""
        other = as_period(other)
        return self.first <= other.last and other.first <= self.last

    @property
    def is_years(self) -> bool:
        """Whether the period is made of whole calendar years."""
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)

    def __str__(self) -> str:
        return _spelling(self.first, self.last)

    def __repr__(self) -> str:
        return f"Period.parse('{self}')"


# Few periods stand in many lines of money.
@lru_cache(maxsize=4096)
def _spelling(first: Date, last: Date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04d}" if first.year == last.year else f"{first.year:04d}-{last.year:04d}"
    whole = first.year == last.year and first.day == 1 and last == last_of_month(last.year, last.month)
    if whole and (part := _PARTS.get((first.month, last.month)) or _months(first.month, last.month)):
        return f"{first.year:04d}-{part}"
    return f"{first.isoformat()}..{last.isoformat()}"


def _months(first: int, last: int) -> str | None:
    if first == last:
        return f"{first:02d}"
    return f"m{last}" if first == 1 else None


_PARTS = {(1, 9): "9m", (1, 6): "h1", (7, 12): "h2", (1, 3): "q1", (4, 6): "q2", (7, 9): "q3", (10, 12): "q4"}


def as_period(value: Period | datetime.date | str | int) -> Period:
    """Accept a period, a day, a year, or a period's text.

    >>> as_period(2023) == as_period("2023")
    True
    """
    if isinstance(value, Period):
        return value
    if type(value) is int:
        return Period.year(value)
    if isinstance(value, str):
        return Period.parse(value)
    return Period(value, value)  # type: ignore[arg-type]  # day() refuses what is no date
