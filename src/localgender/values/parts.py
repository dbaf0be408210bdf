"""How several parts are handed to a value that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


# A type checker that is shown `tuple` itself, or a type variable, refuses every part.
def tuple_of(value: Iterable[Any]) -> tuple[Any, ...]:
    """Accept parts in whatever they come.

    >>> tuple_of(iter([1, 2]))
    (1, 2)
    """
    return tuple(value)
