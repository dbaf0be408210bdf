"""Statistics as values: silence, bounds and axes stay what they were printed as."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

import localgender as lg
from localgender import strategies
from localgender.errors import NotationError
from localgender.values.quantities import quantity


def test_a_finer_figure_is_another_claim() -> None:
    assert lg.Quantity("57.1") != lg.Quantity("57.10")
    assert lg.Quantity("57.1").limits() == (Fraction(1141, 20), Fraction(1143, 20))


def test_one_number_has_one_spelling() -> None:
    assert lg.Quantity(Decimal("1E+2")) == lg.Quantity("100") == quantity(lg.Count(100))
    assert repr(lg.Quantity("-0")) == repr(lg.Quantity("0"))


def test_floats_are_no_figures() -> None:
    with pytest.raises(TypeError):
        lg.Quantity(57.1)  # type: ignore[arg-type]


@given(strategies.quantities())
def test_what_bounds_a_figure_holds_the_printed_number(figure: lg.Quantity) -> None:
    low, high = figure.limits()
    assert low is None or low <= figure.fraction
    assert high is None or figure.fraction <= high


def test_a_lower_bound_has_no_upper_one() -> None:
    assert lg.Observation("Учасники", value=lg.Count(150, "at-least")).limits == (150, None)


def test_people_are_counted_one_by_one_and_thousands_are_rounded() -> None:
    people, thousands = (
        lg.Indicator("Населення", "осіб", "count"),
        lg.Indicator("Населення", "тис. осіб", "count"),
    )
    assert lg.Observation(people, 2021, 12).limits == (12, 12)
    assert lg.Observation(thousands, 2021, 12).limits == (Fraction(23, 2), Fraction(25, 2))


def test_silence_about_an_axis_is_no_total() -> None:
    silent, total = lg.Observation("Звернення", 2024, 9), lg.Observation("Звернення", 2024, 9, sex="total")
    assert silent != total
    assert silent.sex is None


def test_a_dash_three_dots_a_cross_and_a_zero_are_four_facts() -> None:
    said = [
        lg.Observation("Звернення", 2024, absence=each)
        for each in ("not-occurred", "not-available", "not-applicable")
    ]
    assert len({*said, lg.Observation("Звернення", 2024, 0), lg.Observation("Звернення", 2024)}) == 5


def test_a_number_and_a_reason_for_none_exclude_each_other() -> None:
    with pytest.raises(ValueError, match="is a number"):
        lg.Observation("Звернення", 2024, 5, absence="suppressed")


def test_indicators_without_figures_stay_known() -> None:
    told = lg.Statistics(indicators=["Притулки"], observations=lg.Observation("Звернення", 2024, 5))
    assert [each.name for each in told.indicators] == ["Притулки", "Звернення"]
    assert told.of("Притулки") == ()


def test_a_figure_is_found_by_its_address_and_by_its_indicator() -> None:
    first, second = lg.Observation("Звернення", 2023, 4), lg.Observation("Звернення", 2024, 5)
    told = lg.Statistics(observations=[first, second])
    assert told.by_ref["observation:2"] == second
    assert told.of("Звернення") == (first, second)
    assert lg.loads(lg.dumps(told)) == told


@pytest.mark.parametrize("wrong", ["", "15-", "70-15", "-5", "200", "х"])
def test_what_is_no_age_is_refused(wrong: str) -> None:
    with pytest.raises(NotationError):
        lg.Ages.parse(wrong)


@given(strategies.ages())
def test_ages_are_what_their_text_says(ages: lg.Ages) -> None:
    assert lg.Ages.parse(str(ages)) == ages
    assert lg.Ages().covers(ages)


@pytest.mark.parametrize("kind", [lg.Statistics, lg.Mechanism, lg.Plan])
def test_a_community_is_a_community_or_its_name(kind: type[lg.Statistics]) -> None:
    assert kind(community="Зорянська громада").community == lg.Community("Зорянська громада")
    with pytest.raises(TypeError, match="expected text, not 5"):
        kind(community=5)  # type: ignore[arg-type]
