"""Values show themselves: HTML in notebooks, one honest line as repr."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator

import attrs
import pytest
from lxml import html as parser
from rich.console import Console

import localgender as lg
from localgender.documents.grid import Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.questions.rules import RULES
from localgender.showing import display, tones
from paths import SAMPLE


@pytest.fixture(scope="module")
def reading() -> lg.Reading[lg.Report]:
    return lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")


def test_reading_shows_what_it_read(reading: lg.Reading[lg.Report]) -> None:
    page = parser.fromstring(reading._repr_html_())
    assert [each.text_content() for each in page.xpath("//caption")][:2] == ["Що прочитано", "Заходи"]
    assert len(page.xpath("//style")) == 1


@pytest.mark.parametrize(("language", "expected"), [("uk", "Запланован"), ("en", "Planned")])
def test_plan_and_report_show_their_measures(
    reading: lg.Reading[lg.Report], language: str, expected: str
) -> None:
    for value in (reading.value, reading.value.plan):
        page = parser.fromstring(display.html(value, language))
        assert len(page.xpath("//table")[1].xpath("./tbody/tr")) == 37
    assert expected in display.html(reading.value, language)


def test_findings_show_their_sentences(reading: lg.Reading[lg.Report]) -> None:
    shown = lg.audit(reading)._repr_html_()
    assert "виділено 44,0\u00a0тис.\u00a0грн" in shown
    assert "percent-unexplained" in lg.audit(reading).of("percent-unexplained")[0]._repr_html_()


def test_long_table_is_cut_and_says_so() -> None:
    shown = lg.Table("Заходи", ["№"], [[each] for each in range(1234)])._repr_html_()
    assert shown.count("<tr>") == 201
    assert "ще 1\u00a0034 рядки" in shown
    assert "1,034 more rows" in display.html(
        lg.Table("Заходи", ["№"], [[each] for each in range(1234)]), "en"
    )


def test_anything_else_is_told_in_words() -> None:
    assert "2,4\u00a0тис.\u00a0грн" in display.html(lg.thousand_uah("2.4"))


def test_markup_in_a_document_is_shown_not_obeyed() -> None:
    plan = lg.Plan("<script>x</script>", goals=[lg.Measure("1.1", "<img src=x onerror=y>")])
    assert not parser.fromstring(plan._repr_html_()).xpath("//script | //img")


def test_repr_is_one_short_line(reading: lg.Reading[lg.Report]) -> None:
    plan = attrs.evolve(reading.value.plan, title="Рівні можливості")
    report = attrs.evolve(reading.value, plan=plan)
    assert repr(plan) == "<Plan: 'Рівні можливості', 4 goals, 37 measures>"
    assert repr(report) == "<Report: 'Рівні можливості', 2023, 37 of 37 measures>"
    assert repr(plan.goals[0]).startswith("<Goal 1: 'Зміцнити")
    assert repr(Document([Grid([["а", "б"]])], "звіт.txt", "text")) == (
        "<Document: 'звіт.txt', 'text', 1 tables, 0 paragraphs>"
    )
    assert repr(Grid([["а", "б"]])) == "<Grid: 1 rows of up to 2 cells>"
    assert repr(lg.tabulate.measures(plan)) == "<Table: 'Заходи', 37 rows of 4 columns>"
    assert repr(attrs.evolve(reading, findings=[])) == (
        "<Reading: Report from 'zhytomyr-report-2023.txt', 0 findings, 0 places unread>"
    )


def test_repr_of_a_part_tells_what_it_holds_and_that_there_is_more(
    reading: lg.Reading[lg.Report],
) -> None:
    twelve = lg.thousand_uah("12")
    assert repr(lg.Measure("2.10", "Тренінги", funding=lg.FundingPeriod(2024, planned=twelve))) == (
        "Measure(code=Code('2.10'), title='Тренінги', funding=<1 FundingPeriod>)"
    )
    assert repr(lg.FundingPeriod()) == "FundingPeriod()"
    assert repr(lg.FundingPeriod(planned=lg.uah(0))) == "FundingPeriod(planned=thousand_uah('0'))"
    assert repr(lg.Executor("Відділ освіти", "unit")) == "Executor(name='Відділ освіти', kind='unit')"
    assert repr(lg.classify(reading)["2.8"]) == (
        "Status(delivery='not-delivered', funding='unfunded', reasons=<2 StatusReason>)"
    )
    assert repr(lg.audit(reading).of("allocated-exceeds-planned")[0]) == (
        "<Finding: allocated-exceeds-planned, warning, 4.1>"
    )
    assert repr(lg.Measure(title="а" * 500)) == f"Measure(title='{'а' * 48}…')"
    assert repr(lg.Measure("1", "а" * 40, place="б" * 40, results=["в" * 30])).endswith(", …)")


def parts(value: object) -> Iterator[object]:
    """Yield a value and all that it holds."""
    yield value
    held = [getattr(value, each.name) for each in getattr(value, "__attrs_attrs__", ())]
    for each in value if isinstance(value, tuple) else held:
        yield from parts(each)


def test_no_repr_is_longer_than_a_line(reading: lg.Reading[lg.Report]) -> None:
    plan = lg.read_plan(SAMPLE / "zhytomyr-plan-1325.txt")
    values = (
        reading,
        plan,
        lg.audit(reading),
        lg.audit_summary(reading),
        lg.classify(reading),
        lg.suspects(reading),
        lg.compare(reading.value.plan, plan),
        lg.coverage(plan, "nap-1325"),
        lg.codelist("nap-1325"),
        lg.observations(reading),
        lg.explain_percent(reading, "4.1"),
        lg.explain_total(reading, "planned"),
        lg.LAYOUTS,
        lg.FORMATS,
        RULES,
        lg.Policy(),
    )
    told = [repr(each) for each in parts(values) if hasattr(each, "__attrs_attrs__")]
    assert len(told) > 1000
    assert [each for each in told if len(each) > 130 or "\n" in each] == []


def test_showing_is_loaded_only_when_asked_for() -> None:
    code = "import localgender.model.report, localgender.findings, sys; print('localgender.showing' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_answers_show_themselves(reading: lg.Reading[lg.Report]) -> None:
    """Statuses, comparisons, coverage and suspects are read as tables, not as reprs."""
    later = attrs.evolve(reading.value, period=2024)
    suspect = lg.suspects(reading)[0]
    shown = {
        "Стан заходів": lg.classify(reading),
        "Що змінилося": lg.compare(reading, later),
        "Завдання вищих документів": lg.coverage(reading, "sdg-5"),
        "Числа, у яких може бути помилка": suspect,
        "З чого складається сума": lg.explain_total(reading, "planned"),
        "Таблиця 1": reading.document,
        "Заходи": reading.value.plan.goals[0].measures[0],
    }
    for caption, value in shown.items():
        captions = parser.fromstring(value._repr_html_()).xpath("//caption")
        assert caption in [each.text_content() for each in captions]


def on_console(value: object, width: int, *, colour: bool = False) -> str:
    """Return what rich prints of a value."""
    console = Console(file=io.StringIO(), width=width, color_system="standard" if colour else None)
    console.print(value)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 120])
def test_a_rich_console_shows_the_lines_of_the_command(width: int, reading: lg.Reading[lg.Report]) -> None:
    later = attrs.evolve(reading.value, period=2024)
    for value in (
        reading,
        reading.value,
        reading.value.plan,
        lg.audit(reading),
        lg.audit(reading)[0],
        lg.classify(reading),
        lg.suspects(reading)[0],
        lg.compare(reading, later),
        lg.coverage(reading, "sdg-5"),
        lg.tabulate.measures(reading.value),
    ):
        shown = on_console(value, width)
        expected = display.terminal(value, width=width, paint=tones.plain)
        assert shown.count("\n") > 3
        assert "".join(shown.split()) == "".join(expected.split())
        if max(map(len, expected.splitlines())) <= width:
            assert shown == expected


def test_a_rich_console_has_colours_where_it_can(reading: lg.Reading[lg.Report]) -> None:
    table = lg.tabulate.measures(reading.value)
    assert on_console(table, 100, colour=True).startswith("\x1b[1mЗаходи\x1b[0m\n")


def test_words_of_a_document_are_no_markup_of_a_console() -> None:
    told = on_console(lg.Table("Заходи", ["№"], [["[red]1[/red] \x1b[31m"]]), 60)
    assert "[red]1[/red] �[31m" in told


@pytest.mark.parametrize("text", ["<script>x</script>", '"><img src=x onerror=y>', "</style><b>&amp;"])
def test_no_display_obeys_a_document(text: str) -> None:
    """Whatever shows itself escapes what it shows, keeps the network out, and fits light and dark pages."""
    measure = lg.Measure("1.1", text, lg.Term(conditions=[text]), [text], results=[text])
    plan = lg.Plan(text, goals=[lg.Goal("1", title=text, measures=[measure])])
    report = lg.Report(plan, 2024, issuer=text, progress=[lg.Progress("1.1", narrative=f"Проведено {text}")])
    document = Document([Paragraph(text), Grid([[text], [text, text]])], name=text)
    finding = lg.Finding(text, "error", ["1.1"], {text: text})
    reading = Reading(report, document, lg.Findings([finding]))
    values = [measure, plan, plan.goals[0], report, document, document.tables[0], finding, reading]
    for value in [
        *values,
        lg.classify(report),
        lg.compare(plan, report),
        lg.coverage(plan),
        lg.audit(reading),
    ]:
        shown = value._repr_html_()
        assert not parser.fromstring(shown).xpath("//script | //img | //b | //link | //@onerror")
        assert "http" not in shown
        assert "url(" not in shown
        assert not re.search(r"color:\s*#", shown)
