"""Rule of meetings: how many a measure promises, and how many its report tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender import notation
from localgender.errors import NotationError
from localgender.findings import Severity
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.notation.folding import fold
from localgender.questions.aggregate import rows
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import (
    Case,
    Reason,
    Rule,
    consistent,
    inconsistent,
    not_applicable,
    not_checkable,
)
from localgender.values.counts import Bound, Count
from localgender.values.periods import Period
from localgender.values.terms import Recurrence

_NUMERALS = {"одне": 1, "два": 2, "три": 3, "чотири": 4, "п'ять": 5, "шість": 6, "сім": 7, "вісім": 8}
_NUMBER = rf"(?:{'|'.join(_NUMERALS)}|\d{{1,3}})"
_BOUND = r"(?:не менше(?: ніж)?|не менш (?:ніж|як)|щонайменше|понад|до|близько|не більше(?: ніж)?)"
_MEETINGS = re.compile(
    rf"(?<![\w№.,-])(?P<count>(?:{_BOUND}\s+)?(?P<number>{_NUMBER}))\s+(?:[\w'-]+\s+)?засідан(?:ня|ь)\b"
)
_A_YEAR = {Recurrence.YEARLY: 1, Recurrence.HALF_YEARLY: 2, Recurrence.QUARTERLY: 4, Recurrence.MONTHLY: 12}
_OFTEN = re.compile(
    r"щокварт\w+|щоміся\w+|щоріч\w+|щороку|щопівр\w+|раз на (?:рік|квартал|місяць|півроку|півріччя)"
    r"|двічі на рік"
)
_LEAST = frozenset({Bound.EXACT, Bound.AT_LEAST})


def fewer_meetings_than_promised(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that report fewer meetings than they promise.

    Why it matters: a council that does not meet follows nothing up.

    How it is decided: the title or the expected result of a measure promises a number of meetings, or
    meetings every quarter, month or half-year; the report is for a whole year, and its narrative tells
    another, smaller number. Several numbers in one text are not added up.

    What it does not see: meetings that the narrative lists by their dates, and promises outside the measure.

    >>> from localgender.model.report import Progress
    >>> def outcomes(told):
    ...     plan = Plan(goals=[Measure("1.1", "Робота ради", results="4 засідання на рік")])
    ...     report = Report(plan, 2023, progress=Progress("1.1", narrative=told))
    ...     return [case.outcome.value for case in fewer_meetings_than_promised(report, Policy())]
    >>> outcomes("Відбулося 4 засідання."), outcomes("Відбулося 2 засідання.")
    (['consistent'], ['inconsistent'])
    """
    assert isinstance(value, Report)  # noqa: S101 - asked of reports only
    for row in rows(value):
        promised = _promised(row.measure)
        if promised is None:
            yield not_applicable(row.ref, reason=Reason.NO_PROMISE)
        elif not _whole_year(value.period):
            yield not_checkable(row.ref, reason=Reason.PERIOD_UNCLEAR)
        elif (held := meetings_in(row.progress.narrative if row.progress else None)) is None:
            yield not_checkable(row.ref, reason=Reason.SILENT)
        elif held.number < promised and held.bound in {Bound.EXACT, Bound.AT_MOST}:
            yield inconsistent(row.ref, promised=promised, held=held.number)
        else:
            yield consistent(row.ref)


def _whole_year(period: Period | None) -> bool:
    return period is not None and period.is_years and period.first.year == period.last.year


def _promised(measure: Measure) -> int | None:
    """Return how many meetings a year a measure promises at least; None when it promises no number."""
    for text in (measure.title, *measure.results):
        counted = meetings_in(text)
        if counted is not None and counted.bound in _LEAST:
            return counted.number
        often = _OFTEN.search(fold(text or "")) if "засідан" in fold(text or "") else None
        if often and (term := notation.term(often[0])) and term.recurrence in _A_YEAR:
            return _A_YEAR[term.recurrence]
    return None


def meetings_in(text: str | None) -> Count | None:
    """Return the number of meetings that a text tells; None for none, or for several numbers.

    >>> meetings_in("Проведено 4 засідання комісії"), meetings_in("протокол засідання № 4")
    (Count(number=4, bound=<Bound.EXACT: 'exact'>), None)
    """
    found = list(_MEETINGS.finditer(fold(text or "")))
    if len(found) != 1:
        return None
    printed = found[0]["count"].replace(found[0]["number"], _digits(found[0]["number"]))
    try:
        return notation.count(printed)
    except NotationError:
        return None


def _digits(number: str) -> str:
    return str(_NUMERALS.get(number, number))


FEWER_MEETINGS_THAN_PROMISED = Rule(
    kind="fewer-meetings-than-promised",
    severity=Severity.WARNING,
    basis="Zhytomyr report for 2023, measure 1.1: a council's work is told by the number of its meetings",
    check=fewer_meetings_than_promised,
    about=(Report,),
)
