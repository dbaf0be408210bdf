"""What `localgender collect` prints, and how it ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from gathered import fill, put, report, rows

from localgender import cli
from localgender.collecting.lock import locked

Answered = tuple[int, str, str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return fill(tmp_path / "звіти", добрий=report(1))


@pytest.fixture
def called(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answered]:
    def call(*words: str) -> Answered:
        code = cli.main(["collect", "звіти", "-o", "країна", "--workers", "1", "--lang", "en", *words])
        out, err = capsys.readouterr()
        return code, out.replace("\u00a0", " "), err

    return call


def test_what_was_read_is_counted(called: Callable[..., Answered]) -> None:
    assert called() == (0, "Collected: 1 file\n1 read\n", "")
    assert called() == (0, "Collected: 1 file\n1 read, 1 unchanged since\n", "")


def test_what_failed_is_told_on_both_streams(called: Callable[..., Answered], folder: Path) -> None:
    put(folder, "порожній.docx", b"")
    put(folder, ".сховане", b"")
    code, out, err = called()
    assert (code, err) == (2, "localgender: порожній.docx: the document is empty\n")
    assert out == (
        "Collected: 2 files\n1 read, 1 failed, 1 hidden file passed over\n\n"
        "File           What became of it\n"
        "─────────────  ────────────────────────────────────\n"
        "порожній.docx  not collected: the document is empty\n"
    )


def test_what_is_doubtful_is_shown_and_fails_only_a_strict_call(
    called: Callable[..., Answered], folder: Path
) -> None:
    put(folder, "суперечить.txt", report(2, total="Всього\t\t\t99,0\t4,0\n"))
    code, out, _ = called()
    assert code == 0
    assert "суперечить.txt  doubtful           Report for 2023" in out
    assert "добрий.txt" not in out
    assert called("--strict")[0] == 1
    assert "добрий.txt      read" in called("--all")[1]


def test_json_tells_of_every_file(called: Callable[..., Answered], folder: Path) -> None:
    put(folder, "порожній.docx", b"")
    tree = json.loads(called("--format", "json", "--lang", "uk")[1])
    assert tree["counts"] == {"read": 1, "failed": 1}
    good, bad = tree["files"]
    assert (good["file"], good["state"], good["change"], good["measures"], good["reason"]) == (
        "добрий.txt",
        "read",
        "new",
        2,
        None,
    )
    assert (bad["file"], bad["state"], bad["reason"]) == ("порожній.docx", "failed", "документ порожній")


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_steers_no_terminal(called: Callable[..., Answered], folder: Path) -> None:
    put(folder, "=а\x1b[2J\n.docx", b"")
    _, out, err = called()
    assert "\x1b" not in out + err
    assert "=а�[2J�.docx" in out
    assert len(err.splitlines()) == 1


def test_two_at_once_are_refused_in_one_line(called: Callable[..., Answered], folder: Path) -> None:
    called()
    with locked(Path("країна", ".localgender", "lock"), what="країна"):
        assert called() == (2, "", "localgender: країна: another process is collecting into this folder\n")
    assert called()[0] == 0


def test_files_that_are_gone_are_pruned_on_request(called: Callable[..., Answered], folder: Path) -> None:
    put(folder, "другий.txt", report(2))
    called()
    (folder / "другий.txt").unlink()
    assert "1 kept from before" in called()[1]
    assert "kept" not in called("--prune")[1]
    assert [row["file"] for row in rows(Path("країна"), "documents")] == ["добрий.txt"]


def test_every_document_is_read_as_what_is_asked_for(called: Callable[..., Answered]) -> None:
    called("--as", "plan")
    assert {row["kind"] for row in rows(Path("країна"), "documents")} == {"plan"}


@pytest.mark.parametrize("number", ["0", "-1", "два", "1.5"])
def test_a_number_of_workers_is_a_whole_number(
    number: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert cli.main(["collect", "звіти", "-o", "країна", f"--workers={number}", "--lang", "en"]) == 2
    assert capsys.readouterr().err == f"localgender: {number!r} is no whole number from 1\n"
    assert not Path("країна").exists()


def test_a_folder_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert cli.main(["collect", "немає", "-o", "країна", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "localgender: немає: No such file or directory\n"
