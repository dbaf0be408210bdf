"""Web pages: tables with their spans, and the text around them, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender.documents.grid import Document, Limits
from localgender.documents.readers.format import Format
from localgender.documents.readers.html_page import HtmlPage
from localgender.errors import MissingExtraError, UnreadableDocumentError
from localgender.findings import Findings, noticed
from localgender.values.places import Place

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w:-]{1,40})"
    rb"|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w:-]{1,40})",
    re.IGNORECASE,
)
# As browsers take the labels: Latin-1 means Windows-1252, and a page that could say UTF-16 in ASCII is UTF-8.
_LABELS = {
    **dict.fromkeys(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(("windows-1251", "cp1251", "cp-1251", "x-cp1251", "win-1251", "win1251"), "windows-1251"),
    **dict.fromkeys(("windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii"), "windows-1252"),
    **dict.fromkeys(("koi8-u", "koi8-ru"), "koi8-u"),
    **dict.fromkeys(("koi8-r", "koi8"), "koi8-r"),
    **dict.fromkeys(("ibm866", "cp866", "866"), "cp866"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian", "mac-cyrillic"), "mac-cyrillic"),
    "iso-8859-5": "iso-8859-5",
}
_CYRILLIC = re.compile("[А-Яа-яІЇЄҐіїєґ]")
_BEGINS = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml\b[^>]{0,300}>\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|center|h[1-6]|p|font|span|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_HEAD = 4096
_PIECE = 2**16


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn the bytes of a web page into tables and paragraphs.

    Scripts, styles, comments and hidden elements are no part of what is shown; nothing is run or fetched.

    Args:
        data: Bytes of the page; the encoding is that of its mark, of its declaration, strict UTF-8, or
            Windows-1251, which is noted as guessed.
        name: What the document is called in messages.
        limits: Sizes beyond which it is refused.

    Raises:
        MissingExtraError: When lxml is not installed.
        UnreadableDocumentError: When the bytes are no text, or over the limits.
    """
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("reading .html", "html") from None
    text, guessed = _decoded(data, name)
    page = HtmlPage(name, limits, end_tags=text.count("</"))
    # Given text, the parser would refuse a declared encoding; given bytes, it is told the one that was found.
    source = text.encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", target=page, huge_tree=True)
    try:
        # What the page refuses stops the parser at the end of a piece, not of the whole text.
        for start in range(0, len(source), _PIECE):
            parser.feed(source[start : start + _PIECE])
        parser.close()
    except etree.LxmlError as error:
        raise UnreadableDocumentError(name, f"the page cannot be parsed: {error}") from error
    findings = [noticed("text-guessed", Place(0, 1, 0), encoding=guessed)] if guessed else []
    return Document(page.blocks(), name, "html", Findings(findings))


def _decoded(data: bytes, name: str) -> tuple[str, str | None]:
    """Return the text, and the encoding where it had to be guessed."""
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), None
        except UnicodeDecodeError:
            continue
    if (mended := _nearly_utf8(data)) is not None:
        return mended, "utf-8"
    try:
        text = data.decode("windows-1251")
    except UnicodeDecodeError:
        text = ""
    if not _CYRILLIC.search(text):
        raise UnreadableDocumentError(name, "the bytes are no text")
    return text, "windows-1251"


def _encodings(data: bytes) -> Iterator[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield encoding
    declared = _DECLARED.search(data[:_HEAD])
    label = (declared[1] or declared[2]).decode("ascii", "replace").lower() if declared else ""
    # Letters of a one-byte encoding practically never make valid UTF-8, so a template's wrong label yields.
    if not data.isascii():
        yield "utf-8"
    yield _LABELS.get(label, "utf-8")


def _nearly_utf8(data: bytes) -> str | None:
    """Decode UTF-8 that was cut in the middle of a letter here and there."""
    text = data.decode("utf-8", "replace")
    broken, letters = text.count("\ufffd"), len(_CYRILLIC.findall(text))
    return text if letters > 100 * broken else None


def _recognised(data: bytes, name: str) -> bool:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            head = data[:_HEAD].decode(encoding, "ignore")
            break
    else:
        head = data[:_HEAD].decode("latin-1")
    if _BEGINS.match(head):
        return True
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return "\0" not in head and _WITHIN.search(head if named else head[:1024]) is not None


HTML = Format("html", _recognised, scan)
