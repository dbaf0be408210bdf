"""Words by which rows and lines are recognised, as tables."""

from __future__ import annotations

import re
from functools import lru_cache

from localgender import notation
from localgender.errors import NotationError
from localgender.model.funding import BudgetLevel, Fund, Source
from localgender.model.plan import GoalLevel
from localgender.notation.folding import stems
from localgender.values.money import Unit

# A row that begins so opens a goal; the longest beginning wins.
LEVELS = {
    "стратегічна ціль": GoalLevel.STRATEGIC,
    "стратегічний напрям": GoalLevel.STRATEGIC,
    "пріоритет": GoalLevel.STRATEGIC,
    "пріоритетний напрям": GoalLevel.STRATEGIC,
    "напрям": GoalLevel.STRATEGIC,
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
    "у тому числі",
    "в т.ч.",
    "з них",
)

SOURCES = {
    "загальний фонд": Source(fund=Fund.GENERAL),
    "спеціальний фонд": Source(fund=Fund.SPECIAL),
    "державний бюджет": Source(BudgetLevel.STATE),
    "субвенція з державного бюджету": Source(BudgetLevel.STATE),
    "обласний бюджет": Source(BudgetLevel.OBLAST),
    "районний бюджет": Source(BudgetLevel.RAYON),
    "місцевий бюджет": Source(BudgetLevel.COMMUNITY),
    "міський бюджет": Source(BudgetLevel.COMMUNITY),
    "селищний бюджет": Source(BudgetLevel.COMMUNITY),
    "сільський бюджет": Source(BudgetLevel.COMMUNITY),
    "бюджет громади": Source(BudgetLevel.COMMUNITY),
    "бюджет територіальної громади": Source(BudgetLevel.COMMUNITY),
    "бюджети сіл, селищ, міст": Source(BudgetLevel.COMMUNITY),
    "інші джерела": Source(BudgetLevel.OTHER),
    "інші кошти": Source(BudgetLevel.OTHER),
    "позабюджетні кошти": Source(BudgetLevel.OTHER),
    "кошти не бюджетних джерел": Source(BudgetLevel.OTHER),
    "залучені кошти": Source(BudgetLevel.OTHER),
    "грантові кошти": Source(BudgetLevel.OTHER),
}

# First words of a document's own name.
HEADINGS = (
    "звіт", "підсумковий звіт", "інформація", "план", "місцевий план", "програма", "цільова програма",
    "міська програма", "районна програма", "обласна програма", "комплексна програма", "паспорт", "перелік",
    "заходи", "про хід", "про стан", "про результати", "про виконання", "виконання", "напрями", "ресурсне",
    "календарний план", "операційний план",
)  # fmt: skip

# Lines that tell where the document belongs, not what it is called.
APPROVALS = ("додаток", "таблиця", "затверджено", "погоджено", "схвалено", "проєкт", "проект", "форма")

POSTS = (
    "начальник", "начальниця", "директор", "директорка", "голова", "заступник", "заступниця", "секретар",
    "секретарка", "керуючий", "керуюча", "керівник", "керівниця", "завідувач", "завідувачка", "спеціаліст",
    "міський голова", "сільський голова", "селищний голова", "староста", "в.о.", "т.в.о.", "виконавець:",
)  # fmt: skip

PERSON = re.compile(
    r"(?:[А-ЯІЇЄҐ][а-яіїєґ'’ʼ-]+\s+[А-ЯІЇЄҐ'’ʼ-]{2,}|[А-ЯІЇЄҐ]\.\s*(?:[А-ЯІЇЄҐ]\.\s*)?[А-ЯІЇЄҐ][А-ЯІЇЄҐа-яіїєґ'’ʼ-]+)\s*"
)


@lru_cache(maxsize=1024)
def _phrase(phrase: str) -> tuple[str, ...]:
    return stems(phrase)


def begins(words: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Tell whether a stemmed text begins with one of the phrases."""
    return any(words[: len(stemmed)] == stemmed for stemmed in map(_phrase, phrases))


def level_of(words: tuple[str, ...]) -> tuple[GoalLevel, int] | None:
    """Return the level that a stemmed row announces, and how many words announce it."""
    found = [
        (len(_phrase(each)), level)
        for each, level in LEVELS.items()
        if words[: len(_phrase(each))] == _phrase(each)
    ]
    return max(((level, count) for count, level in found), key=lambda each: each[1], default=None)


def sources_in(text: str) -> tuple[Source, ...]:
    """Return the sources of money that a text names."""
    words = stems(text)
    return tuple(
        source
        for phrase, source in SOURCES.items()
        if any(words[at : at + len(_phrase(phrase))] == _phrase(phrase) for at in range(len(words)))
    )


def names_sum(text: str) -> bool:
    """Tell whether a text is a word for a sum, alone or with words that tell of what."""
    words = stems(text)
    after = next((words[len(_phrase(each)) :] for each in TOTALS if begins(words, (each,))), None)
    return after is not None and (
        not after or after[0] in _OF_WHAT or after[0].isdigit() or bool(sources_in(text))
    )


def is_total(text: str) -> bool:
    """Tell whether a label names a sum: by its first words, or because it only names sources of money."""
    words = stems(text)
    if names_sum(text):
        return True
    named = sources_in(text)
    return bool(named) and begins(tuple(word for word in words if word not in _PREPOSITIONS), tuple(SOURCES))


_OF_WHAT = frozenset(
    stems(
        "за по на у в з із зі тому числі т ч них рік року роки період програма план звіт завдання напрям ціль"
        " розділ захід заходи фінансування коштів обсяг сума видатки грн тис млн гривень"
    )
)
_PREPOSITIONS = frozenset(stems("з із зі за рахунок коштів"))


def unit_in(text: str) -> Unit | None:
    """Return the unit of money that a header or caption names; None for none, or for two that differ."""
    try:
        return notation.unit(text)
    except NotationError:
        return None
