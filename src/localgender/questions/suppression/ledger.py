"""Counts with the sums that bind them: all that a reader of a published table can reckon with."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from localgender.values.hidden import Hidden

Key = Hashable
Figure = int | Hidden | None


def _keys(value: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(value)


@frozen
class Sum:
    """A count that others are parts of, none of them twice (у тому числі).

    Attributes:
        total: Key of the whole.
        parts: Keys of parts that share nobody.
        complete: Whether readers must think that the parts are all there are. Parts that come to less than
            their total leave a remainder, which is a group of its own, however this is set.
    """

    total: Key
    parts: tuple[Key, ...] = field(converter=_keys)
    complete: bool = True


@frozen
class Share:
    """A percent, rate or ratio that was reckoned from two counts.

    Attributes:
        key: Its own name.
        part: Key of the count above the line.
        whole: Key of the count below it.
    """

    key: Key
    part: Key
    whole: Key


def _counts(value: Mapping[Key, Figure] | Iterable[tuple[Key, Figure]]) -> tuple[tuple[Key, Figure], ...]:
    return tuple(value.items() if isinstance(value, Mapping) else value)


def _sums(value: Iterable[Sum]) -> tuple[Sum, ...]:
    return tuple(dict.fromkeys(value))


def _shares(value: Iterable[Share]) -> tuple[Share, ...]:
    return tuple(value)


def _known(value: Iterable[Key]) -> frozenset[Key]:
    return frozenset(value)


@frozen
class Ledger:
    """Counts of people or cases, with everything that is known to bind them to each other.

    >>> Ledger({"all": 11, "first": 7}, [Sum("all", ["first"])])["first"]
    7

    Attributes:
        counts: Count of each key, in the order of the table: a whole number that is not negative, None where
            the table is silent, or the mark of one that was hidden before.
        sums: What adds up to what; subtotals, remainders and differences between periods are all sums.
        shares: Ratios that stand in the table too.
        public: Keys of counts that are out already, such as those of last year's table; they stay.
        harmless: Keys of counts that may be small and printed, since they count no people, such as shelters.

    Raises:
        TypeError: For a count that is no whole number, or below zero.
        ValueError: For two counts with one key.
        KeyError: For a sum, a share or a public count of which the ledger has no count.
    """

    counts: tuple[tuple[Key, Figure], ...] = field(converter=_counts)
    sums: tuple[Sum, ...] = field(default=(), converter=_sums)
    shares: tuple[Share, ...] = field(default=(), converter=_shares)
    public: frozenset[Key] = field(default=frozenset(), converter=_known)
    harmless: frozenset[Key] = field(default=frozenset(), converter=_known)

    def __attrs_post_init__(self) -> None:
        if len(self.figures) < len(self.counts):
            raise ValueError("two counts bear the same key")
        for key, figure in self.counts:
            if not _is_figure(figure):
                raise TypeError(f"a count is a whole number from zero on, not {figure!r} of {key!r}")
        for key in self._named():
            if key not in self.figures:
                raise KeyError(f"no count is called {key!r}")

    def _named(self) -> Iterator[Key]:
        yield from self.public | self.harmless
        for each in self.sums:
            yield from (each.total, *each.parts)
        for share in self.shares:
            yield from (share.part, share.whole)

    @cached_property
    def figures(self) -> Mapping[Key, Figure]:
        """Every count by its key."""
        return MappingProxyType(dict(self.counts))

    def __getitem__(self, key: Key) -> Figure:
        return self.figures[key]

    def shows(self, share: Share) -> bool:
        """Tell whether a ratio tells nothing that its two counts do not tell, since both are printed."""
        return all(isinstance(self.figures[key], int) for key in (share.part, share.whole))


def _is_figure(value: Any) -> bool:
    return value is None or isinstance(value, Hidden) or (type(value) is int and value >= 0)
