"""The one module that asks a solver (HiGHS, through SciPy). What it answers is checked elsewhere, exactly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import inf
from typing import Any

from attrs import evolve, frozen

from localgender.errors import ContradictingSumsError, MissingExtraError
from localgender.questions.suppression.attack import Shift
from localgender.questions.suppression.tableau import Tableau

# Steps of the solver, not seconds, so that a slow machine gives the same answer.
_NODES = 2_000
MODERATE = 200
_NOISE = 1e-7


@frozen(eq=False)
class Solver:
    """Equations of a tableau as the solver takes them.

    Attributes:
        table: With a count in every cell, where asked for shifts.
        matrix: Its equations, one a row.
        numpy: Library of arrays.
        optimize: Library of solvers.
        sparse: Library of matrices that are mostly empty.
    """

    table: Tableau
    matrix: Any
    numpy: Any
    optimize: Any
    sparse: Any


def solver_for(table: Tableau) -> Solver:
    """Load the solver and hand it the equations.

    Raises:
        MissingExtraError: An ImportError, without the extra `safe`.
    """
    try:
        import numpy
        from scipy import optimize, sparse  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("hiding counts so that nobody can work them out", "safe") from None
    entries = [
        (row, cell, factor) for row, equation in enumerate(table.equations) for cell, factor in equation
    ]
    rows, cells, factors = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(table.equations), len(table.counts))
    return Solver(table, sparse.csc_array((factors, (rows, cells)), shape=shape), numpy, optimize, sparse)


@frozen
class Reach:
    """How far a cell can be moved, and what would move it further.

    Attributes:
        far: As the solver reckons it, in fractions.
        shift: The same, rounded to whole counts; what it proves must be checked.
        prices: What hiding each cell would add at most; cells left out add nothing.
    """

    far: float
    shift: Shift
    prices: Mapping[int, float]


def reach(solver: Solver, unknown: list[int], cell: int, most: int, *, up: bool) -> Reach:
    """Find the table in which a cell lies furthest from its true count, in fractions.

    Args:
        solver: Of the tableau.
        unknown: Cells that may move, in order.
        cell: One of them.
        most: How far is far enough.
        up: Whether to look for more, or for less.
    """
    question = _question(solver, unknown, cell, most, up=up)
    bounds = solver.numpy.column_stack([question.low, question.high])
    zero = solver.numpy.zeros(question.matrix.shape[0])
    found = solver.optimize.linprog(
        question.aim, A_eq=question.matrix, b_eq=zero, bounds=bounds, method="highs"
    )
    if found.x is None:
        return Reach(0.0, {}, {})
    return Reach(
        abs(float(found.x[question.place])),
        _shift(unknown, found.x),
        _prices(solver, question.rows, found.eqlin.marginals, cell),
    )


def whole_shift(solver: Solver, unknown: list[int], cell: int, most: int, *, up: bool) -> Shift:
    """Find the same in whole counts, which takes longer; an empty shift when the steps run out."""
    question = _question(solver, unknown, cell, most, up=up)
    rules = solver.optimize.LinearConstraint(question.matrix, 0, 0)
    bounds = solver.optimize.Bounds(question.low, question.high)
    found = solver.optimize.milp(
        question.aim, integrality=1, bounds=bounds, constraints=rules, options={"node_limit": _NODES}
    )
    return {} if found.x is None else _shift(unknown, found.x)


@frozen(eq=False)
class _Question:
    aim: Any
    low: Any
    high: Any
    matrix: Any
    rows: Any
    place: int


def _question(solver: Solver, unknown: list[int], cell: int, most: int, *, up: bool) -> _Question:
    numpy, table, place = solver.numpy, solver.table, unknown.index(cell)
    columns = solver.matrix[:, unknown]
    rows = numpy.unique(columns.indices)
    aim = numpy.zeros(len(unknown))
    aim[place] = -1 if up else 1
    low = numpy.array([table.floors[each] - (table.counts[each] or 0) for each in unknown], float)
    high = numpy.full(len(unknown), numpy.inf)
    if up:
        high[place] = most
    else:
        low[place] = max(low[place], -most)
    return _Question(aim, low, high, columns[rows, :], rows, place)


def _shift(unknown: list[int], answer: Any) -> Shift:
    return {cell: round(far) for cell, far in zip(unknown, answer.tolist(), strict=True) if round(far)}


def _prices(solver: Solver, rows: Any, marginals: Any, cell: int) -> dict[int, float]:
    """Price the room that hiding each cell would give, by the duals of the equations."""
    slopes = -(solver.matrix.T[:, rows] @ marginals)
    found: dict[int, float] = {}
    for each in solver.numpy.flatnonzero(abs(slopes) > _NOISE).tolist():
        slope, room = float(slopes[each]), (solver.table.counts[each] or 0) - solver.table.floors[each]
        # Downward a count has only the room above its floor; upward there is no end.
        found[each] = slope * room if slope > 0 else inf
    found.pop(cell, None)
    return found


def path(
    solver: Solver, unknown: Collection[int], costs: Mapping[int, float], cell: int, far: int
) -> frozenset[int]:
    """Return open cells that let a cell rise so far when they are hidden: a cheap choice, not the cheapest.

    Args:
        solver: Of the tableau.
        unknown: Cells that are hidden.
        costs: What hiding costs, of every cell that may be hidden.
        cell: One that is hidden.
        far: How far it is to rise.
    """
    numpy, table = solver.numpy, solver.table
    ways = sorted({*unknown, *costs})
    price = numpy.array([0 if each in unknown else costs[each] for each in ways], float)
    room = numpy.array([(table.counts[each] or 0) - table.floors[each] for each in ways], float)
    columns = solver.matrix[:, ways]
    # Up and down are ways of their own, since both cost.
    high = numpy.concatenate([numpy.full(len(ways), numpy.inf), room])
    low = numpy.zeros(2 * len(ways))
    low[ways.index(cell)], high[len(ways) + ways.index(cell)] = far, 0
    found = solver.optimize.linprog(
        numpy.concatenate([price, price]),
        A_eq=solver.sparse.hstack([columns, -columns]),
        b_eq=numpy.zeros(columns.shape[0]),
        bounds=numpy.column_stack([low, high]),
        method="highs",
    )
    if found.x is None:
        return frozenset()
    used = (found.x[: len(ways)] + found.x[len(ways) :]).tolist()
    return frozenset(
        each for each, much in zip(ways, used, strict=True) if much > _NOISE and each not in unknown
    )


@frozen
class Need:
    """Some of these cells must be hidden: their prices must come to so much.

    Attributes:
        prices: What hiding each cell is worth.
        least: What must be reached.
        of: Cell that needs it only when hidden itself; None when it is needed anyway.
    """

    prices: Mapping[int, float]
    least: float
    of: int | None = None

    @property
    def terms(self) -> list[tuple[int, float]]:
        """Cells with their factors, on one side of an inequality."""
        own = [] if self.of is None else [(self.of, -self.least)]
        return [*self.prices.items(), *own]


def cheapest(
    solver: Solver, costs: Mapping[int, float], needs: Iterable[Need], kept: Collection[int] = ()
) -> frozenset[int] | None:
    """Choose the cells to hide that cost least, those kept among them, and meet every need.

    Of more cells than a moderate table has, the choice may cost a twentieth more than the cheapest.

    Returns:
        None when the steps run out.
    """
    cells = list(costs)
    column = {cell: place for place, cell in enumerate(cells)}
    if not cells:
        return frozenset()
    numpy, needs = solver.numpy, list(needs)
    entries = [
        (row, column[cell], price)
        for row, need in enumerate(needs)
        for cell, price in need.terms
        if cell in column
    ]
    rows, columns, prices = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(needs), len(cells))
    matrix = solver.sparse.csr_array((prices, (rows, columns)), shape=shape)
    least = numpy.array([0 if need.of is not None else need.least for need in needs], float)
    found = solver.optimize.milp(
        numpy.array([costs[cell] for cell in cells], float),
        integrality=1,
        bounds=solver.optimize.Bounds([int(cell in kept) for cell in cells], 1),
        constraints=solver.optimize.LinearConstraint(matrix, least, numpy.inf),
        options={"node_limit": _NODES, "mip_rel_gap": 0 if len(cells) <= MODERATE else 0.05},
    )
    if found.x is None:
        return None
    return frozenset(cell for cell, taken in zip(cells, found.x.tolist(), strict=True) if taken > 0.5)


def completed(solver: Solver) -> Solver:
    """Put some whole count that all sums allow into each cell that nobody told.

    Raises:
        ContradictingSumsError: When no counts fit.
    """
    table, counts = solver.table, solver.table.counts
    if None not in counts:
        return solver
    low = [floor if count is None else count for count, floor in zip(counts, table.floors, strict=True)]
    high = [inf if count is None else count for count in counts]
    found = solver.optimize.milp(
        solver.numpy.ones(len(low)),
        integrality=1,
        bounds=solver.optimize.Bounds(low, high),
        constraints=solver.optimize.LinearConstraint(solver.matrix, 0, 0),
        options={"node_limit": _NODES},
    )
    if found.x is None:
        raise ContradictingSumsError(table.keys[equation[0][0]] for equation in table.equations)
    guessed = [round(each) for each in found.x.tolist()]
    whole = table.completed(
        guess if count is None else count for guess, count in zip(guessed, counts, strict=True)
    )
    return evolve(solver, table=whole)
