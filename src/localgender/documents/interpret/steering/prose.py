"""Sentences outside minutes: councils created, meetings held, what was heard and decided, conferences."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve

from localgender import notation
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering import conferences, councils, duties, people
from localgender.documents.interpret.steering.actors import kind_of
from localgender.documents.interpret.steering.days import days_in
from localgender.documents.interpret.steering.decided import decision
from localgender.documents.interpret.steering.drafts import (
    BodyDraft,
    ConferenceDraft,
    CouncilDraft,
    Drafts,
    Item,
    MeetingDraft,
)
from localgender.documents.interpret.steering.headings import Section
from localgender.documents.interpret.steering.hearing import heard_in
from localgender.model.bodies import Body, BodyKind
from localgender.model.charter import Commitment
from localgender.model.community import Community
from localgender.model.council import Council, Decision, DecisionKind, Meeting
from localgender.notation.body_cases import nominative
from localgender.notation.executors import same_body
from localgender.notation.folding import stems
from localgender.values.acts import LegalAct
from localgender.values.counts import Count
from localgender.values.refs import PLAN

_CREATED = re.compile(r"(?<!\w)(?:створено|утворено|створена|утворена|створили|створив)(?!\w)")
_AIM = re.compile(r"(?:з метою|для)\s+(?P<what>.+)")
_DECIDED = re.compile(
    r"(?:прийнят\w*|прийняли|ухвален\w*|ухвалили)\s+(?:\w+\s+){0,2}?рішення\s*:?\s*"
    r"|(?<!\w)(?:вирішено|вирішили|ухвалено|ухвалили|постановлено|постановили)\s*:?\s*"
    r"|(?<!\w)(?=(?:доручено|рекомендовано|доручили|рекомендували)\s)"
)
_MORE = re.compile(
    r";\s+|,?\s+а також\s+(?=доруч|рекоменд|затверд|\w+ити\s|\w+ати\s)|,\s+(?=доручити"
    r"|рекомендувати|затвердити)"
)
_SESSION = re.compile(r"сесі(?:ї|я|єю)\w*\s+(?P<body>[\w'’-]+(?:\s+[\w'’-]+){0,2}?\s+рад\w+)")
_RESOLVED = re.compile(r"(?:прийня\w+|ухвал\w+)\s+(?:\w+\s+){0,2}?рішення\s+(?P<what>про\s+.+)")


class Account:
    """What the document has told so far, and what the next sentence is about."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.drafts = Drafts()
        self.council: CouncilDraft | None = None
        self.meeting: MeetingDraft | None = None
        self.conference: ConferenceDraft | None = None
        self.body: BodyDraft | None = None
        self.published: Printed | None = None
        self.section = Section.NONE
        self.named: dict[str, Printed] = {}
        self.informed: list[Item] = []
        self.pending: list[tuple[str | None, Printed]] = []
        self.lead: tuple[str, Printed] | None = None

    def body_named(self, draft: BodyDraft) -> BodyDraft:
        """Return the body of a name, known already or new."""
        for known in self.drafts.bodies:
            if same_body(known.value.name, draft.value.name):
                known.duties += draft.duties
                known.parts.append(("name", draft.printed))
                return known
        self.drafts.bodies.append(draft)
        return draft

    def council_named(self, name: str | None, printed: Printed | None) -> CouncilDraft | None:
        """Return the council of a name, the latest for a mere «рада», a new one for a new name."""
        if name is None:
            return self.council
        for known in self.drafts.councils:
            if _same_council(known.value.body.name, name):
                known.parts += [("name", printed)] if printed else []
                # A headline leaves out whose council it is.
                longer = max(known.value.body.name, name, key=len)
                known.value = evolve(known.value, body=evolve(known.value.body, name=longer))
                self.council = known
                return known
        self.council = CouncilDraft(Council(Body(name, BodyKind.COUNCIL)), printed or Printed())
        self.drafts.councils.append(self.council)
        return self.council

    def met(self, found: councils.Met, sentence: Printed) -> bool:
        """Note a meeting; tell whether its council is known."""
        council = self.council_named(found.name, found.named)
        if council is None:
            return False
        day = found.date[0] if found.date else None
        if found.count:
            council.value = evolve(council.value, meetings_stated=Count(found.count[0]))
            council.parts.append(("meetings_stated", found.count[1]))
            if day is None:
                return True
        meeting = next(
            (one for one in council.meetings if day is None or one.value.date in {None, day}), None
        )
        if meeting is None:
            meeting = MeetingDraft(Meeting(), sentence)
            council.meetings.append(meeting)
        self.meeting = meeting
        if found.date:
            meeting.value = evolve(meeting.value, date=day)
            meeting.parts.append(("date", found.date[1]))
        if found.number:
            meeting.value = evolve(meeting.value, number=found.number[0])
            meeting.parts.append(("number", found.number[1]))
        return True


