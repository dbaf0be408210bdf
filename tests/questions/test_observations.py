"""Printed money as flat records."""

from __future__ import annotations

import pytest

from localgender.intake import read_report
from localgender.model.community import Community
from localgender.model.funding import BudgetLevel, Fund, FundingPeriod, Stage
from localgender.model.plan import Goal, GoalLevel, Measure, Plan, StatedTotal
from localgender.model.report import Report
from localgender.questions.aggregate import total, totals_by
from localgender.questions.observations import FigureRow, observations
from localgender.values.codes import Code
from localgender.values.money import Money, uah
from localgender.values.refs import Ref
from paths import SAMPLE


def planned(amount: int, *sources: str) -> FundingPeriod:
    return FundingPeriod(2024, sources, planned=uah(amount))


@pytest.mark.parametrize("stage", Stage)
def test_rows_of_a_stage_add_up_to_its_total(zhytomyr: Report, stage: Stage) -> None:
    found = [row.kopiykas for row in observations(zhytomyr) if row.stage is stage and not row.stated_total]
    assert len(found) == 37
    assert Money(sum(found)) == total(zhytomyr, stage)


def test_rows_of_a_goal_add_up_to_its_group(zhytomyr: Report) -> None:
    sums: dict[object, int] = {}
    for row in observations(zhytomyr):
        if row.stage is Stage.PLANNED and not row.stated_total:
            sums[row.goal] = sums.get(row.goal, 0) + row.kopiykas
    groups = totals_by(zhytomyr, "goal", "planned")
    assert sums == {code: money.kopiykas for code, money in groups.items() if money}


def test_stated_totals_come_last_and_are_marked(zhytomyr: Report) -> None:
    """The second total of the report is silent, and gives no row."""
    rows = observations(zhytomyr)
    assert [str(row.ref) for row in rows if row.stated_total] == [
        "total:1/2023/planned", "total:1/2023/allocated", "total:1/2023/disbursed"
    ]  # fmt: skip
    assert [row.stated_total for row in rows] == [False] * 111 + [True] * 3
    assert (rows[-1].title, rows[-1].fund, rows[-1].level) == ("з загального фонду", Fund.GENERAL, None)


def test_silence_gives_no_row_and_zero_gives_one() -> None:
    line = FundingPeriod(2024, planned=uah(5), disbursed=uah(0))
    found = observations(Plan(goals=[Measure("1.1", funding=line), Measure("1.2")]))
    assert [(row.stage, row.kopiykas) for row in found] == [("planned", 500), ("disbursed", 0)]


def test_sources_are_told_apart_and_never_split() -> None:
    lines = [planned(1, "community-general"), planned(2, "oblast", "state")]
    one, other = observations(Plan(goals=[Measure("1.1", funding=lines)]))
    assert (one.level, one.fund, str(one.ref)) == (
        BudgetLevel.COMMUNITY, Fund.GENERAL, "1.1/2024/community-general/planned"
    )  # fmt: skip
    assert (other.level, other.fund, other.sources) == (None, None, "oblast+state")


def test_goals_are_the_outermost_and_the_innermost() -> None:
    inner = Goal("1.2", GoalLevel.OPERATIONAL, measures=Measure("1.2.1", funding=planned(1)))
    plan = Plan(goals=[Goal("1", goals=inner), Goal("2", measures=Measure("2.1", funding=planned(1)))])
    found = [(str(row.goal), row.subgoal and str(row.subgoal)) for row in observations(plan)]
    assert found == [("1", "1.2"), ("2", None)]


def test_a_total_of_a_goal_bears_its_number() -> None:
    totals = [StatedTotal("Разом", "goal:2", planned(3)), StatedTotal("Всього", "2.1", planned(3))]
    found = observations(Plan(stated_totals=totals))
    assert [(row.goal, row.code) for row in found] == [(Code((2,)), None), (None, Code((2, 1)))]


def test_the_community_stands_in_every_row() -> None:
    community = Community("Зорянська громада", katottg="UA18040190000057814")
    (row,) = observations(Plan(community=community, goals=[Measure("1.1", funding=planned(1))]))
    assert (row.community, row.katottg) == ("Зорянська громада", "UA18040190000057814")


def test_a_reading_tells_where_each_amount_is_printed() -> None:
    reading = read_report(SAMPLE / "zhytomyr-report-2023.txt")
    rows = observations(reading)
    assert len(rows) == len(observations(reading.value)) == 114
    for row in rows:
        assert row.place is not None
        assert reading.document.text_at(row.place)
    where = {str(row.ref): row.place for row in rows}
    assert str(where["4.1/2023/allocated"]) == "table 1, row 34, column 7"


def test_plain_records_hold_words_and_whole_numbers_only() -> None:
    reading = read_report(SAMPLE / "zhytomyr-report-2023.txt")
    records = [row.plain() for row in observations(reading)]
    assert len({tuple(record) for record in records}) == 1
    assert {type(value) for record in records for value in record.values()} <= {str, int, bool, type(None)}
    first = records[0]
    assert (first["period"], first["first_day"], first["last_day"]) == ("2023", "2023-01-01", "2023-12-31")
    assert (first["table"], first["row"]) == (1, 3)


def test_plain_records_without_a_period_or_place_are_silent_about_them() -> None:
    record = FigureRow(ref=Ref.parse("1.1/planned"), stage=Stage.PLANNED, kopiykas=1).plain()
    assert record["first_day"] is record["table"] is record["period"] is None
