"""Packed parts and fonts of a PDF, let in within bounds and only when they are whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
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
_LZW = frozenset(("LZWDecode", "LZW"))
_RUN_LENGTH = frozenset(("RunLengthDecode", "RL"))
_FAX = frozenset(("CCITTFaxDecode", "CCF"))
_KNOWN = _FLATE | _LZW | _RUN_LENGTH | _FAX | _SPELLED.keys()
_WIDEST = 2**20
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
            if name not in _KNOWN:
                return
            data = self._decoded(name, data)
        predicted = [each for _, each in filters if isinstance(each, dict) and "Predictor" in each]
        if not predicted:
            stream.data, stream.rawdata = data, None
        elif any(_is_wide(each) for each in predicted):
            raise UnreadableDocumentError(self._name, "a packed part with lines longer than any")

    def _decoded(self, name: str, data: bytes) -> bytes:
        if name in _SPELLED:
            return bytes(_SPELLED[name](data))
        if name in _FLATE:
            return self._unpacked(data)
        if name in _LZW:
            return self._counted(LZWDecoder(BytesIO(data)).run())
        if name in _RUN_LENGTH:
            return self._counted(_runs(data))
        raise UnreadableDocumentError(self._name, "a picture stands where text should be")

    def _counted(self, pieces: Iterable[bytes]) -> bytes:
        unpacked = bytearray()
        for piece in pieces:
            unpacked += piece
            self._spend(len(piece))
        return bytes(unpacked)

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise UnreadableDocumentError(self._name, f"unpacks to more than {self._limit} bytes")

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
        self._spend(len(unpacked))
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


def _is_wide(settings: Mapping[str, object]) -> bool:
    numbers = [resolve1(settings.get(key, 1)) for key in ("Columns", "Colors")]
    return any(not isinstance(each, int) or each > _WIDEST for each in numbers)


def _runs(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data) and data[at] != 128:
        length, at = data[at], at + 1
        if length < 128:
            yield data[at : at + length + 1]
            at += length + 1
        else:
            yield data[at : at + 1] * (257 - length)
            at += 1


def _codes(table: bytes) -> int:
    ranges = (found for part in _RANGES.finditer(table) for found in _RANGE.finditer(part[1]))
    return sum(max(int(found[2], 16) - int(found[1], 16), 0) for found in ranges)
