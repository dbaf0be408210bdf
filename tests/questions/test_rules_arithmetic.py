"""Totals against rows, stage against stage."""

from __future__ import annotations

from attrs import evolve

from localgender.findings import Finding, Severity
from localgender.model.funding import FundingPeriod, Needs
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.rules.arithmetic import (
    ALLOCATED_EXCEEDS_PLANNED,
    DISBURSED_EXCEEDS_ALLOCATED,
    STATED_TOTAL_DIFFERS,
)
from localgender.values.intervals import Interval
from localgender.values.money import Money, thousand_uah, uah
from localgender.values.refs import ref

TENTH = Money(10_000)


def planned(amount: str | None, period: object = 2023, *sources: str, step: Money = TENTH) -> FundingPeriod:
    return FundingPeriod(period, sources, planned=None if amount is None else thousand_uah(amount), step=step)


def differing(plan: Plan | Report) -> list[list[str]]:
    return [[str(each) for each in finding.refs] for finding in audit(plan, rules=[STATED_TOTAL_DIFFERS])]


def unchecked(plan: Plan | Report) -> tuple[tuple[str, int], ...]:
    """Reasons, less those of the two stages that these totals never state."""
    (checked,) = audit_summary(plan, rules=[STATED_TOTAL_DIFFERS])
    silent = 2 * sum(len(total.funding) for total in plan.stated_totals)
    reasons = {reason: count - silent * (reason == "silent") for reason, count in checked.reasons}
    return tuple((reason, count) for reason, count in reasons.items() if count)


def plan_of(*funding: object, total: object, scope: str = "plan") -> Plan:
    measures = [Measure(f"1.{n}", funding=each) for n, each in enumerate(funding, start=1)]
    return Plan(goals=[Goal("1", measures=measures)], stated_totals=[StatedTotal("Всього", scope, total)])


def test_the_totals_of_zhytomyr_hold(zhytomyr: Report) -> None:
    """Its rows name no source, so totals by source are compared jointly, the silent one passed over."""
    (checked,) = audit_summary(zhytomyr, rules=[STATED_TOTAL_DIFFERS])
    assert (checked.consistent, checked.inconsistent, checked.not_checkable) == (3, 0, 3)
    assert checked.reasons == (("silent", 3),)


def test_a_total_that_rows_cannot_reach_is_shown_with_both_intervals(zhytomyr: Report) -> None:
    """A slip of one digit: 238.3 for 228.3."""
    first, second = zhytomyr.stated_totals
    slipped = evolve(first, funding=evolve(first.funding[0], planned=thousand_uah("238.3")))
    (found,) = audit(evolve(zhytomyr, stated_totals=[slipped, second]), rules=[STATED_TOTAL_DIFFERS])
    assert (found.severity, found.refs) == (Severity.ERROR, (ref("total:1/2023/planned"),))
    assert found.facts["printed"] == thousand_uah("238.3")
    assert found.facts["computed"] == thousand_uah("228.3")
    assert found.facts["difference"] == thousand_uah(10)
    assert found.facts["printed_interval"] == Interval(23_825_000, 23_835_000)
    assert found.facts["computed_interval"] == Interval(22_645_000, 23_015_000)
    assert found.facts["rows"][:2] == (ref("1.1/2023/planned"), ref("1.2/2023/planned"))
    assert len(found.facts["rows"]) == 37


def test_rounded_rows_are_not_accused() -> None:
    """Three times 0.33 prints as 0.3 each and 1.0 together."""
    assert differing(plan_of(*[planned("0.3")] * 3, total=planned("1.0"))) == []
    assert differing(plan_of(*[planned("0.3")] * 3, total=planned("1.2"))) == [["total:1/2023/planned"]]


def test_intervals_that_touch_do_meet() -> None:
    """1.1 against 0.9: each may be half way, four half digits apart."""
    assert differing(plan_of(*[planned("0.3")] * 3, total=planned("1.1"))) == []


def test_exact_amounts_leave_no_room() -> None:
    """Typed to the kopiyka, a difference of two kopiykas per three figures stands out."""
    rows = [planned("0.3", step=Money(1))] * 2
    assert differing(plan_of(*rows, total=planned("0.6", step=Money(1)))) == []
    assert differing(plan_of(*rows, total=planned("0.60002", step=Money(1)))) == [["total:1/2023/planned"]]


