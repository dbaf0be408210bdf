"""Sums that show what they are made of."""

from __future__ import annotations

import pytest

from localgender.model.funding import FundingPeriod, Needs
from localgender.model.plan import Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.addends import ExplainedTotal, explain_total, explain_totals_by
from localgender.values.codes import Code
from localgender.values.money import thousand_uah, uah


def planned(amount: int, period: object = 2023) -> FundingPeriod:
    return FundingPeriod(period, planned=uah(amount))


def left_out(explained: ExplainedTotal) -> list[tuple[str, str]]:
    return [(str(each.ref), str(each.why)) for each in explained.exclusions]


def test_the_sum_of_zhytomyr_is_made_of_its_rows(zhytomyr: Report) -> None:
    """Its two printed totals are claims about them; a printed zero is an addend like any other."""
    explained = explain_total(zhytomyr, "planned")
    assert explained.money == thousand_uah("228.3")
    assert len(explained.addends) == 37
    assert left_out(explained) == [
        ("total:1/2023/planned", "stated-total"),
        ("total:2/2023/planned", "stated-total"),
    ]
    assert explained.exclusions[0].money == thousand_uah("228.3")


def test_goals_of_zhytomyr_show_their_rows(zhytomyr: Report) -> None:
    explained = explain_totals_by(zhytomyr, "goal", "disbursed")[Code((4,))]
    spent = [(str(each.ref), each.money) for each in explained.addends if each.money != uah(0)]
    assert explained.money == thousand_uah(20)
    assert spent == [("4.1/2023/disbursed", thousand_uah(14)), ("4.4/2023/disbursed", thousand_uah(6))]


def test_everything_left_out_has_its_reason() -> None:
    """Silence, words, no line at all, no row in the report."""
    plan = Plan(goals=[Measure(f"1.{n}") for n in range(1, 6)])
    words = FundingPeriod(2023, needs=Needs.NOTHING)
    progress = [
        Progress("1.1", planned(5)),
        Progress("1.2", FundingPeriod(2023)),
        Progress("1.3", words),
        Progress("1.4"),
    ]
    report = Report(
        plan, 2023, progress=progress, stated_totals=StatedTotal("Всього", funding=planned(9, None))
    )
    explained = explain_total(report, "planned")
    assert (explained.money, [str(each.ref) for each in explained.addends]) == (uah(5), ["1.1/2023/planned"])
    assert left_out(explained) == [
        ("1.2/2023/planned", "silent"),
        ("1.3/2023/planned", "words-for-money"),
        ("1.4", "no-money"),
        ("1.5", "not-reported"),
        ("total:1/planned", "stated-total"),
    ]


def test_overlapping_periods_are_told_apart_from_what_they_spoil() -> None:
    """The year beside its nine months has no sum, and so has the plan none."""
    mixed = Measure("1.1", funding=[planned(8, "2024"), planned(5, "2024-9m")])
    plan = Plan(goals=[mixed, Measure("1.2", funding=planned(1, "2024"))])
    explained = explain_total(plan, "planned")
    assert (explained.money, explained.addends) == (None, ())
    assert left_out(explained) == [
        ("1.1/2024/planned", "periods-overlap"),
        ("1.1/2024-9m/planned", "periods-overlap"),
        ("1.2/2024/planned", "no-sum"),
    ]
    by_measure = explain_totals_by(plan, "measure", "planned")
    assert (by_measure["1.1"].money, by_measure["1.2"].money) == (None, uah(1))


def test_nothing_adds_up_to_no_sum() -> None:
    assert explain_total(Plan(), "planned") == ExplainedTotal(None)
    assert explain_totals_by(Plan(), "goal", "planned") == {}


def test_wrong_words_name_the_nearest_right_one() -> None:
    with pytest.raises(ValueError, match="nearest is planned"):
        explain_total(Plan(), "plannd")
    with pytest.raises(ValueError, match="nearest is goal"):
        explain_totals_by(Plan(), "goals", "planned")
