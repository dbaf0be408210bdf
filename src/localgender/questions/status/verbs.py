"""Forms of verbs in which officials report: what one word says by its ending and its root."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from localgender.questions.status import cues


class Form(StrEnum):
    """What a word says of work, before negation and time are heard."""

    DONE = "done"
    WORKED = "worked"
    GOES_ON = "goes-on"
    COMES = "comes"
    PLANNED = "planned"
    BEGUN = "begun"
    PUT_OFF = "put-off"
    DROPPED = "dropped"


def _past(infinitive: str) -> Iterator[str]:
    yield from (infinitive.removesuffix("ти") + ending for ending in ("в", "ла", "ло", "ли"))


def _present(infinitive: str) -> Iterator[str]:
    root = infinitive.removesuffix("ти")
    for theme, turned in (("ува", "у"), ("юва", "ю")):
        if root.endswith(theme):
            root = root.removesuffix(theme) + turned
            break
    yield from (root + ending for ending in ("є", "ють"))


_PAST = frozenset(form for verb in cues.FINISHED for form in _past(verb)) | cues.IRREGULAR_PAST
_WORKED = frozenset(form for verb in cues.UNFINISHED for form in _past(verb))
_PRESENT = frozenset(form for verb in cues.UNFINISHED for form in _present(verb)) | cues.IRREGULAR_PRESENT

_PRESENT_THEME = re.compile(r".{2,}[ую](?:є|ють)")
_REFLEXIVE_PAST = re.compile(r".{3,}(?:вся|всь|лася|лась|лося|лось|лися|лись)")
_REFLEXIVE_PRESENT = re.compile(r".{3,}(?:ться)")
_SYNTHETIC_FUTURE = re.compile(r".{3,}тим(?:е|уть|еться|уться)")
_WORKED_THEME = re.compile(r".{2,}[ую]ва(?:в|ла|ло|ли)")
_UNFINISHED_THEME = re.compile(r"(?:ува|юва|оди|ира|ика|има|да)(?:вс|лас|лос|лис)")
_PARTICIPLE = re.compile(r".{3,}(?:ан|ян|ен|єн|ит|ят)(?:ий|а|у|ої|ій|ою|і|их|им|ими|ого|ому|е)")
_SHORT_PARTICIPLE = re.compile(r".{3,}(?:ан|ян|ен|єн|ит|ят)(?:ий|а|е|і)")
_INFINITIVE = re.compile(r".{2,}ти(?:ся|сь)?")


def _begins(word: str, roots: frozenset[str]) -> bool:
    return any(word.startswith(root) for root in roots)


@lru_cache(maxsize=16384)
def form_of(word: str) -> Form | None:
    """Tell the form of one folded word; None for a word that tells of no work.

    >>> [str(form_of(word)) for word in ("проведено", "відбулася", "проводиться", "виконуватиметься")]
    ['done', 'done', 'goes-on', 'comes']
    """
    if not is_verb(word):
        return None
    for roots, form in _BY_ROOT:
        if _begins(word, roots):
            return form
    if word in cues.LATER_REFLEXIVE or _SYNTHETIC_FUTURE.fullmatch(word):
        return Form.COMES
    if word in _PRESENT or _REFLEXIVE_PRESENT.fullmatch(word) or _PRESENT_THEME.fullmatch(word):
        return Form.GOES_ON
    if word in _WORKED or (_REFLEXIVE_PAST.fullmatch(word) and _UNFINISHED_THEME.search(word)):
        return Form.WORKED
    return Form.WORKED if _WORKED_THEME.fullmatch(word) and word not in _PAST else Form.DONE


_BY_ROOT = (
    (cues.PUT_OFF, Form.PUT_OFF),
    (cues.DROPPED, Form.DROPPED),
    (cues.PLANNED, Form.PLANNED),
    (cues.BEGUN, Form.BEGUN),
)


def is_verb(word: str) -> bool:
    """Tell whether a word has the form of a predicate that may tell of work."""
    if word.startswith(cues.DESCRIBING):
        return False
    if word in _PAST or word in _WORKED or word in _PRESENT or word in cues.LATER_REFLEXIVE:
        return True
    if is_impersonal(word) or _SYNTHETIC_FUTURE.fullmatch(word):
        return True
    if _WORKED_THEME.fullmatch(word) or _PRESENT_THEME.fullmatch(word):
        return not _begins(word, cues.NO_WORK)
    reflexive = _REFLEXIVE_PAST.fullmatch(word) or _REFLEXIVE_PRESENT.fullmatch(word)
    if reflexive:
        return not _begins(word, cues.NO_WORK)
    return _begins(word, cues.PLANNED | cues.PUT_OFF | cues.DROPPED | cues.BEGUN) and word.endswith(
        ("є", "ють", "в", "ла", "ло", "ли")
    )


def is_impersonal(word: str) -> bool:
    """Tell whether a word is an impersonal form on -но or -то, such as «проведено»."""
    return len(word) > 4 and word.endswith(cues.DONE_ENDINGS) and word not in cues.ADVERBS


def is_infinitive(word: str) -> bool:
    """Tell whether a word is an infinitive by its ending."""
    return _INFINITIVE.fullmatch(word) is not None


def is_participle(word: str, *, nominative: bool = False) -> bool:
    """Tell whether a word looks like a passive participle, such as «створену»."""
    return (_SHORT_PARTICIPLE if nominative else _PARTICIPLE).fullmatch(word) is not None


def form_of_participle(word: str) -> Form | None:
    """Tell what a passive participle in the nominative says, such as «створена» or «відтермінований»."""
    if not is_participle(word, nominative=True) or word.startswith(cues.ATTRIBUTES):
        return None
    return next((form for roots, form in _BY_ROOT if _begins(word, roots)), Form.DONE)
