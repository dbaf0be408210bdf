"""Legal acts as documents cite them: «рішення міської ради від 31.03.2021 № 7/VIII-317»."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from pendulum import Date

from localgender.errors import NotationError
from localgender.notation.dates import dates, write_date
from localgender.notation.folding import fold, look_alikes
from localgender.notation.numerals import in_latin, roman
from localgender.notation.patterns import END, START, S
from localgender.values.acts import LegalAct
from localgender.values.texts import text as one_spelling

_CASES = {
    "рішення": "рішення|рішенням|рішенню|рішенні|рішень|рішеннями",
    "розпорядження": "розпорядження|розпорядженням|розпорядженню|розпорядженні|розпоряджень",
    "наказ": "наказ|наказу|наказом|наказі|накази|наказів",
    "постанова": "постанова|постанови|постанову|постановою|постанові|постанов",
    "ухвала": "ухвала|ухвали|ухвалу|ухвалою|ухвалі|ухвал",
    "закон": "закон|закону|законом|законі|закони|законів",
    "указ": "указ|указу|указом|указі",
    "протокол": "протокол|протоколу|протоколом|протоколі",
}
_KINDS = {form: kind for kind, forms in _CASES.items() for form in forms.split("|")}
_KIND = re.compile(rf"{START}(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))}){END}")

# Parts of a number stand close together, only figures also after a spaced dash: «№ 1087 – 24/VIIІ».
_PART = rf"[0-9]{{1,9}}|[ivxlіх]{{1,9}}{END}|[а-яіїєґa-z]{{1,3}}{END}"
_NUMBER = re.compile(
    rf"№{S}(?P<number>[0-9]{{1,9}}(?:[-/](?:{_PART})|{S}[-/]{S}[0-9]{{1,9}}(?![0-9.]))*+)(?![0-9])"
)
_LINK = re.compile(rf'{S},?{S}(?:(?:від|за){END}{S})?"?')
_FROM = re.compile(rf"від{END}{S}\Z")

_ROMAN = re.compile("[IVXLІХ]+")
_DASHES = str.maketrans(dict.fromkeys("–—−‑‒―", "-"))

_SORTS = ("міськ", "сільськ", "селищн", "обласн", "районн")
_BODY = re.compile(
    rf"{S}(?:сесії{S})?(?P<committee>виконавчого{S}комітету{S})?"
    rf"(?P<body>(?:[^\W\d_](?:[^\W\d_]|['-]){{1,30}}(?:ої|ого){S})?(?:{'|'.join(_SORTS)})(?:ої{S}ради|ого{S}голови){END})"
)
_COMMITTEE = "виконавчий комітет"

# A sentence ends before a capital, unless the dot cuts a short word: «м. Житомир».
_SENTENCE_END = re.compile(r"(?<=[^\W_]{4})[.!?](?=\s+[\"«„“]?[А-ЯІЇЄҐA-Z])|[!?]")
_FARTHEST = 200


def acts(text: str) -> tuple[tuple[LegalAct, int, int], ...]:
    """Find the acts that prose cites, each with its first character and the one past its last.

    An act has a number with a date beside it, or a number or date after its noun in the same sentence.

    >>> acts("Програму затверджено рішенням міської ради від 31.03.2021 № 7/VIII-317")[0][0].number
    '7/VIII-317'
    """
    folded = fold(text)
    nouns = list(_KIND.finditer(folded))
    ends = [end.start() for end in _SENTENCE_END.finditer(text)]
    found: list[tuple[LegalAct, int, int]] = []
    for number, day, start, stop in _cited(text, folded):
        noun = _noun_before(nouns, ends, start)
        named = number is not None or folded.startswith("від", start)
        if not (noun and named) and (number is None or day is None):
            continue
        kind = _KINDS[noun[0]] if noun else None
        cited = LegalAct(kind, number, day, _body(text, folded, noun.end()) if noun else None)
        # Several acts may share a noun; the later ones begin at their own number.
        begins = noun.start() if noun and (not found or noun.start() >= found[-1][2]) else start
        found.append((cited, begins, stop))
    return tuple(found)


def act(text: str) -> LegalAct:
    """Read the one act that a text cites.

    >>> act("№1688 від 18.12.2019")
    LegalAct(kind=None, number='1688', date=Date(2019, 12, 18), body=None)

    Raises:
        NotationError: When it cites none, or several.
    """
    found = acts(text)
    if len(found) != 1:
        raise NotationError(text, "one act such as рішення від 18.12.2019 № 1688")
    return found[0][0]


_Citation = tuple[str | None, Date | None, int, int]


def _cited(text: str, folded: str) -> Iterator[_Citation]:
    numbers: list[_Citation] = [
        (_number(text[match.start("number") : match.end("number")]), None, match.start(), match.end())
        for match in _NUMBER.finditer(folded)
    ]
    days: list[_Citation] = [(None, day, _with_from(folded, start), stop) for day, start, stop in dates(text)]
    alone: _Citation | None = None
    for each in sorted(numbers + days, key=lambda citation: citation[2]):
        if alone and (alone[0] is None) != (each[0] is None) and _LINK.fullmatch(folded, alone[3], each[2]):
            yield alone[0] or each[0], alone[1] or each[1], alone[2], each[3]
            alone = None
        else:
            if alone:
                yield alone
            alone = each
    if alone:
        yield alone


def _with_from(folded: str, start: int) -> int:
    before = _FROM.search(folded, max(0, start - 8), start)
    return before.start() if before else start


def _number(printed: str) -> str:
    # «1059-VІІ» mixes alphabets: numerals become Latin, «07-p» becomes Cyrillic.
    parts = re.split(r"([-/])", re.sub(r"\s", "", printed.translate(_DASHES)))
    return "".join(_part(part) for part in parts)


def _part(part: str) -> str:
    if _ROMAN.fullmatch(part) and roman(part):
        return in_latin(part)
    # Look-alikes are folded beside a Cyrillic letter only, so one is lent.
    return look_alikes(f"я{part}")[1:]


def _noun_before(nouns: Sequence[re.Match[str]], ends: Sequence[int], start: int) -> re.Match[str] | None:
    at = bisect_right(nouns, start, key=lambda noun: noun.end())
    if not at or start - nouns[at - 1].end() > _FARTHEST:
        return None
    noun = nouns[at - 1]
    ended = bisect_right(ends, noun.end()) < bisect_right(ends, start)
    return None if ended else noun


def _body(text: str, folded: str, at: int) -> str | None:
    match = _BODY.match(folded, at)
    if match is None:
        return None
    printed = one_spelling(look_alikes(text[match.start("body") : match.end("body")]))
    if match["committee"]:
        return f"{_COMMITTEE} {printed}"
    return _declined(printed.lower() if printed.isupper() else printed, _TO_NOMINATIVE)


_TO_NOMINATIVE = {"ради": "рада", "голови": "голова", "ої": "а", "ого": "ий"}
_TO_GENITIVE = {nominative: genitive for genitive, nominative in _TO_NOMINATIVE.items()}


def _declined(body: str, endings: Mapping[str, str]) -> str:
    def changed(word: str) -> str:
        for ending, other in endings.items():
            if word.casefold().endswith(ending):
                return word[: -len(ending)] + other
        return word

    return " ".join(map(changed, body.split(" ")))


def write_act(act: LegalAct) -> str:
    """Write an act: noun, body in the genitive, day, number.

    What is written reads as the same act when its noun is one of those this module knows, its body a council
    or a head («міська рада», «Житомирський міський голова»), and it has a number or a day; without a noun
    it needs both.

    >>> write_act(LegalAct("рішення", "1688", "2019-12-18", "міська рада"))
    'рішення міської ради від 18.12.2019 № 1688'
    """
    parts = [
        act.kind,
        _genitive(act.body) if act.body else None,
        f"від {write_date(act.date)}" if act.date else None,
        f"№ {act.number}" if act.number else None,
    ]
    return " ".join(filter(None, parts))


def _genitive(body: str) -> str:
    if body.startswith(_COMMITTEE):
        return f"виконавчого комітету{body.removeprefix(_COMMITTEE)}"
    genitive = _declined(body, _TO_GENITIVE)
    return genitive if _BODY.fullmatch(f" {fold(genitive)}") else body
