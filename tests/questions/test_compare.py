"""Two editions of a plan, two reports, and a plan beside a report on it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from localgender.intake import read_plan, read_report
from localgender.model.community import Community
from localgender.model.executors import Involvement
from localgender.model.funding import FundingPeriod, Needs
from localgender.model.passport import Passport
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.questions.compare import compare
from localgender.questions.compare.changes import Change, ChangeKind, Comparison
from localgender.values.acts import LegalAct
from localgender.values.money import Money, thousand_uah, uah
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref
from localgender.values.terms import years
from paths import SAMPLE

TEACHERS, STREETS = "Тренінги для вчителів про рівність", "Аудит безпеки вулиць громади"


def told(found: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.kind, each.old_ref and str(each.old_ref), each.new_ref and str(each.new_ref)) for each in found
    ]


def planned(amount: int, period: object = 2024, *sources: str) -> FundingPeriod:
    return FundingPeriod(period, sources, planned=uah(amount))


def paid(period: object, disbursed: int) -> FundingPeriod:
    return FundingPeriod(period, disbursed=uah(disbursed))


def yearly(period: object, *funding: FundingPeriod, **said: object) -> Report:
    plan = Plan(goals=[Goal("1", title="Освіта", measures=Measure("1.1", TEACHERS))])
    return Report(plan, period, progress=Progress("1.1", funding, **said))


def only(found: Comparison) -> Change:
    (change,) = found
    return change


def test_documents_read_twice_do_not_differ() -> None:
    for source in ("zhytomyr-report-2023.txt", "zhytomyr-plan-1325.txt"):
        reading = (read_report if "report" in source else read_plan)(SAMPLE / source)
        assert not compare(reading, reading.value)


def test_anything_else_is_refused() -> None:
    with pytest.raises(TypeError, match="expected a Plan"):
        compare(Plan(), "план.docx")


# Matching


def test_a_measure_put_in_between_moves_the_others_and_loses_none() -> None:
    old = Plan(goals=[Measure("1.1", TEACHERS), Measure("1.2", STREETS)])
    new = Plan(goals=[Measure("1.1", "Рубрика на сайті"), Measure("1.2", TEACHERS), Measure("1.3", STREETS)])
    assert told(compare(old, new)) == [
        ("added", None, "1.1"), ("moved", "1.1", "1.2"), ("moved", "1.2", "1.3")
    ]  # fmt: skip


def test_a_number_goes_before_words_that_are_only_alike() -> None:
    """Two measures for different people share most of their words."""
    old = Plan(
        goals=[Measure("1.1", "Тренінги для вчителів шкіл"), Measure("1.2", "Тренінги для лікарів шкіл")]
    )
    new = Plan(goals=[Measure("1.1", "Тренінги для вчительок шкіл"), Measure("1.2", "Тренінги лікарів шкіл")])
    assert told(compare(old, new)) == [("retitled", "1.1", "1.1"), ("retitled", "1.2", "1.2")]


def test_a_reworded_and_renumbered_measure_is_found_by_its_words() -> None:
    old = Plan(goals=[Measure("1.1", "Проведення тренінгів для вчителів шкіл громади")])
    new = Plan(goals=[Measure("1.4", "Проведення онлайн-тренінгів для вчителів шкіл громади")])
    found = compare(old, new)
    assert told(found) == [("moved", "1.1", "1.4"), ("retitled", "1.1", "1.4")]
    assert not any(each.doubtful for each in found)


def test_a_match_in_doubt_says_how_alike_the_titles_are() -> None:
    old = Plan(goals=[Measure("1.1", "Тренінги для вчителів шкіл")])
    new = Plan(goals=[Measure("1.2", "Тренінги для вчителів та лікарів громади")])
    found = compare(old, new)
    assert told(found) == [("moved", "1.1", "1.2"), ("retitled", "1.1", "1.2")]
    assert {each.similarity for each in found} == {Fraction(2, 3)}
    assert all(each.doubtful for each in found)


def test_titles_that_are_hardly_alike_are_of_different_measures() -> None:
    old = Plan(goals=[Measure("1.1", "Тренінги для вчителів шкіл")])
    new = Plan(goals=[Measure("1.2", "Круглий стіл для вчителів громади")])
    assert told(compare(old, new)) == [("removed", "1.1", None), ("added", None, "1.2")]


def test_the_same_number_with_other_words_is_in_doubt() -> None:
    found = only(compare(Plan(goals=[Measure("1.1", TEACHERS)]), Plan(goals=[Measure("1.1", STREETS)])))
    assert (found.kind, found.similarity, found.doubtful) == ("retitled", Fraction(0), True)


def test_the_same_number_in_another_programme_is_another_measure() -> None:
    old = Plan(goals=[Goal("1", title="Освіта і виховання", measures=Measure("1.1", TEACHERS))])
    new = Plan(goals=[Goal("1", title="Безпечний простір", measures=Measure("1.1", STREETS))])
    assert told(compare(old, new)) == [
        ("added", None, "goal:1"),
        ("removed", "goal:1", None),
        ("added", None, "1.1"),
        ("removed", "1.1", None),
    ]


def test_other_spelling_is_no_other_title() -> None:
    old = Plan(goals=[Measure("1.1", "Круглий стіл „Рівність” для iнших")])
    new = Plan(goals=[Measure("1.1", "Круглий стіл «Рівність» для інших.")])
    assert not compare(old, new)


def test_measures_without_words_are_matched_by_number() -> None:
    old = Plan(goals=[Measure("1.1", term="2024"), Measure("1.2")])
    new = Plan(goals=[Measure("1.1", term="2025"), Measure("1.3")])
    assert told(compare(old, new)) == [
        ("term-changed", "1.1", "1.1"), ("removed", "1.2", None), ("added", None, "1.3")
    ]  # fmt: skip


def test_measures_without_a_number_are_matched_by_words() -> None:
    old = Plan(goals=[Measure(title=TEACHERS), Measure(title=STREETS)])
    new = Plan(goals=[Measure(title=STREETS), Measure(title=TEACHERS, term="2024")])
    assert told(compare(old, new)) == [("term-changed", "#1", "#2")]


def test_two_bearers_of_a_number_are_told_apart_by_words() -> None:
    old = Plan(goals=[Measure("1.1", TEACHERS), Measure("1.1", STREETS)])
    new = Plan(goals=[Measure("1.1", STREETS)])
    assert told(compare(old, new)) == [("removed", "1.1", None)]


# Goals


def test_a_measure_under_another_goal_is_moved_and_says_from_where() -> None:
    goals = [Goal("1", title="Освіта", measures=Measure("1.1", TEACHERS)), Goal("2", title="Безпека")]
    new = [Goal("1", title="Освіта"), Goal("2", title="Безпека", measures=Measure("2.1", TEACHERS))]
    found = only(compare(Plan(goals=goals), Plan(goals=new)))
    assert (found.kind, str(found.old_ref), str(found.new_ref)) == ("moved", "1.1", "2.1")
    assert dict(found.facts) == {"old": Ref.parse("goal:1"), "new": Ref.parse("goal:2")}


def test_measures_follow_a_renumbered_goal() -> None:
    old = Plan(goals=[Goal("1", title="Освіта", measures=Measure("1.1", TEACHERS))])
    new = Plan(
        goals=[Goal("1", title="Участь"), Goal("2", title="Освіта", measures=Measure("2.1", TEACHERS))]
    )
    assert told(compare(old, new)) == [
        ("added", None, "goal:1"), ("moved", "goal:1", "goal:2"), ("moved", "1.1", "2.1")
    ]  # fmt: skip
    assert all(not each.facts for each in compare(old, new).of("moved"))


def test_a_goal_with_other_words_is_known_by_its_measures() -> None:
    measures = [Measure("1.1", TEACHERS), Measure("1.2", STREETS)]
    old, new = (Plan(goals=[Goal("1", title=title, measures=measures)]) for title in ("Освіта", "Безпека"))
    assert told(compare(old, new)) == [("retitled", "goal:1", "goal:1")]


def test_a_goal_under_another_is_moved() -> None:
    inner = Goal("3", title="Освіта", measures=Measure("3.1", TEACHERS))
    old = Plan(goals=[Goal("1", title="Перша", goals=inner), Goal("2", title="Друга")])
    new = Plan(goals=[Goal("1", title="Перша"), Goal("2", title="Друга", goals=inner)])
    assert told(compare(old, new)) == [("moved", "goal:3", "goal:3")]


# What differs


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("term-changed", {"term": years(2025)}),
        ("executors-changed", {"involvements": ["Управління культури"]}),
        ("consent-changed", {"involvements": Involvement("Відділ освіти", by_consent=True)}),
        ("results-changed", {"results": "4 тренінги"}),
        ("targets-changed", {"serves": "target:1.1:9"}),
        ("place-changed", {"place": "Бібліотека"}),
        ("money-changed", {"funding": planned(6)}),
        ("needs-changed", {"funding": evolve(planned(5), needs=Needs.WITHIN_ESTIMATE)}),
        ("source-changed", {"funding": planned(5, 2024, "community")}),
    ],
)
def test_each_field_of_a_measure_is_told_by_itself(kind: str, change: dict[str, object]) -> None:
    measure = Measure("1.1", TEACHERS, "2024", "Відділ освіти", planned(5))
    found = compare(Plan(goals=[measure]), Plan(goals=[evolve(measure, **change)]))
    assert found.kinds == (kind,)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("retitled", {"title": "План дій"}),
        ("term-changed", {"term": years(2025)}),
        ("community-changed", {"community": Community("Зорянська громада")}),
        ("acts-changed", {"acts": LegalAct("рішення", "12")}),
        ("passport-changed", {"passport": Passport(initiator="Відділ освіти")}),
        ("targets-changed", {"targets": Target("nap-1325", ("1.1",))}),
        ("added", {"stated_totals": StatedTotal("Всього", funding=planned(1))}),
    ],
)
def test_the_head_of_a_plan_is_told_by_itself(kind: str, change: dict[str, object]) -> None:
    assert compare(Plan(), Plan(**change)).kinds == (kind,)


def test_executors_that_come_and_go_are_named() -> None:
    old = Measure("1.1", TEACHERS, involvements=["Управління по зв'язках із громадськістю", "Відділ освіти"])
    new = Measure("1.1", TEACHERS, involvements=["Управління по зв’язках з громадськістю", "Архів"])
    found = only(compare(Plan(goals=[old]), Plan(goals=[new])))
    assert dict(found.facts) == {"added": ("Архів",), "removed": ("Відділ освіти",)}


# Money


def test_money_is_told_by_period_source_and_stage() -> None:
    lines = [planned(5, 2024, "community"), planned(7, 2025, "community"), planned(1, 2024, "state")]
    changed = [planned(5, 2024, "community"), planned(8, 2025, "community"), planned(1, 2024, "state")]
    old, new = (Plan(goals=[Measure("1.1", TEACHERS, funding=each)]) for each in (lines, changed))
    found = only(compare(old, new))
    assert str(found.new_ref) == "1.1/2025/community/planned"
    assert dict(found.facts) == {"stage": "planned", "old": uah(7), "new": uah(8), "difference": uah(1)}


def test_silence_and_zero_are_different_money_without_a_difference() -> None:
    old, new = (
        Plan(goals=[Measure("1.1", TEACHERS, funding=line)]) for line in (planned(0), FundingPeriod(2024))
    )
    assert dict(only(compare(old, new)).facts) == {"stage": "planned", "old": uah(0), "new": None}


def test_an_amount_printed_to_fewer_digits_is_the_same_amount() -> None:
    def plan(amount: str, step: int) -> Plan:
        line = FundingPeriod(2024, planned=thousand_uah(amount), step=Money(step))
        return Plan(goals=[Measure("1.1", TEACHERS, funding=line)])

    assert not compare(plan("10.53", 1000), plan("10.5", 10_000))
    assert compare(plan("10.53", 1000), plan("10.4", 10_000)).kinds == ("money-changed",)
    assert compare(plan("10.5", 10_000), plan("10.6", 10_000)).kinds == ("money-changed",)


def test_what_follows_for_goals_and_the_plan_stands_apart() -> None:
    def plan(one: int, other: int) -> Plan:
        goals = [(Goal(n, title=title, measures=Measure(f"{n}.1", title, funding=planned(amount))))
                 for n, title, amount in (("1", TEACHERS, one), ("2", STREETS, other))]  # fmt: skip
        return Plan(goals=goals)

    found = compare(plan(5, 7), plan(5, 9))
    assert told(found) == [("money-changed", "2.1/2024/planned", "2.1/2024/planned")]
    assert [(str(each.new_ref), each.facts["difference"]) for each in found.totals] == [
        ("plan/2024/planned", uah(2)), ("goal:2/2024/planned", uah(2))
    ]  # fmt: skip


def test_a_stated_total_is_compared_with_its_like() -> None:
    old, new = (
        Plan(
            stated_totals=[
                StatedTotal("Всього", funding=planned(amount)),
                StatedTotal("Разом", funding=planned(1)),
            ]
        )
        for amount in (3, 4)
    )
    assert told(compare(old, new)) == [("money-changed", "total:1/2024/planned", "total:1/2024/planned")]


# Reports


def test_years_are_compared_with_years() -> None:
    found = compare(yearly(2023, paid(2023, 10)), yearly(2024, paid(2024, 14)))
    assert told(found) == [("money-changed", "1.1/2023/disbursed", "1.1/2024/disbursed")]
    assert found[0].facts["difference"] == uah(4)
    assert found.periods == (Period.year(2023), Period.year(2024))
    assert [str(each.new_ref) for each in found.totals] == ["plan/2024/disbursed", "goal:1/2024/disbursed"]


def test_nine_months_and_a_year_are_never_growth() -> None:
    old = yearly("2023-9m", paid("2023-9m", 10), stated_percent="10")
    new = yearly(2024, paid(2024, 14), stated_percent="20")
    found = compare(old, new)
    assert told(found) == [("not-compared", "plan", "plan")]
    assert dict(found[0].facts) == {"old": (Period.nine_months(2023),), "new": (Period.year(2024),)}
    assert found.totals == ()


def test_the_year_in_a_report_for_nine_months_is_still_compared_with_the_year() -> None:
    old = yearly("2023-9m", planned(20, 2023), paid("2023-9m", 10))
    new = yearly(2024, planned(25, 2024), paid(2024, 14))
    assert told(compare(old, new)) == [
        ("not-compared", "plan", "plan"), ("money-changed", "1.1/2023/planned", "1.1/2024/planned")
    ]  # fmt: skip


def test_the_end_of_february_is_like_in_a_leap_year() -> None:
    found = compare(yearly("2023-m2", paid("2023-m2", 1)), yearly("2024-m2", paid("2024-m2", 2)))
    assert told(found) == [("money-changed", "1.1/2023-m2/disbursed", "1.1/2024-m2/disbursed")]


def test_percents_of_like_periods_are_compared() -> None:
    found = compare(yearly(2023, stated_percent="32.0"), yearly(2024, stated_percent="95.2"))
    assert told(found) == [("percent-changed", "1.1/percent", "1.1/percent")]


def test_other_words_are_a_change_in_one_period_and_expected_in_another() -> None:
    first, second = {"narrative": "Проведено 3 тренінги."}, {"narrative": "Проведено 4 тренінги."}
    assert compare(yearly(2023, **first), yearly(2023, **second)).kinds == ("narrative-changed",)
    assert not compare(yearly(2023, **first), yearly(2024, **second))
    assert compare(yearly(2023, **first), yearly(2024)).kinds == ("narrative-changed",)


def test_a_measure_no_longer_reported_is_told() -> None:
    report = yearly(2023, paid(2023, 1))
    silent = evolve(report, progress=[])
    assert compare(report, silent).of("unreported", "reported").kinds == ("unreported",)
    assert compare(silent, report).of("unreported", "reported").kinds == ("reported",)


# A plan and a report


def test_a_plan_and_its_report_agree_when_everything_is_reported() -> None:
    report = read_report(SAMPLE / "zhytomyr-report-2023.txt").value
    assert not compare(report.plan, report)


def test_measures_missing_on_either_side_are_named() -> None:
    plan = Plan(goals=[Measure("1.1", TEACHERS, "2023"), Measure("1.2", STREETS, "2025")], term="2023-2025")
    other = Plan(goals=[Measure("1.3", "Рубрика на сайті")])
    report = Report(other, 2023, progress=Progress("1.3", narrative="Так."))
    found = compare(plan, report)
    assert told(found) == [
        ("missing-in-report", "1.1", None), ("missing-in-report", "1.2", None), ("missing-in-plan", None, "1.3")
    ]  # fmt: skip
    assert [each.facts["due"] for each in found.of("missing-in-report")] == [True, False]
    assert compare(report, plan) == found.mirrored()
    assert found.mirrored().kinds == found.kinds


def test_a_measure_the_report_lists_and_says_nothing_of_is_missing() -> None:
    plan = Plan(goals=[Measure("1.1", TEACHERS)])
    assert told(compare(plan, Report(plan, 2023))) == [("missing-in-report", "1.1", "1.1")]


def test_money_planned_twice_differently_is_told_for_the_period_both_state() -> None:
    plan = Plan(goals=[Measure("1.1", TEACHERS, funding=[planned(5, 2023, "community"), planned(9, 2024)])])
    line = FundingPeriod(2023, planned=uah(6), disbursed=uah(1))
    report = Report(Plan(goals=[Measure("1.1", TEACHERS)]), 2023, progress=Progress("1.1", line))
    found = only(compare(plan, report))
    assert (found.kind, str(found.old_ref), str(found.new_ref)) == (
        "planned-differently", "1.1/2023/community/planned", "1.1/2023/planned"
    )  # fmt: skip
    assert found.facts["difference"] == uah(1)


def test_what_a_report_does_not_state_is_no_change_of_the_plan() -> None:
    plan = Plan(goals=[Measure("1.1", TEACHERS, "2023", "Відділ освіти", planned(5, 2023))])
    report = Report(Plan(goals=[Measure("1.1", TEACHERS)]), 2023, progress=Progress("1.1", narrative="Так."))
    assert not compare(plan, report)


# Asking a comparison


def test_a_comparison_is_asked_by_kind() -> None:
    old = Plan(goals=[Measure("1.1", TEACHERS, "2024"), Measure("1.2", STREETS)])
    new = Plan(goals=[Measure("1.1", TEACHERS, "2025")])
    found = compare(old, new)
    assert found.kinds == (ChangeKind.REMOVED, ChangeKind.TERM_CHANGED)
    assert [str(each.subject) for each in found.of("removed")] == ["1.2"]
    assert found[:1] == (found[0],)
    with pytest.raises(ValueError, match="vanished"):
        found.of("vanished")


def test_a_change_knows_its_mirror() -> None:
    change = Change("added", None, PLAN, {"new": uah(3), "difference": uah(1)})
    assert change.mirrored() == Change("removed", PLAN, None, {"old": uah(3), "difference": uah(-1)})
    assert change.mirrored().mirrored() == change


def test_a_measure_of_which_nothing_is_left_was_replaced() -> None:
    """Only its number stayed: words, term, executors and money are others."""
    old = Measure("1.1", TEACHERS, years(2025), "Відділ освіти", planned(10))
    new = Measure("1.1", STREETS, years(2026), "Управління благоустрою", planned(300))
    assert told(compare(Plan(goals=old), Plan(goals=new))) == [
        ("added", None, "1.1"), ("removed", "1.1", None)
    ]  # fmt: skip
    kept = compare(Plan(goals=old), Plan(goals=evolve(new, involvements=old.involvements)))
    assert {each.kind for each in kept} == {"retitled", "term-changed", "money-changed"}
    assert all(each.doubtful for each in kept)
