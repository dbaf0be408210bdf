"""The fast road of JSON gives the values and the refusals of the road that defines the format."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from test_refusals import BESIDE, HALF, IN_FINDINGS, IN_MEASURES, IN_REPORTS, OUTSIDE, money, put

import localgender as lg
from localgender import strategies
from localgender.documents.grid import Cell, Document, Grid
from localgender.errors import MissingExtraError, SerializationError
from localgender.exchange import json as exchange
from localgender.exchange import wire, writing
from localgender.exchange.json import dumps, loads
from localgender.exchange.tagging import NAMES, TYPES
from localgender.exchange.versions import MIGRATIONS
from localgender.findings import Facts
from localgender.questions.consolidation.entries import Arrival
from localgender.questions.consolidation.result import Share, ShareLine
from localgender.values.refs import ByRef

SAMPLES = {name: each for name, each in vars(samples).items() if name.isupper() and type(each) in NAMES}
TEXT = dumps(samples.READING, indent=None, fast=False)


def outcome(read: Callable[[str | bytes], Any], text: str | bytes) -> Any:
    """The value as it is written, or the problems."""
    try:
        value = read(text)
        return value, dumps(value, fast=False)
    except SerializationError as error:
        return error.problems


fast, plain = partial(loads, fast=True), partial(loads, fast=False)


def thorough(text: str | bytes) -> Any:
    return exchange._thoroughly(text, MIGRATIONS)


def assert_alike(text: str | bytes) -> None:
    assert outcome(fast, text) == outcome(plain, text) == outcome(thorough, text)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("indent", [None, 1, 2, 4])
def test_what_is_written_goes_the_fast_road_and_comes_back(name: str, indent: int | None) -> None:
    text = dumps(SAMPLES[name], indent=indent, fast=False)
    assert wire.read(text) == wire.read(text.encode()) == SAMPLES[name]


FINITE = st.decimals(allow_nan=False, allow_infinity=False)
CELLS = st.builds(Cell, st.text(), st.none() | st.integers(1, 99), st.none() | FINITE)
PLACES = st.dictionaries(
    strategies.refs(), st.lists(strategies.places(), max_size=2).map(tuple), max_size=2
).map(ByRef)
TEXTS, LINES = st.none() | st.text(), st.lists(st.from_type(ShareLine), max_size=2)
DRAWN = {name: st.from_type(kind) for name, kind in TYPES.items()} | {
    "arrival": st.builds(Arrival, TEXTS, st.none() | strategies.days(), PLACES, strategies.finding_lists()),
    "share": st.builds(Share, TEXTS, strategies.refs(), LINES, TEXTS, places=PLACES),
    "decimal": FINITE,
    "cell": CELLS,
    "grid": st.builds(Grid, st.lists(st.lists(CELLS, max_size=3), max_size=3)),
}


@pytest.mark.parametrize("name", DRAWN)
def test_every_class_that_travels_goes_the_fast_road_and_comes_back(name: str) -> None:
    @given(DRAWN[name], st.sampled_from([None, 2]))
    def each_comes_back(value: Any, indent: int | None) -> None:
        text = dumps(value, indent=indent, fast=False)
        assert writing.written(value, indent) == text
        for read in (wire.read(text), plain(text), thorough(text)):
            assert read == value
            assert repr(read) == repr(value)

    each_comes_back()


@pytest.mark.parametrize("indent", [None, 0, 1, 2, 3, 8])
@pytest.mark.parametrize("name", SAMPLES)
def test_both_roads_write_the_same_bytes(name: str, indent: int | None) -> None:
    assert dumps(SAMPLES[name], indent=indent, fast=True) == dumps(SAMPLES[name], indent=indent, fast=False)


@pytest.mark.parametrize("depth", [1, 14, 15, 16, 17, 40])
def test_nested_goals_are_written_alike(depth: int) -> None:
    goal = lg.Goal("1")
    for _ in range(depth):
        goal = lg.Goal("1", goals=goal)
    assert dumps(goal, fast=True) == dumps(goal, fast=False)


@pytest.mark.parametrize(
    "odd",
    [Cell("", number=Decimal(number)) for number in ("Infinity", "-Infinity", "NaN", "sNaN")]
    + [Facts({"a": Decimal("Infinity")}), lg.Money(10**5000), Facts({"a": Fraction(10**5000)})]
    + [Cell("a\ud800"), Cell(date(2026, 11, 22)), Cell("", page=lg.Code([1])), Document((), name={"а"})],
    ids=range(11),
)
def test_what_could_not_be_read_back_is_refused_alike(odd: Any) -> None:
    for fast_road in (True, False):
        with pytest.raises((SerializationError, TypeError)):
            dumps(odd, fast=fast_road)


def test_every_character_is_written_alike() -> None:
    letters = Facts({"a": "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))})
    assert dumps(letters, fast=True) == dumps(letters, fast=False)


@given(strategies.readings())
def test_readings_go_the_fast_road_and_come_back(reading: Any) -> None:
    assert wire.read(dumps(reading, fast=False)) == reading


MUTATIONS = [*IN_MEASURES, *IN_REPORTS, *IN_FINDINGS, *BESIDE, *OUTSIDE]


@pytest.mark.parametrize(("path", "value", "why"), MUTATIONS)
def test_what_is_refused_is_refused_alike(path: str, value: Any, why: str) -> None:
    tree = copy.deepcopy(json.loads(TEXT))
    put(tree, path, value)
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    with pytest.raises(Exception):  # noqa: B017 - whatever it is, the other road tells
        wire.read(text)
    assert_alike(text)


PLAN = dumps(samples.PLAN, indent=None)
HOSTILE = [
    *("", "{", "null", "[]", '"localgender/1"', "\ufeff" + PLAN, PLAN + "\ufeff", PLAN + "5", PLAN[:-1], PLAN + "}"),
    *(b"\xff\xfe{\x00}\x00", b'{"format": "\xd0"}', PLAN.encode("utf-16"), PLAN.encode("cp1251"), PLAN.encode()[:200]),
    *(money(each) for each in ("NaN", "-Infinity", "1e999", "1e2", "1.0", "1.5", "-0", "00", "+1", "1_0", "0x1", "true", '"1"')),
    *(money(each) for each in ("9" * 4300, "9" * 4301, "-" + "9" * 5000, str(2**63), str(-(2**64)), "[" * 100_000)),
    *(money(each) for each in ('"\\ud83d"', f'"{HALF}"', '{"\\ud83d":1}', '{"a":1,"a":2}', '5,"value":5', '6,"value":5')),
    PLAN.replace('"title":', '"title":"a","title":', 1),
    PLAN.replace('"title":', '"titl\\u0065":', 1),
    PLAN.replace("Рівні", "\\u0420івні", 1),
    PLAN.replace("Рівні", "\\ud83d", 1),
    PLAN.replace("Рівні", "Рі\x0bвні", 1),
    PLAN.replace("Рівні", " Рі\u00a0 вні", 1),
    PLAN.replace('"2019-12-18"', "null", 1),
    PLAN.replace('"funding":[', '"funding":null,"funding":[', 1),
    PLAN.replace('"sources":["community-general"]', '"sources":"community-general"', 1),
    PLAN.replace('"sources":["community-general"]', '"sources":["community-general","community-general"]', 1),
    PLAN.replace('"step":10000', '"step":1', 1),
    PLAN.replace('"step":10000', '"step":null', 1),
    PLAN.replace('"step":10000', '"step":true', 1),
    PLAN.replace('"title":"', '2:5,"title":"', 1),
    PLAN.replace('"type":"plan"', '"type":"report"', 1),
    PLAN.replace('"type":"plan"', '"type":"plan","type":"plan"', 1),
    PLAN.replace("{", "{ ", 1).replace(":", " :\t", 1),
    PLAN.replace("{", "{\x0c", 1),
    json.dumps(json.loads(PLAN), sort_keys=True),
    json.dumps(json.loads(PLAN)),
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_judged_alike(text: str | bytes) -> None:
    assert_alike(text)


@pytest.mark.parametrize("depth", [1, 10, 15, 16, 17, 40, 120, 150, 200, 600, 3000])
def test_what_is_nested_is_judged_alike(depth: int) -> None:
    goal = '{"goals":[' * depth + "{}" + "]}" * depth
    fact = '{"list":[' * depth + "]}" * depth
    part = '{"name":"а","part_of":' * depth + '{"name":"а"}' + "}" * depth
    for kind, value in (("goal", goal), ("facts", '{"a":' + fact + "}"), ("indicator", part)):
        text = f'{{"format":"localgender/1","type":"{kind}","value":{value}}}'
        assert outcome(fast, text) == outcome(plain, text)


SCRAPS = [
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\",
    " ",
    "\n",
    "0",
    "1",
    "-",
    ".",
    "e9",
    "null",
    "true",
    "\x00",
    "а",
    '"":1,',
]


@given(st.data())
def test_damaged_text_is_judged_alike(data: st.DataObject) -> None:
    """Scraps put in, stretches cut out and stretches doubled, in texts with and without white space."""
    text = dumps(
        data.draw(st.sampled_from(sorted(SAMPLES.items())))[1], indent=data.draw(st.sampled_from([None, 2]))
    )
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(st.sampled_from([*SCRAPS, "", 2 * text[start:stop]])) + text[stop:]
    assert_alike(text)


def test_a_caller_tells_which_road_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for the extra where it is missing is an error; asking for neither is not."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    exchange._installed.cache_clear()
    try:
        assert loads(PLAN) == loads(PLAN, fast=False) == samples.PLAN
        with pytest.raises(MissingExtraError, match=r"localgender\[fast\]"):
            loads(PLAN, fast=True)
        with pytest.raises(MissingExtraError, match=r"localgender\[fast\]"):
            dumps(samples.PLAN, fast=True)
    finally:
        exchange._installed.cache_clear()


def test_the_fast_road_is_taken_where_it_is_installed() -> None:
    """Equal parts of a text are then one object, which the other road does not promise."""
    twice = lg.Plan(goals=[lg.Measure("1", involvements="Рада"), lg.Measure("2", involvements="Рада")])
    first, second = loads(dumps(twice)).measures
    assert first.involvements[0] is second.involvements[0]
