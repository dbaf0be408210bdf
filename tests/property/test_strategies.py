"""The strategies themselves: known to Hypothesis, varied, and simple when they shrink."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from inspect import isclass, ismodule
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from pendulum import Date

import localgender as lg
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
from paths import ROOT

strategies.register()

unshrunk = settings(max_examples=1000, phases=[Phase.generate], database=None)
# Explaining an example takes ten times as long as shrinking it.
shrunk = settings(max_examples=1000, phases=[Phase.generate, Phase.shrink], database=None)


@given(st.from_type(Reading[Report]))
@settings(max_examples=5)
def test_readings_hold_reports(reading: Reading[Report]) -> None:
    assert isinstance(reading.value, Report)


def public_classes() -> set[type]:
    """Classes of attrs that the façade shows, by themselves or in a module."""
    shown = [getattr(lg, name) for name in lg.__all__]
    shown += [
        getattr(each, name) for each in shown if ismodule(each) for name in getattr(each, "__all__", ())
    ]
    return {each for each in shown if isclass(each) and attrs.has(each)}


def test_every_public_class_has_a_strategy() -> None:
    assert public_classes() - {*STRATEGIES, *ANSWERS} == set()


def test_every_public_strategy_belongs_to_a_class() -> None:
    assert set(strategies.__all__) == {
        *STRATEGIES.values(),
        *ANSWERS.values(),
        "Country",
        "Paper",
        "register",
        "texts",
    }


TABLE = re.findall(
    r"^\| `(\w+)\(\)` \| `(\w+)` \| `(.+)` \|$",
    (ROOT / "docs" / "reference" / "strategies.md").read_text("utf8"),
    re.MULTILINE,
)
every_known = pytest.mark.parametrize("kind", [*STRATEGIES, *ANSWERS], ids=lambda kind: kind.__name__)


@every_known
def test_the_simplest_value_is_the_documented_one(kind: type) -> None:
    """By the class, so that it is our strategy that is found and not one made of the fields."""
    shown = {named: (strategy, simplest) for strategy, named, simplest in TABLE}[kind.__name__]
    assert shown[0] == (STRATEGIES | ANSWERS)[kind]
    found = repr(find(st.from_type(kind), lambda _: True, settings=shrunk))
    assert found.startswith(shown[1].partition("…")[0])
    assert "…" in shown[1] or found == shown[1]


@every_known
def test_values_are_drawn_fast_and_few_are_thrown_away(kind: type) -> None:
    """No health check of Hypothesis is switched off."""

    @given(st.from_type(kind))
    @settings(max_examples=20, database=None)
    def drawn(value: object) -> None:
        assert type(value) is kind

    drawn()


@pytest.mark.parametrize(("library", "ask", "extra"), [
    ("scipy", "find(st.from_type(lg.Suppression), lambda each: len(each.hidden) > 1)", "safe"),
    ("vl_convert", "find(st.from_type(lg.Plot), lambda each: each.svg())", "plot"),
])  # fmt: skip
def test_what_is_not_installed_is_named(library: str, ask: str, extra: str) -> None:
    code = (
        f"import sys; sys.modules[{library!r}] = None\n"
        "import localgender as lg; from hypothesis import find, strategies as st\n"
        f"lg.strategies.register()\ntry: {ask}\nexcept lg.errors.MissingExtraError as missing: print(missing)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"localgender[{extra}]" in done.stdout, done.stderr


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
