"""The strategy that draws invented countries."""

from __future__ import annotations

from hypothesis import strategies as st

from localgender.strategies.invented.shape import Country


def countries(*, dirty: bool | None = None) -> st.SearchStrategy[Country]:
    """Small invented countries.

    Args:
        dirty: Whether communities have odd habits; either when left out.
    """
    dirt = st.booleans() if dirty is None else st.just(dirty)
    return st.builds(
        Country, st.integers(0, 6), st.integers(1, 3), st.integers(0, 12), st.integers(0, 10**6), dirty=dirt
    )
