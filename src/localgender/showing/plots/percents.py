"""Printed percents beside the bases that may give them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import ceil

from attrs import frozen

from localgender.questions.aggregate import Asked, value_of
from localgender.questions.percent_basis import Basis, PercentBase
from localgender.showing.catalogue import Counted, Said
from localgender.showing.names import name
from localgender.showing.plots.canvas import (
    FAINT,
    INK,
    MARGIN,
    PAPER,
    SMALL,
    WIDTH,
    Part,
    Row,
    Scale,
    gap,
    lines,
)
from localgender.showing.plots.claims import (
    TITLE,
    Claim,
    Track,
    claims_of,
    given_by,
    percents_of,
    table_of,
    together,
)
from localgender.showing.plots.plot import Plot, Sketch, asked_for, framed, silent
from localgender.showing.tables import Words
from localgender.showing.wording import Phrase, phrase
from localgender.values.percents import Percent

# Each base has a shape, a colour and a lane of its own.
_SIGNS = {
    PercentBase.DISBURSED_PLANNED: ("circle", "#0072B2"),
    PercentBase.ALLOCATED_PLANNED: ("square", "#D55E00"),
    PercentBase.DISBURSED_ALLOCATED: ("triangle-up", "#009E73"),
    PercentBase.DISBURSED_PROGRAMME: ("diamond", "#9c4f80"),
    PercentBase.CUMULATIVE_PROGRAMME: ("cross", "#7a6a00"),
}
_LANE, _MOST, _HIGHEST = 12, 30, 200
_SILENT = Said("The document prints no percent.")
_GIVEN = Said("{subject}: {percent} – {bases}")
_PRINTED = Said("printed percent")
_FILLED = Said("a full sign gives the printed percent, a hollow one does not")
_BEYOND = Counted(
    "{count} percent beyond the scale stands at its edge, with its figure.",
    "{count} percents beyond the scale stand at its edge, with their figures.",
)
_LEFT_OUT = Counted(
    "{count} percent is not drawn, as those that no base gives come first; the table has all.",
    "{count} percents are not drawn, as those that no base gives come first; the table has all.",
)
_TOLD = Said(
    "Percents printed: {whole}; some base gives {given}, none gives {unexplained}, {undefined} have no base."
)


def percent_bases(value: Asked, *, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw each printed percent against every base, and say which of them give it.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.model.report import Progress, Report
    >>> from localgender.values.money import uah
    >>> line = FundingPeriod(2023, planned=uah(40), allocated=uah(44), disbursed=uah(14))
    >>> told = Progress("4.1", line, stated_percent="32.0")
    >>> percent_bases(Report(Plan(goals=[Measure("4.1")]), 2023, progress=[told]), language="en").summary
    'Percents printed: 1; some base gives 1, none gives 0, 0 have no base.'

    Args:
        value: A report, a plan with stated totals, or a reading of either.
        language: "uk" or "en".
        width: In pixels, at least 320.

    Returns:
        A track for all percents that are alike, in the order of the document (measures, then totals). Of more
        than thirty tracks those come first that no base gives.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    said, language = value_of(value), asked_for(language, width)
    claims = list(claims_of(said))
    table = table_of(claims)
    if not claims:
        return silent(TITLE, _SILENT, table, language=language, width=width)
    tracks = together(claims)
    drawn = tracks
    if len(tracks) > _MOST:
        drawn = sorted(tracks, key=lambda each: not each.first.unexplained)[:_MOST]
    chart = _Chart(drawn, _scale(drawn, width), language, width)
    beyond = sum(chart.beyond(each) for track in drawn for each in percents_of(track.first))
    notes: list[Words] = [Phrase(_BEYOND, {"count": beyond})] if beyond else []
    if left := len(claims) - sum(len(each.claims) for each in drawn):
        notes.append(Phrase(_LEFT_OUT, {"count": left}))
    sketch = Sketch(TITLE, [_summary(claims)], table, parts=chart.parts, scale=chart.scale, notes=notes)
    return framed(sketch, language, width)


def _scale(tracks: list[Track], width: int) -> Scale:
    values = [each for track in tracks for each in percents_of(track.first)]
    low, high = (-100 if min(values) < 0 else 0), min(_HIGHEST, max(100, ceil(max(values))))
    return Scale(low, high, MARGIN + 12, width - MARGIN - 62)


def _summary(claims: list[Claim]) -> Phrase:
    undefined = sum(not each.explained.defined for each in claims)
    unexplained = sum(each.unexplained for each in claims)
    counts = {"whole": len(claims), "undefined": undefined, "unexplained": unexplained}
    return Phrase(_TOLD, {**counts, "given": len(claims) - undefined - unexplained})


@frozen
class _Chart:
    """A track for each printed percent, all on one scale."""

    tracks: list[Track]
    scale: Scale
    language: str
    width: int

    @property
    def bases(self) -> list[PercentBase]:
        """Bases that are defined somewhere, in their order."""
        seen = {each.name for track in self.tracks for each in track.first.explained.defined}
        return [base for base in _SIGNS if base in seen]

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the legend, then each percent with its track."""
        yield from self._legend()
        for track in self.tracks:
            yield self._head(track)
            if track.first.explained.defined:
                yield self._drawn(track)
            yield gap(8)

    def beyond(self, percent: Decimal) -> bool:
        """Tell whether a percent has no place on the scale."""
        return not self.scale.low <= percent <= self.scale.high

    @property
    def _ticks(self) -> range:
        return range(self.scale.low, self.scale.high + 1, 50)

    def _legend(self) -> Iterator[Part]:
        mark = {"x": MARGIN + 5, "x2": MARGIN + 8, "y": 1, "y2": 14, "fill": INK, "stroke": INK}
        yield self._entry(_PRINTED.said(self.language), ("box", mark))
        for base in self.bases:
            shape, colour = _SIGNS[base]
            look = {"x": MARGIN + 7, "y": 8, "shape": shape, "fill": colour, "stroke": colour}
            yield self._entry(name(base, self.language), ("sample", look))
        inner = self.width - 2 * MARGIN
        yield lines(_FILLED.said(self.language), width=inner, size=SMALL, fill=FAINT)
        yield gap(4)
        ticks = [(at, phrase(Percent(at), self.language)) for at in self._ticks]
        look = {"y": 8, "size": SMALL - 1, "fill": FAINT}
        yield Part(18, [("tick", {"at": at, "text": text, **look}) for at, text in ticks])

    def _entry(self, text: str, sign: tuple[str, Row]) -> Part:
        told = lines(text, x=MARGIN + 22, width=self.width - 2 * MARGIN - 22, size=SMALL)
        return Part(told.height + 1, [sign, *told.shapes])

    def _head(self, track: Track) -> Part:
        first = track.first
        facts = {"subject": track.about, "percent": first.printed, "bases": given_by(first)}
        text = Phrase(_GIVEN, facts).said(self.language)
        style = "bold" if first.unexplained else "left"
        return lines(text, width=self.width - 2 * MARGIN, style=style, size=SMALL)

    def _drawn(self, track: Track) -> Part:
        height = _LANE * len(self.bases) + 2
        about = {"measures": [str(each.where) for each in track.claims]}
        shapes: list[tuple[str, Row]] = [("grid", {"at": at, "y": 0, "y2": height}) for at in self._ticks]
        printed = track.first.printed
        ends = {"y": 0, "y2": height, "percent": str(printed), **about}
        shapes += self._placed("printed", printed, ends, height // 2)
        for basis in track.first.explained.defined:
            middle = _LANE * self.bases.index(basis.name) + 7
            look = {**self._look(basis), "y": middle, **about}
            shapes += self._placed("point", basis.computed, look, middle)
        return Part(height, shapes)

    def _look(self, basis: Basis) -> Row:
        shape, colour = _SIGNS[basis.name]
        exact = {"base": basis.name.value, "percent": str(basis.computed)}
        return {"shape": shape, "stroke": colour, "fill": colour if basis.explains else PAPER, **exact}

    def _placed(
        self, style: str, percent: Percent | None, row: Row, middle: int
    ) -> Iterator[tuple[str, Row]]:
        if percent is None:
            return
        inside = min(max(percent.value, Decimal(self.scale.low)), Decimal(self.scale.high))
        yield style, {"at": str(inside), **row}
        if self.beyond(percent.value):
            text = phrase(percent, self.language)
            yield "label", {"at": str(inside), "y": middle, "text": text, "size": SMALL - 1, "fill": INK}
