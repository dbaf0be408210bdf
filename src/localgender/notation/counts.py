"""Counts as prose states them: «понад 150», «1 996 осіб»."""

from __future__ import annotations

import re

from localgender.errors import NotationError
from localgender.notation.dates import MONTH, YEAR_WORD
from localgender.notation.digits import WHOLE, plain, written
from localgender.notation.patterns import END, LETTER, MARKS, S, cell
from localgender.notation.periods import YEAR
from localgender.values.counts import Bound, Count

_WORDS = {
    Bound.AT_LEAST: r"понад|більше(?: ніж)?|більш (?:ніж|як)|не менше(?: ніж)?|не менш (?:ніж|як)|щонайменше",
    Bound.AT_MOST: r"до|не більше(?: ніж)?|не більш (?:ніж|як)|щонайбільше",
    Bound.ABOUT: r"близько|майже|біля|приблизно|орієнтовно",
}
_BOUNDS = tuple((bound, re.compile(rf"(?:{words}){END}{S}")) for bound, words in _WORDS.items())
_SCALES = {"тис": 1_000, "млн": 1_000_000, "мільйон": 1_000_000}
# What is counted follows in words; money, a percent, a year, a day or a second figure is something else.
_COUNT = re.compile(
    rf"(?!{YEAR}{YEAR_WORD}|[0-9]{{1,2}}{S}{MONTH})(?P<number>{WHOLE})(?P<more>\+)?{MARKS}*+"
    rf"(?:{S}(?P<scale>тис{END}\.?|тисяч[^\W\d_]{{0,3}}{END}|млн{END}\.?|мільйон[^\W\d_]{{0,3}}{END}))?+"
    rf"(?:{S}(?!грн|грив|відсот){LETTER}[^0-9%₴]*+)?"
)


def count(text: str) -> Count:
    """Read a count, with or without the noun that it counts.

    >>> count("понад 150 осіб")
    Count(number=150, bound=<Bound.AT_LEAST: 'at-least'>)

    Raises:
        NotationError: For anything but one whole number: money, percents and decimals among them.
    """
    folded, bound = _bound(cell(text))
    match = _COUNT.fullmatch(folded)
    if match is None or (match["more"] and bound is not Bound.EXACT):
        raise NotationError(text, "a count such as 150 or «понад 150»")
    if match["more"]:
        bound = Bound.AT_LEAST
    # «5 тисяч» is rounded even where nobody says so.
    if match["scale"] and bound is Bound.EXACT:
        bound = Bound.ABOUT
    return Count(int(plain(match["number"])) * _worth(match["scale"]), bound)


def _bound(folded: str) -> tuple[str, Bound]:
    for bound, words in _BOUNDS:
        if match := words.match(folded):
            return folded[match.end() :], bound
    return folded, Bound.EXACT


def _worth(scale: str | None) -> int:
    return next((worth for word, worth in _SCALES.items() if scale and scale.startswith(word)), 1)


_WRITTEN = {
    Bound.EXACT: "",
    Bound.AT_LEAST: "не менше ",
    Bound.AT_MOST: "не більше ",
    Bound.ABOUT: "близько ",
}


def write_count(count: Count) -> str:
    r"""Write a count with the word that says how sure it is.

    >>> write_count(Count(1996, "at-least"))
    'не менше 1\xa0996'
    """
    return _WRITTEN[count.bound] + written(count.number)
