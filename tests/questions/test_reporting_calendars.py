"""By when reports are due, and what is late."""

from __future__ import annotations

import pytest

from localgender.errors import NotationError
from localgender.findings import Findings
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.consolidation import consolidate
from localgender.questions.consolidation.calendars import ReportingCalendar, ReportingDuty, reporting_calendar
from localgender.questions.consolidation.entries import UnitReport
from localgender.values.periods import Period

YEAR = Period.year(2023)
BY_TENTH = ReportingDuty("year", 1, 10)


def came(day: str | None, calendar: ReportingCalendar | None, unit: str = "Лісовий район") -> Findings:
    return consolidate([UnitReport.of(Report(Plan(), YEAR, issuer=unit), received=day)], calendar).findings


@pytest.mark.parametrize(
    ("name", "owed_by", "due"),
    [
        ("vinnytsia-1325", "unit", "2024-01-10"),
        ("vinnytsia-1325", "whole", "2024-01-25"),
        ("zhytomyr-1325", "whole", "2024-03-31"),
        ("zhytomyr-oblast-youth", "whole", "2024-03-20"),
    ],
)
def test_days_of_known_orders(name: str, owed_by: str, due: str) -> None:
    duty = reporting_calendar(name).duty(YEAR, owed_by=owed_by)
    assert duty is not None
    assert str(duty.due(YEAR)) == due


def test_a_calendar_that_is_not_known_is_named_with_the_nearest() -> None:
    with pytest.raises(NotationError, match="the nearest is vinnytsia-1325"):
        reporting_calendar("vinnytsia")


def test_a_report_is_in_time_on_its_last_day_and_late_on_the_next() -> None:
    calendar = ReportingCalendar("Звіт", BY_TENTH)
    assert not came("2024-01-10", calendar)
    (late,) = came("2024-01-11", calendar)
    assert (late.kind, late.facts["days"], str(late.facts["due"])) == ("report-late", 1, "2024-01-10")


def test_a_report_of_which_no_day_is_known_is_not_late() -> None:
    assert not came(None, ReportingCalendar("Звіт", BY_TENTH))


def test_without_a_calendar_nothing_is_late() -> None:
    assert not came("2099-01-01", None)


def test_nothing_is_due_for_a_period_of_another_kind() -> None:
    assert not came("2099-01-01", ReportingCalendar("Звіт", ReportingDuty("quarter", 1, 10)))


def test_a_unit_may_have_a_day_of_its_own() -> None:
    calendar = ReportingCalendar("Звіт", [BY_TENTH, ReportingDuty("year", 2, 1, sender="ЛІСОВИЙ РАЙОН")])
    assert not came("2024-02-01", calendar)
    assert came("2024-02-01", calendar, "Нагірний район").kinds == ("report-late",)


def test_the_last_day_of_a_month_is_as_late_as_the_month_is_long() -> None:
    assert str(ReportingDuty("year", 2, 31).due(YEAR)) == "2024-02-29"


def test_two_duties_for_one_report_contradict_each_other() -> None:
    with pytest.raises(ValueError, match="2 duties of one unit for one year"):
        ReportingCalendar("Звіт", [BY_TENTH, ReportingDuty("year", 1, 25)])


def test_a_year_and_its_quarters_are_due_on_their_own_days() -> None:
    calendar = ReportingCalendar("Звіт", [BY_TENTH, ReportingDuty("quarter", 1, 5)])
    quarter = Period.quarter(2024, 1)
    duty = calendar.duty(quarter)
    assert duty is not None
    assert str(duty.due(quarter)) == "2024-04-05"
