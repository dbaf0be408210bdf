"""Which cells to hide besides the small ones: those of the fewest bits that keep each small count unknown.

The choice is made by a solver that works in floating point, and believed only after exact proof. A solver
that errs, or runs out of steps, can make more be hidden than needs be, never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil

from attrs import field, frozen

from localgender.questions.policy import Policy
from localgender.questions.suppression import solver as solving
from localgender.questions.suppression.attack import Shift, possible, unproven
from localgender.questions.suppression.solver import Need, Solver
from localgender.questions.suppression.tableau import Tableau

_TURNS, _GOOD = 80, 1.1
_NEARLY = 1e-6


@frozen
class Choice:
    """Cells that are hidden, and what proves that it is enough.

    Attributes:
        hidden: Numbers of the cells of the ledger that must not be shown.
        exposed: Cells of which public counts tell more than should be known, whatever is hidden now.
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
        asked: How wide what is known must stay, for each cell that is to be protected.
        unknown: What readers do not see.
        proofs: Possible tables found so far.
        widths: How far apart they lie for each cell, as (down, up).
        needs: What would have to be hidden for the cells that were reached.
        reached: These cells.
    """

    solver: Solver
    asked: Mapping[int, int]
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
    table, forced = solver.table, solver.table.sensitive - solver.table.secret
    most = dict.fromkeys(sorted(table.sensitive), policy.width)
    start = [_multiplied(table, policy.width)]
    all_hidden = _besieged(solver, most, forced | table.movable, start)
    # Of what public counts tell already, only as much can be asked as hiding everything gives.
    asked = {cell: min(policy.width, all_hidden.proven(cell)) for cell in most if all_hidden.proven(cell)}
    exposed = frozenset(all_hidden.reached)
    choice = _tidied(_searched(all_hidden, forced, asked), exposed)
    # The last word is arithmetic in whole numbers, on nothing but the choice and its proofs.
    if not unproven(table, table.secret | choice.hidden, choice.proofs, asked):
        return choice
    return _tidied(all_hidden, exposed)


def _searched(all_hidden: _Siege, forced: frozenset[int], asked: Mapping[int, int]) -> _Siege:
    """Look for less to hide than all, by turns of choosing and attacking; return the best that withstands.

    A choice that falls tells what was missing, and is made again with that in mind. In a large table it is
    added to until it withstands, and then made afresh, until it is nearly the cheapest.
    """
    solver, table = all_hidden.solver, all_hidden.solver.table
    costs = _costs(table)
    large = len(costs) > solving.MODERATE
    best, kept, proofs = all_hidden, frozenset[int](), all_hidden.proofs
    needs = list(_lonely(table, frozenset(asked), forced))
    for _ in range(_TURNS):
        taken = solving.cheapest(solver, costs, needs, kept)
        if taken is None or (
            large and not kept and _cost(best.unknown, costs) <= _GOOD * _cost(taken, costs)
        ):
            break
        if lonely := list(_lonely(table, taken, forced | taken)):
            needs, kept = [*needs, *lonely], taken if large else kept
            continue
        siege = _besieged(solver, asked, forced | taken, proofs)
        needs, proofs = [*needs, *siege.needs], [*all_hidden.proofs, *siege.proofs]
        if siege.reached:
            kept = _grown(siege, taken, costs) if large else kept
            continue
        best = min(best, siege, key=lambda each: _cost(each.unknown, costs))
        if not kept:
            break
        kept = frozenset()
    return best


def _cost(cells: Iterable[int], costs: Mapping[int, float]) -> float:
    return sum(costs.get(cell, 0) for cell in cells)


def _grown(siege: _Siege, taken: frozenset[int], costs: Mapping[int, float]) -> frozenset[int]:
    """Add to a choice what lets each cell that fell move, each with those before it in mind."""
    for cell in siege.reached:
        unknown = siege.unknown | taken
        taken |= solving.path(siege.solver, unknown, costs, cell, siege.asked[cell])
    return taken


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
    solver: Solver, asked: Mapping[int, int], hidden: frozenset[int], proofs: Iterable[Shift]
) -> _Siege:
    siege = _Siege(solver, asked, solver.table.secret | hidden)
    for shift in proofs:
        siege.believe(shift)
    parts = _components(solver.table, siege.unknown)
    for cell, width in asked.items():
        if siege.proven(cell) < width:
            _attack(siege, cell, sorted(parts[cell]))
    return siege


def _attack(siege: _Siege, cell: int, unknown: list[int]) -> None:
    """Move one cell as far as it goes; note what is missing when that is not far enough."""
    far, prices = 0.0, dict[int, float]()
    for up in (True, False):
        if siege.proven(cell) >= siege.asked[cell]:
            return
        most = siege.asked[cell] if up else siege.asked[cell] - siege.widths.get(cell, (0, 0))[1]
        found = solving.reach(siege.solver, unknown, cell, most, up=up)
        if not siege.believe(found.shift) and found.far > 1 - _NEARLY:
            siege.believe(solving.whole_shift(siege.solver, unknown, cell, most, up=up))
        far += found.far
        for each, price in found.prices.items():
            prices[each] = prices.get(each, 0) + price
    if siege.proven(cell) < siege.asked[cell]:
        siege.reached.append(cell)
        siege.needs.append(_need(siege, cell, prices, far))


def _need(siege: _Siege, cell: int, prices: dict[int, float], far: float) -> Need:
    """Turn what is missing into a need: of what now lies open, so much must be hidden."""
    movable = siege.solver.table.movable
    open_cells = sorted(movable - siege.unknown)
    given = sum(price for each, price in prices.items() if each in movable and each in siege.unknown)
    least = siege.asked[cell] - (far - given)
    offered = {each: min(prices[each], least) for each in sorted(movable) if prices.get(each, 0) > _NEARLY}
    if far > siege.asked[cell] - _NEARLY or given > least - _NEARLY or not offered:
        # Fractions would do and whole counts do not: anything more may help.
        return Need(dict.fromkeys(open_cells, 1.0), 1)
    # Prices are rounded up, which asks for less: figures of very different size would mislead the solver.
    return Need({each: ceil(1000 * price / least) / 1000 for each, price in offered.items()}, 1)


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


def _tidied(siege: _Siege, exposed: frozenset[int]) -> Choice:
    """Show again what a reader can work out anyway, since hiding it would only pretend.

    No proof moves such a cell, so that every proof stays one.
    """
    table = siege.solver.table
    hidden, taken = siege.unknown - table.secret, siege.unknown & table.movable
    closer = _besieged(siege.solver, dict.fromkeys(sorted(taken), 1), hidden, siege.proofs)
    return Choice(hidden - frozenset(closer.reached), exposed, tuple(closer.proofs))
