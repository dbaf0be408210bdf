"""Finding the table: which rows are a header, and which column holds what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve, frozen

from localgender import notation
from localgender.documents.grid import Document, Grid
from localgender.documents.interpret.words import SOURCES, sources_in, unit_in
from localgender.documents.layouts.layout import Kind, Layout, Role
from localgender.errors import LayoutError
from localgender.model.funding import Source
from localgender.notation.folding import joined, stems
from localgender.values.money import Unit
from localgender.values.periods import Period

MONEY = (Role.PLANNED, Role.ALLOCATED, Role.ACTUAL, Role.DISBURSED)
_SIGNS = str.maketrans({"%": " відсоток ", "№": " номер "})
_TOTAL = frozenset(stems("всього усього разом загалом"))
_BESIDE_A_YEAR = _TOTAL | frozenset(
    stems("рік роки р рр тис тисяч грн гривень млн в т ч у тому числі на за загальний обсяг")
)
_OF_SOURCES = frozenset(stems(" ".join(SOURCES)))
_PERCENT = stems("відсоток")[0]
_DIVIDED = re.compile(r"(?<=[а-яіїєґ])-(?=[а-яіїєґ])")
_SEARCHED_ROWS = 60
_TALLEST = 3
_LONGEST = 300
_FEWEST = 3


@frozen
class Column:
    """What one column of a table holds.

    Attributes:
        index: Number in the row, from 0.
        role: What it holds.
        score: How many words of the header announced it.
        period: What its money is for, where the header tells.
        total: Whether it sums other columns.
        unit: Unit of its money, where the header tells.
        sources: Whose money it is, where the header tells columns apart by it.
    """

    index: int
    role: Role
    score: int = 0
    period: Period | None = None
    total: bool = False
    unit: Unit | None = None
    sources: tuple[Source, ...] = ()

    @property
    def slot(self) -> tuple[object, ...]:
        """What may be there only once: a role, or an amount of one period and source."""
        return (self.role, self.period, self.total, self.sources) if self.role in MONEY else (self.role,)


@frozen
class Heading:
    """Header of a table, understood through a layout.

    Attributes:
        table: Number of the table, from 1.
        first: First row of the header, from 0.
        stop: Row after its last one.
        columns: What the columns hold, left to right.
        layout: Through which layout.
        width: Columns of the header.
    """

    table: int
    first: int
    stop: int
    columns: tuple[Column, ...]
    layout: Layout
    width: int

    @property
    def fits(self) -> bool:
        """Whether every required column is there, and enough of them to tell a header from a row."""
        roles = {column.role for column in self.columns}
        told = not self.layout.any_of or not roles.isdisjoint(self.layout.any_of)
        enough = min(_FEWEST, len(self.layout.columns))
        return roles.issuperset(self.layout.required) and told and len(self.columns) >= enough

    def column(self, role: Role) -> Column | None:
        """Return the first column of a role."""
        return next((column for column in self.columns if column.role == role), None)


def find_headings(document: Document, layouts: Iterable[Layout]) -> tuple[Heading, ...]:
    """Return the header of every table that the best layout fits.

    Raises:
        LayoutError: When none fits, with the headers found, the nearest layout and what differs.
    """
    fitting = _fitting(document, layouts)
    best = max(fitting, key=_rank)
    return tuple(_settled(heading) for heading in fitting if heading.layout is best.layout)


def heading_of(document: Document, table: int, layout: Layout) -> Heading | None:
    """Return the header of one table if a layout fits it."""
    heading = _best_heading(table, document.tables[table - 1], layout)
    return _settled(heading) if heading is not None and heading.fits else None


def best_kind(document: Document, layouts: Iterable[Layout]) -> Kind:
    """Return what the document's best understood table is read as.

    Raises:
        LayoutError: When no layout fits any table.
    """
    return max(_fitting(document, layouts), key=_rank).layout.kind


def _fitting(document: Document, layouts: Iterable[Layout]) -> list[Heading]:
    layouts = tuple(layouts)
    candidates = [
        heading
        for number, grid in enumerate(document.tables, 1)
        for layout in layouts
        if (heading := _best_heading(number, grid, layout)) is not None
    ]
    fitting = [heading for heading in candidates if heading.fits]
    if not fitting:
        raise _no_layout(document, candidates)
    return fitting


def _rank(heading: Heading) -> tuple[int, int]:
    return len(heading.columns), sum(column.score for column in heading.columns)


def _best_heading(table: int, grid: Grid, layout: Layout) -> Heading | None:
    tried = [
        Heading(table, first, first + height, columns, layout, len(texts))
        for first, height, texts, own in _windows(grid)
        if (columns := _columns(texts, own, layout))
    ]
    # Of equally good windows the shortest and earliest: a row of data never improves a header.
    return max(tried, key=lambda each: (*_rank(each), -(each.stop - each.first), -each.first), default=None)


def _windows(grid: Grid) -> Iterator[tuple[int, int, tuple[str, ...], tuple[str, ...]]]:
    # A narrow column divides words, and what copied it has often lost the end of the line: «Облас-ний».
    rows = [tuple(_DIVIDED.sub("", joined(cell.text)) for cell in row) for row in grid.rows[:_SEARCHED_ROWS]]
    for first, row in enumerate(rows):
        if sum(1 for text in row if text.strip()) < 2 or max(map(len, row)) > _LONGEST:
            continue
        yield first, 1, row, row
        for height in range(2, _TALLEST + 1):
            below = rows[first : first + height]
            if len(below) < height or not _is_subheader(below[0], below[-1]):
                break
            yield first, height, *_stacked(below)


def _is_subheader(top: tuple[str, ...], row: tuple[str, ...]) -> bool:
    filled = [number for number, text in enumerate(row) if text.strip()]
    under_gap = [number for number in filled if number >= len(top) or not top[number].strip()]
    return (
        bool(under_gap) and all(len(row[number]) <= _LONGEST for number in filled) and len(filled) < len(top)
    )


def _stacked(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Set the words of each column's header cells one under the other, and give its lowest beside them.

    A merged cell stands over all it covers, so rows are spread from the lowest up.
    """
    width = max(map(len, rows))
    padded = [row + ("",) * (width - len(row)) for row in rows]
    spread = [padded[-1]]
    for row in reversed(padded[:-1]):
        spread.insert(0, _spread(row, spread[0]))
    columns = list(zip(*spread, strict=True))
    stacked = tuple(" ".join(filter(str.strip, column)) for column in columns)
    return stacked, tuple(next((text for text in reversed(column) if text.strip()), "") for column in columns)


