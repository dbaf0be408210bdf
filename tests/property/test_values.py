"""Laws of the vocabulary: money, codes, percents, periods and addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pendulum import Date

from localgender import strategies
from localgender.errors import LocalGenderError, NotationError
from localgender.exchange.json import dumps
from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.model.plan import Measure, Target
from localgender.values.codes import Code, code
from localgender.values.intervals import Interval
from localgender.values.money import Money, Unit, money_of, thousand_uah, uah
from localgender.values.percents import Percent, Ratio
from localgender.values.periods import Period, day
from localgender.values.refs import ByRef, Ref, RefKind, ref
from localgender.values.texts import text

# Money


@given(st.integers(-(10**30), 10**30), st.sampled_from(Unit))
def test_money_is_exact_in_every_unit(kopiykas: int, unit: Unit) -> None:
    money = Money(kopiykas)
    assert money_of(money.to(unit), unit) == money
    assert Fraction(money.to(unit)) * unit.kopiykas == kopiykas


@given(strategies.moneys(), strategies.moneys(), strategies.moneys())
def test_money_adds_up_in_any_order(one: Money, two: Money, three: Money) -> None:
    assert (one + two) + three == three + (two + one) == sum([one, two, three])
    assert one + two - two == one
    assert one + -one == Money(0)


@given(strategies.moneys())
def test_money_is_what_its_repr_says(money: Money) -> None:
    assert eval(repr(money), {"uah": uah, "thousand_uah": thousand_uah}) == money


@pytest.mark.parametrize("wrong", [10.5, 0.0, True, False, float("nan"), None, b"10"])
@pytest.mark.parametrize("make", [Money, uah, thousand_uah, Percent])
def test_floats_and_booleans_are_no_amounts(make: Callable[[Any], Any], wrong: object) -> None:
    with pytest.raises(TypeError):
        make(wrong)


# Codes


@given(strategies.codes(), strategies.codes())
def test_codes_are_ordered_part_by_part(one: Code, other: Code) -> None:
    assert (one < other) == (one.parts < other.parts)
    assert (one == other) == (str(one) == str(other))


def test_tenth_measure_comes_after_the_ninth() -> None:
    assert code("2.9") < code("2.10") < code("2.11") < code("3")
    assert code("2.10") != code("2.1")


@given(strategies.codes())
def test_codes_are_read_as_they_are_written(value: Code) -> None:
    assert Code.parse(str(value)) == Code.parse(f" {value}. ") == value


def test_codes_are_no_longer_than_can_be_read() -> None:
    with pytest.raises(LocalGenderError):
        Code((10**9,))


# Percents


@given(strategies.percents())
def test_percents_are_read_as_they_are_written(percent: Percent) -> None:
    assert Percent(str(percent)) == percent
    assert percent.interval.low < Fraction(percent.value) < percent.interval.high


@pytest.mark.parametrize("decimals", [-2, 1.0])
def test_decimals_are_a_whole_number(decimals: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Percent("100", decimals)


@given(strategies.ratios(), st.integers(0, 4))
def test_ratio_lies_in_the_interval_of_its_percent(ratio: Ratio, decimals: int) -> None:
    """Rounded, a share is printed as a percent that it may have been."""
    percent = ratio.percent(decimals)
    if ratio.value is None:
        assert percent is None
    else:
        assert percent is not None
        assert percent.decimals == decimals
        assert percent.interval.low <= ratio.value * 100 <= percent.interval.high


# Periods


@given(strategies.periods())
def test_periods_are_read_as_they_are_written(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert eval(repr(period), {"Period": Period}) == period


@given(strategies.periods(), strategies.days())
def test_periods_cover_their_days(period: Period, when: Date) -> None:
    inside = period.first <= when <= period.last
    assert period.covers(when) == period.meets(when) == inside


@given(strategies.periods(), strategies.periods())
def test_periods_meet_both_ways(one: Period, other: Period) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) or not one.covers(other)
    assert (one.covers(other) and other.covers(one)) == (one == other)


@given(strategies.periods())
def test_same_period_last_year_is_called_alike(period: Period) -> None:
    earlier = period.same_period_last_year()
    assert (earlier.first.year, earlier.last.year) == (period.first.year - 1, period.last.year - 1)
    assert earlier.is_years == period.is_years
    if ".." not in str(period):
        assert str(earlier).partition("-")[2].lstrip("0123456789") == str(period).partition("-")[2].lstrip(
            "0123456789"
        )
        assert (earlier.first.month, earlier.last.month) == (period.first.month, period.last.month)


def test_one_day_is_one_day_last_year() -> None:
    when = Date(2023, 1, 1)
    while when.year < 2029:
        earlier = Period(when, when).same_period_last_year()
        assert earlier.first == earlier.last, when
        when = when.add(days=1)


# Addresses and sources


@given(strategies.refs())
def test_refs_are_read_as_they_are_written(value: Ref) -> None:
    assert Ref.parse(str(value)) == ref(str(value)) == ref(value) == value
    assert value.subject.subject == value.subject


@given(strategies.sources())
def test_sources_are_read_as_they_are_written(source: Source) -> None:
    assert Source.parse(str(source)) == source


@pytest.mark.parametrize(
    "parse", [Code.parse, Period.parse, Ref.parse, Source.parse, day], ids=lambda parse: parse.__qualname__
)
@given(
    raw=st.text(alphabet="0123456789.#/:-mqh", max_size=12)
    | st.from_regex(r"(goal:)?\d\.\d?(#[1-9])?(/2024(-\d\d)?)?(/planned)?", fullmatch=True)
)
@example(raw="2024-02-29")
def test_what_is_read_is_read_again_or_refused(parse: Callable[[str], Any], raw: str) -> None:
    """A parser gives a value that it reads back, or the exception of the library."""
    try:
        value = parse(raw)
    except LocalGenderError:
        return
    assert parse(str(value)) == value


def test_there_is_no_zeroth_bearer() -> None:
    with pytest.raises(LocalGenderError):
        Ref.parse("2.4#0")


@pytest.mark.parametrize("path", [("5/1",), ("1:2",), ("1#2",), ()])
def test_numbers_of_targets_hold_no_sign_of_an_address(path: tuple[str, ...]) -> None:
    with pytest.raises(LocalGenderError):
        str(Target("nap-1325", path).ref)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Ref(RefKind.MEASURE),
        lambda: Ref(RefKind.GOAL, "2", coded=False),
        lambda: Ref(RefKind.PLAN, "2"),
        lambda: Ref(RefKind.MEASURE, "2", path=("1",)),
        lambda: ref("2.1").to("2023"),
        lambda: ref("2.1").to("planned/old"),
        lambda: ref("2.1").to("", source="community"),
    ],
)
def test_there_are_no_refs_but_those_that_can_be_written(make: Callable[[], Ref]) -> None:
    """An address is refused, or read as it is written."""
    try:
        made = make()
    except LocalGenderError:
        return
    assert Ref.parse(str(made)) == made


@given(st.dictionaries(strategies.refs(), st.integers(), max_size=5))
def test_mappings_answer_to_addresses_and_their_text(pairs: dict[Ref, int]) -> None:
    mapping = ByRef(pairs)
    assert list(mapping.items()) == list(pairs.items())
    assert all(
        mapping[str(key)] == mapping[key] == value and str(key) in mapping for key, value in pairs.items()
    )


def test_mapping_holds_as_many_as_it_was_given() -> None:
    with pytest.raises(ValueError):
        ByRef([("2.1", 1), ("2.1", 2)])


# Silence


@pytest.mark.parametrize("stage", Stage)
def test_silence_is_not_zero(stage: Stage) -> None:
    silent, zero = FundingPeriod(2023), FundingPeriod(2023, **{stage: Money(0)})
    assert silent != zero
    assert silent.at(stage) is None
    assert zero.at(stage) == Money(0)
    assert (silent.interval(stage), zero.interval(stage)) == (None, Interval(Fraction(-1, 2), Fraction(1, 2)))
    assert dumps(silent) != dumps(zero)


def test_source_that_says_nothing_is_no_source() -> None:
    assert FundingPeriod(sources="") == FundingPeriod()


def test_a_blank_result_is_no_result() -> None:
    assert Measure("1.1", results=["", " "]) == Measure("1.1")


@given(st.text(st.characters(), max_size=12) | st.text(" \u00a0\n\u200bй\u0438\u0306Å\ud83d", max_size=8))
def test_a_text_has_the_one_spelling_that_is_defined(value: str) -> None:
    """Composed letters with one blank for white space; half a letter is refused."""
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        with pytest.raises(NotationError):
            text(value)
    else:
        assert text(value) == " ".join(unicodedata.normalize("NFC", value).split())
