"""Counts and how sure they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import NotationError
from localgender.notation.counts import count, write_count
from localgender.values.counts import Bound, Count

from .prose import LONG, endures, prose, read


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("150", 150, "exact"),
        ("0", 0, "exact"),
        ("1 996", 1996, "exact"),
        ("233\u00a0210 жінок", 233210, "exact"),
        ("150 осіб", 150, "exact"),
        ("20 дітей із сімей, які втратили житло", 20, "exact"),
        ("150*", 150, "exact"),
        ("понад 150", 150, "at-least"),
        ("більше 20", 20, "at-least"),
        ("не\nменше 5 навчань", 5, "at-least"),
        ("150+", 150, "at-least"),
        ("понад 5 тисяч випадків", 5000, "at-least"),
        ("близько 30", 30, "about"),
        ("майже 40", 40, "about"),
        ("5 тис. осіб", 5000, "about"),
        ("до 100", 100, "at-most"),
        ("не більше ніж 5", 5, "at-most"),
    ],
)
def test_a_count_keeps_its_bound(text: str, number: int, bound: str) -> None:
    assert count(text) == Count(number, bound)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "осіб",
        "2,5",
        "2.5",
        "-5",
        "150 %",
        "150 грн",
        "5 тис. грн",
        "150 осіб, 30 дітей",
        "понад 150+",
        "1 99",
        "2023 рік",
        "10 лютого",
        "№ 5",
        "5-6 осіб",
        "сто",
    ],
)
def test_no_count_is_guessed(text: str) -> None:
    with pytest.raises(NotationError):
        count(text)


@given(st.integers(0, 10**15), st.sampled_from(Bound))
def test_a_written_count_is_read_again(number: int, bound: Bound) -> None:
    assert count(write_count(Count(number, bound))) == Count(number, bound)


@given(prose())
def test_any_text_is_a_count_or_refused(text: str) -> None:
    read(count, text)


@pytest.mark.parametrize("repeated", LONG)
def test_long_texts_are_settled(repeated: str) -> None:
    endures(count, repeated)
