"""Files below a folder: which are tried, which are passed over, and what they are called."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from unicodedata import normalize

from attrs import frozen

# Lock files and working copies of Word, LibreOffice and others; all else that is hidden begins with a dot.
_HIDDEN = (".", "~$")
_THUMBS = ("desktop.ini", "thumbs.db")


@frozen
class Found:
    """Something below the folder that is to be read.

    Attributes:
        file: What it is called: its path below the folder, with `/`.
        path: Where it lies.
        error: Why it cannot be opened, as of a folder that nobody may look into.
    """

    file: str
    path: str
    error: OSError | None = None


@frozen
class Folder:
    """What lies below a folder.

    Attributes:
        found: What is to be read, in the order of the names.
        passed_over: How many hidden files, lock files and things that are no files were met.
    """

    found: tuple[Found, ...]
    passed_over: int


def files_below(folder: Path, *, pattern: str = "*", apart_from: Path) -> Folder:
    """Find every file below a folder, each folder once however many links lead to it.

    Args:
        folder: Where to begin.
        pattern: What the path of a file must be like; `*` stands for any letters, `/` among them.
        apart_from: A folder that is not looked into.

    Raises:
        OSError: When there is no such folder, or it cannot be looked into.
    """
    with os.scandir(folder):
        pass
    unseen: list[OSError] = []
    found, passed_over = [], 0
    for place, names in _walked(folder, apart_from, unseen):
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118 - the name may be no text
            if _is_passed_over(name) or not _is_file(path):
                passed_over += 1
            elif fnmatchcase(normalize("NFC", called := _called(path, folder)), normalize("NFC", pattern)):
                found.append(Found(called, path))
    found += [
        Found(_called(str(error.filename), folder) + "/", str(error.filename), error) for error in unseen
    ]
    return Folder(tuple(sorted(found, key=lambda each: each.file)), passed_over)


def _walked(folder: Path, apart_from: Path, unseen: list[OSError]) -> Iterator[tuple[str, list[str]]]:
    met = {_identity(folder), _identity(apart_from)} - {None}
    for place, folders, names in os.walk(folder, onerror=unseen.append, followlinks=True):
        inner = []
        for name in sorted(folders):
            known = _identity(Path(place, name))
            if not _is_passed_over(name) and known not in met:
                inner.append(name)
                met |= {known} - {None}
        folders[:] = inner
        yield place, names


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def _is_passed_over(name: str) -> bool:
    return name.startswith(_HIDDEN) or name.lower() in _THUMBS


def _is_file(path: str) -> bool:
    # A pipe would be waited for; a link to nothing is refused when it is opened, with its reason.
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - the name may be no text
    except OSError:
        return True


def _called(path: str, folder: Path) -> str:
    below = os.path.relpath(path, folder).replace(os.sep, "/")
    # What is no text is spelled with backslashes, so those that are printed are doubled: no two names meet.
    return below.replace("\\", r"\\").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def fingerprint(path: str, most: int) -> str | None:
    """Return the SHA-256 of a file; None for one of more bytes than anything is read of.

    Raises:
        OSError: When it cannot be opened.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - the name may be no text
        if os.fstat(file.fileno()).st_size > most:
            return None
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_gone(path: Path) -> bool:
    """Tell whether nothing lies at a path; what cannot be looked at may still be there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
