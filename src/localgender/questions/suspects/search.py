"""Smallest sets of figures whose change settles a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from localgender.questions.suspects.ledger import Bound, Cell, Ledger, Tie
from localgender.questions.suspects.slips import COMMA_MOVES, UNIT_MOVES, Printed, Slip, slip_within

Range = tuple[int | None, int | None]
Offsets = Mapping[int, int]


@frozen
class Change:
    """What one figure would have to be.

    Attributes:
        number: Number of the figure.
        value: The right figure, if it is this one that is wrong.
        slip: What may have happened to it.
        odd: Unusual relations that the change would make, less those it would mend.
        confirmed: Ties that confirm the figure as it is printed.
        strain: How far, in its last digits, it is from what would fit exactly.
    """

    number: int
    value: int
    slip: Slip
    odd: int
    confirmed: int
    strain: int

    @property
    def rank(self) -> tuple[int, int, int, int, int]:
        """The likelier, the less; two digits are swapped as easily as one is changed."""
        smallest = max(self.slip.rank, Slip.SWAPPED_DIGITS.rank)
        return (smallest, self.odd, self.slip.rank, self.confirmed, self.strain)


@frozen(eq=False)
class Search:
    """Ties of a ledger, by the figures they tie."""

    ledger: Ledger
    ties: Sequence[Tie]
    firm: defaultdict[int, list[Tie]] = field(init=False, factory=lambda: defaultdict(list))
    loose: defaultdict[int, list[Tie]] = field(init=False, factory=lambda: defaultdict(list))

    def __attrs_post_init__(self) -> None:
        for tie in self.ties:
            for number in tie.cells:
                (self.firm if tie.firm else self.loose)[number].append(tie)

    def singles(self, broken: Sequence[Tie]) -> Iterator[Change]:
        """Yield every figure that settles a contradiction alone."""
        for number in sorted(frozenset.intersection(*(tie.cells for tie in broken))):
            change = self.change(number, self.firm[number], self.range(number, self.firm[number], {}), {})
            if change is not None:
                yield change

    def range(self, number: int, ties: Iterable[Tie], moved: Offsets) -> Range | None:
        """Return what a figure may be to keep some ties when others move; None when it can keep none."""
        cell = self.ledger.cells[number]
        low, high = None, None
        for tie in ties:
            if tie.percent == number:
                return self._percents(tie, moved)
            for bound in tie.bounds:
                factor = bound.factors[number]
                room = room_of(bound, moved) + abs(factor) * (cell.column - cell.step) // 2
                if factor > 0:
                    most = cell.value + room // factor
                    high = most if high is None or most < high else high
                elif factor < 0:
                    least = cell.value - room // -factor
                    low = least if low is None or least > low else low
                elif room < 0:
                    return None
        return low, high

    def _percents(self, tie: Tie, moved: Offsets) -> Range:
        """Return which percents, in their last digits, the amounts allow."""
        scale = 100 * 10 ** self.ledger.cells[tie.percent or 0].decimals
        part, whole = self._sum(tie.addends, moved), self._sum(tie.totals, moved)
        parts, wholes = self.ledger.steps(tie.addends), self.ledger.steps(tie.totals)
        least, most = scale * (2 * part - parts), scale * (2 * part + parts)
        thinnest, widest = 2 * whole - wholes, 2 * whole + wholes
        if widest <= 0:
            return None, None
        # Half a digit either way is rounded off: the percent is at least the share less a half.
        low = -((-2 * least + widest) // (2 * widest)) if least >= 0 else None
        high = (2 * most + thinnest) // (2 * thinnest) if thinnest > 0 else None
        return low, high

    def _sum(self, numbers: Iterable[int], moved: Offsets) -> int:
        return sum(self.ledger.cells[number].value + moved.get(number, 0) for number in numbers)

    def change(
        self, number: int, ties: Sequence[Tie], allowed: Range | None, moved: Offsets
    ) -> Change | None:
        """Choose the likeliest figure within a range; None when no other than the printed one is there."""
        if allowed is None:
            return None
        cell = self.ledger.cells[number]
        near = self._nearest(number, ties, allowed, moved)
        found = self._slip(number, cell, allowed, near) or _unexplained(cell, allowed, near)
        if found is None:
            return None
        slip, value = found
        odd = self._odd(number, value - cell.value, moved)
        confirmed = sum(tie.kept for tie in self.firm[number])
        return Change(number, value, slip, odd, confirmed, abs(value - near) // cell.step)

    def _nearest(self, number: int, ties: Iterable[Tie], allowed: Range, moved: Offsets) -> int:
        """Return the figure that fits best: exactly the sum, the share, or the middle."""
        cell, closest = self.ledger.cells[number], None
        for tie in ties:
            if tie.percent == number:
                return self._share(tie, moved)
            under, over = (room_of(bound, moved) for bound in tie.bounds)
            if tie.percent is None and not tie.kept and (closest is None or under + over < closest[0]):
                closest = under + over, cell.value + (under - over) // (2 * tie.bounds[0].factors[number])
        low, high = allowed
        if closest is not None:
            return closest[1]
        if low is None or high is None:
            return low or high or 0
        return (low + high) // 2

    def _share(self, tie: Tie, moved: Offsets) -> int:
        part, whole = self._sum(tie.addends, moved), self._sum(tie.totals, moved)
        scale = 100 * 10 ** self.ledger.cells[tie.percent or 0].decimals
        return (2 * scale * part + whole) // (2 * whole) if whole > 0 else 0

    def _slip(self, number: int, cell: Cell, allowed: Range, near: int) -> tuple[Slip, int] | None:
        low, high = allowed
        values = self.ledger.cells
        addends = tuple(
            values[each].value
            for tie in self.firm[number]
            if tie.percent is None and number in tie.totals
            for each in tie.addends
        )
        beside = tuple(values[each].value for each in self.ledger.beside[number])
        moves = COMMA_MOVES if cell.line is None else UNIT_MOVES
        printed = Printed(cell.value, cell.step, cell.decimals + 1, addends, beside, moves)
        # An amount below zero is no likelier than its sign.
        if cell.value > 0 and high is not None and high < 0:
            signed = (low is None or low <= -cell.value) and -cell.value <= high
            return (Slip.SIGN, -cell.value) if signed else None
        return slip_within(printed, _floor(cell, low), high, near=near)

    def _odd(self, number: int, offset: int, moved: Offsets) -> int:
        cells, ties = self.ledger.cells, self.loose[number]
        after = {**moved, number: offset}
        broken = sum(
            tie.kept - all(room_of(bound, after) >= 0 for bound in tie.bounds)
            for tie in ties
            if tie.percent != number
        )
        beside = {cells[each].value for each in self.ledger.beside[number]}
        return broken + (cells[number].value in beside) - (cells[number].value + offset in beside)


def contradictions(ties: Iterable[Tie]) -> list[list[Tie]]:
    """Gather broken ties that share a figure; the others have nothing to do with each other."""
    groups: list[tuple[frozenset[int], list[Tie]]] = []
    for tie in ties:
        if not tie.firm or tie.kept:
            continue
        touching = [group for group in groups if not group[0].isdisjoint(tie.cells)]
        groups = [group for group in groups if group[0].isdisjoint(tie.cells)]
        cells = tie.cells.union(*(cells for cells, _ in touching))
        groups.append((cells, [each for _, ties in touching for each in ties] + [tie]))
    return [ties for _, ties in groups]


def room_of(bound: Bound, moved: Offsets) -> int:
    """Return the room that a bound has left when figures move."""
    return bound.room - sum(bound.factors.get(number, 0) * offset for number, offset in moved.items())


def _floor(cell: Cell, low: int | None) -> int | None:
    return low if cell.value < 0 or (low is not None and low > 0) else 0


def _unexplained(cell: Cell, allowed: Range, near: int) -> tuple[Slip, int] | None:
    low, high = _floor(cell, allowed[0]), allowed[1]
    if (low is None or low <= cell.value) and (high is None or cell.value <= high):
        return None
    least = None if low is None else -(-low // cell.step) * cell.step
    most = None if high is None else high // cell.step * cell.step
    if least is not None and most is not None and least > most:
        return None
    value = near // cell.step * cell.step
    value = value if least is None else max(value, least)
    return Slip.UNEXPLAINED, value if most is None else min(value, most)
