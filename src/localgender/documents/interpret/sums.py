"""Rows of sums that no word announces: nothing but amounts, equal to what the rows above add up to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import takewhile

from localgender import notation
from localgender.documents.interpret.align import is_measure
from localgender.documents.interpret.columns import MONEY, Column
from localgender.documents.interpret.entry import Entry, Opening, Row, Sums
from localgender.documents.interpret.figures import Figures
from localgender.documents.interpret.kinds import without_level
from localgender.documents.interpret.printed import NOTHING
from localgender.documents.interpret.words import level_of
from localgender.documents.layouts.layout import Role
from localgender.model.plan import GoalLevel
from localgender.notation.folding import stems
from localgender.values.money import Money

_BARE = frozenset({*MONEY, Role.PERCENT, Role.DERIVED})
_OF_A_SUM = _BARE | {Role.NUMBER, Role.MEASURE}


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
        if isinstance(entry, Opening) or entry.label or entry.sums is not None:
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


def nest(entries: list[Entry], figures: Figures) -> list[Entry]:
    """Let a row whose money is that of the rows below it open their goal.

    Such a row is numbered over them, «I» or «1» over «1.1», or begins with the word for a level. Its amounts
    are the stated total of the goal; as a measure it would be counted beside those it sums.
    """
    made: list[Entry] = []
    end = None
    for number, entry in enumerate(entries):
        below = _below(entry, number, entries) if isinstance(entry, Row) else []
        if isinstance(entry, Row) and below and add_up(entry, below, figures):
            made.append(_opened(entry, figures))
            entry.sums = Sums.GOAL
            end = number + 1 + len(below)
        elif number == end and isinstance(entry, Row) and not entry.label:
            # A measure that is numbered beside the goal is none of its own.
            made.append(Opening(GoalLevel.TASK, NOTHING))
        made.append(entry)
    return made


def _opened(row: Row, figures: Figures) -> Opening:
    number, title = row.take(Role.NUMBER), row.take(Role.MEASURE)
    level = level_of(stems(title.text))
    # Numbered goals of one table stand beside each other, whatever the words of one say.
    if level is None or number:
        return Opening(GoalLevel.TASK, title, number)
    return Opening(level[0], without_level(title, figures.ledger), number)


def _below(row: Row, number: int, entries: list[Entry]) -> list[Row]:
    """Return the rows right below that are inside a row, by their numbers or by its word for a level."""
    bare = all(column.role in _OF_A_SUM for column, printed in row.cells.items() if printed)
    if row.label or row.parts or not bare or is_measure(row.get(Role.MEASURE).text):
        return []
    whole = row.get(Role.NUMBER).text.strip(" .)")
    whole = str(notation.roman(whole) or whole)
    if whole.isdigit():
        numbered = list(takewhile(lambda each: _is_inside(each, whole), _rows_after(number, entries)))
        if numbered:
            return numbered
    levelled = takewhile(lambda each: not _is_level(each), _rows_after(number, entries))
    return list(levelled) if _is_level(row) else []


def _rows_after(number: int, entries: list[Entry]) -> Iterator[Row]:
    for at in range(number + 1, len(entries)):
        entry = entries[at]
        if not isinstance(entry, Row) or entry.label:
            return
        yield entry


def _is_level(row: Row) -> bool:
    return level_of(stems(row.get(Role.MEASURE).text)) is not None


def _is_inside(row: Row, whole: str) -> bool:
    number = row.get(Role.NUMBER) or row.get(Role.MEASURE)
    found = notation.leading_code(f"{number.text.strip(' .)')}. ")
    return found is not None and len(found[0].parts) > 1 and str(found[0].parts[0]) == whole


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
