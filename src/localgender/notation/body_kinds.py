"""What sort of body a name names: a unit of a council, an institution, a body of the state and so on."""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise, takewhile

from localgender.notation.bodies import PREPOSITIONS, Head, abbreviation, by_stem, is_adjective, is_oblique

# Beginnings of words, or of two words in a row, that make a unit or an institution a body of the state.
_STATE_ROOT = re.compile(
    r"поліц|нацполіц|статистик|пробаці|юстиці|прокуратур|казначей|пенсійн|податков|держ(?!ав)|дснс|міграційн"
    r"|військкомат|комплектуван|прикордон|гварді|гунп|драцс"
)
_STATE_PAIRS = (
    ("служб", "зайнят"),
    ("центр", "зайнят"),
    ("правов", "допомог"),
    ("правнич", "допомог"),
    ("державн", "служб"),
    ("соціальн", "страхуван"),
)
_CIVIL_PAIRS = (("громадянськ", "суспільств"), ("червон", "хрест"))


def kind(noun: Head | None, words: list[str], *, owned: bool = False) -> str:
    """Say the kind of a body from its head noun and the words of its name.

    >>> from localgender.notation.bodies import head
    >>> kind(head("управління"), ["районне", "управління", "поліції"])
    'state'

    Args:
        noun: Head noun, when there is one.
        words: Folded words of the name.
        owned: Whether a council is named as its owner.
    """
    if _has_pair(words, _CIVIL_PAIRS):
        return "civil-society"
    named = noun if noun and not noun.official else _oblique(words, noun) or noun
    if named is None:
        return "unknown"
    movable = named.kind in {"unit", "institution"} or named.singular == "фонд"
    return "state" if movable and not owned and _of_state(words) else named.kind


def _oblique(words: list[str], official: Head | None) -> Head | None:
    """Find the noun of «громадськими організаціями» or, after an official, of «відділу освіти»."""
    after = words[words.index(official.form) + 1 :] if official and official.form in words else words
    noun = next(dropwhile(lambda word: is_oblique(word) or is_adjective(word), after), "")
    return abbreviation(noun, exact=True) or by_stem(noun)


def _of_state(words: list[str]) -> bool:
    near = list(takewhile(lambda word: word not in PREPOSITIONS, words))
    return any(map(_STATE_ROOT.match, near)) or _has_pair(near, _STATE_PAIRS)


def _has_pair(words: list[str], pairs: tuple[tuple[str, str], ...]) -> bool:
    return any(
        one.startswith(left) and two.startswith(right)
        for one, two in pairwise(words)
        for left, right in pairs
    )
