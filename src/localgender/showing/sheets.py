"""Whole answers of the command line: what each command has to say of a reading, as lines and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings, Severity
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of
from localgender.questions.audit import Checked
from localgender.questions.status import Delivery, classify
from localgender.questions.status.money import Funding
from localgender.questions.suspects import suspects
from localgender.showing import tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.contents import own_goals
from localgender.showing.lines import Line, closing, money
from localgender.showing.messages import Told, adds_up, places_of
from localgender.showing.placing import places
from localgender.showing.sheet import Sheet, Shown, html_parts, write
from localgender.showing.statuses import counted, without_money
from localgender.showing.tables import Table, Words
from localgender.showing.wording import Phrase
from localgender.values.money import Money
from localgender.values.places import Place
from localgender.values.refs import PLAN

__all__ = [
    "Rows",
    "Sheet",
    "Shown",
    "audited",
    "classified",
    "html_parts",
    "not_understood",
    "read",
    "summed",
    "suspected",
    "write",
]

_SEVERITIES = {
    Severity.ERROR: (Said("Errors ({count})"), Counted("{count} error", "{count} errors")),
    Severity.WARNING: (Said("Warnings ({count})"), Counted("{count} warning", "{count} warnings")),
    Severity.NOTICE: (Said("Notices ({count})"), Counted("{count} notice", "{count} notices")),
}
_HEADLESS = {"headings": False}
_ONE_LINE = {"lines": 1}
_MOST = 10


def audited(
    reading: Reading[Plan] | Reading[Report],
    found: Findings,
    asked: Iterable[Checked],
    *,
    every: bool = False,
) -> Sheet:
    """Lay out an audit: what the document is, what was found by severity, what was checked.

    Args:
        reading: What was audited.
        found: Its findings.
        asked: What was checked, as `audit_summary` tells.
        every: Tell each notice by itself, and what became of each question; else notices of a kind stand
            together.
    """
    asked = tuple(asked)
    candidates = suspected(reading, found)
    severe = [(severity, these) for severity in Severity if (these := _of(severity, found))]
    counted = [Phrase(_SEVERITIES[severity][1], {"count": len(these)}) for severity, these in severe]
    clean = Said("nothing was found") if plan_of(reading.value).measures else None
    tables: list[Shown] = [
        (_severe(severity, these, reading, every=every), {**_HEADLESS, "tone": severity})
        for severity, these in severe
    ]
    return Sheet(
        _head(reading),
        [
            Line([_size(reading), Line(counted, ", ") if counted else clean]),
            *money(reading),
        ],
        [
            *tables,
            *([(candidates, {})] if candidates else []),
            *([(tabulate.checked(asked), {})] if every else []),
        ],
        closing(reading, asked),
    )


def suspected(reading: Reading[Plan] | Reading[Report], found: Findings) -> Table | None:
    """Lay out candidates where figures contradict each other, or a small slip explains what is unusual.

    Args:
        reading: What was audited.
        found: Its findings.
    """
    candidates = suspects(reading)
    contradict = any(each.severity is Severity.ERROR for each in found)
    told = [each for each in candidates if contradict or each.slip.explains]
    if not told:
        return None
    left = [Phrase(Said("{count} more"), {"count": len(told) - _MOST})] if len(told) > _MOST else []
    return evolve(tabulate.suspects(told[:_MOST], reading), notes=[_CANDIDATES, *left])


_CANDIDATES = Said("Candidates, the likeliest first, each of which would settle a contradiction.")


def _size(reading: Reading[Plan] | Reading[Report]) -> Line:
    plan = plan_of(reading.value)
    return Line(sized(plan), ", ")


def sized(plan: Plan) -> Iterator[Words]:
    """Count the goals of a plan, if it has any of its own, and its measures."""
    if goals := own_goals(plan):
        yield Phrase(Counted("{count} goal", "{count} goals"), {"count": len(goals)})
    yield Phrase(Counted("{count} measure", "{count} measures"), {"count": len(plan.measures)})


def _of(severity: Severity, found: Findings) -> Findings:
    return found.where(lambda each: each.severity is severity)


def _head(reading: Reading[Plan] | Reading[Report]) -> Line:
    value, community = reading.value, plan_of(reading.value).community
    what: Any = Said("Plan")
    if isinstance(value, Report):
        what = (
            Phrase(Said("Report for {period}"), {"period": value.period}) if value.period else Said("Report")
        )
    return Line([what, community and community.name, reading.document.name or None])


def _severe(severity: Severity, found: Findings, reading: Reading[Any], *, every: bool) -> Table:
    title = Phrase(_SEVERITIES[severity][0], {"count": len(found)})
    return _noticed(title, found, reading, together=not every)


def _noticed(title: Words, found: Findings, reading: Reading[Any], *, together: bool) -> Table:
    """Lay findings out below the names of their kinds, or several notices of a kind in one line."""
    table = tabulate.several_tables((), reading.places)
    rows: list[tuple[Any, Any]] = []
    groups: list[tuple[int, Words]] = []
    notes: list[Words] = []
    for kind in found.kinds:
        these = found.of(kind)
        if together and len(these) > 1 and all(each.severity is Severity.NOTICE for each in these):
            notes.append(_together(kind, these, reading, table=table))
            continue
        groups.append((len(rows), Line([named(kind, these), kind])))
        rows += [_one(each, reading, table=table) for each in these]
    return Table(title, [Said("Where"), Said("What was found")], rows, notes, groups)


def named(kind: str, found: Findings) -> Words:
    """Call findings by their kind; of several tell how many, and how much was planned for them."""
    if len(found) == 1:
        return tabulate.Titled(kind)
    planned = [money for each in found if isinstance(money := each.facts.get("planned"), Money)]
    words = {"title": tabulate.Titled(kind), "count": len(found)}
    if not (adds_up(kind) and len(planned) == len(found)):
        return Phrase(Said("{title}: {count}"), words)
    together = Money(sum(each.kopiykas for each in planned))
    return Phrase(Said("{title}: {count}, {money} planned"), words | {"money": together})


def _one(finding: Finding, reading: Reading[Any], *, table: bool) -> tuple[Any, Any]:
    seen = places_of(finding, reading.places)
    where = tabulate.Where(seen, table) if seen else PLAN if PLAN in finding.refs else None
    return where, Told(finding)


def _together(kind: str, found: Findings, reading: Reading[Any], *, table: bool) -> Words:
    seen = tuple(place for each in found for place in places_of(each, reading.places))
    words = {"title": tabulate.Titled(kind), "count": len(found), "rows": Rows(seen, table)}
    together = Said("{title}: {count} ({rows})") if seen else Said("{title}: {count}")
    return Line([Phrase(together, words), kind])


@frozen
class Rows:
    """Places of many findings, told by their rows, not yet in a language."""

    places: tuple[Place, ...]
    table: bool = True

    def said(self, language: str) -> str:
        """Say it in a language."""
        return places(self.places, language, table=self.table)


def read(reading: Reading[Plan] | Reading[Report]) -> Sheet:
    """Lay out a reading: what the document is, its measures in short, and what was not understood."""
    short = ("code", "title", "planned", "allocated", "disbursed", "percent")
    unread, other = reading.findings.of("unread-text"), reading.findings.without("unread-text")
    noticed = [
        _noticed(Said("What reading noticed"), other, reading, together=True),
        _noticed(Said("What was not understood"), unread, reading, together=False),
    ]
    tables: list[Shown] = [
        (tabulate.summary(reading), _HEADLESS),
        (tabulate.measures(reading.value, columns=short), _ONE_LINE),
        *((table, _HEADLESS) for table in noticed if table.rows or table.notes),
    ]
    return Sheet(_head(reading), [_size(reading)], tables)


def not_understood(reading: Reading[Any]) -> list[Words]:
    """Tell in one line, by places alone, what was not understood: prose names persons and few people."""
    return (
        [Phrase(Said("Not understood: {places}."), {"places": Rows(reading.unread)})]
        if reading.unread
        else []
    )


def summed(reading: Reading[Plan] | Reading[Report], by: str, stage: str) -> Sheet:
    """Lay out the money of a reading by group."""
    return Sheet(_head(reading), tables=[(tabulate.totals(reading.value, by, stage), {})])


def classified(reading: Reading[Plan] | Reading[Report]) -> Sheet:
    """Lay out the statuses of a reading: how many measures have each, then every measure with its reasons."""
    statuses = classify(reading.value)
    found, unpaid = statuses.values(), without_money(statuses)
    lines = [
        _axis(Said("Delivery"), (each.delivery for each in found)),
        _axis(Said("Funding"), (each.funding for each in found)),
    ]
    return Sheet(
        _head(reading),
        [_size(reading), *lines],
        [(tabulate.statuses(reading.value), {})],
        [unpaid] if unpaid else [],
    )


def _axis(name: Words, words: Iterable[Delivery | Funding]) -> Line:
    return Line([name, Line(counted(words), ", ")], ": ")
