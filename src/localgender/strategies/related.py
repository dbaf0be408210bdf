"""Strategies for what is asked of statistics: true answers about figures that were drawn for the question."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve
from hypothesis import strategies as st

from localgender.model.statistics import Axis, Observation, Sex, Statistics
from localgender.questions.statistics.disaggregation import Disaggregation, disaggregation
from localgender.questions.statistics.relations import Relation, Shift, change, gap, parity_index, share
from localgender.questions.statistics.splits import Split
from localgender.questions.statistics.splits import splits as splits_of
from localgender.strategies.figures import observed, statistics
from localgender.values.periods import Period

_LAST = 2024


@st.composite
def relations(draw: st.DrawFn) -> Relation:
    """Shares, gaps and parity of two drawn figures of one indicator, undefined ones among them."""
    one, other = draw(observed()), draw(observed())
    asked = draw(st.sampled_from([share, gap, parity_index]))
    return asked(one, evolve(other, indicator=one.indicator, period=one.period))


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    """What `change` tells of a figure and the same one a year earlier."""
    now, before = draw(observed()), draw(observed())
    period = draw(st.sampled_from([Period.year, Period.nine_months]))
    return change(
        evolve(now, period=period(_LAST)),
        evolve(now, period=period(_LAST - 1), value=before.value, absence=before.absence),
    )


@st.composite
def splits(draw: st.DrawFn) -> Split:
    """What `splits` finds in a whole with its parts: by sex, by time, or listed under it."""
    whole = draw(observed())
    parted = draw(st.sampled_from([_by_sex, _by_time, _by_list]))
    return splits_of(Statistics(observations=parted(whole)))[0]


def _by_sex(whole: Observation) -> Iterable[Observation]:
    return [evolve(whole, sex=each) for each in (Sex.TOTAL, Sex.FEMALE, Sex.MALE)]


def _by_time(whole: Observation) -> Iterable[Observation]:
    halves = (Period.half_year(_LAST, half) for half in (1, 2))
    return [evolve(whole, period=each) for each in (Period.year(_LAST), *halves)]


def _by_list(whole: Observation) -> Iterable[Observation]:
    listed = evolve(whole.indicator, name="з них повторно", part_of=whole.indicator)
    return [whole, evolve(whole, indicator=listed)]


@st.composite
def disaggregations(draw: st.DrawFn) -> Disaggregation:
    """What `disaggregation` tells of drawn statistics, asked by one axis or more."""
    asked = st.lists(st.sampled_from(Axis), min_size=1, max_size=2)
    return disaggregation(draw(statistics()), asked=draw(asked))
