"""What a comparison says: single changes, each with both addresses and its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any, overload

from attrs import evolve, field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.findings import Facts, facts
from localgender.values.periods import Period
from localgender.values.refs import Ref, RefKind


class ChangeKind(StrEnum):
    """What is different on the new side; the last three are said of a plan and a report on it."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RETITLED = "retitled"
    TERM_CHANGED = "term-changed"
    EXECUTORS_CHANGED = "executors-changed"
    CONSENT_CHANGED = "consent-changed"
    RESULTS_CHANGED = "results-changed"
    TARGETS_CHANGED = "targets-changed"
    PLACE_CHANGED = "place-changed"
    MONEY_CHANGED = "money-changed"
    SOURCE_CHANGED = "source-changed"
    NEEDS_CHANGED = "needs-changed"
    ACTS_CHANGED = "acts-changed"
    COMMUNITY_CHANGED = "community-changed"
    PASSPORT_CHANGED = "passport-changed"
    ISSUER_CHANGED = "issuer-changed"
    PERCENT_CHANGED = "percent-changed"
    NARRATIVE_CHANGED = "narrative-changed"
    REPORTED = "reported"
    UNREPORTED = "unreported"
    NOT_COMPARED = "not-compared"
    MISSING_IN_REPORT = "missing-in-report"
    MISSING_IN_PLAN = "missing-in-plan"
    PLANNED_DIFFERENTLY = "planned-differently"


_MIRRORED = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.REPORTED: ChangeKind.UNREPORTED,
    ChangeKind.UNREPORTED: ChangeKind.REPORTED,
}
_FACTS = {"old": "new", "new": "old", "added": "removed", "removed": "added"}
_ORDER = {kind: rank for rank, kind in enumerate(ChangeKind)}


@frozen
class Change:
    """One thing that differs (зміна).

    Attributes:
        kind: What sort of change.
        old_ref: Where it stands on the old side; None for what is new.
        new_ref: Where it stands on the new side; None for what is gone.
        facts: `old` and `new`, or `added` and `removed`, as values; None is silence.
        similarity: How alike the titles are, from 0 to 1, where it is in doubt that both sides are the same
            measure or goal; None where it is not.
    """

    kind: ChangeKind = field(converter=ChangeKind)
    old_ref: Ref | None = None
    new_ref: Ref | None = None
    facts: Facts = field(factory=Facts, converter=facts)
    similarity: Fraction | None = None

    __repr__ = brief

    @property
    def doubtful(self) -> bool:
        """Whether both sides may be different things after all."""
        return self.similarity is not None

    @property
    def subject(self) -> Ref | None:
        """What changed, as the new side addresses it, or the old where it is gone; None when neither does."""
        where = self.new_ref or self.old_ref
        return where.subject if where else None

    def mirrored(self) -> Change:
        """Return the change as the other side sees it."""
        facts = {_FACTS.get(name, name): value for name, value in self.facts.items()}
        if "difference" in facts:
            facts["difference"] = -facts["difference"]
        return evolve(
            self,
            kind=_MIRRORED.get(self.kind, self.kind),
            old_ref=self.new_ref,
            new_ref=self.old_ref,
            facts=facts,
        )


def ref_order(where: Ref) -> tuple[Any, ...]:
    """Return what addresses are sorted by: the plan, goals and measures by number, targets, totals.

    >>> [str(each) for each in sorted(map(Ref.parse, ["total:1", "2.10", "2.9", "goal:2"]), key=ref_order)]
    ['goal:2', '2.9', '2.10', 'total:1']
    """
    kinds = {RefKind.PLAN: 0, RefKind.TARGET: 2, RefKind.TOTAL: 3}
    parts = where.code.parts if where.code else ()
    measure = where.kind is RefKind.MEASURE
    return (kinds.get(where.kind, 1), parts, measure, not where.coded, where.nth, where.path, str(where))


def _order(change: Change) -> tuple[Any, ...]:
    refs = [where for where in (change.new_ref, change.old_ref) if where]
    subject = tuple(ref_order(where.subject) for where in refs[:1])
    return (subject, _ORDER[change.kind], str(change.new_ref), str(change.old_ref), repr(change.facts))


def _sorted(value: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(value, key=_order))


@frozen(repr=False)
class Comparison(Sequence[Change]):
    """Everything that differs between two documents, in the order of the new one's numbers (порівняння).

    It is a sequence of its changes, and empty when nothing differs.

    Attributes:
        changes: What differs.
        totals: What follows from it for the money of each outermost goal and of the whole plan.
        periods: What the old and the new side report on; None for a plan or a silent report.
    """

    changes: tuple[Change, ...] = field(default=(), converter=_sorted)
    totals: tuple[Change, ...] = field(default=(), converter=_sorted)
    periods: tuple[Period | None, Period | None] = (None, None)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    @overload
    def __getitem__(self, which: int) -> Change: ...
    @overload
    def __getitem__(self, which: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, which: int | slice) -> Change | tuple[Change, ...]:
        return self.changes[which]

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """Kinds that occur, each once, in the order of `ChangeKind`."""
        occurring = {each.kind for each in self.changes}
        return tuple(kind for kind in ChangeKind if kind in occurring)

    def of(self, *kinds: ChangeKind | str) -> Comparison:
        """Keep only the changes of some kinds.

        Raises:
            ValueError: For a word that is no kind.
        """
        wanted = {ChangeKind(kind) for kind in kinds}
        return self.where(lambda each: each.kind in wanted)

    def where(self, wanted: Callable[[Change], bool]) -> Comparison:
        """Keep only the changes that a predicate accepts."""
        return evolve(self, changes=filter(wanted, self.changes))

    def mirrored(self) -> Comparison:
        """Return what comparing the other way round says."""
        old, new = self.periods
        return Comparison(
            (each.mirrored() for each in self.changes), (each.mirrored() for each in self.totals), (new, old)
        )

    def __repr__(self) -> str:
        return f"<Comparison: {len(self)} changes of {len(self.kinds)} kinds>"
