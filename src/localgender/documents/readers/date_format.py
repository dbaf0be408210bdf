"""Dates and times of spreadsheets: from a count of days to what a Ukrainian spreadsheet shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from attrs import frozen

from localgender.notation.dates import NAMES, OF_MONTH

Token: TypeAlias = tuple[str, str]

_WEEKDAYS = ("понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота", "неділя")
_WEEKDAYS_CUT = ("пн", "вт", "ср", "чт", "пт", "сб", "нд")
_DAY = 86400
_BEFORE = date(1899, 12, 30).toordinal()
_LAST = date.max.toordinal() - _BEFORE
_FEBRUARY_29_1900 = 60
_IN_1904 = 1462


@frozen
class _Moment:
    """Day of the calendar, seconds of that day, and seconds since counting began."""

    day: date
    seconds: int
    elapsed: int
    fraction: str


# Keys are the signs of formats, and besides: n for minutes, @ for hours up to twelve, a month after a day.
_SHOWN: dict[str, Callable[[_Moment], str]] = {
    "yy": lambda it: f"{it.day.year % 100:02}",
    "yyyy": lambda it: f"{it.day.year}",
    "m": lambda it: f"{it.day.month}",
    "mm": lambda it: f"{it.day.month:02}",
    "mmm": lambda it: NAMES[it.day.month - 1][:3],
    "mmmm": lambda it: NAMES[it.day.month - 1],
    "d mmmm": lambda it: OF_MONTH[it.day.month - 1],
    "mmmmm": lambda it: NAMES[it.day.month - 1][0],
    "d": lambda it: f"{it.day.day}",
    "dd": lambda it: f"{it.day.day:02}",
    "ddd": lambda it: _WEEKDAYS_CUT[it.day.weekday()],
    "dddd": lambda it: _WEEKDAYS[it.day.weekday()],
    "h": lambda it: f"{it.seconds // 3600}",
    "hh": lambda it: f"{it.seconds // 3600:02}",
    "@": lambda it: f"{(it.seconds // 3600 - 1) % 12 + 1}",
    "@@": lambda it: f"{(it.seconds // 3600 - 1) % 12 + 1:02}",
    "n": lambda it: f"{it.seconds // 60 % 60}",
    "nn": lambda it: f"{it.seconds // 60 % 60:02}",
    "s": lambda it: f"{it.seconds % 60}{it.fraction}",
    "ss": lambda it: f"{it.seconds % 60:02}{it.fraction}",
    "[h]": lambda it: f"{it.elapsed // 3600}",
    "[m]": lambda it: f"{it.elapsed // 60}",
    "[s]": lambda it: f"{it.elapsed}{it.fraction}",
    "am/pm": lambda it: "AM" if it.seconds < _DAY // 2 else "PM",
}


def serial_of(text: str) -> Decimal | None:
    """Count the days up to a date written by the international standard; None when it is none.

    >>> serial_of("2019-12-18"), serial_of("2019-12-18T12:00:00")
    (Decimal('43817'), Decimal('43817.5'))
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    seconds = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return moment.toordinal() - _BEFORE + Decimal(seconds) / _DAY


def moment_tokens(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Settle what each sign of a format for dates asks for, since m is a month or minutes.

    Args:
        tokens: Kinds and texts: "date" for signs such as yyyy, "elapsed" for [h], "noon"; the rest is shown.

    Returns:
        The same tokens, those to be replaced being of the kind "moment".
    """
    signs = [text for kind, text in tokens if kind in {"date", "elapsed"}]
    beside = iter(zip(["", *signs], [*signs[1:], ""], strict=False))
    with_day = any(sign[0] == "d" and len(sign) < 3 for sign in signs)
    halved = any(kind == "noon" for kind, _ in tokens)
    settled = []
    for kind, text in tokens:
        if kind in {"date", "elapsed"}:
            before, after = next(beside)
            timed = before.lstrip("[")[:1] == "h" or after.lstrip("[")[:1] == "s"
            settled.append(("moment", _settled(text, timed=timed, with_day=with_day, halved=halved)))
        else:
            settled.append(("moment", "am/pm") if kind == "noon" else ("text", "." if text == "/" else text))
    return tuple(settled)


def _settled(sign: str, *, timed: bool, with_day: bool, halved: bool) -> str:
    letter, longest = sign[0], len(sign)
    if letter == "[":
        return sign[:2] + "]"
    if letter == "m" and timed and longest < 3:
        return "n" * longest
    if letter == "m":
        return "d mmmm" if with_day and longest == 4 else "m" * min(longest, 5)
    if letter == "y":
        return "yy" if longest < 3 else "yyyy"
    if letter == "h":
        return ("@" if halved else "h") * min(longest, 2)
    return sign[:4]


def show_moment(serial: Decimal, tokens: Sequence[Token], *, since_1904: bool = False) -> str | None:
    """Show a count of days in a format.

    >>> show_moment(Decimal(43817), [("moment", "dd"), ("text", "."), ("moment", "mm")])
    '18.12'

    Args:
        serial: Days since the end of 1899, with their fraction.
        tokens: Format as `moment_tokens` leaves it.
        since_1904: Whether days are counted from 1904.

    Returns:
        The text; None when the calendar has no such day.
    """
    places = max((text.count("0") for kind, text in tokens if kind == "moment"), default=0)
    elapsed = (serial * _DAY).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    days, seconds = divmod(int(elapsed), _DAY)
    days += _IN_1904 * since_1904
    if elapsed < 0 or days > _LAST:
        return None
    # The calendar of spreadsheets has a 29 February 1900, so the days before it lie one further.
    day = date.fromordinal(_BEFORE + days + (days < _FEBRUARY_29_1900))
    moment = _Moment(
        day, seconds, int(elapsed), f"{elapsed}"[-places - 1 :].replace(".", ",") if places else ""
    )
    return "".join(_SHOWN[text.rstrip(".0")](moment) if kind == "moment" else text for kind, text in tokens)
