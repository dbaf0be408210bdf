"""Printed percents against every base."""

from __future__ import annotations

from localgender.findings import Finding, Severity
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.rules.percents import (
    FULL_PERCENT_WITHOUT_MONEY,
    PERCENT_BASIS_VARIES,
    PERCENT_UNEXPLAINED,
    TOTAL_PERCENT_UNEXPLAINED,
)
from localgender.questions.rules.rule import Rule
from localgender.values.money import Money, thousand_uah
from localgender.values.percents import Percent
from localgender.values.refs import ref


def reported(*rows: tuple[str | None, str | None, str | None, str | None]) -> Report:
    """Return a report whose rows are planned, allocated, disbursed and percent."""
    plan = Plan(goals=[Measure(f"1.{n}") for n, _ in enumerate(rows, start=1)])
    progress = []
    for where, (*amounts, percent) in zip(plan.by_ref, rows, strict=True):
        planned, allocated, disbursed = (None if each is None else thousand_uah(each) for each in amounts)
        line = FundingPeriod(2023, planned=planned, allocated=allocated, disbursed=disbursed)
        progress.append(Progress(where, line, stated_percent=None if percent is None else Percent(percent)))
    return Report(plan, 2023, progress=progress)


def found_by(rule: Rule, report: Report) -> list[list[str]]:
    return [[str(each) for each in finding.refs] for finding in audit(report, rules=[rule])]


def only(rule: Rule, report: Report) -> Finding:
    (finding,) = audit(report, rules=[rule])
    return finding


def test_only_1_1_of_zhytomyr_is_unexplained(zhytomyr: Report) -> None:
    """Rows of nothing but zeros are not applicable."""
    found = only(PERCENT_UNEXPLAINED, zhytomyr)
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.1"),))
    assert found.facts["printed"] == Percent("100.0")
    assert found.facts["candidates"] == (
        ("disbursed/planned", Percent("0.0")),
        ("allocated/planned", Percent("0.0")),
    )
    (checked,) = audit_summary(zhytomyr, rules=[PERCENT_UNEXPLAINED])
    assert (checked.consistent, checked.not_applicable) == (17, 19)


def test_a_row_without_percent_is_not_applicable() -> None:
    """Nothing is claimed."""
    (checked,) = audit_summary(reported(("10", "5", "5", None)), rules=[PERCENT_UNEXPLAINED])
    assert (checked.not_applicable, checked.reasons) == (1, (("no-percent", 1),))


def test_4_1_of_zhytomyr_stands_outside_the_commonest_base(zhytomyr: Report) -> None:
    """It divides by the allocated sum, all others by the planned one."""
    found = only(PERCENT_BASIS_VARIES, zhytomyr)
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("4.1"),))
    assert found.facts["base"] == "disbursed/planned"
    assert found.facts["bases"] == ((ref("4.1"), ("disbursed/allocated",)),)
    assert len(found.facts["rows"]) == 16


def test_one_base_for_all_is_no_variation() -> None:
    """Even where rows could have others too."""
    assert found_by(PERCENT_BASIS_VARIES, reported(("10", "10", "5", "50"), ("10", "8", "4", "40"))) == []


def test_the_fewest_are_named() -> None:
    """Two divide by what was allocated, one by the plan."""
    rows = [("10", "8", "4", "50"), ("10", "8", "2", "25"), ("10", "8", "4", "40")]
    found = only(PERCENT_BASIS_VARIES, reported(*rows))
    assert (found.facts["base"], found.refs) == ("disbursed/allocated", (ref("1.3"),))


def test_of_equally_common_bases_the_plan_comes_first() -> None:
    """One against one: the share of the plan is the usual meaning."""
    report = reported(("10", "8", "4", "50"), ("10", "8", "4", "40"))
    assert found_by(PERCENT_BASIS_VARIES, report) == [["1.1"]]


def test_rows_that_no_base_explains_do_not_vary() -> None:
    """They are percent-unexplained."""
    report = reported(("10", "8", "4", "40"), ("10", "8", "4", "77"), ("0", "0", "0", "0"))
    assert found_by(PERCENT_BASIS_VARIES, report) == []
    assert found_by(PERCENT_UNEXPLAINED, report) == [["1.2"]]


def test_the_total_of_zhytomyr_is_unexplained(zhytomyr: Report) -> None:
    """90.0 beside 13.1, 26.3 and 50.0."""
    found = only(TOTAL_PERCENT_UNEXPLAINED, zhytomyr)
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("total:1"),))
    assert [str(percent) for _, percent in found.facts["candidates"]] == ["13.1", "26.3", "50.0"]
    (checked,) = audit_summary(zhytomyr, rules=[TOTAL_PERCENT_UNEXPLAINED])
    assert checked.reasons == (("no-percent", 1),)


def test_1_1_of_zhytomyr_is_full_without_money(zhytomyr: Report) -> None:
    """2.4 planned, none spent, 100.0 printed."""
    found = only(FULL_PERCENT_WITHOUT_MONEY, zhytomyr)
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.1"),))
    assert found.facts["planned"] == thousand_uah("2.4")


def test_full_percent_needs_money_planned_and_none_spent() -> None:
    """Without a plan there is nothing to miss, and silence shows nothing."""
    rows = [("0", "0", "0", "100"), ("5", "5", "5", "100"), ("5", "5", None, "100"), ("5", "5", "0", "99.9")]
    report = reported(*rows)
    assert found_by(FULL_PERCENT_WITHOUT_MONEY, report) == []
    (checked,) = audit_summary(report, rules=[FULL_PERCENT_WITHOUT_MONEY])
    assert (checked.consistent, checked.not_applicable, checked.not_checkable) == (1, 2, 1)
    assert found_by(FULL_PERCENT_WITHOUT_MONEY, reported(("5", None, "0", "100.00"))) == [["1.1"]]


def test_the_percent_of_a_row_may_be_that_of_one_of_its_sources() -> None:
    """It stands beside the community's money, of which all was spent; others paid more than was planned."""
    own = FundingPeriod(2023, "community", planned=Money(1230), disbursed=Money(1230))
    others = FundingPeriod(2023, "other", planned=Money(0), disbursed=Money(500))

    def told(percent: str) -> list[list[str]]:
        progress = Progress("1.1", [own, others], stated_percent=Percent(percent))
        report = Report(Plan(goals=[Measure("1.1")]), 2023, progress=[progress])
        return found_by(PERCENT_UNEXPLAINED, report)

    assert told("100.0") == told("140.7") == []
    assert told("120.0") == [["1.1"]]
