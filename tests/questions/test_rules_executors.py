"""How much one body is to do."""

from __future__ import annotations

from localgender.findings import Severity
from localgender.model.executors import Executor
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.policy import Policy
from localgender.questions.rules.executors import EXECUTOR_OVERLOADED
from localgender.values.refs import PLAN, ref

TWO = Policy(most_measures=2)


def plan_of(*executors: list[str | Executor]) -> Plan:
    return Plan(goals=[Measure(f"1.{n}", involvements=each) for n, each in enumerate(executors, start=1)])


def test_the_body_that_does_too_much_is_named_with_its_measures() -> None:
    plan = plan_of(["Архів", "Музей"], ["Архів"], ["Архів", "Архів"], ["Музей"])
    (found,) = audit(plan, policy=TWO, rules=[EXECUTOR_OVERLOADED])
    assert (found.severity, found.refs) == (Severity.NOTICE, (PLAN,))
    assert dict(found.facts) == {
        "executor": "Архів",
        "measures": 3,
        "all": 4,
        "rows": (ref("1.1"), ref("1.2"), ref("1.3")),
    }


def test_the_most_loaded_come_first() -> None:
    others = [[f"Орган {number}"] for number in range(10)]
    plan = plan_of(*[["Б"]] * 3, *[["А", "Г"]] * 4, *others)
    found = audit(plan, policy=TWO, rules=[EXECUTOR_OVERLOADED])
    assert [each.facts["executor"] for each in found] == ["А", "Г", "Б"]


def test_a_large_plan_spread_evenly_overloads_nobody() -> None:
    even = plan_of(*[["Б"]] * 30, *[["А", "Г"]] * 28)
    assert not audit(even, policy=TWO, rules=[EXECUTOR_OVERLOADED])


def test_words_for_many_bodies_load_nobody() -> None:
    """«Громадські організації» are as many as there are, also where one row forgot to say so."""
    several = [Executor("Громадські організації", "civil-society"), Executor("Інші органи", "group")]
    plan = plan_of(*[several] * 3, [Executor("Інші органи")])
    (checked,) = audit_summary(plan, policy=TWO, rules=[EXECUTOR_OVERLOADED])
    assert (checked.not_applicable, checked.reasons) == (2, (("several-bodies", 2),))


def test_a_plan_that_names_nobody_is_not_checkable() -> None:
    (checked,) = audit_summary(plan_of([], []), rules=[EXECUTOR_OVERLOADED])
    assert checked.unchecked == (("silent", (PLAN,)),)
    assert audit_summary(Plan(), rules=[EXECUTOR_OVERLOADED])[0].not_checkable == 0


def test_the_policy_decides_how_much_is_too_much(zhytomyr: Report) -> None:
    """One body stands in every row of it."""
    (found,) = audit(zhytomyr, rules=[EXECUTOR_OVERLOADED])
    assert (found.facts["measures"], found.facts["all"]) == (37, 37)
    assert len(audit(zhytomyr, policy=Policy(most_measures=37), rules=[EXECUTOR_OVERLOADED])) == 0
