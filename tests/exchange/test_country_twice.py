"""Money that several documents of a community tell again is never added up without a word."""

from __future__ import annotations

from typing import Any

import country_answers as answers
import pytest
from attrs import evolve
from frame_engines import ENGINES, rows_of

from localgender import frames
from localgender.exchange.frames.overlaps import _parts
from localgender.model.community import Community
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.values.money import Money
from localgender.values.periods import Period

ZORIA = Community("Зорянська громада", region="Житомирська область", katottg="UA18040190000057814")
CODELESS = evolve(ZORIA, katottg=None)


def line(period: Any) -> FundingPeriod:
    return FundingPeriod(period, planned=Money(300), disbursed=Money(100))


def plan(period: Any, who: Community | None = ZORIA) -> Plan:
    return Plan(community=who, goals=[Goal("1", measures=[Measure("1.1", funding=line(period))])])


def report(period: Any, who: Community | None = ZORIA, *, told: Any = "as the report") -> Report:
    outline = Plan(community=who, goals=[Goal("1", measures=[Measure("1.1")])])
    money = line(period if told == "as the report" else told)
    return Report(outline, period, progress=[Progress("1.1", money)])


def asked(*documents: Plan | Report) -> Any:
    return frames.country(documents, "polars")["observations"]


def told(*documents: Plan | Report, by: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    found = frames.totals(asked(*documents), "planned", by).rows(named=True)
    return [(row["repeated"], row["unnamed"]) for row in found]


@pytest.mark.parametrize(
    ("documents", "repeated"),
    [
        ([plan(2023), report(2023)], 2),
        ([report("2023-9m"), report(2023)], 2),
        ([report(2023), report(2023), report(2023)], 3),
        ([plan("2021-2025"), report(2023)], 2),
        ([report(2023), report(2024)], 0),
        ([report("2024-q1"), report("2024-q2")], 0),
        ([report("2024-03-01..2024-03-05"), report("2024-03-06..2024-03-31")], 0),
        ([report(2023)], 0),
    ],
)
def test_documents_of_one_community_repeat_each_other_where_they_share_days(
    documents: list[Plan | Report], repeated: int
) -> None:
    assert told(*documents) == [(repeated, 0)]


@pytest.mark.parametrize(
    ("one", "other", "repeated"),
    [("2024-q1", "2024-q2", 0), ("2024-q1", "2024-h1", 2), ("2023", "2024", 0), ("2024-9m", "2024", 2)],
)
def test_a_figure_without_a_period_speaks_for_that_of_its_report(one: str, other: str, repeated: int) -> None:
    assert told(report(one, told=None), report(other, told=None)) == [(repeated, 0)]


def test_a_plan_without_any_period_may_repeat_every_document_of_its_community() -> None:
    assert told(plan(None), report(2023)) == [(2, 0)]


@pytest.mark.parametrize(
    ("other", "repeated"),
    [
        (CODELESS, 2),
        (Community("Зорянська громада"), 2),
        (evolve(ZORIA, name="Зорянська територіальна громада"), 2),
        (evolve(ZORIA, katottg="UA18040190000057815"), 0),
        (Community("Зорянська громада", region="Київська область"), 0),
        (Community("Ланська громада", region="Житомирська область"), 0),
    ],
)
def test_a_community_is_known_by_its_code_else_by_its_name_and_region(
    other: Community, repeated: int
) -> None:
    assert told(plan(2023), report(2023, other)) == [(repeated, 0)]


def test_documents_that_name_no_community_are_counted_apart() -> None:
    """Nobody can tell whether they repeat each other."""
    assert told(report(2023, None), report(2023, None), report(2023)) == [(0, 2)]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (("kind",), [(0, 0), (0, 0)]),
        (("document",), [(0, 0), (0, 0)]),
        (("region", "year"), [(2, 0)]),
        (("measure",), [(2, 0)]),
        (("code", "sources"), [(2, 0)]),
    ],
)
def test_only_what_one_group_adds_up_is_told_twice(by: tuple[str, ...], expected: list[Any]) -> None:
    assert told(plan(2023), report(2023), by=by) == expected


def test_shares_tell_of_their_whole_too() -> None:
    """Each part is added up once, the whole of both is not."""
    (part, _) = frames.shares(asked(plan(2023), report(2023)), "planned", "kind").rows(named=True)
    assert (part["repeated"], part["whole_repeated"]) == (0, 2)


def test_an_execution_tells_only_of_what_entered() -> None:
    promised = Plan(
        community=ZORIA,
        goals=[Measure("1.1", funding=FundingPeriod(2023, planned=Money(300)))],
    )
    (once,) = frames.execution(asked(promised, report(2023))).rows(named=True)
    (twice,) = frames.execution(asked(report(2023), report(2023))).rows(named=True)
    assert (once["repeated"], twice["repeated"]) == (0, 2)


def test_a_change_tells_of_both_years() -> None:
    found = frames.changes(asked(report(2023), report(2023), report(2024)), "planned").rows(named=True)
    assert [(row["year"], row["repeated_before"], row["repeated"]) for row in found] == [
        (2023, 0, 2), (2024, 2, 0),
    ]  # fmt: skip


MIXED = [
    plan(None), plan(2023, CODELESS), report(2023), report("2024-q1", told=None), report("2024-h1", told=None),
    report(2024, None), report("2024-03-01..2024-03-05", CODELESS), report("2021-2025", told=None),
]  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_finds_the_same_documents_twice(engine: str) -> None:
    table = frames.country(MIXED, "pyarrow")["observations"]
    rows = frames.country(MIXED, "polars")["observations"].rows(named=True)
    for by in [(), ("year",), ("goal", "fund")]:
        found = rows_of(frames.totals(ENGINES[engine](table), "planned", by))
        assert answers.alike(found, answers.totals(rows, "planned", by)), by


def test_every_part_of_a_year_lies_in_its_months() -> None:
    named = {f"2023-{name}".removesuffix("-year"): months for name, months in _parts().items()}
    assert len(named) > 25
    for spelled, (first, last) in named.items():
        period = Period.parse(spelled)
        assert (period.first.month, period.last.month) == (first, last), spelled
