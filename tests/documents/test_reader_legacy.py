"""Spreadsheets and texts from before 2007 and from other programs read as their younger kin do."""

from __future__ import annotations

import io
import os
import shutil
import struct
import sys
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
from localgender.documents.readers import libreoffice
from localgender.documents.readers.legacy import LEGACY_SHEETS, LEGACY_TEXTS, kind_of
from localgender.documents.readers.ods_cells import in_ukrainian
from localgender.documents.readers.ole import Compound
from localgender.documents.readers.xlsx import scan as scan_xlsx
from localgender.errors import MissingExtraError, UnreadableDocumentError
from paths import SHARED, needs_shared, report_sources

LIMITS = Limits()
NBSP = "\u00a0"
REPORT = SHARED / "documents" / "zhytomyr-report-2023"

needs_libreoffice = pytest.mark.skipif(
    not any(map(shutil.which, ("soffice", "libreoffice"))), reason="LibreOffice is not installed"
)


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    assert LEGACY_SHEETS.recognises(data, "таблиця")
    return LEGACY_SHEETS.scan(data, "таблиця", limits)


def texts(document: Document, table: int = 1) -> list[list[str]]:
    return [[cell.text for cell in each] for each in document.tables[table - 1].rows]


def refusal(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableDocumentError) as error:
        LEGACY_SHEETS.scan(data, "таблиця", limits)
    return error.value.reason


def converted(path: Path, target: str) -> bytes:
    return libreoffice.converted(path.read_bytes(), "x", LIMITS, source=path.suffix[1:], target=target)


# Compound files, made by hand.

FREE, LAST, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(*names: str, content: bytes = b"", inside: str = "") -> bytes:
    """A compound file with streams of the same content at its top, and perhaps one in a folder.

    Its first sector tells what follows what, the next two hold the names, and the streams come last.
    """
    content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
    follows, body, listed = [TABLE, 2, LAST], b"", [("Root Entry", 5, FREE, 1, LAST, 0)]
    for number, name in enumerate(names, 1):
        begin, stop = len(follows), len(follows) + len(content) // 512
        listed.append(
            (name, 2, number + 1 if number < len(names) or inside else FREE, FREE, begin, len(content))
        )
        follows += [*range(begin + 1, stop), LAST]
        body += content
    if inside:
        listed += [("ObjectPool", 1, FREE, len(listed) + 1, 0, 0), (inside, 2, FREE, FREE, LAST, 0)]
    entries = b"".join(
        struct.pack(
            "<64sHBBIII36xIQ",
            name.encode("utf-16-le"), 2 * len(name) + 2, kind, 1, FREE, right, child, begin, size,
        )
        for name, kind, right, child, begin, size in listed
    )  # fmt: skip
    header = struct.pack(
        "<8s16x5H6x9I109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, LAST, 0, LAST, 0),
        *(0, *[FREE] * 108),
    )
    table = struct.pack(f"<{len(follows)}I", *follows).ljust(512, b"\xff")
    return header + table + entries.ljust(1024, b"\0") + body


def record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def spelled(text: str, size: str = "H") -> bytes:
    return struct.pack(f"<{size}B", len(text), 1) + text.encode("utf-16-le")


