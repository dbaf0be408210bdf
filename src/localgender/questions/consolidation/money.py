"""Money of one measure as several units tell it: what adds up, and what is one payment told twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from attrs import evolve, frozen

from localgender.findings import Finding, Severity
from localgender.model.funding import FundingPeriod, Stage
from localgender.questions.aggregate import added
from localgender.questions.compare.money import same
from localgender.questions.consolidation.kinds import noticed
from localgender.questions.policy import Policy
from localgender.values.money import Money
from localgender.values.refs import Ref

ZERO = Money(0)


@frozen(eq=False)
class Stated:
    """One line of money and the unit that states it.

    Attributes:
        entry: Number of its report.
        unit: Who states it.
        line: The line.
    """

    entry: int
    unit: str | None
    line: FundingPeriod


@frozen
class Counted:
    """Lines of one measure with what is added up of each.

    Attributes:
        lines: For each line as stated what is counted; None for nothing.
        findings: What was noticed.
    """

    lines: tuple[FundingPeriod | None, ...]
    findings: tuple[Finding, ...] = ()


def counted(where: Ref, lines: Sequence[Stated], policy: Policy) -> Counted:
    """Tell what of each line of a measure is added up.

    Args:
        where: The measure.
        lines: All its lines, in the order of the units.
        policy: Whether money told twice is counted once, and what units plan.
    """
    whole = policy.unit_planned == "whole"
    claims = _grouped(lines, _claim_of_spending if whole else _claim)
    once = {id(each) for group in claims for each in _of_one_report(group)}
    repeated = [group for group in claims if any(id(each) not in once for each in group)]
    findings = [_claimed_twice(where, group, policy) for group in repeated]
    spending = {id(each) for each in lines} if policy.same_money == "each" else once
    planning = set() if whole else spending
    for group in _grouped((each for each in lines if whole or id(each) in once), _purse):
        finding, planned = (_plan_of_whole if whole else _plans_of_shares)(where, group)
        findings += [finding] if finding else []
        planning = planning | {id(each) for each in planned}
    left = [_left(each.line, planned=id(each) in planning, spent=id(each) in spending) for each in lines]
    return Counted(tuple(left), tuple(findings))


def _left(line: FundingPeriod, *, planned: bool, spent: bool) -> FundingPeriod | None:
    if planned and spent:
        return line
    if planned and line.planned is not None:
        return evolve(line, allocated=None, disbursed=None)
    return evolve(line, planned=None) if spent else None


def _grouped(lines: Iterable[Stated], key: Any) -> list[list[Stated]]:
    groups: dict[Hashable, list[Stated]] = {}
    for each in lines:
        groups.setdefault(key(each), []).append(each)
    return list(groups.values())


def _claim(stated: Stated, stages: Sequence[Stage] = tuple(Stage)) -> Hashable:
    """Return what is the same of lines that claim the same money; where none is claimed, each is its own."""
    line = stated.line
    amounts = tuple(line.at(stage) for stage in stages)
    return (line.period, line.sources, amounts) if set(amounts) - {None, ZERO} else id(stated)


def _claim_of_spending(stated: Stated) -> Hashable:
    return _claim(stated, (Stage.ALLOCATED, Stage.DISBURSED))


def _purse(stated: Stated) -> Hashable:
    return stated.line.period, stated.line.sources


def _of_one_report(group: Sequence[Stated]) -> list[Stated]:
    """Return the lines of the report that states them most often: two in one report are two payments."""
    return max(_grouped(group, lambda each: each.entry), key=len)


def _claimed_twice(where: Ref, group: Sequence[Stated], policy: Policy) -> Finding:
    line = group[0].line
    amounts = tuple((stage, money) for stage in Stage if (money := line.at(stage)) is not None)
    return noticed(
        "money-claimed-twice",
        where,
        **_about(line),
        units=_units(group),
        amounts=amounts,
        counted=policy.same_money,
    )


def _about(line: FundingPeriod) -> dict[str, Any]:
    return {"period": line.period, "source": line.source}


def _units(group: Iterable[Stated]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(each.unit for each in group))


def _by_report(group: Sequence[Stated]) -> Iterator[tuple[str | None, list[FundingPeriod], Money]]:
    """Yield what each report plans, with its unit; silent ones are passed over."""
    for own in _grouped(group, lambda each: each.entry):
        lines = [each.line for each in own]
        if (planned := added(lines, Stage.PLANNED)) is not None:
            yield own[0].unit, lines, planned


# What is noticed of plans, and lines whose plan is counted though others repeat it.
Judged = tuple[Finding | None, Sequence[Stated]]


def _plans_of_shares(where: Ref, group: Sequence[Stated]) -> Judged:
    plans = [(unit, planned) for unit, _, planned in _by_report(group) if planned != ZERO]
    if len(plans) < 2:
        return None, ()
    repeated = len({planned for _, planned in plans}) < len(plans)
    kind = "planned-repeated" if repeated else "planned-differs"
    return noticed(kind, where, **_plans(group, plans)), ()


def _plan_of_whole(where: Ref, group: Sequence[Stated]) -> Judged:
    plans = [*_by_report(group)]
    if all(same(one, other, Stage.PLANNED) for (_, one, _), (_, other, _) in combinations(plans, 2)):
        stated = [each for each in group if each.line.planned is not None]
        # Of one amount printed to several digits the finest tells most.
        kept = min(stated, key=lambda each: each.line.step, default=None)
        return None, [each for each in stated if kept and each.entry == kept.entry]
    facts = _plans(group, [(unit, planned) for unit, _, planned in plans])
    return noticed("planned-differs", where, severity=Severity.ERROR, counted="none", **facts), ()


def _plans(group: Sequence[Stated], plans: Sequence[tuple[str | None, Money]]) -> dict[str, Any]:
    return {**_about(group[0].line), "stage": Stage.PLANNED, "amounts": tuple(plans)}
