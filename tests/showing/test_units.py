"""Consolidated reports as tables, sheets and trees, in both languages."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from localgender.documents.grid import Document
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.consolidation import consolidate
from localgender.questions.consolidation.entries import UnitReport
from localgender.showing import tabulate
from localgender.showing.display import html
from localgender.showing.sheets import write
from localgender.showing.tables import in_words
from localgender.showing.unit_sheets import consolidated_sheet, consolidated_tree
from localgender.values.money import thousand_uah
from localgender.values.places import Place


def report(unit: str | None, spent: str, period: str = "2023", measure: str = "2.1") -> Report:
    plan = Plan("Рівні можливості", goals=[Measure("2.1", "Тренінги"), Measure("2.2", "Аудит вулиць")])
    line = FundingPeriod(period, ["community"], disbursed=thousand_uah(spent))
    return Report(plan, period, issuer=unit, progress=[Progress(measure, line)])


EAST = Reading(
    report("Зарічний район", "10.5"),
    Document([], "зарічний.docx"),
    Findings([Finding("period-missing", "warning")]),
    places={"2.1": [Place(1, 3, 1)]},
)
WHOLE = consolidate(
    [
        UnitReport.of(EAST, received="2024-01-09"),
        report("Нагірний район", "4"),
        report("Нагірний район", "2.5", measure="2.2"),
        report(None, "7", "2023-9m"),
    ],
    expected=["Зарічний район", "Нагірний район", "Лісовий район"],
    period=2023,
)


def words(table: tabulate.Table, language: str = "uk") -> list[list[str]]:
    return [[cell.replace("\u00a0", " ") for cell in row] for row in in_words(table, language).rows]


def test_units_are_told_with_what_became_of_their_reports() -> None:
    assert words(tabulate.units(WHOLE)) == [
        ["Зарічний район", "додано", "зарічний.docx", "2023 рік", "09.01.2024", "1", "1", "10,5"],
        ["Нагірний район", "додано", "—", "2023 рік", "—", "—", "1", "4,0"],
        ["Нагірний район", "додано", "—", "2023 рік", "—", "—", "1", "2,5"],
        ["підрозділ не вказано", "не додано", "—", "9 місяців 2023 року", "—", "—", "1", "7,0"],
        ["Лісовий район", "звіту немає", "—", "—", "—", "—", "—", "—"],
    ]


def test_a_column_that_nobody_fills_is_left_out() -> None:
    names = in_words(tabulate.units(consolidate([report("Нагірний район", "4")])), "en").names
    assert names == ("Unit", "In the sums", "Period", "Measures", "Disbursed, thousand\u00a0UAH")


def test_money_stands_by_measure_and_unit_with_both_sums() -> None:
    table = tabulate.by_unit(WHOLE, "disbursed")
    assert in_words(table, "en").names == (
        "Number", "Measure", "Зарічний район, thousand\u00a0UAH", "Нагірний район, thousand\u00a0UAH",
        "Together, thousand\u00a0UAH",
    )  # fmt: skip
    assert words(table, "en") == [
        ["2.1", "Тренінги", "10.5", "4.0", "14.5"],
        ["2.2", "Аудит вулиць", "—", "2.5", "2.5"],
        ["Together", "—", "10.5", "6.5", "17.0"],
    ]


def test_measures_of_one_number_are_told_apart() -> None:
    other = Report(
        Plan(goals=[Measure("2.1", "Гаряча лінія психологів")]),
        2023,
        issuer="Архів",
        progress=[Progress("2.1")],
    )
    rows = words(tabulate.by_unit(consolidate([EAST, other]), "disbursed"), "en")
    assert [row[0] for row in rows] == ["2.1", "measure 2.1 (bearer 2 of this number)", "Together"]


def test_nothing_consolidated_is_an_empty_table() -> None:
    assert tabulate.units(consolidate([])).rows == ()


def test_each_amount_tells_where_it_comes_from() -> None:
    rows = words(tabulate.origins(WHOLE, "measure", "disbursed"))
    assert rows[0][1:] == [
        "Зарічний район",
        "захід 2.1, профінансовано за 2023 рік",
        "зарічний.docx",
        "таблиця 1, рядок 3",
        "10,5",
    ]
    assert rows[2][1:] == ["Разом", "—", "—", "—", "14,5"]


@pytest.mark.parametrize("by", ["unit", "goal", "measure", "executor", "source", "year"])
def test_sums_of_every_grouping_can_be_laid_out(by: str) -> None:
    together = [row for row in words(tabulate.origins(WHOLE, by, "disbursed"), "en") if row[1] == "Together"]
    assert sum(Decimal(row[-1]) for row in together) == 17


def test_the_sheet_begins_with_what_it_is() -> None:
    text = write(consolidated_sheet(WHOLE), "text", language="en").replace("\u00a0", " ")
    assert text.startswith("Consolidated report · 2023\n2 units, 2 measures\n")
    assert "Лісовий район: no report was handed in." in text.replace("\n", " ").replace("  ", "")
    assert text.endswith("Units that handed in several reports: 1\n")


def test_the_tree_for_programs_holds_whole_kopiykas() -> None:
    tree = json.loads(json.dumps(consolidated_tree(WHOLE, "en")))
    assert tree["totals"] == {"planned": None, "allocated": None, "disbursed": 1_700_000}
    assert [each["disbursed"] for each in tree["measures"]["2.1"]] == [1_050_000, 400_000]
    assert tree["units"][0] == {
        "unit": "Зарічний район",
        "document": "зарічний.docx",
        "received": "2024-01-09",
        "noticed_in_reading": 1,
    }
    assert [each["kind"] for each in tree["findings"]] == [
        "unit-unnamed", "report-left-out", "report-missing", "unit-reports-twice",
    ]  # fmt: skip


def test_a_notebook_shows_units_and_money() -> None:
    shown = html(WHOLE, "uk")
    assert "Звіти підрозділів" in shown
    assert "Профінансовані кошти за заходами й підрозділами" in shown
    assert "Заплановані кошти за заходами" not in shown
