"""What is told as done, beside the money, the percent and the term."""

from __future__ import annotations

import pytest

from localgender.findings import Severity
from localgender.intake import read_report
from localgender.model.funding import FundingPeriod, Needs
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.rules.copies import NARRATIVE_REPEATED
from localgender.questions.rules.delivery import (
    DELIVERED_AT_ZERO_PERCENT,
    DELIVERED_WITHOUT_MONEY,
    NOT_DUE_BUT_REPORTED,
)
from localgender.questions.rules.rule import Rule
from localgender.values.money import uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import ref
from localgender.values.terms import years
from paths import SAMPLE

DONE, GOING, IDLE = "Проведено тренінг.", "Робота проводиться на постійній основі.", "Захід не проводився."
EARLIER, UNCLEAR = "Довідник видано у попередні роки.", "Тренінг, 30 осіб."


def money(
    planned: int | None, given: int | None, period: object = 2023, needs: object = None
) -> FundingPeriod:
    amounts = [None if each is None else uah(each) for each in (planned, given)]
    return FundingPeriod(period, planned=amounts[0], allocated=amounts[1], disbursed=amounts[1], needs=needs)


def report(
    narrative: str | None,
    line: FundingPeriod | tuple[()] = (),
    *,
    percent: str | None = None,
    term: str | None = "2023",
    period: object = 2023,
) -> Report:
    plan = Plan(term=years(2020, 2025), goals=[Measure("1.1", term=term)])
    told = Progress("1.1", line, stated_percent=percent, narrative=narrative)
    return Report(plan, period, progress=[told])


def answer(rule: Rule, value: Report) -> str:
    (checked,) = audit_summary(value, rules=[rule])
    assert checked.consistent + checked.inconsistent + checked.not_applicable + checked.not_checkable == 1
    if checked.reasons:
        return f"{'?' if checked.not_checkable else '–'} {checked.reasons[0][0]}"
    return "found" if checked.inconsistent else "consistent"


@pytest.mark.parametrize(
    ("narrative", "line", "expected"),
    [
        (DONE, money(5, 0), "found"),
        (DONE, money(5, 5), "consistent"),
        (GOING, money(5, 0), "– not-delivered"),
        (IDLE, money(5, 0), "– not-delivered"),
        (EARLIER, money(5, 0), "– not-delivered"),
        (UNCLEAR, money(5, 0), "? delivery-unclear"),
        (None, money(5, 0), "? delivery-unclear"),
        (None, money(5, 5), "consistent"),
        (DONE, money(0, 0), "– none-planned"),
        (DONE, money(5, None), "? silent"),
        (DONE, (), "? silent"),
    ],
)
def test_delivered_without_money_is_due_unfunded_and_told_as_done(
    narrative: str | None, line: FundingPeriod, expected: str
) -> None:
    assert answer(DELIVERED_WITHOUT_MONEY, report(narrative, line)) == expected


def test_what_was_done_without_money_is_quoted() -> None:
    (found,) = audit(report(DONE, money(5, 0)), rules=[DELIVERED_WITHOUT_MONEY])
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.1"),))
    assert dict(found.facts) == {
        "planned": uah(5),
        "allocated": uah(0),
        "disbursed": uah(0),
        "period": Period.year(2023),
        "quoted": "Проведено",
    }


def test_work_out_of_term_is_not_accused_of_missing_money() -> None:
    """That it was not due is another finding."""
    early = report(DONE, money(5, 0), term="2024")
    assert answer(DELIVERED_WITHOUT_MONEY, early) == "– not-due"
    assert answer(NOT_DUE_BUT_REPORTED, early) == "found"


@pytest.mark.parametrize(
    ("narrative", "percent", "line", "expected"),
    [
        (DONE, "0.0", money(5, 0), "found"),
        (DONE, "0", money(5, 5), "found"),
        (DONE, "0.1", money(5, 0), "– percent-not-zero"),
        (DONE, None, money(5, 0), "– no-percent"),
        (DONE, "0.0", money(0, 0), "– none-planned"),
        (DONE, "0.0", money(None, 0), "? silent"),
        (DONE, "0.0", money(None, None, needs=Needs.NOTHING), "– words-for-money"),
        (DONE, "0.0", money(5, 0, period=2022), "? silent"),
        (GOING, "0.0", money(5, 0), "consistent"),
        (IDLE, "0.0", money(5, 0), "consistent"),
        (UNCLEAR, "0.0", money(5, 0), "? delivery-unclear"),
    ],
)
def test_delivered_at_zero_percent_needs_a_zero_money_and_the_deed(
    narrative: str, percent: str | None, line: FundingPeriod, expected: str
) -> None:
    assert answer(DELIVERED_AT_ZERO_PERCENT, report(narrative, line, percent=percent)) == expected


