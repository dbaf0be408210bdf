"""What an official has to lay out: goals, measures and their money, before there is a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen
from hypothesis import strategies as st

from localgender.model.community import Community
from localgender.strategies import wording
from localgender.strategies.arrangement import Arrangement
from localgender.values.terms import Term

Amounts = tuple[int | None, ...]
"""One for each column of money, in its last printed digit; None for silence."""


@frozen
class Part:
    """Money of a measure from one source.

    Attributes:
        source: As printed in the row; None where no row names it.
        amounts: In the order of the columns.
    """

    source: str | None
    amounts: Amounts


@frozen
class Line:
    """One measure.

    Attributes:
        title: What is to be done.
        term: In words and as a value.
        executors: Printed one after the other.
        parts: Its money, one part for each source that has a row.
        percent: In tenths; None for silence.
        words: What was done; blank for silence.
        result: What is expected; blank for silence.
        target: Numbers of its national task and activity, from 1.
    """

    title: str
    term: tuple[str, Term]
    executors: tuple[str, ...]
    parts: tuple[Part, ...]
    percent: int | None
    words: str
    result: str
    target: tuple[int, int] = (1, 1)

    @property
    def amounts(self) -> Amounts:
        """Sum over its sources, column by column."""
        return summed([part.amounts for part in self.parts])


@frozen
class Promised:
    """Everything that is to be laid out.

    Attributes:
        goals: Title of each goal with its measures.
        programme: Name of the programme.
        council: Whose it is, as printed in the title, and the community it means.
    """

    goals: tuple[tuple[str, tuple[Line, ...]], ...]
    programme: str
    council: tuple[str, Community]

    @property
    def lines(self) -> Iterator[Line]:
        """All measures in order."""
        return (line for _, lines in self.goals for line in lines)


def summed(rows: Sequence[Amounts]) -> Amounts:
    """Add up columns; a column of silence stays silent."""
    columns = zip(*rows, strict=True)
    return tuple(sum(each or 0 for each in column) if set(column) != {None} else None for column in columns)


@st.composite
def promised(draw: st.DrawFn, arrangement: Arrangement) -> Promised:
    """Draw what fits an arrangement."""
    most = 1 if arrangement.goals == "none" else 3
    titles = draw(st.lists(st.sampled_from(wording.GOALS), min_size=1, max_size=most, unique=True))
    some = st.lists(_lines(arrangement), min_size=1, max_size=3)
    return Promised(
        tuple((title, tuple(draw(some))) for title in titles),
        draw(st.sampled_from(wording.PROGRAMMES)),
        draw(st.sampled_from(wording.COMMUNITIES)),
    )


def _lines(arrangement: Arrangement) -> st.SearchStrategy[Line]:
    amount = st.none() | st.integers(0, 50_000)
    amounts = st.tuples(*[amount] * len(arrangement.slots))
    named = st.lists(st.sampled_from(list(wording.SOURCES)), min_size=1, max_size=3, unique=True)
    sources = named if arrangement.by_source else st.just([None])
    parts = sources.flatmap(lambda names: st.tuples(*(st.builds(Part, st.just(n), amounts) for n in names)))
    return st.builds(
        Line,
        st.sampled_from(wording.MEASURES),
        st.sampled_from(wording.TERMS),
        st.lists(st.sampled_from(list(wording.EXECUTORS)), max_size=2, unique=True).map(tuple),
        parts,
        st.none() | st.integers(0, 1500),
        st.just("") | st.sampled_from(wording.NARRATIVES),
        st.just("") | st.sampled_from(wording.RESULTS),
        st.tuples(st.integers(1, 2), st.integers(1, 3)),
    )
