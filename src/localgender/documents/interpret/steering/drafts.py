"""What has been understood so far, each thing with the words it was read from."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from localgender.documents.interpret.printed import NOTHING, Printed


@define(eq=False)
class Item:
    """Value with the words it was read from, those of its parts, and what is doubtful among them."""

    value: Any
    printed: Printed = NOTHING
    parts: list[tuple[str, Printed]] = field(factory=list)
    doubts: list[Printed] = field(factory=list, kw_only=True)


@define(eq=False)
class BodyDraft(Item):
    """Body whose duties are being read."""

    duties: list[Item] = field(factory=list)


@define(eq=False)
class MeetingDraft(Item):
    """Meeting of which more is being read; `undated` tells a day that is not told completely."""

    agenda: list[Item] = field(factory=list)
    heard: list[Item] = field(factory=list)
    decisions: list[Item] = field(factory=list)
    undated: Printed = NOTHING


@define(eq=False)
class CouncilDraft(Item):
    """Council whose meetings are being read."""

    meetings: list[MeetingDraft] = field(factory=list)


@define(eq=False)
class ConferenceDraft(Item):
    """Conference of which more is being read; `undated` as of a meeting."""

    recommendations: list[Item] = field(factory=list)
    undated: Printed = NOTHING


@define(eq=False)
class Drafts:
    """Everything understood, in the document's order."""

    bodies: list[BodyDraft] = field(factory=list)
    councils: list[CouncilDraft] = field(factory=list)
    conferences: list[ConferenceDraft] = field(factory=list)
    decisions: list[Item] = field(factory=list)
