"""Printed percents with what explains them, and those that are alike set together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import rows
from localgender.questions.percent_basis import (
    MONEY_BASES,
    PercentBase,
    PercentExplanation,
    explain_percent,
)
from localgender.showing.catalogue import Said
from localgender.showing.lines import Line
from localgender.showing.tables import Heading, Table, Words
from localgender.showing.wording import Phrase, more, phrase
from localgender.values.percents import Percent
from localgender.values.refs import Ref, RefKind

TITLE = Said("Printed percents and their bases")
_NO_BASE, _UNDEFINED = Said("no base gives it"), Said("no base can be computed")
_NAMED = 30


@frozen
class Claim:
    """A printed percent and what explains it."""

    where: Ref
    printed: Percent
    explained: PercentExplanation
    label: str | None = None

    @property
    def about(self) -> Words:
        """What it is the percent of."""
        if self.where.kind is not RefKind.TOTAL:
            return str(self.where)
        if not self.label:
            return _Subject(self.where)
        return Phrase(Said("{about} (“{label}”)"), {"about": self.where, "label": self.label})

    @property
    def unexplained(self) -> bool:
        """Whether there are bases, and none gives it."""
        return bool(self.explained.defined) and not self.explained.explaining

    @property
    def alike(self) -> tuple[object, ...]:
        """What claims have in common that one track shows."""
        computed = [(each.name, each.computed, each.explains) for each in self.explained.bases]
        return self.printed, tuple(each for each in computed if each[1] is not None)


@frozen
class Track:
    """Percents that are alike: the same claim, and the same figures from every base."""

    claims: tuple[Claim, ...]

    @property
    def about(self) -> Words:
        """What they are the percents of; of many only the first, and how many more."""
        left = len(self.claims) - _NAMED
        named = [each.about for each in self.claims[:_NAMED]]
        return Line([*named, *([_More(left)] if left > 0 else [])], ", ")

    @property
    def first(self) -> Claim:
        """Any of them shows what all say."""
        return self.claims[0]


@frozen
class _More:
    """How many are not named, not yet in a language."""

    count: int

    def said(self, language: str) -> str:
        """Say it in a language."""
        return more(self.count, language)


@frozen
class _Subject:
    """What a percent is of, not yet in a language."""

    where: Ref

    def said(self, language: str) -> str:
        """Say it in a language."""
        return phrase(self.where, language)


def claims_of(value: Plan | Report) -> Iterator[Claim]:
    """Yield every printed percent: of measures in the order of the plan, then of totals."""
    for row in rows(value):
        if row.progress and (printed := row.progress.stated_percent) is not None:
            yield Claim(row.ref, printed, explain_percent(value, row.ref))
    for number, total in enumerate(value.stated_totals, start=1):
        if (printed := total.stated_percent) is not None:
            where = Ref(RefKind.TOTAL, nth=number)
            yield Claim(where, printed, explain_percent(value, where), total.label)


def together(claims: list[Claim]) -> list[Track]:
    """Set percents together that one track shows, in the order of the first of each."""
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for each in claims:
        alike.setdefault(each.alike, []).append(each)
    return [Track(tuple(each)) for each in alike.values()]


def table_of(claims: list[Claim]) -> Table:
    """Lay out every claim beside what each base makes of it."""
    names = [Heading(each, "right") for each in MONEY_BASES]
    headings = [Heading(Said("Number")), Heading(Said("Printed percent"), "right"), *names]
    cells = [
        (each.where, each.printed, *(_computed(each, base) for base in MONEY_BASES), given_by(each))
        for each in claims
    ]
    return Table(TITLE, [*headings, Heading(Said("Given by"))], cells)


def _computed(claim: Claim, base: PercentBase) -> Percent | None:
    return next((each.computed for each in claim.explained.bases if each.name is base), None)


def given_by(claim: Claim) -> Words:
    """Say which bases give a claim, or why none does."""
    if not claim.explained.defined:
        return _UNDEFINED
    given = [each.name for each in claim.explained.explaining]
    return Line(given, ", ") if given else _NO_BASE


def percents_of(claim: Claim) -> Iterator[Decimal]:
    """Yield every percent of a track, printed and computed."""
    yield claim.printed.value
    yield from (each.computed.value for each in claim.explained.bases if each.computed is not None)
