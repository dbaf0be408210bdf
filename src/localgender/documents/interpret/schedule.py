"""Columns of quarters or years that hold no money but marks: when a measure is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from localgender.documents.grid import Cell
from localgender.documents.interpret.columns import MONEY, Column
from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.layouts.layout import Role
from localgender.notation.folding import fold
from localgender.values.terms import Term

# A cross is folded to a Cyrillic letter, whichever it was.
_MARK = re.compile(r"[+хx×v✓✔√•●■*]")
_EMPTY = re.compile(r"[-–—]*")


def marked(columns: Iterable[Column], rows: Sequence[Iterable[Cell]]) -> tuple[Column, ...]:
    """Take columns of money that tell a time for marks, where their cells hold nothing else."""
    columns = tuple(columns)
    timed = [column for column in columns if column.role in MONEY and _time(column) != Term()]
    texts = [text for row in rows for text in _texts(tuple(row), timed)]
    signs = [text for text in texts if not _EMPTY.fullmatch(text)]
    if not signs or not all(map(_MARK.fullmatch, signs)):
        return columns
    return tuple(evolve(each, role=Role.MARK) if each in timed else each for each in columns)


def _texts(row: Sequence[Cell], columns: Iterable[Column]) -> Iterable[str]:
    return (fold(row[column.index].text).strip() for column in columns if column.index < len(row))


def _time(column: Column) -> Term:
    if column.period is not None:
        return Term((column.period,))
    return Term(seasons=(column.season,)) if column.season is not None else Term()


def schedule(row: Row) -> tuple[Term | None, Printed]:
    """Return when the marks of a row say that it is to be done, and where they stand."""
    term, printed = Term(), NOTHING
    for column, cell in row.cells.items():
        if column.role == Role.MARK and _MARK.fullmatch(cell.folded):
            term, printed = term | _time(column), printed + cell
    return (None if term == Term() else term), printed
