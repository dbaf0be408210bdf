"""Measures as tiles, set by what became of their work and of their money."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from localgender.questions.aggregate import Asked
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.status import Delivery, Statuses, classify
from localgender.questions.status.money import Funding
from localgender.showing.catalogue import Counted, Said
from localgender.showing.figures import number
from localgender.showing.lines import Line
from localgender.showing.names import name
from localgender.showing.plots.canvas import (
    FAINT,
    MARGIN,
    PAPER,
    SMALL,
    WIDTH,
    Part,
    Row,
    box,
    gap,
    lines,
    words,
)
from localgender.showing.plots.lettering import room
from localgender.showing.plots.plot import Plot, Sketch, asked_for, framed, silent
from localgender.showing.statuses import counted, statuses
from localgender.showing.wording import Phrase

_FILLS = {
    Delivery.DELIVERED: "#009E73",
    Delivery.ONGOING: "#56B4E9",
    Delivery.DELIVERED_EARLIER: "#F0E442",
    Delivery.NOT_SCHEDULED: PAPER,
    Delivery.NOT_DELIVERED: "#D55E00",
    Delivery.UNKNOWN: "#cccccc",
}
_NAMES, _NARROWEST, _TILE, _MOST = 92, 76, 20, 400
NO_MEASURES = Said("The document lists no measures.")
_Where = tuple[Funding, Delivery]
_ABOVE = Said("across: delivery; down: funding")
_TOO_MANY = Counted(
    "{count} measure is counted, not drawn one by one; the table has each.",
    "{count} measures are counted, not drawn one by one; the table has each.",
)


def status_map(
    value: Asked | Statuses, *, policy: Policy = DEFAULT, language: str = "uk", width: int = WIDTH
) -> Plot:
    """Draw each measure as a tile with its number: its column tells the delivery, its row the funding.

    >>> from localgender.model.plan import Measure, Plan
    >>> status_map(Plan(goals=[Measure("1.1"), Measure("1.2")]), language="en")
    <Plot: Status of measures. 2 measures. Delivery: unknown: 2. Funding: unknown: 2.>

    Args:
        value: A report, or a plan, of which only the money can be told, or a reading of either; or statuses.
        policy: Choices of the caller; statuses are already made.
        language: "uk" or "en".
        width: In pixels, at least 320; the picture is wider where its columns need it.

    Returns:
        Tiles in the document's order; of more than 400 measures only how many stand where.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    language = asked_for(language, width)
    found = value if isinstance(value, Statuses) else classify(value, policy=policy)
    title, table = Said("Status of measures"), statuses(value, policy=policy)
    if not found:
        return silent(title, NO_MEASURES, table, language=language, width=width)
    cells: dict[_Where, list[str]] = {}
    for where, status in found.items():
        cells.setdefault((status.funding, status.delivery), []).append(str(where))
    tiles = _Tiles(cells, language, width, len(found) <= _MOST)
    many = [] if tiles.single else [Phrase(_TOO_MANY, {"count": len(found)})]
    told = [
        Phrase(Counted("{count} measure.", "{count} measures."), {"count": len(found)}),
        Phrase(Said("Delivery: {counts}."), {"counts": _axis(each.delivery for each in found.values())}),
        Phrase(Said("Funding: {counts}."), {"counts": _axis(each.funding for each in found.values())}),
    ]
    sketch = Sketch(title, told, table, _ABOVE, tiles.parts, notes=many)
    return framed(sketch, language, max(width, tiles.left(len(tiles.columns)) + MARGIN))


def _axis(said: Iterator[Delivery] | Iterator[Funding]) -> Line:
    return Line(counted(said), ", ")


