"""Strategies for answers that name what stands in a value: figures, suspects, decisions, codes, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import assume
from hypothesis import strategies as st

from localgender.model.council import Council, DecisionKind, Meeting
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Measure, Plan, StatedTotal
from localgender.questions.codelists import CodeEntry, CodeList
from localgender.questions.decisions import FollowUp, OpenDecision, decisions_open, followed_up
from localgender.questions.observations import FigureRow, observations
from localgender.questions.suspects import Suspect
from localgender.questions.suspects import suspects as suspects_of
from localgender.strategies.model import measures, reports
from localgender.strategies.steering import bodies, decisions
from localgender.strategies.values import codes, days, moneys, places, texts
from localgender.values.money import Money
from localgender.values.periods import day

if TYPE_CHECKING:
    from localgender.showing.asked import Because, Titled
    from localgender.showing.locations import Where
    from localgender.showing.plots.plot import Plot

_LATE = day("2031-01-01")


def code_lists() -> st.SearchStrategy[CodeList]:
    """Lists of a few codes on one level, some with titles."""
    entry = st.builds(CodeEntry, codes(most_parts=2).map(str), uk=st.none() | texts(), en=st.none() | texts())
    entries = st.lists(entry, max_size=3, unique_by=lambda each: each.code)
    return st.builds(CodeList, st.sampled_from(["nap-1325", "charter-2006"]), st.just("1"), entries=entries)


@st.composite
def figure_rows(draw: st.DrawFn) -> FigureRow:
    """What `observations` tells of one amount of a drawn measure."""
    money = FundingPeriod(2024, planned=draw(moneys()))
    measure = draw(measures())
    found = observations(Plan(goals=evolve(measure, funding=(money, *measure.funding))))
    return draw(st.sampled_from(found))


@st.composite
def suspects(draw: st.DrawFn) -> Suspect:
    """What `suspects` names where a total is not what its rows add up to."""
    few = moneys(most=10**8)
    amounts = draw(st.lists(few, min_size=1, max_size=3))
    total = draw(few.filter(lambda each: each != sum(amounts, Money(0))))
    made = [Measure(f"1.{n}", funding=FundingPeriod(2024, planned=each)) for n, each in enumerate(amounts, 1)]
    claimed = StatedTotal("Всього", funding=FundingPeriod(2024, planned=total))
    found = suspects_of(Plan(goals=made, stated_totals=claimed))
    # A kopiyka more or less is what rounding leaves open.
    assume(found)
    return draw(st.sampled_from(found))


@st.composite
def open_decisions(draw: st.DrawFn) -> OpenDecision:
    """What `decisions_open` tells of one decision of a meeting."""
    return decisions_open(_council(draw), on=_LATE)[0]


@st.composite
def follow_ups(draw: st.DrawFn) -> FollowUp:
    """What `followed_up` tells of a decision, which a later meeting may take up or not."""
    council = _council(draw)
    later = Meeting(draw(st.none() | st.just(_LATE)), decisions=draw(st.lists(decisions(), max_size=1)))
    repeated = evolve(later, decisions=council.meetings[0].decisions)
    after = draw(st.sampled_from([(), (later,), (repeated,)]))
    return followed_up(evolve(council, meetings=(*council.meetings, *after)))[0]


def _council(draw: st.DrawFn) -> Council:
    binding = st.sampled_from([DecisionKind.ASSIGN, DecisionKind.RECOMMEND])
    decision = evolve(draw(decisions()), kind=draw(binding))
    return Council(draw(bodies()), meetings=[Meeting(draw(st.none() | days()), decisions=[decision])])


@st.composite
def plots(draw: st.DrawFn) -> Plot:
    """Pictures of drawn reports; nothing is drawn as SVG or PNG, which would ask for the extra `plot`."""
    from localgender.showing import plots as drawing

    drawn = draw(st.sampled_from([drawing.status_map, drawing.money_by_goal, drawing.percent_bases]))
    return drawn(draw(reports()), language=draw(st.sampled_from(["uk", "en"])))


@st.composite
def told_reasons(draw: st.DrawFn) -> Because:
    """Words of a table: why a question had no answer, and how often."""
    from localgender.showing.asked import Because

    return Because(draw(st.sampled_from(["silent", "no-column"])), draw(st.none() | st.integers(1, 40)))


@st.composite
def told_kinds(draw: st.DrawFn) -> Titled:
    """Words of a table: what findings of a kind are called."""
    from localgender.showing.asked import Titled

    return Titled(draw(st.sampled_from(["no-term", "stated-total-differs"])))


@st.composite
def told_places(draw: st.DrawFn) -> Where:
    """Words of a table: where things stand in a document."""
    from localgender.showing.locations import Where

    return Where(tuple(draw(st.lists(places(), max_size=2))), draw(st.sampled_from([True, False])))
