"""What the formats share: signs that a file may hold, lines of a title, and cells that run over rows."""

from __future__ import annotations

import re

from localgender.showing.tables import TableText

# XML 1.0 has no place for these, and no other format shows them.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def legal(text: str) -> str:
    r"""Put a replacement character for every sign that a file must not hold, and make line breaks alike.

    >>> legal("Аудит\x00\r\nтериторії")
    'Аудит�\nтериторії'
    """
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def lines_of(title: str) -> list[str]:
    """Return the lines of a title that say something."""
    return [line for line in legal(title).split("\n") if line.strip()]


def heights(words: TableText, column: int) -> list[int]:
    """Return over how many rows each cell of a column runs; 0 where the cell above covers it.

    A cell runs over the blank ones below it where its column says so, up to the next group or sum.
    """
    covering = [1] * len(words.rows)
    if not (words.spans and words.spans[column]):
        return covering
    top: int | None = None
    for number, row in enumerate(words.rows):
        apart = number in words.groups or number >= len(words.rows) - words.foot
        if row[column].strip() or apart:
            top = number if row[column].strip() else None
        elif top is not None:
            covering[top] += 1
            covering[number] = 0
    return covering
