"""The page of one document: everything on it, nothing from elsewhere, and text of documents is data."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import localgender as lg
from localgender import strategies
from localgender.cli import main
from localgender.documents.grid import Document, Grid, Paragraph
from localgender.documents.reading import Reading
from paths import SAMPLE

REPORT = SAMPLE / "zhytomyr-report-2023.txt"
NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\x00\x1b"


class Seen(HTMLParser):
    """Tags, attributes and the words outside style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for key, value in attrs if key == "id"]
        self.links += [value or "" for key, value in attrs if key == "href"]


@pytest.fixture(scope="module")
def reading() -> lg.Reading:
    return lg.read_report(REPORT)


@pytest.fixture(scope="module")
def page(reading: lg.Reading) -> str:
    return lg.report_page(reading)


def test_equal_readings_give_equal_pages(page: str) -> None:
    assert lg.report_page(lg.read_report(REPORT)) == page


def test_the_page_asks_for_nothing(page: str) -> None:
    seen = Seen(page)
    assert not {"script", "link", "iframe", "object"} & set(seen.tags)
    assert all(link.startswith("#") for link in seen.links)
    assert "http" not in re.sub(r'http-equiv="[^"]*"', "", page)
    assert "url(" not in page
    assert not [key for key, _ in seen.attributes if key.startswith("on")]


def test_every_link_leads_somewhere_and_every_name_is_one(page: str) -> None:
    seen = Seen(page)
    assert {link[1:] for link in seen.links} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))


def test_findings_lead_to_their_cells_and_back(page: str, reading: lg.Reading) -> None:
    found = lg.audit(reading)
    number = next(n for n, each in enumerate(found, 1) if each.kind == "total-percent-unexplained")
    item = re.search(rf'<li value="{number}" id="uk-finding-{number}">.*?</li>', page)
    assert item is not None
    (cell,) = set(re.findall(r'href="#(cell-[\d-]+)"', item[0]))
    marked = re.search(rf'<td id="{cell}"[^>]*>(.*?)</td>', page)
    assert marked is not None
    assert "90,0" in marked[1]
    assert f"#uk-finding-{number}" in marked[1]


def test_figures_that_may_be_wrong_stand_on_the_page_where_figures_contradict(page: str) -> None:
    assert "uk-suspects" not in Seen(page).ids
    lines = [
        lg.FundingPeriod(2024, planned=lg.thousand_uah(each), step=lg.uah(100)) for each in (10, 20, 30, 96)
    ]
    plan = lg.Plan(
        "Рівність",
        goals=[lg.Measure(f"1.{n}", "Захід", funding=line) for n, line in enumerate(lines, 1)],
        stated_totals=[
            lg.StatedTotal(
                "Всього", "plan", lg.FundingPeriod(2024, planned=lg.thousand_uah(129), step=lg.uah(100))
            )
        ],
    )
    shown = lg.report_page(Reading(plan, Document([])))
    assert "uk-suspects" in Seen(shown).ids
    assert "69,0" in shown


def test_every_measure_stands_on_the_page_with_its_status(page: str, reading: lg.Reading) -> None:
    ukrainian = page.split('<div lang="en"', maxsplit=1)[0]
    for measure in reading.value.plan.measures:
        assert f'<th scope="row">{measure.code}</th>' in ukrainian
    assert ukrainian.count('class="chip delivery') == 37
    assert "228,3" in ukrainian


def test_both_languages_are_told_and_one_is_shown_first(reading: lg.Reading) -> None:
    ukrainian, english = (lg.report_page(reading, language=each) for each in ("uk", "en"))
    for page in (ukrainian, english):
        assert "Що знайдено" in page
        assert "What was found" in page
    assert '<html lang="en">' in english
    assert re.search(r'id="page-uk" checked', ukrainian)
    with pytest.raises(ValueError, match="language"):
        lg.report_page(reading, language="de")


def test_pictures_stand_on_the_page_in_both_languages(page: str, reading: lg.Reading) -> None:
    for language, title in (("uk", "Кошти за цілями"), ("en", "Money by goal")):
        assert f"<title>{title}</title>" in page
        drawn = lg.plots.timeline(reading, language=language, width=360)
        assert f"<title>{drawn.title}</title><desc>{drawn.summary}</desc>" in page
    assert page.count('role="img"') == 8


