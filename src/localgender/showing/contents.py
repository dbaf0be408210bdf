"""What a reading holds, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localgender.documents.reading import Reading
from localgender.documents.unclear import understood
from localgender.model.funding import Stage
from localgender.model.plan import Goal, Plan
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of, total
from localgender.showing.catalogue import Said
from localgender.showing.figures import alike
from localgender.showing.tables import Table
from localgender.showing.wording import Phrase

_STAGES = {
    Stage.PLANNED: Said("Planned"),
    Stage.ALLOCATED: Said("Allocated"),
    Stage.DISBURSED: Said("Disbursed"),
}


def summary(reading: Reading[Plan] | Reading[Report]) -> Table:
    """Lay out what a reading holds: what the document is, whose, for when, how much, and how well understood.

    >>> from localgender.documents.grid import Document
    >>> [name.said("uk") for name, _ in summary(Reading(Plan("Рівні можливості"), Document([]))).rows]
    ['Назва', 'Заходи']

    Args:
        reading: Of a plan or a report.
    """
    told = [(name, value) for name, value in _facts(reading) if value is not None]
    return Table(Said("What was read"), [Said("Field"), Said("Value")], told)


def _facts(reading: Reading[Plan] | Reading[Report]) -> Iterator[tuple[Said, Any]]:
    value, plan = reading.value, plan_of(reading.value)
    yield Said("Title"), plan.title
    yield Said("Community"), plan.community
    yield Said("Acts"), plan.acts or None
    yield Said("Term"), plan.term
    if isinstance(value, Report):
        yield Said("Period"), value.period
        yield Said("Issuer"), value.issuer
    yield Said("Goals"), len(own_goals(plan)) or None
    yield Said("Measures"), len(plan.measures)
    sums = alike({stage: total(value, stage) for stage in Stage})
    yield from ((_STAGES[stage], each) for stage, each in sums.items())
    clear, whole = understood(reading)
    if whole:
        yield (
            Said("Understood"),
            Phrase(Said("{clear} of {whole} characters"), {"clear": clear, "whole": whole}),
        )


def own_goals(plan: Plan) -> tuple[Goal, ...]:
    """Return the goals of every level that the document itself names: those with a number or words."""
    return tuple(goal for goal in plan.all_goals if goal.code or goal.title)
