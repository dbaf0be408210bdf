"""Many reports of units on one programme, as one report in which every figure keeps its origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from localgender.documents.reading import Reading
from localgender.model.community import Community
from localgender.model.parts import optional_period
from localgender.model.report import Report
from localgender.questions.consolidation.calendars import ReportingCalendar
from localgender.questions.consolidation.chosen import chosen
from localgender.questions.consolidation.entries import UnitReport, joined
from localgender.questions.consolidation.handed_in import late, twice, unlike_expected, unnamed
from localgender.questions.consolidation.origins import gathered, progress_of
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.consolidation.union import union
from localgender.questions.policy import DEFAULT, Policy
from localgender.values.periods import Period
from localgender.values.refs import ByRef

Given = Report | Reading[Report] | UnitReport | Consolidated


def consolidate(
    reports: Iterable[Given],
    calendar: ReportingCalendar | None = None,
    *,
    policy: Policy = DEFAULT,
    expected: str | Iterable[str] = (),
    period: Period | str | int | None = None,
    community: Community | str | None = None,
    issuer: str | None = None,
) -> Consolidated:
    """Join the reports of units on one programme, for one community and period.

    It is of no matter in which order reports come, whether one comes twice, and whether some were joined
    before. Measures are matched as in `compare`; where number, words and goal leave a doubt they stay apart.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.model.report import Progress
    >>> from localgender.values.money import uah
    >>> def of(unit, amount):
    ...     line = FundingPeriod(2023, disbursed=uah(amount))
    ...     plan = Plan(goals=[Measure("2.1", "Тренінг")])
    ...     return Report(plan, 2023, issuer=unit, progress=[Progress("2.1", line)])
    >>> whole = consolidate([of("Район 1", 350), of("Район 2", 525)], expected=["Район 3"])
    >>> [(share.unit, share.lines[0].counted.disbursed) for share in whole.origins["2.1"]]
    [('Район 1', thousand_uah('0.35')), ('Район 2', uah('525'))]
    >>> whole.findings.kinds
    ('report-missing', 'unit-unexpected')

    Args:
        reports: Reports, readings of them, `UnitReport` values, which tell the unit or the day they came, and
            what was consolidated before.
        calendar: By when units report; without it nothing is late.
        policy: What counts as told twice, and whether units plan shares or the whole.
        expected: Who has to report.
        period: Which one, where reports state several; the others are left out, and findings name them.
        community: Whose, where reports state several.
        issuer: Who issues the consolidated report.

    Returns:
        One report with its findings and origins. Without reports it is empty.

    Raises:
        ConsolidationError: A ValueError, when reports state several periods or communities and none is
            asked for.
        TypeError: For anything that is no report.
    """
    handed_in = joined(_entries(reports))
    units = [expected] if isinstance(expected, str) else expected
    whose = Community(community) if isinstance(community, str) else community
    these = chosen(handed_in, optional_period(period), whose)
    told = union(these.entries)
    measures = [
        found
        for where, by in told.told.items()
        if (found := gathered(where, by, these.entries, policy)) is not None
    ]
    findings = (
        *unnamed(handed_in),
        *these.findings,
        *unlike_expected(handed_in, units),
        *late(these.entries, calendar),
        *twice(these.entries, measures),
        *told.findings,
        *(finding for each in measures for finding in each.findings),
    )
    plan = evolve(told.plan, community=these.community)
    report = Report(plan, these.period, issuer=issuer, progress=map(progress_of, measures))
    origins = ByRef((each.ref, each.shares) for each in measures)
    return Consolidated(report, findings, origins, these.entries, these.left_out)


def _entries(reports: Iterable[Given]) -> Iterator[UnitReport]:
    for each in reports:
        match each:
            case Consolidated():
                yield from (*each.entries, *each.left_out)
            case UnitReport():
                yield each
            case Reading(value=Report()) | Report():
                yield UnitReport.of(each)
            case _:
                raise TypeError(f"expected a Report, a Reading of one or a UnitReport, not {each!r}")
