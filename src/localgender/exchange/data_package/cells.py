"""Rows of a table as CSV (RFC 4180) and back, with every value as it is and none that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from localgender.documents.readers.delimited import RISKY
from localgender.errors import SerializationError
from localgender.exchange.data_package.columns import Column, Table
from localgender.exchange.parsing import Problem
from localgender.exchange.problems import nearest

Cells = Mapping[str, Any]

ESCAPE = "\\"
_RISKY = re.compile(RISKY)
# Beyond this the usual readers of CSV refuse a cell.
_LONGEST = 131_072


@frozen
class Row:
    """Row of a file as it was read.

    Attributes:
        number: As a spreadsheet counts, the header being row 1.
        cells: Values by the names of their columns; None is silence.
    """

    number: int
    cells: Cells


@frozen
class File:
    """CSV file of a table.

    Attributes:
        data: UTF-8 without a mark, lines ending as RFC 4180 has it.
        escaped: Whether it holds a text that a spreadsheet would run, and is therefore written with an
            escape sign, which its dialect declares.
    """

    data: bytes
    escaped: bool


def place(table: Table, row: int, column: str | None = None) -> str:
    """Say where something stands, as people count.

    >>> from localgender.exchange.data_package.tables import BY_NAME
    >>> place(BY_NAME["funding"], 3, "step")
    'funding.csv, row 3, column step'
    """
    return f"{table.file}, row {row}" + (f", column {column}" if column else "")


def spelled(column: Column, value: Any) -> str:
    """Return the text of a cell; silence is empty."""
    return "" if value is None else column.kind.spell(value)


def written(table: Table, rows: Iterable[Cells]) -> File:
    """Write a table.

    Raises:
        SerializationError: For a text that is longer than the cells of a CSV file may be.
    """
    texts = [{column.name: spelled(column, row[column.name]) for column in table.columns} for row in rows]
    for number, row in enumerate(texts, start=2):
        for name, text in row.items():
            if len(text) > _LONGEST:
                raise SerializationError([(place(table, number, name), f"more than {_LONGEST} characters")])
    free = [column.name for column in table.columns if column.kind.type == "string"]
    escaped = any(_RISKY.match(row[name]) for row in texts for name in free)
    out = io.StringIO()
    # Every reader of the dialect takes the escape sign away; what does not know it, shows a text.
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(table.names)
    for row in texts:
        lines.writerow(_escaped(text, name in free) if escaped else text for name, text in row.items())
    return File(out.getvalue().encode(), escaped)


def _escaped(text: str, free: bool) -> str:
    text = text.replace(ESCAPE, ESCAPE * 2)
    return ESCAPE + text if free and _RISKY.match(text) else text


def read(table: Table, data: bytes, *, escaped: bool) -> list[Row]:
    """Read the file of a table.

    Args:
        table: Whose file it is.
        data: Its bytes, with or without a byte order mark.
        escaped: Whether its dialect declares the escape sign.

    Raises:
        SerializationError: With every wrong cell at once, by file, row and column.
    """
    lines = _lines(table, data, escaped=escaped)
    header = lines[0] if lines else []
    problems = list(_header_problems(table, header))
    if problems:
        raise SerializationError(problems)
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(header):
            problems.append((place(table, number), f"{len(line)} cells where the header has {len(header)}"))
        else:
            rows.append(_row(table, number, dict(zip(header, line, strict=True)), problems))
    if problems:
        raise SerializationError(problems)
    return rows


def _lines(table: Table, data: bytes, *, escaped: bool) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SerializationError([(table.file, f"byte {error.start} is not UTF-8")]) from None
    reader = csv.reader(io.StringIO(text, newline=""), escapechar=ESCAPE if escaped else None, strict=True)
    lines = []
    try:
        for line in reader:
            lines.append(line)  # noqa: PERF402 - what was read before an error tells its row
    except csv.Error as error:
        raise SerializationError([(place(table, len(lines) + 1), str(error))]) from None
    return lines


def _header_problems(table: Table, header: list[str]) -> Iterator[Problem]:
    for name in table.names:
        if header.count(name) != 1:
            yield place(table, 1, name), "is missing" if name not in header else "stands more than once"
    for name in header:
        if name not in table.names:
            yield place(table, 1, name), f"unknown column{nearest(name, table.names)}"


def _row(table: Table, number: int, texts: dict[str, str], problems: list[Problem]) -> Row:
    cells: dict[str, Any] = {}
    for column in table.columns:
        text = texts[column.name]
        if not text and column.required:
            problems.append((place(table, number, column.name), "is empty"))
        try:
            cells[column.name] = column.kind.read(text) if text else None
        except ValueError as error:
            problems.append((place(table, number, column.name), str(error)))
    return Row(number, cells)
