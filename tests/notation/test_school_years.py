"""School years, and spans whose ends are written each its own way."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender import notation
from localgender.errors import NotationError

SCHOOL = lg.Term((lg.Period("2023-09-01", "2024-06-30"),))


@pytest.mark.parametrize(
    "text",
    [
        "2023/2024 н.р.",
        "2023/24 н. р.",
        "2023-2024 навчальний рік",
        "протягом 2023/2024 навчального року",
        "у 2023 – 2024 навчальному році",
    ],
)
def test_a_school_year_begins_in_september(text: str) -> None:
    assert notation.term(text) == SCHOOL


def test_years_that_do_not_follow_each_other_are_no_school_year() -> None:
    with pytest.raises(NotationError):
        notation.term("2023/2025 н.р.")


def test_a_bare_pair_of_years_with_a_stroke_is_not_guessed() -> None:
    with pytest.raises(NotationError):
        notation.term("2023/2024")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("IV квартал 2023 року – 2025 рік", "2023-10-01", "2025-12-31"),
        ("вересень 2024 року - I квартал 2025 року", "2024-09-01", "2025-03-31"),
    ],
)
def test_a_span_takes_its_ends_as_they_are_written(text: str, first: str, last: str) -> None:
    assert notation.term(text) == lg.Term((lg.Period(first, last),))
