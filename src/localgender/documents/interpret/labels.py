"""What the label of a row says: a year, a part of the sum above it, the source it is from."""

from __future__ import annotations

import re

from localgender import notation
from localgender.documents.interpret.sources import sources_in
from localgender.documents.interpret.words import begins, is_total, names_sum
from localgender.errors import NotationError
from localgender.notation.folding import fold, stems
from localgender.values.periods import Period

_PARTS = ("у тому числі", "в тому числі", "в т.ч.", "у т.ч.", "з них", "із них", "зокрема")
_CONNECTIVE = re.compile(r"\W*(?:(?:[ув]\s+тому\s+числі|[ув]\s*т\.?\s*ч|і?з\s+них|зокрема)\b)?[\s.:,-]*")
_DIGIT = re.compile("[0-9]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of(text: str) -> Period | None:
    """Return the year that is all a text says: «2024 рік», «у тому числі 2024».

    >>> str(year_of("в т.ч. 2024 рік:")), year_of("Форум 2024 року")
    ('2024', None)
    """
    # Most labels and titles have no digit, and trying every form of a period on them takes long.
    if not _DIGIT.search(text):
        return None
    folded = fold(text)
    begun = _CONNECTIVE.match(folded)
    try:
        period = notation.period(folded[begun.end() if begun else 0 :].strip(" .:;-"))
    except NotationError:
        return None
    return period if period.is_years and period.first.year == period.last.year else None


def period_named(text: str) -> Period | None:
    """Return the one period that the label of a total names; None when it names none or several."""
    found = notation.periods(text)
    if found:
        return found[0][0] if len(found) == 1 else None
    years = _YEAR.findall(text)
    return Period.year(int(years[0])) if len(years) == 1 else None


def is_connective(text: str) -> bool:
    """Tell whether a label only says that the parts of a sum follow: «з них:»."""
    return bool(text) and _CONNECTIVE.fullmatch(fold(text)) is not None


def opens_parts(text: str) -> bool:
    """Tell whether a label begins with words for a part of what stands above: «з них загальний фонд»."""
    return begins(stems(text), _PARTS)


def is_part(text: str) -> bool:
    """Tell whether a label names a part of the sum above it: by year, by source, or by «у тому числі»."""
    if year_of(text) is not None or opens_parts(text):
        return True
    return is_total(text) and bool(sources_in(text)) and not names_sum(text)
