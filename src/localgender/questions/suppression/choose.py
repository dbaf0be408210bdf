"""Which cells to hide besides the small ones: those of the fewest bits that keep each small count unknown.

The choice is made by a solver that works in floating point, and believed only after exact proof. A solver
that errs, or runs out of steps, can make more be hidden than needs be, never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from attrs import field, frozen

from localgender.questions.policy import Policy
from localgender.questions.suppression import solver as solving
from localgender.questions.suppression.attack import Shift, possible
from localgender.questions.suppression.solver import Need, Solver
from localgender.questions.suppression.tableau import Tableau

_TURNS = 60
_NEARLY = 1e-6


@frozen
class Choice:
    """Cells that are hidden, and what proves that it is enough.

    Attributes:
        hidden: Numbers of the cells of the ledger that must not be shown.
        exposed: Cells that whoever knows the public counts knows already, whatever is hidden now.
        proofs: Possible tables that move every other sensitive cell far enough, as shifts.
    """

    hidden: frozenset[int]
    exposed: frozenset[int]
    proofs: tuple[Shift, ...]


@frozen
class _Siege:
    """One attack on everything that is to be protected.

    Attributes:
        solver: Of the tableau.
        width: How wide what is known of each cell must stay.
        unknown: What readers do not see.
        proofs: Possible tables found so far.
        widths: How far apart they lie for each cell, as (down, up).
        needs: What would have to be hidden for the cells that were reached.
        reached: These cells.
    """

    solver: Solver
    width: int
    unknown: frozenset[int]
    proofs: list[Shift] = field(factory=list)
    widths: dict[int, tuple[int, int]] = field(factory=dict)
    needs: list[Need] = field(factory=list)
    reached: list[int] = field(factory=list)

    def believe(self, shift: Shift) -> bool:
        """Keep a shift when it is one, and tell whether it is."""
        if not shift or not possible(self.solver.table, self.unknown, shift):
            return False
        self.proofs.append(shift)
        for cell, far in shift.items():
            down, up = self.widths.get(cell, (0, 0))
            self.widths[cell] = (min(down, far), max(up, far))
        return True

    def proven(self, cell: int) -> int:
        """Return how far apart two possible tables lie in a cell."""
        down, up = self.widths.get(cell, (0, 0))
        return up - down


def choose(solver: Solver, policy: Policy) -> Choice:
    """Choose what to hide, so that each sensitive count is proven unknown within the width of the policy."""
    table = solver.table
    forced = table.sensitive - table.secret
    all_hidden = _besieged(
        solver, policy.width, forced | table.movable, table.sensitive, [_multiplied(table, policy.width)]
    )
    best = _searched(all_hidden, forced, table.sensitive - frozenset(all_hidden.reached))
    return _tidied(best, best.unknown & table.movable, all_hidden.reached)


def _searched(all_hidden: _Siege, forced: frozenset[int], targets: frozenset[int]) -> _Siege:
    """Look for less to hide than all, by turns of choosing and attacking; return the best that withstands.

    A choice that falls tells what was missing, and is made again with that in mind. In a large table it is
    added to until it withstands, and then made afresh.
    """
    solver, table = all_hidden.solver, all_hidden.solver.table
    costs = _costs(table)
    best, kept, proofs = all_hidden, frozenset[int](), all_hidden.proofs
    needs = list(_lonely(table, targets, forced))
    for _ in range(_TURNS):
        taken = solving.cheapest(solver, costs, needs, kept)
        if taken is None:
            break
        growing = taken if len(costs) > solving.MODERATE else frozenset[int]()
        if lonely := list(_lonely(table, taken, forced | taken)):
            needs, kept = [*needs, *lonely], growing
            continue
        siege = _besieged(solver, all_hidden.width, forced | taken, targets, proofs)
        needs, proofs = [*needs, *siege.needs], [*all_hidden.proofs, *siege.proofs]
        if siege.reached:
            kept = growing
            continue
        best = min(best, siege, key=lambda each: sum(costs.get(cell, 0) for cell in each.unknown))
        if not kept:
            break
        kept = frozenset()
    return best


def _costs(table: Tableau) -> dict[int, float]:
    # The bits of a count; what stands first is kept where the bits are alike.
    cells = sorted(table.movable)
    return {
        cell: (table.counts[cell] or 0).bit_length() + (len(cells) - place) / (len(cells) + 1) ** 2
        for place, cell in enumerate(cells)
    }


def _multiplied(table: Tableau, width: int) -> Shift:
    """Every count some times larger: a table as possible as the true one, while no count is shown."""
    return {cell: width * count for cell, count in enumerate(table.counts) if count}


def _besieged(
    solver: Solver, width: int, hidden: frozenset[int], targets: Iterable[int], proofs: Iterable[Shift]
) -> _Siege:
    siege = _Siege(solver, width, solver.table.secret | hidden)
    for shift in proofs:
        siege.believe(shift)
    parts = _components(solver.table, siege.unknown)
    for cell in sorted(targets):
        if siege.proven(cell) < siege.width:
            _attack(siege, cell, sorted(parts[cell]))
    return siege


def _attack(siege: _Siege, cell: int, unknown: list[int]) -> None:
    """Move one cell as far as it goes; note what is missing when that is not far enough."""
    far, prices = 0.0, dict[int, float]()
    for up in (True, False):
        left = siege.width - siege.proven(cell)
        if left <= 0:
            return
        most = siege.width if up else siege.width - siege.widths.get(cell, (0, 0))[1]
        found = solving.reach(siege.solver, unknown, cell, most, up=up)
        if not siege.believe(found.shift) and found.far > 1 - _NEARLY:
            siege.believe(solving.whole_shift(siege.solver, unknown, cell, most, up=up))
        far += found.far
        for each, price in found.prices.items():
            prices[each] = prices.get(each, 0) + price
    if siege.proven(cell) < siege.width:
        siege.reached.append(cell)
        siege.needs.append(_need(siege, prices, far))


def _need(siege: _Siege, prices: dict[int, float], far: float) -> Need:
    """Turn what is missing into a need: of what now lies open, so much must be hidden."""
    movable = siege.solver.table.movable
    open_cells = sorted(movable - siege.unknown)
    given = sum(price for cell, price in prices.items() if cell in movable and cell in siege.unknown)
    least = siege.width - (far - given)
    offered = {cell: min(prices[cell], least) for cell in sorted(movable) if prices.get(cell, 0) > _NEARLY}
    if far > siege.width - _NEARLY or given > least - _NEARLY or not offered:
        # Fractions would do and whole counts do not: anything more may help.
        return Need(dict.fromkeys(open_cells, 1.0), 1)
    # Prices are rounded up, which asks for less: figures of very different size would mislead the solver.
    return Need({cell: ceil(1000 * price / least) / 1000 for cell, price in offered.items()}, 1)


def _lonely(table: Tableau, cells: frozenset[int], hidden: frozenset[int]) -> Iterator[Need]:
    """A hidden cell needs another in each of its sums, or the sum tells it."""
    unknown = table.secret | hidden
    for equation in table.equations:
        members = {cell for cell, _ in equation}
        if len(members & unknown) == 1 and members & cells:
            # What holds for one cell of a sum holds for its neighbours, which would be taken next.
            alone = members & unknown & (cells - table.movable)
            for cell in sorted(alone or members & table.movable):
                others = dict.fromkeys(sorted((members & table.movable) - {cell}), 1.0)
                yield Need(others, 1, of=cell if cell in table.movable else None)


def _components(table: Tableau, unknown: frozenset[int]) -> dict[int, list[int]]:
    """Return for each unknown cell those that it can exchange with, through any number of sums."""
    parts = {cell: [cell] for cell in unknown}
    for equation in table.equations:
        first, *others = [cell for cell, _ in equation if cell in unknown] or [-1]
        for cell in others:
            if (joined := parts[cell]) is not parts[first]:
                parts[first].extend(joined)
                parts.update(dict.fromkeys(joined, parts[first]))
    return parts


def _tidied(siege: _Siege, taken: frozenset[int], exposed: Iterable[int]) -> Choice:
    """Show again what a reader can work out anyway, since hiding it would only pretend.

    No proof moves such a cell, so that every proof stays one.
    """
    forced = siege.unknown - siege.solver.table.secret - taken
    closer = _besieged(siege.solver, 1, forced | taken, taken, siege.proofs)
    kept = taken - frozenset(closer.reached)
    return Choice(forced | kept, frozenset(exposed), tuple(closer.proofs))
