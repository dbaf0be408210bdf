"""Who handed in what: units that are missing, late, unnamed or heard twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from localgender.findings import Finding, Severity
from localgender.questions.compare.matching import words
from localgender.questions.consolidation.calendars import ReportingCalendar
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.kinds import noticed
from localgender.questions.consolidation.origins import Gathered
from localgender.values.refs import PLAN


def unnamed(entries: Iterable[UnitReport]) -> Iterator[Finding]:
    """Yield the reports that name no unit."""
    for each in entries:
        if not each.key:
            yield noticed("unit-unnamed", PLAN, document=each.document, period=each.report.period)


def unlike_expected(entries: Sequence[UnitReport], expected: Iterable[str]) -> Iterator[Finding]:
    """Yield the units that were expected and handed in nothing, then those that were not expected."""
    wanted = {words(each): each for each in sorted(set(expected))}
    heard = {each.key: each.unit for each in entries if each.unit and each.key}
    for key, unit in wanted.items():
        if key not in heard:
            yield noticed("report-missing", PLAN, unit=unit)
    for key, unit in heard.items():
        if wanted and key not in wanted:
            yield noticed("unit-unexpected", PLAN, unit=unit)


def late(entries: Iterable[UnitReport], calendar: ReportingCalendar | None) -> Iterator[Finding]:
    """Yield the reports that came after their day; a report of which no day is known is not late."""
    for each in entries:
        period = each.report.period
        if calendar is None or period is None or each.received is None:
            continue
        duty = calendar.duty(period, unit=each.unit)
        if duty is not None and each.received > (due := duty.due(period)):
            days = (each.received - due).days
            yield noticed("report-late", PLAN, unit=each.unit, received=each.received, due=due, days=days)


def twice(entries: Sequence[UnitReport], measures: Iterable[Gathered]) -> Iterator[Finding]:
    """Yield the units that handed in several reports; of one measure these may tell the same twice."""
    of: dict[tuple[str, ...], list[int]] = {}
    for number, each in enumerate(entries):
        if each.key:
            of.setdefault(each.key, []).append(number)
    measures = tuple(measures)
    for numbers in of.values():
        if len(numbers) > 1:
            both = [each.ref for each in measures if len({*each.reports} & {*numbers}) > 1]
            facts = {"measures": len(both)} if both else {}
            yield noticed(
                "unit-reports-twice",
                *(both or [PLAN]),
                severity=None if both else Severity.NOTICE,
                unit=entries[numbers[0]].unit,
                reports=len(numbers),
                **facts,
            )
