"""Table of resources: what a programme costs by source and year, which its measures have to add up to."""

from __future__ import annotations

from localgender.documents.interpret.figures import Figures, Line, unit_of
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.rows import Row, entries
from localgender.documents.interpret.words import sources_in
from localgender.documents.layouts.layout import Role
from localgender.model.plan import StatedTotal
from localgender.values.periods import Period
from localgender.values.refs import PLAN


def read_resources(
    heading: Heading, above: list[Printed], period: Period | None, ledger: Ledger
) -> list[tuple[StatedTotal, Printed, list[Line]]]:
    """Read each row of a table of resources as a stated total of the whole plan."""
    found = [entry for entry in entries(heading, ledger) if isinstance(entry, Row)]
    rows = [_labelled(part) for row in found for part in (row, *row.parts)]
    figures = Figures(ledger, unit_of(heading, above, ledger), period)
    figures.survey(rows)
    totals = []
    for row in rows:
        lines = figures.lines(row, sources_in(row.label.text))
        if row.label and lines:
            label = row.label.words or row.label.text
            totals.append((StatedTotal(label, PLAN, [line.funding for line in lines]), row.label, lines))
    return totals


def _labelled(row: Row) -> Row:
    if not row.label:
        row.label = row.get(Role.SOURCE)
    row.parts = []
    return row