def test_a_total_of_a_goal_sums_all_levels_below_it_only() -> None:
    """Goal 4 has 4.2 below it; goal 5 is another."""
    inner = Goal("4.2", measures=Measure("4.2.1", funding=planned("3.0")))
    goals = [Goal("4", goals=inner, measures=Measure("4.1", funding=planned("1.0")))]
    goals.append(Goal("5", measures=Measure("5.1", funding=planned("100.0"))))
    right = StatedTotal("Разом", "goal:4", planned("4.0"))
    wrong = StatedTotal("Разом", "goal:4.2", planned("4.0"))
    assert differing(Plan(goals=goals, stated_totals=[right, wrong])) == [["total:2/2023/planned"]]


def test_a_total_of_a_repeated_goal_sums_its_own_bearer() -> None:
    """Two goals bear the number 4; goals without number are counted too."""
    goals = [Goal("4", measures=Measure("4.1", funding=planned(f"{n}.0"))) for n in (1, 2)]
    goals.append(Goal(measures=Measure("9", funding=planned("5.0"))))
    totals = [StatedTotal("Разом", f"goal:4#{n}" if n > 1 else "goal:4", planned(f"{n}.0")) for n in (1, 2)]
    wrong = StatedTotal("Разом", "goal:#1", planned("9.0"))
    assert differing(Plan(goals=goals, stated_totals=[*totals, wrong])) == [["total:3/2023/planned"]]


def test_a_total_of_a_measure_sums_its_own_lines() -> None:
    """«Всього» of a row, over its years and sources."""
    lines = [planned("1.0", 2021, "state"), planned("2.0", 2022, "state"), planned("4.0", 2022, "community")]
    others = planned("100.0", 2021)
    right, wrong = planned("7.0", "2021-2025"), planned("8.0", "2021-2025")
    assert differing(plan_of(lines, others, total=right, scope="1.1")) == []
    assert differing(plan_of(lines, others, total=wrong, scope="1.1")) == [["total:1/2021-2025/planned"]]
    assert differing(plan_of(lines, total=planned("9.0", None), scope="1.1")) == [["total:1/planned"]]


def test_a_total_of_one_year_leaves_other_years_out() -> None:
    """Columns are summed one by one."""
    rows = [[planned("1.0", 2021), planned("5.0", 2022)], planned("2.0", 2021)]
    totals = [planned("3.0", 2021), planned("7.0", 2022)]
    assert differing(plan_of(*rows, total=totals)) == [["total:1/2022/planned"]]


def test_nine_months_are_not_compared_with_the_year() -> None:
    """Neither contradicts the other."""
    plan = plan_of(planned("1.0", "2024-9m"), total=planned("3.0", 2024))
    assert (differing(plan), unchecked(plan)) == ([], (("period-unclear", 1),))
    assert unchecked(plan_of(planned("1.0", None), total=planned("3.0", 2024))) == (("period-unclear", 1),)
    assert unchecked(plan_of(planned("1.0", "2021-2025"), total=planned("3.0", 2024))) == (
        ("period-unclear", 1),
    )


def test_a_silent_row_makes_the_sum_a_lower_bound() -> None:
    """Not checkable, whether the cell is empty or the row has no money at all."""
    assert unchecked(plan_of(planned("1.0"), planned(None), total=planned("3.0"))) == (("partly-silent", 1),)
    assert unchecked(plan_of(planned("1.0"), (), total=planned("3.0"))) == (("partly-silent", 1),)
    assert unchecked(plan_of(planned(None), total=planned("3.0"))) == (("silent", 1),)
    assert unchecked(plan_of(planned("3.0"), total=planned(None))) == (("silent", 1),)
    assert unchecked(plan_of(total=planned("3.0"))) == (("no-rows", 1),)
    assert unchecked(plan_of(planned("1.0"), total=planned("3.0"), scope="goal:9")) == (("no-rows", 1),)


def test_rows_that_speak_may_not_exceed_the_total() -> None:
    """Silent ones could only add to them; a total that is more says nothing."""
    plan = plan_of(planned("5.0"), planned(None), total=planned("3.0"))
    assert differing(plan) == [["total:1/2023/planned"]]
    (found,) = audit(plan, rules=[STATED_TOTAL_DIFFERS])
    assert found.facts["silent"] == (ref("1.2/planned"),)
    assert differing(plan_of(planned("3.1"), planned(None), total=planned("3.0"))) == []


