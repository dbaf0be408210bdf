"""The strategies themselves: known to Hypothesis, varied, and simple when they shrink."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alike import every_class
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from pendulum import Date

from localgender import strategies
from localgender.documents.reading import Reading
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.strategies.entry import ANSWERS, STRATEGIES
from localgender.values.codes import Code
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.terms import years

strategies.register()

unshrunk = settings(max_examples=1000, phases=[Phase.generate], database=None)
# Explaining an example takes ten times as long as shrinking it.
shrunk = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink], database=None)


@every_class
def test_every_class_is_known_to_hypothesis(kind: type) -> None:
    assert type(find(st.from_type(kind), lambda _: True, settings=unshrunk)) is kind


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
def test_what_is_answered_is_known_to_hypothesis(kind: type) -> None:
    assert type(find(st.from_type(kind), lambda _: True, settings=unshrunk)) is kind


@given(st.from_type(Reading[Report]))
@settings(max_examples=5)
def test_readings_hold_reports(reading: Reading[Report]) -> None:
    assert isinstance(reading.value, Report)


def test_every_public_strategy_belongs_to_a_class() -> None:
    assert set(strategies.__all__) == {
        *STRATEGIES.values(),
        *ANSWERS.values(),
        "Country",
        "Paper",
        "register",
        "texts",
    }


@pytest.mark.parametrize(
    "first", ["import hypothesis", "import localgender.strategies", "import localgender as lg; lg.strategies"]
)
def test_hypothesis_finds_them_by_itself(first: str, tmp_path: Path) -> None:
    """Whichever of the two is imported first, and without a warning."""
    about = tmp_path / "localgender_strategies-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: localgender-strategies\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[hypothesis]\nlocalgender = localgender.strategies:register\n")
    code = (
        f"import sys; sys.path[:0] = {[str(tmp_path), *sys.path]!r}; {first};"
        "from hypothesis import strategies as st; from localgender.model.report import Report;"
        "print(st.from_type(Report))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("reports()", "")


def lines(plan: Plan) -> list[FundingPeriod]:
    return [line for measure in plan.measures for line in measure.funding]


ODD: dict[str, Callable[[Plan], bool]] = {
    "repeated code": lambda plan: any(where.nth > 1 and where.coded for where in plan.by_ref),
    "no code": lambda plan: any(not where.coded for where in plan.by_ref),
    "nested goals": lambda plan: any(goal.goals for goal in plan.goals),
    "several sources": lambda plan: any(len(line.sources) > 1 for line in lines(plan)),
    "silent stage": lambda plan: any(line.planned and line.disbursed is None for line in lines(plan)),
    "zero": lambda plan: any(line.planned == Money(0) for line in lines(plan)),
    "consent": lambda plan: any(each.by_consent for one in plan.measures for each in one.involvements),
    "unserved target": lambda plan: (
        {target.ref for target in plan.targets}
        > {served for measure in plan.measures for served in measure.serves}
    ),
}


@pytest.mark.parametrize("wanted", ODD.values(), ids=ODD.keys())
def test_plans_are_as_odd_as_documents(wanted: Callable[[Plan], bool]) -> None:
    find(strategies.plans(), wanted, settings=unshrunk)


def test_reports_speak_of_some_measures_and_not_of_others() -> None:
    find(
        strategies.reports(),
        lambda report: 0 < len(report.progress) < len(report.plan.measures),
        settings=unshrunk,
    )


@given(strategies.reports())
def test_plan_of_a_report_carries_no_money(report: Report) -> None:
    assert not any(measure.funding for measure in report.plan.measures)
    assert [each.measure for each in report.progress] == [
        where for where in report.plan.by_ref if where in report.by_ref
    ]


@pytest.mark.parametrize(
    ("strategy", "wanted", "simplest"),
    [
        (strategies.days(), lambda _: True, Date(2024, 1, 1)),
        (strategies.periods(), lambda _: True, Period.year(2024)),
        (strategies.terms(), lambda _: True, years(2024)),
        (strategies.codes(), lambda code: len(code.parts) > 1, Code((1, 1))),
        (strategies.measures(), lambda measure: measure.title, Measure(title="захід")),
        (strategies.plans(), lambda plan: plan.measures, Plan(goals=Measure())),
    ],
)
def test_examples_shrink_to_what_an_officer_could_write(
    strategy: st.SearchStrategy[Any], wanted: Callable[[Any], bool], simplest: object
) -> None:
    assert find(strategy, wanted, settings=shrunk) == simplest