class Xls:
    """A workbook of one sheet in the records of 1997; styles 0 to 4 show General, 0.0, 0.00, days and 0.0%."""

    formats = ("0.0", "0.00", "0.0%")

    def __init__(self) -> None:
        self.cells: list[bytes] = []
        self.texts: list[str] = []

    def number(self, row: int, column: int, number: float, style: int = 0) -> None:
        self.cells.append(record(0x203, struct.pack("<HHHd", row, column, style, number)))

    def text(self, row: int, column: int, text: str) -> None:
        self.cells.append(record(0xFD, struct.pack("<HHHI", row, column, 0, len(self.texts))))
        self.texts.append(text)

    def other(self, row: int, column: int, value: int, *, error: bool) -> None:
        self.cells.append(record(0x205, struct.pack("<HHHBB", row, column, 0, value, error)))

    def merge(self, top: int, bottom: int, left: int, right: int) -> None:
        self.cells.append(record(0xE5, struct.pack("<HHHHH", 1, top, bottom, left, right)))

    def bytes(self, *, days_since_1904: bool = False) -> bytes:
        font = record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0) + spelled("Arial", "B"))
        formats = b"".join(
            record(0x41E, struct.pack("<H", 164 + number) + spelled(code))
            for number, code in enumerate(self.formats)
        )
        styles = b"".join(
            record(0xE0, struct.pack("<HHHBBBBIIH", 0, key, 0, 0, 0, 0, 0, 0, 0, 0))
            for key in (0, 164, 165, 14, 166)
        )
        strings = struct.pack("<II", len(self.texts), len(self.texts)) + b"".join(map(spelled, self.texts))
        begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0x7CC, 0, 6))
        before = begin + record(0x42, b"\xb0\x04") + record(0x22, bytes([days_since_1904, 0])) + font * 4
        before += formats + styles
        after = record(0xFC, strings) + record(0x0A)
        name = spelled("Аркуш", "B")
        place = len(before) + 4 + 6 + len(name) + len(after)
        listed = record(0x85, struct.pack("<IBB", place, 0, 0) + name)
        sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0x7CC, 0, 6)) + b"".join(self.cells)
        return compound("Workbook", content=before + listed + after + sheet + record(0x0A))


def test_names_at_the_top_tell_what_a_compound_file_is() -> None:
    assert set(Compound(compound("Workbook", "Data")).top) == {"Workbook", "Data"}
    assert kind_of(compound("Book")) == "xls"
    assert kind_of(compound("WordDocument", "1Table")) == "doc"
    assert kind_of(compound("EncryptedPackage")) == ""
    assert kind_of(compound("PowerPoint Document")) == ""


def test_what_is_embedded_does_not_tell() -> None:
    """A text with a sheet inside is a text."""
    assert kind_of(compound("WordDocument", inside="Workbook")) == "doc"
    assert kind_of(compound("Workbook", inside="WordDocument")) == "xls"


def test_a_damaged_compound_file_has_no_names() -> None:
    whole = compound("Workbook")
    assert Compound(whole[:700]).top == {}
    assert Compound(whole[:20]).top == {}
    endless = bytearray(whole)
    endless[512 + 8 : 512 + 12] = struct.pack("<I", 1)
    assert "Workbook" in Compound(bytes(endless)).top


# Excel 97 to 2003.


def workbook(fill: Callable[[Xls], None], **options: bool) -> bytes:
    made = Xls()
    fill(made)
    return made.bytes(**options)


def usual(book: Xls) -> None:
    book.text(0, 0, "захід")
    book.number(0, 1, 2.1, 2)
    book.number(0, 2, 10, 1)
    book.number(1, 0, 43817, 3)
    book.number(1, 1, 0.952, 4)
    book.number(1, 2, 0.1 + 0.2)


def test_an_old_workbook_shows_its_numbers_as_their_formats_say() -> None:
    pytest.importorskip("xlrd")
    document = read(workbook(usual))
    assert document.format == "xls"
    assert texts(document) == [["захід", "2,10", "10,0"], ["18.12.2019", "95,2%", "0,3"]]
    numbers = [cell.number for cells in document.tables[0].rows for cell in cells]
    assert numbers == [None, Decimal("2.1"), Decimal(10), None, Decimal("0.952"), Decimal("0.3")]


def test_an_old_workbook_tells_truth_errors_merges_and_days_since_1904() -> None:
    pytest.importorskip("xlrd")

    def fill(book: Xls) -> None:
        book.other(2, 1, 1, error=False)
        book.other(2, 2, 0x17, error=True)
        book.text(2, 3, "сховане")
        book.number(3, 0, 42355, 3)
        book.merge(2, 3, 2, 3)

    assert texts(read(workbook(fill, days_since_1904=True))) == [
        *[["", "", "", ""]] * 2,
        ["", "ІСТИНА", "#REF!", ""],
        ["18.12.2019", "", "", ""],
    ]


