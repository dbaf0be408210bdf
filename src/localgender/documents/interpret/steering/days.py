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

Found = tuple[Date, int, int]


def days_in(text: str) -> tuple[Found, ...]:
    """Find the days in a text, each with its first character and the one past its last.

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
    return tuple(sorted([*notation.dates(text), *spelled], key=lambda each: each[1]))
