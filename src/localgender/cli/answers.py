"""What each command answers about one document: a sheet to look at, or a tree for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import evolve, frozen

from localgender.cli.records import Options
from localgender.documents.reading import Reading
from localgender.exchange.json import dumps
from localgender.findings import Finding, Findings, Severity
from localgender.model.funding import Source
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.aggregate import totals_by
from localgender.questions.audit import Checked, audit, audit_with_summary
from localgender.questions.coverage import coverage
from localgender.questions.status import Status, StatusReason, classify
from localgender.questions.suppression import suppress
from localgender.questions.suppression.sensitive import telling_of_few
from localgender.showing import compared_sheets, observed_sheet, sheets, steered_sheets, tabulate
from localgender.showing.catalogue import Said
from localgender.showing.messages import Places, describe, places_of
from localgender.showing.published import published
from localgender.showing.renderers.json import plain
from localgender.showing.sheets import Sheet, Shown
from localgender.showing.statuses import Because
from localgender.values.periods import day
from localgender.values.refs import Ref

Read = Reading[Plan] | Reading[Report]


@frozen
class Answer:
    """Answer in the form that was asked for.

    Attributes:
        sheet: To look at; None when a program asked.
        tree: What becomes JSON, for a program.
        failed: Whether errors were found that the call does not allow.
    """

    sheet: Sheet | None = None
    tree: Any = None
    failed: bool = False


Question = Callable[[Any, Options], Answer]


def read(reading: Reading[Any], options: Options) -> Answer:
    """Answer what a document says."""
    if options.format == "json":
        return Answer(tree=_tree(publishable(reading, options)))
    if isinstance(reading.value, Plan | Report):
        return Answer(sheets.read(reading))
    if isinstance(reading.value, Mechanism):
        sheet = steered_sheets.council_sheet(reading)
    else:
        sheet = observed_sheet.statistics_sheet(reading, unsuppressed=options.unsuppressed)
    return Answer(evolve(sheet, closing=[*sheet.closing, *sheets.not_understood(reading)]))


def counted(reading: Reading[Statistics], options: Options) -> Answer:
    """Answer what statistics say and what is wrong in them; small counts are hidden, unless asked for."""
    if options.format == "json":
        return Answer(tree=_tree(publishable(reading, options)))
    return Answer(observed_sheet.statistics_sheet(reading, unsuppressed=options.unsuppressed))


def publishable(reading: Reading[Any], options: Options) -> Any:
    """Return a value as it may leave the house: of statistics small counts are hidden, unless asked for.

    Raises:
        ContradictingSumsError: When something must be hidden, and parts and totals contradict each other.
        MissingExtraError: When something must be hidden, and the extra `safe` is missing.
    """
    return suppress(reading.value).published if _hides(reading, options) else reading.value


def _hides(reading: Reading[Any], options: Options) -> bool:
    value = reading.value
    return isinstance(value, Statistics) and not options.unsuppressed and bool(telling_of_few(value))


def _tree(value: Any) -> Any:
    return json.loads(dumps(value))


def steered(reading: Reading[Mechanism], options: Options) -> Answer:
    """Answer who steers the policy, what was decided and, on a day, what is still open."""
    on = None if options.on is None else day(options.on)
    if options.format != "json":
        return Answer(steered_sheets.council_sheet(reading, audit(reading), on=on))
    tree = _tree(reading.value)
    if on is None:
        return Answer(tree=tree)
    return Answer(tree={"on": str(on), "open": steered_sheets.open_tree(reading.value, on), "value": tree})


def audited(reading: Reading[Any], options: Options) -> Answer:
    """Answer what was found in a document."""
    found, asked = audit_with_summary(reading)
    failed = options.strict and any(each.severity is Severity.ERROR for each in found)
    if isinstance(reading.value, Statistics):
        return evolve(_audited_statistics(reading, options), failed=failed)
    if options.format == "json":
        return Answer(tree=_all_told(found, reading, options), failed=failed)
    if isinstance(reading.value, Mechanism):
        sheet = _with_questions(steered_sheets.council_sheet(reading, found), asked, options)
    else:
        sheet = sheets.audited(reading, found, asked, every=options.all)
    return Answer(sheet, failed=failed)


def _audited_statistics(reading: Reading[Statistics], options: Options) -> Answer:
    shown = published(reading, unsuppressed=options.unsuppressed)
    if options.format == "json":
        untold = [_untold(each, options.lang) for each in shown.untold]
        return Answer(tree=[*_all_told(shown.found, reading, options), *untold])
    return Answer(_with_questions(observed_sheet.published_sheet(reading, shown), shown.asked, options))


def _with_questions(sheet: Sheet, asked: tuple[Checked, ...], options: Options) -> Sheet:
    every: list[Shown] = [(tabulate.checked(asked), {})] if options.all else []
    return evolve(sheet, tables=[*sheet.tables, *every])


def _all_told(found: Findings, reading: Reading[Any], options: Options) -> list[dict[str, Any]]:
    return [_told(each, reading.places, options.lang) for each in found]


def _told(finding: Finding, places: Places, language: str) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": str(finding.severity),
        "refs": [str(each) for each in finding.refs if isinstance(each, Ref)],
        "facts": plain(finding.facts, language),
        "places": plain(places_of(finding, places), language),
        "message": describe(finding, language),
    }


def _untold(finding: Finding, language: str) -> dict[str, Any]:
    told = {"kind": finding.kind, "severity": str(finding.severity), "refs": [], "facts": {}, "places": []}
    return {**told, "message": Said("not told, since figures here are hidden").said(language)}


def classified(reading: Read, options: Options) -> Answer:
    """Answer how far each measure has come."""
    if options.format == "json":
        found = classify(reading.value)
        return Answer(tree={str(where): _standing(each, options.lang) for where, each in found.items()})
    return Answer(sheets.classified(reading))


def _standing(status: Status, language: str) -> dict[str, Any]:
    return {
        "delivery": str(status.delivery),
        "funding": str(status.funding),
        "reasons": [_reason(each, language) for each in status.reasons],
    }


def _reason(reason: StatusReason, language: str) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "quoted": reason.quoted,
        "figures": plain(reason.figures, language),
        "refs": [str(each) for each in reason.refs],
        "message": Because([reason]).said(language),
    }


def summed(reading: Read, options: Options) -> Answer:
    """Answer what the money of each group comes to."""
    if options.format == "json":
        sums = totals_by(reading.value, options.by, options.amount)
        return Answer(tree={_spelled(group): plain(money) for group, money in sums.items()})
    return Answer(sheets.summed(reading, options.by, options.amount))


def _spelled(group: Any) -> str:
    if isinstance(group, tuple):
        return ("+" if all(isinstance(each, Source) for each in group) else "; ").join(map(str, group))
    return "" if group is None else str(group)


def covered(reading: Read, options: Options) -> Answer:
    """Answer which targets of a higher document the measures serve."""
    found = coverage(reading, options.codelist)
    if options.format == "json":
        return Answer(tree=compared_sheets.coverage_tree(found, options.lang))
    return Answer(compared_sheets.covered_sheet(reading, found))
