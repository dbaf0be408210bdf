"""What a rule is: a question whose answers are cases."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from localgender.findings import Facts, Severity
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.policy import Policy
from localgender.values.refs import Ref


class Outcome(StrEnum):
    """Answer of a rule about one case."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NOT_APPLICABLE = "not-applicable"
    NOT_CHECKABLE = "not-checkable"


class Reason(StrEnum):
    """Why a rule had nothing to say; rules of your own may give other words."""

    SILENT = "silent"
    PARTLY_SILENT = "partly-silent"
    NO_ROWS = "no-rows"
    NO_PERIOD = "no-period"
    PERIOD_UNCLEAR = "period-unclear"
    SOURCE_UNCLEAR = "source-unclear"
    WORDS_FOR_MONEY = "words-for-money"
    NO_PERCENT = "no-percent"
    PERCENT_UNDEFINED = "percent-undefined"
    PERCENT_UNEXPLAINED = "percent-unexplained"
    PERCENT_NOT_FULL = "percent-not-full"
    NONE_PLANNED = "none-planned"
    NO_TERM = "no-term"
    NO_PLAN_TERM = "no-plan-term"
    TERM_WITHOUT_DAYS = "term-without-days"
    NOT_DUE = "not-due"
    NO_CODE = "no-code"
    OTHER_VALUE = "other-value"


@frozen
class Case:
    """One thing a rule looked at, and what it answers.

    Attributes:
        outcome: "consistent", "inconsistent", "not-applicable" or "not-checkable".
        refs: What was looked at.
        facts: Values that decided.
        reason: Why there is no answer; empty when there is one.
        severity: Where this case weighs otherwise than its rule.
    """

    outcome: Outcome = field(converter=Outcome)
    refs: tuple[Ref, ...] = ()
    facts: Facts = field(factory=Facts)
    reason: str = field(default="", converter=str)
    severity: Severity | None = None


def consistent(*refs: Ref) -> Case:
    """Answer that nothing is wrong."""
    return Case(Outcome.CONSISTENT, refs)


def inconsistent(*refs: Ref, severity: Severity | None = None, **facts: Any) -> Case:
    """Answer that something is wrong, with the facts that show it."""
    return Case(Outcome.INCONSISTENT, refs, Facts(facts), severity=severity)


def not_applicable(*refs: Ref, reason: str) -> Case:
    """Answer that the question does not arise."""
    return Case(Outcome.NOT_APPLICABLE, refs, reason=reason)


def not_checkable(*refs: Ref, reason: str) -> Case:
    """Answer that the document does not say enough."""
    return Case(Outcome.NOT_CHECKABLE, refs, reason=reason)


@frozen
class Rule:
    """One question about a plan or report (правило перевірки).

    Attributes:
        kind: Stable kebab-case name of its findings.
        severity: Weight of its findings, unless a case says otherwise.
        basis: Law, document or arithmetic it rests on.
        check: The question itself, whose docstring is its page in the reference.
        about: Which values it is asked of. A report also answers, with its plan, what is asked of plans only.
    """

    kind: str
    severity: Severity = field(converter=Severity)
    basis: str
    check: Callable[[Plan | Report, Policy], Iterable[Case]]
    about: tuple[type[Plan | Report], ...] = (Plan, Report)

    @property
    def page(self) -> str:
        """Text of its page in the reference."""
        return inspect.getdoc(self.check) or ""
