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
from localgender.notation.folding import stems
from localgender.values.periods import Period
from localgender.values.refs import PLAN

_EVERYTHING = frozenset(stems("всього усього разом загальний"))


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
        if row.label and not _is_clear(row.label.text):
            ledger.notice("unreadable-cell", *row.label.places, text=row.label.text)
            continue
        lines = figures.lines(row)
        if row.label and lines:
            label = row.label.words or row.label.text
            totals.append((StatedTotal(label, PLAN, [line.funding for line in lines]), row.label, lines))
    return totals


def _is_clear(label: str) -> bool:
    """Tell whether a label says what its row sums: a source, or everything."""
    return bool(sources_in(label)) or is_total(label) or not _EVERYTHING.isdisjoint(stems(label))


def _labelled(row: Row) -> Row:
    if not row.label:
        row.label = row.take(Role.SOURCE)
    row.parts = []
    return row
