"""Text as values hold it: composed letters, one space for any run of white space."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from localgender.errors import NotationError

_HALF = re.compile("[\ud800-\udfff]")


def excerpt(text: str | None, longest: int = 60) -> str:
    """Quote a text in a repr, cut short.

    >>> excerpt("Рівні можливості", 8), excerpt(None)
    ("'Рівні мо…'", 'None')
    """
    return repr(text if text is None or len(text) <= longest else f"{text[:longest]}…")


def text(value: str) -> str:
    r"""Bring text to its one spelling.

    >>> text(" Рада\n міста ")
    'Рада міста'

    Raises:
        TypeError: For anything but text.
        NotationError: For half a letter, which no file can hold.
    """
    if not isinstance(value, str):
        raise TypeError(f"expected text, not {value!r}")
    return _one_spelling(value)


# The words of a cell are asked for when rows are compared, when values are made, and by their addresses.
@lru_cache(maxsize=4096)
def _one_spelling(value: str) -> str:
    # Whether all may be printed is sooner known, and half a letter may not.
    if not value.isprintable() and _HALF.search(value):
        raise NotationError(value, "whole letters")
    return " ".join(unicodedata.normalize("NFC", value).split())


def optional_text(value: str | None) -> str | None:
    """Bring text to its one spelling; empty text is silence."""
    return None if value is None else text(value) or None
