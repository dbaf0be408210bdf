"""Values as they show themselves: HTML in a notebook, lines on a terminal of rich.

A class shows itself by `_repr_html_ = html_of` and `__rich_console__ = rich_of`, which ask for `html` and
`terminal` here; what is to be seen of it is registered below, once for both. The HTML fits light and dark
pages and needs no network.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from attrs import evolve

from localgender.documents.grid import Document, Grid
from localgender.documents.reading import Reading
from localgender.errors import ContradictingSumsError, MissingExtraError
from localgender.findings import Finding, Findings
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.addends import ExplainedTotal
from localgender.questions.collected import Collected
from localgender.questions.compare.changes import Comparison
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.coverage import Coverage
from localgender.questions.status import Statuses
from localgender.questions.suppression import suppress
from localgender.questions.suppression.sensitive import telling_of_few
from localgender.questions.suspects import Suspect
from localgender.showing import sheets, steered_sheets, tabulate, unit_sheets
from localgender.showing.catalogue import Counted, Said
from localgender.showing.collected_sheet import collected_sheet
from localgender.showing.lines import Line
from localgender.showing.observed_sheet import statistics_sheet
from localgender.showing.renderers import html as writing
from localgender.showing.sheet import Sheet, html_parts, write
from localgender.showing.tables import Table, Words
from localgender.showing.tones import Paint, painted
from localgender.showing.wording import Phrase, phrase

_MOST, _FEW = 200, 20
_MORE = Counted("{count} more row", "{count} more rows")


def html(value: Any, language: str = "uk") -> str:
    """Show a value as a part of a page.

    >>> "Аудит безпеки" in html(Table("Заходи", ["Захід"], [["Аудит безпеки"]]))
    True

    Args:
        value: Reading, document, plan, report, measure, table, findings or another answer; anything else is
            told in words.
        language: "uk" or "en".
    """
    sheet = _short(shown(value))
    head = [writing.paragraph(title)] if (title := phrase(sheet.title, language)) else []
    return writing.part([*head, *html_parts(sheet, language)], language)


def terminal(value: Any, language: str = "uk", *, width: int = 100, paint: Paint = painted) -> str:
    """Show a value as lines of a terminal, with colours.

    >>> from localgender.showing.tones import plain
    >>> print(terminal(Table("Заходи", ["Захід"], [["Аудит безпеки"]]), paint=plain))
    Заходи
    <BLANKLINE>
    Захід
    ─────────────
    Аудит безпеки
    <BLANKLINE>

    Args:
        value: What `html` takes.
        language: "uk" or "en".
        width: Columns of the terminal.
        paint: Makes lines stand out; takes a line and its tone.
    """
    return write(_short(shown(value)), language=language, width=width, paint=paint)


@singledispatch
def shown(value: Any) -> Sheet:
    """Lay out what is to be seen of a value, in no form and no language yet; each class registers its own."""
    return Sheet("", [Line([value])])


@shown.register
def _(value: Table) -> Sheet:
    return _kept_back(value.title) if value.sensitive else _tables(value)


@shown.register
def _(value: Statistics) -> Sheet:
    try:
        published = suppress(value).published if telling_of_few(value) else value
    except (MissingExtraError, ContradictingSumsError):
        return _kept_back(value.title or Said("Statistics"))
    return _tables(tabulate.statistics(published))


def _kept_back(title: Words) -> Sheet:
    return Sheet("", [Phrase(_KEPT_BACK, {"title": title})])


_KEPT_BACK = Said("{title}: not shown, since it tells of few people what can harm them; use suppress.")


@shown.register
def _(value: Findings) -> Sheet:
    return _tables(tabulate.findings(value))


@shown.register
def _(value: Finding) -> Sheet:
    return _tables(tabulate.findings([value]))


@shown.register
def _(value: Statuses) -> Sheet:
    return _tables(tabulate.statuses(value))


@shown.register
def _(value: Comparison) -> Sheet:
    return _tables(tabulate.comparison(value), tabulate.comparison_totals(value))


@shown.register
def _(value: Mechanism) -> Sheet:
    return _tables(*steered_sheets.tables_of(value))


@shown.register
def _(value: Consolidated) -> Sheet:
    return unit_sheets.consolidated_sheet(value, every=True)


@shown.register
def _(value: Collected) -> Sheet:
    return collected_sheet(value, every=True)


@shown.register
def _(value: Coverage) -> Sheet:
    return _tables(tabulate.coverage_goals(value), tabulate.coverage(value))


@shown.register
def _(value: Suspect) -> Sheet:
    return _tables(tabulate.suspects([value]))


@shown.register(Plan)
@shown.register(Report)
def _(value: Plan | Report) -> Sheet:
    # Of a value alone there is no document to tell of.
    told: Any = Reading(value, Document([]))
    return _tables(tabulate.summary(told), tabulate.measures(value))


@shown.register
def _(value: Goal) -> Sheet:
    return _tables(tabulate.measures(Plan(goals=[value])))


@shown.register
def _(value: Measure) -> Sheet:
    return _tables(tabulate.measures(Plan(goals=[value])))


@shown.register
def _(value: ExplainedTotal) -> Sheet:
    return _tables(tabulate.addends(value))


@shown.register
def _(value: Document) -> Sheet:
    lines = [each.text for each in value.paragraphs[:_FEW]]
    left = len(value.paragraphs) - _FEW
    more = [Phrase(Said("{count} more"), {"count": left})] if left > 0 else []
    grids = [_grid(number, grid) for number, grid in enumerate(value.tables, 1)]
    return evolve(_tables(*grids), lines=[*lines, *more])


@shown.register
def _(value: Grid) -> Sheet:
    return _tables(_grid(1, value))


def _grid(number: int, grid: Grid) -> Table:
    width = max(map(len, grid.rows), default=0)
    rows = [[cell.text for cell in row] + [""] * (width - len(row)) for row in grid.rows]
    return Table(Phrase(Said("Table {number}"), {"number": number}), map(str, range(1, width + 1)), rows)


@shown.register
def _(value: Reading) -> Sheet:  # type: ignore[type-arg]  # singledispatch takes bare classes
    if isinstance(value.value, Statistics):
        try:
            return statistics_sheet(value)
        except MissingExtraError:
            return _kept_back(value.value.title or Said("Statistics"))
    steers = isinstance(value.value, Mechanism)
    return steered_sheets.council_sheet(value) if steers else sheets.read(value)


def _tables(*tables: Table) -> Sheet:
    return Sheet("", tables=[(table, {}) for table in tables])


def _short(sheet: Sheet) -> Sheet:
    return evolve(sheet, tables=[(_beginning(table), options) for table, options in sheet.tables])


def _beginning(table: Table) -> Table:
    """Leave the end of a long table out, and say so: a notebook keeps everything that it shows."""
    if (left := len(table.rows) - _MOST) <= 0:
        return table
    kept = [group for group in table.groups if group[0] < _MOST]
    cut = Phrase(_MORE, {"count": left})
    return evolve(table, rows=table.rows[:_MOST], notes=(cut, *table.notes), groups=kept, foot=0)
