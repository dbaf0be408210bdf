"""Putting the cells of a row under their columns, also when the row lost, gained or shifted cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from attrs import frozen

from localgender import notation
from localgender.documents.interpret.columns import MONEY
from localgender.documents.interpret.sources import sources_in
from localgender.documents.layouts.layout import Role
from localgender.errors import NotationError
from localgender.notation.folding import fold
from localgender.values.money import Unit
from localgender.values.terms import Term

_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:[.,]\d{1,3})*|[ivxіхIVXІХ]{1,5})[.)]?\s*")
_ACTIVITY = re.compile(r"\s*(?:\d{1,3}|[а-яіїєґ])\)\s*\S")
_TASK = re.compile(r"\s*\d{1,3}\.(?!\d)\s*\S")
_LETTERS = re.compile(r"[^\W\d_]")
_OVER = (Role.AIM, Role.GOAL, Role.TASK, Role.ACTIVITY)
_CERTAIN, _LIKELY, _POSSIBLE, _UNLIKELY, _WRONG = 4, 2, 1, -2, -5


def is_measure(text: str) -> bool:
    """Tell whether a cell begins with the code of a measure, which has at least two parts."""
    found = notation.leading_code(text)
    return found is not None and len(found[0].parts) > 1 and bool(_LETTERS.search(text[found[1] :]))


@lru_cache(maxsize=4096)
def terms_in(text: str) -> tuple[tuple[Term, int, int], ...]:
    """Return the terms of a cell; a column repeats few of them, and each is asked for to place its cell too.

    Raises:
        NotationError: When some word is part of no term.
    """
    return notation.terms(text)


@lru_cache(maxsize=16384)
def is_term(text: str) -> bool:
    """Tell whether the notation of terms reads a cell as one term or several."""
    try:
        return bool(terms_in(text))
    except NotationError:
        return False


@lru_cache(maxsize=16384)
def is_amount(text: str) -> bool:
    """Tell whether the notation of amounts reads a cell, in whatever unit: «0,873» is none of hryvnias."""
    try:
        notation.amount(text, Unit.BILLION_UAH)
    except NotationError:
        return False
    return True


def shows_amount(text: str) -> bool:
    """Tell whether a cell is an amount, or two with a stroke between them: «10,0/8,5»."""
    return is_amount(text) or (text.count("/") == 1 and all(map(is_amount, text.split("/"))))


@lru_cache(maxsize=4096)
def executors_in(text: str) -> notation.Executors:
    """Return the executors of a cell, which is asked for to place the cell and again to read it."""
    return notation.executors(text)


def is_executor(text: str) -> bool:
    """Tell whether a cell begins with a body that the notation of executors knows."""
    named = executors_in(text).groups
    return bool(named) and named[0][0].kind != "unknown" and named[0][0].start == 0


def fit(role: Role, text: str) -> int:
    """Say how well a cell looks like what a column holds; below zero it contradicts it."""
    if not text:
        return 0
    if role in MONEY:
        return _CERTAIN if shows_amount(text) else _WRONG
    if notation.silent(text):
        return 0
    return _FITS.get(role, _prose)(text, bool(_LETTERS.search(text)))


def _prose(text: str, wordy: bool) -> int:
    return _POSSIBLE if wordy else _UNLIKELY


def _anything(text: str, wordy: bool) -> int:
    return _POSSIBLE


def _number(text: str, wordy: bool) -> int:
    return _LIKELY if _NUMBER.fullmatch(text) else _WRONG


def _percent(text: str, wordy: bool) -> int:
    return _CERTAIN if not wordy and is_amount(text.rstrip(" %")) else _WRONG


def _term(text: str, wordy: bool) -> int:
    if is_term(text):
        return _CERTAIN
    return _UNLIKELY if wordy and len(text) < 120 else _WRONG


def _goal(text: str, wordy: bool) -> int:
    return _WRONG if is_measure(text) or not wordy else _POSSIBLE


def _task(text: str, wordy: bool) -> int:
    return _CERTAIN if _TASK.match(text) else _goal(text, wordy)


def _activity(text: str, wordy: bool) -> int:
    if _ACTIVITY.match(fold(text)):
        return _CERTAIN
    return _WRONG if is_measure(text) or not wordy else 0


def _measure(text: str, wordy: bool) -> int:
    if is_measure(text):
        return _CERTAIN
    if _ACTIVITY.match(fold(text)):
        return _UNLIKELY
    return _POSSIBLE if wordy else _WRONG


def _source(text: str, wordy: bool) -> int:
    if sources_in(text):
        return _CERTAIN
    return _UNLIKELY if is_amount(text) and not wordy else 0


def _executors(text: str, wordy: bool) -> int:
    if is_executor(text):
        return _CERTAIN
    return _WRONG if is_measure(text) or not wordy else 0


_FITS: dict[Role, Callable[[str, bool], int]] = {
    Role.DERIVED: _anything,
    Role.MARK: _anything,
    Role.NUMBER: _number,
    Role.PERCENT: _percent,
    Role.TERM: _term,
    Role.AIM: _goal,
    Role.GOAL: _goal,
    Role.TASK: _task,
    Role.ACTIVITY: _activity,
    Role.MEASURE: _measure,
    Role.EXECUTORS: _executors,
    Role.SOURCE: _source,
}


@frozen
class Aligned:
    """Where the cells of a row belong.

    Attributes:
        columns: Column index of each cell, in the row's order; None for a blank cell that has no column.
        verdict: "kept", "padded" when only cells at an end are missing, "shifted" for anything else.
    """

    columns: tuple[int | None, ...]
    verdict: str


def align(texts: tuple[str, ...], roles: tuple[Role | None, ...]) -> Aligned:
    """Put each cell of a row under a column.

    A row as wide as the header stays as it is unless a cell contradicts its column and another order fits
    better; where the row begins with its number, it takes more than an odd term. Otherwise the order of cells
    is kept and the best fit found; a column may take two cells only where a measure slid beside another one.

    Args:
        texts: Cells, stripped.
        roles: Role of each column of the header; None for a column not understood.
    """
    kept = _kept(texts, roles)
    least = _UNLIKELY if _is_anchored(texts, roles) else 0
    if kept is not None and all(
        _fit(roles[column], texts[cell]) >= least or _heads(texts, roles, column) for cell, column in kept
    ):
        return _verdict(kept, texts, roles)
    best = _best(texts, roles)
    if kept is not None and _score(kept, texts, roles) >= _score(best, texts, roles):
        best = kept
    return _verdict(best, texts, roles)


def _is_anchored(texts: tuple[str, ...], roles: tuple[Role | None, ...]) -> bool:
    """Tell whether a row begins with its number, so that no cell before the others is missing."""
    return roles[:1] == (Role.NUMBER,) and _NUMBER.fullmatch(texts[0]) is not None


def _fit(role: Role | None, text: str) -> int:
    return 0 if role is None else fit(role, text)


def _heads(texts: tuple[str, ...], roles: tuple[Role | None, ...], column: int) -> bool:
    """Tell whether a goal has a code that the measure beside it carries on: «1.1. Квоти» before 1.1.1."""
    if roles[column] not in _OVER or Role.MEASURE not in roles:
        return False
    goal = notation.leading_code(texts[column])
    measure = notation.leading_code(texts[roles.index(Role.MEASURE)])
    if goal is None or measure is None:
        return False
    outer, inner = goal[0].parts, measure[0].parts
    return len(outer) < len(inner) and inner[: len(outer)] == outer


def _kept(texts: tuple[str, ...], roles: tuple[Role | None, ...]) -> list[tuple[int, int]] | None:
    """Pair filled cells with the columns of the same number, when the row is as wide as the header."""
    trailing = any(texts[len(roles) :])
    if len(texts) < len(roles) or trailing:
        return None
    return [(number, number) for number, text in enumerate(texts[: len(roles)]) if text]


def _score(pairs: list[tuple[int, int]], texts: tuple[str, ...], roles: tuple[Role | None, ...]) -> int:
    return sum(_fit(roles[column], texts[cell]) for cell, column in pairs)


def _best(texts: tuple[str, ...], roles: tuple[Role | None, ...]) -> list[tuple[int, int]]:
    """Pair filled cells with columns in order, by dynamic programming over (cells placed, column)."""
    filled = [number for number, text in enumerate(texts) if text]
    missing = len(roles) - len(texts)
    table: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {(0, -1): (0.0, [])}
    for cell in filled:
        following: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
        for (placed, last), (score, pairs) in table.items():
            for column in range(max(last, 0), len(roles)):
                if column == last and not _may_share(roles[column], texts[pairs[-1][0]], texts[cell]):
                    continue
                # Among equal fits the cell stays nearest to where it would be if only an end were missing.
                drift = 0.01 * min(abs(column - cell), abs(column - cell - missing))
                offer = score + _fit(roles[column], texts[cell]) - drift
                state = (placed + 1, column)
                if state not in following or following[state][0] < offer:
                    following[state] = (offer, [*pairs, (cell, column)])
        table = following or table
    return max(table.values(), key=lambda each: (len(each[1]), each[0]))[1]


def _may_share(role: Role | None, before: str, text: str) -> bool:
    return role == Role.MEASURE and is_measure(before) and is_measure(text)


def _verdict(pairs: list[tuple[int, int]], texts: tuple[str, ...], roles: tuple[Role | None, ...]) -> Aligned:
    columns = dict(pairs)
    placed = tuple(columns.get(number) for number in range(len(texts)))
    offsets = {column - cell for cell, column in pairs}
    if offsets <= {0} and len(texts) >= len(roles):
        return Aligned(placed, "kept")
    if len(texts) < len(roles) and len(offsets) <= 1:
        return Aligned(placed, "padded")
    return Aligned(placed, "shifted")
