"""Printed money as data frames."""

from __future__ import annotations

import datetime
import subprocess
import sys
from typing import Any

import narwhals as nw
import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender import strategies
from localgender.errors import FrameOverflowError, LocalGenderError, NotationError
from localgender.exchange.frames import BACKENDS, COLUMNS, to_frame
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Measure, Plan
from localgender.questions.observations import observations
from localgender.values.money import Money
from paths import SAMPLE

each_engine = pytest.mark.parametrize("engine", BACKENDS)


def planned(*kopiykas: int) -> Plan:
    return Plan(goals=[Measure(funding=FundingPeriod(2024, planned=Money(each))) for each in kopiykas])


def records(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame as `plain` spells them."""
    found = nw.from_native(frame, eager_only=True).rows(named=True)
    return [{name: _told(value) for name, value in row.items()} for row in found]


def _told(value: Any) -> Any:
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return None
    return value.isoformat()[:10] if isinstance(value, datetime.date) else value


@each_engine
@given(value=strategies.plans() | strategies.reports() | strategies.readings())
def test_a_frame_holds_the_records_it_was_made_from(engine: str, value: Any) -> None:
    """Equal in every cell, whole numbers whole, and silence neither zero nor an empty text."""
    frame = to_frame(value, engine)
    assert records(frame) == [{name: row.plain()[name] for name in COLUMNS} for row in observations(value)]
    assert all(type(cell) in {str, int, bool, type(None)} for row in records(frame) for cell in row.values())


def added(frame: Any, stage: Stage) -> Money:
    table = nw.from_native(frame, eager_only=True)
    asked = table.filter((nw.col("stage") == stage.value) & ~nw.col("stated_total"))
    return Money(int(asked["kopiykas"].sum()))


@each_engine
@pytest.mark.parametrize("stage", Stage)
def test_the_kopiykas_of_a_stage_add_up_to_its_total(engine: str, stage: Stage) -> None:
    reading = lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")
    assert added(to_frame(reading, engine), stage) == lg.total(reading, stage)


@given(strategies.plans() | strategies.reports(), st.sampled_from(BACKENDS), st.sampled_from(Stage))
def test_kopiykas_add_up_wherever_there_is_a_total(value: Any, engine: str, stage: Stage) -> None:
    assert lg.total(value, stage) in {None, added(to_frame(value, engine), stage)}


@each_engine
def test_types_are_the_same_with_and_without_rows(engine: str) -> None:
    filled, empty = (nw.from_native(to_frame(plan, engine)).schema for plan in (planned(5), Plan()))
    assert filled == empty
    assert (filled["kopiykas"], filled["page"], filled["title"]) == (nw.Int64, nw.Int64, nw.String)
    assert filled["first_day"] == (nw.Datetime if engine == "pandas" else nw.Date)
    assert list(filled) == list(COLUMNS)


def test_pandas_keeps_whole_numbers_whole_beside_silence() -> None:
    frame = to_frame(planned(5), "pandas")
    assert {str(frame[name].dtype) for name, kind in COLUMNS.items() if kind == "whole"} == {"Int64"}
    assert str(frame["first_day"].dtype) == "datetime64[s]"
    assert frame["page"].isna().all()


def test_records_may_be_picked_before() -> None:
    rows = observations(planned(5, 7))
    assert [row["kopiykas"] for row in records(to_frame(reversed(rows), "polars"))] == [7, 5]


def test_the_columns_are_those_of_a_record() -> None:
    (row,) = observations(planned(5))
    assert set(COLUMNS) == set(row.plain())


def test_without_a_name_the_first_engine_that_is_installed_is_taken() -> None:
    assert type(to_frame(planned(5))).__module__.split(".")[0] == "pandas"


@each_engine
def test_amounts_that_would_overflow_are_refused(engine: str) -> None:
    most = 2**63 - 1
    assert records(to_frame(planned(most), engine))[0]["kopiykas"] == most
    for too_much in ([most, 1], [most + 1], [-most, -1]):
        with pytest.raises(
            FrameOverflowError, match="column kopiykas adds up to a number of 64 bits"
        ) as caught:
            to_frame(planned(*too_much), engine)
        assert isinstance(caught.value, LocalGenderError)
        assert caught.value.needed == 2**63


def test_another_engine_is_refused_with_the_nearest() -> None:
    with pytest.raises(NotationError, match="the nearest is pandas"):
        to_frame(planned(5), "panda")


@pytest.mark.parametrize("wrong", [[5], ["2.1"], [None]])
def test_what_is_no_record_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="expected records of observations"):
        to_frame(wrong)


@pytest.mark.parametrize(
    ("missing", "engine", "told"),
    [
        (("narwhals",), "polars", "a data frame needs an extra: pip install 'localgender[frame]'"),
        (BACKENDS, None, "a data frame needs an extra: pip install 'localgender[frame]'"),
        (("pyarrow", "narwhals"), None, "DataFrame"),
        (("pandas",), "pandas", "pandas"),
    ],
)
def test_a_missing_library_is_named(missing: tuple[str, ...], engine: str | None, told: str) -> None:
    """And pandas alone is enough."""
    code = f"""
import sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {missing!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Gone())
import localgender as lg
try:
    print(type(lg.to_frame(lg.Plan(), {engine!r})).__name__)
except ImportError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.stdout == f"{told}\n", done.stderr
