"""A folder of documents, or a whole country of them, into tables and values that stay up to date."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from attrs import evolve

from localgender.collecting import tables
from localgender.collecting.dataset import Dataset
from localgender.collecting.entries import Earlier, Met, entries_of, facts_of, rows_of
from localgender.collecting.folder import Folder, Found, files_below, fingerprint, is_gone
from localgender.collecting.pieces import Piece, pieces_in
from localgender.collecting.pool import Crew, outcomes
from localgender.collecting.recipe import Recipe
from localgender.collecting.work import Task
from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Layout
from localgender.documents.readers.format import Format
from localgender.errors import NotationError, UnreadableDocumentError
from localgender.exchange.frames.register import Register, read_register, register
from localgender.intake import FORMATS
from localgender.model.community import Community
from localgender.questions.collected import Collected
from localgender.questions.policy import Policy
from localgender.values.words import one_of

Progress = Callable[[int, int, str], None]
Communities = Register | Iterable[Community] | Mapping[str, Community | str] | str | os.PathLike[str]
_KINDS = ("report", "plan")


def collect(
    folder: str | os.PathLike[str],
    output: str | os.PathLike[str],
    *,
    kind: str | None = None,
    pattern: str = "*",
    layouts: Iterable[Layout] = LAYOUTS,
    formats: Iterable[Format] = FORMATS,
    policy: Policy | None = None,
    communities: Communities = (),
    workers: int | None = None,
    seconds: float | None = 300,
    prune: bool = False,
    progress: Progress | None = None,
) -> Collected:
    """Read every plan and report below a folder into JSON values and Parquet tables.

    Only what is new or changed is read. A run that is stopped, at whatever moment, leaves no torn file, and
    the next one goes on from the documents that it had finished. One bad file never stops the others.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as national:
    ...     collect("examples/data", national, pattern="zhytomyr*", workers=1)
    <Collected: 2 files, 2 read>

    Args:
        folder: Where the documents lie, at any depth.
        output: Where the tables go; made when it is missing. It belongs to this folder from then on.
        kind: "report" or "plan" to read every document as; found out for each when left out.
        pattern: What the path of a file below the folder must be like; `*` stands for any letters, also `/`.
        layouts: Families of tables to try.
        formats: Formats to try; with several workers their functions must be importable.
        policy: Limits of sizes, choices of the questions, and `unread_share`.
        communities: Register out of which code and region are filled in where a document is silent: a CSV
            file as `frames.read_register` reads it, communities, or a mapping from names to codes.
        workers: Processes that read side by side; as many as processors when left out, 1 for none but this.
        seconds: How long one document may take before it counts as failed; None for no limit.
        prune: Forget files of earlier runs that are gone; else they stay. Nothing is forgotten where no file
            at all is found, as in a share that is not there.
        progress: Is told how many files are done, of how many, and which was the last.

    Returns:
        What became of every file, those of earlier runs among them.

    Raises:
        NotationError: A ValueError, for another kind, no workers or seconds at all, or a code of a community
            that is none.
        MissingExtraError: An ImportError, before anything is done, when pyarrow is not installed.
        OSError: When the folder or the register cannot be opened, or the output cannot be written.
        UnfitFolderError: A ValueError, when the output is the folder itself, or belongs to another one.
        FolderBusyError: A RuntimeError, when another process collects into the output.
        WorkerError: A RuntimeError, when processes cannot be begun, as from a script without a guard.
        SerializationError: A ValueError, when the output holds tables that are none of these, or the register
            is none.
    """
    tables.needed()
    _check(kind, workers, seconds)
    recipe = Recipe(kind, layouts, formats, policy or Policy(), _register(communities))
    dataset = Dataset(Path(output))
    crew = Crew(recipe, dataset.pieces, workers or os.cpu_count() or 1, seconds)
    # Nothing is made for a folder that is not there.
    os.scandir(folder).close()
    with dataset.held(Path(folder)):
        found = files_below(Path(folder), pattern=pattern, apart_from=Path(output))
        return _collected(Path(folder), found, dataset, crew, prune=prune, progress=progress)


def _collected(
    folder: Path, found: Folder, dataset: Dataset, crew: Crew, *, prune: bool, progress: Progress | None
) -> Collected:
    before = {row["file"]: row for row in dataset.rows()}
    is_whole = dataset.is_whole()
    known = {
        document: row
        for document, row in facts_of(before.values()).items()
        if row["reader"] == crew.recipe.reader and is_whole
    }
    earlier = Earlier(before, known, frozenset(each.file for each in found.found), prune)
    met = _met(found, crew, earlier, progress or _silent)
    pieces = {document: piece for document, piece in _ready(crew).items() if not earlier.holds(document)}
    facts = facts_of(before.values()) | {document: piece.row for document, piece in pieces.items()}
    dataset.spare(pieces)
    gone = _gone(folder, before, found) if prune else ()
    rows = rows_of(met, before, facts, gone)
    if pieces or list(rows.values()) != list(before.values()) or not dataset.documents.exists():
        dataset.decide(rows.values())
    return Collected(entries_of(rows, before, met, pieces), found.passed_over)


def _register(communities: Communities) -> Register:
    return read_register(communities) if isinstance(communities, str | os.PathLike) else register(communities)


def _check(kind: str | None, *numbers: float | None) -> None:
    if kind is not None:
        one_of(kind, _KINDS)
    for number in numbers:
        if number is not None and number <= 0:
            raise NotationError(str(number), "a number above zero")


def _silent(done: int, whole: int, file: str) -> None:
    """Tell nobody."""


def _met(found: Folder, crew: Crew, earlier: Earlier, progress: Progress) -> list[Met]:
    """Have every document read that is not known, each once, and say what was met under every name."""
    met: dict[str, Met] = {}
    asked: dict[str, Exception | None] = dict.fromkeys(_ready(crew))

    def tasks() -> Iterator[Task]:
        for each in found.found:
            met[each.file] = one = _met_at(each, crew.recipe.policy.limits.file_bytes)
            if one.document is None or one.document in asked or earlier.knows(one.document, met):
                progress(len(met), len(found.found), each.file)
                continue
            asked[one.document] = None
            yield Task(each.file, each.path, one.document)

    with closing(outcomes(tasks(), crew)) as told:
        for task, error in told:
            asked[task.document] = error
            progress(len(met), len(found.found), task.file)
    return [evolve(each, error=each.error or asked.get(each.document or "")) for each in met.values()]


def _ready(crew: Crew) -> dict[str, Piece]:
    """Return what is finished, in this run or in one that was stopped, and was read as this one reads."""
    every = pieces_in(crew.pieces)
    return {name: each for name, each in every.items() if each.row["reader"] == crew.recipe.reader}


def _met_at(found: Found, most: int) -> Met:
    if found.error is not None:
        return Met(found.file, error=found.error)
    try:
        document = fingerprint(found.path, most)
    except OSError as error:
        return Met(found.file, error=error)
    if document is None:
        name = found.file.rpartition("/")[2]
        return Met(found.file, error=UnreadableDocumentError(name, f"more than {most} bytes"))
    return Met(found.file, document)


def _gone(folder: Path, before: Iterable[str], found: Folder) -> tuple[str, ...]:
    here = {each.file for each in found.found}
    return tuple(file for file in before if file not in here and is_gone(folder / file)) if here else ()
