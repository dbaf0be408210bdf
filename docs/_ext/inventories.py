"""Inventories of other projects for links to them, written from a table, since the build asks no network."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_ROLES = ("class", "exception", "function")


def projects() -> Mapping[str, dict[str, dict[str, str]]]:
    """Return of each project, by role, the names that may be linked to and where they stand."""
    return {name: {role: told.get(role, {}) for role in _ROLES} for name, told in _table().items()}


def mapping(folder: Path) -> dict[str, tuple[str, str]]:
    """Write an inventory for each project; return what `intersphinx_mapping` wants."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for project, told in _table().items():
        path = folder / f"{project}.inv"
        path.write_bytes(inventory(project))
        found[project] = (str(told["address"]), str(path))
    return found


def inventory(project: str) -> bytes:
    """Return an inventory as Sphinx reads it: four lines of text, then its names, compressed."""
    head = ["# Sphinx inventory version 2", f"# Project: {project}", "# Version: ",
            "# The remainder of this file is compressed using zlib."]  # fmt: skip
    return "\n".join([*head, ""]).encode() + zlib.compress("\n".join([*_lines(project), ""]).encode(), 9)


def _lines(project: str) -> Iterator[str]:
    for role, names in projects()[project].items():
        yield from (f"{name} py:{role} 1 {place.replace('$', name)} -" for name, place in names.items())


def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf8"))
