"""What a column says that is silent in some rows, and in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localgender.findings import Severity
from localgender.questions.rules.rule import Case, consistent, inconsistent
from localgender.values.refs import PLAN, Ref


def silences(told: Iterable[tuple[Ref, bool]], *, severity: Severity) -> Iterator[Case]:
    """Answer for each row whether it speaks; when none does, once for the whole plan.

    Args:
        told: Every row, and whether it says what is asked.
        severity: Weight of a row that is silent among others that speak.
    """
    each = tuple(told)
    if each and not any(speaks for _, speaks in each):
        # A document without the column is one fact, not as many as it has rows.
        yield inconsistent(PLAN, severity=Severity.NOTICE, measures=len(each))
        return
    for where, speaks in each:
        yield consistent(where) if speaks else inconsistent(where, severity=severity)
