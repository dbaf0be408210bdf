"""Words that name whose money it is, as tables, and the cells of a column of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from attrs import field, frozen

from localgender import notation
from localgender.documents.interpret.printed import Printed
from localgender.errors import NotationError
from localgender.model.funding import BudgetLevel, Fund, Source
from localgender.notation.folding import fold, stems

# «…» stands for up to four words, such as the name of the community.
SOURCES = {
    "загальний фонд": Source(fund=Fund.GENERAL),
    "спеціальний фонд": Source(fund=Fund.SPECIAL),
    "державний бюджет": Source(BudgetLevel.STATE),
    "державні кошти": Source(BudgetLevel.STATE),
    "обласний бюджет": Source(BudgetLevel.OBLAST),
    "районний бюджет": Source(BudgetLevel.RAYON),
    "місцевий бюджет": Source(BudgetLevel.COMMUNITY),
    "міський бюджет": Source(BudgetLevel.COMMUNITY),
    "селищний бюджет": Source(BudgetLevel.COMMUNITY),
    "сільський бюджет": Source(BudgetLevel.COMMUNITY),
    "бюджет міста": Source(BudgetLevel.COMMUNITY),
    "бюджет … громади": Source(BudgetLevel.COMMUNITY),
    "бюджет … тг": Source(BudgetLevel.COMMUNITY),
    "бюджет … отг": Source(BudgetLevel.COMMUNITY),
    "бюджет … мтг": Source(BudgetLevel.COMMUNITY),
    "бюджет … стг": Source(BudgetLevel.COMMUNITY),
    "бюджети сіл, селищ, міст": Source(BudgetLevel.COMMUNITY),
    "інші джерела": Source(BudgetLevel.OTHER),
    "інші … джерела": Source(BudgetLevel.OTHER),
    "інші кошти": Source(BudgetLevel.OTHER),
    "інші надходження": Source(BudgetLevel.OTHER),
    "позабюджетні кошти": Source(BudgetLevel.OTHER),
    "позабюджетні джерела": Source(BudgetLevel.OTHER),
    "небюджетні кошти": Source(BudgetLevel.OTHER),
    "небюджетні джерела": Source(BudgetLevel.OTHER),
    "не бюджетні джерела": Source(BudgetLevel.OTHER),
    "кошти не бюджетних джерел": Source(BudgetLevel.OTHER),
    "залучені кошти": Source(BudgetLevel.OTHER),
    "грантові кошти": Source(BudgetLevel.OTHER),
    "донорські кошти": Source(BudgetLevel.OTHER),
    "спонсорські кошти": Source(BudgetLevel.OTHER),
    "благодійні кошти": Source(BudgetLevel.OTHER),
    "благодійні внески": Source(BudgetLevel.OTHER),
    "кошти … донорів": Source(BudgetLevel.OTHER),
    "кошти … партнерів": Source(BudgetLevel.OTHER),
    "кошти … спонсорів": Source(BudgetLevel.OTHER),
    "кошти … інвесторів": Source(BudgetLevel.OTHER),
    "кошти … підприємств": Source(BudgetLevel.OTHER),
    "кошти … роботодавців": Source(BudgetLevel.OTHER),
    "кошти … організацій": Source(BudgetLevel.OTHER),
    "міжнародна технічна допомога": Source(BudgetLevel.OTHER),
}

# The whole of a cell; letters that shorten two words stand in capitals.
_SHORTENED = {
    "ДБ": Source(BudgetLevel.STATE),
    "ОБ": Source(BudgetLevel.OBLAST),
    "РБ": Source(BudgetLevel.RAYON),
    "МБ": Source(BudgetLevel.COMMUNITY),
    "СБ": Source(BudgetLevel.COMMUNITY),
    "БГ": Source(BudgetLevel.COMMUNITY),
    "ЗФ": Source(fund=Fund.GENERAL),
    "СФ": Source(fund=Fund.SPECIAL),
    "МТД": Source(BudgetLevel.OTHER),
    "державний": Source(BudgetLevel.STATE),
    "обласний": Source(BudgetLevel.OBLAST),
    "районний": Source(BudgetLevel.RAYON),
    "місцевий": Source(BudgetLevel.COMMUNITY),
    "міський": Source(BudgetLevel.COMMUNITY),
    "селищний": Source(BudgetLevel.COMMUNITY),
    "сільський": Source(BudgetLevel.COMMUNITY),
    "інші": Source(BudgetLevel.OTHER),
    "гранти": Source(BudgetLevel.OTHER),
}

_SHORT = {fold(short): (short, source) for short, source in _SHORTENED.items()}

# Words that say nothing of whose money it is: «інші джерела, не заборонені законодавством».
_BESIDE = frozenset(
    stems(
        "за із зі з рахунок кошти коштів фінансування джерело фонд в у межах та і й або не заборонений чинний"
        " законодавство україни передбачений цього програма план згідно том числі т ч них всього усього разом"
        " усі всі усіх всіх"
    )
)
_PARTS = re.compile(r"[,;/+]|(?<![-‑])\n|\s(?:та|і|й|або)\s", re.IGNORECASE)
_WIDEST_GAP = 4


@lru_cache(maxsize=4096)
def sources_in(text: str) -> tuple[Source, ...]:
    """Return the sources of money that a text names."""
    named = dict.fromkeys(source for _, _, source in _spans(stems(text)))
    return tuple(named) or tuple(filter(None, [_shortened(text)]))


def _split(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before, _, after = phrase.partition("…")
    return stems(before), stems(after)


_PHRASES: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Source]]] = {}
for _phrase, _source in SOURCES.items():
    _close, _far = _split(_phrase)
    _PHRASES.setdefault(_close[0], []).append((_close, _far, _source))


def _spans(words: tuple[str, ...]) -> Iterator[tuple[int, int, Source]]:
    """Find the sources among stemmed words, each with its first word and the one past its last."""
    for start, word in enumerate(words):
        for close, far, source in _PHRASES.get(word, ()):
            stop = start + len(close)
            if words[start:stop] != close:
                continue
            near = words[stop : stop + _WIDEST_GAP + 1]
            if not far:
                yield start, stop, source
            elif far[0] in near:
                yield start, stop + near.index(far[0]) + 1, source


def _shortened(text: str) -> Source | None:
    word = text.strip(" .,:;()-–—•\n")
    found = _SHORT.get(fold(word))
    return found[1] if found and (word.isupper() or not found[0].isupper()) else None


def begins_with_source(words: tuple[str, ...]) -> bool:
    """Tell whether stemmed words begin with a source of money."""
    return any(start == 0 for start, _, _ in _spans(words))


@frozen
class Named:
    """What a cell for sources says.

    Attributes:
        sources: Whose money.
        needs: What is said instead of money, such as «не потребує».
        known: What was understood of the cell.
        unknown: Parts that name no source that is known.
    """

    sources: tuple[Source, ...] = ()
    needs: str | None = None
    known: tuple[Printed, ...] = ()
    unknown: tuple[Printed, ...] = field(default=())


def read_sources(printed: Printed) -> Named:
    """Read a cell for sources, part by part, so that one known source never hides an unknown one."""
    text = printed.text
    if (needs := needs_in(text)) is not None:
        return Named(needs=needs, known=(printed,))
    if not printed or notation.silent(text) or set(stems(text)) <= _BESIDE:
        return Named(known=(printed,))
    borders = [0, *(border.start() for border in _PARTS.finditer(text)), len(text)]
    parts = [printed.part(start, stop) for start, stop in pairwise(borders)]
    words = [(word, number) for number, part in enumerate(parts) for word in stems(part.text)]
    found = list(_spans(tuple(word for word, _ in words)))
    # «бюджети сіл, селищ, міст» is one source although commas part it.
    named = {number for start, stop, _ in found for _, number in words[start:stop]}
    short = {number: source for number, part in enumerate(parts) if (source := _shortened(part.text))}
    known = [
        number
        for number, part in enumerate(parts)
        if _is_clear(part.text, named={*named, *short}, number=number)
    ]
    sources = [source for start, _, source in found if words[start][1] in known]
    return Named(
        tuple(
            dict.fromkeys([*sources, *(source for number, source in short.items() if number not in named)])
        ),
        None,
        tuple(parts[number] for number in known),
        tuple(part for number, part in enumerate(parts) if number not in known),
    )


def _is_clear(text: str, *, named: set[int], number: int) -> bool:
    """Tell whether nothing of a part is left over; a share or an amount is more than a source."""
    if any(sign.isdigit() for sign in text):
        return False
    return number in named or set(stems(text)) <= _BESIDE


def needs_in(text: str) -> str | None:
    """Return what a cell says instead of money, such as «не потребує»."""
    try:
        return notation.amount(text).needs
    except NotationError:
        return None
