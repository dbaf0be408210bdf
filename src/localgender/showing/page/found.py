"""Findings, each with its places, and what was not understood."""

from __future__ import annotations

from localgender.findings import Finding, Severity
from localgender.showing.catalogue import Counted, Said
from localgender.showing.messages import Told, places_of, title_of
from localgender.showing.page.asked import Asked
from localgender.showing.page.elements import Html, joined, tag
from localgender.showing.page.source import address, anchor
from localgender.showing.page.summary import FOUND
from localgender.showing.wording import Phrase, place


def findings(asked: Asked, language: str) -> Html | None:
    """List findings by severity and kind, each linked to the cells it is about; None where there are none."""
    numbered = list(enumerate(asked.found, 1))
    parts: list[Html] = []
    for severity in Severity:
        these = [(number, each) for number, each in numbered if each.severity is severity]
        if not these:
            continue
        title = Phrase(FOUND[severity], {"count": len(these)}).said(language)
        kinds = dict.fromkeys(each.kind for _, each in these)
        lists = [
            _kind(kind, [pair for pair in these if pair[1].kind == kind], asked, language) for kind in kinds
        ]
        parts.append(tag("section", tag("h3", title), lists, class_=f"found {severity}"))
    return joined(parts) if parts else None


def _kind(kind: str, these: list[tuple[int, Finding]], asked: Asked, language: str) -> Html:
    items = [_finding(number, each, asked, language) for number, each in these]
    heading = tag("h4", title_of(kind, language), " ", tag("code", kind))
    if len(items) <= _FEW:
        return joined(heading, tag("ol", items))
    # Very many of a kind are opened by whoever wants them.
    count = Phrase(Counted("{count} finding", "{count} findings"), {"count": len(items)}).said(language)
    opened = len(items) <= _MANY
    return joined(heading, tag("details", tag("summary", count), tag("ol", items), open=opened))


_FEW, _MANY = 8, 40


def _finding(number: int, finding: Finding, asked: Asked, language: str) -> Html:
    seen = places_of(finding, asked.reading.places)
    where = {address(each): place(each, language) for each in seen}
    links = [tag("a", said, href=f"#{anchor(cell)}") for cell, said in where.items()]
    spread = [part for link in links for part in ("; ", link)][1:]
    return tag(
        "li",
        Told(finding).said(language),
        tag("span", " (", spread, ")", class_="where") if spread else None,
        value=str(number),
        id=f"{language}-finding-{number}",
    )


def unread(asked: Asked, language: str) -> Html:
    """List what was not understood, with its place."""
    reading = asked.reading
    hidden = set(asked.hidden)
    items = [
        tag("li", tag("q", reading.document.text_at(each).strip(), lang="uk"), f" ({place(each, language)})")
        for each in reading.unread
        if each not in hidden
    ]
    return tag("ul", items) if items else tag("p", Said("Everything was understood.").said(language))
