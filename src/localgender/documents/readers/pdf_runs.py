"""Tables that run over several pages made one grid, with the words that the end of a page cut."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from localgender.documents.grid import Cell, Grid
from localgender.documents.readers.pdf_tables import Block, Margin, PdfCell, Piece
from localgender.documents.readers.pdf_words import Manner, closed

_SAME_EDGE = 3.0
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:стор(?:інка)?|с|page|p)\W{1,3})?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:з|із|of|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\W*(?:продовження|закінчення|continued|continuation)\b", re.IGNORECASE)
_SHORT_LINE = 80

Texts = list[list[str]]


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
        texts = [_texts(piece, edges, manner) for piece in self.pieces]
        skipped = [0] + [_repeated(texts[0], each) for each in texts[1:]]
        for number in range(1, len(self.pieces)):
            before, after = self.pieces[number - 1], self.pieces[number]
            for one, other in _cut(before, after, skipped[number], edges):
                _mend(one, other, (texts[number - 1], texts[number]), edges, manner)
        return Grid(
            [Cell(unicodedata.normalize("NFC", text), piece.page) for text in row]
            for piece, rows, first in zip(self.pieces, texts, skipped, strict=True)
            for row in rows[first:]
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


def _texts(piece: Piece, edges: Sequence[float], manner: Manner) -> Texts:
    rows = [[""] * (len(edges) - 1) for _ in range(piece.rows)]
    for cell in piece.cells:
        rows[cell.row][_column(cell, edges)] = manner.text(cell.wrapped)
    return rows


def _repeated(first: Texts, other: Texts) -> int:
    """Return how many rows at the top of a piece say again what the top of the table says."""
    count = 0
    for row, again in zip(first, other, strict=False):
        if not any(row) or [text.split() for text in row] != [text.split() for text in again]:
            break
        count += 1
    return count


def _cut(
    before: Piece, after: Piece, first: int, edges: Sequence[float]
) -> Iterator[tuple[PdfCell, PdfCell]]:
    """Yield the cells at the bottom of a page with those under them at the top of the next."""
    bottom = {_column(cell, edges): cell for cell in before.cells if cell.last_row == before.rows - 1}
    for cell in after.cells:
        column = _column(cell, edges)
        if cell.row == first and column in bottom:
            yield bottom[column], cell


def _mend(
    one: PdfCell, other: PdfCell, texts: tuple[Texts, Texts], edges: Sequence[float], manner: Manner
) -> None:
    """Give a word that the end of a page cut back to the page on which it begins."""
    line, after = one.wrapped.lines[-1], other.wrapped.lines[0]
    joint = manner.joint(line, after, one.wrapped.slacks[-1])
    if line.turn or after.turn or joint in {" ", "\n"}:
        return
    column = _column(one, edges)
    above, below = texts[0][one.row], texts[1][other.row]
    rest, _, remainder = below[column].partition(" ")
    above[column], below[column] = closed(above[column], joint) + rest, remainder
