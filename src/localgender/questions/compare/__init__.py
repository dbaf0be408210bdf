"""Comparing documents: two editions of a plan, two reports, or a plan and a report on it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, value_of
from localgender.questions.compare.changes import Change, Comparison
from localgender.questions.compare.money import Like, Side, money_changes, shape
from localgender.questions.compare.plans import both, gone_and_come, plan_changes
from localgender.questions.compare.reports import kept_changes, like_periods, not_compared, report_changes
from localgender.questions.compare.totals import Documents, stated_changes, sum_changes


def compare(old: Asked, new: Asked) -> Comparison:
    """Tell what changed from one document to another.

    Measures are matched by number where their titles agree, else by their titles, so that a renumbered
    measure is moved and not lost; a match in doubt says how alike the titles are. Comparing the other
    way round gives the mirrored answer, and a document compared with itself an empty one.

    >>> from localgender.model.plan import Measure
    >>> old = Plan(goals=[Measure("2.3", "Аудит вулиць"), Measure("2.4", "Тренінг для вчителів")])
    >>> new = Plan(goals=[Measure("2.3", "Тренінг для вчителів")])
    >>> for change in compare(old, new):
    ...     print(change.kind, change.old_ref, change.new_ref)
    removed 2.3 None
    moved 2.4 2.3

    Two plans are held against each other whole. Of two reports money is compared for like periods only,
    the year of the one with that of the other; nine months and a year are named as not compared. Of a plan
    and a report only what both state is, the measures missing on either side, and money planned twice.

    Args:
        old: A plan or a report, or a reading of one.
        new: Another.

    Returns:
        Changes in the order of the numbers of the new side. Amounts printed to different digits are one
        amount where some exact one rounds to both.

    Raises:
        TypeError: For anything else.
    """
    match value_of(old), value_of(new):
        case Plan() as before, Plan() as after:
            return _editions(before, after)
        case Report() as before, Report() as after:
            return _years(before, after)
        case Plan() as before, Report() as after:
            return _kept(before, after)
        case Report() as before, Plan() as after:
            return _kept(after, before).mirrored()
    raise AssertionError("unreachable")  # pragma: no cover


def _editions(old: Plan, new: Plan) -> Comparison:
    documents = Documents(old, new, both(old, new))
    changes = (*_plans(documents), *_measures_money(documents), *stated_changes(documents))
    return Comparison(changes, sum_changes(documents) if changes else ())


def _measures_money(documents: Documents) -> Iterator[Change]:
    olds, news = (
        {at.ref: at.measure for at in side.measures} for side in (documents.both.old, documents.both.new)
    )
    for pair in documents.both.measures:
        sides = (Side(pair.old, olds[pair.old].funding), Side(pair.new, news[pair.new].funding))
        for change in money_changes(*sides, Like()):
            yield evolve(change, similarity=pair.similarity)


def _plans(documents: Documents) -> Iterator[Change]:
    yield from plan_changes(documents.both)
    yield from gone_and_come(documents.both)


def _years(old: Report, new: Report) -> Comparison:
    like = like_periods(old, new)
    alike = shape(old.period, like.old) == shape(new.period, like.new)
    documents = Documents(old, new, both(old.plan, new.plan), like, percents=alike)
    changes = (
        *not_compared(documents, old, new),
        *_plans(documents),
        *_measures_money(documents),
        *report_changes(documents, old, new),
        *stated_changes(documents),
    )
    return Comparison(changes, sum_changes(documents) if changes else (), (old.period, new.period))


def _kept(plan: Plan, report: Report) -> Comparison:
    matched = both(plan, report.plan)
    changes = (*plan_changes(matched, told=True), *kept_changes(matched, plan, report))
    return Comparison(changes, periods=(None, report.period))
