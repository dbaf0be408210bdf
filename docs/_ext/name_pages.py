"""The pages of public names, one for each room of the house, so that no name of the façade is left out."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from enum import StrEnum
from types import ModuleType
from typing import Any

import localgender as lg

# Each room with the packages whose public names it shows; the first that fits decides.
_ROOMS = {
    "values": ("Values", "Vocabulary without entities: money, percents, codes, periods, terms, addresses.",
        ("values",)),
    "model": ("Model", "Plans, measures and reports, with nothing of where they were read.", ("model",)),
    "reading": ("Reading", "From a document to a value with its places.", ("intake", "documents")),
    "findings": ("Findings and errors", "What the author of a document can repair is a finding; "
        "what a programmer can, an exception.", ("findings", "errors")),
    "questions": ("Questions", "Functions of a value and a policy: sums, audits, statuses, comparisons.",
        ("questions",)),
    "showing": ("Showing", "Answers as tables, sentences and pages.", ("showing",)),
    "exchange": ("Exchange", "Values as JSON and back, as open data, as data frames, and of a whole folder.",
        ("exchange", "collecting")),
    "strategies": ("Strategies and laws", "Values and laws for the tests of other programs.",
        ("strategies", "laws")),
}  # fmt: skip
_CONSTANTS = {
    "FORMATS": "Formats that {py:func}`~localgender.scan` tries, in their order; a tuple of "
    "{py:class}`~localgender.Format`.",
    "LAYOUTS": "Layouts that ship, in the order they are tried; a tuple of {py:class}`~localgender.Layout`.",
    "__version__": "Version of the library, as text.",
}


def rooms() -> dict[str, list[str]]:
    """Return the public names of each room, in the order of the alphabet."""
    found: dict[str, list[str]] = {room: [] for room in _ROOMS}
    for name in sorted(lg.__all__, key=str.lower):
        if name != "__version__":
            found[_room_of(name)].append(name)
    return found


def _room_of(name: str) -> str:
    home = getattr(lg, "_HOME").get(name) or getattr(lg, "_MODULES")[name]  # noqa: B009 - private to the package
    return next(room for room, (_, _, packages) in _ROOMS.items() if home.split(".")[0] in packages)


def pages() -> Mapping[str, str]:
    """Return the Markdown of every page by its name, `index` among them."""
    told = {room: _page(room, names) for room, names in rooms().items()}
    return {**told, "index": _index()}


def _page(room: str, names: list[str]) -> str:
    title, purpose, _ = _ROOMS[room]
    return "\n\n".join([f"# {title}", purpose, *(_entry(name) for name in names)]) + "\n"


def _entry(name: str) -> str:
    value = getattr(lg, name)
    if name in _CONSTANTS:
        return f"## {name}\n\n{_CONSTANTS[name]}"
    return f"## {name}\n\n```{{eval-rst}}\n{_directive(name, value)}\n```"


def _directive(name: str, value: Any) -> str:
    if isinstance(value, ModuleType):
        # Its own names only, in its own order; what it imports stands in other rooms.
        own = getattr(value, "__all__", None) or [
            each for each, what in vars(value).items()
            if not each.startswith("_") and getattr(what, "__module__", "") == value.__name__
        ]  # fmt: skip
        return "\n\n".join(_member(value, each) for each in own)
    return _auto(f"localgender.{name}", value)


def _member(module: ModuleType, name: str) -> str:
    return _auto(f"{module.__name__}.{name}", getattr(module, name))


def _auto(path: str, value: Any) -> str:
    if not callable(value):
        return f".. autodata:: {path}"
    if not inspect.isclass(value):
        return f".. autofunction:: {path}"
    lines = [f".. autoclass:: {path}", "   :members:"]
    if issubclass(value, StrEnum):
        # The words of an enumeration are what a caller writes.
        return "\n".join([*lines, "   :undoc-members:"])
    return "\n".join([*lines, "   :show-inheritance:"] if issubclass(value, Exception) else lines)


def _index() -> str:
    rows = [f"| [{title}]({room}.md) | {purpose} |" for room, (title, purpose, _) in _ROOMS.items()]
    listed = "\n".join(_ROOMS)
    return (
        "# Public names\n\nEvery name here is used as `lg.name` after `import localgender as lg`. A name "
        "that is not here may change without notice.\n\n| room | what it holds |\n|---|---|\n"
        + "\n".join(rows)
        + f"\n\n`lg.__version__`: {_CONSTANTS['__version__']}\n\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"
    )
