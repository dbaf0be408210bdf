"""Money of two documents side by side: line by line for like periods only."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import field, frozen

from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.questions.aggregate import added, figure, interval_added
from localgender.questions.compare.changes import Change, ChangeKind
from localgender.values.periods import Period
from localgender.values.refs import Ref

Shape = tuple[int, ...]
Sources = tuple[Source, ...]
Lines = tuple[FundingPeriod, ...]
BySource = dict[Sources, list[FundingPeriod]]
SILENT: Shape = ()


def shape(period: Period | None, year: int = 0) -> Shape:
    """Return what like periods share: their days, and their years counted from a year.

    >>> shape(Period.year(2023), 2023) == shape(Period.year(2024), 2024)
    True
    >>> shape(Period.nine_months(2024), 2024) == shape(Period.year(2024), 2024)
    False
    """
    if period is None:
        return SILENT
    first, last = period.first, period.last
    # The end of February stays the end of February in a leap year.
    day = 0 if last.day == calendar.monthrange(last.year, last.month)[1] else last.day
    return (first.year - year, first.month, first.day, last.year - year, last.month, day)


@frozen
class Like:
    """Which periods of two documents are like each other.

    Attributes:
        old: Year that the old side counts from; 0 where years are taken as they stand.
        new: The same of the new side.
        stated: Stages of money that both sides state, by shape of period, and None for words instead of
            money; None for everything.
    """

    old: int = 0
    new: int = 0
    stated: frozenset[tuple[Shape, Stage | None]] | None = None

    def admits(self, wanted: Shape, stage: Stage | None) -> bool:
        """Tell whether a stage may be compared for periods of a shape."""
        return self.stated is None or (wanted, stage) in self.stated


def _lines(value: Iterable[FundingPeriod]) -> Lines:
    return tuple(value)


@frozen
class Side:
    """Lines of money of one measure or total, on one side.

    Attributes:
        ref: Address of the measure or total.
        lines: Its money.
        year: Year that periods count from.
    """

    ref: Ref
    lines: Lines = field(converter=_lines)
    year: int = 0

    def grouped(self) -> dict[Shape, BySource]:
        """Return the lines by like period and by sources."""
        groups: dict[Shape, BySource] = {}
        for line in self.lines:
            groups.setdefault(shape(line.period, self.year), {}).setdefault(line.sources, []).append(line)
        return groups

    def figure(self, lines: Sequence[FundingPeriod], stage: Stage) -> Ref:
        """Return the address of a stage, or of the whole where there is no line for it."""
        return figure(self.ref, lines[0], stage, among=self.lines) if lines else self.ref


def same(old: Iterable[FundingPeriod], new: Iterable[FundingPeriod], stage: Stage) -> bool:
    """Tell whether two sums are one amount, printed to other digits perhaps: 10,53 and 10,5.

    Amounts printed to the same digit are compared exactly.
    """
    old, new = tuple(old), tuple(new)
    if added(old, stage) == added(new, stage):
        return True
    one, other = interval_added(old, stage), interval_added(new, stage)
    if one is None or other is None:
        return False
    return one.high - one.low != other.high - other.low and one.meets(other)


def money_changes(old: Side, new: Side, like: Like) -> Iterator[Change]:
    """Yield what differs in the money of one measure or total: by period, by source, by stage."""
    olds, news = old.grouped(), new.grouped()
    for key in {**olds, **news}:
        for change, stage in _of_period(old, new, olds.get(key, {}), news.get(key, {})):
            if like.admits(key, stage):
                yield change


Staged = tuple[Change, Stage | None]


def _of_period(old: Side, new: Side, olds: BySource, news: BySource) -> Iterator[Staged]:
    gone, come = (
        {key: by[key] for key in by if key not in other} for by, other in ((olds, news), (news, olds))
    )
    if gone and come and _only_renamed(gone, come):
        first, last = next(iter(gone.values())), next(iter(come.values()))
        refs = (old.ref.to("source", period=first[0].period), new.ref.to("source", period=last[0].period))
        change = Change(ChangeKind.SOURCE_CHANGED, *refs, {"old": _named(gone), "new": _named(come)})
        yield change, next((stage for stage in Stage if added(first, stage) is not None), None)
        olds, news = (
            {key: by[key] for key in by if key in other} for by, other in ((olds, news), (news, olds))
        )
    for key in {**olds, **news}:
        yield from _of_source(old, new, olds.get(key, []), news.get(key, []))


def _only_renamed(gone: BySource, come: BySource) -> bool:
    before, after = ([line for lines in by.values() for line in lines] for by in (gone, come))
    return _needs(before) == _needs(after) and all(same(before, after, stage) for stage in Stage)


def _named(by: BySource) -> tuple[str, ...]:
    return tuple(sorted("+".join(map(str, sources)) for sources in by))


def _needs(lines: Iterable[FundingPeriod]) -> tuple[str, ...]:
    return tuple(sorted({str(line.needs) for line in lines if line.needs is not None}))


def _of_source(
    old: Side, new: Side, before: Sequence[FundingPeriod], after: Sequence[FundingPeriod]
) -> Iterator[Staged]:
    for stage in Stage:
        if not same(before, after, stage):
            refs = (old.figure(before, stage), new.figure(after, stage))
            yield Change(ChangeKind.MONEY_CHANGED, *refs, amounts(before, after, stage)), stage
    if _needs(before) != _needs(after):
        facts = {"old": _needs(before), "new": _needs(after)}
        yield Change(ChangeKind.NEEDS_CHANGED, old.ref, new.ref, facts), None


def amounts(before: Iterable[FundingPeriod], after: Iterable[FundingPeriod], stage: Stage) -> dict[str, Any]:
    """Return the facts of two amounts; silence has no difference from anything."""
    old, new = added(before, stage), added(after, stage)
    facts: dict[str, Any] = {"stage": stage, "old": old, "new": new}
    return facts | ({"difference": new - old} if old is not None and new is not None else {})
