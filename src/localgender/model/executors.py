"""Who is to do a measure."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen
from attrs.validators import instance_of

from localgender._display import brief
from localgender.values.texts import optional_text, text


class ExecutorKind(StrEnum):
    """What sort of body an executor is."""

    UNIT = "unit"
    INSTITUTION = "institution"
    STATE = "state"
    CIVIL_SOCIETY = "civil-society"
    EXPERT = "expert"
    GROUP = "group"
    UNKNOWN = "unknown"


@frozen
class Executor:
    """Body that carries out measures (виконавець).

    Attributes:
        name: Complete name: head noun and shared suffix restored, consent taken out.
        kind: unit of a council, institution, state body, civil-society, expert, group of bodies not named
            one by one, or unknown.

    Source: column «Виконавці», Zhytomyr report for 2023.
    """

    name: str = field(converter=text)
    kind: ExecutorKind = field(default=ExecutorKind.UNKNOWN, converter=ExecutorKind)

    __repr__ = brief


def executor(value: Executor | str) -> Executor:
    """Accept an executor or its name."""
    return value if isinstance(value, Executor) else Executor(value)


@frozen
class Involvement:
    """Executor's part in one measure (участь виконавця).

    >>> Involvement("Громадські організації", by_consent=True).executor.name
    'Громадські організації'

    Attributes:
        executor: Who; text is taken as the name.
        by_consent: Whether «(за згодою)» applies.
        printed: The words of the document that name this executor; None when typed by hand.

    Source: column «Виконавці», Zhytomyr report for 2023, with «за згодою» beside some names.
    """

    executor: Executor = field(converter=executor)
    by_consent: bool = field(default=False, validator=instance_of(bool))
    printed: str | None = field(default=None, converter=optional_text)

    __repr__ = brief
