"""PDF: tables from their ruling lines, made one over page breaks, and the lines of text around them."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from localgender.documents.grid import Document, Grid, Limits, Paragraph
from localgender.documents.readers.deadline import Deadline, TimedOutError
from localgender.documents.readers.format import Format
from localgender.documents.readers.pdf_page import UNTOLD, PdfPage
from localgender.documents.readers.pdf_runs import runs
from localgender.documents.readers.pdf_tables import Block, Margin, blocks_of
from localgender.documents.readers.pdf_words import Wrapped, manner_of
from localgender.errors import LocalGenderError, MissingExtraError, UnreadableDocumentError

_MARK = b"%PDF-"
_TAIL = 4096
_SECONDS, _BYTES_A_SECOND = 60.0, 20_000


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of a PDF into tables and paragraphs, each cell with its page.

    Words that the width of a cell, a hyphen or the end of a page divided are made whole again.

    Args:
        data: Bytes of the file.
        name: What the document is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        MissingExtraError: When pdfminer is not installed.
        UnreadableDocumentError: When the file is damaged, encrypted, scanned without a text layer, over the
            limits, or takes longer than its size explains.
    """
    seconds = _SECONDS + len(data) / _BYTES_A_SECOND
    try:
        with Deadline(seconds):
            return Document(_shown(data, name, limits), name, "pdf")
    except TimedOutError:
        raise UnreadableDocumentError(name, f"not read within {seconds:.0f} seconds") from None


def _shown(data: bytes, name: str, limits: Limits) -> Iterator[Grid | Paragraph]:
    blocks: list[Block] = []
    letters = untold = cells = 0
    for page in _pages(data, name, limits):
        blocks += blocks_of(page)
        letters += sum(not letter.text.isspace() for letter in page.letters)
        untold += sum(letter.text == UNTOLD for letter in page.letters)
    if not letters:
        raise UnreadableDocumentError(name, "there is no text layer; the pages are probably scanned")
    if untold > letters / 2:
        raise UnreadableDocumentError(name, "its fonts do not say which letters they show")
    manner = manner_of(list(_wrapped(blocks)))
    for each in runs(blocks):
        if isinstance(each, Margin):
            yield Paragraph(unicodedata.normalize("NFC", each.line.text.strip()), each.page)
            continue
        cells += each.size
        if cells > limits.cells:
            raise UnreadableDocumentError(name, f"more than {limits.cells} cells")
        yield each.grid(manner)


def _wrapped(blocks: list[Block]) -> Iterator[Wrapped]:
    for block in blocks:
        if isinstance(block, Margin):
            yield Wrapped([block.line])
        else:
            yield from (cell.wrapped for cell in block.cells)


def _pages(data: bytes, name: str, limits: Limits) -> Iterator[PdfPage]:
    try:
        import pdfminer  # noqa: F401
    except ImportError:
        raise MissingExtraError("reading .pdf", "pdf") from None
    from localgender.documents.readers import pdf_source

    if b"startxref" not in data[-_TAIL:]:
        raise UnreadableDocumentError(name, "the file is cut short")
    try:
        with _quiet():
            yield from pdf_source.pages(data, name, limits)
    except LocalGenderError:
        raise
    # Damage makes the library stumble wherever it happens to be, with whatever Python raises there.
    except Exception as error:
        raise UnreadableDocumentError(name, f"the file is damaged: {error!r:.200}") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from writing about damage to standard error; what matters is raised."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _recognised(data: bytes, name: str) -> bool:
    return _MARK in data[:1024]


PDF = Format("pdf", _recognised, scan)
