"""What a sentence is about, and keeping its figures with the places of their words."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import verbs
from localgender.documents.interpret.statistics.gathered import Gathered
from localgender.documents.interpret.statistics.labels import SILENT, Label
from localgender.documents.interpret.statistics.spans import Told, When
from localgender.documents.interpret.statistics.stretch import Stretch
from localgender.errors import TermError
from localgender.model.statistics import Indicator, Observation
from localgender.notation import figures
from localgender.notation.folding import fold
from localgender.values.periods import Period
from localgender.values.refs import Ref

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_BY = re.compile(r"(?:\s*\([^)]*\))?\s*(?:від|щодо|стосовно|для|-)\s")
INTRODUCED = re.compile(r"[-:]\s*$")
"""A dash or colon before a number."""


@define
class Subject:
    """What the figures of a sentence are about."""

    indicator: Indicator
    period: Period | None
    place: str | None
    named: list[Printed] = field(factory=list)
    told: Label = SILENT


@define
class Context:
    """What holds for a sentence that does not say it itself.

    Attributes:
        period: The period of the paragraph or of the heading.
        place: Territory of the whole document.
        subject: What the sentence before was about.
        listing: Whether what follows are parts of that, as below «з них:».
    """

    period: Period | None = None
    place: str | None = None
    subject: Subject | None = None
    listing: bool = False


class Keeping:
    """A sentence with what it is about so far, and the figures that were kept of it."""

    def __init__(self, line: Printed, context: Context, gathered: Gathered) -> None:
        self.said, self.context, self.gathered = Stretch(line), context, gathered
        self.subject: Subject | None = None
        self.last: Observation | None = None
        self.listing = False
        self.verb = ""
        # «Із них» at the beginning, and items of a list, speak of what the sentence before was about.
        parts = context.listing or verbs.PART.match(self.said.folded.lstrip())
        if context.subject is not None and parts:
            self.subject, self.listing = evolve(context.subject, named=[]), context.listing

    def _persons(self, of: Indicator, told: Told) -> Indicator:
        """Tell «126 жінок» among reports from «126 – від жінок»: persons are no part of reports."""
        of_persons = of.unit is None or of.unit.endswith("осіб")
        introduced = INTRODUCED.search(self.said.folded[: told.start])
        if of_persons or introduced or _BY.match(self.said.folded, told.stop):
            return self._scaled(of, told)
        return Indicator(of.name, scaled_unit(told, "осіб"), "count", part_of=of)

    def _scaled(self, indicator: Indicator, told: Told) -> Indicator:
        """Return an indicator in the scale of a number: thousands are another unit than single ones."""
        bare = re.sub(r"^(?:тис\.|млн)\s+", "", indicator.unit or "") or None
        return indicator if bare == "%" else evolve(indicator, unit=scaled_unit(told, bare))

    def _open(self, indicator: Indicator, named: list[Printed]) -> None:
        """Begin a new subject; its period is that of the sentence, else of what stands around it."""
        own = next((each for each in self.said.when if not self._is_earlier(each)), None)
        self.context.period = own.period if own else self.context.period
        period = self.context.period
        if own is None and period and verbs.LAST_YEAR.search(self.said.folded, 0, self.said.numbers[0].start):
            period = year_before(period)
        place = self.said.place if self.said.place != self.context.place else None
        self.listing, self.subject = False, Subject(indicator, period, place, named)

    def _is_earlier(self, when: When) -> bool:
        near = self.said.folded[max(0, when.start - 40) : when.start]
        return verbs.EARLIER.search(near) is not None or near.rstrip().endswith("(")

    def _observation(self, indicator: Indicator, told: Told, read: Label) -> Observation:
        assert self.subject is not None  # noqa: S101 - asked only where there is a subject
        return Observation(
            indicator,
            self.subject.period,
            told.value,
            place=self.subject.place,
            sex=read.sex or self.subject.told.sex,
            locality=read.locality or self.subject.told.locality,
            age=read.ages or self.subject.told.ages,
        )

    def _keep(
        self, told: Told, read: Label, indicator: Indicator | None = None, label: list[Printed] | None = None
    ) -> Ref:
        assert self.subject is not None  # noqa: S101 - as above
        self.last = self._observation(indicator or self.subject.indicator, told, read)
        where = self.gathered.figure(self.last, self._part(told.start, told.stop))
        for each in label or []:
            self.gathered.ledger.claim(where.to("label"), each)
        self.gathered.indicator(self.subject.indicator, *self.subject.named)
        for start, stop in self.said.placed:
            self._claim(where, "place", start, stop)
        for when in self.said.when:
            if when.period == self.subject.period:
                self._claim(where, "period", when.start, when.stop)
        return where

    def _keep_share(
        self, told: Told, like: Observation, name: str, of: Indicator, label: list[Printed] | None = None
    ) -> None:
        share = evolve(like, indicator=Indicator(name, "%", "share", part_of=of), value=told.value)
        where = self.gathered.figure(share, self._part(told.start, told.stop))
        for each in label or []:
            self.gathered.ledger.claim(where.to("label"), each)

    def _part(self, start: int, stop: int) -> Printed:
        return self.said.line.part(start, stop)

    def _claim(self, where: Ref, part: str, start: int, stop: int) -> None:
        self.gathered.ledger.claim(where.to(part), self._part(start, stop))


def year_before(period: Period) -> Period | None:
    """Return the same period a year before; None where it has none, as a span of several years."""
    try:
        return period.same_period_last_year()
    except TermError:
        return None


def lowered(name: str) -> str:
    """Return a name with a small first letter, so that a sentence may begin with it."""
    return name[:1].lower() + name[1:]


def scaled_unit(told: Told, unit: str | None) -> str | None:
    """Return a unit in the scale of a number: «тис. осіб»."""
    return f"{told.scale} {unit}" if told.scale and unit else told.scale or unit


def unit_of(thing: str) -> str | None:
    """Return the unit of what is counted: persons as such, a known noun in one form."""
    if (unit := figures.counted_in(thing)) is not None:
        return unit
    return next((unit for word in _WORD.findall(thing)[:3] if (unit := _unit_of_word(word))), None)


def _unit_of_word(word: str) -> str | None:
    folded = fold(word)
    if verbs.PERSONS.match(folded) or figures.sex(word):
        return "осіб"
    known = next((kept for begin, kept in verbs.COUNTED.items() if folded.startswith(begin)), None)
    return figures.counted_in(word) or known


def in_one_form(thing: str) -> str:
    """Write the noun that is counted in the form of its unit, so that a figure has one name in any case.

    >>> in_one_form("звернення громадян"), in_one_form("особи")
    ('звернень громадян', 'осіб')
    """
    for word in _WORD.findall(thing)[:3]:
        kept = _unit_of_word(word)
        if kept is not None and fold(word)[:2] == kept[:2]:
            return thing.replace(word, kept, 1)
    return thing
