"""One document as rows of every table, and many as frames."""

from __future__ import annotations

import datetime
from typing import Any

import narwhals as nw
import pytest
from hypothesis import given

import localgender as lg
from localgender import frames, strategies
from localgender.documents.grid import Document, Grid
from localgender.documents.reading import Reading
from localgender.exchange.frames.engines import BACKENDS
from localgender.exchange.frames.records import part_of
from localgender.model.community import Community
from localgender.model.executors import Executor, Involvement
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.values.money import Money, uah
from localgender.values.periods import Period
from localgender.values.places import Place
from paths import SAMPLE

KINDS = {"text": str, "whole": int, "day": datetime.date, "truth": bool}
documents = strategies.plans() | strategies.reports() | strategies.readings()


@given(documents)
def test_every_row_has_the_columns_of_its_table_and_only_their_kinds(value: Any) -> None:
    for table, rows in frames.records(value).items():
        for row in rows:
            assert list(row) == list(frames.TABLES[table])
            for name, cell in row.items():
                assert cell is None or type(cell) is KINDS[frames.TABLES[table][name]], (table, name)


@given(documents)
def test_a_row_stands_for_each_figure_measure_rule_and_finding(value: Any) -> None:
    rows = frames.records(value, document="one")
    plan = lg.classify(value)
    assert [row["kopiykas"] for row in rows["observations"]] == [
        each.kopiykas for each in lg.observations(value)
    ]
    assert [row["measure"] for row in rows["measures"]] == [str(where) for where in plan]
    assert [(row["delivery"], row["funding"]) for row in rows["measures"]] == [
        (each.delivery, each.funding) for each in plan.values()
    ]
    assert [row["rule"] for row in rows["checks"]] == [each.kind for each in lg.audit_summary(value)]
    assert [row["finding"] for row in rows["findings"]] == [each.kind for each in lg.audit(value)]
    (about,) = rows["documents"]
    assert about["errors"] + about["warnings"] + about["notices"] == len(rows["findings"])
    assert (about["measures"], about["figures"]) == (len(rows["measures"]), len(rows["observations"]))
    assert {row["document"] for each in rows.values() for row in each} == {"one"}


def test_a_figure_bears_the_address_of_its_measure_and_of_its_second_bearer() -> None:
    line = FundingPeriod(2023, planned=Money(5))
    plan = Plan(goals=[Measure("2.4", funding=line), Measure("2.4", funding=line), Measure(funding=line)])
    rows = frames.records(plan)["observations"]
    assert [row["measure"] for row in rows] == ["2.4", "2.4#2", "#3"]


def test_a_stated_total_bears_its_own_address() -> None:
    total = StatedTotal("Всього", funding=FundingPeriod(2023, planned=Money(5)))
    (row,) = frames.records(Plan(stated_totals=[total]))["observations"]
    assert (row["measure"], row["stated_total"], row["executors"]) == ("total:1", True, "")


def test_executors_who_share_a_measure_are_one_text() -> None:
    shared = [Involvement(Executor(name)) for name in ("Школа", "Лікарня", "Школа")]
    plan = Plan(goals=[Measure("1", involvements=shared, funding=FundingPeriod(planned=Money(5)))])
    rows = frames.records(plan)
    assert rows["observations"][0]["executors"] == rows["measures"][0]["executors"] == "Лікарня; Школа"


@pytest.mark.parametrize(
    ("figure", "report", "expected"),
    [
        ("2023", "2024", (2023, "year", "2023")),
        (None, "2024-9m", (2024, "9m", None)),
        ("2021-2025", "2023", (None, None, "2021-2025")),
        (None, "2021-2025", (None, None, None)),
        (None, None, (None, None, None)),
        ("2024-03-01..2024-03-05", "2024", (2024, None, "2024-03-01..2024-03-05")),
    ],
)
def test_the_year_of_a_figure_is_that_of_its_own_period_first(
    figure: str | None, report: str | None, expected: tuple[int | None, str | None, str | None]
) -> None:
    told = Progress("1", FundingPeriod(figure, disbursed=Money(5)))
    (row,) = frames.records(Report(Plan(goals=[Measure("1")]), report, progress=[told]))["observations"]
    assert (row["year"], row["part"], row["period"]) == expected
    assert row["report_period"] == report


@given(strategies.periods(), strategies.periods())
def test_equal_parts_a_year_apart_are_the_same_period_of_the_year_before(one: Period, other: Period) -> None:
    like = (
        part_of(one) is not None and part_of(one) == part_of(other) and one.first.year == other.first.year + 1
    )
    if like:
        assert one.same_period_last_year() == other
    if one.first.year > 1 and part_of(one):
        assert part_of(one.same_period_last_year()) == part_of(one)


def test_november_is_not_eleven_months() -> None:
    assert part_of(Period.month(2024, 11)) != part_of(Period.months(2024, 11))


