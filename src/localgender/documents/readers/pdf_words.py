"""How a document breaks its lines, and words made whole again that it broke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from attrs import evolve, field, frozen

from localgender.documents.readers.pdf_lines import Line
from localgender.documents.readers.pdf_vocabulary import LETTERS, Vocabulary, vocabulary_of

_FIRST_WORD = re.compile(LETTERS)
_LAST_WORD = re.compile(rf"({LETTERS})[-‐‑]?$")
_HYPHENS = "-‐‑"
_SOFT_HYPHEN = "\u00ad"
_DASHES = "–—/"
_STOPS = ".!?;:"
# Signs that close what stands before them.
_GOES_ON = re.compile(r"""[,.;:!?)\]»”]|["'](?:[\s,.;:!?)]|$)""")
_USUAL_BLANK = 0.28
_ROUNDING = 0.1
_GAP, _LONG = 4, 8
_LONGEST_ENDING = 2


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

    def followed_by(self, other: Wrapped) -> Wrapped:
        """Return the lines of two cells as one."""
        return Wrapped(self.lines + other.lines, self.slacks + other.slacks)

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
        vocabulary: Its words.
    """

    blank: float = _USUAL_BLANK
    keeps_blanks: bool = False
    hyphenates: bool = False
    vocabulary: Vocabulary = field(factory=Vocabulary)

    def text(self, wrapped: Wrapped) -> str:
        """Return the text of a cell without the breaks that only its width made."""
        text = ""
        for line, after, slack in wrapped.breaks():
            text += line.text
            joint = self.joint(text, line, after, slack)
            text = text.strip(" ")
            text = text[:-1] if joint == _SOFT_HYPHEN else text + joint
        return (text + wrapped.lines[-1].text).strip(" ") if wrapped.lines else ""

    def joint(self, text: str, line: Line, after: Line, slack: float | None) -> str:
        """Return what stands between two lines: a blank, a break, nothing, or a soft hyphen to take out.

        Args:
            text: All that stands before, up to the end of the line.
            line: The line.
            after: The line after it.
            slack: The room that the line left.
        """
        end, begin = text.rstrip(" "), after.text.lstrip(" ")
        if end.endswith(_SOFT_HYPHEN) or end != text or begin != after.text:
            return _SOFT_HYPHEN if end.endswith(_SOFT_HYPHEN) else " "
        attached = len(end) > 1 and not end[-2].isspace()
        if attached and end[-1] in _HYPHENS:
            divided = self._is_divided(end, begin)
            return _SOFT_HYPHEN if divided or (divided is None and self.hyphenates) else ""
        if _GOES_ON.match(begin) or (begin[0] in _HYPHENS and end[-1].isalpha() and _is_full(after, slack)):
            return ""
        if slack is not None and slack > after.word + (self.blank + 0.3) * line.size:
            return "\n"
        if end[-1] in _HYPHENS + _DASHES:
            return "" if attached or self._is_without_blank(line, slack) else " "
        return "" if self._is_broken(end, line, after, slack) else " "

    def goes_on(self, one: Wrapped, other: Wrapped) -> bool | None:
        """Tell whether a cell goes on in another on the next page; None when it may or may not."""
        line, after, slack = one.lines[-1], other.lines[0], one.slacks[-1]
        if slack is not None and slack > after.word + (self.blank + 0.3) * line.size:
            return False
        kept = self.keeps_blanks and line.text.endswith(" ")
        if kept or self.joint(line.text, line, after, slack) not in {" ", "\n"}:
            return True
        return True if after.text[0].islower() and line.text.rstrip()[-1] not in _STOPS else None

    def _is_divided(self, end: str, begin: str) -> bool | None:
        """Tell whether a hyphen divides one word; None when the rest of the document does not say."""
        first, second = _LAST_WORD.search(end), _FIRST_WORD.match(begin)
        if first is None or second is None or begin[0].isupper():
            return False
        left, right = first[1].casefold(), second[0].casefold()
        if self.vocabulary.knows(left + right):
            return True
        return False if left in self.vocabulary.firsts or self.vocabulary.knows(right) else None

    def _is_without_blank(self, line: Line, slack: float | None) -> bool:
        """Tell whether a blank would have had room but is not there."""
        return self.keeps_blanks and slack is not None and slack > self.blank * line.size + _ROUNDING

    def _is_broken(self, end: str, line: Line, after: Line, slack: float | None) -> bool:
        """Tell whether a word that is wider than its cell goes on in the next line."""
        first, second = _LAST_WORD.search(end), _FIRST_WORD.match(after.text)
        if first is None or second is None or slack is None or not _is_full(after, slack):
            return False
        if any(sign.isspace() for sign in line.text) or (line.text[-1].islower() and after.text[0].isupper()):
            return False
        left, right = first[1].casefold(), second[0].casefold()
        if self.vocabulary.knows(left + right) or self._is_without_blank(line, slack):
            return True
        if len(right) <= _LONGEST_ENDING and right not in self.vocabulary.words:
            return True
        # The beginning of a word may well have the stem of another form of it, so only itself counts.
        known = left in self.vocabulary.words or self.vocabulary.knows(right)
        return not known and self.vocabulary.joins(left, right)


def _is_full(after: Line, slack: float | None) -> bool:
    """Tell whether the first sign of the next line would not have had room."""
    return slack is not None and -after.size < slack < after.letter


def manner_of(texts: Sequence[Wrapped]) -> Manner:
    """Find out what a document does at the ends of its lines."""
    breaks = [each for wrapped in texts for each in wrapped.breaks()]
    blanks = [line.blank / line.size for wrapped in texts for line in wrapped.lines if line.blank]
    kept = sum(line.text.endswith(" ") for line, _, _ in breaks)
    manner = Manner(
        median_low(blanks) if blanks else _USUAL_BLANK,
        keeps_blanks=kept > len(breaks) / 2,
        vocabulary=vocabulary_of(_insides(texts)),
    )
    return evolve(manner, hyphenates=_hyphenates(breaks, manner))


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


def _insides(texts: Iterable[Wrapped]) -> Iterator[str]:
    """Yield lines without the words that may be cut: only a word that fills its line is ever broken."""
    for wrapped in texts:
        # What begins with a small letter may be the rest of a word that the end of a page cut.
        begins = bool(wrapped.lines) and not wrapped.lines[0].text[0].islower()
        for line in wrapped.lines:
            words = line.text.split()
            ends = line.text.endswith(" ") or (len(words) > 1 and words[-1][-1] not in _HYPHENS)
            yield " ".join(words[0 if begins else 1 : len(words) if ends else -1])
            begins = ends
