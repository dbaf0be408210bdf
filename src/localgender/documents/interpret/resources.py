"""Table of resources: what a programme costs by source and year, which its measures have to add up to."""

from __future__ import annotations

import re

from attrs import evolve

from localgender.documents.grid import Grid
from localgender.documents.interpret.columns import MONEY
from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.figures import Figures, Line
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.items import items
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

_OF_WHICH = re.compile(r"\(?\s*(?:[ув]\s+тому\s+числі|[ув]\s*т\.?\s*ч\.?|з\s+них)\s*:?")
_COUNTED = stems("показник")
_EVERYTHING = frozenset(stems("всього усього разом загальний"))


def read_resources(
    heading: Heading, period: Period | None, ledger: Ledger
) -> list[tuple[StatedTotal, Printed, list[Line]]]:
    """Read each row of a table of resources as a stated total of the whole plan."""
    found = [entry for entry in entries(heading, ledger) if isinstance(entry, Row)]
    rows = [each for row in found for part in (row, *row.parts) for each in _parted(_labelled(part), ledger)]
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
            percent = figures.percent(row)
            ledger.furnish("percent", row.get(Role.PERCENT))
            totals.append(
                (StatedTotal(label, PLAN, [each.funding for each in lines], percent), row.label, lines)
            )
    return totals


def are_resources(heading: Heading, grid: Grid) -> bool:
    """Tell whether a table under «Показник», as of anything counted, lists the sources of money."""
    source = heading.column(Role.SOURCE)
    if source is None:
        return False
    texts = [
        row[source.index].text for row in grid.rows[heading.first : heading.end] if source.index < len(row)
    ]
    above, labels = (
        texts[: heading.stop - heading.first],
        [*filter(str.strip, texts[heading.stop - heading.first :])],
    )
    general = any(stems(text)[-1:] == _COUNTED for text in above)
    return not general or (any(map(sources_in, labels)) and all(map(_is_clear, labels)))


def _is_clear(label: str) -> bool:
    """Tell whether a label says what its row sums: a source, or everything."""
    return bool(sources_in(label)) or is_total(label) or not _EVERYTHING.isdisjoint(stems(label))


def _parted(row: Row, ledger: Ledger) -> list[Row]:
    """Take the shares that a label lists after «у тому числі» for sums of their own."""
    found = _OF_WHICH.search(row.label.folded)
    listed = items(row.label.text[found.end() :]) if found else ()
    money = next((column for column in row.cells if column.role in MONEY), None)
    if found is None or not listed or money is None:
        return [row]
    label, column = row.label, evolve(money, period=None, season=None, total=False)
    shares = []
    ledger.furnish("label", label.part(found.start()))
    for item in listed:
        begin, stop = found.end() + item.begin, found.end() + item.stop
        words = label.part(found.end() + item.start, begin)
        words = words.part(0, len(words.text.rstrip(" :-–—(")))
        share = Row(row.place, label=words, period=item.period, section=row.section)
        share.cells[column] = label.part(begin, stop)
        shares.append(share)
    row.label = label.part(0, found.start())
    return [row, *shares]


def _labelled(row: Row) -> Row:
    if not row.label:
        row.label = row.take(Role.SOURCE)
    row.parts = []
    return row
