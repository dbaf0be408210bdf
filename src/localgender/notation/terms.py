"""Terms of measures as printed, also several in one cell: «2021 2021-2025», «Щорічно 2021-2025»."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise, zip_longest

from attrs import evolve

from localgender.errors import NotationError
from localgender.notation.dates import OF_MONTH, write_date
from localgender.notation.patterns import silent
from localgender.notation.periods import part_name, write_period
from localgender.notation.term_pieces import EXPECTED, Joint, Kind, Piece, pieces
from localgender.values.periods import Period, last_of_month
from localgender.values.terms import Recurrence, Season, Term, years
from localgender.values.texts import text as one_spelling

_STATED = (Kind.YEARS, Kind.DAYS, Kind.DEADLINE)


def terms(text: str) -> tuple[tuple[Term, int, int], ...]:
    """Read every term of a cell, each with its first character and the one past its last.

    Terms follow each other without a sign, on lines of their own, or after a semicolon; a comma joins
    years and days into one term, and a recurrence or a start takes the years that follow it, also on the
    next line.

    >>> [term for term, _, _ in terms("2021 2021-2025")] == [years(2021), years(2021, 2025)]
    True

    Raises:
        NotationError: When some word is part of no term.
    """
    if silent(text):
        return ()
    groups: list[list[Piece]] = []
    every = list(pieces(text))
    for piece, following in zip_longest(every, every[1:]):
        if groups and _joins(groups[-1], piece, following):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple((_made(group, text), group[0].start, group[-1].stop) for group in groups)


def term(text: str) -> Term | None:
    """Read one term; None when the cell is silent.

    >>> term("Щорічно 2021-2025") == years(2021, 2025) | Term(recurrence="yearly")
    True

    Raises:
        NotationError: For any other text, several terms in it among them.
    """
    found = terms(unicodedata.normalize("NFC", text))
    if len(found) > 1:
        raise NotationError(text, "one term")
    return found[0][0] if found else None


def as_term(value: Term | str | int | Period | None) -> Term | None:
    """Accept a term, its text, a year or a period, wherever a term stands.

    >>> as_term("2020-2025") == as_term(years(2020, 2025))
    True

    Raises:
        NotationError: For text that is no term.
        TypeError: For anything else.
    """
    if value is None or isinstance(value, Term):
        return value
    if isinstance(value, Period):
        return Term((value,))
    if type(value) is int:
        return years(value)
    if isinstance(value, str):
        return term(value)
    raise TypeError(f"a term is made from text, a year or a period, not {value!r}")


def _joins(group: Sequence[Piece], piece: Piece, following: Piece | None) -> bool:
    kinds = {each.kind for each in group}
    if piece.joint is Joint.BREAK:
        return False
    if piece.joint is Joint.LIST or piece.kind is Kind.NOTE or piece.stage:
        return True
    if piece.kind is Kind.OFTEN and Kind.OFTEN in kinds:
        return False
    if kinds.intersection(_STATED):
        return piece.joint is Joint.SPACE and (piece.kind is Kind.CONDITION or _closes(piece, following))
    if Kind.SEASON in kinds:
        return piece.kind in (Kind.YEARS, Kind.DEADLINE, Kind.OFTEN, Kind.CONDITION)
    return piece.kind is not group[-1].kind


def _closes(piece: Piece, following: Piece | None) -> bool:
    # «2021 Щорічно 2021-2025» is two terms, «2021-2025 щорічно» is one.
    last = following is None or following.joint in (Joint.LINE, Joint.BREAK) or following.kind is Kind.OFTEN
    return piece.kind is Kind.OFTEN and last


def _made(group: Sequence[Piece], printed: str) -> Term:
    for before, after in pairwise(group):
        # In «березень, травень 2024» and «травень 2023, 2024» one piece lends its year or month to the other.
        shared = before.kind is Kind.SEASON and after.kind is Kind.DAYS
        if after.joint is Joint.LIST and (shared or (before.kind is Kind.DAYS and after.bare)):
            raise NotationError(printed, EXPECTED)
    made = reduce(Term.__or__, (each.term for each in group))
    starts = [each for each in group if each.since]
    if starts:
        made = _started(made, starts, printed)
    if made == Term():
        raise NotationError(printed, EXPECTED)
    return made


def _started(made: Term, starts: Sequence[Piece], printed: str) -> Term:
    since = max(each.since for each in starts if each.since)
    ends = [span.last for span in made.spans] + list(made.deadlines)
    if len(starts) > 1 or any(last < since for last in ends):
        raise NotationError(printed, "a term that does not end before it starts")
    if not ends:
        said = one_spelling(printed[starts[0].start : starts[0].stop])
        return evolve(made, conditions=(*made.conditions, said))
    spans = [Period(max(since, span.first), span.last) for span in made.spans]
    return evolve(made, spans=[*spans, *(Period(since, last) for last in made.deadlines)], deadlines=())


_OFTEN = {
    Recurrence.AS_NEEDED: "за потреби",
    Recurrence.YEARLY: "щорічно",
    Recurrence.HALF_YEARLY: "раз на півроку",
    Recurrence.QUARTERLY: "щоквартально",
    Recurrence.MONTHLY: "щомісячно",
    Recurrence.WEEKLY: "щотижня",
    Recurrence.CONTINUOUS: "постійно",
}


def write_term(term: Term) -> str:
    """Write a term; conditions stand at the end as they were printed.

    What is written reads as the same term, unless it has several conditions or one that is no usual phrase.
    A term that says nothing is written as nothing.

    >>> write_term(Term((Period.years(2021, 2025),), recurrence="yearly"))
    'Щорічно 2021-2025'
    """
    stated = [*_spans(term.spans), *(f"до {write_date(until)}" for until in term.deadlines)]
    seasons = [_season(each) for each in term.seasons]
    often = [_OFTEN[term.recurrence]] if term.recurrence else []
    if often and seasons and not stated:
        often, seasons[-1] = [], f"{seasons[-1]} {'щороку' if often == ['щорічно'] else often[0]}"
    said = ", ".join([*stated, *seasons])
    written = ", ".join(filter(None, [" ".join(filter(None, [*often, said])), *term.conditions]))
    return written[:1].upper() + written[1:] if often else written


def _spans(spans: Sequence[Period]) -> list[str]:
    written = [write_period(span) for span in spans]
    if all(each.endswith((" рік", " роки")) for each in written):
        return [each.removesuffix(" рік").removesuffix(" роки") for each in written]
    return written


def _season(season: Season) -> str:
    (month, day), (until, last) = season.first, season.last
    if season.first == season.last:
        return f"{day} {OF_MONTH[month - 1]}"
    if day == 1 and last == last_of_month(2024, until).day:
        return part_name(month, until)
    end = f"{last} {OF_MONTH[until - 1]}"
    return f"до {end}" if season.first == (1, 1) else f"{day} {OF_MONTH[month - 1]} - {end}"
