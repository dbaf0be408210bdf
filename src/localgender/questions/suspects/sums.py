"""Ties of stated totals: to their rows, and to the totals that they sum up in turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Row, plan_of, rows
from localgender.questions.sums import Claim, claims, comparisons, in_scope, of_tables
from localgender.questions.suspects.ledger import Ledger
from localgender.values.codes import Code
from localgender.values.periods import Period
from localgender.values.refs import Ref, RefKind

_Key = tuple[Ref, Period | None, tuple[Source, ...]]


def tie_sums(ledger: Ledger, value: Plan | Report) -> None:
    """Tie every stated total to its rows, and to the totals below it, of its years and of its sources."""
    if not value.stated_totals:
        return
    stated = _stated(value)
    for comparison in comparisons(value):
        for stage in Stage:
            totals = [number for claim in comparison.claims for number in _numbers(ledger, claim, stage)]
            found = comparison.addends(stage) if totals else None
            addends = [n for row, line in found or () for n in _of_row(ledger, row, line, stage)]
            ledger.tie_sum(addends, totals)
            if len(comparison.claims) > 1 and (whole := _whole(stated, comparison.claims[0])):
                # Totals by source that are compared jointly are all there are; silent ones are passed over.
                ledger.tie_sum(totals, _numbers(ledger, whole, stage))
    for total, parts in _parts(value, stated):
        for stage in Stage:
            _tie_totals(ledger, total, parts, stage)


def _stated(value: Plan | Report) -> dict[_Key, list[Claim]]:
    stated: dict[_Key, list[Claim]] = {}
    # What a table says of its own rows is not what its goals come to.
    tables = of_tables(value, tuple(rows(value)))
    for claim in claims(value):
        if claim.ref not in tables:
            key = claim.total.scope.subject, claim.line.period, claim.line.sources
            stated.setdefault(key, []).append(claim)
    return stated


def _whole(stated: Mapping[_Key, list[Claim]], part: Claim) -> Claim | None:
    """Return the total of all sources beside one of them, when it is printed once."""
    same = stated.get((part.total.scope.subject, part.line.period, ()), [])
    return same[0] if len(same) == 1 else None


def _numbers(ledger: Ledger, claim: Claim, stage: Stage) -> list[int]:
    return ledger.of_lines(claim.ref, [claim.line], stage, among=claim.total.funding)


def _of_row(ledger: Ledger, row: Row, line: FundingPeriod, stage: Stage) -> list[int]:
    return ledger.of_lines(row.ref, [line], stage, among=row.funding)


def _tie_totals(ledger: Ledger, total: Claim, parts: Sequence[Claim], stage: Stage) -> None:
    totals = _numbers(ledger, total, stage)
    addends = [number for part in parts for number in _numbers(ledger, part, stage)]
    # A silent part makes the sum of the others a lower bound only.
    if totals and len(addends) == len(parts):
        ledger.tie_sum(addends, totals)


def _parts(value: Plan | Report, stated: Mapping[_Key, list[Claim]]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Yield every total with totals that together sum the same rows."""
    below = _below(value)
    for (scope, period, sources), same in stated.items():
        ways = [[(each, period, sources) for each in keys] for keys in below.get(scope, [])]
        ways.append([(scope, year, sources) for year in _years(period)])
        for keys in filter(None, ways):
            # The same total printed twice, as in the passport, goes with the first parts and the second.
            for nth, claim in enumerate(same):
                found = [stated[key][nth] for key in keys if len(stated.get(key, ())) > nth]
                if len(found) == len(keys):
                    yield claim, found


def _years(period: Period | None) -> list[Period]:
    if period is None or not period.is_years or period.first.year == period.last.year:
        return []
    return [Period.year(year) for year in range(period.first.year, period.last.year + 1)]


def _below(value: Plan | Report) -> dict[Ref, list[list[Ref]]]:
    """Return, for the plan and each goal, the goals or measures that make it up."""
    printed = tuple(rows(value))
    reported = {id(goal) for row in printed for goal in row.goals}
    found: dict[Ref, list[list[Ref]]] = {}
    named = _named(plan_of(value))
    found[Ref(RefKind.PLAN)] = [[named[id(goal)] for goal in plan_of(value).goals if id(goal) in reported]]
    for goal in plan_of(value).all_goals:
        if goal.goals and not goal.measures:
            below = [named[id(each)] for each in goal.goals if id(each) in reported]
            found.setdefault(named[id(goal)], []).append(below)
    for scope, ways in found.items():
        ways.append([row.ref for row in in_scope(value, printed, scope)])
    return found


def _named(plan: Plan) -> dict[int, Ref]:
    """Return the address of each goal by its identity, for two goals may be equal."""
    bearers: dict[Code | None, int] = {}
    named = {}
    for goal in plan.all_goals:
        bearers[goal.code] = bearers.get(goal.code, 0) + 1
        named[id(goal)] = Ref(RefKind.GOAL, goal.code, bearers[goal.code], coded=goal.code is not None)
    return named
