"""Sums of a consolidated report, every addend with the unit and the figure it comes from."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from attrs import evolve, frozen

from localgender._display import brief
from localgender.model.funding import FundingPeriod, Stage
from localgender.questions.aggregate import GROUPINGS, Row, empty_groups, figure, mixes_periods, rows, shares
from localgender.questions.consolidation.result import Consolidated, Share
from localgender.values.money import Money
from localgender.values.places import Place
from localgender.values.refs import Ref
from localgender.values.words import one_of


@frozen
class UnitAddend:
    """One amount of one unit that is part of a sum.

    Attributes:
        money: As the unit prints it.
        unit: Who reports it; None when the report names nobody.
        measure: Address of the measure in the consolidated report.
        ref: Address of the figure in the unit's report.
        document: Name of the file.
        places: Where it is printed.
    """

    money: Money
    unit: str | None
    measure: Ref
    ref: Ref
    document: str | None = None
    places: tuple[Place, ...] = ()

    __repr__ = brief


@frozen
class UnitSum:
    """A sum with its addends, which add up to it exactly.

    Attributes:
        money: None when nothing is stated, or when a measure states periods that overlap.
        addends: In the order of the plan, then of the units; none when there is no sum.
    """

    money: Money | None
    addends: tuple[UnitAddend, ...] = ()

    __repr__ = brief


def unit_sums(value: Consolidated, by: str, stage: Stage | str) -> dict[Any, UnitSum]:
    """Add up one stage of money by group, as `totals_by` does, with the origin of every addend.

    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.model.report import Progress, Report
    >>> from localgender.questions.consolidation import consolidate
    >>> from localgender.values.money import uah
    >>> def of(unit, amount):
    ...     line = FundingPeriod(2023, disbursed=uah(amount))
    ...     plan = Plan(goals=[Measure("2.1", "Тренінг")])
    ...     return Report(plan, 2023, issuer=unit, progress=[Progress("2.1", line)])
    >>> whole = consolidate([of("Район 1", 5), of("Район 2", 7)])
    >>> for unit, added in unit_sums(whole, "unit", "disbursed").items():
    ...     print(unit, repr(added.money), added.addends[0].ref)
    Район 1 uah('5') 2.1/2023/disbursed
    Район 2 uah('7') 2.1/2023/disbursed

    Args:
        value: What `consolidate` gives.
        by: "unit" (None for a report that names nobody), or any group of `totals_by`.
        stage: "planned", "allocated" or "disbursed".

    Returns:
        Sums in the order of `totals_by`, and units as they are first met, each with all its addends; None as
        the money of a group of which every line is silent.

    Raises:
        ValueError: For a word that is no grouping or no stage, with the nearest that is.
    """
    grouping = one_of(by, ("unit", *GROUPINGS))
    wanted = Stage(one_of(stage, tuple(Stage)))
    groups: dict[Hashable, list[list[_Part]]] = empty_groups(value.report, grouping)
    for row in rows(value.report):
        for key, parts in _grouped(row, value.origins[row.ref], grouping).items():
            groups.setdefault(key, []).append(parts)
    return {key: _summed(parts, wanted) for key, parts in groups.items()}


@frozen(eq=False)
class _Part:
    """One line of one unit, of which something is counted."""

    measure: Ref
    share: Share
    stated: FundingPeriod
    counted: FundingPeriod

    def addend(self, stage: Stage) -> UnitAddend | None:
        if (money := self.counted.at(stage)) is None:
            return None
        among = [line.stated for line in self.share.lines]
        ref = figure(self.share.ref, self.stated, stage, among=among)
        places = self.share.places.get(ref) or self.share.places.get(ref.subject, ())
        return UnitAddend(money, self.share.unit, self.measure, ref, self.share.document, places)


def _grouped(row: Row, told: Sequence[Share], by: str) -> dict[Hashable, list[_Part]]:
    """Return the counted lines of one measure by the group they belong to."""
    groups: dict[Hashable, list[_Part]] = {} if by == "unit" else {key: [] for key in shares(row, by)}
    for share in told:
        for line in share.lines:
            if line.counted is not None:
                part = _Part(row.ref, share, line.stated, line.counted)
                groups.setdefault(_key(part, row, by), []).append(part)
    return groups


def _key(part: _Part, row: Row, by: str) -> Hashable:
    return part.share.unit if by == "unit" else next(iter(shares(evolve(row, funding=(part.counted,)), by)))


def _summed(groups: Sequence[Sequence[_Part]], stage: Stage) -> UnitSum:
    # As `total` does: one measure whose periods overlap leaves the group without a sum.
    if any(mixes_periods([part.counted for part in parts], stage) for parts in groups):
        return UnitSum(None)
    addends = [addend for parts in groups for part in parts if (addend := part.addend(stage)) is not None]
    return UnitSum(sum((each.money for each in addends), Money(0)) if addends else None, tuple(addends))
