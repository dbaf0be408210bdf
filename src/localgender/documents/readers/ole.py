"""Compound files, in which Office kept documents before 2007: what stands at the top of one."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from attrs import define

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<30xH16xI16xI")
_ENTRY = struct.Struct("<64sH2x3I")
_ENTRY_SIZE = 128
_LAST_SECTOR = 0xFFFFFFFA
_IN_HEADER = 109


def top_names(data: bytes) -> frozenset[str]:
    """Return the names of what stands at the top, without what is embedded; none when the file is damaged."""
    try:
        entries = list(_File.open(data).entries())
    except (struct.error, ValueError):
        return frozenset()
    return frozenset(_names(entries))


def _names(entries: list[tuple[str, int, int, int]]) -> Iterator[str]:
    """Walk the tree of siblings below the root, which is the first entry."""
    seen, waiting = set[int](), [entries[0][3]] if entries else []
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            name, left, right, _ = entries[number]
            waiting += (left, right)
            yield name


@define(eq=False)
class _File:
    data: bytes
    sector: int
    directory: int
    table: list[int]

    @classmethod
    def open(cls, data: bytes) -> _File:
        shift, directory, further = _HEADER.unpack_from(data)
        if shift not in {9, 12}:
            raise ValueError(shift)
        file = cls(data, 1 << shift, directory, [])
        file.table = list(file._table(further))
        return file

    def _words(self, sector: int) -> tuple[int, ...]:
        at = (sector + 1) * self.sector
        return struct.unpack(f"<{self.sector // 4}I", self.data[at : at + self.sector])

    def _table(self, further: int) -> Iterator[int]:
        """Yield which sector follows each one; where the table lies is listed in the header and beyond."""
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self.data, 76))
        seen = set[int]()
        while further < _LAST_SECTOR and further not in seen:
            seen.add(further)
            *more, further = self._words(further)
            listed += more
        for sector in listed:
            if sector < _LAST_SECTOR:
                yield from self._words(sector)

    def entries(self) -> Iterator[tuple[str, int, int, int]]:
        """Yield name, left and right sibling, and first child of every entry."""
        sector, seen = self.directory, set[int]()
        while sector < _LAST_SECTOR and sector not in seen:
            seen.add(sector)
            at = (sector + 1) * self.sector
            for offset in range(at, at + self.sector, _ENTRY_SIZE):
                name, size, left, right, child = _ENTRY.unpack_from(self.data, offset)
                yield name[: max(size - 2, 0)].decode("utf-16-le", "replace"), left, right, child
            if sector >= len(self.table):
                return
            sector = self.table[sector]
