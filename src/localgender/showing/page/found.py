"""Findings, each with its places, and what was not understood."""

from __future__ import annotations

from typing import Any

from localgender.documents.unclear import holds, unclear
from localgender.findings import Finding, Severity
from localgender.showing.catalogue import Counted, Said
from localgender.showing.locations import Where
from localgender.showing.messages import Told, places_of, title_of
from localgender.showing.page.asked import Asked, grid
from localgender.showing.page.elements import Html, joined, tag
from localgender.showing.page.marks import linked
from localgender.showing.page.summary import FOUND
from localgender.showing.wording import Phrase


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
    links = linked(seen, asked.reading.document, language)
    return tag(
        "li",
        Told(finding).said(language),
        tag("span", " (", links, ")", class_="where") if seen else None,
        value=str(number),
        id=f"{language}-finding-{number}",
    )


def suspected(asked: Asked, language: str) -> Html | None:
    """Lay out figures that may be wrong, each linked to its cell; None where nothing speaks for it."""
    if asked.suspected is None:
        return None

    def where(cell: Any) -> Html | None:
        if not isinstance(cell, Where):
            return None
        return linked(cell.places, asked.reading.document, language, table=cell.table)

    return grid(asked.suspected, language, headed=True, shown=where)


def unread(asked: Asked, language: str) -> Html:
    """List what was not understood, with its place."""
    document, hidden = asked.reading.document, set(asked.hidden)
    items = [
        tag(
            "li",
            tag("q", document.text_at(each).strip(), lang="uk") if holds(document, each) else None,
            tag("span", " (", linked([each], document, language), ")", class_="where"),
        )
        for each in unclear(asked.reading)
        if each not in hidden
    ]
    return tag("ul", items) if items else tag("p", Said("Everything was understood.").said(language))
