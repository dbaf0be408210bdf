"""Folders of documents to collect, and what lies in a collected one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.dataset
import pyarrow.parquet

TABLES = ("checks", "documents", "findings", "measures", "observations", "targets")


def report(number: int = 1, *, year: int = 2023, total: str = "", measures: int = 2) -> str:
    """Write a report of a community of its own, as short as one can."""
    rows = "".join(
        f"1.{each}. Тренінг {each}\t{year}\tУправління культури {number}\t{number},{each}\t{number},0\n"
        for each in range(1, measures + 1)
    )
    return (
        f"Звіт про виконання Програми рівних можливостей за {year} рік\n"
        "Зміст заходу\tТермін виконання\tВиконавці\tПлан, тис. грн\tФакт, тис. грн\n"
        f"{rows}{total}"
    )


def fill(folder: Path, **files: str) -> Path:
    """Put documents into a folder; `__` in a name stands for a folder below."""
    for name, text in files.items():
        put(folder, name.replace("__", "/") + ".txt", text)
    return folder


def put(folder: Path, name: str, text: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def held(output: Path) -> dict[str, bytes]:
    """Return every file of a collected folder by its name; what is hidden is no part of the data."""
    found = (each for each in sorted(output.rglob("*")) if each.is_file())
    return {
        str(each.relative_to(output)): each.read_bytes() for each in found if ".localgender" not in each.parts
    }


def rows(output: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table, the years of all its folders together."""
    place = output / table
    if not place.is_dir():
        return pyarrow.parquet.read_table(f"{place}.parquet").to_pylist()
    return pyarrow.dataset.dataset(place, partitioning="hive").to_table().to_pylist()


def left(output: Path) -> list[str]:
    """Return what a run has left in the hidden folder besides what belongs there."""
    hidden = (each for each in (output / ".localgender").rglob("*") if each.is_file())
    return sorted(each.name for each in hidden if each.name not in ("lock", "folder", "sizes"))