def _spread(row: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    spread, covering = [], ""
    for text, under in zip(row, below, strict=True):
        covering = text if text.strip() else covering if under.strip() else ""
        spread.append(covering)
    return tuple(spread)


def _columns(texts: tuple[str, ...], own: tuple[str, ...], layout: Layout) -> tuple[Column, ...]:
    offers = [
        ((words, -position, -rank), Column(index, role, words))
        for index, text in enumerate(texts)
        if text.strip()
        for rank, (role, phrases) in enumerate(layout.columns)
        if _may_head(role, text)
        for words, position in [(_promised if role == Role.PLANNED else _announced)(text, phrases)]
        if words
    ]
    taken: dict[int, Column] = {}
    slots: set[tuple[object, ...]] = set()
    for _, column in sorted(offers, key=lambda offer: offer[0], reverse=True):
        described = _described(column, texts[column.index], own[column.index])
        if column.index not in taken and described.slot not in slots:
            taken[column.index] = described
            slots.add(described.slot)
    return _with_measure(tuple(taken[index] for index in sorted(taken)), layout)


def _may_head(role: Role, text: str) -> bool:
    """Let the unit decide: a header in hryvnias is money, one in percents is not."""
    if unit_in(text) is not None:
        return role in MONEY or role == Role.DERIVED
    return not (role in MONEY and _PERCENT in header_stems(text))


def _with_measure(columns: tuple[Column, ...], layout: Layout) -> tuple[Column, ...]:
    """Take a lone column of tasks for the measures, where nothing else is."""
    roles = [column.role for column in columns]
    if Role.MEASURE not in layout.required or Role.MEASURE in roles or roles.count(Role.GOAL) != 1:
        return columns
    return tuple(
        evolve(column, role=Role.MEASURE) if column.role == Role.GOAL else column for column in columns
    )


@lru_cache(maxsize=8192)
def header_stems(text: str) -> tuple[str, ...]:
    """Return the stems of a header's words, its signs spelled out."""
    return stems(text.translate(_SIGNS))


def _announced(text: str, phrases: tuple[str, ...]) -> tuple[int, int]:
    """Return how many words of the best phrase stand in a header, and where the first of them does."""
    words = header_stems(text)
    best = (0, 0)
    for phrase in phrases:
        wanted = header_stems(phrase)
        if wanted and set(wanted) <= set(words):
            best = max(best, (len(wanted), -min(map(words.index, wanted))))
    return best[0], -best[1]


def _promised(text: str, phrases: tuple[str, ...]) -> tuple[int, int]:
    """Take a column headed by nothing but a year or «Всього» for money planned."""
    words, position = _announced(text, phrases)
    alone = set(header_stems(text)) - _BESIDE_A_YEAR - (_OF_SOURCES if sources_in(text) else set())
    if not words and (alone == set() or (len(alone) == 1 and _YEAR.fullmatch(next(iter(alone))))):
        return 1, 0
    return words, position


_YEAR = re.compile(r"\D*((?:19|20)\d\d)\D*")


def _described(column: Column, text: str, own: str) -> Column:
    if column.role not in MONEY:
        return column
    found = [period for period, _, _ in notation.periods(text)]
    bare = _YEAR.fullmatch(text)
    period = found[-1] if found else Period.year(int(bare[1])) if bare else None
    total = not _TOTAL.isdisjoint(header_stems(own))
    sources = () if total else sources_in(text)
    return evolve(column, period=period, total=total, unit=unit_in(text), sources=sources)


def _settled(heading: Heading) -> Heading:
    """Decide what columns mean beside each other, once the layout is chosen.

    «Факт» is given by the budget beside money spent, else the money spent itself. A source in the header
    counts where it tells columns of one stage apart, or where all name the same.
    """
    columns = tuple(
        evolve(each, total=True) if _sums_years(each, heading) else each for each in heading.columns
    )
    spent = any(column.role == Role.DISBURSED for column in columns)
    meant = {
        Role.ACTUAL: Role.ALLOCATED if spent else Role.DISBURSED,
        Role.PROGRAMME: Role.MEASURE,
        Role.NUMBER_GOAL: Role.GOAL,
    }
    money = [column for column in columns if column.role in MONEY and not column.total]
    stages = Counter((column.role, column.period) for column in money)
    told = max(stages.values(), default=0) > 1 or len({column.sources for column in money}) == 1
    return evolve(
        heading,
        columns=tuple(
            evolve(column, role=meant.get(column.role, column.role), sources=column.sources if told else ())
            for column in columns
        ),
    )


def _sums_years(column: Column, heading: Heading) -> bool:
    """Tell whether an amount without a year stands beside several of the same stage that have one."""
    if column.role not in MONEY or column.period is not None:
        return False
    return sum(1 for other in heading.columns if other.role == column.role and other.period is not None) > 1


def _no_layout(document: Document, candidates: list[Heading]) -> LayoutError:
    headers = [header for grid in document.tables if (header := _widest(grid))]
    if not candidates:
        return LayoutError(headers)
    nearest = max(candidates, key=_rank)
    roles = {column.role for column in nearest.columns}
    missing = [role for role in nearest.layout.required if role not in roles]
    missing = missing or [role for role, _ in nearest.layout.columns if role not in roles]
    return LayoutError(
        headers, nearest.layout.name, [f"{role} ({nearest.layout.phrases(role)[0]})" for role in missing]
    )


def _widest(grid: Grid) -> tuple[str, ...]:
    filled = [[" ".join(cell.text.split()) for cell in row if cell.text.strip()] for row in grid.rows[:10]]
    return tuple(text[:60] for text in max(filled, key=len, default=[]))
