"""Terms cut from cells, accepted and written, and their laws."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import NotationError
from localgender.notation.terms import as_term, term, terms, write_term
from localgender.values.periods import Period, last_of_month
from localgender.values.terms import Recurrence, Season, Term, years

from .prose import LONG, endures, prose, read
from .short_terms import CAMPAIGN, condition, during, often, season, until


def test_offsets_cut_each_term_from_its_cell() -> None:
    text = " на 2021 рік\nЩорічно 2021 - 2025; до 01.12.2024. "
    cut = [text[start:stop] for _, start, stop in terms(text)]
    assert cut == ["на 2021 рік", "Щорічно 2021 - 2025", "до 01.12.2024"]


def test_one_term_is_not_several() -> None:
    with pytest.raises(NotationError, match="one term"):
        term("2021 2021-2025")
    assert term("—") is None


def test_a_term_is_accepted_in_every_form() -> None:
    assert as_term("2020-2025") == as_term(years(2020, 2025)) == as_term(Period.years(2020, 2025))
    assert as_term(2023) == as_term("2023") == years(2023)
    assert as_term(None) is as_term("-") is None
    for wrong in (True, 2023.0, [2023]):
        with pytest.raises(TypeError):
            as_term(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("each", "written"),
    [
        (years(2020, 2025), "2020-2025"),
        (years(2021) | years(2023), "2021, 2023"),
        (years(2021, 2025) | often("yearly"), "Щорічно 2021-2025"),
        (until("2024-12-01"), "до 01.12.2024"),
        (CAMPAIGN, "25 листопада - 10 грудня"),
        (CAMPAIGN | often("yearly"), "25 листопада - 10 грудня щороку"),
        (season((1, 1), (3, 20)) | often("yearly"), "до 20 березня щороку"),
        (season((5, 1), (5, 31)), "травень"),
        (during("2022-q1"), "I квартал 2022 року"),
        (years(2021) | during("2024-05"), "2021 рік, травень 2024 року"),
        (often("continuous"), "Постійно"),
        (often("half-yearly") | condition("до 20 числа"), "Раз на півроку, до 20 числа"),
        (Term(), ""),
    ],
)
def test_a_term_is_written_as_officials_do(each: Term, written: str) -> None:
    assert write_term(each) == written


def _months(year: int, first: int, last: int) -> Period:
    first, last = sorted((first, last))
    return Period(Period.month(year, first).first, last_of_month(year, last))


_year, _month = st.integers(1985, 2105), st.integers(1, 12)
_spans = st.one_of(
    st.tuples(_year, _year).map(lambda pair: Period.years(min(pair), max(pair))),
    st.builds(_months, _year, _month, _month),
    st.tuples(st.dates(), st.dates()).map(lambda pair: Period(min(pair), max(pair))),
)
_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
_seasons = st.one_of(
    st.builds(Season, _days, _days),
    st.builds(lambda first, last: Season((first, 1), (last, last_of_month(2024, last).day)), _month, _month),
    _days.map(lambda day: Season((1, 1), day)),
    _days.map(lambda day: Season(day, day)),
)
_conditions = st.sampled_from(["з моменту затвердження", "у тримісячний строк", "до 20 числа"])
printable = st.builds(
    Term,
    st.lists(_spans, max_size=3),
    st.none() | st.sampled_from(Recurrence),
    st.lists(_seasons, max_size=2),
    st.lists(st.dates(), max_size=2),
    st.lists(_conditions, max_size=1),
).filter(lambda each: each != Term())


@given(printable)
def test_a_written_term_is_read_again(each: Term) -> None:
    assert term(write_term(each)) == each


@given(prose())
def test_any_cell_is_read_or_refused_and_slices_read_alike(text: str) -> None:
    stopped = 0
    for each, start, stop in read(terms, text) or ():
        assert stopped <= start < stop <= len(text)
        assert [one for one, _, _ in terms(text[start:stop])] == [each]
        stopped = stop


@given(
    st.lists(
        st.sampled_from(["2021", "2021-2025", "2022, 2024", "Щорічно 2021-2025"]), min_size=1, max_size=5
    )
)
def test_as_many_terms_come_out_as_went_in(cells: list[str]) -> None:
    for joint in (" ", "\n", "; "):
        assert [each for each, _, _ in terms(joint.join(cells))] == [term(cell) for cell in cells]


@pytest.mark.parametrize("repeated", LONG)
def test_long_cells_are_settled(repeated: str) -> None:
    endures(terms, repeated)
    endures(lambda text: terms(text[:1_990]), repeated)
