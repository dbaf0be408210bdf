"""Statuses as a table, and every reason in words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import localgender as lg
import localgender.questions.status.money
from localgender.questions.status import StatusReason
from localgender.questions.status.senses import Sense
from localgender.showing import statuses as showing
from localgender.showing.statuses import Because
from localgender.showing.tables import in_words
from localgender.values.money import Money

FIGURES = {stage: Money(100_000) for stage in ("planned", "allocated", "disbursed")}


def rules() -> set[str]:
    """Return every rule that the code gives: senses, and words that stand in a tuple or a reason."""
    found = {str(each) for each in Sense}
    for module in (localgender.questions.status.money, localgender.questions.status):
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf8"))):
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            last = node.elts[-1] if isinstance(node, ast.Tuple) and len(node.elts) == 2 else None
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "StatusReason"
            for each in (first if named else None, last):
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    found.add(each.value)
    return found


@pytest.mark.parametrize("rule", sorted(showing._SENTENCES))
@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_reason_is_told_whole(rule: str, language: str) -> None:
    figures = {**FIGURES, "term": lg.years(2024), "period": lg.Period.year(2023)}
    said = Because([StatusReason(rule, "не заплановано", figures)]).said(language)
    assert said
    assert "{" not in said
    assert said != rule


def test_every_rule_has_words() -> None:
    assert rules() <= set(showing._SENTENCES)


def test_table_tells_numbers_titles_statuses_and_reasons() -> None:
    plan = lg.Plan(goals=[lg.Measure("1.1", "Аудит"), lg.Measure("1.1", "Конкурс")])
    report = lg.Report(plan, 2023, progress=[lg.Progress("1.1", narrative="Аудит проведено, звіт видано.")])
    table = in_words(lg.tabulate.statuses(report), "en")
    assert table.rows == (
        ("1.1", "Аудит", "delivered", "unknown", "done: “проведено”, “видано”; amounts are missing"),
        (
            "measure 1.1 (bearer 2 of this number)",
            "Конкурс",
            "unknown",
            "unknown",
            "nothing is told of it; amounts are missing",
        ),
    )
