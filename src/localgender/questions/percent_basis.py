"""Which base gives a printed percent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import overload

from attrs import evolve, frozen

from localgender._display import brief
from localgender.documents.reading import Reading
from localgender.model.funding import FundingPeriod, Stage, funding
from localgender.model.parts import optional_percent
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, interval_added, summed, value_of
from localgender.values.codes import Code
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.refs import Ref, RefKind, ref, unknown


class PercentBase(StrEnum):
    """Relation that a percent may express (база відсотка), the commonest first.

    The first three are of two stages of the same money. "disbursed/programme" and "cumulative/programme"
    are of what is planned for the longer period around it: spent in the period, and spent in all so far.
    "done/promised" is of things that were counted, such as trainings.
    """

    DISBURSED_PLANNED = "disbursed/planned"
    ALLOCATED_PLANNED = "allocated/planned"
    DISBURSED_ALLOCATED = "disbursed/allocated"
    DISBURSED_PROGRAMME = "disbursed/programme"
    CUMULATIVE_PROGRAMME = "cumulative/programme"
    DONE_PROMISED = "done/promised"

    @property
    def stages(self) -> tuple[Stage, Stage]:
        """Part and whole: what is spent for a programme is disbursed, what it promises is planned.

        Raises:
            ValueError: For "done/promised", which is not of money.
        """
        part, whole = self.value.split("/")
        return Stage(_AS_STAGE.get(part, part)), Stage(_AS_STAGE.get(whole, whole))


_AS_STAGE = {"cumulative": "disbursed", "programme": "planned"}
MONEY_BASES = tuple(base for base in PercentBase if base is not PercentBase.DONE_PROMISED)
STAGE_BASES = MONEY_BASES[:3]


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
        name: Relation it is of.
        ratio: The exact relation; None when an amount is silent, and for "done/promised".
        computed: The percent it gives at the printed decimals; None when undefined.
        rounding: How it gives the printed percent; None when it does not.
        residual: Printed less exact percent, to four decimals; None when there is nothing to compare.
    """

    name: PercentBase
    ratio: Ratio | None = None
    computed: Percent | None = None
    rounding: Rounding | None = None
    residual: Decimal | None = None

    __repr__ = brief

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
        bases: The three of the stages of money, whether they explain or not; then those of the programme
            and of what was counted, where these are known.
    """

    printed: Percent | None
    bases: tuple[Basis, ...]

    __repr__ = brief

    @property
    def explaining(self) -> tuple[Basis, ...]:
        """Bases that give the printed percent."""
        return tuple(basis for basis in self.bases if basis.explains)

    @property
    def defined(self) -> tuple[Basis, ...]:
        """Bases that give any percent at all."""
        return tuple(basis for basis in self.bases if basis.defined)


@frozen
class _Figures:
    """Lines of the period, and of the longer period around it."""

    period: tuple[FundingPeriod, ...] = ()
    programme: tuple[FundingPeriod, ...] = ()

    def of(self, base: PercentBase, *, whole: bool) -> tuple[FundingPeriod, ...]:
        """Return the lines that a base takes its part or its whole from."""
        words = base.value.split("/")
        # A part of a year has no budget of its own: what is spent in it is measured by that of the year.
        yearly = (
            whole and base is PercentBase.DISBURSED_ALLOCATED and summed(self.period, Stage.ALLOCATED) is None
        )
        return self.programme if yearly or words[whole] in _AS_STAGE else self.period


@overload
def explain_percent(
    claim: Asked, where: Ref | Code | str, *, count: tuple[int, int] | None = None
) -> PercentExplanation: ...
@overload
def explain_percent(
    claim: Percent | str | None,
    where: FundingPeriod | Iterable[FundingPeriod] = (),
    *,
    programme: FundingPeriod | Iterable[FundingPeriod] = (),
    count: tuple[int, int] | None = None,
) -> PercentExplanation: ...
def explain_percent(
    claim: Asked | Percent | str | None,
    where: Ref | Code | str | FundingPeriod | Iterable[FundingPeriod] = (),
    *,
    programme: FundingPeriod | Iterable[FundingPeriod] = (),
    count: tuple[int, int] | None = None,
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
    >>> [str(basis.name) for basis in explain_percent("75", line, count=(3, 4)).explaining]
    ['done/promised']

    Args:
        claim: A report or plan, a reading of one, or a percent by itself.
        where: In a report or plan the measure or the total, such as "4.1" or "total:1"; for a percent its
            lines of money, which are added up.
        programme: Lines of money of the whole term. When left out, those of the lines whose period covers all
            others are taken for it; in a report also what its plan promises for the measure.
        count: What was counted, done and promised, such as (3, 4) trainings.

    Returns:
        The bases of stages; one is undefined when its whole is zero or an amount is silent. Those of a
        programme and of a count only where these are given. Without a printed percent nothing explains,
        and ratios are given to one decimal.

    Raises:
        UnknownRefError: For a measure or total that is not there, with the nearest that is.
        TypeError: For a count that is not two whole numbers from 0.
        CodeError: For a text that is no code and no address.
    """
    if isinstance(claim, Reading | Plan | Report):
        printed, figures = _claimed(value_of(claim), ref(where).subject)  # type: ignore[arg-type]  # see the overloads
    else:
        printed = optional_percent(claim)
        figures = _apart(funding(where), funding(programme))  # type: ignore[arg-type]  # see the overloads
    names = MONEY_BASES if figures.programme else STAGE_BASES
    bases = [_basis(name, printed, figures) for name in names]
    if count is not None:
        bases.append(_counted(printed, count))
    return PercentExplanation(printed, tuple(bases))


