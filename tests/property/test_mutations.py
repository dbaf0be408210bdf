"""Whatever is done to a text that makes it no value, the schema and `loads` both refuse it, at the place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest
from alike import drawn
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from localgender import strategies
from localgender.errors import SerializationError
from localgender.exchange.json import dumps, loads
from localgender.exchange.schema import json_schema
from localgender.strategies.entry import STRATEGIES

Path = tuple[str | int, ...]
# Which places of a text it can be done to, and what then stands there.
Mutation = tuple[Callable[[Path, Any], bool], Callable[[Any], Any]]


class Gone:
    """Stands for taking away."""


def at(*keys: str, of: type = object) -> Callable[[Path, Any], bool]:
    """Places under one of some keys, whether alone or in a list."""

    def fits(path: Path, tree: Any) -> bool:
        named = [key for key in path if isinstance(key, str)]
        return bool(named) and named[-1] in keys and isinstance(tree, of) and "facts" not in path

    return fits


def put(value: Any) -> Callable[[Any], Any]:
    return lambda _: value


def whole(path: Path, _: Any) -> bool:
    return not path


def inside(kind: type) -> Callable[[Path, Any], bool]:
    return lambda path, tree: len(path) > 1 and isinstance(tree, kind) and "facts" not in path


def without(key: str) -> Callable[[Any], Any]:
    return lambda tree: {name: each for name, each in tree.items() if name != key}


def holding(key: str) -> Callable[[Path, Any], bool]:
    return lambda path, tree: isinstance(tree, dict) and key in tree and "facts" not in path


def with_one_more(tree: dict[str, Any]) -> dict[str, Any]:
    return {**tree, "прикраса": 1}


MONEY = at("planned", "allocated", "disbursed", "step", of=int)
PERIODS = at("period", "spans", of=str)

MUTATIONS: dict[str, Mutation] = {
    "the format is left out": (whole, without("format")),
    "the type is left out": (whole, without("type")),
    "the value is left out": (whole, without("value")),
    "another format": (lambda path, _: path == ("format",), put("localgender/2")),
    "an unknown type": (at("type"), put("programme")),
    "an unknown key of the envelope": (whole, with_one_more),
    "an unknown key": (inside(dict), with_one_more),
    "a list for an object": (inside(dict), lambda tree: [tree]),
    "a text for an object": (inside(dict), put("Рада")),
    "an object for a list": (inside(list), put({})),
    "a text for a list": (inside(list), put("Рада")),
    "null for a list": (inside(list), put(None)),
    "null within a list": (inside(list), lambda tree: [*tree, None]),
    "a fraction for a text": (inside(str), put(1.5)),
    "truth for a text": (inside(str), put(True)),
    "a list for a text": (inside(str), lambda tree: [tree]),
    "money with a fraction": (MONEY, put(10.5)),
    "money as text": (MONEY, str),
    "truth for money": (MONEY, put(True)),
    "a code with a dot at its end": (at("code", of=str), lambda code: f"{code}."),
    "a code as a number": (at("code", of=str), put(2)),
    "a code with a zero": (at("code", of=str), lambda code: f"{code}.0"),
    "a percent with its sign": (at("stated_percent", of=str), lambda percent: f"{percent}%"),
    "a percent with a comma": (at("stated_percent", of=str), put("95,2")),
    "a period as a number": (PERIODS, put(2023)),
    "a day as it is printed": (at("date", "deadlines", of=str), put("18.12.2019")),
    "a month that is none": (at("seasons", of=str), put("13-01")),
    "a season of one day": (at("seasons", of=list), put(["11-25"])),
    "a level that is none": (at("level", of=str), put("tactical")),
    "a recurrence that is none": (at("recurrence", of=str), put("daily")),
    "a need that is none": (at("needs", of=str), put("треба")),
    "consent that is a word": (holding("by_consent"), lambda tree: {**tree, "by_consent": "так"}),
    "an executor without a name": (at("executor", of=dict), without("name")),
    "progress without its measure": (holding("measure"), without("measure")),
    "a report without its plan": (holding("plan"), without("plan")),
}  # fmt: skip

# Whatever the class, these make it another shape.
OF_ANY_CLASS = [
    "an unknown key", "a list for an object", "a text for an object", "an object for a list", "a text for a list",
    "null for a list", "null within a list", "a fraction for a text", "truth for a text", "a list for a text",
]  # fmt: skip
# Cells, facts and places may each be one of several things; the schema tells them as a whole.
OF_ONE_SHAPE = [
    each for each in STRATEGIES if each.__module__.startswith(("localgender.model", "localgender.values"))
]


@cache
def by_schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


def nodes(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, tree
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, each in pairs:
        yield from nodes(each, (*path, key))


def changed(tree: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(tree)
    key, rest = path[0], path[1:]
    if isinstance(tree, list):
        return [changed(each, rest, change) if at == key else each for at, each in enumerate(tree)]
    return {name: changed(each, rest, change) if name == key else each for name, each in tree.items()}


# Few of each kind, since there are many kinds; some have no place in most values.
@pytest.mark.parametrize("kind", MUTATIONS)
@settings(
    max_examples=settings().max_examples // 10,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(value=strategies.plans() | strategies.reports(), data=st.data())
def test_a_mutated_value_is_refused_by_both(kind: str, value: Any, data: st.DataObject) -> None:
    refused_by_both(kind, value, data)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.sampled_from(OF_ONE_SHAPE), st.sampled_from(OF_ANY_CLASS), st.data())
def test_no_noun_takes_what_is_of_another_shape(of: type, kind: str, data: st.DataObject) -> None:
    refused_by_both(kind, data.draw(drawn(of)), data)


def refused_by_both(kind: str, value: Any, data: st.DataObject) -> None:
    fits, change = MUTATIONS[kind]
    tree = json.loads(dumps(value))
    places = [path for path, each in nodes(tree) if fits(path, each)]
    assume(places)
    path = data.draw(st.sampled_from(places))
    wrong = changed(tree, path, change)
    with pytest.raises(SerializationError) as caught:
        loads(json.dumps(wrong))
    told = [where for where, _ in caught.value.problems]
    assert any(near(path, where) for where in told), told
    assert any(near(path, error.json_path) for error in by_schema().iter_errors(wrong))


def near(path: Path, told: str) -> bool:
    """Whether what is told is the place, a part of it, or the object or pair that it makes wrong."""
    found = re.findall(r"""\.(\w+)|\[(\d+)\]|\[["'](.*?)["']\]""", told)
    keys = tuple("".join(groups) for groups in found)
    wanted = tuple(map(str, path))
    return keys[: len(wanted)] == wanted or keys == wanted[:-1]


def test_there_are_more_than_twenty_kinds_of_mutation() -> None:
    assert len(MUTATIONS) >= 20
