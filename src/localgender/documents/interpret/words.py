"""Words by which rows and lines are recognised, as tables."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from localgender import notation
from localgender.documents.interpret.sources import begins_with_source, sources_in
from localgender.errors import NotationError
from localgender.model.plan import GoalLevel
from localgender.notation.folding import fold, stems
from localgender.values.money import Unit

# A row that begins so opens a goal; the longest beginning wins.
LEVELS = {
    "стратегічна ціль": GoalLevel.STRATEGIC,
    "стратегічний напрям": GoalLevel.STRATEGIC,
    "пріоритет": GoalLevel.STRATEGIC,
    "пріоритетний напрям": GoalLevel.STRATEGIC,
    "напрям": GoalLevel.STRATEGIC,
    "напрямок": GoalLevel.STRATEGIC,
    "напрям діяльності": GoalLevel.STRATEGIC,
    "розділ": GoalLevel.STRATEGIC,
    "оперативна ціль": GoalLevel.OPERATIONAL,
    "операційна ціль": GoalLevel.OPERATIONAL,
    "ціль": GoalLevel.OPERATIONAL,
    "мета": GoalLevel.STRATEGIC,
    "блок": GoalLevel.STRATEGIC,
    "компонент": GoalLevel.STRATEGIC,
    "підпрограма": GoalLevel.STRATEGIC,
    "завдання": GoalLevel.TASK,
}

# A label that begins so names a sum of other rows.
TOTALS = (
    "всього",
    "усього",
    "разом",
    "загалом",
    "підсумок",
    "загальний обсяг",
    "усі джерела",
    "всі джерела",
    "усі кошти",
    "всі кошти",
    "у тому числі",
    "в тому числі",
    "у т.ч.",
    "в т.ч.",
    "з них",
    "із них",
)

# First words of a document's own name.
HEADINGS = (
    "звіт", "підсумковий звіт", "інформація", "план", "місцевий план", "локальний план", "програма",
    "цільова програма", "міська програма", "районна програма", "обласна програма", "комплексна програма",
    "паспорт", "перелік",
    "заходи", "про хід", "про стан", "про результати", "про виконання", "виконання", "напрями", "ресурсне",
    "календарний план", "операційний план", "аналіз", "узагальнена інформація", "зведена інформація",
    "довідка", "моніторинг", "річний звіт", "щорічний звіт", "проміжний звіт", "стан виконання",
    "хід виконання", "підсумки виконання", "результати виконання", "дорожня карта", "основні заходи",
)  # fmt: skip

# Those among them that tell what was done.
REPORTS = (
    "звіт",
    "інформація",
    "аналіз",
    "узагальнена",
    "довідка",
    "моніторинг",
    "про хід",
    "про стан",
    "про результати",
    "про виконання",
    "виконання",
    "підсумковий звіт",
    "річний звіт",
    "щорічний звіт",
    "стан виконання",
    "хід виконання",
    "підсумки виконання",
    "результати виконання",
)

# Names of the parts of a document, which are no part of its own name once it has one.
SECTIONS = ("паспорт", "заходи", "перелік", "напрями", "ресурсне забезпечення", "мета програми")

# Lines that tell where the document belongs, not what it is called.
APPROVALS = (
    "додаток",
    "таблиця",
    "затверджено",
    "погоджено",
    "схвалено",
    "проєкт",
    "проект",
    "форма",
    "до рішення",
    "до розпорядження",
)

POSTS = (
    "начальник", "начальниця", "директор", "директорка", "голова", "заступник", "заступниця", "секретар",
    "секретарка", "керуючий", "керуюча", "керівник", "керівниця", "завідувач", "завідувачка", "спеціаліст",
    "міський голова", "сільський голова", "селищний голова", "староста", "в.о.", "т.в.о.", "виконавець:",
)  # fmt: skip

PERSON = re.compile(
    r"(?:[А-ЯІЇЄҐ][а-яіїєґ'’ʼ-]+\s+[А-ЯІЇЄҐ'’ʼ-]{2,}|[А-ЯІЇЄҐ]\.\s*(?:[А-ЯІЇЄҐ]\.\s*)?[А-ЯІЇЄҐ][А-ЯІЇЄҐа-яіїєґ'’ʼ-]+)\s*"
)


@lru_cache(maxsize=64)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Sort phrases, each with its stems, by their first word, since most texts begin with none of them."""
    sorted_: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in phrases:
        stemmed = stems(phrase)
        sorted_.setdefault(stemmed[0], []).append((stemmed, phrase))
    return sorted_


