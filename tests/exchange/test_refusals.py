"""What is no value is refused, with every problem at its path."""

from __future__ import annotations

import copy
import gc
import json
import re
from typing import Any

import pytest
from samples import PLAN, READING, REPORT

from localgender.errors import LocalGenderError, SerializationError
from localgender.exchange.json import dumps, loads

REPORTED = "$.value.value.report"
MEASURE = f"{REPORTED}.plan.goals[0].goals[0].measures[0]"
LINE = f"{MEASURE}.funding[0]"
TERM = f"{MEASURE}.term"
FINDING = "$.value.findings[0]"


class Missing:
    """Stands for taking away."""


def problems(text: str | bytes) -> dict[str, str]:
    with pytest.raises(SerializationError) as error:
        loads(text)
    assert len(dict(error.value.problems)) == len(error.value.problems)
    return dict(error.value.problems)


def changed(*changes: tuple[str, Any]) -> dict[str, str]:
    """Problems of the sample with other values at some paths."""
    tree = copy.deepcopy(json.loads(dumps(READING)))
    for path, value in changes:
        put(tree, path, value)
    return problems(json.dumps(tree))


def put(tree: Any, path: str, value: Any) -> None:
    """Put another value at a path, or nothing."""
    *above, last = keys(path)
    for key in above:
        tree = tree[key]
    if value is Missing:
        del tree[last]
    else:
        tree[last] = value


def keys(path: str) -> list[Any]:
    return [
        int(index) if index else name or quoted
        for name, index, quoted in re.findall(r'\.(\w+)|\[(\d+)\]|\["(.*)"\]', path)
    ]


IN_MEASURES = [
    (f"{MEASURE}.code", 2.1, 'expected a code such as "2.10", not 2.1'),
    (f"{MEASURE}.code", "2.10.", "expected '2.10', the one spelling of '2.10.'"),
    (f"{MEASURE}.title", 5, "expected text, not 5"),
    (f"{MEASURE}.titel", "Тренінг", "unknown key; the nearest is 'title'"),
    (f'{MEASURE}["2.1"]', "Тренінг", "unknown key"),
    (f"{MEASURE}.serves[0]", "target", "expected an address"),
    (f"{MEASURE}.involvements[0].by_consent", "no", "expected true or false, not 'no'"),
    (f"{MEASURE}.involvements[0].by_consent", 1, "expected true or false, not 1"),
    (f"{MEASURE}.involvements[0].executor", "Рада", "expected an object"),
    (f"{MEASURE}.involvements[0].executor.name", Missing, "is missing"),
    (f"{LINE}.planned", 10.5, "expected money in whole kopiykas, not 10.5"),
    (f"{LINE}.planned", True, "expected money in whole kopiykas, not true"),
    (f"{LINE}.planned", "1050000", "expected money in whole kopiykas, not '1050000'"),
    (f"{LINE}.step", None, "expected money in whole kopiykas, not null"),
    (f"{LINE}.period", 2023, "expected a period"),
    (f"{LINE}.period", "2024-2023", "expected a period"),
    (f"{LINE}.sources", "community", "expected a list, not 'community'"),
    (f"{LINE}.sources[0]", "general-community", "expected a source"),
    (f"{LINE}.needs", "треба", "expected one of не потребує"),
    (f"{TERM}.recurrence", "daily", "expected one of as-needed, yearly"),
    (f"{TERM}.seasons[0]", ["11-25"], "not a list of 1"),
    (f"{TERM}.deadlines[0]", "20251201", "expected a day such as"),
]
IN_REPORTS = [
    (f"{REPORTED}.plan", [], "expected an object, not a list of 0"),
    (f"{REPORTED}.plan", None, "expected an object, not null"),
    (f"{REPORTED}.plan", Missing, "is missing"),
    (f"{REPORTED}.plan.goals[0].level", "top", "expected one of strategic"),
    (f"{REPORTED}.plan.acts[0].date", "18.12.2019", "expected a day"),
    (f"{REPORTED}.progress", {}, "expected a list, not an object"),
    (f"{REPORTED}.progress[0].stated_percent", 95.2, 'expected a percent such as "95.2", not 95.2'),
    (f"{REPORTED}.progress[0].stated_percent", "1E+999999999", "expected a percent"),
]
IN_FINDINGS = [
    (f"{FINDING}.severity", "fatal", "expected one of error, warning, notice, not 'fatal'"),
    (f"{FINDING}.refs[1].row", True, "expected a whole number, not true"),
    (f"{FINDING}.facts.printed", 7.5, "expected a plain value"),
    (f"{FINDING}.facts.printed.money", "7", "expected money in whole kopiykas"),
    (f"{FINDING}.facts.printed.monex", 7, "expected a plain value"),
]
BESIDE = [
    ("$.value.value", {}, "expected a plain value"),
    ("$.value.value", None, "expected an object, not null"),
    ('$.value.places["2.x"]', [], "expected an address"),
    ("$.value.furniture[0]", ["header"], "expected a list of 2, not a list of 1"),
    ("$.value.document.blocks[0]", 5, "expected an object, not 5"),
    ("$.value.document.blocks[1].rows[0][0]", 5, "expected an object, not 5"),
]
OUTSIDE = [
    (
        "$.format",
        "localgender/7",
        "version 7 of the format, but this library reads version 1; a newer release",
    ),
    ("$.format", "localgender/0", "version 0 of the format, but this library reads version 1"),
    ("$.format", "localgender/07", "expected 'localgender/1', not 'localgender/07'"),
    ("$.format", 1, "expected 'localgender/1', not 1"),
    ("$.format", Missing, "is missing"),
    ("$.type", "repot", "expected the name of a type, not 'repot'; the nearest is 'report'"),
    ("$.type", ["report"], "expected the name of a type, not a list of 1"),
    ("$.value", Missing, "is missing"),
    ("$.valeu", 5, "unknown key; the nearest is 'value'"),
]


