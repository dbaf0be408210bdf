"""What a document has told so far: the council, meeting or conference that the next sentence is about."""

from __future__ import annotations

from attrs import evolve

from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering import councils
from localgender.documents.interpret.steering.days import incomplete_day
from localgender.documents.interpret.steering.drafts import (
    BodyDraft,
    ConferenceDraft,
    CouncilDraft,
    Drafts,
    Item,
    MeetingDraft,
)
from localgender.documents.interpret.steering.headings import Section
from localgender.model.bodies import Body, BodyKind
from localgender.model.council import Council, Meeting
from localgender.notation.executors import same_body
from localgender.notation.folding import stems
from localgender.values.acts import LegalAct
from localgender.values.counts import Count


class Account:
    """What the document has told so far, and what the next sentence is about.

    Attributes:
        named: Bodies that lines of their own name in full.
        informed: Who informs on the questions of the agenda.
        pending: Decisions whose lines are still being read, each with its number.
        lead: Number and words of a decision that tells who, while the items below it tell what.
        order: Order or resolution that the document is, where it is no minutes.
    """

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
        self.order: LegalAct | None = None

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
            if same_council(known.value.body.name, name):
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
        elif span := incomplete_day(sentence.text):
            meeting.undated = sentence.part(*span)
        if found.number:
            meeting.value = evolve(meeting.value, number=found.number[0])
            meeting.parts.append(("number", found.number[1]))
        return True


def same_council(one: str, other: str) -> bool:
    """Tell whether two names are one council, of which one name leaves the end out."""
    shorter, longer = sorted((stems(one), stems(other)), key=len)
    return longer[: len(shorter)] == shorter
