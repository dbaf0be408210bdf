"""What a program of somebody else does with the library, read by two type checkers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

import localgender as lg


def spent_by_goal(path: Path) -> Mapping[lg.Code | None, lg.Money | None]:
    reading = lg.read_report(path)
    assert_type(reading, lg.Reading[lg.Report])
    assert_type(lg.total(reading, "planned"), lg.Money | None)
    return lg.totals_by(reading.value, "goal", "disbursed")


def errors_of(reading: lg.Reading[lg.Plan] | lg.Reading[lg.Report]) -> list[str]:
    found = lg.audit(reading)
    assert_type(found, lg.Findings)
    return [lg.describe(each, "en") for each in found if each.severity is lg.Severity.ERROR]


def typed_by_hand() -> lg.Plan:
    line = lg.FundingPeriod(2024, planned=lg.thousand_uah("10.5"))
    measure = lg.Measure("2.10", "Тренінг", lg.years(2024, 2026), funding=line)
    plan = lg.Plan("Рівність", goals=lg.Goal("2", measures=measure))
    assert_type(plan.measures, tuple[lg.Measure, ...])
    assert_type(plan.measure("2.10").code, lg.Code | None)
    return plan


def undelivered(report: lg.Report) -> list[lg.Ref]:
    statuses = lg.classify(report)
    return [ref for ref, status in statuses.items() if status.delivery is lg.Delivery.NOT_DELIVERED]


def page(report: lg.Report) -> str:
    table = lg.tabulate.measures(report)
    assert_type(table, lg.Table)
    assert_type(lg.render(table, "docx"), bytes)
    return lg.render(table, "html")


def kept(plan: lg.Plan) -> None:
    lg.laws.round_trip(plan, there=lg.dumps, back=back)


def back(text: str) -> lg.Plan:
    value = lg.loads(text)
    assert isinstance(value, lg.Plan)
    return value


def own_rule(rule: lg.Rule, layout: lg.Layout, form: lg.Format, policy: lg.Policy) -> lg.Findings:
    reading = lg.read_plan(b"...", layouts=[layout, *lg.LAYOUTS], formats=[form, *lg.FORMATS], policy=policy)
    return lg.audit(reading, policy=policy, rules=[rule])
