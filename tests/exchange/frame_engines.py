"""The engines that questions are asked on: one table of Arrow as each of them holds it, and its rows again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa


def _objects(table: pa.Table) -> pd.DataFrame:
    """Texts, days and truths as plain Python objects, as pandas held them for a decade."""
    return table.to_pandas(
        types_mapper={pa.string(): None, pa.large_string(): None}.get, strings_to_categorical=False
    ).astype({field.name: object for field in table.schema if not pa.types.is_integer(field.type)})


def _nullable(table: pa.Table) -> pd.DataFrame:
    kinds = {"string": "string", "int64": "Int64", "bool": "boolean", "date32[day]": "datetime64[s]"}
    return pd.DataFrame({
        field.name: pd.array(table[field.name].to_pylist(), kinds[str(field.type).removeprefix("large_")])
        for field in table.schema
    })  # fmt: skip


ENGINES: Mapping[str, Callable[[pa.Table], Any]] = {
    "polars": pl.from_arrow,
    "polars lazy": lambda table: pl.from_arrow(table).lazy(),  # type: ignore[union-attr]
    "pandas": lambda table: table.to_pandas(),
    "pandas nullable": _nullable,
    "pandas arrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "pandas objects": _objects,
    "pyarrow": lambda table: table,
    "duckdb": duckdb.from_arrow,
}


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """The rows of an answer of any engine, in plain words and whole numbers."""
    answer = nw.from_native(frame).lazy().collect()
    return [{name: _plain(cell) for name, cell in row.items()} for row in answer.iter_rows(named=True)]


def _plain(cell: Any) -> Any:
    if cell is None or type(cell).__name__ in {"NAType", "NaTType"} or cell != cell:
        return None
    if isinstance(cell, Decimal) or type(cell).__module__ == "numpy":
        return cell.item() if hasattr(cell, "item") else int(cell)
    assert not isinstance(cell, float), cell
    return cell.date() if isinstance(cell, datetime.datetime) else cell
