"""A narrative taken apart: sentences, clauses and words, each with its place in the printed text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from localgender.notation.folding import fold, stem
from localgender.questions.status.cues import SUBORDINATE

_WORD = re.compile(r"[^\W_]+(?:['.-](?=[^\W_])[^\W_]+)*|%")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]")
_STRAIGHT = re.compile(r'"[^"]*"')
_STOP = re.compile(r"[.!?…]+(?=\s|$)|[;\n]")
_COMMA = re.compile(r",(?!\d)|:\s")
_CONJUNCTION = re.compile(r"\b(?:але|однак|проте|зате|та|і|й|а|при цьому|водночас)\b")
_NEAR = 12
# After these a full stop ends no sentence.
_SHORT = frozenset(
    """
    р рр м ім вул грн тис млн млрд ос обл т д с п ст чол див проф ін кв смт просп пл буд коп н е пп гр о тов
    """.split()
)


@frozen
class Word:
    """One word as it is compared, and where it is printed.

    Attributes:
        text: Folded: lower case, Cyrillic look-alikes mended.
        start: First character in the narrative.
        stop: Character after the last.
    """

    text: str
    start: int
    stop: int

    @property
    def stem(self) -> str:
        """What its case endings leave alone."""
        return stem(self.text)


def _tuple(value: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(value)


@frozen
class Clause:
    """Part of a sentence around one predicate.

    Attributes:
        words: Its words, in order.
        sentence: Number of its sentence, from 0.
        dependent: Whether it only explains another («оскільки …», «який …»).
        joined: Whether a conjunction, not a comma, ties it to the clause before.
    """

    words: tuple[Word, ...] = field(converter=_tuple)
    sentence: int = 0
    dependent: bool = False
    joined: bool = False


def clauses(text: str) -> tuple[Clause, ...]:
    """Take a narrative apart; names in quotation marks are passed over.

    >>> parts = clauses("Тренінг проведено, звіт «Так» готується.")
    >>> [" ".join(word.text for word in each.words) for each in parts]
    ['тренінг проведено', 'звіт готується']
    """
    masked = fold(_without_names(text))
    return tuple(
        clause
        for number, (start, stop) in enumerate(_sentences(masked, text))
        for clause in _clauses(masked, start, stop, number)
    )


def _without_names(text: str) -> str:
    def blank(found: re.Match[str]) -> str:
        return " " * len(found[0])

    masked = _QUOTED.sub(blank, text)
    # A quotation mark without its pair would take half of the narrative with it.
    return _STRAIGHT.sub(blank, masked) if masked.count('"') % 2 == 0 else masked


def _sentences(masked: str, text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(masked):
        if masked[stop.start()] == "." and not _ends(text, stop):
            continue
        yield start, stop.start()
        start = stop.end()
    yield start, len(masked)


def _ends(text: str, stop: re.Match[str]) -> bool:
    before = re.search(r"[^\W\d_]+$", text[max(stop.start() - _NEAR, 0) : stop.start()])
    after = text[stop.end() : stop.end() + _NEAR].lstrip()[:1]
    if before is not None and (before[0].lower() in _SHORT or len(before[0]) == 1):
        # «у 2023 р. Проведено…»: only a capital tells, and a name after initials has one too.
        return after.isupper() and before[0].lower() in {"р", "рр", "грн", "ос"}
    return not after.islower()


def _clauses(masked: str, start: int, stop: int, sentence: int) -> Iterator[Clause]:
    cuts = sorted(
        [(found.start(), False) for found in _COMMA.finditer(masked, start, stop)]
        + [(found.start(), True) for found in _CONJUNCTION.finditer(masked, start, stop)]
    )
    begin, joined = start, False
    for cut, joins in [*cuts, (stop, False)]:
        words = [Word(found[0], found.start(), found.end()) for found in _WORD.finditer(masked, begin, cut)]
        if words:
            yield Clause(words, sentence, dependent=_depends(words), joined=joined)
        begin, joined = cut, joins


def _depends(words: list[Word]) -> bool:
    """Tell whether a clause opens with «що», «оскільки» or, behind a preposition and a noun, «якого»."""
    opening = [word.text for word in words[:3]]
    return bool(SUBORDINATE & set(opening[:2])) or any(word.startswith("як") for word in opening[2:])
