"""Excel workbooks: what Excel shows, whatever program wrote them, and nothing from what harms."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.documents.grid import Cell, Document, Limits
from localgender.documents.readers.number_format import number_format, show_general, stored_number
from localgender.documents.readers.xlsx import XLSX, scan
from localgender.errors import UnreadableDocumentError
from paths import SHARED, needs_shared, report_sources

xlsxwriter = pytest.importorskip("xlsxwriter", reason="writes the workbooks that are read here")

LIMITS = Limits()
NBSP = "\u00a0"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = ("0.0", "0.00", "dd.mm.yyyy", "0.0%", "#,##0.00")
ACCOUNTING = '_-* #,##0.00_₴_-;-* #,##0.00_₴_-;_-* "-"??_₴_-;_-@_-'


def written(fill: Callable[[Any, Any], None], **options: Any) -> bytes:
    """A workbook of one sheet, as xlsxwriter writes it."""
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True, **options})
    fill(book, book.add_worksheet())
    book.close()
    return into.getvalue()


def packed(*sheets: str, strings: str = "", book: str = "", states: tuple[str, ...] = ()) -> bytes:
    """A workbook with the given markup; styles 1 to 5 are those of STYLES."""
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(STYLES))
    uses = "".join(f'<xf numFmtId="{number}"/>' for number in (0, *range(200, 200 + len(STYLES))))
    listed = "".join(
        f'<sheet name="{n}" sheetId="{n}" r:id="s{n}" {states[n - 1] if states else ""}/>'
        for n in range(1, len(sheets) + 1)
    )
    points = "".join(
        f'<Relationship Id="s{n}" Type="{OFFICE}/worksheet" Target="sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'{relations}<Relationship Id="b" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'{relations}{points}<Relationship Id="t" Type="{OFFICE}/styles" '
        f'Target="styles.xml"/><Relationship Id="u" Type="{OFFICE}/sharedStrings" Target="strings.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>{listed}</sheets>'
        "</workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs>'
        f'<xf numFmtId="9"/></cellStyleXfs><cellXfs>{uses}</cellXfs></styleSheet>',
        "xl/strings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }
    parts |= {f"xl/sheet{n}.xml": markup for n, markup in enumerate(sheets, 1)}
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, markup in parts.items():
            archive.writestr(part, markup)
    return into.getvalue()


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def row(*cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    return scan(data, "звіт.xlsx", limits)


def texts(document: Document, table: int = 1) -> list[list[str]]:
    return [[cell.text for cell in each] for each in document.tables[table - 1].rows]


def first(data: bytes) -> Cell:
    return read(data).tables[0].rows[0][0]


def formatted(number: float, code: str | int) -> Cell:
    """What is read of a number that a program stored with a format."""
    return first(
        written(lambda book, sheet: sheet.write_number(0, 0, number, book.add_format({"num_format": code})))
    )


# What Excel shows.


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (2.4, "0.0", "2,4"),
        (10.0, "0.0", "10,0"),
        (2.1, "0.00", "2,10"),
        (10.0, "General", "10"),
        (2.1, "General", "2,1"),
        (1 / 3, "General", "0,333333333"),
        (123456789012.0, "General", "123456789012"),
        (1365155.7, "#,##0.00", f"1{NBSP}365{NBSP}155,70"),
        (1365155.7, ACCOUNTING, f"1{NBSP}365{NBSP}155,70"),
        (1365155.7, r"#\ ##0.0", "1365 155,7"),
        (0.0, ACCOUNTING, "-"),
        (-5.0, "0.0", "-5,0"),
        (-5.0, "0.0;(0.0)", "(5,0)"),
        (0.0, "0.0;-0.0;", ""),
        (0.952, "0.0%", "95,2%"),
        (1365155.7, "#,##0.0,", f"1{NBSP}365,2"),
        (12.5, '0.0" тис. грн"', "12,5 тис. грн"),
        (12.5, "#,##0.00 [$грн.-422]", "12,50 грн."),
        (10.0, "0.##", "10"),
        (12345.0, "0.00E+00", "1,23E+04"),
        (7.0, "000", "007"),
        (210.0, r"0\.00", "2.10"),
        (5.0, "[<10]0.0;0", "5,0"),
        (50.0, "[<10]0.0;0", "50"),
        (2.5, "# ?/?", "2,5"),
    ],
)
def test_a_number_shows_as_its_format_says(number: float, code: str, shown: str) -> None:
    cell = formatted(number, code)
    assert cell.text == shown
    assert cell.number == Decimal(str(number)).quantize(cell.number or 1)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd.mm.yyyy", "18.12.2019"),
        ("dd/mm/yyyy", "18.12.2019"),
        ("d mmmm yyyy", "18 грудня 2019"),
        ('[$-FC22]d mmmm yyyy" р.";@', "18 грудня 2019 р."),
        ("mmmm yyyy", "грудень 2019"),
        ("dd.mmm", "18.гру"),
        ("dddd, d.m.yy", "середа, 18.12.19"),
        ("dd.mm.yyyy h:mm", "18.12.2019 9:05"),
        ("hh:mm:ss", "09:05:00"),
        ("h:mm AM/PM", "9:05 AM"),
        ("[h]:mm", "1051617:05"),
    ],
)
def test_a_day_shows_as_its_format_says_and_is_no_amount(code: str, shown: str) -> None:
    five_past_nine = 43817 + (9 * 60 + 5) / 1440
    assert formatted(five_past_nine, code) == Cell(shown)


def test_a_day_counted_from_1904_is_the_same_day() -> None:
    book = '<workbookPr date1904="1"/>'
    assert first(packed(sheet(row('<c r="A1" s="3"><v>42355</v></c>')), book=book)).text == "18.12.2019"


def test_formats_that_are_only_numbered_are_those_of_a_ukrainian_excel() -> None:
    """What was typed as 2.10 became the second of October; it shows as it does on the officer's screen."""
    assert formatted(45201, 16) == Cell("02.жов")


