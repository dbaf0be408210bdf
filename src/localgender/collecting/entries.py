"""From what was met in a folder to the rows of `documents`, and to what is told of each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, fields, frozen

from localgender.collecting.pieces import Row
from localgender.collecting.tables import KINDS
from localgender.questions.collected import Entry, FileChange, FileState
from localgender.showing.failures import reason

_HELD = (FileState.READ, FileState.DOUBTFUL, FileState.OTHER)
_LEFT_ALONE = "it is gone, and so is what was collected of the file that it equalled"
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


@frozen
class Earlier:
    """What earlier runs have left of which nothing needs to be read again.

    Attributes:
        rows: Row of each file.
        facts: What is known of each document that was read as this run reads.
        here: Files that are in the folder now.
        forgets: Whether files that are gone are forgotten.
    """

    rows: Mapping[str, Row]
    facts: Mapping[str, Row]
    here: frozenset[str]
    forgets: bool

    def holds(self, document: str) -> bool:
        """Tell whether the tables hold a document itself."""
        return document in self.facts and self.facts[document]["state"] in _HELD

    def knows(self, document: str, met: Mapping[str, Met]) -> bool:
        """Tell whether the tables hold a document, or one of equal value that goes on to stand for it.

        Args:
            document: SHA-256 of its bytes.
            met: Files of this run so far, which is in the order of their names.
        """
        if document not in self.facts or self.holds(document):
            return document in self.facts
        file = self.facts[document]["equals"]
        before = self.rows.get(file)
        if before is None or before["state"] not in _HELD:
            return False
        if file not in self.here:
            return not self.forgets
        return file in met and met[file].document == before["document"]


def facts_of(rows: Iterable[Row]) -> dict[str, Row]:
    """Return what is known of each document, whichever file it was.

    Of one that only equals another it is known that it does; it stays a duplicate, without counts.
    """
    told = sorted(rows, key=lambda row: row["state"] in _HELD)
    known = (*_HELD, FileState.DUPLICATE)
    return {row["document"]: {**row, "file": None} for row in told if row["state"] in known}


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
    # A folder that could not be looked into is told as long as it cannot; its name ends in a slash.
    kept = {
        file: row
        for file, row in before.items()
        if file not in rows and file not in forgotten and not file.endswith("/")
    }
    whole = sorted(_once({**kept, **rows}, facts, list(rows)))
    return {file: {name: row.get(name) for name in KINDS["documents"]} for file, row in whole}


def _row(met: Met, facts: Mapping[str, Row]) -> Row:
    if met.error is None and met.document is not None:
        return {**facts[met.document], "file": met.file}
    told = _text(reason(met.error, "en")) if met.error else None
    return {"file": met.file, "document": met.document, "state": FileState.FAILED.value, "reason": told}


def _text(words: str) -> str:
    return words.encode("utf8", "backslashreplace").decode("utf8")


def _once(rows: Mapping[str, Row], facts: Mapping[str, Row], met: list[str]) -> Iterator[tuple[str, Row]]:
    """Let one file stand for all that say the same; of the others nothing is counted again."""
    files: dict[str, str] = {}
    for file in dict.fromkeys([*met, *rows]):
        if rows[file]["state"] != FileState.FAILED:
            files.setdefault(rows[file]["document"], file)
    standing = _standing(files, facts, set(met))
    for file, row in rows.items():
        if row["state"] == FileState.FAILED:
            yield file, row
            continue
        fact, first = {**facts[row["document"]], "file": file}, standing[row["document"]]
        if file == first:
            yield file, _alone(fact)
        else:
            told = {"state": FileState.DUPLICATE.value, "equals": first, **dict.fromkeys(_COUNTS)}
            yield file, {**fact, **told}


def _alone(fact: Row) -> Row:
    if fact["state"] != FileState.DUPLICATE:
        return {**fact, "equals": None}
    return {
        **dict.fromkeys(fact),
        "file": fact["file"],
        "document": fact["document"],
        "state": FileState.FAILED.value,
        "reason": _LEFT_ALONE,
    }


def _standing(files: Mapping[str, str], facts: Mapping[str, Row], met: set[str]) -> dict[str, str]:
    """Tell which file stands for each document: its first, or that of another document of equal value.

    Rows of a file that is gone stay; else the first name decides, whichever was there earlier.
    """
    equal: dict[str, list[str]] = {}
    for document in files:
        equal.setdefault(_value_of(facts[document]) or document, []).append(document)

    def rank(document: str) -> tuple[bool, bool, str]:
        is_known = facts[document]["state"] == FileState.DUPLICATE
        return is_known, files[document] in met, files[document]

    return {document: files[min(several, key=rank)] for several in equal.values() for document in several}


def _value_of(fact: Row) -> str | None:
    # Documents of which nothing was understood are not equal, they are alike in being empty.
    return None if fact.get("measures") == 0 else fact.get("value")


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
