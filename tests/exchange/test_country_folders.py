"""Columns in folders by year are asked alike, whichever library opens them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import country_answers
import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from frame_engines import rows_of

from localgender.exchange import frames
from localgender.strategies.invented import Country, write_columns

OPENED: dict[str, Callable[[Path], Any]] = {
    "polars": pl.read_parquet,
    "polars lazy": pl.scan_parquet,
    "pandas": lambda folder: ds.dataset(folder, partitioning="hive").to_table().to_pandas(),
    "pyarrow": pq.read_table,
    "duckdb": lambda folder: duckdb.read_parquet(f"{folder}/*/*.parquet", hive_partitioning=True),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of a country in which some documents name no period, so that their year is silent."""
    path = tmp_path_factory.mktemp("national")
    write_columns(Country(communities=12, years=2, measures=3, dirty=True), path)
    return path / "observations"


@pytest.mark.parametrize("library", OPENED)
@pytest.mark.parametrize(
    ("question", "given"),
    [(frames.totals, ("planned", "year")), (frames.changes, ("planned",)), (frames.repeated, ("planned",))],
)
def test_a_year_told_by_the_name_of_a_folder_is_a_number(
    folder: Path, library: str, question: Any, given: Any
) -> None:
    expected = rows_of(question(pl.read_parquet(folder), *given))
    years = {row["year"] for row in expected}
    assert {2021, 2022} <= years
    assert question is not frames.totals or None in years
    assert country_answers.alike(rows_of(question(OPENED[library](folder), *given)), expected)


def test_a_year_that_pandas_holds_as_a_category_is_a_number(folder: Path) -> None:
    """As it does by itself where every document tells a year."""
    told = pd.concat(pd.read_parquet(each) for each in sorted(folder.glob("year=202*/*.parquet")))
    told["year"] = told["first_day"].map(lambda day: day.year).astype("category")
    assert rows_of(frames.changes(told, "planned", ())) == rows_of(
        frames.changes(told.astype({"year": int}), "planned", ())
    )
