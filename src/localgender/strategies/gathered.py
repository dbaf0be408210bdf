"""Strategies for what is gathered from a folder: its files, and the register that names communities."""

from __future__ import annotations

from hypothesis import strategies as st

from localgender.exchange.frames.register import Register
from localgender.questions.collected import Collected, Entry, FileChange, FileState
from localgender.strategies.model import communities
from localgender.strategies.values import texts


def collected_files() -> st.SearchStrategy[Entry]:
    """What became of one file; only what was read has counts, and only what failed a reason."""
    return texts().flatmap(_entries)


@st.composite
def collections(draw: st.DrawFn) -> Collected:
    """What collecting a folder of up to four files gave, in the order of their paths."""
    paths = sorted(draw(st.lists(texts(), max_size=4, unique=True)))
    return Collected([draw(_entries(path)) for path in paths], draw(st.integers(0, 3)))


@st.composite
def _entries(draw: st.DrawFn, file: str) -> Entry:
    state, change = draw(st.sampled_from(FileState)), draw(st.sampled_from(FileChange))
    if state is FileState.FAILED:
        return Entry(file, state, change, reason=draw(texts()))
    if state is FileState.DUPLICATE:
        return Entry(file, state, change, equals=draw(texts()))
    if state is FileState.OTHER:
        return Entry(file, state, change, kind=draw(st.sampled_from(["council", "statistics"])))
    counts = draw(st.tuples(*[st.integers(0, 99)] * 6))
    names = ("measures", "figures", "errors", "warnings", "notices", "unread")
    kind = draw(st.sampled_from(["report", "plan"]))
    return Entry(file, state, change, kind=kind, **dict(zip(names, counts, strict=True)))


def registers() -> st.SearchStrategy[Register]:
    """Registers of up to four communities, some of them of one name."""
    return st.builds(Register, st.lists(communities(), max_size=4))
