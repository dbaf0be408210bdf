"""Headings of minutes, and the lines of a page that carry nothing."""

from __future__ import annotations

import re
from enum import StrEnum

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.words import POSTS, begins
from localgender.notation.folding import stems


class Section(StrEnum):
    """Part of minutes, or of a page, that the lines belong to."""

    NONE = ""
    PRESENT = "present"
    AGENDA = "agenda"
    HEARD = "heard"
    SPOKE = "spoke"
    DECIDED = "decided"
    DUTIES = "duties"
    RECOMMENDED = "recommended"


_WORDS = {
    Section.PRESENT: "присутні|відсутні|запрошені|були присутні|члени ради|члени комісії|взяли участь",
    Section.AGENDA: "порядок денний|порядок денний засідання|на порядку денному|питання порядку денного",
    Section.HEARD: "слухали|слухала|заслухали|заслухано|доповідав|доповідала|доповідач|доповідачка",
    Section.SPOKE: "виступили|виступив|виступила|обговорили|обговорення|в обговоренні взяли участь",
    Section.DECIDED: "вирішили|вирішила|вирішено|ухвалили|ухвалила|ухвалено|постановили|постановлено|рішили"
    "|рішення|ухвалили рішення|прийняли рішення",
    Section.RECOMMENDED: "рекомендації|рекомендували|рекомендації конференції|рекомендації учасників",
}
_LEAD = (
    r"(?:(?:по|з|із|щодо)\s+[\w'-]+\s+питанн\w+(?:\s+порядку денного)?\s*[,:.-]?\s*)?"
    r"(?:комісія|рада|координаційна рада)?\s*"
)
_HEADINGS = tuple(
    (
        section,
        re.compile(
            rf"{_LEAD}(?:{words})(?:\s+на засіданні)?\s*(?:\((?:ли|ла)\)\s*)?(?P<end>:|[.-]?\s*$|-\s)"
        ),
    )
    for section, words in _WORDS.items()
)
_HEARD_AT_ONCE = re.compile(rf"{_LEAD}слухали\s+")
INFORMS = re.compile(r"(?:інформу\w+|доповіда\w+|доповідач\w*|інформація)\s*[:–—-]\s*")
_VOTES = re.compile(r"(?:голосувал|результати голосування|\"?за\"?\s*[-:]\s*\d)")
_CHAIR = re.compile(
    r"(?:голову(?:вав|вала|є|юч)|веде засідання|секретар\w*|голова (?:засідання|ради|комісії))\b"
)
_CHAIRED = re.compile(r"(?:головував|головувала|головуюч\w+|веде засідання|секретар\w*)\s*[:–—-]")
_BROWSER = re.compile(
    r"браузер|outdated browser|google chrome|mozilla|firefox|microsoft edge|safari|opera|internet explorer"
    r"|доступно для|windows|mac os|linux|людей використовує|цей сайт призначений|в режимі тестування"
    r"|вебпортал|всі права захищено|©|поділитись|поділитися|карта сайту|версія для друку"
)
_LINK = re.compile(r"\(?\s*(?:посилання[^:]{0,60}:\s*)?(?:https?://|www\.)\S+\s*\)?\.?")
_MENU_WORDS, _NOTICE_WORDS = 6, 15


def heading_of(line: Printed) -> tuple[Section, int] | None:
    """Return the section that a line opens, and where what it says begins; None for other lines."""
    for section, pattern in _HEADINGS:
        if found := pattern.match(line.folded):
            return section, found.end()
    heard = _HEARD_AT_ONCE.match(line.folded)
    return (Section.HEARD, heard.end()) if heard else None


def furniture_of(line: Printed) -> str | None:
    """Return the name of what carries nothing: menus, browser statistics, links, votes; None for the rest."""
    folded = line.folded
    if _LINK.fullmatch(folded):
        return "link"
    # A sentence of a report may name a browser too, but not so shortly.
    if _BROWSER.search(folded) and len(folded.split()) <= _NOTICE_WORDS:
        return "navigation"
    if _VOTES.match(folded):
        return "vote"
    if _CHAIRED.match(folded):
        return "attendance"
    return None


def is_menu(line: Printed) -> bool:
    """Tell whether a line outside the account reads as an entry of a menu: short, and no sentence."""
    return len(line.text.split()) <= _MENU_WORDS and re.search(r"[.;:!?]\s*$|\d{4}", line.text) is None


def is_signature(line: Printed) -> bool:
    """Tell whether a line is a post alone; the name of who holds it has been set aside."""
    return len(line.text.split()) <= _MENU_WORDS and begins(stems(line.text), POSTS)


def is_attendance(line: Printed) -> bool:
    """Tell whether a line names who was present or in the chair."""
    return _CHAIR.match(line.folded) is not None or begins(stems(line.text), POSTS)
