"""What may be asked: a value, or the reading it came from; anything else is refused in one way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import localgender as lg
from paths import SAMPLE

QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "total": lambda asked: lg.total(asked, "planned"),
    "totals_by": lambda asked: lg.totals_by(asked, "executor", "planned"),
    "explain_total": lambda asked: lg.explain_total(asked, "planned"),
    "explain_totals_by": lambda asked: lg.explain_totals_by(asked, "goal", "planned"),
    "classify": lg.classify,
    "suspects": lg.suspects,
    "coverage": lg.coverage,
    "audit_summary": lg.audit_summary,
    "compare": lambda asked: lg.compare(asked, asked),
    "measures": lg.tabulate.measures,
    "totals": lambda asked: lg.tabulate.totals(asked, "goal", "planned"),
    "statuses": lg.tabulate.statuses,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_reading_is_answered_as_its_value(question: str) -> None:
    reading, ask = lg.read_report(SAMPLE / "zhytomyr-report-2023.txt"), QUESTIONS[question]
    assert ask(reading) == ask(reading.value)


def test_percent_of_a_reading_is_explained_as_that_of_its_value() -> None:
    reading = lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")
    assert lg.explain_percent(reading, "4.1") == lg.explain_percent(reading.value, "4.1")


@pytest.mark.parametrize("question", [*QUESTIONS, "observations", "audit"])
@pytest.mark.parametrize("other", ["1.1", None, lg.Measure("1.1")])
def test_anything_else_is_refused_by_name(question: str, other: object) -> None:
    ask = QUESTIONS.get(question) or getattr(lg, question)
    with pytest.raises(TypeError, match="expected a Plan, a Report"):
        ask(other)
