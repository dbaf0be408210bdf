"""From what was met in a folder to the rows of `documents`, and to what is told of each file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, fields, frozen

from localgender.collecting.pieces import Row
from localgender.collecting.tables import KINDS
from localgender.questions.collected import Entry, FileChange, FileState
from localgender.showing.failures import reason

_HELD = (FileState.READ, FileState.DOUBTFUL, FileState.OTHER)
_COUNTS = ("measures", "figures", "errors", "warnings", "notices", "unread")
_TOLD = tuple(each.name for each in fields(Entry) if each.name not in ("change", "error"))


@frozen
class Met:
    """One file of this run.

    Attributes:
        file: What it is called.
        document: SHA-256 of its bytes; None where they could not be had.
        error: Why it could not be read.
    """

    file: str
    document: str | None = None
    error: Exception | None = None


def facts_of(rows: Iterable[Row]) -> dict[str, Row]:
    """Return what is known of each document, whichever file it was."""
    return {row["document"]: {**row, "file": None} for row in rows if row["state"] in _HELD}


def rows_of(
    met: Iterable[Met], before: Mapping[str, Row], facts: Mapping[str, Row], gone: Iterable[str]
) -> dict[str, Row]:
    """Return the row of each file, in the order of their names.

    Args:
        met: Files of this run.
        before: Rows of earlier runs, by their file.
        facts: What is known of each document, by its SHA-256.
        gone: Files of earlier runs that are to be forgotten.
    """
    forgotten, rows = set(gone), {}
    for each in met:
        # Of a file that cannot be opened nothing is known but what was known before.
        earlier = before.get(each.file)
        unseen = isinstance(each.error, OSError) and earlier and earlier["state"] != FileState.FAILED
        rows[each.file] = earlier if earlier and unseen else _row(each, facts)
    kept = {file: row for file, row in before.items() if file not in rows and file not in forgotten}
    whole = sorted(_once([*rows.items(), *kept.items()], facts))
    return {file: {name: row.get(name) for name in KINDS["documents"]} for file, row in whole}


def _row(met: Met, facts: Mapping[str, Row]) -> Row:
    if met.error is None and met.document is not None:
        return {**facts[met.document], "file": met.file}
    told = _text(reason(met.error, "en")) if met.error else None
    return {"file": met.file, "document": met.document, "state": FileState.FAILED.value, "reason": told}


def _text(words: str) -> str:
    return words.encode("utf8", "backslashreplace").decode("utf8")


def _once(rows: Iterable[tuple[str, Row]], facts: Mapping[str, Row]) -> Iterable[tuple[str, Row]]:
    """Let the first file of a document stand for it; of the others nothing is counted again."""
    counted: set[str] = set()
    for file, row in rows:
        document = row["document"]
        if row["state"] == FileState.FAILED:
            yield file, row
        elif document in counted:
            yield file, {**row, "state": FileState.DUPLICATE.value, **dict.fromkeys(_COUNTS)}
        else:
            counted.add(document)
            yield file, {**facts[document], "file": file}


def entries_of(
    rows: Mapping[str, Row], before: Mapping[str, Row], met: Iterable[Met], read: Iterable[str]
) -> tuple[Entry, ...]:
    """Tell what became of each file.

    Args:
        rows: Row of each file.
        before: Rows of earlier runs.
        met: Files of this run.
        read: Documents that were read in this run.
    """
    anew, seen = set(read), {each.file: each for each in met}
    told = []
    for file, row in rows.items():
        change = _change(row, before.get(file), seen.get(file), anew)
        cells: dict[str, Any] = {name: row.get(name) for name in _TOLD}
        entry = Entry(change=change, **cells)
        error = seen[file].error if file in seen else None
        told.append(_failed(entry, error) if error is not None else entry)
    return tuple(told)


def _change(row: Row, before: Row | None, met: Met | None, anew: set[Any]) -> FileChange:
    if met is None:
        return FileChange.KEPT
    if before is None:
        return FileChange.NEW
    same = all(row.get(name) == before.get(name) for name in ("document", "state", "reason"))
    return FileChange.UNCHANGED if same and row["document"] not in anew else FileChange.CHANGED


def _failed(entry: Entry, error: Exception) -> Entry:
    told = _text(reason(error, "en"))
    if entry.state is FileState.FAILED:
        return evolve(entry, error=error)
    # What stays in the tables is that of an earlier run; of this one nothing is known.
    return Entry(entry.file, FileState.FAILED, FileChange.KEPT, entry.document, reason=told, error=error)
