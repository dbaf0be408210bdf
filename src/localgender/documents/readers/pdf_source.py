"""Bytes of a PDF to pages of letters and rules; the one module that knows pdfminer."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from localgender.documents.grid import Limits
from localgender.documents.readers.pdf_content import steps
from localgender.documents.readers.pdf_page import UNTOLD, Letter, PdfPage, Rule
from localgender.documents.readers.pdf_streams import Fonts, Unpacking
from localgender.errors import UnreadableDocumentError

_SPELLED = str.maketrans({"*": "_a", "'": "_q", '"': "_w"})
# Colours, pictures and marks move no letter and no rule.
_METHODS = {
    operator.encode(): f"do_{operator.translate(_SPELLED)}"
    for operator in """b B b* B* BT c cm Do f f* h l m n q Q re s S T* Tc Td TD Tf Tj TJ TL Tm Ts Tw Tz v w y
        ' \"""".split()
}

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_PAGES = 5000
_DRAWING = 32 * 2**20
# Maps and charts have more lines than any table.
_RULES = 20_000
_THIN = 3.0
_THICK = 6.0
_STRAIGHT = 0.5
_BLANK = 32
# No page is as large as that, and no sum of such numbers is infinite.
_FAR = 1e6
_INVISIBLE = 1e-3


def pages(data: bytes, name: str, limits: Limits) -> Iterator[PdfPage]:
    """Yield the pages of a PDF.

    Raises:
        UnreadableDocumentError: When it asks for a password, lacks a part, or is over the limits.
    """
    try:
        document = _Document(_Parser(data, Unpacking(name, limits)))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise UnreadableDocumentError(name, "the document is encrypted; it needs a password") from None
    stated = resolve1(resolve1(document.catalog.get("Pages", {})).get("Count", 0))
    device = _Device(Fonts(name), name, limits)
    number = 0
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > _PAGES:
            raise UnreadableDocumentError(name, f"more than {_PAGES} pages")
        if not all(isinstance(resolve1(part), PDFStream) for part in page.contents):
            raise UnreadableDocumentError(name, f"page {number} has lost its text")
        _Interpreter(device.rsrcmgr, device).process_page(page)
        yield PdfPage(number, *device.take())
    if isinstance(stated, int) and number < stated:
        raise UnreadableDocumentError(name, f"{number} pages are left of {stated}")


class _Parser(PDFParser):
    """Parser that unpacks streams within bounds, those included that say where the others are."""

    def __init__(self, data: bytes, unpacking: Unpacking) -> None:
        self.unpacking = unpacking
        super().__init__(io.BytesIO(data))

    def push(self, *objs: tuple[int, Any]) -> None:
        for _, found in objs:
            if isinstance(found, PDFStream) and not found.decipher:
                self.unpacking.admit(found)
        super().push(*objs)


