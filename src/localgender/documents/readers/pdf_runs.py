"""Tables that run over several pages made one grid, with the words that the end of a page cut."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from localgender.documents.grid import Cell, Grid
from localgender.documents.readers.pdf_tables import Block, Margin, PdfCell, Piece
from localgender.documents.readers.pdf_words import Manner, Wrapped

_SAME_EDGE = 3.0
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:стор(?:інка)?|с|page|p)\W{1,3})?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:з|із|of|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\W*(?:продовження|закінчення|continued|continuation)\b", re.IGNORECASE)
_SHORT_LINE = 80


@define(eq=False)
class _Cell:
    """Cell of the grid; it may begin on one page and go on on the next.

    Attributes:
        page: Page on which it begins.
        wrapped: Its lines.
        last: Whether it reaches the bottom of the page on which it ends.
    """

    page: int
    wrapped: Wrapped
    last: bool


Row = dict[int, _Cell]


@define(eq=False)
class Run:
    """Pieces of one table on successive pages."""

    pieces: list[Piece] = field(factory=list)

    def goes_on_in(self, piece: Piece) -> bool:
        """Tell whether a piece on the next page has the columns of this table, or some of them merged."""
        if piece.page != self.pieces[-1].page + 1:
            return False
        edges, others = self._edges(), piece.edges
        if abs(edges[-1] - others[-1]) > _SAME_EDGE:
            return False
        few, many = sorted((edges, others), key=len)
        return all(_nearest(edge, many)[1] <= _SAME_EDGE for edge in few)

    @property
    def size(self) -> int:
        """How many cells it has, the empty ones included."""
        return sum(piece.rows for piece in self.pieces) * (len(self._edges()) - 1)

    def grid(self, manner: Manner) -> Grid:
        """Lay the rows of all pieces out under the same columns."""
        edges = self._edges()
        rows: list[tuple[int, Row]] = []
        header = _rows(self.pieces[0], edges)
        for piece in self.pieces:
            added = _rows(piece, edges)
            if rows:
                added = added[_repeated(header, added, manner) :]
                if added and _is_cut(rows, added[0], manner):
                    _continue(rows, added.pop(0))
            rows += [(piece.page, row) for row in added]
        return Grid(
            [_printed(row, column, page, manner) for column in range(len(edges) - 1)] for page, row in rows
        )

    def _edges(self) -> tuple[float, ...]:
        return max((piece.edges for piece in self.pieces), key=len)


def runs(blocks: Iterable[Block]) -> Iterator[Run | Margin]:
    """Yield the tables of a document and the lines around them, in order.

    Page numbers and running titles between its pieces do not end a table; they come after it.
    """
    blocks = list(blocks)
    running = _running(blocks)
    open_run: Run | None = None
    waiting: list[Margin] = []
    for block in blocks:
        if isinstance(block, Margin):
            waiting.append(block)
            continue
        furniture = all(_is_furniture(each, running) for each in waiting)
        if open_run is not None and furniture and open_run.goes_on_in(block):
            open_run.pieces.append(block)
            continue
        if open_run is not None:
            yield open_run
        yield from waiting
        open_run, waiting = Run([block]), []
    if open_run is not None:
        yield open_run
    yield from waiting


def _running(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the lines that stand on several pages, their own number aside."""
    seen = {(_unnumbered(each), each.page) for each in blocks if isinstance(each, Margin)}
    pages = Counter(text for text, _ in seen)
    return frozenset(text for text, count in pages.items() if count > 1)


def _unnumbered(margin: Margin) -> str:
    return re.sub(rf"(?<!\d){margin.page}(?!\d)", "#", margin.line.text.strip())


def _is_furniture(margin: Margin, running: frozenset[str]) -> bool:
    text = margin.line.text.strip()
    if len(text) > _SHORT_LINE:
        return False
    return bool(_PAGE_NUMBER.fullmatch(text) or _CONTINUED.match(text)) or _unnumbered(margin) in running


def _nearest(edge: float, edges: Sequence[float]) -> tuple[int, float]:
    number = min(range(len(edges)), key=lambda each: abs(edges[each] - edge))
    return number, abs(edges[number] - edge)


def _column(cell: PdfCell, edges: Sequence[float]) -> int:
    return min(_nearest(cell.left, edges)[0], len(edges) - 2)


def _rows(piece: Piece, edges: Sequence[float]) -> list[Row]:
    rows: list[Row] = [{} for _ in range(piece.rows)]
    for cell in piece.cells:
        rows[cell.row][_column(cell, edges)] = _Cell(
            piece.page, cell.wrapped, cell.last_row == piece.rows - 1
        )
    return rows


def _repeated(first: list[Row], other: list[Row], manner: Manner) -> int:
    """Return how many rows at the top of a piece say again what the top of the table says."""
    count = 0
    for row, again in zip(first, other, strict=False):
        if not row or _words(row, manner) != _words(again, manner):
            break
        count += 1
    return count


def _words(row: Row, manner: Manner) -> dict[int, list[str]]:
    return {column: manner.text(cell.wrapped).split() for column, cell in row.items()}


def _bottom(rows: list[tuple[int, Row]]) -> Row:
    """Return the cells that reach the bottom of the last page."""
    cells: Row = {}
    for _, row in rows:
        cells.update(row)
    return {column: cell for column, cell in cells.items() if cell.last}


def _is_cut(rows: list[tuple[int, Row]], top: Row, manner: Manner) -> bool:
    """Tell whether the end of a page cut a row.

    Then every cell at the top of the next page goes on from one above it, or may, and at least one must;
    a figure under a figure would have had room on the line above.
    """
    bottom = _bottom(rows)
    answers = [
        manner.goes_on(bottom[column].wrapped, cell.wrapped) if column in bottom else False
        for column, cell in top.items()
    ]
    return True in answers and False not in answers


def _continue(rows: list[tuple[int, Row]], top: Row) -> None:
    bottom = _bottom(rows)
    for column, cell in top.items():
        above = bottom[column]
        above.wrapped = above.wrapped.followed_by(cell.wrapped)
        above.last = cell.last


def _printed(row: Row, column: int, page: int, manner: Manner) -> Cell:
    if column not in row:
        return Cell("", page)
    return Cell(unicodedata.normalize("NFC", manner.text(row[column].wrapped)), row[column].page)