@frozen
class _Tiles:
    """Tiles in the cells of a table.

    Attributes:
        cells: Numbers of the measures of each cell.
        language: In which it is said.
        asked: Width that was asked for, in pixels.
        single: Whether each measure is drawn; else each cell is counted.
    """

    cells: dict[_Where, list[str]]
    language: str
    asked: int
    single: bool

    @cached_property
    def columns(self) -> list[Delivery]:
        """Words of delivery that some measure has, left to right."""
        return [each for each in Delivery if any(each is delivery for _, delivery in self.cells)]

    @cached_property
    def _heads(self) -> int:
        return max(_NARROWEST, *(_longest(name(each, self.language)) for each in self.columns))

    @cached_property
    def _names(self) -> int:
        """Room for the words of funding beside the cells; none where they have to stand above."""
        names = max(_NAMES, *(_longest(name(funding, self.language)) for funding, _ in self.cells))
        return names if 2 * MARGIN + names + self._heads * len(self.columns) <= self.asked else 0

    @cached_property
    def _width(self) -> int:
        return max(self._heads, (self.asked - 2 * MARGIN - self._names) // len(self.columns))

    def left(self, column: int) -> int:
        """Return the pixel where a column begins, or where the last one ends."""
        return MARGIN + self._names + self._width * column

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the heads of the columns, and a row for each word of funding."""
        heads = [
            lines(name(each, self.language), x=self.left(index), width=self._width - 8, size=SMALL)
            for index, each in enumerate(self.columns)
        ]
        yield Part(max(head.height for head in heads), [shape for head in heads for shape in head.shapes])
        yield gap(4)
        for funding in Funding:
            if any(funding is each for each, _ in self.cells):
                yield from self._row(funding)
                yield gap(4)

    def _row(self, funding: Funding) -> Iterator[Part]:
        inner = self._names - 8 if self._names else self.asked - 2 * MARGIN
        named = lines(name(funding, self.language), width=inner, size=SMALL)
        if not self._names:
            yield gap(2)
            yield named
        rows = max(-(-len(self.cells.get((funding, each), ())) // self._across) for each in self.columns)
        height = 18 + (rows * _TILE if self.single else _TILE) + 6
        cells = [
            shape
            for index, each in enumerate(self.columns)
            for shape in self._cell(index, (funding, each), height)
        ]
        beside = list(named.lowered(4)) if self._names else []
        yield Part(max(height, named.height + 6 if beside else 0), [*beside, *cells])

    @cached_property
    def _tile(self) -> int:
        longest = max(room(each, SMALL - 1) for these in self.cells.values() for each in these)
        return min(max(28, longest + 4), self._width - 12)

    @property
    def _across(self) -> int:
        return max(1, (self._width - 10) // (self._tile + 2))

    def _cell(self, column: int, where: _Where, height: int) -> Iterator[tuple[str, Row]]:
        left, these = self.left(column), self.cells.get(where, [])
        funding, delivery = where
        about = {"delivery": delivery.value, "funding": funding.value, "count": len(these)}
        ends = {"x": left, "x2": left + self._width - 4, "y": 0, "y2": height}
        yield "frame", {**ends, "fill": PAPER, "stroke": "#b5b5b5", **about}
        if these:
            yield words("bold", left + 4, 10, number(len(these), self.language), fill=FAINT)
            yield from (self._singly if self.single else self._counted)(left + 4, where)

    def _counted(self, left: int, where: _Where) -> Iterator[tuple[str, Row]]:
        most = max(map(len, self.cells.values()))
        share = max(2, (self._width - 12) * len(self.cells[where]) // most)
        yield box(left, 20, share, _TILE - 2, _FILLS[where[1]])

    def _singly(self, left: int, where: _Where) -> Iterator[tuple[str, Row]]:
        for index, measure in enumerate(self.cells[where]):
            down, across = divmod(index, self._across)
            x, y = left + across * (self._tile + 2), 20 + down * _TILE
            yield box(x, y, self._tile, _TILE - 2, _FILLS[where[1]], measure=measure)
            yield words("middle", x + self._tile // 2, y + _TILE // 2 - 1, measure, size=SMALL - 1)


def _longest(text: str) -> int:
    """Return the room that the longest word of a name needs."""
    return max(room(word, SMALL) for word in text.split()) + 8
