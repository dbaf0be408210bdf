"""Councils and their meetings as sentences name them: who met, when, under which number."""

from __future__ import annotations

import re

from attrs import frozen
from pendulum import Date

from localgender import notation
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering.actors import capital, is_body_noun
from localgender.documents.interpret.steering.days import days_in
from localgender.notation.body_cases import nominative, noun_of
from localgender.notation.dates import MONTH
from localgender.values.texts import text as one_spelling

_ADJECTIVES = r"(?:(?!року\s)[\w'-]+(?:ої|ою|ій|а|у|і)\s+(?:(?:та|і)\s+)?){0,5}?"
_HEAD = (
    r"(?:(?:координаційн|дорадч|консультативн|експертн|громадськ)(?:а|ої|у|ою|ій|о)\s+"
    r"(?:(?:та|і|-)\s*)?(?:[\w'-]+\s+){0,2}?рад(?:а|и|у|і|ою)"
    r"|(?:[\w'-]+(?:ої|ою|ій|а|у)\s+)*комісі(?:я|ї|ю|єю)|робоч\w+\s+груп(?:а|и|у|і|ою)"
    r"|рад(?:а|и|у|і|ою)(?=\s+(?:з питань|із питань|з гендерн|із забезпечен|з рівн))|коордрад(?:а|и|у|і|ою))"
)
_TAIL_ENDS = (
    r"(?=[.;:!?]|$|,\s+(?:на|де|як\w*|під|за|присвяч\w+|котр\w+|що)\b"
    r"|\s+(?:відбу\w+|проведен\w+|провел\w+|пров[іе]в|пройш\w+|під головув\w+"
    r"|під керівн\w+|за участ\w+|на яко\w+|було"
    r"|розгля\w+|заслуха\w+|зібрал\w+|від(?=\s+\d)|не(?=\s)|налічу\w+|у складі|в складі|увійш\w+|вход\w+|"
    rf"\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{1,2}}\s+{MONTH}|№)(?!\w))"
)
_COUNCIL = re.compile(rf"(?<![\w-])(?P<name>{_ADJECTIVES}{_HEAD}(?:\s[^;]*?)??){_TAIL_ENDS}")
_MET = re.compile(r"засіданн")
# Decisions are also published alone, headed by whose they are and of which day.
_DECISION_OF = re.compile(r"рішення\s+(?:[\w-]+\s+){0,3}?(?:рад|комісі|груп)\w+\b.*\d{4}")
_HELD = re.compile(r"відбу(?:л|в)|проведен|провел|пров[іе]в|пройш|зібрал|протокол|розпочал")
# A meeting that is announced, put off or failed has not been held.
_NOT_HELD = re.compile(
    r"відбудет|запланован|планує|відкладен|перенес|скасова|призначен|запрошу"
    r"|(?<!\w)не\s+(?:відбу|прове|проводи|зібра)|буде\s+(?:проведен|розглян)|проведуть|проведе(?!н)"
)
_HOW_MANY = re.compile(r"(?<!№ )(?P<count>\b\d{1,3})\s+(?:засіданн\w*|засідань)")
_MINUTES = re.compile(r"протокол\w*\s[^№]*№\s*(?P<number>[\w/.-]*\w)")
_PUBLISHED = re.compile(r"(?:опублікован|оприлюднен|дата публікації|розміщен)\w*\s*:?\s*")
_ORDINARY = re.compile(r"^(?:(?:чергов|позачергов|перш|друг|розширен|спільн|онлайн|виїзн)\w*\s+)+")
_OF_MEETING = re.compile(r"(?:(?:на|під час|після|до|перед|за підсумками)\s+)?(?:\w+\s+)?засіданн\w*\s+")
_AUTHORITY = re.compile(r"(?:міськ|сільськ|селищн|обласн|районн|верховн)\w+\s+рад")
_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")
_COUNCILS = frozenset({"рада", "комісія", "група", "член"})
_SHORT = re.compile(r"коордрад\w+|(?:рад|комісі|груп)\w{1,3}")


@frozen
class Met:
    """What a sentence tells of a meeting.

    Attributes:
        name: Name of the council in the nominative; None when it only says «рада» or nothing.
        named: Where the name stands.
        date: Day, with where it stands.
        number: Number of the minutes.
        count: How many meetings it tells of, where a number is printed.
    """

    name: str | None
    named: Printed | None
    date: tuple[Date, Printed] | None
    number: tuple[str, Printed] | None = None
    count: tuple[int, Printed] | None = None


def meeting_in(sentence: Printed) -> Met | None:
    """Return what a sentence tells of a meeting; None when it is about something else."""
    folded = sentence.folded
    if not (_MET.search(folded) or _DECISION_OF.match(folded)) or _NOT_HELD.search(folded):
        return None
    found = council_in(sentence)
    minutes, several = _MINUTES.search(folded), _HOW_MANY.search(folded)
    days = days_in(sentence.text)
    if not found and (not _HELD.search(folded) or _is_of_others(sentence)):
        return None
    date = (days[0][0], sentence.part(days[0][1], days[0][2])) if len(days) == 1 else None
    return Met(
        found[0] if found else None,
        found[1] if found else None,
        date,
        (_number(sentence, minutes), sentence.part(*minutes.span("number"))) if minutes else None,
        (int(several["count"]), sentence.part(*several.span())) if several else None,
    )


def _is_of_others(sentence: Printed) -> bool:
    """Tell whether a sentence names another body whose meeting it may be about."""
    if _AUTHORITY.search(sentence.folded):
        return True
    nouns = (noun_of(word) for word in _WORD.findall(sentence.text))
    return any(noun is not None and noun[0] not in _COUNCILS and is_body_noun(noun[0]) for noun in nouns)


def _number(sentence: Printed, minutes: re.Match[str]) -> str:
    return sentence.text[slice(*minutes.span("number"))]


def council_in(sentence: Printed) -> tuple[str | None, Printed] | None:
    """Find the council that a sentence names, in the nominative; the name of a mere «рада» is None."""
    found = _COUNCIL.search(sentence.folded)
    if found is None:
        return None
    start, stop = found.span("name")
    ordinary = _ORDINARY.match(sentence.folded[start:stop])
    start += ordinary.end() if ordinary else 0
    if meets := _OF_MEETING.match(sentence.folded[start:stop]):
        start += meets.end()
    printed = sentence.text[start:stop]
    if _SHORT.fullmatch(sentence.folded[start:stop]):
        return None, sentence.part(start, stop)
    plain = printed.lower() if printed.isupper() else printed
    name = nominative(one_spelling(plain), bent=_is_bent(sentence.folded[start:stop]))
    return capital(name), sentence.part(start, stop)


def _is_bent(folded: str) -> bool:
    return re.match(r"(?:[\w'-]+\s+)*?(?:рада|комісія|група)\b", folded) is None


def published_in(line: Printed) -> tuple[Date, Printed] | None:
    """Return the day on which a page was published, where a line says so."""
    label = _PUBLISHED.match(line.folded)
    days = [day for day in notation.dates(line.text) if label and label.end() <= day[1] <= label.end() + 4]
    return (days[0][0], line.part(days[0][1], days[0][2])) if len(days) == 1 else None
