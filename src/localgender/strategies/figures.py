"""Strategies for statistics: quantities, indicators, figures on axes, and tables of them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from localgender.model.statistics import (
    Absence,
    Axis,
    Indicator,
    IndicatorKind,
    Locality,
    Nature,
    Observation,
    Sex,
    Statistics,
)
from localgender.strategies.model import communities
from localgender.strategies.values import ages, periods, texts
from localgender.values.counts import Bound
from localgender.values.quantities import Quantity


def quantities() -> st.SearchStrategy[Quantity]:
    """Figures as printed: whole ones and ones with decimals, exact and bounded."""
    whole = st.integers(0, 10**7)
    fine = st.builds(lambda units, places: Decimal(f"{units}E-{places}"), whole, st.integers(1, 3))
    return st.builds(Quantity, whole | fine, st.sampled_from(Bound))


def indicators() -> st.SearchStrategy[Indicator]:
    """Indicators of every kind, some of them parts of another."""
    names = st.sampled_from(["Звернення", "Постраждалі особи", "Працівники"]) | texts()
    units = st.sampled_from([None, "осіб", "%", "тис. осіб"])
    kinds = st.none() | st.sampled_from(IndicatorKind)
    asked = st.lists(st.sampled_from(Axis), max_size=2)
    wholes = st.none() | st.builds(Indicator, names, units, kinds)
    return st.builds(Indicator, names, units, kinds, part_of=wholes, asked=asked)


@st.composite
def observed(draw: st.DrawFn) -> Observation:
    """Figures with a number, with what stands instead of one, and with neither."""
    answer = draw(
        st.builds(lambda value: {"value": value}, quantities())
        | st.builds(lambda absence: {"absence": absence}, st.none() | st.sampled_from(Absence))
    )
    return Observation(
        draw(indicators()),
        draw(st.none() | periods()),
        place=draw(st.none() | texts()),
        locality=draw(st.none() | st.sampled_from(Locality)),
        sex=draw(st.none() | st.sampled_from(Sex)),
        age=draw(st.none() | ages()),
        nature=draw(st.sampled_from(Nature)),
        **answer,
    )


@st.composite
def statistics(draw: st.DrawFn) -> Statistics:
    """Tables of figures, some with indicators of which nothing is told."""
    return Statistics(
        draw(st.none() | texts()),
        community=draw(st.none() | communities()),
        issuer=draw(st.none() | texts()),
        indicators=draw(st.lists(indicators(), max_size=2)),
        observations=draw(st.lists(observed(), max_size=6)),
    )
