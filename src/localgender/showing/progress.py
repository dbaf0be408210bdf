"""A line on a terminal that says what goes on while one waits; nothing in a file or a pipe."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TextIO

_PATIENCE, _PACE = 0.7, 0.5
_BAR, _NAME = 20, 40
_CLEARED = "\r\x1b[K"


@contextmanager
def waiting(what: str, stream: TextIO, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Tell on a terminal what is being done, once it takes longer than one notices, and clear the line after.

    >>> import io
    >>> quiet = io.StringIO()
    >>> with waiting("звіт.pdf", quiet, patience=0):
    ...     pass
    >>> quiet.getvalue()
    ''

    Args:
        what: What is being done, such as the name of a file.
        stream: Where to tell it; only a terminal is told.
        patience: Seconds before it is told.
    """
    if not stream.isatty():
        yield
        return
    done = threading.Event()
    told = threading.Thread(target=_tell, args=(what, stream, done, patience), daemon=True)
    told.start()
    try:
        yield
    finally:
        done.set()
        told.join()


@contextmanager
def counting(stream: TextIO) -> Iterator[Callable[[int, int, str], None]]:
    """Draw on a terminal how far a long row of files has come, and clear the line after.

    >>> import io
    >>> quiet = io.StringIO()
    >>> with counting(quiet) as told:
    ...     told(3, 10, "звіт.pdf")
    >>> quiet.getvalue()
    ''

    Args:
        stream: Where to draw it; only on a terminal.

    Yields:
        What to tell: how many are done, of how many, and the name of the last one.
    """
    if not stream.isatty():
        yield lambda done, whole, name: None
        return

    def tell(done: int, whole: int, name: str) -> None:
        full = _BAR * done // max(whole, 1)
        bar = "█" * full + "░" * (_BAR - full)
        stream.write(f"{_CLEARED}{bar} {done}/{whole} {visible(name)[-_NAME:]}")
        stream.flush()

    try:
        yield tell
    finally:
        stream.write(_CLEARED)
        stream.flush()


def visible(name: str) -> str:
    r"""Spell the name of a file so that it steers no terminal and breaks no line.

    >>> visible("звіт\x1b[2J\n.docx")
    'звіт�[2J�.docx'
    """
    return "".join(sign if sign.isprintable() else "�" for sign in name)


def _tell(what: str, stream: TextIO, done: threading.Event, patience: float) -> None:
    if done.wait(patience):
        return
    shown = visible(what)
    for turn in count():
        stream.write(f"{_CLEARED}{shown} {'.' * (turn % 3 + 1)}")
        stream.flush()
        if done.wait(_PACE):
            break
    stream.write(_CLEARED)
    stream.flush()
