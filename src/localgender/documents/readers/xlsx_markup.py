"""Listening to markup by the local names of its elements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pyexpat import XMLParserType
from typing import Any, TypeAlias

Start: TypeAlias = Callable[[dict[str, str]], None]
End: TypeAlias = Callable[[], None]


class _Listeners(dict[str, Any]):
    """Listeners by full name, found by the local one when an element is first met."""

    def __init__(self, known: Mapping[str, Any], ignore: Callable[..., None], namespaces: list[str]) -> None:
        super().__init__()
        self._known, self._ignore, self._namespaces = known, ignore, namespaces

    def __missing__(self, tag: str) -> Any:
        namespace, _, name = tag.rpartition(" ")
        if not self._namespaces:
            self._namespaces.append(namespace)
        foreign = namespace not in self._namespaces
        found = self[tag] = self._ignore if foreign else self._known.get(name, self._ignore)
        return found


def listen(parser: XMLParserType, starts: Mapping[str, Start], ends: Mapping[str, End]) -> None:
    """Let a parser call what listens to elements of the root's namespace; other elements pass unheard.

    Args:
        parser: Names elements with their namespaces, a space between.
        starts: Called with the attributes, by local name.
        ends: Called when an element ends.
    """
    namespaces: list[str] = []
    opening = _Listeners(starts, lambda _: None, namespaces)
    closing = _Listeners(ends, lambda: None, namespaces)
    parser.StartElementHandler = lambda tag, attributes: opening[tag](attributes)
    parser.EndElementHandler = lambda tag: closing[tag]()