@pytest.mark.parametrize(
    ("path", "value", "why"), [*IN_MEASURES, *IN_REPORTS, *IN_FINDINGS, *BESIDE, *OUTSIDE]
)
def test_wrong_place_is_told(path: str, value: Any, why: str) -> None:
    found = changed((path, value))
    told = "$.value.findings[0].facts.printed" if path.endswith("monex") else path
    assert list(found) == [told]
    assert why in found[told]


@pytest.mark.parametrize(
    ("path", "value", "told", "why"),
    [
        (f"{LINE}.step", 0, LINE, "at least one kopiyka"),
        (f"{TERM}.seasons[0][1]", "02-30", f"{TERM}.seasons[0]", "a month and a day of a year"),
        (f"{REPORTED}.progress[1].measure", "2.10", REPORTED, "measure 2.10 is reported 2 times"),
        (f"{REPORTED}.progress[1].measure", "9.9", REPORTED, "nothing here is called 9.9"),
        (f"{FINDING}.facts.interval.interval[1]", "1/3", f"{FINDING}.facts.interval.interval", "upside"),
        (f"{FINDING}.facts.interval.interval[0]", "2/4", f"{FINDING}.facts.interval.interval", "'1/2'"),
        ("$.value.value", {"repot": {}}, "$.value.value.repot", "the nearest is 'report'"),
        (
            f"{FINDING}.facts.rows.list[2]",
            {"fraction": "1E9999999"},
            f"{FINDING}.facts.rows.list[2].fraction",
            "E9",
        ),
        (f"{FINDING}.facts.rows.list[2]", {"decimal": "NaN"}, f"{FINDING}.facts.rows.list[2].decimal", "NaN"),
    ],
)
def test_broken_invariant_is_told_where_it_holds(path: str, value: Any, told: str, why: str) -> None:
    """What several fields make together is the problem of their object or pair."""
    found = changed((path, value))
    assert list(found) == [told]
    assert why in found[told]


