"""Ruling lines to tables: which places a page is ruled into, and which of them are one cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from localgender.documents.readers.pdf_page import Rule

_SNAP = 2.0
_REACH = 3.0
_CROSSINGS = 1_000_000
_PLACES = 250_000

Span = tuple[float, float]


@frozen(eq=False)
class Lattice:
    """Table as it is ruled.

    Its outline counts as closed: where a page cuts a cell, many writers leave its edge undrawn.

    Attributes:
        xs: Vertical edges from the left.
        ys: Horizontal edges from the top.
        cells: For each place, row by row, the first place of the cell it belongs to.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[int, ...]

    def cell_at(self, x: float, y: float) -> int:
        """Return the first place of the cell around a point; -1 when there is none."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.cells[row * (len(self.xs) - 1) + column]
        return -1

    def left_of(self, cell: int) -> float:
        """Return the left edge of a cell, given by its first place."""
        return self.xs[cell % (len(self.xs) - 1)]

    def right_of(self, cell: int) -> float:
        """Return the right edge of a cell, given by its first place."""
        width = len(self.xs) - 1
        column = cell % width
        while column < width and self.cells[cell - cell % width + column] == cell:
            column += 1
        return self.xs[column]

    def last_row_of(self, cell: int) -> int:
        """Return the last row that a cell covers, given by its first place."""
        width = len(self.xs) - 1
        while cell + width < len(self.cells) and self.cells[cell + width] == self.cells[cell]:
            cell += width
        return cell // width


def lattices(rules: Iterable[Rule]) -> list[Lattice]:
    """Return the tables that lines rule on a page, the smaller before those that they stand in.

    A frame around a single place is no table.
    """
    level, upright = _sorted_out(rules)
    if len(level) * len(upright) > _CROSSINGS:
        return []
    found = []
    for across, down in _connected(level, upright):
        lattice = _lattice(across + _sides(down, across), down + _sides(across, down))
        if lattice is not None and len(set(lattice.cells)) > 1:
            found.append(lattice)
    return sorted(found, key=_area)


def _area(lattice: Lattice) -> float:
    return (lattice.xs[-1] - lattice.xs[0]) * (lattice.ys[-1] - lattice.ys[0])


# A line is where it stands and the span it covers.
Line = tuple[float, Span]


def _sorted_out(rules: Iterable[Rule]) -> tuple[list[Line], list[Line]]:
    level: list[Line] = []
    upright: list[Line] = []
    for left, top, right, bottom in rules:
        if right - left >= bottom - top:
            level.append(((top + bottom) / 2, (left, right)))
        else:
            upright.append(((left + right) / 2, (top, bottom)))
    return _merged(level), _merged(upright)


def _merged(lines: list[Line]) -> list[Line]:
    """Bring lines at nearly the same place together, and pieces of one line to one."""
    merged: list[Line] = []
    for group in _close(sorted(lines)):
        place = (group[0][0] + group[-1][0]) / 2
        start, stop = None, 0.0
        for low, high in sorted(span for _, span in group):
            if start is not None and low > stop + _REACH:
                merged.append((place, (start, stop)))
                start = None
            start, stop = (low, high) if start is None else (start, max(stop, high))
        if start is not None:
            merged.append((place, (start, stop)))
    return merged


def _close(lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line[0] - group[-1][0] > _SNAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _connected(level: list[Line], upright: list[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Group lines that touch, directly or over others."""
    parents = list(range(len(level) + len(upright)))
    for across, (y, (left, right)) in enumerate(level):
        for down, (x, (top, bottom)) in enumerate(upright, len(level)):
            if left - _REACH <= x <= right + _REACH and top - _REACH <= y <= bottom + _REACH:
                parents[_root(parents, across)] = _root(parents, down)
    groups: dict[int, tuple[list[Line], list[Line]]] = {}
    for number, line in enumerate([*level, *upright]):
        groups.setdefault(_root(parents, number), ([], []))[number >= len(level)].append(line)
    for across_lines, down_lines in groups.values():
        if len(across_lines) + len(down_lines) > 3:
            yield across_lines, down_lines


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _sides(lines: list[Line], across: list[Line]) -> list[Line]:
    """Return the sides of a table that are not drawn, where most lines end together all the same."""
    if len(lines) < 2 or not across:
        return []
    first, last = min(place for place, _ in lines), max(place for place, _ in lines)
    lows = Counter(round(low / _SNAP) for _, (low, _) in lines).most_common(1)[0]
    highs = Counter(round(high / _SNAP) for _, (_, high) in lines).most_common(1)[0]
    sides = []
    for (end, count), outermost, outside in (
        (lows, min(place for place, _ in across), -1),
        (highs, max(place for place, _ in across), 1),
    ):
        place = end * _SNAP
        if count > len(lines) / 2 and (place - outermost) * outside > _REACH:
            sides.append((place, (first, last)))
    return sides


def _lattice(level: list[Line], upright: list[Line]) -> Lattice | None:
    xs, ys = sorted({place for place, _ in upright}), sorted({place for place, _ in level})
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > _PLACES:
        return None
    walls = _walls(upright, xs, ys)
    floors = _walls(level, ys, xs)
    parents = list(range(columns * rows))

    def unite(one: int, other: int) -> None:
        # The smaller stays on top, so that a cell is known by its first place.
        one, other = sorted((_root(parents, one), _root(parents, other)))
        parents[other] = one

    for place in range(columns * rows):
        row, column = divmod(place, columns)
        if column + 1 < columns and (column + 1, row) not in walls:
            unite(place, place + 1)
        if row + 1 < rows and (row + 1, column) not in floors:
            unite(place, place + columns)
    return Lattice(tuple(xs), tuple(ys), tuple(_root(parents, place) for place in range(columns * rows)))


def _walls(lines: list[Line], places: Sequence[float], edges: Sequence[float]) -> set[tuple[int, int]]:
    """Return which stretches between edges are drawn, as (number of the place, number of the stretch)."""
    numbers = {place: number for number, place in enumerate(places)}
    middles = [(low + high) / 2 for low, high in pairwise(edges)]
    return {
        (numbers[place], stretch)
        for place, (low, high) in lines
        for stretch in range(bisect_left(middles, low), bisect_right(middles, high))
    }
