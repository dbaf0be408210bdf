"""A council's papers as one answer of the command line."""

from __future__ import annotations

import datetime
from typing import Any

from localgender.documents.reading import Reading
from localgender.findings import Findings
from localgender.model.mechanism import Mechanism
from localgender.questions.decisions import decisions_open
from localgender.showing import steered, tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.lines import Line
from localgender.showing.sheet import Sheet
from localgender.showing.tables import Table
from localgender.showing.wording import Phrase


def council_sheet(
    reading: Reading[Mechanism], found: Findings | None = None, *, on: datetime.date | str | None = None
) -> Sheet:
    """Lay out who steers, which councils met, what was decided and recommended, and what was found.

    Args:
        reading: What was read.
        found: Findings of an audit; those of reading alone when left out.
        on: Day on which decisions are asked to be done; none are called open when left out.
    """
    value = reading.value
    tables = [
        steered.bodies(value),
        steered.meetings(value),
        steered.decisions(value),
        steered.recommendations(value),
        *([steered.still_open(decisions_open(value, on=on))] if on else []),
        tabulate.findings(_told(reading.findings if found is None else found), reading.places),
    ]
    return Sheet(
        _head(reading), [_size(value)], [(table, {}) for table in tables if table.rows], _left(reading)
    )


def open_tree(value: Mechanism, on: datetime.date | str) -> list[dict[str, Any]]:
    """Return the decisions that are still open on a day, as JSON holds them; silence is null."""
    return [
        {
            "ref": str(each.ref),
            "text": each.decision.text,
            "assignees": list(each.decision.assignees),
            "taken": each.taken and str(each.taken),
            "due": each.due and str(each.due),
            "overdue": each.overdue,
        }
        for each in decisions_open(value, on=on)
    ]


def _told(found: Findings) -> Findings:
    # What was not understood is counted below, line by line it would hide the rest.
    return found.without("unread-text")


def _head(reading: Reading[Mechanism]) -> Line:
    community = reading.value.community
    return Line([Said("Councils and duties"), community and community.name, reading.document.name or None])


def _size(value: Mechanism) -> Line:
    counts = (
        (Counted("{count} body", "{count} bodies"), len(value.bodies)),
        (Counted("{count} meeting", "{count} meetings"), len(value.meetings)),
        (Counted("{count} decision", "{count} decisions"), len(value.all_decisions)),
    )
    return Line([Phrase(text, {"count": count}) for text, count in counts if count], ", ")


def _left(reading: Reading[Mechanism]) -> list[Phrase]:
    clear, whole = tabulate.understood(reading)
    return [Phrase(Said("Understood: {clear} of {whole} characters."), {"clear": clear, "whole": whole})]


def tables_of(value: Mechanism) -> list[Table]:
    """Return the tables of a mechanism that say something, in the order in which they are read."""
    made = (
        each(value) for each in (steered.bodies, steered.meetings, steered.decisions, steered.recommendations)
    )
    return [table for table in made if table.rows]
