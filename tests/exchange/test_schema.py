"""The published JSON Schema says what `dumps` writes and refuses what is no such value."""

from __future__ import annotations

import json
from copy import deepcopy
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FINDINGS, PLAN, READING, REPORT

import localgender as lg
from localgender import strategies
from localgender.exchange.json import dumps
from localgender.exchange.tagging import TYPES
from paths import SAMPLE

SCHEMA = lg.json_schema()
VALID = jsonschema.Draft202012Validator(SCHEMA)


def problems(tree: Any) -> list[str]:
    return [error.json_path for error in VALID.iter_errors(tree)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("localgender/1.json")


def test_the_file_that_ships_is_the_schema() -> None:
    """Written by: python -m localgender.exchange.schema > src/localgender/exchange/localgender-1.schema.json."""
    shipped = files("localgender.exchange").joinpath("localgender-1.schema.json").read_text("utf8")
    assert json.loads(shipped) == SCHEMA


@pytest.mark.parametrize("name", ["zhytomyr-report-2023.txt", "zhytomyr-plan-1325.txt"])
def test_the_samples_are_valid(name: str) -> None:
    reading = lg.read(SAMPLE / name)
    for value in (reading, reading.value, reading.findings, reading.document):
        assert problems(json.loads(dumps(value))) == []


@pytest.mark.parametrize("value", [PLAN, REPORT, READING, FINDINGS])
def test_small_values_are_valid(value: object) -> None:
    assert problems(json.loads(dumps(value))) == []


@given(st.one_of(strategies.readings(), strategies.reports(), strategies.plans(), strategies.findings()))
def test_whatever_is_written_is_valid(value: object) -> None:
    assert problems(json.loads(dumps(value))) == []


@pytest.mark.parametrize("kind", [each for name, each in TYPES.items() if name not in {"cell", "facts"}])
def test_every_class_that_travels_is_valid(kind: type) -> None:
    @given(st.from_type(kind))
    def each_is_valid(value: object) -> None:
        assert problems(json.loads(dumps(value))) == []

    if kind.__module__.startswith("localgender.values") or kind.__module__.startswith("localgender.model"):
        each_is_valid()


MEASURE = ("value", "plan", "goals", 0, "goals", 0, "measures", 0)
LINE = (*MEASURE, "funding", 0)


def set_to(value: Any, *path: str | int) -> tuple[tuple[str | int, ...], Any]:
    return path, value


WRONG = {
    "no format": set_to(..., "format"),
    "another format": set_to("localgender/9", "format"),
    "no type": set_to(..., "type"),
    "unknown type": set_to("programme", "type"),
    "no value": set_to(..., "value"),
    "unknown key outside": set_to(1, "comment"),
    "list for an object": set_to([], "value"),
    "text for an object": set_to("", "value", "plan"),
    "unknown key of a report": set_to(1, "value", "author"),
    "unknown key of a measure": set_to(1, *MEASURE, "cost"),
    "number for a title": set_to(5, *MEASURE, "title"),
    "number for a code": set_to(2.1, *MEASURE, "code"),
    "code of letters": set_to("2.a", *MEASURE, "code"),
    "code with a zero": set_to("2.0", *MEASURE, "code"),
    "object for a list": set_to({}, *MEASURE, "funding"),
    "text for money": set_to("10,5", *LINE, "planned"),
    "fraction for money": set_to(10.5, *LINE, "planned"),
    "truth for money": set_to(True, *LINE, "planned"),
    "no plan": set_to(..., "value", "plan"),
    "list for a period": set_to([], *LINE, "period"),
    "day that is none": set_to("18.12.2019", "value", "plan", "acts", 0, "date"),
    "percent with a sign": set_to("95%", "value", "progress", 0, "stated_percent"),
    "season of one day": set_to(["11-25"], *MEASURE, "term", "seasons", 0),
    "month that is none": set_to(["13-25", "12-10"], *MEASURE, "term", "seasons", 0),
    "level that is none": set_to("tactical", "value", "plan", "goals", 0, "level"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_such_value_is_refused_with_a_path_by_both(wrong: str) -> None:
    path, value = WRONG[wrong]
    tree = deepcopy(json.loads(dumps(REPORT)))
    inside = tree
    for key in path[:-1]:
        inside = inside[key]
    if value is ...:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    assert problems(tree)
    with pytest.raises(lg.errors.SerializationError) as caught:
        lg.loads(json.dumps(tree))
    assert all(where.startswith("$") for where, _ in caught.value.problems)
