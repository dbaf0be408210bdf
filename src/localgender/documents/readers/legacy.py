"""Formats from before 2007, and those of other programs: .xls, .ods, .xlsb, .doc, .odt, .rtf."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from localgender.documents.grid import Document, Limits
from localgender.documents.readers.format import Format
from localgender.errors import UnreadableDocumentError

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_BINARY_SHEET = "application/vnd.ms-excel.sheet.binary.macroenabled.main"


def kind_of(data: bytes) -> str:
    """Tell from its bytes which of these formats a document is of, by its suffix; empty when of none."""
    from localgender.documents.readers.ole import MAGIC, Compound

    if data.startswith(MAGIC):
        names = Compound(data).top
        return "xls" if "Workbook" in names or "Book" in names else "doc" if "WordDocument" in names else ""
    if data.startswith(b"PK"):
        return _kind_of_archive(data)
    return "rtf" if data[:64].lstrip().startswith(b"{\\rtf") else ""


def _kind_of_archive(data: bytes) -> str:
    from localgender.documents.readers.ooxml import Package

    # The first entry of an OpenDocument is its type, stored as it is.
    if _OPEN_DOCUMENT in data[:200]:
        kind = data.partition(_OPEN_DOCUMENT)[2]
        return "ods" if kind.startswith(b"spreadsheet") else "odt" if kind.startswith(b"text") else ""
    try:
        package = Package.open(data, "", Limits())
        return "xlsb" if package.content_type(package.main).lower() == _BINARY_SHEET else ""
    except UnreadableDocumentError:
        return ""


def scan_sheets(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of an .xls, .ods or .xlsb into a table for every sheet that is not blank.

    The first is read through xlrd, the last through LibreOffice where it is installed.

    Args:
        data: The document.
        name: What it is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        MissingExtraError: When a library is needed that is not installed.
        UnreadableDocumentError: When the document is encrypted, corrupt or over the limits, or needs
            LibreOffice.
    """
    kind = kind_of(data)
    if kind == "xls":
        from localgender.documents.readers import xls

        return xls.scan(data, name, limits)
    if kind == "ods":
        from localgender.documents.readers import ods

        return ods.scan(data, name, limits)
    from localgender.documents.readers import xlsx

    return _through(xlsx.scan, data, name, limits, source=kind or "xlsb", target="xlsx")


def scan_texts(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of a .doc, .odt or .rtf into tables and paragraphs, through LibreOffice.

    Args:
        data: The document.
        name: What it is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        UnreadableDocumentError: When LibreOffice is not installed or cannot open the document, or it is over
            the limits.
    """
    from localgender.documents.readers import docx

    return _through(docx.scan, data, name, limits, source=kind_of(data) or "doc", target="docx")


def _through(
    read: Callable[[bytes, str, Limits], Document],
    data: bytes,
    name: str,
    limits: Limits,
    *,
    source: str,
    target: str,
) -> Document:
    from localgender.documents.readers.libreoffice import converted

    document = read(converted(data, name, limits, source=source, target=target), name, limits)
    return evolve(document, format=source)


# Named functions, which another process finds again.
def _is_sheets(data: bytes, name: str) -> bool:
    return kind_of(data) in {"xls", "ods", "xlsb"}


def _is_texts(data: bytes, name: str) -> bool:
    return kind_of(data) in {"doc", "odt", "rtf"}


LEGACY_SHEETS = Format("xls/ods/xlsb", _is_sheets, scan_sheets)
LEGACY_TEXTS = Format("doc/odt/rtf", _is_texts, scan_texts)
