"""Unit of each column of money: its own header's, else the caption's, else what its neighbours say."""

from __future__ import annotations

from attrs import evolve

from localgender.documents.interpret.columns import MONEY
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.words import caption_unit
from localgender.documents.layouts.layout import Role
from localgender.values.money import Unit
from localgender.values.places import Place


def with_units(heading: Heading, above: list[Printed], ledger: Ledger) -> Heading:
    """Give every column of money its unit.

    A unit over one column speaks for others only where no line above the table gives one, and where all
    headers agree. Without any the amounts are taken as hryvnias, and that is noticed.

    Args:
        heading: Whose columns.
        above: Lines over the table; the nearest goes first.
        ledger: Takes the finding.
    """
    if all(column.unit is not None for column in heading.columns if column.role in MONEY):
        return heading
    captions = (unit for line in reversed(above) if (unit := caption_unit(line.text)) is not None)
    unit = next(captions, None) or _agreed(heading)
    if unit is None:
        row = ledger.document.tables[heading.table - 1].rows[heading.first]
        column = next((number for number, cell in enumerate(row, 1) if cell.text.strip()), 1)
        place = Place(
            heading.table, heading.first + 1, column, 0, len(row[column - 1].text), row[column - 1].page
        )
        ledger.notice("unit-missing", place)
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
