"""The command line as a person or a script meets it: a process, two streams and an exit code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from programs import CONTRADICTORY, PLAN, REPORT, one_line
from programs import run as call

import localgender as lg
from localgender import cli
from paths import ROOT

COMMANDS = (
    ["read"],
    ["audit"],
    ["status"],
    ["totals", "--by", "goal", "--amount", "planned"],
    ["coverage"],
)

run = cache(call)


def printed(*arguments: str) -> str:
    done = run(*arguments)
    assert done.stderr == b""
    assert done.returncode == 0
    return done.stdout.decode("utf8").replace("\u00a0", " ")


def refused(*arguments: str) -> str:
    done = run(*arguments)
    return one_line(done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8"))


@pytest.fixture
def answered_here(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return what a process would answer, without the second that a process takes."""

    def call(*arguments: str) -> tuple[int, str]:
        code = cli.main([str(ROOT / each) if each in (REPORT, PLAN) else each for each in arguments])
        out, err = capsys.readouterr()
        assert err == ""
        return code, out.replace("\u00a0", " ")

    return call


@pytest.fixture
def refused_here(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return what a process would be told in English."""

    def call(*arguments: str) -> str:
        code = cli.main([*arguments, "--lang", "en"])
        return one_line(code, *capsys.readouterr())

    return call


def test_audit_names_the_document_its_findings_and_what_was_checked() -> None:
    lines = printed("audit", REPORT).splitlines()
    assert (
        lines[0] == "Звіт за 2023 рік · Житомирська міська територіальна громада · zhytomyr-report-2023.txt"
    )
    assert (
        "рядок 3, стовпець 9 Захід 1.1: надруковано 100,0 %, хоча із запланованих 2,4 тис. грн"
        in " ".join(" ".join(lines).split())
    )
    assert lines[-1] == "Зрозуміло 12 988 із 12 988 знаків."


def test_audit_as_json_is_a_list_of_findings() -> None:
    found = json.loads(printed("audit", REPORT, "--format", "json"))
    assert {tuple(each) for each in found} == {("kind", "severity", "refs", "facts", "places", "message")}
    exceeds = next(each for each in found if each["kind"] == "allocated-exceeds-planned")
    assert exceeds["refs"] == ["4.1"]
    assert exceeds["facts"]["difference"] == 400_000
    assert (exceeds["places"][0]["row"], exceeds["places"][0]["column"]) == (34, 7)
    assert exceeds["message"].startswith("Захід 4.1, 2023 рік: виділено")
    assert len(found) == len(lg.audit(lg.read_report(ROOT / REPORT)))


def test_audit_as_markdown() -> None:
    shown = printed("audit", REPORT, "--format", "markdown", "--lang", "en")
    assert shown.startswith("# Report for 2023 · ")
    assert "| row 34, column 7 | Measure 4.1, 2023: 44.0 thousand UAH allocated" in shown


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_answer_is_a_page_of_its_own(command: list[str], language: str) -> None:
    shown = printed(command[0], REPORT, *command[1:], "--format", "html", "--lang", language)
    assert shown.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert "<caption>" in shown
    assert not re.search(r"https?://|<script", shown)


def test_all_tells_every_notice_and_every_question() -> None:
    assert printed("audit", REPORT).count("різниця лише в порожніх") == 0
    every = printed("audit", REPORT, "--all")
    assert every.count("різниця лише в порожніх") == 22
    assert "stated-total-differs" in every


def test_strict_fails_on_errors_only(tmp_path: Path, answered_here: Callable[..., tuple[int, str]]) -> None:
    wrong = tmp_path / "звіт.txt"
    wrong.write_text(CONTRADICTORY, "utf8")
    assert answered_here("audit", REPORT, "--strict")[0] == 0
    assert answered_here("audit", str(wrong))[0] == 0
    for written in ("text", "json", "markdown", "html"):
        code, shown = answered_here("audit", str(wrong), "--strict", "--format", written)
        assert code == 1
        assert "різниця 10,0 тис. грн" in " ".join(shown.split())
    assert run("audit", str(wrong), "--strict").returncode == 1


def test_read_tells_the_value_and_how_it_was_understood() -> None:
    shown = printed("read", REPORT)
    for part in (
        "Хто звітує",
        "рішення",
        "228,3 тис. грн",
        "2.10   Аналіз задоволеності",
        "12 988 із 12 988 знаків",
    ):
        assert part in shown


def test_read_as_json_gives_the_value_back() -> None:
    assert lg.loads(run("read", REPORT, "--format", "json").stdout) == lg.read_report(ROOT / REPORT).value


def test_document_is_read_as_what_it_is_or_as_told(
    answered_here: Callable[..., tuple[int, str]], refused_here: Callable[..., str]
) -> None:
    assert answered_here("read", PLAN, "--lang", "en")[1].startswith("Plan · ")
    assert answered_here("read", REPORT, "--lang", "en")[1].startswith("Report for 2023 · ")
    assert answered_here("read", REPORT, "--as", "report") == answered_here("read", REPORT)
    refused = refused_here("read", str(ROOT / PLAN), "--as", "report")
    assert "no layout fits" in refused
    assert "--layout" in refused


def test_statuses_are_told_by_measure(answered_here: Callable[..., tuple[int, str]]) -> None:
    code, shown = answered_here("status", REPORT, "--format", "json", "--lang", "en")
    told = json.loads(shown)
    assert code == 0
    assert list(told) == [str(where) for where in lg.read_report(ROOT / REPORT).value.plan.by_ref]
    assert (told["2.8"]["delivery"], told["2.8"]["funding"]) == ("not-delivered", "unfunded")
    words, money = told["2.8"]["reasons"]
    assert words == {
        "rule": "no-money",
        "quoted": "не фінансується",
        "figures": {},
        "refs": ["2.8/narrative"],
        "message": "without money: “не фінансується”",
    }
    assert money["figures"] == {"planned": 1_800_000, "allocated": 0, "disbursed": 0}
    assert money["refs"] == ["2.8/2023/planned", "2.8/2023/allocated", "2.8/2023/disbursed"]


def test_totals_are_kopiykas_by_group(answered_here: Callable[..., tuple[int, str]]) -> None:
    def totals(by: str, amount: str, source: str = REPORT) -> dict[str, int | None]:
        code, shown = answered_here("totals", source, "--by", by, "--amount", amount, "--format", "json")
        found = json.loads(shown)
        assert code == 0
        assert isinstance(found, dict)
        return found

    assert totals("goal", "disbursed") == {"1": 0, "2": 1_000_000, "3": 0, "4": 2_000_000}
    assert totals("year", "planned") == {"2023": 22_830_000}
    assert totals("measure", "planned")["2.10"] == 0
    assert totals("source", "allocated") == {"": 6_000_000}
    assert sum(filter(None, totals("executor", "planned").values())) == 22_830_000
    # Silence is null, not zero.
    assert set(totals("goal", "planned", PLAN).values()) == {None}


@pytest.mark.parametrize("written", ["text", "markdown"])
def test_totals_as_a_table(written: str) -> None:
    options = ("--by", "goal", "--amount", "planned", "--format", written, "--lang", "en")
    shown = printed("totals", REPORT, *options)
    assert "Planned money by goal" in shown
    assert "228.3" in shown


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_unreadable_files_are_refused_in_one_line(
    command: list[str], tmp_path: Path, refused_here: Callable[..., str]
) -> None:
    name, *options = command
    contents = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "binary.bin": bytes(range(256)) * 8,
        "prose.txt": "Сесія міської ради відбулася.".encode(),
        "other.txt": "Назва\tДата\tМісце\nСвято\t1 травня\tПарк\n".encode(),
        "рядок\nдругий.txt": b"",
    }
    for file, content in contents.items():
        (tmp_path / file).write_bytes(content)
        line = refused_here(name, str(tmp_path / file), *options)
        assert file.split("\n")[0] in line
    assert "No such file" in refused_here(name, str(tmp_path / "missing.txt"), *options)
    assert str(tmp_path) in refused_here(name, str(tmp_path), *options)


def test_unreadable_files_end_a_process_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 8)
    assert "binary.bin" in refused("audit", str(tmp_path / "binary.bin"))
    assert "missing.txt: такого файлу" in refused("read", str(tmp_path / "missing.txt"))


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "COMMAND"),
        (["audits", REPORT], "'audits' is none of read, audit"),
        (["audit"], "FILE"),
        (["audit", REPORT, "--lang", "de"], "--lang: 'de' is none of uk, en"),
        (["audit", REPORT, "--format", "docx"], "markdown"),
        (["read", REPORT, "--format", "xlsx"], "json"),
        (["read", REPORT, "--as", "budget"], "'budget' is none of report, plan"),
        (["audit", REPORT, "--strikt"], "--strikt"),
        (["audit", REPORT, "--stri"], "--stri"),
        (["totals", REPORT], "--by, --amount"),
        (["totals", REPORT, "--by", "colour", "--amount", "planned"], "executor"),
        (["totals", REPORT, "--by", "goal", "--amount", "spent"], "disbursed"),
    ],
)
def test_wrong_calls_are_refused_in_one_line(
    arguments: list[str], part: str, refused_here: Callable[..., str]
) -> None:
    assert part in refused_here(*arguments)


def test_wrong_call_ends_a_process_in_one_line() -> None:
    assert "FILE" in refused("audit")


def test_version_and_help() -> None:
    assert printed("--version") == f"localgender {lg.__version__}\n"
    for arguments in ([], ["read"], ["audit"], ["totals"]):
        assert "usage: localgender" in printed(*arguments, "--help", "--lang", "en")
        assert "виклик: localgender" in printed(*arguments, "--help")
