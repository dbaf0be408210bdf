"""Where an answer goes: a file is replaced whole or not at all, and no document is written over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import PROGRAM, REPORT, run

from localgender import cli
from paths import ROOT, SAMPLE

CALLS = (
    ["read"],
    ["audit"],
    ["status"],
    ["totals", "--by", "year", "--amount", "planned"],
    ["coverage"],
    ["compare", "звіт.txt"],
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="streams and names of POSIX")


@pytest.fixture
def called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Be in a folder with one document, and call there."""
    shutil.copy(SAMPLE / "zhytomyr-report-2023.txt", tmp_path / "звіт.txt")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        return (code, *capsys.readouterr())

    return call


@pytest.mark.parametrize("command", CALLS, ids=lambda each: each[0])
@pytest.mark.parametrize("written", ["text", "json", "markdown", "html"])
def test_a_file_gets_what_the_screen_would(
    command: list[str], written: str, called: Callable[..., tuple[int, str, str]]
) -> None:
    words = [command[0], "звіт.txt", *command[1:], "--format", written]
    shown = called(*words)[1]
    assert called(*words, "--output", "відповідь") == (0, "відповідь\n", "")
    assert Path("відповідь").read_bytes() == shown.encode("utf8")
    assert called(*words, "-o", "-") == (0, shown, "")
    assert sorted(map(str, Path().iterdir())) == ["відповідь", "звіт.txt"]


def test_strict_answer_is_written_before_it_fails(called: Callable[..., tuple[int, str, str]]) -> None:
    from programs import CONTRADICTORY

    Path("хибний.txt").write_text(CONTRADICTORY, "utf8")
    assert called("audit", "хибний.txt", "--strict", "-o", "аудит.txt")[0] == 1
    assert "різниця" in Path("аудит.txt").read_text("utf8")


def test_refused_call_leaves_the_old_file(called: Callable[..., tuple[int, str, str]]) -> None:
    Path("аудит.txt").write_text("старе", "utf8")
    assert called("audit", "нема.txt", "-o", "аудит.txt")[0] == 2
    assert Path("аудит.txt").read_text("utf8") == "старе"


@pytest.mark.parametrize(
    "command", [["audit"], ["report"], ["compare", "звіт.txt"]], ids=lambda each: each[0]
)
def test_a_document_is_not_written_over(
    command: list[str], called: Callable[..., tuple[int, str, str]]
) -> None:
    before = Path("звіт.txt").read_bytes()
    code, out, err = called(command[0], "звіт.txt", *command[1:], "-o", "./звіт.txt")
    assert (code, out) == (2, "")
    assert "поверх" in err
    assert Path("звіт.txt").read_bytes() == before


def test_place_that_cannot_be_written_is_one_line(called: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = called("read", "звіт.txt", "-o", "нема/тут.txt", "--lang", "en")
    assert (code, err) == (2, f"localgender: {Path('нема', 'тут.txt')}: No such file or directory\n")
    Path("тека").mkdir()
    code, _, err = called("read", "звіт.txt", "-o", "тека", "--lang", "en")
    assert (code, err) == (2, "localgender: тека: Is a directory\n")
    assert sorted(map(str, Path().iterdir())) == ["звіт.txt", "тека"]


@posix
def test_devices_are_written_to_and_links_followed(called: Callable[..., tuple[int, str, str]]) -> None:
    assert called("read", "звіт.txt", "-o", os.devnull)[0] == 0
    assert not Path(os.devnull).is_file()
    Path("справжній.txt").touch()
    Path("посилання.txt").symlink_to("справжній.txt")
    assert called("read", "звіт.txt", "-o", "посилання.txt")[0] == 0
    assert Path("посилання.txt").is_symlink()
    assert Path("справжній.txt").stat().st_size > 0


@posix
def test_name_that_is_no_utf8_is_read_told_and_written(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xe7\xe2\xb3\xf2.txt"
    try:
        Path(os.fsdecode(name)).write_bytes((ROOT / REPORT).read_bytes())
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    for options in ([], ["--format", "json"], ["--format", "html"], ["-o", tmp_path / "відповідь.txt"]):
        done = subprocess.run([*PROGRAM, "audit", name, *options], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode("utf8")
    both = subprocess.run(
        [*PROGRAM, "read", name, name + b"x", "--format", "json"], capture_output=True, check=False
    )
    assert both.returncode == 2
    assert both.stderr.decode("utf8").startswith("localgender: ")
    assert both.stderr.count(b"\n") == 1


@posix
@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_stream_is_no_traceback(closed: int) -> None:
    words = ["audit", "-" if closed == 0 else REPORT]
    shell = ["sh", "-c", f'exec "$@" {closed}{"<" if closed == 0 else ">"}&-', "sh", *PROGRAM, *words]
    done = subprocess.run(shell, cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    if closed == 0:
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode("utf8") == "localgender: -: стандартне введення закрите\n"
    else:
        assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_closed_input_is_one_bad_file_of_several() -> None:
    shell = ["sh", "-c", 'exec "$@" 0<&-', "sh", *PROGRAM, "read", "-", REPORT, "--lang", "en"]
    done = subprocess.run(shell, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"localgender: -: standard input is closed\n")
    assert b"2 files, 1 not read" in done.stdout


@posix
def test_name_of_a_file_does_not_steer_the_terminal(called: Callable[..., tuple[int, str, str]]) -> None:
    assert called("read", "\x1b[2Jзвіт", "--lang", "en")[2].startswith("localgender: �[2Jзвіт: No such file")


def test_a_page_may_go_to_standard_output(called: Callable[..., tuple[int, str, str]]) -> None:
    code, shown, _ = called("report", "звіт.txt", "-o", "-")
    assert (code, shown[:15]) == (0, "<!doctype html>")
    assert sorted(map(str, Path().iterdir())) == ["звіт.txt"]


@posix
def test_file_that_may_not_be_read_is_one_line(tmp_path: Path) -> None:
    secret = tmp_path / "таємне.txt"
    secret.write_text("x", "utf8")
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        # The administrator may read everything, but not every device answers.
        secret = Path("/proc/self/mem")
        if not secret.exists():
            pytest.skip("nothing is refused to the administrator here")
    done = run("read", str(secret))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf8").startswith(f"localgender: {secret}: ")
    assert done.stderr.count(b"\n") == 1


def test_enormous_file_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    with (tmp_path / "велетень.txt").open("wb") as file:
        file.truncate(1 << 40)
    done = run("audit", str(tmp_path / "велетень.txt"))
    assert done.returncode == 2
    assert "велетень.txt: більший за" in done.stderr.decode("utf8")
