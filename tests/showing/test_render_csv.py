"""Values parted by commas or tabs: what is written is read back, and no spreadsheet calculates it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import CELLS, HOSTILE, TABLE, tables

import localgender as lg
from localgender.documents.readers.delimited import records, unguarded
from localgender.showing.renderers import render
from localgender.showing.renderers.cells import legal, lines_of
from localgender.showing.renderers.csv import guarded
from localgender.showing.tables import Table, in_words


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return [
        list(map(unguarded, row)) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]


def expected(table: Table) -> list[list[str]]:
    words = in_words(table)
    rows = [list(words.names)] if words.names else []
    for number, row in enumerate(words.rows):
        groups = lines_of(words.groups.get(number, ""))
        rows += [[group, *[""] * (len(row) - 1)] for group in groups]
        rows.append(list(row))
    return [list(map(legal, row)) for row in rows]


def test_columns_and_rows_are_records_of_equal_length() -> None:
    assert render(TABLE, "csv").split("\r\n") == [
        '№,Захід,"План, тис.\u00a0грн",Кількість,Частка',
        '2.1,Збір даних за статтю,"1\u00a0228,3",12,"95,2\u00a0%"',
        "Ціль 2,,,,",
        "2.10,Опитування,—,—,—",
        'Разом,,"1\u00a0228,3",13,—',
        "",
    ]


def test_byte_order_mark_comes_on_request() -> None:
    assert render(TABLE, "csv", bom=True) == "\ufeff" + render(TABLE, "csv")


def test_title_and_notes_come_on_request() -> None:
    rows = read(render(TABLE, "csv", titled=True))
    assert (rows[0], rows[-1]) == (["Заходи"], ["За 2023 рік."])


@given(tables(), st.sampled_from(",;"))
def test_csv_gives_back_every_cell(table: Table, delimiter: str) -> None:
    assert read(render(table, "csv", delimiter=delimiter), delimiter) == expected(table)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=2, max_size=4))
def test_tsv_gives_back_every_cell(rows: list[tuple[str, str]]) -> None:
    written = render(Table("", ["Захід", "Хто"], rows), "tsv", titled=False)
    assert records(written)[:-1] == expected(Table("", ["Захід", "Хто"], rows))


@pytest.mark.parametrize(("written_as", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("text", [each for each in HOSTILE if each[0] in "=+-@"] + ["\t=1", "\r=1", "'=1"])
def test_no_cell_is_a_formula(written_as: str, delimiter: str, text: str) -> None:
    written = render(Table("", [text, "Хто"], [(text, text)]), written_as, titled=False)
    for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter):
        for cell in row[: 1 if "Хто" in row else 2]:
            assert cell.startswith("'")
            assert unguarded(cell) == legal(text)


@pytest.mark.parametrize("text", ["-5", "-1 228,3", "-1\u00a0228,30", "-2,5 %", "5-6", "'16 днів'"])
def test_figures_below_zero_stay_figures(text: str) -> None:
    assert guarded(text) == text


@given(CELLS)
def test_guard_is_taken_away(text: str) -> None:
    assert unguarded(guarded(legal(text))) == legal(text)


def test_tsv_has_its_title_above_and_its_notes_below() -> None:
    document = lg.scan(render(TABLE, "tsv").encode())
    assert [each.text for each in document.paragraphs] == ["Заходи", "За 2023 рік."]
    assert len(document.tables[0].rows) == 5
