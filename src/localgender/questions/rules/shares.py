"""Rules of shares, of years side by side, and of what figures leave untold."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from localgender.errors import TermError
from localgender.findings import Severity
from localgender.model.statistics import IndicatorKind, Observation, Statistics
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
from localgender.questions.statistics.alike import standing, topic
from localgender.questions.statistics.bounds import OPEN, meet
from localgender.questions.statistics.disaggregation import is_split
from localgender.questions.statistics.relations import change, in_percent, share
from localgender.values.counts import Bound
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.quantities import Quantity
from localgender.values.refs import Ref, RefKind


def figure_contradicts(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find one figure that is printed twice with different numbers.

    Why it matters: whoever quotes the document can take either.

    How it is decided: indicator, period, sex, ages, locality and place are the same, and no rounding makes
    the numbers equal. A total and silence about an axis count as the same.

    What it does not see: the same under a name in other words.

    >>> def outcomes(*counts):
    ...     told = Statistics(observations=[Observation("Звернення", 2024, count) for count in counts])
    ...     return [case.outcome.value for case in figure_contradicts(told, Policy())]
    >>> outcomes(5, 5), outcomes(5, 7)
    (['consistent'], ['inconsistent'])
    """
    alike: dict[Hashable, list[Ref]] = {}
    for where, figure in value.by_ref.items():
        if figure.value is not None:
            alike.setdefault((*topic(figure), figure.period), []).append(where)
    for refs in alike.values():
        figures = [value.by_ref[where] for where in refs]
        odd = [where for where in refs if not _agrees(value.by_ref[where], figures[0])]
        if len(refs) == 1:
            yield not_applicable(*refs, reason=Reason.TOLD_ONCE)
        elif not odd:
            yield consistent(*refs)
        else:
            name, period = figures[0].indicator.name, figures[0].period
            told = (figures[0].value, value.by_ref[odd[0]].value)
            yield inconsistent(refs[0], *odd, name=name, period=period, amounts=told)


def _agrees(one: Observation, other: Observation) -> bool:
    return meet(one.limits or OPEN, other.limits or OPEN)


