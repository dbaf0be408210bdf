"""From the words of a header to what each column holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from localgender import notation
from localgender.documents.interpret.sources import SOURCES, sources_in
from localgender.documents.interpret.words import unit_in
from localgender.documents.layouts.layout import Kind, Layout, Role
from localgender.errors import NotationError
from localgender.model.funding import Source
from localgender.notation.folding import stems
from localgender.values.money import Unit
from localgender.values.periods import Period
from localgender.values.terms import Season

MONEY = (Role.PLANNED, Role.ALLOCATED, Role.ACTUAL, Role.FINANCED, Role.DISBURSED)
_SIGNS = str.maketrans({"%": " відсоток ", "№": " номер "})
_TOTAL = frozenset(stems("всього усього разом загалом"))
_BESIDE_A_YEAR = _TOTAL | frozenset(
    stems(
        "рік роки р рр тис тисяч грн гривень млн в т ч у тому числі на за загальний обсяг"
        " квартал півріччя перший другий третій четвертий i ii iii iv і іі ііі"
    )
)
# Without a year, a number or a sum beside them such words head the terms of measures, not money.
_TIME = frozenset(stems("рік роки р рр квартал півріччя місяць період за у в по"))
_INTENDED = frozenset(
    stems("план плановий заплановано передбачено прогнозний прогноз орієнтовний потреба розрахунковий")
)
_LATER = (Role.ALLOCATED, Role.ACTUAL, Role.FINANCED, Role.DISBURSED)
_OF_SOURCES = frozenset(stems(" ".join(SOURCES)))
_PERCENT = stems("відсоток")[0]
YEAR_HEADER = re.compile(r"\D*((?:19|20)\d\d)\D*")
_ANNUAL = re.compile(r"\bна\s+(?:весь\s+|поточний\s+|звітний\s+)?рік\b|\bрічн(?:ий|ого|е|а)\b", re.IGNORECASE)
_PART = re.compile(r"\S+\s+(?:квартал|півріч)\w*", re.IGNORECASE)


@frozen
class Column:
    """What one column of a table holds.

    Attributes:
        index: Number in the row, from 0.
        role: What it holds.
        score: How many words of the header announced it.
        period: What its money is for, where the header tells.
        season: Part of the year its money is for, where the header names no year beside it.
        annual: Whether its money is for the whole year, where the header names no year beside that.
        total: Whether it sums other columns.
        unit: Unit of its money, where the header tells.
        sources: Whose money it is, where the header tells columns apart by it.
        second: What the amount after a stroke is, where the header says so: «план/факт».
    """

    index: int
    role: Role
    score: int = 0
    period: Period | None = None
    season: Season | None = None
    annual: bool = False
    total: bool = False
    unit: Unit | None = None
    sources: tuple[Source, ...] = ()
    second: Role | None = None

    @property
    def slot(self) -> tuple[object, ...]:
        """What may be there only once: a role, or an amount of one period and source."""
        if self.role in MONEY:
            return self.role, self.period, self.season, self.annual, self.total, self.sources
        return (self.role, self.index) if self.role in {Role.DERIVED, Role.AIM} else (self.role,)


Rank = tuple[int, int, int]
Offer = tuple[Rank, int, Role]


def columns_of(
    texts: tuple[str, ...], own: tuple[str, ...], layout: Layout, *, least: int = 0
) -> tuple[Column, ...]:
    """Give each column of a header the role that most of its words announce, no role twice.

    Args:
        texts: Words of each column's header cells, those of a group above its columns included.
        own: Words of each column's lowest header cell.
        layout: Whose phrases are looked for.
        least: Fewest columns worth having, so that most rows of data are given up at once.
    """
    offers: list[Offer] = []
    spare = len(texts) - least
    for index, text in enumerate(texts):
        found = _offered(text, own[index], layout)
        offers += [(rank, index, role) for rank, role in found]
        spare -= not found
        if spare < 0:
            return ()
    if len(offers) < len(layout.required):
        return ()
    offers.sort(key=lambda offer: offer[0], reverse=True)
    taken: dict[int, Column] = {}
    slots: set[tuple[object, ...]] = set()
    for rank, index, role in offers:
        if index in taken:
            continue
        described = _described(Column(index, role, rank[0]), texts[index], own[index])
        if described.slot not in slots:
            taken[index] = described
            slots.add(described.slot)
    _require(taken, offers, layout)
    _take_aim(taken, texts, offers)
    _take_more(Role.NARRATIVE, taken, texts, offers)
    _take_more(Role.EXECUTORS, taken, texts, offers)
    columns = tuple(_paired(taken[index], texts[index], layout) for index in sorted(taken))
    return _with_measure(columns, layout)


def _offered(text: str, own: str, layout: Layout) -> tuple[tuple[Rank, Role], ...]:
    """Return the roles that a header announces; a stage of its own is not outvoted by the words above it.

    «Обсяги фінансування» stands over «Виділено» and «Використано» alike, and says only that both are money.
    """
    offers = _offers(text, layout) or _offers(own, layout)
    if own != text and sources_in(own) and any(role in MONEY for _, role in offers):
        # «Кошти» over «Інші джерела» heads money of that source, not names of sources.
        offers = tuple(offer for offer in offers if offer[1] != Role.SOURCE)
    said = _offers(own, layout) if own != text else ()
    stage = max(said)[1] if said else Role.PLANNED
    if stage == Role.PLANNED or stage not in MONEY or max(offers)[1] not in MONEY:
        return offers
    return tuple(offer for offer in offers if offer[1] == stage or offer[1] not in MONEY)


def _take_aim(taken: dict[int, Column], texts: tuple[str, ...], offers: list[Offer]) -> None:
    """Let two columns of goals side by side be an aim and the tasks under it: «Ціль | Завдання | Захід»."""
    roles = {column.role: index for index, column in taken.items()}
    goal, measure = roles.get(Role.GOAL), roles.get(Role.MEASURE)
    if goal is None or measure is None:
        return
    for column in _free(Role.GOAL, taken, texts, offers):
        if abs(column.index - goal) == 1 and column.index < measure:
            taken[column.index] = column
            first = min(goal, column.index)
            taken[first] = evolve(taken[first], role=Role.AIM)
            return


def _take_more(role: Role, taken: dict[int, Column], texts: tuple[str, ...], offers: list[Offer]) -> None:
    """Let a role go on in columns that nothing else claims: «Стан виконання | Примітки», «Співвиконавці»."""
    if any(column.role == role for column in taken.values()):
        for column in _free(role, taken, texts, offers):
            taken[column.index] = column


def _free(
    wanted: Role, taken: dict[int, Column], texts: tuple[str, ...], offers: list[Offer]
) -> Iterator[Column]:
    """Yield the columns that are told to hold a role and that nothing has claimed so far."""
    for rank, index, role in offers:
        column = Column(index, role, rank[0])
        if role == wanted and index not in taken and is_told(column, texts[index]):
            yield column


def _require(taken: dict[int, Column], offers: list[Offer], layout: Layout) -> None:
    """Let a required role that found no column take the best it was offered: «Проведені заходи»."""
    for role in layout.required:
        if all(column.role != role for column in taken.values()):
            best = next((Column(index, role, rank[0]) for rank, index, each in offers if each == role), None)
            if best is not None and taken[best.index].role not in layout.required:
                taken[best.index] = best


def _paired(column: Column, text: str, layout: Layout) -> Column:
    """Let a header such as «план/факт» tell of two stages of money in one column."""
    before, _, after = text.partition("/")
    first, second = _stage(before, layout), _stage(after, layout)
    if column.role not in MONEY or first is None or second in {None, first}:
        return column
    return evolve(column, role=first, second=second)


def _stage(text: str, layout: Layout) -> Role | None:
    offers = [(rank, role) for rank, role in _offers(text, layout) if role in MONEY]
    # «Тис. грн/рік» tells a unit, not two stages.
    named = not _BESIDE_A_YEAR.issuperset(header_stems(text))
    return max(offers)[1] if offers and named else None


@lru_cache(maxsize=32768)
def _offers(text: str, layout: Layout) -> tuple[tuple[Rank, Role], ...]:
    """Return the roles that a header announces: by how many words, from which on, at which rank."""
    words = header_stems(text)
    best: dict[int, tuple[int, int]] = {}
    told: defaultdict[Role, set[str]] = defaultdict(set)
    index = _index(layout)
    for word in index.keys() & words:
        for number, wanted in index[word]:
            if wanted.issubset(words):
                offer = (len(wanted), -min(map(words.index, wanted)))
                best[number] = max(best.get(number, offer), offer)
                told[layout.columns[number][0]] |= wanted
    roles = [role for role, _ in layout.columns]
    if words and not best and _TIME.issuperset(words) and Role.TERM in roles:
        best[roles.index(Role.TERM)] = (1, 0)
    elif Role.PLANNED in roles and (number := roles.index(Role.PLANNED)) not in best:
        # In a plan whatever is counted in hryvnias and not called otherwise is promised.
        counted = layout.kind == Kind.PLAN and not best and unit_in(text) is not None
        if counted or _is_bare(text):
            best[number] = (1, 0)
    elif _INTENDED.isdisjoint(words) and any(told[each] - told[Role.PLANNED] for each in _LATER):
        # «Обсяги фінансування» over «Касові видатки» is what all of them are, not a plan; but «Затверджено
        # програмою» says more than «Затверджено».
        best = {each: offer for each, offer in best.items() if roles[each] != Role.PLANNED}
    return tuple(
        ((count, position, -number), roles[number])
        for number, (count, position) in best.items()
        if _may_head(roles[number], text, layout)
    )


@lru_cache(maxsize=64)
def _index(layout: Layout) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """Sort the phrases of a layout by one of their words, since most texts of a table share none."""
    index = defaultdict(list)
    for number, (_, phrases) in enumerate(layout.columns):
        for phrase in phrases:
            if wanted := header_stems(phrase):
                index[wanted[0]].append((number, frozenset(wanted)))
    return dict(index)


# The same for every layout that is tried.
@lru_cache(maxsize=8192)
def _is_bare(text: str) -> bool:
    """Tell whether a header is nothing but a year, a part of one, a source or «Всього»: money planned."""
    words = header_stems(text)
    if _TIME.issuperset(words):
        return False
    alone = set(words) - _BESIDE_A_YEAR
    if alone and sources_in(text):
        alone -= _OF_SOURCES
        alone = alone if len(words) > 1 else set()
    return not alone or (len(alone) == 1 and YEAR_HEADER.fullmatch(next(iter(alone))) is not None)


def _may_head(role: Role, text: str, layout: Layout) -> bool:
    """Let the unit decide: a header in hryvnias is money, one in percents is not."""
    if unit_in(text) is not None:
        # «Обсяг коштів, які пропонується залучити, тис. грн» heads the names of sources.
        names_money = role == Role.SOURCE and role in layout.required
        return role in MONEY or role == Role.DERIVED or names_money
    return not (role in MONEY and _PERCENT in header_stems(text))


def _with_measure(columns: tuple[Column, ...], layout: Layout) -> tuple[Column, ...]:
    """Take a lone column of tasks for the measures, where nothing else is."""
    roles = [column.role for column in columns]
    if Role.MEASURE not in layout.required or Role.MEASURE in roles or roles.count(Role.GOAL) != 1:
        return columns
    return tuple(
        evolve(column, role=Role.MEASURE) if column.role == Role.GOAL else column for column in columns
    )


def header_stems(text: str) -> tuple[str, ...]:
    """Return the stems of a header's words, its signs spelled out."""
    return stems(text.translate(_SIGNS) if "%" in text or "№" in text else text)


