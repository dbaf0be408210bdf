"""Programmes and documents that a text is about, with their titles and years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender import notation
from localgender.model.bodies import Cited, CitedKind
from localgender.notation.body_cases import is_bent_adjective, nominative
from localgender.notation.folding import fold
from localgender.values.terms import Term
from localgender.values.texts import text as one_spelling

# Beginnings of the nouns that name a document, some of them only before certain words.
_KINDS = {
    CitedKind.PROGRAMME: "програм(?=[а-яі])",
    CitedKind.STRATEGY: "стратегі",
    CitedKind.PLAN: 'план(?:у|ом|и|ів|і|ами|ах)?(?=\\s+(?:дій|заход|роботи|реагув))|план\\w{0,3}+(?=\\s*")',
    CitedKind.PROCEDURE: "порядк(?=\\w{0,3}\\s+(?:взаємоді|надання|дій|реагув|розгляд))"
    "|(?:положенн|регламент)(?=\\w{0,4}\\s)",
    CitedKind.MEMORANDUM: "меморандум",
    CitedKind.CHARTER: "харті",
    CitedKind.CONVENTION: "конвенці",
    CitedKind.APPEAL: "звернен(?=\\w{0,3}\\s+до\\s)",
    CitedKind.REPORT: "звіт(?=\\w{0,3}\\s+(?:про|щодо|за)\\s)",
    CitedKind.ACT: '(?:розпорядженн|рішенн|наказ|постанов)(?=[^"]{0,90}"\\s*про\\s)',
}
_NOUNS = re.compile("|".join(rf"(?P<k{at}>\b(?:{noun})\w*)" for at, noun in enumerate(_KINDS.values())))
_BY_GROUP = {f"k{at}": kind for at, kind in enumerate(_KINDS)}
_TITLE = re.compile(r'(?:[^".;:]{0,90}?)\s*"(?P<title>[^"]{4,400}?)\s*(?:"|;|\Z)')
_YEARS = re.compile(r"\s+на\s+(?:період\s+)?(?:до\s+)?\d{4}(?:\s*-\s*\d{4})?\s*(?:рок\w+|рік|рр\.?|р\.)?")
_CLAUSE = re.compile(
    r"[;:.,]|\s(?:та|і|й|а також)\s+(?=\w+(?:ти|тися|ує|ає|ить|ють|ять)\b)"
    r"|\s(?:за|протягом|до|у|станом)\s+(?=\d|[ivх]+\s|термін|поточн)"
)
_DRAFT = re.compile(r"про[єе]кт\w*\s+(?:\w+\s+){0,3}$")
# Documents known by a name without quotes; the others only with an adjective or years.
_BY_NAME = frozenset([CitedKind.CHARTER, CitedKind.CONVENTION, CitedKind.MEMORANDUM, CitedKind.PROCEDURE])
_BY_YEARS = frozenset([CitedKind.PROGRAMME, CitedKind.STRATEGY, CitedKind.PLAN])
# Endings of an adjective beside those of the noun it agrees with.
_AGREE = (("ої", "иії"), ("ій", "ії"), ("ою", "ю"), ("у", "ую"), ("ого", "уаяю"), ("ому", "ую"), ("им", "м"),
    ("их", "йвь"), ("а", "ая"), ("ий", "нкгдм"), ("е", "яе"), ("і", "иії"))  # fmt: skip
_LONG_NAME = 2


def cited_in(text: str) -> tuple[tuple[Cited, int, int], ...]:
    """Find the documents that a text names, each with its first character and the one past its last.

    A title stands in quotes after its noun, or follows the noun up to the years it is for or to the end of
    its clause. What stands inside a title is no document of its own.

    >>> cited_in("про стан виконання програми «Рівність на 2022-2024 роки» за 9 місяців")[0][0].title
    'Рівність на 2022-2024 роки'
    """
    return tuple(_found(text, fold(text)))


def _found(text: str, folded: str) -> Iterator[tuple[Cited, int, int]]:
    at = 0
    while noun := _NOUNS.search(folded, at):
        kind = _BY_GROUP[str(noun.lastgroup)]
        # In a quote the noun is part of the title of something else, or itself the title.
        span = (
            _quoted_around(folded, noun.start()) or _titled(folded, noun) or _open_title(folded, noun, kind)
        )
        at = noun.end()
        if span is None:
            continue
        start, stop = span
        begin = _with_adjectives(text, noun.start())
        quoted = folded[start - 1 : start] == '"'
        # A title that begins with the noun itself is bent with it, even in quotes.
        bends = not quoted or start <= noun.start()
        title = _named(text[start:stop]) if bends else one_spelling(text[start:stop])
        stop += folded.startswith('"', stop)
        draft = _DRAFT.search(folded, 0, begin if bends and not quoted else min(begin, start - 1)) is not None
        yield Cited(kind, title, term=_term(title), draft=draft), min(begin, start), stop
        at = max(at, stop)


def _quoted_around(folded: str, at: int) -> tuple[int, int] | None:
    """Return the quote a noun stands first in: «Порядку взаємодії …»."""
    before = folded.rfind('"', 0, at)
    inside = before >= 0 and folded.count('"', 0, at) % 2 == 1
    if not inside or len(folded[before + 1 : at].split()) > _LONG_NAME:
        return None
    end = folded.find('"', at)
    return (before + 1, end) if end > 0 else None


def _titled(folded: str, noun: re.Match[str]) -> tuple[int, int] | None:
    found = _TITLE.match(folded, noun.end())
    if found is None or _NOUNS.search(folded, noun.end(), found.start("title") - 1):
        return None
    return found.span("title")


def _open_title(folded: str, noun: re.Match[str], kind: CitedKind) -> tuple[int, int] | None:
    if kind not in _BY_NAME | _BY_YEARS:
        return None
    begin = _with_adjectives(folded, noun.start())
    clause = re.search(r"[;]|\.(?:\s|$)", folded[noun.end() :])
    limit = noun.end() + clause.start() if clause else len(folded)
    years = _YEARS.search(folded, noun.end(), limit)
    if years and '"' not in folded[noun.end() : years.start()]:
        return begin, years.end()
    end = _CLAUSE.search(folded, noun.end(), limit)
    stop = end.start() if end else limit
    named = begin < noun.start() or (kind in _BY_NAME and len(folded[begin:stop].split()) >= _LONG_NAME)
    return (begin, stop) if named and '"' not in folded[begin:stop] else None


def _with_adjectives(text: str, at: int) -> int:
    """Return where the adjectives begin that agree with a noun."""
    noun = re.match(r"[\w'’ʼ-]+", text[at:])
    last = noun[0][-1:].lower() if noun else ""
    endings = tuple(ending for ending, nouns in _AGREE if last in nouns)
    while word := re.search(r"([^\W\d_][\w'’ʼ-]*)\s+$", text[:at]):
        ending = next((each for each in endings if word[1].lower().endswith(each)), "")
        if not (ending and is_bent_adjective(word[1]) and len(word[1]) > _LONG_NAME):
            break
        # All that stand before one noun agree with each other too.
        at, endings = word.start(), (ending,)
    return at


def _named(printed: str) -> str:
    return nominative(one_spelling(printed).rstrip(" ,"), bent=True)


def _term(title: str) -> Term | None:
    periods = {period for period, _, _ in notation.periods(title)}
    return Term(periods) if len(periods) == 1 else None
