"""Numbers as officials print them: «1 365 155,7», «238.932.555,4», «28719468.00»."""

from __future__ import annotations

from decimal import Decimal

from localgender.errors import NotationError

# One dot before exactly three digits may group thousands or part decimals, so it is no number.
_DIGITS = "[0-9]"
_HEAD = f"[1-9]{_DIGITS}{{0,2}}"
_DOTTED = rf"{_HEAD}(?:\.{_DIGITS}{{3}}){{1,99}},{_DIGITS}{{1,99}}|{_HEAD}(?:\.{_DIGITS}{{3}}){{2,99}}"
_WHOLE = rf"(?:{_HEAD}(?: {_DIGITS}{{3}}){{1,99}}|{_DIGITS}{{1,300}}+)"
_DECIMALS = rf"(?:,{_DIGITS}{{1,99}}|\.(?!{_DIGITS}{{3}}(?!{_DIGITS})){_DIGITS}{{1,99}})"
_NO_MORE = rf"(?! ?{_DIGITS}|[.,]{_DIGITS})"

WHOLE = f"{_WHOLE}{_NO_MORE}"
NUMBER = f"(?:{_DOTTED}|{_WHOLE}{_DECIMALS}?){_NO_MORE}"

_NBSP = "\u00a0"


def plain(number: str) -> str:
    """Write a number that NUMBER matched with a decimal point and without groups.

    >>> plain("238.932.555,4"), plain("28719468.00")
    ('238932555.4', '28719468.00')
    """
    digits = number.replace(" ", "")
    if "," in digits or digits.count(".") > 1:
        digits = digits.replace(".", "").replace(",", ".")
    return digits


def decimals(number: str) -> int:
    """Count the digits after the point of a plain number."""
    return len(number.partition(".")[2])


def written(number: Decimal | int, digits: int | None = None) -> str:
    r"""Write a number with a decimal comma and groups parted by non-breaking spaces.

    >>> written(Decimal("1228.3"))
    '1\xa0228,3'

    Args:
        number: Exact, and finite.
        digits: How many after the comma; as many as the number has when left out.

    Raises:
        NotationError: When the number has more digits than that.
    """
    text = f"{Decimal(number):,f}".replace(",", _NBSP)
    whole, _, part = text.partition(".")
    if digits is None:
        return f"{whole},{part}" if part else whole
    if part[digits:].strip("0"):
        raise NotationError(str(number), f"at most {digits} digits after the comma")
    part = f"{part[:digits]:0<{digits}}"
    return f"{whole},{part}" if digits else whole
