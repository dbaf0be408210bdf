"""Sheets of an OpenDocument spreadsheet, taken from its markup as it streams by."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from localgender.documents.grid import Cell
from localgender.documents.readers.ods_cells import NAMESPACE, OFFICE, TEXT, Paragraphs, cell_of, repeats
from localgender.documents.readers.ooxml import Package
from localgender.documents.readers.sheet import EMPTY, Sheet

_CONTENT = "content.xml"
_TABLE, _STYLE, _DRAWN = (f"{NAMESPACE}{each}:1.0 " for each in ("table", "style", "drawing"))
# What lies over the cells or belongs to their margins is no text of theirs.
_BESIDE = frozenset({f"{OFFICE}annotation", f"{_TABLE}shapes", f"{TEXT}ruby-text"})


def read_sheets(package: Package) -> list[Sheet]:
    """Read the sheets of a spreadsheet, those in sight first.

    Raises:
        UnreadableDocumentError: When the content is corrupt or over the limits.
    """
    walk, parser = _Walk(package), package.parser(_CONTENT)
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.hear
    for _ in package.feed(_CONTENT, parser):
        pass
    return walk.shown + walk.hidden


@define(eq=False)
class _Walk:
    package: Package
    shown: list[Sheet] = field(factory=list)
    hidden: list[Sheet] = field(factory=list)
    _text: Paragraphs = field(factory=Paragraphs)
    _starts: dict[str, Callable[[dict[str, str]], None]] = field(init=False)
    _ends: dict[str, Callable[[], None]] = field(init=False)
    _beside: int = 0
    _style: str = ""
    _unseen: set[str] = field(factory=set)
    _sheet: Sheet | None = None
    _counted: int = 0
    _row: list[tuple[int, int, Cell]] = field(factory=list)
    _next_row: int = 0
    _row_repeats: int = 1
    _column: int = 0
    _cell: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._starts = {
            **self._text.starts,
            f"{_STYLE}style": self._name_style,
            f"{_STYLE}table-properties": self._style_table,
            f"{_STYLE}text-properties": self._style_text,
            f"{_TABLE}table": self._open_table,
            f"{_TABLE}table-row": self._open_row,
            f"{_TABLE}table-cell": self._open_cell,
            f"{_TABLE}covered-table-cell": self._open_cell,
        }
        self._ends = {
            **self._text.ends,
            f"{_TABLE}table": self._close_table,
            f"{_TABLE}table-row": self._close_row,
            f"{_TABLE}table-cell": self._close_cell,
            f"{_TABLE}covered-table-cell": self._close_covered,
        }

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        nested = tag == f"{_TABLE}table" and self._sheet is not None
        if self._beside or nested or tag in _BESIDE or tag.startswith(_DRAWN):
            self._beside += 1
        elif listener := self._starts.get(tag):
            listener(attributes)

    def end(self, tag: str) -> None:
        if self._beside:
            self._beside -= 1
        elif listener := self._ends.get(tag):
            listener()

    def hear(self, data: str) -> None:
        if not self._beside:
            self._text.hear(data)

    def _name_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(f"{_STYLE}name", "")

    def _style_table(self, attributes: dict[str, str]) -> None:
        if attributes.get(f"{_TABLE}display") == "false":
            self._unseen.add(self._style)

    def _style_text(self, attributes: dict[str, str]) -> None:
        if attributes.get(f"{_STYLE}text-position", "").startswith("super"):
            self._text.raising.add(self._style)

    def _open_table(self, attributes: dict[str, str]) -> None:
        # Repeats make much of little, so all sheets are counted together.
        self._sheet = Sheet(self.package.name, self.package.limits, cells=self._counted)
        unseen = attributes.get(f"{_TABLE}style-name") in self._unseen
        (self.hidden if unseen else self.shown).append(self._sheet)
        self._next_row = 0

    def _close_table(self) -> None:
        if self._sheet is not None:
            self._counted, self._sheet = self._sheet.counted, None

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._row, self._column = [], 0
        self._row_repeats = repeats(attributes, f"{_TABLE}number-rows-repeated")

    def _close_row(self) -> None:
        if self._row and self._sheet is not None:
            for number in range(self._next_row, self._next_row + self._row_repeats):
                row = self._sheet.row(number)
                for first, stop, cell in self._row:
                    for column in range(first, stop):
                        self._sheet.put(row, column, cell)
        self._next_row += self._row_repeats

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._text.take()

    def _close_cell(self) -> None:
        first = self._column
        self._close_covered()
        cell = cell_of(self._cell, self._text.take())
        formula = self._cell.get(f"{_TABLE}formula")
        unvalued = formula is not None and f"{OFFICE}value-type" not in self._cell
        if cell is not EMPTY or unvalued:
            self._row.append((first, self._column, cell))
        if unvalued and cell is EMPTY and self._sheet is not None:
            self._sheet.unvalued.append((self._next_row, first, str(formula)))

    def _close_covered(self) -> None:
        """Leave room for a cell that another one covers, whatever it holds: it is not shown."""
        self._column += repeats(self._cell, f"{_TABLE}number-columns-repeated")
