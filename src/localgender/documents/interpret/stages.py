"""What columns of money mean that only their neighbours or their cells tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from localgender.documents.grid import Cell
from localgender.documents.interpret.columns import Column
from localgender.documents.interpret.items import holds_amounts
from localgender.documents.layouts.layout import Role

# «Виконано» and «Фактично» head what was done as well as what was spent.
_EITHER = (Role.DISBURSED, Role.ACTUAL)


def stages_meant(roles: set[Role]) -> dict[Role, Role]:
    """Return which stage of money columns are of that only their neighbours tell."""
    if Role.DISBURSED not in roles and Role.FINANCED not in roles:
        return {Role.ACTUAL: Role.DISBURSED}
    if Role.DISBURSED not in roles:
        return {Role.ACTUAL: Role.ALLOCATED, Role.FINANCED: Role.DISBURSED}
    meant = {Role.ACTUAL: Role.ALLOCATED, Role.FINANCED: Role.ALLOCATED}
    if Role.FINANCED in roles and Role.PLANNED not in roles:
        meant[Role.ALLOCATED] = Role.PLANNED
    return meant


def told_of_other_sources(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Take «Профінансовано» for spent money where «Використано» is said of other sources only."""
    financed, disbursed = (
        {source for each in columns if each.role == role for source in each.sources or (None,)}
        for role in (Role.FINANCED, Role.DISBURSED)
    )
    if not financed or not disbursed or None in financed | disbursed or financed & disbursed:
        return columns
    return tuple(
        evolve(each, role=Role.DISBURSED) if each.role == Role.FINANCED else each for each in columns
    )


def narrated(columns: Iterable[Column], rows: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """Take columns of spent money for narratives, where words stand in them and nowhere an amount."""
    return tuple(
        evolve(each, role=Role.NARRATIVE, second=None) if _tells_words(each, rows) else each
        for each in columns
    )


def _tells_words(column: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    if column.role not in _EITHER or column.unit is not None or column.period is not None:
        return False
    texts = [row[column.index].text for row in rows if column.index < len(row)]
    worded = [text for text in texts if any(map(str.isalpha, text))]
    return bool(worded) and not any(holds_amounts(text) for text in texts if text.strip())
