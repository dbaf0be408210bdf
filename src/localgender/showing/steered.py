"""Who steers, meets and decides, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from localgender.model.bodies import BodyKind, DutyKind
from localgender.model.council import Conference, DecisionKind
from localgender.model.mechanism import Mechanism
from localgender.questions.decisions import OpenDecision, followed_up
from localgender.showing.catalogue import Said
from localgender.showing.tables import Heading, Table
from localgender.values.refs import RefKind

_BODIES: Mapping[BodyKind, Said] = {
    BodyKind.UNIT: Said("unit"),
    BodyKind.COUNCIL: Said("council"),
    BodyKind.CENTRE: Said("centre"),
    BodyKind.SHELTER: Said("shelter"),
    BodyKind.AUTHORITY: Said("authority"),
    BodyKind.STATE: Said("body of the state"),
    BodyKind.CIVIL_SOCIETY: Said("civil society"),
    BodyKind.OTHER: Said("other body"),
}
_DUTIES: Mapping[DutyKind, Said] = {
    DutyKind.COORDINATES: Said("coordinates"),
    DutyKind.OVERSEES: Said("oversees bodies"),
    DutyKind.CONSOLIDATES: Said("gathers reports"),
    DutyKind.REPORTS: Said("reports"),
    DutyKind.MONITORS: Said("monitors"),
    DutyKind.SUPPORTS: Said("supports"),
    DutyKind.INFORMS: Said("informs"),
    DutyKind.TAKES_PART: Said("takes part"),
    DutyKind.CARRIES_OUT: Said("carries out"),
    DutyKind.PREVENTS: Said("prevents"),
    DutyKind.ENSURES: Said("ensures"),
    DutyKind.OTHER: Said("other duty"),
}
_DECISIONS: Mapping[DecisionKind, Said] = {
    DecisionKind.ASSIGN: Said("assigned"),
    DecisionKind.RECOMMEND: Said("recommended"),
    DecisionKind.APPROVE: Said("approved"),
    DecisionKind.NOTE: Said("taken note of"),
    DecisionKind.JOIN: Said("joined"),
    DecisionKind.OTHER: Said("decided"),
}
_OF_WHOM = Heading(Said("Body"), spans=True)


def bodies(value: Mechanism) -> Table:
    """Lay out bodies with their duties, one duty a row; a body without any has one row.

    >>> from localgender.model.bodies import Body
    >>> bodies(Mechanism(bodies=Body("Відділ сім'ї", "unit"))).rows[0][0]
    "Відділ сім'ї"

    Args:
        value: What one text tells of bodies, councils and conferences.
    """
    headings: list[Heading | Said] = [
        _OF_WHOM,
        Said("Sort"),
        Said("Part of"),
        Said("What it does"),
        Said("Duty"),
        Said("Whose reports"),
        Said("Reports to"),
    ]
    return Table(Said("Bodies and duties"), headings, _duties(value))


def _duties(value: Mechanism) -> Iterator[tuple[Any, ...]]:
    for body in value.bodies:
        head = (body.name, _BODIES[body.kind], body.parent)
        for number, duty in enumerate(body.duties):
            told = (duty.text, duty.reports_from or None, duty.reports_to or None)
            kinds = tuple(_DUTIES[kind] for kind in duty.kinds) or None
            yield (*(head if not number else ("", "", "")), kinds, *told)
        if not body.duties:
            yield (*head, None, None, None, None)


def meetings(value: Mechanism) -> Table:
    """Lay out meetings: whose, when, how many came, what was heard, how many decisions.

    >>> from localgender.model.council import Council, Meeting
    >>> meetings(Mechanism(councils=Council("Рада", meetings=Meeting("2024-10-17")))).rows[0][:2]
    ('Рада', Date(2024, 10, 17))

    Args:
        value: What one text tells of bodies, councils and conferences.
    """
    headings: list[Heading | Said] = [
        Said("Council"),
        Said("Date"),
        Said("Minutes"),
        Said("Present"),
        Said("Heard"),
        Heading(Said("Decisions"), "right"),
    ]
    rows = [
        (
            council.body.name,
            meeting.date,
            meeting.number,
            meeting.attendance,
            tuple(each.text for each in meeting.heard) or None,
            len(meeting.decisions),
        )
        for council in value.councils
        for meeting in council.meetings
    ]
    return Table(Said("Meetings"), headings, rows)


def decisions(value: Mechanism) -> Table:
    """Lay out every decision: when, what, who is to do it, by when.

    >>> from localgender.model.council import Decision
    >>> decisions(Mechanism(decisions=Decision("Подати звіт", due="до 01.12.2024"))).rows[0][2]
    'Подати звіт'

    Args:
        value: What one text tells of bodies, councils and conferences.
    """
    headings = [
        Said("Date"),
        Said("Sort"),
        Said("Decision"),
        Said("Who is to do it"),
        Said("By when"),
        Said("Document"),
    ]
    rows = []
    for where in value.refs_of(RefKind.DECISION):
        decision, meeting = value.by_ref[where], value.meeting_of(where)
        taken = meeting.date if meeting else decision.act and decision.act.date
        documents = tuple(each.title for each in decision.concerns) or None
        told = (_DECISIONS[decision.kind], decision.text, decision.assignees or None, decision.due, documents)
        rows.append((taken, *told))
    return Table(Said("Decisions"), headings, rows)


def recommendations(value: Mechanism) -> Table:
    """Lay out what conferences recommend, and the later act that took it up.

    >>> from localgender.model.council import Conference
    >>> recommendations(Mechanism(conferences=Conference("форум", recommendations="Приєднання"))).rows[0][2:]
    ('Приєднання', None)

    Args:
        value: What one text tells of bodies, councils and conferences.
    """
    taken_up = {each.ref: each.by for each in followed_up(value)}
    where = iter(value.refs_of(RefKind.RECOMMENDATION))
    rows = [
        (_of(conference), conference.date, each.text, taken_up[next(where)] or None)
        for conference in value.conferences
        for each in conference.recommendations
    ]
    headings = [Said("Conference"), Said("Date"), Said("Recommendation"), Said("Taken up by")]
    return Table(Said("Recommendations"), headings, rows)


def _of(conference: Conference) -> str:
    return conference.topic or conference.kind


def still_open(found: Iterable[OpenDecision]) -> Table:
    """Lay out decisions that are still open on a day.

    Args:
        found: What `decisions_open` returned.
    """
    headings = [Said("Date"), Said("Decision"), Said("Who is to do it"), Said("Due"), Said("Overdue")]
    rows = [
        (each.taken, each.decision.text, each.decision.assignees or None, each.due, each.overdue)
        for each in found
    ]
    return Table(Said("Open decisions"), headings, rows)
