"""Web pages: tables and texts as a browser shows them, and nothing from what harms."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.documents.grid import Document, Limits
from localgender.documents.readers.html import HTML
from localgender.errors import UnreadableDocumentError

pytest.importorskip("lxml", reason="reads the pages that are written here")


def read(body: str | bytes, limits: Limits | None = None) -> Document:
    data = body if isinstance(body, bytes) else f"<!doctype html><meta charset=utf-8>{body}".encode()
    assert HTML.recognises(data, "звіт")
    return HTML.scan(data, "звіт.html", limits or Limits())


def refused(body: str | bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(body, limits)
    return caught.value.reason


def tables(body: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in read(body).tables]


def cells(body: str) -> list[list[str]]:
    (table,) = tables(body)
    return table


def cell(inside: str) -> str:
    return cells(f"<table><tr><td>{inside}<td>б</table>")[0][0]


def shown(body: str) -> list[str]:
    return [text for _, text in read(body).texts()]


# Tables


def test_tables_and_texts_keep_their_order() -> None:
    found = read("<h1>Звіт</h1><table><tr><td>а<td>б</table>Кінець<table><tr><td>в</table>")
    assert [text for _, text in found.texts()] == ["Звіт", "а", "б", "Кінець", "в"]
    assert len(found.tables) == 2


def test_a_merged_cell_speaks_once_and_leaves_empty_cells_behind() -> None:
    body = """<table><tr><th rowspan=2>№<th colspan=2>Сума<th>Разом
        <tr><th>2023<th>2024<td>х<tr><td>1<td>2<td>3<td>5</table>"""
    assert cells(body) == [["№", "Сума", "", "Разом"], ["", "2023", "2024", "х"], ["1", "2", "3", "5"]]


def test_a_block_of_rows_and_columns_speaks_once() -> None:
    body = "<table><tr><td rowspan=2 colspan=2>а<td>б<tr><td>в<tr><td>г<td>ґ<td>д</table>"
    assert cells(body) == [["а", "", "б"], ["", "", "в"], ["г", "ґ", "д"]]


def test_a_span_ends_with_its_group() -> None:
    body = "<table><thead><tr><th rowspan=5>№<th>Захід<tbody><tr><td>1<td>Тренінг</table>"
    assert cells(body) == [["№", "Захід"], ["1", "Тренінг"]]


@pytest.mark.parametrize("span", ["0", "1", "", "x", "-3", "1.5"])
def test_spans_that_say_nothing_are_one(span: str) -> None:
    assert cells(f'<table><tr><td colspan="{span}">а<td>б<tr><td>в<td>г</table>') == [["а", "б"], ["в", "г"]]


def test_a_span_wider_than_any_table_means_its_width() -> None:
    body = "<table><tr><td colspan=500>Ціль 1<tr><td>1<td>Тренінг<td>10,5</table>"
    assert cells(body) == [["Ціль 1", "", ""], ["1", "Тренінг", "10,5"]]


def test_cells_and_rows_that_are_never_closed() -> None:
    assert cells("<table><tr><td>а<td>б<tr><td>в<td>г<p>ґ") == [["а", "б"], ["в", "г\nґ"]]


def test_a_cell_outside_rows_and_a_row_outside_groups_are_kept() -> None:
    assert cells("<table><td>а<td>б<tr><td>в<tbody><tr><td>г</table>") == [["а", "б"], ["в"], ["г"]]


def test_the_head_comes_first_and_the_foot_last() -> None:
    body = """<table><tfoot><tr><td>Всього<tbody><tr><td>1<thead><tr><th>№</table>"""
    assert cells(body) == [["№"], ["1"], ["Всього"]]


def test_captions_stand_before_their_table() -> None:
    assert shown("<table><caption>тис. грн<tr><td>а<td>б</table>") == ["тис. грн", "а", "б"]


def test_a_table_in_a_cell_of_a_real_table_becomes_its_lines() -> None:
    inner = "<table><tr><td>перше<tr><td>друге</table>"
    outer = f"<table><tr><th>№<th>Захід<th>Сума<tr><td>1<td>{inner}<td>10,5</table>"
    assert cells(outer) == [["№", "Захід", "Сума"], ["1", "перше\nдруге", "10,5"]]


def test_a_table_that_only_lays_the_page_out_disappears() -> None:
    inner = "<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>"
    assert cells(f"<table><tr><td>Меню<td>{inner}</table>") == [["1", "2", "3"], ["4", "5", "6"]]
    assert shown(f"<table role=presentation><tr><td>Меню<td>{inner}</table>")[0] == "Меню"
    assert tables("<table role=presentation><tr><td>а<td>б</table>") == []


# Texts


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("10<br>500", "10\n500"),
        ("10&nbsp;500,5", "10\u00a0500,5"),
        ("ген&shy;дер", "ген\u00adдер"),
        ("  а \n\t б  ", "а б"),
        ("<p>а</p><p>б</p>", "а\nб"),
        ("<ul><li>а<li>б</ul>", "а\nб"),
        ("а<b>б</b><i>в</i>", "абв"),
        ("1 &lt; 2 &amp; 3 &#8470;", "1 < 2 & 3 №"),
        ("<pre>а\nб</pre>", "а\nб"),
        ("и\u0306", "й"),
        ("а<!-- б -->в", "ав"),
        ("<a href='x'>2.1</a>0", "2.10"),
    ],
)
def test_what_a_cell_shows(inside: str, text: str) -> None:
    assert cell(inside) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("12,5<sup>1</sup>", "12,5¹"),
        ("12,5<sup>1)</sup>", "12,5¹⁾"),
        ("12,5<sup><a href='#n'>12</a></sup>", "12,5¹²"),
        ("12,5<span style='vertical-align: super'>1</span>", "12,5¹"),
        ("H<sub>2</sub>O", "H₂O"),
        ("12,5<sup>*</sup>", "12,5*"),
        ("<sup>12,5</sup>", "12,5"),
        ("захід<sup>нова редакція</sup>", "західнова редакція"),
    ],
)
def test_a_footnote_never_lengthens_a_number(inside: str, text: str) -> None:
    assert cell(inside) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('б')</script>",
        "<style>td{color:red}</style>",
        "<span hidden>б</span>",
        "<div style='color:red;display : none'>б</div>",
        "<p style='visibility:hidden'>б</p>",
        "<template>б</template>",
        "<noscript>б</noscript>",
        "<datalist><option>б</datalist>",
        "<span hidden><table><tr><td>б</table></span>",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(hidden: str) -> None:
    assert shown(f"<p>а{hidden}</p><p>в</p>") == ["а", "в"]


def test_a_hidden_row_is_not_read() -> None:
    assert cells("<table><tr style='display:none'><td>а<td>б</tr><tr><td>в<td>г</tr></table>") == [["в", "г"]]


# Encodings


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=windows-1251>", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=cp1251">', "windows-1251"),
        ("<meta charset='koi8-u'>", "koi8-u"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=windows-1251>", "utf-8"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_encodings_that_are_declared_or_evident(declared: str, encoding: str) -> None:
    found = read(f"<html>{declared}<p>Ґендерна рівність: її зміст</html>".encode(encoding))
    assert [each.text for each in found.paragraphs] == ["Ґендерна рівність: її зміст"]
    assert not found.findings


def test_an_encoding_that_nobody_declares_is_guessed_and_told() -> None:
    found = read("<html><p>Ґендерна рівність</html>".encode("cp1251"))
    assert found.paragraphs[0].text == "Ґендерна рівність"
    assert [(each.kind, each.facts["encoding"]) for each in found.findings] == [
        ("text-guessed", "windows-1251")
    ]


def test_a_letter_cut_in_two_spoils_no_page() -> None:
    data = ("<html><p>" + "рівність " * 60).encode() + b"\xd1</html>"
    assert read(data).paragraphs[0].text.startswith("рівність рівність")


def test_pages_are_recognised_by_what_they_hold() -> None:
    assert HTML.recognises(b"\xef\xbb\xbf  <!-- saved -->\n<HTML>", "x")
    assert HTML.recognises(b"<table><tr><td>1", "x")
    assert not HTML.recognises("Захід\tСума\nрівень <b>\t10".encode(), "x")
    assert lg.scan("<table><tr><td>а<td>б</table>".encode()).format == "html"


# Documents made to harm


def test_a_hundred_thousand_open_tags_end() -> None:
    for tag in ("div", "b", "p", "table", "td", "ul><li", "table><tr><td", "span hidden", "font", "sup"):
        with suppress(UnreadableDocumentError):
            read(f"<{tag}>" * 100_000 + "Захід")


def test_depth_that_stray_closing_tags_make_costly_is_refused() -> None:
    assert "nested" in refused("<div>" * 100_000 + "</b>" * 100_000)
    assert shown("<div>" * 300 + "Захід" + "</b>" * 1000) == ["Захід"]


def test_tables_nested_without_end_lose_no_text() -> None:
    found = shown("<table><tr><td>" * 40 + "глибоко" + "</table>" * 40)
    assert "".join(found).count("глибоко") == 1


def test_a_hundred_thousand_rows_are_read() -> None:
    (table,) = read("<table>" + "<tr><td>1<td>10,5" * 100_000 + "</table>").tables
    assert (len(table.rows), table.rows[-1][1].text) == (100_000, "10,5")


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td rowspan=65534 colspan=1000>а" * 2000 + "</table>",
        "<table>" + "<tr><td colspan=99>а" * 30_000 + "</table>",
        "<table><tr>" + "<td rowspan=65534>а" * 5000 + "<tr><td>" * 5000 + "</table>",
    ],
)
def test_spans_cannot_make_more_cells_than_there_may_be(body: str) -> None:
    assert "cells" in refused(body)


def test_the_limits_hold() -> None:
    assert "10 cells" in refused("<table>" + "<tr><td>а<td>б" * 6 + "</table>", Limits(cells=10))
    assert "10 characters" in refused("<p>" + "а" * 11, Limits(characters=10))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "ааа"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/hostname">',
    ],
)
def test_entities_are_not_expanded(declared: str) -> None:
    found = "".join(shown(f"<!DOCTYPE html [{declared}]><p>&b;</p>"))
    assert "ааа" not in found.replace(declared, "")
    assert len(found) < 200


def test_bytes_that_are_no_text_are_refused() -> None:
    assert "no text" in refused(b"<html>\x98\xff\xfe")


PAGE = """<!doctype html><html><head><meta charset=utf-8><title>т</title></head><body><h1>Звіт</h1>
<table><caption>тис. грн</caption><thead><tr><th rowspan=2>№</th><th colspan=2>Сума<sup>1</sup></th></tr>
<tr><th>2023</th><th>2024</th></tr></thead><tbody><tr><td>2.10</td><td>10,5</td><td>&nbsp;</td></tr></table>
<p hidden>ні</p><pre>а\nб</pre></body></html>"""


def test_a_cut_page_is_read_to_where_it_goes() -> None:
    whole = "".join(shown(PAGE))
    for stop in range(200, len(PAGE), 5):
        with suppress(UnreadableDocumentError):
            found = "".join(shown(PAGE[:stop]))
            assert "Звіт" in found
            assert len(found) <= len(whole) + 12


WORDS = st.text("абвґії’ 0123456789,.-", max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=6), st.booleans())
def test_no_letter_is_lost_or_doubled(rows: list[list[str]], closed: bool) -> None:
    end, last = ("</td>", "</tr>") if closed else ("", "")
    body = "".join(f"<tr>{''.join(f'<td>{each}{end}' for each in row)}{last}" for row in rows)
    found = "".join(shown(f"<table>{body}</table>"))
    assert "".join(found.split()) == "".join("".join(map("".join, rows)).split())


TAGS = "table tr td th tbody thead tfoot caption p b sup div ul li br pre span".split()
PIECES = st.sampled_from(
    [*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "а1", "<td rowspan=2>"]
)


@given(st.lists(PIECES, max_size=40))
def test_markup_in_any_order_is_read_and_loses_no_text(pieces: list[str]) -> None:
    found = "".join(shown("".join(pieces)))
    assert found.replace("¹", "1").count("а1") == pieces.count("а1")


def test_words_of_a_caption_stay_apart() -> None:
    """Escaped signs arrive one by one, and the blank between them by itself."""
    page = "<table><caption>Рада &lt;міста&gt; &lt;села&gt;</caption>\n<tr>\n<td>1</td></tr></table>"
    assert [text for _, text in lg.scan(page.encode()).texts()] == ["Рада <міста> <села>", "1"]
