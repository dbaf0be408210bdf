"""What a reader can make of a published table, in exact whole numbers.

A *shift* is how far another table lies from the true one, cell by cell. When that other table shows the same
figures, keeps every sum and has no count below its floor, no reader can tell the two apart, whatever he
tries: the shift is a proof that the cells it moves are not known. Finding shifts may be left to a solver;
believing them may not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from localgender.questions.suppression.tableau import Tableau

Shift = Mapping[int, int]


def possible(table: Tableau, unknown: Collection[int], shift: Shift) -> bool:
    """Tell whether a reader must reckon with the table that lies so far from the true one.

    Args:
        table: With a count in every cell.
        unknown: Numbers of the cells that are hidden or were never shown.
        shift: How far each cell is moved; cells left out stay.
    """
    moved = [cell for cell, far in shift.items() if far]
    return (
        all(cell in unknown for cell in moved)
        and all((table.counts[cell] or 0) + shift[cell] >= table.floors[cell] for cell in moved)
        and all(
            sum(factor * shift.get(cell, 0) for cell, factor in equation) == 0 for equation in table.equations
        )
    )


def widths(shifts: Iterable[Shift]) -> dict[int, int]:
    """Return how far apart the least and the most of each cell are in some possible tables.

    >>> widths([{0: 2, 1: -2}, {0: -1, 1: 1}])
    {0: 3, 1: 3}
    """
    least: dict[int, int] = {}
    most: dict[int, int] = {}
    for shift in shifts:
        for cell, far in shift.items():
            least[cell] = min(far, least.get(cell, 0))
            most[cell] = max(far, most.get(cell, 0))
    return {cell: most[cell] - least[cell] for cell in most}


def unproven(
    table: Tableau, unknown: Collection[int], proofs: Iterable[Shift], asked: Mapping[int, int]
) -> frozenset[int]:
    """Return the cells that no proofs show to be as unknown as is asked of each."""
    apart = widths(shift for shift in proofs if possible(table, unknown, shift))
    return frozenset(cell for cell, width in asked.items() if apart.get(cell, 0) < width)
