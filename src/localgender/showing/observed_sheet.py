"""Statistics as a whole answer: figures, what became of them, what was asked by sex, findings."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from localgender.documents.reading import Reading
from localgender.model.statistics import Statistics
from localgender.questions.policy import DEFAULT, Policy
from localgender.showing import observed, tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.lines import Line, closing
from localgender.showing.published import Published, published
from localgender.showing.sheet import Sheet, Shown
from localgender.showing.tables import Words
from localgender.showing.wording import Phrase


def statistics_sheet(
    reading: Reading[Statistics], policy: Policy = DEFAULT, *, unsuppressed: bool = False
) -> Sheet:
    """Lay out statistics: whose they are, every figure, changes, disaggregation, findings.

    Args:
        reading: What was read.
        policy: What is small, and choices of the audit.
        unsuppressed: The word of whoever shows few victims nevertheless; else small counts are hidden,
            with all that would tell them.

    Raises:
        MissingExtraError: An ImportError, when something must be hidden and the extra `safe` is missing.
    """
    return published_sheet(reading, published(reading, policy, unsuppressed=unsuppressed))


def published_sheet(reading: Reading[Statistics], told: Published) -> Sheet:
    """Lay out what may be shown of statistics that were read."""
    value = told.value
    figures = Phrase(Counted("{count} figure", "{count} figures"), {"count": len(value.observations)})
    indicators = Phrase(Counted("{count} indicator", "{count} indicators"), {"count": len(value.indicators)})
    tables = [tabulate.statistics(value), observed.shifts(value), observed.disaggregation(value)]
    if told.unsuppressed:
        tables = [evolve(each, sensitive=False) for each in tables]
    shown: list[Shown] = [(table, {}) for table in tables if table.rows]
    if found := told.found.without("unread-text"):
        shown.append((tabulate.findings(found, reading.places), {}))
    lines: list[Any] = [value.title] if value.title else []
    return Sheet(
        head(reading),
        [*lines, Line([indicators, figures], ", ")],
        shown,
        [*untold(told), *closing(reading, told.asked)],
    )


def untold(told: Published) -> list[Words]:
    """Say that figures cannot be shown, and how many findings are about hidden ones."""
    lines: list[Words] = [_CONTRADICTORY] if told.contradictory else []
    about = told.untold.without("unread-text")
    return [*lines, Phrase(_UNTOLD, {"count": len(about)})] if about else lines


_CONTRADICTORY = Said("Parts and totals contradict each other, so that no figure can be shown safely.")
_UNTOLD = Counted("{count} finding is about hidden figures.", "{count} findings are about hidden figures.")


def head(reading: Reading[Statistics]) -> Line:
    """Say whose statistics they are, and of which document."""
    community = reading.value.community
    return Line([Said("Statistics"), community and community.name, reading.document.name or None])
