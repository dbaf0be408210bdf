"""Rows of sums that no word announces: nothing but amounts, equal to what the rows above add up to."""

from __future__ import annotations

from functools import reduce

from localgender.documents.interpret.columns import MONEY, Column
from localgender.documents.interpret.entry import Entry, Opening, Row, Sums
from localgender.documents.interpret.figures import Figures
from localgender.documents.layouts.layout import Role
from localgender.values.money import Money

_BARE = frozenset({*MONEY, Role.PERCENT, Role.DERIVED})


def mark_sums(entries: list[Entry], figures: Figures) -> None:
    """Find the rows without a word that sum the rows of their goal, or all above, and notice each.

    A measure that lost its words would be counted beside the rows that it sums.

    Args:
        entries: Of one table, in order.
        figures: Reads the amounts, and takes the findings.
    """
    block: list[Row] = []
    whole: list[Row] = []
    opened = max((number for number, each in enumerate(entries) if isinstance(each, Opening)), default=-1)
    for number, entry in enumerate(entries):
        if isinstance(entry, Opening) or entry.label:
            block = []
            continue
        entry.sums = _summed(entry, block, whole, figures, last=number > opened)
        if entry.sums is not None:
            figures.ledger.notice("sum-unlabelled", entry.place)
            block = []
            continue
        if entry.get(Role.GOAL):
            block = []
        block.append(entry)
        whole.append(entry)


def _summed(row: Row, block: list[Row], whole: list[Row], figures: Figures, *, last: bool) -> Sums | None:
    if row.parts or any(column.role not in _BARE for column, printed in row.cells.items() if printed):
        return None
    of_goal = add_up(row, block, figures)
    if (last or not of_goal) and add_up(row, whole, figures):
        return Sums.ALL
    return Sums.GOAL if of_goal else None


def add_up(row: Row, rows: list[Row], figures: Figures) -> bool:
    """Tell whether every amount of a row is exactly that of some rows together, and one is not zero."""
    printed = {column: figures.money(column, cell) for column, cell in row.cells.items()}
    stated = {column: money for column, money in printed.items() if money is not None}
    parts = [part for whole in rows for part in (whole, *whole.parts)]
    same = all(money == _sum(column, parts, figures) for column, money in stated.items())
    return same and any(money != Money(0) for money in stated.values())


def _sum(column: Column, rows: list[Row], figures: Figures) -> Money | None:
    found = (figures.money(column, row.cells[column]) for row in rows if column in row.cells)
    stated = [money for money in found if money is not None]
    return reduce(Money.__add__, stated) if stated else None
