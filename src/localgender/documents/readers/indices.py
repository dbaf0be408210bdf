"""Small raised and lowered signs, kept apart: 12,5 with a raised 1 beside it is not 12,51."""

from __future__ import annotations

_SIGNS = "0123456789+-()"
_RAISED = str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


def superscript(text: str) -> str:
    """Spell figures with raised signs.

    >>> "12,5" + superscript("1")
    '12,5¹'
    """
    return text.translate(_RAISED)


def subscript(text: str) -> str:
    """Spell figures with lowered signs.

    >>> "H" + subscript("2") + "O"
    'H₂O'
    """
    return text.translate(_LOWERED)
