"""Figures of statistics: numbers with their bounds, what stands instead of them, and whom they are of.

Source: conventions of the State Statistics Service printed in its yearbooks: a dash where nothing occurred,
three dots where nothing is known, a cross where nothing can be filled in, «к» for what is confidential.
"""

from __future__ import annotations

import re

from attrs import frozen

from localgender.errors import NotationError
from localgender.notation.digits import NUMBER, plain
from localgender.notation.folding import fold
from localgender.notation.patterns import END, MARKS, START, S, cell
from localgender.values.ages import Ages
from localgender.values.counts import Bound
from localgender.values.quantities import Quantity

BOUNDS = {
    Bound.AT_LEAST: r"понад|більше(?:,? ніж)?|більш(?:,? (?:ніж|як))|не менше(?: ніж)?|не менш (?:ніж"
    r"|як)|щонайменше",
    Bound.AT_MOST: r"до|не більше(?: ніж)?|не більш (?:ніж|як)|щонайбільше|менше(?:,? ніж)?",
    Bound.ABOUT: r"близько|майже|біля|приблизно|орієнтовно",
}
_BOUND_PATTERNS = tuple((bound, re.compile(rf"(?:{words}){END}{S}")) for bound, words in BOUNDS.items())
_SIGNS = {"<": Bound.AT_MOST, "≤": Bound.AT_MOST, ">": Bound.AT_LEAST, "≥": Bound.AT_LEAST, "~": Bound.ABOUT}
_FIGURE = re.compile(
    rf"(?P<number>-?{NUMBER})(?P<more>\+)?(?:{MARKS}|\)(?=$))*{S}(?P<percent>%|відсотк(?:и|ів"
    rf"|а){END})?{MARKS}*"
)
_ABSENCES = {
    "not-occurred": r"--?-?",
    "not-available": r"\.{2,4}|…|н/д|немає (?:даних|відомостей|інформації)|(?:дані|відомості) відсутні"
    r"|дані не надано",
    "not-applicable": r"[хx]",
    "suppressed": r"\(?к\)?|конфіденційн[оаі]|приховано",
}
_ABSENCE_PATTERNS = {word: re.compile(rf"(?:{pattern}){MARKS}*") for word, pattern in _ABSENCES.items()}


@frozen
class Figure:
    """What a cell of a table of statistics says.

    Attributes:
        value: The number with its bound; None without one.
        absence: What stands instead: not-occurred, not-available, not-applicable or suppressed.
        percent: Whether the cell itself says that it is in percent.
    """

    value: Quantity | None = None
    absence: str | None = None
    percent: bool = False


def figure(text: str) -> Figure | None:
    """Read a cell of a table of statistics; None from a blank one.

    >>> figure("1 234,5").value, figure("…").absence, figure("не менше 40%").value
    (Quantity('1234.5'), 'not-available', Quantity('40', 'at-least'))

    Raises:
        NotationError: For any other text, and 238.932, where the dot may part thousands or decimals.
    """
    folded = cell(text)
    if not folded:
        return None
    for word, pattern in _ABSENCE_PATTERNS.items():
        if pattern.fullmatch(folded):
            return Figure(absence=word)
    bound, rest = _bound(folded)
    match = _FIGURE.fullmatch(rest)
    if match is None or (match["more"] and bound is not Bound.EXACT):
        raise NotationError(text, "a figure such as 1 234,5, or one of - … х к")
    if match["more"]:
        bound = Bound.AT_LEAST
    return Figure(Quantity(plain(match["number"]), bound), percent=bool(match["percent"]))


def _bound(folded: str) -> tuple[Bound, str]:
    if folded[0] in _SIGNS:
        return _SIGNS[folded[0]], folded[1:].lstrip()
    for bound, words in _BOUND_PATTERNS:
        if match := words.match(folded):
            return bound, folded[match.end() :]
    return Bound.EXACT, folded


