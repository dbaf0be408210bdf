"""Where something stands, in words: pages, tables, rows, columns, paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from localgender.showing.catalogue import Said
from localgender.values.places import Place


def place(where: Place, language: str = "uk", *, table: bool = True) -> str:
    """Say where something stands; a whole row is told without a column.

    >>> place(Place(1, 3, 2)), place(Place(1, 13, 1), "en", table=False)
    ('таблиця 1, рядок 3, стовпець 2', 'row 13')

    Args:
        where: Cell or paragraph.
        language: "uk" or "en".
        table: Whether to name the table; a document may have only one.
    """
    parts = [_PAGE.said(language, {"page": str(where.page)})] if where.page else []
    if not where.table:
        parts.append(_PARAGRAPH.said(language, {"row": str(where.row)}))
    else:
        parts += [_TABLE.said(language, {"table": str(where.table)})] if table else []
        parts.append(_ROW.said(language, {"row": str(where.row)}))
        # Reading notes a row as a whole at its first cell, without characters.
        if (where.column, where.stop) != (1, 0):
            parts.append(_COLUMN.said(language, {"column": str(where.column)}))
    return ", ".join(parts)


def places(where: Iterable[Place], language: str = "uk", *, table: bool = True) -> str:
    """Say where many things stand, by rows and paragraphs only.

    >>> places([Place(1, row, 1) for row in (11, 12, 13, 28)], table=False)
    'рядки 11–13, 28'
    """
    told = []
    for where_table, group in groupby(sorted(where), lambda each: each.table):
        rows = runs(dict.fromkeys(each.row for each in group))
        several = _ROWS if where_table else _PARAGRAPHS
        named = [_TABLE.said(language, {"table": str(where_table)})] if where_table and table else []
        told.append(", ".join([*named, several.said(language, {"rows": rows})]))
    return "; ".join(told)


def runs(numbers: Iterable[int]) -> str:
    """Write whole numbers as runs.

    >>> runs([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7–8'
    """
    found = [list(run) for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0][1]) if len(run) == 1 else f"{run[0][1]}–{run[-1][1]}" for run in found)


_ROWS, _PARAGRAPHS = Said("rows {rows}"), Said("paragraphs {rows}")
_PAGE, _PARAGRAPH = Said("page {page}"), Said("paragraph {row}")
_TABLE, _ROW, _COLUMN = Said("table {table}"), Said("row {row}"), Said("column {column}")
