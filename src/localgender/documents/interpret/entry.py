"""What the rows of a table become: goals, measures, totals, and years over a block of them."""

from __future__ import annotations

from enum import StrEnum

from attrs import define, field

from localgender.documents.interpret.columns import Column
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.layouts.layout import Role
from localgender.model.plan import GoalLevel
from localgender.values.periods import Period
from localgender.values.places import Place

LISTS = (Role.AIM, Role.GOAL, Role.TASK, Role.ACTIVITY)


class Sums(StrEnum):
    """What a row sums that no word announces."""

    GOAL = "goal"
    ALL = "all"


@define(eq=False)
class Row:
    """Cells of one table row, or of several that a page break cut, under their columns.

    Attributes:
        place: Where the row begins.
        cells: What is printed under each column.
        label: Words of a total; empty for a measure.
        parts: Rows that carry the money of further sources of the same measure.
        period: Year of its money, where a row above it or its own label tells.
        sums: What it sums, for a sum without a label.
        section: Which table it is of, so that columns of two tables are not taken together.
    """

    place: Place
    cells: dict[Column, Printed] = field(factory=dict)
    label: Printed = NOTHING
    parts: list[Row] = field(factory=list)
    period: Period | None = None
    sums: Sums | None = None
    section: object = None

    def get(self, role: Role) -> Printed:
        """Return what is printed under the first column of a role."""
        for column, printed in self.cells.items():
            if column.role is role:
                return printed
        return NOTHING

    def all(self, role: Role) -> tuple[Printed, ...]:
        """Return what is printed under every column of a role."""
        return tuple(printed for column, printed in self.cells.items() if column.role == role)

    def column(self, role: Role) -> Column | None:
        """Return the first column of a role under which something is printed."""
        return next((column for column in self.cells if column.role == role), None)

    def take(self, role: Role) -> Printed:
        """Return what is printed under a role and leave the cell empty."""
        column = self.column(role)
        return NOTHING if column is None else self.cells.pop(column)

    def extend(self, other: Row) -> None:
        """Append the cells of a row that continues this one."""
        for column, printed in other.cells.items():
            self.cells[column] = self.cells.get(column, NOTHING) + printed


@define(eq=False)
class Opening:
    """Row that opens a goal.

    Attributes:
        level: Which level it announces.
        printed: Its words after those that name the level.
    """

    level: GoalLevel
    printed: Printed


@define(eq=False)
class Year:
    """Row that says of which year the rows below it are."""

    period: Period


Entry = Row | Opening