_FROM = r"(?:(?:від|для|серед|щодо|стосовно|із|з)\s+)?"
_SEXES = {
    "female": r"жін(?:ки|ок|ка|кам|ками|ках|\.?)|дівчат(?:а|ам|ами)?|дівчин(?:ка|ки|ок|кам)"
    r"|жіноч(?:а|ої|ою) стат(?:ь"
    r"|і|тю)|ж\.?",
    "male": r"чоловік(?:и|ів|ам|ами|ах)?|чол\.|хлопц(?:і|ів|ям|ями)|хлопчик(?:и|ів|ам)|чоловіч(?:а|ої"
    r"|ою) стат(?:ь|і|тю)|ч\.?",
    "unspecified": r"стать не (?:вказано|зазначено|визначено|встановлено|відома)|(?:стать )?невідом(?:а|о)"
    r"|(?:осо(?:би|іб)|осіб) (?:невідомої|невстановленої) статі|не (?:вказано|зазначено)(?: стать| статі)?",
    "total": r"обидв(?:і|ох) стат(?:і|ей)|обох статей|жінки (?:і|та|й) чоловіки|чоловіки (?:і|та|й) жінки",
}
_LOCALITIES = {
    "urban": r"міськ(?:а|е|і|их)(?: (?:місцевість|місцевості|населення|поселення|поселень))?"
    r"|(?:у|в) міськ(?:ій місцевості|их поселеннях)|місто|(?:у|в) містах?|жител(?:і|ів) міст",
    "rural": r"сільськ(?:а|е|і)(?: (?:місцевість|населення))?|(?:у|в) сільськ(?:ій місцевості)"
    r"|сільської місцевості|село|(?:у|в) сел(?:і|ах)|жител(?:і|ів) сіл",
    "total": r"міська (?:і|та|й) сільська(?: місцевість)?|усі типи місцевості",
}
_TOTAL = re.compile(
    r"(?:усього|всього|усе|все|разом|загалом|усі|всі|(?:загальна|всього) кількість|у цілому|в цілому)"
)
_EVERYBODY = re.compile(r"(?:усе|все) населення")


def sex(text: str) -> str | None:
    """Read whose figures a label announces: female, male, unspecified or total; None for other words.

    >>> sex("від жінок"), sex("Чоловіки"), sex("жінки-депутатки")
    ('female', 'male', None)
    """
    return _named(_SEXES, text)


def locality(text: str) -> str | None:
    """Read a kind of settlement: urban, rural or total; None for other words.

    >>> locality("Сільська місцевість"), locality("у містах")
    ('rural', 'urban')
    """
    return _named(_LOCALITIES, text)


def _named(words: dict[str, str], text: str) -> str | None:
    folded = cell(text).strip(" .:;,")
    marked = f"{folded}." if text.rstrip().endswith(".") else folded
    for word, pattern in words.items():
        if re.fullmatch(rf"{_FROM}(?:{pattern})", folded) or re.fullmatch(rf"{_FROM}(?:{pattern})", marked):
            return word
    return None


def is_total(text: str) -> bool:
    """Tell whether a label announces everybody, of whatever is told apart beside it.

    >>> is_total("Усього"), is_total("Разом:")
    (True, True)
    """
    return _TOTAL.fullmatch(cell(text).strip(" .:;,")) is not None


def is_everybody(text: str) -> bool:
    """Tell whether a label announces the whole population, of both sexes and of town and country."""
    return _EVERYBODY.fullmatch(cell(text).strip(" .:;,")) is not None


_YEARS = rf"(?:{S}(?:років|роки|рік|р\.?))"
_AGED = rf"(?:(?:у|в)?{S}(?:віці|віком)?{S}(?:від{S})?)"
_SPAN = re.compile(rf"{_AGED}(?P<first>[0-9]{{1,3}}){S}(?:-|до){S}(?P<last>[0-9]{{1,3}})(?P<years>{_YEARS})?")
_OVER = re.compile(
    rf"{_AGED}(?P<first>[0-9]{{1,3}})(?:\+(?P<plus>{_YEARS})?|{_YEARS}?{S}(?:і|та|й|або){S}(?:старш(?:е"
    rf"|і|их)|більше))"
)
_UNDER = re.compile(
    rf"(?:діти{S}|дітей{S})?(?:(?:у|в)?{S}(?:віці|віком){S})?до{S}(?P<last>[0-9]{{1,3}}){_YEARS}"
)
# Convention on the Rights of the Child, article 1; Family Code of Ukraine, article 6.
_CHILDREN = re.compile(
    r"(?:від |щодо |стосовно |серед )?(?:діти|дітей|дітям|дітьми|неповнолітн(?:і|іх|ім|іми))"
)
_ADULTS = re.compile(r"(?:від |щодо |стосовно |серед )?(?:доросл(?:і|их|им)|повнолітн(?:і|іх|ім))")
_ADULT = 18


