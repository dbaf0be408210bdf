"""The tables of a country as Parquet files: read, written and merged a block of rows at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from localgender.collecting.storage import replaced
from localgender.errors import MissingExtraError, SerializationError
from localgender.exchange.frames.tables import TABLES

Columns = dict[str, list[Any]]
Arrow = Any
Part = tuple[str, Callable[[], Columns]]

PARTITIONED = ("observations", "measures")
KINDS: Mapping[str, Mapping[str, str]] = {
    **TABLES,
    "documents": {**TABLES["documents"], "equals": "text", "value": "text", "reader": "text"},
}
_YEAR, _NO_YEAR = "year=", "__HIVE_DEFAULT_PARTITION__"
_FILE = "part.parquet"
# Rows of one block of a file, whatever the history of the file: equal rows give equal bytes.
_BLOCK = 2**15


def needed() -> None:
    """Refuse to begin where the tables could not be written.

    Raises:
        MissingExtraError: An ImportError, when pyarrow is not installed.
    """
    try:
        import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtraError("writing Parquet", "collect") from None


def years_of(root: Path, table: str) -> Iterator[int | None]:
    """Yield the years of which a partitioned table has a file; None for rows of no year."""
    for place in sorted((root / table).glob(f"{_YEAR}*/{_FILE}")):
        spelled = place.parent.name.removeprefix(_YEAR)
        if spelled == _NO_YEAR or spelled.lstrip("-").isdigit():
            yield None if spelled == _NO_YEAR else int(spelled)


def place_of(root: Path, table: str, year: int | None = None) -> Path:
    """Return where the rows of a table, or of one year of it, lie."""
    if table not in PARTITIONED:
        return root / f"{table}.parquet"
    return root / table / f"{_YEAR}{_NO_YEAR if year is None else year}" / _FILE


def read_rows(file: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a small table; none where there is no file.

    Raises:
        SerializationError: When the file is no such table.
    """
    if not file.exists():
        return []
    with _opened(file) as opened:
        return [row for block in opened.iter_batches() for row in _fitted(block, table).to_pylist()]


def write_rows(file: Path, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a small table, or leave its file as it is when it holds the same."""
    rows = list(rows)
    columns = {name: [row.get(name) for row in rows] for name in KINDS[table]}
    _write(file, table, [_table(columns, table)])


def merge(file: Path, table: str, *, kept: Collection[str], parts: Iterable[Part]) -> None:
    """Bring the rows of some documents into a table, and leave those of others out.

    Doing it twice changes nothing. Only a block of the table and one document are in memory at a time.

    Args:
        file: The table, or one year of it; a year without rows is removed.
        table: Name of the table.
        kept: Documents whose rows stay as they are.
        parts: New documents in their order, each with what loads its rows.
    """
    parts = list(parts)
    if not parts and file.exists() and _holds_only(file, table, kept):
        return
    rows = filter(len, _merged(_stays(file, table, kept), parts, table))
    if table not in PARTITIONED:
        _write(file, table, rows)
    elif (first := next(rows, None)) is not None:
        _write(file, table, _chained(first, rows))
    elif file.exists():
        file.unlink()
        file.parent.rmdir()


def _holds_only(file: Path, table: str, kept: Collection[str]) -> bool:
    with _opened(file) as opened:
        if not opened.schema_arrow.equals(_schema(table)):
            return False
        blocks = opened.iter_batches(columns=["document"])
        return all(document in kept for block in blocks for document in block.column(0).unique().to_pylist())


def _chained(first: Arrow, rest: Iterable[Arrow]) -> Iterator[Arrow]:
    yield first
    yield from rest


def _stays(file: Path, table: str, kept: Collection[str]) -> Iterator[Arrow]:
    if not file.exists():
        return
    arrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    wanted = arrow.array(sorted(kept), arrow.string())
    with _opened(file) as opened:
        for block in opened.iter_batches(batch_size=_BLOCK):
            rows = _fitted(block, table)
            yield rows.filter(compute.is_in(rows["document"], value_set=wanted))


def _merged(stays: Iterable[Arrow], parts: list[Part], table: str) -> Iterator[Arrow]:
    """Put two rows of documents, each in its order, into one; no document stands in both."""
    coming = iter(parts)
    part = next(coming, None)
    for block in stays:
        documents, done = block["document"].to_pylist(), 0
        while part is not None and documents and part[0] < documents[-1]:
            at = bisect_left(documents, part[0])
            yield block[done:at]
            yield _table(part[1](), table)
            done, part = at, next(coming, None)
        yield block[done:]
    while part is not None:
        yield _table(part[1](), table)
        part = next(coming, None)


def _write(file: Path, table: str, rows: Iterable[Arrow]) -> None:
    parquet = import_module("pyarrow.parquet")
    with (
        replaced(file) as unfinished,
        parquet.ParquetWriter(unfinished, _schema(table), compression="zstd") as writer,
    ):
        for block in _blocks(rows):
            writer.write_table(block, row_group_size=_BLOCK)


def _blocks(rows: Iterable[Arrow]) -> Iterator[Arrow]:
    """Cut rows anew, so that a file does not tell in how many steps it came about."""
    concat = import_module("pyarrow").concat_tables
    held: list[Arrow] = []
    for some in rows:
        held.append(some)
        while sum(map(len, held)) >= _BLOCK:
            whole = concat(held)
            yield whole[:_BLOCK].combine_chunks()
            held = [whole[_BLOCK:]]
    if any(map(len, held)):
        yield concat(held).combine_chunks()


def _columns_of(table: str) -> dict[str, str]:
    # The year of a partition is the name of its folder, as every engine that reads such folders expects.
    return {name: kind for name, kind in KINDS[table].items() if name != "year" or table not in PARTITIONED}


def _types() -> dict[str, Any]:
    arrow = import_module("pyarrow")
    return {"text": arrow.string(), "whole": arrow.int64(), "day": arrow.date32(), "truth": arrow.bool_()}


def _schema(table: str) -> Any:
    types = _types()
    return import_module("pyarrow").schema([(name, types[kind]) for name, kind in _columns_of(table).items()])


def _table(columns: Columns, table: str) -> Arrow:
    arrow, schema = import_module("pyarrow"), _schema(table)
    # Days come as their text.
    read = [
        arrow.array(columns[each.name], arrow.string()).cast(each.type)
        if each.type == arrow.date32()
        else arrow.array(columns[each.name], each.type)
        for each in schema
    ]
    return arrow.Table.from_arrays(read, schema=schema)


def _fitted(block: Arrow, table: str) -> Arrow:
    """Give rows that an earlier release wrote the columns of this one; a new column is silent in them."""
    arrow, schema = import_module("pyarrow"), _schema(table)
    known = [
        block.column(each.name).cast(each.type)
        if each.name in block.schema.names
        else arrow.nulls(len(block), each.type)
        for each in schema
    ]
    return arrow.Table.from_arrays(known, schema=schema)


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    try:
        with parquet.ParquetFile(file) as opened:
            yield opened
    except (arrow.ArrowInvalid, KeyError) as error:
        raise SerializationError([(file.name, f"is no table of a collected folder: {error}")]) from None
