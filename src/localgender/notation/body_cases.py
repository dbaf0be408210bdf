"""Names of bodies brought from the case in which prose bends them to the nominative.

Only the adjectives and the head noun of a name are bent («Службі у справах дітей»), so only they are
restored; what follows the head noun stays as it stands.

Source: decisions and news of Ukrainian communities, in which bodies stand in the dative, genitive and
instrumental.
"""

from __future__ import annotations

import re
from functools import lru_cache

from localgender.notation.bodies import by_stem, head, is_adjective, plural_of
from localgender.notation.folding import fold, look_alikes
from localgender.values.texts import text as one_spelling

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_ADJECTIVE = re.compile(r"(?P<soft>ь)?(?:ого|ому|ою|ої|ій|им|ими|их|у|а|е|і|ий)$")
_BENT = re.compile(r"(?:ого|ому|ої|ою|ими|их|им|ій|[сцз]ьку|[нвчшщ]у)$")
_PLURAL = re.compile(r"(?:ів|ам|ям|ами|ями|ах|ях|[нт]ь|[^о]й|их)$")
_NOMINATIVES = {"m": ("ий", "ій"), "f": ("а", "я"), "n": ("е", "є"), "many": ("і", "і")}
# Cases that the stemmer parts from their nominative: притулку, управлінню, поліції.
_RESPELLED = (
    (re.compile(r"к(?:у|а|ом|ові|и|ів|ами|ам)$"), "ок"),
    (re.compile(r"інн(?:ю|ям|і)$|інь$"), "іння"),
    (re.compile(r"ці(?:ї|єю|ю|й)$"), "ція"),
    (re.compile(r"^голов(?:і|у|ою|и)$"), "голова"),
)
# Documents and events, which prose bends as it bends bodies: beginnings of words with the nominative.
_OTHERS = {
    "програм": "програма", "стратегі": "стратегія", "план": "план", "поряд": "порядок",
    "положен": "положення", "меморандум": "меморандум", "харті": "хартія", "конвенці": "конвенція",
    "звернен": "звернення", "звіт": "звіт", "розпорядж": "розпорядження", "рішен": "рішення",
    "наказ": "наказ", "регламент": "регламент", "угод": "угода", "концепці": "концепція",
    "конференці": "конференція", "форум": "форум", "стол": "стіл", "саміт": "саміт", "член": "член члени",
}  # fmt: skip
_FARTHEST = 9


def nominative(name: str, *, bent: bool = False) -> str:
    """Return the name of a body or document in the nominative.

    >>> nominative("Службі у справах дітей"), nominative("Київського міського Центру роботи з жінками")
    ('Служба у справах дітей', 'Київський міський Центр роботи з жінками')
    >>> nominative("комісії", bent=True)
    'комісія'

    Args:
        name: As printed, in any case.
        bent: Whether the sentence shows that it is in no nominative, so that «комісії» is one commission.

    Returns:
        The name; unchanged where no head noun is known near its beginning, or it stands in the nominative.
    """
    plain = one_spelling(look_alikes(name))
    words = list(_WORD.finditer(plain))[:_FARTHEST]
    for at, word in enumerate(words):
        noun = noun_of(word[0])
        if noun is not None:
            return _restored(plain, words[: at + 1], noun, bent=bent)
    return plain


@lru_cache(maxsize=4096)
def noun_of(word: str) -> tuple[str, str] | None:
    """Return singular and plural of the head noun that a word is, in any case; None for another word.

    >>> noun_of("управлінням"), noun_of("районів")
    (('управління', 'управління'), None)
    """
    folded = fold(word)
    spellings = [folded, *(pattern.sub(ending, folded) for pattern, ending in _RESPELLED)]
    for each in spellings:
        found = head(each) or by_stem(each)
        if found is not None and not found.short:
            return found.singular, plural_of(found.singular)
    other = next((noun for start, noun in _OTHERS.items() if folded.startswith(start)), None)
    if other is None or len(folded) > len(other) + 3:
        return None
    singular, *plural = other.split()
    return singular, plural[0] if plural else singular


def is_bent_adjective(word: str) -> bool:
    """Tell whether a word has the shape of an adjective in any case.

    >>> is_bent_adjective("Київського"), is_bent_adjective("Центру")
    (True, False)
    """
    folded = fold(word)
    return is_adjective(folded) or (len(folded) > 4 and _BENT.search(folded) is not None)


def _restored(name: str, words: list[re.Match[str]], noun: tuple[str, str], *, bent: bool) -> str:
    *before, last = words
    adjectives = [word for word in before if is_bent_adjective(word[0])]
    printed = fold(last[0])
    singular, plural = noun
    if not bent and printed in noun and not any(_is_bent(word[0], singular) for word in adjectives):
        return name
    many = plural != singular and _is_plural(printed, adjectives, plural, bent=bent)
    restored = name[: last.start()] + _cased(plural if many else singular, last[0]) + name[last.end() :]
    usual, soft = _NOMINATIVES["many" if many else _gender(singular)]
    for word in reversed(adjectives):
        adjective = _ADJECTIVE.sub(lambda ending: soft if ending["soft"] else usual, word[0])
        restored = restored[: word.start()] + adjective + restored[word.end() :]
    return restored


def _is_bent(adjective: str, singular: str) -> bool:
    # «третій відділ» stands in the nominative, «третій службі» does not.
    soft = fold(adjective).endswith("ій") and _gender(singular) == "m"
    return not soft and _BENT.search(fold(adjective)) is not None


def _is_plural(printed: str, adjectives: list[re.Match[str]], plural: str, *, bent: bool) -> bool:
    endings = [fold(word[0]) for word in adjectives]
    if endings:
        # «-им» is one body in the instrumental and many in the dative: the noun decides.
        many = all(each.endswith(("их", "ими", "им", "і")) for each in endings)
        return many and (_PLURAL.search(printed) is not None or printed == plural)
    return _PLURAL.search(printed) is not None or (printed == plural and not bent)


def _gender(singular: str) -> str:
    if singular in {"голова", "староста"}:
        return "m"
    if singular.endswith(("ння", "ття")) or singular[-1] in "оеє":
        return "n"
    return "f" if singular[-1] in "ая" else "m"


def _cased(noun: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return noun.upper()
    return noun[0].upper() + noun[1:] if printed[0].isupper() else noun
