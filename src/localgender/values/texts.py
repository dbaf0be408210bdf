"""Text as values hold it: composed letters, one space for any run of white space."""

from __future__ import annotations

import re
import unicodedata

from localgender.errors import NotationError

_HALF = re.compile("[\ud800-\udfff]")


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
    if not value.isascii() and _HALF.search(value):
        raise NotationError(value, "whole letters")
    return " ".join(unicodedata.normalize("NFC", value).split())


def optional_text(value: str | None) -> str | None:
    """Bring text to its one spelling; empty text is silence."""
    return None if value is None else text(value) or None
