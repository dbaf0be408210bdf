"""When measures are due, and whether money came."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from localgender.findings import Severity
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.rules.terms import DUE_UNFUNDED, NO_TERM, OUTSIDE_PLAN_TERM
from localgender.values.money import uah
from localgender.values.refs import PLAN, ref
from localgender.values.terms import Term, years

IN_FORCE = years(2020, 2025)


def test_fifteen_measures_of_zhytomyr_were_due_and_got_nothing(zhytomyr: Report) -> None:
    """Nineteen others were promised nothing, and three were paid."""
    found = audit(zhytomyr, rules=[DUE_UNFUNDED])
    assert len(found) == 15
    assert {each.severity for each in found} == {Severity.WARNING}
    assert found[0].refs == (ref("1.1"),)
    (checked,) = audit_summary(zhytomyr, rules=[DUE_UNFUNDED])
    assert checked.reasons == (("none-planned", 18), ("not-due", 1))
    assert checked.consistent == 3


def outcome(term: Term | None, line: FundingPeriod, *, period: object = 2023) -> str:
    plan = Plan(term=IN_FORCE, goals=[Measure("1.1", term=term)])
    (checked,) = audit_summary(Report(plan, period, progress=[Progress("1.1", line)]), rules=[DUE_UNFUNDED])
    return checked.reasons[0][0] if checked.reasons else "found" if checked.inconsistent else "consistent"


def line(planned: int | None, allocated: int | None, disbursed: int | None) -> FundingPeriod:
    amounts = [None if each is None else uah(each) for each in (planned, allocated, disbursed)]
    return FundingPeriod(2023, planned=amounts[0], allocated=amounts[1], disbursed=amounts[2])


@pytest.mark.parametrize(
    ("term", "amounts", "expected"),
    [
        (years(2023), (5, 0, 0), "found"),
        (Term(recurrence="yearly"), (5, 0, 0), "found"),
        (years(2023), (5, 5, 0), "consistent"),
        (years(2023), (5, None, 3), "consistent"),
        (years(2023), (0, 0, 0), "none-planned"),
        (years(2023), (5, None, 0), "silent"),
        (years(2023), (5, 0, None), "silent"),
        (years(2023), (None, 0, 0), "silent"),
        (years(2022), (5, 0, 0), "not-due"),
        (None, (5, 0, 0), "no-term"),
        (Term(conditions=["після воєнного стану"]), (5, 0, 0), "term-without-days"),
    ],
)
def test_due_and_unfunded_is_money_promised_a_term_and_two_printed_zeros(
    term: Term | None, amounts: tuple[int | None, ...], expected: str
) -> None:
    """Silence of any of them answers nothing."""
    assert outcome(term, line(*amounts)) == expected


def test_a_report_without_period_cannot_tell_what_was_due() -> None:
    """The clock never enters."""
    assert outcome(years(2023), line(5, 0, 0), period=None) == "no-period"


def test_money_of_another_year_is_not_this_years() -> None:
    """A line for 2022 was not promised for 2023."""
    assert outcome(IN_FORCE, evolve(line(5, 0, 0), period=2022)) == "silent"


def kinds_of(*terms: Term | None, plan: Term | None = IN_FORCE) -> Plan:
    return Plan(term=plan, goals=[Measure(f"1.{n}", term=term) for n, term in enumerate(terms, start=1)])


def test_a_term_that_leaves_the_plan_is_found() -> None:
    """2026 is past 2020-2025."""
    (found,) = audit(kinds_of(years(2025), years(2025, 2026)), rules=[OUTSIDE_PLAN_TERM])
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.2"),))
    assert (found.facts["term"], found.facts["plan_term"]) == (years(2025, 2026), IN_FORCE)


def test_terms_without_days_leave_nothing() -> None:
    """«Постійно» is inside every plan; without terms nothing can be compared."""
    (checked,) = audit_summary(kinds_of(Term(recurrence="continuous"), None), rules=[OUTSIDE_PLAN_TERM])
    assert (checked.not_applicable, checked.not_checkable) == (1, 1)
    (checked,) = audit_summary(kinds_of(years(2030), plan=None), rules=[OUTSIDE_PLAN_TERM])
    assert checked.reasons == (("no-plan-term", 1),)


def test_a_row_without_term_among_rows_with_one_is_found() -> None:
    """4.4.3 of the 1325 plan has none."""
    (found,) = audit(kinds_of(years(2023), None), rules=[NO_TERM])
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.2"),))


def test_a_document_without_terms_gets_one_notice() -> None:
    """The missing column is one fact."""
    (found,) = audit(kinds_of(None, None), rules=[NO_TERM])
    assert (found.severity, found.refs, found.facts["measures"]) == (Severity.NOTICE, (PLAN,), 2)
    assert len(audit(Plan(), rules=[NO_TERM])) == 0


def test_no_term_of_zhytomyr_is_missing_or_outside(zhytomyr: Report) -> None:
    """All lie within 2020-2025."""
    assert len(audit(zhytomyr, rules=[NO_TERM, OUTSIDE_PLAN_TERM])) == 0


@pytest.mark.parametrize(("day", "leaves"), [("2026-12-31", 0), ("2027-01-01", 0), ("2027-01-02", 1)])
def test_what_is_done_before_the_day_after_the_plan_is_done_within_it(day: str, leaves: int) -> None:
    """«До 01.01.2027» in a plan to 2026."""
    term = Term(deadlines=[datetime.date.fromisoformat(day)])
    plan = Plan(term=years(2024, 2026), goals=[Measure("1.1", term=term)])
    assert len(audit(plan, rules=[OUTSIDE_PLAN_TERM])) == leaves
    ended = Plan(term=Term(deadlines=[datetime.date(2026, 12, 31)]), goals=[Measure("1.1", term=term)])
    assert len(audit(ended, rules=[OUTSIDE_PLAN_TERM])) == leaves
