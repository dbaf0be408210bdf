"""Terms of measures on a line of time."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.showing.catalogue import Counted, Said
from localgender.showing.plots.canvas import (
    FAINT,
    INK,
    MARGIN,
    SMALL,
    WIDTH,
    Part,
    Row,
    Scale,
    gap,
    lines,
    stacked,
)
from localgender.showing.plots.lettering import room
from localgender.showing.plots.plot import Plot, Sketch, asked_for, framed, silent
from localgender.showing.plots.statuses import NO_MEASURES
from localgender.showing.tables import Words
from localgender.showing.wording import Phrase, phrase
from localgender.showing.workload import timeline as tabulated
from localgender.values.periods import Period
from localgender.values.terms import Term

_STATED, _RECURRING, _OPEN, _PERIOD = "#0072B2", "#56B4E9", "#ffffff", "#efe3c8"
_BAR, _SINGLE, _MOST = 12, 100, 60
_TITLE = Said("Terms of measures")
_SILENT = Said("The document gives no days for its measures.")
_NO_TERM = Said("no term")
_MEASURES = Counted("{count} measure", "{count} measures")


def timeline(value: Asked, *, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw the term of each measure on a line of time, with the period of a report behind.

    >>> from localgender.model.plan import Measure
    >>> plan = Plan(goals=[Measure("1.1", term="2021, 2023"), Measure("1.2")])
    >>> timeline(plan, language="en").summary
    '2 measures; terms from 1 January 2021 to 31 December 2023. Without a term: 1.'

    Args:
        value: A plan, a report on one, or a reading of either.
        language: "uk" or "en".
        width: In pixels, at least 320.

    Returns:
        A line for each measure in the order of the plan, its term in words beside it. More than a hundred
        measures are set together by their term, the commonest first.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    said, language = value_of(value), asked_for(language, width)
    plan = plan_of(said)
    table = tabulated(said)
    if not plan.measures:
        return silent(_TITLE, NO_MEASURES, table, language=language, width=width)
    span = _span(said)
    if span is None:
        return silent(_TITLE, _SILENT, table, language=language, width=width)
    groups, notes = _groups(plan, language)
    chart = _Chart(said, groups, span, language, width)
    silences = sum(each.term is None for each in plan.measures)
    told: list[Words] = [
        Phrase(_TOLD, {"measures": len(plan.measures), "first": span.first, "last": span.last})
    ]
    told += [Phrase(_WITHOUT, {"count": silences})] if silences else []
    return framed(Sketch(_TITLE, told, table, chart.below, chart.parts, chart.scale, notes), language, width)


_TOLD = Counted(
    "{measures} measure; terms from {first} to {last}.",
    "{measures} measures; terms from {first} to {last}.",
    by="measures",
)
_WITHOUT = Said("Without a term: {count}.")


def _span(value: Plan | Report) -> Period | None:
    """Return whole years around every stated day; None when no day is stated."""
    plan = plan_of(value)
    told = [each for each in (plan.term, *(measure.term for measure in plan.measures)) if each is not None]
    days = [span for term in told for span in term.closed()]
    days += [value.period] if isinstance(value, Report) and value.period is not None and days else []
    if not days:
        return None
    return Period.years(min(each.first.year for each in days), max(each.last.year for each in days))


@frozen
class _Group:
    """Measures of one line: their name, their term, and the goal above them where a new one begins."""

    name: str
    term: Term | None
    count: int = 1
    above: str = ""


def _groups(plan: Plan, language: str) -> tuple[list[_Group], list[Words]]:
    if len(plan.measures) <= _SINGLE:
        return list(_singly(plan)), []
    counts = Counter(measure.term for measure in plan.measures)
    groups = [
        _Group(Phrase(_MEASURES, {"count": count}).said(language), term, count)
        for term, count in counts.most_common()
    ]
    left = sum(each.count for each in groups[_MOST:])
    notes: list[Words] = [_TOGETHER, *([Phrase(_LEFT_OUT, {"count": left})] if left else [])]
    return groups[:_MOST], notes


_TOGETHER = Said("Measures of one term stand together; the table has each by itself.")
_LEFT_OUT = Counted(
    "{count} measure of rarer terms is not drawn; the table has it.",
    "{count} measures of rarer terms are not drawn; the table has them.",
)


def _singly(plan: Plan) -> Iterator[_Group]:
    several = len(plan.all_goals) > 1
    before: object = None
    for where, measure, goal in plan.placed:
        above = ". ".join(filter(None, (str(goal.code or ""), goal.title)))
        yield _Group(str(where), measure.term, above=above if several and goal is not before else "")
        before = goal


@frozen
class _Chart:
    """Lines of time, on one scale.

    Attributes:
        value: What is drawn.
        groups: Top to bottom.
        span: Years that the scale covers.
        language: In which it is said.
        width: In pixels.
    """

    value: Plan | Report
    groups: list[_Group]
    span: Period
    language: str
    width: int

    @property
    def below(self) -> Words:
        """Tell what the band behind the lines is."""
        if isinstance(self.value, Report) and self.value.period is not None:
            return Phrase(Said("behind: period of the report, {period}"), {"period": self.value.period})
        return ""

    @cached_property
    def _named(self) -> int:
        most = (self.width - 2 * MARGIN) * 3 // 10
        return min(most, max(room(each.name, SMALL) for each in self.groups) + 8)

    @cached_property
    def _told(self) -> int:
        most = (self.width - 2 * MARGIN) * 3 // 10
        return min(most, max(room(self._term(each), SMALL - 1) for each in self.groups))

    def _term(self, group: _Group) -> str:
        return _NO_TERM.said(self.language) if group.term is None else phrase(group.term, self.language)

    @cached_property
    def scale(self) -> Scale:
        """Days of the years, first to last."""
        first, last = self.span.first.toordinal(), self.span.last.toordinal() + 1
        return Scale(first, last, MARGIN + self._named, self.width - MARGIN - self._told - 8)

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the years, then each line."""
        yield self._years()
        body = stacked(self._lines())
        yield Part(body.height, [*self._behind(body.height), *body.shapes])
        yield gap(4)

    def _years(self) -> Part:
        look = {"y": 8, "size": SMALL - 1, "fill": FAINT}
        ticks = [
            {"at": datetime.date(year, 1, 1).toordinal() + 182, "text": str(year), **look}
            for year in self._marked
        ]
        return Part(18, [("tick", tick) for tick in ticks])

    @property
    def _marked(self) -> range:
        """Years that have room for their number."""
        years = self.span.last.year - self.span.first.year + 1
        fit = max(1, (self.scale.right - self.scale.left) // 34)
        return range(self.span.first.year, self.span.last.year + 1, -(-years // fit))

    def _behind(self, height: int) -> Iterator[tuple[str, Row]]:
        period = self.value.period if isinstance(self.value, Report) else None
        if period is not None:
            ends = {"at": period.first.toordinal(), "till": period.last.toordinal() + 1}
            yield "band", {**ends, "y": 0, "y2": height, "fill": _PERIOD, "stroke": _PERIOD}
        for year in self._marked:
            yield "grid", {"at": datetime.date(year, 1, 1).toordinal(), "y": 0, "y2": height}

    def _lines(self) -> Iterator[Part]:
        inner = self.width - 2 * MARGIN
        for group in self.groups:
            if group.above:
                heading = lines(group.above, width=inner, style="bold", size=SMALL)
                yield Part(heading.height + 8, heading.lowered(6))
            yield self._line(group)

    def _line(self, group: _Group) -> Part:
        fill = FAINT if group.term is None else INK
        named = lines(group.name, width=self._named - 4, size=SMALL)
        told = lines(self._term(group), x=self.scale.right + 8, width=self._told, size=SMALL - 1, fill=fill)
        about = {"measure": group.name, "count": group.count}
        return Part(
            max(named.height, told.height, _BAR + 3) + 3,
            [*named.shapes, *told.shapes, *_drawn(group.term, plan_of(self.value).term, about)],
        )


def _drawn(term: Term | None, whole: Term | None, about: Row) -> Iterator[tuple[str, Row]]:
    """Draw stated days in full, days with an open start or of the whole plan by a dashed line."""
    if term is None:
        return
    bounds = whole.closed() if whole is not None else ()
    start = bounds[0].first if bounds else None
    fill = _STATED if term.recurrence is None and not term.seasons else _RECURRING
    for deadline in term.deadlines:
        yield from _spans("dashed", Term(deadlines=[deadline]).closed(start), _OPEN, about)
    yield from _spans("span", term.spans, fill, about)
    if not term.spans and not term.deadlines and (term.recurrence or term.seasons):
        yield from _spans("dashed", bounds, _OPEN, about)


def _spans(style: str, spans: Iterable[Period], fill: str, about: Row) -> Iterator[tuple[str, Row]]:
    for each in spans:
        ends = {"at": each.first.toordinal(), "till": each.last.toordinal() + 1, "y": 2, "y2": 2 + _BAR}
        yield style, {**ends, "fill": fill, "stroke": INK, **about}
