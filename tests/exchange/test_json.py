"""What JSON looks like, and that it comes back."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from samples import FINDINGS, MEASURE, PLAN, READING, REPORT

import localgender as lg
from localgender.documents.grid import Cell
from localgender.errors import SerializationError
from localgender.exchange.json import dumps, loads
from localgender.findings import Facts, Findings
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan
from localgender.values.codes import Code
from localgender.values.money import Money, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.terms import Term
from paths import ROOT, plan_sources, report_sources

SPECIMENS = ROOT / "tests" / "specimens" / "files"


def tree(value: Any) -> Any:
    return json.loads(dumps(value))["value"]


def test_report_is_written_as_people_would_write_it() -> None:
    measure = tree(REPORT)["plan"]["goals"][0]["goals"][0]["measures"][0]
    assert measure == {
        "code": "2.10",
        "title": "Опитування мешканок",
        "term": {
            "spans": ["2020-2025"],
            "recurrence": "yearly",
            "seasons": [["11-25", "12-10"]],
            "deadlines": ["2025-12-01"],
        },
        "involvements": [{"executor": {"name": "Рада"}}],
        "funding": [
            {
                "period": "2023",
                "sources": ["community-general"],
                "planned": 1_050_000,
                "disbursed": 0,
                "step": 10_000,
            }
        ],
        "serves": ["target:1.1:9"],
    }
    assert tree(REPORT)["plan"]["acts"] == [{"kind": "рішення", "number": "1688", "date": "2019-12-18"}]
    assert tree(REPORT)["progress"][0]["stated_percent"] == "95.20"


def test_envelope_names_format_and_type() -> None:
    assert list(json.loads(dumps(REPORT))) == ["format", "type", "value"]
    assert json.loads(dumps(REPORT)) | {"value": 0} == {
        "format": "localgender/1",
        "type": "report",
        "value": 0,
    }
    assert dumps(uah(1), indent=None) == '{"format":"localgender/1","type":"money","value":100}'


def test_facts_say_their_class() -> None:
    assert tree(FINDINGS)[0]["facts"] == {
        "interval": {"interval": ["1/2", "3"]},
        "printed": {"money": 700},
        "rows": {"list": [{"ref": "2.10"}, None, "слово", 5]},
    }
    assert tree(FINDINGS)[0]["refs"] == ["total:1", {"table": 1, "row": 2, "column": 3, "stop": 4}]


def test_reading_brings_document_and_places_along() -> None:
    written = tree(READING)
    assert list(written["value"]) == ["report"]
    assert written["places"] == {"2.10": [{"table": 1, "row": 2, "column": 1}]}
    assert written["document"]["blocks"] == [
        {"text": "Звіт"},
        {"rows": [["№", {"text": "Захід", "page": 2}]]},
    ]
    assert written["furniture"] == [["header", {"table": 1, "row": 1, "column": 1}]]


def test_text_stays_readable() -> None:
    assert "Опитування мешканок" in dumps(REPORT)
    assert not dumps(REPORT).endswith("\n")


@pytest.mark.parametrize(
    "value",
    [
        REPORT,
        PLAN,
        MEASURE,
        FINDINGS,
        FINDINGS[0],
        READING,
        READING.document,
        Plan(),
        Term(),
        Findings(),
        Facts(),
        uah("0.01"),
        Percent("0.0000001"),
        Percent("-5"),
        Code((2, 10)),
        Period("2024-11-25", "2024-12-10"),
        Cell("2,4", number=Decimal("2.4")),
        Cell("0,0", 7, Decimal(0)),
        Facts({"a": Decimal("1E+5"), "b": (), "d": Fraction(-1, 3)}),
        Facts({"a": PLAN, "b": ((1,), True, (None, "x"))}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_value_comes_back(value: Any) -> None:
    assert loads(dumps(value)) == value
    assert loads(dumps(value, indent=None).encode("utf-8-sig")) == value


def test_silence_and_zero_stay_apart() -> None:
    silent, zero = FundingPeriod(2023), FundingPeriod(2023, planned=uah(0))
    assert tree(silent) == {"period": "2023"}
    assert tree(zero) == {"period": "2023", "planned": 0}
    assert loads(dumps(silent)) != loads(dumps(zero))


def test_null_is_silence() -> None:
    assert read("measure", {"code": None, "title": None, "term": None}) == Measure()


def read(name: str, value: Any) -> Any:
    return loads(json.dumps({"format": "localgender/1", "type": name, "value": value}))


def test_goals_without_end_are_not_written() -> None:
    goal = Goal("1")
    for _ in range(3000):
        goal = Goal("1", goals=(goal,))
    with pytest.raises(SerializationError, match="nested too deeply"):
        dumps(goal)


def test_whole_characters_outside_the_first_plane_are_welcome() -> None:
    assert read("cell", "😀") == loads(json.dumps(json.loads(dumps(Cell("😀"))))) == Cell("😀")


def test_half_of_a_character_is_not_written() -> None:
    with pytest.raises(SerializationError) as error:
        dumps(Facts({"a": ["так", "\ud83d"]}))
    assert [path for path, _ in error.value.problems] == ["$.value.a.list[1]"]


def test_endless_number_is_not_written() -> None:
    with pytest.raises(SerializationError, match="4300 digits"):
        dumps(Money(10**5000))


@pytest.mark.parametrize("wrong", [5, "5", None, [], {}, 1.5, object(), Plan])
def test_what_is_no_value_is_not_written(wrong: Any) -> None:
    with pytest.raises(TypeError, match="no JSON is known"):
        dumps(wrong)


@pytest.mark.parametrize("wrong", [object(), {1, 2}])
def test_facts_that_could_not_come_back_are_not_written(wrong: Any) -> None:
    with pytest.raises(TypeError, match="no JSON is known"):
        dumps(Facts({"a": wrong}))


@pytest.mark.parametrize("source", [*report_sources(), *plan_sources(), SPECIMENS / "a-report.xlsx"])
def test_what_is_read_from_a_document_comes_back(source: Path) -> None:
    """With its document, its places and what an audit finds in it."""
    reading = lg.read(source)
    assert loads(dumps(reading)) == reading
    assert loads(dumps(lg.audit(reading))) == lg.audit(reading)
