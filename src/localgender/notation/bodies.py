"""Words that name a body: head nouns with their kinds, abbreviations, and the adjectives before them.

The tables are read as they stand: whoever meets a new sort of body adds a word, not code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve, frozen

from localgender.notation.folding import stem


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Singular and plural in the nominative, «-» where there is none. A star marks a form that is also an everyday
# word inside names («організації дорожнього руху»): without an adjective it begins no name after a comma.
_HEADS = {
    "unit": """
        департамент департаменти · управління - · відділ відділи · сектор сектори · служба *служби
        відділення - · комітет комітети · виконком виконкоми · міськвиконком міськвиконкоми
        апарат апарати · секретаріат - · канцелярія - · *комісія *комісії · *група *групи · *бригада *бригади
        *команда *команди
        рада *ради · міськрада міськради · сільрада сільради · селищрада селищради · архів архіви · штаб штаби
        фінуправління - · міськфінуправління - · райфінуправління -
    """,
    "institution": """
        центр центри · заклад заклади · установа установи · підприємство підприємства · лікарня лікарні
        поліклініка поліклініки · амбулаторія амбулаторії · *консультація *консультації · диспансер диспансери
        госпіталь госпіталі · школа школи · гімназія гімназії · ліцей ліцеї · садок садки · інтернат інтернати
        бібліотека бібліотеки · музей музеї · будинок будинки · палац палаци · клуб клуби · театр театри
        інститут інститути · університет університети · академія академії · коледж коледжі · училище училища
        притулок притулки · *телебачення - · *радіо - · *телерадіокомпанія *телерадіокомпанії
        *телерадіоорганізація *телерадіоорганізації · телеканал телеканали · газета газети · *видання -
        редакція редакції · філія *філії · агенція агенції · агентство агентства · простір простори
        пункт пункти · хаб хаби · пансіонат пансіонати · гуртожиток гуртожитки · стадіон стадіони
        спорткомплекс спорткомплекси · товариство *товариства · бюро - · *система *системи
    """,
    "state": """
        поліція - · нацполіція - · суд суди · пробація - · прокуратура прокуратури · військкомат військкомати
        *адміністрація *адміністрації · облдержадміністрація облдержадміністрації
        райдержадміністрація райдержадміністрації · міністерство міністерства · інспекція інспекції
        казначейство - · гвардія - · *частина *частини · гарнізон гарнізони
        офіцер офіцери
    """,
    "civil-society": """
        *організація *організації · спілка спілки · асоціація асоціації · *об'єднання - · фонд фонди
        рух рухи · союз союзи · профспілка профспілки · коаліція коаліції · громадськість -
        *ініціатива *ініціативи · *формування -
        волонтер волонтери · волонтерка волонтерки · активіст активісти · активістка активістки
    """,
    "expert": """
        експерт експерти · експертка експертки · фахівець фахівці · психолог психологи · тренер тренери
        науковець науковці · консультант консультанти · юрист юристи · медіатор медіатори
        педагог педагоги
    """,
    "group": """
        орган органи · підрозділ підрозділи · розпорядник розпорядники · староста старости · засіб засоби
        виконавець виконавці · співвиконавець співвиконавці · одержувач одержувачі · партнер партнери
        суб'єкт суб'єкти · *громада *громади · роботодавець роботодавці · підприємець підприємці
        депутат депутати · корпус - · надавач надавачі · працівник працівники
        представник представники · округ округи
    """,
}
# Officials belong where the body after them belongs: «начальник відділу», «директор ліцею».
_OFFICIALS = """
    голова голови · заступник заступники · заступниця заступниці · начальник начальники
    начальниця начальниці · керівник керівники · керівниця керівниці · радник радники · радниця радниці
    секретар секретарі · керуючий керуючі · керуюча - · *особа *особи · уповноважений уповноважені
    спеціаліст спеціалісти · спеціалістка спеціалістки · координатор координатори
    координаторка координаторки · лікар лікарі · директор директори · директорка директорки
    інспектор інспектори · завідувач завідувачі
