"""Tables as plain text in aligned columns, for a terminal or a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from localgender.showing.tables import Align, Table, TableText, in_words
from localgender.showing.tones import Paint, plain

_GAP = "  "
_NARROWEST, _WORD = 8, 30
_UNSEEN = ("Mn", "Me", "Cf")


def render(
    table: Table,
    language: str = "uk",
    *,
    width: int = 100,
    headings: bool = True,
    lines: int | None = None,
    tone: str = "heading",
    paint: Paint = plain,
) -> str:
    """Write a table; cells too wide for it are wrapped.

    >>> print(render(Table("", ["Захід"], [["Аудит безпеки території"]]), width=14))
    Захід
    ──────────────
    Аудит безпеки
    території
    <BLANKLINE>

    Args:
        table: Any table.
        language: "uk" or "en".
        width: Columns of the page; figures are never broken, so a table of many may be wider.
        headings: Whether to write the names of columns.
        lines: Most lines of one cell; what is longer is cut off with an ellipsis.
        tone: How the title stands out: "heading", or the word of a severity.
        paint: Makes a line stand out; takes it and its tone.
    """
    words = in_words(table, language)
    title = "\n".join(paint(line, tone) for line in wrapped(words.title, width)) if words.title else ""
    notes = ["\n".join(wrapped(note, width)) for note in words.notes]
    grid = "\n".join(_grid(words, width, headings=headings, lines=lines, paint=paint))
    return "\n\n".join(filter(None, [title, grid, "\n".join(notes)])) + "\n"


def _grid(words: TableText, width: int, *, headings: bool, lines: int | None, paint: Paint) -> Iterator[str]:
    names = words.names if headings else ("",) * len(words.names)
    indent = _GAP if words.groups else ""
    widths = _widths(names, words, width - len(indent))
    if any(names):
        yield from (indent + line for line in _row(names, widths, words.aligns))
        yield indent + _GAP.join("─" * each for each in widths)
    for number, row in enumerate(words.rows):
        if number in words.groups:
            yield from (paint(line, "group") for line in wrapped(words.groups[number], width))
        yield from (indent + line for line in _row(row, widths, words.aligns, lines))


def _row(
    cells: Sequence[str], widths: Sequence[int], aligns: Sequence[Align], lines: int | None = None
) -> Iterator[str]:
    columns = [_cut(wrapped(cell, each), each, lines) for cell, each in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        placed = zip(parts, widths, aligns, strict=True)
        yield _GAP.join(_set(part, each, align) for part, each, align in placed).rstrip()


def _set(part: str, width: int, align: Align) -> str:
    blanks = " " * (width - measured(part))
    return blanks + part if align is Align.RIGHT else part + blanks


def _cut(parts: list[str], width: int, lines: int | None) -> list[str]:
    if lines is None or len(parts) <= lines:
        return parts
    last = parts[lines - 1]
    while last and measured(last) + 2 > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*parts[: lines - 1], f"{last} …".lstrip()]


def _widths(names: Sequence[str], words: TableText, width: int) -> list[int]:
    """Share the width out: figures get what they need, texts what is left, the shortest first."""
    figures = [each is Align.RIGHT for each in words.aligns]
    # The name of a column of figures may wrap, its figures may not.
    needed = [
        max(measured(each) for each in (*(name.split(" ") if figure else [name]), *column))
        for name, figure, column in zip(names, figures, _columns(words), strict=True)
    ]
    texts = sorted((index for index, figure in enumerate(figures) if not figure), key=needed.__getitem__)
    left = width - len(_GAP) * (len(names) - 1) - sum(needed) + sum(needed[index] for index in texts)
    whole = {index: min(needed[index], _longest_word(words.rows, index)) for index in texts}
    # Where the words of all columns fit, none of them takes the place that a later one needs for its own.
    kept = sum(whole.values()) if sum(whole.values()) <= left else 0
    for number, index in enumerate(texts):
        kept = max(kept - whole[index], 0)
        fair = min(left // (len(texts) - number), left - kept)
        needed[index] = min(needed[index], max(_NARROWEST, fair, min(whole[index], left)))
        left -= needed[index]
    return needed


def _longest_word(rows: Sequence[Sequence[str]], index: int) -> int:
    widest = max((measured(word) for row in rows for word in row[index].split()), default=0)
    return min(widest, _WORD)


def _columns(words: TableText) -> list[tuple[str, ...]]:
    return [tuple(row[index] for row in words.rows) for index in range(len(words.names))]


def measured(text: str) -> int:
    """Return how many columns of a terminal a text takes: wide letters two, marks above a letter none.

    >>> measured("Захід"), measured("平等"), measured("й")
    (5, 4, 1)
    """
    return sum(
        0 if unicodedata.category(sign) in _UNSEEN else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines at its blanks; a word that is too long for a line is cut.

    >>> wrapped("Управління у справах сім'ї", 12)
    ['Управління у', 'справах', "сім'ї"]
    """
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in _pieces(paragraph, width):
            if line and measured(line) + 1 + measured(word) > width:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _pieces(text: str, width: int) -> Iterator[str]:
    # Only a plain blank parts words: 1 228,3 holds together by its non-breaking one.
    for word in filter(None, text.split(" ")):
        rest = word
        while measured(rest) > max(width, 2):
            fits = _fitting(rest, max(width, 2))
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


def _fitting(word: str, width: int) -> int:
    taken = 0
    for index, sign in enumerate(word):
        taken += measured(sign)
        if taken > width:
            return index
    return len(word)


def printable(text: str) -> str:
    r"""Take out what would steer a terminal; line breaks stay.

    >>> printable("Аудит\x1b[2J\tпрофіль")
    'Аудит�[2J профіль'
    """
    return "".join(_safe(sign) for sign in text.replace("\r\n", "\n").replace("\t", " "))


def _safe(sign: str) -> str:
    steers = unicodedata.category(sign) in ("Cc", "Cs") or sign in _TURNS
    return "�" if steers and sign != "\n" else sign


# Marks that turn the direction of all that follows.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
