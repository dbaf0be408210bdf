"""Days in prose, also where the number of the day is spelled out: «п'ятого травня 2024 року»."""

from __future__ import annotations

import re

from pendulum import Date

from localgender import notation
from localgender.errors import NotationError
from localgender.notation.dates import MONTH, YEAR_WORD, day_of, month_of
from localgender.notation.folding import fold

_UNITS = "першого другого третього четвертого п'ятого шостого сьомого восьмого дев'ятого".split()
_TEENS = (
    "десятого одинадцятого дванадцятого тринадцятого чотирнадцятого п'ятнадцятого шістнадцятого сімнадцятого"
    " вісімнадцятого дев'ятнадцятого"
).split()
_SPELLED = {word: number for number, word in enumerate([*_UNITS, *_TEENS], 1)}
_SPELLED |= {"двадцятого": 20, "тридцятого": 30}
_SPELLED |= {f"двадцять {unit}": 20 + number for number, unit in enumerate(_UNITS, 1)}
_SPELLED["тридцять першого"] = 31
_WORDS = "|".join(sorted(_SPELLED, key=len, reverse=True))
_DAY = re.compile(rf"(?<!\w)(?P<day>{_WORDS})\s+(?P<month>{MONTH})\s+(?P<year>20\d\d){YEAR_WORD}?")

# «17 жовтня» has no year, «22-23 березня 2024 року» is no single day.
_INCOMPLETE = re.compile(
    rf"(?<![\d.])(?<!до )(?<!з )(?<!від )(?:\d{{1,2}}\s?-\s?)?\d{{1,2}}\s+{MONTH}"
    rf"(?:\s+20\d\d(?:\s*{YEAR_WORD})?)?"
)
_SPAN = re.compile(r"\d\s?-\s?$")

Found = tuple[Date, int, int]


def days_in(text: str) -> tuple[Found, ...]:
    """Find the days in a text, each with its first character and the one past its last.

    Several days together («22-23 березня») are none.

    >>> days_in("П'ятого травня 2024 року")
    ((Date(2024, 5, 5), 0, 24),)
    """
    spelled = []
    for match in _DAY.finditer(fold(text)):
        try:
            day = day_of(int(match["year"]), month_of(match["month"]), _SPELLED[match["day"]])
        except NotationError:
            continue
        spelled.append((day, *match.span()))
    folded = fold(text)
    single = [each for each in notation.dates(text) if not _SPAN.search(folded[: each[1]])]
    return tuple(sorted([*single, *spelled], key=lambda each: each[1]))


def incomplete_day(text: str) -> tuple[int, int] | None:
    """Find where a text tells a day without its year, or several days at once.

    >>> incomplete_day("17 жовтня відбулося засідання"), incomplete_day("17 жовтня 2024 року")
    ((0, 9), None)
    """
    told = [(start, stop) for _, start, stop in days_in(text)]
    found = (match.span() for match in _INCOMPLETE.finditer(fold(text)))
    return next(
        (each for each in found if not any(start < each[1] and each[0] < stop for start, stop in told)), None
    )
