"""Findings in words: one sentence a finding, in Ukrainian or English, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from localgender.findings import Finding
from localgender.showing.catalogue import Counted, Said, language_of
from localgender.showing.figures import unit_for
from localgender.showing.kinds import words_of
from localgender.showing.names import name, source_name
from localgender.showing.placing import place, runs
from localgender.showing.sentences import KINDS
from localgender.showing.wording import more, phrase
from localgender.values.money import Money, Unit
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref

__all__ = ["Told", "describe", "name", "places_of", "title_of"]

Places = ByRef[tuple[Place, ...]] | Mapping[Any, Iterable[Place]]
_LONGEST = 100


def describe(finding: Finding, language: str = "uk", places: Places | None = None) -> str:
    """Say what a finding found, in one sentence.

    >>> describe(Finding("no-term", "warning", [Ref.parse("4.4.3")]))
    'Захід 4.4.3: термін не вказано.'
    >>> describe(Finding("row-padded", "notice", [Place(1, 13, 1)], {"cells": 8, "columns": 10}), "en")
    'The row has 8 cells where the header has 10; only empty ones are missing or extra (table 1, row 13).'

    Args:
        finding: Of any kind; one that the library does not know is told by its name and facts.
        language: "uk" or "en".
        places: Where the document prints each Ref or its text, such as `reading.places`; named last.

    Returns:
        Sentence with a full stop; figures are written as the language does.

    Raises:
        NotationError: A ValueError, for a language without messages.
    """
    sentence = Told(finding).said(language)
    # A number and a title stand in one cell: two places that are told alike.
    where = "; ".join(dict.fromkeys(place(each, language) for each in places_of(finding, places)))
    return f"{sentence.removesuffix('.')} ({where})." if where else sentence


@frozen
class Told:
    """Finding as a sentence, without its place and not yet in a language."""

    finding: Finding

    def said(self, language: str) -> str:
        """Say it in a language."""
        language = language_of(language)
        try:
            sentence = _from_template(self.finding, language)
        except (TypeError, ValueError, LookupError, AttributeError):
            # A rule of one's own may give a known kind facts of another shape.
            sentence = None
        return sentence or _generic(self.finding, language)


def title_of(kind: str, language: str = "uk") -> str:
    """Return what findings of a kind are called together; a kind of one's own is called by its name.

    >>> title_of("no-term"), title_of("my-rule")
    ('Заходи без терміну', 'my-rule')
    """
    return KINDS[kind].title.said(language) if kind in KINDS else kind


def adds_up(kind: str) -> bool:
    """Tell whether the planned money of several findings of a kind is worth adding up."""
    return kind in KINDS and KINDS[kind].planned


def places_of(finding: Finding, places: Places | None = None) -> tuple[Place, ...]:
    """Return where a finding is seen: at the figure it is about if that is printed, else at the whole row.

    >>> printed = ByRef({"1.1": [Place(1, 3, 3)], "1.1/percent": [Place(1, 3, 9)]})
    >>> found = Finding("percent-unexplained", "warning", [Ref.parse("1.1")])
    >>> [str(place) for place in places_of(found, printed)]
    ['table 1, row 3, column 9']
    """
    known: ByRef[Any] = places if isinstance(places, ByRef) else ByRef(places or {})
    found: list[Place] = []
    for where in finding.refs:
        found += [where] if isinstance(where, Place) else _printed(where, finding, known)
    return tuple(dict.fromkeys(found))


def _printed(where: Ref, finding: Finding, places: ByRef[Any]) -> Iterable[Place]:
    about = KINDS[finding.kind].about if finding.kind in KINDS else ""
    candidates = [where, where.subject]
    if about and not where.part:
        period, source = _line(finding)
        candidates = [where.to(about, period=period, source=source), where.to(about), *candidates]
    return next((found for each in candidates if (found := places.get(each))), ())


def _line(finding: Finding) -> tuple[Period | None, str]:
    """Return the period and source of the line of money that a finding is about."""
    period, source = finding.facts.get("period"), finding.facts.get("source")
    return period if isinstance(period, Period) else None, source if isinstance(source, str) else ""


def _from_template(finding: Finding, language: str) -> str | None:
    if finding.kind not in KINDS:
        return None
    words = _words(finding, language)
    for template in KINDS[finding.kind].sentences:
        if words_of(template) <= words.keys():
            by = template.by if isinstance(template, Counted) else ""
            sentence = template.said(language, words, _count(finding, by))
            return sentence[:1].upper() + sentence[1:]
    return None


def _words(finding: Finding, language: str) -> dict[str, str]:
    """Say every fact in the language; silent facts are left out."""
    facts = {key: value for key, value in finding.facts.items() if value is not None and value != ""}
    unit = unit_for(_amounts(tuple(facts.values())))
    words = {key: _fact(key, value, language, unit) for key, value in facts.items()}
    if "missing" in facts and (unlisted := facts.get("count", 0) - len(facts["missing"])) > 0:
        words["missing"] += f", {more(unlisted, language)}"
    return words | _subjects(finding, language)


def _amounts(facts: tuple[Any, ...]) -> Iterator[Money]:
    for fact in facts:
        if isinstance(fact, Money):
            yield fact
        elif isinstance(fact, tuple):
            yield from _amounts(fact)


def _subjects(finding: Finding, language: str) -> dict[str, str]:
    refs = tuple(each for each in finding.refs if isinstance(each, Ref))
    if not refs:
        return {}
    about, line = _labelled(phrase(refs, language), finding, language), _line_in_words(finding, language)
    words = {"about": about, "figure": ", ".join(filter(None, [about, line])), "bearers": str(len(refs))}
    if isinstance(stage := finding.facts.get("stage"), str):
        words["line"] = ", ".join(filter(None, [name(stage, language), line]))
    if len(refs) == 2:
        words["first"], words["second"] = (_numbered(each, language) for each in refs)
    return words


def _labelled(about: str, finding: Finding, language: str) -> str:
    label = finding.facts.get("label")
    if not label or not isinstance(label, str):
        return about
    return Said("{about} (“{label}”)").said(language, {"about": about, "label": shortened(label)})


def _line_in_words(finding: Finding, language: str) -> str:
    period, source = _line(finding)
    spans = [phrase(period, language) if period else "", source_name(source, language) if source else ""]
    return ", ".join(filter(None, spans))


def _numbered(where: Ref, language: str) -> str:
    return str(where.code) if where.coded and where.code else phrase(where, language)


def _count(finding: Finding, by: str) -> int:
    counted = finding.refs if by == "bearers" else finding.facts.get(by, 1)
    return counted if isinstance(counted, int) else len(counted)


def _fact(key: str, value: Any, language: str, unit: Unit) -> str:
    shape, kind = _SHAPES.get(key, (None, ()))
    if shape is not None and isinstance(value, kind):
        return shape(value, language, unit)
    return phrase(max(value, -value) if key == "difference" else value, language, unit)


def _paired(pair: Any, language: str, unit: Unit) -> str:
    """Say which base gives what, which measure has which bases, or how much."""
    subject, said = pair
    named = isinstance(said, tuple)
    names = [name(each, language) for each in said] if named else [phrase(said, language, unit)]
    first = name(subject, language) if isinstance(subject, str) else phrase(subject, language)
    return f"{first} – {', '.join(names)}"


def _pairs(pairs: tuple[Any, ...], language: str, unit: Unit) -> str:
    return "; ".join(_paired(pair, language, unit) for pair in pairs)


def _amounts_in_words(amounts: tuple[Any, ...], language: str, unit: Unit) -> str:
    if all(isinstance(each, tuple) for each in amounts):
        return _pairs(amounts, language, unit)
    return ", ".join(phrase(each, language, unit) for each in amounts)


def _counted(things: tuple[Any, ...], language: str, unit: Unit) -> str:
    return phrase(len(things), language)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Cut a text that is too long for a sentence, at a word.

    >>> shortened("Проведено чотири засідання", 20)
    'Проведено чотири …'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rpartition(' ')[0] or text[: longest - 2]} …"


# Facts that are not told as their values stand: by name, how and of which class.
_SHAPES: Mapping[str, tuple[Callable[[Any, str, Unit], str], type]] = {
    "text": (lambda value, _, __: shortened(value), str),
    "quoted": (lambda value, _, __: shortened(value), str),
    "formula": (lambda value, _, __: shortened(value), str),
    "numbers": (lambda value, _, __: runs(value), tuple),
    "rows": (_counted, tuple),
    "silent": (_counted, tuple),
    "base": (lambda value, language, _: name(value, language), str),
    "counted": (lambda value, language, _: name(value, language), str),
    "field": (lambda value, language, _: name(value, language), str),
    "by": (lambda value, language, _: name(value, language), str),
    "axes": (lambda value, language, _: ", ".join(name(each, language) for each in value), tuple),
    "bases": (_pairs, tuple),
    "candidates": (_pairs, tuple),
    "amounts": (_amounts_in_words, tuple),
}


def _generic(finding: Finding, language: str) -> str:
    """Tell a finding of an unknown kind by its name, what it is about, and its facts."""
    refs = tuple(each for each in finding.refs if isinstance(each, Ref))
    facts = ", ".join(f"{key} = {shortened(phrase(value, language))}" for key, value in finding.facts.items())
    about = f": {phrase(refs, language)}" if refs else ""
    return f"{finding.kind}{about}{f' ({facts})' if facts else ''}."
