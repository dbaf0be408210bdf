"""Rows of a table of statistics as they are told, and what those above say of those below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, frozen

from localgender.documents.grid import Grid
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics.columns import Heads
from localgender.documents.interpret.statistics.labels import SILENT, Label, label
from localgender.model.statistics import Indicator
from localgender.values.places import Place

Rows = Sequence[tuple[Place, tuple[Printed, ...]]]
"""Rows of a table, each with the place where it begins."""


@define
class Section:
    """What the rows above say of those below.

    Attributes:
        words: The heading that stands over the rows.
        told: Unit, period and axes of the heading.
        above: The indicator that «з них» is about.
        unit: Unit of that indicator.
        listing: Whether rows are parts of it, as below «у тому числі:».
    """

    words: str = ""
    told: Label = SILENT
    above: Indicator | None = None
    listing: bool = False


@frozen
class Row:
    """One row with a label and figures."""

    place: Place
    cells: tuple[Printed, ...]
    label: Label


def rows_of(grid: Grid, table: int) -> Iterator[tuple[Place, tuple[Printed, ...]]]:
    """Yield every row of a grid with the place where it begins."""
    for number, cells in enumerate(grid.rows, 1):
        places = [Place(table, number, column, 0, 0, cell.page) for column, cell in enumerate(cells, 1)]
        yield (
            Place(table, number, 1),
            tuple(Printed.of(cell.text, place) for cell, place in zip(cells, places, strict=True)),
        )


def told_rows(rows: Rows, header: Heads) -> Iterator[Row]:
    """Yield the rows below a header that say something, each with what its label says."""
    for place, cells in rows:
        if any(cells):
            at = header.labels.at
            text = cells[at].text if at < len(cells) and cells[at] else ""
            alone = [cell.text for cell in cells if cell]
            yield Row(
                place,
                cells,
                label(text or (alone[0] if len(alone) == 1 else ""), ages=header.rows_are == "ages"),
            )
