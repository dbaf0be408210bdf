"""Legal acts as documents cite them."""

from __future__ import annotations

from attrs import field, frozen
from pendulum import Date

from localgender.values.periods import optional_day
from localgender.values.texts import optional_text


@frozen
class LegalAct:
    """Decision, order or law (розпорядчий документ); each part may be silent.

    >>> LegalAct("рішення", "1688", "2019-12-18", "міська рада").date
    Date(2019, 12, 18)

    Attributes:
        kind: Noun in the nominative, such as «рішення» or «розпорядження».
        number: As printed after №, Latin look-alikes folded.
        date: Day of the act.
        body: Who passed it, in the nominative.

    Source: head of the Zhytomyr report for 2023: «Дата і номер рішення».
    """

    kind: str | None = field(default=None, converter=optional_text)
    number: str | None = field(default=None, converter=optional_text)
    date: Date | None = field(default=None, converter=optional_day)
    body: str | None = field(default=None, converter=optional_text)
