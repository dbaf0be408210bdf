"""Money of a measure whose sources stand in rows of their own: which rows are its parts, which sum others."""

from __future__ import annotations

from itertools import takewhile

from attrs import define, evolve

from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.figures import Figures, Line
from localgender.documents.interpret.labels import is_connective, opens_parts
from localgender.documents.interpret.sums import add_up
from localgender.documents.interpret.words import names_sum
from localgender.documents.layouts.layout import Role
from localgender.model.funding import Source

_FEWEST = 2


@define(eq=False)
class _Sourced:
    """Row of one source.

    Attributes:
        row: The row.
        sources: Whose money it carries.
        total: Whether its money stands in other rows too.
        budget: Budget that its fund belongs to.
        within: Whether a row above holds its money too.
    """

    row: Row
    sources: tuple[Source, ...]
    total: bool = False
    budget: Source | None = None
    within: bool = False

    @property
    def source(self) -> str:
        """What is printed of the source."""
        return self.row.get(Role.SOURCE).text

    @property
    def shares(self) -> bool:
        """Whether the row is «з них …» of the one above it."""
        return opens_parts(self.source) and not is_connective(self.source)

    @property
    def sums(self) -> bool:
        """Whether the row says that it sums others."""
        return names_sum(self.source) and not self.shares

    @property
    def is_fund(self) -> bool:
        """Whether the row names funds and no budget."""
        return bool(self.sources) and all(each.level is None for each in self.sources)


def sourced_lines(row: Row, figures: Figures) -> list[Line]:
    """Return the lines of a row and of its further sources, those that sum or share others marked.

    A row sums others when it says so, when it names no source and they add up to it, or when the funds and
    «з них …» right below add up to it. Of «з них …» that is not all of the row above nobody can tell what the
    rest is, so that row keeps the whole.

    Args:
        row: First row of a measure, with the rows of its further sources.
        figures: Reads the amounts.
    """
    every = [_Sourced(each, figures.named(each).sources) for each in (row, *row.parts)]
    for number, each in enumerate(every):
        if not each.within and not each.sums:
            _part(each, every[number + 1 :], figures)
    _sum(every, figures)
    return [line for each in every for line in _lines(each, figures)]


def _part(anchor: _Sourced, below: list[_Sourced], figures: Figures) -> None:
    """Settle what the funds and shares right below a row are to it."""
    budget = anchor.sources[0] if len(anchor.sources) == 1 else None
    funded = budget is not None and budget.level is not None and budget.fund is None
    group = list(takewhile(lambda each: each.shares or (funded and each.is_fund), below))
    whole = len(group) >= _FEWEST and all(each.sources for each in group) and _adds_up(anchor, group, figures)
    for each in group if whole else takewhile(lambda each: each.shares, group):
        each.within, each.total = True, not whole
        each.budget = budget if whole and each.is_fund else None
    anchor.total = anchor.total or whole


def _sum(every: list[_Sourced], figures: Figures) -> None:
    """Mark the rows that sum the whole measure."""
    first, *below = (each for each in every if not each.within)
    for each in every[:-1]:
        each.total = each.total or each.sums
    told = len(below) >= _FEWEST and all(each.sources for each in below)
    if not first.sources and not first.sums and told and _adds_up(first, below, figures):
        first.total = True
        if not first.source:
            figures.note_sum(first.row)


def _adds_up(whole: _Sourced, parts: list[_Sourced], figures: Figures) -> bool:
    return add_up(evolve(whole.row, parts=[]), [evolve(each.row, parts=[]) for each in parts], figures)


def _lines(each: _Sourced, figures: Figures) -> list[Line]:
    lines = figures.lines(each.row)
    # What is inside another row and names no source would stand for all of the measure.
    if each.within and each.total and not each.sources:
        return []
    if each.budget is not None:
        level = each.budget.level
        own = [evolve(source, level=level) for source in each.sources]
        lines = [evolve(line, funding=evolve(line.funding, sources=own)) for line in lines]
    return [evolve(line, total=line.total or each.total) for line in lines]
