"""Rules of parts and wholes in statistics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from localgender.findings import Severity
from localgender.model.statistics import Absence, Indicator, IndicatorKind, Observation, Statistics
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import (
    Case,
    Reason,
    Rule,
    consistent,
    inconsistent,
    not_applicable,
    not_checkable,
)
from localgender.questions.statistics.bounds import OPEN, added, exceeds, meet, numbers, summed
from localgender.questions.statistics.splits import Split, SplitBy, splits
from localgender.values.quantities import Limits
from localgender.values.refs import Ref

_ADDITIVE = frozenset({IndicatorKind.COUNT, IndicatorKind.AMOUNT})
# What happens is counted anew in each period; who is there is counted again.
_EVENTS = re.compile(
    r"\b(?:звернен|повідомлен|заяв|скарг|випад|факт|протокол|припис|проваджен|вирок|правопоруш|злочин|виклик"
    r"|дзвінк|захо[дж]|засідан|тренінг|консультац|народжен|народил|помер|шлюб|розлучен)"
    r"|(?:ено|ано|ято|уто)\b",
    re.IGNORECASE,
)


def part_exceeds_whole(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find parts that are more than the whole they stand beside.

    Why it matters: one of the figures is wrong, or the parts are of something else than they stand under.

    How it is decided: the least that the parts may be, with their rounding and bounds, is above the most that
    the whole may be. Parts are figures of one indicator by sex, age, locality, place or time, and what is
    listed under another indicator in the same unit («у тому числі», «з них»). What is listed together may
    overlap; that it exceeds the whole only when added up is a warning.

    What it does not see: parts that are counted otherwise than their whole, such as persons under cases; and
    figures that stand beside each other without being said to be parts.

    >>> from localgender.model.statistics import Indicator, Observation
    >>> def outcomes(part):
    ...     reports = Indicator("Повідомлення", "од.", "count")
    ...     urgent = Indicator("термінові", "од.", "count", part_of=reports)
    ...     told = Statistics(observations=[Observation(reports, 2024, 120), Observation(urgent, 2024, part)])
    ...     return [case.outcome.value for case in part_exceeds_whole(told, Policy())]
    >>> outcomes(40), outcomes(140)
    (['consistent'], ['inconsistent'])
    """
    for split in splits(value):
        if not split.exhaustive:
            yield _inside(split, value)


def _inside(split: Split, value: Statistics) -> Case:
    refs = (split.whole, *split.parts)
    whole, parts = value.by_ref[split.whole], [value.by_ref[where] for where in split.parts]
    if (reason := _unfit(split, whole.indicator)) is not None:
        return not_applicable(*refs, reason=reason)
    most = whole.limits
    if most is None:
        return not_checkable(*refs, reason=Reason.SILENT)
    for where, part in zip(split.parts, parts, strict=True):
        if exceeds(part.limits or OPEN, most):
            return _exceeding(split, whole, [part], (split.whole, where))
    # Nobody is counted less than not at all, so silent parts can only add to the others.
    if exceeds(added(_least(each) for each in parts), most):
        overlap = None if split.disjoint else Severity.WARNING
        return _exceeding(split, whole, parts, refs, severity=overlap)
    return consistent(*refs)


def _exceeding(
    split: Split,
    whole: Observation,
    parts: Iterable[Observation],
    refs: Iterable[Ref],
    severity: Severity | None = None,
) -> Case:
    return inconsistent(*refs, severity=severity, **_facts(split, whole, parts))


def _facts(split: Split, whole: Observation, parts: Iterable[Observation]) -> dict[str, Any]:
    facts = {"name": whole.indicator.name, "period": whole.period, "by": split.by.value}
    return {**facts, "printed": whole.value, "computed": summed(numbers(parts))}


def _least(part: Observation) -> Limits:
    low = part.limits[0] if part.limits else None
    return (Fraction(0) if low is None else max(low, Fraction(0))), None


def _unfit(split: Split, indicator: Indicator) -> Reason | None:
    if indicator.kind not in _ADDITIVE:
        return Reason.NOT_ADDITIVE
    if split.by is SplitBy.PERIOD and not _EVENTS.search(indicator.name):
        return Reason.COUNTED_AGAIN
    return None


