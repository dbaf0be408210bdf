"""Laws of consolidating: neither the order of units nor the way they were joined is of any matter."""

from __future__ import annotations

from itertools import chain

import pytest
from alike import alike, few
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from localgender import strategies
from localgender.model.funding import Stage
from localgender.questions.aggregate import GROUPINGS, added, total, totals_by
from localgender.questions.audit import audit
from localgender.questions.consolidation import consolidate
from localgender.questions.consolidation.calendars import ReportingCalendar, ReportingDuty, kind_of
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.consolidation.sums import unit_sums
from localgender.questions.policy import Policy
from localgender.showing.messages import describe
from localgender.values.periods import Period

UNITS = st.lists(strategies.unit_reports(), max_size=4)
POLICIES = st.builds(
    Policy, same_money=st.sampled_from(["once", "each"]), unit_planned=st.sampled_from(["share", "whole"])
)
EACH = Policy(same_money="each")


@few
@given(UNITS, POLICIES, st.data())
def test_consolidating_is_commutative(units: list[UnitReport], policy: Policy, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(units))
    one, other = (consolidate(each, policy=policy, expected=["Архів"]) for each in (units, shuffled))
    assert alike(one, other)


@few
@given(UNITS, st.integers(0, 4), POLICIES)
def test_consolidating_is_associative(units: list[UnitReport], at: int, policy: Policy) -> None:
    left, right = consolidate(units[:at], policy=policy), consolidate(units[at:], policy=policy)
    whole = consolidate(units, policy=policy)
    assert (
        whole == consolidate([left, right], policy=policy) == consolidate([*units[:at], right], policy=policy)
    )


@few
@given(UNITS, POLICIES)
def test_consolidating_is_idempotent(units: list[UnitReport], policy: Policy) -> None:
    whole = consolidate(units, policy=policy)
    assert whole == consolidate([whole], policy=policy) == consolidate([*units, whole, *units], policy=policy)


@few
@given(UNITS, st.sampled_from(Stage))
def test_no_money_is_lost_or_made(units: list[UnitReport], stage: Stage) -> None:
    """Where each counts, the lines of the whole come to those of the different reports."""
    whole = consolidate(units, policy=EACH)
    stated = [
        line for entry in whole.entries for progress in entry.report.progress for line in progress.funding
    ]
    kept = chain.from_iterable(progress.funding for progress in whole.report.progress)
    assert added(kept, stage) == added(stated, stage)


@few
@given(UNITS, strategies.unit_reports(), POLICIES)
def test_nine_months_change_nothing_in_the_year(
    units: list[UnitReport], other: UnitReport, policy: Policy
) -> None:
    nine_months = evolve(other, report=evolve(other.report, period=Period.nine_months(2024)))
    year = consolidate(units, policy=policy, period=2024)
    both = consolidate([nine_months, *units], policy=policy, period=2024)
    assert (both.report, both.origins, len(both.left_out)) == (year.report, year.origins, 1)


@few
@given(UNITS, POLICIES)
def test_everything_that_a_unit_says_has_its_share(units: list[UnitReport], policy: Policy) -> None:
    whole = consolidate(units, policy=policy)
    said = sorted(
        (str(e.unit), str(p.measure), str(p.narrative)) for e in whole.entries for p in e.report.progress
    )
    shares = [share for told in whole.origins.values() for share in told]
    assert sorted((str(each.unit), str(each.ref), str(each.narrative)) for each in shares) == said


@few
@given(strategies.consolidations(), st.sampled_from(GROUPINGS), st.sampled_from(Stage))
def test_sums_with_origins_are_the_sums_of_the_report(whole: Consolidated, by: str, stage: Stage) -> None:
    sums = unit_sums(whole, by, stage)
    assert {key: each.money for key, each in sums.items()} == dict(totals_by(whole.report, by, stage))
    for each in sums.values():
        assert sum(addend.money.kopiykas for addend in each.addends) == (
            each.money.kopiykas if each.money else 0
        )


@few
@given(strategies.consolidations(), st.sampled_from(Stage))
def test_units_add_up_to_the_whole(whole: Consolidated, stage: Stage) -> None:
    if (money := total(whole.report, stage)) is not None:
        parts = [each.money.kopiykas for each in unit_sums(whole, "unit", stage).values() if each.money]
        assert sum(parts) == money.kopiykas


@few
@given(strategies.consolidations())
def test_a_consolidated_report_is_audited_and_every_finding_is_told(whole: Consolidated) -> None:
    for found in (*whole.findings, *audit(whole.report)):
        assert all(describe(found, language) for language in ("uk", "en"))


@given(strategies.periods(), strategies.reporting_duties())
def test_a_duty_is_due_after_its_period(period: Period, duty: ReportingDuty) -> None:
    due = duty.due(period)
    months = 12 * (due.year - period.last.year) + due.month - period.last.month
    assert (months, due.day <= duty.day) == (duty.after, True)
    found = ReportingCalendar("Звіт", duty).duty(period, unit=duty.sender, owed_by=duty.owed_by)
    assert found == (duty if kind_of(period) == duty.kind else None)


@pytest.mark.parametrize(
    ("spelled", "kind"),
    [
        ("2024", "year"),
        ("2024-9m", "nine-months"),
        ("2024-h2", "half-year"),
        ("2024-q3", "quarter"),
        ("2024-02", "month"),
        ("2024-m11", None),
        ("2024-2025", None),
        ("2024-02-01..2024-04-30", None),
        ("2024-01-01..2024-12-30", None),
    ],
)
def test_kinds_of_periods(spelled: str, kind: str | None) -> None:
    assert kind_of(Period.parse(spelled)) == kind
