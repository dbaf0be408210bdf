"""One process at a time writes into a folder; what it held is free when it ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from localgender.errors import FolderBusyError


@contextmanager
def locked(file: Path, *, what: str) -> Iterator[None]:
    """Hold a lock of the operating system on a file, which is left behind and means nothing by itself.

    Args:
        file: Made when it is missing.
        what: Name of what is locked, for the error.

    Raises:
        FolderBusyError: When another process holds it.
        OSError: When the file cannot be written, or lies where nothing can be locked.
    """
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _taken(held):
            raise FolderBusyError(what)
        yield
    finally:
        os.close(held)


if sys.platform == "win32":
    import msvcrt

    def _taken(held: int) -> bool:
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _taken(held: int) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
