"""Types that are met as fields, arguments and answers of public names without being such names."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

import attrs


def met(public: dict[str, Any]) -> list[type]:
    """Return the classes that the annotations of public names lead to, by module and name.

    Args:
        public: Classes and functions by their names.
    """
    waiting = [each for each in public.values() if callable(each)]
    known = set(waiting)
    found: set[type] = set()
    while waiting:
        more = {kind for kind in _named(waiting.pop()) if kind not in known | found}
        found |= more
        waiting += more
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def _named(value: Any) -> Iterator[type]:
    module = inspect.unwrap(value).__module__
    # What Hypothesis composes lives in modules that it makes up.
    for annotation in _annotations(value) if module in sys.modules else ():
        for name in re.findall(r"\b[A-Z]\w+", str(annotation)):
            kind = _means(module, name)
            ours = inspect.isclass(kind) and kind.__module__.startswith("localgender.")
            if ours and (attrs.has(kind) or issubclass(kind, Enum)):
                yield kind


def _annotations(value: Any) -> Iterator[Any]:
    if not inspect.isclass(value):
        yield from inspect.unwrap(value).__annotations__.values()
        return
    if attrs.has(value):
        yield from (each.type for each in attrs.fields(value) if not each.name.startswith("_"))
    for name, held in vars(value).items():
        function = (
            getattr(held, "fget", None) or getattr(held, "func", None) or getattr(held, "__func__", held)
        )
        if not name.startswith("_") and inspect.isfunction(function):
            yield from inspect.unwrap(function).__annotations__.values()


def _means(module: str, name: str) -> Any:
    """Return what a name stands for in a module, if only for a checker of types."""
    held = getattr(sys.modules[module], name, None)
    home = _imports(module).get(name)
    return getattr(import_module(home), name, None) if held is None and home else held


@cache
def _imports(module: str) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {each.name: str(node.module) for node in nodes for each in node.names}
