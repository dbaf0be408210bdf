"""Colours of a terminal: which words of an answer stand out, and how."""

from __future__ import annotations

from collections.abc import Callable

Paint = Callable[[str, str], str]

# Bold and the three colours that every terminal has; a meaning never hangs on the colour alone.
_CODES = {"heading": "1", "group": "1", "error": "1;31", "warning": "1;33", "notice": "1;36"}


def painted(line: str, tone: str) -> str:
    r"""Make a finished line stand out; what is painted is as wide as before.

    >>> painted("Помилки (1)", "error")
    '\x1b[1;31mПомилки (1)\x1b[0m'
    """
    return f"\x1b[{_CODES[tone]}m{line}\x1b[0m" if line and tone in _CODES else line


def plain(line: str, tone: str) -> str:
    """Leave a line as it is, for a file or a program.

    >>> plain("Помилки (1)", "error")
    'Помилки (1)'
    """
    return line
