"""Statistics as a whole answer: figures, what became of them, what was asked by sex, findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from localgender.documents.reading import Reading
from localgender.findings import Findings
from localgender.model.statistics import Statistics
from localgender.questions.audit import Checked
from localgender.showing import observed, tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.lines import Line, closing
from localgender.showing.sheet import Sheet, Shown
from localgender.showing.wording import Phrase


def statistics_sheet(reading: Reading[Statistics], found: Findings, asked: Iterable[Checked]) -> Sheet:
    """Lay out statistics: whose they are, every figure, changes, disaggregation, findings.

    Args:
        reading: What was read.
        found: Findings of an audit.
        asked: What was checked, as `audit_summary` tells.
    """
    value = reading.value
    figures = Phrase(Counted("{count} figure", "{count} figures"), {"count": len(value.observations)})
    indicators = Phrase(Counted("{count} indicator", "{count} indicators"), {"count": len(value.indicators)})
    tables = [tabulate.statistics(value), observed.shifts(value), observed.disaggregation(value)]
    shown: list[Shown] = [(table, {}) for table in tables if table.rows]
    if told := found.where(lambda each: each.kind != "unread-text"):
        shown.append((tabulate.findings(told, reading.places), {}))
    lines: list[Any] = [value.title] if value.title else []
    return Sheet(
        head(reading), [*lines, Line([indicators, figures], ", ")], shown, closing(reading, tuple(asked))
    )


def head(reading: Reading[Statistics]) -> Line:
    """Say whose statistics they are, and of which document."""
    community = reading.value.community
    return Line([Said("Statistics"), community and community.name, reading.document.name or None])
