"""Whole answers of the command line."""

from __future__ import annotations

import re

import pytest

from localgender.documents.grid import Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings, noticed
from localgender.intake import read_report
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.questions.audit import audit, audit_summary
from localgender.showing import sheets
from localgender.values.places import Place
from localgender.values.refs import Ref
from paths import SAMPLE


@pytest.fixture(scope="module")
def report() -> Reading[Report]:
    return read_report(SAMPLE / "zhytomyr-report-2023.txt")


def audited(reading: Reading[Report] | Reading[Plan], found: Findings | None = None, **options: bool) -> str:
    found = audit(reading) if found is None else found
    sheet = sheets.audited(reading, found, audit_summary(reading), **options)
    return sheets.write(sheet, "text", language="uk").replace("\u00a0", " ")


def small(*found: Finding) -> Reading[Plan]:
    document = Document([Grid([["Захід"], ["Аудит"]]), Paragraph("Усе")], "план.txt", "text")
    return Reading(Plan(goals=[Measure("1.1", "Аудит")]), document, Findings(found))


def test_audit_names_the_document_and_counts_what_was_found(report: Reading[Report]) -> None:
    first, second = audited(report).splitlines()[:2]
    assert first == "Звіт за 2023 рік · Житомирська міська територіальна громада · zhytomyr-report-2023.txt"
    assert re.fullmatch(r"4 цілі, 37 заходів · (?:\d+ \w+, )?\d+ попереджен\w+, \d+ зауважен\w+", second)


def test_findings_stand_below_the_name_of_their_kind(report: Reading[Report]) -> None:
    lines = audited(report).splitlines()
    start = lines.index("Виділено більше, ніж заплановано · allocated-exceeds-planned")
    told = " ".join(lines[start + 1].split())
    assert told.startswith("рядок 34, стовпець 7 Захід 4.1, 2023 рік: виділено 44,0 тис. грн")


def test_notices_of_one_kind_stand_in_one_line(report: Reading[Report]) -> None:
    together = "Рядки не тієї довжини, що шапка: 22 (рядки 11–21, 28–33, 37–41) · row-padded"
    assert together in audited(report).splitlines()
    assert audited(report, every=True).count("різниця лише в порожніх") == 22
    assert together not in audited(report, every=True)


def test_several_warnings_are_never_put_together() -> None:
    found = [noticed("row-shifted", Place(1, row, 1), cells=3, columns=5) for row in (2, 3)]
    shown = audited(small(*found), Findings(found))
    assert shown.count("тексти розставлено") == 2


def test_notices_without_places_are_counted_alone() -> None:
    found = Findings(Finding("no-narrative", "notice", [Ref.parse(f"1.{n}")]) for n in (1, 2))
    assert "Заходи, про які нічого не сказано: 2 · no-narrative" in audited(small(), found)


def test_errors_come_first() -> None:
    found = Findings(Finding("my-rule", severity) for severity in ("notice", "error", "warning"))
    shown = audited(small(), found)
    order = [shown.index(word) for word in ("Помилки (1)", "Попередження (1)", "Зауваження (1)")]
    assert order == sorted(order)
    assert "1 помилка, 1 попередження, 1 зауваження" in shown


def test_audit_that_finds_nothing_says_so() -> None:
    assert audited(small(), Findings()).splitlines()[:2] == [
        "План · план.txt",
        "1 захід · нічого не знайдено",
    ]


def test_audit_ends_with_what_was_checked(report: Reading[Report]) -> None:
    *_, asked, unchecked, understood = audited(report).splitlines()
    assert asked.startswith("Поставлено ")
    assert unchecked == "Не вдалося перевірити: «Підсумки, що не збігаються з рядками» – 3 (не вказано)."
    assert understood == "Зрозуміло 12 988 із 12 988 знаків."
    assert "Що перевірено" in audited(report, every=True)


def test_an_audit_begins_with_the_money(report: Reading[Report]) -> None:
    """A stage of which nothing is stated is left out, and the line with the last of them."""
    money = "Кошти: заплановано 228,3 тис. грн, виділено 60,0 тис. грн, профінансовано 30,0 тис. грн."
    assert audited(report).splitlines()[2] == money
    assert "Кошти" not in audited(small(), Findings())


def test_several_findings_are_counted_and_their_plan_added_up(report: Reading[Report]) -> None:
    """Fifteen measures were to get three quarters of the money."""
    due = "Заходи, термін яких настав, а коштів не дано: 15, за планом 171,4 тис. грн · due-unfunded"
    assert due in audited(report).splitlines()
    mixed = Findings(Finding("due-unfunded", "warning", [Ref.parse(f"1.{n}")]) for n in (1, 2))
    assert "коштів не дано: 2 · due-unfunded" in audited(small(), mixed)


def test_a_finding_about_all_of_the_document_says_so(report: Reading[Report]) -> None:
    (told,) = [line for line in audited(report).splitlines() if line.endswith("33 із 37 заходів.")]
    assert told.startswith("  увесь документ  Управління")


def test_every_question_tells_why_it_had_no_answer(report: Reading[Report]) -> None:
    """Only when asked for."""
    why = "due-unfunded, без відповіді: коштів не заплановано – 18, не припадає на цей період – 1"
    assert why in audited(report, every=True).splitlines()
    assert why not in audited(report).splitlines()


def test_reading_tells_what_it_read_and_what_it_did_not() -> None:
    found = noticed("unread-text", Place(0, 1, 0, 0, 3), text="Усе")
    reading = small(found)
    shown = sheets.write(sheets.read(reading), "text", language="uk")
    assert "Що не зрозуміло\n\nНезрозумілий текст · unread-text\n  абзац 1  Не зрозуміло: «Усе»." in shown
    assert "1.1    Аудит" in shown


def test_reading_shows_measures_in_one_line_each(report: Reading[Report]) -> None:
    shown = sheets.write(sheets.read(report), "text", language="uk", width=100)
    rows = [line for line in shown.splitlines() if line.startswith(("1.", "2.", "3.", "4."))]
    assert len(rows) == 37
    assert all(len(line) <= 100 for line in shown.splitlines())


@pytest.mark.parametrize("width", [60, 80, 120])
def test_width_is_kept(report: Reading[Report], width: int) -> None:
    sheet = sheets.audited(report, audit(report), audit_summary(report))
    assert all(
        len(line) <= width for line in sheets.write(sheet, "text", language="uk", width=width).splitlines()
    )


def test_markdown_has_a_heading_and_tables(report: Reading[Report]) -> None:
    sheet = sheets.audited(report, audit(report), audit_summary(report))
    shown = sheets.write(sheet, "markdown", language="en").replace("\u00a0", " ")
    assert shown.startswith("# Report for 2023 · Житомирська")
    assert re.search(r"\*\*Warnings \(\d+\)\*\*\n\n\| Where \| What was found \|\n\| --- \| --- \|\n", shown)
    assert "| row 34, column 7 | Measure 4.1, 2023: 44.0 thousand UAH allocated" in shown


def test_money_by_group_is_laid_out(report: Reading[Report]) -> None:
    shown = sheets.write(sheets.summed(report, "goal", "planned"), "text", language="en")
    assert "Planned money by goal" in shown
    assert shown.rstrip().endswith("228.3")