def ages(text: str, *, bare: bool = False) -> Ages | None:
    """Read a group of ages; None for other words.

    >>> ages("15-70 років"), ages("65 років і старші"), ages("діти"), ages("до 18 років")
    (Ages('15-70'), Ages('65+'), Ages('0-17'), Ages('0-17'))

    Args:
        text: A label.
        bare: Whether 15-24 alone is ages, as it is under a header that says so.
    """
    folded = cell(text).strip(" .:;,")
    if (span := _SPAN.fullmatch(folded)) and (bare or span["years"]):
        first, last = int(span["first"]), int(span["last"])
        return Ages(first, last) if first <= last <= 150 else None
    if over := _OVER.fullmatch(folded):
        return Ages(int(over["first"])) if int(over["first"]) <= 150 else None
    if (under := _UNDER.fullmatch(folded)) and 0 < int(under["last"]) <= 150:
        # «до 18 років» leaves the eighteen-year-olds out.
        return Ages(0, int(under["last"]) - 1)
    if _CHILDREN.fullmatch(folded):
        return Ages(0, _ADULT - 1)
    return Ages(_ADULT) if _ADULTS.fullmatch(folded) else None


# Units by how they begin, each with the form in which it is kept; what people are counted in first.
_UNITS: tuple[tuple[str, str], ...] = (
    (r"тис\.?\s*(?:осіб|чол\.?|чоловік|населення)|тисяч(?:а|і)? осіб", "тис. осіб"),
    (r"млн\.?\s*осіб", "млн осіб"),
    (r"ос(?:оба|оби|іб|об\.?|\.)|чол(?:овік|\.)?", "осіб"),
    (r"%|(?:у )?відсотк(?:и|ів|ах)|(?:у )?%", "%"),
    (r"од(?:иниц(?:я|ь|і)|\.)?|шт(?:ук|\.)?", "од."),
    (r"тис\.?\s*грн\.?|тисяч(?:а|і)? гривень", "тис. грн"),
    (r"млн\.?\s*грн\.?", "млн грн"),
    (r"грн\.?|гривень|гривн(?:я|і)", "грн"),
    (r"випад(?:ок|ки|ків)", "випадків"),
    (r"разів|раз(?:и)?", "разів"),
    (r"рок(?:и|ів)|рік", "років"),
    (r"сім(?:'я|'ї|ей)", "сімей"),
    (r"зверн(?:ення|ень)", "звернень"),
    (r"годин(?:а|и)?|год\.", "годин"),
    (r"проміле|‰", "‰"),
)
_UNIT = tuple((re.compile(pattern), kept) for pattern, kept in _UNITS)
_OF = re.compile(r"(?P<unit>%|(?:у )?відсотк(?:и|ів|ах)|(?:у )?%)\s+(?:до|від|у|в)\s+\S.*")


def counted_in(text: str) -> str | None:
    """Read a unit of statistics in the form it is kept; None for other words.

    >>> counted_in("чол."), counted_in("тис.осіб"), counted_in("у % до підсумку"), counted_in("заходів")
    ('осіб', 'тис. осіб', '% до підсумку', None)
    """
    folded = cell(text).strip(" :;,()")
    for pattern, kept in _UNIT:
        if pattern.fullmatch(folded):
            return kept
    if _OF.fullmatch(folded):
        return re.sub(r"^(?:у )?(?:%|відсотк(?:и|ів|ах))", "%", folded)
    return None


_ASKED = {
    "sex": r"(?:за статтю|(?:у|в) розрізі статі|розбивк\w+ за статтю|розподіл\w* за статтю|за статтю)",
    "age": r"(?:за віком|за (?:статтю (?:та|і) )?віком|(?:у|в) розрізі (?:віку|вікових груп)"
    r"|за віковими групами)",
    "locality": r"(?:за місцем проживання|за типом місцевості|(?:у|в) розрізі місцевості)",
}


def asked_axes(text: str) -> tuple[str, ...]:
    """Name the axes that the words of an indicator ask for.

    >>> asked_axes("Кількість учнів за статтю та віком"), asked_axes("насильство за ознакою статі")
    (('sex', 'age'), ())
    """
    folded = fold(text)
    asked = [axis for axis, words in _ASKED.items() if re.search(rf"{START}{words}{END}", folded)]
    if "sex" in asked and "age" not in asked and re.search(r"за статтю (?:та|і|й) віком", folded):
        asked.insert(1, "age")
    return tuple(asked)
