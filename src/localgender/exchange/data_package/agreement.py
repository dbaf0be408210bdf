"""Whether the tables agree: nothing stands twice, nothing is lost, nothing contradicts the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from localgender.exchange.data_package.cells import Row, place, spelled
from localgender.exchange.data_package.columns import Column, Table
from localgender.exchange.data_package.layout import laid_out
from localgender.exchange.data_package.tables import BY_NAME, DERIVED, PLACES, TABLES
from localgender.exchange.parsing import Problem
from localgender.model.plan import Plan
from localgender.model.report import Report

Read = Mapping[str, list[Row]]


def broken_keys(rows: Read) -> Iterator[Problem]:
    """Name rows that bear the same key, and those that name a row which is not there."""
    for table in TABLES:
        seen: dict[tuple[Any, ...], int] = {}
        for row in rows[table.name]:
            first = seen.setdefault(_key(table, row.cells), row.number)
            if first != row.number:
                yield place(table, row.number, table.key[-1]), f"the same as in row {first}"
        for column in table.columns:
            yield from _lost(table, column, rows)


def _lost(table: Table, column: Column, rows: Read) -> Iterator[Problem]:
    if column.to is None:
        return
    where, _, name = column.to.partition(".")
    known = {row.cells[name] for row in rows[where]}
    for row in rows[table.name]:
        if (wanted := row.cells[column.name]) is not None and wanted not in known:
            yield place(table, row.number, column.name), f"no such {name} in {BY_NAME[where].file}: {wanted}"


def _key(table: Table, cells: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(cells[name] for name in table.key)


def differences(value: Plan | Report, rows: Read) -> Iterator[Problem]:
    """Name every cell that is not as the value would be written: nothing is dropped, nothing contradicts."""
    meant = laid_out(value)
    for table in TABLES:
        if table.name != DERIVED or rows[DERIVED]:
            yield from _differing(
                table, {_key(table, row): row for row in meant[table.name]}, rows[table.name]
            )


def _differing(
    table: Table, meant: dict[tuple[Any, ...], Mapping[str, Any]], rows: list[Row]
) -> Iterator[Problem]:
    for row in rows:
        wanted = meant.pop(_key(table, row.cells), None)
        if wanted is None:
            yield place(table, row.number), "nothing in the other tables asks for this row"
            continue
        for column in table.columns:
            told, should = spelled(column, row.cells[column.name]), spelled(column, wanted[column.name])
            if told != should and not (table.name == DERIVED and column.name in PLACES):
                yield place(table, row.number, column.name), f"expected {should!r}, not {told!r}"
    for key in meant:
        yield table.file, f"no row for {', '.join(map(str, key))}"
