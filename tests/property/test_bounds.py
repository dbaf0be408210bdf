"""What no document can print is refused at once and by name, however it is spelled."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.errors import CodeError, NotationError, TermError
from localgender.values.periods import day
from localgender.values.refs import ByRef, Ref
from localgender.values.terms import Season


@pytest.mark.parametrize(
    "text",
    [
        "1E+400000000",
        "1E+101",
        "1" * 5000,
        "0." + "0" * 200 + "1",
        "1_000",
        "１２",
        "٣",
        "1e",
        "",
        ".",
        "NaN",
        "Infinity",
        "0x1",
    ],
)
def test_what_is_no_amount_or_percent_is_refused(text: str) -> None:
    for make in (lg.uah, lg.thousand_uah, lg.Percent):
        with pytest.raises(NotationError) as caught:
            make(text)
        assert len(str(caught.value)) < 200


@pytest.mark.parametrize("number", [10**4000, -(10**100), Decimal("1E+400000000"), Decimal("sNaN")])
def test_numbers_larger_than_any_amount_are_refused(number: int | Decimal) -> None:
    for make in (lg.uah, lg.Percent):
        with pytest.raises(NotationError):
            make(number)


def test_a_percent_has_no_more_decimals_than_can_be_printed() -> None:
    with pytest.raises(NotationError):
        lg.Percent(1, 10**9)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**9), max_value=10**9))
def test_a_percent_is_spelled_in_digits_and_reads_back(value: Decimal) -> None:
    percent = lg.Percent(value)
    assert set(str(percent)) <= set("-.0123456789")
    assert lg.Percent(str(percent)) == percent
    assert eval(repr(percent), {"Percent": lg.Percent}) == percent


@given(st.text(st.characters(categories=["Nd", "Lu", "Po"]), max_size=6))
def test_only_plain_digits_make_numbers(text: str) -> None:
    if not text.isascii():
        for make, error in (
            (lg.uah, NotationError),
            (lg.Code.parse, CodeError),
            (lg.Period.parse, TermError),
        ):
            with pytest.raises(error):
                make(text)


@pytest.mark.parametrize(
    "address", ["total:" + "9" * 5000, "2.1#" + "9" * 5000, "total:１", "2.１", "goal:٣", "target:1#²"]
)
def test_addresses_that_no_document_has_are_refused(address: str) -> None:
    with pytest.raises(CodeError):
        Ref.parse(address)
    assert ByRef({"2.1": 1}).get(address, "silent") == "silent"
    assert address not in ByRef({"2.1": 1})


def test_what_is_no_address_has_no_value() -> None:
    assert ByRef({"2.1": 1}).get("nonsense") is None
    with pytest.raises(CodeError):
        Ref("total", nth=10**9)


@pytest.mark.parametrize(
    "make",
    [
        lambda: lg.Period.year(0),
        lambda: lg.Period.year(10_000),
        lambda: lg.Period.years(2024, 10**30),
        lambda: lg.Period.month(2024, 13),
        lambda: lg.Period.months(2024, 13),
        lambda: lg.Period.months(2024, 0),
        lambda: lg.Period.quarter(2024, 5),
        lambda: lg.Period.half_year(2024, 3),
        lambda: lg.Period.parse("２０２４"),
        lambda: lg.Period.parse("0000"),
        lambda: lg.Period.year(1).same_period_last_year(),
        lambda: Season((12, 1), (1, 1)).in_year(9999),
        lambda: Season((12, 1), (1, 1)).in_year(0),
        lambda: day("20240101"),
        lambda: day("2024-W01-1"),
        lambda: day("２０２４-01-01"),
        lambda: day("2024-02-30"),
    ],
)
def test_days_that_no_calendar_has_are_refused(make: object) -> None:
    with pytest.raises(TermError):
        make()


def test_the_last_year_of_the_calendar_is_a_year_like_any_other() -> None:
    yearly = lg.Term(seasons=[Season((12, 1), (1, 10)), Season((3, 1), (3, 8))])
    assert yearly.due_in(lg.Period.month(9999, 3))


def test_half_a_letter_is_no_text() -> None:
    with pytest.raises(NotationError):
        lg.Community("Житомир\ud800")
    with pytest.raises(lg.errors.SerializationError):
        lg.loads(lg.dumps(lg.Community("Житомир")).replace("Житомир", "\\ud800"))


@pytest.mark.parametrize("name", ["", "  ", "\u00a0\n"])
def test_a_community_has_a_name(name: str) -> None:
    with pytest.raises(NotationError):
        lg.Community(name)
