"""Whoever waits at a terminal is told for what; a file or a pipe is not."""

from __future__ import annotations

import io
import os
import pty
import select
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from localgender.showing.progress import waiting
from paths import SAMPLE


class Terminal(io.StringIO):
    """Stream that says it is a terminal, and lets a test wait until something is written."""

    def __init__(self) -> None:
        super().__init__()
        self.spoken = threading.Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        self.spoken.set()


def test_a_terminal_is_told_and_cleared_afterwards() -> None:
    terminal = Terminal()
    with waiting("звіт\x1b.pdf", terminal, patience=0):
        terminal.spoken.wait()
    assert terminal.getvalue().startswith("\r\x1b[Kзвіт�.pdf .")
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_what_is_soon_done_is_not_told() -> None:
    terminal = Terminal()
    with waiting("звіт.pdf", terminal, patience=3600):
        pass
    assert terminal.getvalue() == ""


def test_an_error_passes_through_and_the_line_is_cleared() -> None:
    terminal = Terminal()

    def broken() -> None:
        with waiting("звіт.pdf", terminal, patience=0):
            terminal.spoken.wait()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert terminal.getvalue().endswith("\r\x1b[K")


def shown_until(terminal: int, words: bytes) -> bytes:
    """Read what a terminal is sent until the words are there; a silent one fails."""
    told = b""
    while words not in told:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"nothing but {told!r} was shown"
        told += os.read(terminal, 10_000)
    return told


def the_rest(terminal: int) -> bytes:
    """Read what a terminal was sent until the program has closed it."""
    told = b""
    try:
        while more := os.read(terminal, 10_000):
            told += more
    except OSError:
        pass
    os.close(terminal)
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="terminals and pipes of POSIX")
@pytest.mark.parametrize(
    ("names", "lines"),
    [(["звіт.txt"], ["звіт.txt ."]), (["звіт.txt", "план.txt"], ["1/2 ", "2/2 "])],
    ids=["one document", "several documents"],
)
def test_whoever_waits_at_a_terminal_is_told_for_what(
    names: list[str], lines: list[str], tmp_path: Path
) -> None:
    """Each document comes through a pipe that stays empty until the terminal has been told of it."""
    pipes = [tmp_path / name for name in names]
    for pipe in pipes:
        os.mkfifo(pipe)
    main, other = pty.openpty()
    command = [sys.executable, "-m", "localgender", "read", *map(str, pipes), "--lang", "en"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=other) as process:
        os.close(other)
        told = b""
        for pipe, line in zip(pipes, lines, strict=True):
            with pipe.open("wb") as writer:
                told += shown_until(main, line.encode("utf8"))
                writer.write((SAMPLE / "zhytomyr-report-2023.txt").read_bytes())
        assert process.stdout is not None
        answer = process.stdout.read()
        told += the_rest(main)
    assert process.returncode == 0
    assert b"Report for 2023" in answer
    assert told.endswith(b"\r\x1b[K")
    assert told.count(b"\n") == 0


def test_a_pipe_is_told_nothing() -> None:
    command = [sys.executable, "-m", "localgender", "read", *[str(SAMPLE / "zhytomyr-report-2023.txt")] * 2]
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
