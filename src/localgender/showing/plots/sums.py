"""Sums of money by group, with what a group states and what is silent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from localgender.model.funding import Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of, rows, shares, totals_by
from localgender.showing.catalogue import Counted
from localgender.showing.wording import Phrase
from localgender.values.money import Money

MOST = 25


@frozen
class Group:
    """Sums of one goal or one period.

    Attributes:
        key: What they are of; text when several groups stand together.
        sums: Each stage; None is silence, or no sum.
        stated: Stages that some figure states, though there may be no sum of them.
        title: Words beside the key.
    """

    key: Any
    sums: Mapping[Stage, Money | None]
    stated: frozenset[Stage]
    title: str | None = None


def groups_of(value: Plan | Report, by: str) -> list[Group]:
    """Return the sums of every goal or period, in the order of the plan."""
    sums = {stage: totals_by(value, by, stage) for stage in Stage}
    stated = {
        (key, stage)
        for row in rows(value)
        for key, part in shares(row, by).items()
        for stage in Stage
        if any(line.at(stage) is not None for line in part)
    }
    return [
        Group(
            key,
            {stage: each[key] for stage, each in sums.items()},
            frozenset(stage for stage in Stage if (key, stage) in stated),
        )
        for key in sums[Stage.PLANNED]
    ]


def titles_of(value: Plan | Report) -> dict[Any, str | None]:
    """Return the title of each code; goals of one code, or of none, are added up and told together."""
    titles: dict[Any, dict[str, None]] = {}
    for goal in plan_of(value).goals:
        titles.setdefault(goal.code, {}).update({goal.title: None} if goal.title else {})
    return {key: "; ".join(each) or None for key, each in titles.items()}


def merged(groups: list[Group]) -> list[Group]:
    """Set the end of a long list together, so that the sums of a picture stay whole."""
    if len(groups) <= MOST:
        return groups
    kept, rest = groups[: MOST - 1], groups[MOST - 1 :]
    sums: dict[Stage, Money | None] = {}
    for stage in Stage:
        amounts = [money for each in rest if (money := each.sums[stage]) is not None]
        whole = amounts and all(stage not in each.stated or each.sums[stage] is not None for each in rest)
        sums[stage] = sum(amounts, Money(0)) if whole else None
    stated = frozenset(stage for each in rest for stage in each.stated)
    return [*kept, Group(_Together(len(rest)), sums, stated)]


@frozen
class _Together:
    """Groups that stand together, not yet in a language."""

    count: int

    def said(self, language: str) -> str:
        """Say it in a language."""
        return Phrase(_REST, {"count": self.count}).said(language)


_REST = Counted("{count} more together", "{count} more together")
