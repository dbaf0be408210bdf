"""What follows from what was read: centres that duties name, charters that decisions join, the community."""

from __future__ import annotations

from localgender import notation
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering.actors import kind_of
from localgender.documents.interpret.steering.drafts import (
    BodyDraft,
    Drafts,
)
from localgender.model.bodies import Body, BodyKind
from localgender.model.charter import Commitment
from localgender.model.community import Community
from localgender.model.council import Decision, DecisionKind
from localgender.notation.executors import same_body
from localgender.values.refs import PLAN


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
