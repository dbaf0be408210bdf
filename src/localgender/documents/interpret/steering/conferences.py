"""Conferences, forums and round tables as sentences tell of them."""

from __future__ import annotations

import re

from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.steering.actors import body_names
from localgender.documents.interpret.steering.cited import cited_in
from localgender.documents.interpret.steering.days import days_in, incomplete_day
from localgender.documents.interpret.steering.drafts import ConferenceDraft, Item
from localgender.model.council import Conference, Recommendation
from localgender.notation.body_cases import nominative
from localgender.values.texts import text as one_spelling

_NOUN = r"(?:конференці\w+|форум\w*|кругл\w+ ст[оі]л\w*|саміт\w*)"
_EVENT = re.compile(rf"(?P<kind>(?:[\w'-]+(?:у|а|ий|ої|ого|ою|ий)\s+){{0,3}}{_NOUN})(?!\w)")
_HELD = re.compile(r"(?<!\w)(?:проведен|відбу(?:л|в)|пройш|провел|організован|організува)\w*")
_NAMED = re.compile(r"\s*\"(?P<topic>[^\"]+)\"")
_TOPIC = re.compile(r'(?:на тему|за темою|на тематику|під назвою)\s*:?\s*"(?P<topic>[^"]+)"')
_HELD_NEXT = r"(?=[,;.]|\s+(?:проведен|відбу|пройш|організован)\w*)"
_INITIATOR = re.compile(rf"(?:за|з) ініціатив(?:ою|и)\s+(?P<who>[^,;.]+?){_HELD_NEXT}")
_SUPPORT = re.compile(rf"(?:за|при) підтрим(?:ки|кою|ці)\s+(?P<who>[^,;.]+?){_HELD_NEXT}")
_PURPOSE = re.compile(
    r"мет(?:а|ою)\s+(?:\w+\s+){0,2}(?:заходу|конференції|форуму|зустрічі|столу)(?:\s+(?:є|стал\w+|було?))?\s*[-:]?\s*(?P<what>.+)"
)
_RECOMMENDED = re.compile(r"(?<!\w)(?:рекомендовано|рекомендували)\s*:?\s+(?=\w)")
RECOMMENDS = re.compile(
    r"рекомендаці\w+[^.]*:\s*$|рекомендован\w*[^.]*:\s*$|рекомендаці\w+\s*(?:конференції|форуму|учасни\w+)?\s*:?\s*$"
)


def conference_in(sentence: Printed) -> ConferenceDraft | None:
    """Return the conference that a sentence says was held; None when it says no such thing."""
    held, days = _HELD.search(sentence.folded), days_in(sentence.text)
    event = _EVENT.search(sentence.folded)
    vague = None if days else incomplete_day(sentence.text)
    if not (held and event and (len(days) == 1 or vague)):
        return None
    kind = nominative(sentence.text[slice(*event.span("kind"))].strip(), bent=held.start() < event.start())
    parts = [("date", sentence.part(start, stop)) for _, start, stop in days]
    said: dict[str, str] = {}
    named = _NAMED.match(sentence.folded, event.end())
    told = (("topic", _TOPIC.search(sentence.folded) or named, "topic"),)
    for name, found, group in (*told, ("initiator", _INITIATOR.search(sentence.folded), "who")):
        if found:
            said[name] = sentence.text[slice(*found.span(group))]
            parts.append((name, sentence.part(*found.span(group))))
    support = _SUPPORT.search(sentence.folded)
    if support:
        parts.append(("supporters", sentence.part(*support.span("who"))))
    supporters = body_names(sentence.text[slice(*support.span("who"))]) if support else ()
    value = Conference(
        one_spelling(kind),
        date=days[0][0] if days else None,
        topic=said.get("topic"),
        initiator=said.get("initiator"),
        supporters=supporters,
    )
    return ConferenceDraft(value, sentence, parts, undated=sentence.part(*vague) if vague else NOTHING)


def recommendation(printed: Printed) -> Item:
    """Read one recommendation."""
    cited = cited_in(printed.text)
    value = Recommendation(printed.words or "", concerns=[each for each, _, _ in cited])
    return Item(value, printed, [("concerns", printed.part(start, stop)) for _, start, stop in cited])


def recommended_in(sentence: Printed) -> list[Item]:
    """Return what a sentence itself recommends, parted by semicolons; nothing when it recommends nothing."""
    found = _RECOMMENDED.search(sentence.folded)
    if found is None:
        return []
    begin, items = found.end(), []
    for stop in [*(cut.start() for cut in re.finditer(";", sentence.text)), len(sentence.text)]:
        if stop > begin and (part := sentence.part(begin, stop)):
            items.append(recommendation(part.part(0, len(part.text.rstrip(" .")))))
            begin = stop + 1
    return items


def purpose_in(sentence: Printed) -> Printed | None:
    """Return what an event was held for, where a sentence says so."""
    found = _PURPOSE.match(sentence.folded)
    return sentence.part(*found.span("what")) if found else None
