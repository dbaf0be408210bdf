"""Sentences outside minutes: councils created, meetings held, what was heard and decided, conferences."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve

from localgender import notation
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering import conferences, councils, duties, people
from localgender.documents.interpret.steering.account import Account, same_council
from localgender.documents.interpret.steering.days import days_in
from localgender.documents.interpret.steering.decided import decision
from localgender.documents.interpret.steering.drafts import (
    ConferenceDraft,
    Item,
)
from localgender.documents.interpret.steering.headings import Section
from localgender.documents.interpret.steering.hearing import heard_in
from localgender.notation.body_cases import nominative
from localgender.values.acts import LegalAct

_CREATED = re.compile(r"(?<!\w)(?:створено|утворено|створена|утворена|створили|створив)(?!\w)")
_ITSELF = re.compile(r"(?:рад|комісі|коордрад|груп)\w{1,2}\s")
_AIM = re.compile(r"(?:з метою|для)\s+(?P<what>.+)")
_DECIDED = re.compile(
    r"(?:прийнят\w*|прийняли|ухвален\w*|ухвалили)\s+(?:\w+\s+){0,2}?рішення\s*:?\s*"
    r"|(?<!\w)(?:вирішено|вирішили|вирішила|ухвалено|ухвалили|ухвалила|постановлено|постановили|постановила)\s*:?\s*"
    r"|(?<!\w)(?=(?:доручено|рекомендовано|доручили|рекомендували)\s)"
)
_MORE = re.compile(
    r";\s+|,?\s+а також\s+(?=доруч|рекоменд|затверд|\w+ити\s|\w+ати\s)"
    r"|,\s+(?=(?:доручити|рекомендувати|затвердити)\s)"
)
_SESSION = re.compile(r"сесі(?:ї|я|єю)\w*\s+(?P<body>[\w'’-]+(?:\s+[\w'’-]+){0,2}?\s+рад\w+)")
_RESOLVED = re.compile(r"(?:прийня\w+|ухвал\w+)\s+(?:\w+\s+){0,2}?рішення\s+(?P<what>про\s+.+)")


def take(sentence: Printed, account: Account) -> bool:
    """Read one sentence; tell whether it was understood. Its words are then claimed or set aside."""
    alone = any(step(sentence, account) for step in _ALONE)
    # One sentence may tell of a meeting, of who came, and of what was heard and decided.
    if alone or any([step(sentence, account) for step in _TOGETHER]):  # noqa: C419 - every one is asked
        account.ledger.furnish("sentence", sentence)
        return True
    return False


def _published(sentence: Printed, account: Account) -> bool:
    found = councils.published_in(sentence)
    if found is None:
        return False
    account.published = found[1]
    return True


def _created(sentence: Printed, account: Account) -> bool:
    created = _CREATED.search(sentence.folded)
    named = councils.council_in(sentence) if created else None
    # «Раду створено» speaks of the council named before.
    itself = _ITSELF.match(sentence.folded) if created else None
    draft = account.council_named(*named) if named else account.council if itself else None
    if not created or draft is None:
        return False
    cited = notation.acts(sentence.text)
    first = min([created.start(), *(start for _, start, _ in cited)])
    if len(cited) == 1:
        draft.value = evolve(draft.value, body=evolve(draft.value.body, act=cited[0][0]))
        draft.parts.append(("act", sentence.part(cited[0][1], cited[0][2])))
    if (aim := _AIM.match(sentence.folded)) and aim.start("what") < first:
        purpose = sentence.part(aim.start("what"), first)
        draft.value = evolve(draft.value, purpose=(purpose.words or "").rstrip(" ,"))
        draft.parts.append(("purpose", purpose))
    return True


def _session(sentence: Printed, account: Account) -> bool:
    session, resolved = _SESSION.search(sentence.folded), _RESOLVED.search(sentence.folded)
    days = days_in(sentence.text)
    if not (session and resolved and len(days) == 1):
        return False
    body = nominative(sentence.text[slice(*session.span("body"))], bent=True)
    item = decision(_trimmed(sentence.part(*resolved.span("what"))))
    acts = notation.acts(sentence.text)
    act = acts[0][0] if len(acts) == 1 else LegalAct("рішення")
    value = evolve(item.value, act=evolve(act, date=days[0][0], body=act.body or body))
    parts = [
        *item.parts,
        ("act", sentence.part(days[0][1], days[0][2])),
        ("act", sentence.part(*session.span("body"))),
    ]
    account.drafts.decisions.append(Item(value, item.printed, parts))
    return True


def _conference(sentence: Printed, account: Account) -> bool:
    found = conferences.conference_in(sentence)
    if found is None:
        return False
    account.conference = found
    account.drafts.conferences.append(found)
    return True


def _purpose(sentence: Printed, account: Account) -> bool:
    purpose = conferences.purpose_in(sentence)
    if purpose is None or account.conference is None:
        return False
    account.conference.value = evolve(account.conference.value, purpose=(purpose.words or "").rstrip("."))
    account.conference.parts.append(("purpose", purpose))
    return True


def _recommends(sentence: Printed, account: Account) -> bool:
    if account.conference is None:
        return False
    if conferences.RECOMMENDS.search(sentence.folded):
        account.section = Section.RECOMMENDED
        return True
    listed = conferences.recommended_in(sentence)
    account.conference.recommendations += listed
    return bool(listed)


def _attendance(sentence: Printed, account: Account) -> bool:
    found = people.took_part(sentence)
    draft = account.conference or account.meeting
    if found is None or draft is None or draft.value.attendance is not None:
        return False
    counted, printed = found
    draft.parts.append(("attendance", printed))
    if isinstance(draft, ConferenceDraft):
        draft.value = evolve(draft.value, attendance=counted.count, represented=people.represented(sentence))
        return True
    present = [counted] if counted.women or counted.men else []
    draft.value = evolve(draft.value, attendance=counted.count, present=present)
    return True


def _members(sentence: Printed, account: Account) -> bool:
    found, named = people.members(sentence), councils.council_in(sentence)
    council = account.council_named(*named) if found and named else account.council
    if found is None or council is None:
        return False
    council.value = evolve(council.value, membership=found[0])
    council.parts.append(("membership", found[1]))
    return True


def _meeting(sentence: Printed, account: Account) -> bool:
    found = councils.meeting_in(sentence)
    return found is not None and account.met(found, sentence)


def _decided(sentence: Printed, account: Account) -> bool:
    cue = _DECIDED.search(sentence.folded)
    if cue is None or account.meeting is None:
        return False
    rest = sentence.part(cue.end())
    if not rest:
        account.section = Section.DECIDED
        return sentence.text.rstrip().endswith(":")
    begin = 0
    for cut in [*_MORE.finditer(rest.folded), None]:
        stop = cut.start() if cut else len(rest.text)
        if cut and rest.folded.count('"', 0, stop) % 2:
            continue
        account.meeting.decisions.append(decision(_trimmed(rest.part(begin, stop))))
        begin = cut.end() if cut else stop
    return True


def _heard(sentence: Printed, account: Account) -> bool:
    if account.meeting is None:
        return False
    decided = _DECIDED.search(sentence.folded)
    items = heard_in(sentence.part(0, decided.start()) if decided else sentence)
    account.meeting.heard += items
    return bool(items)


def _charged(sentence: Printed, account: Account) -> bool:
    found = duties.charged(sentence)
    for draft in found:
        account.body_named(draft)
    return bool(found)


def _introduced(sentence: Printed, account: Account) -> bool:
    found = duties.introduced(sentence)
    if found is None:
        return False
    # «Завдання Центру» speaks of the centre that a line above names in full.
    full = next((name for name in account.named if same_council(found.value.name, name)), None)
    if full and " " not in found.value.name:
        found.value = evolve(found.value, name=full)
        found.parts.append(("name", account.named[full]))
    account.body = account.body_named(found)
    account.section = Section.DUTIES
    return True


def _trimmed(printed: Printed) -> Printed:
    """Leave out the sign that ends a sentence."""
    return printed.part(0, len(printed.text.rstrip(" .;,")))


_Step = Callable[[Printed, Account], bool]
_ALONE: tuple[_Step, ...] = (_published, _introduced, _session, _purpose, _recommends, _charged)
_TOGETHER: tuple[_Step, ...] = (_created, _meeting, _conference, _members, _attendance, _heard, _decided)
