"""What the document holds, in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from localgender.findings import Severity
from localgender.model.funding import Stage
from localgender.questions.aggregate import plan_of, rows, summed, total
from localgender.questions.status import Delivery, Statuses
from localgender.questions.status.money import Funding
from localgender.showing import sheets, tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.figures import NBSP, alike
from localgender.showing.lines import Line
from localgender.showing.names import name
from localgender.showing.page.asked import Asked
from localgender.showing.page.elements import Html, tag
from localgender.showing.wording import Phrase
from localgender.values.money import Money
from localgender.values.percents import Ratio

FOUND = {
    Severity.ERROR: Counted("{count} error", "{count} errors"),
    Severity.WARNING: Counted("{count} warning", "{count} warnings"),
    Severity.NOTICE: Counted("{count} notice", "{count} notices"),
}
_UNFUNDED = Counted(
    "{count} measure got nothing of the money planned for it: {sum}.",
    "{count} measures got nothing of the money planned for them: {sum}.",
)
_SHARES = {
    Stage.ALLOCATED: (Said("Allocated: {sum}, {percent} of the plan."), Said("Allocated: {sum}.")),
    Stage.DISBURSED: (Said("Disbursed: {sum}, {percent} of the plan."), Said("Disbursed: {sum}.")),
}


def summary(asked: Asked, language: str) -> Html:
    """Say what the document holds and what was found."""
    return tag(
        "ul", [tag("li", each.said(language)) for each in _sentences(asked, language)], class_="summary"
    )


def _sentences(asked: Asked, language: str) -> Iterator[Phrase]:
    value, plan = asked.reading.value, plan_of(asked.reading.value)
    yield Phrase(Said("The document lists {measures}."), {"measures": Line(sheets.sized(plan), ", ")})
    yield from _sums({stage: total(value, stage) for stage in Stage})
    if unfunded := asked.statuses.of(Funding.UNFUNDED):
        yield Phrase(_UNFUNDED, {"count": len(unfunded), "sum": _planned(asked, unfunded)})
    if delivered := _delivered(asked, language):
        yield Phrase(Said("Delivery: {counts}."), {"counts": delivered})
    if found := _found(asked, language):
        yield Phrase(Said("Found: {counts}."), {"counts": found})
    clear, whole = tabulate.understood(asked.reading)
    if whole:
        yield Phrase(Said("Understood: {clear} of {whole} characters."), {"clear": clear, "whole": whole})


def _sums(sums: Mapping[Stage, Money | None]) -> Iterator[Phrase]:
    told, planned = alike(sums), sums[Stage.PLANNED]
    if not told:
        yield Phrase(Said("The document tells of no money."))
    if planned is not None:
        yield Phrase(Said("Planned: {sum}."), {"sum": told[Stage.PLANNED]})
    for stage, (with_percent, alone) in _SHARES.items():
        if (given := sums[stage]) is not None:
            share = Ratio(given, planned).percent(1) if planned is not None and planned.kopiykas else None
            yield Phrase(with_percent if share else alone, {"sum": told[stage], "percent": share})


def _delivered(asked: Asked, language: str) -> str:
    counts = Counter(status.delivery for status in asked.statuses.values())
    if counts.keys() <= {Delivery.UNKNOWN}:
        return ""
    return ", ".join(f"{name(word, language)}{NBSP}({counts[word]})" for word in Delivery if word in counts)


def _found(asked: Asked, language: str) -> str:
    counts = Counter(each.severity for each in asked.found)
    return ", ".join(
        Phrase(FOUND[severity], {"count": counts[severity]}).said(language)
        for severity in Severity
        if counts[severity]
    )


def _planned(asked: Asked, these: Statuses) -> Money | None:
    lines = [line for row in rows(asked.reading.value) if row.ref in these for line in row.funding]
    return summed(lines, Stage.PLANNED)
