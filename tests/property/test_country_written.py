"""Folders of invented countries: documents read as what they were written from, columns read as they were."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

import localgender as lg
from localgender.strategies.invented import Country, columns, known, write_columns, write_documents
from localgender.strategies.invented.papers import papers
from localgender.strategies.invented.values import report_of
from localgender.strategies.invented.written import FORMS, document


@pytest.mark.parametrize("form", FORMS)
def test_a_document_reads_as_the_report_it_was_written_from(form: str) -> None:
    for paper in papers(Country(communities=7, years=2, measures=20, seed=5)):
        reading, meant = lg.read_report(document(paper, form)), report_of(paper)
        assert (reading.findings.kinds, reading.unread, reading.value.period) == ((), (), meant.period)
        assert reading.value.plan.community.name == meant.plan.community.name
        assert [lg.total(reading, stage) for stage in lg.Stage] == [
            lg.total(meant, stage) for stage in lg.Stage
        ]
        assert reading.value.stated_totals == meant.stated_totals
        assert told(reading.value) == told(meant)


def told(report: lg.Report) -> list[tuple[str, str, str]]:
    return [(str(ref), each.delivery, each.funding) for ref, each in lg.classify(report).items()]


def test_a_folder_of_documents_adds_up_to_what_is_known(tmp_path: Path) -> None:
    country = Country(communities=6, years=2, measures=9, seed=3)
    assert write_documents(country, tmp_path) == 16
    with (tmp_path / "communities.csv").open(encoding="utf8") as file:
        regions = {row["community"]: row["region"] for row in csv.DictReader(file)}
    sums: Counter[tuple[tuple[str, ...], str]] = Counter()
    for path in (tmp_path / "documents").rglob("*.*"):
        report = lg.read_report(path).value
        for stage in lg.Stage:
            if (money := lg.total(report, stage)) is not None:
                sums[(regions[report.plan.community.name],), str(stage)] += money.kopiykas
    assert known(country, ["region"]).totals == sums


@pytest.mark.parametrize("country", [Country(1, dirty=True), Country(1_501)])
def test_documents_of_countries_that_cannot_be_told_are_refused(country: Country, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at most 1500 communities"):
        write_documents(country, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_columns_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    country = Country(communities=30, years=2, measures=9, dirty=True)
    assert write_columns(country, tmp_path) == {
        table: frame.height for table, frame in columns(country).items()
    }
    for table, frame in columns(country).items():
        read = pl.read_parquet(tmp_path / table, hive_partitioning=True).select(frame.columns)
        assert Counter(read.rows()) == Counter(frame.rows())
