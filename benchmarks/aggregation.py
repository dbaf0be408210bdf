"""How long questions of a country take, as multiples of the same query written by hand for one engine.

    python benchmarks/aggregation.py [DATE] [--no-spark]

Columns of an invented country of some 530 thousand and 5.2 million printed amounts; sides run in turns.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
from alternated import alternated, machine

import localgender as lg
from localgender.exchange import frames
from localgender.strategies.invented import Country, columns, reports

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "exchange"))

SIZES = {"530 thousand": Country(1470, 6, 18), "5.2 million": Country(1470, 6, 177)}
RUNS = 3
BY = ["region", "year", "part"]
LINE = ["document", "measure", "period", "sources", *BY]
Sides = dict[str, Callable[[], Any]]


def on_polars(figures: pl.DataFrame, measures: pl.DataFrame) -> dict[str, Sides]:
    """Return each question and the same query by hand, of polars."""
    return {
        "totals": {
            "ours": lambda: frames.totals(figures, "planned", BY),
            "by hand": lambda: (
                _printed(figures, "planned").group_by(BY).agg(_sum("kopiykas"), pl.len()).sort(BY).collect()
            ),
        },
        "execution": {
            "ours": lambda: frames.execution(figures, by=BY),
            "by hand": lambda: _executed(figures),
        },
        "statuses": {
            "ours": lambda: frames.statuses(measures, BY[:2]),
            "by hand": lambda: measures.group_by(*BY[:2], "delivery", "funding").agg(pl.len()).sort(pl.all()),
        },
    }


def _sum(column: str) -> pl.Expr:
    return pl.col(column).sum()


def _printed(figures: pl.DataFrame, *stages: str) -> pl.LazyFrame:
    return figures.lazy().filter(pl.col("stage").is_in(stages) & ~pl.col("stated_total"))


def _executed(figures: pl.DataFrame) -> pl.DataFrame:
    spent, promised = (
        pl.col("kopiykas").filter(pl.col("stage") == each) for each in ("disbursed", "planned")
    )
    lines = _printed(figures, "planned", "disbursed").group_by(LINE).agg(
        spent.sum().alias("disbursed"), promised.sum().alias("planned"),
        spent.len().alias("parts"), promised.len().alias("wholes"),
    )  # fmt: skip
    alike = lines.filter(pl.col("parts") == pl.col("wholes"))
    return alike.group_by(BY).agg(_sum("disbursed"), _sum("planned"), pl.len()).sort(BY).collect()


def on_spark(figures: Any, measures: Any) -> dict[str, Sides]:
    """Return each question and the same query by hand, of Spark, both collected."""
    from pyspark.sql import functions as f

    printed = figures.where((f.col("stage") == "planned") & ~f.col("stated_total"))
    words = [*BY[:2], "delivery", "funding"]
    return {
        "totals": {
            "ours": lambda: frames.totals(figures, "planned", BY).collect(),
            "by hand": lambda: (
                printed.groupBy(*BY).agg(f.sum("kopiykas"), f.count("*")).orderBy(*BY).collect()
            ),
        },
        "statuses": {
            "ours": lambda: frames.statuses(measures, BY[:2]).collect(),
            "by hand": lambda: measures.groupBy(*words).agg(f.count("*")).orderBy(*words).collect(),
        },
    }


def on_values() -> dict[str, Sides]:
    """Return what is asked of values, beside the loop that everybody would write."""
    made = list(reports(Country(60, 2, 60)))
    rows = [row for report in made for row in lg.observations(report)]
    figures = columns(Country(60, 2, 60))["observations"]
    return {
        "sums over values": {
            "ours": lambda: [lg.total(report, "planned") for report in made],
            "by hand": lambda: [_naive(report) for report in made],
        },
        "a question on columns": {
            "ours": lambda: frames.totals(figures, "planned", ["region"]),
            "by hand": lambda: _pass(made),
        },
        "amounts laid out in columns": {
            "ours": lambda: frames.to_frame(rows, "polars"),
            "by hand": lambda: _pass(made),
        },
        "values to columns": {
            "ours": lambda: frames.to_frame(
                (row for each in made for row in lg.observations(each)), "polars"
            ),
            "by hand": lambda: _pass(made),
        },
    }


def _naive(report: lg.Report) -> lg.Money | None:
    total = None
    for progress in report.progress:
        for line in progress.funding:
            if line.planned is not None:
                total = line.planned if total is None else total + line.planned
    return total


def _pass(made: list[lg.Report]) -> dict[str | None, lg.Money]:
    """Ask every report for its sum, and add these up by region."""
    sums: dict[str | None, lg.Money] = {}
    for report in made:
        region = report.plan.community.region if report.plan.community else None
        if (money := lg.total(report, "planned")) is not None:
            sums[region] = sums.get(region, lg.Money(0)) + money
    return sums


def main(day: str = "no date given", *, spark: bool = True) -> None:
    """Print one line for each question and size."""
    print(machine(day))
    print("\n| amounts | engine | question | ms | by hand, ms | by hand = 1 |\n|---|---|---|--:|--:|--:|")
    for name, country in SIZES.items():
        made = columns(country)
        _show(name, "polars", on_polars(made["observations"], made["measures"]))
        if spark:
            with _held_by_spark(made) as (figures, measures):
                _show(name, "spark", on_spark(figures, measures))
    _show("24 thousand", "values", on_values())


@contextmanager
def _held_by_spark(made: dict[str, pl.DataFrame]) -> Iterator[tuple[Any, ...]]:
    from spark_session import spark_session

    with TemporaryDirectory() as folder, spark_session() as session:
        for table, rows in made.items():
            rows.write_parquet(Path(folder) / f"{table}.parquet")
        yield tuple(
            session.read.parquet(f"{folder}/{table}.parquet").cache()
            for table in ("observations", "measures")
        )


def _show(size: str, engine: str, questions: dict[str, Sides]) -> None:
    for question, sides in questions.items():
        spent = alternated(sides, RUNS, clock=time.perf_counter if engine == "spark" else time.process_time)
        ours, other = (1000 * spent[side] for side in ("ours", "by hand"))
        cells = (size, engine, question, f"{ours:,.1f}", f"{other:,.1f}", f"{ours / other:.2f}")
        print("|", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    words = sys.argv[1:]
    main(*[each for each in words if each != "--no-spark"], spark="--no-spark" not in words)
