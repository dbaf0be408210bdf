"""Files that are there whole or not at all, whenever the process or the machine stops."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from filecmp import cmp
from pathlib import Path

_UNFINISHED = ".part"


@contextmanager
def replaced(file: Path) -> Iterator[Path]:
    """Give a path to write to, and put what is written there in the place of a file.

    What is written reaches the disk before it gets its name; the name itself does with `settled`. A file that
    already holds the same bytes is left as it is, with its day of change.

    Args:
        file: What is written in the end; its folder is made when it is missing.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}{_UNFINISHED}")
    try:
        yield unfinished
        if file.is_file() and cmp(unfinished, file, shallow=False):
            return
        _to_disk(unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def written(data: bytes, file: Path) -> None:
    """Write a file whole."""
    with replaced(file) as unfinished:
        unfinished.write_bytes(data)


def settled(*folders: Path) -> None:
    """Wait until the names in some folders, and below them, are on the disk."""
    for folder in folders:
        for each in (folder, *(below for below in folder.rglob("*") if below.is_dir())):
            _to_disk(each)


def sweep(folder: Path) -> None:
    """Remove what processes that were stopped had not finished writing."""
    for unfinished in folder.rglob(f".*{_UNFINISHED}"):
        unfinished.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    # On Windows a folder cannot be opened, nor needs to be: names there are kept by the journal of the disk.
    if sys.platform == "win32" and path.is_dir():
        return
    opened = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
