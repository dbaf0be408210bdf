"""Whose a unit is: «… міської ради», «… районної державної адміністрації» at the end of its name."""

from __future__ import annotations

import re

_LEVEL = re.compile(r"(?:міськ|сільськ|селищн|районн|обласн)ої$")
_AUTHORITY = re.compile(r"(?:державн|військов)ої$")
AUTHORITIES = frozenset(
    ["ода", "ова", "рда", "рва", "мва", "адміністрації", "облдержадміністрації", "райдержадміністрації"]
)
_APPARATUS = frozenset(["виконавчого", "комітету", "виконкому", "органу", "апарату"])
_OWNERS = frozenset(
    ["виконкому", "міськвиконкому", "міськради", "облдержадміністрації", "райдержадміністрації"]
)


def owner_start(words: list[str]) -> int | None:
    """Find where the owner of a unit begins in words that may end with it.

    >>> owner_start(["відділ", "освіти", "зарічної", "міської", "ради"])
    2

    Returns:
        Index of the first word of «… міської ради», «районної державної адміністрації» and the like; None
        when the words end with no such thing.
    """
    if not words:
        return None
    last = words[-1]
    start = len(words) - 1
    while start and words[start - 1].strip("()").endswith("ої"):
        start -= 1
    between = words[start:-1]
    level = _LEVEL if last == "ради" else _AUTHORITY if last == "адміністрації" else None
    if last not in _OWNERS and not (level and any(map(level.search, between))):
        return None
    while start and words[start - 1] in _APPARATUS:
        start -= 1
    return start
