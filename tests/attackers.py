"""Readers who try to work hidden counts out, each in his own way and none with the code under test."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from localgender.questions.suppression.ledger import Ledger

Line = tuple[dict[Hashable, Fraction], Fraction]


def lines(published: Ledger) -> Iterator[Line]:
    """Write down what sums say of the counts that are not printed; a remainder is one more unknown."""
    for place, each in enumerate(published.sums):
        row: dict[Hashable, Fraction] = {}
        right = Fraction(0)
        for key, factor in ((each.total, 1), *((part, -1) for part in each.parts)):
            if isinstance(published[key], int):
                right -= factor * published[key]
            else:
                row[key] = row.get(key, Fraction(0)) + factor
        if not each.complete:
            row["rest", place] = Fraction(-1)
        yield row, right


def eliminated(published: Ledger) -> dict[Hashable, Fraction]:
    """Solve the sums for whatever they determine, with fractions."""
    rows = [(dict(row), right) for row, right in lines(published)]
    done: list[Line] = []
    while rows:
        row, right = rows.pop()
        if not (row := {key: each for key, each in row.items() if each}):
            assert right == 0
            continue
        pivot = min(row, key=repr)
        row, right = {key: each / row[pivot] for key, each in row.items()}, right / row[pivot]
        rows = [_without(pivot, other, (row, right)) for other in rows]
        done = [*(_without(pivot, other, (row, right)) for other in done), (row, right)]
    return {next(iter(row)): right for row, right in done if len(row) == 1}


def _without(pivot: Hashable, line: Line, by: Line) -> Line:
    factor = line[0].get(pivot, Fraction(0))
    row = {
        key: line[0].get(key, Fraction(0)) - factor * by[0].get(key, Fraction(0))
        for key in {**line[0], **by[0]}
    }
    return {key: each for key, each in row.items() if each}, line[1] - factor * by[1]


def bounds(published: Ledger, key: Hashable, *, least: int) -> tuple[Fraction, Fraction | None]:
    """Return the least and the most that a hidden count may be; None where there is no end (exact simplex).

    `least` is what the reader knows every hidden count to be at least; silent ones are zero at least.
    """
    floors = {each: least if published[each] is not None else 0 for each in published.figures}
    rows = []
    for row, right in lines(published):
        shifted = right - sum(factor * floors.get(each, 0) for each, factor in row.items())
        rows.append((row, shifted))
    low = _maximum(rows, {key: Fraction(-1)})
    high = _maximum(rows, {key: Fraction(1)})
    floor = floors[key]
    assert low is not None
    return floor - low, None if high is None else floor + high


def _maximum(rows: Iterable[Line], aim: Mapping[Hashable, Fraction]) -> Fraction | None:
    """Maximise over unknowns that are zero at least, in two phases, by Bland's rule."""
    rows = [
        (dict(row), right) if right >= 0 else ({k: -v for k, v in row.items()}, -right) for row, right in rows
    ]
    tableau = []
    for place, (row, right) in enumerate(rows):
        tableau.append(({**row, ("~", place): Fraction(1)}, right, ("~", place)))
    helpers = {basic: Fraction(-1) for _, _, basic in tableau}
    tableau, worth = _pivoted(tableau, helpers)
    assert worth == 0, "the true table is possible"
    tableau = _expelled(tableau)
    tableau = [
        ({key: each for key, each in row.items() if not _helper(key)}, right, basic)
        for row, right, basic in tableau
    ]
    return _pivoted(tableau, dict(aim))[1]


def _helper(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[:1] == ("~",)


def _expelled(tableau: list) -> list:
    """Take helpers out of the basis, or their row where it says nothing."""
    for place in range(len(tableau)):
        row, _, basic = tableau[place]
        if _helper(basic) and (others := sorted((k for k in row if not _helper(k) and row[k]), key=repr)):
            tableau = _turned(tableau, place, others[0])
    return [each for each in tableau if not _helper(each[2])]


def _pivoted(tableau: list, aim: dict) -> tuple[list, Fraction | None]:
    while True:
        gain = dict(aim)
        for row, _, basic in tableau:
            if factor := gain.get(basic):
                for key, each in row.items():
                    gain[key] = gain.get(key, Fraction(0)) - factor * each
        better = sorted((key for key, each in gain.items() if each > 0), key=repr)
        if not better:
            return tableau, sum((aim.get(basic, 0) * right for _, right, basic in tableau), Fraction(0))
        entering = better[0]
        leaving = [
            (right / row[entering], repr(basic), place)
            for place, (row, right, basic) in enumerate(tableau)
            if row.get(entering, 0) > 0
        ]
        if not leaving:
            return tableau, None
        tableau = _turned(tableau, min(leaving)[2], entering)


def _turned(tableau: list, place: int, entering: Hashable) -> list:
    row, right, _ = tableau[place]
    lead = row[entering]
    row, right = {key: each / lead for key, each in row.items() if each}, right / lead
    turned = []
    for other, (old, known, basic) in enumerate(tableau):
        if other == place:
            turned.append((row, right, entering))
        else:
            new, left = _without(entering, (old, known), (row, right))
            turned.append((new, left, basic))
    return turned


def tables(published: Ledger, *, least: int, most: int) -> Iterator[dict[Hashable, int]]:
    """Try every whole count from `least` to `most` in every hidden place, and keep what fits all sums."""
    hidden = [key for key, figure in published.figures.items() if not isinstance(figure, int)]
    for guess in product(range(least, most + 1), repeat=len(hidden)):
        figures = {**published.figures, **dict(zip(hidden, guess, strict=True))}
        if all(_fits(figures, each) for each in published.sums):
            yield {key: figures[key] for key in hidden}


def _fits(figures: Mapping, each) -> bool:
    left = figures[each.total] - sum(figures[part] for part in each.parts)
    return left == 0 if each.complete else left >= 0
