"""Packed parts and fonts of a PDF, let in within bounds and only when they are whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from localgender.documents.grid import Limits
from localgender.errors import UnreadableDocumentError

_FLATE = frozenset(("FlateDecode", "Fl"))
_SPELLED = {
    **dict.fromkeys(("ASCII85Decode", "A85"), ascii85decode),
    **dict.fromkeys(("ASCIIHexDecode", "AHx"), asciihexdecode),
}
_RANGES = re.compile(rb"begin(?:bf|cid)range(.*?)end(?:bf|cid)range", re.DOTALL)
_RANGE = re.compile(rb"<([0-9a-fA-F]{1,8})>\s*<([0-9a-fA-F]{1,8})>\s*(?:<[^>]*>|\[[^\]]*\]|\d+)")
_CODES = 2**16


class Unpacking:
    """Account of what a PDF unpacks to: a small file can hold more than a computer.

    Packed text that breaks off is refused, where the library would silently go on with its beginning.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limit = name, limits.unpacked_bytes
        self._left = self._limit

    def admit(self, stream: PDFStream) -> None:
        """Unpack a part, unless it is a picture, which nobody looks into.

        Raises:
            UnreadableDocumentError: When it is damaged, or all parts together are too large.
        """
        if stream.rawdata is None or _name(stream.get("Subtype")) == "Image":
            return
        data = stream.rawdata
        if stream.decipher and stream.objid is not None and stream.genno is not None:
            data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
        filters = stream.get_filters()
        for each, _ in filters:
            name = _name(each)
            if name in _FLATE:
                data = self._unpacked(data)
            elif name in _SPELLED:
                data = _SPELLED[name](data)
            else:
                return
        if not any(isinstance(settings, dict) and "Predictor" in settings for _, settings in filters):
            stream.data, stream.rawdata = data, None

    def _unpacked(self, data: bytes) -> bytes:
        inflating = zlib.decompressobj()
        try:
            unpacked = inflating.decompress(data, self._left + 1)
            if not inflating.eof and len(unpacked) <= self._left:
                # Some writers leave out the check sum, which is no text.
                inflating = zlib.decompressobj(-zlib.MAX_WBITS)
                unpacked = inflating.decompress(data[2:], self._left + 1)
        except zlib.error as error:
            raise UnreadableDocumentError(self._name, "a packed part is damaged") from error
        self._left -= len(unpacked)
        if self._left < 0:
            raise UnreadableDocumentError(self._name, f"unpacks to more than {self._limit} bytes")
        if not inflating.eof:
            raise UnreadableDocumentError(self._name, "a packed part breaks off")
        return unpacked


class Fonts(PDFResourceManager):
    """Fonts whose tables are looked at first: two numbers in them can ask for billions of entries."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def get_font(self, objid: object, spec: Mapping[str, object]) -> Any:
        """Return a font.

        Raises:
            UnreadableDocumentError: When it has codes that no font can have.
        """
        widths = [resolve1(each) for key in ("W", "W2") for each in resolve1(spec.get(key)) or ()]
        to_unicode = resolve1(spec.get("ToUnicode"))
        codes = _codes(to_unicode.get_data()) if isinstance(to_unicode, PDFStream) else 0
        if codes > 16 * _CODES or any(isinstance(each, int) and abs(each) > _CODES for each in widths):
            raise UnreadableDocumentError(self._name, "a font with more letters than there are")
        return super().get_font(objid, spec)


def _name(literal: object) -> str:
    literal = resolve1(literal)
    return str(literal.name) if isinstance(literal, PSLiteral) else ""


def _codes(table: bytes) -> int:
    ranges = (found for part in _RANGES.finditer(table) for found in _RANGE.finditer(part[1]))
    return sum(max(int(found[2], 16) - int(found[1], 16), 0) for found in ranges)
