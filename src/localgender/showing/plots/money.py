"""Money of each stage as bars, by goal and by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, frozen

from localgender.model.funding import Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, total, value_of
from localgender.showing.catalogue import Counted, Said
from localgender.showing.figures import alike, digits_of, number, unit_for
from localgender.showing.lines import Line
from localgender.showing.names import STAGES, UNITS
from localgender.showing.plots.canvas import (
    BODY,
    FAINT,
    INK,
    MARGIN,
    PAPER,
    WIDTH,
    Part,
    Row,
    Scale,
    gap,
    lines,
    words,
)
from localgender.showing.plots.lettering import room
from localgender.showing.plots.plot import Plot, Sketch, asked_for, framed, silent
from localgender.showing.plots.sums import MOST, Group, groups_of, merged, titles_of
from localgender.showing.tables import Heading, Table, in_one_unit
from localgender.showing.wording import Phrase, phrase
from localgender.values.money import Money, Unit

# Hollow, light and dark: told apart in colour, without colours, and by the word before each bar.
FILLS = {Stage.PLANNED: PAPER, Stage.ALLOCATED: "#E69F00", Stage.DISBURSED: "#0072B2"}
_BAR = 16
_NO_DATA = Said("no data")
_OVERLAP = Said("periods overlap")
_HEADINGS = {
    Stage.PLANNED: Said("Planned"),
    Stage.ALLOCATED: Said("Allocated"),
    Stage.DISBURSED: Said("Disbursed"),
}
_SUMS = {
    Stage.PLANNED: Said("{money} planned"),
    Stage.ALLOCATED: Said("{money} allocated"),
    Stage.DISBURSED: Said("{money} disbursed"),
}
_SILENT = Said("The document tells of no money.")


def money_by_goal(value: Asked, *, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw the planned, allocated and disbursed money of each goal.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Goal, Measure
    >>> line = FundingPeriod(2023, planned=Money(240_000), disbursed=Money(0))
    >>> money_by_goal(Plan(goals=[Goal("1", measures=Measure("1.1", funding=line))]), language="en")
    <Plot: Money by goal. 2.4 thousand UAH planned, 0.0 thousand UAH disbursed. No data: allocated.>

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of one.
        language: "uk" or "en".
        width: In pixels, at least 320.

    Returns:
        Bars for the outermost goals in the order of the plan; silence in words, never as a bar of zero.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    said = value_of(value)
    titles = titles_of(said)
    groups = [evolve(each, title=titles.get(each.key)) for each in groups_of(said, "goal")]
    return _bars(said, _GOALS, groups, language=language, width=width)


def money_by_year(value: Asked, *, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw the planned, allocated and disbursed money of each period, the earliest first.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> lines = [FundingPeriod(2024, planned=Money(240_000)), FundingPeriod(2023, planned=Money(100_000))]
    >>> money_by_year(Plan(goals=[Measure("1.1", funding=lines)]), language="en").table.rows[0][0]
    Period.parse('2023')

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of one.
        language: "uk" or "en".
        width: In pixels, at least 320.

    Returns:
        Bars for each period as printed; nine months and the year around them stand apart and are not added.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    said = value_of(value)
    groups = sorted(groups_of(said, "year"), key=lambda each: (each.key is None, each.key))
    return _bars(said, _YEARS, groups, language=language, width=width)


_GOALS = (Said("Money by goal"), Said("Goal"), Said("without a goal number"))
_YEARS = (Said("Money by year"), Said("Period"), Said("period not told"))


def _bars(
    value: Plan | Report, named: tuple[Said, Said, Said], groups: list[Group], *, language: str, width: int
) -> Plot:
    title, heading, unnamed = named
    language = asked_for(language, width)
    stages = [stage for stage in Stage if any(stage in each.stated for each in groups)]
    table = _table(title, heading, groups)
    if not stages:
        return silent(title, _SILENT, table, language=language, width=width)
    chart = _Chart(merged(groups), stages, unnamed, language, width)
    silences = [STAGES[stage] for stage in Stage if stage not in stages]
    missing = [Phrase(_MISSING, {"stages": Line(silences, ", ")})] if silences else []
    together = [Phrase(_MERGED, {"count": len(groups) - MOST + 1})] if len(groups) > MOST else []
    summary = [_told(value, stages), *missing]
    return framed(
        Sketch(title, summary, table, UNITS[chart.unit], chart.parts, chart.scale, [*missing, *together]),
        language,
        width,
    )


_MISSING = Said("No data: {stages}.")
_MERGED = Counted(
    "The last {count} group stands together; the table has it by itself.",
    "The last {count} groups stand together; the table has each by itself.",
)


def _told(value: Plan | Report, stages: Iterable[Stage]) -> Phrase:
    sums = alike({stage: total(value, stage) for stage in stages})
    told = [
        Phrase(_SUMS[stage], {"money": sums[stage]})
        if stage in sums
        else Phrase(_NO_SUM, {"stage": STAGES[stage]})
        for stage in stages
    ]
    return Phrase(Said("{sums}."), {"sums": Line(told, ", ")})


_NO_SUM = Said("{stage}: no sum, periods overlap")


def _table(title: Said, heading: Said, groups: Iterable[Group]) -> Table:
    headings = [Heading(heading), Heading(Said("Title"))]
    headings += [Heading(_HEADINGS[stage], "right", Unit.THOUSAND_UAH) for stage in Stage]
    return in_one_unit(
        Table(title, headings, [(each.key, each.title, *each.sums.values()) for each in groups])
    )


@frozen
class _Chart:
    """Bars of every group, on one scale.

    Attributes:
        groups: Top to bottom.
        stages: Those that are stated anywhere.
        unnamed: What a group without a key is called.
        language: In which it is said.
        width: In pixels.
    """

    groups: list[Group]
    stages: list[Stage]
    unnamed: Said
    language: str
    width: int

    @property
    def amounts(self) -> list[Money]:
        """Amounts that are drawn."""
        return [
            money for each in self.groups for stage in self.stages if (money := each.sums[stage]) is not None
        ]

    @cached_property
    def unit(self) -> Unit:
        """One unit in which all amounts read easily."""
        return unit_for(self.amounts)

    @cached_property
    def digits(self) -> int:
        """As many digits after the mark as the finest amount has."""
        return max((digits_of(each, self.unit) for each in self.amounts), default=1)

    @cached_property
    def scale(self) -> Scale:
        """From zero, or the lowest below it, to the highest amount; room is left for words beside."""
        left = MARGIN + max(room(STAGES[stage].said(self.language), BODY) for stage in self.stages) + 8
        beside = max((room(self.written(each), BODY) for each in self.amounts), default=0)
        right = self.width - MARGIN - beside - 10
        kopiykas = [0, *(each.kopiykas for each in self.amounts)]
        return Scale(min(kopiykas), max(*kopiykas, min(kopiykas) + 1), left, max(right, left + 20))

    def written(self, money: Money) -> str:
        """Write an amount as tables do."""
        return number(money.to(self.unit), self.language, self.digits)

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the name and the bars of each group."""
        for group in self.groups:
            name = phrase(self.unnamed if group.key is None else group.key, self.language)
            heading = f"{name}. {group.title}" if group.title else name
            yield lines(heading, width=self.width - 2 * MARGIN, style="bold")
            yield gap(2)
            for stage in self.stages:
                yield Part(_BAR + 3, self._bar(group, stage))
            yield gap(10)

    def _bar(self, group: Group, stage: Stage) -> Iterator[tuple[str, Row]]:
        money, middle = group.sums[stage], _BAR // 2 + 1
        key = None if group.key is None else phrase(group.key, "en")
        exact = {"group": key, "stage": stage.value, "kopiykas": money and money.kopiykas}
        yield words("right", self.scale.left - 8, middle, STAGES[stage].said(self.language))
        if money is None:
            why = _OVERLAP if stage in group.stated else _NO_DATA
            yield words("left", self.scale.left + 6, middle, why.said(self.language), fill=FAINT, **exact)
            return
        ends = {"at": 0, "till": money.kopiykas, "y": 1, "y2": _BAR + 1}
        yield "span", {**ends, "fill": FILLS[stage], "stroke": INK, **exact}
        label = {"text": self.written(money), "size": BODY, "fill": INK}
        yield "label", {"at": max(money.kopiykas, 0), "y": middle, **label}
