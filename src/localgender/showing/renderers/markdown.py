"""Tables in Markdown (GFM): no character of a document becomes markup, a cell border or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from localgender.showing.tables import Align, Table, TableText, in_words

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_NUMBERED = re.compile(r"\d{1,9}[.)]")


def render(table: Table, language: str = "uk") -> str:
    r"""Write a table; a line break inside a cell becomes a blank.

    >>> print(render(Table("", ["Захід"], [["<p>Аудит | профіль"]])).strip())
    | Захід |
    | --- |
    | &lt;p&gt;Аудит \| профіль |
    """
    words = in_words(table, language)
    title = f"**{escaped(words.title)}**" if words.title else ""
    blocks = [title, "\n".join(_grid(words)), *(paragraph(note) for note in words.notes)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _grid(words: TableText) -> list[str]:
    if not words.names:
        return []
    marks = ["--:" if each is Align.RIGHT else "---" for each in words.aligns]
    return [_line(map(escaped, words.names)), _line(marks), *_rows(words)]


def _rows(words: TableText) -> Iterator[str]:
    for number, row in enumerate(words.rows):
        if number in words.groups:
            yield _line([f"**{escaped(words.groups[number])}**", *[""] * (len(row) - 1)])
        yield _line(map(escaped, row))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    r"""Make any text stand for itself within a line.

    >>> escaped("**Захід** [1](x) <b>")
    '\\*\\*Захід\\*\\* \\[1\\](x) &lt;b&gt;'
    """
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split())).translate(_ENTITIES)


def paragraph(text: str) -> str:
    r"""Make any text stand for itself as a paragraph, where also its beginning may mean something.

    >>> paragraph("1. Захід"), paragraph("# Захід")
    ('1\\. Захід', '\\# Захід')
    """
    line = escaped(text)
    if (numbered := _NUMBERED.match(line)) is not None:
        return f"{line[: numbered.end() - 1]}\\{line[numbered.end() - 1 :]}"
    return f"\\{line}" if line.startswith(("#", "+", "=", "-")) else line
