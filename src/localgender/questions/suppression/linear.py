"""Exact elimination: what follows from equations, without rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

Equation = tuple[Mapping[int, int | Fraction], int | Fraction]
_Row = dict[int, Fraction]


class ContradictionError(ValueError):
    """Equations that nothing satisfies."""


def solved(equations: Iterable[Equation]) -> dict[int, Fraction]:
    """Return every unknown that the equations leave only one value (Gauss and Jordan, in fractions).

    >>> solved([({0: 1, 1: 1}, 7), ({1: 1}, 4), ({2: 1, 3: 1}, 5)])
    {0: Fraction(3, 1), 1: Fraction(4, 1)}

    Args:
        equations: Coefficients by the number of the unknown, and what they come to.

    Raises:
        ContradictionError: When they contradict each other; its argument is the number of the first
            equation that does not fit those before it.
    """
    rows: dict[int, tuple[_Row, Fraction]] = {}
    for number, (coefficients, right) in enumerate(equations):
        row, rest = _reduced(coefficients, Fraction(right), rows)
        if row:
            _enter(row, rest, rows)
        elif rest:
            raise ContradictionError(number)
    return {unknown: right for unknown, (row, right) in rows.items() if len(row) == 1}


def _reduced(
    coefficients: Mapping[int, int | Fraction], right: Fraction, rows: Mapping[int, tuple[_Row, Fraction]]
) -> tuple[_Row, Fraction]:
    row = {unknown: Fraction(factor) for unknown, factor in coefficients.items() if factor}
    for pivot in [unknown for unknown in row if unknown in rows]:
        right -= _subtract(row, row[pivot], rows[pivot])
    return row, right


def _enter(row: _Row, right: Fraction, rows: dict[int, tuple[_Row, Fraction]]) -> None:
    pivot = next(iter(row))
    lead = row[pivot]
    made = ({unknown: factor / lead for unknown, factor in row.items()}, right / lead)
    for other, (held, known) in rows.items():
        if factor := held.get(pivot):
            rows[other] = (held, known - _subtract(held, factor, made))
    rows[pivot] = made


def _subtract(row: _Row, factor: Fraction, other: tuple[_Row, Fraction]) -> Fraction:
    """Take a multiple of another row out of this one; return what goes from its right side."""
    for unknown, each in other[0].items():
        if left := row.get(unknown, Fraction(0)) - factor * each:
            row[unknown] = left
        else:
            row.pop(unknown, None)
    return factor * other[1]
