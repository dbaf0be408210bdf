"""Lines under the headings of minutes, and items of lists."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering import conferences, people, prose
from localgender.documents.interpret.steering.account import Account
from localgender.documents.interpret.steering.actors import begins_with_body
from localgender.documents.interpret.steering.blocks import Block, sentences
from localgender.documents.interpret.steering.decided import decision, is_label
from localgender.documents.interpret.steering.drafts import Item
from localgender.documents.interpret.steering.duties import duty
from localgender.documents.interpret.steering.headings import INFORMS, Section, is_attendance
from localgender.documents.interpret.steering.hearing import reported, told
from localgender.documents.interpret.steering.persons import spans
from localgender.model.council import AgendaItem, DecisionKind

_FULL_SIGNS = " .;,"
_LIST_OF_PEOPLE = 25
_LONG_NAME = 160


def under(block: Block, account: Account) -> bool:
    """Read a line under the heading it stands under; tell whether it belongs there."""
    step = _STEPS.get(account.section)
    return step is not None and step(block, account)


def _plain(printed: Printed) -> Printed:
    return printed.part(0, len(printed.text.rstrip(_FULL_SIGNS)))


def _present(block: Block, account: Account) -> bool:
    line = block.whole
    counted = people.took_part(line) if account.meeting else None
    if account.meeting and counted and account.meeting.value.attendance is None:
        value, _ = counted
        shown = [value] if value.women or value.men else []
        account.meeting.value = evolve(account.meeting.value, attendance=value.count, present=shown)
        account.meeting.parts.append(("attendance", line))
        return True
    named = is_attendance(line) or any(spans(line.text)) or len(line.text.split()) <= _LIST_OF_PEOPLE
    if named:
        account.ledger.furnish("attendance", line)
    return named


def _agenda(block: Block, account: Account) -> bool:
    if account.meeting is None:
        return False
    informs = INFORMS.search(block.printed.folded)
    if informs and informs.start() == 0:
        if not account.meeting.agenda:
            return False
        _note_informant(account, block.printed.part(informs.end()))
        account.ledger.furnish("label", block.whole)
        return True
    question = _plain(block.printed.part(0, informs.start()) if informs else block.printed)
    if not block.mark and not question.folded.startswith("про "):
        return False
    number = block.mark if block.mark not in {"", "-"} else None
    account.meeting.agenda.append(Item(AgendaItem(question.words or "", number), question))
    account.ledger.furnish("label", block.whole)
    if informs:
        _note_informant(account, block.printed.part(informs.end()))
    return True


def _note_informant(account: Account, informant: Printed) -> None:
    if account.meeting and informant:
        account.informed.append(reported(account.meeting.agenda[-1].printed, informant))


def _heard(block: Block, account: Account) -> bool:
    if account.meeting is None or not block.printed:
        return False
    item = told(_plain(block.printed))
    if not (item.value.by or item.value.role or re.search(r"\bпро\s", block.printed.folded)):
        return False
    account.meeting.heard.append(item)
    account.ledger.furnish("label", block.whole)
    return True


def _decided(block: Block, account: Account) -> bool:
    if account.meeting is None and account.order is None:
        return False
    if is_label(block.whole.text) and account.pending:
        number, printed = account.pending[-1]
        account.pending[-1] = (number, printed + block.whole)
        return True
    if not block.mark and decision(block.printed).value.kind is DecisionKind.OTHER:
        return False
    number = block.mark if block.mark not in {"", "-"} else None
    printed, *further = _each_decision(block.printed)
    if block.mark and account.lead and _is_below(account.lead[0], block.mark):
        printed = account.lead[1] + printed
        number = number or account.lead[0] or None
    elif printed.text.rstrip().endswith(":"):
        # «Доручити відділу освіти:» tells who, the items below tell what.
        account.lead = (number or "", block.printed)
        account.ledger.furnish("label", block.whole)
        return True
    else:
        account.lead = None
    account.pending += [(number, each) for each in (printed, *further)]
    account.ledger.furnish("label", block.whole)
    return True


def _each_decision(printed: Printed) -> list[Printed]:
    """Part the decisions of one paragraph; a sentence that decides nothing explains the one before."""
    parted: list[Printed] = []
    for sentence in sentences(printed):
        explains = is_label(sentence.text) or decision(sentence).value.kind is DecisionKind.OTHER
        if parted and explains:
            parted[-1] += sentence
        else:
            parted.append(sentence)
    return parted


def _is_below(lead: str, mark: str) -> bool:
    """Tell whether an item stands below one that ends with a colon: numbered inside it, or anew from 1."""
    if mark == "-" or not lead or mark.startswith(f"{lead}."):
        return True
    return "." not in mark and "." not in lead and int(mark) != int(lead) + 1


def flush(account: Account) -> None:
    """Read the decisions of which every line has been seen."""
    read = [decision(_plain(printed), number) for number, printed in account.pending]
    if account.meeting:
        account.meeting.decisions += read
    elif account.order:
        for item in read:
            item.value = evolve(item.value, act=account.order)
        account.drafts.decisions += read
    account.pending = []
    account.lead = None


def _duty(block: Block, account: Account) -> bool:
    if not block.mark or account.body is None:
        return False
    account.body.duties.append(duty(_plain(block.printed)))
    account.ledger.furnish("label", block.whole)
    return True


def _recommended(block: Block, account: Account) -> bool:
    if not block.mark or account.conference is None:
        return False
    account.conference.recommendations.append(conferences.recommendation(_plain(block.printed)))
    account.ledger.furnish("label", block.whole)
    return True


def _spoke(block: Block, account: Account) -> bool:
    """Set aside who spoke, where a line begins with a post; what is said without one stays unread."""
    spoke = is_attendance(block.whole) or block.whole.folded.startswith("представни")
    if spoke:
        account.ledger.furnish("discussion", block.whole)
    return spoke


_STEPS: dict[Section, Callable[[Block, Account], bool]] = {
    Section.PRESENT: _present,
    Section.AGENDA: _agenda,
    Section.HEARD: _heard,
    Section.DECIDED: _decided,
    Section.DUTIES: _duty,
    Section.RECOMMENDED: _recommended,
    Section.SPOKE: _spoke,
}


def running(block: Block, account: Account) -> bool:
    """Read running text; tell whether any sentence of it was understood."""
    # Every sentence is read, for a later one may speak of what an earlier one named.
    understood = [prose.take(sentence, account) for sentence in sentences(block.whole)]
    if not any(understood) and _is_name(block.whole):
        account.named[block.whole.words or ""] = block.whole
    return any(understood)


def _is_name(line: Printed) -> bool:
    """Tell whether a line is nothing but the name of a body."""
    ended = re.search(r"[.;:!?]\s*$", line.text)
    return (
        not ended and len(line.text) <= _LONG_NAME and line.text[:1].isupper() and begins_with_body(line.text)
    )
