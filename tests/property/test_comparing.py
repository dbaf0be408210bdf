"""Laws of comparing: nothing differs from itself, both directions say the same, one change is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Report
from localgender.questions.aggregate import total
from localgender.questions.compare import compare
from localgender.questions.compare.changes import ChangeKind
from localgender.questions.compare.matching import similarity, tokens, words
from localgender.questions.observations import observations
from localgender.strategies import codes, moneys, plans, reports, texts
from localgender.values.codes import Code
from localgender.values.money import Money
from localgender.values.refs import Ref, RefKind

documents = plans() | reports()


def changed(plan: Plan, where: Ref, change: Callable[[Measure], Measure | None]) -> Plan:
    """Return the plan with one measure changed or left out."""
    left = iter(plan.by_ref)

    def goal_with(goal: Goal) -> Goal:
        measures = [change(each) if next(left) == where else each for each in goal.measures]
        return evolve(
            goal,
            measures=[each for each in measures if each is not None],
            goals=[goal_with(each) for each in goal.goals],
        )

    return evolve(plan, goals=[goal_with(each) for each in plan.goals])


def told(old: Plan, new: Plan) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.kind, each.old_ref and str(each.old_ref.subject), each.new_ref and str(each.new_ref.subject))
        for each in compare(old, new)
    ]


def distinct(plan: Plan) -> Plan:
    """Return the plan with measures that no one would take for each other: number and words occur once."""
    number = iter(range(1, 1000))

    def goal_with(goal: Goal) -> Goal:
        measures = [renamed(each, next(number)) for each in goal.measures]
        return evolve(goal, measures=measures, goals=[goal_with(each) for each in goal.goals])

    def renamed(measure: Measure, nth: int) -> Measure:
        return evolve(measure, code=Code((90, nth)), title=f"слово{nth} річ{nth} діло{nth}")

    return evolve(plan, goals=[goal_with(each) for each in plan.goals])


@st.composite
def plans_with_one(draw: st.DrawFn) -> tuple[Plan, Ref]:
    """Return a plan of distinct measures and the address of one of them."""
    plan = distinct(draw(plans()))
    assume(plan.measures)
    return plan, draw(st.sampled_from(list(plan.by_ref)))


@given(documents)
def test_nothing_differs_from_itself(document: Plan | Report) -> None:
    found = compare(document, document)
    assert not found.changes
    assert not found.totals


@given(documents, documents)
def test_comparing_the_other_way_round_mirrors_the_answer(old: Plan | Report, new: Plan | Report) -> None:
    assert compare(new, old) == compare(old, new).mirrored()


@given(plans(), plans())
def test_every_measure_is_matched_or_told_of(old: Plan, new: Plan) -> None:
    """As many are left of the old side without the removed as of the new without the added."""
    found = compare(old, new)
    gone, come = (
        sum(each.subject.kind is RefKind.MEASURE for each in found.of(kind) if each.subject)
        for kind in (ChangeKind.REMOVED, ChangeKind.ADDED)
    )
    assert len(old.measures) - gone == len(new.measures) - come


@given(plans_with_one(), texts())
def test_a_renamed_measure_is_retitled_and_nothing_else(given_plan: tuple[Plan, Ref], title: str) -> None:
    plan, where = given_plan
    new = changed(plan, where, lambda measure: evolve(measure, title=title))
    assume(words(plan.measure(where).title) != words(new.measure(where).title))
    assert told(plan, new) == [("retitled", str(where), str(where))]


@given(plans_with_one(), codes())
def test_a_renumbered_measure_is_moved_and_not_lost(given_plan: tuple[Plan, Ref], number: Code) -> None:
    plan, where = given_plan
    new = changed(plan, where, lambda measure: evolve(measure, code=number))
    there = next(ref for ref, each, _ in new.placed if each.title == plan.measure(where).title)
    assert told(plan, new) == ([("moved", str(where), str(there))] if number != where.code else [])


@given(plans_with_one())
def test_a_removed_measure_is_told_alone(given_plan: tuple[Plan, Ref]) -> None:
    plan, where = given_plan
    new = changed(plan, where, lambda _: None)
    assert told(plan, new) == [("removed", str(where), None)]
    assert told(new, plan) == [("added", None, str(where))]


@given(plans_with_one(), moneys(), moneys())
def test_changed_money_is_told_with_both_amounts(
    given_plan: tuple[Plan, Ref], before: Money, after: Money
) -> None:
    plan, where = given_plan
    assume(before != after)
    old, new = (
        changed(plan, where, lambda measure, money=money: evolve(measure, funding=FundingPeriod(2031, planned=money)))
        for money in (before, after)
    )  # fmt: skip
    (found,) = compare(old, new)
    assert (found.kind, str(found.new_ref)) == ("money-changed", f"{where}/2031/planned")
    assert (found.facts["old"], found.facts["new"]) == (before, after)
    assert before + found.facts["difference"] == after


@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_measures_changes_nothing(plan: Plan, chance: object) -> None:
    """Distinct measures stand in any order within their goal."""
    plan = distinct(plan)

    def shuffled(goals: Iterable[Goal]) -> list[Goal]:
        return [
            evolve(
                goal, measures=chance.sample(goal.measures, len(goal.measures)), goals=shuffled(goal.goals)
            )
            for goal in goals
        ]

    assert not compare(plan, evolve(plan, goals=shuffled(plan.goals))).changes


@given(texts(), texts())
def test_similarity_is_mutual_and_lies_between_none_and_all(one: str, other: str) -> None:
    there, back = similarity(tokens(one), tokens(other)), similarity(tokens(other), tokens(one))
    assert there == back
    assert 0 <= there <= 1
    assert similarity(tokens(one), tokens(one)) == bool(tokens(one))


@given(documents)
def test_records_of_a_stage_add_up_to_its_total(document: Plan | Report) -> None:
    """Wherever `total` has an answer, the flat records give the same."""
    records = observations(document)
    for stage in ("planned", "allocated", "disbursed"):
        found = [row.kopiykas for row in records if row.stage == stage and not row.stated_total]
        answer = total(document, stage)
        assert answer is None or answer.kopiykas == sum(found)