def test_half_is_rounded_up_as_in_print() -> None:
    assert [formatted(number, "0.0").text for number in (0.25, 0.35, 2.65)] == ["0,3", "0,4", "2,7"]


@pytest.mark.parametrize("stored", ["4.4000000000000004", "4.4", "4.40", "44E-1"])
def test_the_noise_of_binary_fractions_is_no_part_of_a_number(stored: str) -> None:
    cell = first(packed(sheet(row(f'<c r="A1"><v>{stored}</v></c>'))))
    assert cell == Cell("4,4", None, Decimal("4.4"))


def test_a_code_stored_as_a_number_shows_what_its_column_shows() -> None:
    """Only a column of two decimals tells 2.10 from 2.1; without one the sheet itself shows 2,1."""
    codes = [("0", "2.9"), ("0", "2.1"), ("2", "2.1"), ("0", "2.11")]
    rows = [
        row(f'<c r="A{n}" s="{style}"><v>{code}</v></c>', number=n)
        for n, (style, code) in enumerate(codes, 1)
    ]
    cells = [cells[0] for cells in read(packed(sheet("".join(rows)))).tables[0].rows]
    assert [cell.text for cell in cells] == ["2,9", "2,1", "2,10", "2,11"]
    assert [cell.number for cell in cells] == [Decimal(code) for _, code in codes]


@pytest.mark.parametrize("stored", ["nan", "1e999", "1_0", "٣", "-", "12.5.1"])
def test_what_is_no_number_stays_text(stored: str) -> None:
    assert first(packed(sheet(row(f'<c r="A1"><v>{stored}</v></c>')))) == Cell(stored)


def test_truth_and_errors_show_their_words() -> None:
    data = packed(
        sheet(
            row(
                '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>',
                '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="e"><v>#REF!</v></c>',
            )
        )
    )
    assert texts(read(data)) == [["ІСТИНА", "ХИБНІСТЬ", "#DIV/0!", "#REF!"]]


def test_a_day_may_be_stored_as_the_standard_writes_it() -> None:
    data = packed(
        sheet(
            row('<c r="A1" t="d"><v>2019-12-18</v></c><c r="B1" t="d" s="3"><v>2019-12-18T00:00:00</v></c>')
        )
    )
    assert texts(read(data)) == [["18.12.2019", "18.12.2019"]]


def test_noughts_that_the_sheet_hides_are_not_shown_but_known() -> None:
    view = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
    cells = row('<c r="A1" s="1"><v>0</v></c>', '<c r="B1" s="1"><v>1</v></c>')
    assert read(packed(sheet(cells, before=view))).tables[0].rows[0] == (
        Cell("", None, Decimal(0)),
        Cell("1,0", None, Decimal(1)),
    )


# Formulas.


def test_a_formula_shows_its_value() -> None:
    data = written(lambda book, sheet: sheet.write_formula(0, 0, "=SUM(B1:B9)", None, 228.3))
    assert first(data) == Cell("228,3", None, Decimal("228.3"))


