"""Versions of the JSON format, and the way of an older text to the present one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from localgender.exchange.parsing import seen

NAME = "localgender"
VERSION = 1
FORMAT = f"{NAME}/{VERSION}"

# Takes the whole tree of one version, changes nothing in it, and returns that of the next.
Migration = Callable[[dict[str, Any]], dict[str, Any]]

# Version → the step to the next one. Empty as long as there is but one version.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})

_SPELLED = re.compile(rf"{NAME}/(0|[1-9][0-9]{{0,8}})")


def version_of(tree: Any) -> int | None:
    """Return the version that a tree says it is of; None when it says none.

    >>> version_of({"format": "localgender/7"}), version_of({"format": "other/7"})
    (7, None)
    """
    spelled = tree.get("format") if isinstance(tree, dict) else None
    found = _SPELLED.fullmatch(spelled) if isinstance(spelled, str) else None
    return int(found[1]) if found else None


def migrated(tree: Any, steps: Mapping[int, Migration], *, to: int = VERSION) -> Any:
    """Bring the tree of an older version to a newer one, step by step.

    >>> renamed = {1: lambda old: {"value": old["worth"]}, 2: lambda old: {"value": [old["value"]]}}
    >>> migrated({"format": "localgender/1", "worth": 5}, renamed, to=3)
    {'value': [5], 'format': 'localgender/3'}

    Args:
        tree: Parsed text, which is left as it is.
        steps: From each version to the next.
        to: Version that is wanted.

    Returns:
        The tree of the wanted version; the same tree when it is not older, or when a step is missing.
    """
    met = version_of(tree)
    if met is None or met >= to or not all(version in steps for version in range(met, to)):
        return tree
    for version in range(met, to):
        tree = {**steps[version](tree), "format": f"{NAME}/{version + 1}"}
    return tree


def unreadable(spelled: Any, steps: Mapping[int, Migration]) -> str:
    """Say why the format that a text names is not read.

    >>> unreadable("localgender/7", {})
    'version 7 of the format, but this library reads version 1; a newer release reads it'
    """
    met = version_of({"format": spelled})
    if met is None:
        return f"expected {FORMAT!r}, not {seen(spelled)}"
    oldest = VERSION
    while oldest - 1 in steps:
        oldest -= 1
    reads = f"version {VERSION}" if oldest == VERSION else f"versions {oldest} to {VERSION}"
    hint = "; a newer release reads it" if met > VERSION else ""
    return f"version {met} of the format, but this library reads {reads}{hint}"
