"""Asking every rule of a value: what is found, and what was checked at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from localgender._display import brief
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.aggregate import plan_of
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.rules import RULES
from localgender.questions.rules.rule import Case, Outcome, Reason, Rule, not_applicable
from localgender.values.refs import PLAN, Ref, RefKind

Audited = Plan | Report | Statistics | Mechanism
"""What rules are asked of."""

Answered = tuple[Rule, list[Case]]

# Values that are no plans: their rules are asked of nothing else, and no other rules of them.
_APART = (Statistics, Mechanism)


def audit(
    value: Audited | Reading[Any], *, policy: Policy = DEFAULT, rules: Iterable[Rule] = RULES
) -> Findings:
    """Find what contradicts itself, is probably wrong or is worth knowing.

    >>> from localgender.model.plan import Measure
    >>> audit(Plan(goals=[Measure("2.4"), Measure("2.4")])).of("repeated-code")[0].refs
    (Ref('2.4'), Ref('2.4#2'))

    Args:
        value: A plan, a report, statistics or a mechanism, or a reading of one, whose own findings then
            come first.
        policy: Choices of the caller.
        rules: Questions to ask; add your own with `(*RULES, mine)`.

    Returns:
        Findings in the order of the rules, and within a rule in that of the plan, then of its totals.

    Raises:
        TypeError: For anything else.
    """
    return _found(value, _asked(value, policy, rules))


def _found(value: Audited | Reading[Any], asked: Iterable[Answered]) -> Findings:
    found = Findings(
        Finding(rule.kind, case.severity or rule.severity, case.refs, case.facts)
        for rule, cases in asked
        for case in cases
        if case.outcome is Outcome.INCONSISTENT
    )
    return value.findings + found if isinstance(value, Reading) else found


@frozen
class Checked:
    """How often a rule was asked, and what it answered.

    Attributes:
        kind: Name of the rule.
        consistent: Cases where nothing is wrong.
        inconsistent: Cases that became findings.
        not_applicable: Cases where the question does not arise.
        not_checkable: Cases of which the document does not say enough.
        reasons: Why there was no answer, and how often, the most frequent first.
        unchecked: What is not checkable, by reason, in the order of the plan: what the author of the
            document could still say.
    """

    kind: str
    consistent: int = 0
    inconsistent: int = 0
    not_applicable: int = 0
    not_checkable: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    unchecked: tuple[tuple[str, tuple[Ref, ...]], ...] = ()

    __repr__ = brief


def audit_summary(
    value: Audited | Reading[Any], *, policy: Policy = DEFAULT, rules: Iterable[Rule] = RULES
) -> tuple[Checked, ...]:
    """Tell what an audit checks, how often, and what it cannot check.

    >>> from localgender.model.plan import Measure
    >>> summary = audit_summary(Plan(goals=[Measure("2.4")]))
    >>> [each.reasons for each in summary if each.kind == "outside-plan-term"]
    [(('no-term', 1),)]

    Args:
        value: A plan, a report, statistics or a mechanism, or a reading of one.
        policy: Choices of the caller.
        rules: Questions to ask.

    Returns:
        One for each rule, in their order; a rule about another sort of value is not applicable once. Rules
        about statistics or a mechanism are not asked of plans and reports, nor theirs of them.

    Raises:
        TypeError: For anything else.
    """
    return tuple(_counted(rule.kind, cases) for rule, cases in _asked(value, policy, rules))


def audit_with_summary(
    value: Audited | Reading[Any], *, policy: Policy = DEFAULT, rules: Iterable[Rule] = RULES
) -> tuple[Findings, tuple[Checked, ...]]:
    """Give what `audit` and `audit_summary` give, with every rule asked once.

    >>> plan = Plan("Рівні можливості")
    >>> audit_with_summary(plan) == (audit(plan), audit_summary(plan))
    True

    Takes and raises what `audit` does.
    """
    asked = list(_asked(value, policy, rules))
    return _found(value, asked), tuple(_counted(rule.kind, cases) for rule, cases in asked)


def _counted(kind: str, cases: Iterable[Case]) -> Checked:
    cases = tuple(cases)
    outcomes = Counter(case.outcome for case in cases)
    reasons = Counter(case.reason for case in cases if case.reason)
    unchecked: dict[str, list[Ref]] = {}
    for case in cases:
        if case.outcome is Outcome.NOT_CHECKABLE:
            unchecked.setdefault(case.reason, []).extend(case.refs)
    return Checked(
        kind,
        outcomes[Outcome.CONSISTENT],
        outcomes[Outcome.INCONSISTENT],
        outcomes[Outcome.NOT_APPLICABLE],
        outcomes[Outcome.NOT_CHECKABLE],
        tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
        tuple((reason, tuple(refs)) for reason, refs in sorted(unchecked.items())),
    )


def _asked(value: Audited | Reading[Any], policy: Policy, rules: Iterable[Rule]) -> Iterator[Answered]:
    audited = value.value if isinstance(value, Reading) else value
    if not isinstance(audited, Audited):
        raise TypeError(
            f"expected a Plan, a Report, Statistics, a Mechanism or a Reading of one, not {value!r}"
        )
    order = _order(audited)
    for rule in rules:
        if any(isinstance(audited, kind) is not (kind in rule.about) for kind in _APART):
            continue
        cases = _cases(rule, audited, policy)
        # Sorted here, so that rules of one's own need not mind the order.
        yield rule, sorted(cases, key=lambda case: min((order(where) for where in case.refs), default=(0, 0)))


def _cases(rule: Rule, value: Audited, policy: Policy) -> Iterable[Case]:
    for asked in (value,) if isinstance(value, Statistics | Mechanism) else (value, plan_of(value)):
        if isinstance(asked, rule.about):
            return rule.check(asked, policy)
    return [not_applicable(PLAN, reason=Reason.OTHER_VALUE)]


def _order(value: Audited) -> Callable[[Ref], tuple[int, int]]:
    by_ref = value.by_ref if isinstance(value, Statistics | Mechanism) else plan_of(value).by_ref
    places = {where: number for number, where in enumerate(by_ref)}

    def order(where: Ref) -> tuple[int, int]:
        if where.kind in {RefKind.TOTAL, RefKind.INDICATOR}:
            return 2, where.nth
        return (1, places[where.subject]) if where.subject in places else (0, 0)

    return order
