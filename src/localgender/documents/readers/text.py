"""Text of tables as they are pasted or exported, by tabs, semicolons, commas or strokes, and prose around."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from unicodedata import normalize

from localgender.documents.grid import Document, Grid, Limits, Paragraph
from localgender.documents.readers import delimited, markdown
from localgender.documents.readers.format import Format
from localgender.errors import UnreadableDocumentError
from localgender.findings import Findings, noticed
from localgender.values.places import Place

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CYRILLIC = re.compile("[А-Яа-яІЇЄҐіїєґ]")
_BREAKS = re.compile("\r\n?|[\f\v\u2028\u2029]")
_OTHER = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^<]*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b|<table[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TABLE = re.compile(rb"<table[\s>]", re.IGNORECASE)
_HEAD = 4096


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn bytes of a text into tables and paragraphs.

    Cells are parted by tabs, by semicolons or commas as spreadsheets export them, or by the strokes of
    Markdown. A few lines without cells inside a table are rows of one cell; more of them end it.

    Args:
        data: UTF-8, UTF-16 with a byte order mark, or Windows-1251, which is noted as guessed.
        name: What the document is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        UnreadableDocumentError: When the bytes are no text, or too many.
    """
    text, encoding = _decoded(data, name)
    if len(text) > limits.characters:
        raise UnreadableDocumentError(name, f"{len(text)} characters, more than {limits.characters}")
    text = _BREAKS.sub("\n", normalize("NFC", text))
    if (cells := text.count("\n") + max(map(text.count, "\t;,|"))) > limits.cells:
        raise UnreadableDocumentError(name, f"{cells} cells, more than {limits.cells}")
    guessed = (
        [noticed("text-guessed", Place(0, 1, 0), encoding=encoding)] if encoding == "windows-1251" else []
    )
    return Document(_blocks(text), name, "text", Findings(guessed))


def _blocks(text: str) -> Iterator[Grid | Paragraph]:
    for part in markdown.parts(text):
        if isinstance(part, Grid):
            yield part
        else:
            yield from delimited.blocks(delimited.records(part))


def _decoded(data: bytes, name: str, *, final: bool = True) -> tuple[str, str]:
    encodings = [encoding for mark, encoding in _BOMS if data.startswith(mark)] or ["utf-8"]
    for encoding in [*encodings, "windows-1251"]:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data, final)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and (encoding != "windows-1251" or _CYRILLIC.search(text)):
            return text, encoding
    raise UnreadableDocumentError(name, "the bytes are no text")


def _recognised(data: bytes, name: str) -> bool:
    if data.startswith(_OTHER) or _TABLE.search(data):
        return False
    try:
        head, _ = _decoded(data[:_HEAD], name, final=len(data) <= _HEAD)
    except UnreadableDocumentError:
        return False
    return not _PAGE.search(head)


TEXT = Format("text", _recognised, scan)
