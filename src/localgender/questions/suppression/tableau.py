"""A ledger in numbers: every cell that a reader can think of, printed or not, and its equations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import evolve, frozen

from localgender.errors import ContradictingSumsError
from localgender.questions.policy import Policy
from localgender.questions.suppression.ledger import Key, Ledger, Sum
from localgender.questions.suppression.linear import ContradictionError, solved
from localgender.values.hidden import Hidden

Equation = tuple[tuple[int, int], ...]


@frozen
class Tableau:
    """Cells by number: first those of the ledger, in its order, then remainders that it does not name.

    Attributes:
        keys: Key of each cell of the ledger, in its order; that of a remainder is the key of its total.
        counts: True counts as far as the ledger tells them, directly or through its sums.
        equations: Cells with their factors, 1 or -1, that come to zero together.
        floors: The least that a reader must think a cell is, once it is hidden.
        secret: Cells that no table shows.
        sensitive: Cells whose count must not become known.
        movable: Cells that may be hidden to protect others.
        partial: Numbers of the sums that leave a remainder.
    """

    keys: tuple[Key, ...]
    counts: tuple[int | None, ...]
    equations: tuple[Equation, ...]
    floors: tuple[int, ...]
    secret: frozenset[int]
    sensitive: frozenset[int]
    movable: frozenset[int]
    partial: frozenset[int]

    def completed(self, counts: Iterable[int]) -> Tableau:
        """Return the same with a count in every cell."""
        return evolve(self, counts=tuple(counts))


def tableau(ledger: Ledger, policy: Policy) -> Tableau:
    """Number the cells of a ledger, and find which counts must be protected.

    Parts of which some are silent are taken for all there is, as a reader would; only where that cannot be
    is there room left for others.

    Raises:
        ContradictingSumsError: When parts come to more than their total, or sums contradict each other.
    """
    _check(ledger)
    try:
        return _numbered(ledger, policy, lenient=False)
    except ContradictingSumsError:
        return _numbered(ledger, policy, lenient=True)


def _numbered(ledger: Ledger, policy: Policy, *, lenient: bool) -> Tableau:
    keys = tuple(ledger.figures)
    number = {key: place for place, key in enumerate(keys)}
    equations, partial, totals = _equations(ledger, number, lenient=lenient)
    cells = range(len(keys) + len(totals))
    printed = [figure if isinstance(figure, int) else None for figure in ledger.figures.values()]
    counts = _told([*printed, *[None] * len(totals)], equations, ledger.sums)
    public = {number[key] for key in ledger.public}
    harmless = {number[key] for key in ledger.harmless}
    small = {cell for cell, count in enumerate(counts) if count is not None and policy.is_small(count)}
    small -= harmless
    marked = {cell for cell, figure in enumerate(ledger.figures.values()) if isinstance(figure, Hidden)}
    return Tableau(
        (*keys, *totals),
        tuple(counts),
        tuple(equations),
        tuple(_floor(cell, ledger, keys, policy) for cell in cells),
        frozenset(cell for cell in cells if cell >= len(keys) or printed[cell] is None),
        frozenset(small - public - marked),
        frozenset(cell for cell, count in enumerate(printed) if count) - public - small,
        partial,
    )


def _check(ledger: Ledger) -> None:
    """Name the sums that are wrong by themselves, before all are tried together."""
    wrong = []
    for each in ledger.sums:
        total, parts = ledger[each.total], [ledger[part] for part in each.parts]
        if isinstance(total, int) and sum(part for part in parts if isinstance(part, int)) > total:
            wrong.append(each.total)
    if wrong:
        raise ContradictingSumsError(wrong)


def _floor(cell: int, ledger: Ledger, keys: tuple[Key, ...], policy: Policy) -> int:
    # Where zeros stay printed, whatever is hidden is known to be one at least.
    shows = cell < len(keys) and ledger[keys[cell]] is not None
    return int(shows and policy.safe_zero)


def _equations(
    ledger: Ledger, number: Mapping[Key, int], *, lenient: bool
) -> tuple[list[Equation], frozenset[int], list[Key]]:
    """Return the equations, which sums leave a remainder, and of which total each new cell is a part."""
    equations: list[Equation] = []
    partial: set[int] = set()
    totals: list[Key] = []
    for place, each in enumerate(ledger.sums):
        parts = [number[part] for part in each.parts]
        unnamed = _unnamed(each, ledger, number)
        if not each.complete or _remains(each, ledger, lenient=lenient):
            partial.add(place)
            remainder = len(number) + len(totals)
            totals.append(each.total)
            unnamed, parts = [*unnamed, remainder], [*parts, remainder]
        equations.append(((number[each.total], 1), *((part, -1) for part in parts)))
        if len(unnamed) > 1:
            equations.append(((len(number) + len(totals), 1), *((part, -1) for part in unnamed)))
            totals.append(each.total)
    return equations, frozenset(partial), totals


def _unnamed(each: Sum, ledger: Ledger, number: Mapping[Key, int]) -> list[int]:
    """Return the silent parts: together they are a group that the total tells, though none is told."""
    return [number[part] for part in each.parts if ledger[part] is None]


def _remains(each: Sum, ledger: Ledger, *, lenient: bool) -> bool:
    total, *parts = (ledger[key] for key in (each.total, *each.parts))
    known = [part for part in parts if isinstance(part, int)]
    if isinstance(total, int) and len(known) == len(parts):
        return sum(known) < total
    return lenient


def _told(counts: list[int | None], equations: list[Equation], sums: tuple[Sum, ...]) -> list[int | None]:
    """Fill in what the sums tell of silent cells."""
    try:
        found = solved(_with(counts, equations))
    except ContradictionError:
        raise ContradictingSumsError(each.total for each in sums) from None
    if any(count < 0 or count.denominator > 1 for count in found.values()):
        raise ContradictingSumsError(each.total for each in sums)
    return [found[cell].numerator if cell in found else count for cell, count in enumerate(counts)]


def _with(
    counts: list[int | None], equations: Iterable[Equation]
) -> Iterator[tuple[dict[int, int], Fraction]]:
    """Move what is known to the right side."""
    for equation in equations:
        unknown = {cell: factor for cell, factor in equation if counts[cell] is None}
        known = sum(factor * (counts[cell] or 0) for cell, factor in equation)
        yield unknown, Fraction(-known)
