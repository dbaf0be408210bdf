"""Commands for councils, for reports of units, and for open data."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import FEW, FIGURES, MINUTES, unit_report

import localgender as lg
from localgender import cli
from paths import SAMPLE

Called = Callable[..., tuple[int, str, str]]


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Called:
    """Be in a folder with minutes, two reports of units and the report of a town, and call there."""
    (tmp_path / "протокол.txt").write_text(MINUTES, "utf8")
    (tmp_path / "освіта.txt").write_text(unit_report("Відділ освіти", "10,5"), "utf8")
    (tmp_path / "культура.txt").write_text(unit_report("Відділ культури", "2,0"), "utf8")
    shutil.copy(SAMPLE / "zhytomyr-report-2023.txt", tmp_path / "звіт.txt")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        out, err = capsys.readouterr()
        return code, out.replace("\u00a0", " "), err

    return call


def test_a_council_is_told_by_its_meetings_and_decisions(called: Called) -> None:
    code, shown, err = called("council", "протокол.txt", "--lang", "en", "--on", "2024-12-31")
    assert (code, err) == (0, "")
    assert "2024" in shown
    assert "провести навчання вчителів" in " ".join(shown.split())
    told = called("council", "протокол.txt", "--format", "json")[1]
    assert lg.loads(told) == lg.read_council("протокол.txt").value


def test_many_councils_are_summed_up_without_measures(called: Called) -> None:
    code, shown, _ = called("council", "протокол.txt", "звіт.txt", "--format", "json", "--lang", "en")
    told = json.loads(shown)
    assert (told["протокол.txt"]["type"], told["протокол.txt"]["measures"]) == ("council", None)
    assert code == (2 if "error" in told["звіт.txt"] else 0)


def test_a_day_that_is_none_is_refused(called: Called) -> None:
    code, out, err = called("council", "протокол.txt", "--on", "завтра")
    assert (code, out) == (2, "")
    assert "дата, наприклад 2019-12-18" in err


WRITTEN = ("text", "json", "markdown", "html")


def test_decisions_open_on_a_day_are_told_to_programs_too(called: Called) -> None:
    tree = json.loads(called("council", "протокол.txt", "--on", "2024-12-31", "--format", "json")[1])
    assert (tree["on"], tree["open"][0]["due"], tree["open"][0]["overdue"]) == (
        "2024-12-31",
        "2024-10-01",
        True,
    )
    assert lg.loads(json.dumps(tree["value"])) == lg.read_council("протокол.txt").value


def test_statistics_are_told(called: Called) -> None:
    Path("дані.txt").write_text(FIGURES, "utf8")
    code, shown, _ = called("statistics", "дані.txt", "--lang", "en")
    assert code == 0
    assert all(figure in shown for figure in ("120", "97", "23"))
    told = called("statistics", "дані.txt", "--format", "json")[1]
    assert lg.loads(told) == lg.read_statistics("дані.txt").value


@pytest.mark.parametrize("command", ["statistics", "read", "audit"])
@pytest.mark.parametrize("written", WRITTEN)
def test_small_counts_are_hidden_unless_the_word_is_said(command: str, written: str, called: Called) -> None:
    """The three men, and the finding that parts come to no more than fifty-four."""
    telling = r'"3"|\b54\b' if written == "json" else r"\b51\D+3\b|\b54\b"
    Path("мало.txt").write_text(FEW, "utf8")
    words = (command, "мало.txt", "--format", written, "--lang", "en")
    code, shown, err = called(*words)
    assert (code, err) == (0, "")
    assert re.search("hidden|suppressed", shown)
    assert not re.search(telling, shown)
    every = called(*words, "--unsuppressed")[1]
    assert re.search(telling, every)
    assert not re.search("hidden|suppressed", every)


def test_a_finding_about_hidden_figures_still_fails_a_strict_audit(called: Called) -> None:
    Path("мало.txt").write_text(FEW, "utf8")
    code, shown, _ = called("audit", "мало.txt", "--strict", "--format", "json", "--lang", "en")
    (found,) = [
        each for each in json.loads(shown) if each["message"] == "not told, since figures here are hidden"
    ]
    assert (code, found["facts"], found["refs"], found["places"]) == (1, {}, [], [])


def test_what_leaves_the_house_hides_small_counts_too(called: Called) -> None:
    Path("мало.txt").write_text(FEW.replace("57", "54"), "utf8")
    for to in ("json", "csv", "sdmx-csv"):
        shown = called("export", "мало.txt", "--to", to, "-o", "-", "--as", "statistics")[1]
        assert "54" in shown
        assert not re.search(r"\b51\b", shown)
        every = called("export", "мало.txt", "--to", to, "-o", "-", "--as", "statistics", "--unsuppressed")[1]
        assert re.search(r"\b51\b", every)


def test_statistics_are_exported_for_statistical_offices(called: Called) -> None:
    Path("дані.txt").write_text(FIGURES, "utf8")
    assert called("export", "дані.txt", "--to", "sdmx-csv", "-o", "дані.csv") == (0, "дані.csv\n", "")
    written = Path("дані.csv").read_bytes().decode("utf8")
    assert written == lg.sdmx_csv(lg.read_statistics("дані.txt").value)
    for name in ("звіт.txt", "протокол.txt"):
        code, out, err = called("export", name, "--to", "sdmx-csv", "-o", "-", "--lang", "en")
        assert (code, out, err) == (2, "", "localgender: the document tells no figures, which SDMX is for\n")


@pytest.mark.parametrize("command", ["read", "audit"])
@pytest.mark.parametrize("written", WRITTEN)
def test_whatever_a_document_is_it_can_be_read_and_audited(
    command: str, written: str, called: Called
) -> None:
    Path("дані.txt").write_text(FIGURES, "utf8")
    for name, told in (("протокол.txt", "навчання вчителів"), ("дані.txt", "97"), ("звіт.txt", "4.1")):
        code, shown, err = called(command, name, "--format", written)
        assert (code, err) == (0, "")
        assert told in " ".join(shown.split()) or (command, written) == ("audit", "json")


def test_reading_tells_where_something_was_not_understood(called: Called) -> None:
    """By its place alone: prose names persons, and may tell the very count that is hidden."""
    for text in (MINUTES, FIGURES, FEW):
        Path("сесія.txt").write_text(f"{text}Троє чоловіків чекають на допомогу.\n", "utf8")
        shown = called("read", "сесія.txt", "--lang", "en")[1]
        assert re.search(r"\nNot understood: .*paragraphs? \d+\.\n$", shown)
        assert "Троє" not in shown


def test_a_kind_can_be_asked_for(called: Called) -> None:
    told = called("read", "протокол.txt", "--as", "statistics", "--format", "json")[1]
    assert isinstance(lg.loads(told), lg.Statistics)
    assert "statistics" in called("status", "звіт.txt", "--as", "statistics", "--lang", "en")[2]


@pytest.mark.parametrize(
    "command",
    [
        ["status"],
        ["totals", "--by", "goal", "--amount", "planned"],
        ["coverage"],
        ["compare", "звіт.txt"],
        ["report", "-o", "сторінка.html"],
        ["export", "--to", "datapackage", "-o", "дані"],
    ],
    ids=lambda each: each[0],
)
def test_a_document_without_measures_is_refused_in_one_line(command: list[str], called: Called) -> None:
    Path("дані.txt").write_text(FIGURES, "utf8")
    for name, what in (("протокол.txt", "councils and duties"), ("дані.txt", "figures")):
        code, out, err = called(*command, name, "--lang", "en")
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert f"the document has no measures: it tells of {what} (localgender " in err
    assert not Path("сторінка.html").exists()


def test_why_a_table_is_no_plan_is_told_beside_what_it_is(called: Called) -> None:
    Path("таблиця.txt").write_text("Показник за 2024 рік\tУсього\tЖінки\nДзвінки, од.\t120\t97\n", "utf8")
    err = called("status", "таблиця.txt", "--lang", "en")[2]
    assert "it tells of figures (localgender statistics); no layout fits: found Показник" in err


def test_reports_of_units_are_joined(called: Called) -> None:
    told = json.loads(called("consolidate", "освіта.txt", "культура.txt", "--format", "json")[1])
    assert told["totals"]["planned"] == 1_250_000
    assert len(told["units"]) == 2
    code, shown, _ = called("consolidate", "освіта.txt", "культура.txt", "--lang", "en")
    assert code == 0
    assert shown.startswith("Consolidated report · 2023")


def test_a_report_that_cannot_be_read_is_named_and_the_others_are_joined(called: Called) -> None:
    names = ("освіта.txt", "нема.txt", "культура.txt")
    code, shown, err = called("consolidate", *names, "--lang", "en")
    assert (code, err) == (2, "localgender: нема.txt: No such file or directory\n")
    assert "without нема.txt: No such file or directory" in shown
    tree = json.loads(called("consolidate", *names, "--format", "json", "--lang", "en")[1])
    assert tree["totals"]["planned"] == 1_250_000
    assert tree["not_read"] == {"нема.txt": "No such file or directory"}
    code, shown, err = called("consolidate", "нема.txt", "протокол.txt")
    assert (code, shown, err.count("\n")) == (2, "", 2)


def test_reports_of_several_periods_are_joined_for_one(called: Called) -> None:
    Path("освіта-2024.txt").write_text(unit_report("Відділ освіти", "3,0").replace("2023", "2024"), "utf8")
    names = ("освіта.txt", "культура.txt", "освіта-2024.txt")
    code, out, err = called("consolidate", *names, "--lang", "en")
    assert (code, out) == (2, "")
    assert err == (
        "localgender: the reports are of several periods: 2023, 2024; say which with --period "
        "(see localgender consolidate --help)\n"
    )
    tree = json.loads(called("consolidate", *names, "--period", "2024", "--format", "json")[1])
    assert (tree["totals"]["planned"], len(tree["left_out"])) == (300_000, 2)


def test_a_report_after_its_day_is_late(called: Called) -> None:
    words = ("consolidate", "освіта.txt", "культура.txt", "--calendar", "vinnytsia-1325", "--format", "json")
    days = ("--received", "освіта.txt=2024-01-09", "--received", "культура.txt=2024-01-19")
    found = json.loads(called(*words, *days)[1])["findings"]
    (late,) = [each["facts"] for each in found if each["kind"] == "report-late"]
    assert (late["received"], late["days"]) == ("2024-01-19", 9)
    assert "--received FILE=DAY" in called(*words)[2]
    assert "'архів.txt'" in called(*words, "--received", "архів.txt=2024-01-09")[2]
    assert "дата, наприклад" in called(*words, "--received", "освіта.txt=учора")[2]


def test_the_same_amount_is_counted_as_asked(called: Called) -> None:
    for name, unit in (("а.txt", "Відділ освіти"), ("б.txt", "Відділ культури")):
        Path(name).write_text(unit_report(unit, "10,0"), "utf8")
    sums = {}
    for words in ((), ("--same-money", "each"), ("--unit-planned", "whole")):
        tree = json.loads(called("consolidate", "а.txt", "б.txt", *words, "--format", "json")[1])
        sums[words] = (tree["totals"]["planned"], tree["totals"]["disbursed"])
    assert sums[()] != sums["--same-money", "each"]
    assert sums["--same-money", "each"] == (2_000_000, 2_000_000)
    assert sums["--unit-planned", "whole"][0] == 1_000_000


def test_expected_units_are_missed(called: Called) -> None:
    words = ("--expected", "Відділ спорту", "--expected", "Архів", "--format", "json")
    told = json.loads(called("consolidate", "освіта.txt", "культура.txt", *words)[1])
    assert [each["kind"] for each in told["findings"]].count("report-missing") == 2


def test_open_data_reads_back(called: Called) -> None:
    value = lg.read_report("звіт.txt").value
    for place in ("дані", "дані.zip"):
        assert called("export", "звіт.txt", "--to", "datapackage", "-o", place) == (0, f"{place}\n", "")
        assert lg.read_data_package(place) == value
    assert called("export", "звіт.txt", "--to", "json", "-o", "звіт.json")[0] == 0
    assert lg.loads(Path("звіт.json").read_text("utf8")) == value


def test_amounts_are_exported_as_rows(called: Called) -> None:
    code, shown, _ = called("export", "звіт.txt", "--to", "csv", "-o", "-")
    assert code == 0
    assert len(shown.splitlines()) == len(lg.observations(lg.read_report("звіт.txt"))) + 1


def test_a_data_package_is_put_in_no_strange_place(called: Called) -> None:
    Path("тека").mkdir()
    Path("тека", "моє.txt").write_text("x", "utf8")
    code, out, err = called("export", "звіт.txt", "--to", "datapackage", "-o", "тека")
    assert (code, out) == (2, "")
    assert err.startswith("localgender: тека: ")
    assert [each.name for each in Path("тека").iterdir()] == ["моє.txt"]
    assert "folder" in called("export", "звіт.txt", "--to", "datapackage", "-o", "-", "--lang", "en")[2]
    assert "поверх" in called("export", "звіт.txt", "--to", "json", "-o", "звіт.txt")[2]
