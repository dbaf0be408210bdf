"""Strategies for charters and who has joined them."""

from __future__ import annotations

from hypothesis import strategies as st

from localgender.model.charter import Article, Charter, Commitment
from localgender.strategies.model import communities
from localgender.strategies.values import days, legal_acts, texts


def articles() -> st.SearchStrategy[Article]:
    """Articles with and without titles."""
    return st.builds(Article, st.integers(1, 39), st.none() | texts(), st.none() | texts())


def charters() -> st.SearchStrategy[Charter]:
    """Editions with a few articles, each number once."""
    several = st.lists(articles(), max_size=4, unique_by=lambda article: article.number)
    return st.builds(Charter, texts(), st.sampled_from(["2006", "2022"]), several)


def commitments() -> st.SearchStrategy[Commitment]:
    """Joinings, of which edition, act and day may be silent."""
    edition = st.none() | st.sampled_from(["charter-2006", "charter-2022"])
    return st.builds(Commitment, communities(), edition, st.none() | legal_acts(), st.none() | days())
