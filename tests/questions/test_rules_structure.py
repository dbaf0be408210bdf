"""Numbers, executors and texts."""

from __future__ import annotations

from localgender.findings import Findings, Severity
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.rules.executors import NO_EXECUTOR
from localgender.questions.rules.structure import (
    MISSING_CODE,
    NO_NARRATIVE,
    NO_RESULT,
    NUMBERING_GAP,
    REPEATED_CODE,
)
from localgender.values.codes import Code
from localgender.values.refs import PLAN, ref


def plan_of(*codes: str | None) -> Plan:
    return Plan(goals=[Goal("2", measures=[Measure(code) for code in codes])])


def refs_of(found: Findings) -> list[list[str]]:
    return [[str(each) for each in finding.refs] for finding in found]


def test_every_bearer_of_a_repeated_code_is_named() -> None:
    """2.4 and its second bearer."""
    found = audit(plan_of("2.4", "2.5", "2.4", "2.4"), rules=[REPEATED_CODE])
    assert refs_of(found) == [["2.4", "2.4#2", "2.4#3"]]
    assert (found[0].severity, found[0].facts["code"]) == (Severity.WARNING, Code((2, 4)))
    assert refs_of(audit(plan_of("2.1", "2.10"), rules=[REPEATED_CODE])) == []


def test_a_code_is_repeated_across_goals_too() -> None:
    """It names its goal, so it stands in the wrong one."""
    plan = Plan(goals=[Goal("2", measures=Measure("2.4")), Goal("3", measures=Measure("2.4"))])
    assert refs_of(audit(plan, rules=[REPEATED_CODE])) == [["2.4", "2.4#2"]]


def test_single_numbers_may_begin_anew_under_each_goal() -> None:
    """1, 2 under the first task and 1, 2 under the second is how programmes count."""
    goals = [Goal(str(n), measures=[Measure("1"), Measure("2")]) for n in (1, 2)]
    assert refs_of(audit(Plan(goals=goals), rules=[REPEATED_CODE, NUMBERING_GAP])) == []
    twice = Goal("3", measures=[Measure("1"), Measure("1")])
    assert refs_of(audit(Plan(goals=[*goals, twice]), rules=[REPEATED_CODE])) == [["1#3", "1#4"]]


def test_a_measure_without_code_is_named_by_its_goal() -> None:
    """Third under goal 2."""
    (found,) = audit(plan_of("2.1", "2.2", None), rules=[MISSING_CODE])
    assert (found.severity, found.refs) == (Severity.NOTICE, (ref("2.#3"),))


def test_a_plan_without_numbers_gets_one_notice() -> None:
    """Nobody needs forty."""
    (found,) = audit(plan_of(None, None), rules=[MISSING_CODE])
    assert (found.refs, found.facts["measures"]) == ((PLAN,), 2)


def test_a_gap_names_its_neighbours_and_what_is_missing() -> None:
    """2.9, then 2.12."""
    (found,) = audit(plan_of("2.9", "2.12"), rules=[NUMBERING_GAP])
    assert (found.severity, found.refs) == (Severity.NOTICE, (ref("2.9"), ref("2.12")))
    assert found.facts["missing"] == (Code((2, 10)), Code((2, 11)))


def test_numbers_are_ordered_by_code_not_by_position() -> None:
    """2.10 printed before 2.9 leaves no gap, and a repeat is none either."""
    assert refs_of(audit(plan_of("2.10", "2.9", "2.8", "2.9"), rules=[NUMBERING_GAP])) == []


def test_a_goal_that_is_missing_is_a_choice() -> None:
    """Zhytomyr has 4.2, 4.3 and 4.4, but no 4.1."""
    goals = [Goal(f"4.{n}", measures=[Measure(f"4.{n}.1"), Measure(f"4.{n}.2")]) for n in (2, 4)]
    assert refs_of(audit(Plan(goals=goals), rules=[NUMBERING_GAP])) == []


def test_a_monstrous_gap_is_counted_not_listed() -> None:
    """A slip of the pen does not fill the memory."""
    (found,) = audit(plan_of("2.1", "2.900000000"), rules=[NUMBERING_GAP])
    assert (len(found.facts["missing"]), found.facts["count"]) == (20, 899_999_998)


def test_a_goal_printed_twice_is_numbered_as_one() -> None:
    """A page break may repeat the heading of the goal."""
    goals = [Goal("2", measures=Measure("2.1")), Goal("2", measures=Measure("2.3"))]
    assert refs_of(audit(Plan(goals=goals), rules=[NUMBERING_GAP])) == [["2.1", "2.3"]]


def test_a_row_without_result_among_rows_with_one_is_found() -> None:
    """A document without the column is not accused of it."""
    told, silent = Measure("1.1", results="30 учасниць"), Measure("1.2")
    (found,) = audit(Plan(goals=[told, silent]), rules=[NO_RESULT])
    assert (found.severity, found.refs) == (Severity.NOTICE, (ref("1.2"),))
    (checked,) = audit_summary(Plan(goals=[silent]), rules=[NO_RESULT])
    assert (checked.not_applicable, checked.reasons) == (1, (("no-column", 1),))


def test_a_row_without_executor_among_rows_with_one_is_found() -> None:
    """And a document without the column gets one notice."""
    served = [Measure("1.1", involvements="Архів"), Measure("1.2")]
    (found,) = audit(Plan(goals=served), rules=[NO_EXECUTOR])
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.2"),))
    (found,) = audit(Plan(goals=[Measure("1.1"), Measure("1.2")]), rules=[NO_EXECUTOR])
    assert (found.severity, found.refs) == (Severity.NOTICE, (PLAN,))


def test_a_row_without_narrative_among_rows_with_one_is_found() -> None:
    """A measure that is not reported has no row to be silent."""
    plan = Plan(goals=[Measure("1.1"), Measure("1.2"), Measure("1.3")])
    told, silent = Progress("1.1", narrative="Проведено."), Progress("1.2")
    (found,) = audit(Report(plan, 2023, progress=[told, silent]), rules=[NO_NARRATIVE])
    assert (found.severity, found.refs) == (Severity.NOTICE, (ref("1.2"),))
    (found,) = audit(Report(plan, 2023, progress=[silent]), rules=[NO_NARRATIVE])
    assert found.refs == (PLAN,)


def test_the_rows_of_zhytomyr_are_complete(zhytomyr: Report) -> None:
    """Numbered without gaps, each with executors and a text."""
    rules = [REPEATED_CODE, MISSING_CODE, NUMBERING_GAP, NO_EXECUTOR, NO_NARRATIVE]
    assert len(audit(zhytomyr, rules=rules)) == 0