"""
# A trailing + marks a legal form, which takes the name after it: КУ «Назва», ГО Назва.
_ABBREVIATIONS = {
    "unit": "усзн упсзн ссд",
    "institution": """
        ззсо здо днз зош нвк зоз зпо зпто зво внз птнз цнсп цнап цсс цсссдм цпмсд фап срц ірц цкд дюсш трк црл
        цмл цбс ку+ кп+ кз+ кнп+ кзо+ ду+ дз+ дп+
    """,
    "state": "ода ова рда рва мва кмда гунп нпу дснс тцк сбу мвс пфу дпсу дмс вп руп рувп рвп бвпд",
    "civil-society": "го+ гс+ бф+ бо+ мбф+ мбо+ мго+ вго+ огс ігс нуо ндо осбб",
    "group": "омс змі цовв овв фоп тг отг мтг стг",
}
_RANKS = ("сектор", "відділення", "відділ", "служба", "управління", "департамент")
_ENDINGS = {"m": ("ий", "ій"), "f": ("а", "я"), "n": ("е", "є"), "many": ("і",)}
_ADJECTIVE = re.compile(r"(?:[сцз]ьк|[нчщш]|[оеє]в|лив)(?:а|(?<![нт]н)я|е|є|і)$|ий$|[тшндж]ній$")
_OBLIQUE = re.compile(r"(?:ого|ому|ої|ою|ими|их|им|ій)$")
_DETERMINERS = _set("всі усі її їх їхні його")
# Adjectives that bear a capital only because a cell or a line begins with them; the others may be names.
_PLAIN = re.compile(
    r"(?:міськ|сільськ|селищн|районн|обласн|місцев|комунальн|громадськ|виконавч|структурн|інш|гендерн|ус|вс"
    r"|благодійн|юридичн|фінансов|архівн|загальн|дошкільн|територіальн|соціальн|відповідальн|міжнародн)\w{1,3}$"
)
PREPOSITIONS = _set("у в на по з із зі для при за до від про щодо через без під між серед над")
_PARTS = _set("комітет виконком апарат архів фінуправління секретаріат")


@frozen
class Head:
    """Noun, or abbreviation, that says what sort of body a name names.

    Attributes:
        form: As it stands in the nominative, folded.
        kind: unit, institution, state, civil-society, expert or group.
        singular: Nominative singular.
        starred: Whether it needs an adjective to begin a name inside a list.
        short: Whether it is an abbreviation.
        legal: Whether it is a legal form and takes the name of the body after it.
        official: Whether it is a person in office.
    """

    form: str
    kind: str
    singular: str
    starred: bool = False
    short: bool = False
    legal: bool = False
    official: bool = False

    @property
    def many(self) -> bool:
        """Whether the form can only be plural."""
        return self.form != self.singular

    @property
    def numbers(self) -> tuple[str, ...]:
        """Gender, or "many", of the adjectives that agree with it."""
        if self.many:
            return ("many",)
        if self.singular.endswith(("ння", "ття")):
            return ("n", "many")
        if self.singular in {"голова", "староста"}:
            return ("m",)
        return ("f",) if self.singular[-1] in "ая" else ("n",) if self.singular[-1] in "оеє" else ("m",)

    @property
    def ambiguous(self) -> bool:
        """Whether the same letters are also a genitive, as in «відділ управління»."""
        return self.singular.endswith(("ння", "ття")) or (self.many and self.singular[-1] in "аяоеє")

    @property
    def is_part(self) -> bool:
        """Whether it names a part of a council."""
        return self.rank > 0 or self.singular in _PARTS

    @property
    def rank(self) -> int:
        """Height of a unit inside a council, from 1; 0 for what is no thematic unit."""
        return _RANKS.index(self.singular) + 1 if self.singular in _RANKS else 0


def _nouns(kind: str, table: str, *, official: bool = False) -> Iterable[Head]:
    forms = table.replace("·", " ").split()
    for one, several in zip(forms[::2], forms[1::2], strict=True):
        singular = one.lstrip("*")
        for form in (one, several):
            if form != "-":
                yield Head(form.lstrip("*"), kind, singular, form.startswith("*"), official=official)


def _shorts(kind: str, table: str) -> Iterable[Head]:
    for word in table.split():
        short = word.rstrip("+")
        yield Head(short, kind, short, short=True, legal=word.endswith("+"))


_NOUNS = {head.form: head for kind, table in _HEADS.items() for head in _nouns(kind, table)}
_NOUNS |= {head.form: head for head in _nouns("unit", _OFFICIALS, official=True)}
_SHORTS = {head.form: head for kind, table in _ABBREVIATIONS.items() for head in _shorts(kind, table)}
_STEMS = {stem(head.form): head for head in reversed(_NOUNS.values())}


def head(word: str) -> Head | None:
    """Find the head noun that a folded word is, in the nominative.

    >>> head("департаменти").singular
    'департамент'
    >>> head("департаменту") is None
    True
    """
    plain = word.replace("ґ", "г")
    if found := _NOUNS.get(plain):
        return found
    # A compound such as «прес-служба» needs no adjective, as its first part is one.
    last = _NOUNS.get(plain.rpartition("-")[2])
    return evolve(last, starred=False) if last else None


def by_stem(word: str) -> Head | None:
    """Find the head noun that a folded word is, in any case.

    >>> by_stem("департаментами").singular
    'департамент'
    """
    return _STEMS.get(stem(word.replace("ґ", "г")))


def abbreviation(word: str, *, exact: bool = False) -> Head | None:
    """Find the abbreviation that a folded word is, also with a letter or two of the place before it.

    >>> abbreviation("жмцсс").kind
    'institution'

    Args:
        word: Folded.
        exact: Whether to refuse letters before it, as in text all in capitals, where any word looks like one.
    """
    if exact or len(word) < 4:
        return _SHORTS.get(word)
    return next((_SHORTS[word[at:]] for at in range(min(3, len(word) - 2)) if word[at:] in _SHORTS), None)


def agrees(word: str, noun: Head) -> bool:
    """Tell whether a word is an adjective that may stand before a noun.

    >>> agrees("районне", head("управління")), agrees("молоді", head("організації"))
    (True, False)
    """
    if word in _DETERMINERS or (noun.short and is_adjective(word)):
        return True
    return bool(_ADJECTIVE.search(word)) and any(word.endswith(_ENDINGS[number]) for number in noun.numbers)


def is_adjective(word: str) -> bool:
    """Tell whether a word has the shape of an adjective in the nominative."""
    return word in _DETERMINERS or bool(_ADJECTIVE.search(word))


def is_oblique(word: str) -> bool:
    """Tell whether a word has the shape of an adjective in any case but the nominative, as in «Зарічної»."""
    return bool(_OBLIQUE.search(word))


def is_plain(word: str) -> bool:
    """Tell whether a capital at this adjective can only mean that something begins."""
    return bool(_PLAIN.match(word))


def is_activity(word: str, following: str) -> bool:
    """Tell «управління майном», which is work, from «управління культури», which is a body."""
    return word == "управління" and following.endswith(("ом", "ем", "єм", "им", "ім", "ми", "ою", "ею", "єю"))


def plural_of(singular: str) -> str:
    """Return the nominative plural of a head noun; the singular itself where it has none.

    >>> plural_of("відділ"), plural_of("міністерство"), plural_of("управління")
    ('відділи', 'міністерства', 'управління')
    """
    return _PLURALS.get(singular, singular)


_PLURALS = {noun.singular: noun.form for noun in _NOUNS.values() if noun.many}
