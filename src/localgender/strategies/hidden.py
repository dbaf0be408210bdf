"""Strategies for counts, what binds them, and what may be published of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from localgender.questions.suppression.ledger import Key, Ledger, Share, Sum
from localgender.strategies.values import texts
from localgender.values.hidden import HIDDEN, Hidden

if TYPE_CHECKING:
    from localgender.questions.suppression import Suppression

_WHOLE, _PARTS = "усі", ("жінки", "чоловіки", "діти")
_MOST = 40


def hidden_marks() -> st.SearchStrategy[Hidden]:
    """The one mark of a count that is not published."""
    return st.just(HIDDEN)


def sums() -> st.SearchStrategy[Sum]:
    """Wholes with one to three parts, which may not be all there are."""
    parts = st.lists(st.sampled_from(_PARTS), min_size=1, unique=True)
    return st.builds(Sum, st.just(_WHOLE) | texts(), parts, st.sampled_from([True, False]))


def shares() -> st.SearchStrategy[Share]:
    """Ratios of a part to the whole."""
    return st.builds(Share, st.just("частка") | texts(), st.sampled_from(_PARTS), st.just(_WHOLE))


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Counts whose sums hold: a whole with parts, some silent, some hidden, some out already."""
    return draw(_ledgers())


@cache
def _ledgers() -> st.SearchStrategy[Ledger]:
    counted = st.lists(st.integers(0, _MOST), min_size=1, max_size=len(_PARTS))
    return st.builds(
        _ledger,
        counted,
        rest=st.integers(0, 3),
        unprinted=st.sets(st.sampled_from(_PARTS), max_size=1),
        instead=st.none() | hidden_marks(),
        public=st.booleans(),
        share=st.booleans(),
    )


def _ledger(
    counted: list[int], *, rest: int, unprinted: set[str], instead: Hidden | None, public: bool, share: bool
) -> Ledger:
    parts = dict(zip(_PARTS, counted, strict=False))
    printed: dict[Key, Any] = {name: instead if name in unprinted else each for name, each in parts.items()}
    return Ledger(
        {_WHOLE: sum(counted) + rest, **printed},
        [Sum(_WHOLE, parts, complete=not rest)],
        [Share("частка", _PARTS[0], _WHOLE)] if share else [],
        public=[_WHOLE] if public else [],
    )


@st.composite
def suppressions(draw: st.DrawFn) -> Suppression[Ledger]:
    """What `suppress` answers of drawn ledgers.

    Raises:
        MissingExtraError: An ImportError, when something must be hidden and the extra `safe` is missing.
    """
    from localgender.questions.suppression import suppress

    return suppress(draw(_ledgers()))
