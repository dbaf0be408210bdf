"""What the sheets of an .xlsx workbook share: texts, number formats, and which sheets there are."""

from __future__ import annotations

from attrs import frozen

from localgender.documents.grid import Cell
from localgender.documents.readers.number_format import BUILT_IN, NumberFormat, number_format
from localgender.documents.readers.ooxml import Package
from localgender.documents.readers.sheet import EMPTY
from localgender.documents.readers.xlsx_markup import listen
from localgender.documents.readers.xlsx_text import RichText

_YES = frozenset({"1", "true"})


@frozen
class Book:
    """Workbook without its sheets.

    Attributes:
        strings: Texts that cells point at by number.
        formats: Number formats that cells point at by number.
        since_1904: Whether days are counted from 1904.
        sheets: Parts of the sheets, those in sight first.
    """

    strings: tuple[Cell, ...]
    formats: tuple[NumberFormat, ...]
    since_1904: bool
    sheets: tuple[str, ...]


def read_book(package: Package) -> Book:
    """Read what is needed before the first sheet.

    Raises:
        UnreadableDocumentError: When a part is corrupt or over the limits.
    """
    related = package.relations(package.main)
    named = {each.kind: each.part for each in related if each.part in package}
    worksheets = {each.id: each.part for each in related if each.kind == "worksheet"}
    tags = list(package.tags(package.main, ("sheet", "workbookPr")))
    shown = [attributes for tag, attributes in tags if tag == "sheet"]
    shown.sort(key=lambda attributes: attributes.get("state", "visible") != "visible")
    return Book(
        _strings(package, named.get("sharedStrings")),
        _formats(package, named.get("styles")),
        any(attributes.get("date1904") in _YES for tag, attributes in tags if tag == "workbookPr"),
        tuple(worksheets[each["id"]] for each in shown if each.get("id") in worksheets),
    )


def _strings(package: Package, part: str | None) -> tuple[Cell, ...]:
    if part is None:
        return ()
    rich, parser, cells = RichText(), package.parser(part), list[Cell]()

    def close() -> None:
        text = rich.take()
        cells.append(Cell(text) if text.strip() else EMPTY)

    listen(parser, rich.starts, {**rich.ends, "si": close})
    parser.CharacterDataHandler = rich.heard.append
    for _ in package.feed(part, parser):
        pass
    return tuple(cells)


def _formats(package: Package, part: str | None) -> tuple[NumberFormat, ...]:
    codes, used, place = {str(number): code for number, code in BUILT_IN.items()}, list[str](), ""
    tags = package.tags(part or "", ("numFmt", "xf", "cellStyleXfs", "cellXfs", "dxfs"))
    for tag, attributes in tags:
        number = attributes.get("numFmtId", "0")
        if tag == "numFmt" and place != "dxfs":
            codes[number] = attributes.get("formatCode", "")
        elif tag == "xf" and place == "cellXfs":
            used.append(number)
        elif tag not in {"numFmt", "xf"}:
            place = tag
    return tuple(number_format(codes.get(number, "")) for number in used)