def test_rows_beyond_one_total_by_source_are_no_error_while_another_is_silent() -> None:
    """The difference may be what the special fund paid."""
    general, special = planned("2.0", 2023, "general"), planned(None, 2023, "special")
    (found,) = audit(plan_of(planned("3.0"), total=[general, special]), rules=[STATED_TOTAL_DIFFERS])
    assert found.severity is Severity.WARNING
    (found,) = audit(plan_of(planned("1.0"), total=[general, special]), rules=[STATED_TOTAL_DIFFERS])
    assert found.severity is Severity.ERROR


def test_a_total_is_told_by_its_label() -> None:
    """Several that are compared together by all of theirs."""
    (found,) = audit(plan_of(planned("1.0"), total=planned("3.0")), rules=[STATED_TOTAL_DIFFERS])
    assert found.facts["label"] == "Всього"
    general, special = planned("2.0", 2023, "general"), planned("1.0", 2023, "special")
    foot = [StatedTotal("загальний", funding=general), StatedTotal("спеціальний", funding=special)]
    (found,) = audit(
        evolve(plan_of(planned("9.0"), total=()), stated_totals=foot), rules=[STATED_TOTAL_DIFFERS]
    )
    assert found.facts["label"] == "загальний; спеціальний"


def test_words_instead_of_an_amount_are_not_silence() -> None:
    """«Не потребує» adds nothing to a total."""
    nothing = FundingPeriod(needs=Needs.NOTHING)
    assert differing(plan_of(planned("1.0"), nothing, total=planned("3.0"))) == [["total:1/2023/planned"]]


def test_rows_that_name_sources_meet_totals_of_the_same_source() -> None:
    """State with state, community with community; each total names its source."""
    rows = [[planned("1.0", 2023, "state"), planned("2.0", 2023, "community")], planned("4.0", 2023, "state")]
    totals = [planned("5.0", 2023, "state"), planned("9.0", 2023, "community")]
    assert differing(plan_of(*rows, total=totals)) == [["total:1/2023/community/planned"]]
    (found,) = audit(plan_of(*rows, total=totals), rules=[STATED_TOTAL_DIFFERS])
    assert found.facts["rows"] == (ref("1.1/2023/community/planned"),)


def test_a_broader_source_takes_in_a_narrower_one() -> None:
    """The general fund of the community is part of the community's money, and of the general fund."""
    rows = [planned("1.0", 2023, "community-general"), planned("2.0", 2023, "community-special")]
    assert differing(plan_of(*rows, total=planned("3.0", 2023, "community"))) == []
    assert differing(plan_of(*rows, total=planned("1.0", 2023, "general"))) == []
    assert differing(plan_of(*rows, total=planned("9.0", 2023, "special"))) == [["total:1/2023/planned"]]


def test_sources_that_overlap_without_telling_are_not_checkable() -> None:
    """How much of the community's money is in the general fund, or of a joint line the state's?"""
    for printed_source in (("community",), ("state", "community"), ()):
        rows = [planned("1.0", 2023, *printed_source), planned("2.0", 2023, "state-general")]
        plan = plan_of(*rows, total=planned("9.0", 2023, "state-general"))
        if printed_source == ("community",):
            assert unchecked(plan) == ()
            plan = plan_of(*rows, total=planned("9.0", 2023, "general"))
        assert unchecked(plan) == (("source-unclear", 1),)


def test_totals_by_source_are_joined_where_rows_name_none() -> None:
    """General and special together make the row; each table's totals by themselves."""
    general, special = planned("2.0", 2023, "general"), planned("1.0", 2023, "special")
    passport = StatedTotal("Паспорт", funding=[general, special])
    foot = [StatedTotal("загальний", funding=general), StatedTotal("спеціальний", funding=special)]
    plan = evolve(plan_of(planned("3.0"), total=()), stated_totals=[passport, *foot])
    assert differing(plan) == []
    wrong = evolve(foot[1], funding=planned("9.0", 2023, "special"))
    plan = evolve(plan, stated_totals=[passport, foot[0], wrong])
    assert differing(plan) == [["total:2/2023/planned", "total:3/2023/planned"]]


