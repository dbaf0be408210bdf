"""Lines of an answer: parts side by side, the sums at its head, what was asked at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from localgender.documents.reading import Reading
from localgender.model.funding import Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import total
from localgender.questions.audit import Checked
from localgender.showing import tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.figures import alike
from localgender.showing.tables import Words
from localgender.showing.wording import Phrase, phrase
from localgender.values.parts import tuple_of


@frozen
class Line:
    """Parts of one line, not yet in a language; silent ones are left out.

    >>> Line([Said("Report"), None, "звіт.txt"]).said("uk")
    'Звіт · звіт.txt'
    """

    parts: tuple[Any, ...] = field(converter=tuple_of)
    between: str = " · "

    def said(self, language: str) -> str:
        """Say it in a language."""
        return self.between.join(phrase(each, language) for each in self.parts if each is not None)


def money(reading: Reading[Plan] | Reading[Report]) -> Iterator[Words]:
    """Tell what the measures come to in each stage; nothing when all are silent."""
    sums = alike({stage: total(reading.value, stage) for stage in Stage})
    told = [Phrase(_SUMS[stage], {"money": each}) for stage, each in sums.items()]
    if told:
        yield Phrase(Said("Money: {sums}."), {"sums": Line(told, ", ")})


_SUMS = {
    Stage.PLANNED: Said("{money} planned"),
    Stage.ALLOCATED: Said("{money} allocated"),
    Stage.DISBURSED: Said("{money} disbursed"),
}


def closing(reading: Reading[Any], asked: tuple[Checked, ...]) -> Iterator[Words]:
    """Tell how many questions were asked, what could not be checked and why, and how much was understood."""
    yield answered(asked)
    if left := [unchecked(each) for each in asked if each.not_checkable]:
        yield Phrase(Said("Not checkable: {questions}."), {"questions": Line(left, "; ")})
    yield from _understood(reading)


def answered(asked: tuple[Checked, ...]) -> Words:
    """Say how many questions were asked, and how often each sort of answer came."""
    counts = {
        "questions": len(asked),
        "consistent": sum(each.consistent for each in asked),
        "inconsistent": sum(each.inconsistent for each in asked),
        "inapplicable": sum(each.not_applicable for each in asked),
        "uncheckable": sum(each.not_checkable for each in asked),
    }
    return Phrase(_ASKED, counts)


_ASKED = Counted(
    "{questions} question asked: {consistent} consistent, {inconsistent} findings, "
    "{inapplicable} not applicable, {uncheckable} not checkable.",
    "{questions} questions asked: {consistent} consistent, {inconsistent} findings, "
    "{inapplicable} not applicable, {uncheckable} not checkable.",
    by="questions",
)


def unchecked(one: Checked) -> Words:
    """Say of one question how often it could not be answered, and why."""
    words = {
        "title": tabulate.Titled(one.kind),
        "count": one.not_checkable,
        "reasons": Line([tabulate.Because(word) for word, _ in one.unchecked], ", "),
    }
    return Phrase(Said("“{title}” – {count} ({reasons})"), words)


def _understood(reading: Reading[Any]) -> Iterator[Words]:
    clear, whole = tabulate.understood(reading)
    if whole:
        yield Phrase(Said("Understood: {clear} of {whole} characters."), {"clear": clear, "whole": whole})
