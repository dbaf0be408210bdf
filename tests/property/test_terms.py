"""Laws of terms, against days counted one by one."""

from __future__ import annotations

from datetime import timedelta

from alike import alike
from hypothesis import example, given
from hypothesis import strategies as st
from pendulum import Date

from localgender import strategies
from localgender.values.periods import Period, day
from localgender.values.terms import Recurrence, Season, Term, years


def small_terms() -> st.SearchStrategy[Term]:
    """Terms within two years, small enough to be looked at day by day."""
    days = st.integers(0, 730).map(lambda number: Date(2023, 1, 1).add(days=number))
    spans = st.builds(lambda one, other: Period(min(one, other), max(one, other)), days, days)
    return st.builds(
        Term,
        spans=st.lists(spans, max_size=3),
        recurrence=st.none() | st.sampled_from(Recurrence),
        seasons=st.lists(strategies.seasons(), max_size=2),
        deadlines=st.lists(days, max_size=2),
        conditions=st.lists(st.sampled_from(["у разі потреби", "після затвердження"]), max_size=2),
    )


@given(strategies.terms())
def test_joining_a_term_with_itself_changes_nothing(term: Term) -> None:
    assert term | term == term
    assert term | Term() == Term() | term == term


@given(strategies.terms(), strategies.terms())
def test_terms_join_in_either_order(one: Term, other: Term) -> None:
    assert alike(one | other, other | one)


@given(strategies.terms(), strategies.terms(), strategies.terms())
def test_terms_join_in_any_grouping(one: Term, two: Term, three: Term) -> None:
    assert alike((one | two) | three, one | (two | three))


@given(small_terms(), strategies.days())
def test_term_covers_exactly_its_days(term: Term, when: Date) -> None:
    stated = any(span.first <= when <= span.last for span in term.spans)
    before = any(Date(until.year, 1, 1) <= when <= until for until in term.deadlines)
    assert term.covers(when) == (stated or before)


@given(small_terms(), small_terms(), strategies.periods())
def test_joined_terms_cover_what_either_covers(one: Term, other: Term, period: Period) -> None:
    assert (one | other).covers(period) == (one.covers(period) or other.covers(period))


@given(small_terms())
def test_spans_are_sorted_and_never_touch(term: Term) -> None:
    for one, following in zip(term.spans, term.spans[1:], strict=False):
        assert one.last.add(days=1) < following.first


def days_of(period: Period) -> list[Date]:
    return [
        day(period.first + timedelta(days=number)) for number in range((period.last - period.first).days + 1)
    ]


@given(small_terms(), strategies.periods().filter(lambda period: (period.last - period.first).days < 800))
def test_term_covers_a_period_when_it_covers_a_day_of_it(term: Term, period: Period) -> None:
    assert term.covers(period) == any(term.covers(when) for when in days_of(period))


JANUARY_AND_DECEMBER = Term(
    [Period.month(2024, 1), Period.month(2024, 12)], seasons=[Season((11, 25), (12, 10))]
)


@given(
    small_terms(),
    st.none() | small_terms(),
    strategies.periods().filter(lambda period: (period.last - period.first).days < 400),
)
@example(JANUARY_AND_DECEMBER, None, Period("2024-01-15", "2024-11-30"))
def test_something_is_due_in_a_period_when_it_is_due_on_a_day_of_it(
    term: Term, plan: Term | None, period: Period
) -> None:
    by_day = [term.due_in(when, within=plan) for when in days_of(period)]
    assert term.due_in(period, within=plan) == (None if None in by_day else any(by_day))


def test_term_without_days_covers_nothing() -> None:
    assert not Term(recurrence="continuous").covers(2024)
    assert not Term(seasons=[Season((11, 25), (12, 10))]).covers(2024)


def test_last_year_of_the_calendar_can_be_joined() -> None:
    assert years(9999) | years(9999) == years(9999)
