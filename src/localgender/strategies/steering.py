"""Strategies for bodies, councils, their meetings and what they decide."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from localgender.model.bodies import Body, BodyKind, Cited, CitedKind, Duty, DutyKind
from localgender.model.council import (
    AgendaItem,
    Conference,
    Council,
    Decision,
    DecisionKind,
    Heard,
    Meeting,
    Membership,
    Recommendation,
)
from localgender.model.mechanism import Mechanism
from localgender.strategies.joining import commitments
from localgender.strategies.model import communities
from localgender.strategies.values import counts, days, legal_acts, periods, terms, texts

_NAMES = st.sampled_from(["Департамент соціальної політики", "Управління у справах сім'ї"])
_NUMBERS = st.none() | st.sampled_from(["1", "2.1"])


def cited_documents() -> st.SearchStrategy[Cited]:
    """Programmes and documents that a text names."""
    return st.builds(
        Cited, st.sampled_from(CitedKind), texts(), term=st.none() | terms(), draft=st.booleans()
    )


def _cited() -> st.SearchStrategy[list[Cited]]:
    return st.lists(cited_documents(), max_size=2)


def duties() -> st.SearchStrategy[Duty]:
    """What a body is charged with."""
    names = st.lists(_NAMES, max_size=2)
    kinds = st.lists(st.sampled_from(DutyKind), max_size=2)
    return st.builds(
        Duty, texts(), kinds, reports_from=names, reports_to=names, oversees=names, concerns=_cited()
    )


def bodies() -> st.SearchStrategy[Body]:
    """Units, councils, centres and shelters."""
    return st.builds(
        Body,
        _NAMES | texts(),
        st.sampled_from(BodyKind),
        parent=st.none() | _NAMES,
        act=st.none() | legal_acts(),
        duties=st.lists(duties(), max_size=2),
    )


def memberships() -> st.SearchStrategy[Membership]:
    """How many people, in all and by sex."""
    number = st.none() | counts()
    return st.builds(Membership, st.none() | texts(), number, women=number, men=number)


def agenda_items() -> st.SearchStrategy[AgendaItem]:
    """Questions of an agenda."""
    return st.builds(AgendaItem, texts(), _NUMBERS)


def heard_items() -> st.SearchStrategy[Heard]:
    """What a meeting was told."""
    return st.builds(
        Heard,
        texts(),
        st.none() | _NAMES,
        st.none() | st.just("директор"),
        period=st.none() | periods(),
        compared=st.booleans(),
        concerns=_cited(),
    )


def decisions() -> st.SearchStrategy[Decision]:
    """Decisions with and without somebody to carry them out, and a day."""
    return st.builds(
        Decision,
        texts(),
        st.sampled_from(DecisionKind),
        number=_NUMBERS,
        assignees=st.lists(_NAMES, max_size=2),
        due=st.none() | terms(),
        concerns=_cited(),
        act=st.none() | legal_acts(),
    )


def meetings() -> st.SearchStrategy[Meeting]:
    """Meetings, much of which is silent."""
    return st.builds(
        Meeting,
        st.none() | days(),
        number=_NUMBERS,
        published=st.none() | days(),
        attendance=st.none() | counts(),
        present=st.lists(memberships(), max_size=2),
        agenda=st.lists(agenda_items(), max_size=2),
        heard=st.lists(heard_items(), max_size=2),
        decisions=st.lists(decisions(), max_size=3),
    )


@st.composite
def councils(draw: st.DrawFn) -> Council:
    """Councils with their meetings."""
    return draw(_councils())


@cache
def _councils() -> st.SearchStrategy[Council]:
    return st.builds(
        Council,
        bodies(),
        purpose=st.none() | texts(),
        meetings=st.lists(meetings(), max_size=2),
        meetings_stated=st.none() | counts(),
        membership=st.lists(memberships(), max_size=2),
    )


def recommendations() -> st.SearchStrategy[Recommendation]:
    """What a conference recommends."""
    return st.builds(Recommendation, texts(), concerns=_cited())


def conferences() -> st.SearchStrategy[Conference]:
    """Conferences, much of which is silent."""
    return st.builds(
        Conference,
        st.just("жіноча конференція"),
        date=st.none() | days(),
        topic=st.none() | texts(),
        purpose=st.none() | texts(),
        initiator=st.none() | texts(),
        supporters=st.lists(_NAMES, max_size=2),
        attendance=st.none() | counts(),
        represented=st.lists(texts(), max_size=2),
        recommendations=st.lists(recommendations(), max_size=3),
    )


@st.composite
def mechanisms(draw: st.DrawFn) -> Mechanism:
    """Everything that one text tells of who steers, meets and decides."""
    return draw(_mechanisms())


@cache
def _mechanisms() -> st.SearchStrategy[Mechanism]:
    return st.builds(
        Mechanism,
        st.none() | communities(),
        bodies=st.lists(bodies(), max_size=2),
        councils=st.lists(_councils(), max_size=2),
        conferences=st.lists(conferences(), max_size=1),
        decisions=st.lists(decisions(), max_size=2),
        commitments=st.lists(commitments(), max_size=1),
    )
