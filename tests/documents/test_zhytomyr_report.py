"""The Zhytomyr programme report for 2023, in our sample and in the original."""

from __future__ import annotations

from pathlib import Path

import pytest

import localgender as lg
from paths import report_sources

TASKS = {1: 7, 2: 12, 3: 12, 4: 6}


@pytest.fixture(scope="module", params=report_sources())
def reading(request: pytest.FixtureRequest) -> lg.Reading:
    path: Path = request.param
    return lg.read_report(path)


def test_every_measure_is_there(reading: lg.Reading) -> None:
    codes = [str(measure.code) for measure in reading.value.plan.measures]
    assert codes == [f"{task}.{number}" for task, count in TASKS.items() for number in range(1, count + 1)]
    assert [str(goal.code) for goal in reading.value.plan.goals] == ["1", "2", "3", "4"]
    assert all(goal.title for goal in reading.value.plan.goals)


@pytest.mark.parametrize(("stage", "sum_"), [("planned", "228.3"), ("allocated", "60"), ("disbursed", "30")])
def test_money_adds_up(reading: lg.Reading, stage: str, sum_: str) -> None:
    assert lg.total(reading.value, stage) == lg.thousand_uah(sum_)


def test_planned_by_task(reading: lg.Reading) -> None:
    by_task = lg.totals_by(reading.value, "goal", "planned")
    assert {str(code): money for code, money in by_task.items()} == {
        "1": lg.thousand_uah("29.4"),
        "2": lg.thousand_uah("74.5"),
        "3": lg.thousand_uah("65.0"),
        "4": lg.thousand_uah("59.4"),
    }


def test_second_total_is_silent_not_zero(reading: lg.Reading) -> None:
    first, second = reading.value.stated_totals
    assert first.funding[0].planned == lg.thousand_uah("228.3")
    assert str(first.stated_percent) == "90.0"
    assert first.funding[0].sources == (lg.Source(fund="general"),)
    assert second.label == "з спеціального фонду та інших джерел фінансування"
    assert [second.funding[0].at(stage) for stage in lg.Stage] == [None, None, None]
    assert second.stated_percent is None


def test_preface(reading: lg.Reading) -> None:
    report = reading.value
    assert report.plan.acts[0].number == "1688"
    assert report.plan.acts[0].date.isoformat() == "2019-12-18"
    assert report.plan.acts[0].kind == "рішення"
    assert report.plan.term == lg.years(2020, 2025)
    assert report.period == lg.Period.year(2023)
    assert (
        report.plan.title
        == "Житомирська міська об'єднана територіальна громада – територія рівних можливостей"
    )
    assert report.issuer.startswith("Управління у справах сім'ї, молоді та спорту")
    assert report.plan.community.kind == "city"


def test_rows_of_eight_nine_and_ten_cells_are_in_place(reading: lg.Reading) -> None:
    report = reading.value
    for code, planned, term in [
        ("1.2", "12", (2020, 2025)),
        ("2.7", "7", (2020, 2025)),
        ("2.9", "27", (2020, 2025)),
    ]:
        assert report.progress_of(code).funding[0].planned == lg.thousand_uah(planned)
        assert report.plan.measure(code).term == lg.years(*term)
    assert report.plan.measure("2.8").term == lg.years(2021) | lg.years(2023)
    assert report.plan.measure("3.8").term == lg.years(2022) | lg.years(2024)
    assert len(reading.findings.of("row-padded")) == 22
    assert not reading.findings.of("row-shifted", "unreadable-cell", "code-restored")


def test_header_with_a_gap_in_its_numbers_is_understood(reading: lg.Reading) -> None:
    (gap,) = reading.findings.of("column-number-gap")
    assert gap.facts["numbers"] == (1, 2, 3, 4, 5, 7, 8, 9, 10, 11)


def test_percents_keep_their_column_digits(reading: lg.Reading) -> None:
    assert {str(each.stated_percent) for each in reading.value.progress} == {
        "0.0",
        "100.0",
        "95.2",
        "32.0",
        "93.8",
    }


def test_narratives_are_whole(reading: lg.Reading) -> None:
    assert all(each.narrative for each in reading.value.progress)
    assert reading.value.progress_of("2.12").narrative == "Заплановано у 2025 році"
    where = reading.places["1.6/narrative"][0]
    whole = reading.document.tables[0].rows[where.row - 1][where.column - 1].text
    assert reading.document.text_at(where) == whole.strip()


def test_every_value_says_where_it_stands(reading: lg.Reading) -> None:
    (planned,) = reading.places["2.1/2023/planned"]
    assert reading.document.text_at(planned) == "10,5"
    assert reading.text_of("4.1/percent") == "32,0"
    assert reading.text_of("total:1/2023/disbursed") == "30,0"
    assert reading.text_of("goal:3").startswith("3 ")


def test_nothing_is_unread_and_no_name_is_carried(reading: lg.Reading) -> None:
    assert reading.unread == ()
    signed = [reading.document.text_at(place) for name, place in reading.furniture if name == "signature"]
    assert len(signed) == 2
    assert signed[1] not in lg.dumps(reading.value)


def test_audit_names_what_contradicts(reading: lg.Reading) -> None:
    found = lg.audit(reading)
    named = {kind: [str(finding.refs[0]) for finding in found.of(kind)] for kind in found.kinds}
    assert named["percent-basis-varies"] == ["4.1/percent"] or named["percent-basis-varies"][0].startswith(
        "4.1"
    )
    assert named["percent-unexplained"][0].startswith("1.1")
    assert named["total-percent-unexplained"][0].startswith("total:1")
    assert named["allocated-exceeds-planned"][0].startswith("4.1")
    assert len(named["due-unfunded"]) == 15
    for absent in (
        "stated-total-differs",
        "disbursed-exceeds-allocated",
        "no-term",
        "numbering-gap",
        "repeated-code",
    ):
        assert absent not in named
