"""OpenDocument spreadsheets, which store what they show beside every number."""

from __future__ import annotations

from localgender.documents.grid import Document, Limits
from localgender.errors import UnreadableDocumentError


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of an .ods into a table for every sheet that is not blank.

    Cells read as those of an .xlsx do. Numbers and days that the document shows in English are shown in
    Ukrainian, so that 2.4 and 2,4 are the same here too.

    Raises:
        UnreadableDocumentError: When the spreadsheet is encrypted, corrupt, hostile or over the limits.
    """
    from localgender.documents.readers.ods_walk import read_sheets
    from localgender.documents.readers.ooxml import Package
    from localgender.documents.readers.sheet import assembled

    package = Package.open(data, name, limits)
    if any(package.tags("META-INF/manifest.xml", ("encryption-data",))):
        raise UnreadableDocumentError(name, "the document is encrypted; save it without a password")
    return assembled(read_sheets(package), name=name, read_from="ods", limits=limits)
