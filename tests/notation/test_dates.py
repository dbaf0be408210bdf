"""Dates alone and in prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from localgender.errors import NotationError
from localgender.notation.dates import NAMES, OF_MONTH, date, dates, write_date

from .prose import LONG, endures, prose, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18.12.2019", "2019-12-18"),
        ("1.2.2023", "2023-02-01"),
        ("18.12.2019 року", "2019-12-18"),
        ("10 лютого 2023 року", "2023-02-10"),
        ("09 лютого 2023", "2023-02-09"),
        ("27.09.23", "2023-09-27"),
        ("21.07 2023", "2023-07-21"),
        ("14 лютого 2023", "2023-02-14"),
        ("21 березня 2023р.", "2023-03-21"),
        ("18 cічня 2023 р.", "2023-01-18"),
        ("03 Листопада 2020", "2020-11-03"),
        ("від «03»червня 2025р.", "2025-06-03"),
        ("«03» червня 2025 року", "2025-06-03"),
        ("26 / Лютий, 2021", "2021-02-26"),
        ("04/25/2019", "2019-04-25"),
        ("11/17/2023", "2023-11-17"),
        ("25/04/2019", "2019-04-25"),
        ("2019-12-18", "2019-12-18"),
        ("29 лютого 2024", "2024-02-29"),
        ("10\u00a0лютого\n2023", "2023-02-10"),
    ],
)
def test_a_date_is_read_in_every_usual_form(text: str, expected: str) -> None:
    assert date(text) == Date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "04/05/2019",
        "31.02.2023",
        "29 лютого 2023",
        "32.01.2023",
        "13/13/2019",
        "01.01.0000",
        "09 лютого",
        "2023",
        "лютий 2023",
        "18.12.19.12",
        "18.12.201",
        "1.2.23",
        "18.12.2019 та 19.12.2019",
        "30-31.05.2023",
        "18,12,2019",
        "99 лютого 2023",
        "2019-13-01",
    ],
)
def test_no_date_is_guessed(text: str) -> None:
    with pytest.raises(NotationError):
        date(text)


def test_dates_are_found_in_prose_and_impossible_ones_are_not() -> None:
    text = (
        "10 лютого 2023 року вебінар, 28.07.2023 навчання, 31.02.2023 і 1.1.1.2023 ні,"
        " «від «03»червня 2025р.», 01.01.2021-31.12.2025, 27.09.23 та 04/05/2019"
    )
    assert [text[start:stop] for _, start, stop in dates(text)] == [
        "10 лютого 2023 року",
        "28.07.2023",
        "«03»червня 2025р.",
        "01.01.2021",
        "31.12.2025",
        "27.09.23",
    ]


@given(st.dates())
def test_a_written_date_is_read_again(day: Date) -> None:
    assert date(write_date(day)) == day
    assert date(f"{day.day} {OF_MONTH[day.month - 1]} {day.year:04d} року") == day
    assert date(f"{day.day} {NAMES[day.month - 1]} {day.year:04d}") == day


@given(prose())
def test_found_dates_are_slices_that_read_alike(text: str) -> None:
    stopped = 0
    for day, start, stop in dates(text):
        assert stopped <= start < stop <= len(text)
        assert date(text[start:stop]) == day
        stopped = stop


@given(prose())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    read(date, text)


@pytest.mark.parametrize("repeated", LONG)
def test_long_texts_are_settled(repeated: str) -> None:
    endures(date, repeated)
    endures(dates, repeated)
