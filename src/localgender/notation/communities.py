"""Communities, districts and oblasts, named in any case and given in the nominative.

Their names are adjectives («Зарічна», «Івано-Франківська»), so they are found by the words beside them and by
a capital, never by a list of places.

Source: Law of Ukraine «On Local Self-Government in Ukraine»; letterheads and titles of councils.
"""

from __future__ import annotations

import re

from localgender.notation.folding import fold, look_alikes

_LEVELS = {
    "міськ": ("міська", "city"),
    "селищн": ("селищна", "settlement"),
    "сільськ": ("сільська", "village"),
    "районн": ("", "district"),
    "обласн": ("", "oblast"),
}
_NAME = r"(?<![\w'-])[^\W\d_]+(?:['-][^\W\d_]+){0,3}"
_PLACE = rf"(?P<place>{_NAME}[сзц]ьк)"
# Beside «міська» any adjective with a capital is a place, but for the few that begin a sentence on a council.
_NO_PLACE = r"(?!(?:молодіжн|громадськ|координаційн|постійн|спільн|територіальн|об'єднан))"
_NOT_COMMON = (
    r"(?!(?:(?:нов|стар|колишн|попередн|кожн|жодн|наш|ваш|інш|перш|друг|сам|так|дан|вказан|зазначен|відповідн"
    r"|чергов|затверджен|ціл|вся|всі|усі|ці|сво|тодішн|нинішн|місцев|районн|обласн|міськ|сільськ|селищн)ь?)"
    r"(?:а|ої|ій|у|ою|єї)\b)"
)
_ANY_PLACE = rf"{_NO_PLACE}{_NOT_COMMON}(?P<place>{_NAME}(?:[сзц]ьк|н|[оеє]в))"
_ENDING = r"(?:а|ої|ій|у|ою)"
_GAP = r"\s{1,9}"
_UNITED = rf"(?:об'єднан{_ENDING}{_GAP})?"
_COUNCIL = rf"рад(?:а|и|і|у|ою)|(?:державн|військов){_ENDING}{_GAP}адміністраці(?:я|ї|ю|єю)"
_COMMUNITY = rf"{_UNITED}(?:територіальн{_ENDING}{_GAP})?громад(?:а|и|і|у|ою)|о?тг"
_LEVEL = rf"(?P<level>{'|'.join(_LEVELS)}){_ENDING}{_GAP}(?:{_COUNCIL}|{_COMMUNITY})"
# Names such as «Світла» or «Верхня» end like any adjective, so both words have to agree.
_AGREEING = rf"{_NO_PLACE}{_NOT_COMMON}(?P<place>{_NAME})(?P<end>{_ENDING}){_GAP}{_UNITED}"
_OF_LEVEL = rf"(?P<level>міськ|селищн|сільськ)(?P=end){_GAP}(?:{_COUNCIL}|{_COMMUNITY})"
# «Ланської громади» does not tell city from village, and «ромської громади» is no place at all.
_NO_TOWN = r"(?!(?:громадськ|міськ|сільськ|районн|обласн|ромськ|українськ|польськ|єврейськ|грецьк|болгарськ))"
_UNKNOWN = (
    rf"{_NO_TOWN}{_PLACE}{_ENDING}{_GAP}"
    rf"(?P<unknown>{_UNITED}(?:територіальн{_ENDING}{_GAP})?громад(?:а|и|і|у|ою)|о?тг)"
)
# A district or oblast is often named only to say where a council sits, so councils are looked for first.
_PATTERNS = tuple(
    re.compile(rf"{pattern}(?!\w)")
    for pattern in (
        rf"{_ANY_PLACE}{_ENDING}{_GAP}{_UNITED}(?:{_LEVEL}|(?P<short>мо?тг))",
        _AGREEING + _OF_LEVEL,
        _UNKNOWN,
        rf"{_PLACE}(?:ий|ого|ому|им){_GAP}(?P<district>район(?:у|і|ом)?)",
        rf"{_PLACE}{_ENDING}{_GAP}(?P<oblast>област(?:ь|і|ю))",
    )
)


def community(text: str) -> tuple[str, str | None, int, int] | None:
    """Find the community, district or oblast that a text is about.

    >>> community("Програма Зарічної селищної ради Ланського району на 2024 рік")
    ('Зарічна селищна територіальна громада', 'settlement', 9, 31)

    Args:
        text: Prose or a title, also all in capitals.

    Returns:
        Name in the nominative; city, settlement, village, district or oblast, None where the text does not
        tell; where its words begin and end. None when no place is named.
    """
    folded = fold(text)
    for pattern in _PATTERNS:
        for found in pattern.finditer(folded):
            if text[found.start()].isupper():
                return (*_named(text, found), found.start(), found.end())
    return None


def _named(text: str, found: re.Match[str]) -> tuple[str, str | None]:
    parts = found.groupdict()
    place = _place(text[slice(*found.span("place"))])
    if parts.get("unknown"):
        return f"{_feminine(place)} територіальна громада", None
    level, kind = _LEVELS[parts.get("level") or _implied(parts)]
    if kind == "district":
        return f"{place}ий район", kind
    if kind == "oblast":
        return f"{place}а область", kind
    return f"{_feminine(place)} {level} територіальна громада", kind


def _feminine(stem: str) -> str:
    return f"{stem[:-1]}я" if stem.endswith("ь") else f"{stem}а"


def _implied(parts: dict[str, str | None]) -> str:
    if parts.get("short"):
        return "міськ"
    return "районн" if parts.get("district") else "обласн"


def _place(printed: str) -> str:
    """Write the stem of a place with one apostrophe and, if it was all in capitals, with the usual ones."""
    plain = re.sub("[’ʼ`´‘′]", "'", look_alikes(printed))
    if not plain.isupper():
        return plain
    return "-".join(part.capitalize() for part in re.split("[-–—−‑]", plain))