def test_a_chain_of_sectors_that_bites_its_tail_is_followed_once() -> None:
    pytest.importorskip("xlrd")
    endless = bytearray(workbook(usual))
    endless[512 + 4 * 5 : 512 + 4 * 6] = struct.pack("<I", 3)
    with suppress(UnreadableDocumentError):
        read(bytes(endless))
    assert len(Compound(bytes(endless)).stream("Workbook")) == 3 * 512


def test_the_limits_hold_for_old_workbooks() -> None:
    pytest.importorskip("xlrd")
    assert "cells" in refusal(workbook(usual), evolve(LIMITS, cells=5))
    assert "characters" in refusal(workbook(usual), evolve(LIMITS, characters=10))


def test_a_password_of_an_old_workbook_is_told_from_damage() -> None:
    pytest.importorskip("xlrd")
    whole = workbook(usual)
    locked = whole.replace(record(0x42, b"\xb0\x04"), record(0x2F, b"\x01\x00"))
    assert locked != whole
    assert "encrypted" in refusal(locked)
    assert "corrupt" in refusal(whole[:2000])


def test_without_xlrd_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(MissingExtraError) as error:
        read(workbook(usual))
    assert error.value.extra == "legacy"


# OpenDocument spreadsheets.

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    f'xmlns:{each}="{_NAMESPACE}{full}:1.0"'
    for each, full in [
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing"),
        ("m", "manifest"),
    ]
)  # fmt: skip


def spreadsheet(*tables: str, styles: str = "", manifest: str = "") -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        archive.writestr("META-INF/manifest.xml", f"<m:manifest {_NAMES}>{manifest}</m:manifest>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return into.getvalue()


def table(*rows: str, style: str = "t") -> str:
    made = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    return f'<table:table table:style-name="{style}">{made}</table:table>'


def cell(shown: str = "", *, kind: str = "string", more: str = "", **values: str) -> str:
    stored = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in values.items())
    inside = f"<text:p>{shown}</text:p>" if shown else ""
    return f'<table:table-cell office:value-type="{kind}"{stored} {more}>{inside}</table:table-cell>'


def test_an_opendocument_shows_what_it_stores_beside_its_numbers() -> None:
    document = read(
        spreadsheet(
            table(
                cell("захід")
                + cell("2,10", kind="float", value="2.1")
                + cell("95,2%", kind="percentage", value="0.952"),
                cell("18.12.2019", kind="date", date_value="2019-12-18")
                + cell("#DIV/0!")
                + cell("так", kind="boolean", boolean_value="true"),
            )
        )
    )
    assert document.format == "ods"
    assert document.tables[0].rows == (
        (Cell("захід"), Cell("2,10", None, Decimal("2.1")), Cell("95,2%", None, Decimal("0.952"))),
        (Cell("18.12.2019"), Cell("#DIV/0!"), Cell("ІСТИНА")),
    )


@pytest.mark.parametrize(
    ("shown", "number", "text"),
    [
        ("2.4", "2.4", "2,4"),
        ("2.10", "2.1", "2,10"),
        ("1,365,155.70", "1365155.7", f"1{NBSP}365{NBSP}155,70"),
        ("1,365", "1365", f"1{NBSP}365"),
        ("1,365", "1.365", "1,365"),
        ("1.365", "1365", "1.365"),
        ("-2.4", "-2.4", "-2,4"),
        ("95.2%", "0.952", "95,2%"),
        ("2.4 грн", "2.4", "2,4 грн"),
        ("10", "10", "10"),
        ("2.4", "100", "2.4"),
    ],
)
def test_a_number_shown_in_english_is_shown_in_ukrainian(shown: str, number: str, text: str) -> None:
    """The number that is stored decides whether a sign parts thousands or decimals."""
    assert in_ukrainian(shown, Decimal(number)) == text


