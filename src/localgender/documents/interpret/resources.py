"""Table of resources: what a programme costs by source and year, which its measures have to add up to."""

from __future__ import annotations

from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.figures import Figures, Line
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.rows import entries
from localgender.documents.interpret.sources import sources_in
from localgender.documents.interpret.words import is_total
from localgender.documents.layouts.layout import Role
from localgender.model.plan import StatedTotal
from localgender.values.periods import Period
from localgender.values.refs import PLAN


def read_resources(
    heading: Heading, period: Period | None, ledger: Ledger
) -> list[tuple[StatedTotal, Printed, list[Line]]]:
    """Read each row of a table of resources as a stated total of the whole plan."""
    found = [entry for entry in entries(heading, ledger) if isinstance(entry, Row)]
    rows = [_labelled(part) for row in found for part in (row, *row.parts)]
    figures = Figures(ledger, period)
    figures.survey(rows)
    totals = []
    for row in rows:
        lines = figures.lines(row)
        if row.label and not is_total(row.label.text) and not sources_in(row.label.text):
            ledger.notice("unreadable-cell", *row.label.places, text=row.label.text)
        elif row.label and lines:
            label = row.label.words or row.label.text
            totals.append((StatedTotal(label, PLAN, [line.funding for line in lines]), row.label, lines))
    return totals


def _labelled(row: Row) -> Row:
    if not row.label:
        row.label = row.get(Role.SOURCE)
    row.parts = []
    return row
