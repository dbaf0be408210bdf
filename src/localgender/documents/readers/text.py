"""Tab-separated text of a table as it is pasted or exported, with the prose around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from localgender.documents.grid import Document, Grid, Limits, Paragraph
from localgender.documents.readers.format import Format
from localgender.errors import UnreadableDocumentError
from localgender.findings import Findings, noticed
from localgender.values.places import Place

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CYRILLIC = re.compile("[А-Яа-яІЇЄҐіїєґ]")
# A cell is quoted only when it has to be, for a break, a tab or a quote inside; "Рівні" keeps its quotes.
_QUOTED = re.compile(r'(?:(?<=\t)|(?<=\n)|\A)"((?:[^"]|"")*)"(?=\t|\n|\Z)')


def scan(data: bytes, name: str, limits: Limits) -> Document:
    """Turn bytes of a text into tables and paragraphs.

    Lines with tabs between them make a table; a line without tabs inside a table is a row of one cell.

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
    records = list(_records(unicodedata.normalize("NFC", text)))
    if (cells := sum(map(len, records))) > limits.cells:
        raise UnreadableDocumentError(name, f"{cells} cells, more than {limits.cells}")
    guessed = (
        [noticed("text-guessed", Place(0, 1, 0), encoding=encoding)] if encoding == "windows-1251" else []
    )
    return Document(_blocks(records), name, "text", Findings(guessed))


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    encodings = [encoding for mark, encoding in _BOMS if data.startswith(mark)] or ["utf-8"]
    for encoding in [*encodings, "windows-1251"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text) and (encoding != "windows-1251" or _CYRILLIC.search(text)):
            return text, encoding
    raise UnreadableDocumentError(name, "the bytes are no text")


def _records(text: str) -> Iterator[list[str]]:
    """Split into lines, and each line into cells."""
    lines = re.sub(r"\r\n?|\f|\v|\u2028|\u2029", "\n", text)
    kept: list[str] = []

    def shelter(quoted: re.Match[str]) -> str:
        inside = quoted[1]
        if not re.search(r'\n|\t|""', inside):
            return quoted[0]
        kept.append(inside.replace('""', '"'))
        return f"\x00{len(kept) - 1}\x00"

    for line in _QUOTED.sub(shelter, lines).split("\n"):
        yield [re.sub("\x00(\\d+)\x00", lambda mark: kept[int(mark[1])], cell) for cell in line.split("\t")]


def _blocks(records: list[list[str]]) -> Iterator[Grid | Paragraph]:
    tabbed = [number for number, cells in enumerate(records) if len(cells) > 1]
    first, last = (tabbed[0], tabbed[-1]) if tabbed else (len(records), len(records))
    yield from _prose(records[:first])
    if tabbed:
        yield Grid(cells for cells in records[first : last + 1] if any(cell.strip() for cell in cells))
    yield from _prose(records[last + 1 :])


def _prose(records: list[list[str]]) -> Iterator[Paragraph]:
    for cells in records:
        for text in cells:
            if text.strip():
                yield Paragraph(text)


def _recognised(data: bytes, name: str) -> bool:
    try:
        _decoded(data[:4096].rsplit(b"\n", 1)[0] if len(data) > 4096 else data, name)
    except UnreadableDocumentError:
        return False
    return True


TEXT = Format("text", _recognised, scan)