def test_all_problems_are_told_at_once() -> None:
    """Of the envelope, of several measures, of progress and of findings."""
    wrong = [
        ("$.made_by", "x"),
        (f"{MEASURE}.code", 2.1),
        (f"{LINE}.planned", 1.5),
        (f"{MEASURE}.colour", "red"),
        (f"{REPORTED}.plan.goals[0].goals[0].measures[1].title", 5),
        (f"{REPORTED}.progress[0].narrative", False),
        (f"{FINDING}.facts.rows.list[0].ref", "?"),
    ]
    assert list(changed(*wrong)) == [path for path, _ in wrong]


def money(literal: str) -> str:
    return f'{{"format": "localgender/1", "type": "money", "value": {literal}}}'


HALF = chr(0xD83D)


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        ("", "$", "broken JSON at line 1, column 1"),
        ("[1,]", "$", "broken JSON"),
        (money("5")[:-1], "$", "broken JSON"),
        (money("5") + "5", "$", "broken JSON"),
        (money("NaN"), "$.value", "NaN is no number"),
        (money("-Infinity"), "$.value", "-Infinity is no number"),
        (money("1e999"), "$.value", "not inf"),
        (money("1e2"), "$.value", "not 100.0"),
        (money("9" * 5000), "$.value", "(5000 characters) is no number"),
        (money('{"a": 1, "a": 2}'), "$.value.a", "more than once"),
        (money('5, "value": 5'), "$.value", "more than once"),
        (money('"\\ud83d"'), "$.value", "half of a character"),
        (money('{"\\ud83d": 1}'), "$.value", "half of a character"),
        (money(f'"{HALF}"'), "$.value", "half of a character"),
        (money("[" * 100_000), "$", "nested too deeply"),
        (money('{"a":' * 100_000), "$", "nested too deeply"),
        ('"localgender/1"', "$", "expected an object with format, type, value"),
        ("null", "$", "not null"),
        (b"\xff\xfe{\x00}\x00", "$", "byte 0 is not UTF-8"),
        (b'{"format": "\xd0"}', "$", "byte 12 is not UTF-8"),
    ],
)
def test_hostile_text_is_refused(text: str | bytes, path: str, why: str) -> None:
    assert why in problems(text)[path]


@pytest.mark.parametrize("depth", [600, 2000])
def test_goals_without_end_are_refused(depth: int) -> None:
    nested = '{"goals": [' * depth + "{}" + "]}" * depth
    text = f'{{"format": "localgender/1", "type": "goal", "value": {nested}}}'
    assert problems(text) == {"$": "nested too deeply"}


@pytest.mark.parametrize("depth", range(200, 1100, 50))
def test_oddity_beside_lists_of_any_depth_is_refused(depth: int) -> None:
    assert set(problems('{"format": NaN, "value": ' + "[" * depth + "]" * depth + "}")) & {"$", "$.format"}


def test_facts_without_end_are_refused() -> None:
    nested = '{"list": [' * 3000 + "]}" * 3000
    text = f'{{"format": "localgender/1", "type": "facts", "value": {{"a": {nested}}}}}'
    assert problems(text) == {"$": "nested too deeply"}


@pytest.mark.parametrize("wrong", [5, None, {}, REPORT])
def test_what_is_no_text_is_not_read(wrong: Any) -> None:
    with pytest.raises(TypeError, match="expected the text"):
        loads(wrong)


def test_error_is_also_the_builtin_that_a_caller_expects() -> None:
    with pytest.raises(ValueError) as error:
        loads("{}")
    assert isinstance(error.value, LocalGenderError)
    assert str(error.value) == "$.format: is missing; $.type: is missing; $.value: is missing"


def test_garbage_is_collected_again_afterwards() -> None:
    assert gc.isenabled()
    loads(dumps(PLAN))
    problems("{")
    assert gc.isenabled()
