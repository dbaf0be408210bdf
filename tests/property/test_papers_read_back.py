"""What an official lays out reads as what was meant, or a finding says why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from alike import few
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import localgender as lg
from localgender import laws, strategies
from localgender.documents.grid import Document
from localgender.strategies import Paper

READERS = {"report": lg.read_report, "plan": lg.read_plan}
MENDED = {"code-restored"}
"""What reading says of a goal whose number stands only in those of its measures."""
every_kind = pytest.mark.parametrize("kind", READERS)
found = settings(max_examples=500, phases=[Phase.generate, Phase.shrink], database=None)


def read(paper: Paper) -> lg.Reading[Any] | None:
    """None for what no layout fits, which is an answer too."""
    try:
        return READERS["report" if isinstance(paper.value, lg.Report) else "plan"](paper.source)
    except lg.errors.LayoutError:
        return None


@every_kind
@pytest.mark.parametrize("degree", [0, 1, 2])
@given(data=st.data())
def test_a_paper_reads_as_what_was_meant(kind: str, degree: int, data: st.DataObject) -> None:
    """Whatever habits and pages did to it, and with nothing to complain of."""
    paper = data.draw(strategies.documents(kind, degree=degree))
    reading = READERS[kind](paper.source)
    laws.reads_back(paper.value, render=lambda _: paper.source, read=READERS[kind])
    laws.accounts_for_every_character(reading)
    assert not paper.destroyed
    assert set(reading.findings.kinds) <= MENDED
    assert not reading.unread


@every_kind
@pytest.mark.parametrize("form", ["txt", "html", "docx", "xlsx"])
@few
@given(data=st.data())
def test_a_file_reads_as_what_was_meant(kind: str, form: str, data: st.DataObject) -> None:
    paper = data.draw(strategies.documents(kind, degree=2, form=form))
    assert isinstance(paper.source, bytes)
    laws.reads_back(paper.value, render=lambda _: paper.source, read=READERS[kind])


@every_kind
@given(data=st.data())
def test_what_is_destroyed_is_never_read_in_silence(kind: str, data: st.DataObject) -> None:
    paper = data.draw(strategies.documents(kind, degree=3))
    assert paper.destroyed
    reading = read(paper)
    if reading is not None:
        laws.differs_aloud(reading, paper.value)
        laws.accounts_for_every_character(reading)


@every_kind
def test_the_simplest_paper_has_one_measure(kind: str) -> None:
    paper = find(strategies.documents(kind), lambda _: True, settings=found)
    assert isinstance(paper.source, Document)
    plan = paper.value.plan if kind == "report" else paper.value
    assert [measure.title for measure in plan.measures] == ["Тренінги для депутатів"]
    assert paper.dirt == ()


@every_kind
def test_papers_with_totals_and_silence_are_drawn(kind: str) -> None:
    odd = settings(found, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    find(strategies.documents(kind), lambda paper: paper.value.stated_totals, settings=odd)
    find(strategies.documents(kind), lambda paper: lg.total(paper.value, "planned") is None, settings=odd)


ODD: dict[str, Callable[[lg.Plan], bool]] = {
    "goals of two levels": lambda plan: any(goal.goals for goal in plan.goals),
    "no goal": lambda plan: all(goal.title is None for goal in plan.goals),
    "sources": lambda plan: any(line.sources for each in plan.measures for line in each.funding),
    "national tasks": lambda plan: bool(plan.targets),
    "sums of measures": lambda plan: any(each.scope.kind == "measure" for each in plan.stated_totals),
    "sums of goals": lambda plan: any(each.scope.kind == "goal" for each in plan.stated_totals),
    "kopiykas": lambda plan: any(line.step == lg.uah("0.01") and line.planned
        for each in plan.measures for line in each.funding),
}  # fmt: skip


@pytest.mark.parametrize("wanted", ODD.values(), ids=ODD.keys())
def test_plans_are_laid_out_in_many_ways(wanted: Callable[[lg.Plan], bool]) -> None:
    odd = settings(found, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    find(strategies.documents("plan"), lambda paper: wanted(paper.value), settings=odd)


def test_a_degree_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="degree of dirt 4: expected 0 to 3"):
        find(strategies.documents("plan", degree=4), lambda _: True, settings=found)


def test_documents_of_no_kind_are_of_any_shape() -> None:
    assert find(strategies.documents(), lambda _: True, settings=found) == Document([])