@pytest.mark.parametrize("value", ["<v></v>", "<v/>", ""])
def test_a_formula_never_calculated_is_empty_and_told(value: str) -> None:
    data = packed(sheet(row('<c r="A1"><v>1</v></c>', f'<c r="C1"><f>SUM(A1:A9)</f>{value}</c>')))
    document = read(data)
    assert texts(document) == [["1", "", ""]]
    (finding,) = document.findings
    assert (finding.kind, finding.refs) == ("formula-without-value", (lg.Place(1, 1, 3),))
    assert finding.facts["formula"] == "SUM(A1:A9)"
    assert document.text_at(finding.refs[0]) == ""


def test_a_formula_that_gives_an_empty_text_has_a_value() -> None:
    data = packed(sheet(row('<c r="A1"><v>1</v></c>', '<c r="B1" t="str"><f>""</f><v></v></c>')))
    assert read(data).findings == lg.Findings()


def test_formulas_of_openpyxl_are_never_calculated() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="writes formulas without values")
    book, into = openpyxl.Workbook(), io.BytesIO()
    book.active.append([10.5, "=A1*2"])
    book.save(into)
    document = read(into.getvalue())
    assert texts(document) == [["10,5", ""]]
    assert document.findings.kinds == ("formula-without-value",)


# Texts.


