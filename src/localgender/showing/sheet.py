"""Lines and tables that follow each other as one answer, in text, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from localgender.showing.catalogue import language_of
from localgender.showing.renderers import html, markdown, text
from localgender.showing.tables import Table, Words
from localgender.showing.tones import Paint, plain
from localgender.showing.wording import phrase
from localgender.values.parts import tuple_of

Shown = tuple[Table, Mapping[str, Any]]


@frozen
class Sheet:
    """What a command answers, with no format and no language.

    Attributes:
        title: First line.
        lines: Lines below it.
        tables: Tables, each with choices that hold for plain text only.
        closing: Last lines.
    """

    title: Words
    lines: tuple[Words, ...] = field(default=(), converter=tuple_of)
    tables: tuple[Shown, ...] = field(default=(), converter=tuple_of)
    closing: tuple[Words, ...] = field(default=(), converter=tuple_of)


def write(
    sheet: Sheet,
    format: str = "text",  # noqa: A002
    *,
    language: str = "uk",
    width: int = 100,
    paint: Paint = plain,
) -> str:
    """Write a sheet as plain text, as Markdown, or as a page of HTML that needs nothing beside it.

    >>> print(write(Sheet("звіт.txt", closing=["Усе гаразд."]), "markdown"))
    # звіт.txt
    <BLANKLINE>
    Усе гаразд.
    <BLANKLINE>

    Args:
        sheet: Any sheet.
        format: "text", "markdown" or "html".
        language: "uk" or "en".
        width: Columns of the page, for text.
        paint: Makes lines stand out, for text; takes a line and its tone.
    """
    language = language_of(language)
    if format == "text":
        return _text(sheet, language, width, paint)
    return {"markdown": _markdown, "html": _html}[format](sheet, language)


def _html(sheet: Sheet, language: str) -> str:
    return html.page(phrase(sheet.title, language), html_parts(sheet, language), language)


def html_parts(sheet: Sheet, language: str = "uk") -> list[str]:
    """Write what stands below the title of a sheet as parts of a page, without a style."""
    lines, closing = (
        [html.paragraph(phrase(each, language)) for each in part] for part in (sheet.lines, sheet.closing)
    )
    return [*lines, *(html.render(table, language, styled=False) for table, _ in sheet.tables), *closing]


def _markdown(sheet: Sheet, language: str) -> str:
    title = f"# {markdown.escaped(phrase(sheet.title, language))}"
    return "\n\n".join([title, *markdown_parts(sheet, language)]) + "\n"


def markdown_parts(sheet: Sheet, language: str = "uk") -> list[str]:
    """Write what stands below the title of a sheet as paragraphs and tables of Markdown."""
    lines, closing = (
        [markdown.paragraph(phrase(each, language)) for each in part] for part in (sheet.lines, sheet.closing)
    )
    return [*lines, *(markdown.render(table, language).rstrip("\n") for table, _ in sheet.tables), *closing]


def _text(sheet: Sheet, language: str, width: int, paint: Paint) -> str:
    title = [paint(line, "heading") for line in text.wrapped(phrase(sheet.title, language), width)]
    lines, closing = (
        [line for each in part for line in text.wrapped(phrase(each, language), width)]
        for part in (sheet.lines, sheet.closing)
    )
    head = "\n".join([*title, *lines])
    tables = [
        text.render(table, language, width=width, paint=paint, **options).rstrip("\n")
        for table, options in sheet.tables
    ]
    return "\n\n".join(filter(None, [head, *tables, "\n".join(closing)])) + "\n"
