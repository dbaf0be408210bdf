"""Answers laid out as tables of values."""

from __future__ import annotations

import pytest

from localgender.documents.grid import Document, Paragraph
from localgender.documents.reading import Reading
from localgender.findings import Finding
from localgender.intake import read_plan, read_report
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.addends import explain_total
from localgender.questions.audit import audit, audit_summary
from localgender.showing import tabulate
from localgender.showing.renderers import render
from localgender.showing.tables import Table, in_words
from localgender.values.codes import Code
from localgender.values.money import thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import Ref
from paths import SAMPLE


@pytest.fixture(scope="module")
def report() -> Reading[Report]:
    return read_report(SAMPLE / "zhytomyr-report-2023.txt")


@pytest.fixture(scope="module")
def plan() -> Reading[Plan]:
    return read_plan(SAMPLE / "zhytomyr-plan-1325.txt")


def names(table: Table, language: str = "uk") -> tuple[str, ...]:
    return tuple(name.replace("\u00a0", " ") for name in in_words(table, language).names)


def test_measures_of_a_report_have_its_money(report: Reading[Report]) -> None:
    table = tabulate.measures(report.value)
    row = next(row for row in table.rows if row[0] == Code.parse("2.1"))
    assert len(table.rows) == 37
    assert row[4:] == (thousand_uah("10.5"), thousand_uah("10"), thousand_uah("10"), Percent("95.2"))
    assert names(table) == (
        "Номер",
        "Захід",
        "Термін",
        "Виконавці",
        "Заплановано, тис. грн",
        "Виділено, тис. грн",
        "Профінансовано, тис. грн",
        "Відсоток",
    )


def test_columns_without_a_word_are_left_out(plan: Reading[Plan]) -> None:
    assert names(tabulate.measures(plan.value), "en") == ("Number", "Measure", "Term", "Executors")


def test_columns_are_chosen_by_name(report: Reading[Report]) -> None:
    table = tabulate.measures(report.value, columns=["code", "planned"])
    assert table.rows[0] == (Code.parse("1.1"), thousand_uah("2.4"))
    with pytest.raises(ValueError, match="nearest is percent"):
        tabulate.measures(report.value, columns=["percnt"])


def test_status_of_a_measure_stands_beside_its_money(report: Reading[Report]) -> None:
    table = tabulate.measures(report, columns=["code", "planned", "delivery", "funding"])
    assert table.rows[0] == (Code.parse("1.1"), thousand_uah("2.4"), "delivered", "unfunded")
    assert names(table)[2:] == ("Виконання", "Фінансування")


def test_measures_that_are_not_reported_are_shown_without_money() -> None:
    plan = Plan(goals=[Measure("1.1", "Аудит"), Measure("1.2", "Тренінг")])
    reported = Report(plan, 2023, progress=[Progress("1.2", FundingPeriod(2023, planned=uah(0)))])
    assert tabulate.measures(reported).rows == (
        (Code.parse("1.1"), "Аудит", None),
        (Code.parse("1.2"), "Тренінг", uah(0)),
    )


def test_totals_by_goal_name_the_goals_and_end_with_all(report: Reading[Report]) -> None:
    table = tabulate.totals(report.value, "goal", "disbursed")
    shown = in_words(table)
    assert shown.title == "Профінансовані кошти за цілями"
    assert table.rows[0] == (Code.parse("1"), report.value.plan.goals[0].title, uah(0))
    assert shown.rows[-1] == ("Разом", "", "30,0")


def test_totals_by_measure_name_the_measures(report: Reading[Report]) -> None:
    table = tabulate.totals(report.value, "measure", "planned")
    assert table.rows[7][0] == Code.parse("2.1")
    assert table.rows[7][2] == thousand_uah("10.5")
    assert names(table, "en") == ("Number", "Title", "Planned, thousand UAH")


def test_groups_are_shown_in_words() -> None:
    lines = [
        FundingPeriod(2023, "community", planned=thousand_uah("1")),
        FundingPeriod(2024, planned=thousand_uah("2")),
    ]
    measures = [Measure("1.1", involvements="Архів", funding=lines), Measure("1.1", involvements=["Б", "А"])]
    plan = Plan(goals=[Goal(measures=measures)])

    def first(by: str) -> list[str]:
        return [row[0] for row in in_words(tabulate.totals(plan, by, "planned")).rows]

    assert first("source") == ["бюджет громади", "—", "Разом"]
    assert first("year") == ["2023 рік", "2024 рік", "Разом"]
    assert first("executor") == ["Архів", "А, Б", "Разом"]
    assert first("goal") == ["—", "Разом"]
    assert first("measure") == ["1.1", "захід 1.1 (2-й із цим номером)", "Разом"]


def test_silence_stays_silence_in_totals() -> None:
    plan = Plan(goals=[Measure("1.1"), Measure("1.2", funding=FundingPeriod(2023, planned=uah(0)))])
    assert [row[-1] for row in tabulate.totals(plan, "measure", "planned").rows] == [None, uah(0), uah(0)]
    assert [row[-1] for row in tabulate.totals(plan, "measure", "disbursed").rows] == [None, None, None]


