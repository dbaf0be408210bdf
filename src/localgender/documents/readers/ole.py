"""Compound files, in which Office kept documents before 2007: folders and streams in chained sectors.

Every chain is followed once, so that none that bites its own tail is endless.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<30xH16xI4xII4xI")
_ENTRY = struct.Struct("<64sH2xIII36xIQ")
_SHIFTS = frozenset({9, 12})
_SMALL = 64
_LAST = 0xFFFFFFFA
_LISTED = 109


@frozen
class Entry:
    """Stream or folder.

    Attributes:
        name: As it is called inside its folder.
        left: Number of a sibling.
        right: Number of another one.
        child: Number of one of the entries in a folder.
        first: Sector at which a stream begins.
        size: Bytes of a stream.
    """

    name: str
    left: int
    right: int
    child: int
    first: int
    size: int


@define(eq=False)
class Compound:
    """Compound file.

    Attributes:
        top: What stands in no folder, by name; nothing when the file is damaged.
    """

    data: bytes
    top: dict[str, Entry] = field(factory=dict, init=False)
    _sector: int = field(default=512, init=False)
    _follows: Sequence[int] = field(default=(), init=False)
    _small_follows: Sequence[int] = field(default=(), init=False)
    _small_data: bytes = field(default=b"", init=False)
    _small_below: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        try:
            self._open()
        except (struct.error, ValueError):
            self.top = {}

    def _open(self) -> None:
        shift, directory, self._small_below, small, further = _HEADER.unpack_from(self.data)
        if not self.data.startswith(MAGIC) or shift not in _SHIFTS:
            raise ValueError(shift)
        self._sector = 1 << shift
        self._follows = list(self._table(further))
        entries = list(self._entries(directory))
        self.top = {entry.name: entry for entry in _siblings(entries, entries[0].child)} if entries else {}
        self._small_follows = _words(self._chain(small))
        self._small_data = self._chain(entries[0].first) if entries else b""

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream that stands in no folder, as many as are there."""
        entry = self.top[name]
        if entry.size >= self._small_below:
            return self._chain(entry.first)[: entry.size]
        pieces = (
            self._small_data[at * _SMALL : (at + 1) * _SMALL]
            for at in _once(entry.first, self._small_follows)
        )
        return b"".join(pieces)[: entry.size]

    def _at(self, sector: int) -> bytes:
        return self.data[(sector + 1) * self._sector : (sector + 2) * self._sector]

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._at, _once(first, self._follows)))

    def _table(self, further: int) -> Iterator[int]:
        """Yield which sector follows each one; where the table lies is listed in the header and beyond."""
        listed = list(struct.unpack_from(f"<{_LISTED}I", self.data, 76))
        seen = set[int]()
        while further < _LAST and further not in seen:
            seen.add(further)
            *more, further = _words(self._at(further)) or [_LAST]
            listed += more
        for sector in dict.fromkeys(listed):
            if sector < _LAST:
                yield from _words(self._at(sector))

    def _entries(self, directory: int) -> Iterator[Entry]:
        chain = self._chain(directory)
        for at in range(0, len(chain) - _ENTRY.size + 1, _ENTRY.size):
            name, length, left, right, child, first, size = _ENTRY.unpack_from(chain, at)
            # Files with small sectors may hold anything in the upper half of the size.
            size = size if self._sector > 512 else size & 0xFFFFFFFF
            spelled = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
            yield Entry(spelled, left, right, child, first, size)


def _words(data: bytes) -> list[int]:
    return [word for (word,) in struct.iter_unpack("<I", data[: len(data) // 4 * 4])]


def _once(first: int, follows: Sequence[int]) -> Iterator[int]:
    seen = set[int]()
    while first < len(follows) and first not in seen:
        seen.add(first)
        yield first
        first = follows[first]


def _siblings(entries: list[Entry], first: int) -> Iterator[Entry]:
    seen, waiting = set[int](), [first]
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            waiting += (entries[number].left, entries[number].right)
            yield entries[number]
