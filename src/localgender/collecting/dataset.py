"""The folder that is collected into: what lies where, and how finished documents get into its tables."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from localgender.collecting import storage, tables
from localgender.collecting.lock import locked
from localgender.collecting.pieces import Piece, Row, pieces_in
from localgender.errors import UnfitFolderError
from localgender.questions.collected import FileState

_DOCUMENT = re.compile(r"[0-9a-f]{64}\.json")
_OTHERS = tuple(name for name in tables.KINDS if name != "documents")
_IN_TABLES = (FileState.READ, FileState.DOUBTFUL)


@frozen
class Dataset:
    """A folder of tables and values, and what a run that was stopped has left in it.

    What a run changes is decided and written down as a whole first, then done: the rows of `documents` as
    they will be, and a piece for each document that is new. A run that is stopped while it does so is brought
    to its end by the next one, and one that is stopped before has changed nothing.

    Attributes:
        root: The folder.
    """

    root: Path

    @property
    def documents(self) -> Path:
        """The table of files, which says what the others hold; it is replaced last."""
        return tables.place_of(self.root, "documents")

    @property
    def hidden(self) -> Path:
        """What is no part of the data."""
        return self.root / ".localgender"

    @property
    def pieces(self) -> Path:
        """Finished documents that are not in the tables yet."""
        return self.hidden / "pieces"

    @property
    def decided(self) -> Path:
        """The table of files as it is going to be, as long as the others are being changed."""
        return self.hidden / "decided.parquet"

    @property
    def sizes(self) -> Path:
        """How long each table was when it was last written."""
        return self.hidden / "sizes"

    def is_whole(self) -> bool:
        """Tell whether everything is still there that was written; a user may have taken a year away."""
        known = {row["document"] for row in self.rows() if row["state"] in _IN_TABLES}
        there = {file.stem for file in (self.root / "values").glob("*.json")}
        return self.sizes.exists() and self.sizes.read_bytes() == self._sizes() and known <= there

    def _sizes(self) -> bytes:
        files = [
            tables.place_of(self.root, table, year)
            for table in tables.KINDS
            for year in (tables.years_of(self.root, table) if table in tables.PARTITIONED else (None,))
        ]
        lines = (f"{each.relative_to(self.root)} {each.stat().st_size}\n" for each in files if each.exists())
        return "".join(lines).encode()

    @contextmanager
    def held(self, folder: Path) -> Iterator[None]:
        """Keep others from writing, clear away what a stopped run left, and bring it to its end.

        Args:
            folder: Where the files come from; of another one than before names would mean other files.

        Raises:
            FolderBusyError: When another process collects into it.
            UnfitFolderError: When it is the folder itself, or holds what was collected from another one.
        """
        if self.root.resolve() == folder.resolve():
            raise UnfitFolderError(str(self.root), "it is the folder that is read")
        self.pieces.mkdir(parents=True, exist_ok=True)
        with locked(self.hidden / "lock", what=str(self.root)):
            self._belongs_to(folder)
            storage.sweep(self.root)
            if self.decided.exists():
                self._carry_out()
            yield

    def _belongs_to(self, folder: Path) -> None:
        # Its name would tell whoever gets the tables how somebody's machine is laid out.
        name, place = os.fsencode(folder.resolve()), self.hidden / "folder"
        known = hashlib.sha256(name).hexdigest().encode()
        if not place.exists():
            storage.written(known, place)
        elif place.read_bytes() != known:
            raise UnfitFolderError(str(self.root), _ELSEWHERE)

    def rows(self) -> list[Row]:
        """Return the rows of `documents`."""
        return tables.read_rows(self.documents, "documents")

    def decide(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write down what the tables are going to hold, and bring them there with every piece that is wanted.

        Args:
            rows: Of `documents`, all of them.
        """
        storage.settled(self.pieces)
        tables.write_rows(self.decided, "documents", rows)
        storage.settled(self.hidden)
        self._carry_out()

    def spare(self, documents: Iterable[str]) -> None:
        """Remove every piece but those of some documents."""
        wanted = set(documents)
        for document, piece in pieces_in(self.pieces).items():
            if document not in wanted:
                piece.file.unlink()

    def _carry_out(self) -> None:
        rows = tables.read_rows(self.decided, "documents")
        wanted = {row["document"]: row["reader"] for row in rows if row["state"] in _IN_TABLES}
        # A process of a stopped run may still have been at a document, by choices of then.
        pieces = {
            document: each
            for document, each in pieces_in(self.pieces).items()
            if wanted.get(document) == each.row["reader"]
        }
        for document, piece in pieces.items():
            storage.written(piece.value or b"", self.root / "values" / f"{document}.json")
        for table in _OTHERS:
            self._merge(table, pieces, wanted.keys() - pieces.keys())
        self._forget(wanted)
        storage.settled(self.root)
        tables.write_rows(self.documents, "documents", rows)
        storage.written(self._sizes(), self.sizes)
        storage.settled(self.root)
        self.decided.unlink()
        for file in self.pieces.iterdir():
            file.unlink()

    def _merge(self, table: str, pieces: Mapping[str, Piece], kept: set[str]) -> None:
        coming: dict[int | None, list[tables.Part]] = {}
        for document, piece in pieces.items():
            for year in piece.years(table):
                part = document, lambda piece=piece, year=year: piece.columns(table, year)
                coming.setdefault(year, []).append(part)
        years = {*coming, *tables.years_of(self.root, table)} if table in tables.PARTITIONED else {None}
        for year in sorted(years, key=lambda each: (each is None, each or 0)):
            place = tables.place_of(self.root, table, year)
            tables.merge(place, table, kept=kept, parts=coming.get(year, []))

    def _forget(self, wanted: Collection[str]) -> None:
        for file in (self.root / "values").glob("*.json"):
            if _DOCUMENT.fullmatch(file.name) and file.stem not in wanted:
                file.unlink()


_ELSEWHERE = (
    "it holds what was collected from another folder; choose another one, "
    "or delete .localgender/folder in it if that folder has only moved"
)
