"""Pieces of a sentence: its numbers, its periods, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from localgender import notation
from localgender.documents.interpret.statistics import verbs
from localgender.notation.digits import NUMBER, plain
from localgender.notation.figures import BOUNDS
from localgender.notation.folding import fold
from localgender.notation.patterns import END
from localgender.values.counts import Bound
from localgender.values.periods import Period
from localgender.values.quantities import Quantity

_BOUND = "|".join(f"(?P<{bound.name.lower()}>{words})" for bound, words in BOUNDS.items())
_NUMBER = re.compile(
    rf"(?:\b(?:{_BOUND}){END}\s+)?(?<![0-9.,/\w-])(?P<number>{NUMBER})(?P<more>\+)?"
    rf"(?:\s+(?P<scale>тис(?:яч[аіу]?|яч)?{END}\.?|млн{END}\.?|мільйон\w*))?(?P<percent>\s*(?:%|відсотк\w+))?"
)
_END = re.compile(r"[.!?…]+(?=\s+[\"(]?[^\Wа-яіїєґa-z_])|\n")
_AS_OF = re.compile(r"\b(?P<stated>станом\s+)?на\s+")
_BEFORE = re.compile(
    r"(?:\b(?:за підсумками|за результатами|за|у|в|протягом|упродовж|впродовж|на)\s+(?:перш\w+\s+)?)$"
)
_SCALES = {"тис": "тис.", "млн": "млн", "міл": "млн"}


@frozen
class Told:
    """A number in a sentence.

    Attributes:
        value: The number with its bound.
        percent: Whether it is in percent.
        scale: «тис.» or «млн» as units begin with it; "" for single ones.
        money: Unit of money behind it; None behind what is no money.
        start: First character, of the words of its bound too.
        stop: One past the last.
    """

    value: Quantity
    percent: bool
    scale: str
    money: str | None
    start: int
    stop: int


@frozen
class When:
    """A period in a sentence, with the preposition before it."""

    period: Period
    start: int
    stop: int


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; a full stop after «тис.» or «ст.» ends none.

    >>> list(sentences("Надійшло 5 тис. заяв. Складено 7."))
    [(0, 21), (21, 33)]
    """
    begin = 0
    for end in _END.finditer(text):
        if end[0] == "." and verbs.ABBREVIATED.search(fold(text[begin : end.start()])):
            continue
        yield begin, end.end()
        begin = end.end()
    if text[begin:].strip():
        yield begin, len(text)


def periods(text: str) -> tuple[When, ...]:
    """Find the periods and the days «станом на» of a sentence; «з початку року» tells no end, and is none."""
    folded = fold(text)
    found = [
        When(period, _from(text, start), stop)
        for period, start, stop in notation.periods(text)
        if not verbs.OPEN_ENDED.search(folded[:start])
    ]
    for start_of in _AS_OF.finditer(folded):
        for day, start, stop in notation.dates(text):
            # «на 1 січня» is a state without saying so; «на 12 травня» may be a plan.
            if start == start_of.end() and (start_of["stated"] or day.day == 1):
                found.append(When(Period(day, day), start_of.start(), stop))
    return tuple(sorted(found, key=lambda each: each.start))


def _from(text: str, start: int) -> int:
    before = _BEFORE.search(fold(text[:start]))
    return before.start() if before else start


def numbers(text: str) -> tuple[Told, ...]:
    """Find the numbers of a sentence that may be figures.

    >>> [str(each.value) for each in numbers("За ст. 173-2 складено понад 1 250 протоколів (84,5 %)")]
    ['1250', '84.5']
    """
    folded = fold(text)
    elsewhere = (*notation.periods(text), *notation.dates(text), *notation.acts(text))
    taken = [(start, stop) for _, start, stop in elsewhere]
    taken += [found.span() for found in verbs.NO_FIGURE.finditer(folded)]
    return tuple(
        _told(found)
        for found in _NUMBER.finditer(folded)
        if not any(start < found.end("number") and found.start("number") < stop for start, stop in taken)
    )


def _told(found: re.Match[str]) -> Told:
    bound = next((bound for bound in BOUNDS if found[bound.name.lower()]), Bound.EXACT)
    if found["more"] and bound is Bound.EXACT:
        bound = Bound.AT_LEAST
    scale = _SCALES[found["scale"][:3]] if found["scale"] else ""
    money = verbs.MONEY.match(found.string, found.end("number"))
    stop = money.end() if money else found.end()
    unit = f"{scale} грн".lstrip() if money else None
    return Told(
        Quantity(plain(found["number"]), bound), bool(found["percent"]), scale, unit, found.start(), stop
    )
