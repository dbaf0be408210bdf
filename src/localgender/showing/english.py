"""Periods, terms, acts and counts in English; the Ukrainian of them is `localgender.notation`."""

from __future__ import annotations

import datetime

from localgender.values.acts import LegalAct
from localgender.values.counts import Bound, Count
from localgender.values.periods import Period
from localgender.values.terms import Season, Term

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December")  # fmt: skip
_BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}


def write_count(count: Count) -> str:
    """Write a count with its bound.

    >>> write_count(Count(1500, "at-least"))
    'at least 1,500'
    """
    return f"{_BOUNDS[count.bound]}{count.number:,}"


def write_date(day: datetime.date) -> str:
    """Write a date with the name of its month, which cannot be taken for its day.

    >>> write_date(datetime.date(2019, 12, 18))
    '18 December 2019'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def write_period(period: Period) -> str:
    """Write a period, parts of a year by their months, so that none needs an article.

    >>> write_period(Period.nine_months(2024)), write_period(Period.years(2024, 2028))
    ('January–September 2024', '2024–2028')
    """
    first, last = period.first, period.last
    if period.is_years:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if ".." in str(period):
        return write_date(first) if first == last else f"{write_date(first)} to {write_date(last)}"
    months = dict.fromkeys(_MONTHS[day.month - 1] for day in (first, last))
    return f"{'–'.join(months)} {first.year}"


def write_term(term: Term) -> str:
    """Write a term; conditions stand at the end, in the words of the document.

    >>> write_term(Term((Period.years(2021, 2025),), recurrence="yearly"))
    'yearly, 2021–2025'
    """
    often = [term.recurrence.replace("-", " ")] if term.recurrence else []
    stated = [*map(write_period, term.spans), *(f"by {write_date(until)}" for until in term.deadlines)]
    return ", ".join([*often, *stated, *map(_season, term.seasons), *term.conditions])


def _season(season: Season) -> str:
    first, last = (f"{day} {_MONTHS[month - 1]}" for month, day in (season.first, season.last))
    return first if first == last else f"{first} to {last}"


def write_act(act: LegalAct) -> str:
    """Write an act; its noun and its body stay as the document has them.

    >>> write_act(LegalAct("рішення", "1688", "2019-12-18"))
    'рішення No. 1688 of 18 December 2019'
    """
    number = f"No. {act.number}" if act.number else None
    day = f"of {write_date(act.date)}" if act.date else None
    return " ".join(filter(None, (act.kind, act.body, number, day)))
