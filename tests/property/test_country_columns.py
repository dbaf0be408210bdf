"""Columns of invented countries: what the values themselves would be laid out as, only faster."""

from __future__ import annotations

from collections import Counter
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings

from localgender import strategies
from localgender.errors import FrameOverflowError
from localgender.exchange import frames
from localgender.exchange.frames.asking import ROOM
from localgender.strategies.invented import Country, columns, known
from localgender.strategies.invented.columns import document_of
from localgender.strategies.invented.papers import papers
from localgender.strategies.invented.values import report_of


@given(strategies.countries())
@settings(max_examples=40)
def test_columns_are_the_records_of_the_values(country: Country) -> None:
    made = columns(country)
    told = [frames.records(report_of(paper), document=document_of(paper)) for paper in papers(country)]
    for table, frame in made.items():
        assert frame.columns == list(frames.TABLES[table])
        assert counted(frame.rows(named=True)) == counted(row for each in told for row in each[table])


def counted(rows: Any) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row.values()) for row in rows)


@given(strategies.countries())
@settings(max_examples=20)
def test_years_are_made_one_by_one(country: Country) -> None:
    whole, pieces = columns(country), [columns(country, [year]) for year in range(2021, 2021 + country.years)]
    for table, frame in whole.items():
        apart = [row for piece in pieces for row in piece[table].rows(named=True)]
        assert counted(frame.rows(named=True)) == counted(apart)


def test_types_are_those_of_a_frame_of_records() -> None:
    for table, frame in columns(Country(communities=0)).items():
        assert frame.schema == frames.frame(table, [], "polars").schema


def test_what_is_known_of_a_large_country_is_what_its_columns_add_up_to() -> None:
    country = Country(communities=300, years=3, measures=30, seed=7)
    rows = columns(country)["observations"].filter(~pl.col("stated_total"))
    sums = rows.group_by("region", "year", "part", "stage").agg(pl.col("kopiykas").sum())
    assert known(country).totals == {(tuple(group), stage): total for *group, stage, total in sums.rows()}


def test_execution_of_a_large_country_is_known_and_not_refused_for_its_many_rows() -> None:
    country, by = Country(communities=800, years=2, measures=40, seed=7), ("region", "year", "part")
    answer = frames.execution(columns(country)["observations"], by=by)
    told = {
        tuple(row[name] for name in by): (row["disbursed"], row["planned"]) for row in answer.rows(named=True)
    }
    assert told == {group: sums[:2] for group, sums in known(country, by).executed.items()}


def test_sums_that_may_not_fit_are_refused_by_their_true_size() -> None:
    def of(kopiykas: int, rows: int) -> pl.DataFrame:
        row = {"document": "one", "stage": "planned", "stated_total": False, "kopiykas": kopiykas}
        return frames.frame("observations", [row] * rows, "polars")

    most = (2**63 - 1) // ROOM
    assert frames.shares(of(1, 120_000), "planned", by="region")["kopiykas"].to_list() == [120_000]
    assert frames.shares(of(most, 1), "planned", by="region")["hundredths"].to_list() == [10_000]
    for number, rows in ((most, 2), (most + 1, 1)):
        with pytest.raises(FrameOverflowError):
            frames.shares(of(number, rows), "planned", by="region")
