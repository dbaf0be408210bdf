"""When a decision is to be carried out, found inside its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce

from localgender import notation
from localgender.errors import NotationError
from localgender.notation.dates import DATE, MONTH, YEAR_WORD
from localgender.notation.folding import fold
from localgender.values.terms import Term
from localgender.values.texts import text as one_spelling

_YEAR = rf"(?:20\d\d(?:{YEAR_WORD})?)"
_UNIT = r"(?:дн|тижн|місяц|рок|року|квартал|півріч|добу|доби|діб)\w*"
_OFTEN = (
    r"щокварт\w+|щоміся\w+|щоріч\w+|щороку|щопівр\w+|щотиж\w+"
    r"|(?:один\s+)?раз на (?:рік|квартал|місяць|півроку|півріччя|тиждень)"
    r"|двічі на рік|на постійній основі|постійно"
)
_SHAPES = (
    rf"(?:з|із)\s+\d{{1,2}}\s+{MONTH}(?:\s+{_YEAR})?\s+(?:по|до)\s+\d{{1,2}}\s+{MONTH}\s+{_YEAR}",
    rf"(?:не пізніше|до|[ув] (?:термін|строк) до)\s+"
    rf"(?:{DATE}(?:{YEAR_WORD})?|\d{{1,2}}\s+{MONTH}(?:\s+{_YEAR}|\s+поточного року)?)",
    rf"(?:не пізніше|до)\s+(?:кінця\s+(?:{_YEAR}|{MONTH}(?:\s+{_YEAR})?|(?:поточного\s+)?"
    rf"(?:року|місяця|кварталу|тижня|півріччя))|\d{{1,2}}\s+числа)",
    r"до (?:наступного|чергового) засідання(?:\s+(?:ради|комісії|коордради))?",
    rf"(?:протягом|упродовж|впродовж)\s+(?:{_YEAR}|(?:\w+\s+){{0,2}}{_UNIT})",
    r"(?:у|в)\s+(?:[\w-]{3,20}\s+)(?:строк|термін)(?!\w)",
    rf"(?:у|в)\s+(?:[ivіx]+|перш\w+|друг\w+|трет\w+|четверт\w+)\s+(?:кварталі|півріччі)\s+{_YEAR}",
    rf"(?:у|в)\s+{MONTH}\s+{_YEAR}",
    rf"(?:{_OFTEN})(?:,?\s+до\s+\d{{1,2}}\s+(?:числа(?:\s+[\w\s]{{0,40}}?місяця)?|{MONTH}))?",
    r"невідкладно|негайно",
)
_DUE = re.compile("|".join(rf"(?:\b{shape}(?!\w))" for shape in _SHAPES))
# What a label says ends where the next label or sentence begins.
LABEL = re.compile(r"(?:термін|строк)\w*(?:\s+(?:виконання|подання|реалізації))?\s*[:–—-]\s*(?=\w)")


def due_in(text: str) -> tuple[Term | None, tuple[tuple[int, int], ...]]:
    """Find when it is to be done, and where the words say so; nothing inside quotes counts.

    >>> due_in("Надати звіт до 01.12.2024, далі щокварталу")[1]
    ((12, 25), (32, 42))
    """
    spans = tuple(_spans(fold(text)))
    found = [as_due(text[start:stop]) for start, stop in spans]
    return (reduce(Term.__or__, found) if found else None), spans


def _spans(folded: str) -> Iterator[tuple[int, int]]:
    for match in _DUE.finditer(folded):
        if folded.count('"', 0, match.start()) % 2 == 0:
            yield match.span()


def as_due(printed: str) -> Term:
    """Read a due day; words that give no day are kept as a condition.

    >>> as_due("до наступного засідання").conditions
    ('до наступного засідання',)
    """
    said = one_spelling(printed).strip(" .;,")
    try:
        return notation.term(said) or Term(conditions=[said])
    except NotationError:
        return Term(conditions=[said])
