"""Head table of a programme."""

from __future__ import annotations

from attrs import field, frozen

from localgender._display import brief
from localgender.model.parts import several
from localgender.values.texts import optional_text


@frozen
class Passport:
    """Head table of a programme (паспорт програми), as printed; each row may be silent.

    Attributes:
        initiator: Ініціатор розроблення.
        developer: Розробник.
        codevelopers: Співрозробники.
        executor: Відповідальний виконавець.
        participants: Учасники.
        budgets: Перелік бюджетів.

    Source: passports of programmes as councils approve them, after Cabinet resolution No 106 of 31 January
    2007.
    """

    initiator: str | None = field(default=None, converter=optional_text)
    developer: str | None = field(default=None, converter=optional_text)
    codevelopers: str | None = field(default=None, converter=optional_text)
    executor: str | None = field(default=None, converter=optional_text)
    participants: str | None = field(default=None, converter=optional_text)
    budgets: str | None = field(default=None, converter=optional_text)

    __repr__ = brief


def optional_passport(value: Passport | None) -> Passport | None:
    """Accept the head table of a programme, or silence."""
    return None if value is None else several(Passport, value)[0]
