"""Specimens as Word documents: merged cells, headers that repeat, words cut into runs."""

from __future__ import annotations

import html

from specimens import office
from specimens.description import ABOVE, LEFT, Row, RowKind, Specimen, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
_SIGNS = {"\u00ad": "<w:softHyphen/>", "\n": "<w:br/>"}


def write(specimen: Specimen) -> bytes:
    """One section in landscape."""
    body = "".join(
        _table(block) if isinstance(block, Table) else _paragraph(block) for block in specimen.blocks
    )
    return office.packed(
        {
            "[Content_Types].xml": office.content_types(word__document="wordprocessingml.document.main"),
            "_rels/.rels": office.relations(("officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}{_LANDSCAPE}</w:body></w:document>',
        }
    )


def _paragraph(text: str) -> str:
    # Word leaves a run for every correction, so words are cut where nobody sees it.
    half = len(text) // 2
    return f"<w:p>{_run(text[:half])}{_run(text[half:])}</w:p>" if text else "<w:p/>"


def _run(text: str) -> str:
    pieces, held = [], ""
    for sign in text:
        if sign in _SIGNS:
            pieces += [_words(held), _SIGNS[sign]]
            held = ""
        else:
            held += sign
    return f"<w:r>{''.join(pieces)}{_words(held)}</w:r>"


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t>' if text else ""


def _table(table: Table) -> str:
    columns = '<w:gridCol w:w="1200"/>' * len(table.rows[0].cells)
    rows = "".join(_row(table, number, row) for number, row in enumerate(table.rows))
    # Two tables without a paragraph between them are one table to Word.
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl><w:p/>"


def _row(table: Table, number: int, row: Row) -> str:
    widths = {c: width for r, c, height, width in table.spans() if r == number}
    tall = {c for r, c, height, _ in table.spans() if r == number and height > 1}
    cells = []
    for column, cell in enumerate(row.cells):
        if cell == LEFT:
            continue
        span = f'<w:gridSpan w:val="{widths[column]}"/>' if widths.get(column, 1) > 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if column in tall else "<w:vMerge/>" if cell == ABOVE else ""
        inside = _paragraph("" if cell == ABOVE else cell)
        cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside}</w:tc>")
    repeats = "<w:trPr><w:tblHeader/></w:trPr>" if row.kind == RowKind.HEADER else ""
    return f"<w:tr>{repeats}{''.join(cells)}</w:tr>"
