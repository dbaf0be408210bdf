"""What needs attention, before anything long: each kind of error and warning in one line."""

from __future__ import annotations

from collections.abc import Iterator

from localgender.documents.unclear import unclear
from localgender.findings import Finding, Findings, Severity
from localgender.questions.aggregate import plan_of
from localgender.showing import sheets
from localgender.showing.catalogue import Counted, Said
from localgender.showing.messages import Told, shortened
from localgender.showing.page.asked import Asked
from localgender.showing.page.elements import Html, joined, tag
from localgender.showing.statuses import number_of
from localgender.showing.wording import Phrase, more, phrase
from localgender.values.places import Place
from localgender.values.refs import RefKind

_FEW, _MOST = 2, 20
_LONGEST = 40
_EMPTY = Said("The document lists no measures.")
_UNREAD = Counted("{count} place was not understood", "{count} places were not understood")


def attention(asked: Asked, language: str) -> Html:
    """List what is wrong or probably wrong, the gravest first, each linked to its findings."""
    items = [*_kinds(asked, language), *_others(asked, language)]
    if not items:
        return tag("p", Said("No errors and no warnings.").said(language))
    return tag("ul", items, class_="attention")


def _kinds(asked: Asked, language: str) -> Iterator[Html]:
    numbered = list(enumerate(asked.found, 1))
    for severity in (Severity.ERROR, Severity.WARNING):
        grave = [pair for pair in numbered if pair[1].severity is severity]
        for kind in dict.fromkeys(each.kind for _, each in grave):
            pairs = [pair for pair in grave if pair[1].kind == kind]
            title = phrase(sheets.named(kind, Findings(each for _, each in pairs)), language)
            yield tag("li", tag("strong", title), ". ", _links(pairs, language), class_=str(severity))


def _links(pairs: list[tuple[int, Finding]], language: str) -> Html:
    """Tell few findings in full, many by what they are about."""
    few = len(pairs) <= _FEW
    links = [
        tag(
            "a",
            Told(each).said(language) if few else _about(each, language),
            href=f"#{language}-finding-{number}",
        )
        for number, each in pairs[:_MOST]
    ]
    between = " " if few else ", "
    left = len(pairs) - len(links)
    told = [part for link in links for part in (between, link)][1:]
    return joined(told, f", {more(left, language)}" if left else None)


def _about(finding: Finding, language: str) -> str:
    """Call a finding by the number of the measure it is about, as short as it can be."""
    named = [
        where if isinstance(where, Place) or where.kind is not RefKind.MEASURE else number_of(where.subject)
        for where in finding.refs
    ]
    told = phrase(tuple(dict.fromkeys(named)), language) if named else finding.kind
    return shortened(told, _LONGEST)


def _others(asked: Asked, language: str) -> Iterator[Html]:
    if not plan_of(asked.reading.value).measures:
        yield tag("li", _EMPTY.said(language), class_=str(Severity.WARNING))
    if asked.suspected is not None:
        link = tag("a", Said("Figures that may be wrong").said(language), href=f"#{language}-suspects")
        yield tag("li", link, class_=str(Severity.WARNING))
    if count := len(unclear(asked.reading)):
        told = Phrase(_UNREAD, {"count": count}).said(language)
        yield tag("li", tag("a", told, href=f"#{language}-unread"), class_=str(Severity.WARNING))