def _same_council(one: str, other: str) -> bool:
    shorter, longer = sorted((stems(one), stems(other)), key=len)
    return longer[: len(shorter)] == shorter


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
    if not created or named is None or named[0] is None:
        return False
    draft = account.council_named(*named)
    assert draft is not None  # noqa: S101 - it has a name
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
    if account.conference is None or not conferences.RECOMMENDS.search(sentence.folded):
        return False
    account.section = Section.RECOMMENDED
    return True


def _attendance(sentence: Printed, account: Account) -> bool:
    found = people.took_part(sentence)
    draft = account.conference or account.meeting
    if found is None or draft is None:
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
    found = people.members(sentence)
    if found is None or account.council is None:
        return False
    account.council.value = evolve(account.council.value, membership=found[0])
    account.council.parts.append(("membership", found[1]))
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
    full = next((name for name in account.named if _same_council(found.value.name, name)), None)
    if full and " " not in found.value.name:
        found.value = evolve(found.value, name=full)
        found.parts.append(("name", account.named[full]))
    account.body = account.body_named(found)
    account.section = Section.DUTIES
    return True


def _trimmed(printed: Printed) -> Printed:
    """Leave out the sign that ends a sentence."""
    return printed.part(0, len(printed.text.rstrip(" .;,")))


def overseen(drafts: Drafts) -> list[BodyDraft]:
    """Return the centres and shelters that duties name and that are not known by themselves."""
    found: list[BodyDraft] = []
    for item in (each for body in drafts.bodies for each in body.duties):
        printed = next((part for name, part in item.parts if name == "oversees"), Printed())
        for name in item.value.oversees:
            known = [each.value.name for each in (*drafts.bodies, *found)]
            if kind_of(name) in _CARING and not any(same_body(name, one) for one in known):
                found.append(BodyDraft(Body(name, kind_of(name)), printed))
    return found


_CARING = frozenset([BodyKind.CENTRE, BodyKind.SHELTER])
_Step = Callable[[Printed, Account], bool]
_ALONE: tuple[_Step, ...] = (_published, _introduced, _session, _purpose, _recommends, _charged)
_TOGETHER: tuple[_Step, ...] = (_created, _meeting, _conference, _members, _attendance, _heard, _decided)


def commitments(drafts: Drafts, community: Community | None) -> list[Commitment]:
    """Return the charters that decisions of the authority join."""
    joined = [item.value for item in drafts.decisions if _joins(item.value)]
    return [Commitment(community, act=each.act) for each in joined] if community else []


def _joins(value: Decision) -> bool:
    return value.kind is DecisionKind.JOIN and any(each.kind == "charter" for each in value.concerns)


def community_of(ledger: Ledger, lines: list[Printed]) -> Community | None:
    """Return the community that a text names first."""
    for line in lines:
        if found := notation.community(line.text):
            name, kind, start, stop = found
            ledger.claim(PLAN.to("community"), line.part(start, stop))
            return Community(name, kind)
    return None
