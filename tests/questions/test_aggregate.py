"""Sums over lines, measures and groups."""

from __future__ import annotations

import pytest
from attrs import evolve

from localgender.model.funding import FundingPeriod, Needs, Source
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.aggregate import GROUPINGS, added, lines, rows, total, totals_by
from localgender.values.codes import Code
from localgender.values.money import Money, thousand_uah, uah
from localgender.values.periods import Period


def planned(amount: int, period: object = 2023, *sources: str) -> FundingPeriod:
    return FundingPeriod(period, sources, planned=uah(amount))


def test_stages_of_zhytomyr_add_up_to_what_it_prints(zhytomyr: Report) -> None:
    """Its total row is right about money."""
    found = [total(zhytomyr, stage) for stage in ("planned", "allocated", "disbursed")]
    assert found == [thousand_uah("228.3"), thousand_uah(60), thousand_uah(30)]


def test_stated_totals_are_never_added_in(zhytomyr: Report) -> None:
    """A claim about the rows is not one of them."""
    assert total(evolve(zhytomyr, stated_totals=[]), "planned") == total(zhytomyr, "planned")


def test_silence_is_passed_over_and_all_silent_is_no_sum() -> None:
    """Silence is not zero."""
    assert added([planned(5), FundingPeriod(2023)], "planned") == uah(5)
    assert added([FundingPeriod(2023)], "planned") is None
    assert added([], "planned") is None
    assert total(Plan(), "planned") is None
    assert added([planned(0)], "planned") == uah(0)


def test_words_instead_of_money_are_no_zero() -> None:
    """«Не потребує» adds nothing and states nothing."""
    assert added([FundingPeriod(2023, needs=Needs.NOTHING)], "planned") is None


def test_nine_months_are_never_added_to_the_year() -> None:
    """The same money may stand in both."""
    mixed = Measure("1.1", funding=[planned(8, "2024"), planned(5, "2024-9m")])
    plan = Plan(goals=[mixed, Measure("1.2", funding=planned(1, "2024"))])
    assert total(plan, "planned") is None
    assert totals_by(plan, "measure", "planned")["1.1"] is None
    assert totals_by(plan, "measure", "planned")["1.2"] == uah(1)
    assert totals_by(plan, "year", "planned") == {Period.year(2024): uah(9), Period.nine_months(2024): uah(5)}


def test_periods_mix_only_in_a_stage_that_both_state() -> None:
    """A year's plan beside nine months of spending is how reports look."""
    year, part = planned(8, "2024"), FundingPeriod("2024-9m", disbursed=uah(5))
    plan = Plan(goals=[Measure("1.1", funding=[year, part])])
    assert (total(plan, "planned"), total(plan, "disbursed")) == (uah(8), uah(5))


def test_years_side_by_side_are_added() -> None:
    """They share no day."""
    plan = Plan(
        goals=[Measure("1.1", funding=[planned(1, 2023), planned(2, 2024), planned(4, 2023, "state")])]
    )
    assert total(plan, "planned") == uah(7)


def test_goals_are_told_by_the_outermost() -> None:
    """Operational goals count for their strategic one."""
    inner = Goal("4.2", measures=Measure("4.2.1", funding=planned(3)))
    plan = Plan(goals=[Goal("4", goals=inner), Measure("9.1", funding=planned(4))])
    assert totals_by(plan, "goal", "planned") == {Code((4,)): uah(3), None: uah(4)}
    assert [[str(goal.code) for goal in line.goals] for line in lines(plan)] == [["4", "4.2"], ["None"]]


def test_goals_of_zhytomyr(zhytomyr: Report) -> None:
    """Document order, keys are codes."""
    found = totals_by(zhytomyr, "goal", "disbursed")
    assert found == {Code((n,)): thousand_uah(amount) for n, amount in ((1, 0), (2, 10), (3, 0), (4, 20))}
    assert list(found) == sorted(found, key=str)


def test_by_measure_answers_to_text(zhytomyr: Report) -> None:
    """2.10 is not 2.1."""
    found = totals_by(zhytomyr, "measure", "planned")
    assert (found["2.1"], found["2.10"], len(found)) == (thousand_uah("10.5"), uah(0), 37)


def test_shared_money_is_a_group_of_its_own() -> None:
    """Nothing is divided between executors."""
    both = Measure("1.1", involvements=["Б", "А"], funding=planned(3))
    swapped = Measure("1.2", involvements=["А", "Б"], funding=planned(4))
    alone = Measure("1.3", involvements="А", funding=planned(5))
    found = totals_by(Plan(goals=[both, swapped, alone, Measure("1.4")]), "executor", "planned")
    assert found == {("А", "Б"): uah(7), ("А",): uah(5), (): None}


def test_sources_printed_together_stay_together() -> None:
    """A joint line is neither the state's nor the community's."""
    funding = [planned(1, 2023, "state"), planned(2, 2023, "state", "community"), planned(4)]
    found = totals_by(Plan(goals=[Measure("1.1", funding=funding)]), "source", "planned")
    assert found == {
        (Source("state"),): uah(1),
        (Source("community"), Source("state")): uah(2),
        (): uah(4),
    }


def test_a_silent_period_is_a_group() -> None:
    """Nobody guesses the year."""
    plan = Plan(goals=[Measure("1.1", funding=[planned(1, None), planned(2)])])
    assert totals_by(plan, "year", "planned") == {None: uah(1), Period.year(2023): uah(2)}


def test_a_report_counts_the_measures_it_reports() -> None:
    """What is not reported has no row, and like what is reported without money it is silent."""
    plan = Plan(goals=[Measure("1.1", funding=planned(100)), Measure("1.2"), Measure("1.3")])
    report = Report(plan, 2023, progress=[Progress("1.3"), Progress("1.2", planned(1))])
    assert [str(row.ref) for row in rows(report)] == ["1.2", "1.3"]
    assert dict(totals_by(report, "measure", "planned")) == {
        plan.placed[0][0]: None,
        plan.placed[1][0]: uah(1),
        plan.placed[2][0]: None,
    }


@pytest.mark.parametrize(
    ("by", "stage", "nearest"),
    [
        ("goals", "planned", "goal"),
        ("years", "planned", "year"),
        ("goal", "plannd", "planned"),
        (3, "planned", ""),
    ],
)
def test_a_wrong_word_names_the_nearest_right_one(by: str, stage: str, nearest: str) -> None:
    """The programmer is told what would be right."""
    with pytest.raises(ValueError, match=f"nearest is {nearest}"):
        totals_by(Plan(), by, stage)


def test_total_refuses_a_wrong_stage_even_of_nothing() -> None:
    """An empty plan hides no slip."""
    with pytest.raises(ValueError, match="the nearest is disbursed"):
        total(Plan(), "disbursd")
    with pytest.raises(ValueError, match="the nearest is disbursed"):
        added([], "disbursd")


@pytest.mark.parametrize("by", GROUPINGS)
def test_zhytomyr_adds_up_in_every_grouping(zhytomyr: Report, by: str) -> None:
    """Groups partition the measures."""
    stated = [money for money in totals_by(zhytomyr, by, "planned").values() if money is not None]
    assert sum(stated, Money(0)) == thousand_uah("228.3")


def test_lines_are_claimed_by_nobody_else() -> None:
    """A stated total beside one measure adds no line."""
    stated = StatedTotal("Всього", scope="1.1", funding=planned(3))
    plan = Plan(goals=[Measure("1.1", funding=planned(3))], stated_totals=[stated])
    assert len(list(lines(plan))) == 1
