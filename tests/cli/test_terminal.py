"""Streams, signals and terminals: whatever happens to a process, one line tells it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from programs import PROGRAM, REPORT, run

from localgender import cli
from localgender.cli import files
from paths import ROOT


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "latin-1"])
def test_every_terminal_gets_utf8(encoding: str) -> None:
    done = run("read", REPORT, PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout == run("read", REPORT).stdout
    assert "ґвалт" in run("read", "ґвалт", PYTHONIOENCODING=encoding).stderr.decode("utf8")


def test_document_may_come_from_standard_input() -> None:
    command = [*PROGRAM, *"totals - --by year --amount planned --format json".split()]
    done = subprocess.run(command, input=(ROOT / REPORT).read_bytes(), capture_output=True, check=True)
    assert json.loads(done.stdout) == {"2023": 22_830_000}


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe and a signal of POSIX")
@pytest.mark.parametrize(
    "arguments", [["audit", REPORT, "--all"], ["--help"], ["read", REPORT, "--format", "json"]]
)
def test_reader_that_leaves_early_is_no_failure(arguments: list[str]) -> None:
    command = [*PROGRAM, *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_full_disk_is_one_line() -> None:
    command = [*PROGRAM, "read", REPORT]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


# A shell lets what it starts in the background ignore Ctrl-C, and every child of that too.
HEARING = [
    sys.executable,
    "-c",
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from localgender.cli import main; sys.exit(main())",
]


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_interrupted_command_says_so_and_stops(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [*HEARING, "audit", str(pipe)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        # Opening waits for the other end: the command has begun to read.
        writer = pipe.open("wb")
        process.send_signal(signal.SIGINT)
        out, line = process.communicate()
        writer.close()
    assert (process.returncode, out, line) == (130, b"", "localgender: перервано\n".encode())


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_interruption_ends_many_documents_too(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [*HEARING, "audit", REPORT, str(pipe), REPORT, "--lang", "en", "-o", str(tmp_path / "a.txt")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        writer = pipe.open("wb")
        process.send_signal(signal.SIGINT)
        out, line = process.communicate()
        writer.close()
    assert (process.returncode, out, line) == (130, b"", b"localgender: interrupted\n")
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]


def test_slip_of_the_library_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object, **_options: object) -> None:
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setitem(files._READERS, None, broken)
    assert cli.main(["audit", REPORT, "--lang", "en"]) == 2
    assert capsys.readouterr().err == "localgender: this should not happen: ZeroDivisionError: one two\n"


def test_what_goes_to_a_program_does_not_depend_on_the_terminal() -> None:
    assert run("audit", REPORT, COLUMNS="40").stdout == run("audit", REPORT, COLUMNS="400").stdout


@pytest.mark.parametrize(("columns", "width"), [("20", 60), ("80", 80), ("400", 120)])
def test_width_follows_the_terminal_within_reason(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert cli.main(["audit", str(ROOT / REPORT)]) == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    longest = max(map(len, plain.splitlines()))
    assert width - 10 < longest <= width
