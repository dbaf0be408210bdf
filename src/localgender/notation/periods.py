"""Reporting periods and years as printed: «за 9 місяців 2024 року», «2024-2028 роки»."""

from __future__ import annotations

import re
from collections.abc import Callable

from localgender.errors import NotationError, TermError
from localgender.notation.dates import (
    DATE,
    MONTH,
    MONTHS,
    NAMED_DAY,
    NAMES,
    YEAR_WORD,
    date,
    day_of,
    month_of,
    write_date,
)
from localgender.notation.folding import fold
from localgender.notation.numerals import roman
from localgender.notation.patterns import DASH, END, START, Rule, S, cell, found, prefix
from localgender.values.periods import Period, last_of_month
from localgender.values.terms import Season

YEAR = r"(?:199[0-9]|20[0-9]{2}|2100)(?![0-9])"
_CLOSED = rf"(?!{S}-{S}[0-9])"
ONE_YEAR = rf"(?P<year>{YEAR}){_CLOSED}{YEAR_WORD}?"
# «по» and «до» close a range only where «з» opened it: «2021 до 2025 року» may be two terms.
FROM = rf"(?P<since>(?:з|із|від){END}{S})?"
TO = rf"(?:{DASH}|(?(since){S}(?:по|до){END}{S}|(?!)))"

_ORDINALS = {"перш": 1, "друг": 2, "трет": 3, "четверт": 4}
_NUMERAL = (
    rf"(?:[1-4]|[iі]{{1,3}}|[iі]?v)(?:-?(?:й|ий|ого|го|ому|му|е|ге|ше|є|я))?{END}"
    rf"|(?:{'|'.join(_ORDINALS)})[а-яії]{{1,4}}{END}"
)
_LETTERS = re.compile(r"[ivі]+")


def _numeral(printed: str) -> int:
    for stem, ordinal in _ORDINALS.items():
        if printed.startswith(stem):
            return ordinal
    letters = _LETTERS.match(printed)
    number = roman(letters[0].upper()) if letters else int(printed[0])
    if number is None or number > 4:
        raise NotationError(printed, "a numeral from 1 to 4")
    return number


def _quarters(match: re.Match[str]) -> Season:
    first, last = _numeral(match["q"]), _numeral(match["r"] or match["q"])
    if last < first:
        raise NotationError(match[0], "quarters in their order")
    return _whole_months(3 * first - 2, 3 * last)


def _half(match: re.Match[str]) -> Season:
    half = _numeral(match["h"])
    if half > 2:
        raise NotationError(match[0], "the first or the second half of a year")
    return _whole_months(6 * half - 5, 6 * half)


def _months(match: re.Match[str]) -> Season:
    return _whole_months(MONTHS[match["from"]], MONTHS[match["to"] or match["from"]])


def _whole_months(first: int, last: int) -> Season:
    # 2024 is a leap year, so a season that ends in February has its longest end.
    return Season((first, 1), (last, last_of_month(2024, last).day))


def _days(match: re.Match[str]) -> Season:
    last = (month_of(match["m"]), int(match["d"]))
    first = (month_of(match["fm"] or match["m"]), int(match["fd"] or match["d"]))
    try:
        return Season(first, last)
    except TermError:
        raise NotationError(match[0], "days of the calendar") from None


_DAY = r"[0-9]{1,2}"
_FIRST_DAY = rf"(?:{FROM}(?P<fd>{_DAY})(?:{S}(?P<fm>{MONTH}))?{TO})?"
# Parts of a year, which are a period with a year beside them and a season without.
PARTS: tuple[tuple[str, Callable[[re.Match[str]], Season]], ...] = (
    (rf"(?P<q>{_NUMERAL})(?:{DASH}(?P<r>{_NUMERAL}))?{S}квартал(?:и|у|і|ом|ах|ів)?{END}", _quarters),
    (rf"(?P<h>{_NUMERAL}){S}півріч(?:чя|чі|чю|чям){END}", _half),
    (rf"{FROM}(?P<from>{MONTH})(?:{TO}(?P<to>{MONTH})|(?(since)(?!)))", _months),
    (rf"{_FIRST_DAY}{NAMED_DAY}", _days),
)
_NUMBERED_DAYS = rf"{FROM}(?P<fd>{_DAY})(?:\.(?P<fm>{_DAY})\.?)?{TO}(?P<d>{_DAY})\.(?P<m>{_DAY})\."


def _in_year(part: Callable[[re.Match[str]], Season]) -> Callable[[re.Match[str]], Period]:
    def read(match: re.Match[str]) -> Period:
        season, year = part(match), int(match["year"])
        if season.last < season.first:
            raise NotationError(match[0], "a first day that is not after the last of the same year")
        if "d" in match.re.groupindex:
            return Period(day_of(year, *season.first), day_of(year, *season.last))
        return season.in_year(year)

    return read


def _first_months(match: re.Match[str]) -> Period:
    count = int(match["count"])
    if not 1 <= count <= 12:
        raise NotationError(match[0], "one to twelve months")
    return Period.months(int(match["year"]), count)


def _between_days(match: re.Match[str]) -> Period:
    return _ordered(match, lambda: Period(date(match["first"]), date(match["last"])))


def _years(match: re.Match[str]) -> Period:
    return _ordered(match, lambda: Period.years(int(match["first"]), int(match["last"])))


def _between_months(match: re.Match[str]) -> Period:
    first, last = int(match["first"]), int(match["last"])
    until = last_of_month(last, MONTHS[match["to"]])
    return _ordered(match, lambda: Period(day_of(first, MONTHS[match["from"]], 1), until))


def _ordered(match: re.Match[str], made: Callable[[], Period]) -> Period:
    try:
        return made()
    except TermError:
        raise NotationError(match[0], "a last day that is not before the first") from None


