"""Cells of money and percents become lines of funding; the last printed digit is kept as their step."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from attrs import define, evolve, field, frozen

from localgender import notation
from localgender.documents.interpret.columns import MONEY, Column
from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.items import Item, items
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.sources import Named, read_sources, sources_in
from localgender.documents.layouts.layout import Role
from localgender.errors import NotationError
from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.notation.amounts import Amount
from localgender.values.money import Money, Unit
from localgender.values.percents import Percent
from localgender.values.periods import Period

_STAGES = {Role.PLANNED: Stage.PLANNED, Role.ALLOCATED: Stage.ALLOCATED, Role.DISBURSED: Stage.DISBURSED}


_worth = attrgetter("kopiykas")
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
    """Reads the amounts of the tables of a document.

    Attributes:
        ledger: Takes what cannot be read.
        period: What money is for where neither column nor row tells.
        steps: Finest last digit of each column.
        decimals: Most digits after the point among the percents of each table.
    """

    ledger: Ledger
    period: Period | None
    steps: dict[tuple[object, int], Money] = field(factory=dict)
    decimals: dict[object, int] = field(factory=dict)
    _noted: set[object] = field(factory=set)
    _lines: dict[Row, list[Line]] = field(factory=dict)

    def survey(self, rows: list[Row]) -> None:
        """Look at every cell once, so that each column knows how finely it is printed."""
        for row in (part for whole in rows for part in (whole, *whole.parts)):
            for column, printed in row.cells.items():
                for each, part, _ in self._items(column, printed):
                    amount = self._amount(each, part)
                    if amount and amount.step and not amount.unit:
                        known = self.steps.get((row.section, column.index), amount.step)
                        self.steps[row.section, column.index] = min(known, amount.step, key=_worth)
                if column.role == Role.PERCENT and (percent := self._percent(printed)):
                    self.decimals[row.section] = max(self.decimals.get(row.section, 0), percent.decimals)

    def lines(self, row: Row) -> list[Line]:
        """Return the lines of a row, one for each period and source, the sums of other columns marked."""
        if row not in self._lines:
            self._lines[row] = self._read(row)
        return self._lines[row]

    def _read(self, row: Row) -> list[Line]:
        named = self.named(row)
        groups: dict[_Group, list[tuple[Column, Printed]]] = {}
        for column, printed in row.cells.items():
            for each, part, apart in self._items(column, printed):
                period = each.period or self._season(each)
                # A quarter of an unknown year stays unread rather than standing for the whole plan.
                if each.season is not None and period is None:
                    continue
                period = period or row.period or self.period
                sources = each.sources if apart else each.sources or named.sources
                cells = groups.setdefault((period, sources, each.total), [])
                # A second column for the same amount is left unread rather than written over the first.
                if all(known.role != each.role for known, _ in cells):
                    cells.append((each, part))
        several = any(not total for _, _, total in groups)
        lines = [self._line(group, cells, row, total=group[2] and several) for group, cells in groups.items()]
        if named.needs is not None and not any(line.funding.needs for line in lines):
            return _with_needs(lines, named.needs) or [
                Line(FundingPeriod(row.period or self.period, needs=named.needs), {})
            ]
        return lines

    def named(self, row: Row) -> Named:
        """Return whose money a row carries; what names no known source is noticed and left unread."""
        if row.label and (labelled := sources_in(row.label.text)):
            return Named(labelled)
        named = read_sources(row.get(Role.SOURCE))
        for part in named.unknown:
            self._note(part)
        return named

    def _items(self, column: Column, printed: Printed) -> Iterator[tuple[Column, Printed, bool]]:
        """Take a cell that lists amounts apart, and tell whether it says whose they are."""
        if column.role not in MONEY:
            return
        if column.second is not None and printed.text.count("/") == 1:
            yield from self._halves(column, column.second, printed)
            return
        listed = items(printed.text)
        apart = any(item.sources for item in listed)
        end = 0
        for item in listed:
            amount = printed.part(item.begin, item.stop)
            self._furnish(printed.part(end, item.begin))
            end = item.stop
            yield _told(column, item), amount, apart
        if listed:
            self._furnish(printed.part(end))
        else:
            yield column, printed, False

    def _halves(
        self, column: Column, second: Role, printed: Printed
    ) -> Iterator[tuple[Column, Printed, bool]]:
        """Take the two amounts of a cell under a header such as «план/факт»."""
        stroke = printed.text.index("/")
        self._furnish(printed.part(stroke, stroke + 1))
        yield evolve(column, second=None), printed.part(0, stroke), False
        yield evolve(column, role=second, second=None), printed.part(stroke + 1), False

    def _season(self, column: Column) -> Period | None:
        """Return the quarter of a column, or all of the year, in the year that the document is for."""
        if self.period is None or self.period.first.year != self.period.last.year:
            return None
        year = self.period.first.year
        return column.season.in_year(year) if column.season else Period.year(year) if column.annual else None

    def money(self, column: Column, printed: Printed) -> Money | None:
        """Return the one amount of a cell; None for silence, for a list and for what is no amount."""
        if column.role not in MONEY or column.second is not None or items(printed.text):
            return None
        amount = self._amount(column, printed)
        return None if amount is None else amount.money

    def percent(self, row: Row) -> Percent | None:
        """Return the percent of a row, with the digits printed in its column."""
        percent = self._percent(row.get(Role.PERCENT))
        return None if percent is None else evolve(percent, decimals=self.decimals.get(row.section, 0))

    def _line(self, group: _Group, cells: list[tuple[Column, Printed]], row: Row, *, total: bool) -> Line:
        amounts = {_STAGES[column.role]: self._amount(column, printed) for column, printed in cells}
        # A sum is rounded as it is printed, often more coarsely than its rows: 14,6 under 9,55 and 5,02.
        stated = [amount for amount in amounts.values() if amount and amount.step]
        own = [amount.step for amount in stated if amount.step and (amount.unit or row.label)]
        keys = [(row.section, column.index) for column, _ in cells]
        steps = own or [self.steps[key] for key in keys if key in self.steps]
        money = {stage: amount.money for stage, amount in amounts.items() if amount}
        needs = next((amount.needs for amount in amounts.values() if amount and amount.needs), None)
        line = FundingPeriod(
            *group[:2],
            planned=money.get(Stage.PLANNED),
            allocated=money.get(Stage.ALLOCATED),
            disbursed=money.get(Stage.DISBURSED),
            needs=needs,
            step=max(steps, default=Money(1), key=_worth),
        )
        return Line(line, {_STAGES[column.role]: printed for column, printed in cells}, total)

    def _amount(self, column: Column, printed: Printed) -> Amount | None:
        try:
            amount = notation.amount(printed.text, column.unit or Unit.UAH)
        except NotationError:
            self._note(printed)
            return None
        if amount.approximate:
            self._note(printed, "amount-approximate")
        return amount

    def _percent(self, printed: Printed) -> Percent | None:
        try:
            return notation.percent(printed.text)
        except NotationError:
            self._note(printed)
            return None

    def note_sum(self, row: Row) -> None:
        """Notice once that a row sums others without a word that says so."""
        if row.place not in self._noted:
            self._noted.add(row.place)
            self.ledger.notice("sum-unlabelled", row.place)

    def _note(self, printed: Printed, kind: str = "unreadable-cell") -> None:
        if printed.places not in self._noted:
            self._noted.add(printed.places)
            self.ledger.notice(kind, *printed.places, text=printed.text)

    def _furnish(self, label: Printed) -> None:
        if label and label.places not in self._noted:
            self._noted.add(label.places)
            self.ledger.furnish("label", label)


def _told(column: Column, item: Item) -> Column:
    """Give a column what one of its cell's items says."""
    total = column.total or item.total
    return evolve(
        column, period=item.period or column.period, sources=item.sources or column.sources, total=total
    )


def _with_needs(lines: list[Line], needs: str) -> list[Line]:
    return [
        evolve(line, funding=evolve(line.funding, needs=needs))
        if all(line.funding.at(stage) is None for stage in Stage)
        else line
        for line in lines
    ]
