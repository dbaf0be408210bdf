"""Totals of two documents side by side: those they state, and those that follow for goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan, StatedTotal
from localgender.model.report import Report
from localgender.questions.aggregate import rows
from localgender.questions.compare.changes import Change, ChangeKind
from localgender.questions.compare.matching import words
from localgender.questions.compare.money import Like, Shape, Side, amounts, money_changes, same, shape
from localgender.questions.compare.outline import Outline
from localgender.questions.compare.plans import Both
from localgender.values.percents import Percent
from localgender.values.refs import PLAN, Ref, RefKind


@frozen(eq=False)
class Documents:
    """Two documents with their plans matched.

    Attributes:
        old: The old document.
        new: The new document.
        both: Their plans.
        like: Which periods may be compared.
        percents: Whether percents may be compared: both documents report on like periods.
    """

    old: Plan | Report
    new: Plan | Report
    both: Both
    like: Like = Like()  # noqa: RUF009 - a frozen value
    percents: bool = True


def percent_changes(old_ref: Ref, new_ref: Ref, old: Percent | None, new: Percent | None) -> Iterator[Change]:
    """Yield a change of a printed percent."""
    if old != new:
        refs = (old_ref.to("percent"), new_ref.to("percent"))
        yield Change(ChangeKind.PERCENT_CHANGED, *refs, {"old": old, "new": new})


def stated_changes(documents: Documents) -> Iterator[Change]:
    """Yield what differs in the totals that the documents state, matched by label and by what they sum."""
    old, new, both = documents.old, documents.new, documents.both
    olds, news = _totals(old, both.old_marks, "old"), _totals(new, both.new_marks, "new")
    for key, (where, total) in olds.items():
        if key not in news:
            yield Change(ChangeKind.REMOVED, where, None, {"old": total.label})
            continue
        where_new, after = news[key]
        sides = (
            Side(where, total.funding, documents.like.old),
            Side(where_new, after.funding, documents.like.new),
        )
        yield from money_changes(*sides, documents.like)
        if documents.percents:
            yield from percent_changes(where, where_new, total.stated_percent, after.stated_percent)
    for key, (where, total) in news.items():
        if key not in olds:
            yield Change(ChangeKind.ADDED, None, where, {"new": total.label})


def _totals(
    value: Plan | Report, marks: Mapping[Ref, Hashable], side: str
) -> dict[Hashable, tuple[Ref, StatedTotal]]:
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, tuple[Ref, StatedTotal]] = {}
    for number, total in enumerate(value.stated_totals, start=1):
        scope = total.scope.subject
        # What scopes nothing that is there belongs to its side alone, unless both say the same.
        key = (words(total.label), marks.get(scope, scope))
        seen[key] += 1
        found[key, seen[key]] = (Ref(RefKind.TOTAL, nth=number), total)
    return found


def sum_changes(documents: Documents) -> Iterator[Change]:
    """Yield what differs in the sums of each outermost goal and of the whole plan."""
    old, new, both = documents.old, documents.new, documents.both
    olds, news = _sums(old, both.old, documents.like.old), _sums(new, both.new, documents.like.new)
    pairs = [(PLAN, PLAN), *((pair.old, pair.new) for pair in both.goals)]
    matched_old, matched_new = map(set, zip(*pairs, strict=True))
    alone = [(each, None) for each in olds if each not in matched_old]
    come = [(None, each) for each in news if each not in matched_new]
    for before, after in (*pairs, *alone, *come):
        before_by = olds.get(before, {}) if before else {}
        after_by = news.get(after, {}) if after else {}
        for key in {**before_by, **after_by}:
            for change, stage in _summed(before, after, before_by.get(key, ()), after_by.get(key, ())):
                if documents.like.admits(key, stage):
                    yield change


Sums = dict[Ref, dict[Shape, tuple[FundingPeriod, ...]]]


def _sums(value: Plan | Report, side: Outline, year: int) -> Sums:
    top = {at.ref: at.goals[0] for at in side.measures}
    lines: dict[Ref, dict[Shape, list[FundingPeriod]]] = {PLAN: {}}
    for row in rows(value):
        for line in row.funding:
            for where in (PLAN, top[row.ref]):
                lines.setdefault(where, {}).setdefault(shape(line.period, year), []).append(line)
    return {where: {key: tuple(each) for key, each in by.items()} for where, by in lines.items()}


def _summed(
    old: Ref | None, new: Ref | None, before: Iterable[FundingPeriod], after: Iterable[FundingPeriod]
) -> Iterator[tuple[Change, Stage]]:
    before, after = tuple(before), tuple(after)
    for stage in Stage:
        if not same(before, after, stage):
            ends = (_figure(old, before, stage), _figure(new, after, stage))
            yield Change(ChangeKind.MONEY_CHANGED, *ends, amounts(before, after, stage)), stage


def _figure(where: Ref | None, lines: Sequence[FundingPeriod], stage: Stage) -> Ref | None:
    return where.to(stage.value, period=lines[0].period) if where and lines else where
