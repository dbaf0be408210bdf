"""Pairs of figures whose change settles a contradiction that no figure settles alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from localgender.questions.suspects.ledger import Tie
from localgender.questions.suspects.search import Change, Range, Search

MOST_PAIRS = 4_000

# Factor of the first figure, factor of the second, room.
_Joint = tuple[int, int, int]


def pairs(search: Search, broken: Sequence[Tie]) -> list[tuple[Change, ...]]:
    """Return the pairs that settle a contradiction; those that two slips explain, when there are any.

    Of more than 4,000 pairs in question none is returned: that many tell a reader nothing.
    """
    if _need_three(broken):
        return []
    tried = _in_question(search, broken)
    if len(tried) > MOST_PAIRS:
        return []
    found = [changes for one, other in tried if (changes := _settled(search, one, other)) is not None]
    explained = [changes for changes in found if all(change.slip.explains for change in changes)]
    return explained or found


def _need_three(broken: Sequence[Tie]) -> bool:
    """Tell whether three broken ties have no figure in common, two by two."""
    apart: list[Tie] = []
    for tie in sorted(broken, key=lambda tie: len(tie.cells)):
        if all(tie.cells.isdisjoint(other.cells) for other in apart):
            apart.append(tie)
    return len(apart) > 2


def _in_question(search: Search, broken: Sequence[Tie]) -> list[tuple[int, int]]:
    """Return the pairs that touch every broken tie."""
    fewest = min(broken, key=lambda tie: len(tie.cells))
    tried: set[tuple[int, int]] = set()
    for one in fewest.cells:
        rest = [tie.cells for tie in broken if one not in tie.cells]
        others = (
            frozenset.intersection(*rest)
            if rest
            # It touches all, so another tie must keep it from settling them.
            else frozenset[int]().union(*(tie.cells for tie in search.firm[one]))
        )
        tried.update((min(one, other), max(one, other)) for other in others if other != one)
    return sorted(tried)


def _settled(search: Search, one: int, other: int) -> tuple[Change, ...] | None:
    found = [
        changes
        for first, second in ((one, other), (other, one))
        # A percent follows from its amounts, so it comes second.
        if search.ledger.cells[first].line is not None
        for changes in _in_turn(search, first, second)
    ]
    if not found:
        return None
    best = min(
        found, key=lambda changes: [sum(each) for each in zip(*(c.rank for c in changes), strict=True)]
    )
    return tuple(sorted(best, key=lambda change: change.number))


def _in_turn(search: Search, first: int, second: int) -> Iterator[tuple[Change, Change]]:
    """Change one figure as far as the other can follow, then the other."""
    ties = {
        number: [
            tie for tie in search.firm[number] if tie.percent == number or tie.percent not in (first, second)
        ]
        for number in (first, second)
    }
    allowed = _leaving_room(search, first, second, ties[first], ties[second])
    change = search.change(first, ties[first], allowed, {})
    if change is None:
        return
    moved = {first: change.value - search.ledger.cells[first].value}
    follows = search.change(second, ties[second], search.range(second, ties[second], moved), moved)
    if follows is not None:
        yield change, follows


def _leaving_room(
    search: Search, first: int, second: int, ties: Iterable[Tie], others: Iterable[Tie]
) -> Range | None:
    """Return what the first figure may be so that some second one keeps all ties (Fourier and Motzkin)."""
    alone = search.range(first, [tie for tie in ties if second not in tie.cells], {})
    if alone is None or search.ledger.cells[second].line is None:
        return alone
    theirs = search.range(second, [tie for tie in others if first not in tie.cells], {})
    if theirs is None:
        return None
    value = search.ledger.cells[second].value
    joint: list[_Joint] = [
        (bound.factors[first], bound.factors[second], bound.room)
        for tie in ties
        if second in tie.cells
        for bound in tie.bounds
    ]
    low, high = theirs
    joint += [] if high is None else [(0, 1, high - value)]
    least = 0 if value >= 0 and (low is None or low < 0) else low
    joint += [] if least is None else [(0, -1, value - least)]
    return _within(alone, _without_second(joint), search.ledger.cells[first].value)


def _without_second(joint: Sequence[_Joint]) -> Iterator[tuple[int, int]]:
    """Combine inequalities so that the second figure falls out of them."""
    yield from ((factor, room) for factor, second, room in joint if second == 0)
    upper = [each for each in joint if each[1] > 0]
    lower = [each for each in joint if each[1] < 0]
    for (one, up, room), (other, down, rest) in product(upper, lower):
        yield -down * one + up * other, -down * room + up * rest


def _within(allowed: Range, bounds: Iterable[tuple[int, int]], value: int) -> Range | None:
    low, high = allowed
    for factor, room in bounds:
        if factor > 0:
            most = value + room // factor
            high = most if high is None else min(high, most)
        elif factor < 0:
            least = value - room // -factor
            low = least if low is None else max(low, least)
        elif room < 0:
            return None
    return None if low is not None and high is not None and low > high else (low, high)
