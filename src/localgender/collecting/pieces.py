"""Finished documents that are not in the tables yet: each one file, which outlives the process."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import frozen

from localgender.collecting.storage import written
from localgender.collecting.tables import PARTITIONED, Columns

Row = dict[str, Any]

_SUFFIX = ".piece"
_VALUE = "value"


@frozen
class Piece:
    """What one document gives to the tables, on disk.

    Attributes:
        file: Where it lies.
        row: Its row of `documents`, without the path of a file.
        sections: For each part its first byte and its length.
    """

    file: Path
    row: Row
    sections: Mapping[str, tuple[int, int]]

    @property
    def value(self) -> bytes | None:
        """The document as JSON; None for one that is neither plan nor report."""
        return self._bytes(_VALUE) if _VALUE in self.sections else None

    def years(self, table: str) -> Iterator[int | None]:
        """Yield the years of which it has rows in a table; None for rows of no year, or a table without."""
        for name in self.sections:
            of, _, year = name.partition("/")
            if of == table:
                yield int(year) if year else None

    def columns(self, table: str, year: int | None) -> Columns:
        """Return its rows of one table and year, column by column."""
        told: Columns = json.loads(self._bytes(_name(table, year)))
        return told

    def _bytes(self, section: str) -> bytes:
        first, length = self.sections[section]
        with self.file.open("rb") as file:
            file.seek(first)
            return zlib.decompress(file.read(length))


def _name(table: str, year: int | None) -> str:
    return table if year is None else f"{table}/{year}"


def place_of(folder: Path, document: str) -> Path:
    """Return where the piece of a document lies."""
    return folder / f"{document}{_SUFFIX}"


def write_piece(file: Path, row: Row, value: bytes | None, rows: Mapping[str, Iterable[Row]]) -> None:
    """Keep a finished document.

    Args:
        file: Where to.
        row: Its row of `documents`.
        value: The document as JSON.
        rows: Its rows of every other table.
    """
    parts = {} if value is None else {_VALUE: value}
    for table, several in rows.items():
        for year, columns in _by_year(table, several).items():
            parts[_name(table, year)] = json.dumps(columns, ensure_ascii=False, default=str).encode()
    packed = {name: zlib.compress(part, 1) for name, part in parts.items()}
    head = {"row": row, "lengths": {name: len(part) for name, part in packed.items()}}
    written(b"\n".join([json.dumps(head).encode(), b"".join(packed.values())]), file)


def _by_year(table: str, rows: Iterable[Row]) -> dict[int | None, Columns]:
    told: dict[int | None, Columns] = {}
    for row in rows:
        year = row["year"] if table in PARTITIONED else None
        columns = told.setdefault(year, {name: [] for name in row})
        for name, cell in row.items():
            columns[name].append(cell)
    return told


def open_piece(file: Path) -> Piece:
    """Look at a piece without unpacking it."""
    with file.open("rb") as opened:
        head = json.loads(opened.readline())
        first = opened.tell()
    sections = {}
    for name, length in head["lengths"].items():
        sections[name] = first, length
        first += length
    return Piece(file, head["row"], sections)


def pieces_in(folder: Path) -> dict[str, Piece]:
    """Return every piece of a folder by its document, in their order; what somebody has damaged is none."""
    found = {}
    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        with suppress(ValueError, LookupError, TypeError, AttributeError):
            found[file.stem] = open_piece(file)
    return found