def _claimed(value: Plan | Report, where: Ref) -> tuple[Percent | None, _Figures]:
    if where.kind is RefKind.TOTAL:
        known = {Ref(RefKind.TOTAL, nth=n): each for n, each in enumerate(value.stated_totals, start=1)}
        if where not in known:
            raise unknown(where, known)
        return known[where].stated_percent, _apart(known[where].funding)
    if isinstance(value, Report):
        progress = value.progress_of(where)
        return progress.stated_percent, _apart(progress.funding, value.plan.measure(where).funding)
    return None, _apart(value.measure(where).funding)


def _apart(lines: tuple[FundingPeriod, ...], programme: tuple[FundingPeriod, ...] = ()) -> _Figures:
    """Tell the money of the period from that of the term around it."""
    if programme or len(lines) < 2:
        return _Figures(lines, programme)
    periods = {line.period for line in lines}
    around = [each for each in periods if each and all(other and each.covers(other) for other in periods)]
    if len(periods) < 2 or not around:
        return _Figures(lines)
    return _Figures(
        tuple(line for line in lines if line.period not in around),
        tuple(line for line in lines if line.period in around),
    )


def _basis(name: PercentBase, printed: Percent | None, figures: _Figures) -> Basis:
    ends = tuple(zip((figures.of(name, whole=False), figures.of(name, whole=True)), name.stages, strict=True))
    part, whole = (summed(lines, stage) for lines, stage in ends)
    if part is None or whole is None:
        return Basis(name)
    basis = _measured(name, printed, Ratio(part, whole))
    if printed is None or basis.explains or not basis.defined:
        return basis
    # Most percents need no interval.
    may_be = (interval_added(lines, stage) for lines, stage in ends)
    return evolve(basis, rounding=Rounding.INTERVAL) if _reaches(*may_be, percent=printed.interval) else basis


def _measured(name: PercentBase, printed: Percent | None, ratio: Ratio) -> Basis:
    computed = ratio.percent(1 if printed is None else printed.decimals)
    if printed is None or ratio.value is None:
        return Basis(name, ratio, computed)
    residual = _to_four_decimals(Fraction(printed.value) - ratio.value * 100)
    rounding = Rounding.PRINTED if computed == printed else _more_coarsely(printed, ratio)
    return Basis(name, ratio, computed, rounding, residual)


def _counted(printed: Percent | None, count: tuple[int, int]) -> Basis:
    if len(count) != 2 or any(type(each) is not int or each < 0 for each in count):
        raise TypeError(f"a count is two whole numbers from 0, done and promised, not {count!r}")
    done, promised = map(Money, count)
    # Numbers of things divide as amounts do, but they are no money to show.
    return evolve(_measured(PercentBase.DONE_PROMISED, printed, Ratio(done, promised)), ratio=None)


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
