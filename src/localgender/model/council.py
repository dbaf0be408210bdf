"""Councils that meet and decide, and conferences that recommend."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import instance_of
from pendulum import Date

from localgender._display import brief
from localgender.model.bodies import Body, Cited, body, cited
from localgender.model.parts import (
    optional_act,
    optional_count,
    optional_period,
    optional_term,
    several,
    texts,
)
from localgender.values.acts import LegalAct
from localgender.values.counts import Count
from localgender.values.periods import Period, optional_day
from localgender.values.terms import Term
from localgender.values.texts import excerpt, optional_text, text


@frozen
class Membership:
    """How many people, in all and by sex where it is given; never who they are (склад).

    Attributes:
        who: What sort of people, such as «депутати»; None for everybody.
        count: All of them.
        women: Women among them.
        men: Men among them.

    Source: minutes and news of meetings and conferences: how many were present.
    """

    who: str | None = field(default=None, converter=optional_text)
    count: Count | None = field(default=None, converter=optional_count)
    women: Count | None = field(default=None, converter=optional_count, kw_only=True)
    men: Count | None = field(default=None, converter=optional_count, kw_only=True)

    __repr__ = brief


def _membership(value: Membership | Iterable[Membership]) -> tuple[Membership, ...]:
    return several(Membership, value)


@frozen
class AgendaItem:
    """Question on the agenda of a meeting (питання порядку денного).

    Attributes:
        text: The question, in the document's words.
        number: As printed; None when silent.

    Source: minutes of councils: «Порядок денний».
    """

    text: str = field(converter=text)
    number: str | None = field(default=None, converter=optional_text)

    __repr__ = brief


@frozen
class Heard:
    """What a meeting was told (слухали, заслухано, розглянуто).

    Attributes:
        text: What was told, in the document's words, without the names of persons.
        by: Body that told it, in the nominative.
        role: Office of who told it, such as «директор».
        period: Period it is about.
        compared: Whether it is compared with the like period of the year before.
        concerns: Programmes and documents it is about.

    Source: minutes of councils: «Слухали», «Заслухали».
    """

    text: str = field(converter=text)
    by: str | None = field(default=None, converter=optional_text)
    role: str | None = field(default=None, converter=optional_text)
    period: Period | None = field(default=None, converter=optional_period, kw_only=True)
    compared: bool = field(default=False, validator=instance_of(bool), kw_only=True)
    concerns: tuple[Cited, ...] = field(default=(), converter=cited, kw_only=True)

    __repr__ = brief


class DecisionKind(StrEnum):
    """What a decision does (вид рішення).

    Source: minutes of councils: verbs such as «доручити», «рекомендувати», «затвердити».
    """

    ASSIGN = "assign"
    RECOMMEND = "recommend"
    APPROVE = "approve"
    NOTE = "note"
    JOIN = "join"
    OTHER = "other"


@frozen
class Decision:
    """Decision of a meeting, or of an authority in a session (рішення).

    >>> Decision("Взяти інформацію до відома", "note").due is None
    True

    Attributes:
        text: Words of the document, without the names of persons.
        kind: assign, recommend, approve, note, join or other. Only what is assigned or recommended needs
            somebody to do it and a day.
        number: As printed, such as «2.1».
        assignees: Bodies and offices that are to do it, in the nominative as far as the text lets it be
            restored.
        due: When it is to be done; Ukrainian notation is accepted as text.
        concerns: Programmes and documents it is about.
        act: The act by which it was taken.

    Source: minutes of councils: «Вирішили», «Ухвалили», «Постановили».
    """

    text: str = field(converter=text)
    kind: DecisionKind = field(default=DecisionKind.ASSIGN, converter=DecisionKind)
    number: str | None = field(default=None, converter=optional_text, kw_only=True)
    assignees: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    due: Term | None = field(default=None, converter=optional_term, kw_only=True)
    concerns: tuple[Cited, ...] = field(default=(), converter=cited, kw_only=True)
    act: LegalAct | None = field(default=None, converter=optional_act, kw_only=True)

    __repr__ = brief


def decisions(value: Decision | Iterable[Decision]) -> tuple[Decision, ...]:
    """Accept one decision or several."""
    return several(Decision, value)


def _agenda(value: AgendaItem | str | Iterable[AgendaItem | str]) -> tuple[AgendaItem, ...]:
    each = [value] if isinstance(value, AgendaItem | str) else value
    return several(AgendaItem, (AgendaItem(one) if isinstance(one, str) else one for one in each))


def _heard(value: Heard | Iterable[Heard]) -> tuple[Heard, ...]:
    return several(Heard, value)


@frozen
class Meeting:
    """Meeting of a council or commission (засідання).

    Attributes:
        date: Day it was held.
        number: Number of its minutes.
        published: Day its account was published.
        attendance: How many took part.
        present: The same by kind and sex, where given.
        agenda: Questions, in order.
        heard: What was told.
        decisions: What was decided.

    Source: minutes and news of meetings: date, number, how many came.
    """

    date: Date | None = field(default=None, converter=optional_day)
    number: str | None = field(default=None, converter=optional_text, kw_only=True)
    published: Date | None = field(default=None, converter=optional_day, kw_only=True)
    attendance: Count | None = field(default=None, converter=optional_count, kw_only=True)
    present: tuple[Membership, ...] = field(default=(), converter=_membership, kw_only=True)
    agenda: tuple[AgendaItem, ...] = field(default=(), converter=_agenda, kw_only=True)
    heard: tuple[Heard, ...] = field(default=(), converter=_heard, kw_only=True)
    decisions: tuple[Decision, ...] = field(default=(), converter=decisions, kw_only=True)

    def __repr__(self) -> str:
        return f"<Meeting: {self.date}, {len(self.heard)} heard, {len(self.decisions)} decisions>"


def _meetings(value: Meeting | Iterable[Meeting]) -> tuple[Meeting, ...]:
    return several(Meeting, value)


@frozen
class Council:
    """Council or commission that follows the policy up (координаційна рада).

    >>> Council("Координаційна рада", meetings=Meeting("2024-10-17")).body.name
    'Координаційна рада'

    Attributes:
        body: What it is called, and by which act it was created; text is taken as the name.
        purpose: What it was created for.
        meetings: Meetings that the document tells of.
        meetings_stated: How many meetings were held, where a number is printed: a claim, kept as it stands.
        membership: How many members, by kind and sex where given.

    Source: Odesa's account of its gender policy; Kyiv's news of a meeting.
    """

    body: Body = field(converter=body)
    purpose: str | None = field(default=None, converter=optional_text, kw_only=True)
    meetings: tuple[Meeting, ...] = field(default=(), converter=_meetings, kw_only=True)
    meetings_stated: Count | None = field(default=None, converter=optional_count, kw_only=True)
    membership: tuple[Membership, ...] = field(default=(), converter=_membership, kw_only=True)

    def __repr__(self) -> str:
        return f"<Council: {excerpt(self.body.name)}, {len(self.meetings)} meetings>"


@frozen
class Recommendation:
    """What a conference recommends; it binds nobody until a later act follows it (рекомендація).

    Attributes:
        text: What is recommended, in the document's words.
        concerns: Programmes and documents it is about.

    Source: Odesa's account of its gender policy: what a conference asks of authorities.
    """

    text: str = field(converter=text)
    concerns: tuple[Cited, ...] = field(default=(), converter=cited, kw_only=True)

    __repr__ = brief


def _recommendations(
    value: Recommendation | str | Iterable[Recommendation | str],
) -> tuple[Recommendation, ...]:
    each = [value] if isinstance(value, Recommendation | str) else value
    return several(Recommendation, (Recommendation(one) if isinstance(one, str) else one for one in each))


@frozen
class Conference:
    """Conference, forum or round table (конференція, форум, круглий стіл).

    Attributes:
        kind: Noun with its adjectives, such as «жіноча конференція».
        date: Day it was held.
        topic: Its theme.
        purpose: What it was held for.
        initiator: On whose initiative, as printed.
        supporters: With whose support, in the nominative.
        attendance: How many took part; «понад 150» is at least 150.
        represented: Who was represented, as printed.
        recommendations: What it recommends, in order.

    Source: Odesa's account of its gender policy: conferences and forums with what they recommend.
    """

    kind: str = field(converter=text)
    date: Date | None = field(default=None, converter=optional_day, kw_only=True)
    topic: str | None = field(default=None, converter=optional_text, kw_only=True)
    purpose: str | None = field(default=None, converter=optional_text, kw_only=True)
    initiator: str | None = field(default=None, converter=optional_text, kw_only=True)
    supporters: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    attendance: Count | None = field(default=None, converter=optional_count, kw_only=True)
    represented: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    recommendations: tuple[Recommendation, ...] = field(default=(), converter=_recommendations, kw_only=True)

    def __repr__(self) -> str:
        return f"<Conference: {excerpt(self.kind)}, {self.date}, {len(self.recommendations)} recommendations>"
