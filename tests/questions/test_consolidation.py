"""Reports of units as one: what adds up, what does not, and where each figure comes from."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

from localgender.documents.grid import Document
from localgender.documents.reading import Reading
from localgender.errors import ConsolidationError
from localgender.findings import Finding, Findings, Severity
from localgender.intake import read_report
from localgender.model.community import Community
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.aggregate import total
from localgender.questions.audit import audit
from localgender.questions.consolidation import consolidate
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.consolidation.sums import unit_sums
from localgender.questions.policy import Policy
from localgender.values.money import Money, thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import PLAN, Ref
from paths import report_sources

TRAINING = Measure("2.1", "Тренінги для вчителів", "2023")
SHELTER = Measure("2.2", "Ремонт притулку", "2023")
GOAL = Goal("2", title="Безпека", measures=[TRAINING, SHELTER])
WHOLE = Policy(unit_planned="whole")
EACH = Policy(same_money="each")


def money(
    planned: int | None = None, disbursed: int | None = None, period: str = "2023", of: str = ""
) -> FundingPeriod:
    amounts = [None if each is None else uah(each) for each in (planned, disbursed)]
    return FundingPeriod(period, [of] if of else (), planned=amounts[0], disbursed=amounts[1])


def report(
    unit: str | None,
    *lines: FundingPeriod,
    measure: str = "2.1",
    goals: Sequence[Goal | Measure] = (GOAL,),
    period: str | None = "2023",
    told: str | None = None,
    community: Community | str | None = None,
) -> Report:
    plan = Plan("Рівні можливості", community=community, goals=goals)
    return Report(plan, period, issuer=unit, progress=[Progress(measure, lines, narrative=told)])


EAST = report("Зарічний район", money(300, 250), told="Проведено два тренінги.")
WEST = report("Нагірний район", money(500, 500), told="Проведено п’ять тренінгів.")


def only(found: Consolidated, kind: str) -> Finding:
    (finding,) = found.findings.of(kind)
    return finding


def test_shares_of_units_add_up_and_keep_their_units() -> None:
    found = consolidate([EAST, WEST])
    assert total(found.report, "disbursed") == uah(750)
    assert [(share.unit, share.narrative) for share in found.origins["2.1"]] == [
        ("Зарічний район", "Проведено два тренінги."),
        ("Нагірний район", "Проведено п’ять тренінгів."),
    ]
    assert found.units == ("Зарічний район", "Нагірний район")


def test_narratives_of_several_units_stand_together_each_with_its_unit() -> None:
    said = consolidate([WEST, EAST]).report.progress_of("2.1").narrative
    assert said == "Зарічний район: Проведено два тренінги. Нагірний район: Проведено п’ять тренінгів."


def test_the_narrative_of_one_unit_stays_as_it_is() -> None:
    silent = report("Нагірний район", money(500))
    assert consolidate([EAST, silent]).report.progress_of("2.1").narrative == "Проведено два тренінги."


def test_one_report_consolidates_to_itself() -> None:
    found = consolidate([EAST])
    assert found.report == evolve(EAST, issuer=None)
    assert not found.findings


def test_nothing_consolidates_to_nothing() -> None:
    assert consolidate([]) == Consolidated(Report(Plan()))


def test_the_same_report_twice_changes_nothing() -> None:
    assert consolidate([EAST, WEST, EAST]) == consolidate([EAST, WEST])


def test_a_printed_percent_is_of_one_unit_only() -> None:
    said = evolve(EAST.progress[0], stated_percent=Percent("83.3"))
    east = evolve(EAST, progress=[said])
    assert consolidate([east]).report.progress_of("2.1").stated_percent == Percent("83.3")
    assert consolidate([east, WEST]).report.progress_of("2.1").stated_percent is None
    assert consolidate([east, WEST]).origins["2.1"][0].stated_percent == Percent("83.3")


def test_totals_that_units_print_are_no_totals_of_the_whole() -> None:
    east = evolve(EAST, stated_totals=[StatedTotal("Всього", funding=money(300))])
    assert consolidate([east, WEST]).report.stated_totals == ()


def test_rounding_of_units_stays_as_wide_as_they_printed() -> None:
    """Three amounts of 10,5 thousand may be anything from 31,35 to 31,65."""
    lines = [FundingPeriod(2023, disbursed=thousand_uah("10.5"), step=uah(100)) for _ in range(3)]
    found = consolidate([report(f"Район {n}", line) for n, line in enumerate(lines)], policy=EACH)
    assert [line.step for line in found.report.progress_of("2.1").funding] == [uah(100)] * 3


class TestMeasures:
    def test_the_same_measure_under_another_number_is_one(self) -> None:
        moved = report(
            "Нагірний район", money(500), measure="3.7", goals=[Measure("3.7", TRAINING.title, "2023")]
        )
        found = consolidate([EAST, moved])
        assert [(str(share.ref), share.unit) for share in found.origins["2.1"]] == [
            ("2.1", "Зарічний район"),
            ("3.7", "Нагірний район"),
        ]

    def test_one_title_under_two_goals_is_perhaps_one_measure(self) -> None:
        safety = Goal("2", title="Безпека", measures=[Measure("2.1", "Тренінги"), SHELTER])
        learning = Goal(
            "4", title="Освіта дорослих", measures=[Measure("4.1", "Тренінги"), Measure("4.2", "Лекторій")]
        )
        east, west = (
            report("А", money(1), goals=[safety]),
            report("Б", money(2), measure="4.1", goals=[learning]),
        )
        found = consolidate([east, west])
        assert [str(ref) for ref in found.origins] == ["2.1", "4.1"]
        assert found.findings.kinds == ("measures-perhaps-same",)

    def test_measures_of_which_nothing_is_told_are_not_one(self) -> None:
        east, west = (
            report(unit, money(n), measure="#1", goals=[Measure(None, place=unit)])
            for n, unit in enumerate("АБ", 1)
        )
        assert len(consolidate([east, west]).origins) == 2

    def test_titles_of_a_goal_that_differ_are_named(self) -> None:
        renamed = report("Нагірний район", money(5), goals=[evolve(GOAL, title="Безпека в громаді")])
        finding = only(consolidate([EAST, renamed]), "described-differently")
        assert (finding.refs, finding.facts["field"]) == ((Ref.parse("goal:2"),), "title")

    def test_another_measure_under_the_same_number_stays_another(self) -> None:
        other = report(
            "Нагірний район", money(500), goals=[Measure("2.1", "Гаряча лінія психологів", "2023")]
        )
        found = consolidate([EAST, other])
        assert [str(ref) for ref in found.origins] == ["2.1", "2.1#2"]
        assert total(found.report, "planned") == uah(800)

    @staticmethod
    def of_titles(*titles: str) -> Consolidated:
        return consolidate(
            report(f"Район {n}", money(n), measure=f"2.{n}", goals=[Measure(f"2.{n}", title)])
            for n, title in enumerate(titles, 1)
        )

    def test_measures_that_are_perhaps_the_same_stay_apart_and_are_named(self) -> None:
        titles = ("Тренінги для вчителів шкіл", "Тренінги для лікарів шкіл")
        found = self.of_titles(*titles)
        assert len(found.origins) == 2
        finding = only(found, "measures-perhaps-same")
        assert finding.refs == (Ref.parse("2.1"), Ref.parse("2.2"))
        assert finding.facts["titles"] == titles

    def test_neighbours_that_share_half_of_their_words_are_not_asked_about(self) -> None:
        found = self.of_titles("Тренінги для вчителів міських шкіл", "Тренінги для лікарів міських лікарень")
        assert len(found.origins) == 2
        assert "measures-perhaps-same" not in found.findings.kinds

    def test_a_title_reworded_under_the_same_number_is_one_measure_and_is_named(self) -> None:
        reworded = report(
            "Нагірний район", money(5), goals=[Measure("2.1", "Тренінги для вчителів шкіл", "2023")]
        )
        found = consolidate([EAST, reworded])
        assert len(found.origins["2.1"]) == 2
        assert only(found, "described-differently").facts["field"] == "title"

    def test_a_number_alone_tells_a_measure_of_which_nothing_else_is_told(self) -> None:
        bare = report("Нагірний район", money(500), goals=[Goal("2", measures=Measure("2.1"))])
        assert len(consolidate([EAST, bare]).origins["2.1"]) == 2

    def test_units_that_report_on_parts_of_a_plan_make_it_whole_in_the_order_of_numbers(self) -> None:
        parts = [[Measure("2.1", "Лекції"), Measure("2.10", "Кіно")], [Measure("2.2", "Аудит вулиць")]]
        reports = [
            report(f"Район {n}", measure=str(part[0].code), goals=[Goal("2", measures=part)])
            for n, part in enumerate(parts)
        ]
        plan = consolidate(reports).report.plan
        assert [str(measure.code) for measure in plan.measures] == ["2.1", "2.2", "2.10"]
        assert len(plan.goals) == 1

    def test_what_one_unit_leaves_out_of_a_measure_another_tells(self) -> None:
        bare = report("А", money(5), goals=[Goal("2", measures=[Measure("2.1", TRAINING.title), SHELTER])])
        full = report("Б", money(6), goals=[Goal("2", "task", "Безпека", measures=[TRAINING])])
        plan = consolidate([bare, full]).report.plan
        assert (plan.measure("2.1").term, plan.goal("2").title) == (TRAINING.term, "Безпека")

    def test_terms_that_differ_are_named(self) -> None:
        later = report("Нагірний район", money(5), goals=[Measure("2.1", TRAINING.title, "2024")])
        finding = only(consolidate([EAST, later]), "described-differently")
        assert (finding.refs, finding.facts["field"]) == ((Ref.parse("2.1"),), "term")

    def test_a_measure_nobody_speaks_of_has_no_origin(self) -> None:
        found = consolidate([EAST, WEST])
        assert "2.2" in found.report.plan.by_ref
        assert "2.2" not in found.origins


class TestMoney:
    def test_the_same_money_told_by_two_units_is_counted_once_and_named(self) -> None:
        twin = evolve(EAST, issuer="Нагірний район")
        found = consolidate([EAST, twin])
        assert total(found.report, "planned") == uah(300)
        finding = only(found, "money-claimed-twice")
        assert finding.facts["units"] == ("Зарічний район", "Нагірний район")
        assert finding.facts["counted"] == "once"
        assert [line.counted for share in found.origins["2.1"] for line in share.lines] == [
            money(300, 250),
            None,
        ]

    def test_equal_shares_add_up_where_the_policy_says_so(self) -> None:
        twin = evolve(EAST, issuer="Нагірний район")
        found = consolidate([EAST, twin], policy=EACH)
        assert total(found.report, "planned") == uah(600)
        assert only(found, "money-claimed-twice").facts["counted"] == "each"

    def test_money_of_another_source_is_other_money(self) -> None:
        east, west = (report(unit, money(5, 5, of=of)) for unit, of in (("А", "state"), ("Б", "community")))
        found = consolidate([east, west])
        assert "money-claimed-twice" not in found.findings.kinds
        assert total(found.report, "planned") == uah(10)

    def test_zero_is_claimed_by_nobody(self) -> None:
        assert not consolidate([report("А", money(0, 0)), report("Б", money(0, 0))]).findings

    def test_two_equal_payments_of_one_unit_are_two(self) -> None:
        found = consolidate([report("А", money(5), money(5)), report("Б", money(5))])
        assert total(found.report, "planned") == uah(10)

    def test_one_plan_beside_different_spending_is_perhaps_the_whole(self) -> None:
        found = consolidate([report("А", money(40, 8)), report("Б", money(40, 5))])
        assert total(found.report, "planned") == uah(80)
        assert only(found, "planned-repeated").facts["amounts"] == (("А", uah(40)), ("Б", uah(40)))

    def test_one_plan_repeated_by_some_is_told_beside_another(self) -> None:
        found = consolidate(
            [
                report(unit, money(plan, n))
                for n, (unit, plan) in enumerate(zip("АБВ", (40, 40, 30), strict=True))
            ]
        )
        assert len(only(found, "planned-repeated").facts["amounts"]) == 3
        assert "planned-differs" not in found.findings.kinds

    def test_a_plan_of_the_whole_is_counted_once_and_what_was_spent_adds_up(self) -> None:
        found = consolidate([report("А", money(40, 8)), report("Б", money(40, 5))], policy=WHOLE)
        assert (total(found.report, "planned"), total(found.report, "disbursed")) == (uah(40), uah(13))
        assert not found.findings

    def test_plans_of_the_whole_that_differ_leave_the_plan_silent(self) -> None:
        found = consolidate([report("А", money(40, 8)), report("Б", money(30, 5))], policy=WHOLE)
        assert (total(found.report, "planned"), total(found.report, "disbursed")) == (None, uah(13))
        assert only(found, "planned-differs").severity is Severity.ERROR

    def test_shares_that_differ_are_worth_knowing_only(self) -> None:
        finding = only(consolidate([EAST, WEST]), "planned-differs")
        assert finding.severity is Severity.NOTICE
        assert finding.refs == (Ref.parse("2.1"),)

    @pytest.mark.parametrize("policy", [WHOLE, evolve(WHOLE, same_money="each")])
    def test_a_repeated_plan_of_the_whole_is_planned_once_whatever_was_spent(self, policy: Policy) -> None:
        twin = evolve(EAST, issuer="Нагірний район")
        assert total(consolidate([EAST, twin], policy=policy).report, "planned") == uah(300)

    def test_plans_of_the_whole_alone_are_no_claim_to_money(self) -> None:
        assert not consolidate([report("А", money(40)), report("Б", money(40))], policy=WHOLE).findings

    def test_a_plan_is_not_lost_with_a_payment_told_twice(self) -> None:
        found = consolidate([report("А", money(None, 5)), report("Б", money(40, 5))], policy=WHOLE)
        assert (total(found.report, "planned"), total(found.report, "disbursed")) == (uah(40), uah(5))

    def test_of_one_plan_printed_to_several_digits_the_finest_is_counted(self) -> None:
        lines = [
            FundingPeriod(2023, planned=thousand_uah(each), disbursed=uah(n), step=uah(step))
            for n, (each, step) in enumerate([("10.5", 100), ("10.53", 10)], 1)
        ]
        found = consolidate([report(f"Район {n}", line) for n, line in enumerate(lines)], policy=WHOLE)
        assert total(found.report, "planned") == thousand_uah("10.53")

    def test_a_plan_rounded_otherwise_is_the_same_plan(self) -> None:
        rounded = FundingPeriod(2023, planned=thousand_uah("10.5"), disbursed=uah(1), step=uah(100))
        exact = FundingPeriod(2023, planned=thousand_uah("10.53"), disbursed=uah(2), step=uah(10))
        assert not consolidate([report("А", rounded), report("Б", exact)], policy=WHOLE).findings

    def test_money_for_the_year_and_for_nine_months_has_no_sum(self) -> None:
        found = consolidate([report("А", money(5, 5)), report("Б", money(4, 4, "2023-9m"))])
        assert total(found.report, "planned") is None

    def test_sums_tell_each_addend_with_its_unit_and_place(self) -> None:
        east = Reading(
            EAST,
            Document([], "зарічний.docx"),
            places={"2.1": [Place(1, 3, 1)], "2.1/2023/disbursed": [Place(1, 3, 7)]},
        )
        sums = unit_sums(consolidate([east, WEST]), "goal", "disbursed")
        (addends,) = [each.addends for each in sums.values()]
        assert [(each.unit, each.money, each.document) for each in addends] == [
            ("Зарічний район", uah(250), "зарічний.docx"),
            ("Нагірний район", uah(500), None),
        ]
        assert addends[0].ref == Ref.parse("2.1/2023/disbursed")
        assert addends[0].places == (Place(1, 3, 7),)

    def test_sums_by_unit(self) -> None:
        sums = unit_sums(consolidate([EAST, WEST]), "unit", Stage.DISBURSED)
        assert {unit: each.money for unit, each in sums.items()} == {
            "Зарічний район": uah(250),
            "Нагірний район": uah(500),
        }

    def test_a_group_that_is_none_is_named_with_the_nearest(self) -> None:
        with pytest.raises(ValueError, match="the nearest is unit"):
            unit_sums(consolidate([EAST]), "units", "planned")


class TestWhoseAndWhen:
    NINE = report("Лісовий район", money(200, 100, "2023-9m"), period="2023-9m")

    def test_periods_that_differ_are_refused_until_one_is_asked_for(self) -> None:
        with pytest.raises(
            ConsolidationError, match="one period: found 2023-9m, 2023; say which with period="
        ):
            consolidate([EAST, self.NINE])

    def test_nine_months_are_never_added_to_the_year(self) -> None:
        found = consolidate([EAST, WEST, self.NINE], period=2023)
        assert total(found.report, "disbursed") == uah(750)
        finding = only(found, "report-left-out")
        assert (finding.facts["unit"], finding.facts["told"]) == (
            "Lісовий район".replace("L", "Л"),
            Period.nine_months(2023),
        )
        assert finding.severity is Severity.ERROR
        assert [each.unit for each in found.left_out] == ["Лісовий район"]
        assert consolidate([found], period=2023) == found

    def test_quarters_are_not_added_either(self) -> None:
        quarters = [report("А", money(n), period=f"2023-q{n}") for n in (1, 2)]
        with pytest.raises(ConsolidationError):
            consolidate(quarters)

    def test_a_report_without_a_period_is_left_out_beside_others(self) -> None:
        found = consolidate([EAST, report("Лісовий район", money(7), period=None)])
        assert only(found, "report-left-out").facts["told"] is None
        assert total(found.report, "planned") == uah(300)

    def test_reports_that_all_keep_their_period_silent_are_added_up(self) -> None:
        found = consolidate([report(unit, money(7, n), period=None) for n, unit in enumerate("АБ")])
        assert (found.report.period, total(found.report, "planned")) == (None, uah(14))

    def test_communities_that_differ_are_refused_until_one_is_asked_for(self) -> None:
        reports = [report(unit, money(5), community=f"Громада {unit}") for unit in "АБ"]
        with pytest.raises(ConsolidationError, match="Громада А, Громада Б; say which with community="):
            consolidate(reports)
        found = consolidate(reports, community="Громада Б")
        assert only(found, "report-left-out").facts["unit"] == "А"
        assert found.report.plan.community == Community("Громада Б")

    def test_a_community_told_in_parts_is_told_whole(self) -> None:
        told = [Community("Зоря", kind="city"), Community("Зоря", region="Київська область"), None]
        found = consolidate(
            [report(f"Район {n}", money(n + 1), community=each) for n, each in enumerate(told)]
        )
        assert found.report.plan.community == Community("Зоря", "city", "Київська область")


class TestHandedIn:
    def test_units_that_were_expected_and_are_missing_are_named(self) -> None:
        found = consolidate([EAST], expected=["Лісовий район", "ЗАРІЧНИЙ РАЙОН"])
        assert only(found, "report-missing").facts["unit"] == "Лісовий район"
        assert "unit-unexpected" not in found.findings.kinds

    def test_one_unit_may_be_expected_by_its_name(self) -> None:
        assert not consolidate([EAST], expected="Зарічний район").findings

    def test_a_unit_that_nobody_expected_is_named(self) -> None:
        assert (
            only(consolidate([EAST], expected=["Лісовий район"]), "unit-unexpected").facts["unit"]
            == EAST.issuer
        )

    def test_a_report_without_a_unit_is_named(self) -> None:
        assert only(consolidate([report(None, money(5))]), "unit-unnamed").refs == (PLAN,)

    def test_a_unit_may_be_told_by_hand(self) -> None:
        given = UnitReport.of(report(None, money(5)), "Лісовий район")
        assert consolidate([given]).units == ("Лісовий район",)

    def test_two_reports_of_one_unit_on_one_measure_are_an_error(self) -> None:
        finding = only(consolidate([EAST, report(EAST.issuer, money(310, 250))]), "unit-reports-twice")
        assert (finding.severity, finding.refs, finding.facts["reports"]) == (
            Severity.ERROR,
            (Ref.parse("2.1"),),
            2,
        )

    def test_two_reports_of_one_unit_on_different_measures_are_its_parts(self) -> None:
        finding = only(
            consolidate([EAST, report(EAST.issuer, money(9), measure="2.2")]), "unit-reports-twice"
        )
        assert finding.severity is Severity.NOTICE

    def test_two_copies_of_one_report_are_one_report_with_the_day_of_the_first(self) -> None:
        copies = [UnitReport.of(EAST, received=day) for day in ("2024-02-01", "2024-01-09")]
        (entry,) = consolidate(copies).entries
        assert str(entry.received) == "2024-01-09"
        assert len(entry.arrivals) == 2

    def test_a_unit_has_one_spelling(self) -> None:
        shouted = report("ЗАРІЧНИЙ РАЙОН", money(9), measure="2.2")
        found = consolidate([EAST, shouted])
        assert found.units == ("ЗАРІЧНИЙ РАЙОН",)
        assert list(unit_sums(found, "unit", "planned")) == ["ЗАРІЧНИЙ РАЙОН"]

    def test_what_reading_noticed_stays_with_the_report(self) -> None:
        noticed = Findings([Finding("text-guessed", "warning")])
        (entry,) = consolidate([Reading(EAST, Document([]), noticed)] * 2).entries
        assert entry.findings == noticed

    def test_what_is_no_report_is_refused(self) -> None:
        with pytest.raises(TypeError, match="expected a Report"):
            consolidate([Plan()])  # type: ignore[list-item]  # that is the point


def test_the_consolidated_report_can_be_audited() -> None:
    over = report("Лісовий район", money(100, 90), FundingPeriod(2023, allocated=uah(5), disbursed=uah(6)))
    kinds = audit(consolidate([EAST, over]).report).kinds
    assert "disbursed-exceeds-allocated" in kinds


def test_money_in_kopiykas_stays_exact() -> None:
    lines = [FundingPeriod(2023, disbursed=Money(n)) for n in (1, 10**15)]
    found = consolidate([report(f"Район {n}", line) for n, line in enumerate(lines)])
    assert total(found.report, "disbursed") == Money(10**15 + 1)


@pytest.fixture(scope="module", params=report_sources())
def zhytomyr(request: pytest.FixtureRequest) -> Report:
    return read_report(request.param).value


def part(whole: Report, nth: int, of: int) -> Report:
    """Return what one of several units would report: every so many measures, the plan cut to them."""
    kept = {where for number, where in enumerate(whole.plan.by_ref) if number % of == nth}
    goals = [
        evolve(
            goal,
            measures=[
                measure
                for where, measure, _ in whole.plan.placed
                if where in kept and measure in goal.measures
            ],
        )
        for goal in whole.plan.goals
    ]
    progress = [each for each in whole.progress if each.measure in kept]
    return Report(evolve(whole.plan, goals=goals), whole.period, issuer=f"Район {nth}", progress=progress)


def test_a_real_report_cut_among_units_comes_together_again(zhytomyr: Report) -> None:
    """No measure is lost, doubled or taken for another, and all stand where they stood."""
    found = consolidate([part(zhytomyr, nth, 4) for nth in range(4)])
    assert found.findings.kinds == ()
    assert found.report.plan.by_ref == zhytomyr.plan.by_ref
    assert found.report.progress == zhytomyr.progress


def test_a_real_report_of_two_units_is_told_twice_wherever_it_has_money(zhytomyr: Report) -> None:
    twin = evolve(zhytomyr, issuer="Інший підрозділ")
    found = consolidate([zhytomyr, twin])
    assert {stage: total(found.report, stage) for stage in Stage} == {
        stage: total(zhytomyr, stage) for stage in Stage
    }
    with_money = [
        each
        for each in zhytomyr.progress
        if any(line.at(stage) not in (None, uah(0)) for line in each.funding for stage in Stage)
    ]
    assert [each.refs[0] for each in found.findings] == [each.measure for each in with_money]
    assert set(found.findings.kinds) == {"money-claimed-twice"}
