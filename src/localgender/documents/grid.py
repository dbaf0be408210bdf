"""What a page shows, without meaning: cells, tables and paragraphs in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from attrs import field, frozen

from localgender._display import brief, html_of
from localgender.findings import Findings
from localgender.values.parts import tuple_of
from localgender.values.places import Place


@frozen
class Limits:
    """Sizes beyond which a document is refused rather than read.

    Attributes:
        file_bytes: Size of the file.
        unpacked_bytes: Size of what an archive unpacks to.
        cells: Cells of all tables.
        characters: Characters of all texts.
    """

    file_bytes: int = 64 * 2**20
    unpacked_bytes: int = 512 * 2**20
    cells: int = 1_500_000
    characters: int = 64 * 2**20


@frozen
class Cell:
    """Text of one cell exactly as displayed; a merged cell speaks once and leaves empty cells behind.

    Attributes:
        text: Composed letters; white space as it stands.
        page: Page, where the format has pages.
        number: What the cell stores, exactly, where the format tells numbers from text: 2.4 behind «2,4»,
            0.952 behind «95,2%». Dates have none.
    """

    text: str
    page: int | None = None
    number: Decimal | None = None

    __repr__ = brief


def _cells(rows: Iterable[Iterable[Cell | str]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)


@frozen
class Grid:
    """Table: rows of cells, which need not be equally long.

    >>> Grid([["№", "Захід"], ["1", "Тренінг"]]).rows[1][1].text
    'Тренінг'

    Attributes:
        rows: From the top, each with its cells from the left; text stands for a cell of it.
    """

    rows: tuple[tuple[Cell, ...], ...] = field(converter=_cells)

    _repr_html_ = html_of

    def __repr__(self) -> str:
        return f"<Grid: {len(self.rows)} rows of up to {max(map(len, self.rows), default=0)} cells>"


@frozen
class Paragraph:
    """Text outside tables.

    Attributes:
        text: As displayed.
        page: Number of its page, from 1; None where the format has no pages.
    """

    text: str
    page: int | None = None

    __repr__ = brief


@frozen
class Document:
    """Tables and paragraphs of a document in their order.

    Attributes:
        blocks: Tables and paragraphs.
        name: What the document is called in messages.
        format: Name of the format it was read from.
        findings: What the reader of the format noticed, such as a guessed encoding.
    """

    blocks: tuple[Grid | Paragraph, ...] = field(converter=tuple_of)
    name: str = ""
    format: str = ""
    findings: Findings = field(factory=Findings)

    _repr_html_ = html_of

    def __repr__(self) -> str:
        held = f"{len(self.tables)} tables, {len(self.paragraphs)} paragraphs"
        return f"<Document: {self.name!r}, {self.format!r}, {held}>"

    @cached_property
    def tables(self) -> tuple[Grid, ...]:
        """Tables in their order; the first is table 1."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Paragraphs in their order; the first is paragraph 1."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Yield every cell and paragraph with its place, in the document's order."""
        table = paragraph = 0
        for block in self.blocks:
            if isinstance(block, Paragraph):
                paragraph += 1
                yield Place(0, paragraph, 0, 0, len(block.text), block.page), block.text
                continue
            table += 1
            for number, row in enumerate(block.rows, 1):
                for column, cell in enumerate(row, 1):
                    yield Place(table, number, column, 0, len(cell.text), cell.page), cell.text

    def text_at(self, place: Place) -> str:
        """Return the characters printed at a place."""
        if place.table:
            text = self.tables[place.table - 1].rows[place.row - 1][place.column - 1].text
        else:
            text = self.paragraphs[place.row - 1].text
        return text[place.start : place.stop]
