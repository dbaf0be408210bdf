"""When reports are due: calendars as data, those of orders that are known and those of a caller."""

from __future__ import annotations

import pkgutil
import tomllib
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any

from attrs import field, frozen
from attrs.validators import and_, ge, instance_of, le
from pendulum import Date

from localgender._display import brief
from localgender.model.parts import several
from localgender.notation.folding import fold
from localgender.values.periods import Period, last_of_month
from localgender.values.texts import optional_text, text
from localgender.values.words import one_of


class PeriodKind(StrEnum):
    """Kind of period that is reported on."""

    YEAR = "year"
    NINE_MONTHS = "nine-months"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"


class OwedBy(StrEnum):
    """Who owes a report: each unit to whoever consolidates, or the whole to whoever is above."""

    UNIT = "unit"
    WHOLE = "whole"


_LENGTHS = {12: PeriodKind.YEAR, 6: PeriodKind.HALF_YEAR, 3: PeriodKind.QUARTER, 1: PeriodKind.MONTH}


def kind_of(period: Period) -> PeriodKind | None:
    """Tell of which kind a period is; None for any other, such as two years or eleven months.

    >>> kind_of(Period.nine_months(2024)), kind_of(Period.years(2024, 2025))
    (<PeriodKind.NINE_MONTHS: 'nine-months'>, None)
    """
    first, last = period.first, period.last
    if first.day != 1 or last != last_of_month(last.year, last.month) or first.year != last.year:
        return None
    if period == Period.nine_months(first.year):
        return PeriodKind.NINE_MONTHS
    length = last.month - first.month + 1
    # A quarter begins where quarters begin: February to April is none.
    return _LENGTHS.get(length) if (first.month - 1) % length == 0 else None


@frozen
class ReportingDuty:
    """Duty to report (строк подання звіту).

    >>> ReportingDuty("year", after=1, day=10).due(Period.year(2023))
    Date(2024, 1, 10)

    Attributes:
        kind: "year", "nine-months", "half-year", "quarter" or "month".
        after: Months from the last month of the period to that of the day.
        day: Day of that month; its last day where the month is shorter.
        owed_by: "unit", or "whole" for what is owed for all units together.
        sender: The one unit that owes it; None for each.
        receiver: To whom; None is silence.
    """

    kind: PeriodKind = field(converter=PeriodKind)
    after: int = field(validator=[instance_of(int), ge(0)])
    day: int = field(validator=[instance_of(int), and_(ge(1), le(31))])
    owed_by: OwedBy = field(default=OwedBy.UNIT, converter=OwedBy)
    sender: str | None = field(default=None, converter=optional_text)
    receiver: str | None = field(default=None, converter=optional_text)

    __repr__ = brief

    def due(self, period: Period) -> Date:
        """Return the last day on which the report is in time."""
        year, month = divmod(period.last.month - 1 + self.after, 12)
        last = last_of_month(period.last.year + year, month + 1)
        return Date(last.year, last.month, min(self.day, last.day))


def _duties(value: ReportingDuty | Iterable[ReportingDuty]) -> tuple[ReportingDuty, ...]:
    return several(ReportingDuty, value)


@frozen
class ReportingCalendar:
    """Days by which reports of one form are due (календар звітності).

    Attributes:
        form: What is reported.
        duties: One for each who owes, kind of period and sender.
        name: Short name; "" for a calendar of one's own.
        basis: Order or decision that sets the days.

    Raises:
        ValueError: When two duties speak of the same report.
    """

    form: str = field(converter=text)
    duties: tuple[ReportingDuty, ...] = field(default=(), converter=_duties)
    name: str = field(default="", converter=text)
    basis: str | None = field(default=None, converter=optional_text)

    __repr__ = brief

    def __attrs_post_init__(self) -> None:
        counted = Counter((each.owed_by, each.kind, _folded(each.sender)) for each in self.duties)
        for (owed_by, kind, _), times in counted.items():
            if times > 1:
                raise ValueError(f"{times} duties of one {owed_by} for one {kind}: a calendar is of one form")

    def duty(
        self, period: Period, *, unit: str | None = None, owed_by: OwedBy | str = OwedBy.UNIT
    ) -> ReportingDuty | None:
        """Return the duty for a period: that of the unit, else that of each; None when there is none."""
        fitting = {
            _folded(each.sender): each
            for each in self.duties
            if each.kind == kind_of(period) and each.owed_by == OwedBy(owed_by)
        }
        return fitting.get(_folded(unit)) or fitting.get("")


def _folded(sender: str | None) -> str:
    return fold(sender) if sender else ""


@cache
def _calendars() -> dict[str, ReportingCalendar]:
    data = tomllib.loads((pkgutil.get_data(__package__, "calendars.toml") or b"").decode("utf8"))
    return {each["name"]: _made(each) for each in data["calendars"]}


def _made(data: dict[str, Any]) -> ReportingCalendar:
    return ReportingCalendar(**{**data, "duties": [ReportingDuty(**duty) for duty in data["duties"]]})


def reporting_calendar(name: str) -> ReportingCalendar:
    """Return a calendar that ships with the library.

    >>> reporting_calendar("vinnytsia-1325").duty(Period.year(2023)).due(Period.year(2023))
    Date(2024, 1, 10)

    Args:
        name: "vinnytsia-1325", "zhytomyr-1325" or "zhytomyr-oblast-youth".

    Raises:
        NotationError: A ValueError, for any other name, with the nearest there is.
    """
    known = _calendars()
    return known[one_of(name, known)]
