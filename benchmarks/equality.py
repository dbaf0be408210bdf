"""Whether every engine answers every question of a country as plain Python does, and how fast.

    python benchmarks/equality.py [DATE] [--no-spark]

Prints a table: "=" where the rows of the answer are equal, and the time, of one answer after the first, as
a multiple of that of polars. With Spark it takes three to five minutes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alternated import alternated, machine

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "exchange"))

import country_answers
from asked_of_a_country import ASKED, Asked, answer, tables_of
from frame_engines import ENGINES, rows_of
from spark_session import spark_session

from localgender.exchange import frames
from localgender.strategies.invented import Country

COUNTRY = Country(communities=24, years=2, measures=12, dirty=True)
FIRST = "polars"
Engines = Mapping[str, Callable[[Any], Any]]


def main(day: str = "no date given", *, spark: bool = True) -> None:
    """Print one line for each question."""
    rows = tables_of(COUNTRY)
    sizes = ", ".join(
        f"{len(rows[table])} {table}" for table in ("observations", "measures", "targets", "checks")
    )
    print(machine(day), sizes, sep="; ", end="\n\n")
    with _engines(spark=spark) as engines:
        held = {name: _held(rows, hold) for name, hold in engines.items()}
        print("| question | rows | plain Python |", " | ".join(engines), "|")
        print("|---|--:|--:|", "|".join("--:" for _ in engines), "|", sep="")
        for asked in ASKED:
            print(_line(asked, rows, held), flush=True)


@contextmanager
def _engines(*, spark: bool) -> Iterator[Engines]:
    if not spark:
        yield ENGINES
        return
    with spark_session() as session:
        yield {**ENGINES, "spark": lambda table: session.createDataFrame(table).cache()}


def _held(rows: Mapping[str, Any], hold: Callable[[Any], Any]) -> dict[str, Any]:
    return {
        table: hold(frames.frame(table, rows[table], "pyarrow")) for table in {each.table for each in ASKED}
    }


def _line(asked: Asked, rows: Mapping[str, Any], held: Mapping[str, Mapping[str, Any]]) -> str:
    def plainly() -> Any:
        return getattr(country_answers, asked.name)(rows[asked.table], *asked.stages, asked.by)

    def on(name: str) -> Callable[[], Any]:
        return lambda: rows_of(answer(asked, held[name][asked.table]))

    right = plainly()
    equal = {name: country_answers.alike(on(name)(), right) for name in held}
    spent = alternated({"": plainly} | {name: on(name) for name in held}, runs=1, clock=time.perf_counter)
    cells = [f"{'=' if equal[name] else '≠'} {spent[name] / spent[FIRST]:.1f}" for name in held]
    return f"| {asked.label} | {len(right)} | {spent[''] / spent[FIRST]:.1f} | {' | '.join(cells)} |"


if __name__ == "__main__":
    words = sys.argv[1:]
    main(*[each for each in words if each != "--no-spark"], spark="--no-spark" not in words)
