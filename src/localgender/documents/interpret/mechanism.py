"""Prose to a mechanism: who steers the policy, which councils met, what they heard and decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from attrs import evolve

from localgender import notation
from localgender.documents.grid import Document
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.steering import derived, minutes, orders
from localgender.documents.interpret.steering.account import Account
from localgender.documents.interpret.steering.blocks import Block, blocks
from localgender.documents.interpret.steering.decided import names_action
from localgender.documents.interpret.steering.drafts import ConferenceDraft, CouncilDraft, Item, MeetingDraft
from localgender.documents.interpret.steering.headings import (
    INFORMS,
    Section,
    furniture_of,
    heading_of,
    is_menu,
    is_signature,
)
from localgender.documents.interpret.steering.persons import without_persons
from localgender.documents.reading import Reading
from localgender.errors import ProseError
from localgender.model.community import Community
from localgender.model.council import Council
from localgender.model.mechanism import Mechanism
from localgender.values.refs import Ref, RefKind


def interpret_council(document: Document) -> Reading[Mechanism]:
    """Read a document as prose about bodies, councils, meetings and conferences.

    Names of persons are set aside and enter no value. What no notation of prose reads is unread.

    Args:
        document: Cells and paragraphs with places; rows of one or two cells are read as lines.

    Raises:
        ProseError: When the text tells of no body with duties, no council and no conference.
    """
    ledger = Ledger(document)
    account = Account(ledger)
    lines = [_nameless(block, ledger) for block in blocks(document) if not _is_signed(block, ledger)]
    understood = [_take(block, account) for block in lines]
    minutes.flush(account)
    _set_menus_aside(lines, understood, ledger)
    community = derived.community_of(ledger, [block.whole for block in lines])
    reading = ledger.close(_assembled(account, community))
    if not reading.value.by_ref:
        raise ProseError(document.name)
    return reading


def _is_signed(block: Block, ledger: Ledger) -> bool:
    """Set aside a post with its person at the end of minutes, and tell whether it was one."""
    whole = without_persons(block.whole, Ledger(ledger.document))
    named = whole.text != block.whole.text and not block.mark
    signed = named and (not whole or (is_signature(whole) and not names_action(whole.text)))
    if signed:
        ledger.furnish("signature", block.whole)
    return signed


def _nameless(block: Block, ledger: Ledger) -> Block:
    return Block(
        without_persons(block.printed, ledger),
        block.mark,
        without_persons(block.whole, Ledger(ledger.document)),
    )


def _take(block: Block, account: Account) -> bool:
    if not block.whole:
        return True
    if name := furniture_of(block.whole):
        account.ledger.furnish(name, block.whole)
        return False
    if orders.take(block, account):
        return True
    informs = account.section is Section.AGENDA and INFORMS.match(block.printed.folded)
    if not informs and (heading := heading_of(block.printed)):
        return _open(block, heading, account)
    if minutes.under(block, account):
        return True
    if account.section is not Section.NONE:
        minutes.flush(account)
        account.section = Section.NONE
    return minutes.running(block, account) or _is_dated(block, account)


def _open(block: Block, heading: tuple[Section, int], account: Account) -> bool:
    minutes.flush(account)
    section, at = heading
    account.section = section
    account.ledger.furnish(
        "heading", block.whole.part(0, len(block.whole.text) - len(block.printed.text) + at)
    )
    rest = block.printed.part(at)
    if not rest:
        return True
    # How many were present is read together with the heading.
    told = block.printed if section is Section.PRESENT else rest
    line = Block(told, "", told)
    return minutes.under(line, account) or minutes.running(line, account)


def _is_dated(block: Block, account: Account) -> bool:
    """Take the lone date of minutes, which stands on a line of its own below their title."""
    meeting, days = account.meeting, notation.dates(block.whole.text)
    if meeting is None or meeting.value.date or len(days) != 1 or len(block.whole.text.split()) > _DATE_LINE:
        return False
    printed = block.whole.part(days[0][1], days[0][2])
    if _CLOCK.search(block.whole.text):
        # A portal stamps the hour of publishing; the meeting may have been held on another day.
        account.published = account.published or printed
    else:
        meeting.value = evolve(meeting.value, date=days[0][0])
        meeting.parts.append(("date", printed))
    account.ledger.furnish("label", block.whole)
    return True


_DATE_LINE = 8
_CLOCK = re.compile(r"\b[0-2]?[0-9]:[0-5][0-9]\b")


def _set_menus_aside(lines: list[Block], understood: list[bool], ledger: Ledger) -> None:
    """Set aside short lines before the account begins and after it ends: they are the page, not the text."""
    at = [number for number, each in enumerate(understood) if each]
    for number, block in enumerate(lines):
        outside = not at or number < at[0] or number > at[-1]
        plain = block.whole and not understood[number] and not furniture_of(block.whole)
        if outside and plain and is_menu(block.whole):
            ledger.furnish("navigation", block.whole)


def _assembled(account: Account, community: Community | None) -> Mechanism:
    drafts, claimed = account.drafts, _Claims(account.ledger)
    first = next((meeting for council in drafts.councils for meeting in council.meetings), None)
    if account.published and first:
        day = notation.date(account.published.text)
        first.value = evolve(first.value, published=day)
        first.parts.append(("published", account.published))
    # Who informs on a question of the agenda is told once more under «Слухали», where that stands.
    if account.meeting and not account.meeting.heard:
        account.meeting.heard += account.informed
    bodies = [
        evolve(each.value, duties=claimed.all(RefKind.DUTY, each.duties))
        for each in claimed.kept(RefKind.BODY, [*drafts.bodies, *derived.overseen(drafts)])
    ]
    councils = [_council(each, claimed) for each in claimed.kept(RefKind.COUNCIL, drafts.councils)]
    conferences = [
        evolve(each.value, recommendations=claimed.all(RefKind.RECOMMENDATION, each.recommendations))
        for each in claimed.kept(RefKind.CONFERENCE, drafts.conferences)
    ]
    decided = claimed.all(RefKind.DECISION, drafts.decisions)
    return Mechanism(
        community,
        bodies=bodies,
        councils=councils,
        conferences=conferences,
        decisions=decided,
        commitments=derived.commitments(drafts, community),
    )


def _council(draft: CouncilDraft, claimed: _Claims) -> Council:
    meetings = [
        evolve(
            each.value,
            agenda=claimed.all(RefKind.AGENDA, each.agenda),
            heard=claimed.all(RefKind.HEARD, each.heard),
            decisions=claimed.all(RefKind.DECISION, each.decisions),
        )
        for each in claimed.kept(RefKind.MEETING, draft.meetings)
    ]
    council: Council = evolve(draft.value, meetings=meetings)
    return council


T = TypeVar("T", bound=Item)


class _Claims:
    """Numbers things through the document and claims the words each was read from."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.counts: dict[RefKind, int] = {}

    def all(self, kind: RefKind, items: Iterable[Item]) -> list[Any]:
        return [item.value for item in self.kept(kind, items)]

    def kept(self, kind: RefKind, items: Iterable[T]) -> Iterator[T]:
        for item in items:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            where = Ref(kind, nth=self.counts[kind])
            self.ledger.claim(where, item.printed)
            for name, printed in item.parts:
                self.ledger.claim(where.to(name), printed)
            self._note_day(item)
            for doubt in item.doubts:
                self.ledger.notice("executors-unsure", *doubt.places, text=doubt.words)
            yield item

    def _note_day(self, item: Item) -> None:
        if isinstance(item, MeetingDraft | ConferenceDraft) and item.value.date is None and item.undated:
            self.ledger.notice("date-incomplete", *item.undated.places, text=item.undated.words)
