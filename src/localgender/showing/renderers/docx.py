"""Tables as .docx documents, in markup of our own: a real table that can be handed in.

Source: ECMA-376, part 1, chapter 17 (WordprocessingML).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from localgender.showing.renderers import docx_parts as parts
from localgender.showing.renderers.cells import heights, legal, lines_of
from localgender.showing.tables import Align, Table, TableText, in_words

_MADE = (1980, 1, 1, 0, 0, 0)
# Sizes are in twentieths of a point: A4, and margins of a Ukrainian official paper, wide for the file.
_SHORT, _LONG = 11_906, 16_838
_LEFT, _RIGHT, _TOP = 1_134, 567, 851
_LETTER, _SMALL_LETTER, _PADDING, _NARROWEST, _USUAL, _WORD = 98, 84, 190, 450, 25, 16
_TURNED_FROM, _SMALL_FROM = 6, 9


def render(table: Table, language: str = "uk") -> bytes:
    """Write a table as a document; the same table gives the same bytes.

    The header is repeated on every page, and a cell that runs over several rows is one merged cell. The
    page lies on its side where the table is wide.

    >>> render(Table("Кошти", ["Захід"], [["Аудит"]]))[:2]
    b'PK'

    Args:
        table: Any table.
        language: "uk" or "en"; also that of the spelling checker.
    """
    words = in_words(table, language)
    texts = {
        **parts.FIXED,
        "word/document.xml": _document(words),
        "word/styles.xml": parts.styles(words.language, small=_is_small(words)),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, parts.XML + text)
    return written.getvalue()


def _document(words: TableText) -> str:
    turned = _is_wide(words)
    width, height = (_LONG, _SHORT) if turned else (_SHORT, _LONG)
    title = [
        _paragraph(line, "Title" if not number else "Lead")
        for number, line in enumerate(lines_of(words.title))
    ]
    notes = [_paragraph(line, "Note") for note in words.notes for line in legal(note).split("\n")]
    table = "".join(_table(words, width - _LEFT - _RIGHT)) if words.names else ""
    turn = ' w:orient="landscape"' if turned else ""
    # A table is never the last block of a body.
    after = notes or [_paragraph("", "Note")]
    return (
        f'<w:document xmlns:w="{parts.WORDS}"><w:body>{"".join(title)}{table}{"".join(after)}'
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
        f'<w:pgMar w:top="{_TOP}" w:right="{_RIGHT}" w:bottom="{_TOP}" w:left="{_LEFT}" w:header="567" '
        'w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _is_wide(words: TableText) -> bool:
    return len(words.names) >= _TURNED_FROM


def _is_small(words: TableText) -> bool:
    return len(words.names) >= _SMALL_FROM


def _table(words: TableText, width: int) -> Iterator[str]:
    widths = _widths(words, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    if any(words.names):
        cells = [_cell(name, each, "Head") for name, each in zip(words.names, widths, strict=True)]
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"
    covers = [heights(words, column) for column in range(len(words.names))]
    stop = len(words.rows) - words.foot
    for number, row in enumerate(words.rows):
        for group in lines_of(words.groups.get(number, "")):
            name = _cell(group, sum(widths), "Group", f'<w:gridSpan w:val="{len(widths)}"/>')
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{name}</w:tr>"
        styles = ["Figure" if align is Align.RIGHT else "Cell" for align in words.aligns]
        cells = [
            _cell(text, each, style, _merge(covers[column][number]), strong=number >= stop)
            for column, (text, each, style) in enumerate(zip(row, widths, styles, strict=True))
        ]
        yield f"<w:tr>{''.join(cells)}</w:tr>"
    yield "</w:tbl>"


def _merge(tall: int) -> str:
    return "" if tall == 1 else "<w:vMerge/>" if tall == 0 else '<w:vMerge w:val="restart"/>'


def _cell(text: str, width: int, style: str, span: str = "", *, strong: bool = False) -> str:
    lines = "".join(_paragraph(line, style, strong=strong) for line in legal(text).split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{lines}</w:tc>'


def _paragraph(line: str, style: str, *, strong: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if strong else ""
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in line.split("\t")
    )
    run = f"<w:r>{look}{pieces}</w:r>" if line else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _widths(words: TableText, width: int) -> list[int]:
    """Share the page out by what columns hold: figures get what they need, texts by their length."""
    needed = [_needed(words, column) for column in range(len(words.names))]
    fewest = [least for least, _ in needed]
    left = max(width - sum(fewest), 0)
    wishes = [max(wish - least, 0) for least, wish in needed]
    whole = sum(wishes) or 1
    share = min(left, whole)
    return [least + wish * share // whole for least, wish in zip(fewest, wishes, strict=True)]


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _needed(words: TableText, column: int) -> tuple[int, int]:
    """Return the narrowest and the best width of a column."""
    cells = [row[column] for row in words.rows]
    letter = _SMALL_LETTER if _is_small(words) else _LETTER
    # Names are set in bold, which takes more room.
    head = min(_longest_word([words.names[column]]), _WORD) * _LETTER
    least = max(_NARROWEST, head + _PADDING, min(_longest_word(cells), _WORD) * letter + _PADDING)
    if words.aligns[column] is Align.RIGHT:
        return least, least
    spoken = [len(cell) for cell in cells if cell] or [1]
    # A column of long texts gets more of the page, but not as much more as its texts are longer.
    wish = min(max(spoken), _USUAL + sum(spoken) // len(spoken) // 3)
    # A cell beside several rows has room below it.
    wish = wish // 2 if words.spans and words.spans[column] else wish
    return least, max(least, wish * letter + _PADDING)
