"""How a document breaks its lines, and words made whole again that it broke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from attrs import evolve, field, frozen

from localgender.documents.readers.pdf_lines import Line
from localgender.notation.folding import stem

_LETTERS = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
_WORD = re.compile(_LETTERS)
_LAST_WORD = re.compile(rf"({_LETTERS})[-‐‑]?$")
_COMPOUND = re.compile(rf"{_LETTERS}(?:-{_LETTERS})+")
_HYPHENS = "-‐‑"
_SOFT_HYPHEN = "\u00ad"
_DASHES = "–—/"
_USUAL_BLANK = 0.28
_ROUNDING = 0.1
# So short a word is as likely the end of another.
_SHORT = 3
_GAP, _LONG = 4, 8


def _lines(value: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(value)


@frozen
class Wrapped:
    """Lines of one cell, each with the room that it left.

    Attributes:
        lines: From the top down.
        slacks: Points from the end of each line to the edge of the text; None where nobody can tell.
    """

    lines: tuple[Line, ...] = field(converter=_lines)
    slacks: tuple[float | None, ...] = ()

    def breaks(self) -> Iterator[Break]:
        """Yield each line with the one after it and the room that it left."""
        for (line, after), slack in zip(pairwise(self.lines), self.slacks, strict=False):
            yield line, after, slack


Break = tuple[Line, Line, float | None]


@frozen
class Manner:
    """What a document does at the ends of its lines.

    Attributes:
        blank: Width of a blank, in parts of the height of the type.
        keeps_blanks: Whether a line that ends between two words ends with the blank.
        hyphenates: Whether hyphens at the ends of lines come from dividing words.
        breaks_words: Whether words too wide for their cell are seen to be broken.
        words: Words that stand whole inside lines, in lower case, and their stems.
        compounds: Words with a hyphen that stand inside lines, and their first parts with it.
    """

    blank: float = _USUAL_BLANK
    keeps_blanks: bool = False
    hyphenates: bool = False
    breaks_words: bool = False
    words: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()

    def text(self, wrapped: Wrapped) -> str:
        """Return the text of a cell without the breaks that only its width made."""
        text = ""
        for line, after, slack in wrapped.breaks():
            text = closed(text + line.text, self.joint(line, after, slack))
        return (text + wrapped.lines[-1].text).strip(" ") if wrapped.lines else ""

    def joint(self, line: Line, after: Line, slack: float | None) -> str:
        """Return what stands between two lines: a blank, a break, nothing, or a soft hyphen to take out."""
        end, begin = line.text.rstrip(" "), after.text.lstrip(" ")
        if end.endswith(_SOFT_HYPHEN):
            return _SOFT_HYPHEN
        if end != line.text or begin != after.text:
            return " "
        attached = len(end) > 1 and not end[-2].isspace()
        if attached and end[-1] in _HYPHENS:
            divided = self._is_divided(end, begin)
            return _SOFT_HYPHEN if divided or (divided is None and self.hyphenates) else ""
        if slack is not None and slack > after.word + (self.blank + 0.3) * line.size:
            return "\n"
        if attached and end[-1] in _DASHES:
            return ""
        return "" if self._is_broken(line, after, slack) else " "

    def _is_divided(self, end: str, begin: str) -> bool | None:
        """Tell whether a hyphen divides one word; None when the rest of the document does not say."""
        first, second = _LAST_WORD.search(end), _WORD.match(begin)
        if first is None or second is None or begin[0].isupper():
            return False
        left, right = first[1].casefold(), second[0].casefold()
        if self._knows(left + right):
            return True
        if f"{left}-" in self.compounds or self._knows(right):
            return False
        return None

    def _is_broken(self, line: Line, after: Line, slack: float | None) -> bool:
        """Tell whether a word that is wider than its cell goes on in the next line."""
        first, second = _LAST_WORD.search(line.text), _WORD.match(after.text)
        if first is None or second is None or slack is None or not -line.size < slack < after.letter:
            return False
        if any(sign.isspace() for sign in line.text) or (line.text[-1].islower() and after.text[0].isupper()):
            return False
        left, right = first[1].casefold(), second[0].casefold()
        has_room_for_blank = slack > self.blank * line.size + _ROUNDING
        if self._knows(left + right) or (self.keeps_blanks and has_room_for_blank):
            return True
        # The first part of a word may well have the stem of another form of it, so only itself counts.
        known = (len(left) > _SHORT and left in self.words) or self._knows(right)
        return self.breaks_words and not known

    def _knows(self, word: str) -> bool:
        return len(word) > _SHORT and (word in self.words or stem(word) in self.words)


def closed(text: str, joint: str) -> str:
    """End a text so that the next line can follow it."""
    text = text.strip(" ")
    return text[:-1] if joint == _SOFT_HYPHEN else text + joint


def manner_of(texts: Sequence[Wrapped]) -> Manner:
    """Find out what a document does at the ends of its lines."""
    breaks = [each for wrapped in texts for each in wrapped.breaks()]
    blanks = [line.blank / line.size for wrapped in texts for line in wrapped.lines if line.blank]
    kept = sum(line.text.endswith(" ") for line, _, _ in breaks)
    words, compounds = _vocabulary(texts)
    manner = Manner(
        median_low(blanks) if blanks else _USUAL_BLANK,
        keeps_blanks=kept > len(breaks) / 2,
        words=words,
        compounds=compounds,
    )
    broken = any(manner.joint(*each) == "" and each[0].text[-1] not in _HYPHENS + _DASHES for each in breaks)
    return evolve(manner, breaks_words=broken, hyphenates=_hyphenates(breaks, manner))


def _hyphenates(breaks: Iterable[Break], manner: Manner) -> bool:
    """Tell whether hyphens divide words; where they do, no wide gap is left before a long word."""
    answers: list[bool | None] = []
    gaps = 0
    for line, after, slack in breaks:
        if line.text[-1] in _HYPHENS and after.text[0].islower() and _LAST_WORD.search(line.text):
            answers.append(manner._is_divided(line.text, after.text))
        elif slack is not None and slack > _GAP * line.letter and after.word > _LONG * after.letter:
            gaps += 1
    divided, whole = answers.count(True), answers.count(False)
    return divided > whole if divided != whole else len(answers) > gaps


def _vocabulary(texts: Iterable[Wrapped]) -> tuple[frozenset[str], frozenset[str]]:
    """Collect the words and compounds that no end of a line can have cut."""
    words: set[str] = set()
    compounds: set[str] = set()
    for wrapped in texts:
        # What begins with a small letter may be the rest of a word that the end of a page cut.
        complete = bool(wrapped.lines) and not wrapped.lines[0].text[0].islower()
        for line in wrapped.lines:
            start = 0 if complete else len(line.text.split(" ", 1)[0])
            complete = line.text.endswith(" ")
            inside = line.text[start:].casefold()
            words.update(found[0] for found in _WORD.finditer(inside) if found.end() < len(inside))
            for found in _COMPOUND.finditer(inside):
                if found.end() < len(inside):
                    compounds.update((found[0], found[0].partition("-")[0] + "-"))
    return frozenset(words) | frozenset(map(stem, words)), frozenset(compounds)
