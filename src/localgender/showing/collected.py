"""What became of the files of a folder: as a table, as an answer of the command line, and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen

from localgender.questions.collected import Collected, Entry, FileChange, FileState
from localgender.showing.catalogue import Counted, Said
from localgender.showing.failures import in_words, reason
from localgender.showing.progress import visible
from localgender.showing.tables import Heading, Table, Words
from localgender.showing.wording import Phrase
from localgender.values.periods import Period

_STATES = {
    FileState.READ: Said("read"),
    FileState.DOUBTFUL: Said("doubtful"),
    FileState.DUPLICATE: Said("the same as another file"),
    FileState.OTHER: Said("not collected"),
}
_KINDS = {
    "report": Said("Report"),
    "plan": Said("Plan"),
    "council": Said("Councils and duties"),
    "statistics": Said("Statistics"),
}
COUNTS: tuple[tuple[FileState | FileChange, Counted], ...] = (
    (FileState.READ, Counted("{count} read", "{count} read")),
    (FileState.DOUBTFUL, Counted("{count} doubtful", "{count} doubtful")),
    (
        FileState.DUPLICATE,
        Counted("{count} the same as another file", "{count} the same as another file"),
    ),
    (FileState.OTHER, Counted("{count} of another kind", "{count} of another kind")),
    (FileState.FAILED, Counted("{count} failed", "{count} failed")),
    (FileChange.UNCHANGED, Counted("{count} unchanged since", "{count} unchanged since")),
    (FileChange.KEPT, Counted("{count} kept from before", "{count} kept from before")),
)


def collected(value: Collected | Iterable[Entry]) -> Table:
    """Lay out what became of each file: what it is, how much was found in it, or why it failed.

    >>> table = collected([Entry("звіт.docx", "failed", "new", reason="the document is empty")])
    >>> table.rows[0][0], table.rows[0][1].said("uk")
    ('звіт.docx', 'не зібрано: документ порожній')

    Args:
        value: What `collect` returned, or some of its entries.

    Returns:
        A row for each file, in their order; a column of which every row is silent is left out.
    """
    entries = value.entries if isinstance(value, Collected) else tuple(value)
    told = {heading: [cell(each) for each in entries] for heading, cell in _COLUMNS.items()}
    spoken = {
        heading: cells for heading, cells in told.items() if any(cell is not None for cell in cells)
    } or told
    return Table(Said("Files collected"), spoken, zip(*spoken.values(), strict=True))


def _state(entry: Entry) -> Words:
    if entry.state is FileState.FAILED:
        return Phrase(Said("not collected: {reason}"), {"reason": Why(entry)})
    if entry.equals is not None:
        return Phrase(Said("the same as {file}"), {"file": visible(entry.equals)})
    return _STATES[entry.state]


def _kind(entry: Entry) -> Words | None:
    if entry.kind == "report" and entry.period is not None:
        return Phrase(Said("Report for {period}"), {"period": Period.parse(entry.period)})
    return _KINDS.get(entry.kind or "")


_COLUMNS: Mapping[Heading, Callable[[Entry], Any]] = {
    Heading(Said("File")): lambda entry: visible(entry.file),
    Heading(Said("What became of it")): _state,
    Heading(Said("What it is")): _kind,
    Heading(Said("Measures"), "right"): lambda entry: entry.measures,
    Heading(Said("Errors"), "right"): lambda entry: entry.errors,
    Heading(Said("Warnings"), "right"): lambda entry: entry.warnings,
    Heading(Said("Notices"), "right"): lambda entry: entry.notices,
    Heading(Said("Unread"), "right"): lambda entry: entry.unread,
}


@frozen
class Why:
    """Why a file failed, not yet in a language."""

    entry: Entry

    def said(self, language: str) -> str:
        """Say it in a language; what an earlier run met may be known in English only."""
        if self.entry.error is not None:
            return visible(" ".join(reason(self.entry.error, language).split()))
        return visible(in_words(self.entry.reason or "", language))
