"""Measures as tiles, set by what became of their work and of their money."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from localgender.questions.aggregate import Asked, value_of
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.status import Delivery, classify
from localgender.questions.status.money import Funding
from localgender.showing.catalogue import Counted, Said, language_of
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
from localgender.showing.plots.plot import Plot, Sketch, framed, silent
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
_NAMES, _NARROWEST, _TILE, _MOST = 108, 92, 20, 400
NO_MEASURES = Said("The document lists no measures.")
_Where = tuple[Funding, Delivery]
_ABOVE = Said("across: delivery; down: funding")
_TOO_MANY = Counted(
    "{count} measure is counted, not drawn one by one; the table has each.",
    "{count} measures are counted, not drawn one by one; the table has each.",
)


def status_map(value: Asked, *, policy: Policy = DEFAULT, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw each measure as a tile with its number: its column tells the delivery, its row the funding.

    >>> from localgender.model.plan import Measure, Plan
    >>> status_map(Plan(goals=[Measure("1.1"), Measure("1.2")]), language="en")
    <Plot: Status of measures. 2 measures. Delivery: unknown: 2. Funding: unknown: 2.>

    Args:
        value: A report, or a plan, of which only the money can be told, or a reading of either.
        policy: Choices of the caller.
        language: "uk" or "en".
        width: In pixels, at least 320; the picture is wider where its columns need it.

    Returns:
        Tiles in the document's order; of more than 400 measures only how many stand where.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    said, language = value_of(value), language_of(language)
    found = classify(said, policy=policy)
    title, table = Said("Status of measures"), statuses(said, policy=policy)
    if not found:
        return silent(title, NO_MEASURES, table, language=language, width=width)
    cells: dict[_Where, list[str]] = {}
    for where, status in found.items():
        cells.setdefault((status.funding, status.delivery), []).append(str(where))
    columns = [each for each in Delivery if any(each is delivery for _, delivery in cells)]
    each_column = max(_NARROWEST, (width - 2 * MARGIN - _NAMES) // len(columns))
    tiles = _Tiles(cells, columns, each_column, language, len(found) <= _MOST)
    many = [] if tiles.single else [Phrase(_TOO_MANY, {"count": len(found)})]
    told = [
        Phrase(Counted("{count} measure.", "{count} measures."), {"count": len(found)}),
        Phrase(Said("Delivery: {counts}."), {"counts": _axis(each.delivery for each in found.values())}),
        Phrase(Said("Funding: {counts}."), {"counts": _axis(each.funding for each in found.values())}),
    ]
    wide = max(width, 2 * MARGIN + _NAMES + each_column * len(columns))
    return framed(Sketch(title, told, table, _ABOVE, tiles.parts, notes=many), language, wide)


def _axis(said: Iterator[Delivery] | Iterator[Funding]) -> Line:
    return Line(counted(said), ", ")


@frozen
class _Tiles:
    """Tiles in the cells of a table.

    Attributes:
        cells: Numbers of the measures of each cell.
        columns: Words of delivery, left to right.
        width: Of one column, in pixels.
        language: In which it is said.
        single: Whether each measure is drawn; else each cell is counted.
    """

    cells: dict[_Where, list[str]]
    columns: list[Delivery]
    width: int
    language: str
    single: bool

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the heads of the columns, and a row for each word of funding."""
        heads = [
            lines(
                name(each, self.language), x=self._left(index), width=self.width - 8, style="bold", size=SMALL
            )
            for index, each in enumerate(self.columns)
        ]
        yield Part(max(head.height for head in heads), [shape for head in heads for shape in head.shapes])
        yield gap(4)
        for funding in Funding:
            if any(funding is each for each, _ in self.cells):
                yield self._row(funding)
                yield gap(4)

    def _left(self, column: int) -> int:
        return MARGIN + _NAMES + self.width * column

    def _row(self, funding: Funding) -> Part:
        named = lines(name(funding, self.language), width=_NAMES - 8, size=SMALL)
        rows = max(-(-len(self.cells.get((funding, each), ())) // self._across) for each in self.columns)
        height = max(named.height, 18 + (rows * _TILE if self.single else _TILE)) + 6
        return Part(
            height,
            [
                *named.lowered(4),
                *(
                    shape
                    for index, each in enumerate(self.columns)
                    for shape in self._cell(index, (funding, each), height)
                ),
            ],
        )

    @property
    def _tile(self) -> int:
        longest = max(room(each, SMALL - 1) for these in self.cells.values() for each in these)
        return min(max(28, longest + 4), self.width - 8)

    @property
    def _across(self) -> int:
        return max(1, (self.width - 8) // (self._tile + 2))

    def _cell(self, column: int, where: _Where, height: int) -> Iterator[tuple[str, Row]]:
        left, these = self._left(column), self.cells.get(where, [])
        funding, delivery = where
        about = {"delivery": delivery.value, "funding": funding.value, "count": len(these)}
        ends = {"x": left, "x2": left + self.width - 4, "y": 0, "y2": height}
        yield "frame", {**ends, "fill": PAPER, "stroke": "#b5b5b5", **about}
        if not these:
            return
        yield words("bold", left + 4, 10, str(len(these)), fill=FAINT)
        if not self.single:
            yield box(left + 4, 20, self.width - 12, _TILE - 2, _FILLS[delivery])
            return
        for number, measure in enumerate(these):
            x, y = left + 4 + number % self._across * (self._tile + 2), 20 + number // self._across * _TILE
            yield box(x, y, self._tile, _TILE - 2, _FILLS[delivery], measure=measure)
            yield words("middle", x + self._tile // 2, y + _TILE // 2 - 1, measure, size=SMALL - 1)
