"""Commands for councils, for reports of units, and for open data."""

from __future__ import annotations

import json
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


def test_statistics_are_told_unless_they_can_harm(called: Called) -> None:
    Path("дані.txt").write_text(FIGURES, "utf8")
    Path("мало.txt").write_text(FEW, "utf8")
    code, shown, _ = called("statistics", "дані.txt", "--lang", "en")
    assert code == 0
    assert all(figure in shown for figure in ("120", "97", "23"))
    told = called("statistics", "дані.txt", "--format", "json")[1]
    assert lg.loads(told) == lg.read_statistics("дані.txt").value
    for written in ("text", "json", "markdown", "html"):
        code, shown, err = called("statistics", "мало.txt", "--format", written, "--lang", "en")
        assert (code, shown) == (2, "")
        assert "tells of few people what can harm them" in err
        code, shown, err = called("statistics", "мало.txt", "дані.txt", "--format", written, "--lang", "en")
        assert code == 2
        assert err.startswith("localgender: мало.txt: ")
        assert "120" in shown


def test_reports_of_units_are_joined(called: Called) -> None:
    told = json.loads(called("consolidate", "освіта.txt", "культура.txt", "--format", "json")[1])
    assert told["totals"]["planned"] == 1_250_000
    assert len(told["units"]) == 2
    code, shown, _ = called("consolidate", "освіта.txt", "культура.txt", "--lang", "en")
    assert code == 0
    assert shown.startswith("Consolidated report · 2023")


def test_a_sum_without_one_of_the_units_is_not_told(called: Called) -> None:
    code, out, err = called("consolidate", "освіта.txt", "нема.txt", "культура.txt", "--lang", "en")
    assert (code, out, err) == (2, "", "localgender: нема.txt: No such file or directory\n")


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
