"""Whoever waits at a terminal is told for what; a file or a pipe is not."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import threading

import pytest

from localgender.showing.progress import waiting
from paths import ROOT


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


def test_a_command_at_a_terminal_ends_with_a_clear_line() -> None:
    """Standard error is a real terminal here, and the answer goes down a pipe."""
    main, other = pty.openpty()
    command = [sys.executable, "-m", "localgender", "read", "examples/data/zhytomyr-report-2023.txt"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=other, check=True)
    os.close(other)
    os.set_blocking(main, False)
    try:
        told = os.read(main, 10_000)
    except (BlockingIOError, OSError):
        told = b""
    os.close(main)
    assert done.stdout
    assert told == b"" or told.endswith(b"\r\x1b[K")
