"""Page to blocks: its ruled tables with the lines of their cells, and the lines around them."""

from __future__ import annotations

from attrs import frozen

from localgender.documents.readers.pdf_lattice import Lattice, lattices
from localgender.documents.readers.pdf_lines import Line, lines
from localgender.documents.readers.pdf_page import Letter, PdfPage
from localgender.documents.readers.pdf_words import Wrapped

_FLUSH = 1.0


@frozen
class PdfCell:
    """Cell of a ruled table on one page.

    Attributes:
        row: First row on the page that it covers.
        last_row: Last row on the page that it covers.
        left: Where its left edge stands, from that of the table.
        wrapped: Its lines.
    """

    row: int
    last_row: int
    left: float
    wrapped: Wrapped


@frozen
class Piece:
    """Table, or the part of one that stands on one page.

    Attributes:
        page: Number of the page.
        y: Where it begins.
        edges: Where its columns begin and the last one ends, from its left edge.
        rows: How many rows it has.
        cells: Its cells with text, from the top down and left to right.
    """

    page: int
    y: float
    edges: tuple[float, ...]
    rows: int
    cells: tuple[PdfCell, ...]


@frozen
class Margin:
    """Line outside the tables."""

    page: int
    y: float
    line: Line


Block = Piece | Margin


def blocks_of(page: PdfPage) -> list[Block]:
    """Return the tables of a page and the lines around them, from the top down."""
    ruled = lattices(page.rules)
    inside: list[dict[int, list[Letter]]] = [{} for _ in ruled]
    outside: list[Letter] = []
    for letter in page.letters:
        for lattice, cells in zip(ruled, inside, strict=True):
            cell = lattice.cell_at(letter.x, letter.y)
            if cell >= 0:
                cells.setdefault(cell, []).append(letter)
                break
        else:
            outside.append(letter)
    blocks: list[Block] = [Margin(page.number, line.y, line) for line in lines(outside, gap="\t")]
    blocks += [
        _piece(page.number, lattice, cells) for lattice, cells in zip(ruled, inside, strict=True) if cells
    ]
    return sorted(blocks, key=lambda block: block.y)


def _piece(page: int, lattice: Lattice, letters: dict[int, list[Letter]]) -> Piece:
    texts = {cell: lines(letters[cell]) for cell in sorted(letters)}
    gaps = sorted(
        line.left - lattice.left_of(cell) for cell, text in texts.items() for line in text if not line.turn
    )
    # Nearly the smallest: centred text is further in, and some writing runs over its edge.
    padding = max(gaps[len(gaps) // 20], 0.0) if gaps else 0.0
    width = len(lattice.xs) - 1
    cells = tuple(
        PdfCell(
            cell // width,
            lattice.last_row_of(cell),
            lattice.left_of(cell) - lattice.xs[0],
            _wrapped(text, lattice.left_of(cell) + padding, lattice.right_of(cell) - padding),
        )
        for cell, text in texts.items()
        if text
    )
    edges = tuple(x - lattice.xs[0] for x in lattice.xs)
    return Piece(page, lattice.ys[0], edges, len(lattice.ys) - 1, cells)


def _wrapped(text: list[Line], left: float, right: float) -> Wrapped:
    """Measure the room that each line left: beside it, or on both sides of a centred one."""
    flush = any(line.left < left + _FLUSH for line in text)
    slacks = tuple(
        None if line.turn else right - line.right if flush else right - left - (line.right - line.left)
        for line in text
    )
    return Wrapped(text, slacks)
