"""Statistics as SDMX-CSV: loaded by the libraries of statistical offices, nothing lost and nothing run."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from pysdmx.io import read_sdmx

import localgender as lg
from localgender import strategies
from localgender.exchange.sdmx import DIMENSIONS, age_code, time_period

REPORTS = lg.Indicator("Повідомлення", "од.", "count")
TOLD = lg.Statistics(
    community=lg.Community("Житомирська міська територіальна громада", katottg="UA18040190000057814"),
    observations=[
        lg.Observation(REPORTS, "2024-9m", 690, sex="total"),
        lg.Observation(REPORTS, "2024-9m", 610, sex="female", age="15-70", locality="urban"),
        lg.Observation(REPORTS, "2024-9m", lg.Count(50, "at-least"), sex="male"),
        lg.Observation(REPORTS, "2024-9m", absence="suppressed", sex="unspecified"),
        lg.Observation(
            lg.Indicator("термінові", "од.", "count", part_of=REPORTS), "2024-9m", absence="not-occurred"
        ),
        lg.Observation(lg.Indicator("Приріст", "%"), 2023, "-3.20", place="Лісовий район"),
        lg.Observation(REPORTS, 2023, 700, place="усього", nature="target"),
    ],
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def loaded(text: str, tmp_path: Path) -> Any:
    file = tmp_path / "told.csv"
    file.write_bytes(text.encode())
    (dataset,) = read_sdmx(file).data
    return dataset


def test_pysdmx_loads_what_is_written(tmp_path: Path) -> None:
    dataset = loaded(lg.sdmx_csv(TOLD), tmp_path)
    assert dataset.structure == "Dataflow=LOCALGENDER:STATISTICS(1.0)"
    assert list(dataset.data["SEX"]) == ["_T", "F", "M", "_U", "_Z", "_Z", "_Z"]
    assert list(dataset.data["OBS_VALUE"]) == ["690", "610", "50", "", "", "-3.20", "700"]
    assert list(dataset.data["TIME_PERIOD"])[-2:] == ["2023", "2023"]


def test_a_bound_is_an_estimate_and_a_hidden_figure_confidential() -> None:
    told = rows(lg.sdmx_csv(TOLD))
    assert [row["OBS_STATUS"] for row in told] == ["A", "A", "E", "Q", "O", "A", "A"]
    assert [row["CONF_STATUS"] for row in told] == ["F", "F", "F", "C", "F", "F", "F"]
    assert told[2]["BOUND"] == "at-least"
    assert [row["ABSENCE"] for row in told if row["ABSENCE"]] == ["suppressed", "not-occurred"]


def test_areas_are_coded_by_the_classifier_or_named() -> None:
    areas = [row["REF_AREA"] for row in rows(lg.sdmx_csv(TOLD))]
    assert areas == [*["UA18040190000057814"] * 5, "Лісовий район", "_T"]


def test_a_part_names_the_number_of_its_whole() -> None:
    part = rows(lg.sdmx_csv(TOLD))[4]
    assert (part["INDICATOR"], part["INDICATOR_PART_OF"]) == ("I2", "I1")


def test_a_figure_without_a_period_is_refused_by_its_address() -> None:
    with pytest.raises(lg.errors.SerializationError) as caught:
        lg.sdmx_csv(lg.Statistics(observations=[lg.Observation(REPORTS, value=5)]))
    assert caught.value.problems[0][0] == "observation:1"


def test_two_answers_to_one_question_are_refused_and_one_told_twice_is_written_once() -> None:
    first = lg.Observation(REPORTS, 2024, 5)
    with pytest.raises(lg.errors.SerializationError, match="observation:2: differs"):
        lg.sdmx_csv(lg.Statistics(observations=[first, evolve(first, value=7)]))
    assert len(rows(lg.sdmx_csv(lg.Statistics(observations=[first, first])))) == 1


@pytest.mark.parametrize("name", ["=1+1", "+7", "@SUM(A1)", "-аудит", "\t=x"])
def test_no_name_is_run_as_a_formula(name: str) -> None:
    (row,) = rows(lg.sdmx_csv(lg.Statistics(observations=lg.Observation(name, 2024, 5))))
    assert row["INDICATOR_NAME"].lstrip("'")[:1] != row["INDICATOR_NAME"][:1]


@given(strategies.periods())
def test_every_period_has_a_form_of_its_own(period: lg.Period) -> None:
    """The same text is the same days: years, parts of a year, months, days, or a start and a length."""
    spelled = time_period(period)
    assert spelled.startswith(str(period.first.year))
    assert " " not in spelled


@given(strategies.ages())
def test_codes_of_ages_tell_ages_apart(ages: lg.Ages) -> None:
    assert age_code(ages) != age_code(None)
    assert (age_code(ages) == "_T") is ages.is_all


@given(strategies.statistics())
def test_every_number_that_is_written_is_the_printed_one(statistics: lg.Statistics) -> None:
    try:
        written = rows(lg.sdmx_csv(statistics))
    except lg.errors.SerializationError as refused:
        assert all(where in statistics.by_ref for where, _ in refused.problems)
        return
    keys = [tuple(row[name] for name in DIMENSIONS) for row in written]
    assert len(set(keys)) == len(keys)
    printed = {str(figure.value) for figure in statistics.observations if figure.value is not None}
    assert {row["OBS_VALUE"] for row in written} - {""} == printed
    assert all(Decimal(each).is_finite() for each in printed)
