"""The pages of public names, one for each room of the house, so that no name of the façade is left out."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import ModuleType
from typing import Any

import met_types

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


_MET = """## Met as fields and answers

No names of the façade, but what its names hold, take or give; their fields are as public as they are. Where
you write one by hand, its text will do, or import it from its module.
"""


def rooms() -> dict[str, list[str]]:
    """Return the public names of each room, in the order of the alphabet."""
    found: dict[str, list[str]] = {room: [] for room in _ROOMS}
    for name in sorted(lg.__all__, key=str.lower):
        if name != "__version__":
            found[_room_of(name)].append(name)
    return found


def _room_of(name: str) -> str:
    return _room(getattr(lg, "_HOME").get(name) or getattr(lg, "_MODULES")[name])  # noqa: B009 - private to the package


def _room(home: str) -> str:
    return next(
        room for room, (_, _, packages) in _ROOMS.items() if home.split(".", maxsplit=1)[0] in packages
    )


def public() -> dict[str, Any]:
    """Return every class and function of the façade, and those of its modules by `module.name`."""
    found: dict[str, Any] = {}
    for name in lg.__all__:
        value = getattr(lg, name)
        if isinstance(value, ModuleType):
            found |= {f"{name}.{each}": getattr(value, each) for each in own_names(value)}
        elif callable(value):
            found[name] = value
    return found


@cache
def met_kinds() -> list[type]:
    """Return what public names hold, take or give without its being one of them."""
    return met_types.met(public())


def own_names(module: ModuleType) -> list[str]:
    """Return the names of a module in its own order; what it imports stands in other rooms."""
    made_here = [
        name for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__
    ]  # fmt: skip
    return list(getattr(module, "__all__", made_here))


def pages() -> Mapping[str, str]:
    """Return the Markdown of every page by its name, `index` among them."""
    told = {room: _page(room, names) for room, names in rooms().items()}
    return {**told, "index": _index()}


def _page(room: str, names: list[str]) -> str:
    title, purpose, _ = _ROOMS[room]
    return "\n\n".join([f"# {title}", purpose, *(_entry(name) for name in names), *_met(room)]) + "\n"


def _met(room: str) -> list[str]:
    kinds = [each for each in met_kinds() if _room(each.__module__.split(".", 1)[1]) == room]
    entries = [
        f"### {each.__name__}\n\n```{{eval-rst}}\n{_auto(f'{each.__module__}.{each.__name__}', each)}\n```"
        for each in kinds
    ]
    return [_MET, *entries] if entries else []


def _entry(name: str) -> str:
    value = getattr(lg, name)
    if name in _CONSTANTS:
        return f"## {name}\n\n{_CONSTANTS[name]}"
    return f"## {name}\n\n```{{eval-rst}}\n{_directive(name, value)}\n```"


def _directive(name: str, value: Any) -> str:
    if isinstance(value, ModuleType):
        return "\n\n".join(_member(value, each) for each in own_names(value))
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
