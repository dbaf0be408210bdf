"""Specimens as workbooks: a sheet for each table, lines above it in merged cells, amounts as numbers."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from attrs import define, field

from specimens import office
from specimens.description import Row, RowKind, Specimen, Table

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_AMOUNT = re.compile(r"\d{1,3}(?:\u00a0\d{3})*,\d{1,2}")
_FORMATS = ("0.0", "#,##0.0", "0.00", "#,##0.00")
_A = ord("A")


@define
class _Sheet:
    rows: list[str] = field(factory=list)
    merges: list[str] = field(factory=list)
    filled: bool = False

    def add(self, cells: str) -> None:
        self.rows.append(f'<row r="{len(self.rows) + 1}">{cells}</row>')


def write(specimen: Specimen) -> bytes:
    """Every table has its sheet; the lines before it stand above it, the last lines below the last table."""
    sheets = [_Sheet()]
    for block in specimen.blocks:
        if isinstance(block, Table):
            if sheets[-1].filled:
                sheets.append(_Sheet())
            _put_table(sheets[-1], block)
        else:
            if sheets[-1].filled and block is not specimen.blocks[-1]:
                sheets.append(_Sheet())
            sheets[-1].add(_cell(0, len(sheets[-1].rows), block, as_text=True))
    return office.packed(dict(_parts(sheets)))


def _put_table(sheet: _Sheet, table: Table) -> None:
    first = len(sheet.rows)
    for r, c, height, width in table.spans():
        if height > 1 or width > 1:
            sheet.merges.append(f"{_at(c, first + r)}:{_at(c + width - 1, first + r + height - 1)}")
    for row in table.rows:
        number = len(sheet.rows)
        sheet.add(
            "".join(_cell(c, number, text, as_text=_is_text(row)) for c, text in enumerate(row.shown) if text)
        )
    sheet.filled = True


def _is_text(row: Row) -> bool:
    return row.kind in {RowKind.HEADER, RowKind.NUMBERS}


def _cell(column: int, row: int, text: str, *, as_text: bool) -> str:
    at = _at(column, row)
    if as_text or not _AMOUNT.fullmatch(text):
        shown = html.escape(text, quote=False)
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
    stored = text.replace("\u00a0", "").replace(",", ".")
    style = 2 * (len(stored.partition(".")[2]) - 1) + ("\u00a0" in text)
    return f'<c r="{at}" s="{style + 1}"><v>{stored}</v></c>'


def _at(column: int, row: int) -> str:
    return f"{chr(_A + column)}{row + 1}"


def _parts(sheets: list[_Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    kinds = {f"xl__worksheets__sheet{n}": "spreadsheetml.worksheet" for n in numbers}
    yield (
        "[Content_Types].xml",
        office.content_types(
            xl__workbook="spreadsheetml.sheet.main", xl__styles="spreadsheetml.styles", **kinds
        ),
    )
    yield "_rels/.rels", office.relations(("officeDocument", "xl/workbook.xml"))
    names = "".join(f'<sheet name="Аркуш{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_R}"><sheets>{names}</sheets></workbook>'
    related = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", office.relations(*related, ("styles", "styles.xml"))
    yield "xl/styles.xml", _styles()
    for number, sheet in zip(numbers, sheets, strict=True):
        merges = "".join(f'<mergeCell ref="{each}"/>' for each in sheet.merges)
        merged = f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else ""
        yield (
            f"xl/worksheets/sheet{number}.xml",
            f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(sheet.rows)}</sheetData>{merged}</worksheet>',
        )


def _styles() -> str:
    codes = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(_FORMATS))
    styles = "".join(
        f'<xf numFmtId="{n}" applyNumberFormat="1"/>' for n in (0, *range(164, 164 + len(_FORMATS)))
    )
    return f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>'
