"""Values in words: how amounts, percents, addresses, places and lists read in each language."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import singledispatch
from typing import Any, Protocol, runtime_checkable

from attrs import field, frozen

from localgender import notation
from localgender.findings import Facts, facts
from localgender.model.community import Community
from localgender.model.funding import Source
from localgender.showing import english
from localgender.showing.catalogue import Counted, Said, language_of
from localgender.showing.figures import NBSP, amount, decimal, ends, number, unit_for
from localgender.showing.names import name, source_name
from localgender.showing.placing import place
from localgender.values.acts import LegalAct
from localgender.values.ages import Ages
from localgender.values.codes import Code
from localgender.values.counts import Bound, Count
from localgender.values.intervals import Interval
from localgender.values.money import Money, Unit
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.quantities import Quantity
from localgender.values.refs import Ref, RefKind
from localgender.values.terms import Term

SILENCE = "—"


@runtime_checkable
class Sayable(Protocol):
    """Anything that knows its own words in each language."""

    def said(self, language: str) -> str:
        """Say it in a language."""
        ...


@frozen
class Phrase:
    """Text of the catalogues with values in the place of its words, not yet in a language.

    >>> Phrase(Said("page {page}"), {"page": 7}).said("uk")
    'сторінка 7'
    """

    text: Said | Counted
    words: Facts = field(factory=Facts, converter=facts)

    def said(self, language: str) -> str:
        """Say it in a language."""
        by = self.text.by if isinstance(self.text, Counted) else ""
        number = self.words.get(by, 1)
        unit = unit_for(each for each in self.words.values() if isinstance(each, Money))
        words = {key: phrase(value, language, unit) for key, value in self.words.items()}
        return self.text.said(language, words, number if isinstance(number, int) else len(number))


@singledispatch
def phrase(value: Any, language: str, unit: Unit | None = None) -> str:
    """Say any value in words; what has none of its own is said as `str` says it.

    Args:
        value: Value of the vocabulary, text, number, tuple of these, or None for silence.
        language: "uk" or "en".
        unit: Unit of money and of intervals of money; one in which the amount reads easily when left out.
    """
    return value.said(language) if isinstance(value, Sayable) else str(value)


@phrase.register
def _(value: None, language: str, unit: Unit | None = None) -> str:
    return SILENCE


@phrase.register
def _(value: str, language: str, unit: Unit | None = None) -> str:
    return name(value, language) if isinstance(value, StrEnum) else value


@phrase.register
def _(value: bool, language: str, unit: Unit | None = None) -> str:
    return name(str(value).lower(), language)


@phrase.register(int)
@phrase.register(Decimal)
def _(value: int | Decimal, language: str, unit: Unit | None = None) -> str:
    return number(value, language)


@phrase.register
def _(value: Fraction, language: str, unit: Unit | None = None) -> str:
    return number(decimal(value), language)


@phrase.register
def _(value: Money, language: str, unit: Unit | None = None) -> str:
    return amount(value, language, unit)


@phrase.register
def _(value: Percent, language: str, unit: Unit | None = None) -> str:
    return f"{number(value.value, language, value.decimals)}{NBSP if language == 'uk' else ''}%"


@phrase.register
def _(value: Interval, language: str, unit: Unit | None = None) -> str:
    low, high = ends(value, language, unit or Unit.THOUSAND_UAH)
    return Said("from {low} to {high}").said(language, {"low": low, "high": high})


@phrase.register
def _(value: Period, language: str, unit: Unit | None = None) -> str:
    return notation.write_period(value) if language_of(language) == "uk" else english.write_period(value)


@phrase.register
def _(value: Term, language: str, unit: Unit | None = None) -> str:
    text = notation.write_term(value) if language_of(language) == "uk" else english.write_term(value)
    return text or SILENCE


@phrase.register
def _(value: datetime.date, language: str, unit: Unit | None = None) -> str:
    return notation.write_date(value) if language_of(language) == "uk" else english.write_date(value)


@phrase.register
def _(value: LegalAct, language: str, unit: Unit | None = None) -> str:
    return notation.write_act(value) if language_of(language) == "uk" else english.write_act(value)


@phrase.register
def _(value: Community, language: str, unit: Unit | None = None) -> str:
    return ", ".join(filter(None, (value.name, value.district, value.region)))


@phrase.register
def _(value: Source, language: str, unit: Unit | None = None) -> str:
    return source_name(str(value), language) if str(value) else SILENCE


@phrase.register
def _(value: Count, language: str, unit: Unit | None = None) -> str:
    return notation.write_count(value) if language_of(language) == "uk" else english.write_count(value)


@phrase.register
def _(value: Quantity, language: str, unit: Unit | None = None) -> str:
    bound = _BOUNDS[value.bound].said(language) if value.bound in _BOUNDS else ""
    return f"{bound} {number(value.value, language, value.decimals)}".lstrip()


_BOUNDS = {
    Bound.AT_LEAST: Said("at least"),
    Bound.AT_MOST: Said("at most"),
    Bound.ABOUT: Said("about"),
}


@phrase.register
def _(value: Ages, language: str, unit: Unit | None = None) -> str:
    if value.is_all:
        return Said("all ages").said(language)
    if value.last is None:
        return Said("aged {first} and over").said(language, {"first": str(value.first)})
    return Said("aged {ages}").said(language, {"ages": str(value).replace("-", "–")})


@phrase.register
def _(value: tuple, language: str, unit: Unit | None = None) -> str:  # type: ignore[type-arg]  # singledispatch takes bare classes
    said = [phrase(each, language, unit) for each in value]
    return ("; " if any(", " in each for each in said) else ", ").join(said) or SILENCE


@phrase.register
def _(value: Code, language: str, unit: Unit | None = None) -> str:
    return str(value)


@phrase.register
def _(value: Ref, language: str, unit: Unit | None = None) -> str:
    figure = _FIGURES.get(value.part) if value.period else None
    stage: list[str] = []
    if figure is not None and value.period is not None:
        stage = [Phrase(figure, {"period": value.period}).said(language)]
    else:
        stage = [phrase(each, language) for each in (value.period, name(value.part, language)) if each]
    source = [source_name(value.source, language)] if value.source else []
    return ", ".join([_subject(value).said(language), *stage, *source])


_FIGURES = {
    "planned": Said("planned for {period}"),
    "allocated": Said("allocated for {period}"),
    "disbursed": Said("disbursed in {period}"),
}


def _subject(ref: Ref) -> Phrase:
    if ref.kind is RefKind.TARGET:
        numbers = " / ".join(each or SILENCE for each in ref.path)
        return Phrase(Said("task {numbers} of a higher document"), {"numbers": numbers})
    return Phrase(_SUBJECTS[ref.kind, _bearing(ref)], {"code": ref.code, "nth": ref.nth})


def _bearing(ref: Ref) -> str:
    """Tell how a Ref is numbered: as the first or another bearer of a code, within a goal, or in order."""
    if ref.kind in _NUMBERED:
        return "first"
    if ref.kind is RefKind.MEASURE and not ref.coded and ref.code is not None:
        return "under"
    if ref.code is None:
        return "in order"
    return "first" if ref.nth == 1 else "again"


_NUMBERED = set(RefKind) - {RefKind.GOAL, RefKind.MEASURE, RefKind.TARGET}
_SUBJECTS = {
    (RefKind.PLAN, "first"): Said("the whole document"),
    (RefKind.TOTAL, "first"): Said("total {nth}"),
    (RefKind.BODY, "first"): Said("body {nth}"),
    (RefKind.DUTY, "first"): Said("duty {nth}"),
    (RefKind.COUNCIL, "first"): Said("council {nth}"),
    (RefKind.MEETING, "first"): Said("meeting {nth}"),
    (RefKind.AGENDA, "first"): Said("question {nth} of the agenda"),
    (RefKind.HEARD, "first"): Said("report {nth} that was heard"),
    (RefKind.DECISION, "first"): Said("decision {nth}"),
    (RefKind.CONFERENCE, "first"): Said("conference {nth}"),
    (RefKind.RECOMMENDATION, "first"): Said("recommendation {nth}"),
    (RefKind.STATISTICS, "first"): Said("the statistics as a whole"),
    (RefKind.INDICATOR, "first"): Said("indicator {nth}"),
    (RefKind.OBSERVATION, "first"): Said("figure {nth}"),
    (RefKind.GOAL, "first"): Said("goal {code}"),
    (RefKind.GOAL, "again"): Said("goal {code} (bearer {nth} of this number)"),
    (RefKind.GOAL, "in order"): Said("goal without a number (no. {nth})"),
    (RefKind.MEASURE, "first"): Said("measure {code}"),
    (RefKind.MEASURE, "again"): Said("measure {code} (bearer {nth} of this number)"),
    (RefKind.MEASURE, "under"): Said("measure without a number (no. {nth} under goal {code})"),
    (RefKind.MEASURE, "in order"): Said("measure without a number (no. {nth})"),
}


@phrase.register
def _(value: Place, language: str, unit: Unit | None = None) -> str:
    return place(value, language)


def more(count: int, language: str = "uk") -> str:
    """Say how many things of a list are not told one by one."""
    return Said("{count} more").said(language, {"count": number(count, language)})