def _school_year(match: re.Match[str]) -> Period:
    first, last = int(match["first"]), match["last"]
    if int(last) not in {first + 1, (first + 1) % 100}:
        raise NotationError(match[0], "two years that follow each other")
    return Period(day_of(first, 9, 1), day_of(first + 1, 6, 30))


def _year(match: re.Match[str]) -> Period:
    return Period.year(int(match["year"]))


def _one_day(match: re.Match[str]) -> Period:
    day = date(match["day"])
    return Period(day, day)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{START}(?<![0-9][./]){pattern}(?![0-9])")


YEARS_RULES: tuple[Rule[Period], ...] = (
    (_compiled(rf"{FROM}(?P<first>{YEAR}){YEAR_WORD}?{TO}(?P<last>{YEAR}){_CLOSED}{YEAR_WORD}?"), _years),
    (_compiled(rf"(?P<year>{YEAR}){_CLOSED}{YEAR_WORD}"), _year),
)
BARE_YEAR: Rule[Period] = (_compiled(ONE_YEAR), _year)
DATED_PARTS: tuple[Rule[Period], ...] = tuple(
    (_compiled(rf"{pattern},?{S}{ONE_YEAR}"), _in_year(part)) for pattern, part in PARTS
)
DAYS_RULES: tuple[Rule[Period], ...] = (
    (_compiled(rf"(?P<count>[0-9]{{1,2}}){S}місяц(?:ів|і|ь|я){END}{S}{ONE_YEAR}"), _first_months),
    (_compiled(rf"{_NUMBERED_DAYS}{ONE_YEAR}"), _in_year(_days)),
    (_compiled(rf"{FROM}(?P<first>{DATE}){TO}(?P<last>{DATE})"), _between_days),
    (
        _compiled(
            rf"{FROM}(?P<from>{MONTH}){S}(?P<first>{YEAR}){YEAR_WORD}?"
            rf"{TO}(?P<to>{MONTH}){S}(?P<last>{YEAR}){YEAR_WORD}?"
        ),
        _between_months,
    ),
)
# From 1 September, and to the end of June since classes end by 1 July: law № 463-IX, article 10.
SCHOOL_YEAR: Rule[Period] = (
    _compiled(
        rf"(?P<first>{YEAR}){S}[/-]{S}(?P<last>{YEAR}|[0-9]{{2}}(?![0-9])){S}"
        rf"(?:н{END}{S}\.?{S}р{END}\.?|навчальн(?:ий|ого|ому){END}{S}(?:рік|року|році){END})"
    ),
    _school_year,
)
ONE_DAY: Rule[Period] = (_compiled(rf"(?P<day>{DATE}){_CLOSED}"), _one_day)

_IN_PROSE = (*YEARS_RULES, *DATED_PARTS, *DAYS_RULES)
_BEFORE = re.compile(rf"(?:(?:за|на|у|в|протягом|впродовж|упродовж){END}{S})?")


def period(text: str) -> Period:
    """Read one period.

    >>> period("за 9 місяців 2024 року"), period("за I півріччя 2021 року")
    (Period.parse('2024-9m'), Period.parse('2021-h1'))

    Raises:
        NotationError: For any other text, and for a number that is no year from 1990 to 2100.
    """
    folded = cell(text)
    folded = folded[prefix(_BEFORE, folded).end() :]
    for pattern, made in (*_IN_PROSE, BARE_YEAR, ONE_DAY):
        if match := pattern.fullmatch(folded):
            return made(match)
    raise NotationError(text, "a period such as 2023 рік or 9 місяців 2024 року")


def periods(text: str) -> tuple[tuple[Period, int, int], ...]:
    """Find the periods in prose, each with its first character and the one past its last.

    A bare number is a year only beside «рік» or in a range; a single date is no period.

    >>> periods("Програма на 2020-2025 роки, звіт за 2023 рік")
    ((Period.parse('2020-2025'), 12, 26), (Period.parse('2023'), 36, 44))
    """
    everything = tuple(found(fold(text), (*_IN_PROSE, ONE_DAY)))
    return tuple(each for each in everything if each[0].first != each[0].last)


def write_period(period: Period) -> str:
    """Write a period in the nominative, by its shortest usual name.

    >>> write_period(Period.nine_months(2024)), write_period(Period("2025-11-25", "2025-12-10"))
    ('9 місяців 2024 року', '25.11.2025 - 10.12.2025')
    """
    first, last = period.first, period.last
    if not 1990 <= first.year <= last.year <= 2100:
        return _write_days(period)
    if period.is_years:
        return f"{first.year} рік" if first.year == last.year else f"{first.year}-{last.year} роки"
    if first.year != last.year or first.day != 1 or last != last_of_month(last.year, last.month):
        return _write_days(period)
    months = last.month
    usual = f"{months} {'місяці' if months < 5 else 'місяців'}" if first.month == 1 < months else None
    name = part_name(first.month, months)
    return f"{usual if usual and '-' in name else name} {first.year} року"


_NAMES = {(1, 3): "I квартал", (4, 6): "II квартал", (7, 9): "III квартал", (10, 12): "IV квартал"}
_NAMES |= {(1, 6): "I півріччя", (7, 12): "II півріччя"}


def part_name(first: int, last: int) -> str:
    """Return the usual name of whole months, such as «II квартал», «травень» or «травень-червень»."""
    if first == last:
        return NAMES[first - 1]
    return _NAMES.get((first, last)) or f"{NAMES[first - 1]}-{NAMES[last - 1]}"


def _write_days(period: Period) -> str:
    if period.first == period.last:
        return write_date(period.first)
    return f"{write_date(period.first)} - {write_date(period.last)}"
