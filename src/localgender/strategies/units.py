"""Strategies for what units hand in, what it gives when joined, and by when it is due."""

from __future__ import annotations

from functools import cache

from attrs import evolve
from hypothesis import strategies as st

from localgender.model.report import Report
from localgender.questions.consolidation import consolidate
from localgender.questions.consolidation.calendars import OwedBy, PeriodKind, ReportingCalendar, ReportingDuty
from localgender.questions.consolidation.entries import Arrival, UnitReport
from localgender.questions.consolidation.result import Consolidated
from localgender.strategies.model import reports
from localgender.strategies.values import days, places, refs, texts
from localgender.values.periods import Period

_UNITS = ("Зарічний район", "Нагірний район", "Відділ освіти")


@st.composite
def unit_reports(draw: st.DrawFn) -> UnitReport:
    """Reports of districts and departments on the year 2024, some unnamed, with their copies."""
    return draw(_unit_reports())


@cache
def _unit_reports() -> st.SearchStrategy[UnitReport]:
    printed = st.dictionaries(refs(), st.lists(places(), max_size=2), max_size=2)
    arrivals = st.builds(Arrival, st.none() | texts(), st.none() | days(), printed)
    units = st.none() | st.sampled_from(_UNITS)
    return st.builds(UnitReport, units, reports().map(_of_one_year), st.lists(arrivals, max_size=2))


def _of_one_year(report: Report) -> Report:
    return evolve(report, plan=evolve(report.plan, community=None), period=Period.year(2024))


@st.composite
def consolidations(draw: st.DrawFn) -> Consolidated:
    """What a few reports of units give when joined."""
    return consolidate(draw(st.lists(_unit_reports(), max_size=3)))


def reporting_duties() -> st.SearchStrategy[ReportingDuty]:
    """Days by which reports on any kind of period are due."""
    sender = st.none() | st.sampled_from(_UNITS)
    return st.builds(
        ReportingDuty,
        st.sampled_from(PeriodKind),
        st.integers(0, 12),
        st.integers(1, 31),
        st.sampled_from(OwedBy),
        sender,
        st.none() | texts(),
    )


def reporting_calendars() -> st.SearchStrategy[ReportingCalendar]:
    """Calendars of one form, each duty once."""
    one = st.lists(
        reporting_duties(), max_size=3, unique_by=lambda each: (each.owed_by, each.kind, each.sender)
    )
    return st.builds(ReportingCalendar, texts(), one, st.just(""), st.none() | texts())
