"""Bodies that steer the policy, and what each is charged with."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import instance_of

from localgender._display import brief
from localgender.errors import NotationError
from localgender.model.parts import optional_act, optional_term, several, texts
from localgender.values.acts import LegalAct
from localgender.values.terms import Term
from localgender.values.texts import excerpt, optional_text, text


class BodyKind(StrEnum):
    """What sort of body it is (вид органу).

    Source: Odesa's account of its gender policy: unit, council, centre, shelter.
    """

    UNIT = "unit"
    COUNCIL = "council"
    CENTRE = "centre"
    SHELTER = "shelter"
    AUTHORITY = "authority"
    STATE = "state"
    CIVIL_SOCIETY = "civil-society"
    OTHER = "other"


class DutyKind(StrEnum):
    """What a body does by a duty (вид завдання).

    Source: regulations of units, as Kyiv publishes those of its gender unit.
    """

    COORDINATES = "coordinates"
    OVERSEES = "oversees"
    CONSOLIDATES = "consolidates"
    REPORTS = "reports"
    MONITORS = "monitors"
    SUPPORTS = "supports"
    INFORMS = "informs"
    TAKES_PART = "takes-part"
    CARRIES_OUT = "carries-out"
    PREVENTS = "prevents"
    ENSURES = "ensures"
    OTHER = "other"


class CitedKind(StrEnum):
    """What sort of document is cited (вид документа).

    Source: Odesa's account of its gender policy: programmes, orders and memoranda by their titles.
    """

    PROGRAMME = "programme"
    STRATEGY = "strategy"
    PLAN = "plan"
    REPORT = "report"
    ACT = "act"
    PROCEDURE = "procedure"
    MEMORANDUM = "memorandum"
    CHARTER = "charter"
    CONVENTION = "convention"
    APPEAL = "appeal"


@frozen
class Cited:
    """Programme or document that a text is about, by its title (документ, про який ідеться).

    >>> Cited("programme", "Рівні можливості", term="2022-2024").term.spans
    (Period.parse('2022-2024'),)

    Attributes:
        kind: programme, strategy, plan, report, act, procedure, memorandum, charter, convention or appeal.
        title: As printed, without quotes.
        term: Years that the title names.
        draft: Whether it is cited as a draft («проєкт»).

    Source: Odesa's account of its gender policy: programmes, orders and memoranda by their titles.
    """

    kind: CitedKind = field(converter=CitedKind)
    title: str = field(converter=text)
    term: Term | None = field(default=None, converter=optional_term, kw_only=True)
    draft: bool = field(default=False, validator=instance_of(bool), kw_only=True)

    __repr__ = brief


def cited(value: Cited | Iterable[Cited]) -> tuple[Cited, ...]:
    """Accept one cited document or several."""
    return several(Cited, value)


def _kinds(value: str | Iterable[str]) -> tuple[DutyKind, ...]:
    return tuple(dict.fromkeys(DutyKind(each) for each in ([value] if isinstance(value, str) else value)))


@frozen
class Duty:
    """One line of what a body is charged with (завдання, напрям діяльності).

    >>> Duty("узагальнює звіти районів", "consolidates", reports_from="Райдержадміністрації").reports_from
    ('Райдержадміністрації',)

    Attributes:
        text: Words of the document.
        kinds: Everything the line names, in its order; one line may gather reports, pass them on and monitor.
        reports_from: Whose reports the body gathers, in the nominative.
        reports_to: Whom it reports to, in the nominative.
        oversees: Bodies whose work it coordinates, in the nominative.
        concerns: Programmes and documents the line names.

    Source: regulations of units, as Kyiv publishes those of its gender unit.
    """

    text: str = field(converter=text)
    kinds: tuple[DutyKind, ...] = field(default=(), converter=_kinds)
    reports_from: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    reports_to: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    oversees: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    concerns: tuple[Cited, ...] = field(default=(), converter=cited, kw_only=True)

    __repr__ = brief


def _duty(value: Duty | str) -> Duty:
    return Duty(value) if isinstance(value, str) else several(Duty, value)[0]


def _duties(value: Duty | str | Iterable[Duty | str]) -> tuple[Duty, ...]:
    return tuple(map(_duty, [value] if isinstance(value, Duty | str) else value))


def _name(value: str) -> str:
    if not (name := text(value)):
        raise NotationError(value, "the name of a body")
    return name


@frozen
class Body:
    """Unit, council, centre or shelter that steers or carries the policy (орган, підрозділ, установа).

    >>> Body("Управління сім'ї", "unit", parent="Департамент соціальної політики").parent
    'Департамент соціальної політики'

    Attributes:
        name: In the nominative, as far as the text lets it be restored.
        kind: unit, council, centre, shelter, authority, state, civil-society or other.
        parent: Name of the body it is a part of.
        act: The act that created it.
        duties: What it is charged with, in the document's order; text is taken as the words of a duty.

    Raises:
        NotationError: When the name is blank.

    Source: Law of Ukraine No 2866-IV of 8 September 2005 on equal rights and opportunities of women and men,
    chapter II: who carries the policy; Odesa's account of its gender policy.
    """

    name: str = field(converter=_name)
    kind: BodyKind = field(default=BodyKind.OTHER, converter=BodyKind)
    parent: str | None = field(default=None, converter=optional_text, kw_only=True)
    act: LegalAct | None = field(default=None, converter=optional_act, kw_only=True)
    duties: tuple[Duty, ...] = field(default=(), converter=_duties, kw_only=True)

    def __repr__(self) -> str:
        return f"<Body: {excerpt(self.name)}, {self.kind}, {len(self.duties)} duties>"


def body(value: Body | str) -> Body:
    """Accept a body or its name."""
    return Body(value) if isinstance(value, str) else several(Body, value)[0]
