"""The smallest PDF writer that can rule a table: what tests draw is at hand, object by object."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

HEIGHT, WIDTH = 842, 595
SIZE = 10
# Every letter of the font is half as wide as the type is high.
LETTER = SIZE / 2

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def
1 begincodespacerange <0000> <FFFF> endcodespacerange
4 beginbfrange <0020> <007E> <0020> <00A0> <00BF> <00A0> <0400> <04FF> <0400> <2010> <2130> <2010> endbfrange
endcmap end end"""


def shown(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}>"


def text(x: float, y: float, words: str, size: float = SIZE) -> str:
    """Words whose base line is y down the page."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm {shown(words)} Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def box(left: float, top: float, right: float, bottom: float) -> str:
    return f"{left} {HEIGHT - bottom} {right - left} {bottom - top} re S\n"


Rows = Sequence[Sequence[str | Sequence[str]]]


def table(
    rows: Rows, *, widths: Sequence[float], top: float = 50, left: float = 50, height: float = 30
) -> str:
    """Ruled rows; the text of a cell is one line, or several."""
    drawn = ""
    for number, row in enumerate(rows):
        x, y = left, top + number * height
        for words, width in zip(row, widths, strict=True):
            drawn += box(x, y, x + width, y + height)
            for nth, each in enumerate([words] if isinstance(words, str) else words):
                drawn += text(x + 2, y + 11 + 11 * nth, each) if each else ""
            x += width
    return drawn


def stream(data: bytes, **entries: str) -> bytes:
    listed = "".join(f"/{key} {value}" for key, value in entries.items())
    return f"<</Length {len(data)}{listed}>>stream\n".encode() + data + b"\nendstream"


def packed(data: bytes) -> bytes:
    return stream(zlib.compress(data, 9), Filter="/FlateDecode")


def written(objects: Iterable[bytes], trailer: str = "") -> bytes:
    """A file of objects 1, 2, …; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table_ = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table_}"
    size = len(places) + 1
    return (
        data + f"{end}trailer\n<</Root 1 0 R/Size {size}{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    )


def font_from(number: int) -> tuple[bytes, ...]:
    """The objects of a font, the first of them under a number."""
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/U/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (number + 1, number + 2),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/U/DW 500/FontDescriptor %d 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>" % (number + 3),
        stream(TO_UNICODE),
        b"<</Type/FontDescriptor/FontName/U/Flags 4/Ascent 800/Descent -200/FontBBox[0 -200 1000 800]>>",
    )


FONT = font_from(3)
_FIRST = 3 + len(FONT)


def pdf(
    *pages: str | bytes,
    rotated: int = 0,
    font: Sequence[bytes] = FONT,
    more: Sequence[bytes] = (),
    compressed: bool = False,
    resources: str = "",
) -> bytes:
    """A document of pages as they are drawn; further objects begin after those of the last page."""
    contents = [each.encode() if isinstance(each, str) else each for each in pages]
    numbers = [_FIRST + 2 * nth for nth in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 {WIDTH} {HEIGHT}]>>".encode(),
        *font,
    ]
    for number, content in zip(numbers, contents, strict=True):
        turn = f"/Rotate {rotated}" if rotated else ""
        objects.append(
            f"<</Type/Page/Parent 2 0 R{turn}/Contents {number + 1} 0 R"
            f"/Resources<</Font<</F 3 0 R>>{resources}>>>>".encode()
        )
        objects.append(packed(content) if compressed else stream(content))
    return written([*objects, *more])
