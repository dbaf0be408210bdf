"""A line on a terminal that says what goes on while one waits; nothing in a file or a pipe."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import TextIO

_PATIENCE, _PACE = 0.7, 0.5
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


def _tell(what: str, stream: TextIO, done: threading.Event, patience: float) -> None:
    if done.wait(patience):
        return
    shown = "".join(sign if sign.isprintable() else "�" for sign in what)
    for turn in count():
        stream.write(f"{_CLEARED}{shown} {'.' * (turn % 3 + 1)}")
        stream.flush()
        if done.wait(_PACE):
            break
    stream.write(_CLEARED)
    stream.flush()
