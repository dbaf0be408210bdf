"""One small report in every format that is read without another program, part by part where it has parts."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Mapping

from pdfs import pdf, table, text

from paths import SAMPLE

Parts = Mapping[str, str]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument"
OASIS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def lines() -> list[list[str]]:
    """The head of the sample report and its first measures, each line as cells."""
    found = [
        line.split("\t")
        for line in (SAMPLE / "zhytomyr-report-2023.txt").read_text("utf8").split("\n")
        if line.strip()
    ]
    first = next(number for number, cells in enumerate(found) if len(cells) > 1)
    return found[first - 4 : first + 6]


LINES = lines()
PROSE = [cells[0] for cells in LINES if len(cells) == 1]
ROWS = [cells for cells in LINES if len(cells) > 1]


def zipped(parts: Parts) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, markup in parts.items():
            archive.writestr(zipfile.ZipInfo(name), markup)
    return into.getvalue()


def _package(main: str, kind: str, markup: str, **relations: str) -> dict[str, str]:
    folder, _, file = main.rpartition("/")
    pointed = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{target}"/>'
        for name, target in relations.items()
    )
    head = f'<Relationships xmlns="{PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Override PartName="/{main}" ContentType="{KIND}.{kind}.main+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationship Id="m" Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        f"{folder}/_rels/{file}.rels": f"{head}{pointed}</Relationships>",
        main: markup,
    }


def docx_parts() -> dict[str, str]:
    def p(words: str, properties: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{html.escape(words)}</w:t></w:r></w:p>"

    def tc(words: str) -> str:
        return f'<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>{p(words)}</w:tc>'

    rows = "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in ROWS)
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(map(p, PROSE)) + p("перелік", listed) + f"<w:tbl>{rows}</w:tbl>"
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    kind = "wordprocessingml.document"
    return _package("word/document.xml", kind, document, numbering="numbering.xml") | {
        "word/numbering.xml": numbering
    }


def xlsx_parts() -> dict[str, str]:
    texts: list[str] = []

    def c(cell: str) -> str:
        if "," in cell and cell.replace(",", "").isdigit():
            return f'<c s="1"><v>{cell.replace(",", ".")}</v></c>'
        texts.append(cell)
        return f'<c t="s"><v>{len(texts) - 1}</v></c>'

    cells = [[line] for line in PROSE] + ROWS
    rows = "".join(f'<row r="{number}">{"".join(map(c, row))}</row>' for number, row in enumerate(cells, 1))
    strings = "".join(f"<si><t>{html.escape(each)}</t></si>" for each in texts)
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="1" r:id="worksheet"/></sheets></workbook>'
    return _package(
        "xl/workbook.xml", "spreadsheetml.sheet", book,
        worksheet="sheet.xml", sharedStrings="strings.xml", styles="styles.xml",
    ) | {
        "xl/sheet.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><mergeCells>'
        '<mergeCell ref="A1:C1"/></mergeCells></worksheet>',
        "xl/strings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="#,##0.0;-0.0"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>',
    }  # fmt: skip


def ods_parts() -> dict[str, str]:
    cells = [[line] for line in PROSE] + ROWS
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{html.escape(cell)}</text:p></table:table-cell>" for cell in row
        )
        + '<table:table-cell table:number-columns-repeated="3"/></table:table-row>'
        for row in cells
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {OASIS}><office:body><office:spreadsheet><table:table>{rows}"
        "</table:table></office:spreadsheet></office:body></office:document-content>",
    }


def ods(parts: Parts) -> bytes:
    """As `zipped`, but the type stands first and is not packed."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as archive:
        for name, markup in parts.items():
            archive.writestr(zipfile.ZipInfo(name), markup)
    return into.getvalue()


def page() -> str:
    rows = "".join(f"<tr>{''.join(f'<td rowspan=1>{html.escape(c)}</td>' for c in row)}</tr>" for row in ROWS)
    prose = "".join(f"<p>{html.escape(line)}<sup>1</sup></p>" for line in PROSE)
    return f"<!doctype html><meta charset=utf-8><div>{prose}<table><tbody>{rows}</table></div>"


def drawn() -> str:
    prose = "".join(text(40, 30 + 14 * number, line) for number, line in enumerate(PROSE))
    wide = max(map(len, ROWS))
    rows = [[each[:12] for each in row] + [""] * (wide - len(row)) for row in ROWS]
    return prose + table(rows, widths=[70] * wide, top=120, left=20)


def tabbed() -> str:
    return "\n".join("\t".join(cells) for cells in LINES)


def quoted() -> str:
    return "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in cells) for cells in LINES)


def marked() -> str:
    rules = "|".join(["---"] * len(ROWS[0]))
    return "\n".join([*PROSE, "", "|".join(ROWS[0]), rules, *("|".join(row) for row in ROWS[1:])])


WHOLE: dict[str, Callable[[], bytes]] = {
    "docx": lambda: zipped(docx_parts()),
    "xlsx": lambda: zipped(xlsx_parts()),
    "ods": lambda: ods(ods_parts()),
    "html": lambda: page().encode(),
    "pdf": lambda: pdf(drawn()),
    "packed pdf": lambda: pdf(drawn(), drawn(), compressed=True),
    "text": lambda: tabbed().encode(),
    "windows-1251": lambda: tabbed().encode("cp1251", "replace"),
    "csv": lambda: quoted().encode("utf-8-sig"),
    "markdown": lambda: marked().encode(),
}
