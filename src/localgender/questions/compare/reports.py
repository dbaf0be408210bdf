"""Reports side by side, and a report beside the plan it is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.aggregate import rows
from localgender.questions.compare.changes import Change, ChangeKind
from localgender.questions.compare.matching import words
from localgender.questions.compare.money import BySource, Like, Side, amounts, money_changes, same, shape
from localgender.questions.compare.plans import Both, one_sided
from localgender.questions.compare.totals import Documents, percent_changes
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref


def like_periods(old: Report, new: Report) -> Like:
    """Tell which money of two reports is for like periods: the year of each beside that of the other.

    Where a report does not tell its period, only equal periods are alike.
    """
    years = (old.period.first.year, new.period.first.year) if old.period and new.period else (0, 0)
    if old.period == new.period:
        return Like(*years)
    olds, news = (
        {(shape(period, year), stage) for period, stage in _stated(side)}
        for side, year in zip((old, new), years, strict=True)
    )
    return Like(*years, frozenset(olds & news))


def _stated(report: Report) -> Iterator[tuple[Period | None, Stage | None]]:
    """Yield the periods that a report states money for, with the stage; None for words instead of money."""
    for line in _lines(report):
        yield from ((line.period, stage) for stage in Stage if line.at(stage) is not None)
        if line.needs is not None:
            yield line.period, None


def _lines(report: Report) -> Iterator[FundingPeriod]:
    funding = [each.funding for each in report.progress] + [each.funding for each in report.stated_totals]
    yield from chain.from_iterable(funding)


def not_compared(documents: Documents, old: Report, new: Report) -> Iterator[Change]:
    """Say which periods have no like one on the other side, so that nothing is said about growth."""
    like = documents.like
    left, right = (
        {each for each, stage in _stated(side) if not like.admits(shape(each, year), stage)} | unlike
        for side, year, unlike in (
            (old, like.old, set() if documents.percents else {old.period}),
            (new, like.new, set() if documents.percents else {new.period}),
        )
    )
    if left or right:
        facts = {"old": _sorted(left), "new": _sorted(right)}
        yield Change(ChangeKind.NOT_COMPARED, PLAN, PLAN, facts)


def _sorted(periods: Iterable[Period | None]) -> tuple[Period, ...]:
    return tuple(sorted(each for each in periods if each is not None))


def report_changes(documents: Documents, old: Report, new: Report) -> Iterator[Change]:
    """Yield what differs in what two reports say of each measure."""
    if words(old.issuer) != words(new.issuer):
        yield Change(ChangeKind.ISSUER_CHANGED, PLAN, PLAN, {"old": old.issuer, "new": new.issuer})
    same_period = old.period == new.period
    for pair in documents.both.measures:
        before, after = old.by_ref.get(pair.old), new.by_ref.get(pair.new)
        if before is None or after is None:
            if before is not after:
                kind = ChangeKind.REPORTED if after else ChangeKind.UNREPORTED
                yield Change(kind, pair.old, pair.new)
            continue
        sides = (
            Side(pair.old, before.funding, documents.like.old),
            Side(pair.new, after.funding, documents.like.new),
        )
        yield from money_changes(*sides, documents.like)
        if documents.percents:
            yield from percent_changes(pair.old, pair.new, before.stated_percent, after.stated_percent)
        yield from _narratives(before, after, told=not same_period)


def _narratives(old: Progress, new: Progress, *, told: bool) -> Iterator[Change]:
    """Yield a change of narrative; of two years only that one of them is silent."""
    silent = old.narrative is None or new.narrative is None
    if words(old.narrative) != words(new.narrative) and (silent or not told):
        facts = {"old": old.narrative, "new": new.narrative}
        yield Change(ChangeKind.NARRATIVE_CHANGED, old.measure, new.measure, facts)


def kept_changes(both: Both, plan: Plan, report: Report) -> Iterator[Change]:
    """Yield what a plan and a report on it say differently: missing measures, and money planned twice."""
    reported = {pair.old: report.by_ref.get(pair.new) for pair in both.measures}
    others = {pair.old: pair.new for pair in both.measures}
    for at in both.old.measures:
        progress = reported.get(at.ref)
        if progress is None:
            facts = {"old": at.measure.title, "due": _due(at.measure, plan, report)}
            yield Change(ChangeKind.MISSING_IN_REPORT, at.ref, others.get(at.ref), facts)
        else:
            yield from _planned_twice(at.ref, at.measure, progress)
    told = {row.ref for row in rows(report)}
    for at in one_sided(both.new, others.values()):
        if at.ref in told:
            yield Change(ChangeKind.MISSING_IN_PLAN, None, at.ref, {"new": at.measure.title})


def _due(measure: Measure, plan: Plan, report: Report) -> bool | None:
    if measure.term is None or report.period is None:
        return None
    return measure.term.due_in(report.period, within=plan.term)


def _planned_twice(where: Ref, measure: Measure, progress: Progress) -> Iterator[Change]:
    """Compare what both plan for one period: by source where both name the same ones, else together."""
    old, new = Side(where, measure.funding), Side(progress.measure, progress.funding)
    olds, news = old.grouped(), new.grouped()
    for key in [key for key in olds if key in news]:
        before, after = olds[key], news[key]
        if before.keys() != after.keys():
            before, after = _together(before), _together(after)
        for sources, lines in before.items():
            yield from _planned(old, new, lines, after[sources])


def _together(by: BySource) -> BySource:
    return {(): [*chain.from_iterable(by.values())]}


def _planned(
    old: Side, new: Side, before: list[FundingPeriod], after: list[FundingPeriod]
) -> Iterator[Change]:
    facts = amounts(before, after, Stage.PLANNED)
    if "difference" in facts and not same(before, after, Stage.PLANNED):
        ends = (old.figure(before, Stage.PLANNED), new.figure(after, Stage.PLANNED))
        yield Change(ChangeKind.PLANNED_DIFFERENTLY, *ends, facts)
