"""Which base gives a printed percent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache, partial
from typing import overload

from attrs import frozen

from localgender.model.funding import FundingPeriod, Stage, funding
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import interval_added, summed
from localgender.values.codes import Code
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.refs import Ref, RefKind, ref, unknown


class PercentBase(StrEnum):
    """Relation of two stages that a percent may express (база відсотка), the commonest first."""

    DISBURSED_PLANNED = "disbursed/planned"
    ALLOCATED_PLANNED = "allocated/planned"
    DISBURSED_ALLOCATED = "disbursed/allocated"

    @property
    def stages(self) -> tuple[Stage, Stage]:
        """Part and whole."""
        part, whole = self.value.split("/")
        return Stage(part), Stage(whole)


class Rounding(StrEnum):
    """How a base gives a percent: to its digits, to a whole percent, or within the digits of the amounts."""

    PRINTED = "printed"
    COARSER = "coarser"
    WHOLE = "whole"
    INTERVAL = "interval"


@frozen
class Basis:
    """One base, and what it makes of the amounts.

    Attributes:
        name: "disbursed/planned", "allocated/planned" or "disbursed/allocated".
        ratio: The exact relation; None when a stage is silent.
        computed: The percent it gives at the printed decimals; None when undefined.
        rounding: How it gives the printed percent; None when it does not.
        residual: Printed less exact percent, to four decimals; None when there is nothing to compare.
    """

    name: PercentBase
    ratio: Ratio | None = None
    computed: Percent | None = None
    rounding: Rounding | None = None
    residual: Decimal | None = None

    @property
    def explains(self) -> bool:
        """Whether it gives the printed percent."""
        return self.rounding is not None

    @property
    def defined(self) -> bool:
        """Whether both stages are stated and the whole is not zero."""
        return self.computed is not None


@frozen
class PercentExplanation:
    """A printed percent beside every base that might give it.

    Attributes:
        printed: The claim; None when nothing is printed.
        bases: All three, whether they explain or not.
    """

    printed: Percent | None
    bases: tuple[Basis, ...]

    @property
    def explaining(self) -> tuple[Basis, ...]:
        """Bases that give the printed percent."""
        return tuple(basis for basis in self.bases if basis.explains)

    @property
    def defined(self) -> tuple[Basis, ...]:
        """Bases that give any percent at all."""
        return tuple(basis for basis in self.bases if basis.defined)


@overload
def explain_percent(claim: Plan | Report, where: Ref | Code | str) -> PercentExplanation: ...
@overload
def explain_percent(
    claim: Percent | None, where: FundingPeriod | Iterable[FundingPeriod]
) -> PercentExplanation: ...
def explain_percent(
    claim: Plan | Report | Percent | None, where: Ref | Code | str | FundingPeriod | Iterable[FundingPeriod]
) -> PercentExplanation:
    """List every base of a printed percent, with the rounding and what is left over.

    A base explains when its exact ratio rounds half up to the printed digits, or to fewer digits (at
    last to a whole percent) equal to the printed one, or when some amounts that are printed so have some
    ratio that is printed so.

    >>> from localgender.values.money import thousand_uah
    >>> line = FundingPeriod(2023, planned=thousand_uah("40"), allocated=thousand_uah("44"),
    ...     disbursed=thousand_uah("14"))
    >>> [(str(basis.name), str(basis.rounding), basis.residual)
    ...     for basis in explain_percent(Percent("32.0"), line).explaining]
    [('disbursed/allocated', 'whole', Decimal('0.1818'))]

    Args:
        claim: A report or plan, or a percent by itself.
        where: In a report or plan the measure or the total, such as "4.1" or "total:1"; for a percent its
            lines of money, which are added up.

    Returns:
        All three bases; one is undefined when its whole is zero or a stage is silent. Without a printed
        percent nothing explains, and ratios are given to one decimal.

    Raises:
        UnknownRefError: For a measure or total that is not there, with the nearest that is.
    """
    if isinstance(claim, Plan | Report):
        printed, lines = _claimed(claim, ref(where).subject)  # type: ignore[arg-type]  # see the overloads
    else:
        printed, lines = claim, funding(where)  # type: ignore[arg-type]  # see the overloads
    sums = {stage: summed(lines, stage) for stage in Stage}
    # Most percents need no interval, and of a stage that does, two bases ask.
    may_be = cache(partial(interval_added, lines))
    return PercentExplanation(printed, tuple(_basis(name, printed, sums, may_be) for name in PercentBase))


def _claimed(value: Plan | Report, where: Ref) -> tuple[Percent | None, tuple[FundingPeriod, ...]]:
    if where.kind is RefKind.TOTAL:
        known = {Ref(RefKind.TOTAL, nth=n): each for n, each in enumerate(value.stated_totals, start=1)}
        if where not in known:
            raise unknown(where, known)
        return known[where].stated_percent, known[where].funding
    if isinstance(value, Report):
        progress = value.progress_of(where)
        return progress.stated_percent, progress.funding
    return None, value.measure(where).funding


def _basis(
    name: PercentBase,
    printed: Percent | None,
    sums: Mapping[Stage, Money | None],
    may_be: Callable[[Stage], Interval | None],
) -> Basis:
    part, whole = (sums[stage] for stage in name.stages)
    if part is None or whole is None:
        return Basis(name)
    ratio = Ratio(part, whole)
    computed = ratio.percent(1 if printed is None else printed.decimals)
    if printed is None or ratio.value is None:
        return Basis(name, ratio, computed)
    residual = _to_four_decimals(Fraction(printed.value) - ratio.value * 100)
    rounding = Rounding.PRINTED if computed == printed else _more_coarsely(printed, ratio)
    if rounding is None and _reaches(*map(may_be, name.stages), percent=printed.interval):
        rounding = Rounding.INTERVAL
    return Basis(name, ratio, computed, rounding, residual)


def _more_coarsely(printed: Percent, ratio: Ratio) -> Rounding | None:
    """Try fewer digits than the column prints: 47,3 among 38,00 was rounded to one."""
    for decimals in range(printed.decimals - 1, -1, -1):
        rounded = ratio.percent(decimals)
        if rounded is not None and rounded.value == printed.value:
            return Rounding.COARSER if decimals else Rounding.WHOLE
    return None


def _reaches(part: Interval | None, whole: Interval | None, *, percent: Interval) -> bool:
    if part is None or whole is None:
        return False
    # Multiplied out rather than divided: a whole that may have been zero then needs no infinity.
    shares = [end * share for end in (whole.low, whole.high) for share in (percent.low, percent.high)]
    return Interval(part.low * 100, part.high * 100).meets(Interval(min(shares), max(shares)))


def _to_four_decimals(exact: Fraction) -> Decimal:
    scaled = abs(exact) * 10**4
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(f"{units if exact >= 0 else -units}E-4")
