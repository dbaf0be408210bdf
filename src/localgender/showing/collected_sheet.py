"""What became of a folder as a whole answer, and as a plain tree for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import asdict, evolve, fields

from localgender.questions.collected import Collected, Entry, FileState
from localgender.showing.catalogue import Counted, Said
from localgender.showing.collected import COUNTS, Why, collected
from localgender.showing.lines import Line
from localgender.showing.sheet import Sheet
from localgender.showing.tables import Table
from localgender.showing.wording import Phrase

# What somebody should look at first stands first; of what was simply read the counts tell.
_SHOWN = (FileState.DOUBTFUL, FileState.DUPLICATE, FileState.OTHER)
_TOLD = [each.name for each in fields(Entry) if each.name != "error"]


def collected_sheet(value: Collected, *, every: bool = False) -> Sheet:
    """Lay out what became of a folder: how many files of each sort, and which need to be looked at.

    Args:
        value: What `collect` returned.
        every: Show every file, in their order; else those that were read without doubt are only counted.
    """
    counted = [Phrase(text, {"count": len(found)}) for word, text in COUNTS if (found := value.of(word))]
    passed_over = Counted("{count} hidden file passed over", "{count} hidden files passed over")
    left = [Phrase(passed_over, {"count": value.passed_over})] if value.passed_over else []
    files = Phrase(Counted("{count} file", "{count} files"), {"count": len(value.entries)})
    shown = [each for each in value.entries if each.state is not FileState.FAILED]
    if not every:
        shown = [each for state in _SHOWN for each in value.of(state)]
    # Sentences need the room that counts would take.
    parts = [part for part in (value.of(FileState.FAILED), shown) if part]
    title = Phrase(Said("Collected: {files}"), {"files": files})
    return Sheet(title, [Line([*counted, *left], ", ")], [(_untitled(part), {}) for part in parts])


def _untitled(entries: Iterable[Entry]) -> Table:
    return evolve(collected(entries), title="")


def collected_tree(value: Collected, language: str = "uk") -> dict[str, Any]:
    """Return what became of a folder as JSON holds it: counts, then every file; silence is null."""
    return {
        "counts": dict(value.counts),
        "passed_over": value.passed_over,
        "files": [_file(each, language) for each in value.entries],
    }


def _file(entry: Entry, language: str) -> dict[str, Any]:
    told = asdict(entry, filter=lambda each, _: each.name in _TOLD)
    reason = Why(entry).said(language) if entry.state is FileState.FAILED else None
    return {**told, "state": str(entry.state), "change": str(entry.change), "reason": reason}
