"""Rules of decisions: who is to carry them out, by when, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from localgender.findings import Severity
from localgender.model.council import Decision
from localgender.model.mechanism import Mechanism
from localgender.questions.decisions import BINDING, followed_up
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import (
    Case,
    Reason,
    Rule,
    consistent,
    inconsistent,
    not_applicable,
    not_checkable,
)
from localgender.values.refs import Ref, RefKind

_QUOTED = 200


def _decisions(value: Mechanism) -> Iterator[tuple[Ref, Decision]]:
    for where in value.refs_of(RefKind.DECISION):
        yield where, value.by_ref[where]


def decision_without_assignee(value: Mechanism, policy: Policy) -> Iterator[Case]:
    """Find decisions that nobody is to carry out.

    Why it matters: nobody can be asked about them, and they are not done.

    How it is decided: the decision assigns or recommends something and names no body or office. What is
    approved, joined or taken note of is done by the decision itself, and the question does not arise.

    What it does not see: an assignee that follows from the rules of procedure, and one named elsewhere.

    >>> def outcomes(*assignees):
    ...     told = Mechanism(decisions=[Decision("Подати звіт", assignees=each) for each in assignees])
    ...     return [case.outcome.value for case in decision_without_assignee(told, Policy())]
    >>> outcomes("Відділ освіти"), outcomes("")
    (['consistent'], ['inconsistent'])
    """
    for where, decision in _decisions(value):
        if decision.kind not in BINDING:
            yield not_applicable(where, reason=Reason.DONE_BY_DECIDING)
        elif decision.assignees:
            yield consistent(where)
        else:
            yield inconsistent(where, text=decision.text[:_QUOTED])


def decision_without_due(value: Mechanism, policy: Policy) -> Iterator[Case]:
    """Find decisions without a day by which they are to be carried out.

    Why it matters: what may be done at any time is never late, and nobody can tell whether it was forgotten.

    How it is decided: the decision assigns something and states no term. A recurrence («щокварталу») and
    words such as «протягом місяця» are a term. Recommendations, approvals and notes need none.

    What it does not see: a term set in an annex, or by the rules of procedure.

    >>> def outcomes(*terms):
    ...     told = Mechanism(decisions=[Decision("Подати звіт", due=term) for term in terms])
    ...     return [case.outcome.value for case in decision_without_due(told, Policy())]
    >>> outcomes("до 01.12.2024"), outcomes(None)
    (['consistent'], ['inconsistent'])
    """
    for where, decision in _decisions(value):
        if decision.kind != "assign":
            yield not_applicable(where, reason=Reason.DONE_BY_DECIDING)
        elif decision.due is not None:
            yield consistent(where)
        else:
            yield inconsistent(where, text=decision.text[:_QUOTED])


def decision_without_follow_up(value: Mechanism, policy: Policy) -> Iterator[Case]:
    """Find decisions and recommendations that no later act takes up.

    Why it matters: what is recommended binds nobody until somebody acts, and what is decided and never
    heard of again was probably not done.

    How it is decided: the same text tells of a later decision or meeting, and none of what is later is about
    the same document or shares most of its words. Where nothing later is told, nothing can be checked.

    What it does not see: acts that other documents tell of; `followed_up` compares two texts.

    >>> from localgender.model.council import Conference
    >>> def outcomes(later):
    ...     conference = Conference("форум", date="2018-10-18", recommendations="підписання хартії рівності")
    ...     session = Decision(later, "approve", act=LegalAct("рішення", date="2018-10-31"))
    ...     told = Mechanism(conferences=conference, decisions=session)
    ...     return [case.outcome.value for case in decision_without_follow_up(told, Policy())]
    >>> from localgender.values.acts import LegalAct
    >>> outcomes("про підписання хартії рівності"), outcomes("про бюджет міста")
    (['consistent'], ['inconsistent'])
    """
    for each in followed_up(value):
        if each.by:
            yield consistent(each.ref, *each.by)
        elif not each.later:
            yield not_checkable(each.ref, reason=Reason.NOTHING_LATER)
        else:
            yield inconsistent(each.ref, text=value.by_ref[each.ref].text[:_QUOTED])


_BASIS = "practice: minutes of councils name for each decision who carries it out and by when"

DECISION_WITHOUT_ASSIGNEE = Rule(
    kind="decision-without-assignee",
    severity=Severity.WARNING,
    basis=_BASIS,
    check=decision_without_assignee,
    about=(Mechanism,),
)
DECISION_WITHOUT_DUE = Rule(
    kind="decision-without-due",
    severity=Severity.WARNING,
    basis=_BASIS,
    check=decision_without_due,
    about=(Mechanism,),
)
DECISION_WITHOUT_FOLLOW_UP = Rule(
    kind="decision-without-follow-up",
    severity=Severity.NOTICE,
    basis="practice: councils hear at a later meeting what became of their decisions",
    check=decision_without_follow_up,
    about=(Mechanism,),
)
