"""The reader of texts: tabs, semicolons, commas, strokes, and prose between tables."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.documents.grid import Document, Limits
from localgender.documents.readers.text import TEXT
from localgender.errors import UnreadableDocumentError
from paths import SAMPLE, plan_sources, report_sources


def scan(text: str | bytes, limits: Limits | None = None) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    assert TEXT.recognises(data, "x")
    return TEXT.scan(data, "x", limits or Limits())


def shape(text: str | bytes) -> list[str | list[list[str]]]:
    """A paragraph as text, a table as rows of texts."""
    return [
        block.text if hasattr(block, "text") else [[cell.text for cell in row] for row in block.rows]
        for block in scan(text).blocks
    ]


# Tabs


def test_tabbed_lines_are_a_table_and_lines_around_them_prose() -> None:
    assert shape("Звіт\n\n№\tЗахід\n1\tТренінг\n\nНачальник") == [
        "Звіт", [["№", "Захід"], ["1", "Тренінг"]], "Начальник"
    ]  # fmt: skip


def test_a_line_inside_a_table_is_a_row_of_one_cell() -> None:
    assert shape("№\tЗахід\tСума\nЦіль 1\n1\tТренінг\t10,5\n\nЦіль 2\nще\nі ще\n2\tСемінар\t0,0") == [
        [["№", "Захід", "Сума"], ["Ціль 1"], ["1", "Тренінг", "10,5"], ["Ціль 2"], ["ще"], ["і ще"],
         ["2", "Семінар", "0,0"]]
    ]  # fmt: skip


def test_more_than_three_lines_part_two_tables() -> None:
    lines = ["Розділ 2", "Слова.", "Ще слова.", "Останні."]
    text = "\n".join(["а\tб", "1\t2", *lines, "в\tг", "3\t4"])
    assert shape(text) == [[["а", "б"], ["1", "2"]], *lines, [["в", "г"], ["3", "4"]]]


def test_rows_unlike_each_other_are_of_two_tables() -> None:
    wide, narrow = "\n".join(["а\tб\tв\tг\tґ\tд"] * 2), "\n".join(["1\t2"] * 2)
    assert [type(block) for block in shape(f"{wide}\nДодаток\n{narrow}")] == [list, str, list]
    assert len(shape(f"{wide}\nДодаток\nа\tб\tв\tг")) == 1, "rows lose cells, but not most of them"


def test_even_rows_of_another_width_that_begin_with_a_word_are_a_table_of_their_own() -> None:
    sources, measures = "Джерело\tОбсяг\nбюджет\t5,0", "№\tЗахід\tСума\n1\tТренінг\t5,0"
    assert [type(block) for block in shape(f"{sources}\nЗаходи\n{measures}")] == [list, str, list]


def test_rows_that_lost_a_cell_under_a_line_go_on() -> None:
    begun = "№\tЗахід\tСума\n1\tТренінг\t5,0"
    for rest in ("\tСемінар\n\tЛекція", "2\tСемінар\n3\tЛекція"):
        assert len(shape(f"{begun}\nЦіль 2\n{rest}")) == 1


def test_tables_of_different_width_parted_by_semicolons() -> None:
    """Each stretch of lines has its own number of cells; sentences with a semicolon stay whole."""
    passport = [["1.", "Ініціатор", "Рада"], ["2.", "Розробник", "Відділ"], ["3.", "Строк", "2025"]]
    measures = [["№", "Захід", "Термін", "Сума"], ["1", "Тренінг", "2025", "5,0"]]
    lines = ["Програма", *map(";".join, passport), "Заходи; перелік", *map(";".join, measures), "Голова"]
    assert shape("\n".join(lines)) == ["Програма", passport, "Заходи; перелік", measures, "Голова"]


def test_one_tabbed_line_beside_a_real_table_is_prose() -> None:
    rows = "\n".join(["а\tб\tв\tг\tґ"] * 3)
    text = f"Додаток 1\tдо рішення\nЗатверджено\n{rows}\nПримітка\nКеруюча справами\tІмʼя ПРІЗВИЩЕ"
    assert [block for block in shape(text) if isinstance(block, str)] == [
        "Додаток 1", "до рішення", "Затверджено", "Примітка", "Керуюча справами", "Імʼя ПРІЗВИЩЕ"
    ]  # fmt: skip
    assert shape("Захід\t10,5") == [[["Захід", "10,5"]]], "alone it is the table"


def test_beside_tabs_a_cell_is_unquoted_only_when_it_had_to_be_quoted() -> None:
    assert shape('№\t"Рівні"\n1\t"два\nрядки і ""лапки"""') == [
        [["№", '"Рівні"'], ["1", 'два\nрядки і "лапки"']]
    ]


