"""Values as they show themselves in a notebook: HTML that fits light and dark pages and needs no network.

A class shows itself by `_repr_html_ = html_of`, which asks for `html` here; what is to be seen of it is
registered below.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from attrs import evolve

from localgender.documents.grid import Document
from localgender.documents.reading import Reading
from localgender.errors import ContradictingSumsError, MissingExtraError
from localgender.findings import Finding, Findings
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.compare.changes import Comparison
from localgender.questions.coverage import Coverage
from localgender.questions.status import Statuses
from localgender.questions.suppression import suppress
from localgender.questions.suppression.sensitive import telling_of_few
from localgender.questions.suspects import Suspect
from localgender.showing import sheets, tabulate
from localgender.showing.catalogue import Said
from localgender.showing.renderers import html as writing
from localgender.showing.tables import Table, Words
from localgender.showing.wording import Phrase, phrase

_MOST = 200


@singledispatch
def html(value: Any, language: str = "uk") -> str:
    """Show a value as a part of a page.

    >>> "Аудит безпеки" in html(Table("Заходи", ["Захід"], [["Аудит безпеки"]]))
    True

    Args:
        value: Reading, plan, report, table, findings or one finding; anything else is told in words.
        language: "uk" or "en".
    """
    return writing.part([writing.paragraph(phrase(value, language))], language)


@html.register
def _(value: Table, language: str = "uk") -> str:
    return _kept_back(value.title, language) if value.sensitive else _parted(value, language=language)


@html.register
def _(value: Statistics, language: str = "uk") -> str:
    try:
        shown = suppress(value).published if telling_of_few(value) else value
    except (MissingExtraError, ContradictingSumsError):
        return _kept_back(value.title or Said("Statistics"), language)
    return html(tabulate.statistics(shown), language)


def _kept_back(title: Words, language: str) -> str:
    told = Phrase(_KEPT_BACK, {"title": title})
    return writing.part([writing.paragraph(told.said(language))], language)


_KEPT_BACK = Said("{title}: not shown, since it tells of few people what can harm them; use suppress.")


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
def _(value: Reading, language: str = "uk") -> str:  # type: ignore[type-arg]  # singledispatch takes bare classes
    if isinstance(value.value, Statistics):
        return html(value.value, language)
    sheet = sheets.read(value)
    short = evolve(sheet, tables=[(_short(table), options) for table, options in sheet.tables])
    head = writing.paragraph(phrase(sheet.title, language))
    return writing.part([head, *sheets.html_parts(short, language)], language)


def _parted(*tables: Table, language: str) -> str:
    return writing.part([writing.render(_short(table), language, styled=False) for table in tables], language)


def _short(table: Table) -> Table:
    """Leave the end of a long table out, and say so: a notebook keeps everything that it shows."""
    if (left := len(table.rows) - _MOST) <= 0:
        return table
    kept = [group for group in table.groups if group[0] < _MOST]
    more = Phrase(Said("{count} more"), {"count": left})
    return evolve(table, rows=table.rows[:_MOST], notes=(more, *table.notes), groups=kept, foot=0)
