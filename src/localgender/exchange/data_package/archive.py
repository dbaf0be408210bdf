"""Files of a package in a folder or a zip archive: placed whole or not at all, read within limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from localgender.documents.grid import Limits
from localgender.documents.readers.ooxml import Package
from localgender.errors import UnreadableDocumentError

_MADE = (1980, 1, 1, 0, 0, 0)
Files = Mapping[str, bytes]


def zipped(files: Files) -> bytes:
    """Pack files; equal files give equal bytes.

    >>> zipped({"a.csv": b"x"}) == zipped({"a.csv": b"x"})
    True
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name, _MADE), data, ZIP_DEFLATED)
    return out.getvalue()


def place_file(data: bytes, path: Path) -> None:
    """Write a file so that nobody ever meets half of it."""
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as aside:
        made = Path(aside) / path.name
        made.write_bytes(data)
        made.replace(path)


def place_folder(files: Files, path: Path) -> None:
    """Write a folder that holds all of the files or is not there; an earlier package is replaced.

    Raises:
        FileExistsError: When something else stands there.
    """
    if path.exists() and not (path.is_dir() and {each.name for each in path.iterdir()} <= set(files)):
        raise FileExistsError(f"{path} is there and is no data package")
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as aside:
        made, before = Path(aside) / "made", Path(aside) / "before"
        made.mkdir()
        for name, data in files.items():
            (made / name).write_bytes(data)
        if path.exists():
            path.rename(before)
        try:
            made.rename(path)
        except OSError:
            if before.exists():
                before.rename(path)
            raise


def unpacked(data: bytes, name: str, wanted: Collection[str], limits: Limits) -> dict[str, bytes]:
    """Read files out of a zip archive, counted as they unpack; others are left alone.

    Raises:
        UnreadableDocumentError: When it is corrupt, encrypted, over the limits, or holds a file twice.
    """
    if len(data) > limits.file_bytes:
        raise UnreadableDocumentError(name, f"larger than {limits.file_bytes} bytes")
    package = Package.open(data, name, limits)
    with ZipFile(BytesIO(data)) as archive:
        counted = Counter(each.lower() for each in archive.namelist())
    for each in wanted:
        if counted[each] > 1:
            raise UnreadableDocumentError(name, f"{each} stands in it more than once")
    return {each: package.content(each) for each in wanted if each in package}


def read_folder(path: Path, wanted: Collection[str], limits: Limits) -> dict[str, bytes]:
    """Read files of a folder; others are left alone.

    Raises:
        UnreadableDocumentError: When they are larger than the limits allow.
    """
    there = [each for each in wanted if (path / each).is_file()]
    if sum((path / each).stat().st_size for each in there) > limits.unpacked_bytes:
        raise UnreadableDocumentError(str(path), f"larger than {limits.unpacked_bytes} bytes")
    return {each: (path / each).read_bytes() for each in there}
