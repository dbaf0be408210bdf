"""Statistics as a ledger: which figures are counts, what binds them, and which others would tell of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor

from attrs import evolve, frozen

from localgender.errors import ContradictingSumsError
from localgender.model.statistics import (
    WHOLES,
    Absence,
    Axis,
    Indicator,
    IndicatorKind,
    Nature,
    Observation,
    Statistics,
)
from localgender.questions.policy import Policy
from localgender.questions.statistics.alike import standing
from localgender.questions.statistics.relations import in_percent
from localgender.questions.statistics.splits import SplitBy, splits
from localgender.questions.suppression.ledger import Figure, Ledger, Sum
from localgender.questions.suppression.words import names_sensitive
from localgender.values.ages import Ages
from localgender.values.counts import Bound
from localgender.values.hidden import HIDDEN
from localgender.values.periods import Period
from localgender.values.refs import Ref

_OLDEST = 151


@frozen
class Gap:
    """Ages or days between printed figures, which a reader can subtract and nobody printed.

    Attributes:
        of: The first figure of those that are cut here.
        first: Where it begins.
        stop: Where the next begins.
    """

    of: Ref
    first: int
    stop: int


def is_counted(figure: Observation) -> bool:
    """Tell whether a figure counts people or cases one by one, or does not say what else it does."""
    indicator = figure.indicator
    if figure.nature is not Nature.MEASURED or in_percent(figure):
        return False
    return evolve(indicator, kind=indicator.kind or IndicatorKind.COUNT).counts_one_by_one


def ledger_of(statistics: Statistics, public: Collection[Ref] = (), harmless: Collection[Ref] = ()) -> Ledger:
    """Return the counts of statistics by their Refs, with everything that binds them.

    A figure that is printed twice has one count. A dash says that nothing occurred, which readers take for
    zero.

    Raises:
        ContradictingSumsError: When the same is printed with different counts.
    """
    figures = {where: each for where, each in statistics.by_ref.items() if is_counted(each)}
    firsts = _firsts(figures)
    counts = _counts(figures, firsts)
    bound = [*_listed(statistics, firsts, counts), *_cut(figures, firsts), *_same(figures, counts)]
    for part in (part for each in bound for part in each.parts):
        counts.setdefault(part, None)
    return Ledger(
        counts,
        bound,
        public=[firsts[each] for each in public if each in firsts],
        harmless=[firsts[each] for each in harmless if each in firsts],
    )


def count_of(figure: Observation) -> Figure:
    """Return a figure as a count; what is bounded or no whole number is as good as silent."""
    if figure.absence is Absence.SUPPRESSED:
        return HIDDEN
    if figure.absence is Absence.NOT_OCCURRED:
        return 0
    count = figure.value.count if figure.value is not None else None
    return count.number if count is not None and count.bound is Bound.EXACT else None


def _firsts(figures: Mapping[Ref, Observation]) -> dict[Ref, Ref]:
    """Return for each figure the first that answers the same question."""
    asked: dict[Observation, Ref] = {}
    return {where: asked.setdefault(figure.question, where) for where, figure in figures.items()}


def _counts(figures: Mapping[Ref, Observation], firsts: Mapping[Ref, Ref]) -> dict[Hashable, Figure]:
    """Count each question once: by the number that is printed anywhere, else as hidden, else as silent."""
    printed: dict[Ref, list[Figure]] = {}
    for where, first in firsts.items():
        printed.setdefault(first, []).append(count_of(figures[where]))
    numbers = {first: {each for each in told if isinstance(each, int)} for first, told in printed.items()}
    if differ := [str(first) for first, several in numbers.items() if len(several) > 1]:
        raise ContradictingSumsError(differ)
    marked = {first for first, told in printed.items() if HIDDEN in told}
    return {
        first: next(iter(several)) if several else HIDDEN if first in marked else None
        for first, several in numbers.items()
    }


def _listed(
    statistics: Statistics, firsts: Mapping[Ref, Ref], counts: Mapping[Hashable, Figure]
) -> Iterator[Sum]:
    for split in splits(statistics):
        cut = split.by in {SplitBy.AGE, SplitBy.PERIOD}
        if cut or not firsts.keys() >= {split.whole, *split.parts}:
            continue
        parts = [firsts[part] for part in split.parts]
        # Of what is listed a reader takes for a split whatever comes to the whole.
        apart = split.disjoint or _come_to(counts[firsts[split.whole]], [counts[part] for part in parts])
        for each in [parts] if apart else [[part] for part in parts]:
            # Nobody takes one part for all there is; several a reader does, unless they fall short.
            yield Sum(firsts[split.whole], each, complete=len(each) > 1)


def _come_to(whole: Figure, parts: Sequence[Figure]) -> bool:
    known = [part for part in parts if isinstance(part, int)]
    return len(known) == len(parts) > 1 and sum(known) == whole


def _same(figures: Mapping[Ref, Observation], counts: Mapping[Hashable, Figure]) -> Iterator[Sum]:
    """Bind figures of everybody that differ only in saying so."""
    firsts: dict[Hashable, Ref] = {}
    for where in (each for each in figures if each in counts):
        figure = figures[where]
        first = firsts.setdefault((figure.indicator, figure.period, *standing(figure)), where)
        if first != where and counts[first] == counts[where]:
            yield Sum(first, [where])


def _cut(figures: Mapping[Ref, Observation], firsts: Mapping[Ref, Ref]) -> Iterator[Sum]:
    """Cut days and ages where any figure begins or ends: a difference between figures is then a sum, too."""
    for spans in (_days, _ages):
        groups: dict[Hashable, dict[Ref, tuple[int, int]]] = {}
        for where in dict.fromkeys(firsts.values()):
            if (found := spans(figures[where])) is not None:
                groups.setdefault(found[0], {})[where] = found[1]
        for group in groups.values():
            yield from _pieces(group)


def _days(figure: Observation) -> tuple[Hashable, tuple[int, int]] | None:
    period = figure.period
    if not isinstance(period, Period) or period.first == period.last:
        return None
    last = period.last + datetime.timedelta(days=1)
    return (figure.indicator, *standing(figure)), (period.first.toordinal(), last.toordinal())


def _ages(figure: Observation) -> tuple[Hashable, tuple[int, int]]:
    # Who says nothing of ages is taken to speak of all.
    ages = figure.age or Ages()
    stop = _OLDEST if ages.last is None else ages.last + 1
    return (figure.indicator, figure.period, *standing(figure, without=Axis.AGE)), (ages.first, stop)


def _pieces(group: Mapping[Ref, tuple[int, int]]) -> Iterator[Sum]:
    edges = sorted({edge for span in group.values() for edge in span})
    owner = next(iter(group))
    whole: dict[tuple[int, int], Ref] = {}
    for where, span in group.items():
        whole.setdefault(span, where)
    for where, (first, stop) in group.items():
        inside = [piece for piece in pairwise(edges) if first <= piece[0] and piece[1] <= stop]
        parts = [whole.get(piece, Gap(owner, *piece)) for piece in inside]
        if parts != [where]:
            yield Sum(where, parts)


def telling(statistics: Statistics, hidden: Collection[Ref], policy: Policy) -> tuple[Ref, ...]:
    """Name the shares, rates and bounded counts that would tell of a count that is not printed.

    A bounded count tells when it is small, and a share when a small part of a printed whole, or all but a
    small part, comes to it; with them, and with every hidden count, goes whatever else is told of the same
    people, place and time, whatever their sex and age. Where any count of an indicator is hidden, its bounded
    counts go too, and its shares of what is not counted beside them.
    """
    figures = statistics.by_ref
    told = {where: each for where, each in figures.items() if each.value and _is_derived(each)}
    wholes = _wholes(statistics)
    small = [where for where, each in told.items() if _is_small(each, wholes.get(_circle(each)), policy)]
    gone = [figures[where] for where in (*hidden, *small)]
    closed = {circle for each in gone for circle in (_circle(each), _harmed(each)) if circle}
    roots = {_root(each).name for each in gone}
    counted = {(_circle(each), standing(each)) for each in figures.values() if _is_printed(each)}
    return tuple(
        where
        for where, each in told.items()
        if {_circle(each), _harmed(each)} & closed
        or (_root(each).name in roots and (_circle(each), standing(each)) not in counted)
    )


def _is_printed(figure: Observation) -> bool:
    return is_counted(figure) and type(count_of(figure)) is int


def _wholes(statistics: Statistics) -> dict[Hashable, int]:
    """Return the count of everybody by people, place and time; the first where there are several."""
    found: dict[Hashable, int] = {}
    for figure in filter(is_counted, statistics.observations):
        sides = dict(zip(WHOLES, standing(figure), strict=True))
        if sides[Axis.SEX] is None and sides[Axis.AGE] is None and type(count := count_of(figure)) is int:
            found.setdefault(_circle(figure), count)
    return found


def _is_derived(figure: Observation) -> bool:
    measured = figure.nature is Nature.MEASURED and figure.indicator.kind is not IndicatorKind.AMOUNT
    return measured and not _is_printed(figure)


def _root(figure: Observation) -> Indicator:
    indicator = figure.indicator
    while indicator.part_of is not None:
        indicator = indicator.part_of
    return indicator


def _circle(figure: Observation) -> tuple[Hashable, ...]:
    sides = dict(zip(WHOLES, standing(figure), strict=True))
    return (_root(figure).name, figure.period, sides[Axis.PLACE], sides[Axis.LOCALITY])


def _harmed(figure: Observation) -> tuple[Hashable, ...]:
    """Return place and time of what can harm people: of them a share may go under another name."""
    return _circle(figure)[1:] if names_sensitive(_root(figure).name) else ()


def _is_small(figure: Observation, whole: int | None, policy: Policy) -> bool:
    if not in_percent(figure):
        printed = figure.value.count if is_counted(figure) and figure.value else None
        return printed is not None and policy.is_small(printed.number)
    if whole is None:
        return False
    low, high = figure.limits or (None, None)
    least = ceil((low or 0) * whole / 100)
    most = whole if high is None else floor(high * whole / 100)
    small = [part for part in range(policy.safe_count) if policy.is_small(part)]
    return any(least <= part <= most or least <= whole - part <= most for part in small)
