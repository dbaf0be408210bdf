"""Where answers go: standard output, a file that is replaced whole, one line of refusal on standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.errors import LayoutError
from localgender.showing.catalogue import Said
from localgender.showing.progress import visible
from localgender.showing.tones import painted, plain

_NARROWEST, _USUAL, _WIDEST = 60, 100, 120


class RefusedFileError(Exception):
    """A file that cannot be read or written.

    Attributes:
        name: As it was given.
        error: Why.
        nearest: Name of a file that was probably meant.
    """

    def __init__(self, name: str, error: Exception, nearest: str | None = None) -> None:
        super().__init__(name, error, nearest)
        self.name, self.error, self.nearest = name, error, nearest

    def reason(self, language: str) -> str:
        """Say why, without the name of the file."""
        from localgender.showing.failures import reason

        told = (
            self.error.said(language)
            if isinstance(self.error, WrongCallError)
            else reason(self.error, language)
        )
        if isinstance(self.error, LayoutError) and self.error.headers:
            return told + Said("; a file given with --layout says which words head which column").said(
                language
            )
        if self.nearest is None:
            return told
        return told + Said("; did you mean {nearest}?").said(language, {"nearest": shown(self.nearest)})

    def said(self, language: str) -> str:
        """Say it in a language."""
        return f"{shown(self.name)}: {self.reason(language)}"


def slip(error: Exception, language: str) -> str:
    """Say that the library failed where it never should."""
    words = {"error": f"{type(error).__name__}: {error}"}
    return Said("this should not happen: {error}").said(language, words)


def prepare() -> None:
    """Make both streams take a Ukrainian answer, whatever the terminal was set up for, or nothing at all."""
    sys.stdout, sys.stderr = sys.stdout or _Nowhere(), sys.stderr or _Nowhere()
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


class _Nowhere(io.StringIO):
    """Stands for a stream that the caller has closed."""

    def write(self, text: str) -> int:
        return len(text)


def shown(name: str) -> str:
    r"""Spell the name of a file for a person: bytes that are no letters are told by their number.

    >>> print(shown("звіт\udcff.docx"))
    звіт\xff.docx
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def write(text: str) -> None:
    """Write to standard output; a reader that has left is no failure."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough. What is left would be tried, and fail, once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(reason: str, code: int = 2) -> int:
    """Say in one line on standard error why there is no answer, and return the exit code."""
    line = " ".join(reason.split())
    # The name of a file may hold what would steer the terminal.
    sys.stderr.write(f"localgender: {visible(line)}\n")
    return code


def deliver(text: str, options: Options) -> None:
    """Write an answer to where the call wants it; of a file the name is told."""
    target = target_of(options)
    if target is None:
        write(text)
    else:
        put(text, target)
        write(f"{shown(options.output)}\n")


def target_of(options: Options) -> Path | None:
    """Return the file that an answer goes to; None for standard output."""
    return None if options.output in (None, "-") else Path(options.output)


def put(text: str, target: Path) -> None:
    """Write a file that takes its place whole or not at all.

    Raises:
        RefusedFileError: When it cannot be written.
    """
    data = text.encode("utf-8", "replace")
    # Devices and pipes are written to, links are followed: only a file is replaced.
    place = target.resolve()
    unfinished = place.parent / f".{place.name}.part"
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(data)
            return
        try:
            unfinished.write_bytes(data)
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise RefusedFileError(str(target), error) from None


def spare(names: Iterable[str], target: Path) -> None:
    """Refuse to write over a document that is read.

    Raises:
        WrongCallError: When the target is one of the documents.
    """
    for name in names:
        if name != "-" and target.exists() and Path(name).exists() and target.samefile(name):
            raise WrongCallError(Said("{file} would be written over itself"), {"file": shown(name)})


def look(options: Options, *, on_screen: bool) -> dict[str, Any]:
    """Return how a text looks: its width, and what makes lines stand out.

    What goes to a file or a program does not depend on where it was called.
    """
    on_terminal = on_screen and sys.stdout.isatty()
    columns = shutil.get_terminal_size((_USUAL, 24)).columns if on_terminal else _USUAL
    paint = painted if _is_coloured(options.color, on_terminal=on_terminal) else plain
    return {"width": max(_NARROWEST, min(columns, _WIDEST)), "paint": paint}


def _is_coloured(wish: str, *, on_terminal: bool) -> bool:
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old console of Windows prints the codes instead of obeying them.
    return on_terminal and (sys.platform != "win32" or "WT_SESSION" in os.environ)
