"""Leaves of the exchange: values that are one text or one number each."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import Any

from pendulum import Date

from localgender.exchange.parsing import seen
from localgender.model.funding import Source
from localgender.values.ages import Ages
from localgender.values.codes import Code
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.periods import Period, day
from localgender.values.refs import Ref
from localgender.values.terms import Season

Read = Callable[[Any, Any], Any]
Spell = Callable[[Any], Any]

_LONG = 64
# No exponents: 1E+999999999 would fill the memory.
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SHARE = re.compile(r"-?[0-9]+(/[0-9]+)?")


class RefusedError(ValueError):
    """Something that does not stand for a value; the sentence is the problem."""


def expected(what: str, value: Any) -> RefusedError:
    """Make the refusal of what stands where something else should."""
    return RefusedError(f"expected {what}, not {seen(value)}")


def exactly(kind: type, what: str) -> Callable[..., Any]:
    """Make what takes one builtin type and never converts, and reads or spells it."""

    def read(value: Any, _: Any = None) -> Any:
        if type(value) is not kind:
            raise expected(what, value)
        return value

    return read


def spelled(parse: Callable[[str], Any], spell: Callable[[Any], str], what: str) -> Read:
    """Make a reader of texts that takes no spelling but the one that is written."""

    def understood(text: str) -> Any:
        try:
            found = parse(text)
        except (ValueError, ArithmeticError):
            raise expected(what, text) from None
        if (spelling := spell(found)) != text:
            raise RefusedError(f"expected {spelling!r}, the one spelling of {seen(text)}")
        return found

    # Periods, sources and codes return a thousand times in one report; endless texts are not kept.
    remembered = lru_cache(maxsize=4096)(understood)

    def read(value: Any, _: Any = None) -> Any:
        if type(value) is not str:
            raise expected(what, value)
        return remembered(value) if len(value) < _LONG else understood(value)

    return read


def _money(value: Any, _: Any = None) -> Money:
    if type(value) is not int:
        raise expected("money in whole kopiykas", value)
    return Money(value)


def _plain(percent: Percent) -> str:
    return f"{percent.value:f}"


def _percent(text: str) -> Percent:
    if not _PLAIN.fullmatch(text):
        raise ValueError(text)
    return Percent(text)


def _share(text: str) -> Fraction:
    if not _SHARE.fullmatch(text):
        raise ValueError(text)
    return Fraction(text)


def _decimal(text: str) -> Decimal:
    if not (found := Decimal(text)).is_finite():
        raise ValueError(text)
    return found


def _finite(number: Decimal) -> str:
    # What is endless or no number would not be read back.
    if not number.is_finite():
        raise expected("a finite number", number)
    return str(number)


def _month_day(text: str) -> tuple[int, int]:
    month, number = map(int, text.split("-"))
    return month, number


def _spell_month_day(value: tuple[int, int]) -> str:
    return f"{value[0]:02}-{value[1]:02}"


_fraction = spelled(_share, str, 'a fraction such as "1/2"')
_day_of_year = spelled(_month_day, _spell_month_day, 'a month and day such as "11-25"')


def _pair(value: Any, what: str) -> list[Any]:
    if type(value) is not list or len(value) != 2:
        raise expected(f"a list of {what}", value)
    return value


def _interval(value: Any, _: Any = None) -> Interval:
    low, high = _pair(value, 'two fractions such as "1/2"')
    return Interval(_fraction(low, None), _fraction(high, None))


def _season(value: Any, _: Any = None) -> Season:
    first, last = _pair(value, 'two days such as "11-25"')
    return Season(_day_of_year(first, None), _day_of_year(last, None))


BUILTINS: dict[type, Callable[..., Any]] = {
    str: exactly(str, "text"),
    int: exactly(int, "a whole number"),
    bool: exactly(bool, "true or false"),
}

# Class → how a tree is read as it, how it is spelled.
LEAVES: dict[type, tuple[Read, Spell]] = {
    Money: (_money, attrgetter("kopiykas")),
    Percent: (spelled(_percent, _plain, 'a percent such as "95.2"'), _plain),
    Code: (spelled(Code.parse, str, 'a code such as "2.10"'), str),
    Period: (spelled(Period.parse, str, 'a period such as "2023" or "2024-9m"'), str),
    Ref: (spelled(Ref.parse, str, 'an address such as "2.1/2023/planned"'), str),
    Ages: (spelled(Ages.parse, str, 'ages such as "15-70" or "65+"'), str),
    Source: (spelled(Source.parse, str, 'a source such as "community-general"'), str),
    Date: (spelled(day, Date.isoformat, 'a day such as "2019-12-18"'), Date.isoformat),
    Fraction: (_fraction, str),
    Decimal: (spelled(_decimal, str, 'a number such as "10.5"'), _finite),
    Interval: (_interval, lambda interval: [str(interval.low), str(interval.high)]),
    Season: (_season, lambda season: [_spell_month_day(season.first), _spell_month_day(season.last)]),
}
