"""The Zhytomyr plan on resolution 1325, in our sample and in the original."""

from __future__ import annotations

from pathlib import Path

import pytest

import localgender as lg
from paths import plan_sources

COUNTS = {
    "1.1": 4, "1.2": 1, "1.3": 2, "2.1": 7, "2.2": 13, "3.1": 1, "3.2": 5, "3.3": 2, "4.2": 5, "4.3": 8, "4.4": 11,
    "5.2": 6,
}  # fmt: skip


@pytest.fixture(scope="module", params=plan_sources())
def reading(request: pytest.FixtureRequest) -> lg.Reading:
    path: Path = request.param
    return lg.read_plan(path)


def test_goals_and_measures(reading: lg.Reading) -> None:
    plan = reading.value
    assert [str(goal.code) for goal in plan.goals] == ["1", "2", "3", "4", "5"]
    assert {goal.level for goal in plan.goals} == {"strategic"}
    operational = [goal for strategic in plan.goals for goal in strategic.goals]
    assert {str(goal.code): len(goal.measures) for goal in operational} == COUNTS
    assert {goal.level for goal in operational} == {"operational"}
    assert all(goal.title for goal in plan.all_goals)
    assert [str(measure.code) for measure in plan.measures] == [
        f"{goal}.{number}" for goal, count in COUNTS.items() for number in range(1, count + 1)
    ]


def test_titles_are_whole_and_without_markup(reading: lg.Reading) -> None:
    for measure in reading.value.measures:
        assert measure.title
        assert not set("<>*") & set(measure.title)
        assert not measure.title[0].islower()
    assert reading.value.title.startswith("ПЛАН ЗАХОДІВ")


def test_terms(reading: lg.Reading) -> None:
    term = {str(measure.code): measure.term for measure in reading.value.measures}
    assert term["1.1.1"] == lg.years(2021)
    assert term["1.1.2"] == lg.years(2021, 2025)
    assert [term[f"2.2.{number}"] for number in (9, 10, 11)] == [
        lg.years(2022), lg.years(2021, 2025), lg.years(2021, 2025)
    ]  # fmt: skip
    assert term["2.1.2"] == term["2.1.3"] == lg.years(2022)
    assert term["2.1.4"] == lg.years(2021)
    assert term["4.3.1"] == lg.years(2023, 2025)
    assert term["4.4.3"] is None
    assert term["4.4.4"].recurrence == "yearly"
    assert term["4.4.6"] == term["4.4.7"] == lg.years(2021, 2025)
    assert (term["4.4.10"], term["4.4.11"]) == (lg.years(2021), lg.years(2021, 2025))
    assert term["5.2.3"] == lg.years(2022, 2025)
    assert term["5.2.6"] == lg.years(2022, 2025)
    assert [code for code, each in term.items() if each is None] == ["4.4.3"]


def test_executors_are_shared_out(reading: lg.Reading) -> None:
    def printed(code: str) -> str:
        return reading.text_of(f"{code}/executors")

    assert printed("1.1.1") == "Управління у справах сім'ї, молоді та спорту міської ради"
    assert printed("1.1.2") == "Департамент соціальної політики міської ради"
    assert printed("2.2.9") == "Департамент освіти, ЗЗСО"
    assert printed("2.2.11") == "Управління з питань надзвичайних ситуацій та цивільного захисту населення"
    assert printed("4.3.2") == "Житомирський міський центр соціальних служб міської ради"
    assert printed("4.4.6") == "Департамент освіти міської ради, ЗЗСО"
    assert printed("4.4.7") == "Житомирський міський центр соціальних служб міської ради"
    assert printed("5.2.3") == "Управління у справах сім'ї, молоді та спорту міської ради"
    assert all(measure.involvements for measure in reading.value.measures)
    by_consent = reading.value.measure("4.2.1").involvements
    assert [each.by_consent for each in by_consent] == [False, False, False, True, False, False, True]


def test_targets(reading: lg.Reading) -> None:
    plan = reading.value
    paths = [target.path for target in plan.targets]
    assert len(paths) == len(set(paths))
    serves = {str(measure.code): [str(ref) for ref in measure.serves] for measure in plan.measures}
    assert serves["1.1.1"] == serves["1.1.2"] == ["target:1.1:1:1"]
    assert serves["1.1.4"] == ["target:1.1:9:2"]
    assert serves["2.1.4"] == ["target:2.1:1:4"]
    assert serves["2.2.8"] == ["target:2.2:2:1"]
    assert serves["3.3.1"] == ["target:3.3::3"]
    assert serves["4.4.6"] == serves["4.4.5"] == ["target:4.4:1:2"]
    assert serves["4.4.8"] == ["target:4.4:1:3"]
    assert ("3.2", "2", "4") in paths
    known = {str(target.ref) for target in plan.targets}
    assert all(ref in known for refs in serves.values() for ref in refs)


def test_each_mending_leaves_a_finding_with_its_place(reading: lg.Reading) -> None:
    split = [tuple(map(str, finding.facts["codes"])) for finding in reading.findings.of("cell-split")]
    assert ("2.1.2", "2.1.3") in split
    assert ("2.2.9", "2.2.10", "2.2.11") in split
    assert ("4.4.6", "4.4.7") in split
    assert len(split) == 10
    assert len(reading.findings.of("row-continued")) == 5
    assert len(reading.findings.of("row-shifted")) == 3
    assert reading.findings.of("markup-removed")
    for finding in reading.findings:
        assert finding.refs
    assert reading.unread == ()


def test_only_the_missing_term_is_audited(reading: lg.Reading) -> None:
    found = lg.audit(reading)
    assert [str(finding.refs[0]) for finding in found.of("no-term")] == ["4.4.3"]
    assert not found.of("numbering-gap", "repeated-code", "outside-plan-term", "no-executor")