def test_texts_keep_their_white_space_and_lose_their_markup() -> None:
    strings = (
        '<si><t xml:space="preserve"> Захід\n1.1 </t></si>'
        "<si><r><t>12,5</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>"
        "<si><r><t>Рада</t></r><rPh sb='0' eb='1'><t>рада</t></rPh><phoneticPr fontId='1'/></si>"
        "<si><t>рядок_x000D_\nдругий_x005F_x000D_</t></si>"
        "<si><t>и\u0306</t></si>"
    )
    cells = [f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDE")]
    assert texts(read(packed(sheet(row(*cells)), strings=strings))) == [
        [" Захід\n1.1 ", "12,5¹", "Рада", "рядок\nдругий_x000D_", "й"]
    ]


def test_a_text_may_stand_in_the_cell_itself() -> None:
    cell = '<c r="A1" t="inlineStr"><is><r><t>Тре</t></r><r><t>нінг &amp; &lt;квест&gt;</t></r></is></c>'
    assert first(packed(sheet(row(cell)))).text == "Тренінг & <квест>"


def test_digits_stored_as_text_are_no_number() -> None:
    assert first(written(lambda book, sheet: sheet.write_string(0, 0, "2.10"))) == Cell("2.10")


# Sheets.


def test_rows_of_the_table_are_rows_of_the_sheet() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(3, 2, "тут")
        for column in range(40):
            sheet.write_blank(9, column, None, book.add_format({"bold": True}))
        sheet.write_string(11, 30, "   ")

    document = read(written(fill))
    assert texts(document) == [["", "", ""]] * 3 + [["", "", "тут"]]
    assert document.text_at(lg.Place(1, 4, 3, 0, 3)) == "тут"


def test_a_merged_cell_speaks_once() -> None:
    """Also when the cells it covers kept what stood there before."""
    rows = "".join(
        row(*(f'<c r="{letter}{n}"><v>{n}</v></c>' for letter in "ABC"), number=n) for n in range(1, 4)
    )
    merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3:XFD1048576"/></mergeCells>'
    assert texts(read(packed(sheet(rows, after=merges)))) == [["1", "", "1"], ["", "", "2"], ["3", "3", "3"]]


def test_filtered_rows_and_hidden_columns_are_data() -> None:
    def fill(book: Any, sheet: Any) -> None:
        for number in range(3):
            sheet.write_row(number, 0, [number, "а", "б"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    assert texts(read(written(fill))) == [["0", "а", "б"], ["1", "а", "б"], ["2", "а", "б"]]


def test_hidden_sheets_follow_those_in_sight_and_blank_ones_are_no_table() -> None:
    def one(text: str) -> str:
        return sheet(row(f'<c r="A1" t="str"><v>{text}</v></c>'))

    states = ('state="hidden"', "", 'state="visible"', 'state="veryHidden"')
    document = read(packed(one("чернетка"), sheet(""), one("звіт"), one("довідник"), states=states))
    assert [table.rows[0][0].text for table in document.tables] == ["звіт", "чернетка", "довідник"]
    assert [cell.page for cell in document.tables[0].rows[0]] == [None]


def test_sheets_of_charts_are_no_table() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, [1, 2])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$1:$B$1"})
        book.add_chartsheet().set_chart(chart)

    assert len(read(written(fill)).tables) == 1


# The same sheet, written in other ways.

USUAL = row(
    '<c r="A1" s="1"><v>2.4</v></c><c r="B1" t="s"><v>0</v></c><c r="D1" t="str"><f>B1</f><v>так</v></c>'
)
SAME = {
    "unusual order": row(
        '<c s="1" r="A1"><v>2.4</v></c><c t="s" r="B1"><v>0</v></c><c r="D1" t="str"><v>так</v></c>'
    ),
    "comment": "<!-- <row> -->" + USUAL,
    "comment that looks like rows": f"{USUAL}<!-- {row('<c r=&quot;A2&quot;><v>1</v></c>', number=2)} -->",
    "character data": USUAL.replace("так", "<![CDATA[так]]>"),
    "character reference": USUAL.replace("так", "т&#1072;к"),
    "indented": USUAL.replace("<c", "\n  <c").replace("<v", "\n    <v").replace("</c", "\n  </c"),
    "single quotes": USUAL.replace('"', "'"),
    "without references": '<row><c s="1"><v>2.4</v></c><c t="s"><v>0</v></c><c/><c t="str"><v>так</v></c></row>',
    "styled blanks": USUAL.replace("</row>", '<c r="E1" s="2"/><c r="XFD1" s="2"></c></row>'),
}


@pytest.mark.parametrize("rows", SAME.values(), ids=SAME)
def test_the_way_of_writing_changes_nothing(rows: str) -> None:
    strings = "<si><t>захід</t></si>"
    assert read(packed(sheet(rows), strings=strings)) == read(packed(sheet(USUAL), strings=strings))
    assert texts(read(packed(sheet(rows), strings=strings))) == [["2,4", "захід", "", "так"]]


def test_names_may_have_a_prefix_and_the_text_another_encoding() -> None:
    strings = "<si><t>захід</t></si>"
    usual = read(packed(sheet(USUAL), strings=strings))
    prefixed = (
        sheet(USUAL)
        .replace("<", "<x:")
        .replace("<x:/", "</x:")
        .replace("<x:?", "<?")
        .replace("xmlns=", "xmlns:x=")
    )
    assert read(packed(prefixed, strings=strings)) == usual
    data = packed(sheet(USUAL), strings=strings)
    assert (
        read(with_part(data, "xl/sheet1.xml", sheet(USUAL).replace("UTF-8", "UTF-16").encode("utf-16")))
        == usual
    )
    assert (
        read(
            packed(
                sheet(USUAL).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"), strings=strings
            )
        )
        == usual
    )


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.decimals(-1000, 1000, places=2),
    st.sampled_from(["захід", "2.10", " ", "а\nб", "<v>", "&", "</row>", "_x000D_"]),
)


def rows_of(table: list[list[Any]]) -> str:
    made = []
    for number, cells in enumerate(table, 1):
        written_cells = []
        for letter, value in zip("ABCDEFGH", cells, strict=False):
            if isinstance(value, str):
                escaped = value.replace("&", "&amp;").replace("<", "&lt;")
                written_cells.append(f'<c r="{letter}{number}" t="str"><v>{escaped}</v></c>')
            elif value is not None:
                written_cells.append(f'<c r="{letter}{number}" s="1"><v>{value}</v></c>')
        made.append(row(*written_cells, number=number))
    return "".join(made)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_rows_read_alike_with_the_parser_and_without(table: list[list[Any]]) -> None:
    """A comment before the rows sends them all through the parser."""
    rows = rows_of(table)
    assert read(packed(sheet(rows))) == read(packed(sheet("<!---->" + rows)))


@pytest.mark.parametrize("gap", [0, 1, 2, 5, 11, 30, 65_000])
def test_rows_read_alike_wherever_a_piece_of_the_file_ends(gap: int) -> None:
    rows = "".join(
        row(f'<c r="A{n}" s="1"><v>{n}</v></c><c r="B{n}" t="str"><v>так &amp; ні</v></c>', number=n)
        for n in range(1, 3000)
    )
    document = read(packed(sheet(rows, before=f"<sheetViews>{' ' * gap}</sheetViews>")))
    assert [[cell.text for cell in each] for each in document.tables[0].rows] == [
        [f"{n},0", "так & ні"] for n in range(1, 3000)
    ]


@given(st.decimals(-(10**12), 10**12, places=4), st.integers(0, 4))
def test_a_fixed_number_of_decimals_is_arithmetic(number: Decimal, places: int) -> None:
    shown = number_format("#,##0" + "." * bool(places) + "0" * places).show(number)
    assert abs(Decimal(shown.replace(NBSP, "").replace(",", ".")) - number) <= Decimal(5).scaleb(-places - 1)


@given(st.decimals(-(10**9), 10**9, places=6).map(lambda each: each.normalize()))
def test_general_shows_a_number_and_nothing_else(number: Decimal) -> None:
    stored = stored_number(f"{number:f}")
    assert stored == number
    shown = Decimal(show_general(number).replace(",", "."))
    assert abs(shown - number) <= abs(number) * Decimal("1e-4")


@given(st.text('0#?.,%;/dmyhs[]<>$-_*\\"E+@ абв AMP', max_size=20), st.decimals(-(10**20), 10**20))
def test_no_format_fails(code: str, number: Decimal) -> None:
    number_format(code).show(number)


# The originals.


@needs_shared
def test_the_original_workbook_is_the_same_report_as_the_text() -> None:
    original = read((SHARED / "documents" / "zhytomyr-report-2023.xlsx").read_bytes())
    text: Any = report_sources()[1]
    path: Path = text.values[0]
    assert lg.interpret_report(original).value == lg.read_report(path).value
    assert len(original.tables[0].rows) == 50
    assert original.findings == lg.Findings()


def test_the_sample_laid_out_as_a_workbook_is_the_same_report() -> None:
    """Numbers stand in the cells as numbers, and rows that lost their first cells begin where those were."""
    text: Any = report_sources()[0]
    path: Path = text.values[0]
    plain = lg.scan(path)
    table = plain.tables[0].rows
    above = [[block.text] for block in plain.blocks[: plain.blocks.index(plain.tables[0])]]
    rows = above + [[""] * (len(table[0]) - len(cells)) + [cell.text for cell in cells] for cells in table]

    def fill(book: Any, sheet: Any) -> None:
        one = book.add_format({"num_format": "0.0"})
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                amount = stored_number(cell.replace(",", ".")) if "," in cell else None
                if amount is None:
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, float(amount), one)

    assert lg.interpret_report(read(written(fill))).value == lg.read_report(path).value


