"""Counts made safe to publish: the small ones hidden, and all that would give them away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from attrs import evolve, field, frozen

from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.suppression.choose import Choice, choose
from localgender.questions.suppression.ledger import Key, Ledger
from localgender.questions.suppression.solver import completed, solver_for
from localgender.questions.suppression.tableau import Tableau, tableau
from localgender.values.hidden import HIDDEN, Hidden


class Why(StrEnum):
    """Why a figure is hidden; for the publisher alone, since it tells the small counts from the others."""

    SMALL = "small"
    COMPLEMENTARY = "complementary"
    RATIO = "ratio"


def _pairs(value: Iterable[tuple[Key, Why]]) -> tuple[tuple[Key, Why], ...]:
    return tuple(value)


@frozen(repr=False)
class Suppression:
    """A ledger that may be published, and what only its publisher should know.

    Attributes:
        published: The ledger with marks in the place of counts; it tells no reason.
        hidden: Keys of counts and ratios that were hidden, each with the reason, in the order of the ledger.
        exposed: Keys of small counts that public figures give away, so that hiding them here is no help.
    """

    published: Ledger
    hidden: tuple[tuple[Key, Why], ...] = field(default=(), converter=_pairs)
    exposed: tuple[Key, ...] = ()

    @cached_property
    def reasons(self) -> Mapping[Key, Why]:
        """Why each count or ratio is hidden, by its key."""
        return MappingProxyType(dict(self.hidden))

    def hides(self, key: Key) -> bool:
        """Tell whether a count or a ratio is hidden."""
        return key in self.reasons or isinstance(self.published.figures.get(key), Hidden)

    def __repr__(self) -> str:
        # What stands in a notebook is read by others too: the number of marks, and never why.
        marks = sum(isinstance(each, Hidden) for each in self.published.figures.values())
        return f"<Suppression: {marks} of {len(self.published.figures)} counts hidden>"


def suppress(ledger: Ledger, policy: Policy = DEFAULT) -> Suppression:
    """Hide small counts, and as few others as keep them from being worked out.

    >>> from localgender.questions.suppression.ledger import Sum
    >>> reports = Ledger({"all": 11, "first": 7}, [Sum("all", ["first"])])
    >>> suppress(reports).published.counts
    (('all', 11), ('first', HIDDEN))

    Args:
        ledger: Counts, and the sums that bind them.
        policy: What is small, whether zeros are shown, and how wide what is known must stay.

    Returns:
        Equal for equal ledgers. What is not hidden is as it was; hiding again changes nothing.

    Raises:
        ContradictingSumsError: A ValueError, when parts come to more than their total.
        MissingExtraError: An ImportError, when something must be hidden and the extra `safe` is missing.
    """
    table = tableau(ledger, policy)
    if not table.sensitive:
        return _suppressed(ledger, table, Choice(frozenset(), frozenset(), ()))
    solver = completed(solver_for(table))
    return _suppressed(ledger, table, choose(solver, policy))


def _suppressed(ledger: Ledger, table: Tableau, choice: Choice) -> Suppression:
    reasons = {
        table.keys[cell]: Why.SMALL if cell in table.sensitive else Why.COMPLEMENTARY
        for cell in sorted(choice.hidden)
    }
    published = evolve(
        ledger,
        counts=((key, HIDDEN if key in reasons else figure) for key, figure in ledger.counts),
        # Readers are told where parts are not all there is: the published table is to be safe for them, too.
        sums=(evolve(each, complete=place not in table.partial) for place, each in enumerate(ledger.sums)),
    )
    ratios = {share.key: Why.RATIO for share in ledger.shares if not published.shows(share)}
    exposed = dict.fromkeys(table.keys[cell] for cell in sorted(choice.exposed))
    return Suppression(published, [*reasons.items(), *ratios.items()], tuple(exposed))
