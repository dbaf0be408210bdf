"""What became of each file of a folder that was collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.values.parts import tuple_of
from localgender.values.words import one_of


class FileState(StrEnum):
    """How far the content of a file is in the tables.

    A `doubtful` document is in them like one that was `read`; of the others no row but that of `documents`
    is there. A `duplicate` says nothing but what another file says: the same bytes, or, in whatever format,
    an equal value. `other` is a document of another kind: councils and duties, or statistics.
    """

    READ = "read"
    DOUBTFUL = "doubtful"
    DUPLICATE = "duplicate"
    OTHER = "other"
    FAILED = "failed"


class FileChange(StrEnum):
    """What this run met under the name of a file; what is `kept` comes from an earlier run."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@frozen
class Entry:
    """One file of a folder.

    >>> Entry("Київ/звіт.docx", "read", "new", kind="report", measures=12).state
    <FileState.READ: 'read'>

    Attributes:
        file: Path below the folder, with `/`.
        state: "read", "doubtful", "duplicate", "other" or "failed".
        change: "new", "changed", "unchanged" or "kept".
        document: SHA-256 of its bytes; None where they could not be had.
        kind: "report", "plan", "council" or "statistics"; None where it failed.
        community: Name of the community, as the document gives it.
        period: What a report is of, such as "2023" or "2024-9m".
        measures: How many it has.
        figures: How many amounts are printed, totals among them.
        errors: How many figures contradict each other.
        warnings: How much is probably wrong.
        notices: How much is worth knowing.
        unread: Characters that were not understood.
        equals: Of a duplicate the file that stands for it, of the same bytes or of an equal value.
        reason: Why it failed, in English.
        error: The exception itself, for who says it in another language; None for what an earlier run met.
    """

    file: str
    state: FileState = field(converter=FileState)
    change: FileChange = field(converter=FileChange)
    document: str | None = None
    kind: str | None = None
    community: str | None = None
    period: str | None = None
    measures: int | None = None
    figures: int | None = None
    errors: int | None = None
    warnings: int | None = None
    notices: int | None = None
    unread: int | None = None
    equals: str | None = None
    reason: str | None = None
    # Two exceptions are never equal, whatever they say.
    error: Exception | None = field(default=None, eq=False)

    __repr__ = brief


@frozen
class Collected:
    """What collecting a folder gave (зібране).

    >>> collected = Collected([Entry("звіт.docx", "read", "new"), Entry("фото.jpg", "failed", "new")])
    >>> collected
    <Collected: 2 files, 1 read, 1 failed>
    >>> [each.file for each in collected.of("failed")]
    ['фото.jpg']

    Attributes:
        entries: Files in the order of their paths; those of earlier runs that are gone stand among them.
        passed_over: Hidden files, lock files of an editor and what is no file, which nobody tried to read.
    """

    entries: tuple[Entry, ...] = field(default=(), converter=tuple_of)
    passed_over: int = 0

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        counted = [f"{count} {word}" for word, count in self.counts.items()]
        return f"<Collected: {', '.join([f'{len(self.entries)} files', *counted])}>"

    @property
    def counts(self) -> Mapping[str, int]:
        """How many files are in each state; a state without files is left out."""
        held = Counter(each.state for each in self.entries)
        return MappingProxyType({state.value: held[state] for state in FileState if held[state]})

    def of(self, word: FileState | FileChange | str) -> tuple[Entry, ...]:
        """Return the files of one state, or of one change, such as "unchanged".

        Raises:
            NotationError: A ValueError, for any other word.
        """
        asked = one_of(word, (*FileState, *FileChange))
        return tuple(each for each in self.entries if asked in (each.state, each.change))
