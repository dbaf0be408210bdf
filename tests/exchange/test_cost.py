"""What reading and writing cost, told without a clock: modules, calls, objects and peaks of memory."""

from __future__ import annotations

import cProfile
import gc
import pstats
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

import localgender as lg
from localgender.exchange import wire, writing
from localgender.exchange.converter import converter

MEASURES = 400


def plan(measures: int = MEASURES) -> lg.Plan:
    lines = [
        lg.FundingPeriod(
            year, "community-general", planned=lg.Money(7919 * year), disbursed=lg.Money(104_729 * year)
        )
        for year in (2023, 2024)
    ]
    bodies = ["Департамент соціальної політики", "Управління охорони здоров'я"]
    return lg.Plan(
        goals=[
            lg.Goal(goal, measures=[
                lg.Measure(f"{goal}.{at}", f"Проведення навчання з рівних прав і можливостей, захід {goal} і {at}",
                           "2020-2025", bodies, lines, results=f"Кількість учасниць і учасників {at} разу")
                for at in range(1, 21)
            ])
            for goal in range(1, measures // 20 + 1)
        ]
    )  # fmt: skip


def peak(text: str | bytes, *, fast: bool) -> float:
    """Peak of memory while reading, in sizes of the text in UTF-8, beside the text itself."""
    lg.loads(text, fast=fast)
    gc.collect()
    tracemalloc.start()
    lg.loads(text, fast=fast)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / len(text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(("fast", "most"), [(True, 2.3), (False, 4.0)])
def test_reading_holds_no_more_than_some_sizes_of_the_text(fast: bool, most: float) -> None:
    text = lg.dumps(plan())
    assert peak(text.encode() if fast else text, fast=fast) < most


def calls(run: Callable[..., Any], held: Any, *, fast: bool) -> float:
    """Calls of functions for each measure."""
    run(held, fast=fast)
    profile = cProfile.Profile()
    profile.runcall(run, held, fast=fast)
    return pstats.Stats(profile).total_calls / MEASURES  # type: ignore[attr-defined]


@pytest.mark.parametrize(("fast", "most"), [(True, 150), (False, 300)])
def test_a_measure_is_read_with_few_calls(fast: bool, most: int) -> None:
    assert calls(lg.loads, lg.dumps(plan()), fast=fast) < most


@pytest.mark.parametrize(("fast", "most"), [(True, 40), (False, 80)])
def test_a_measure_is_written_with_few_calls(fast: bool, most: int) -> None:
    assert calls(partial(lg.dumps, indent=None), plan(), fast=fast) < most


def test_converters_and_decoders_are_built_once() -> None:
    assert converter() is converter()
    assert converter(thorough=False) is converter(thorough=False) is not converter()
    assert wire._road(lg.Plan) is wire._road(lg.Plan)
    assert converter(objects=writing._laid_out) is converter(objects=writing._laid_out)


def test_what_returns_in_a_text_is_built_once() -> None:
    first, *others = lg.loads(lg.dumps(plan()), fast=True).measures
    assert {id(each.term) for each in others} == {id(first.term)}
    assert {id(each.involvements[0]) for each in others} == {id(first.involvements[0])}


@pytest.mark.parametrize("fast", [True, False])
def test_garbage_is_collected_again_after_writing(fast: bool) -> None:
    assert gc.isenabled()
    lg.dumps(plan(20), fast=fast)
    with pytest.raises(lg.errors.SerializationError):
        lg.dumps(lg.Money(10**5000), fast=fast)
    assert gc.isenabled()


def test_the_library_of_the_extra_comes_with_the_first_text_only() -> None:
    code = (
        "import localgender as lg, sys; plan = lg.Plan('а'); print('msgspec' in sys.modules);"
        "lg.loads(lg.dumps(plan, fast=False), fast=False); print('msgspec' in sys.modules);"
        "lg.dumps(plan); print('msgspec' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


def test_a_text_with_a_problem_is_read_a_second_time_and_every_problem_told() -> None:
    text = lg.dumps(plan(20), indent=None).replace('"planned":', '"plannde":')
    told: list[Any] = []
    for fast in (True, False):
        with pytest.raises(lg.errors.SerializationError) as caught:
            lg.loads(text, fast=fast)
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert len(told[0]) == 40
