"""Many documents as one frame a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from localgender.exchange.frames.engines import framed
from localgender.exchange.frames.records import records
from localgender.exchange.frames.register import register
from localgender.exchange.frames.tables import TABLES
from localgender.questions.aggregate import Asked, one_of


def frame(table: str, rows: Iterable[Mapping[str, Any]], backend: str | None = None) -> Any:
    """Lay rows of `records`, of any number of documents, out as a frame.

    >>> frame("targets", [], "polars").columns[-2:]
    ['served', 'measures']

    Args:
        table: Name of a table of `TABLES`.
        rows: Its rows; a column that a row does not name is silent.
        backend: "pandas", "polars" or "pyarrow"; when left out the first of these that is installed.

    Returns:
        A frame of pandas (nullable types; days as `datetime64[s]`) or polars, or a table of pyarrow, with
        the columns of the table in their order, also when there are no rows.

    Raises:
        MissingExtraError: An ImportError, when no engine is installed, or narwhals is not, which
            all but pandas need.
        FrameOverflowError: An OverflowError, when the numbers of a column do not add up within 64 bits.
        NotationError: A ValueError, for the name of another table or engine.
    """
    kinds = TABLES[one_of(table, tuple(TABLES))]
    rows = tuple(rows)
    return framed({name: [row.get(name) for row in rows] for name in kinds}, kinds, backend)


def country(
    documents: Mapping[str, Asked] | Iterable[Asked], backend: str | None = None, **choices: Any
) -> dict[str, Any]:
    """Lay many documents out as one frame a table.

    >>> from localgender.model.plan import Measure, Plan
    >>> plans = {"one": Plan(goals=[Measure("1.1")]), "two": Plan(goals=[Measure("1.1"), Measure("1.2")])}
    >>> country(plans, "polars")["measures"]["document"].to_list()
    ['one', 'two', 'two']

    Args:
        documents: Readings, plans or reports, each under a name of its own; without names they are numbered
            from 1.
        backend: "pandas", "polars" or "pyarrow"; when left out the first of these that is installed.
        choices: What `records` may be told: `codelists`, `communities` and `policy`.

    Returns:
        Table of `TABLES` → its frame.

    Raises:
        MissingExtraError: As `frame`.
        FrameOverflowError: As `frame`.
        NotationError: A ValueError, for the name of another engine, or of a code list that is not known.
        TypeError: For anything but plans, reports and readings of them.
    """
    if isinstance(documents, Mapping):
        named = dict(documents)
    else:
        named = {str(number): each for number, each in enumerate(documents, start=1)}
    if "communities" in choices:
        choices["communities"] = register(choices["communities"])
    parts = [records(each, document=name, **choices) for name, each in named.items()]
    return {table: frame(table, (row for part in parts for row in part[table]), backend) for table in TABLES}
