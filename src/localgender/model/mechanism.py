"""How a community steers its policy: everything that one text tells of bodies, meetings and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import field, frozen

from localgender._display import html_of, rich_of
from localgender.model.bodies import Body
from localgender.model.charter import Commitment
from localgender.model.community import Community, optional_community
from localgender.model.council import Conference, Council, Decision, Meeting, decisions
from localgender.model.parts import several
from localgender.values.refs import ByRef, Ref, RefKind
from localgender.values.texts import excerpt


def _bodies(value: Body | Iterable[Body]) -> tuple[Body, ...]:
    return several(Body, value)


def _councils(value: Council | Iterable[Council]) -> tuple[Council, ...]:
    return several(Council, value)


def _conferences(value: Conference | Iterable[Conference]) -> tuple[Conference, ...]:
    return several(Conference, value)


def _commitments(value: Commitment | Iterable[Commitment]) -> tuple[Commitment, ...]:
    return several(Commitment, value)


@frozen
class Mechanism:
    """Institutional mechanism of gender policy (інституційний механізм): who steers, meets and decides.

    What stands in it is addressed by its number in the document's order: `council:1`, `meeting:2`,
    `decision:3`. Decisions are counted through: those of meetings first, then those of the authority.

    >>> mechanism = Mechanism(councils=Council("Рада", meetings=Meeting(decisions=Decision("Надати звіт"))))
    >>> mechanism.by_ref["decision:1"].text
    'Надати звіт'

    Attributes:
        community: Whose mechanism it is; text is taken as the name.
        bodies: Bodies with their duties.
        councils: Councils with their meetings.
        conferences: Conferences with their recommendations.
        decisions: What the authority itself decided, such as a session joining a charter.
        commitments: Charters joined by such decisions.

    Source: Law of Ukraine No 2866-IV of 8 September 2005 on equal rights and opportunities of women and men,
    chapter II; Odesa's account of its gender policy.
    """

    community: Community | None = field(default=None, converter=optional_community)
    bodies: tuple[Body, ...] = field(default=(), converter=_bodies, kw_only=True)
    councils: tuple[Council, ...] = field(default=(), converter=_councils, kw_only=True)
    conferences: tuple[Conference, ...] = field(default=(), converter=_conferences, kw_only=True)
    decisions: tuple[Decision, ...] = field(default=(), converter=decisions, kw_only=True)
    commitments: tuple[Commitment, ...] = field(default=(), converter=_commitments, kw_only=True)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        held = (
            f"{len(self.bodies)} bodies, {len(self.meetings)} meetings, {len(self.all_decisions)} decisions"
        )
        name = self.community.name if self.community else None
        return f"<Mechanism: {excerpt(name, 48)}, {held}>"

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Meetings of every council, in the document's order."""
        return tuple(meeting for council in self.councils for meeting in council.meetings)

    @cached_property
    def all_decisions(self) -> tuple[Decision, ...]:
        """Decisions of every meeting, then those of the authority."""
        return (*(each for meeting in self.meetings for each in meeting.decisions), *self.decisions)

    @cached_property
    def by_ref(self) -> ByRef[Any]:
        """Everything in it by its Ref, sorts of things one after the other."""
        return ByRef(
            (Ref(kind, nth=number), each)
            for kind, things in self._counted()
            for number, each in enumerate(things, 1)
        )

    def _counted(self) -> Iterator[tuple[RefKind, Iterable[Any]]]:
        yield RefKind.BODY, self.bodies
        yield RefKind.DUTY, [duty for body in self.bodies for duty in body.duties]
        yield RefKind.COUNCIL, self.councils
        yield RefKind.MEETING, self.meetings
        yield RefKind.AGENDA, [item for meeting in self.meetings for item in meeting.agenda]
        yield RefKind.HEARD, [heard for meeting in self.meetings for heard in meeting.heard]
        yield RefKind.DECISION, self.all_decisions
        yield RefKind.CONFERENCE, self.conferences
        yield RefKind.RECOMMENDATION, [each for one in self.conferences for each in one.recommendations]

    def refs_of(self, kind: RefKind | str) -> tuple[Ref, ...]:
        """Return the addresses of one sort of thing, in order."""
        return tuple(where for where in self.by_ref if where.kind == kind)

    def meeting_of(self, decision: Ref) -> Meeting | None:
        """Return the meeting that took a decision; None for one of the authority."""
        number = decision.nth
        for meeting in self.meetings:
            if number <= len(meeting.decisions):
                return meeting
            number -= len(meeting.decisions)
        return None