def test_a_day_shown_in_english_is_shown_in_ukrainian() -> None:
    days = cell("12/18/19", kind="date", date_value="2019-12-18") + cell(
        "18 грудня 2019", kind="date", date_value="2019-12-18"
    )
    assert texts(read(spreadsheet(table(days)))) == [["18.12.2019", "18 грудня 2019"]]


def test_texts_of_an_opendocument_keep_breaks_and_blanks() -> None:
    shown = (
        "перший<text:s text:c='2'/>захід<text:line-break/>\n  рядок<text:tab/>далі</text:p><text:p>"
        "12,5<text:span text:style-name='up'>1</text:span>"
    )
    styles = (
        '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    assert texts(read(spreadsheet(table(cell(shown)), styles=styles))) == [
        ["перший  захід\n рядок\tдалі\n12,5¹"]
    ]


def test_notes_and_drawings_are_no_text_of_a_cell() -> None:
    beside = "<office:annotation><text:p>примітка</text:p></office:annotation>"
    drawn = "<draw:frame><draw:text-box><text:p>рамка</text:p></draw:text-box></draw:frame>"
    data = spreadsheet(table(f"<table:table-cell>{beside}{drawn}<text:p>захід</text:p></table:table-cell>"))
    assert texts(read(data)) == [["захід"]]


def test_repeated_and_covered_cells_keep_their_places() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16000"/>'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"><text:p>сховане</text:p></table:covered-table-cell>'
    data = spreadsheet(
        table(
            cell("а", more='table:number-columns-repeated="2"') + covered + cell("б") + blank,
            blank,
        )
        .replace("<table:table-row>", '<table:table-row table:number-rows-repeated="2">', 1)
        .replace("</table:table>", '<table:table-row table:number-rows-repeated="1048570"/></table:table>')
    )
    assert texts(read(data)) == [["а", "а", "", "", "б"]] * 2


def test_hidden_sheets_of_an_opendocument_follow_those_in_sight() -> None:
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    data = spreadsheet(table(cell("чернетка"), style="h"), table(), table(cell("звіт")), styles=styles)
    assert [each.rows[0][0].text for each in read(data).tables] == ["звіт", "чернетка"]


def test_a_formula_of_an_opendocument_without_a_value_is_told() -> None:
    data = spreadsheet(table(cell("а") + '<table:table-cell table:formula="of:=SUM([.A1])"/>'))
    (finding,) = read(data).findings
    assert (finding.kind, finding.refs) == ("formula-without-value", (lg.Place(1, 1, 2),))


def test_other_programs_may_leave_showing_to_the_reader() -> None:
    cells = (
        cell(kind="float", value="2.40")
        + cell(kind="string", string_value="захід")
        + cell(kind="date", date_value="2019-12-18")
    )
    assert texts(read(spreadsheet(table(cells)))) == [["2,4", "захід", "18.12.2019"]]


def test_hostile_opendocuments_are_refused() -> None:
    wide = cell("а", more='table:number-columns-repeated="999999999"')
    assert "column" in refusal(spreadsheet(table(wide)))
    wide = cell("а", more='table:number-columns-repeated="16000"')
    tall = table(wide).replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">')
    assert "cells" in refusal(spreadsheet(tall))
    assert "cells" in refusal(spreadsheet(*[table(wide)] * 200))
    blanks = cell("а<text:s text:c='999999999'/>" * 100)
    assert len(texts(read(spreadsheet(table(blanks))))[0][0]) < 100_000
    locked = "<m:file-entry><m:encryption-data/></m:file-entry>"
    assert "encrypted" in refusal(spreadsheet(table(cell("а")), manifest=locked))


