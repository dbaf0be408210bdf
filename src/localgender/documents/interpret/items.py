"""Cells that give several amounts, each with its year or source: «2024 – 50,0; 2025 – 60,0»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from attrs import evolve, frozen

from localgender import notation
from localgender.documents.interpret.sources import sources_in
from localgender.errors import NotationError
from localgender.model.funding import Source
from localgender.notation.folding import fold, stems
from localgender.values.money import Unit
from localgender.values.periods import Period

_AMOUNT = r"\d(?:[\d\s\u00a0\u202f.,]*\d)?(?:\s*(?:тис\.?|млн\.?|млрд\.?)?\s*(?:грн\.?|гривень|гривні))?"
_LABELLED = re.compile(
    rf"(?P<label>.*[^\W_].*?)(?:\s*(?P<mark>[:(]|\s-{{1,2}}|-{{1,2}}\s)\s*|\s+)(?P<amount>{_AMOUNT})\s*[.;,)]*",
    re.DOTALL,
)
_WHOLE = re.compile(
    rf"\s*(?P<amount>{_AMOUNT})\s*[,;(:]?\s*\(?\s*(?:[ув]\s+тому\s+числі|[ув]\s*т\.?\s*ч\.?|з\s+них)\s*:?",
    re.DOTALL,
)
# One number and nothing beside it, as most cells of money are.
_BARE = re.compile(r"[\d.,]*")
_LED = re.compile(rf"\s*(?P<amount>{_AMOUNT})\s*(?P<mark>\(|\s-{{1,2}}\s)(?P<label>[^\d()]*)\)?[\s.;,]*")
_EVERYTHING = frozenset(stems("всього усього разом загалом"))
_PARTED = re.compile(r";|\n|(?<=\)),|,(?=\s+[^\W\d_])|,(?=\s+\d{4}\D)")


@frozen
class Item:
    """One amount of a cell and what it is for.

    Attributes:
        start: First character of the item, its label included.
        begin: First character of the amount.
        stop: One past the last character of the amount.
        period: Its year; None when the label names none.
        sources: Whose money; empty when the label names none.
        total: Whether the other items are its parts.
    """

    start: int
    begin: int
    stop: int
    period: Period | None = None
    sources: tuple[Source, ...] = ()
    total: bool = False


# A cell of money is taken apart to survey its column and again to make its line.
@lru_cache(maxsize=4096)
def items(text: str) -> tuple[Item, ...]:
    """Read a cell that lists amounts by year or source; nothing when any part of it is something else.

    >>> [str(item.sources[0]) for item in items("міський бюджет – 50,0; інші джерела – 10,0")]
    ['community', 'other']
    """
    if _BARE.fullmatch(text):
        return ()
    # Folding keeps every position but turns line breaks, which part the amounts of a cell, into blanks.
    folded = "\n".join(map(fold, text.split("\n")))
    whole = _WHOLE.match(folded)
    begin = whole.end() if whole else 0
    parts = list(_parts(folded, begin))
    found = [_item(text, folded, start, stop) for start, stop in parts]
    if not found or any(item is None for item in found):
        return ()
    sure = [item for item in found if item is not None]
    if len(sure) == 1:
        # «Разом: 30,0» alone is the amount of its cell.
        sure = [evolve(sure[0], total=False)]
    if whole:
        sure.insert(0, Item(0, whole.start("amount"), whole.end("amount"), total=True))
    return tuple(sure)


def _parts(folded: str, begin: int) -> Iterator[tuple[int, int]]:
    borders = [begin, *(found.end() for found in _PARTED.finditer(folded, begin)), len(folded)]
    for start, stop in pairwise(borders):
        if folded[start:stop].strip(" ;,.)"):
            yield start, stop


def _item(text: str, folded: str, start: int, stop: int) -> Item | None:
    whole = folded[start:stop].rstrip()
    # «200,0 (обласний бюджет)» tells the amount first.
    found = _LABELLED.fullmatch(whole) or _LED.fullmatch(whole)
    if found is None:
        return None
    # Abbreviations of sources are told from words by their capitals.
    label = text[start + found.start("label") : start + found.end("label")]
    begin, end = start + found.start("amount"), start + found.end("amount")
    period, rest = _year(label)
    sources = sources_in(rest)
    total = _EVERYTHING.issuperset(stems(label))
    # A label that says more than a year and a source is not understood, and so is the whole cell.
    if not (period or sources or total) or any(sign.isdigit() for sign in rest):
        return None
    if period is not None and not found["mark"]:
        return None
    return Item(start, begin, end, period, sources, total)


def _year(label: str) -> tuple[Period | None, str]:
    """Return the year that a label names, and what is left of the label."""
    try:
        return notation.period(label.strip(" .:()")), ""
    except NotationError:
        found = notation.periods(label)
    if len(found) != 1:
        return None, label
    (period, start, stop), *_ = found
    return period, label[:start] + label[stop:]


def holds_amounts(text: str) -> bool:
    """Tell whether a cell holds money: an amount, words instead of one, or a list of amounts."""
    try:
        amount = notation.amount(text, Unit.BILLION_UAH)
    except NotationError:
        return bool(items(text))
    return amount.money is not None or amount.needs is not None