def test_the_page_of_a_plan_draws_what_a_plan_can_tell(page: str) -> None:
    plan = lg.report_page(lg.read_plan(SAMPLE / "zhytomyr-plan-1325.txt"))
    titles = re.findall(r"<title>([^<]*)</title>", plan.split('<div lang="en"', maxsplit=1)[0])
    assert titles[1:] == ["Заходи кожного виконавця", "Терміни заходів"]


def test_a_page_without_the_extra_tells_what_is_missing(
    reading: lg.Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    page = lg.report_page(reading)
    assert page.count("<svg") == 0
    assert "“plot”" in page


def test_names_of_signatories_stay_off_the_page_unless_asked_for() -> None:
    text = REPORT.read_text("utf8") + "\nМіський голова\tОлена ВИГАДАНА\n"
    reading = lg.read_report(text.encode())
    assert any(what == "signature" for what, _ in reading.furniture)
    assert "ВИГАДАНА" not in lg.report_page(reading)
    assert "ВИГАДАНА" in lg.report_page(reading, signatories=True)


def test_text_of_documents_is_data() -> None:
    """Markup in any field is shown, never obeyed."""
    measure = lg.Measure(
        "1.1", NASTY, involvements=[NASTY], results=[NASTY], term=lg.Term(conditions=[NASTY])
    )
    plan = lg.Plan(
        NASTY, community=lg.Community(NASTY), goals=[lg.Goal("1", title=NASTY, measures=[measure])]
    )
    report = lg.Report(
        plan, 2024, issuer=NASTY, progress=[lg.Progress("1.1", narrative=f"Проведено {NASTY}")]
    )
    document = Document([Paragraph(NASTY), Grid([[NASTY, "Захід"], [NASTY, NASTY]])], name=NASTY)
    finding = lg.Finding("unread-text", "warning", [lg.Place(1, 2, 1, 0, 9)], {"text": NASTY})
    reading = Reading(
        report,
        document,
        lg.Findings([finding, lg.Finding(NASTY, "error", [], {NASTY: NASTY})]),
        {"1.1": [lg.Place(1, 2, 2, 0, 5)]},
        [lg.Place(1, 2, 1, 0, 9)],
    )
    seen = Seen(lg.report_page(reading))
    assert not {"script", "img"} & set(seen.tags)
    assert not [key for key, _ in seen.attributes if key.startswith("on")]
    assert "\x00" not in lg.report_page(reading)


@settings(max_examples=settings().max_examples // 4)
@given(st.one_of(strategies.reports(), strategies.plans()))
def test_every_value_has_a_page(value: lg.Report | lg.Plan) -> None:
    seen = Seen(lg.report_page(Reading(value, Document([]))))
    assert {link[1:] for link in seen.links} <= set(seen.ids)


@given(strategies.readings())
def test_every_reading_shows_itself(reading: lg.Reading) -> None:
    """Also one whose places lie in a document that is not at hand."""
    clear, whole = lg.tabulate.understood(reading)
    assert 0 <= clear <= whole
    assert reading._repr_html_()


def test_place_outside_the_document_is_named_without_a_link() -> None:
    found = lg.Finding("unreadable-cell", "warning", [lg.Place(9, 8, 7, 0, 3)], {"text": "а"})
    page = lg.report_page(Reading(lg.Plan("Рівність"), Document([]), lg.Findings([found])))
    assert "таблиця 9, рядок 8, стовпець 7" in page
    assert {link[1:] for link in Seen(page).links} <= set(Seen(page).ids)


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str], page: str) -> None:
    target = tmp_path / "сторінка.html"
    assert main(["report", str(REPORT), "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert target.read_text("utf8") == page
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


def test_a_page_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "missing" / "a.html"
    assert main(["report", str(REPORT), "-o", str(target)]) == 2
    assert str(target) in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_goals_without_a_number_are_all_named_beside_their_sum() -> None:
    """One sum of several goals must not bear the title of the first."""
    line = lg.FundingPeriod(2024, planned=lg.thousand_uah("2"))
    plan = lg.Plan(
        "Рівність",
        goals=[
            lg.Goal(title="Знання", measures=[lg.Measure("1", "Тренінг", funding=line)]),
            lg.Goal(title="Безпека", measures=[lg.Measure("2", "Аудит", funding=line)]),
        ],
    )
    assert "<td>Знання; Безпека</td>" in lg.report_page(Reading(plan, Document([])))
    assert lg.tabulate.totals(plan, "goal", "planned").rows[0][1] == "Знання; Безпека"


def test_cells_that_could_not_be_read_are_what_was_not_understood(reading: lg.Reading) -> None:
    text = REPORT.read_text("utf8").replace("12,0", "хтозна", 1)
    page = lg.report_page(lg.read_report(text.encode()))
    assert '<q lang="uk">хтозна</q>' in page
    assert 'href="#uk-unread"' in page
    clear, whole = lg.tabulate.understood(lg.read_report(text.encode()))
    assert whole - clear == len("хтозна")
    assert lg.tabulate.understood(reading)[0] == lg.tabulate.understood(reading)[1]


def test_attention_names_every_kind_of_error_and_warning(page: str, reading: lg.Reading) -> None:
    attention = page.split('id="uk-attention"')[1].split("</section>", maxsplit=1)[0]
    found = lg.audit(reading)
    for number, each in enumerate(found, 1):
        assert (f'href="#uk-finding-{number}"' in attention) is (each.severity != "notice")
    assert "15, за планом 171,4" in attention.replace("\u00a0", " ")


def test_unchecked_questions_are_told_with_their_reasons(page: str) -> None:
    checked = page.split('id="uk-checked"')[1].split("</section>", maxsplit=1)[0]
    assert "Що не вдалося перевірити" in checked
    assert "«Підсумки, що не збігаються з рядками» – 3 (не вказано)" in checked


def test_long_tables_of_the_document_are_shown_in_parts() -> None:
    document = Document([Grid([[str(each), "Захід"] for each in range(450)])])
    page = lg.report_page(Reading(lg.Plan("Рівність"), document))
    assert [each in page for each in ("рядки 1–200", "рядки 401–450", "рядки 451")] == [True, True, False]
    assert page.count("<td>Захід</td>") == 450


def test_of_very_many_measures_a_browser_lays_out_only_what_is_seen() -> None:
    def page(measures: int) -> str:
        plan = lg.Plan("Рівність", goals=[lg.Measure(f"1.{n}", "Захід") for n in range(1, measures + 1)])
        return lg.report_page(Reading(plan, Document([])))

    assert '<main class="many">' in page(501)
    assert "<main>" in page(500)
    assert page(501).count('<th scope="row">1.') == 2 * 501


def test_amounts_read_together_stand_in_one_unit() -> None:
    """25 500,50 hryvnias are not shown as 25,5005 thousand, nor beside a sum in thousands."""
    lines = lg.FundingPeriod(2024, planned=lg.uah("25500.50"), disbursed=lg.uah("25000"))
    plan = lg.Plan("Рівність", goals=[lg.Measure("1", "Тренінг", "2024")])
    report = lg.Report(plan, 2024, progress=[lg.Progress("1", lines)])
    page = lg.report_page(Reading(report, Document([]))).replace("\u00a0", " ")
    assert "Заплановано: 25 500,50 грн." in page
    assert "Профінансовано: 25 000 грн, тобто" in page
    assert "тис. грн" not in page.split("</nav>")[1].split('id="uk-pictures"')[0]


def test_a_document_without_goals_is_not_said_to_have_one() -> None:
    lines = [lg.FundingPeriod(year, planned=lg.thousand_uah("2")) for year in (2024, 2025)]
    page = lg.report_page(Reading(lg.Plan("Рівність", goals=[lg.Measure("1", funding=lines)]), Document([])))
    assert "У документі 1 захід." in page
    assert "ціль без номера" not in page
    assert "Кошти за роками" in page


def test_a_document_without_measures_or_a_title_says_so() -> None:
    page = lg.report_page(Reading(lg.Plan(), Document([])))
    assert '<li class="warning">У документі немає заходів.</li>' in page
    assert '<h1><span lang="uk" class="uk">План</span><span lang="en" class="en">Plan</span></h1>' in page
