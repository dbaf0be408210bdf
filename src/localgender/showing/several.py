"""Answers about several documents below one another, and the table that sums them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from attrs import frozen

from localgender.documents.reading import Reading
from localgender.findings import Severity
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.aggregate import plan_of
from localgender.questions.audit import audit
from localgender.showing import tabulate
from localgender.showing.catalogue import Counted, Said, language_of
from localgender.showing.lines import Line
from localgender.showing.renderers import html, markdown, text
from localgender.showing.sheet import Sheet, html_parts, markdown_parts
from localgender.showing.sheet import write as write_one
from localgender.showing.tables import Heading, Table, Words
from localgender.showing.tones import Paint, plain
from localgender.showing.wording import Phrase, phrase


@frozen
class FileFacts:
    """What one file among several is, in short.

    Attributes:
        name: As it was given.
        type: "plan", "report", "council" or "statistics"; None when it could not be read.
        what: The same in words, with the period of a report.
        measures: How many it has.
        errors: How many figures contradict each other.
        warnings: How much is probably wrong.
        notices: How much is worth knowing.
        unread: Characters that were not understood.
        refused: Why it could not be read; empty when it was.
    """

    name: str
    type: str | None = None
    what: Words | None = None
    measures: int | None = None
    errors: int | None = None
    warnings: int | None = None
    notices: int | None = None
    unread: int | None = None
    refused: str = ""


def facts_of(name: str, reading: Reading[Any]) -> FileFacts:
    """Say in short what a file is and how well it was understood."""
    value, found = reading.value, Counter(each.severity for each in audit(reading))
    clear, whole = tabulate.understood(reading)
    return FileFacts(
        name,
        *_kind_of(value),
        measures=len(plan_of(value).measures) if isinstance(value, Plan | Report) else None,
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        notices=found[Severity.NOTICE],
        unread=whole - clear,
    )


def _kind_of(value: Any) -> tuple[str, Words]:
    """Say what a document is, for a program and in words."""
    match value:
        case Report(period=None):
            return "report", Said("Report")
        case Report():
            return "report", Phrase(Said("Report for {period}"), {"period": value.period})
        case Plan():
            return "plan", Said("Plan")
        case Statistics():
            return "statistics", Said("Statistics")
        case _:
            return "council", Said("Councils and duties")


def facts_tree(facts: FileFacts) -> dict[str, Any]:
    """Return what a file is as JSON holds it."""
    names = ("type", "measures", "errors", "warnings", "notices", "unread")
    return {name: getattr(facts, name) for name in names}


def summary_sheet(files: Iterable[FileFacts]) -> Sheet:
    """Lay out what became of each file, and how many could not be read."""
    files = tuple(files)
    counts = [Said("Measures"), Said("Errors"), Said("Warnings"), Said("Notices"), Said("Unread")]
    headings: list[Heading | Words] = [
        Said("File"),
        Said("What it is"),
        *(Heading(each, "right") for each in counts),
    ]
    counted = Phrase(Counted("{count} file", "{count} files"), {"count": len(files)})
    refused = sum(bool(each.refused) for each in files)
    left = [Phrase(Said("{count} not read"), {"count": refused})] if refused else []
    last = [PurePath(each.name).name or each.name for each in files]
    # Folders make a column of names too long to read, and only tell files of one name apart.
    names = [each.name if last.count(short) > 1 else short for each, short in zip(files, last, strict=True)]
    rows = [_row(name, each) for name, each in zip(names, files, strict=True)]
    return Sheet(Line([counted, *left], ", "), tables=[(Table("", headings, rows), {})])


def _row(name: str, facts: FileFacts) -> tuple[Any, ...]:
    what = Phrase(Said("not read: {reason}"), {"reason": facts.refused}) if facts.refused else facts.what
    counts = (facts.measures, facts.errors, facts.warnings, facts.notices, facts.unread)
    return (name, what, *counts)


def write(
    answers: Sequence[tuple[FileFacts, Sheet | None]],
    format: str = "text",  # noqa: A002
    *,
    language: str = "uk",
    width: int = 100,
    paint: Paint = plain,
) -> str:
    """Write the answer about each file under its name, and a summary at the end.

    Args:
        answers: Files in their order, each with its answer; None when it could not be read.
        format: "text", "markdown" or "html".
        language: "uk" or "en".
        width: Columns of the page, for text.
        paint: Makes lines stand out, for text.
    """
    language = language_of(language)
    told = [(facts.name, sheet) for facts, sheet in answers if sheet is not None]
    summary = summary_sheet(facts for facts, _ in answers)
    if format == "html":
        return _html(told, summary, language)
    if format == "markdown":
        return _markdown(told, summary, language)
    parts = [
        "\n".join(
            [*_named(name, width, paint), "", write_one(sheet, language=language, width=width, paint=paint)]
        )
        for name, sheet in told
    ]
    named = "\n".join(_named(Said("Summary").said(language), width, paint))
    return "\n".join([*parts, named, "", write_one(summary, language=language, width=width, paint=paint)])


def _named(name: str, width: int, paint: Paint) -> list[str]:
    lines = text.wrapped(name, width)
    rule = "═" * max(map(text.measured, lines))
    return [paint(line, "heading") for line in (*lines, rule)]


def _markdown(told: list[tuple[str, Sheet]], summary: Sheet, language: str) -> str:
    blocks: list[str] = []
    for name, sheet in [*told, (Said("Summary").said(language), summary)]:
        title = f"## {markdown.escaped(phrase(sheet.title, language))}"
        blocks += [f"# {markdown.escaped(name)}", title, *markdown_parts(sheet, language)]
    return "\n\n".join(blocks) + "\n"


def _html(told: list[tuple[str, Sheet]], summary: Sheet, language: str) -> str:
    parts: list[str] = []
    for name, sheet in [*told, (Said("Summary").said(language), summary)]:
        title = html.paragraph(phrase(sheet.title, language))
        parts += [html.heading(name), title, *html_parts(sheet, language)]
    return html.page(phrase(summary.title, language), parts, language)
