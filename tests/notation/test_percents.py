"""Percents as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import NotationError
from localgender.notation.amounts import percent, write_percent
from localgender.values.percents import Percent

from .prose import LONG, endures, prose, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95,2", "95.2"),
        ("95,2 %", "95.2"),
        ("95,2%", "95.2"),
        ("100", "100"),
        ("100,0", "100.0"),
        ("38.00", "38.00"),
        ("0,0", "0.0"),
        ("-3,5", "-3.5"),
        ("1 050,5", "1050.5"),
        ("95,2*", "95.2"),
    ],
)
def test_a_percent_keeps_its_printed_digits(text: str, expected: str) -> None:
    assert percent(text) == Percent(expected)


@pytest.mark.parametrize("text", ["", "-", "—", "*"])
def test_a_silent_percent_is_none(text: str) -> None:
    assert percent(text) is None


@pytest.mark.parametrize("text", ["%", "95,2 грн", "95.200", "95,2 % виконано", "сто", "1 2", "70% - 30%"])
def test_no_percent_is_guessed(text: str) -> None:
    with pytest.raises(NotationError):
        percent(text)


@given(st.integers(-(10**9), 10**9), st.integers(0, 9))
def test_percents_are_read_as_they_were_written(units: int, decimals: int) -> None:
    each = Percent(Decimal(units).scaleb(-decimals), decimals)
    assert percent(write_percent(each)) == each


@given(prose())
def test_any_cell_is_a_percent_or_refused(text: str) -> None:
    read(percent, text)


@pytest.mark.parametrize("repeated", LONG)
def test_long_cells_are_settled(repeated: str) -> None:
    endures(percent, repeated)
