"""PDF: ruled tables and lines of text as the eye sees them, and nothing from what harms."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfs import FONT, HEIGHT, LETTER, box, line, packed, pdf, shown, stream, table, text, written

import localgender as lg
from localgender.documents.grid import Document, Limits
from localgender.documents.readers.deadline import Deadline, TimedOutError
from localgender.documents.readers.pdf import PDF
from localgender.errors import UnreadableDocumentError

pytest.importorskip("pdfminer", reason="reads the documents that are written here")

WIDTHS = (60, 200, 80)


def read(data: bytes, limits: Limits | None = None) -> Document:
    assert PDF.recognises(data, "звіт")
    return PDF.scan(data, "звіт.pdf", limits or Limits())


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(data, limits)
    return caught.value.reason


def cells(document: Document, table: int = 1) -> list[list[str]]:
    return [[cell.text for cell in row] for row in document.tables[table - 1].rows]


def paragraphs(document: Document) -> list[str]:
    return [each.text for each in document.paragraphs]


# What a page shows


ROWS = [["№", "Захід", "Сума"], ["2.1", "Тренінг", "10,5"], ["2.10", "", "0,0"]]


def test_a_ruled_table_is_a_grid_and_lines_around_it_paragraphs() -> None:
    found = read(pdf(text(50, 30, "Звіт за рік") + table(ROWS, widths=WIDTHS) + text(50, 200, "Керівник")))
    assert cells(found) == ROWS
    assert paragraphs(found) == ["Звіт за рік", "Керівник"]
    assert [cell.page for cell in found.tables[0].rows[1]] == [1, 1, 1]


def test_a_page_without_rules_is_paragraphs() -> None:
    found = read(pdf(text(50, 30, "Перший рядок") + text(50, 60, "другий")))
    assert found.tables == ()
    assert paragraphs(found) == ["Перший рядок", "другий"]


def test_a_merged_cell_speaks_once_and_leaves_empty_cells_behind() -> None:
    drawn = box(50, 50, 350, 110) + line(150, 50, 150, 110) + line(250, 80, 250, 110) + line(150, 80, 350, 80)
    words = text(52, 62, "Ціль") + text(152, 62, "Роки") + text(152, 92, "2023") + text(252, 92, "2024")
    assert cells(read(pdf(drawn + words))) == [["Ціль", "Роки", ""], ["", "2023", "2024"]]


def test_boxes_as_thin_as_lines_rule_a_table() -> None:
    lines = [
        (50, 50, 250, 51),
        (50, 80, 250, 81),
        (50, 110, 250, 111),
        (50, 50, 51, 111),
        (150, 50, 151, 111),
    ]
    lines += [(249, 50, 250, 111)]
    drawn = "".join(box(*each).replace(" S\n", " f\n") for each in lines)
    words = text(55, 65, "а") + text(155, 65, "б") + text(55, 95, "в") + text(155, 95, "г")
    assert cells(read(pdf(drawn + words))) == [["а", "б"], ["в", "г"]]


def test_a_table_goes_on_over_pages_without_saying_its_header_again() -> None:
    first = table([ROWS[0], ROWS[1]], widths=WIDTHS, top=700) + text(300, 820, "1")
    second = text(300, 30, "2") + table([ROWS[0], ["2.2", "Семінар", "3,0"]], widths=WIDTHS)
    found = read(pdf(first, second))
    assert cells(found) == [ROWS[0], ROWS[1], ["2.2", "Семінар", "3,0"]]
    assert [row[0].page for row in found.tables[0].rows] == [1, 1, 2]
    assert sorted(paragraphs(found)) == ["1", "2"]


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    first = table(
        [ROWS[0], ["2.1", ["Тренінг для працівників ", "закладів освіти та "], "10,5"]], widths=(60, 120, 80)
    )
    second = table([["", "культури громади", ""], ["2.2", "Семінар", "3,0"]], widths=(60, 120, 80))
    assert cells(read(pdf(first, second)))[1:] == [
        ["2.1", "Тренінг для працівників закладів освіти та культури громади", "10,5"],
        ["2.2", "Семінар", "3,0"],
    ]


def test_figures_under_figures_on_the_next_page_are_another_row() -> None:
    first = table([ROWS[0], ["2.1", "Тренінг", "10,5"]], widths=WIDTHS)
    assert len(cells(read(pdf(first, table([["2.2", "Семінар", "3,0"]], widths=WIDTHS))))) == 3


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_may_lie_on_its_side(turn: int) -> None:
    drawn = table(ROWS, widths=WIDTHS)
    matrix = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 595"}[turn]
    assert cells(read(pdf(f"q {matrix} cm {drawn} Q", rotated=turn))) == ROWS


def test_a_turned_header_is_read_along_its_lines() -> None:
    upright = table([["", "б"], ["в", "г"]], widths=(60, 100), height=60)
    turned = f"BT /F 10 Tf 0 1 -1 0 70 {HEIGHT - 105} Tm {shown('Обсяг')} Tj ET\n"
    assert cells(read(pdf(upright + turned)))[0] == ["Обсяг", "б"]


def test_a_raised_figure_is_kept_apart() -> None:
    drawn = table([["Сума", "12,5"], ["а", "б"]], widths=(100, 100)) + text(172, 57, "1", size=6)
    assert cells(read(pdf(drawn)))[0] == ["Сума", "12,5¹"]


def test_words_printed_twice_for_weight_are_read_once() -> None:
    assert paragraphs(read(pdf(text(50, 50, "Звіт") + text(50.3, 50, "Звіт")))) == ["Звіт"]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Проведення ", "тренінгу", "Проведення тренінгу"),
        ("соціально-", "економічний", "соціально-економічний"),
        ("реалі\u00ad", "зація", "реалізація"),
        ("2023–", "2025 роки", "2023–2025 роки"),
        ("1;", "2", "1;\n2"),
    ],
)
def test_the_width_of_a_cell_leaves_no_trace(first: str, second: str, whole: str) -> None:
    width = 4 + LETTER * (max(len(first.rstrip()), len(second)) if len(second) > 1 else 20)
    rows = [["Про соціально-культурний розвиток", (first, second)], ["а", ""]]
    assert cells(read(pdf(table(rows, widths=(250, width)))))[0][1] == whole


def test_text_in_a_form_is_drawn_where_the_form_stands() -> None:
    form = stream(table(ROWS, widths=WIDTHS).encode(), Type="/XObject", Subtype="/Form", BBox="[0 0 595 842]")
    drawn = pdf("q 1 0 0 1 10 -20 cm /X Do Q", more=[form], resources="/XObject<</X 9 0 R>>")
    assert cells(read(drawn)) == ROWS


def test_packed_pages_are_the_same_pages() -> None:
    drawn = text(50, 30, "Звіт") + table(ROWS, widths=WIDTHS)
    assert read(pdf(drawn, compressed=True)) == read(pdf(drawn))


@given(
    st.lists(
        st.lists(st.text("абвґії’ 0123456789,.-", max_size=12), min_size=3, max_size=3),
        min_size=2,
        max_size=8,
    )
)
def test_no_letter_of_a_page_is_lost_or_doubled(rows: list[list[str]]) -> None:
    found = read(pdf(text(50, 30, "Звіт") + table(rows, widths=(80, 80, 80))))
    printed = "".join(words for _, words in found.texts())
    drawn = "Звіт" + "".join(cell for row in rows for cell in row)
    assert sorted("".join(printed.split())) == sorted("".join(drawn.split()))


# What draws a page


@pytest.mark.parametrize(
    "drawn",
    [
        f"BT /F 10 Tf 50 700 Td [{shown('За')} -20 {shown('хід')}] TJ ET",
        f"BT\n/F\t10.0 Tf % the font\r1 0 0 1 50 +700. Tm[{shown('Захід')}]TJ\nET",
        "BT/F 10 Tf 50 700 Td(\\004\\027\\0040\\004E\\004V\\0044)Tj ET",
        f"/P <</MCID 0 /Alt (a\\)b)>> BDC BT /F 10 Tf 50 700 Td {shown('Захід')} Tj ET EMC",
        f"BT /F 10 Tf 14 TL 50 714 Td {shown('Захід')} ' ET",
        f'BT /F 10 Tf 14 TL 50 714 Td 0 0 {shown("Захід")} " ET',
        f"BI /W 1 /H 1 /BPC 8 ID \x7f\x01 EI BT /F 10 Tf 50 700 Td {shown('Захід')} Tj ET",
        f"0 0 0 rg true nonsense 7 gs BT /F 10 Tf 50 700 Td {shown('Захід')} Tj ET",
    ],
)
def test_ways_of_writing_a_word(drawn: str) -> None:
    assert paragraphs(read(pdf(drawn))) == ["Захід"]


NUMBERS = st.integers(-999, 999).map(str) | st.sampled_from(["-.5", "4.", "+2.25", "007"])
STRINGS = st.binary(max_size=6).map(lambda each: f"<{each.hex()}>") | st.sampled_from(
    ["()", "(a(b)c)", "(\\050\\n\\\\)", "(a\\\nb)", "< 04 1 0>", "(\r\n)"]
)
OPERANDS = NUMBERS | STRINGS | st.sampled_from(["/F", "/A#20B", "/", "null", "<</A[1(x)]>>", "<</MCID 0>>"])
ARRAYS = st.lists(NUMBERS | STRINGS, max_size=5).map(lambda each: f"[{' '.join(each)}]")
STEPS = (
    OPERANDS | ARRAYS | st.sampled_from(["Tj", "TJ", "T*", "re", "f*", "'", '"', "BT", "% a remark\r", "q"])
)


def seen(found: Iterable[tuple[bytes, object]]) -> list[tuple[bytes, object]]:
    """Steps without the properties of marked content, into which nobody looks."""
    return [(name, {} if isinstance(each, dict) else each) for name, each in found]


@given(st.lists(st.tuples(STEPS, st.sampled_from([" ", "\n", "  ", " \x00 "])), max_size=12))
def test_a_page_is_taken_apart_as_the_library_does_it(written_: list[tuple[str, str]]) -> None:
    from localgender.documents.readers.pdf_content import _left_to_the_library, steps

    content = "".join(step + gap for step, gap in written_).encode("latin-1")
    assert seen(steps(content)) == seen(_left_to_the_library(content))


# Documents that cannot be read


def test_pages_that_are_pictures_say_so() -> None:
    assert "no text layer" in refused(pdf("q 500 0 0 700 40 40 cm /X Do Q"))
    assert "no text layer" in refused(pdf(table([["", ""], ["", ""]], widths=(50, 50))))


def test_fonts_that_do_not_say_which_letters_they_show_are_named() -> None:
    silent = (FONT[0].replace(b"/ToUnicode 5 0 R", b""), *FONT[1:])
    assert "fonts" in refused(pdf(text(50, 50, "Захід"), font=silent))


def test_a_password_is_told_from_damage() -> None:
    secret = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]"
    whole = pdf(text(50, 50, "Захід"))
    assert "encrypted" in refused(whole.replace(b"<</Root 1 0 R", b"<</Root 1 0 R" + secret.encode()))


WHOLE = pdf(
    text(50, 30, "Звіт за 2023 рік") + table(ROWS, widths=WIDTHS), text(50, 50, "Кінець"), compressed=True
)


def test_a_cut_file_is_refused_or_loses_nothing() -> None:
    expected = read(WHOLE)
    for stop in range(9, len(WHOLE), 7):
        with suppress(UnreadableDocumentError):
            assert read(WHOLE[:stop]) == expected, stop
    assert "cut short" in refused(WHOLE[: len(WHOLE) // 2])


def test_a_page_that_lost_its_text_is_not_passed_over() -> None:
    lost = WHOLE.replace(b"/Contents 10 0 R", b"/Contents 99 0 R")
    assert lost != WHOLE
    refused(lost)


def test_fewer_pages_than_stated_are_refused() -> None:
    assert "pages are left" in refused(WHOLE.replace(b"/Count 2", b"/Count 7"))


def test_another_file_called_pdf_is_not_recognised() -> None:
    assert not PDF.recognises(b"<!doctype html>", "звіт.pdf")
    assert lg.scan(b"\xef\xbb\xbf" + "Захід\tСума\nТренінг\t10,5".encode()).format == "text"


# Documents made to harm


def test_a_page_tree_that_bites_its_tail_ends() -> None:
    looped = written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>"])
    refused(looped)


def test_more_pages_than_any_document_are_refused() -> None:
    pages = [b"<</Type/Catalog/Pages 2 0 R>>", b"", *[b"<</Type/Page/MediaBox[0 0 9 9]>>"] * 6000]
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 6003))
    pages[1] = b"<</Type/Pages/Count 6000/Kids[" + kids + b"]>>"
    assert "5000 pages" in refused(written(pages))


def bomb(size: int) -> bytes:
    return zlib.compress(zlib.compress(bytes(size), 9), 9)


PNG = "<</Predictor 15/Columns 999999999>>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (stream(bomb(60_000_000), Filter="[/FlateDecode/FlateDecode]"), "unpacks"),
        (stream(b"\x81 " * 90_000, Filter="/RunLengthDecode"), "unpacks"),
        (stream(zlib.compress(b"\x81 " * 90_000), Filter="[/FlateDecode/RL]"), "unpacks"),
        (stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01" * 30_000, Filter="/LZWDecode"), "unpacks"),
        (stream(b"\x00", Filter="/CCITTFaxDecode", DecodeParms="<</K -1/Columns 999999999>>"), "picture"),
        (stream(zlib.compress(b"\x00"), Filter="/FlateDecode", DecodeParms=PNG), "lines"),
    ],
)
def test_what_unpacks_to_more_than_it_may_is_refused(content: bytes, reason: str) -> None:
    whole = pdf(text(50, 50, "Захід"), more=[content]).replace(b"/Contents 8 0 R", b"/Contents 9 0 R")
    assert reason in refused(whole, Limits(unpacked_bytes=50_000))


@pytest.mark.parametrize(
    "content",
    [
        stream(b"".join(b"\0%c" % byte for byte in text(50, 50, "Захід").encode()) + b"\x80", Filter="/RL"),
        stream(text(50, 50, "Захід").encode().hex().encode() + b">", Filter="/AHx"),
    ],
)
def test_rare_ways_of_packing_are_unpacked(content: bytes) -> None:
    whole = pdf("", more=[content]).replace(b"/Contents 8 0 R", b"/Contents 9 0 R")
    assert paragraphs(read(whole)) == ["Захід"]


def test_the_list_of_objects_may_be_a_bomb_too() -> None:
    index = stream(
        bomb(200_000_000),
        Type="/XRef", Size="1", Root="1 0 R", W="[1 2 1]", Filter="[/FlateDecode/FlateDecode]",
    )  # fmt: skip
    head = b"%PDF-1.7\n"
    data = head + b"1 0 obj\n" + index + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    assert "unpacks" in refused(data, Limits(unpacked_bytes=50_000_000))


def test_forms_that_draw_forms_end() -> None:
    forms = [
        stream(
            (f"/X{n + 1} Do " * 20 + " " * 20_000).encode(),
            Type="/XObject",
            Subtype="/Form",
            BBox="[0 0 9 9]",
        )
        for n in range(8)
    ]
    listed = "".join(f"/X{n} {9 + n} 0 R" for n in range(8))
    assert "drawn by more" in refused(pdf("/X0 Do", more=forms, resources=f"/XObject<<{listed}>>"))


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    form = stream(
        f"{text(50, 50, 'Захід')}/X Do".encode(), Type="/XObject", Subtype="/Form", BBox="[0 0 595 842]"
    )
    assert paragraphs(read(pdf("/X Do", more=[form], resources="/XObject<</X 9 0 R>>"))) == ["Захід"]


@pytest.mark.parametrize(
    "content",
    [
        "[" * 200_000,
        "<<" * 200_000,
        "(" * 200_000,
        "q " * 200_000,
        "1 " * 200_000,
        "BI " * 50_000,
        "{" * 200_000,
        "/F 10 Tf " * 50_000,
    ],
)
def test_content_nested_or_heaped_up_without_end_is_passed_over(content: str) -> None:
    with suppress(UnreadableDocumentError):
        assert paragraphs(read(pdf(f"{text(50, 50, 'Захід')}{content}"))) == ["Захід"]


@pytest.mark.parametrize("scale", ["1" + "0" * 30, "1" + "0" * 400, "." + "0" * 300 + "1"])
def test_letters_and_rules_beyond_any_page_are_not_seen(scale: str) -> None:
    far = f"q {scale} 0 0 {scale} 0 0 cm {scale} 0 0 {scale} 0 0 cm {table(ROWS, widths=WIDTHS)} Q"
    assert "Захід" in paragraphs(read(pdf(text(50, 50, "Захід") + far)))


def test_letters_without_size_and_halves_of_letters_are_not_text() -> None:
    assert paragraphs(read(pdf(text(50, 50, "Захід") + text(50, 90, "невидиме", size=0)))) == ["Захід"]
    halved = (
        *FONT[:2],
        stream(b"1 beginbfchar <0041> <D800> endbfchar 1 beginbfchar <0042> <0411> endbfchar"),
    )
    found = read(pdf(text(50, 50, "ABB"), font=(*halved, FONT[3])))
    assert "".join(paragraphs(found)).encode()


def test_more_rules_than_any_table_has_are_no_table() -> None:
    hatched = "".join(line(n % 500, 0, n % 500, 800) for n in range(25_000))
    assert read(pdf(hatched + text(50, 50, "Захід"))).tables == ()


def test_objects_that_point_at_each_other_end() -> None:
    refused(written([b"2 0 R", b"1 0 R"]))
    refused(written([b"<</Type/Catalog/Pages 2 0 R>>", b"3 0 R", b"2 0 R"]))
    looped = pdf(text(50, 50, "Захід")).replace(b"/Size 9", b"/Size 9/Prev 9")
    with suppress(UnreadableDocumentError):
        read(looped)


def test_a_font_with_more_letters_than_there_are_is_refused() -> None:
    wide = (FONT[0], FONT[1].replace(b"/DW 500", b"/W[0 999999999 500]"), *FONT[2:])
    assert "letters" in refused(pdf(text(50, 50, "Захід"), font=wide))
    table_ = b"1 beginbfrange <00000000> <FFFFFFFF> <0020> endbfrange"
    assert "letters" in refused(pdf(text(50, 50, "Захід"), font=(FONT[0], FONT[1], stream(table_), FONT[3])))


def test_the_limits_hold() -> None:
    drawn = pdf(table(ROWS, widths=WIDTHS))
    assert "8 cells" in refused(drawn, Limits(cells=8))
    assert "10 characters" in refused(drawn, Limits(characters=10))
    assert "1000 bytes" in refused(
        pdf(text(50, 50, "а" * 900), more=[packed(bytes(2000))], compressed=True).replace(
            b"/Contents 8 0 R", b"/Contents 9 0 R"
        ),
        Limits(unpacked_bytes=1000),
    )


def test_what_takes_too_long_is_stopped() -> None:
    def waits() -> None:
        with Deadline(0.05):
            while True:
                pass

    with pytest.raises(TimedOutError):
        waits()


def test_a_deadline_that_was_kept_leaves_nothing_behind() -> None:
    """A tracer would never come back if the interpreter went on looking for an exception to deliver."""
    with Deadline(60):
        pass
    seen: list[str] = []
    before = sys.gettrace()
    sys.settrace(lambda frame, event, _: seen.append(event))
    try:
        sorted([2, 1], key=lambda each: each)
    finally:
        sys.settrace(before)
    assert "call" in seen