def _beginnings(words: tuple[str, ...], phrases: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the phrases that a stemmed text begins with, in their order, and how many words each has."""
    near = _by_first_word(phrases).get(words[0], ()) if words else ()
    return [(len(stemmed), phrase) for stemmed, phrase in near if words[: len(stemmed)] == stemmed]


def begins(words: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Tell whether a stemmed text begins with one of the phrases."""
    return bool(_beginnings(words, phrases))


def level_of(words: tuple[str, ...]) -> tuple[GoalLevel, int] | None:
    """Return the level that a stemmed row announces, and how many words announce it."""
    found = max(_beginnings(words, tuple(LEVELS)), key=itemgetter(0), default=None)
    return None if found is None else (LEVELS[found[1]], found[0])


def names_sum(text: str) -> bool:
    """Tell whether a text is a word for a sum, alone or with words that tell of what."""
    words = stems(text)
    after = next((words[count:] for count, _ in _beginnings(words, TOTALS)), None)
    return after is not None and (
        not after or after[0] in _OF_WHAT or after[0].isdigit() or bool(sources_in(text))
    )


def is_total(text: str) -> bool:
    """Tell whether a label names a sum: by its first words, or because it only names sources of money."""
    words = stems(text)
    if names_sum(text):
        return True
    if not sources_in(text):
        return False
    short = len(words) == 1
    return short or any(
        begins_with_source(tuple(word for word in words if word not in beside))
        for beside in (_PREPOSITIONS, ())
    )


_OF_WHAT = frozenset(
    stems(
        "за по на у в з із зі тому числі т ч них рік року роки період програма план звіт завдання напрям ціль"
        " розділ захід заходи фінансування коштів обсяг сума видатки грн тис млн гривень"
    )
)
_AMOUNT_IN_PROSE = re.compile(r"\d\s*(?:тис|млн|млрд|мільйон|мільярд|грн|гривень|гривні)")
_LONGEST_CAPTION = 200
_PREPOSITIONS = frozenset(stems("з із зі за рахунок коштів"))


def caption_unit(text: str) -> Unit | None:
    """Return the unit that a line gives for a table, not one that stands beside an amount in prose."""
    unit = unit_in(text)
    return None if unit is not None and _AMOUNT_IN_PROSE.search(fold(text)) else unit


def is_caption(text: str) -> bool:
    """Tell whether a lone line over a header names the table or its unit."""
    words = stems(text)
    if len(text) > _LONGEST_CAPTION or is_total(text):
        return False
    named = begins(words, HEADINGS) and level_of(words) is None
    return named or begins(words, ("таблиця", "додаток", "форма")) or caption_unit(text) is not None


_UNITS = frozenset(stems("тис тисяч тисячі млн грн гривень гривні в у"))


def names_unit(text: str) -> Unit | None:
    """Return the unit of money that is all a cell says.

    >>> names_unit("(тис. грн)"), names_unit("5 тис. грн")
    (<Unit.THOUSAND_UAH: 'thousand-uah'>, None)
    """
    return unit_in(text) if _UNITS.issuperset(stems(text)) else None


@lru_cache(maxsize=8192)
def unit_in(text: str) -> Unit | None:
    """Return the unit of money that a header or caption names; None for none, or for two that differ."""
    try:
        return notation.unit(text)
    except NotationError:
        return None
