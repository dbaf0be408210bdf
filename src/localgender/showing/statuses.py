"""Statuses in words: why a measure has its status, and all of them as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from attrs import field, frozen

from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.status import Delivery, Status, Statuses, StatusReason, classify
from localgender.questions.status.money import Funding
from localgender.showing.catalogue import Counted, Said
from localgender.showing.figures import unit_for
from localgender.showing.names import name
from localgender.showing.tables import Table
from localgender.showing.wording import Phrase, phrase
from localgender.values.codes import Code
from localgender.values.money import Money
from localgender.values.refs import Ref

_WORDS = {
    "done": Said("done: {quoted}"),
    "begun": Said("begun or done in part: {quoted}"),
    "continues": Said("going on: {quoted}"),
    "done-earlier": Said("done before the period: {quoted}"),
    "not-planned": Said("not planned: {quoted}"),
    "postponed": Said("postponed: {quoted}"),
    "dropped": Said("dropped: {quoted}"),
    "not-done": Said("not done: {quoted}"),
    "no-money": Said("without money: {quoted}"),
    "planned-later": Said("planned for later: {quoted}"),
    "promised": Said("only promised: {quoted}"),
}
_TERMS = {
    "not-due": Said("its term ({term}) leaves out {period}"),
    "words-unclear": Said("its words do not say whether it was done"),
    "no-words": Said("nothing is told of it"),
    "no-report": Said("a plan does not tell what was done"),
}
_MONEY = {
    "money-silent": Said("amounts are missing"),
    "money-partly-silent": Said("some of its lines of money lack amounts"),
    "money-negative": Said("an amount is below zero"),
    "periods-overlap": Said("its periods of money overlap"),
    "needs-nothing": Said("it needs no money"),
    "nothing-planned": Said("nothing is planned"),
    "nothing-given": Said("{planned} planned, nothing given"),
    "nothing-spent": Said("{planned} planned, nothing disbursed"),
    "told-unfunded": Said("{planned} planned, without money: {quoted}"),
    "given-beyond-plan": Said("{allocated} allocated, {planned} planned"),
    "given-unspent": Said("{allocated} allocated, nothing disbursed"),
    "spent-in-part": Said("{disbursed} disbursed of {allocated} allocated"),
    "spent-in-part-of-plan": Said("{disbursed} disbursed of {planned} planned"),
    "spent": Said("{disbursed} disbursed"),
}
_SENTENCES: Mapping[str, Said] = {**_WORDS, **_TERMS, **_MONEY}


def _tuple(value: Iterable[StatusReason]) -> tuple[StatusReason, ...]:
    return tuple(value)


@frozen
class Because:
    """Reasons of a status, not yet in a language; quotations of one rule stand together.

    >>> Because([StatusReason("done", "Відбулося"), StatusReason("done", "видано")]).said("en")
    'done: “Відбулося”, “видано”'
    """

    reasons: tuple[StatusReason, ...] = field(converter=_tuple)

    def said(self, language: str) -> str:
        """Say it in a language."""
        together = groupby(self.reasons, key=lambda reason: (reason.rule, reason.figures))
        return "; ".join(_told(list(reasons), language) for _, reasons in together)


def _told(reasons: list[StatusReason], language: str) -> str:
    rule = reasons[0].rule
    if rule not in _SENTENCES:
        return rule
    quoted = dict.fromkeys(each.quoted for each in reasons if each.quoted)
    marks = "«{}»" if language == "uk" else "“{}”"
    figures = reasons[0].figures
    unit = unit_for(each for each in figures.values() if isinstance(each, Money))
    words = {key: phrase(value, language, unit) for key, value in figures.items()}
    words["quoted"] = ", ".join(marks.format(each) for each in quoted)
    return _SENTENCES[rule].said(language, words)


def statuses(value: Asked | Statuses, *, policy: Policy = DEFAULT) -> Table:
    """Lay out the delivery and the funding of each measure, and why.

    >>> from localgender.model.plan import Plan
    >>> table = statuses(Plan(goals=[]))
    >>> [heading.name.said("en") for heading in table.headings]
    ['Number', 'Measure', 'Delivery', 'Funding', 'Because']

    Args:
        value: A report, or a plan, of which only the money can be told, or a reading of either; of statuses
            alone the titles of the measures are not known.
        policy: Choices of the caller; statuses are already made.

    Raises:
        TypeError: For anything else.
    """
    if isinstance(value, Statuses):
        told = [(number_of(where), *_standing(status)) for where, status in value.items()]
        return Table(Said("Statuses"), [_NUMBER, *_STANDING], told)
    found = classify(value, policy=policy)
    rows = [
        (number_of(where), measure.title, *_standing(status))
        for (where, measure, _), status in zip(plan_of(value_of(value)).placed, found.values(), strict=True)
    ]
    return Table(Said("Statuses"), [_NUMBER, Said("Measure"), *_STANDING], rows)


_NUMBER = Said("Number")
_STANDING = (Said("Delivery"), Said("Funding"), Said("Because"))


def _standing(status: Status) -> tuple[Delivery, Funding, Because]:
    return status.delivery, status.funding, Because(status.reasons)


def number_of(where: Ref) -> Ref | Code | None:
    """Return the code of a measure that alone bears it, as a table names it; else its address."""
    return where.code if where.coded and where.nth == 1 else where


@frozen
class Named:
    """Word of an enumeration, not yet in a language; among the words of a phrase it would be plain text."""

    word: str

    def said(self, language: str) -> str:
        """Say it in a language."""
        return name(self.word, language)


def counted(words: Iterable[Delivery | Funding]) -> tuple[Phrase, ...]:
    """Say how many measures have each word of an axis, in the order of the axis.

    >>> [each.said("en") for each in counted([Funding.NONE_PLANNED, Funding.NONE_PLANNED, Funding.DISBURSED])]
    ['no money planned: 2', 'disbursed: 1']
    """
    words = tuple(words)
    axis = type(words[0]) if words else ()
    numbers = [(word, words.count(word)) for word in axis if word in words]
    return tuple(
        Phrase(Said("{status}: {count}"), {"status": Named(word), "count": count}) for word, count in numbers
    )


def without_money(found: Statuses) -> Phrase | None:
    """Say how many measures got none of their planned money, and how much that is; None when all got some.

    >>> without_money(Statuses()) is None
    True
    """
    unfunded = found.of(Funding.UNFUNDED)
    planned = [each.figures["planned"] for status in unfunded.values() for each in status.reasons[-1:]]
    if not planned:
        return None
    return Phrase(_WITHOUT_MONEY, {"count": len(planned), "planned": sum(planned, Money(0))})


_WITHOUT_MONEY = Counted(
    "{count} measure got none of its planned money: {planned}.",
    "{count} measures got none of their planned money: {planned}.",
)