def is_told(column: Column, text: str) -> bool:
    """Tell whether a header says little else than what its column holds."""
    words = [word for word in header_stems(text) if word not in _BESIDE_A_YEAR]
    return column.period is not None or column.total or 2 * column.score >= len(words)


def _described(column: Column, text: str, own: str) -> Column:
    if column.role not in MONEY:
        unit = unit_in(text)
        return column if unit is None else evolve(column, unit=unit)
    found = [period for period, _, _ in notation.periods(text)]
    bare = YEAR_HEADER.fullmatch(text)
    period = found[-1] if found else Period.year(int(bare[1])) if bare else None
    total = not _TOTAL.isdisjoint(header_stems(own))
    sources = () if total else sources_in(text) or sources_in(own)
    season = None if total or (found and not found[-1].is_years) else _season(own) or _season(text)
    if season is not None and period is not None:
        inside = season.in_year(period.first.year) if period.first.year == period.last.year else None
        period, season = inside or period, None if inside else season
    annual = period is None and season is None and _ANNUAL.search(text) is not None
    return evolve(
        column,
        period=period,
        season=season,
        annual=annual,
        total=total,
        unit=unit_in(text),
        sources=sources,
    )


@lru_cache(maxsize=1024)
def _season(text: str) -> Season | None:
    """Return the quarter or half-year that a header names without its year."""
    found = _PART.search(text)
    try:
        term = notation.term(found[0]) if found is not None else None
    except NotationError:
        return None
    return term.seasons[0] if term is not None and len(term.seasons) == 1 else None
