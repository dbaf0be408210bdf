"""Readers with a pencil: each takes one sum of printed figures, and none may come to a small count."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender import Indicator, Observation, Statistics

CASES = Indicator("Звернення постраждалих", "од.", "count")


def _case(period: object, count: int, **axes: object) -> Observation:
    return Observation(CASES, period, count, **axes)


def _listed(name: str, count: int) -> Observation:
    return Observation(Indicator(name, "од.", "count", part_of=CASES), 2024, count)


def _share(percent: str, **axes: object) -> Observation:
    return Observation(Indicator(CASES.name, "%", "share", part_of=CASES), 2024, percent, **axes)


# Figures in order, and whole and parts by their numbers: the whole less the parts is a small count.
SUBTRACTED: dict[str, tuple[list[Observation], list[int]]] = {
    "men": ([_case(2024, 12, sex="total"), _case(2024, 9, sex="female"), _case(2024, 3, sex="male")], [1, 2]),
    "men nobody printed": ([_case(2024, 12, sex="total"), _case(2024, 9, sex="female")], [1, 2]),
    "third quarter": ([_case("2024-9m", 22), _case("2024-h1", 20), _case("2024-q3", 2)], [1, 2]),
    "last quarter": ([_case(2024, 40), _case("2024-9m", 37)], [1, 2]),
    "last month": ([_case(2024, 32), _case("2024-m11", 30)], [1, 2]),
    "third month": ([_case("2024-q1", 30), _case("2024-01", 14), _case("2024-02", 13)], [1, 2, 3]),
    "second half": ([_case(2024, 24), _case("2024-h1", 20), _case("2024-h2", 4)], [1, 2]),
    "villages": (
        [_case(2024, 60, locality="total"), _case(2024, 57, locality="urban")],
        [1, 2],
    ),
    "another place": (
        [_case(2024, 20, place="усього"), _case(2024, 17, place="Лугова"), _case(2024, 3, place="Степова")],
        [1, 2],
    ),
    "girls of one place": (
        [
            _case(2024, 40, place="Лугова", sex="total"),
            _case(2024, 38, place="Лугова", sex="female"),
            _case(2024, 40, place="Степова", sex="total"),
            _case(2024, 20, place="Степова", sex="female"),
        ],
        [1, 2],
    ),
    "children": ([_case(2024, 60, age="0+"), _case(2024, 57, age="18+")], [1, 2]),
    "ages within ages": ([_case(2024, 60, age="0-17"), _case(2024, 58, age="0-15")], [1, 2]),
    "rest of one kind": ([_case(2024, 60), _listed("фізичне насильство", 58)], [1, 2]),
    "last of a list": (
        [_case(2024, 60), _listed("фізичне", 38), _listed("психологічне", 20), _listed("економічне", 2)],
        [1, 2, 3],
    ),
    "a corner of two margins": (
        [
            _case(2024, 30, sex="total", locality="total"),
            _case(2024, 20, sex="total", locality="urban"),
            _case(2024, 28, sex="female", locality="total"),
            _case(2024, 19, sex="female", locality="urban"),
        ],
        [2, 4],
    ),
}


@pytest.mark.parametrize("name", SUBTRACTED)
def test_no_subtraction_of_printed_figures_comes_to_a_small_count(name: str) -> None:
    figures, (whole, *parts) = SUBTRACTED[name]
    counts = [figure.value.count.number for figure in figures]
    assert 0 < counts[whole - 1] - sum(counts[part - 1] for part in parts) < lg.Policy().safe_count
    published = lg.suppress(Statistics(observations=figures)).published.observations
    assert any(published[number - 1].value is None for number in (whole, *parts))


@pytest.mark.parametrize("name", SUBTRACTED)
def test_no_small_count_is_printed(name: str) -> None:
    figures, _ = SUBTRACTED[name]
    published = lg.suppress(Statistics(observations=figures)).published.observations
    assert not [each for each in published if each.value and each.value.count.number < 5]


RATIOS: dict[str, list[Observation]] = {
    "of a hidden count": [_case(2024, 50), _case(2024, 3, sex="female"), _share("6.0", sex="female")],
    "of the rest": [_case(2024, 50, sex="total"), _share("94.0", sex="male")],
    "of a count nobody printed": [_case(2024, 50, sex="total"), _share("4.0", sex="male")],
}


@pytest.mark.parametrize("name", RATIOS)
def test_no_ratio_gives_a_small_count_back(name: str) -> None:
    published = lg.suppress(Statistics(observations=RATIOS[name])).published.observations
    assert [str(each.absence) for each in published if each.indicator.unit == "%"] == ["suppressed"]


def test_a_list_that_falls_short_of_its_whole_hides_no_more_than_its_small_counts() -> None:
    """Kinds of violence may go together in one case, so that what is left of the whole tells nothing."""
    figures = [_case(2024, 60), _listed("фізичне", 38), _listed("психологічне", 10), _listed("інше", 2)]
    published = lg.suppress(Statistics(observations=figures)).published.observations
    assert [each.value is None for each in published] == [False, False, False, True]
