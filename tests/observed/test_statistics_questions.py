"""Questions about figures: what adds up, what may be compared, and what is undefined."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender import strategies
from localgender.questions.statistics.relations import Undefined

REPORTS = lg.Indicator("Зареєстровано повідомлень", "повідомлень", "count")
PEOPLE = lg.Indicator("Працівники", "осіб", "count")
THOUSANDS = lg.Indicator("Населення", "тис. осіб", "count")


def told(*figures: lg.Observation) -> lg.Statistics:
    return lg.Statistics(observations=figures)


def found(*figures: lg.Observation) -> tuple[str, ...]:
    return lg.audit(told(*figures)).kinds


def by_sex(
    indicator: lg.Indicator, total: Any, women: Any, men: Any, whole: str | None = "total"
) -> list[lg.Observation]:
    figures = [(total, whole), (women, "female"), (men, "male")]
    return [lg.Observation(indicator, 2024, value, sex=sex) for value, sex in figures]


def test_offenders_are_no_split_of_reports() -> None:
    """1,584 + 314 + 10 = 1,908 stand beside 5,395 and are parts of nothing there."""
    offenders = lg.Indicator("Кривдники", "осіб", "count")
    figures = [lg.Observation(REPORTS, "2025-9m", 5395)]
    figures += [
        lg.Observation(offenders, "2025-9m", count, sex=sex)
        for count, sex in [(1584, "male"), (314, "female"), (10, "unspecified")]
    ]
    assert lg.splits(told(*figures)) == ()
    assert found(*figures) == ()


def test_a_total_is_compared_with_all_its_parts() -> None:
    assert found(*by_sex(PEOPLE, 100, 61, 39)) == ()
    assert found(*by_sex(PEOPLE, 101, 61, 39)) == ("parts-differ-from-total",)


def test_those_without_a_recorded_sex_are_a_part_too() -> None:
    nobody_knows = lg.Observation(PEOPLE, 2024, 3, sex="unspecified")
    assert found(*by_sex(PEOPLE, 103, 61, 39), nobody_knows) == ()


def test_a_whole_that_is_not_called_a_total_may_be_more_than_its_parts() -> None:
    """402 calls, 126 of women and 7 of men: the others are of children."""
    assert found(*by_sex(PEOPLE, 402, 126, 7, whole=None)) == ()
    assert found(*by_sex(PEOPLE, 130, 126, 7, whole=None)) == ("part-exceeds-whole",)


def test_rounded_thousands_differ_by_no_more_than_their_digits() -> None:
    assert found(*by_sex(THOUSANDS, "1234.5", "653.3", "581.3")) == ()
    assert found(*by_sex(THOUSANDS, "1234.5", "653.3", "581.5")) == ("parts-differ-from-total",)


def test_a_lower_bound_contradicts_only_from_above() -> None:
    more = lg.Count(70, "at-least")
    assert found(*by_sex(PEOPLE, 130, more, 50)) == ()
    assert found(*by_sex(PEOPLE, 110, more, 50)) == ("parts-differ-from-total",)


def test_a_silent_part_is_not_zero() -> None:
    women_only = by_sex(PEOPLE, 100, 61, None)
    assert found(*women_only) == ()
    summary = {each.kind: each for each in lg.audit_summary(told(*women_only))}
    assert summary["parts-differ-from-total"].unchecked[0][0] == "partly-silent"


def test_a_dash_completes_a_sum_and_accuses_nobody() -> None:
    total, women, men = by_sex(PEOPLE, 61, 61, None)
    dashed = evolve(men, absence="not-occurred")
    summary = {each.kind: each for each in lg.audit_summary(told(total, women, dashed))}
    assert summary["parts-differ-from-total"].consistent == 1
    assert found(evolve(total, value=lg.Quantity(70)), women, dashed) == ()


def test_everybody_on_one_axis_is_everybody_on_the_other() -> None:
    """«Усе населення» stands above both women and men and town and country."""
    figures = [
        lg.Observation(PEOPLE, 2024, 100, sex="total", locality="total"),
        lg.Observation(PEOPLE, 2024, 52, sex="female"),
        lg.Observation(PEOPLE, 2024, 48, sex="male"),
        lg.Observation(PEOPLE, 2024, 70, locality="urban"),
        lg.Observation(PEOPLE, 2024, 40, locality="rural"),
    ]
    (only,) = lg.audit(told(*figures))
    assert (only.kind, only.facts["by"], only.facts["computed"]) == (
        "parts-differ-from-total",
        "locality",
        lg.Quantity(110),
    )


def test_ages_without_a_gap_make_up_their_whole() -> None:
    ages = [("15-70", 100), ("15-24", 20), ("25-70", 81)]
    figures = [lg.Observation(PEOPLE, 2024, count, age=age) for age, count in ages]
    assert found(*figures) == ("parts-differ-from-total",)
    assert found(*figures[:2]) == ()


def test_months_make_up_a_quarter_of_events_and_not_of_people() -> None:
    spans = [("2024-q1", 30), ("2024-01", 9), ("2024-02", 10), ("2024-03", 12)]
    assert found(*(lg.Observation(REPORTS, span, count) for span, count in spans)) == (
        "parts-differ-from-total",
    )
    assert found(*(lg.Observation(PEOPLE, span, count) for span, count in spans)) == ()


def test_districts_add_up_only_where_a_row_totals_them() -> None:
    rows = [("Київський район", 4), ("Приморський район", 5)]
    figures = [lg.Observation(REPORTS, 2024, count, place=place) for place, count in rows]
    assert found(lg.Observation(REPORTS, 2024, 12), *figures) == ()
    assert found(lg.Observation(REPORTS, 2024, 12, place="усього"), *figures) == ("parts-differ-from-total",)


def test_persons_listed_under_cases_may_be_more() -> None:
    persons = lg.Indicator("постраждалі", "осіб", "count", part_of=REPORTS)
    assert found(lg.Observation(REPORTS, 2022, 128), lg.Observation(persons, 2022, 150)) == ()


def test_parts_that_are_listed_may_overlap() -> None:
    listed = [
        lg.Indicator(name, "повідомлень", "count", part_of=REPORTS) for name in ("термінові", "повторні")
    ]
    figures = [lg.Observation(REPORTS, 2024, 100), *(lg.Observation(each, 2024, 60) for each in listed)]
    (only,) = lg.audit(told(*figures))
    assert (only.kind, only.severity) == ("part-exceeds-whole", "warning")


def test_shares_that_distribute_the_whole_add_up_to_it() -> None:
    rate = lg.Indicator("Частка випадків", "%", "share")
    assert found(*by_sex(rate, "100.0", "83.0", "17.0")) == ()
    assert found(*by_sex(rate, "90.0", "83.0", "17.0")) == ("total-outside-parts",)


def test_a_share_that_jumps_is_a_finding_and_the_policy_says_from_where() -> None:
    share = lg.Indicator("Частка жінок серед безробітних", "%", "share")
    figures = told(lg.Observation(share, 2023, "52.9"), lg.Observation(share, 2024, "57.1"))
    (only,) = lg.audit(figures)
    assert (only.kind, only.facts["points"]) == ("share-jump", lg.Quantity("4.2"))
    assert len(lg.audit(figures, policy=lg.Policy(share_jump="4.5"))) == 0


@pytest.mark.parametrize("wrong", ["-1", "три", 3])
def test_a_threshold_is_percentage_points(wrong: Any) -> None:
    with pytest.raises(ValueError, match="percentage points"):
        lg.Policy(share_jump=wrong)


def test_a_printed_share_is_compared_with_its_counts() -> None:
    share = lg.Indicator(REPORTS.name, "%", "share", part_of=REPORTS)
    counts = [lg.Observation(REPORTS, 2024, 402), lg.Observation(REPORTS, 2024, 126, sex="female")]
    assert found(*counts, lg.Observation(share, 2024, "31.3", sex="female")) == ()
    assert found(*counts, lg.Observation(share, 2024, "41.3", sex="female")) == ("share-unexplained",)


# Comparing


def test_nine_months_are_compared_with_nine_months_only() -> None:
    now, year = lg.Observation(REPORTS, "2025-9m", 5395), lg.Observation(REPORTS, 2024, 6700)
    shift = lg.change(now, lg.Observation(REPORTS, "2024-9m", 4820))
    assert (shift.difference, shift.relation.percent(1)) == (lg.Quantity(575), lg.Percent("11.9"))
    with pytest.raises(lg.errors.NotComparableError, match="differ in period") as caught:
        lg.change(now, year)
    assert caught.value.differs == ("period",)


def test_women_are_not_compared_with_everybody() -> None:
    with pytest.raises(lg.errors.NotComparableError) as caught:
        lg.change(lg.Observation(REPORTS, 2024, 5, sex="female"), lg.Observation(REPORTS, 2023, 9))
    assert caught.value.differs == ("sex",)


def test_days_of_a_state_are_like_each_other() -> None:
    now, before = (lg.Observation(PEOPLE, f"{year}-01-01..{year}-01-01", 5) for year in (2024, 2020))
    assert lg.change(now, before).difference == lg.Quantity(0)


def test_percents_change_by_points() -> None:
    share = lg.Indicator("Частка", "%", "share")
    shift = lg.change(lg.Observation(share, 2024, "57.1"), lg.Observation(share, 2023, "52.9"))
    assert shift.relation.points
    assert shift.relation.percent(1) == lg.Percent("4.2")


UNDEFINED = [
    (5, 0, Undefined.ZERO_WHOLE),
    (None, 7, Undefined.SILENT),
    (5, lg.Count(7, "at-least"), Undefined.BOUNDED),
]


@pytest.mark.parametrize("ask", [lg.share, lg.parity_index, lg.gap])
@pytest.mark.parametrize(("one", "other", "reason"), UNDEFINED)
def test_what_is_undefined_says_why(ask: Any, one: Any, other: Any, reason: Undefined) -> None:
    relation = ask(lg.Observation(PEOPLE, 2024, one), lg.Observation(PEOPLE, 2024, other))
    assert (relation.value, relation.percent(1), relation.reason) == (None, None, reason)


def test_what_is_hidden_stays_hidden_in_every_relation() -> None:
    hidden, shown = lg.Observation(PEOPLE, 2024, absence="suppressed"), lg.Observation(PEOPLE, 2024, 40)
    for ask in (lg.share, lg.parity_index, lg.gap):
        assert ask(hidden, shown) == evolve(ask(hidden, shown), value=None, low=None, high=None)
        assert ask(hidden, shown).reason is Undefined.SUPPRESSED


def test_a_share_of_bounded_figures_has_a_bound() -> None:
    relation = lg.share(
        lg.Observation(PEOPLE, 2024, lg.Count(150, "at-least")), lg.Observation(PEOPLE, 2024, 200)
    )
    assert (relation.low, relation.high) == (Fraction(3, 4), None)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_lies_within_what_rounding_leaves(part: int, whole: int) -> None:
    one, other = (lg.Observation(THOUSANDS, 2024, each) for each in (part, whole))
    relation = lg.share(one, other)
    assert relation.value == Fraction(part, whole)
    assert relation.low is None or relation.low <= relation.value
    assert relation.high is None or relation.value <= relation.high


# Disaggregation


def test_a_missing_axis_is_told_from_a_zero() -> None:
    zero = by_sex(PEOPLE, 0, 0, 0)
    assert lg.disaggregation(told(*zero)).score == 1
    assert lg.disaggregation(told(zero[0])).score == 0
    assert lg.disaggregation(told(zero[0]), asked=()).score is None


def test_an_indicator_asks_by_its_own_words() -> None:
    asked = lg.Indicator("Учні за статтю", "осіб", "count", asked="sex")
    (row,) = lg.disaggregation(told(lg.Observation(asked, 2024, 9)), asked=["locality"]).rows
    assert row.missing == ("sex", "locality")
    assert "not-disaggregated" in found(lg.Observation(asked, 2024, 9))


# Laws


@given(strategies.statistics())
def test_every_finding_of_generated_statistics_is_told_in_words(statistics: lg.Statistics) -> None:
    for finding in lg.audit(statistics):
        assert not lg.describe(finding, "en").startswith(finding.kind)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=2), st.integers(0, 2))
def test_what_adds_up_is_never_accused(counts: list[int], decimals: int) -> None:
    """However the sum was rounded, as long as each figure was rounded half up."""
    exact = [Fraction(each, 1000) for each in counts]
    women, men, total = (lg.Quantity.of(each, decimals) for each in (*exact, sum(exact)))
    assert "parts-differ-from-total" not in found(*by_sex(THOUSANDS, total, women, men))
