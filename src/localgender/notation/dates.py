"""Dates as officials write them, alone and in prose."""

from __future__ import annotations

import re
from datetime import date as calendar_day

from pendulum import Date

from localgender.errors import NotationError
from localgender.notation.folding import fold
from localgender.notation.patterns import END, Rule, S, cell, found

NAMES = (
    *("січень", "лютий", "березень", "квітень", "травень", "червень"),
    *("липень", "серпень", "вересень", "жовтень", "листопад", "грудень"),
)
# Nominative, genitive, and the other cases.
_ENDINGS = (("ень", "ня", "ню", "нем", "ні"), ("ий", "ого", "ому", "им"), ("", "а", "у", "ом", "і"))


def _forms(name: str) -> tuple[str, ...]:
    endings = next(endings for endings in _ENDINGS if name.endswith(endings[0]))
    return tuple(name.removesuffix(endings[0]) + ending for ending in endings)


MONTHS = {form: number for number, name in enumerate(NAMES, 1) for form in _forms(name)}
OF_MONTH = tuple(_forms(name)[1] for name in NAMES)
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))}){END}"

YEAR_WORD = rf"(?:{S}(?:року|рік|році|роки|роках|років){END}|{S}рр?{END}\.?(?:{S}р{END}\.?)?)"
_DAY = r"[0-9]{1,2}"
_YEAR = r"[0-9]{4}"
NAMED_DAY = rf'(?:"{S}(?={_DAY}{S}"))?(?P<d>{_DAY})(?:{S}")?{S}(?:/{S})?(?P<m>{MONTH})'
_FORMS = (
    rf"(?P<d>{_DAY})\.{S}(?P<m>{_DAY})\.{S}(?P<y>{_YEAR}){YEAR_WORD}?",
    rf"(?P<d>[0-9]{{2}})\.(?P<m>[0-9]{{2}}) (?P<y>{_YEAR}){YEAR_WORD}?",
    rf"(?P<d>[0-9]{{2}})\.(?P<m>[0-9]{{2}})\.(?P<y>[0-9]{{2}}){YEAR_WORD}?",
    rf"{NAMED_DAY},?{S}(?P<y>{_YEAR}){YEAR_WORD}?",
    r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})",
)
_SLASHED = rf"(?P<a>{_DAY})/(?P<b>{_DAY})/(?P<y>{_YEAR})"
_ALONE = r"(?<![^\W_])(?<![0-9][.,/]){}(?![^\W_]|[./][0-9])"

# One date as a part of a larger pattern, without names of its own.
_NAMELESS = "|".join(re.sub(r"[?]P<[a-z]>", "?:", form) for form in (*_FORMS, _SLASHED))
DATE = rf"(?:{_NAMELESS})(?![0-9]|[./][0-9])"


def day_of(year: int, month: int, day: int) -> Date:
    """Return a day of the calendar.

    Raises:
        NotationError: When there is none such.
    """
    try:
        return Date(year, month, day)
    except ValueError:
        raise NotationError(f"{day:02d}.{month:02d}.{year:04d}", "a day of the calendar") from None


def month_of(printed: str) -> int:
    """Return the number of a month that is named or numbered."""
    return MONTHS[printed] if printed in MONTHS else int(printed)


def _dated(match: re.Match[str]) -> Date:
    # Two digits stand for a year of this century: no document here is older.
    year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    return day_of(year, month_of(match["m"]), int(match["d"]))


def _slashed(match: re.Match[str]) -> Date:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first <= 12 and second <= 12:
        raise NotationError(match[0], "a date whose day and month cannot be mistaken, such as 18.12.2019")
    month, day = (first, second) if first <= 12 else (second, first)
    return day_of(year, month, day)


_RULES: tuple[Rule[Date], ...] = (
    *((re.compile(_ALONE.format(form)), _dated) for form in _FORMS),
    (re.compile(_ALONE.format(_SLASHED)), _slashed),
)
_FROM = re.compile(rf"від{END}{S}")


def date(text: str) -> Date:
    """Read one date.

    >>> date("10 лютого 2023 року"), date("27.09.23"), date("04/25/2019")
    (Date(2023, 2, 10), Date(2023, 9, 27), Date(2019, 4, 25))

    Raises:
        NotationError: For anything but one date, days that no calendar has, and 04/05/2019, whose day and
            month may stand in either order.
    """
    folded = _FROM.sub("", cell(text), count=1)
    for pattern, made in _RULES:
        if match := pattern.fullmatch(folded):
            return made(match)
    raise NotationError(text, "a date such as 18.12.2019 or 18 грудня 2019 року")


def dates(text: str) -> tuple[tuple[Date, int, int], ...]:
    """Find the dates in prose, each with its first character and the one past its last.

    >>> dates("проведено 14.03.2023 та 10 лютого 2023 року")
    ((Date(2023, 3, 14), 10, 20), (Date(2023, 2, 10), 24, 43))
    """
    return tuple(found(fold(text), _RULES))


def write_date(day: calendar_day) -> str:
    """Write a date with dots.

    >>> write_date(Date(2019, 12, 18))
    '18.12.2019'
    """
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
