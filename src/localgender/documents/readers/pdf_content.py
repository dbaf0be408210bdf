"""What the pages of a PDF are drawn by, taken apart in one go; what is unusual is left to the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import LIT, PSKeyword

# An operator, or what it works on after an empty name.
Step = tuple[bytes, Any]

_HEX = rb"<[0-9A-Fa-f\s]*+>"
_TEXT = rb"\((?:[^()\\]++|\\.)*+\)"
_NUMBER = rb"[+-]?(?:\d+\.?\d*|\.\d+)"
_SPACE = rb"(?:[\s\0]++|%[^\r\n]*+)*+"
_TOKEN = re.compile(
    rb"(?:"
    rb"(?P<number>" + _NUMBER + rb")"
    rb"|(?P<operator>[A-Za-z][A-Za-z0-9]*+\*?(?=[\s/\[(<%]|\Z)|['\"])"
    rb"|\[(?P<array>(?:[\s\d.+-]++|" + _HEX + rb"|" + _TEXT + rb")*+)\]"
    rb"|(?P<hex>" + _HEX + rb")"
    rb"|(?P<text>" + _TEXT + rb")"
    rb"|/(?P<name>[^\s\0/%\[\]()<>{}]*+)"
    rb"|(?P<properties><<(?:[^<>()]++|" + _HEX + rb"|" + _TEXT + rb")*+>>)"
    rb"|(?P<other>.)"
    rb")" + _SPACE,
    re.DOTALL,
)
_BLANK = re.compile(_SPACE)
_PART = re.compile(rb"(" + _NUMBER + rb")|<([^>]*+)>|(" + _TEXT + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_SPELLED_OUT = re.compile(rb"#([0-9A-Fa-f]{0,2})")
_SIGNS = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r"}
# Pictures are written between their operators as bytes of any kind, and these words are no operators.
_UNUSUAL = frozenset((b"BI", b"ID", b"EI", b"true", b"false"))
# Properties of marked content, into which nobody looks.
_UNSEEN: dict[str, object] = {}


def steps(data: bytes) -> Iterator[Step]:
    """Split the content of a page into operators and what they work on.

    >>> [step for step in steps(b"/F1 12 Tf [(a) -5 <62>] TJ") if step[0] or isinstance(step[1], list)]
    [(b'Tf', None), (b'', [b'a', -5.0, b'b']), (b'TJ', None)]
    """
    blank = _BLANK.match(data)
    for token in _TOKEN.finditer(data, blank.end() if blank else 0):
        kind = token.lastgroup or "other"
        written = token[kind]
        if kind == "number":
            yield b"", float(written)
        elif kind == "operator" and written not in _UNUSUAL:
            yield written, None
        elif kind == "array":
            yield b"", list(map(_part, _PART.findall(written)))
        elif kind in {"hex", "text"}:
            yield b"", _part((b"", written[1:-1], b"") if kind == "hex" else (b"", b"", written))
        elif kind == "name":
            yield b"", LIT(_name(written))
        elif kind == "properties":
            yield b"", _UNSEEN
        else:
            yield from _left_to_the_library(data[token.start() :])
            return


def _left_to_the_library(data: bytes) -> Iterator[Step]:
    parser = PDFContentParser([PDFStream({}, data)])
    while True:
        try:
            _, found = parser.nextobject()
        except PSEOF:
            return
        yield (found.name, None) if isinstance(found, PSKeyword) else (b"", found)


def _part(written: tuple[bytes, bytes, bytes]) -> float | bytes:
    number, digits, text = written
    if text:
        return _unescaped(text)
    return float(number) if number else _unhexed(digits)


def _name(written: bytes) -> str | bytes:
    if b"#" in written:
        written = _SPELLED_OUT.sub(
            lambda sign: bytes.fromhex(f"{sign[1].decode():0>2}" if sign[1] else ""), written
        )
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written


def _unhexed(written: bytes) -> bytes:
    if len(written) % 2 or not written.isalnum():
        written = b"".join(written.split())
        written += b"0" * (len(written) % 2)
    return bytes.fromhex(written.decode())


def _unescaped(written: bytes) -> bytes:
    inside = written[1:-1]
    return _ESCAPE.sub(_sign, inside) if b"\\" in inside else inside


def _sign(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    if sign[:1].isdigit() and sign[:1] < b"8":
        return bytes((int(sign, 8) & 0xFF,))
    return b"" if sign in {b"\n", b"\r", b"\r\n"} else _SIGNS.get(sign, sign)