# What harms.


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return into.getvalue()


def refusal(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableDocumentError) as error:
        read(data, limits)
    return error.value.reason


GOOD = packed(sheet(USUAL), strings="<si><t>захід</t></si>")


def test_recognises_workbooks_by_what_they_hold() -> None:
    assert XLSX.recognises(GOOD, "звіт")
    assert XLSX.recognises(GOOD[: len(GOOD) // 2], "обірваний")
    assert not XLSX.recognises(b"PK\x03\x04", "звіт.xlsx")
    assert not XLSX.recognises("№\tЗахід".encode(), "звіт.xlsx")
    other = with_part(GOOD, "[Content_Types].xml", b"<Types/>")
    assert not XLSX.recognises(other, "звіт.xlsx")


def test_a_password_is_told_from_damage() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    assert XLSX.recognises(locked, "звіт.xlsx")
    assert "encrypted" in refusal(locked)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(share: float) -> None:
    refusal(GOOD[: int(len(GOOD) * share)])


@pytest.mark.parametrize("stop", [60, 150, 190, 230, -13, -1])
def test_a_truncated_sheet_is_refused(stop: int) -> None:
    """Rows are never dropped in silence, even where the archive itself is whole."""
    assert "corrupt" in refusal(with_part(GOOD, "xl/sheet1.xml", sheet(USUAL).encode()[:stop]))


def test_missing_parts_and_texts_are_refused() -> None:
    assert "missing" in refusal(packed(sheet(row('<c r="A1" t="s"><v>7</v></c>'))))
    assert "missing" in refusal(
        packed(sheet(row('<c r="A1" t="s"><v>-1</v></c>')), strings="<si><t>а</t></si>")
    )


@pytest.mark.parametrize("part", ["xl/sheet1.xml", "xl/workbook.xml", "xl/strings.xml", "xl/styles.xml"])
def test_entities_are_refused(part: str) -> None:
    declared = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    assert "document type" in refusal(with_part(GOOD, part, f'{declared}<a xmlns="{MAIN}">&b;</a>'.encode()))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed(sheet(row('<c r="A1"><v>1</v></c>') + " " * 50_000_000))
    assert len(bomb) < 200_000
    assert "times its size" in refusal(bomb)
    assert "unpacks to more than" in refusal(GOOD, evolve(LIMITS, unpacked_bytes=500))


@pytest.mark.parametrize("far", ["XFD1048576", "A1048576", "XFD1"])
def test_a_huge_sheet_with_two_cells_takes_no_room(far: str) -> None:
    number = int(far.lstrip("XFDA"))
    last = f'<c r="{far}"><v>2</v></c>'
    near = '<c r="A1"><v>1</v></c>'
    rows = row(near, last) if number == 1 else row(near) + row(last, number=number)
    data = packed(sheet(rows, before='<dimension ref="A1:XFD1048576"/>'))
    rows_read = read(data).tables[0].rows
    assert (rows_read[0][0].text, rows_read[number - 1][-1].text) == ("1", "2")
    assert sum(map(len, rows_read)) <= 2**20


def test_a_dimension_that_is_only_claimed_is_not_believed() -> None:
    data = packed(sheet(USUAL, before='<dimension ref="A1:XFD1048576"/>'), strings="<si><t>захід</t></si>")
    assert texts(read(data)) == [["2,4", "захід", "", "так"]]


@pytest.mark.parametrize("cell", ['<c r="XFE1"><v>1</v></c>', '<c r="ZZZ1"><v>1</v></c>'])
def test_columns_that_no_spreadsheet_has_are_refused(cell: str) -> None:
    assert "column" in refusal(packed(sheet(row(cell))))
    assert "column" in refusal(packed(sheet("<!---->" + row(cell))))


def test_rows_that_no_spreadsheet_has_are_refused() -> None:
    assert "row" in refusal(packed(sheet(row('<c r="A1"><v>1</v></c>', number=1048577))))
    assert "row" in refusal(packed(sheet(row('<c r="A1"><v>1</v></c>', number=0))))


def test_limits_of_cells_and_characters_hold() -> None:
    rows = "".join(
        row(f'<c r="A{n}"><v>{n}</v></c><c r="B{n}" t="s"><v>0</v></c>', number=n) for n in range(1, 51)
    )
    data = packed(sheet(rows), sheet(rows), strings=f"<si><t>{'а' * 100}</t></si>")
    assert len(read(data, evolve(LIMITS, cells=200, characters=10_200)).tables) == 2
    assert "cells" in refusal(data, evolve(LIMITS, cells=199))
    assert "cells" in refusal(data, evolve(LIMITS, cells=99))
    assert "characters" in refusal(data, evolve(LIMITS, characters=10_000))


def test_wide_rows_are_refused_as_they_come() -> None:
    rows = "".join(row(f'<c r="XFD{n}"><v>1</v></c>', number=n) for n in range(1, 20_000))
    tracemalloc.start()
    assert "cells" in refusal(packed(sheet(rows)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * 2**20


def test_many_merges_of_everything_take_no_time() -> None:
    rows = "".join(row(f'<c r="B{n}"><v>1</v></c>', number=n) for n in range(1, 2000))
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    assert "cells" in refusal(packed(sheet(rows, after=f"<mergeCells>{merges}</mergeCells>")))


def test_a_hundred_thousand_rows_are_read() -> None:
    rows = "".join(row(f'<c r="A{n}" s="1"><v>{n % 97}</v></c>', number=n) for n in range(1, 100_001))
    document = read(packed(sheet(rows)))
    assert len(document.tables[0].rows) == 100_000
    assert document.tables[0].rows[-1][0].text == f"{100_000 % 97},0"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for each in (data, b"PK\x03\x04" + data, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data):
        XLSX.recognises(each, "звіт")
        refusal(each)


def hurt(data: bytes, draw: Callable[..., Any]) -> bytes:
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 8))
        data = data[:at] + draw(st.binary(max_size=8)) + data[at + length :]
    return data


@given(st.data())
def test_damaged_archives_are_read_or_refused(data: st.DataObject) -> None:
    damaged = hurt(GOOD, data.draw)
    XLSX.recognises(damaged, "звіт")
    with suppress(UnreadableDocumentError):
        read(damaged)


@given(st.data(), st.sampled_from(["sheet1", "workbook", "strings", "styles", "_rels/workbook"]))
def test_damaged_parts_are_read_or_refused(data: st.DataObject, part: str) -> None:
    name = f"xl/{part}.xml" + ".rels" * part.startswith("_rels")
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        damaged = with_part(GOOD, name, hurt(archive.read(name), data.draw))
    XLSX.recognises(damaged, "звіт")
    with suppress(UnreadableDocumentError):
        read(damaged)
