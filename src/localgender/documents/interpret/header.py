"""Finding the tables: which rows are a header, which rows belong to it, and what its columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve, frozen

from localgender.documents.grid import Cell, Document, Grid
from localgender.documents.interpret.align import is_term, shows_amount
from localgender.documents.interpret.columns import MONEY, YEAR_HEADER, Column, columns_of, is_told
from localgender.documents.interpret.items import holds_amounts
from localgender.documents.interpret.schedule import marked
from localgender.documents.interpret.stages import narrated, stages_meant, told_of_other_sources
from localgender.documents.interpret.windows import Window, windows
from localgender.documents.interpret.words import REPORTS, begins, is_caption, names_unit
from localgender.documents.layouts.layout import Kind, Layout, Role
from localgender.errors import LayoutError
from localgender.notation.folding import fold, joined, stems

_MEANT = {Role.PROGRAMME: Role.MEASURE, Role.NUMBER_GOAL: Role.GOAL}
_SEARCHED_ROWS = 60
_FEWEST = 3
_MOST_CAPTIONS = 3


@frozen
class Heading:
    """Header of a table, understood through a layout, and the rows that belong to it.

    Attributes:
        table: Number of the table, from 1.
        first: First row of the header, from 0.
        stop: Row after its last one.
        columns: What the columns hold, left to right.
        layout: Through which layout.
        width: Columns of the header.
        begin: First of the rows that caption it inside the same grid.
        end: Row after the last one that belongs to it.
    """

    table: int
    first: int
    stop: int
    columns: tuple[Column, ...]
    layout: Layout
    width: int
    begin: int = 0
    end: int = 0

    @property
    def fits(self) -> bool:
        """Whether every required column is there, and enough of them to tell a header from a row."""
        roles = roles_of(self.columns)
        told = not self.layout.any_of or not roles.isdisjoint(self.layout.any_of)
        enough = len(self.columns) >= _fewest(self.layout)
        return roles.issuperset(self.layout.required) and told and enough

    def column(self, role: Role) -> Column | None:
        """Return the first column of a role."""
        return next((column for column in self.columns if column.role == role), None)


def roles_of(columns: Iterable[Column]) -> set[Role]:
    """Return what the columns hold, the second stage of a column with two among it."""
    return {role for column in columns for role in (column.role, column.second) if role is not None}


def _fewest(layout: Layout) -> int:
    return min(_FEWEST, len(layout.columns))


def find_headings(
    document: Document, layouts: Iterable[Layout], *, beside: Iterable[Layout] = ()
) -> tuple[Heading, ...]:
    """Return the header of every table that the best layout fits, in the document's order.

    A grid may hold several tables one under the other, as pasted text does; each has a header of its own.

    Args:
        document: Where to look.
        layouts: Of these the one that understands most columns somewhere is taken.
        beside: Layouts of what else may stand in the document; tables that only they fit are found too.

    Raises:
        LayoutError: When none fits, with the headers found, the nearest layout and what differs.
    """
    best = max(_fitting(document, layouts), key=_rank).layout
    wanted = (best, *beside)
    return tuple(
        _settled(heading, grid)
        for number, grid in enumerate(document.tables, 1)
        for heading in _sections(number, grid, wanted)
    )


def best_kind(document: Document, layouts: Iterable[Layout]) -> Kind:
    """Return what the document's best understood table is read as.

    Where a table is understood equally well as both, the document's own name decides.

    Raises:
        LayoutError: When no layout fits any table.
    """
    fitting = _fitting(document, layouts)
    best = max(map(_rank, fitting))
    kinds = {heading.layout.kind for heading in fitting if _rank(heading) == best}
    if len(kinds) == 1:
        return kinds.pop()
    named = any(begins(stems(text), REPORTS) for _, text in document.texts())
    return Kind.REPORT if named else Kind.PLAN


def _fitting(document: Document, layouts: Iterable[Layout]) -> list[Heading]:
    layouts = tuple(layouts)
    candidates = [
        heading
        for number, grid in enumerate(document.tables, 1)
        for heading in _best_headings(number, grid, layouts)
    ]
    fitting = [heading for heading in candidates if heading.fits]
    if not fitting:
        raise _no_layout(document, candidates)
    return fitting


def _rank(heading: Heading) -> tuple[int, int]:
    return len(heading.columns), sum(column.score for column in heading.columns)


def _best_headings(table: int, grid: Grid, layouts: Iterable[Layout]) -> Iterator[Heading]:
    tried = list(windows(grid, stop=_SEARCHED_ROWS))
    for layout in layouts:
        best: Heading | None = None
        for window in tried:
            heading = _heading(table, window, layout, least=len(best.columns) if best else 1)
            if heading.columns and (best is None or _merit(heading) > _merit(best)):
                best = heading
        if best is not None:
            yield evolve(best, end=len(grid.rows))


def _merit(heading: Heading) -> tuple[int, ...]:
    """Of equally good windows the shortest and earliest: a row of data never improves a header."""
    return (*_rank(heading), heading.first - heading.stop, -heading.first)


def _heading(table: int, window: Window, layout: Layout, *, least: int) -> Heading:
    columns = columns_of(window.texts, window.own, layout, least=least)
    return Heading(table, window.first, window.stop, columns, layout, len(window.texts))


def _sections(table: int, grid: Grid, layouts: tuple[Layout, ...]) -> list[Heading]:
    """Return the headers of a grid from top to bottom, each with its own rows."""
    main = next((each for each in _best_headings(table, grid, layouts) if each.fits), None)
    if main is None:
        return []
    found = [main, *_further(main, grid, layouts)]
    found.sort(key=lambda each: each.first)
    begins = [0, *(_caption_begin(each, grid) for each in found[1:])]
    ends = [*begins[1:], len(grid.rows)]
    return [evolve(each, begin=begin, end=end) for each, begin, end in zip(found, begins, ends, strict=True)]


def _further(main: Heading, grid: Grid, layouts: tuple[Layout, ...]) -> Iterator[Heading]:
    """Find the headers beside the best one; its repetition on a new page is none, unless it is captioned."""
    words = [words_of(grid.rows[number]) for number in range(main.first, main.stop)]
    busy = range(main.first, main.stop)
    for first, group in groupby(windows(grid), key=lambda window: window.first):
        tried = [
            (_heading(main.table, window, layout, least=_fewest(layout)), window)
            for window in group
            if _is_worded(window, grid)
            for layout in layouts
        ]
        clear = [each for each, window in tried if each.fits and _is_clear(each, window)]
        best = max(clear, key=lambda each: (*_rank(each), -each.stop), default=None)
        if best is None or not {*busy}.isdisjoint(range(best.first, best.stop)):
            continue
        repeats = [words_of(grid.rows[number]) for number in range(first, best.stop)] == words[
            : best.stop - first
        ]
        if not repeats or _caption_begin(best, grid) < first:
            yield best
        busy = range(best.first, best.stop)


def words_of(row: Iterable[Cell]) -> tuple[str, ...]:
    """Return the words of a row as a repetition of it is known by: broken, spelt and spaced in any way."""
    return tuple(" ".join(fold(joined(cell.text)).split()) for cell in row)


def _is_worded(window: Window, grid: Grid) -> bool:
    """Tell whether rows hold no amount and no term, as a header does not, however many words announce it."""
    cells = (cell.text for row in grid.rows[window.first : window.stop] for cell in row if cell.text.strip())
    return not any(shows_amount(text) or is_term(text) for text in cells if not YEAR_HEADER.fullmatch(text))


def _is_clear(heading: Heading, window: Window) -> bool:
    """Tell whether a row further down is beyond doubt a header: most of its words announce columns."""
    filled = [text for text in window.texts if text.strip()]
    told = sum(is_told(column, window.texts[column.index]) for column in heading.columns)
    return 4 * told >= 3 * len(filled)


def _caption_begin(heading: Heading, grid: Grid) -> int:
    """Return the first of the lone lines over a header inside its grid that name it or its unit."""
    begin = heading.first
    while begin and heading.first - begin < _MOST_CAPTIONS:
        filled = [cell.text for cell in grid.rows[begin - 1] if cell.text.strip()]
        if len(filled) != 1 or not is_caption(filled[0]):
            break
        begin -= 1
    return begin


def _settled(heading: Heading, grid: Grid) -> Heading:
    """Decide what columns mean beside each other, once the layout is chosen.

    «Факт» and «профінансовано» are given by the budget beside money spent, else the money spent itself; what
    was approved is then planned, where nothing else is. A source in the header counts where it tells columns
    of one stage apart, or where all name the same.
    """
    heading = _over_units(heading, grid)
    columns = tuple(
        evolve(each, total=True) if _sums_years(each, heading) else each for each in heading.columns
    )
    rows = grid.rows[heading.stop : heading.end]
    columns = narrated(marked(_money_under_sources(columns, heading, grid), rows), rows)
    columns = told_of_other_sources(columns)
    meant = {**stages_meant(roles_of(columns)), **_MEANT}
    money = [column for column in columns if column.role in MONEY and not column.total]
    stages = Counter((column.role, column.period, column.season) for column in money)
    told = max(stages.values(), default=0) > 1 or len({column.sources for column in money}) == 1
    return evolve(
        heading,
        columns=tuple(
            evolve(
                column,
                role=meant.get(column.role, column.role),
                second=column.second and meant.get(column.second, column.second),
                sources=column.sources if told else (),
            )
            for column in columns
        ),
    )


def _over_units(heading: Heading, grid: Grid) -> Heading:
    """Take a row that only tells units, under a header that tells none, for the last row of the header."""
    row = [cell.text for cell in grid.rows[heading.stop]] if heading.stop < heading.end else []
    told = {number: unit for number, text in enumerate(row) if (unit := names_unit(text)) is not None}
    if not told or len(told) < sum(text.strip() not in {"", "%"} for text in row):
        return heading
    lone = next(iter(told.values())) if len(told) == 1 else None
    columns = (
        evolve(each, unit=told.get(each.index, lone)) if each.role in MONEY and each.unit is None else each
        for each in heading.columns
    )
    return evolve(heading, stop=heading.stop + 1, columns=tuple(columns))


def _money_under_sources(columns: tuple[Column, ...], heading: Heading, grid: Grid) -> tuple[Column, ...]:
    """Take a column headed by sources for money where amounts stand in it and nowhere else."""
    source = next((column for column in columns if column.role == Role.SOURCE), None)
    if (
        source is None
        or Role.SOURCE in heading.layout.required
        or any(each.role in MONEY for each in columns)
    ):
        return columns
    texts = [
        row[source.index].text for row in grid.rows[heading.stop : heading.end] if source.index < len(row)
    ]
    filled = [text for text in texts if text.strip()]
    if 2 * sum(map(holds_amounts, filled)) < len(filled) or not any(
        sign.isdigit() for text in filled for sign in text
    ):
        return columns
    return tuple(evolve(each, role=Role.PLANNED) if each is source else each for each in columns)


def _sums_years(column: Column, heading: Heading) -> bool:
    """Tell whether an amount without a year stands beside several of the same stage that have one."""
    if column.role not in MONEY or column.period is not None or column.season is not None:
        return False
    dated = [each for each in heading.columns if each.role == column.role and (each.period or each.season)]
    return len(dated) > 1


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
