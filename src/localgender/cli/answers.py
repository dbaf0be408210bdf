"""What each command answers about one document: a sheet to look at, or a tree for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import frozen

from localgender.cli.records import Options
from localgender.documents.reading import Reading
from localgender.exchange.json import dumps
from localgender.findings import Finding, Severity
from localgender.model.funding import Source
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.aggregate import totals_by
from localgender.questions.audit import audit, audit_with_summary
from localgender.questions.coverage import coverage
from localgender.questions.status import Status, StatusReason, classify
from localgender.questions.suppression.sensitive import publishable
from localgender.showing import compared_sheets, observed_sheet, sheets, steered_sheets
from localgender.showing.messages import Places, describe, places_of
from localgender.showing.renderers.json import plain
from localgender.showing.sheets import Sheet
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


def read(reading: Read, options: Options) -> Answer:
    """Answer what a document says."""
    if options.format == "json":
        return Answer(tree=json.loads(dumps(reading.value)))
    return Answer(sheets.read(reading))


def steered(reading: Reading[Mechanism], options: Options) -> Answer:
    """Answer who steers the policy, what was decided and what is still open."""
    if options.format == "json":
        return Answer(tree=json.loads(dumps(reading.value)))
    on = None if options.on is None else day(options.on)
    return Answer(steered_sheets.council_sheet(reading, audit(reading), on=on))


def counted(reading: Reading[Statistics], options: Options) -> Answer:
    """Answer what statistics say; those that tell of few people what can harm them are refused."""
    value = publishable(reading)
    if options.format == "json":
        return Answer(tree=json.loads(dumps(value)))
    return Answer(observed_sheet.statistics_sheet(reading, *audit_with_summary(reading)))


def audited(reading: Read, options: Options) -> Answer:
    """Answer what was found in a document."""
    found, checks = audit_with_summary(reading)
    failed = options.strict and any(each.severity is Severity.ERROR for each in found)
    if options.format == "json":
        return Answer(tree=[_told(each, reading.places, options.lang) for each in found], failed=failed)
    return Answer(sheets.audited(reading, found, checks, every=options.all), failed=failed)


def _told(finding: Finding, places: Places, language: str) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": str(finding.severity),
        "refs": [str(each) for each in finding.refs if isinstance(each, Ref)],
        "facts": plain(finding.facts, language),
        "places": plain(places_of(finding, places), language),
        "message": describe(finding, language),
    }


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
