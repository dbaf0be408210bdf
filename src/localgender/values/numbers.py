"""Exact numbers from text, of a size that a document can print."""

from __future__ import annotations

import re
from decimal import Decimal

from localgender.errors import NotationError

# More digits than any amount has, and few enough for arithmetic at once.
MOST_DIGITS = 100
_PLAIN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_SHOWN = 40


def exact(value: str | int | Decimal, expected: str) -> Decimal:
    """Return a number exactly.

    >>> exact(" 10.50 ", "a number")
    Decimal('10.50')

    Args:
        value: Text in the digits 0 to 9 with a decimal point, a whole number, or a Decimal.
        expected: What the message says would be right.

    Raises:
        NotationError: For any other text, what is not finite, and more than a hundred digits on either side
            of the decimal point.
    """
    if isinstance(value, str) and not _PLAIN.fullmatch(value.strip()):
        raise NotationError(_short(value), expected)
    if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
        raise NotationError(f"a number of more than {MOST_DIGITS} digits", expected)
    number = Decimal(value)
    shape = number.as_tuple()
    if not isinstance(shape.exponent, int) or max(len(shape.digits), abs(shape.exponent)) > MOST_DIGITS:
        raise NotationError(_short(str(number)), expected)
    return number


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
