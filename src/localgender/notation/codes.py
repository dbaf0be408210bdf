"""Codes of goals and measures at the start of a cell or inside it, and marks of lists."""

from __future__ import annotations

import re
from functools import lru_cache

from localgender.notation.dates import dates
from localgender.notation.numerals import roman
from localgender.values.codes import Code

_PART = "[1-9][0-9]{0,2}"
_UPPER = "[A-ZА-ЯІЇЄҐ]"
# «1.5 тис. грн» is an amount whose decimal point looks like the dot of a code.
_AMOUNT = r"\s*(?:%|тис|млн|млрд|грн|грив|мільйон|мільярд|відсот|₴)"
_LEADING = re.compile(rf"\s*(?P<code>{_PART}(?:\.{_PART})*+)(?![0-9])(?P<mark>\.\)|[.)])?(?P<gap>\s*)")
_TITLE = re.compile(rf"{_UPPER}|[\"'«„“‘(]|[0-9]{{1,4}}[\s-]?[^\W\d_]")
_NUMBERED_AGAIN = re.compile(r"[0-9]+\s*(?:[.)]|\Z)")
_AMOUNT_NEXT = re.compile(_AMOUNT)
# «пункт 2», «ст. 5» and «№ 3» point at something else than a measure.
_POINTER = re.compile(
    r"(?:\b(?:п|пп|ст|розд|пункт\w{0,3}|статт\w{1,3}|розділ\w{0,3})\.?|№)\s?$", re.IGNORECASE
)

_ENUMERATOR = re.compile(
    r"\s*(?:(?P<number>[1-9][0-9]{0,2}|(?P<roman>[IVXІХ]{1,8}))[.)]|(?P<letter>[а-яіїєґa-z])\))(?![0-9.)])\s*"
)


# Asked for to place a cell, to tell measures from goals, and to read the code.
@lru_cache(maxsize=4096)
def leading_code(text: str) -> tuple[Code, int] | None:
    """Read the code at the start of a cell.

    >>> leading_code("2.10.Проведення аналізу")
    (Code('2.10'), 5)
    >>> leading_code("01.02.2019 відбулося") is None
    True

    Returns:
        The code and where the title begins; None for a date, a year, an amount, or words without a code.
    """
    match = _LEADING.match(text)
    if match is None or not _ends_well(text, match):
        return None
    if any(start <= match.start("code") for _, start, _ in dates(text[: match.end() + 40])):
        return None
    return Code.parse(match["code"]), match.end()


def _ends_well(text: str, match: re.Match[str]) -> bool:
    at = match.end()
    if at == len(text):
        return True
    if _AMOUNT_NEXT.match(text, at) or _NUMBERED_AGAIN.match(text, at):
        return False
    if match["mark"] and not match["gap"] and text[at].isdigit():
        return False
    # A bare number before small letters counts something: «16 днів активізму».
    sure = match["mark"] is not None or ("." in match["code"] and bool(match["gap"]))
    return text[at] not in ",.;:)-–—%/" and (sure or _TITLE.match(text, at) is not None)


def inner_codes(text: str, first: Code) -> tuple[tuple[Code, int, int], ...]:
    """Find the further codes of a cell that holds several measures.

    >>> inner_codes("1.1.1. Навчання. 1.1.2. Опитування", Code.parse("1.1.1"))
    ((Code('1.1.2'), 17, 24),)

    Args:
        text: The whole cell.
        first: Code that the cell starts with.

    Returns:
        Ascending codes beside `first`, each with where it starts and where its title begins.
    """
    found: list[tuple[Code, int, int]] = []
    last = first
    for match in _siblings(first.parts[:-1]).finditer(text):
        code = Code.parse(match["code"])
        if code > last and not _POINTER.search(text, max(0, match.start() - 12), match.start()):
            found.append((code, match.start(), match.end()))
            last = code
    return tuple(found)


# All measures of a goal share one pattern, and there may be more goals than `re` remembers.
@lru_cache(maxsize=1024)
def _siblings(path: tuple[int, ...]) -> re.Pattern[str]:
    parent = "".join(rf"{part}\." for part in path)
    # A lone number needs a mark, or «2 Школи» would be a measure.
    mark = r"\.?" if parent else r"[.)]"
    return re.compile(
        rf"(?:(?<=[\s.»”\")])|^)(?<![0-9]\.)(?P<code>{parent}{_PART})(?![0-9]){mark}(?!{_AMOUNT})"
        rf"(?:(?={_UPPER}|[\"«„“(])|\s+(?={_UPPER}|[\"«„“(]|[0-9]{{1,4}}[\s-]?[^\W\d_]))"
    )


def enumerator(text: str) -> tuple[str, int] | None:
    """Read the mark of a list at the start: «1)», «1.», «а)», «ІІ.».

    >>> enumerator("1) аналіз документів")
    ('1', 3)

    Returns:
        The number or letter as printed and where the words begin; None when there is no mark.
    """
    match = _ENUMERATOR.match(text)
    if match is None or (match["roman"] and roman(match["roman"]) is None):
        return None
    return match["number"] or match["letter"], match.end()
