"""What was decided and recommended: what is still open on a day, and what a later act followed up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen
from pendulum import Date

from localgender.documents.reading import Reading
from localgender.model.bodies import Cited
from localgender.model.council import Council, Decision, DecisionKind
from localgender.model.mechanism import Mechanism
from localgender.notation.folding import stems
from localgender.values.periods import day
from localgender.values.refs import Ref, RefKind

BINDING = frozenset({DecisionKind.ASSIGN, DecisionKind.RECOMMEND})
_ALIKE = (1, 2)
_WORDS = 3


@frozen
class FollowUp:
    """One decision or recommendation, and the later acts on the same subject.

    Attributes:
        ref: The decision or recommendation.
        by: What followed it: decisions and accounts heard later, in order; empty when nothing did.
        later: Whether anything later is told of at all; without it nothing can be missed.
    """

    ref: Ref
    by: tuple[Ref, ...] = ()
    later: bool = False


@frozen
class OpenDecision:
    """Decision that somebody is still to carry out.

    Attributes:
        ref: Its address.
        decision: The decision.
        taken: Day of the meeting; None when it is not told.
        due: Day by which it is to be done; None when no day follows from its words.
        overdue: Whether that day has passed; None when there is none.
    """

    ref: Ref
    decision: Decision
    taken: Date | None = None
    due: Date | None = None
    overdue: bool | None = None


Steered = Mechanism | Reading[Mechanism] | Council | Iterable[Council]


def mechanism_of(asked: Steered) -> Mechanism:
    """Return a mechanism: itself, what was read, or one made of councils.

    Raises:
        TypeError: For anything else.
    """
    value: Any = asked.value if isinstance(asked, Reading) else asked
    if isinstance(value, Mechanism):
        return value
    return Mechanism(councils=value)


def due_by(decision: Decision, taken: Date | None) -> Date | None:
    """Return the day by which a decision is to be carried out.

    A day without a year («до 1 грудня») is the first such day from the meeting on. What recurs, and words
    that give no day («протягом місяця»), have no such day.

    >>> due_by(Decision("Надати звіт", due="до 1 грудня"), Date(2024, 12, 5))
    Date(2025, 12, 1)
    """
    term = decision.due
    if term is None:
        return None
    stated = [*term.deadlines, *(span.last for span in term.spans)]
    if stated or term.recurrence or taken is None:
        return max(stated, default=None)
    days = [season.in_year(taken.year + later).last for season in term.seasons for later in (0, 1)]
    return min((each for each in days if each >= taken), default=None)


def decisions_open(councils: Steered, *, on: datetime.date | str) -> tuple[OpenDecision, ...]:
    """List what was assigned or recommended up to a day and has not been followed up by then.

    >>> from localgender.model.council import Meeting
    >>> reports = Decision("Подати звіт", assignees="Відділ освіти", due="до 01.03.2024")
    >>> council = Council("Рада", meetings=Meeting("2024-01-15", decisions=reports))
    >>> [each.overdue for each in decisions_open(council, on="2024-03-02")]
    [True]

    Args:
        councils: A council, several, a mechanism, or a reading of one.
        on: The day; what was decided later, or followed up by then, is not listed.

    Returns:
        Open decisions in the document's order; decisions of meetings without a date among them.

    Raises:
        TermError: For a text that is no day.
    """
    mechanism, today = mechanism_of(councils), day(on)
    done = {each.ref for each in followed_up(mechanism, until=today) if each.by}
    return tuple(
        _open(where, decision, taken, today)
        for where, decision, taken in _decided(mechanism)
        if decision.kind in BINDING and where not in done and (taken is None or taken <= today)
    )


def _open(where: Ref, decision: Decision, taken: Date | None, today: Date) -> OpenDecision:
    due = due_by(decision, taken)
    return OpenDecision(where, decision, taken, due, None if due is None else due < today)


def _decided(mechanism: Mechanism) -> Iterator[tuple[Ref, Decision, Date | None]]:
    for where in mechanism.refs_of(RefKind.DECISION):
        decision, meeting = mechanism.by_ref[where], mechanism.meeting_of(where)
        yield where, decision, (meeting.date if meeting else decision.act and decision.act.date)


def followed_up(
    before: Steered, after: Steered | None = None, *, until: datetime.date | None = None
) -> tuple[FollowUp, ...]:
    """Tell of each recommendation and assigned decision what later followed it.

    A later decision, or an account heard at a later meeting, follows it when both are about the same
    document, or share most of their words. A recommended programme is adopted only by such an act.

    Args:
        before: Where was recommended and decided.
        after: Where later acts are told of; the same value when left out.
        until: Last day of what counts as later; no limit when left out.

    Returns:
        One for each recommendation, then for each decision that assigns or recommends, in order. Nothing
        without a day is earlier or later than anything.
    """
    first = mechanism_of(before)
    second = first if after is None else mechanism_of(after)
    acts = [each for each in _acts(second) if each[1] and (until is None or each[1] <= until)]
    return tuple(
        FollowUp(
            where,
            tuple(act for act, on, value in acts if on and on > since and same_subject(asked, value)),
            any(on and on > since for _, on, _ in acts),
        )
        if since
        else FollowUp(where)
        for where, since, asked in _asked(first)
    )


def _asked(mechanism: Mechanism) -> Iterator[tuple[Ref, Date | None, Any]]:
    number = 0
    for conference in mechanism.conferences:
        for each in conference.recommendations:
            number += 1
            yield Ref(RefKind.RECOMMENDATION, nth=number), conference.date, each
    for where, decision, taken in _decided(mechanism):
        if decision.kind in BINDING:
            yield where, taken, decision


def _acts(mechanism: Mechanism) -> Iterator[tuple[Ref, Date | None, Any]]:
    for where, decision, taken in _decided(mechanism):
        yield where, taken, decision
    number = 0
    for meeting in mechanism.meetings:
        for each in meeting.heard:
            number += 1
            yield Ref(RefKind.HEARD, nth=number), meeting.date, each


def same_subject(one: Any, other: Any) -> bool:
    """Tell whether two texts are about one document, or share most of their words."""
    if any(_same_document(mine, theirs) for mine in one.concerns for theirs in other.concerns):
        return True
    if one.concerns or other.concerns:
        return False
    return _alike(one.text, other.text)


def _same_document(mine: Cited, theirs: Cited) -> bool:
    if mine.term and theirs.term and mine.term != theirs.term:
        return False
    # A draft act bears the name of what it approves: «Про затвердження Порядку …».
    return (mine.kind == theirs.kind or "act" in {mine.kind, theirs.kind}) and _alike(
        mine.title, theirs.title
    )


def _alike(one: str, other: str) -> bool:
    """Compare texts by the words they share, prepositions and other short ones aside."""
    mine, theirs = ({word for word in stems(text) if len(word) >= _WORDS} for text in (one, other))
    part, whole = _ALIKE
    return len(mine & theirs) * whole >= max(len(mine), len(theirs)) * part and bool(mine & theirs)
