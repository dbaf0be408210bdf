"""One document from bytes to rows, in whichever process; whatever is wrong with it is an answer too."""

from __future__ import annotations

import hashlib
import io
import pickle
from pathlib import Path
from typing import Any

from attrs import frozen

from localgender.collecting.pieces import Row, place_of, write_piece
from localgender.collecting.recipe import Recipe
from localgender.documents.reading import Reading
from localgender.errors import FrameOverflowError, LocalGenderError, UnreadableDocumentError
from localgender.exchange.frames.records import records
from localgender.exchange.frames.tables import TABLES
from localgender.exchange.json import dumps
from localgender.intake import read, read_plan, read_report
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.collected import FileState

_READERS = {None: read, "report": read_report, "plan": read_plan}
_MOST = 2**63 - 1


@frozen
class Task:
    """A document to be read.

    Attributes:
        file: What it is called.
        path: Where it lies.
        document: SHA-256 of the bytes that are expected there.
    """

    file: str
    path: str
    document: str

    @property
    def name(self) -> str:
        """Its name without the folders."""
        return self.file.rpartition("/")[2]


def done(task: Task, recipe: Recipe, pieces: Path) -> Exception | None:
    """Read a document and keep what it gives as a piece; return why that is not possible.

    Raises:
        OSError: When the piece cannot be written, for which the document is not to blame.
    """
    try:
        row, value, rows = _read(task, recipe)
    except (LocalGenderError, OSError) as error:
        return _portable(error, task)
    except Exception as error:  # noqa: BLE001 - a slip over one document leaves the others readable
        return unreadable(task, f"this should not happen: {type(error).__name__}: {error}")
    write_piece(place_of(pieces, task.document), row, value, rows)
    return None


def unreadable(task: Task, reason: str) -> UnreadableDocumentError:
    """Return the refusal of a document."""
    return UnreadableDocumentError(task.name, reason)


class _Named(io.BytesIO):
    """Bytes that messages call by the name of their file."""

    name = ""


def _read(task: Task, recipe: Recipe) -> tuple[Row, bytes | None, dict[str, list[Row]]]:
    source = _Named(_bytes(task, recipe.policy.limits.file_bytes))
    source.name = task.name
    choices: dict[str, Any] = {"layouts": recipe.layouts, "formats": recipe.formats, "policy": recipe.policy}
    reading: Reading[Any] = _READERS[recipe.kind](source, **choices)
    head = {"document": task.document, "reader": recipe.reader}
    if not isinstance(reading.value, Plan | Report):
        kind = "statistics" if isinstance(reading.value, Statistics) else "council"
        return {**head, "kind": kind, "state": FileState.OTHER.value}, None, {}
    value = dumps(reading.value, indent=None).encode() + b"\n"
    rows = records(reading, document=task.document, communities=recipe.communities, policy=recipe.policy)
    _check_size(rows)
    (row,) = rows.pop("documents")
    return {**row, **head, "value": hashlib.sha256(value).hexdigest()}, value, rows


def _bytes(task: Task, most: int) -> bytes:
    with open(task.path, "rb") as file:  # noqa: PTH123 - the name may be no text
        data = file.read(most + 1)
    if len(data) <= most and hashlib.sha256(data).hexdigest() != task.document:
        raise unreadable(task, "the file changed while it was read")
    return data


def _check_size(rows: dict[str, list[Row]]) -> None:
    # An amount of more than 64 bits would stop the writing of everything, not of its document alone.
    for table, several in rows.items():
        for name in (name for name, kind in TABLES[table].items() if kind == "whole"):
            most = max((abs(row[name]) for row in several if row[name] is not None), default=0)
            if most > _MOST:
                raise FrameOverflowError(name, most)


def _portable(error: Exception, task: Task) -> Exception:
    """Return an error that another process can be told of: one of somebody's own format may not be."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was packed in the same line
    except Exception:  # noqa: BLE001 - whatever its class does when it is made anew
        return unreadable(task, str(error))
    return error
