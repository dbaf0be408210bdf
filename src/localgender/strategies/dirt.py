"""What comes over a table on its way: habits of typing, accidents of pages, and what destroys meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from hypothesis import strategies as st

Row = tuple[str, ...]
Rows = list[Row]
Dirt = Callable[[st.DrawFn, Rows, Rows], tuple[Rows, Rows]]

# Columns of every table that is laid out; the term, fourth, is left as it is.
NUMBER, GOAL, MEASURE, WHO, WORDS = 0, 1, 2, 4, 8
AMOUNTS = (5, 6, 7)
_WORDED = (GOAL, MEASURE, WHO, WORDS)
_NBSP = "\N{NO-BREAK SPACE}"
_LATIN = str.maketrans("аеосрі", "aeocpi")


def _in_cells(rows: Rows, columns: tuple[int, ...], change: Callable[[str], str]) -> Rows:
    return [tuple(change(cell) if n in columns else cell for n, cell in enumerate(row)) for row in rows]


def _unbroken_spaces(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    return header, _in_cells(rows, _WORDED, lambda cell: cell.replace(" ", _NBSP, 1))


def _soft_wraps(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """Lines broken by hand, as in narrow columns."""
    return header, _in_cells(rows, (GOAL, WHO, WORDS), lambda cell: cell.replace(" ", "\n", 1))


def _loose_spaces(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    return header, _in_cells(rows, (*_WORDED, *AMOUNTS), lambda cell: cell and f" {cell.replace(' ', '  ')} ")


def _parted_thousands(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """1 250,0, with the space that does not break."""
    return header, _in_cells(rows, AMOUNTS, lambda cell: re.sub(r"(\d)(?=\d{3},)", rf"\1{_NBSP}", cell))


def _numbers_with_points(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    return header, _in_cells(rows, (NUMBER,), lambda cell: cell and f"{cell}.")


def _other_dashes(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    dash = draw(st.sampled_from(["-", "–"]))
    return header, _in_cells(rows, AMOUNTS, lambda cell: cell.replace("—", dash))


def _numbered_columns(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    return [*header, tuple(str(n) for n in range(1, len(header[0]) + 1))], rows


def _repeated_header(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """As on every new page."""
    at = draw(st.integers(1, len(rows)))
    return header, [*rows[:at], *header, *rows[at:]]


def _repeated_goals(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """A merged cell that came out in every row it covers."""
    filled: Rows = []
    for row in rows:
        taken = filled[-1][:MEASURE] if row[MEASURE] and not row[GOAL] else row[:MEASURE]
        filled.append((*taken, *row[MEASURE:]))
    return header, filled


def _blank_rows(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    at = draw(st.integers(0, len(rows)))
    return header, [*rows[:at], ("",) * len(rows[0]), *rows[at:]]


def _latin_letters(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """Inside the Cyrillic words of the header."""
    return [tuple(cell.translate(_LATIN) for cell in row) for row in header], rows


def _changed(draw: st.DrawFn, rows: Rows, change: Callable[[Row], Row]) -> Rows:
    at = draw(st.sampled_from([n for n, row in enumerate(rows) if row[MEASURE]]))
    return [*rows[:at], change(rows[at]), *rows[at + 1 :]]


def _smeared_amount(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    column, smear = draw(st.sampled_from(AMOUNTS)), draw(st.sampled_from(["?", ",,", "З", "..5"]))
    return header, _changed(draw, rows, lambda row: (*row[:column], row[column] + smear, *row[column + 1 :]))


def _lost_cell(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    column = draw(st.sampled_from([MEASURE, *AMOUNTS]))
    return header, _changed(draw, rows, lambda row: (*row[:column], *row[column + 1 :]))


def _swapped_cells(draw: st.DrawFn, header: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """A measure in the place of an amount, and the amount in its place."""
    column = draw(st.sampled_from(AMOUNTS))
    return header, _changed(
        draw, rows, lambda row: (*row[:2], row[column], *row[3:column], row[2], *row[column + 1 :])
    )


DIRT: tuple[Mapping[str, Dirt], ...] = (
    {
        "numbers with points": _numbers_with_points,
        "other dashes": _other_dashes,
        "parted thousands": _parted_thousands,
        "soft wraps": _soft_wraps,
        "unbroken spaces": _unbroken_spaces,
        "loose spaces": _loose_spaces,
    },
    {
        "repeated goals": _repeated_goals,
        "blank rows": _blank_rows,
        "numbered columns": _numbered_columns,
        "repeated header": _repeated_header,
        "latin letters": _latin_letters,
    },
    {"smeared amount": _smeared_amount, "swapped cells": _swapped_cells, "lost cell": _lost_cell},
)
"""Degrees of dirt: typing, pages, destruction. Each degree is done after the one before, in this order."""
