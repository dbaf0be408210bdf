"""Unit of each column of money: its own header's, else the caption's, else what its neighbours say."""

from __future__ import annotations

import re

from attrs import evolve

from localgender import notation
from localgender.documents.grid import Grid
from localgender.documents.interpret.columns import MONEY
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.items import items
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.words import caption_unit
from localgender.documents.layouts.layout import Role
from localgender.errors import NotationError
from localgender.values.money import Unit
from localgender.values.places import Place

_COLUMN_NUMBER = re.compile(r"\s*\d{0,2}\s*")


def unit_of(heading: Heading, above: list[Printed]) -> Unit | None:
    """Return the unit that the nearest line over a table gives, else the one that its header does."""
    captions = (unit for line in reversed(above) if (unit := caption_unit(line.text)) is not None)
    return next(captions, None) or _agreed(heading)


def with_units(
    heading: Heading, above: list[Printed], ledger: Ledger, *, elsewhere: frozenset[Unit] = frozenset()
) -> Heading:
    """Give every column of money its unit.

    A unit over one column speaks for others only where no line above the table gives one, and where all
    headers agree. Without any the amounts are taken to be in the one unit of the document's other tables,
    else in hryvnias, and that is noticed, unless every amount prints its own.

    Args:
        heading: Whose columns.
        above: Lines over the table; the nearest goes first.
        ledger: Takes the finding.
        elsewhere: Units of the other tables.
    """
    if all(column.unit is not None for column in heading.columns if column.role in MONEY):
        return heading
    unit = unit_of(heading, above)
    if unit is None and not _is_asked_for(heading, ledger.document.tables[heading.table - 1]):
        unit = Unit.UAH
    if unit is None:
        unit = next(iter(elsewhere)) if len(elsewhere) == 1 else None
        row = ledger.document.tables[heading.table - 1].rows[heading.first]
        column = next((number for number, cell in enumerate(row, 1) if cell.text.strip()), 1)
        place = Place(
            heading.table, heading.first + 1, column, 0, len(row[column - 1].text), row[column - 1].page
        )
        ledger.notice("unit-missing", place, **({} if unit is None else {"counted": unit.value}))
    columns = (
        evolve(column, unit=column.unit or unit or Unit.UAH) if column.role in MONEY else column
        for column in heading.columns
    )
    return evolve(heading, columns=tuple(columns))


def _agreed(heading: Heading) -> Unit | None:
    named = {
        column.unit for column in heading.columns if column.unit is not None and column.role != Role.DERIVED
    }
    return next(iter(named)) if len(named) == 1 else None


def _is_asked_for(heading: Heading, grid: Grid) -> bool:
    """Tell whether an amount stands below a header without a unit of its own."""
    money = {column.index for column in heading.columns if column.role in MONEY}
    rows = grid.rows[heading.stop : heading.end]
    # A row that lost cells has its amounts anywhere.
    return any(
        _is_bare(cell.text)
        for row in rows
        if not all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in row)
        for number, cell in enumerate(row)
        if number in money or len(row) < heading.width
    )


def _is_bare(text: str) -> bool:
    """Tell whether a cell is an amount without its unit, or lists one."""
    if listed := items(text):
        return any(_is_bare(text[item.begin : item.stop]) for item in listed)
    try:
        amount = notation.amount(text, Unit.BILLION_UAH)
    except NotationError:
        return False
    return amount.money is not None and amount.unit is None
