"""Documents: a real table, its header repeated, its goals merged."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given
from laid_out import HOSTILE, TABLE, hostile, tables

import localgender as lg
from localgender.showing.renderers import render
from localgender.showing.renderers.cells import legal
from localgender.showing.tables import Heading, Table, in_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(table: Table, language: str = "uk") -> ET.Element:
    archive = zipfile.ZipFile(io.BytesIO(render(table, "docx", language)))
    return ET.fromstring(archive.read("word/document.xml"))


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in lg.scan(data).tables[0].rows]


def test_document_shows_what_the_table_says() -> None:
    data = render(TABLE, "docx")
    assert [each.text for each in lg.scan(data).paragraphs] == ["Заходи", "За 2023 рік."]
    rows = texts(data)
    assert rows[1] == ["2.1", "Збір даних за статтю", "1\u00a0228,3", "12", "95,2\u00a0%"]
    assert rows[2][0] == "Ціль 2"
    assert rows[-1][0] == "Разом"


def test_another_library_opens_it() -> None:
    opened = docx.Document(io.BytesIO(render(TABLE, "docx")))
    assert [cell.text for cell in opened.tables[0].rows[0].cells][:2] == ["№", "Захід"]


def test_header_is_repeated_on_every_page() -> None:
    rows = body(TABLE).findall(f".//{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        False,
        False,
        False,
        False,
    ]


def test_goal_beside_its_measures_is_one_cell() -> None:
    table = Table("", [Heading("Ціль", spans=True), "Захід"], [("1", "а"), ("", "б"), ("2", "в")])
    merges = [each.get(f"{W}val") for each in body(table).iter(f"{W}vMerge")]
    assert merges == ["restart", None]
    assert [row[0] for row in texts(render(table, "docx"))] == ["Ціль", "1", "", "2"]


def test_cell_does_not_run_into_the_next_group() -> None:
    table = Table("", [Heading("Ціль", spans=True), "Захід"], [("1", "а"), ("", "б")], groups=[(1, "Розділ")])
    assert not list(body(table).iter(f"{W}vMerge"))


@pytest.mark.parametrize(("columns", "orient"), [(5, None), (6, "landscape")])
def test_wide_table_turns_the_page(columns: int, orient: str | None) -> None:
    page = body(Table("", [str(each) for each in range(columns)])).find(f".//{W}pgSz")
    assert page.get(f"{W}orient") == orient


@pytest.mark.parametrize(("language", "spelled"), [("uk", b"uk-UA"), ("en", b"en-GB")])
def test_document_says_its_language(language: str, spelled: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(render(TABLE, "docx", language)))
    assert spelled in archive.read("word/styles.xml")


@given(tables())
def test_every_cell_is_given_back(table: Table) -> None:
    words = in_words(table)
    rows = [
        [
            "\n".join("".join(each.itertext()) for each in cell.findall(f"{W}p"))
            for cell in row.findall(f"{W}tc")
        ]
        for row in body(table).iter(f"{W}tr")
    ]
    rows = [row for row in rows if len(row) == 2]
    assert rows == [[legal(cell).replace("\t", "") for cell in row] for row in (words.names, *words.rows)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    tree = body(hostile(text))
    assert {each.tag.partition("}")[0] for each in tree.iter()} == {W[:-1]}
    assert "".join(tree.findall(f".//{W}tc")[-2].itertext()) == legal(text)


def test_equal_tables_give_equal_bytes() -> None:
    assert render(TABLE, "docx") == render(TABLE, "docx")