def test_unknown_grouping_or_stage_names_the_nearest() -> None:
    with pytest.raises(ValueError, match="the nearest is goal"):
        tabulate.totals(Plan(), "goals", "planned")
    with pytest.raises(ValueError, match="the nearest is planned"):
        tabulate.totals(Plan(), "goal", "plan")


def test_findings_stand_with_their_places(report: Reading[Report]) -> None:
    table = tabulate.findings(audit(report), report.places)
    shown = in_words(table)
    percent = next(row for row in shown.rows if row[3] == "percent-unexplained")
    assert percent[:2] == ("попередження", "рядок 3, стовпець 9")
    assert percent[2].startswith("Захід 1.1: надруковано 100,0")
    assert names(table, "en") == ("Severity", "Where", "What was found", "Kind")


def test_findings_without_a_document_have_no_place() -> None:
    shown = in_words(tabulate.findings([Finding("no-term", "warning", [Ref.parse("1.1")])]), "en")
    assert shown.rows == (("warning", "—", "Measure 1.1: no term is given.", "no-term"),)


def test_table_is_named_only_where_there_are_several() -> None:
    one, other = (Finding("row-padded", "notice", [Place(table, 3, 1)]) for table in (1, 2))
    assert in_words(tabulate.findings([one])).rows[0][1] == "рядок 3"
    assert in_words(tabulate.findings([one, other])).rows[0][1] == "таблиця 1, рядок 3"
    assert (
        in_words(tabulate.findings([one], {Ref.parse("1.1"): (Place(2, 1, 1),)})).rows[0][1]
        == "таблиця 1, рядок 3"
    )


def test_many_places_are_counted() -> None:
    refs = [Place(1, row, 2) for row in range(1, 9)]
    where = in_words(tabulate.findings([Finding("my-rule", "notice", refs)]), "en").rows[0][1]
    assert where.startswith("row 1, column 2; ")
    assert where.endswith("row 5, column 2; 3 more")


def test_what_was_checked_is_told_by_question(report: Reading[Report]) -> None:
    table = tabulate.checked(audit_summary(report))
    shown = {row[1]: row for row in in_words(table).rows}
    assert shown["no-term"] == ("Заходи без терміну", "no-term", "37", "0", "0", "0")


def test_a_sum_shows_its_addends_and_what_it_leaves_out(report: Reading[Report]) -> None:
    """The figures of the first column add up to its last; those left out stand apart, with the reason."""
    shown = in_words(tabulate.addends(explain_total(report.value, "planned"))).rows
    assert shown[0] == ("захід 1.1, план на 2023 рік", "2,4", "—", "—")
    assert shown[37] == ("підсумок 1, план на 2023 рік", "—", "228,3", "підсумок, а не доданок")
    assert shown[-1][:2] == ("Разом", "228,3")


def test_summary_tells_what_was_read(report: Reading[Report]) -> None:
    told = {name: value.replace("\u00a0", " ") for name, value in in_words(tabulate.summary(report)).rows}
    assert told["Громада"] == "Житомирська міська територіальна громада"
    assert told["Період"] == "2023 рік"
    assert told["Термін"] == "2020-2025"
    assert told["Заходи"] == "37"
    assert told["Заплановано"] == "228,3 тис. грн"
    assert told["Розпорядчі документи"].endswith("від 18.12.2019 № 1688")


def test_summary_leaves_out_what_is_silent(plan: Reading[Plan]) -> None:
    told = [name for name, _ in in_words(tabulate.summary(plan), "en").rows]
    assert told == ["Title", "Community", "Term", "Goals", "Measures", "Understood"]


def test_understood_counts_characters_and_no_blanks() -> None:
    document = Document([Paragraph("один два\u00a0 три")])
    assert tabulate.understood(Reading(Plan(), document)) == (10, 10)
    assert tabulate.understood(Reading(Plan(), document, unread=[Place(0, 1, 0, 5, 8)])) == (7, 10)


@pytest.mark.parametrize("name", ["text", "markdown", "json"])
@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_answer_is_written_in_every_format(report: Reading[Report], name: str, language: str) -> None:
    tables = [
        tabulate.measures(report.value),
        tabulate.totals(report.value, "executor", "planned"),
        tabulate.findings(audit(report), report.places),
        tabulate.checked(audit_summary(report)),
        tabulate.summary(report),
    ]
    for table in tables:
        assert render(table, name, language).endswith("\n")


def test_equal_questions_give_equal_tables(report: Reading[Report]) -> None:
    assert tabulate.measures(report.value) == tabulate.measures(report.value)
    assert tabulate.totals(report.value, "year", "planned") == tabulate.totals(
        report.value, "year", "planned"
    )
    assert tabulate.totals(report.value, "year", "planned").rows[0][0] == Period.year(2023)
