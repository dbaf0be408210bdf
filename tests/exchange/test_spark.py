"""Questions of a country on Spark: the same answers as plain Python gives, and as every other engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import country_answers
import pytest
from asked_of_a_country import ASKED, Asked, Tables, answer, tables_of
from frame_engines import ENGINES, rows_of
from spark_session import needs_spark, spark_session

from localgender.exchange import frames
from localgender.strategies.invented import Country, known, write_columns
from paths import ROOT

# Of the dirty one some communities are plain too.
DIRTY = Country(communities=14, years=2, measures=9, seed=5, dirty=True)
COUNTRIES = {
    "clean": Country(communities=6, years=2, measures=9, seed=11),
    "dirty": DIRTY,
    "empty": Country(0),
}
# Queries of a few rows are not worth a compiled program each, nor a long search for the best plan.
SMALL = {
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
}
# Each question once, with its groups.
ONCE = list({each.name: each for each in ASKED}.values())


@pytest.fixture(scope="module", params=COUNTRIES)
def rows(request: pytest.FixtureRequest) -> Tables:
    return tables_of(COUNTRIES[request.param])


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with spark_session(**SMALL) as session:
        yield session


def plain(asked: Asked, rows: Tables) -> Any:
    return getattr(country_answers, asked.name)(rows[asked.table], *asked.stages, asked.by)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.label)
def test_every_engine_on_one_machine_answers_as_plain_python_does(asked: Asked, rows: Tables) -> None:
    table = frames.frame(asked.table, rows[asked.table], "pyarrow")
    # The other kinds of pandas differ in their types only, and are asked elsewhere.
    for engine in ("polars", "polars lazy", "pandas", "pyarrow", "duckdb"):
        found = rows_of(answer(asked, ENGINES[engine](table)))
        assert country_answers.alike(found, plain(asked, rows)), engine


class TestOnSpark:
    pytestmark = needs_spark

    @pytest.fixture(scope="class")
    @staticmethod
    def rows() -> Tables:
        return tables_of(DIRTY)

    @pytest.fixture(scope="class")
    @staticmethod
    def held(rows: Tables, spark: Any) -> Mapping[str, Any]:
        asked = {each.table for each in ASKED}
        return {table: on_spark(spark, table, rows[table]).cache() for table in asked}

    @pytest.mark.parametrize("asked", ONCE, ids=lambda asked: asked.label)
    def test_spark_answers_as_plain_python_does(
        self, asked: Asked, rows: Tables, held: Mapping[str, Any]
    ) -> None:
        found = rows_of(answer(asked, held[asked.table]))
        assert country_answers.alike(found, plain(asked, rows))

    @pytest.mark.parametrize("asked", [ASKED[0], ASKED[9]], ids=lambda asked: asked.label)
    def test_a_country_without_documents_has_an_answer_too(self, asked: Asked, spark: Any) -> None:
        found = rows_of(answer(asked, on_spark(spark, asked.table, [])))
        assert country_answers.alike(found, plain(asked, {asked.table: []}))

    def test_an_answer_of_spark_stays_a_frame_of_spark(self, held: Mapping[str, Any]) -> None:
        assert type(answer(ASKED[8], held["measures"])) is type(held["measures"])

    def test_the_how_to_tells_the_execution_that_is_known(self, spark: Any, tmp_path: Path) -> None:
        country = Country(communities=4, years=2, measures=9)
        write_columns(country, tmp_path / "national")
        page = (ROOT / "docs" / "how-to" / "ask-on-spark.md").read_text("utf8")
        # A session that runs does not follow the test into another folder.
        for folder in ("national", "execution"):
            page = page.replace(f'"{folder}', f'"{(tmp_path / folder).as_posix()}')
        names: dict[str, Any] = {}
        for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
            exec(block, names)
        by = ("region", "year", "part")
        told = {(row["region"], row["year"], "year"): row["disbursed"] for row in names["table"].collect()}
        sums = known(country, by).executed
        assert told == {group: spent for group, (spent, _, _) in sums.items() if group[2] == "year"}
        assert list((tmp_path / "execution").glob("*.csv"))


def on_spark(spark: Any, table: str, rows: list[dict[str, Any]]) -> Any:
    return spark.createDataFrame(frames.frame(table, rows, "pyarrow"))
