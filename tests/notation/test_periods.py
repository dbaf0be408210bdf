"""Periods and years alone and in prose, and Roman numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import NotationError
from localgender.notation.numerals import roman
from localgender.notation.periods import period, periods, write_period
from localgender.values.periods import Period

from .prose import LONG, endures, prose, read

any_days = st.tuples(st.dates(), st.dates()).map(lambda pair: Period(min(pair), max(pair)))
years = st.integers(1985, 2105)
usual = st.one_of(
    st.tuples(years, years).map(lambda pair: Period.years(min(pair), max(pair))),
    st.builds(Period.months, years, st.integers(1, 12)),
    st.builds(Period.month, years, st.integers(1, 12)),
    st.builds(Period.quarter, years, st.integers(1, 4)),
    st.builds(Period.half_year, years, st.integers(1, 2)),
    st.builds(
        lambda year, first, last: Period(
            Period.month(year, min(first, last)).first, Period.month(year, max(first, last)).last
        ),
        *(years, st.integers(1, 12), st.integers(1, 12)),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("за 2023 рік", "2023"),
        ("2023", "2023"),
        ("2023 р.", "2023"),
        ("2024 рік", "2024"),
        ("у 2023 році", "2023"),
        ("за 9 місяців 2024 року", "2024-9m"),
        ("за 11 місяців 2025 року", "2025-m11"),
        ("за 3 місяці 2024 року", "2024-q1"),
        ("за I півріччя 2021 року", "2021-h1"),
        ("за І півріччя 2021 року", "2021-h1"),
        ("у першому півріччі 2021 року", "2021-h1"),
        ("за 1 півріччя 2021 року", "2021-h1"),
        ("за перше півріччя 2021 року", "2021-h1"),
        ("друге півріччя 2021", "2021-h2"),
        ("ІІ квартал 2022 року", "2022-q2"),
        ("IІ квартал 2022 року", "2022-q2"),
        ("IV квартал 2025 р.", "2025-q4"),
        ("1-й квартал 2024 року", "2024-q1"),
        ("четвертого кварталу 2024 року", "2024-q4"),
        ("І-ІІ квартал 2024 року", "2024-h1"),
        ("І – ІІІ квартали 2024 року", "2024-9m"),
        ("січень 2024", "2024-01"),
        ("лютий 2023 року", "2023-02"),
        ("січень-вересень 2024 року", "2024-9m"),
        ("у травні-червні 2023", "2023-05-01..2023-06-30"),
        ("з січня по березень 2024 року", "2024-q1"),
        ("грудень 2023 - січень 2024", "2023-12-01..2024-01-31"),
        ("2024-2028 роки", "2024-2028"),
        ("2022—2024", "2022-2024"),
        ("2021 – 2025 рр.", "2021-2025"),
        ("2021-2025роки", "2021-2025"),
        ("з 2022 по 2025 рік", "2022-2025"),
        ("з 2022 року до 2025 року", "2022-2025"),
        ("з 25 листопада по 10 грудня 2025 року", "2025-11-25..2025-12-10"),
        ("30-31.05.2023", "2023-05-30..2023-05-31"),
        ("25.11-10.12.2025", "2025-11-25..2025-12-10"),
        ("26-27 червня 2023 року", "2023-06-26..2023-06-27"),
        ("25.11.2025-10.12.2025", "2025-11-25..2025-12-10"),
        ("18 грудня 2019 року", "2019-12-18..2019-12-18"),
    ],
)
def test_a_period_is_read_in_every_usual_form(text: str, expected: str) -> None:
    assert period(text) == Period.parse(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "1989",
        "2101",
        "20233",
        "202",
        "2025-2021",
        "2021-2023-2025",
        "2021/2022",
        "2021, 2022",
        "2021 до 2025 року",
        "V квартал 2022",
        "0 квартал 2022",
        "IV-I квартал 2022",
        "ІІІ півріччя 2022",
        "13 місяців 2024",
        "0 місяців 2024",
        "9 місяців",
        "I квартал",
        "травень",
        "грудень-січень 2024",
        "25 грудня - 10 січня 2025 року",
        "28-29 лютого 2023 року",
        "31-32.05.2023",
        "10.12.2025-25.11.2025",
        "січень 2025 - грудень 2024",
        "2023 рік роки",
        "рік",
    ],
)
def test_no_period_is_guessed(text: str) -> None:
    with pytest.raises(NotationError):
        period(text)


def test_periods_are_found_in_prose() -> None:
    text = (
        "Програма на 2020-2025 роки (рішення № 2021 від 18.12.2019 року), звіт за 9 місяців 2024 року:"
        " 2022 особи, у травні-червні 2023 року; з 2026 року 10 лютого 2023 року, 26–27 червня 2023 року,"
        " I півріччя 2021 р. та 2021-2025; 2021/2022 рік; №1325 і 1945 рік"
    )
    assert [text[start:stop] for _, start, stop in periods(text)] == [
        "2020-2025 роки",
        "9 місяців 2024 року",
        "травні-червні 2023 року",
        "2026 року",
        "26–27 червня 2023 року",
        "I півріччя 2021 р.",
        "2021-2025",
    ]


@pytest.mark.parametrize(
    ("spelled", "written"),
    [
        ("2023", "2023 рік"),
        ("2024-2028", "2024-2028 роки"),
        ("2022-q1", "I квартал 2022 року"),
        ("2021-h2", "II півріччя 2021 року"),
        ("2024-9m", "9 місяців 2024 року"),
        ("2024-m4", "4 місяці 2024 року"),
        ("2024-01", "січень 2024 року"),
        ("2024-05-01..2024-06-30", "травень-червень 2024 року"),
        ("2025-11-25..2025-12-10", "25.11.2025 - 10.12.2025"),
        ("2025-11-25..2025-11-25", "25.11.2025"),
        ("1989", "01.01.1989 - 31.12.1989"),
    ],
)
def test_a_period_is_written_by_its_usual_name(spelled: str, written: str) -> None:
    assert write_period(Period.parse(spelled)) == written


@given(usual | any_days)
def test_a_written_period_is_read_again(each: Period) -> None:
    assert period(write_period(each)) == each


@given(prose())
def test_found_periods_are_slices_that_read_alike(text: str) -> None:
    stopped = 0
    for each, start, stop in periods(text):
        assert stopped <= start < stop <= len(text)
        assert period(text[start:stop].replace("\n", " ").replace("\t", " ")) == each
        stopped = stop


@given(prose())
def test_any_text_is_a_period_or_refused(text: str) -> None:
    read(period, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I", 1),
        ("І", 1),
        ("ІV", 4),
        ("VII", 7),
        ("VІІ", 7),
        ("VIIІ", 8),
        ("ІХ", 9),
        ("MCMXC", 1990),
        ("СХ", 110),
    ],
)
def test_roman_numerals_mix_alphabets(text: str, number: int) -> None:
    assert roman(text) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "і", "iv", "A", "1", "I ", "MMMM"])
def test_other_letters_are_no_numeral(text: str) -> None:
    assert roman(text) is None


@given(prose())
def test_any_text_is_a_numeral_or_none(text: str) -> None:
    assert roman(text) is None or 0 < roman(text) < 4000


@pytest.mark.parametrize("repeated", LONG)
def test_long_texts_are_settled(repeated: str) -> None:
    endures(period, repeated)
    endures(periods, repeated)
    endures(roman, repeated)
