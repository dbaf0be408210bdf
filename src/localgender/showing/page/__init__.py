"""Everything that is known of one document, on one page that needs nothing else."""

from __future__ import annotations

import pkgutil
from typing import Any

from localgender.documents.reading import Reading
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of
from localgender.questions.audit import audit_with_summary
from localgender.questions.measured import measured
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.status import classify
from localgender.showing import sheets
from localgender.showing.catalogue import LANGUAGES, Said, language_of
from localgender.showing.page import (
    attention,
    checked,
    found,
    marks,
    measures,
    money,
    pictures,
    source,
    summary,
)
from localgender.showing.page.asked import Asked
from localgender.showing.page.elements import Html, tag
from localgender.showing.wording import phrase

_ENDONYMS = {"uk": "Українська", "en": "English"}
# Nothing is fetched and nothing runs, whatever a document holds.
_RULES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def report_page(
    reading: Reading[Plan] | Reading[Report],
    *,
    language: str = "uk",
    policy: Policy = DEFAULT,
    signatories: bool = False,
) -> str:
    """Write one self-contained HTML page: figures, statuses, findings, and the document they stand in.

    Each finding leads to the highlighted cells it is about, and each such cell back. The page holds both
    languages, works without scripts and asks the network for nothing; equal readings give equal pages.

    >>> from localgender.documents.grid import Document
    >>> reading = Reading(Plan("Рівні можливості"), Document([]))
    >>> "<title>Рівні можливості" in report_page(reading)
    True

    Args:
        reading: What was read.
        language: Language shown first: "uk" or "en".
        policy: Choices of the audit.
        signatories: Whether the words of signature lines may stand on the page.

    Returns:
        Text of an HTML file that needs no other.

    Raises:
        NotationError: A ValueError, for a language without messages.
        NoMeasuresError: A TypeError, for a reading of statistics or of councils.
    """
    language_of(language)
    measured(reading)
    noticed, checks = audit_with_summary(reading, policy=policy)
    asked = Asked(
        reading,
        noticed,
        checks,
        classify(reading.value, policy=policy),
        sheets.suspected(reading, noticed),
        () if signatories else tuple(place for what, place in reading.furniture if what == "signature"),
    )
    body = tag("body", _header(asked, language), _main(asked), _footer())
    return "<!doctype html>\n" + tag("html", _head(asked, language), body, lang=language).text + "\n"


def _switch(language: str) -> Html:
    """Make the choice of a language; what is checked decides, by style alone, what is shown."""
    choices = [
        (
            tag("input", type="radio", name="page-language", id=f"page-{each}", checked=each == language),
            tag("label", _ENDONYMS[each], for_=f"page-{each}", lang=each),
        )
        for each in LANGUAGES
    ]
    legend = tag("legend", "Мова / Language")
    return tag("fieldset", legend, [part for choice in choices for part in choice], class_="page-language")


def _head(asked: Asked, language: str) -> Html:
    style = (pkgutil.get_data(__package__, "style.css") or b"").decode()
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_RULES),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content="localgender"),
        tag("title", _title(asked.reading) or _kind(asked.reading.value, language)),
        Html(f"<style>{style}</style>"),
    )


def _title(reading: Reading[Plan] | Reading[Report]) -> str:
    """Return the words of the document that name it best, or its own name; empty without any."""
    plan = plan_of(reading.value)
    return plan.title or (plan.community.name if plan.community else "") or reading.document.name


def _header(asked: Asked, language: str) -> Html:
    value = asked.reading.value
    community = plan_of(value).community
    period = value.period if isinstance(value, Report) else value.term
    known = [community.name if community else None, asked.reading.document.name or None]
    leads = [
        tag(
            "p",
            " · ".join(
                filter(None, [_kind(value, language), phrase(period, language) if period else "", *known])
            ),
            lang=language,
            class_=f"lead {language}",
        )
        for language in LANGUAGES
    ]
    title = _title(asked.reading)
    look = "long" if len(title) > _LONG else None
    name = tag("h1", title, lang="uk", class_=look) if title else tag("h1", source.both(_KINDS[type(value)]))
    return tag("header", _switch(language), name, leads)


_LONG = 90
_HONEST = Said(
    "Made from the document alone: its figures stand as they are printed, and nothing was corrected. A "
    "finding is a question to the authors, not a verdict."
)


def _footer() -> Html:
    return tag("footer", tag("p", source.both(_HONEST)))


def _kind(value: Plan | Report, language: str) -> str:
    return _KINDS[type(value)].said(language)


_KINDS = {Plan: Said("Plan"), Report: Said("Report")}


# What stands on the page, in its order: name for links, heading, what makes it; nothing made is left out.
_SECTIONS: tuple[tuple[str, Said, Any], ...] = (
    ("summary", Said("In short"), summary.summary),
    ("attention", Said("What needs attention"), attention.attention),
    ("money", Said("Money by goal"), money.by_goal),
    ("pictures", Said("In pictures"), pictures.pictures),
    ("suspects", Said("Figures that may be wrong"), found.suspected),
    ("measures", Said("Measures"), measures.measures),
    ("findings", Said("What was found"), found.findings),
    ("unread", Said("What was not understood"), found.unread),
    ("checked", Said("What was checked"), checked.checked),
)
_SOURCE = Said("The document")


def _main(asked: Asked) -> Html:
    answers = [_answers(asked, language) for language in LANGUAGES]
    many = len(plan_of(asked.reading.value).measures) > _MANY
    return tag("main", answers, _document(asked), class_="many" if many else None)


def _document(asked: Asked) -> Html | None:
    document = asked.reading.document
    if not document.blocks:
        return None
    heading = tag("h2", source.both(_SOURCE), id="source")
    view = source.View(marks.marked(asked), frozenset(map(marks.address, asked.hidden)))
    shown = tag("div", source.document(document, view), class_="source", lang="uk")
    return tag("section", heading, shown, class_="document")


# A browser lays out only what is seen of so many measures.
_MANY = 500


def _answers(asked: Asked, language: str) -> Html:
    made = [(name, heading.said(language), make(asked, language)) for name, heading, make in _SECTIONS]
    spoken = [each for each in made if each[2] is not None]
    links = [tag("li", tag("a", heading, href=f"#{language}-{name}")) for name, heading, _ in spoken]
    if asked.reading.document.blocks:
        links.append(tag("li", tag("a", _SOURCE.said(language), href="#source")))
    sections = [
        tag("section", tag("h2", heading, id=f"{language}-{name}"), part) for name, heading, part in spoken
    ]
    contents = tag("nav", tag("ul", links), aria_label=Said("Contents").said(language))
    return tag("div", contents, sections, lang=language, class_=language)
