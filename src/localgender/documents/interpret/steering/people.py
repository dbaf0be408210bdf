"""How many people took part or are members, by sex where it is told; never who."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender import notation
from localgender.documents.interpret.printed import Printed
from localgender.model.council import Membership
from localgender.values.counts import Count

_BOUND = r"(?:понад|більше(?: ніж)?|більш (?:ніж|як)|не менше(?: ніж)?|щонайменше|близько|майже|до)"
_PEOPLE = r"(?:учасни\w+|осіб|особ[аиу]|член\w*|представни\w+|люд\w+|делегат\w*|депутат\w*|фахівц\w+)"
_ALONE = rf"(?P<alone>(?:{_BOUND}\s+)?\d{{1,4}}\+?)"
_NUMBER = rf"(?P<number>(?:{_BOUND}\s+)?\d{{1,4}}\+?)"
_CAME = r"взял\w+ участь|участь\b[^.\d]{0,60}\bвзял\w+|присутн\w+|зібрал\w+|об'єднал\w+|учасниками стали"
_TOOK_PART = re.compile(
    rf"(?:{_CAME})[^.\d]{{0,50}}?{_NUMBER}\s+(?P<who>{_PEOPLE})|присутн\w+\s*[:-]\s*{_ALONE}(?=\s*(?:[.;,(]|$))"
)
# «У тренінгах взяли участь 340 осіб» tells nothing of the meeting that hears it.
_OF_EVENT = re.compile(
    r"засідан|конференці|форум|кругл\w+ ст[оі]л|нарад|(?<!\w)(?:заході|захід)(?!\w)|присутн|учасниками стали"
    r"|^\W*(?:участь\s+взял|взял\w+\s+участь)"
)
_MEMBERS = re.compile(
    rf"(?:склад\w*[^.\d]{{0,80}}?(?:вход\w+|увійш\w+|налічу\w+|[-:])|налічує"
    rf"|складається з)[^.\d]{{0,30}}?{_NUMBER}\s+{_PEOPLE}"
)
_SEXES = {
    "women": re.compile(r"(?P<number>\d{1,4})\s+жін"),
    "men": re.compile(r"(?P<number>\d{1,4})\s+чолові"),
}
_AMONG = re.compile(r"(?:серед них|серед яких|зокрема|у тому числі|в тому числі)\s*:?\s*-?\s*")
_GROUP = re.compile(
    r",\s+(?=(?:представни|депутат|керівни|фахівц|спеціаліст|член|працівни|голов|старост|директор|експерт|активіст)\w*)"
)


def took_part(sentence: Printed) -> tuple[Membership, Printed] | None:
    """Return how many took part; None when the sentence does not tell, or tells it of something else."""
    if not _OF_EVENT.search(sentence.folded):
        return None
    return _counted(sentence, _TOOK_PART)


def members(sentence: Printed) -> tuple[Membership, Printed] | None:
    """Return how many members a council has; None when the sentence does not tell."""
    return _counted(sentence, _MEMBERS)


def _counted(sentence: Printed, pattern: re.Pattern[str]) -> tuple[Membership, Printed] | None:
    found = pattern.search(sentence.folded)
    if found is None:
        return None
    women, men = (_of_sex(sentence.folded, sex, found.end()) for sex in ("women", "men"))
    # «Чоловік» alone may mean people of either sex.
    printed = found.groupdict().get("alone") or found["number"]
    counted = Membership(None, notation.count(printed), women=women, men=men if women else None)
    return counted, sentence.part(*found.span())


def _of_sex(folded: str, sex: str, at: int) -> Count | None:
    found = _SEXES[sex].search(folded, at)
    return Count(int(found["number"])) if found else None


def represented(sentence: Printed) -> Iterator[str]:
    """Yield the sorts of people that a sentence lists among those who took part."""
    among = _AMONG.search(sentence.folded)
    if among is None:
        return
    rest = sentence.text[among.end() :].rstrip(" .")
    begin = 0
    for cut in _GROUP.finditer(rest.lower()):
        yield rest[begin : cut.start()]
        begin = cut.end()
    yield rest[begin:]
