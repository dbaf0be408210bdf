"""Comparisons and coverage in words, as tables and on the command line."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from localgender import cli
from localgender.intake import read_plan
from localgender.model.community import Community
from localgender.model.plan import Measure, Plan, Target
from localgender.model.report import Report
from localgender.questions.compare import compare
from localgender.questions.compare.changes import Change, ChangeKind, Comparison
from localgender.questions.coverage import coverage
from localgender.showing import tabulate
from localgender.showing.changes import Changed, called
from localgender.showing.renderers import render
from localgender.showing.tables import in_words
from localgender.strategies import plans, reports
from localgender.values.acts import LegalAct
from localgender.values.money import thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref
from localgender.values.terms import years
from paths import SAMPLE

ONE, TWO, GOAL = Ref.parse("1.1"), Ref.parse("1.2"), Ref.parse("goal:1")
SENTENCES: list[tuple[str, Ref | None, Ref | None, dict[str, Any], str, str]] = [
    ("added", None, ONE, {"new": "Аудит"}, "Захід 1.1: додано «Аудит».", "Measure 1.1 is new: “Аудит”."),
    ("added", None, GOAL, {"new": None}, "Ціль 1: додано.", "Goal 1 is new."),
    ("removed", ONE, None, {"old": "Аудит"}, "Захід 1.1: більше немає, було «Аудит».", "Measure 1.1 is gone: “Аудит”."),
    ("moved", ONE, TWO, {}, "Захід 1.1 тепер – захід 1.2.", "Measure 1.1 is now measure 1.2."),
    ("moved", ONE, TWO, {"old": GOAL, "new": Ref.parse("goal:2")},
     "Захід 1.1 тепер – захід 1.2 (було: ціль 1; стало: ціль 2).",
     "Measure 1.1 is now measure 1.2: from goal 1 to goal 2."),
    ("retitled", ONE, ONE, {"old": "Аудит", "new": None}, "Захід 1.1: було «Аудит», стало «—».",
     "Measure 1.1: was “Аудит”, is now “—”."),
    ("term-changed", ONE, ONE, {"old": years(2024), "new": years(2025)}, "Захід 1.1: було 2024, стало 2025.",
     "Measure 1.1: was 2024, is now 2025."),
    ("executors-changed", ONE, ONE, {"added": ("Архів",), "removed": ()}, "Захід 1.1: додано Архів.",
     "Measure 1.1: added Архів."),
    ("consent-changed", ONE, ONE, {"added": (), "removed": ("Архів",)}, "Захід 1.1: більше не за згодою – Архів.",
     "Measure 1.1: no longer by consent Архів."),
    ("results-changed", ONE, ONE, {"old": None, "new": ("2 аудити",)}, "Захід 1.1: було «—», стало «2 аудити».",
     "Measure 1.1: was “—”, is now “2 аудити”."),
    ("targets-changed", ONE, ONE, {"added": (Ref.parse("target:1.1:9"),), "removed": ()},
     "Захід 1.1: додано завдання 1.1 / 9 вищого документа.",
     "Measure 1.1: added task 1.1 / 9 of a higher document."),
    ("place-changed", ONE, ONE, {"old": "Архів", "new": "Рада"}, "Захід 1.1: було «Архів», стало «Рада».",
     "Measure 1.1: was “Архів”, is now “Рада”."),
    ("money-changed", ONE.to("planned", period=Period.year(2024)), ONE.to("planned", period=Period.year(2024)),
     {"stage": "planned", "old": thousand_uah("10.5"), "new": thousand_uah(8), "difference": thousand_uah("-2.5")},
     "Захід 1.1, план на 2024 рік: було 10,5 тис. грн, стало 8,0 тис. грн (-2,5 тис. грн).",
     "Measure 1.1, planned for 2024: was 10.5 thousand UAH, is now 8.0 thousand UAH (-2.5 thousand UAH)."),
    ("source-changed", ONE, ONE, {"old": ("",), "new": ("community",)}, "Захід 1.1: було —, стало бюджет громади.",
     "Measure 1.1: was —, is now budget of the community."),
    ("needs-changed", ONE, ONE, {"old": ("не потребує",), "new": ()}, "Захід 1.1: було «не потребує», стало «—».",
     "Measure 1.1: was “не потребує”, is now “—”."),
    ("acts-changed", PLAN, PLAN, {"added": (LegalAct("рішення", "12"),), "removed": ()},
     "Увесь документ: додано рішення № 12.", "The whole document: added рішення No. 12."),
    ("community-changed", PLAN, PLAN, {"old": None, "new": Community("Зорянська громада")},
     "Увесь документ: було «—», стало «Зорянська громада».",
     "The whole document: was “—”, is now “Зорянська громада”."),
    ("passport-changed", PLAN, PLAN, {"old": "Рада", "new": "Архів"}, "Увесь документ: було «Рада», стало «Архів».",
     "The whole document: was “Рада”, is now “Архів”."),
    ("issuer-changed", PLAN, PLAN, {"old": "Рада", "new": "Архів"}, "Увесь документ: було «Рада», стало «Архів».",
     "The whole document: was “Рада”, is now “Архів”."),
    ("percent-changed", ONE, ONE, {"old": Percent("32.0"), "new": Percent("95.2")},
     "Захід 1.1: було 32,0 %, стало 95,2 %.", "Measure 1.1: was 32.0%, is now 95.2%."),
    ("narrative-changed", ONE, ONE, {"old": "Так.", "new": None}, "Захід 1.1: було «Так.», стало «—».",
     "Measure 1.1: was “Так.”, is now “—”."),
    ("reported", ONE, ONE, {}, "Захід 1.1: звітує лише новий документ.", "Measure 1.1: only the new side reports."),
    ("unreported", ONE, ONE, {}, "Захід 1.1: звітував лише старий документ.",
     "Measure 1.1: only the old side reports."),
    ("not-compared", PLAN, PLAN, {"old": (Period.nine_months(2023),), "new": (Period.year(2024),)},
     "Періоди різні, тож про зростання не йдеться: у старому документі – 9 місяців 2023 року, у новому – 2024 рік.",
     "Unlike periods, so nothing is said of growth: January–September 2023 on the old side, 2024 on the new."),
    ("missing-in-report", ONE, None, {"old": "Аудит", "due": True}, "Захід 1.1: термін настав, але у звіті немає – «Аудит».",
     "Measure 1.1 was due and is not reported: “Аудит”."),
    ("missing-in-report", ONE, None, {"old": "Аудит", "due": None}, "Захід 1.1: немає у звіті – «Аудит».",
     "Measure 1.1 is not reported: “Аудит”."),
    ("missing-in-plan", None, ONE, {"new": "Аудит"}, "Захід 1.1: є у звіті, але не в плані – «Аудит».",
     "Measure 1.1 is reported and not in the plan: “Аудит”."),
    ("planned-differently", ONE, ONE, {"old": thousand_uah(5), "new": thousand_uah(6), "difference": thousand_uah(1)},
     "Захід 1.1: в одному документі 5,0 тис. грн, в іншому 6,0 тис. грн (+1,0 тис. грн).",
     "Measure 1.1: planned once as 5.0 thousand UAH and once as 6.0 thousand UAH (+1.0 thousand UAH)."),
]  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "old", "new", "facts", "ukrainian", "english"), [pytest.param(*each, id=each[0]) for each in SENTENCES]
)  # fmt: skip
def test_sentence(
    kind: str, old: Ref | None, new: Ref | None, facts: dict[str, Any], ukrainian: str, english: str
) -> None:
    change = Changed(Change(kind, old, new, facts))
    assert (plain(change.said("uk")), plain(change.said("en"))) == (ukrainian, english)


def test_every_kind_has_a_sentence_and_a_name() -> None:
    assert {each[0] for each in SENTENCES} == set(ChangeKind)
    for kind in ChangeKind:
        assert called(kind).said("en").isascii()
        assert not called(kind).said("uk").isascii()


def test_a_doubtful_change_says_so() -> None:
    change = Change("moved", ONE, TWO, similarity=Fraction(2, 3))
    assert plain(Changed(change).said("uk")).endswith("Назви схожі лише на 67 %: можливо, це щось інше.")


@settings(max_examples=settings().max_examples // 2)
@given(plans() | reports(), plans() | reports())
def test_whatever_changes_is_told(old: Plan | Report, new: Plan | Report) -> None:
    """No change that comparing finds is without words."""
    found = compare(old, new)
    for language in ("uk", "en"):
        for change in (*found, *found.totals):
            assert Changed(change).said(language)[-1] in ".”»"
        assert render(tabulate.comparison(found), "markdown", language=language)
    assert len(tabulate.comparison_totals(found).rows) == len(found.totals)


def test_changes_stand_below_the_names_of_their_kinds() -> None:
    old = Plan(goals=[Measure("1.1", "Тренінги для вчителів", "2024"), Measure("1.2", "Аудит вулиць")])
    new = Plan(goals=[Measure("1.1", "Тренінги для вчителів", "2025")])
    table = in_words(tabulate.comparison(compare(old, new)))
    assert dict(table.groups) == {0: "Вилучено", 1: "Інші терміни"}
    assert [row[1] for row in table.rows] == ["removed", "term-changed"]


def test_coverage_is_laid_out_with_counts_and_notes() -> None:
    plan = Plan(
        goals=[Measure("1.1", serves="target:22"), Measure("1.2"), Measure("1.3", serves="target:99")],
        targets=Target("charter-2006", ("22",)),
    )
    answer = coverage(plan, "charter-2006")
    table = in_words(tabulate.coverage(answer))
    assert len(table.rows) == 30
    assert table.rows[21][2:] == ("виконується", "1", "1.1")
    assert table.rows[0][2:] == ("не локалізовано", "0", "—")
    assert [plain(note) for note in table.notes] == [
        "Заходи, що не виконують жодного з них: 1.2, 1.3.",
        "Виконується, але ніде не названо: завдання 99 вищого документа.",
    ]
    assert tabulate.coverage_goals(answer).rows == ((None, None, 3, 1),)


def test_the_sample_plan_by_goal() -> None:
    answer = coverage(read_plan(SAMPLE / "zhytomyr-plan-1325.txt"))
    assert [row[2] for row in tabulate.coverage_goals(answer).rows] == [4, 1, 2, 7, 13, 1, 5, 2, 5, 8, 11, 6]


def test_an_empty_comparison_has_no_rows() -> None:
    assert tabulate.comparison(Comparison()).rows == tabulate.comparison_totals(Comparison()).rows == ()


REPORT = str(SAMPLE / "zhytomyr-report-2023.txt")


@pytest.fixture
def later(tmp_path: Path) -> str:
    """Return the path of the sample report with one amount changed."""
    text = Path(REPORT).read_text("utf8")
    assert text.count("\t44,0\t14,0") == 1
    path = tmp_path / "later.txt"
    path.write_text(text.replace("\t44,0\t14,0", "\t44,0\t15,0"), "utf8")
    return str(path)


def test_command_compare_tells_the_changed_amount(later: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", REPORT, later, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["kind"], each["new"], each["facts"]["difference"]) for each in told["changes"]] == [
        ("money-changed", "4.1/2023/disbursed", 100_000)
    ]
    assert [each["new"] for each in told["totals"]] == ["plan/2023/disbursed", "goal:4/2023/disbursed"]
    assert told["periods"] == ["2023", "2023"]


def test_command_compare_writes_text_and_markdown(later: str, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "markdown"):
        assert cli.main(["compare", REPORT, later, "--format", form]) == 0
        shown = plain(capsys.readouterr().out)
        assert "1 зміна" in shown
        assert "+1,0" in shown
    assert cli.main(["compare", REPORT, REPORT]) == 0
    assert "змін немає" in capsys.readouterr().out


def test_command_compare_names_the_file_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Просто текст", "utf8")
    assert cli.main(["compare", REPORT, str(empty)]) == 2
    assert "empty.txt" in capsys.readouterr().err
    assert cli.main(["compare", "-", "-", "--lang", "en"]) == 2
    assert "one document only" in capsys.readouterr().err


def test_command_coverage_asks_about_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    plan = str(SAMPLE / "zhytomyr-plan-1325.txt")
    assert cli.main(["coverage", plan, "--list", "nap-1325", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    missing = [each["path"] for each in told["targets"] if each["outcome"] == "not-localised"]
    assert missing == [["4.1"], ["5.1"]]
    assert [each["measures"] for each in told["goals"]] == [4, 1, 2, 7, 13, 1, 5, 2, 5, 8, 11, 6]
    assert cli.main(["coverage", REPORT]) == 0
    assert "не називає" in capsys.readouterr().out


def test_figure_that_is_gone_is_told_with_its_period() -> None:
    old, new = Ref.parse("1.3/2024/planned"), Ref.parse("1.2")
    change = Change("money-changed", old, new, {"old": uah(5), "new": None, "stage": "planned"})
    assert Changed(change).said("en") == "Measure 1.2, planned for 2024: was 5\u00a0UAH, is now —."
