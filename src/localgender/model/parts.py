"""Converters that the nouns share: one thing or several, text where a value is meant, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from localgender.values.acts import LegalAct
from localgender.values.counts import Count
from localgender.values.percents import Percent
from localgender.values.periods import Period, as_period
from localgender.values.terms import Term
from localgender.values.texts import text

T = TypeVar("T")


def several(kind: type[T], value: T | Iterable[T]) -> tuple[T, ...]:
    """Accept one part or several and refuse what is no such part.

    >>> several(int, 3), several(int, [1, 2])
    ((3,), (1, 2))

    Raises:
        TypeError: For anything that is no part of the kind.
    """
    parts = (value,) if isinstance(value, kind) else tuple(value)  # type: ignore[arg-type]  # else iterable
    for part in parts:
        if not isinstance(part, kind):
            raise TypeError(f"expected {kind.__name__}, not {part!r}")
    return parts


def optional_percent(value: Percent | str | None) -> Percent | None:
    """Accept a percent, its text, or silence."""
    return value if value is None or isinstance(value, Percent) else Percent(value)


def optional_period(value: Period | str | int | None) -> Period | None:
    """Accept a period, its text, a year, or silence."""
    return value if value is None or isinstance(value, Period) else as_period(value)


def optional_term(value: Term | str | int | Period | None) -> Term | None:
    """Accept a term, its text in Ukrainian notation, a year, a period, or silence."""
    if value is None or isinstance(value, Term):
        return value
    # The notation takes as long to import as all else that a plan needs, and only texts of terms need it.
    from localgender.notation.terms import as_term

    return as_term(value)


def optional_count(value: Count | int | None) -> Count | None:
    """Accept a count, an exact number, or silence."""
    return value if value is None or isinstance(value, Count) else Count(value)


def optional_act(value: LegalAct | None) -> LegalAct | None:
    """Accept an act, or silence."""
    return None if value is None else several(LegalAct, value)[0]


def texts(value: str | Iterable[str]) -> tuple[str, ...]:
    """Accept one text or several; blank ones say nothing.

    >>> texts("Рада"), texts(["Рада", " "])
    (('Рада',), ('Рада',))
    """
    each = [value] if isinstance(value, str) else value
    return tuple(said for one in each if (said := text(one)))