@pytest.mark.parametrize(
    ("community", "region"),
    [
        (None, None),
        (Community("Зоря"), None),
        (Community("Зоря", katottg="UA18040190000057814"), "Житомирська область"),
        (Community("Київ", katottg="UA80000000000093317"), "Київ"),
        (Community("Зоря", katottg="UA99040190000057814"), None),
        (Community("Зоря", katottg="UA18"), None),
        (Community("Зоря", region="Житомирська обл."), "Житомирська область"),
        (Community("Зоря", region="ЖИТОМИРСЬКА ОБЛАСТЬ"), "Житомирська область"),
        (Community("Зоря", region="Житомирська", katottg="UA80000000000093317"), "Житомирська область"),
        (Community("Київ", region="м. Київ"), "Київ"),
        (Community("Зоря", region="Поділля"), "Поділля"),
    ],
)
def test_a_region_is_the_one_stated_else_the_one_of_the_code(
    community: Community | None, region: str | None
) -> None:
    assert frames.region_of(community) == region


def test_the_classifier_has_27_regions() -> None:
    assert len(frames.regions()) == len(set(frames.regions().values())) == 27


def test_a_target_of_a_national_list_is_there_even_if_no_plan_carries_it() -> None:
    plan = Plan(
        goals=[Goal("1", measures=[Measure("1.1", serves="target:1.1:9")])],
        targets=[Target("nap-1325", ("1.1", "9")), Target("own", ("A",))],
    )
    rows = frames.records(plan)["targets"]
    assert len({(row["scheme"], row["path"]) for row in rows}) == len(rows)
    served = {(row["scheme"], row["path"]): (row["served"], row["measures"]) for row in rows}
    assert served["nap-1325", "1.1:9"] == ("served", 1)
    assert served["own", "A"] == ("unserved", 0)
    assert {"not-localised"} <= {word for word, _ in served.values()}
    assert {row["scheme"] for row in frames.records(plan, codelists=())["targets"]} == {"nap-1325", "own"}


@given(documents)
def test_a_target_has_one_row_in_a_document(value: Any) -> None:
    """Also one that a plan carries under two titles, so that rows are documents."""
    named = [(row["scheme"], row["path"]) for row in frames.records(value)["targets"]]
    assert len(set(named)) == len(named)


def test_the_first_title_of_a_repeated_target_is_kept() -> None:
    twice = [Target("own", ("A",), "перша"), Target("own", ("A",), "друга"), Target("own", ("B",))]
    rows = frames.records(Plan(targets=twice), codelists=[])["targets"]
    assert [(row["path"], row["title"]) for row in rows] == [("A", "перша"), ("B", None)]


def test_what_reading_doubts_is_told_of_the_document() -> None:
    reading = lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")
    (about,) = frames.records(reading, file="a/b.txt")["documents"]
    assert (about["file"], about["state"], about["unread"], about["reason"]) == ("a/b.txt", "read", 0, None)
    bare = frames.records(reading.value)["documents"][0]
    assert (bare["file"], bare["unread"]) == (None, None)


def test_one_rule_says_what_is_doubtful() -> None:
    measure = Measure("1.1", funding=FundingPeriod(2023, planned=uah("1")))
    sums = [StatedTotal("Всього", funding=FundingPeriod(2023, planned=uah("2")))]
    document = Document([Grid([["хтозна що  це", "1.1"]])])
    unread = [Place(1, 1, 1, 0, 13)]
    lenient = lg.Policy(unread_share="79")
    told = {
        "nothing": (Plan(), {}),
        "contradiction": (Plan(goals=[measure], stated_totals=sums), {}),
        "unread": (Reading(Plan(goals=[measure]), document, unread=unread), {}),
        "no more than allowed": (
            Reading(Plan(goals=[measure]), document, unread=unread),
            {"policy": lenient},
        ),
    }
    states = {
        name: frames.records(asked, **choices)["documents"][0] for name, (asked, choices) in told.items()
    }
    assert {name: (row["state"], row["unread"]) for name, row in states.items()} == {
        "nothing": ("doubtful", None),
        "contradiction": ("doubtful", None),
        "unread": ("doubtful", 10),
        "no more than allowed": ("read", 10),
    }


@pytest.mark.parametrize("engine", BACKENDS)
def test_documents_lie_one_after_the_other_in_the_frames_of_a_country(engine: str) -> None:
    plans = {"one": Plan(goals=[Measure("1.1")]), "two": Plan(goals=[Measure("1.1"), Measure("1.2")])}
    told = frames.country(plans, engine)
    assert list(told) == list(frames.TABLES)
    for table, frame in told.items():
        assert nw.from_native(frame, eager_only=True).columns == list(frames.TABLES[table])
    assert nw.from_native(told["measures"], eager_only=True)["document"].to_list() == ["one", "two", "two"]


def test_documents_without_names_are_numbered() -> None:
    told = frames.country([Plan(), Plan()], "polars", codelists=[])
    assert told["documents"]["document"].to_list() == ["1", "2"]


def test_another_table_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="the nearest is observations"):
        frames.frame("observation", [])
