"""Which targets of higher documents a plan serves, and the lists of codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from localgender.errors import NotationError, UnknownRefError
from localgender.intake import read_plan
from localgender.model.plan import Goal, Measure, Plan, Target
from localgender.questions.codelists import NAMES, CodeEntry, CodeList, codelist
from localgender.questions.coverage import Coverage, coverage
from localgender.values.codes import Code
from localgender.values.refs import Ref
from paths import plan_sources

COUNTS = [4, 1, 2, 7, 13, 1, 5, 2, 5, 8, 11, 6]
ACTIVITY = Target("nap-1325", ("1.1", "9", "2"))
ARTICLE = Target("charter-2006", ("22",))


@pytest.fixture(scope="module", params=plan_sources())
def zhytomyr_plan(request: pytest.FixtureRequest) -> Plan:
    path: Path = request.param
    return read_plan(path).value


def numbers(targets: tuple[Target, ...]) -> list[str]:
    return [":".join(target.path) for target in targets]


def test_measures_of_the_1325_plan_by_operational_goal(zhytomyr_plan: Plan) -> None:
    found = coverage(zhytomyr_plan)
    assert [goal.measures for goal in found.goals] == COUNTS
    assert [goal.serving for goal in found.goals] == COUNTS
    assert found.serving_none == ()


def test_national_goals_without_a_local_measure_are_not_localised(zhytomyr_plan: Plan) -> None:
    found = coverage(zhytomyr_plan, "nap-1325")
    assert numbers(found.of("not-localised")) == ["4.1", "5.1"]
    by_goal = {
        cover.target.path[0]: len(cover.measures) for cover in found.targets if len(cover.target.path) == 1
    }
    assert [by_goal[str(goal.code)] for goal in found.goals] == COUNTS
    assert [by_goal[code] for code in "12345"] == [7, 20, 8, 24, 6]


def test_a_plan_for_one_document_says_nothing_of_another(zhytomyr_plan: Plan) -> None:
    found = coverage(zhytomyr_plan, "charter-2006")
    assert len(found.of("not-localised")) == 30
    assert len(found.serving_none) == 65
    assert found.unknown == ()


def test_a_task_is_served_through_its_activity() -> None:
    task = Target("nap-1325", ("1.1", "9"))
    plan = Plan(goals=[Measure("1.1.1", serves=ACTIVITY.ref)], targets=[task, ACTIVITY])
    assert [cover.measures for cover in coverage(plan).targets] == [(Ref.parse("1.1.1"),)] * 2


def test_what_is_listed_without_a_measure_is_unserved() -> None:
    plan = Plan(goals=[Measure("1.1")], targets=[ACTIVITY])
    found = coverage(plan)
    assert (found.of("unserved"), found.of("served")) == ((ACTIVITY,), ())
    assert found.serving_none == (Ref.parse("1.1"),)


def test_a_goal_of_the_list_that_the_plan_only_lists_is_unserved_not_missing() -> None:
    found = coverage(Plan(targets=[ACTIVITY]), "nap-1325")
    assert numbers(found.of("unserved")) == ["1", "1.1", "1.1:9:2"]
    assert found.of("served") == ()


def test_numbers_of_another_document_do_not_count() -> None:
    """Goal 1.1 of a programme of one's own is not goal 1.1 of the national plan."""
    plan = Plan(goals=[Goal("1.1", measures=Measure("1.1.1"))])
    assert coverage(plan, "nap-1325").of("served") == ()
    own = Plan(goals=[Measure("1.1", serves="target:22")], targets=[Target("own", ("22",))])
    assert coverage(own, "charter-2006").of("served") == ()
    assert numbers(coverage(own).of("served")) == ["22"]


def test_a_list_is_asked_about_alone() -> None:
    plan = Plan(
        goals=[Measure("1.1", serves=ACTIVITY.ref), Measure("1.2", serves=ARTICLE.ref)],
        targets=[ACTIVITY, ARTICLE],
    )
    charter, national = coverage(plan, "charter-2006"), coverage(plan, codelist("nap-1325"))
    assert (charter.of("served"), charter.serving_none) == (
        (evolve(ARTICLE, title="Гендерно зумовлене насильство"),),
        (Ref.parse("1.1"),),
    )
    assert national.serving_none == (Ref.parse("1.2"),)
    assert (charter.unknown, national.unknown) == ((), ())
    assert coverage(plan).serving_none == ()


def test_what_nobody_lists_is_told() -> None:
    plan = Plan(goals=[Measure("1.1", serves="target:31")])
    assert coverage(plan).unknown == coverage(plan, "charter-2006").unknown == (Ref.parse("target:31"),)
    assert coverage(plan).serving_none == (Ref.parse("1.1"),)


def test_equal_goals_are_counted_apart() -> None:
    goal = Goal("1", measures=Measure("1.1"))
    empty = Goal("2")
    found = coverage(Plan(goals=[goal, goal, empty]))
    assert [(cover.code, cover.measures) for cover in found.goals] == [
        (Code((1,)), 1), (Code((1,)), 1), (Code((2,)), 0)
    ]  # fmt: skip


def test_a_plan_without_anything_is_covered_by_nothing() -> None:
    assert coverage(Plan()) == Coverage()


@pytest.mark.parametrize("name", NAMES)
def test_every_list_tells_its_edition_and_its_source(name: str) -> None:
    found = codelist(name)
    assert found.name == name
    assert found.edition
    assert found.sources
    assert found.uk
    assert found.en


def test_the_lists_hold_what_their_documents_number() -> None:
    national = codelist("nap-1325")
    assert [entry.code for entry in national.entries if entry.under is None] == ["1", "2", "3", "4", "5"]
    assert [entry.code for entry in national.entries if entry.uk is None] == ["4.1", "5.1"]
    assert len(national.entries) == 19
    assert [entry.code for entry in codelist("charter-2006").entries] == [str(n) for n in range(1, 31)]
    assert [entry.code for entry in codelist("sdg-5").entries] == [f"5.{n}" for n in "123456abc"]
    assert [entry.code for entry in codelist("oecd-gender").entries] == ["2", "1", "0"]


def test_another_name_or_code_names_the_nearest() -> None:
    with pytest.raises(NotationError, match="the nearest is nap-1325"):
        codelist("nap1325")
    with pytest.raises(UnknownRefError, match=r"the nearest is 4\.4"):
        codelist("nap-1325").entry("4.44")


def test_a_list_of_ones_own_serves_as_well() -> None:
    own = CodeList("oblast", "2024", entries=[CodeEntry("А"), CodeEntry("А-1", under="А")])
    plan = Plan(goals=[Measure("1.1", serves=Ref("target", path=["А-1"]))])
    assert numbers(coverage(plan, own).of("served")) == ["А", "А-1"]


def test_a_list_is_refused_that_repeats_a_code_or_hangs_in_the_air() -> None:
    for entries in ([CodeEntry("1"), CodeEntry("1")], [CodeEntry("1.1", under="1")]):
        with pytest.raises(ValueError, match="oblast"):
            CodeList("oblast", "2024", entries=entries)