@pytest.mark.parametrize("path", [*report_sources(), *plan_sources()])
def test_semicolons_and_commas_in_cells_part_nothing(path) -> None:
    document = lg.scan(path)
    text = path.read_text("utf8")
    (grid,) = document.tables
    assert [[cell.text for cell in row] for row in grid.rows if len(row) > 1] == [
        line.split("\t") for line in text.split("\n") if "\t" in line
    ]


# Semicolons and commas


def test_semicolons_part_cells_and_decimal_commas_do_not() -> None:
    assert shape("№;Захід;План;Факт\n1;Тренінг, семінар;10,5;0,0\n2;Бібліотека;2,4;1,2") == [
        [
            ["№", "Захід", "План", "Факт"],
            ["1", "Тренінг, семінар", "10,5", "0,0"],
            ["2", "Бібліотека", "2,4", "1,2"],
        ]
    ]


def test_commas_part_cells_when_decimals_are_quoted() -> None:
    assert shape('№,Захід,План\n1,"Тренінг, семінар","10,5"\n2,Бібліотека,7') == [
        [["№", "Захід", "План"], ["1", "Тренінг, семінар", "10,5"], ["2", "Бібліотека", "7"]]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "№,Захід,План\n1,Тренінг,10,5\n2,Бібліотека,2,4",
        "№,Захід,План,Факт\n1,Тренінг,10,5,0,0\n2,Бібліотека,7,0,0",
        "Захід,План\nТренінг,10,5\nБібліотека,2,4",
        "Захід,План, грн\nТренінг,10,5\nБібліотека,2,4",
        "Захід, План\nТренінг, 10,5\nБібліотека, 2,4",
    ],
)
def test_a_decimal_comma_never_becomes_two_cells(text: str) -> None:
    assert shape(text) == text.split("\n"), "what could be either is prose"


def test_quoted_cells_hold_breaks_and_quotes_and_delimiters() -> None:
    assert shape('"№";"Захід";"План"\n"1";"Тренінг; семінар\n""Рівні""";"10,5"') == [
        [["№", "Захід", "План"], ["1", 'Тренінг; семінар\n"Рівні"', "10,5"]]
    ]


def test_a_quote_that_never_closes_is_a_sign_like_any_other() -> None:
    assert shape('№;Захід;План\n1;"Рівні;2,4\n2;Дві;0,0')[0][1] == ["1", '"Рівні', "2,4"]


def test_prose_around_semicolons_stays_prose() -> None:
    text = (
        "Звіт; за 2023 рік, програма\n№;Захід;План\n1;Тренінг;10,5\nЦіль 2\n2;Семінар;0\nВсього: 1; слів: 2"
    )
    assert shape(text) == [
        "Звіт; за 2023 рік, програма",
        [["№", "Захід", "План"], ["1", "Тренінг", "10,5"], ["Ціль 2"], ["2", "Семінар", "0"]],
        "Всього: 1; слів: 2",
    ]


def test_rows_shorter_or_longer_than_most_stay_in_the_table() -> None:
    text = "№;Захід;План\n1;Тренінг;10,5;ще\n2;Семінар;0;\n3;А;1;\n4;Б\n5;В;2;\n6;Г"
    ((header, *_, last),) = shape(text)
    assert (header, last) == (["№", "Захід", "План"], ["6", "Г"])


def test_titles_padded_by_a_spreadsheet_are_rows() -> None:
    assert shape("Звіт;;\n№;Захід;План\n1;Тренінг;10,5\n;;\n")[0][0] == ["Звіт", "", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Завдання:\n- сприяти рівності;\n- протидіяти насильству;\n- навчати.",
        "- сприяти;\n- протидіяти;\n- навчати;",
        "Ірина, Олена, Марія\nПетро, Іван, Степан\nКінець",
        "Так, ні\nНі, так\nМожливо, ні",
        "Перше; друге; третє\nЧетверте; пʼяте; шосте\nІ ще",
        "Одне,два",
    ],
)
def test_lists_and_sentences_are_no_tables(text: str) -> None:
    assert shape(text) == text.split("\n")


def test_a_text_that_is_regular_throughout_may_space_its_cells_or_have_but_two() -> None:
    assert shape("№, Захід, План\n1, Тренінг, 10\n2, Семінар, 7")[0][1] == ["1", " Тренінг", " 10"]
    assert shape("Показник;Жінки\nОсвіта;10\nМедицина;7")[0][2] == ["Медицина", "7"]


