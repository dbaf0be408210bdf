"""Who has how much to do, and when."""

from __future__ import annotations

import pytest
from hypothesis import given

import localgender as lg
from localgender import strategies
from localgender.showing import tabulate
from localgender.showing.tables import in_words


def planned(year: int, amount: str) -> lg.FundingPeriod:
    return lg.FundingPeriod(year, planned=lg.thousand_uah(amount))


def plan(*measures: lg.Measure, term: str | None = None) -> lg.Plan:
    return lg.Plan("Рівність", term=term, goals=measures)


def test_money_of_an_executor_is_told_apart_from_what_it_shares() -> None:
    table = tabulate.executors(
        plan(
            lg.Measure("1.1", involvements="Музей", funding=planned(2024, "2")),
            lg.Measure("1.2", involvements=["Архів", "Музей"], funding=planned(2024, "3")),
            lg.Measure("1.3", involvements="Музей", funding=planned(2024, "4")),
            lg.Measure("1.4", funding=planned(2024, "5")),
        )
    )
    assert table.rows == (
        ("Музей", 3, 2, lg.thousand_uah("6"), lg.thousand_uah("3")),
        ("Архів", 1, 0, None, lg.thousand_uah("3")),
    )
    assert in_words(table).notes[1] == "1 захід не має виконавця."


def test_executors_of_a_report_have_the_money_it_reports() -> None:
    report = lg.Report(
        plan(lg.Measure("1.1", involvements="Музей"), lg.Measure("1.2", involvements="Музей")),
        2024,
        progress=[lg.Progress("1.1", lg.FundingPeriod(2024, disbursed=lg.thousand_uah("2")))],
    )
    assert tabulate.executors(report, "disbursed").rows[0][1:4] == (2, 2, lg.thousand_uah("2"))
    assert tabulate.executors(report).rows[0][3] is None
    with pytest.raises(ValueError, match="nearest is disbursed"):
        tabulate.executors(report, "disbursd")


def test_money_of_overlapping_periods_is_not_added_up() -> None:
    lines = [lg.FundingPeriod("2024", planned=lg.uah(5)), lg.FundingPeriod("2024-9m", planned=lg.uah(3))]
    assert tabulate.executors(plan(lg.Measure("1.1", involvements="Музей", funding=lines))).rows[0][3] is None


@given(strategies.plans())
def test_measures_and_money_alone_never_exceed_those_of_the_plan(value: lg.Plan) -> None:
    rows = tabulate.executors(value).rows
    named = sum(bool(each.involvements) for each in value.measures)
    assert sum(row[2] for row in rows) <= named <= sum(row[1] for row in rows)
    alone = [row[3].kopiykas for row in rows if row[3] is not None]
    whole = lg.total(value, "planned")
    assert whole is None or sum(alone) <= whole.kopiykas


def test_years_are_those_of_the_plan_and_of_its_measures() -> None:
    table = tabulate.timeline(
        plan(
            lg.Measure("1.1", "Аудит", "2024, 2026"),
            lg.Measure("1.2", "Музей", lg.Term(recurrence="yearly")),
            lg.Measure("1.3", "Архів", lg.Term(conditions=["після рішення"])),
            term="2024-2025",
        )
    )
    assert [heading.name for heading in table.headings[3:]] == ["2024", "2025", "2026"]
    assert [row[3:] for row in table.rows] == [
        (True, "", True),
        (True, True, ""),
        (None, None, None),
        (2, 1, 1),
    ]
    assert in_words(table).rows[0][3:] == ("так", "", "так")


def test_years_beyond_a_page_are_counted_in_a_note() -> None:
    table = tabulate.timeline(plan(lg.Measure("1.1", term="2000-2016")))
    assert len(table.headings) == 18
    assert in_words(table).notes == ("Ще 2 роки не показано.",)


@given(strategies.plans())
def test_every_measure_stands_in_the_timeline_once(value: lg.Plan) -> None:
    table = tabulate.timeline(value)
    assert len(table.rows) - table.foot == len(value.measures)
    for at in range(3, len(table.headings) if table.foot else 3):
        told = [row[at] for row in table.rows]
        assert told[-1] == sum(cell is True for cell in told[:-1])
