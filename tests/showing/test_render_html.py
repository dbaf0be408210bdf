"""HTML: real tables, every text escaped, nothing from outside."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from laid_out import HOSTILE, TABLE, hostile, tables
from lxml import html as parser

import localgender as lg
from localgender.showing.renderers import html, render
from localgender.showing.renderers.cells import legal
from localgender.showing.tables import Heading, Table, in_words


def parsed(table: Table) -> parser.HtmlElement:
    return parser.fromstring(html.page("", [html.render(table, styled=False)]))


def shown(element: parser.HtmlElement) -> str:
    for line_break in element.xpath(".//br"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join(element.text_content().split())


def test_table_has_a_caption_and_scoped_headers() -> None:
    page = parsed(TABLE)
    assert page.xpath("//table/caption")[0].text_content() == "Заходи"
    assert [each.get("scope") for each in page.xpath("//thead/tr/th")] == ["col"] * 5
    assert [each.text for each in page.xpath("//th[@scope='row']")] == ["2.1", "2.10", "Разом"]
    group = page.xpath("//th[@scope='rowgroup']")[0]
    assert (group.text, group.get("colspan")) == ("Ціль 2", "5")


def test_figures_are_set_to_the_right_and_sums_stand_in_the_foot() -> None:
    page = parsed(TABLE)
    assert [each.text for each in page.xpath("//tbody//td[@class='lg-number']")][:3] == [
        "1\u00a0228,3",
        "12",
        "95,2\u00a0%",
    ]
    assert page.xpath("//tfoot/tr/td[@class='lg-number']")[0].text == "1\u00a0228,3"


def test_cell_over_blank_ones_is_one_cell() -> None:
    table = Table("", [Heading("Ціль", spans=True), "Захід"], [("1", "а"), ("", "б"), ("2", "в")])
    heads = parsed(table).xpath("//tbody//th")
    assert [(each.text, each.get("rowspan"), each.get("scope")) for each in heads] == [
        ("1", "2", "rowgroup"),
        ("2", None, "row"),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    """Markup and scripts in every field are shown, not obeyed."""
    page = parser.fromstring(html.page(text, [html.render(hostile(text), styled=False)]))
    assert not page.xpath("//script | //img | //b | //r | //body//style")
    assert {name for each in page.iter() if isinstance(each.tag, str) for name in each.attrib} <= {
        "lang", "charset", "name", "content", "class", "role", "tabindex", "aria-label", "scope", "colspan", "rowspan",
    }  # fmt: skip
    expected = " ".join(legal(text).split())
    assert page.xpath("//title")[0].text_content() == expected
    assert shown(page.xpath("//tbody//td")[-2]) == expected


@given(tables())
def test_every_cell_is_given_back(table: Table) -> None:
    words = in_words(table)
    rows = [list(map(shown, row.xpath("./td | ./th"))) for row in parsed(table).xpath("//tr[not(@class)]")]
    said = [*([words.names] if any(words.names) else []), *words.rows]
    assert rows == [[" ".join(legal(cell).split()) for cell in row] for row in said]


def test_nothing_comes_from_outside() -> None:
    page = html.page("Заходи", [html.render(TABLE, styled=False)])
    assert not re.search(r"https?:|//|url\(|@import|<script|<link", page)


def test_page_says_its_language_and_fits_a_phone() -> None:
    page = html.page("Measures", [render(TABLE, "html", "en", styled=False)], "en")
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert 'name="viewport" content="width=device-width' in page
    assert page.count("<style>") == 1


def test_the_library_reads_its_own_table_back() -> None:
    grid = lg.scan(render(TABLE, "html").encode()).tables[0]
    assert [cell.text for cell in grid.rows[1]] == [
        "2.1",
        "Збір даних за статтю",
        "1\u00a0228,3",
        "12",
        "95,2\u00a0%",
    ]
