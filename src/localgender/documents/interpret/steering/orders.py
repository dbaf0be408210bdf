"""Orders and resolutions that are no minutes: their numbered points are what the authority decided."""

from __future__ import annotations

import re

from localgender import notation
from localgender.documents.interpret.steering import councils
from localgender.documents.interpret.steering.account import Account
from localgender.documents.interpret.steering.blocks import Block
from localgender.documents.interpret.steering.decided import decision
from localgender.documents.interpret.steering.headings import Section
from localgender.model.council import DecisionKind
from localgender.values.acts import LegalAct

_ORDER = re.compile(
    r"(?:проєкт\s+|проект\s+)?(?P<kind>розпорядження|рішення|наказ|постанова)(?![\w'])(?!\s*:)"
)
_LONGEST = 200


def take(block: Block, account: Account) -> bool:
    """Read the heading, the subject and the points of an order; tell whether the line is one of them."""
    if account.meeting is not None or account.drafts.councils:
        return False
    if account.order is None:
        account.order = _headed(block, account)
        return account.order is not None
    if not account.drafts.decisions and not account.pending and block.whole.folded.startswith("про "):
        account.ledger.furnish("heading", block.whole)
        return True
    if block.mark[:1].isdigit() and account.section is Section.NONE and _decides(block):
        account.section = Section.DECIDED
    return False


def _headed(block: Block, account: Account) -> LegalAct | None:
    """Return the act that a line heads: «РОЗПОРЯДЖЕННЯ міського голови від 12.03.2024 № 45», or «РІШЕННЯ»."""
    found = _ORDER.match(block.whole.folded)
    if found is None or len(block.whole.text) > _LONGEST:
        return None
    cited = notation.acts(block.whole.text)
    alone = found.end() == len(block.whole.text.rstrip()) and block.whole.text.isupper()
    if alone:
        account.ledger.furnish("heading", block.whole)
        return LegalAct(found["kind"])
    # What a council decided is told of its meeting.
    if len(cited) != 1 or cited[0][1] > found.start("kind") or councils.council_in(block.whole):
        return None
    account.ledger.furnish("heading", block.whole)
    return cited[0][0]


def _decides(block: Block) -> bool:
    return decision(block.printed).value.kind is not DecisionKind.OTHER
