"""Which figures are parts of which: by sex, ages, locality, place, time, and by what a document lists."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Iterator
from enum import StrEnum
from itertools import combinations
from typing import Any, TypeVar

from attrs import frozen

from localgender._display import brief
from localgender.model.statistics import WHOLES, Axis, Locality, Observation, Sex, Statistics
from localgender.questions.statistics.alike import standing, topic
from localgender.values.ages import Ages
from localgender.values.periods import Period
from localgender.values.refs import Ref

Placed = tuple[Ref, Observation]
Span = TypeVar("Span", Ages, Period)


class SplitBy(StrEnum):
    """By what a whole is split into parts."""

    SEX = "sex"
    AGE = "age"
    LOCALITY = "locality"
    PLACE = "place"
    PERIOD = "period"
    INDICATOR = "indicator"


@frozen
class Split:
    """A whole and parts of it (розподіл).

    Attributes:
        by: What tells the parts apart.
        whole: The figure of everybody.
        parts: Figures of some, in the document's order.
        exhaustive: Whether the parts are all there are, so that they add up to the whole.
        disjoint: Whether nobody is in two of them.
    """

    by: SplitBy
    whole: Ref
    parts: tuple[Ref, ...]
    exhaustive: bool = False
    disjoint: bool = True

    __repr__ = brief


_SIDES: dict[Axis, frozenset[Sex | Locality]] = {
    Axis.SEX: frozenset({Sex.FEMALE, Sex.MALE}),
    Axis.LOCALITY: frozenset({Locality.URBAN, Locality.RURAL}),
}


def splits(statistics: Statistics) -> tuple[Split, ...]:
    """Find every whole that stands beside parts of it.

    Figures are parts only of the same indicator, or of one they are listed under («у тому числі»): offenders
    are no part of reports, whatever their numbers add up to.

    >>> told = Statistics(observations=[
    ...     Observation("Звернення", 2024, 12, sex="total"),
    ...     Observation("Звернення", 2024, 9, sex="female"), Observation("Звернення", 2024, 3, sex="male"),
    ... ])
    >>> splits(told)[0].parts, splits(told)[0].exhaustive
    ((Ref('observation:2'), Ref('observation:3')), True)

    Args:
        statistics: Figures of one document or several.

    Returns:
        By sex, locality, place, age, time and listed parts, each in the document's order. Parts are
        exhaustive where the document calls the whole a total, and where ages or days leave no gap.
    """
    placed = tuple(statistics.by_ref.items())
    by_axis = (each for axis in (Axis.SEX, Axis.LOCALITY, Axis.PLACE) for each in _by_axis(placed, axis))
    return (*by_axis, *_by_age(placed), *_by_period(placed), *_by_indicator(placed))


def _grouped(placed: Iterable[Placed], key: Callable[[Observation], Hashable]) -> Iterator[list[Placed]]:
    groups: dict[Hashable, list[Placed]] = {}
    for where, figure in placed:
        groups.setdefault(key(figure), []).append((where, figure))
    return iter(groups.values())


def _around(axis: Axis) -> Callable[[Observation], Hashable]:
    return lambda each: (each.indicator, each.nature, each.period, standing(each, without=axis))


def _by_axis(placed: Iterable[Placed], axis: Axis) -> Iterator[Split]:
    for group in _grouped(placed, _around(axis)):
        wholes = [each for each in group if each[1].at(axis) in (None, WHOLES[axis])]
        parts = _once((figure.at(axis), where, figure) for where, figure in group)
        parts = {at: where for at, where in parts.items() if at not in (None, WHOLES[axis])}
        complete = parts.keys() >= _SIDES[axis] if axis in _SIDES else len(parts) > 1
        for where, figure in wholes if parts else []:
            called_total = figure.at(axis) == WHOLES[axis]
            yield Split(SplitBy(axis), where, tuple(parts.values()), complete and called_total)


def _once(figures: Iterable[tuple[Hashable, Ref, Observation]]) -> dict[Hashable, Ref]:
    """Keep the first figure of each; that a second differs is another question."""
    kept: dict[Hashable, Ref] = {}
    for at, where, _ in figures:
        kept.setdefault(at, where)
    return kept


def _by_age(placed: Iterable[Placed]) -> Iterator[Split]:
    for group in _grouped(placed, _around(Axis.AGE)):
        stated = _once((figure.age, where, figure) for where, figure in group if figure.age)
        ages = {age: where for age, where in stated.items() if isinstance(age, Ages)}
        silent = [where for where, figure in group if figure.age is None]
        yield from _nested(ages, SplitBy.AGE, _follows_age)
        parts = [where for age, where in ages.items() if not age.is_all]
        disjoint = not any(_overlap(one, other) for one, other in combinations(ages, 2))
        for where in silent if parts else []:
            yield Split(SplitBy.AGE, where, tuple(parts), disjoint=disjoint)


def _overlap(one: Ages, other: Ages) -> bool:
    return (other.last is None or one.first <= other.last) and (one.last is None or other.first <= one.last)


def _follows_age(one: Ages, other: Ages) -> bool:
    return one.last is not None and other.first == one.last + 1


def _by_period(placed: Iterable[Placed]) -> Iterator[Split]:
    for group in _grouped(placed, topic):
        stated = _once((figure.period, where, figure) for where, figure in group)
        periods = {at: where for at, where in stated.items() if isinstance(at, Period) and at.first < at.last}
        yield from _nested(periods, SplitBy.PERIOD, _follows_day)


def _follows_day(one: Period, other: Period) -> bool:
    return one.last + datetime.timedelta(days=1) == other.first


def _nested(spans: dict[Span, Ref], by: SplitBy, follows: Callable[[Span, Span], bool]) -> Iterator[Split]:
    """Yield the finest and the coarsest chain that fills a span, and the spans in neither."""
    for whole, where in spans.items():
        inside = [each for each in spans if each != whole and whole.covers(each)]
        chains = [_chain(whole, inside, follows, pick) for pick in (min, max)]
        for chain in filter(None, dict.fromkeys(chains)):
            yield Split(by, where, tuple(spans[each] for each in chain), exhaustive=True)
        for each in inside:
            if not any(each in chain for chain in chains):
                yield Split(by, where, (spans[each],))


def _chain(
    whole: Span, inside: list[Span], follows: Callable[[Span, Span], bool], pick: Callable[..., Span]
) -> tuple[Span, ...]:
    """Return spans that follow each other through the whole; none when there is a gap."""
    leading: list[Span] = []
    for each in sorted(inside, key=_end, reverse=True):
        if each.last == whole.last or any(follows(each, later) for later in leading):
            leading.append(each)
    chain: tuple[Span, ...] = ()
    ahead = [each for each in leading if each.first == whole.first]
    while ahead:
        chain += (pick(ahead, key=_end),)
        ahead = [each for each in leading if follows(chain[-1], each)]
    return chain


def _end(span: Any) -> Any:
    return (span.last is None, span.last or 0)


def _by_indicator(placed: Iterable[Placed]) -> Iterator[Split]:
    wholes: dict[Hashable, Ref] = {}
    for where, figure in placed:
        wholes.setdefault((figure.indicator, *_of_whom(figure)), where)
    listed: dict[Ref, list[Ref]] = {}
    for where, figure in placed:
        named = figure.indicator.part_of
        # Persons listed under cases are counted otherwise, and may be more.
        if named is None or named.unit != figure.indicator.unit or figure.indicator.kind != named.kind:
            continue
        if (whole := wholes.get((named, *_of_whom(figure)))) is not None:
            listed.setdefault(whole, []).append(where)
    for whole, parts in listed.items():
        yield Split(SplitBy.INDICATOR, whole, tuple(parts), disjoint=len(parts) == 1)


def _of_whom(figure: Observation) -> tuple[Hashable, ...]:
    return (figure.nature, figure.period, *standing(figure))
