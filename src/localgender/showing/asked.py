"""What an audit asked, as a table, with the reasons why a question had no answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from localgender.questions.audit import Checked
from localgender.showing.catalogue import Said
from localgender.showing.messages import title_of
from localgender.showing.reasons import reason
from localgender.showing.tables import Heading, Table
from localgender.showing.wording import Phrase


def checked(asked: Iterable[Checked]) -> Table:
    """Lay out what an audit asked and how often it had an answer; notes tell why it had none.

    >>> checked([Checked("no-term", consistent=36, inconsistent=1)]).rows
    ((Titled(kind='no-term'), 'no-term', 36, 1, 0, 0),)

    Args:
        asked: What `audit_summary` tells.
    """
    words = [Said("Consistent"), Said("Findings"), Said("Not applicable"), Said("Not checkable")]
    headings = [
        Heading(Said("What was looked for")),
        Heading(Said("Kind")),
        *(Heading(each, "right") for each in words),
    ]
    asked = tuple(asked)
    reasons = [(each.kind, tuple(Because(*pair) for pair in each.reasons)) for each in asked]
    notes = [Phrase(_UNANSWERED, {"kind": kind, "reasons": why}) for kind, why in reasons if why]
    return Table(Said("What was checked"), headings, map(_answers, asked), notes)


_UNANSWERED = Said("{kind}, no answer: {reasons}")


def _answers(one: Checked) -> tuple[Any, ...]:
    counts = (one.consistent, one.inconsistent, one.not_applicable, one.not_checkable)
    return (Titled(one.kind), one.kind, *counts)


@frozen
class Because:
    """Why there is no answer, and how often, not yet in a language.

    Attributes:
        reason: Why, as a rule names it.
        times: How often; None when it is not counted.
    """

    reason: str = field(converter=str)
    times: int | None = None

    def said(self, language: str) -> str:
        """Say it in a language."""
        told = reason(self.reason, language)
        return told if self.times is None else f"{told} – {self.times}"


@frozen
class Titled:
    """What findings of a kind are called together, not yet in a language.

    Attributes:
        kind: Kind of finding.
    """

    kind: str

    def said(self, language: str) -> str:
        """Say it in a language."""
        return title_of(self.kind, language)
