"""Values as they show themselves in a notebook: HTML that fits light and dark pages and needs no network.

A class shows itself by `_repr_html_ = html_of`, which asks for `html` here; what is to be seen of it is
registered below.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from attrs import evolve

from localgender.documents.grid import Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Report
from localgender.questions.addends import ExplainedTotal
from localgender.questions.compare.changes import Comparison
from localgender.questions.coverage import Coverage
from localgender.questions.status import Statuses
from localgender.questions.suspects import Suspect
from localgender.showing import sheets, tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.renderers import html as writing
from localgender.showing.tables import Table
from localgender.showing.wording import Phrase, more, phrase

_MOST = 200
_MORE = Counted("{count} more row", "{count} more rows")


@singledispatch
def html(value: Any, language: str = "uk") -> str:
    """Show a value as a part of a page.

    >>> "Аудит безпеки" in html(Table("Заходи", ["Захід"], [["Аудит безпеки"]]))
    True

    Args:
        value: Reading, document, plan, report, measure, table, findings or another answer; anything else is
            told in words.
        language: "uk" or "en".
    """
    return writing.part([writing.paragraph(phrase(value, language))], language)


@html.register
def _(value: Table, language: str = "uk") -> str:
    return _parted(value, language=language)


@html.register
def _(value: Findings, language: str = "uk") -> str:
    return _parted(tabulate.findings(value), language=language)


@html.register
def _(value: Finding, language: str = "uk") -> str:
    return _parted(tabulate.findings([value]), language=language)


@html.register
def _(value: Statuses, language: str = "uk") -> str:
    return _parted(tabulate.statuses(value), language=language)


@html.register
def _(value: Comparison, language: str = "uk") -> str:
    return _parted(tabulate.comparison(value), tabulate.comparison_totals(value), language=language)


@html.register
def _(value: Coverage, language: str = "uk") -> str:
    return _parted(tabulate.coverage_goals(value), tabulate.coverage(value), language=language)


@html.register
def _(value: Suspect, language: str = "uk") -> str:
    return _parted(tabulate.suspects([value]), language=language)


@html.register(Plan)
@html.register(Report)
def _(value: Plan | Report, language: str = "uk") -> str:
    # Of a value alone there is no document to tell of.
    told: Any = Reading(value, Document([]))
    return _parted(tabulate.summary(told), tabulate.measures(value), language=language)


@html.register
def _(value: Goal, language: str = "uk") -> str:
    return _parted(tabulate.measures(Plan(goals=[value])), language=language)


@html.register
def _(value: Measure, language: str = "uk") -> str:
    return _parted(tabulate.measures(Plan(goals=[value])), language=language)


@html.register
def _(value: ExplainedTotal, language: str = "uk") -> str:
    return _parted(tabulate.addends(value), language=language)


@html.register
def _(value: Document, language: str = "uk") -> str:
    tables = [_grid(number, grid) for number, grid in enumerate(value.tables, 1)]
    return writing.part(
        [_words(value.paragraphs, language), *(_shown(each, language) for each in tables)], language
    )


@html.register
def _(value: Grid, language: str = "uk") -> str:
    return _parted(_grid(1, value), language=language)


def _grid(number: int, grid: Grid) -> Table:
    width = max(map(len, grid.rows), default=0)
    rows = [[cell.text for cell in row] + [""] * (width - len(row)) for row in grid.rows]
    return Table(Phrase(Said("Table {number}"), {"number": number}), map(str, range(1, width + 1)), rows)


def _words(paragraphs: Sequence[Paragraph], language: str) -> str:
    lines = [writing.paragraph(each.text) for each in paragraphs[:_FEW]]
    left = [writing.paragraph(more(len(paragraphs) - _FEW, language))] if len(paragraphs) > _FEW else []
    return "".join([*lines, *left])


_FEW = 20


@html.register
def _(value: Reading, language: str = "uk") -> str:  # type: ignore[type-arg]  # singledispatch takes bare classes
    sheet = sheets.read(value)
    short = evolve(sheet, tables=[(_short(table), options) for table, options in sheet.tables])
    head = writing.paragraph(phrase(sheet.title, language))
    return writing.part([head, *sheets.html_parts(short, language)], language)


def _parted(*tables: Table, language: str) -> str:
    return writing.part([_shown(table, language) for table in tables], language)


def _shown(table: Table, language: str) -> str:
    return writing.render(_short(table), language, styled=False)


def _short(table: Table) -> Table:
    """Leave the end of a long table out, and say so: a notebook keeps everything that it shows."""
    if (left := len(table.rows) - _MOST) <= 0:
        return table
    kept = [group for group in table.groups if group[0] < _MOST]
    cut = Phrase(_MORE, {"count": left})
    return evolve(table, rows=table.rows[:_MOST], notes=(cut, *table.notes), groups=kept, foot=0)
