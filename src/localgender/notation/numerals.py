"""Roman numerals, typed with Latin letters, Cyrillic ones, or both."""

from __future__ import annotations

import re

_CANONICAL = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LATIN = str.maketrans("ІХСМ", "IXCM")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(text: str) -> int | None:
    """Read a Roman numeral in capitals; None for anything else.

    >>> roman("VІІ"), roman("IV"), roman("IIII")
    (7, 4, None)
    """
    latin = in_latin(text)
    if _CANONICAL.fullmatch(latin) is None:
        return None
    worths = [_WORTH[sign] for sign in latin]
    return sum(-worth if worth < max(worths[at:]) else worth for at, worth in enumerate(worths))


def in_latin(text: str) -> str:
    """Return capitals of a Roman numeral as Latin letters."""
    return text.translate(_LATIN)
