"""Statistics that are published hide what is small on every axis, and what would give it away."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attackers
import localgender as lg
from localgender import Absence, Indicator, Observation, Statistics
from localgender.errors import ContradictingSumsError, UnknownRefError
from localgender.questions.suppression import Why
from localgender.questions.suppression.figures import ledger_of

REPORTS = Indicator("Повідомлення про насильство", "од.", "count")


def figures(*observations: Observation) -> Statistics:
    return Statistics(observations=observations)


def told(statistics: Statistics) -> list[object]:
    return [
        int(each.value.fraction) if each.value else each.absence and str(each.absence)
        for each in lg.suppress(statistics).published.observations
    ]


def by_sex(*counts: int | None, **axes: object) -> list[Observation]:
    sexes = ("total", "female", "male", "unspecified")
    return [Observation(REPORTS, axes.get("period", 2024), count, sex=sex, place=axes.get("place"))
            for sex, count in zip(sexes, counts, strict=False)]  # fmt: skip


def test_a_small_count_of_men_takes_another_figure_with_it() -> None:
    assert told(figures(*by_sex(20, 17, 3))) == [20, "suppressed", "suppressed"]


def test_people_of_unspecified_sex_that_only_a_subtraction_tells_are_protected() -> None:
    assert told(figures(*by_sex(40, 20, 17))).count("suppressed") == 1


def test_nine_months_less_half_a_year_is_protected() -> None:
    assert told(figures(Observation(REPORTS, "2024-9m", 43), Observation(REPORTS, "2024-h1", 40))).count(
        "suppressed"
    ) == 1  # fmt: skip


def test_a_quarter_between_others_is_protected() -> None:
    """The year less the first and the third quarter leaves the second and the fourth, two cases."""
    year, first, third = (Observation(REPORTS, when, count) for when, count in
                          [(2024, 40), ("2024-q1", 20), ("2024-q3", 18)])  # fmt: skip
    assert told(figures(year, first, third)).count("suppressed") == 1


def test_ages_that_overlap_are_subtracted_from_each_other() -> None:
    ages = [("0+", 60), ("0-17", 20), ("18+", 40), ("18-64", 37)]
    said = told(figures(*(Observation(REPORTS, 2024, count, age=age) for age, count in ages)))
    assert said[:2] == [60, 20]
    assert said.count("suppressed") >= 1


def test_villages_and_their_community_are_protected_together() -> None:
    places = {None: (63, 41, 22), "Ліски": (20, 18, 2), "Гаї": (22, 13, 9), "Бір": (21, 10, 11)}
    statistics = figures(*(each for place, counts in places.items() for each in by_sex(*counts, place=place)))
    suppressed = lg.suppress(statistics)
    assert {figures for figures, why in suppressed.hidden if why is Why.SMALL} == {
        lg.Ref.parse("observation:6")
    }
    assert len(suppressed.hidden) == 4
    ledger = ledger_of(suppressed.published)
    assert not set(attackers.eliminated(ledger)) & set(suppressed.reasons)


def test_a_share_of_a_hidden_count_is_hidden_and_one_of_another_place_is_not() -> None:
    women = Indicator("Повідомлення про насильство", "%", "share", part_of=REPORTS)
    here = [*by_sex(20, 17, 3, place="Ліски"), Observation(women, 2024, "85.0", sex="female", place="Ліски")]
    there = [*by_sex(50, 30, 20, place="Гаї"), Observation(women, 2024, "60.0", sex="female", place="Гаї")]
    suppressed = lg.suppress(figures(*here, *there))
    reasons = list(suppressed.reasons.values())
    assert reasons.count(Why.RATIO) == 1
    assert suppressed.published.observations[3].absence is Absence.SUPPRESSED
    assert suppressed.published.observations[7] == there[3]


@pytest.mark.parametrize(("percent", "hidden"), [("15.0", True), ("85.0", True), ("60.0", False)])
def test_a_share_that_tells_a_small_part_nobody_printed_is_hidden(percent: str, hidden: bool) -> None:
    women = Indicator("Повідомлення про насильство", "%", "share", part_of=REPORTS)
    statistics = figures(Observation(REPORTS, 2024, 20), Observation(women, 2024, percent, sex="female"))
    assert (told(statistics)[1] == "suppressed") is hidden


def test_shares_without_counts_are_left_alone() -> None:
    deputies = Observation(Indicator("Частка жінок серед депутатів", "%", "share"), 2024, "3.1")
    assert lg.suppress(figures(deputies)).published == figures(deputies)


@pytest.mark.parametrize(("count", "hidden"), [(3, True), (150, False)])
def test_a_bounded_count_is_hidden_when_it_is_small(count: int, hidden: bool) -> None:
    statistics = figures(Observation(REPORTS, 2024, lg.Count(count, "at-least")))
    assert (told(statistics) == ["suppressed"]) is hidden


def test_a_bounded_count_goes_with_the_hidden_ones_beside_it() -> None:
    total, women, men = by_sex(20, 17, 3)
    about = Observation(REPORTS, 2024, lg.Count(18, "at-most"), sex="female", age="0-64")
    assert told(figures(total, women, men, about))[3] == "suppressed"


def test_a_figure_that_is_printed_twice_is_hidden_twice() -> None:
    assert told(figures(*by_sex(20, 17, 3), *by_sex(20, 17, 3))) == [20, *["suppressed"] * 2] * 2


def test_an_empty_cell_beside_the_same_figure_changes_nothing() -> None:
    silent = Observation(REPORTS, 2024, sex="male")
    assert told(figures(silent, *by_sex(20, 17, 3))) == [None, 20, "suppressed", "suppressed"]


def test_a_share_that_is_out_already_stays() -> None:
    women = Indicator("Повідомлення про насильство", "%", "share", part_of=REPORTS)
    statistics = figures(*by_sex(20, 17, 3), Observation(women, 2024, "85.0", sex="female"))
    assert "observation:4" in map(str, lg.suppress(statistics).reasons)
    assert "observation:4" not in map(str, lg.suppress(statistics, public=["observation:4"]).reasons)


def test_the_same_with_two_counts_is_refused() -> None:
    with pytest.raises(ContradictingSumsError, match="observation:1"):
        lg.suppress(figures(*by_sex(20), *by_sex(21)))


def test_a_dash_counts_as_none_and_an_empty_cell_as_silence() -> None:
    men = Observation(REPORTS, 2024, sex="male", absence="not-occurred")
    silent = Observation(REPORTS, 2024, sex="unspecified")
    assert told(figures(*by_sex(17, 17), men, silent)) == [17, 17, "not-occurred", None]


def test_what_counts_no_people_may_be_small() -> None:
    shelters = Observation(Indicator("Притулки", "од.", "count"), 2024, 2)
    statistics = figures(shelters, *by_sex(20, 17, 3))
    suppressed = lg.suppress(statistics, harmless=["Притулки"])
    assert suppressed.published.observations[0] == shelters
    with pytest.raises(UnknownRefError, match="Притулки"):
        lg.suppress(statistics, harmless=["Притулок"])


def test_targets_and_thousands_are_no_counts_of_people() -> None:
    aim = Observation(REPORTS, 2024, 3, nature="target")
    thousands = Observation(Indicator("Населення", "тис. осіб", "count"), 2024, 4)
    assert lg.suppress(figures(aim, thousands)).published == figures(aim, thousands)


def test_what_was_published_before_stays_and_is_reckoned_with() -> None:
    half, nine = Observation(REPORTS, "2024-h1", 40), Observation(REPORTS, "2024-9m", 43)
    suppressed = lg.suppress(figures(half, nine), public=["observation:1"])
    assert [str(where) for where, _ in suppressed.hidden] == ["observation:2"]
    with pytest.raises(UnknownRefError):
        lg.suppress(figures(half, nine), public=["observation:7"])


def test_what_two_public_figures_tell_is_named_by_their_address() -> None:
    half, nine = Observation(REPORTS, "2024-h1", 40), Observation(REPORTS, "2024-9m", 43)
    suppressed = lg.suppress(figures(half, nine), public=["observation:1", "observation:2"])
    assert not suppressed.hidden
    assert [str(each) for each in suppressed.exposed] == ["observation:1"]


def test_figures_of_everybody_under_two_names_are_hidden_together() -> None:
    """A total by sex, and the same without a word of sex, leave the men either way."""
    silent = Observation(REPORTS, 2024, 20)
    total, women, _ = by_sex(20, 17, 3)
    said = told(figures(silent, total, women))
    assert said in ([20, 20, "suppressed"], ["suppressed", "suppressed", 17])


def test_all_ages_and_no_word_of_ages_are_hidden_together() -> None:
    silent, everybody, children = (Observation(REPORTS, 2024, count, age=age)
                                   for count, age in [(20, None), (20, "0+"), (17, "0-17")])  # fmt: skip
    assert told(figures(silent, everybody, children)) in (
        [20, 20, "suppressed"],
        ["suppressed", "suppressed", 17],
    )


def test_a_share_under_another_name_goes_with_victims_and_not_with_deputies() -> None:
    victims, deputies = (Observation(Indicator(name, "%", "share"), 2024, "66.7")
                         for name in ("Частка жінок серед постраждалих", "Частка жінок серед депутатів"))  # fmt: skip
    assert told(figures(*by_sex(3), victims, deputies))[1:] == ["suppressed", 66]


def test_a_bounded_count_of_all_goes_when_that_of_a_village_is_hidden() -> None:
    most = Observation(REPORTS, 2024, lg.Count(25, "at-most"))
    villages = [*by_sex(20, place="Гаї"), *by_sex(3, place="Ліски")]
    assert told(figures(most, *villages)) == ["suppressed", 20, "suppressed"]


@st.composite
def tables(draw: st.DrawFn) -> Statistics:
    """Counts by sex and place for half a year and nine months, some of them not printed, with shares."""
    women = Indicator("Повідомлення про насильство", "%", "share", part_of=REPORTS)
    places, observations = ["Ліски", "Гаї"], []
    counts = {(place, sex): (draw(st.integers(0, 12)), draw(st.integers(0, 8)))
              for place in places for sex in ("female", "male")}  # fmt: skip
    for place in (*places, None):
        for sex in ("female", "male", "total"):
            cells = [
                each for key, each in counts.items() if place in (None, key[0]) and sex in ("total", key[1])
            ]
            half, third = (sum(column) for column in zip(*cells, strict=True))
            for period, count in (("2024-h1", half), ("2024-9m", half + third)):
                if draw(st.integers(0, 5)):
                    observations.append(Observation(REPORTS, period, count, place=place, sex=sex))
        observations.append(Observation(women, "2024-9m", "61.5", place=place, sex="female"))
    return figures(*observations)


@settings(max_examples=50)
@given(tables())
def test_no_hidden_figure_follows_from_those_left(statistics: Statistics) -> None:
    suppressed = lg.suppress(statistics)
    solved = attackers.eliminated(ledger_of(suppressed.published))
    assert not set(solved) & set(suppressed.reasons)
    assert not [count for count in solved.values() if 0 < count < 5]


@settings(max_examples=50)
@given(tables())
def test_what_is_not_hidden_is_untouched_and_hiding_again_changes_nothing(statistics: Statistics) -> None:
    suppressed = lg.suppress(statistics)
    for where, figure in suppressed.published.by_ref.items():
        assert figure.question == statistics.by_ref[where].question
        if where not in suppressed.reasons:
            assert figure == statistics.by_ref[where]
    assert lg.suppress(suppressed.published).published == suppressed.published
