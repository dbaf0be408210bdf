"""The same document in every format gives the same value."""

from __future__ import annotations

import html
import io
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

import localgender as lg
from paths import SAMPLE, SHARED, needs_shared

REPORT, PLAN = "zhytomyr-report-2023", "zhytomyr-plan-1325"


def lines(name: str) -> list[list[str]]:
    return [
        line.split("\t") for line in (SAMPLE / f"{name}.txt").read_text("utf8").split("\n") if line.strip()
    ]


def as_html(rows: list[list[str]]) -> bytes:
    """Prose as paragraphs, rows as a table, `**` and `<p>` of the sample kept as text."""
    body, table = [], []
    for row in rows:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in row)
        if len(row) > 1 or table:
            table.append(f"<tr>{cells}</tr>")
        else:
            body.append(f"<p>{html.escape(row[0])}</p>")
    return f"<!doctype html><meta charset=utf-8><body>{''.join(body)}<table>{''.join(table)}</table>".encode()


def as_xlsx(rows: list[list[str]]) -> bytes:
    """The smallest workbook: one sheet of inline texts."""
    sheet = "".join(
        "<row>"
        + "".join(
            f'<c t="inlineStr"><is><t xml:space="preserve">{html.escape(cell)}</t></is></c>' for cell in row
        )
        + "</row>"
        for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">'
        '<sheets><sheet name="1" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="b" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize(("write", "expected"), [(as_html, "html"), (as_xlsx, "xlsx")])
def test_the_sample_report_reads_the_same(write: object, expected: str) -> None:
    reading = lg.read_report(write(lines(REPORT)))
    assert reading.document.format == expected
    assert reading.value == lg.read_report(SAMPLE / f"{REPORT}.txt").value
    assert lg.total(reading.value, "planned") == lg.thousand_uah("228.3")


@cache
def original(name: str) -> lg.Reading:
    seed = "001_" if name == REPORT else "004_"
    path = next((SHARED / "seeds").glob(f"{seed}*.txt"))
    return lg.read_report(path) if name == REPORT else lg.read_plan(path)


@needs_shared
@pytest.mark.parametrize(
    ("name", "suffix"),
    [(REPORT, "docx"), (REPORT, "xlsx"), (REPORT, "html"), (REPORT, "pdf"), (PLAN, "docx"), (PLAN, "pdf")],
)
def test_the_originals_read_the_same(name: str, suffix: str) -> None:
    path: Path = SHARED / "documents" / f"{name}.{suffix}"
    reading = lg.read_report(path) if name == REPORT else lg.read_plan(path)
    assert reading.document.format == suffix
    assert reading.value == original(name).value
    assert lg.audit(reading.value) == lg.audit(original(name).value)
    (some, *_) = next(iter(reading.places.values()))
    assert reading.document.text_at(some).strip()


@pytest.mark.parametrize(
    ("library", "data", "extra"),
    [("lxml", b"<!doctype html><p>x", "html"), ("pdfminer", b"%PDF-1.7\n%%EOF", "pdf")],
)
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str, data: bytes, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(lg.errors.MissingExtraError, match=rf"localgender\[{extra}\]"):
        lg.scan(data)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 not really",
        b"%PDF-1.7 cut off",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        bytes(range(256)),
    ],
)
def test_broken_files_are_refused_by_name(data: bytes) -> None:
    with pytest.raises((lg.errors.UnreadableDocumentError, lg.errors.UnknownFormatError)):
        lg.scan(data)
