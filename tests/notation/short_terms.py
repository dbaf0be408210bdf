"""Terms in a few letters, for tables of examples."""

from __future__ import annotations

from datetime import date

from localgender.values.periods import Period
from localgender.values.terms import Season, Term


def often(recurrence: str) -> Term:
    return Term(recurrence=recurrence)


def season(*days: tuple[int, int]) -> Term:
    return Term(seasons=(Season(*days),))


def until(day: str) -> Term:
    return Term(deadlines=(date.fromisoformat(day),))


def condition(text: str) -> Term:
    return Term(conditions=(text,))


def during(spelled: str) -> Term:
    return Term((Period.parse(spelled),))


CAMPAIGN = season((11, 25), (12, 10))
