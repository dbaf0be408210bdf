"""Asking every rule, and saying what was asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs
import pytest
from attrs import evolve

from localgender.documents.grid import Document
from localgender.documents.reading import Reading
from localgender.findings import Findings, Severity, noticed
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.audit import Checked, audit, audit_summary
from localgender.questions.policy import Policy
from localgender.questions.rules import RULES
from localgender.questions.rules.rule import Case, Rule, inconsistent
from localgender.values.refs import ref


def test_zhytomyr_has_exactly_these_findings(zhytomyr: Report) -> None:
    """Nothing that conforms is accused."""
    found = audit(zhytomyr)
    assert Counter(each.kind for each in found) == {
        "percent-unexplained": 1,
        "percent-basis-varies": 1,
        "total-percent-unexplained": 1,
        "allocated-exceeds-planned": 1,
        "due-unfunded": 15,
        "delivered-without-money": 10,
        "delivered-at-zero-percent": 9,
        "full-percent-without-money": 1,
        "executor-overloaded": 1,
    }


def test_findings_come_in_the_order_of_the_rules_then_of_the_plan(zhytomyr: Report) -> None:
    """Codes are ordered part by part: 2.9 before 2.10."""
    found = audit(zhytomyr)
    kinds = [rule.kind for rule in RULES]
    assert [kinds.index(each.kind) for each in found] == sorted(kinds.index(each.kind) for each in found)
    due = [each.refs[0].code for each in found.of("due-unfunded")]
    assert due == sorted(due)


def test_the_order_of_progress_changes_nothing(zhytomyr: Report) -> None:
    """A report typed backwards is the same report to an audit."""
    backwards = evolve(zhytomyr, progress=zhytomyr.progress[::-1])
    assert audit(backwards) == audit(zhytomyr)
    assert audit_summary(backwards) == audit_summary(zhytomyr)


def test_the_order_of_a_rule_changes_nothing() -> None:
    """Rules of one's own need not sort."""

    def backwards(value: Plan | Report, policy: Policy) -> Iterator[Case]:
        for code in ("1.2", "1.1"):
            yield inconsistent(ref(code))

    mine = Rule("mine", Severity.NOTICE, "none", backwards)
    plan = Plan(goals=[Measure("1.1"), Measure("1.2")])
    assert [each.refs for each in audit(plan, rules=[mine])] == [(ref("1.1"),), (ref("1.2"),)]


def test_what_reading_found_comes_first(zhytomyr: Report) -> None:
    """A reading is audited with its own findings, its value without."""
    noticing = noticed("column-number-gap", missing=6)
    reading = Reading(zhytomyr, Document([]), findings=Findings([noticing]))
    assert audit(reading) == reading.findings + audit(zhytomyr)
    assert audit(reading)[0] == noticing
    assert audit_summary(reading) == audit_summary(zhytomyr)


def test_a_report_answers_plan_rules_once(zhytomyr: Report) -> None:
    """Also a rule that is about plans only."""
    goals = [Goal("2", measures=[Measure("2.4"), Measure("2.4")])]
    report = Report(Plan(goals=goals), 2023)
    assert len(audit(report).of("repeated-code")) == 1
    plans_only = [evolve(rule, about=(Plan,)) for rule in RULES if rule.kind == "repeated-code"]
    assert len(audit(report, rules=plans_only)) == 1


def test_the_summary_names_every_rule_also_what_does_not_apply() -> None:
    """A plan prints no percents; what is asked of statistics is not asked of plans at all."""
    found = {each.kind: each for each in audit_summary(Plan())}
    apart = (Statistics, Mechanism)
    assert tuple(found) == tuple(rule.kind for rule in RULES if not set(apart) & set(rule.about))
    for kind in apart:
        asked = {each.kind for each in audit_summary(kind())}
        assert asked == {rule.kind for rule in RULES if kind in rule.about}
    assert found["percent-unexplained"] == Checked("percent-unexplained", 0, 0, 1, 0, (("other-value", 1),))


def test_the_summary_names_what_nobody_could_check(zhytomyr: Report) -> None:
    """The second total is silent in all three stages."""
    found = {each.kind: each for each in audit_summary(zhytomyr)}
    refs = tuple(ref(f"total:2/2023/{stage}") for stage in ("planned", "allocated", "disbursed"))
    assert found["stated-total-differs"].unchecked == (("silent", refs),)
    assert found["due-unfunded"].unchecked == ()


def test_the_summary_agrees_with_the_findings(zhytomyr: Report) -> None:
    """Each inconsistent case is a finding."""
    counted = {each.kind: each.inconsistent for each in audit_summary(zhytomyr) if each.inconsistent}
    assert counted == Counter(each.kind for each in audit(zhytomyr))


def test_every_rule_has_a_page_a_basis_and_a_name_of_its_own() -> None:
    """The reference is made from them."""
    assert len({rule.kind for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.basis
        assert all(attrs.astuple(rule.page)), rule.kind


def test_every_page_shows_a_consistent_and_an_inconsistent_case() -> None:
    """The examples run with the docstrings; here they are seen to be of both sorts."""
    for rule in RULES:
        assert {"'consistent'", "'inconsistent'"} <= set(re.findall(r"'[\w-]+'", rule.page.example)), (
            rule.kind
        )


def test_errors_are_contradictions_only() -> None:
    """Sums, and shares beyond their whole."""
    assert [rule.kind for rule in RULES if rule.severity is Severity.ERROR] == [
        "stated-total-differs",
        "parts-differ-from-total",
        "part-exceeds-whole",
        "share-above-whole",
    ]


@pytest.mark.parametrize("wrong", [None, "звіт.docx", 3])
def test_anything_else_is_refused(wrong: object) -> None:
    """An audit is of values, not of paths."""
    with pytest.raises(TypeError, match="a Plan, a Report, Statistics, a Mechanism or a Reading"):
        audit(wrong)  # type: ignore[arg-type]
