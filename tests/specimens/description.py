"""A specimen as data: its lines and tables, told once for all formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from attrs import evolve, field, frozen

import localgender as lg

_SIGNS = str.maketrans({"¬": "\u00ad", "~": "\u00a0", "↵": "\n", "@": None})
LEFT, ABOVE = "<", "^"
_CODE = re.compile(r"(?:^\d+(?:\.\d+)*|(?<=\s)\d+(?:\.\d+)+)(?=\.?(?:\s|$))")


class RowKind(StrEnum):
    """What a row of a table is, told by whoever describes it and never by its words."""

    HEADER = "header"
    NUMBERS = "numbers"
    GOAL = "goal"
    MEASURE = "measure"
    SOURCE = "source"
    TOTAL = "total"
    OTHER = "other"


def _cells(value: str | tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, str):
        return value
    return tuple(cell.strip().translate(_SIGNS) for cell in value.split("|"))


@frozen
class Row:
    """Cells of one row; `<` belongs to the cell on its left, `^` to the one above it."""

    kind: RowKind = field(converter=RowKind)
    cells: tuple[str, ...] = field(converter=_cells)

    @property
    def shown(self) -> tuple[str, ...]:
        """The cells as they read where nothing can be merged: a merged cell speaks once."""
        return tuple("" if cell in {LEFT, ABOVE} else cell for cell in self.cells)


@frozen
class Table:
    """Rows, equally long where a person described them."""

    rows: tuple[Row, ...] = field(converter=tuple)

    def spans(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield row, column, height and width of each cell that shows."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row.cells):
                if cell in {LEFT, ABOVE}:
                    continue
                width = 1
                while c + width < len(row.cells) and row.cells[c + width] == LEFT:
                    width += 1
                height = 1
                while r + height < len(self.rows) and self._is_above(r + height, c):
                    height += 1
                yield r, c, height, width

    def _is_above(self, row: int, column: int) -> bool:
        return column < len(self.rows[row].cells) and self.rows[row].cells[column] == ABOVE

    def of(self, *kinds: str) -> list[Row]:
        """Return the rows of some kinds."""
        return [row for row in self.rows if row.kind in kinds]


Block = Table | str


def _blocks(value: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block.translate(_SIGNS) if isinstance(block, str) else block for block in value)


@frozen
class Specimen:
    """Document of one family, and where its table says what.

    Attributes:
        name: Letter of the family and a word for it.
        kind: "report" or "plan".
        blocks: Paragraphs and tables in their order.
        title: Column of the measures' words, from 0.
        code: Column of their numbers, which may be that of their words.
        term: Column of their terms; None where there is none.
        terms: What each printed term means; several where it stands for several measures.
        money: For each stage the columns of its money, sums of others left out; a column may tell its year.
        unit: What one of the printed amounts is worth.
        page_mm: Height of the page of its pdf, chosen so that the end of a page cuts a row.
    """

    name: str
    kind: str
    blocks: tuple[Block, ...] = field(converter=_blocks)
    title: int
    code: int
    term: int | None = None
    terms: dict[str, lg.Term | tuple[lg.Term, ...] | None] = field(factory=dict)
    money: dict[str, dict[int, int | None]] = field(factory=dict)
    unit: lg.Unit = lg.Unit.THOUSAND_UAH
    page_mm: float = 148.0

    @property
    def table(self) -> Table:
        """The table of measures."""
        return next(block for block in self.blocks if isinstance(block, Table) and block.of("measure"))

    def with_rows(self, rows: tuple[Row, ...]) -> Specimen:
        """Return the document with other rows in its table of measures."""
        table = self.table
        return evolve(self, blocks=tuple(Table(rows) if each is table else each for each in self.blocks))

    def codes_of(self, row: Row) -> list[str]:
        """Return the numbers that a row prints, without the dots that end them."""
        return _CODE.findall(row.cells[self.code])

    def codes(self) -> list[str]:
        """Return the numbers of all measures."""
        return [code for row in self.table.of("measure") for code in self.codes_of(row)]

    def named(self, row: Row) -> str:
        """Return what a row prints of its measure: its number and its words."""
        own_column = self.code != self.title
        return f"{row.cells[self.code]} {row.cells[self.title]}" if own_column else row.cells[self.title]

    def stated_terms(self) -> list[lg.Term | None]:
        """Return the term of each measure."""
        if self.term is None:
            return []
        meant = [self.terms[row.cells[self.term]] for row in self.table.of("measure")]
        return [term for each in meant for term in (each if isinstance(each, tuple) else (each,))]

    def total(self, stage: str, year: int | None = None) -> lg.Money | None:
        """Add up the printed amounts of a stage, of one year or of all."""
        columns = [column for column, of in self.money.get(stage, {}).items() if year in {None, of}]
        printed = [row.cells[column] for row in self.table.of("measure", "source") for column in columns]
        amounts = [Decimal(each.replace("\u00a0", "").replace(",", ".")) for each in printed if _digits(each)]
        return lg.Money(int(sum(amounts) * self.unit.kopiykas)) if amounts else None


def _digits(printed: str) -> bool:
    return bool(re.fullmatch(r"[\d\u00a0]+(?:,\d+)?", printed))
