"""Every table in every format: each cell is there, in both languages, whatever the document holds."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
import openpyxl
import pytest
from laid_out import HOSTILE
from lxml import html

import localgender as lg
from localgender.showing import tabulate
from localgender.showing.renderers import RENDERERS
from localgender.showing.tables import Table, TableText, in_words
from localgender.showing.wording import SILENCE
from paths import SAMPLE


@cache
def report() -> Any:
    return lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")


@cache
def plan() -> Any:
    return lg.read_plan(SAMPLE / "zhytomyr-plan-1325.txt")


TABLES: dict[str, Callable[[], Table]] = {
    "addends": lambda: tabulate.addends(lg.explain_total(report(), "planned")),
    "checked": lambda: tabulate.checked(lg.audit_summary(report())),
    "comparison": lambda: tabulate.comparison(lg.compare(plan(), report())),
    "comparison-totals": lambda: tabulate.comparison_totals(lg.compare(plan(), report())),
    "coverage": lambda: tabulate.coverage(lg.coverage(plan(), "nap-1325")),
    "coverage-goals": lambda: tabulate.coverage_goals(lg.coverage(plan())),
    "executors": lambda: tabulate.executors(report()),
    "findings": lambda: tabulate.findings(lg.audit(report()), report().places),
    "measures": lambda: tabulate.measures(report(), columns=(*tabulate.COLUMNS, *STATUS)),
    "official-plan": lambda: tabulate.official(plan().value),
    "official-report": lambda: tabulate.official(report().value),
    "statuses": lambda: tabulate.statuses(report()),
    "summary": lambda: tabulate.summary(report()),
    "suspects": lambda: tabulate.suspects(lg.suspects(report()), report()),
    "timeline": lambda: tabulate.timeline(plan()),
    "totals": lambda: tabulate.totals(report(), "executor", "planned"),
}
STATUS = ("delivery", "funding", "because")
every_table = pytest.mark.parametrize("name", TABLES)
every_language = pytest.mark.parametrize("language", ["uk", "en"])


def cells(words: TableText) -> list[str]:
    """Words of the rows, in their order; blanks and silence aside."""
    return [flat(cell) for row in words.rows for cell in row if flat(cell) not in ("", SILENCE)]


def flat(text: str) -> str:
    return "".join(text.split())


def in_order(wanted: list[str], found: list[str]) -> bool:
    left = iter(found)
    return all(each in left for each in wanted)


@every_language
@every_table
def test_page_shows_every_cell(name: str, language: str) -> None:
    table = TABLES[name]()
    page = html.fromstring(lg.render(table, "html", language))
    assert in_order(
        cells(in_words(table, language)), [flat(each.text_content()) for each in page.iter("th", "td")]
    )


@every_language
@every_table
def test_document_shows_every_cell(name: str, language: str) -> None:
    table = TABLES[name]()
    opened = docx.Document(io.BytesIO(lg.render(table, "docx", language))).tables[0]
    found = [flat(cell.text) for row in opened.rows for cell in row.cells]
    assert in_order(cells(in_words(table, language)), found)


@every_language
@every_table
def test_workbook_shows_every_text_and_counts_every_figure(name: str, language: str) -> None:
    table = TABLES[name]()
    sheet = openpyxl.load_workbook(io.BytesIO(lg.render(table, "xlsx", language)), data_only=True).active
    found = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = [flat(each) for each in found if isinstance(each, str)]
    words = in_words(table, language)
    told = [
        flat(text)
        for row, shown in zip(table.rows, words.rows, strict=True)
        for cell, text in zip(row, shown, strict=True)
        if not isinstance(cell, lg.Money | lg.Percent | int) or isinstance(cell, bool)
    ]
    assert in_order([each for each in told if each not in ("", SILENCE)], texts)
    figures = sum(isinstance(cell, lg.Money | lg.Percent | int) for row in table.rows for cell in row)
    marks = sum(isinstance(cell, bool) for row in table.rows for cell in row)
    assert sum(isinstance(each, int | float) for each in found) == figures - marks


@pytest.mark.parametrize("written_as", ["text", "markdown", "csv", "tsv", "json"])
@every_table
def test_text_formats_show_every_figure(name: str, written_as: str) -> None:
    table = TABLES[name]()
    written = flat(lg.render(table, written_as))
    for row, shown in zip(table.rows, in_words(table).rows, strict=True):
        for cell, text in zip(row, shown, strict=True):
            if isinstance(cell, lg.Money):
                assert (str(cell.kopiykas) if written_as == "json" else flat(text)) in written


def hostile(text: str) -> lg.Report:
    measure = lg.Measure("1.1", text, lg.Term(conditions=[text]), [text], results=[text])
    made = lg.Plan(text, community=lg.Community(text), goals=[lg.Goal("1", title=text, measures=[measure])])
    return lg.Report(made, 2024, issuer=text, progress=[lg.Progress("1.1", narrative=text)])


@pytest.mark.parametrize("written_as", RENDERERS)
@pytest.mark.parametrize("text", [each for each in HOSTILE if each.isprintable()])
def test_no_table_obeys_a_document(text: str, written_as: str) -> None:
    value = hostile(text)
    for table in (
        tabulate.measures(value),
        tabulate.executors(value),
        tabulate.timeline(value),
        tabulate.statuses(value),
        tabulate.official(value),
    ):
        written = lg.render(table, written_as)
        if written_as == "html":
            assert not html.fromstring(written).xpath("//script | //img | //b")
        elif written_as == "xlsx":
            sheet = openpyxl.load_workbook(io.BytesIO(written)).active
            assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        elif written_as in ("csv", "tsv") and text[0] in "=+-@":
            assert not re.search(rf"(^|[,\t\n\"]){re.escape(text[:3])}", written)
        else:
            assert written