def share_jump(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find shares that changed by more points within a year than they usually do.

    Why it matters: the structure of a population or a staff moves slowly; a jump is often another base or
    another way of counting, and should be explained where it is real.

    How it is decided: a figure in percent and the same figure of the like period a year before differ, as far
    as their last digits allow, by more percentage points than the policy asks (three, unless said otherwise).

    What it does not see: jumps spread over years, and shares whose indicator changed its name.

    >>> from localgender.model.statistics import Indicator
    >>> def outcomes(now):
    ...     women = Indicator("Частка жінок серед депутатів", "%", "share")
    ...     told = Statistics(observations=[Observation(women, 2023, "41.2"), Observation(women, 2024, now)])
    ...     return [case.outcome.value for case in share_jump(told, Policy()) if not case.reason]
    >>> outcomes("42.0"), outcomes("46.9")
    (['consistent'], ['inconsistent'])
    """
    told = {(*topic(each), each.period): where for where, each in value.by_ref.items() if each.period}
    for where, figure in value.by_ref.items():
        if in_percent(figure) and figure.value is not None:
            yield _jump(where, value, told.get((*topic(figure), _year_before(figure.period))), policy)


def _year_before(period: Period | None) -> Period | None:
    try:
        return period and period.same_period_last_year()
    except TermError:
        return None


def _jump(where: Ref, value: Statistics, earlier: Ref | None, policy: Policy) -> Case:
    if value.by_ref[where].period is None:
        return not_checkable(where, reason=Reason.NO_PERIOD)
    if earlier is None:
        return not_applicable(where, reason=Reason.NO_YEAR_BEFORE)
    shift = change(value.by_ref[where], value.by_ref[earlier])
    low, high = shift.relation.low, shift.relation.high
    if low is None or high is None:
        return not_checkable(earlier, where, reason=Reason.SILENT)
    most = Quantity(policy.share_jump).fraction
    if low <= most and high >= -most:
        return consistent(earlier, where)
    now, before = shift.now, shift.before
    return inconsistent(earlier, where, points=shift.difference, before=_percent(before), **_told(now))


def _told(figure: Observation) -> dict[str, Any]:
    return {"name": figure.indicator.name, "period": figure.period, "printed": _percent(figure)}


def _percent(figure: Observation) -> Percent | Quantity | None:
    exact = figure.value is not None and figure.value.bound is Bound.EXACT
    return Percent(figure.value.value) if exact and figure.value else figure.value


def share_unexplained(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find printed shares that the counts beside them do not give.

    Why it matters: the share was taken of another whole than the one that is named, or is an error.

    How it is decided: a share is told of an indicator whose part and whole are both counted for the same
    period, and their quotient, as far as digits and bounds leave it open, does not meet the printed percent.
    The whole is the figure of everybody on the axis that tells the part apart.

    What it does not see: shares whose whole is not printed.

    >>> from localgender.model.statistics import Indicator
    >>> def outcomes(percent):
    ...     calls = Indicator("Виклики", "од.", "count")
    ...     part = Indicator("Виклики", "%", "share", part_of=calls)
    ...     told = Statistics(observations=[
    ...         Observation(calls, 2024, 200), Observation(calls, 2024, 150, sex="female"),
    ...         Observation(part, 2024, percent, sex="female"),
    ...     ])
    ...     return [case.outcome.value for case in share_unexplained(told, Policy())]
    >>> outcomes("75.0"), outcomes("57.0")
    (['consistent'], ['inconsistent'])
    """
    for where, figure in value.by_ref.items():
        if figure.indicator.kind is IndicatorKind.SHARE and figure.value is not None:
            yield _explained(where, figure, value)


def _explained(where: Ref, printed: Observation, value: Statistics) -> Case:
    if printed.indicator.part_of is None:
        return not_applicable(where, reason=Reason.NO_WHOLE)
    part, whole = _counted(printed, value)
    if part is None or whole is None:
        return not_checkable(where, reason=Reason.NO_WHOLE)
    given = share(part, whole)
    if given.low is None and given.high is None:
        return not_checkable(where, reason=Reason.PERCENT_UNDEFINED)
    hundredfold = tuple(None if each is None else 100 * each for each in (given.low, given.high))
    if meet(printed.limits or OPEN, (hundredfold[0], hundredfold[1])):
        return consistent(where)
    decimals = printed.value.decimals if printed.value else 0
    return inconsistent(
        where, computed=given.percent(decimals), part=part.value, whole=whole.value, **_told(printed)
    )


def _counted(printed: Observation, value: Statistics) -> tuple[Observation | None, Observation | None]:
    """Return what a share counts and of what: the same standing, and everybody."""
    of = printed.indicator.part_of
    alike = [each for each in value.observations if each.indicator == of and each.period == printed.period]
    alike = [each for each in alike if each.nature is printed.nature and each.value is not None]
    whole = next((each for each in alike if not any(standing(each))), None)
    part = next((each for each in alike if standing(each) == standing(printed)), None)
    named = next((each for each in value.observations if _is_listed(each, printed)), None)
    return (part, whole) if any(standing(printed)) else (named, part)


def _is_listed(each: Observation, printed: Observation) -> bool:
    """Tell whether a figure counts what a share tells of: the part listed under the same whole."""
    mine = (each.indicator.name, each.indicator.part_of, each.period, standing(each))
    kept = each.indicator.kind is not IndicatorKind.SHARE and each.value is not None
    theirs = (printed.indicator.name, printed.indicator.part_of, printed.period, standing(printed))
    return kept and mine == theirs


def share_above_whole(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find shares of more than one hundred percent, or of less than nothing.

    Why it matters: a part is never more than its whole; what is, is a ratio of something else.

    How it is decided: the indicator calls itself a share («частка», «питома вага») and its figure is above
    100 or below 0, as far as its last digit allows.

    What it does not see: percents that compare, such as execution of a plan, which may exceed 100.

    >>> from localgender.model.statistics import Indicator
    >>> def outcomes(percent):
    ...     women = Indicator("Частка жінок", "%", "share")
    ...     told = Statistics(observations=Observation(women, 2024, percent))
    ...     return [case.outcome.value for case in share_above_whole(told, Policy())]
    >>> outcomes("47.1"), outcomes("471")
    (['consistent'], ['inconsistent'])
    """
    for where, figure in value.by_ref.items():
        if figure.indicator.kind is not IndicatorKind.SHARE or figure.limits is None:
            continue
        wrong = not meet(figure.limits, (_NOTHING, _EVERYBODY))
        yield inconsistent(where, **_told(figure)) if wrong else consistent(where)


_NOTHING, _EVERYBODY = Quantity(0).fraction, Quantity(100).fraction


def not_disaggregated(value: Statistics, policy: Policy) -> Iterator[Case]:
    """Find indicators that ask for figures by sex or age and are told without.

    Why it matters: the indicator was promised so that women and men are seen, and its figure hides them.

    How it is decided: the words of the indicator ask for an axis («за статтю», «у розрізі вікових груп»), it
    has figures, and none tells two sides of that axis apart.

    What it does not see: indicators that should ask and do not; `disaggregation` takes what you ask.

    >>> from localgender.model.statistics import Indicator
    >>> def outcomes(*sexes):
    ...     asked = Indicator("Кількість учнів за статтю", "осіб", "count", asked="sex")
    ...     told = Statistics(observations=[Observation(asked, 2024, 40, sex=sex) for sex in sexes])
    ...     return [case.outcome.value for case in not_disaggregated(told, Policy())]
    >>> outcomes("female", "male"), outcomes(None)
    (['consistent'], ['inconsistent'])
    """
    for number, each in enumerate(value.indicators, 1):
        where = Ref(RefKind.INDICATOR, nth=number)
        missing = [axis for axis in each.asked if not is_split(value.of(each), axis)]
        if not each.asked:
            yield not_applicable(where, reason=Reason.NOT_ASKED)
        elif not value.of(each):
            yield not_checkable(where, reason=Reason.SILENT)
        else:
            yield inconsistent(where, name=each.name, axes=tuple(missing)) if missing else consistent(where)


FIGURE_CONTRADICTS = Rule(
    kind="figure-contradicts",
    severity=Severity.WARNING,
    basis="arithmetic: a figure is one number, whatever it was rounded to",
    check=figure_contradicts,
    about=(Statistics,),
)
SHARE_JUMP = Rule(
    kind="share-jump",
    severity=Severity.WARNING,
    basis="practice: shares are compared with the like period of the year before",
    check=share_jump,
    about=(Statistics,),
)
SHARE_UNEXPLAINED = Rule(
    kind="share-unexplained",
    severity=Severity.WARNING,
    basis="arithmetic: a share is the relation of two printed counts",
    check=share_unexplained,
    about=(Statistics,),
)
SHARE_ABOVE_WHOLE = Rule(
    kind="share-above-whole",
    severity=Severity.ERROR,
    basis="arithmetic: a share lies between nothing and the whole",
    check=share_above_whole,
    about=(Statistics,),
)
NOT_DISAGGREGATED = Rule(
    kind="not-disaggregated",
    severity=Severity.NOTICE,
    basis="the document itself: the words of the indicator",
    check=not_disaggregated,
    about=(Statistics,),
)