# Through LibreOffice.


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: None)
    for data, suffix, instead in [(compound("WordDocument"), "doc", "docx"), (b"{\\rtf1 }", "rtf", "docx")]:
        assert LEGACY_TEXTS.recognises(data, "звіт")
        with pytest.raises(UnreadableDocumentError, match="LibreOffice") as error:
            LEGACY_TEXTS.scan(data, "звіт", LIMITS)
        assert f".{suffix} " in error.value.reason
        assert f"save the document as .{instead}" in error.value.reason


@pytest.mark.skipif(os.name != "posix", reason="the program that hangs is a shell script")
def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 &\nwait\n")
    program.chmod(0o700)
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: str(program))
    monkeypatch.setattr(libreoffice, "_SECONDS", 0.2)
    with pytest.raises(UnreadableDocumentError, match="seconds"):
        LEGACY_TEXTS.scan(b"{\\rtf1 }", "звіт", LIMITS)


def test_a_binary_workbook_goes_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    into = io.BytesIO()
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="bin" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="a" Type="{office}" Target="xl/workbook.bin"/></Relationships>',
        )
        archive.writestr("xl/workbook.bin", b"\0")
    assert kind_of(into.getvalue()) == "xlsb"
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: None)
    assert "save the document as .xlsx" in refusal(into.getvalue())


@needs_libreoffice
def test_what_libreoffice_cannot_open_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        LEGACY_TEXTS.scan(compound("WordDocument"), "звіт", LIMITS)


@needs_libreoffice
def test_rich_text_is_read() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251\uc0 {\u1047 \u1074 \u1110 \u1090}\par}"
    document = LEGACY_TEXTS.scan(data, "звіт", LIMITS)
    assert document.format == "rtf"
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == ["Звіт"]


@needs_shared
@needs_libreoffice
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_original_workbook_is_the_same_in_other_formats(suffix: str) -> None:
    if suffix == "xls":
        pytest.importorskip("xlrd")
    original = REPORT.with_suffix(".xlsx")
    document = read(converted(original, suffix))
    assert document.blocks == scan_xlsx(original.read_bytes(), "x", LIMITS).blocks


@needs_shared
@needs_libreoffice
@pytest.mark.parametrize("suffix", ["odt", "rtf", "doc"])
def test_the_original_text_is_the_same_report_in_other_formats(suffix: str) -> None:
    data = converted(REPORT.with_suffix(".docx"), suffix)
    assert LEGACY_TEXTS.recognises(data, "звіт")
    text: Any = report_sources()[1]
    document = LEGACY_TEXTS.scan(data, "звіт", LIMITS)
    assert document.format == suffix
    assert lg.interpret_report(document).value == lg.read_report(text.values[0]).value


# What is none of these, and what is no longer one.


@given(st.binary(max_size=300))
def test_any_bytes_are_recognised_or_not(data: bytes) -> None:
    for before in (b"", b"PK\x03\x04", compound("Workbook")[:600], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        assert LEGACY_SHEETS.recognises(before + data, "x") in {True, False}
        assert LEGACY_TEXTS.recognises(before + data, "x") in {True, False}


def hurt(data: bytes, draw: Callable[..., Any]) -> bytes:
    for _ in range(draw(st.integers(1, 5))):
        at, length = draw(st.integers(0, max(len(data) - 1, 0))), draw(st.integers(0, 8))
        data = data[:at] + draw(st.binary(max_size=8)) + data[at + length :]
    return data


WHOLE = [workbook(usual), spreadsheet(table(cell("захід") + cell("2,10", kind="float", value="2.1")))]


@given(st.data(), st.sampled_from(WHOLE))
def test_damaged_spreadsheets_are_read_or_refused(data: st.DataObject, whole: bytes) -> None:
    damaged = hurt(whole, data.draw)
    if LEGACY_SHEETS.recognises(damaged, "x"):
        with suppress(UnreadableDocumentError, MissingExtraError):
            LEGACY_SHEETS.scan(damaged, "x", LIMITS)
