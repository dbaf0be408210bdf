"""Two plans side by side: goals and measures matched, and what of them differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

import attrs
from attrs import evolve, frozen

from localgender.model.passport import Passport
from localgender.model.plan import Measure, Plan
from localgender.questions.compare.changes import Change, ChangeKind
from localgender.questions.compare.matching import Item, Pair, matched, tokens, words
from localgender.questions.compare.outline import GoalAt, MeasureAt, Outline, outline
from localgender.values.money import Money
from localgender.values.refs import PLAN, Ref

Marks = Mapping[Ref, Hashable]
Ends = tuple[Ref, Ref]


@frozen(eq=False)
class Both:
    """Two plans with what is the same on both sides.

    Attributes:
        old: Outline of the old plan.
        new: Outline of the new plan.
        goals: Goals that are one.
        measures: Measures that are one.
        old_marks: For each old goal and measure a mark that it shares with its other, if it has one.
        new_marks: The same of the new side.
    """

    old: Outline
    new: Outline
    goals: tuple[Pair, ...]
    measures: tuple[Pair, ...]
    old_marks: Marks
    new_marks: Marks


def both(old: Plan, new: Plan) -> Both:
    """Match the goals and measures of two plans."""
    left, right = outline(old), outline(new)
    goals = matched(_goal_items(left), _goal_items(right))
    measures = _measures(left, right, goals)
    # A goal whose words were all changed is still known by its measures, and so are others in it by number.
    if more := tuple(_by_measures(left, right, goals, measures)):
        goals = (*goals, *more)
        measures = _measures(left, right, goals)
    marks = _marks(left, right, (*goals, *measures))
    return Both(left, right, goals, measures, *marks)


def _goal_items(side: Outline) -> list[Item]:
    return [Item(at.ref, at.goal.title, at.above, at.goal.level, anchored=False) for at in side.goals]


def _measures(left: Outline, right: Outline, goals: Iterable[Pair]) -> tuple[Pair, ...]:
    olds, news = _marks(left, right, goals)
    return matched(_measure_items(left, olds), _measure_items(right, news))


def _measure_items(side: Outline, marks: Marks) -> list[Item]:
    return [
        Item(
            at.ref,
            at.measure.title,
            marks[at.goals[-1]],
            evolve(at.measure, code=None, title=None),
            marks=_recognised(at.measure),
        )
        for at in side.measures
    ]


def _recognised(measure: Measure) -> dict[str, frozenset[Any]]:
    """Return what a measure with another title may be recognised by: when, who, and how much."""
    planned = [(line.period, line.planned) for line in measure.funding]
    sorts = {
        "term": frozenset() if measure.term is None else frozenset([measure.term]),
        "executors": frozenset(_executors(measure)),
        # Nothing planned is what any measure may have.
        "money": frozenset((period, money) for period, money in planned if money and money > Money(0)),
    }
    return {sort: marks for sort, marks in sorts.items() if marks}


def _marks(left: Outline, right: Outline, pairs: Iterable[Pair]) -> tuple[Marks, Marks]:
    olds: dict[Ref, Hashable] = {where: ("old", where) for where in _refs(left)}
    news: dict[Ref, Hashable] = {where: ("new", where) for where in _refs(right)}
    for pair in pairs:
        olds[pair.old] = news[pair.new] = ("both", pair.old, pair.new)
    return olds, news


def _refs(side: Outline) -> list[Ref]:
    return [at.ref for at in side.goals] + [at.ref for at in side.measures]


def _by_measures(
    left: Outline, right: Outline, goals: Iterable[Pair], measures: Iterable[Pair]
) -> Iterator[Pair]:
    """Match goals of one level that share more than half of the measures of each."""
    done = {end for pair in goals for end in (("old", pair.old), ("new", pair.new))}
    olds, news = ({at.ref: at.goals for at in side.measures} for side in (left, right))
    sizes = Counter(("old", goal) for goals in olds.values() for goal in goals)
    sizes += Counter(("new", goal) for goals in news.values() for goal in goals)
    common = Counter(
        ends
        for pair in measures
        for ends in zip(olds[pair.old], news[pair.new], strict=False)
        if done.isdisjoint({("old", ends[0]), ("new", ends[1])})
    )
    for (old, new), count in common.items():
        # More than half on both sides: no third goal can have as many.
        if 2 * count > max(sizes["old", old], sizes["new", new]):
            yield Pair(old, new)


def plan_changes(pair: Both, *, told: bool = False) -> Iterator[Change]:
    """Yield what differs between two plans, without money.

    Args:
        pair: The plans.
        told: Only tell of goals and measures, and of what both sides state.
    """
    if not told:
        yield from _head_changes(pair.old.plan, pair.new.plan)
    yield from _goal_changes(pair, told=told)
    olds, news = ({at.ref: at for at in side.measures} for side in (pair.old, pair.new))
    for each in pair.measures:
        for change in _measure_changes(olds[each.old], news[each.new], pair, told=told):
            yield evolve(change, similarity=each.similarity)


def one_sided(side: Outline, pairs: Iterable[Ref]) -> Iterator[MeasureAt]:
    """Return the measures of a side that are in no pair."""
    known = set(pairs)
    return (at for at in side.measures if at.ref not in known)


def gone_and_come(pair: Both) -> Iterator[Change]:
    """Yield the measures that only one of two plans has."""
    for at in one_sided(pair.old, (each.old for each in pair.measures)):
        yield Change(ChangeKind.REMOVED, at.ref, None, {"old": at.measure.title})
    for at in one_sided(pair.new, (each.new for each in pair.measures)):
        yield Change(ChangeKind.ADDED, None, at.ref, {"new": at.measure.title})


def _goal_changes(pair: Both, *, told: bool) -> Iterator[Change]:
    olds, news = ({at.ref: at for at in side.goals} for side in (pair.old, pair.new))
    for each in pair.goals:
        old, new = olds.pop(each.old), news.pop(each.new)
        titles = (old.goal.title, new.goal.title)
        for change in (
            *_moved((old.ref, new.ref), (_above(old), _above(new)), pair),
            *_differs(ChangeKind.RETITLED, (old.ref, new.ref), titles, words, told=told),
        ):
            yield evolve(change, similarity=each.similarity)
    if not told:
        yield from (Change(ChangeKind.REMOVED, at.ref, None, {"old": at.goal.title}) for at in olds.values())
        yield from (Change(ChangeKind.ADDED, None, at.ref, {"new": at.goal.title}) for at in news.values())


def _above(at: GoalAt) -> Ref:
    return at.above[-1] if at.above else PLAN


def _moved(where: Ends, above: Ends, pair: Both) -> Iterator[Change]:
    old, new = where
    stays = pair.old_marks.get(above[0], PLAN) == pair.new_marks.get(above[1], PLAN)
    if not stays:
        yield Change(ChangeKind.MOVED, old, new, {"old": above[0], "new": above[1]})
    elif (old.code if old.coded else None) != (new.code if new.coded else None):
        yield Change(ChangeKind.MOVED, old, new)


def _itself(value: Any) -> Any:
    return value


def _differs(
    kind: ChangeKind,
    where: Ends,
    values: tuple[Any, Any],
    key: Callable[[Any], Any] = _itself,
    *,
    told: bool = False,
) -> Iterator[Change]:
    old, new = values
    silent = told and (old is None or new is None)
    if not silent and key(old) != key(new):
        yield Change(kind, *where, {"old": old, "new": new})


def _each_words(texts: Iterable[str] | None) -> list[tuple[str, ...]]:
    return [words(text) for text in texts or ()]


_FIELDS: tuple[tuple[ChangeKind, Callable[[Measure], Any], Callable[[Any], Any]], ...] = (
    (ChangeKind.RETITLED, lambda measure: measure.title, words),
    (ChangeKind.TERM_CHANGED, lambda measure: measure.term, _itself),
    (ChangeKind.RESULTS_CHANGED, lambda measure: measure.results or None, _each_words),
    (ChangeKind.PLACE_CHANGED, lambda measure: measure.place, words),
)


def _measure_changes(old: MeasureAt, new: MeasureAt, pair: Both, *, told: bool) -> Iterator[Change]:
    where = (old.ref, new.ref)
    yield from _moved(where, (old.goals[-1], new.goals[-1]), pair)
    for kind, value, key in _FIELDS:
        yield from _differs(kind, where, (value(old.measure), value(new.measure)), key, told=told)
    yield from _executor_changes(old, new, told=told)
    olds, news = ({str(ref): ref for ref in at.measure.serves} for at in (old, new))
    yield from _sets(ChangeKind.TARGETS_CHANGED, where, olds, news, told=told)


def _executor_changes(old: MeasureAt, new: MeasureAt, *, told: bool) -> Iterator[Change]:
    where = (old.ref, new.ref)
    olds, news = (_executors(at.measure) for at in (old, new))
    names = [{key: name for key, (name, _) in side.items()} for side in (olds, news)]
    yield from _sets(ChangeKind.EXECUTORS_CHANGED, where, *names, told=told)
    lost, given = (
        tuple(one[key][0] for key in sorted(one.keys() & other.keys()) if one[key][1] > other[key][1])
        for one, other in ((olds, news), (news, olds))
    )
    if lost or given:
        yield Change(ChangeKind.CONSENT_CHANGED, *where, {"added": given, "removed": lost})


def _executors(measure: Measure) -> dict[str, tuple[str, bool]]:
    """Return name and consent of each executor, by stems of the name: «із» for «з» makes no other body."""
    found = {each.executor.name: each.by_consent for each in measure.involvements}
    return {repr(sorted(tokens(name))) if tokens(name) else name: (name, by) for name, by in found.items()}


def _sets(
    kind: ChangeKind, where: Ends, old: Mapping[str, Any], new: Mapping[str, Any], *, told: bool = False
) -> Iterator[Change]:
    added = tuple(new[key] for key in sorted(new.keys() - old.keys()))
    removed = tuple(old[key] for key in sorted(old.keys() - new.keys()))
    if (added or removed) and not (told and not (old and new)):
        yield Change(kind, *where, {"added": added, "removed": removed})


def _head_changes(old: Plan, new: Plan) -> Iterator[Change]:
    where = (PLAN, PLAN)
    yield from _differs(ChangeKind.RETITLED, where, (old.title, new.title), words)
    yield from _differs(ChangeKind.TERM_CHANGED, where, (old.term, new.term))
    yield from _differs(ChangeKind.COMMUNITY_CHANGED, where, (old.community, new.community))
    yield from _sets(
        ChangeKind.ACTS_CHANGED, where, *({repr(act): act for act in each.acts} for each in (old, new))
    )
    for field in attrs.fields(Passport):
        row = PLAN.to(field.name)
        values = (getattr(old.passport, field.name, None), getattr(new.passport, field.name, None))
        yield from _differs(ChangeKind.PASSPORT_CHANGED, (row, row), values, words)
    yield from _target_changes(old, new)


def _target_changes(old: Plan, new: Plan) -> Iterator[Change]:
    olds, news = ({f"{each.scheme} {each.ref}": each for each in side.targets} for side in (old, new))
    refs = ({key: each.ref for key, each in side.items()} for side in (olds, news))
    yield from _sets(ChangeKind.TARGETS_CHANGED, (PLAN, PLAN), *refs)
    for key in sorted(olds.keys() & news.keys()):
        where, titles = olds[key].ref, (olds[key].title, news[key].title)
        yield from _differs(ChangeKind.RETITLED, (where, where), titles, words)
