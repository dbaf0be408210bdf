"""What every parser shares: pieces of patterns, the silence of a cell, and finding in prose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from localgender.errors import NotationError
from localgender.notation.folding import fold, joined

Value = TypeVar("Value")
Found = tuple[Value, int, int]

LETTER = r"[^\W\d_]"
# Patterns are searched in folded text, where every dash is "-" and every white space is " ".
S = " *+"
START = r"(?<![^\W_])"
END = rf"(?!{LETTER}|')"
DASH = rf"{S}--?{S}"
MARKS = r"[*¹²³⁰⁴-⁹]"

# The one thing that `fold` takes away and a term needs.
BREAK = re.compile(r"[\r\n\v\f]")

_SILENT = re.compile(rf"(?:--?-?)?{MARKS}*")
# A lone blank stays as it is, and most are.
_SPACE = re.compile(r"\s{2,}|[^\S ]")
_DIGITS = frozenset("0123456789")


# Whatever a cell may be, an amount, a term or silence, is tried on the same folded text.
@lru_cache(maxsize=4096)
def cell(text: str) -> str:
    r"""Fold the whole text of a cell, with one space for white space and without invisible signs.

    A line break or a wide gap between digits becomes two spaces, so that its sides never are one number.

    >>> cell(" 2,4\u200b Тис.\n грн "), cell("1\n365")
    ('2,4 тис. грн', '1  365')
    """
    return fold(_SPACE.sub(_narrowed, joined(unicodedata.normalize("NFC", text)))).strip()


def _narrowed(gap: re.Match[str]) -> str:
    around = {*gap.string[max(0, gap.start() - 1) : gap.start()], *gap.string[gap.end() : gap.end() + 1]}
    wide = len(gap[0]) > 1 or gap[0] in "\t\r\n\v\f"
    return "  " if wide and around and around <= _DIGITS else " "


def silent(text: str) -> bool:
    """Tell whether a cell says nothing: blank, a dash, or a footnote mark alone.

    >>> silent(" — "), silent("*"), silent("0,0")
    (True, True, False)
    """
    return _SILENT.fullmatch(cell(text)) is not None


def prefix(pattern: re.Pattern[str], folded: str, at: int = 0) -> re.Match[str]:
    """Match what may stand at a place; the pattern matches the empty text too."""
    match = pattern.match(folded, at)
    assert match is not None, f"{pattern.pattern} never fails"  # noqa: S101  # a slip of this package
    return match


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Value]]


def found(folded: str, rules: Iterable[Rule[Value]]) -> Iterator[Found[Value]]:
    """Find values in prose: the leftmost first, of several at one place the longest, none overlapping.

    Args:
        folded: Text as `fold` leaves it.
        rules: Patterns, each with what makes a value of its match; a NotationError drops the match.
    """
    matches = [(match, made) for pattern, made in rules for match in pattern.finditer(folded)]
    matches.sort(key=lambda each: (each[0].start(), -each[0].end()))
    last = 0
    for match, made in matches:
        if match.start() < last:
            continue
        try:
            value = made(match)
        except NotationError:
            continue
        last = match.end()
        yield value, match.start(), match.end()