def test_a_grand_total_sums_all_sources() -> None:
    """It stands beside the totals by source and is compared by itself."""
    rows = [planned("1.0", 2023, "state"), planned("2.0", 2023, "community")]
    assert differing(plan_of(*rows, total=planned("3.0"))) == []
    assert differing(plan_of(*rows, total=planned("4.0"))) == [["total:1/2023/planned"]]


def test_a_measure_that_is_not_reported_is_no_silent_row() -> None:
    """The report's table has no such row."""
    plan = Plan(goals=[Measure("1.1"), Measure("1.2")])
    stated = StatedTotal("Всього", funding=planned("2.0"))
    report = Report(plan, 2023, progress=[Progress("1.1", planned("1.0"))], stated_totals=[stated])
    assert differing(report) == [["total:1/2023/planned"]]


def exceeding(rule: object, *amounts: str | None, step: Money = TENTH) -> list[Finding]:
    planned, allocated, disbursed = (None if each is None else thousand_uah(each) for each in amounts)
    line = FundingPeriod(2023, planned=planned, allocated=allocated, disbursed=disbursed, step=step)
    return list(audit(Plan(goals=[Measure("4.1", funding=line)]), rules=[rule]))


def test_allocated_exceeds_planned_in_4_1_alone(zhytomyr: Report) -> None:
    """44 of 40 promised."""
    (found,) = audit(zhytomyr, rules=[ALLOCATED_EXCEEDS_PLANNED])
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("4.1"),))
    assert found.facts["difference"] == thousand_uah(4)
    assert (found.facts["allocated"], found.facts["planned"]) == (thousand_uah(44), thousand_uah(40))


def test_amounts_that_may_be_equal_are_not_accused() -> None:
    """0.4 and 0.5 may both be 0.45."""
    assert exceeding(ALLOCATED_EXCEEDS_PLANNED, "0.4", "0.5", None) == []
    assert len(exceeding(ALLOCATED_EXCEEDS_PLANNED, "0.4", "0.6", None)) == 1
    assert len(exceeding(ALLOCATED_EXCEEDS_PLANNED, "0.4", "0.5", None, step=Money(1))) == 1


def test_disbursed_exceeds_allocated() -> None:
    """Spending beyond what was given."""
    assert exceeding(DISBURSED_EXCEEDS_ALLOCATED, None, "14", "14") == []
    (found,) = exceeding(DISBURSED_EXCEEDS_ALLOCATED, None, "14", "44")
    assert found.facts["difference"] == uah(30_000)


def test_silence_is_not_checkable_and_words_are_not_applicable() -> None:
    """An audit says what it could not check."""
    silent = Measure("1.1", funding=FundingPeriod(2023, planned=uah(1)))
    words = Measure("1.2", funding=FundingPeriod(2023, needs=Needs.WITHIN_ESTIMATE))
    (checked,) = audit_summary(Plan(goals=[silent, words]), rules=[ALLOCATED_EXCEEDS_PLANNED])
    assert (checked.not_checkable, checked.not_applicable) == (1, 1)


def of_two_tables(*totals: str, last: str = "4.0") -> Plan:
    rows = [
        Measure(f"{n}", funding=planned(amount)) for n, amount in enumerate(("1.0", "2.0", "0.0", last), 1)
    ]
    return Plan(goals=rows, stated_totals=[StatedTotal("Всього", funding=planned(each)) for each in totals])


def test_every_table_may_have_a_total_of_its_own() -> None:
    """«Всього» under each table, and at last one of all."""
    assert differing(of_two_tables("3.0", "4.0")) == []
    assert differing(of_two_tables("3.0", "4.0", "7.0")) == []
    (checked,) = audit_summary(of_two_tables("3.0", "4.0"), rules=[STATED_TOTAL_DIFFERS])
    assert checked.consistent == 2


def test_totals_of_tables_that_rows_do_not_fall_into_are_accused() -> None:
    """Neither a half of everything nor what stands in another order is a table."""
    assert len(differing(of_two_tables("3.5", "3.5"))) == 2
    assert len(differing(of_two_tables("4.0", "3.0"))) == 2
    assert len(differing(of_two_tables("3.0", "4.0", last="6.0"))) == 2


def test_a_total_printed_twice_is_no_total_of_tables() -> None:
    """As in the passport and below the rows."""
    assert differing(of_two_tables("7.0", "7.0")) == []
    assert differing(of_two_tables("7.0", "8.0")) == [["total:2/2023/planned"]]
