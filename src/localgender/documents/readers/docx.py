"""Word documents: paragraphs and tables as they are printed, tracked changes taken as accepted."""

from __future__ import annotations

from localgender.documents.grid import Document, Grid, Limits, Paragraph
from localgender.documents.readers.format import Format
from localgender.errors import UnreadableDocumentError

_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
_TRACE = b"word/document"


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of a Word document into paragraphs and tables.

    A merged cell speaks once and leaves empty cells behind. Numbers of lists, which Word draws without
    storing them, stand before their paragraphs. Footnotes follow at the end, each after its raised number.

    Args:
        data: A .docx, .docm, .dotx or .dotm, transitional or strict.
        name: What the document is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        UnreadableDocumentError: When the document is encrypted, corrupt, hostile or over the limits.
    """
    from localgender.documents.readers.docx_markup import read_blocks
    from localgender.documents.readers.ooxml import Package

    package = Package.open(data, name, limits)
    if not package.main:
        raise UnreadableDocumentError(name, "the archive holds no document")
    blocks = (Paragraph(block) if isinstance(block, str) else Grid(block) for block in read_blocks(package))
    return Document(blocks, name, "docx")


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
        # What is left of a damaged document still names its parts.
        return _TRACE in data


DOCX = Format("docx", _recognised, scan)
