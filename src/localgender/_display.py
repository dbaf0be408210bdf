"""How values show themselves: in one line as `repr`, and through the one door that leads up.

Importing this loads nothing: what a page or a console is sent is asked for by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from enum import Enum
from importlib import import_module
from typing import Any

_LINE, _TEXT, _PART = 96, 48, 64


def html_of(value: Any) -> str:
    """Show a value as HTML; it is the `_repr_html_` of every class that shows itself."""
    return str(import_module("localgender.showing.display").html(value))


def rich_of(value: Any, console: Any, options: Any) -> Iterator[Any]:
    """Show a value on a console of rich; it is the `__rich_console__` of every class that shows itself."""
    from rich.text import Text

    shown = import_module("localgender.showing.display").terminal(value, width=options.max_width)
    # Laid out for this width already; a row of many figures is wider, and is folded, never cut off.
    yield Text.from_ansi(shown.rstrip("\n"), overflow="fold")


def brief(value: Any) -> str:
    """Show a value of attrs in one line; it is the `__repr__` of classes with more fields than a line holds.

    What a field holds by default is passed over, long texts and tuples are told in short, and `…` stands at
    the end where something was left out.

    Args:
        value: Any instance of a class of attrs.
    """
    fields = ((each.name, getattr(value, each.name), each.default) for each in type(value).__attrs_attrs__)
    pieces = (f"{name}={short(held)}" for name, held, usual in fields if not _is_usual(held, usual))
    return f"{type(value).__name__}({in_line(pieces)})"


def in_line(pieces: Iterable[str], room: int = _LINE) -> str:
    """Join as many pieces as one line holds, and tell by `…` that there are more.

    >>> in_line(["a", "b"]), in_line(["a" * 90, "b" * 90, "c"])[-7:]
    ('a, b', 'a, c, …')
    """
    kept: list[str] = []
    left = False
    for piece in pieces:
        if kept and len(piece) > room:
            left = True
            continue
        kept.append(piece)
        room -= len(piece) + 2
    return ", ".join([*kept, "…"] if left else kept)


def short(held: Any) -> str:
    """Show what a field holds: texts cut short, long tuples counted.

    >>> short("а" * 50)[-4:], short(("відділ освіти",) * 9)
    ("аа…'", '<9 str>')
    """
    if isinstance(held, Enum):
        return repr(held.value)
    told = repr(f"{held[:_TEXT]}…" if isinstance(held, str) and len(held) > _TEXT else held)
    if len(told) <= _PART or (hasattr(held, "__attrs_attrs__") and not isinstance(held, Sized)):
        return told
    return f"<{len(held)} {_of(held)}>" if isinstance(held, Sized) else f"<{type(held).__name__}>"


def _is_usual(held: Any, usual: Any) -> bool:
    # A default that is made anew is always an empty one.
    return (isinstance(held, Sized) and not held) if hasattr(usual, "factory") else bool(held == usual)


def _of(held: Any) -> str:
    kinds = {type(each).__name__ for each in held} if isinstance(held, tuple) else set()
    return kinds.pop() if len(kinds) == 1 else type(held).__name__
