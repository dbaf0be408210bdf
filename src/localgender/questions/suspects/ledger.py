"""The printed figures of a document, and the sums and percents that tie them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from fractions import Fraction
from functools import cached_property

from attrs import define, field, frozen

from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import figure, rows
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.refs import Ref, RefKind

PERCENT = "percent"
_ORDER = ((Stage.ALLOCATED, Stage.PLANNED), (Stage.DISBURSED, Stage.ALLOCATED))

# Digits after the comma, by what the last one is worth: hryvnias below ten, thousands from there on.
_DECIMALS = {1: 2, 10: 1, 1_000: 2, 10_000: 1, 1_000_000: 2, 10_000_000: 1}


@frozen(eq=False)
class Cell:
    """One printed figure: an amount in kopiykas, or a percent in units of its last digit.

    Attributes:
        subject: The measure or total it belongs to.
        funding: All lines of the subject.
        part: Stage of money, or "percent".
        value: What is printed.
        step: What the last printed digit is worth.
        column: What the last digit of the whole column is worth, never less than `step`.
        line: The line of money; None for a percent.
        decimals: Digits after the point.
    """

    subject: Ref
    funding: tuple[FundingPeriod, ...]
    part: str
    value: int
    step: int = 1
    column: int = 1
    line: FundingPeriod | None = None
    decimals: int = 0

    @property
    def ref(self) -> Ref:
        """Address of the figure."""
        if self.line is None:
            return self.subject.to(PERCENT)
        return figure(self.subject, self.line, Stage(self.part), among=self.funding)

    def of(self, value: int) -> Money | Percent:
        """Return a number as a figure of the same sort."""
        if self.line is not None:
            return Money(value)
        return Percent(f"{value}E-{self.decimals}", self.decimals)


@frozen(eq=False)
class Bound:
    """An inequality between figures: the sum of factor times figure does not exceed a limit.

    Attributes:
        factors: Factor of each figure, by its number.
        room: Limit less sum, as printed; below zero when the figures break it.
    """

    factors: dict[int, int]
    room: int


@frozen(eq=False)
class Tie:
    """What ties figures together: a sum or a percent, as one or two inequalities.

    Attributes:
        bounds: All of which must hold.
        firm: Whether figures that break it contradict each other, or are merely unusual.
        addends: Figures that are added up; of a percent those that are a part.
        totals: Figures that say what they come to; of a percent those that are the whole.
        percent: The printed percent, for which the inequalities were made; None for a sum.
    """

    bounds: tuple[Bound, ...]
    firm: bool = True
    addends: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()
    percent: int | None = None

    @property
    def kept(self) -> bool:
        """Whether the printed figures agree with it."""
        return all(bound.room >= 0 for bound in self.bounds)

    @cached_property
    def cells(self) -> frozenset[int]:
        """Numbers of the figures it ties."""
        percent = () if self.percent is None else (self.percent,)
        return frozenset(self.bounds[0].factors).union(percent)


@define(eq=False)
class Ledger:
    """Every figure with its number, in the order of the document, and the ties between them."""

    cells: list[Cell] = field(factory=list)
    ties: list[Tie] = field(factory=list)
    numbers: dict[tuple[Ref, int, str], int] = field(factory=dict)
    beside: defaultdict[int, list[int]] = field(factory=lambda: defaultdict(list))

    def add_lines(self, subject: Ref, funding: tuple[FundingPeriod, ...]) -> None:
        """Number the amounts of a measure or total, and tie the stages of a line to each other."""
        columns: defaultdict[Stage, list[int]] = defaultdict(list)
        for place, line in enumerate(funding):
            # Equal lines of one measure are one figure twice: nothing could tell them apart.
            if len(funding) > 1 and funding.index(line) != place:
                continue
            step, stages = line.step.kopiykas, {}
            for stage in Stage:
                if (money := line.at(stage)) is not None:
                    digit, decimals = line.last_digit(money), _DECIMALS.get(step, 0)
                    cell = Cell(subject, funding, stage.value, money.kopiykas, digit, step, line, decimals)
                    stages[stage] = self._add(place, cell)
                    columns[stage].append(stages[stage])
            self._beside(stages.values())
            for less, more in _ORDER:
                if less in stages and more in stages:
                    self._tie_order(stages[less], stages[more])
        for numbers in columns.values():
            self._beside(numbers)

    def _beside(self, numbers: Collection[int]) -> None:
        for number in numbers:
            self.beside[number] += [other for other in numbers if other != number]

    def add_percent(self, subject: Ref, percent: Percent | None) -> None:
        """Number the percent of a measure or total."""
        if percent is not None:
            # Decimal's own scaling would round to the context of the thread.
            units = int(Fraction(percent.value) * 10**percent.decimals)
            self._add(-1, Cell(subject, (), PERCENT, units, decimals=percent.decimals))

    def _add(self, place: int, cell: Cell) -> int:
        number = len(self.cells)
        self.numbers[cell.subject, place, cell.part] = number
        self.cells.append(cell)
        return number

    def of_lines(
        self,
        subject: Ref,
        lines: Iterable[FundingPeriod],
        stage: Stage,
        *,
        among: tuple[FundingPeriod, ...],
    ) -> list[int]:
        """Return the numbers of one stage of some lines of a subject; silent ones are passed over."""
        places = (among.index(line) for line in lines)
        found = (self.numbers.get((subject, place, stage.value)) for place in places)
        return [number for number in found if number is not None]

    def of_percent(self, subject: Ref) -> int | None:
        """Return the number of the percent of a subject; None when it prints none."""
        return self.numbers.get((subject, -1, PERCENT))

    def steps(self, numbers: Iterable[int]) -> int:
        """Add up what the last digits are worth."""
        return sum(self.cells[number].step for number in numbers)

    def value(self, numbers: Iterable[int]) -> int:
        """Add up what is printed."""
        return sum(self.cells[number].value for number in numbers)

    def tie_sum(self, addends: Collection[int], totals: Collection[int]) -> None:
        """Tie totals to what they sum, each figure half its last digit either way; silence ties nothing."""
        if not addends or not totals:
            return
        factors: defaultdict[int, int] = defaultdict(int)
        for number in addends:
            factors[number] += 2
        for number in totals:
            factors[number] -= 2
        slack = self.steps(addends) + self.steps(totals)
        excess = 2 * (self.value(addends) - self.value(totals))
        bounds = (
            Bound(dict(factors), slack - excess),
            Bound({number: -factor for number, factor in factors.items()}, slack + excess),
        )
        self.ties.append(Tie(bounds, addends=tuple(addends), totals=tuple(totals)))

    def _tie_order(self, less: int, more: int) -> None:
        """Tie a stage of money to the stage before it, which is seldom less."""
        slack = self.steps((less, more)) + 2 * self.value((more,)) - 2 * self.value((less,))
        self.ties.append(Tie((Bound({less: 2, more: -2}, slack),), firm=False))


def ledger_of(value: Plan | Report) -> Ledger:
    """Number every figure of a document: measures in the order of the plan, then totals."""
    ledger = Ledger()
    for row in rows(value):
        ledger.add_lines(row.ref, row.funding)
        ledger.add_percent(row.ref, row.progress.stated_percent if row.progress else None)
    for nth, total in enumerate(value.stated_totals, start=1):
        where = Ref(RefKind.TOTAL, nth=nth)
        ledger.add_lines(where, total.funding)
        ledger.add_percent(where, total.stated_percent)
    return ledger