@pytest.mark.parametrize(
    ("narrative", "line", "percent", "expected"),
    [
        (DONE, (), None, "found"),
        (GOING, (), None, "found"),
        (None, money(5, 5), None, "found"),
        (IDLE, money(5, 5), None, "found"),
        (None, (), "10", "found"),
        (None, (), None, "consistent"),
        (None, money(5, 0), "0", "consistent"),
        (None, money(5, 5, period=2022), None, "consistent"),
        (IDLE, (), None, "consistent"),
        (EARLIER, (), None, "consistent"),
        (UNCLEAR, (), None, "? delivery-unclear"),
    ],
)
def test_what_was_not_due_is_found_by_its_work_or_its_money(
    narrative: str | None, line: FundingPeriod, percent: str | None, expected: str
) -> None:
    assert (
        answer(NOT_DUE_BUT_REPORTED, report(narrative, line, percent=percent, term="2022, 2024")) == expected
    )


def test_what_shows_that_it_was_reported_stands_in_the_facts() -> None:
    value = report(DONE, money(5, 3), percent="60", term="2022, 2024")
    (found,) = audit(value, rules=[NOT_DUE_BUT_REPORTED])
    assert dict(found.facts) == {
        "term": years(2022) | years(2024),
        "period": Period.year(2023),
        "allocated": uah(3),
        "disbursed": uah(3),
        "printed": Percent("60"),
        "quoted": "Проведено",
    }


@pytest.mark.parametrize(
    ("term", "period", "expected"),
    [
        ("2023", 2023, "– due"),
        (None, 2023, "? no-term"),
        ("2022", None, "? no-period"),
        ("після завершення воєнного стану", 2023, "? term-without-days"),
    ],
)
def test_whether_a_measure_was_due_must_be_known(term: str | None, period: object, expected: str) -> None:
    assert answer(NOT_DUE_BUT_REPORTED, report(DONE, term=term, period=period)) == expected


def test_texts_that_tell_why_nothing_was_done_may_be_the_same() -> None:
    """They are long for their reasons, not for their deeds."""
    why = "Захід не проводився у зв'язку з відсутністю коштів у бюджеті громади на 2023 рік."
    plan = Plan(goals=[Measure("1.1"), Measure("1.2")])
    value = Report(plan, 2023, progress=[Progress(r, narrative=why) for r in plan.by_ref])
    (checked,) = audit_summary(value, rules=[NARRATIVE_REPEATED])
    assert checked.reasons == (("nothing-done", 2),)


def test_what_zhytomyr_did_without_money() -> None:
    """Of fifteen due and unfunded measures two go on and three were not done."""
    reading = read_report(SAMPLE / "zhytomyr-report-2023.txt")
    found = audit(reading)
    without = {str(each.refs[0]) for each in found.of("delivered-without-money")}
    assert without == {"1.1", "1.2", "1.5", "1.7", "2.3", "2.7", "3.1", "3.6", "3.7", "4.3"}
    # 1.1 is printed at 100 percent, all others at zero.
    assert {str(each.refs[0]) for each in found.of("delivered-at-zero-percent")} == without - {"1.1"}
    assert len(found.of("not-due-but-reported")) == 0


@pytest.mark.parametrize(
    ("narrative", "line", "percent", "expected"),
    [
        (GOING, (), None, "consistent"),
        (None, money(5, 0), None, "consistent"),
        (None, FundingPeriod(2024, planned=uah(5), allocated=uah(5), disbursed=uah(0)), None, "consistent"),
        (DONE, (), None, "found"),
        (None, money(5, 5, period=2024), None, "found"),
        (None, (), "10", "found"),
    ],
)
def test_what_is_due_later_in_the_year_may_be_prepared(
    narrative: str | None, line: FundingPeriod, percent: str | None, expected: str
) -> None:
    """In the report for half a year; done or paid it is early."""
    value = report(narrative, line, percent=percent, term="вересень 2024 року", period="2024-h1")
    assert answer(NOT_DUE_BUT_REPORTED, value) == expected


def test_what_is_due_next_year_is_not_prepared_for_in_silence() -> None:
    value = report(GOING, term="вересень 2025 року", period="2024-h1")
    assert answer(NOT_DUE_BUT_REPORTED, value) == "found"
    assert answer(NOT_DUE_BUT_REPORTED, report(GOING, term="2025", period=2024)) == "found"
