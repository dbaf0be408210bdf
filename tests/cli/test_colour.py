"""Colour is for whoever looks: on a terminal, never in a file or a pipe, never against a wish."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import PLAN, REPORT, run

from localgender import cli
from localgender.cli.commands import COMMANDS
from paths import ROOT

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return what a terminal is sent."""
    for name in ("NO_COLOR", "TERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("WT_SESSION", "x")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str) -> str:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        assert cli.main([str(ROOT / each) if each in (REPORT, PLAN) else each for each in arguments]) == 0
        return capsys.readouterr().out

    return call


def test_headings_and_severities_stand_out_on_a_terminal(looked_at: Callable[..., str]) -> None:
    shown = looked_at("audit", REPORT, "--lang", "en")
    assert "\x1b[1;33mWarnings (30)\x1b[0m\n" in shown
    assert "\x1b[1;36mNotices (33)\x1b[0m\n" in shown
    assert "\x1b[1mMore allocated than planned · allocated-exceeds-planned\x1b[0m\n" in shown
    assert shown.startswith("\x1b[1mReport for 2023 · ")


@pytest.mark.parametrize("files", [[REPORT], [REPORT, PLAN]], ids=["one", "several"])
@pytest.mark.parametrize("command", ["read", "audit", "status", "coverage"])
def test_colour_adds_nothing_but_colour(
    command: str, files: list[str], looked_at: Callable[..., str]
) -> None:
    coloured = looked_at(command, *files)
    assert COLOUR.search(coloured)
    assert COLOUR.sub("", coloured) == looked_at(command, *files, "--color", "never")
    assert all(line.count("\x1b[") in (0, 2) for line in coloured.splitlines())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_wish_for_no_colour_is_kept(
    name: str, value: str, looked_at: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in looked_at("audit", REPORT)
    assert "\x1b[1;33m" in looked_at("audit", REPORT, "--color", "always")


def test_an_empty_wish_is_none(looked_at: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[1;33m" in looked_at("audit", REPORT)


@pytest.mark.parametrize("written", ["json", "markdown", "html"])
def test_other_formats_have_no_colour(written: str, looked_at: Callable[..., str]) -> None:
    assert "\x1b" not in looked_at("audit", REPORT, "--format", written, "--color", "always")


def test_a_file_has_no_colour(looked_at: Callable[..., str], tmp_path: Path) -> None:
    looked_at("audit", REPORT, "-o", str(tmp_path / "аудит.txt"))
    assert "\x1b" not in (tmp_path / "аудит.txt").read_text("utf8")


def test_the_summary_of_pages_looks_as_any_answer(looked_at: Callable[..., str], tmp_path: Path) -> None:
    shown = looked_at("report", REPORT, PLAN, "-o", f"{tmp_path}/", "--lang", "en")
    assert "\x1b[1m2 files\x1b[0m" in shown


def test_a_pipe_has_no_colour() -> None:
    assert b"\x1b" not in run("audit", REPORT, TERM="xterm-256color").stdout
    assert b"\x1b[1;33m" in run("audit", REPORT, "--color", "always").stdout


def test_every_command_that_answers_takes_the_choice() -> None:
    assert [each.name for each in COMMANDS if "--color" not in str(each.options)] == ["export", "completion"]
