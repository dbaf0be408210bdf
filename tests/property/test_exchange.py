"""Laws of the JSON exchange: everything comes back, and nothing else gets in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from alike import drawn, every_class, few, whole
from hypothesis import given
from hypothesis import strategies as st

from localgender import laws, strategies
from localgender.errors import SerializationError
from localgender.exchange.json import dumps, loads
from localgender.exchange.tagging import TYPES
from localgender.model.plan import Plan
from localgender.model.report import Report

Path = tuple[str | int, ...]


@every_class
@few
@given(data=st.data())
def test_everything_comes_back(kind: type, data: st.DataObject) -> None:
    """Equal, of the same classes inside, and written the same once more."""
    value = data.draw(drawn(kind))
    laws.round_trip(value, there=dumps, back=loads)
    assert whole(loads(dumps(value))) == whole(value)


@given(strategies.reports(), st.none() | st.integers(0, 8))
def test_layout_of_the_text_is_of_no_matter(report: Report, indent: int | None) -> None:
    text = dumps(report, indent=indent)
    assert loads(text) == loads(text.encode()) == loads(b"\xef\xbb\xbf" + text.encode()) == report
    assert loads(json.dumps(json.loads(text), ensure_ascii=True)) == report


@given(strategies.plans())
def test_silence_is_left_out(plan: Plan) -> None:
    assert all(each is not None and each != [] for _, each in nodes(json.loads(dumps(plan))))


def nodes(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, tree
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, each in pairs:
        yield from nodes(each, (*path, key))


def put(tree: Any, path: Path, value: Any) -> None:
    for key in path[:-1]:
        tree = tree[key]
    tree[path[-1]] = value


def spelled(path: Path) -> str:
    return "$" + "".join(f"[{key}]" if isinstance(key, int) else member(key) for key in path)


def member(key: str) -> str:
    return f".{key}" if key.isidentifier() else f"[{json.dumps(key, ensure_ascii=False)}]"


def refused(tree: Any) -> dict[str, str]:
    with pytest.raises(SerializationError) as error:
        loads(json.dumps(tree))
    assert error.value.problems
    assert all(why for _, why in error.value.problems)
    return dict(error.value.problems)


@given(strategies.readings(), st.data())
def test_every_wrong_place_is_named(reading: Any, data: st.DataObject) -> None:
    """A fraction stands nowhere: wherever some are put, each is told, and nothing else is."""
    tree = json.loads(dumps(reading))
    leaves = [path for path, each in nodes(tree) if len(path) > 1 and not isinstance(each, dict | list)]
    wrong = (
        data.draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=4, unique=True)) if leaves else []
    )
    for path in wrong:
        put(tree, path, 1.5)
    if wrong:
        problems = refused(tree)
        # A pair, such as a season, is told as a whole.
        assert all(any(near(spelled(path), told) for told in problems) for path in wrong)
        assert all(any(near(spelled(path), told) for path in wrong) for told in problems)


def near(path: str, told: str) -> bool:
    return path == told or (path.startswith(told) and path.removeprefix(told).count("[") <= 1)


@given(strategies.readings(), st.data())
def test_unknown_keys_are_refused_everywhere(reading: Any, data: st.DataObject) -> None:
    tree = json.loads(dumps(reading))
    objects = [path for path, each in nodes(tree) if isinstance(each, dict)]
    path = data.draw(st.sampled_from(objects))
    put(tree, (*path, "прикраса"), 1.5)
    assert all(spelled((*path, "прикраса")).startswith(told) for told in refused(tree))


trees = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**20) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["code", "title", "goals", "list", "money", "x"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from(sorted(TYPES)), trees)
def test_any_tree_is_a_value_or_a_problem(name: str, tree: Any) -> None:
    """And what is taken is written back."""
    text = json.dumps({"format": "localgender/1", "type": name, "value": tree})
    try:
        value = loads(text)
    except SerializationError as error:
        value, told = None, error.problems
    else:
        told = ()
    assert told or loads(dumps(value)) == value


@given(st.text(max_size=30) | st.binary(max_size=30) | trees.map(json.dumps))
def test_any_text_is_refused_with_a_path(text: str | bytes) -> None:
    with pytest.raises(SerializationError) as error:
        loads(text)
    assert all(path.startswith("$") for path, _ in error.value.problems)


@given(strategies.reports(), st.data())
def test_a_text_cut_short_is_refused(report: Report, data: st.DataObject) -> None:
    text = dumps(report)
    with pytest.raises(SerializationError):
        loads(text[: data.draw(st.integers(0, len(text) - 1))])
