"""What the document holds in a few sentences, and its money by goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from localgender.findings import Severity
from localgender.model.funding import Stage
from localgender.questions.aggregate import plan_of, rows, summed, total, totals_by
from localgender.questions.status import Delivery, Statuses
from localgender.questions.status.money import Funding
from localgender.showing import tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.names import name
from localgender.showing.page.asked import Asked, framed
from localgender.showing.page.elements import Html, tag
from localgender.showing.wording import Phrase, phrase
from localgender.values.money import Money
from localgender.values.percents import Ratio

FOUND = {
    Severity.ERROR: Counted("{count} error", "{count} errors"),
    Severity.WARNING: Counted("{count} warning", "{count} warnings"),
    Severity.NOTICE: Counted("{count} notice", "{count} notices"),
}
_STAGES = {
    Stage.PLANNED: Said("Planned"),
    Stage.ALLOCATED: Said("Allocated"),
    Stage.DISBURSED: Said("Disbursed"),
}
_MEASURES = Counted("{count} measure", "{count} measures")
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
    value = asked.reading.value
    measures = Phrase(_MEASURES, {"count": len(plan_of(value).measures)})
    yield Phrase(Said("The document lists {measures}."), {"measures": measures})
    if (planned := total(value, Stage.PLANNED)) is not None:
        yield Phrase(Said("Planned: {sum}."), {"sum": planned})
    for stage, (with_percent, alone) in _SHARES.items():
        if (given := total(value, stage)) is not None:
            known = planned is not None and planned.kopiykas
            share = Ratio(given, planned).percent(1) if known and planned is not None else None
            yield Phrase(with_percent if share else alone, {"sum": given, "percent": share})
    if unfunded := asked.statuses.of(Funding.UNFUNDED):
        yield Phrase(_UNFUNDED, {"count": len(unfunded), "sum": _planned(asked, unfunded)})
    if delivered := _delivered(asked, language):
        yield Phrase(Said("Delivery: {counts}."), {"counts": delivered})
    if found := _found(asked, language):
        yield Phrase(Said("Found: {counts}."), {"counts": found})
    clear, whole = tabulate.understood(asked.reading)
    yield Phrase(Said("Understood: {clear} of {whole} characters."), {"clear": clear, "whole": whole})


def _delivered(asked: Asked, language: str) -> str:
    counts = Counter(status.delivery for status in asked.statuses.values())
    told = {word: count for word, count in counts.items() if word != Delivery.UNKNOWN}
    return ", ".join(f"{name(word, language)} – {told[word]}" for word in Delivery if word in told)


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


def by_goal(asked: Asked, language: str) -> Html:
    """Lay out the money of each goal at every stage the document speaks of, with a bar for the eye."""
    value = asked.reading.value
    sums = {stage: totals_by(value, "goal", stage) for stage in Stage if total(value, stage) is not None}
    if not sums:
        return tag("p", Said("The document tells of no money.").said(language))
    titles = {goal.code: goal.title for goal in reversed(plan_of(value).goals)}
    most = max((money.kopiykas for each in sums.values() for money in each.values() if money), default=0)
    codes = list(dict.fromkeys(code for each in sums.values() for code in each))
    head = [Said("Goal"), Said("Title"), *(_STAGES[stage] for stage in sums)]
    body = [
        tag(
            "tr",
            tag("th", str(code or ""), scope="row"),
            tag("td", titles.get(code)),
            [_amount(each.get(code), most, stage, language) for stage, each in sums.items()],
        )
        for code in codes
    ]
    together = [_amount(total(value, stage), 0, stage, language) for stage in sums]
    body.append(tag("tr", tag("th", Said("Together").said(language), scope="row"), tag("td"), together))
    names = tag("tr", [tag("th", each.said(language), scope="col") for each in head])
    return framed(Said("Money by goal").said(language), names, body, "answer money")


def _amount(money: Money | None, most: int, stage: Stage, language: str) -> Html:
    drawn: Any = None
    if money is not None and most and money.kopiykas > 0:
        share = max(1, round(100 * money.kopiykas / most))
        drawn = tag("span", class_=f"bar {stage}", style=f"width:{share}%", aria_hidden="true")
    return tag("td", phrase(money, language), drawn, class_="figure")
