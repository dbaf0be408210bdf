"""Workbooks: numbers are numbers, sums are live, no text is a formula."""

from __future__ import annotations

import io
import sys
import zipfile
from unicodedata import normalize
from xml.etree import ElementTree as ET

import attrs
import openpyxl
import pytest
from hypothesis import given
from laid_out import HOSTILE, TABLE, hostile, tables

import localgender as lg
from localgender.showing.renderers import render
from localgender.showing.renderers.cells import legal
from localgender.showing.tables import Heading, Table, in_words
from localgender.values.money import Money, Unit, thousand_uah


def sheet(table: Table, *, values: bool = False) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(render(table, "xlsx")), data_only=values).active


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in lg.scan(data).tables[0].rows]


def test_figures_are_numbers_that_show_the_digits_of_the_table() -> None:
    money, count, percent = (sheet(TABLE)[f"{column}4"] for column in "CDE")
    assert (money.value, money.number_format) == (1228.3, "#,##0.0")
    assert (count.value, count.number_format) == (12, "#,##0")
    assert (percent.value, percent.number_format) == (0.952, "0.0%")


def test_workbook_shows_what_the_table_says() -> None:
    rows = texts(render(TABLE, "xlsx"))
    assert rows[0][0] == "Заходи"
    assert rows[3] == ["2.1", "Збір даних за статтю", "1\u00a0228,3", "12", "95,2%"]
    assert rows[4][0] == "Ціль 2"
    assert rows[5] == ["2.10", "Опитування", "—", "—", "—"]
    assert rows[8][0] == "За 2023 рік."


def test_sum_is_live_only_where_it_is_right() -> None:
    """The money adds up, the count does not: a wrong total is shown as it is claimed."""
    live, values = sheet(TABLE), sheet(TABLE, values=True)
    assert (live["C7"].value, values["C7"].value) == ("=SUM(C4:C6)", 1228.3)
    assert live["D7"].value == values["D7"].value == 13


def test_header_stays_in_sight() -> None:
    made = sheet(TABLE)
    assert made.freeze_panes == "A4"
    assert made.print_title_rows == "$3:$3"
    assert made.column_dimensions["B"].width > made.column_dimensions["A"].width


def test_amount_without_a_unit_above_it_tells_its_own() -> None:
    cell = sheet(Table("", ["Поле", "Значення"], [("План", thousand_uah("2.4"))]))["B2"]
    assert (cell.value, cell.number_format) == (2.4, '#,##0.0"\u00a0тис.\u00a0грн"')


def test_number_of_more_digits_than_a_workbook_keeps_is_text() -> None:
    amount = Money(12_345_678_901_234_567)
    cell = sheet(Table("", [Heading("План", "right", Unit.UAH)], [[amount]]))["A2"]
    assert cell.value == "123\u00a0456\u00a0789\u00a0012\u00a0345,67"


@given(tables())
def test_every_cell_is_given_back(table: Table) -> None:
    words = in_words(attrs.evolve(table, title="", notes=(), groups=()))
    rows = [
        row for row in texts(render(attrs.evolve(table, title="", notes=(), groups=()), "xlsx")) if any(row)
    ]
    expected = [[normalize("NFC", legal(cell)).strip() for cell in row] for row in (words.names, *words.rows)]
    assert [[cell.strip() for cell in row] for row in rows] == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_or_markup(text: str) -> None:
    data = render(hostile(text), "xlsx")
    archive = zipfile.ZipFile(io.BytesIO(data))
    trees = [ET.fromstring(archive.read(name)) for name in archive.namelist()]
    names = {each.tag.rpartition("}")[2] for tree in trees for each in tree.iter()}
    assert names.isdisjoint({"f", "hyperlink", "r", "script", "img", "b "})
    assert texts(data)[-1][0].strip() == legal(text).strip()


def test_equal_tables_give_equal_bytes() -> None:
    assert render(TABLE, "xlsx") == render(TABLE, "xlsx")
    assert b"2000-01-01T00:00:00Z" in zipfile.ZipFile(io.BytesIO(render(TABLE, "xlsx"))).read(
        "docProps/core.xml"
    )


def test_text_too_long_for_a_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="32767 characters"):
        render(Table("", ["Захід"], [["а" * 40_000]]), "xlsx")


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(lg.errors.MissingExtraError, match=r"localgender\[xlsx\]"):
        render(TABLE, "xlsx")


@pytest.mark.parametrize(
    "title", ["History: [a]*?/\\", "'Заходи'", "𐀀" * 40, "Заходи " * 20, "\n", "00𐀀" + "а" * 30]
)
def test_any_title_names_a_sheet(title: str) -> None:
    assert len(sheet(Table(title, ["Захід"], [["Аудит"]])).title) in range(1, 32)
