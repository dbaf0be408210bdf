"""Which figures are probably wrong where figures contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, value_of
from localgender.questions.suspects.ledger import Ledger, Tie, ledger_of
from localgender.questions.suspects.pairs import pairs
from localgender.questions.suspects.percents import tie_percents
from localgender.questions.suspects.search import Change, Search, contradictions
from localgender.questions.suspects.slips import Slip
from localgender.questions.suspects.sums import tie_sums
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.refs import Ref


def _refs(value: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple(value)


def _values(value: Iterable[Money | Percent]) -> tuple[Money | Percent, ...]:
    return tuple(value)


@frozen
class Suspect:
    """Figures that may be wrong: a candidate, never a correction.

    Attributes:
        refs: Addresses of the figures, one or two.
        values: What each would have to be, exact at its printed digits: Money, or a Percent.
        slip: What may have happened; of two figures the larger slip.
    """

    refs: tuple[Ref, ...] = field(converter=_refs)
    values: tuple[Money | Percent, ...] = field(converter=_values)
    slip: Slip = field(converter=Slip)

    _repr_html_ = html_of
    __rich_console__ = rich_of
    __repr__ = brief


def suspects(value: Asked) -> tuple[Suspect, ...]:
    """Name the smallest sets of figures whose change settles a contradiction, the likeliest first.

    Figures are tied by every stated total (to its rows, and to the totals of its goals, years and sources)
    and by every percent, to the base that most percents of the document have. Each stands for all
    amounts that are printed so. Where ties break, one figure is sought that mends them and breaks no other,
    then two. Contradictions that share no figure are settled apart, and one that needs three figures or
    more is taken apart: its widest sum is settled by itself, and so is what remains.

    First come figures that a small slip explains: a digit, two digits swapped, a comma, a sign, a digit
    missed or too many, a row missed or doubled, a neighbouring column. Among these, those whose change
    keeps usual relations (no stage of money above the one before it, equal amounts side by side), then those
    that fewer ties confirm, then those that need the least change.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Goal, Measure, StatedTotal
    >>> from localgender.values.money import uah
    >>> def line(amount):
    ...     return FundingPeriod(2023, planned=uah(amount))
    >>> tasks = [Goal(n, measures=[Measure(f"{n}.1", funding=line(128)), Measure(f"{n}.2", funding=line(40))])
    ...     for n in (1, 2)]
    >>> totals = [StatedTotal("Разом", "goal:1", line(168)), StatedTotal("Разом", "goal:2", line(186)),
    ...     StatedTotal("Всього", funding=line(336))]
    >>> for each in suspects(Plan(goals=tasks, stated_totals=totals)):
    ...     print(*each.refs, *each.values, each.slip)
    total:2/2023/planned uah('168') swapped-digits

    Args:
        value: A plan with its money, a report with its own, or a reading of either.

    Returns:
        Candidates, never corrections. None for figures that agree, and none for a single sum or percent that
        only three figures would settle, or one that more than 4,000 pairs might.

    Raises:
        TypeError: For anything else.
    """
    value = value_of(value)
    ledger = ledger_of(value)
    tie_sums(ledger, value)
    tie_percents(ledger, value)
    found = sorted(_candidates(ledger), key=_rank)
    # A figure that settles a whole may settle its parts once more.
    return tuple(dict.fromkeys(_suspect(ledger, changes) for changes in found))


def printed(value: Plan | Report) -> Mapping[Ref, Money | Percent]:
    """Return what stands at the address of each figure; where two differ at one address, neither is told."""
    found: dict[Ref, Money | Percent] = {}
    differ: set[Ref] = set()
    for cell in ledger_of(value).cells:
        figure = cell.of(cell.value)
        if found.setdefault(cell.ref, figure) != figure:
            differ.add(cell.ref)
    return {where: figure for where, figure in found.items() if where not in differ}


def _candidates(ledger: Ledger) -> Iterator[tuple[Change, ...]]:
    """Yield what settles each contradiction, or else its parts."""
    pending: list[tuple[Search, Sequence[Tie]]] = [(Search(ledger, ledger.ties), ledger.ties)]
    while pending:
        search, ties = pending.pop()
        for broken in contradictions(ties):
            found = [(change,) for change in search.singles(broken)] or pairs(search, broken)
            yield from found
            if not found and len(broken) > 1:
                pending += _parts(search, broken)


def _parts(search: Search, broken: Sequence[Tie]) -> Iterator[tuple[Search, Sequence[Tie]]]:
    """Take broken ties apart, the widest from the others: of many an eighth, lest it take as many turns."""
    by_width = sorted(broken, key=lambda tie: -len(tie.cells))
    widest, others = by_width[: 1 + len(broken) // 8], by_width[1 + len(broken) // 8 :]
    for kept, aside in ((widest, others), (others, widest)):
        left_out = set(map(id, aside))
        yield Search(search.ledger, [tie for tie in search.ties if id(tie) not in left_out]), kept


def _rank(changes: Sequence[Change]) -> tuple[object, ...]:
    return (*map(sum, zip(*(change.rank for change in changes), strict=True)), *(c.number for c in changes))


def _suspect(ledger: Ledger, changes: Sequence[Change]) -> Suspect:
    cells = [ledger.cells[change.number] for change in changes]
    values = tuple(cell.of(change.value) for cell, change in zip(cells, changes, strict=True))
    slip = max((change.slip for change in changes), key=lambda slip: slip.rank)
    return Suspect(tuple(cell.ref for cell in cells), values, slip)