def test_the_hint_of_a_spreadsheet_is_followed_and_not_shown() -> None:
    assert shape("sep=;\nа;б\n1;2") == [[["а", "б"], ["1", "2"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_encodings(encoding: str) -> None:
    text = "№;Захід;План\r\n1;Тренінг для її ґрунту;10,5\r\n" * 200
    document = scan(text.encode(encoding))
    assert document.tables[0].rows[1][1].text == "Тренінг для її ґрунту"
    assert document.findings.kinds == (("text-guessed",) if encoding == "windows-1251" else ())


def test_a_long_text_is_recognised_in_every_encoding() -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "windows-1251"):
        mark = "\ufeff" if encoding.startswith("utf-16") else ""
        for text in ("Захід\t10,5\n" * 1000, "ї" * 5000, "а" + "ї" * 5000):
            assert TEXT.recognises((mark + text).encode(encoding), "x"), (encoding, text[:10])


CELLS = st.text(st.sampled_from('абвг 10,5;"\n|'), max_size=8)


@given(
    st.integers(3, 5).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=6)
    )
)
def test_what_a_spreadsheet_exports_with_semicolons_is_read_back(rows: list[list[str]]) -> None:
    rows = [["№", *(cell.strip() for cell in row)] for row in rows]
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)
    assert shape(file.getvalue()) == [rows]


# Strokes


def test_markdown_tables_and_the_prose_between_them() -> None:
    text = """# Звіт

| № | Захід | План |
|---|:------|-----:|
| 1 | Тренінг \\| семінар | 10,5 |
| 2 | два<br/>рядки | |

Далі.
а | б
--|--
1 | 2
Кінець"""
    assert shape(text) == [
        "Звіт",
        [["№", "Захід", "План"], ["1", "Тренінг | семінар", "10,5"], ["2", "два\nрядки", ""]],
        "Далі.",
        [["а", "б"], ["1", "2"]],
        "Кінець",
    ]


def test_strokes_without_rules_are_text() -> None:
    assert shape("а | б\n1 | 2") == ["а | б", "1 | 2"]
    assert shape("Назва\n---\nтекст") == ["Назва", "---", "текст"]
    assert shape("а | б\n---|---|---\n1 | 2") == ["а | б", "---|---|---", "1 | 2"]


def test_a_row_of_dashes_is_a_row() -> None:
    assert shape("|а|б|\n|-|-|\n|-|-|\n|1|2|") == [[["а", "б"], ["-", "-"], ["1", "2"]]]


def test_tabs_between_markdown_tables_are_tables_too() -> None:
    assert shape("|а|б|\n|-|-|\n|1|2|\n\nв\tг\n3\t4") == [[["а", "б"], ["1", "2"]], [["в", "г"], ["3", "4"]]]


# What is no text


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>1</p>",
        b"\n<html lang='uk'>",
        b"<?xml version='1.0'?><!-- x --><html>",
        b"\xef\xbb\xbf<!doctype HTML>",
        b"<div>" + b"x" * 9000 + b"<TABLE class='a'>",
        "<!doctype html><table>".encode("utf-16"),
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1 a}",
        b"a\x00b",
        b"\xff\xfe\x00",
    ],
)
def test_pages_and_binaries_are_left_to_others(data: bytes) -> None:
    assert not TEXT.recognises(data, "звіт.txt")


def test_stray_markup_does_not_make_a_page() -> None:
    assert TEXT.recognises("<p>Захід</p>\t10,5".encode(), "x")


def test_the_limits_hold() -> None:
    for text in ("а\t" * 20, "а;" * 20, "а\n" * 20, "а|" * 20):
        with pytest.raises(UnreadableDocumentError, match="more than 10"):
            scan(text, Limits(cells=10))
    with pytest.raises(UnreadableDocumentError, match="characters"):
        scan("а" * 20, Limits(characters=10))


@pytest.mark.parametrize(
    "text",
    [
        '\t"' * 80_000, '\t"a""' * 40_000, ';"' * 80_000, '"' * 180_000, ',"a""\n' * 40_000, "|-" * 80_000,
        "|-|\n" * 60_000, "<!--" * 40_000, "а\n\tб\n" * 40_000, "а\nб\t\n" * 40_000, "\\|" * 80_000,
        "а;б;в\n" * 40_000,
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    scan(text)


@given(st.text(st.sampled_from('аб1,.;|-\t\n"\\ \r<>'), max_size=60))
def test_no_character_is_lost(text: str) -> None:
    """Whatever parts the cells, all letters and digits are in some cell or paragraph, in their order."""
    seen = "".join(found for _, found in scan(text + "а").texts())
    assert "".join(filter(str.isalnum, seen)) == "".join(filter(str.isalnum, text + "а"))


def test_our_samples_are_one_table_each() -> None:
    assert {
        path.name: [len(grid.rows) for grid in lg.scan(path).tables] for path in SAMPLE.glob("zhytomyr-*.txt")
    } == {
        "zhytomyr-report-2023.txt": [41],
        "zhytomyr-plan-1325.txt": [77],
    }
