"""Excel workbooks: every sheet as a table of what a Ukrainian Excel shows in it."""

from __future__ import annotations

from localgender.documents.grid import Document, Limits
from localgender.documents.readers.format import Format
from localgender.errors import UnreadableDocumentError

_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        "application/vnd.ms-excel.sheet.macroenabled.main+xml",
        "application/vnd.ms-excel.template.macroenabled.main+xml",
    }
)
_TRACE = b"xl/workbook"


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of a workbook into a table for every sheet that is not blank.

    A number shows as its format says, with a decimal comma, and is kept beside its text. A merged cell
    speaks once and leaves empty cells behind. What is filtered out or hidden is data too; hidden sheets
    follow those in sight. Rows of a table are the rows of its sheet. A formula that was never calculated
    is an empty cell with a finding.

    Args:
        data: An .xlsx, .xlsm, .xltx or .xltm, transitional or strict.
        name: What the document is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        UnreadableDocumentError: When the workbook is encrypted, corrupt, hostile or over the limits.
    """
    from localgender.documents.readers.ooxml import Package
    from localgender.documents.readers.sheet import assembled
    from localgender.documents.readers.xlsx_book import read_book
    from localgender.documents.readers.xlsx_walk import read_sheet

    package = Package.open(data, name, limits)
    if not package.main:
        raise UnreadableDocumentError(name, "the archive holds no workbook")
    book = read_book(package)
    sheets = (read_sheet(package, part, book) for part in book.sheets)
    return assembled(sheets, name=name, read_from="xlsx", limits=limits)


def _recognised(data: bytes, name: str) -> bool:
    if not data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return False
    from localgender.documents.readers.ooxml import Package, is_encrypted

    if is_encrypted(data):
        return True
    try:
        package = Package.open(data, name, Limits())
        return package.content_type(package.main).lower() in _TYPES
    except UnreadableDocumentError:
        # What is left of a damaged workbook still names its parts.
        return _TRACE in data


XLSX = Format("xlsx", _recognised, scan)
