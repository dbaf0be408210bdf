"""Letters to lines of text, as the eye puts them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from localgender.documents.readers.indices import subscript, superscript
from localgender.documents.readers.pdf_page import Letter

# Parts of the height of the type.
_SAME_LINE = 0.6
_GAP = 0.2
_WIDE_GAP = 3.0
_SMALL = 0.85
_OFF_BASE = 0.12
_SAME_PLACE = 0.3


@frozen
class Line:
    """Line of text, or the part of it that stands in one cell.

    Attributes:
        text: As printed, with the blank at its end if there is one.
        y: How far down the page it begins.
        left: Where it begins along its reading direction.
        right: Where its last sign ends, a blank at the end aside.
        turn: Degrees by which it is turned.
        size: Height of the type.
        letter: Width of its first sign.
        word: Width of its first word.
        blank: Width of a blank; 0 when there is none.
    """

    text: str
    y: float
    left: float
    right: float
    turn: int
    size: float
    letter: float
    word: float
    blank: float


def lines(letters: Iterable[Letter], *, gap: str = " ") -> list[Line]:
    """Put letters together to lines, from the top down.

    Args:
        letters: Letters of one cell, or of a page outside its tables, in any order.
        gap: What stands for an empty space wider than between words.
    """
    made: list[Line] = []
    for _, turned in groupby(sorted(letters, key=lambda each: each.turn), key=lambda each: each.turn):
        made += [_line(row, gap) for row in _rows(sorted(turned, key=lambda each: each.base))]
    return [line for line in made if line.text.strip()]


def _rows(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Cut letters, sorted downwards, into rows; a raised or lowered sign belongs to what it stands beside."""
    row: list[Letter] = []
    top = size = 0.0
    for letter in letters:
        if row and letter.base - top > _SAME_LINE * max(size, letter.size):
            yield row
            row = []
        if not row or letter.size > size:
            top, size = letter.base, letter.size
        row.append(letter)
    if row:
        yield row


def _line(row: list[Letter], gap: str) -> Line:
    letters = _once(sorted(row, key=lambda each: each.left))
    inked = [letter for letter in letters if letter.text.strip()] or letters
    size = max(letter.size for letter in inked)
    base = max((letter.base for letter in inked if letter.size == size), default=0.0)
    blanks = [letter.right - letter.left for letter in letters if letter.text == " "]
    head = inked[0]
    return Line(
        "".join(_signs(letters, size, base, gap)),
        head.y,
        head.left,
        inked[-1].right,
        head.turn,
        size,
        head.right - head.left,
        _word(letters, head, size),
        min(blanks, default=0.0),
    )


def _once(letters: list[Letter]) -> list[Letter]:
    """Drop signs printed again over themselves, which is how some writers make bold type."""
    kept = letters[:1]
    for letter in letters[1:]:
        before = kept[-1]
        close = letter.left - before.left < _SAME_PLACE * (before.right - before.left)
        if not (close and letter.text == before.text and letter.size == before.size):
            kept.append(letter)
    return kept


def _signs(letters: list[Letter], size: float, base: float, gap: str) -> Iterator[str]:
    """Yield the text of each sign, and a blank where there is a gap without one."""
    before: Letter | None = None
    for letter in letters:
        if before is not None:
            space = letter.left - before.right
            blank = letter.text.isspace() or before.text.isspace()
            if space > _WIDE_GAP * size:
                yield gap
            elif space > _GAP * size and not blank:
                yield " "
        before = letter
        if letter.size < _SMALL * size and abs(letter.base - base) > _OFF_BASE * size:
            yield superscript(letter.text) if letter.base < base else subscript(letter.text)
        else:
            yield letter.text


def _word(letters: list[Letter], head: Letter, size: float) -> float:
    right = head.right
    for letter in letters[letters.index(head) :]:
        if letter.text.isspace() or letter.left - right > _GAP * size:
            break
        right = letter.right
    return right - head.left
