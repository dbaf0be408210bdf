"""Sheets of a spreadsheet while they are read: cells by row and column, merges, formulas never calculated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from attrs import define, field

from localgender.documents.grid import Cell, Document, Grid, Limits
from localgender.errors import UnreadableDocumentError
from localgender.findings import Finding, Findings, noticed
from localgender.values.places import Place

EMPTY = Cell("")
TRUTH = {True: "ІСТИНА", False: "ХИБНІСТЬ"}
RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14
_BREAK = re.compile("\r\n?")


def settled(text: str) -> str:
    """Bring text to composed letters and one kind of line break."""
    if "\r" in text:
        text = _BREAK.sub("\n", text)
    return unicodedata.normalize("NFC", text)


@define(eq=False)
class Sheet:
    """Rows of cells, counted from 0, with gaps where nothing is stored.

    Attributes:
        name: What the document is called in messages.
        limits: Sizes beyond which it is refused.
        merges: First row, first column, last row and last column of merged cells.
        unvalued: Row, column and text of formulas without a value.
        cells: How many cells came before the row that is being filled.
    """

    name: str
    limits: Limits
    merges: list[tuple[int, int, int, int]] = field(factory=list)
    unvalued: list[tuple[int, int, str]] = field(factory=list)
    cells: int = 0
    _rows: dict[int, list[Cell]] = field(factory=dict)
    _number: int = -1

    @property
    def counted(self) -> int:
        """How many cells there are by now."""
        return self.cells + len(self._rows.get(self._number, ()))

    @property
    def next(self) -> int:
        """Number of the row after the last one asked for."""
        return self._number + 1

    def row(self, number: int) -> list[Cell]:
        """Return the cells of a row, to be filled by `put`.

        Raises:
            UnreadableDocumentError: When spreadsheets have no such row, or the cells are over the limit.
        """
        if not 0 <= number < _MOST_ROWS:
            raise UnreadableDocumentError(self.name, f"row {number + 1} is more than a spreadsheet has")
        # A row is counted when the next one begins: it is never longer than a spreadsheet is wide.
        self.cells = self.counted
        self._check(self.cells)
        self._number = number
        return self._rows.setdefault(number, [])

    def put(self, row: list[Cell], column: int, cell: Cell) -> None:
        """Put a cell into a row, leaving empty cells before it.

        Raises:
            UnreadableDocumentError: When spreadsheets have no such column.
        """
        gap = column - len(row)
        if gap < 0:
            row[column] = cell
            return
        if column >= _MOST_COLUMNS:
            raise UnreadableDocumentError(self.name, f"column {column + 1} is more than a spreadsheet has")
        row.extend([EMPTY] * gap)
        row.append(cell)

    def _check(self, cells: int) -> None:
        if cells > self.limits.cells:
            raise UnreadableDocumentError(self.name, f"more than {self.limits.cells} cells")

    def grid(self) -> Grid | None:
        """Return the rows from the first on, equally long unless the sheet is too sparse for that.

        Returns:
            The table, whose rows are those of the sheet; None when it is blank.
        """
        self._silence_merged()
        filled = {number: row for number, row in self._rows.items() if row}
        height = max(filled, default=-1) + 1
        width = max(map(len, filled.values()), default=0)
        if height * width > self.limits.cells:
            width = 0
        blank: Sequence[Cell] = (EMPTY,) * width
        rows = [blank] * height
        for number, row in filled.items():
            rows[number] = [*row, *blank[len(row) :]]
        return Grid(rows) if rows else None

    def _silence_merged(self) -> None:
        """Empty the cells that a merged one covers: programs keep what stood there and do not show it."""
        covered = 0
        for top, left, bottom, right in self.merges:
            claimed = range(top, bottom + 1)
            # A range may claim the whole sheet, of which little is filled.
            rows = (
                claimed
                if len(claimed) < len(self._rows)
                else [each for each in self._rows if each in claimed]
            )
            for number in rows:
                row = self._rows.get(number, [])
                first, stop = left + (number == top), min(right + 1, len(row))
                if first < stop:
                    row[first:stop] = [EMPTY] * (stop - first)
                covered += max(stop - first, 1)
            self._check(covered)


def assembled(sheets: Iterable[Sheet], *, name: str, read_from: str, limits: Limits) -> Document:
    """Make a document of sheets, each that is not blank being a table.

    Args:
        sheets: In the order of tables, read as they are asked for.
        name: What the document is called in messages.
        read_from: Name of its format.
        limits: Sizes beyond which it is refused.

    Raises:
        UnreadableDocumentError: When all sheets together are over the limits.
    """
    grids: list[Grid] = []
    findings: list[Finding] = []
    cells = characters = 0
    for sheet in sheets:
        grid = sheet.grid()
        if grid is None:
            continue
        grids.append(grid)
        findings += (_without_value(len(grids), *each) for each in sheet.unvalued)
        # An empty row takes room too.
        cells += sum(len(row) or 1 for row in grid.rows)
        characters += sum(len(cell.text) for row in grid.rows for cell in row)
        if cells > limits.cells:
            raise UnreadableDocumentError(name, f"more than {limits.cells} cells")
        if characters > limits.characters:
            raise UnreadableDocumentError(name, f"more than {limits.characters} characters")
    return Document(grids, name, read_from, Findings(findings))


def _without_value(table: int, row: int, column: int, formula: str) -> Finding:
    facts = {"formula": formula} if formula else {}
    return noticed("formula-without-value", Place(table, row + 1, column + 1), **facts)
