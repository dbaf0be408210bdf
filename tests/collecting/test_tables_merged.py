"""Merging blocks of rows gives the same bytes in whatever steps it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.collecting import tables
from localgender.collecting.tables import Columns, Part

NAMES = st.sets(st.sampled_from("abcdefghij"), max_size=8)


def part(document: str, rows: int) -> Part:
    columns: Columns = {name: [None] * rows for name in tables.KINDS["checks"]}
    columns["document"] = [document] * rows
    columns["rule"] = [f"rule-{row}" for row in range(rows)]
    return document, lambda: columns


def parts(names: set[str]) -> list[Part]:
    return [part(name, ord(name) % 4) for name in sorted(names)]


def rules(file: Path) -> list[tuple[str, str]]:
    return [(row["document"], row["rule"]) for row in tables.read_rows(file, "checks")]


@given(steps=st.lists(NAMES, min_size=1, max_size=4), step=st.integers(1, 5))
def test_steps_do_not_show(
    steps: list[set[str]], step: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Documents come and go; in the end the file is that of who knew it all from the start."""
    folder = tmp_path_factory.mktemp("кроки")
    held: set[str] = set()
    for coming in steps:
        tables.merge(folder / "checks.parquet", "checks", kept=held - coming, parts=parts(coming))
        held |= coming
    wanted = {name for name in held if ord(name) % step}
    tables.merge(folder / "checks.parquet", "checks", kept=wanted, parts=[])
    tables.merge(folder / "once.parquet", "checks", kept=(), parts=parts(wanted))
    assert (folder / "checks.parquet").read_bytes() == (folder / "once.parquet").read_bytes()
    assert rules(folder / "once.parquet") == [
        (name, f"rule-{row}") for name in sorted(wanted) for row in range(ord(name) % 4)
    ]


def test_more_rows_than_a_block_are_cut_alike(tmp_path: Path) -> None:
    many = [part(name, 40_000) for name in "abc"]
    tables.merge(tmp_path / "once.parquet", "checks", kept=(), parts=many)
    for number, each in enumerate((many[2], many[0], many[1]), 1):
        tables.merge(
            tmp_path / "steps.parquet",
            "checks",
            kept={"abc"[at] for at in (2, 0)[: number - 1]},
            parts=[each],
        )
    assert (tmp_path / "once.parquet").read_bytes() == (tmp_path / "steps.parquet").read_bytes()
    assert len(tables.read_rows(tmp_path / "once.parquet", "checks")) == 120_000


def test_rows_of_an_earlier_release_get_the_columns_of_this_one(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    file = tmp_path / "checks.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"document": ["a", "b"], "dropped": [1, 2]}), file)
    tables.merge(file, "checks", kept={"b"}, parts=[])
    (row,) = tables.read_rows(file, "checks")
    assert (row["document"], row["rule"]) == ("b", None)
    assert list(row) == list(tables.KINDS["checks"])