class _Document(PDFDocument):
    """Document that unpacks encrypted streams within bounds, once their key is known."""

    def __init__(self, parser: _Parser) -> None:
        self._unpacking = parser.unpacking
        super().__init__(parser)

    def getobj(self, objid: int) -> object:
        found, passed = super().getobj(objid), {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in passed:
                raise ValueError(f"object {objid} points at itself")
            passed.add(found.objid)
            found = super().getobj(found.objid)
        if isinstance(found, PDFStream) and found.decipher:
            self._unpacking.admit(found)
        return found


class _Interpreter(PDFPageInterpreter):
    """Interpreter that stops at a page that draws without end, as forms that draw forms can make it."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        """Draw the content of a page or form, unless it is being drawn already."""
        parts = [part for each in streams if isinstance(part := resolve1(each), PDFStream)]
        drawn = [part for part in parts if part.objid not in self.parent_stream_ids]
        self.stream_ids = {part.objid for part in drawn if part.objid is not None}
        content = b"\n".join(part.get_data() for part in drawn)
        self.device.spend(len(content))
        for operator, operand in steps(content):
            if operator:
                self._do(operator)
            else:
                self.argstack.append(operand)

    def _do(self, operator: bytes) -> None:
        name = _METHODS.get(operator)
        if name is not None:
            method = getattr(self, name)
            count = method.__code__.co_argcount - 1
            if len(self.argstack) >= count:
                method(*self.pop(count))
        self.argstack.clear()


class _Device(PDFTextDevice):
    """Takes what is drawn and keeps letters and rules."""

    ctm: Matrix

    def __init__(self, resources: PDFResourceManager, name: str, limits: Limits) -> None:
        super().__init__(resources)
        self._name, self._limits = name, limits
        self._drawn = self._characters = 0
        self._letters: list[Letter] = []
        self._rules: list[Rule] = []
        self._glyphs: dict[tuple[PDFFont, int], tuple[str, float]] = {}

    def spend(self, length: int) -> None:
        """Count what is about to be drawn."""
        self._drawn += length + 200
        if self._drawn > _DRAWING:
            raise UnreadableDocumentError(self._name, f"pages drawn by more than {_DRAWING} bytes")

    def take(self) -> tuple[tuple[Letter, ...], tuple[Rule, ...]]:
        """Return the letters and rules drawn since the last time."""
        letters = tuple(filter(_is_visible, self._letters))
        rules = tuple(each for each in self._rules if all(abs(place) < _FAR for place in each))
        self._letters.clear()
        self._rules.clear()
        self._characters += sum(len(letter.text) for letter in letters)
        if self._characters > self._limits.characters:
            raise UnreadableDocumentError(self._name, f"more than {self._limits.characters} characters")
        return letters, rules if len(rules) <= _RULES else ()

    def render_string_horizontal(  # noqa: PLR0917
        self,
        seq: Iterable[Any],
        matrix: Matrix,
        pos: Point,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: Any,
        graphicstate: Any,
    ) -> Point:
        """Keep the letters of a text and return where it ends."""
        a, b, c, d, e, f = matrix
        x, y = pos
        e, f = e + y * c, f + y * d
        spaced = 0.0
        for part in seq:
            if isinstance(part, int | float):
                x -= part * dxscale
                spaced = charspace
            elif isinstance(part, bytes):
                for cid in font.decode(part):
                    x += spaced
                    x += self.render_char(
                        (a, b, c, d, x * a + e, x * b + f), font, fontsize, scaling, rise, cid
                    )
                    if cid == _BLANK:
                        x += wordspace
                    spaced = charspace
        return x, y

    def render_char(  # noqa: PLR0917
        self, matrix: Matrix, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int, *_: Any
    ) -> float:
        """Keep a letter and return how far it moves the next one on."""
        a, b, c, d, e, f = matrix
        text, width = self._glyphs.get((font, cid)) or self._glyph(font, cid)
        advance = width * fontsize * scaling
        size = abs(fontsize) * math.hypot(c, d)
        e, f = e + rise * c, f + rise * d
        if b == 0 and a > 0:
            right = e + advance * a
            self._letters.append(Letter(text, (e + right) / 2, -f - 0.3 * size, e, right, -f, size, 0))
        else:
            length = advance * math.hypot(a, b)
            if not math.isfinite(e + f + length + size):
                return advance
            self._letters.append(_turned(Letter(text, e, f, 0, length, 0, size, 0), math.atan2(b, a)))
        return advance

    def _glyph(self, font: PDFFont, cid: int) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
            text.encode()
        except (PDFUnicodeNotDefined, UnicodeEncodeError):
            text = UNTOLD
        glyph = self._glyphs[font, cid] = text, font.char_width(cid)
        return glyph

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Keep the straight lines of a path, and its boxes that are as thin as lines."""
        subpaths = self._subpaths(path)
        if stroke and graphicstate.linewidth * math.sqrt(abs(_scale(self.ctm))) <= _THICK:
            for points in subpaths:
                self._rules += [rule for ends in pairwise(points) if (rule := _straight(*ends))]
        elif fill:
            self._rules += [rule for points in subpaths if (rule := _thin(points))]

    def _subpaths(self, path: Sequence[Any]) -> list[list[Point]]:
        a, b, c, d, e, f = self.ctm
        subpaths: list[list[Point]] = []
        for operator, *numbers in path:
            if operator == "m" or not subpaths:
                subpaths.append([])
            points = subpaths[-1]
            if operator == "h" and points:
                points.append(points[0])
            elif len(numbers) >= 2:
                x, y = numbers[-2:]
                points.append((a * x + c * y + e, -(b * x + d * y + f)))
        return subpaths


def _is_visible(letter: Letter) -> bool:
    return abs(letter.x) < _FAR and abs(letter.y) < _FAR and letter.size > _INVISIBLE


def _scale(matrix: Matrix) -> float:
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def _turned(letter: Letter, angle: float) -> Letter:
    """Place a letter, given as if it began at 0, in a line that does not run to the right.

    On the way in, y grows upwards.
    """
    cos, sin = math.cos(angle), math.sin(angle)
    text, x, y, _, length, _, size, _ = letter
    along, up = x * cos + y * sin, y * cos - x * sin
    return Letter(
        text,
        x + cos * length / 2 - sin * 0.3 * size,
        -(y + sin * length / 2 + cos * 0.3 * size),
        along,
        along + length,
        -up,
        size,
        round(math.degrees(angle)) % 360,
    )


def _straight(start: Point, stop: Point) -> Rule | None:
    (x0, y0), (x1, y1) = sorted((start, stop))
    if abs(y1 - y0) <= _STRAIGHT or x1 - x0 <= _STRAIGHT:
        return Rule(x0, min(y0, y1), x1, max(y0, y1))
    return None


def _thin(points: list[Point]) -> Rule | None:
    """Return the middle line of a filled box, unless it is a background rather than a line."""
    if len(points) < 3:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if bottom - top <= _THIN and right - left > bottom - top:
        middle = (top + bottom) / 2
        return Rule(left, middle, right, middle)
    if right - left <= _THIN and bottom - top > right - left:
        middle = (left + right) / 2
        return Rule(middle, top, middle, bottom)
    return None
