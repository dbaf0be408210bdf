"""Bodies named one after the other in any case, each with its complete name in the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender import notation
from localgender.model.bodies import BodyKind
from localgender.notation.body_cases import is_bent_adjective, nominative, noun_of
from localgender.notation.folding import fold
from localgender.values.texts import text as one_spelling

_PART = re.compile(r"\s*[;,]\s*(?:(?:та|і|й|а також)\s+)?|\s+(?:та|і|й|а також)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")
# Between adjectives and their noun stands a place at most: «районних у м. Києві … адміністрацій».
_PLACE = re.compile(r"[ув]\s+(?:м\.\s*)?[^\W\d_]+\s+")
_MANY_OF = re.compile(r"(?:[^аеиоу]ів|[нт]ь|ей|ій)$")
_FARTHEST = 6
_HEADS = {
    BodyKind.COUNCIL: r"координаційн|коордрад|комісі|робоч\w+ груп|міжвідомч",
    BodyKind.SHELTER: r"притул|шелтер|кризов\w+ кімнат",
    BodyKind.CENTRE: r"(?:\w+ ){0,3}(?:центр|установ|заклад|служб\w+ підтримк)",
    BodyKind.STATE: r"міністерств|поліці|(?:\w+ ){0,2}поліції|суд\b|прокуратур",
    BodyKind.UNIT: r"(?:\w+ ){0,3}(?:департамент|управлінн|відділ|сектор|служб|підрозділ)",
    BodyKind.AUTHORITY: r"(?:\w+ ){0,3}(?:рада|виконавч\w+ комітет|виконком|адміністраці|голова)",
    BodyKind.CIVIL_SOCIETY: r"(?:\w+ ){0,3}(?:організаці|фонд|спілк|асоціаці|об'єднан)",
}


def body_names(text: str, *, bent: bool = True) -> tuple[str, ...]:
    """Read the bodies that a text lists, in the nominative.

    >>> body_names("Департаменту освіти, службі у справах дітей та відділу сім'ї, молоді і спорту")
    ('Департамент освіти', 'Служба у справах дітей', "Відділ сім'ї, молоді і спорту")

    Args:
        text: Nothing but bodies.
        bent: Whether they stand in another case than the nominative.

    Returns:
        Names in their order; none when the text does not begin with a body.
    """
    return tuple(body.name for group in _read(text, bent=bent).groups for body in group)


def are_unsure(text: str, *, bent: bool = True) -> bool:
    """Tell whether it is doubtful where one of the listed bodies ends and the next begins."""
    return not _read(text, bent=bent).sure


def _read(text: str, *, bent: bool) -> notation.Executors:
    listed = one_spelling(text).strip(" ,;:.-–—")
    if not listed or not begins_with_body(listed):
        return notation.Executors()
    return notation.executors(", ".join(nominative(each, bent=bent) for each in _parted(listed)))


def _parted(text: str) -> Iterator[str]:
    begin = 0
    for cut in _PART.finditer(text):
        first, following = text[begin : cut.start()], text[cut.end() :]
        if begins_with_body(following) and _balanced(first) and _alike_bent(first, following):
            yield text[begin : cut.start()]
            begin = cut.end()
    yield text[begin:]


def _alike_bent(first: str, following: str) -> bool:
    """Tell whether two bodies may stand in one case: in «начальникам управлінь та відділів» they do not."""
    one, other = _head(first), _head(following)
    return _MANY_OF.search(one) is not None or _MANY_OF.search(other) is None


def _head(text: str) -> str:
    return next((word for word in map(fold, _WORD.findall(text)) if is_body_noun(word)), "")


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and fold(text).count('"') % 2 == 0


def begins_with_body(text: str) -> bool:
    """Tell whether a text begins with a body: adjectives at most, then its head noun.

    >>> begins_with_body("Службі у справах дітей"), begins_with_body("забезпечити службу")
    (True, False)
    """
    at = 0
    for _ in range(_FARTHEST):
        word = _WORD.match(text, at)
        if word is None:
            return False
        if is_body_noun(word[0]):
            return True
        if not is_bent_adjective(word[0]):
            return False
        at = word.end() + len(text[word.end() :]) - len(text[word.end() :].lstrip())
        if place := _PLACE.match(text, at):
            at = place.end()
    return False


_PAPERS = frozenset(
    "програма стратегія план порядок положення меморандум хартія конвенція звернення звіт розпорядження"
    " рішення наказ регламент угода концепція конференція форум стіл саміт".split()
)


def is_body_noun(word: str) -> bool:
    """Tell whether a word is the head noun of a body, in any case."""
    noun = noun_of(word)
    return noun is not None and noun[0] not in _PAPERS


def capital(name: str) -> str:
    """Begin a name with a capital."""
    return name[:1].upper() + name[1:]


def kind_of(name: str) -> BodyKind:
    """Say what sort of body a name in the nominative names."""
    folded = fold(name)
    return next((kind for kind, head in _HEADS.items() if re.match(head, folded)), BodyKind.OTHER)
