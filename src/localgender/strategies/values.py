"""Strategies for the vocabulary: money, percents, codes, periods, terms, counts, acts and addresses."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st
from pendulum import Date

from localgender.values.acts import LegalAct
from localgender.values.ages import Ages
from localgender.values.codes import Code
from localgender.values.counts import Bound, Count
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.periods import Period, day
from localgender.values.places import Place
from localgender.values.refs import COUNTED, PLAN, STATISTICS, Ref, RefKind
from localgender.values.terms import Recurrence, Season, Term

_PHRASES = (
    "захід",
    "Рада",
    "Навчання для жінок",
    "Круглий стіл «Рівність» № 2",
    "обʼєкт",
    "обсяг 10,5 тис. грн",
    "на 2022-2024 роки",
    "Проведено 4 засідання.",
    "ґендерний аудит — Їжак",
)
_LEAP_YEAR = 2024


def texts() -> st.SearchStrategy[str]:
    """Texts as documents hold them, and now and then any characters at all; never blank."""
    return st.sampled_from(_PHRASES) | st.text(min_size=1, max_size=12).filter(str.strip)


def _years() -> st.SearchStrategy[int]:
    return st.integers(2024, 2030) | st.integers(2015, 2023)


def days() -> st.SearchStrategy[Date]:
    """Days from 2015 to 2030, as `pendulum.Date`."""
    late = st.dates(datetime.date(2024, 1, 1), datetime.date(2030, 12, 31))
    early = st.dates(datetime.date(2015, 1, 1), datetime.date(2023, 12, 31))
    return (late | early).map(day)


def moneys(*, most: int = 10**12) -> st.SearchStrategy[Money]:
    """Amounts of money, none below zero: round ones, and ones to the kopiyka.

    Args:
        most: Kopiykas that no amount exceeds.
    """
    # A tenth of a thousand hryvnias is the digit that most tables end in.
    tenths = st.integers(0, most // 10_000).map(lambda each: each * 10_000)
    return (tenths | st.integers(0, most)).map(Money)


def percents() -> st.SearchStrategy[Percent]:
    """Percents from 0 to 150 with up to three decimals."""
    return st.builds(
        lambda decimals, share: Percent(
            Decimal(share % (150 * 10**decimals + 1)).scaleb(-decimals), decimals
        ),
        st.integers(0, 3),
        st.integers(0, 150_000),
    )


def ratios() -> st.SearchStrategy[Ratio]:
    """Relations of two amounts; the whole may be zero."""
    return st.builds(Ratio, moneys(), moneys())


def intervals() -> st.SearchStrategy[Interval]:
    """Closed intervals of fractions."""
    ends = st.fractions(-1000, 1000, max_denominator=100)
    return st.builds(lambda low, width: Interval(low, low + abs(width)), ends, ends | st.just(Fraction(0)))


def codes(*, most_parts: int = 3) -> st.SearchStrategy[Code]:
    """Numbers of goals and measures, 2.10 and 2.9 among them.

    Args:
        most_parts: Parts that no code exceeds.
    """
    return st.lists(st.integers(1, 12), min_size=1, max_size=most_parts).map(Code)


def periods() -> st.SearchStrategy[Period]:
    """Years, several years, parts of a year, and any two days in order."""
    years = _years()
    return st.one_of(
        years.map(Period.year),
        st.builds(lambda first, more: Period.years(first, first + more), years, st.integers(0, 5)),
        years.map(Period.nine_months),
        st.builds(Period.quarter, years, st.integers(1, 4)),
        st.builds(Period.half_year, years, st.integers(1, 2)),
        st.builds(Period.month, years, st.integers(1, 12)),
        st.builds(Period.months, years, st.integers(1, 12)),
        st.builds(lambda one, other: Period(min(one, other), max(one, other)), days(), days()),
    )


def seasons() -> st.SearchStrategy[Season]:
    """Days of every year, also across New Year and on 29 February."""
    ends = st.dates(datetime.date(_LEAP_YEAR, 1, 1), datetime.date(_LEAP_YEAR, 12, 31))
    month_and_day = ends.map(lambda each: (each.month, each.day))
    return st.builds(Season, month_and_day, month_and_day)


def terms() -> st.SearchStrategy[Term]:
    """Terms: mostly years, then everything a term may say at once."""
    return st.builds(lambda period: Term((period,)), periods()) | st.builds(
        Term,
        spans=st.lists(periods(), max_size=3),
        recurrence=st.none() | st.sampled_from(Recurrence),
        seasons=st.lists(seasons(), max_size=2),
        deadlines=st.lists(days(), max_size=2),
        conditions=st.lists(texts(), max_size=2),
    )


def counts() -> st.SearchStrategy[Count]:
    """Whole numbers, exact or with a bound."""
    return st.builds(Count, st.integers(0, 10_000), st.sampled_from(Bound))


def legal_acts() -> st.SearchStrategy[LegalAct]:
    """Decisions and orders, each part of which may be silent."""
    return st.builds(
        LegalAct,
        st.none() | st.sampled_from(["рішення", "розпорядження", "закон"]),
        st.none() | st.integers(1, 2000).map(str),
        st.none() | days(),
        st.none() | texts(),
    )


def places() -> st.SearchStrategy[Place]:
    """Cells and paragraphs, with characters within them, on a page or not."""
    numbers, pages = st.integers(1, 20), st.none() | st.integers(1, 20)
    lengths = st.integers(0, 50)
    return st.builds(
        lambda table, row, column, start, length, page: Place(
            table, row, column if table else 0, start, start + length, page
        ),
        st.integers(0, 3), numbers, numbers, lengths, lengths, pages,
    )  # fmt: skip


def ages() -> st.SearchStrategy[Ages]:
    """Groups of ages, closed and open, and all ages together."""
    spans = st.tuples(st.integers(0, 90), st.none() | st.integers(0, 60))
    return spans.map(lambda span: Ages(span[0], None if span[1] is None else span[0] + span[1]))


def refs() -> st.SearchStrategy[Ref]:
    """Addresses of every kind, of second bearers, of what bears no code, and of figures among them."""
    bearers = st.integers(1, 3)
    coded = st.builds(Ref, st.sampled_from([RefKind.MEASURE, RefKind.GOAL]), codes(), bearers)
    uncoded = st.builds(Ref, st.just(RefKind.MEASURE), st.none() | codes(), bearers, st.just(value=False))
    goal = st.builds(Ref, st.just(RefKind.GOAL), st.none(), bearers, st.just(value=False))
    kinds = st.sampled_from(sorted(COUNTED))
    counted = st.builds(lambda kind, nth: Ref(kind, nth=nth), kinds, bearers)
    path = st.lists(codes().map(str), min_size=1, max_size=3)
    targets = st.builds(lambda path, nth: Ref(RefKind.TARGET, nth=nth, path=path), path, bearers)
    subjects = st.one_of(coded, uncoded, goal, counted, targets, st.sampled_from([PLAN, STATISTICS]))
    return subjects | st.builds(_figure, subjects, st.none() | periods(), st.sampled_from(_FIGURES))


_FIGURES = [
    ("planned", ""),
    ("disbursed", ""),
    ("title", ""),
    ("planned", "community+state-general"),
    ("", ""),
]


def _figure(subject: Ref, period: Period | None, figure: tuple[str, str]) -> Ref:
    part, source = figure
    return subject.to(part, period=period, source=source)
