"""Changes in words: what each kind is called, and one sentence a change, in Ukrainian or English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from localgender.questions.compare.changes import Change, ChangeKind
from localgender.showing.catalogue import Said, language_of
from localgender.showing.figures import unit_for
from localgender.showing.kinds import words_of
from localgender.showing.messages import shortened
from localgender.showing.names import source_name
from localgender.showing.wording import SILENCE, phrase
from localgender.values.money import Money, Unit
from localgender.values.percents import Percent
from localgender.values.refs import Ref

_BECAME = Said("{about}: was “{old}”, is now “{new}”.")
_FIGURES = Said("{about}: was {old}, is now {new}.")
_ADDED, _REMOVED = Said("{about}: added {added}."), Said("{about}: removed {removed}.")
_BOTH = Said("{about}: added {added}; removed {removed}.")
_SETS = (_BOTH, _ADDED, _REMOVED)

# Of several sentences the first is said whose words are all known.
_KINDS: Mapping[ChangeKind, tuple[Said, tuple[Said, ...]]] = {
    ChangeKind.ADDED: (Said("Added"), (Said("{about} is new: “{new}”."), Said("{about} is new."))),
    ChangeKind.REMOVED: (Said("Removed"), (Said("{about} is gone: “{old}”."), Said("{about} is gone."))),
    ChangeKind.MOVED: (
        Said("Moved"),
        (Said("{before} is now {about}: from {old} to {new}."), Said("{before} is now {about}.")),
    ),
    ChangeKind.RETITLED: (Said("Reworded"), (_BECAME,)),
    ChangeKind.TERM_CHANGED: (Said("Other terms"), (_FIGURES,)),
    ChangeKind.EXECUTORS_CHANGED: (Said("Other executors"), _SETS),
    ChangeKind.CONSENT_CHANGED: (
        Said("Executors by consent"),
        (
            Said("{about}: now by consent {added}; no longer by consent {removed}."),
            Said("{about}: now by consent {added}."),
            Said("{about}: no longer by consent {removed}."),
        ),
    ),
    ChangeKind.RESULTS_CHANGED: (Said("Other expected results"), (_BECAME,)),
    ChangeKind.TARGETS_CHANGED: (Said("Other targets of higher documents"), _SETS),
    ChangeKind.PLACE_CHANGED: (Said("Other places"), (_BECAME,)),
    ChangeKind.MONEY_CHANGED: (
        Said("Other money"),
        (Said("{about}: was {old}, is now {new} ({difference})."), _FIGURES),
    ),
    ChangeKind.SOURCE_CHANGED: (Said("Other sources of money"), (_FIGURES,)),
    ChangeKind.NEEDS_CHANGED: (Said("Other words for money"), (_BECAME,)),
    ChangeKind.ACTS_CHANGED: (Said("Other legal acts"), _SETS),
    ChangeKind.COMMUNITY_CHANGED: (Said("Other community"), (_BECAME,)),
    ChangeKind.PASSPORT_CHANGED: (Said("Other passport of the programme"), (_BECAME,)),
    ChangeKind.ISSUER_CHANGED: (Said("Other issuer"), (_BECAME,)),
    ChangeKind.PERCENT_CHANGED: (Said("Other percents"), (_FIGURES,)),
    ChangeKind.NARRATIVE_CHANGED: (Said("Other words on what was done"), (_BECAME,)),
    ChangeKind.REPORTED: (
        Said("Reported for the first time"),
        (Said("{about}: only the new side reports."),),
    ),
    ChangeKind.UNREPORTED: (Said("No longer reported"), (Said("{about}: only the old side reports."),)),
    ChangeKind.NOT_COMPARED: (
        Said("Not compared"),
        (
            Said("Unlike periods, so nothing is said of growth: {old} on the old side, {new} on the new."),
            Said("Only the old side has figures for {old}; they are compared with nothing."),
            Said("Only the new side has figures for {new}; they are compared with nothing."),
            Said("Figures without a period are compared with nothing."),
        ),
    ),
    ChangeKind.MISSING_IN_REPORT: (
        Said("Missing in the report"),
        (
            Said("{about} was due and is not reported: “{title}”."),
            Said("{about} is not reported: “{title}”."),
            Said("{about} is not reported."),
        ),
    ),
    ChangeKind.MISSING_IN_PLAN: (
        Said("Missing in the plan"),
        (
            Said("{about} is reported and not in the plan: “{title}”."),
            Said("{about} is reported and not in the plan."),
        ),
    ),
    ChangeKind.PLANNED_DIFFERENTLY: (
        Said("Planned twice differently"),
        (Said("{about}: planned once as {old} and once as {new} ({difference})."),),
    ),
}
# Of these a silent fact is left unsaid; of others it is told as silence.
_UNSAID = frozenset({ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.MOVED, ChangeKind.NOT_COMPARED})
_DOUBT = Said("{sentence} The titles are only {similarity} alike: it may be something else.")


@frozen
class Changed:
    """Change as a sentence, not yet in a language.

    >>> from localgender.values.refs import Ref
    >>> Changed(Change("moved", Ref.parse("2.4"), Ref.parse("2.3"))).said("uk")
    'Захід 2.4 тепер – захід 2.3.'
    """

    change: Change

    def said(self, language: str) -> str:
        """Say it in a language."""
        language = language_of(language)
        words = _words(self.change, language)
        template = next(each for each in _sentences(self.change) if words_of(each) <= words.keys())
        said = template.said(language, words)
        sentence = said[:1].upper() + said[1:]
        if self.change.similarity is None:
            return sentence
        alike = Percent(str(round(100 * self.change.similarity)))
        return _DOUBT.said(language, {"sentence": sentence, "similarity": phrase(alike, language)})


def called(kind: ChangeKind | str) -> Said:
    """Return what changes of a kind are called together."""
    return _KINDS[ChangeKind(kind)][0]


def _sentences(change: Change) -> tuple[Said, ...]:
    _, sentences = _KINDS[change.kind]
    # That a measure was due is said in other words, not with another fact.
    due = change.kind is not ChangeKind.MISSING_IN_REPORT or change.facts.get("due")
    return sentences if due else sentences[1:]


def _words(change: Change, language: str) -> dict[str, str]:
    """Say every fact in the language."""
    unit = unit_for(value for value in change.facts.values() if isinstance(value, Money))
    words = {
        "about": phrase(_about(change), language),
        "before": phrase(change.old_ref or change.new_ref, language),
    }
    for name, value in change.facts.items():
        unsaid = change.kind in _UNSAID or name in {"added", "removed"}
        if not (unsaid and value in (None, ())):
            words[name] = _fact(change.kind, name, value, language, unit)
    if isinstance(title := change.facts.get("old") or change.facts.get("new"), str):
        words["title"] = shortened(title)
    return words


def _about(change: Change) -> Ref | None:
    """Return what changed; a figure that is gone is named as the old side names it, of the new subject."""
    old, new = change.old_ref, change.new_ref
    if old and new and old.period and not new.period and not new.part:
        return new.to(old.part, period=old.period, source=old.source)
    return new or old


def _fact(kind: ChangeKind, name: str, value: Any, language: str, unit: Unit) -> str:
    if kind is ChangeKind.SOURCE_CHANGED:
        return "; ".join(source_name(each, language) or SILENCE for each in value)
    plus = "+" if name == "difference" and value > Money(0) else ""
    said = plus + phrase(value, language, unit)
    return shortened(said) if isinstance(value, str) else said
