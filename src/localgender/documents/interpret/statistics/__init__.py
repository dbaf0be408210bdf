"""A document of statistics: its tables and sentences as one value, with an account of every character."""

from __future__ import annotations

from attrs import evolve

from localgender import notation
from localgender.documents.grid import Document, Grid
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import spans
from localgender.documents.interpret.statistics.captions import Caption, captioned, lines_over
from localgender.documents.interpret.statistics.columns import Heads, heads, next_header
from localgender.documents.interpret.statistics.gathered import Gathered
from localgender.documents.interpret.statistics.keeping import Context
from localgender.documents.interpret.statistics.labels import SILENT, Label
from localgender.documents.interpret.statistics.prose import is_title, read_prose
from localgender.documents.interpret.statistics.rows import Rows, rows_of
from localgender.documents.interpret.statistics.tables import read_table
from localgender.documents.reading import Reading
from localgender.model.community import Community
from localgender.model.statistics import Statistics
from localgender.values.places import Place
from localgender.values.refs import STATISTICS


def interpret_statistics(document: Document) -> Reading[Statistics]:
    """Read the figures of a document's tables and sentences.

    What is no statement of a figure is left unread; a document without any gives statistics without figures.

    Args:
        document: What was scanned.
    """
    ledger = Ledger(document)
    gathered = Gathered(ledger)
    page = _Page(gathered)
    table = paragraph = 0
    for block in document.blocks:
        if isinstance(block, Grid):
            table += 1
            page.table(block, table)
        else:
            paragraph += 1
            page.line(Printed.of(block.text, Place(0, paragraph, 0, 0, 0, block.page)))
    page.close()
    told = Statistics(
        page.title.words if page.title else None,
        community=_community(page.title),
        indicators=tuple(gathered.numbers),
        observations=tuple(gathered.figures),
    )
    if gathered.figures and all(each.period is None for each in gathered.figures):
        ledger.notice("period-missing", STATISTICS)
    if page.title and gathered.figures:
        ledger.claim(STATISTICS.to("title"), page.title)
    return ledger.close(told if gathered.figures else Statistics())


class _Page:
    """Goes through the blocks of a document: lines wait until what follows shows whether they caption it."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.title: Printed | None = None
        self.context = Context()
        self.told = SILENT
        self.waiting: list[Printed] = []

    def line(self, line: Printed) -> None:
        """Take a paragraph; the first that is a heading gives its period and place to all that follows."""
        if not line:
            return
        if self.title is None and is_title(line.text):
            self._entitle(line)
        self.waiting.append(line)

    def _entitle(self, line: Printed) -> None:
        found, community = spans.periods(line.text), _community(line)
        self.title = line
        self.context = Context(found[-1].period if found else None, community.name if community else None)

    def table(self, grid: Grid, number: int) -> None:
        """Read a table, or the tables that stand one below the other in a grid."""
        rows = [tuple(cell.text for cell in row) for row in grid.rows]
        printed, begin, above = list(rows_of(grid, number)), 0, None
        while (header := heads(rows[begin:])) is not None:
            stop = next_header(rows, header, begin + header.stop)
            self._table(printed[begin:stop], header, above)
            begin, above = stop, header
        self.close()

    def _table(self, rows: Rows, header: Heads, above: Heads | None) -> None:
        """Read a table of statistics with the lines over it and on its first rows.

        A table under the same header as the one above it keeps the unit of that.
        """
        over = lines_over(self.waiting)
        inside = [cell for _, row in rows[: header.first] for cell in row if cell]
        self.waiting = self.waiting[: len(self.waiting) - len(over)]
        lines = [*over, *inside]
        if self.title is None and lines:
            self._entitle(lines[0])
        self.close()
        same = above is not None and above.texts == header.texts
        told = self.told if same else Label(period=self.context.period)
        caption = captioned([line.text for line in lines], Caption("", told))
        self.gathered.ledger.furnish("heading", *(line for line in lines if line is not self.title))
        self.told = evolve(caption.told, nature=None)
        read_table(rows, header, caption, self.gathered)

    def close(self) -> None:
        """Read the lines that caption nothing as prose."""
        lines = [line for line in self.waiting if line is not self.title]
        read_prose(lines, self.context, self.gathered)
        self.waiting = []


def _community(line: Printed | None) -> Community | None:
    found = notation.community(line.text) if line else None
    return Community(found[0], found[1]) if found else None
