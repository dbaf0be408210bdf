"""Cells of money and percents become lines of funding; the last printed digit is kept as their step."""

from __future__ import annotations

from attrs import define, evolve, field, frozen

from localgender import notation
from localgender.documents.interpret.header import MONEY, Column, Heading
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.rows import Row
from localgender.documents.interpret.words import unit_in
from localgender.documents.layouts.layout import Role
from localgender.errors import NotationError
from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.notation.amounts import Amount
from localgender.values.money import Money, Unit
from localgender.values.percents import Percent
from localgender.values.periods import Period

_STAGES = {Role.PLANNED: Stage.PLANNED, Role.ALLOCATED: Stage.ALLOCATED, Role.DISBURSED: Stage.DISBURSED}


_Group = tuple[Period | None, tuple[Source, ...], bool]


@frozen
class Line:
    """Line of funding with the places of its amounts.

    Attributes:
        funding: The line.
        printed: What is printed for each stage.
        total: Whether the column sums others.
    """

    funding: FundingPeriod
    printed: dict[Stage, Printed]
    total: bool = False


@define(eq=False)
class Figures:
    """Reads the amounts of one table.

    Attributes:
        unit: Unit of amounts that carry none.
        steps: Finest last digit of each column.
        decimals: Most digits after the point among the percents.
    """

    ledger: Ledger
    unit: Unit
    period: Period | None
    steps: dict[int, Money] = field(factory=dict)
    decimals: int = 0
    _unreadable: set[object] = field(factory=set)

    def survey(self, rows: list[Row]) -> None:
        """Look at every cell once, so that each column knows how finely it is printed."""
        for row in (part for whole in rows for part in (whole, *whole.parts)):
            for column, printed in row.cells.items():
                if (
                    column.role in MONEY
                    and (amount := self._amount(column, printed))
                    and amount.step
                    and not amount.unit
                ):
                    known = self.steps.get(column.index)
                    self.steps[column.index] = amount.step if known is None else min(known, amount.step)
                if column.role == Role.PERCENT and (percent := self._percent(printed)):
                    self.decimals = max(self.decimals, percent.decimals)

    def lines(self, row: Row, sources: tuple[Source, ...] = ()) -> list[Line]:
        """Return the lines of a row, one for each period, the sums of other columns marked."""
        groups: dict[_Group, list[tuple[Column, Printed]]] = {}
        for column, printed in row.cells.items():
            if column.role in MONEY:
                group = (column.period or self.period, column.sources or sources, column.total)
                cells = groups.setdefault(group, [])
                # A second column for the same amount is left unread rather than written over the first.
                if all(known.role != column.role for known, _ in cells):
                    cells.append((column, printed))
        several = any(not total for _, _, total in groups)
        return [
            self._line(period, cells, named, total=total and several, is_sum=bool(row.label))
            for (period, named, total), cells in groups.items()
        ]

    def percent(self, row: Row) -> Percent | None:
        """Return the percent of a row, with the digits printed in its column."""
        percent = self._percent(row.get(Role.PERCENT))
        return None if percent is None else evolve(percent, decimals=self.decimals)

    def _line(
        self,
        period: Period | None,
        cells: list[tuple[Column, Printed]],
        sources: tuple[Source, ...],
        *,
        total: bool,
        is_sum: bool,
    ) -> Line:
        amounts = {_STAGES[column.role]: self._amount(column, printed) for column, printed in cells}
        # A sum is rounded as it is printed, often more coarsely than its rows: 14,6 under 9,55 and 5,02.
        stated = [amount for amount in amounts.values() if amount and amount.step]
        own = [amount.step for amount in stated if amount.step and (amount.unit or is_sum)]
        steps = own or [self.steps[column.index] for column, _ in cells if column.index in self.steps]
        money = {stage: amount.money for stage, amount in amounts.items() if amount}
        needs = next((amount.needs for amount in amounts.values() if amount and amount.needs), None)
        line = FundingPeriod(
            period,
            sources,
            planned=money.get(Stage.PLANNED),
            allocated=money.get(Stage.ALLOCATED),
            disbursed=money.get(Stage.DISBURSED),
            needs=needs,
            step=max(steps, default=Money(1)),
        )
        return Line(line, {_STAGES[column.role]: printed for column, printed in cells}, total)

    def _amount(self, column: Column, printed: Printed) -> Amount | None:
        try:
            return notation.amount(printed.text, column.unit or self.unit)
        except NotationError:
            self._note(printed)
            return None

    def _percent(self, printed: Printed) -> Percent | None:
        try:
            return notation.percent(printed.text)
        except NotationError:
            self._note(printed)
            return None

    def _note(self, printed: Printed) -> None:
        if printed.places not in self._unreadable:
            self._unreadable.add(printed.places)
            self.ledger.notice("unreadable-cell", *printed.places, text=printed.text)


def unit_of(heading: Heading, above: list[Printed], ledger: Ledger) -> Unit:
    """Return the unit of a table's amounts: from its header, else from the lines above it, nearest first.

    Without either the amounts are taken as hryvnias, and that is noticed.
    """
    units = [column.unit for column in heading.columns if column.unit is not None]
    units += [unit for line in reversed(above) if (unit := unit_in(line.text)) is not None]
    if not units and any(column.role in MONEY for column in heading.columns):
        grid = ledger.document.tables[heading.table - 1]
        place = next(place for place, _ in ledger.document.texts() if place.table == heading.table)
        ledger.notice("unit-missing", evolve(place, row=heading.first + 1, stop=len(grid.rows[0][0].text)))
    return units[0] if units else Unit.UAH
