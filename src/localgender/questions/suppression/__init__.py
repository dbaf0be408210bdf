"""Counts made safe to publish: the small ones hidden, and all that would give them away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar, overload

from attrs import evolve, field, frozen

from localgender.documents.reading import Reading
from localgender.errors import UnknownRefError
from localgender.model.statistics import Absence, Indicator, Statistics
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.suppression import figures
from localgender.questions.suppression.choose import Choice, choose
from localgender.questions.suppression.ledger import Key, Ledger
from localgender.questions.suppression.solver import completed, solver_for
from localgender.questions.suppression.tableau import Tableau, tableau
from localgender.values.hidden import HIDDEN, Hidden
from localgender.values.refs import Ref, ref
from localgender.values.words import nearest


class Why(StrEnum):
    """Why a figure is hidden; for the publisher alone, since it tells the small counts from the others."""

    SMALL = "small"
    COMPLEMENTARY = "complementary"
    RATIO = "ratio"


def _pairs(value: Iterable[tuple[Key, Why]]) -> tuple[tuple[Key, Why], ...]:
    return tuple(value)


T = TypeVar("T", Ledger, Statistics)


@frozen(repr=False)
class Suppression(Generic[T]):
    """What may be published, and what only its publisher should know.

    Attributes:
        published: The ledger or the statistics with marks in the place of figures; no mark tells a reason.
        hidden: Keys of figures that were hidden, each with the reason: those of a ledger, or Refs.
        exposed: Keys of small counts of which public figures tell more than should be known, whatever is
            hidden now; of what lies between figures, the key of the whole.
    """

    published: T
    hidden: tuple[tuple[Key, Why], ...] = field(default=(), converter=_pairs)
    exposed: tuple[Key, ...] = ()

    @cached_property
    def reasons(self) -> Mapping[Key, Why]:
        """Why each figure is hidden, by its key."""
        return MappingProxyType(dict(self.hidden))

    def __repr__(self) -> str:
        # What stands in a notebook is read by others too: how many are hidden, and never why.
        return f"<Suppression: {len(self.hidden)} figures hidden>"


@overload
def suppress(
    asked: Ledger, policy: Policy = ..., *, public: Iterable[Key] = ..., harmless: Iterable[Key] = ...
) -> Suppression[Ledger]: ...
@overload
def suppress(
    asked: Statistics | Reading[Statistics],
    policy: Policy = ...,
    *,
    public: Iterable[Key] = ...,
    harmless: Iterable[Key] = ...,
) -> Suppression[Statistics]: ...
def suppress(
    asked: Ledger | Statistics | Reading[Statistics],
    policy: Policy = DEFAULT,
    *,
    public: Iterable[Key] = (),
    harmless: Iterable[Key] = (),
) -> Suppression[Ledger] | Suppression[Statistics]:
    """Hide small counts, and as few others as keep them from being worked out.

    >>> from localgender.model.statistics import Observation
    >>> reports = Statistics(observations=[
    ...     Observation("Повідомлення", 2024, 11, sex="total"),
    ...     Observation("Повідомлення", 2024, 7, sex="female"),
    ... ])
    >>> [str(each.value or each.absence) for each in suppress(reports).published.observations]
    ['11', 'suppressed']

    Args:
        asked: Statistics, or a ledger of one's own: counts, and the sums that bind them.
        policy: What is small, whether zeros are shown, and how wide what is known must stay.
        public: Figures that are out already and stay: keys of a ledger; of statistics Refs or their text.
        harmless: What may be small and printed, since it counts no people, such as shelters: keys of a
            ledger; of statistics names of indicators.

    Returns:
        Equal for equal values. What is not hidden is as it was; hiding again changes nothing.

    Raises:
        ContradictingSumsError: A ValueError, when parts come to more than their total, or the same is
            printed with different counts.
        MissingExtraError: An ImportError, when something must be hidden and the extra `safe` is missing.
        UnknownRefError: A LookupError, for what the statistics do not have.
        TypeError: For anything else.
    """
    value = asked.value if isinstance(asked, Reading) else asked
    if isinstance(value, Ledger):
        return _of_ledger(
            evolve(value, public=value.public.union(public), harmless=value.harmless.union(harmless)), policy
        )
    if isinstance(value, Statistics):
        return _of_statistics(value, policy, public, harmless)
    raise TypeError(f"expected Statistics, a Reading of them or a Ledger, not {asked!r}")


def worked_out(asked: Ledger | Statistics) -> dict[Key, int]:
    """Solve the sums as a reader of a table can, for what is hidden or not printed.

    >>> from localgender.questions.suppression.ledger import Sum
    >>> worked_out(Ledger({"all": 20, "women": 17, "men": HIDDEN}, [Sum("all", ["women", "men"])]))
    {'men': 3}

    Args:
        asked: What is published: a ledger, or statistics.

    Returns:
        Counts that the others leave only one value, by their keys; of statistics also those of days and ages
        between the printed ones.

    Raises:
        ContradictingSumsError: A ValueError, when the sums do not hold.
    """
    ledger = figures.ledger_of(asked) if isinstance(asked, Statistics) else asked
    found = tableau(ledger, DEFAULT).counts
    return {
        key: count
        for (key, figure), count in zip(ledger.counts, found, strict=False)
        if count is not None and not isinstance(figure, int)
    }


def _of_statistics(
    statistics: Statistics, policy: Policy, public: Iterable[Any], harmless: Iterable[Any]
) -> Suppression[Statistics]:
    names = {_indicator_in(statistics, each) for each in harmless}
    kept = [where for where, each in statistics.by_ref.items() if each.indicator.name in names]
    known = [where for each in public for where in [ref(each)] if statistics.by_ref[where]]
    done = _of_ledger(figures.ledger_of(statistics, known, kept), policy)
    reasons = {statistics.by_ref[where].question: why for where, why in done.hidden if isinstance(where, Ref)}
    marked = [key for key, each in done.published.counts if isinstance(each, Hidden) and isinstance(key, Ref)]
    telling = dict.fromkeys(figures.telling(statistics, marked, policy), Why.RATIO)
    hidden = {
        where: reasons.get(each.question) or telling.get(where)
        for where, each in statistics.by_ref.items()
        if where not in known and (each.value is not None or each.absence is Absence.NOT_OCCURRED)
    }
    observations = [
        evolve(each, value=None, absence=Absence.SUPPRESSED) if hidden.get(where) else each
        for where, each in statistics.by_ref.items()
    ]
    exposed = (each.of if isinstance(each, figures.Gap) else each for each in done.exposed)
    return Suppression(
        evolve(statistics, observations=observations),
        [(where, why) for where, why in hidden.items() if why],
        tuple(dict.fromkeys(exposed)),
    )


def _indicator_in(statistics: Statistics, asked: Indicator | str) -> str:
    name = asked if isinstance(asked, str) else asked.name
    known = [each.name for each in statistics.indicators]
    if name not in known:
        raise UnknownRefError(name, nearest(name, known))
    return name


def _of_ledger(ledger: Ledger, policy: Policy) -> Suppression[Ledger]:
    table = tableau(ledger, policy)
    if not table.sensitive:
        return _suppressed(ledger, table, Choice(frozenset(), frozenset(), ()))
    solver = completed(solver_for(table))
    return _suppressed(ledger, solver.table, choose(solver, policy))


def _suppressed(ledger: Ledger, table: Tableau, choice: Choice) -> Suppression[Ledger]:
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
