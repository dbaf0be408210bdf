"""What a rule is: a question whose answers are cases."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from localgender._display import brief
from localgender.findings import Facts, Severity
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
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
    SEVERAL_BODIES = "several-bodies"
    NO_COLUMN = "no-column"
    NO_TITLE = "no-title"
    NO_TWIN = "no-twin"
    SHORT_TEXT = "short-text"
    NO_TEXT = "no-text"
    NOTHING_DONE = "nothing-done"
    DUE = "due"
    NOT_ADDITIVE = "not-additive"
    COUNTED_AGAIN = "counted-again"
    ADDED_UP = "added-up"
    TOLD_ONCE = "told-once"
    NO_YEAR_BEFORE = "no-year-before"
    NO_WHOLE = "no-whole"
    NOT_ASKED = "not-asked"
    PERCENT_NOT_ZERO = "percent-not-zero"
    NOT_DELIVERED = "not-delivered"
    DELIVERY_UNCLEAR = "delivery-unclear"
    DONE_BY_DECIDING = "done-by-deciding"
    NOTHING_LATER = "nothing-later"
    NO_PROMISE = "no-promise"


def _outcome(value: Outcome | str) -> Outcome:
    # Cases are made by the thousand, and asking an enumeration for its own member is slow.
    return value if type(value) is Outcome else Outcome(value)


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

    outcome: Outcome = field(converter=_outcome)
    refs: tuple[Ref, ...] = ()
    facts: Facts = field(factory=Facts)
    reason: str = field(default="", converter=str)
    severity: Severity | None = None

    __repr__ = brief


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
class Page:
    """What the reference says of a rule, taken from the docstring of its question.

    Attributes:
        finds: What it finds, in one sentence.
        matters: Why anyone should care.
        decided: How a case is decided, so that it can be repeated by hand.
        unseen: What it does not see.
        example: Lines of a Python session that show a consistent and an inconsistent case.
    """

    finds: str
    matters: str
    decided: str
    unseen: str
    example: str

    @classmethod
    def of(cls, text: str) -> Page:
        r"""Read the docstring of a question.

        >>> page = Page.of("Find it.\n\nWhy it matters: it\ndoes.\n\n>>> 1 + 1\n2")
        >>> page.finds, page.matters, page.unseen, page.example
        ('Find it.', 'it does.', '', '>>> 1 + 1\n2')
        """
        prose, _, session = text.partition(">>> ")
        finds, *rest = [" ".join(each.split()) for each in prose.split("\n\n")]
        said = dict(head_and_rest for each in rest if (head_and_rest := each.partition(": ")[::2])[1])
        matters, decided, unseen = (said.get(head, "") for head in _HEADS)
        return cls(finds, matters, decided, unseen, f">>> {session}" if session else "")


_HEADS = ("Why it matters", "How it is decided", "What it does not see")


@frozen
class Rule:
    """One question about a plan, a report or statistics (правило перевірки).

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
    check: Callable[[Any, Policy], Iterable[Case]]
    about: tuple[type[Plan | Report | Statistics | Mechanism], ...] = (Plan, Report)

    __repr__ = brief

    @property
    def page(self) -> Page:
        """Its page in the reference; that of a question without docstring is empty."""
        return Page.of(inspect.getdoc(self.check) or "")