def parts_differ_from_total(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find totals that their parts do not add up to.

    Why it matters: whoever takes the women from one column and all from another gets a share that is wrong.

    How it is decided: the document calls the whole a total («усього», «обидві статі», «міська і сільська») or
    ages and days leave no gap, and the interval of the total does not meet that of the sum, each figure being
    as wide as its last digit. People are counted exactly, thousands of them to the digit printed. Between
    periods it is a warning, and only asked of events, since later counts are corrected.

    What it does not see: two errors that cancel out, and totals beside a silent part.

    >>> from localgender.model.statistics import Indicator, Observation
    >>> def outcomes(total):
    ...     people = Indicator("Працівники", "осіб", "count")
    ...     told = Statistics(observations=[
    ...         Observation(people, 2024, total, sex="total"), Observation(people, 2024, 61, sex="female"),
    ...         Observation(people, 2024, 39, sex="male"),
    ...     ])
    ...     return [case.outcome.value for case in parts_differ_from_total(told, Policy())]
    >>> outcomes(100), outcomes(110)
    (['consistent'], ['inconsistent'])
    """
    for split in splits(value):
        if split.exhaustive:
            yield _adding_up(split, value)


def _adding_up(split: Split, value: Statistics) -> Case:
    refs = (split.whole, *split.parts)
    whole, parts = value.by_ref[split.whole], [value.by_ref[where] for where in split.parts]
    if (reason := _unfit(split, whole.indicator)) is not None:
        return not_applicable(*refs, reason=reason)
    if whole.limits is None or not numbers(parts):
        return not_checkable(*refs, reason=Reason.SILENT)
    stated = added(each.limits for each in parts if each.limits)
    dashes = all(each.value or each.absence is Absence.NOT_OCCURRED for each in parts)
    # A dash that may have been meant as silence accuses nobody, and neither does what may be hidden.
    if dashes and meet(stated, whole.limits):
        return consistent(*refs)
    if not exceeds(stated, whole.limits) and not all(each.value for each in parts):
        return not_checkable(*refs, reason=Reason.PARTLY_SILENT)
    weight = Severity.WARNING if split.by is SplitBy.PERIOD else None
    return inconsistent(*refs, severity=weight, rows=split.parts, **_facts(split, whole, parts))


def total_outside_parts(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find rates and averages of everybody that lie outside those of all parts.

    Why it matters: the average of two groups lies between theirs; one that does not was set in a wrong cell.

    How it is decided: the parts are all there are, and the total is above the highest or below the lowest of
    them, as far as their last digits allow. Shares that add up to the total are a distribution, and in order.

    What it does not see: totals between their parts that are weighted wrongly.

    >>> from localgender.model.statistics import Indicator, Observation
    >>> def outcomes(total):
    ...     rate = Indicator("Рівень зайнятості", "%", "rate")
    ...     told = Statistics(observations=[
    ...         Observation(rate, 2024, total, sex="total"), Observation(rate, 2024, "61.2", sex="female"),
    ...         Observation(rate, 2024, "70.4", sex="male"),
    ...     ])
    ...     return [case.outcome.value for case in total_outside_parts(told, Policy())]
    >>> outcomes("65.7"), outcomes("56.7")
    (['consistent'], ['inconsistent'])
    """
    for split in splits(value):
        if split.exhaustive and split.by is not SplitBy.PERIOD:
            yield _between(split, value)


def _between(split: Split, value: Statistics) -> Case:
    refs = (split.whole, *split.parts)
    whole, parts = value.by_ref[split.whole], [value.by_ref[where] for where in split.parts]
    if whole.indicator.kind is None or whole.indicator.kind in _ADDITIVE:
        return not_applicable(*refs, reason=Reason.ADDED_UP)
    limits = [each.limits for each in parts]
    if whole.limits is None or any(each is None for each in limits):
        return not_checkable(*refs, reason=Reason.PARTLY_SILENT)
    known = [each for each in limits if each is not None]
    lows, highs = (
        [low for low, _ in known if low is not None],
        [high for _, high in known if high is not None],
    )
    spread: Limits = (
        min(lows) if len(lows) == len(known) else None,
        max(highs) if len(highs) == len(known) else None,
    )
    if meet(whole.limits, spread) or meet(whole.limits, added(known)):
        return consistent(*refs)
    facts: dict[str, Any] = {"name": whole.indicator.name, "period": whole.period, "printed": whole.value}
    return inconsistent(*refs, amounts=numbers(parts), **facts)


_ARITHMETIC = "arithmetic: figures printed to a digit are intervals"

PART_EXCEEDS_WHOLE = Rule(
    kind="part-exceeds-whole",
    severity=Severity.ERROR,
    basis=_ARITHMETIC,
    check=part_exceeds_whole,
    about=(Statistics,),
)
PARTS_DIFFER_FROM_TOTAL = Rule(
    kind="parts-differ-from-total",
    severity=Severity.ERROR,
    basis=_ARITHMETIC,
    check=parts_differ_from_total,
    about=(Statistics,),
)
TOTAL_OUTSIDE_PARTS = Rule(
    kind="total-outside-parts",
    severity=Severity.WARNING,
    basis="arithmetic: a weighted average lies between the least and the greatest",
    check=total_outside_parts,
    about=(Statistics,),
)
