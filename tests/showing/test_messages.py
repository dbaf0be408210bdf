"""Every kind of finding as the sentence that an officer reads, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import M21, M41, SENTENCES, YEAR

from localgender.findings import READING, Finding, Severity
from localgender.intake import read
from localgender.questions.audit import audit
from localgender.questions.consolidation.kinds import CONSOLIDATING
from localgender.questions.rules import RULES
from localgender.showing.messages import describe, places_of, shortened, title_of
from localgender.showing.sentences import KINDS
from localgender.values.money import thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import PLAN, ByRef, Ref
from paths import SAMPLE


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "refs", "facts", "ukrainian", "english"), [pytest.param(*each, id=each[0]) for each in SENTENCES]
)
def test_sentence(kind: str, refs: list[Any], facts: dict[str, Any], ukrainian: str, english: str) -> None:
    found = Finding(kind, Severity.NOTICE, refs, facts)
    assert plain(describe(found)) == ukrainian
    assert plain(describe(found, "en")) == english


def test_every_kind_has_a_sentence_and_a_title() -> None:
    """Every kind that reading or consolidating knows or a rule finds, and no other."""
    assert {*READING, *CONSOLIDATING} | {rule.kind for rule in RULES} == set(KINDS)
    assert {each[0] for each in SENTENCES} == set(KINDS)
    for kind in KINDS:
        assert title_of(kind, "en").isascii()
        assert not title_of(kind).isascii()


def test_no_fact_is_shown_as_python_would() -> None:
    for kind, refs, facts, _, _ in SENTENCES:
        for language in ("uk", "en"):
            told = describe(Finding(kind, "notice", refs, facts), language)
            assert told.endswith(".")
            assert not {"None", "Ref(", "Money", "(Code", "Fraction", "{", "}"} & set(told.split())


@pytest.mark.parametrize("name", ["zhytomyr-report-2023.txt", "zhytomyr-plan-1325.txt"])
def test_every_finding_of_the_samples_has_the_facts_of_its_sentence(name: str) -> None:
    """What reading and the rules really give fits the templates; none is told fact by fact."""
    reading = read(SAMPLE / name)
    for found in audit(reading):
        for language in ("uk", "en"):
            assert not describe(found, language, reading.places).startswith(found.kind)


def test_a_kind_of_ones_own_is_told_by_its_name_and_facts() -> None:
    found = Finding(
        "my-rule", "warning", [M21, M41], {"limit": thousand_uah("10"), "note": "{about}", "seen": None}
    )
    assert (
        plain(describe(found))
        == "my-rule: захід 2.1, захід 4.1 (limit = 10,0 тис. грн, note = {about}, seen = —)."
    )
    assert describe(Finding("my-rule", "warning"), "en") == "my-rule."


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"count": 3},
        {"missing": 5, "count": 9},
        {
            "rows": 5,
            "bases": "x",
            "base": "y",
            "candidates": 3,
            "printed": b"1.5",
            "measures": "many",
            "numbers": ("a", 1),
        },
        {"bases": (1, 2), "candidates": ((1, 2, 3),), "rows": (), "base": None, "printed": None},
        {
            "difference": "some",
            "period": "2023",
            "source": 7,
            "cells": "many",
            "columns": 1,
            "term": 3,
            "plan_term": 4,
        },
    ],
)
def test_facts_of_another_shape_are_told_and_never_an_error(kind: str, facts: dict[str, Any]) -> None:
    for refs in ([], [M21], [M21, M41], [PLAN], [Place(1, 1, 1)], [M21, Place(1, 1, 1)]):
        for language in ("uk", "en"):
            assert describe(Finding(kind, "notice", refs, facts), language)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.just(M21) | st.just(uah(1)),
    lambda inside: st.tuples(inside, inside) | st.lists(inside, max_size=3).map(tuple),
    max_leaves=5,
)
NAMES = st.sampled_from(sorted({name for _, _, facts, _, _ in SENTENCES for name in facts}))


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(NAMES, ANYTHING, max_size=6))
def test_no_facts_make_an_error(kind: str, facts: dict[str, Any]) -> None:
    assert describe(Finding(kind, "notice", [M21, M41], facts))


def test_places_of_a_reading_are_named_last() -> None:
    printed = ByRef(
        {"1.1": [Place(1, 5, 3, 0, 4), Place(1, 5, 3, 4, 9)], "1.1/percent": [Place(1, 5, 9, 0, 5)]}
    )
    percent = Finding(
        "percent-unexplained", "warning", [Ref.parse("1.1")], {"printed": Percent("1"), "candidates": ()}
    )
    term = Finding("no-term", "warning", [Ref.parse("1.1")])
    assert describe(percent, "en", printed).endswith(" (table 1, row 5, column 9).")
    # The number and the title are two spans of one cell, which is named once.
    assert describe(term, "uk", printed) == "Захід 1.1: термін не вказано (таблиця 1, рядок 5, стовпець 3)."
    assert describe(Finding("no-term", "warning", [M21]), "uk", printed) == "Захід 2.1: термін не вказано."


def test_places_are_looked_up_by_figure_then_field_then_row() -> None:
    printed = {
        "4.1": [Place(1, 8, 3)],
        "4.1/2023/allocated": [Place(1, 8, 7)],
        "4.1/2024/community/allocated": [Place(1, 8, 9)],
        "total:1/2023/planned": [Place(1, 40, 6)],
    }
    exceeds = "allocated-exceeds-planned"

    def column(kind: str, ref: str, **facts: Any) -> list[int]:
        return [
            place.column for place in places_of(Finding(kind, "warning", [Ref.parse(ref)], facts), printed)
        ]

    assert column(exceeds, "4.1", period=YEAR, source="") == [7]
    assert column(exceeds, "4.1", period=Period.year(2024), source="community") == [9]
    assert column(exceeds, "4.1", period=Period.year(2025)) == [3]
    assert column("stated-total-differs", "total:1/2023/planned") == [6]
    assert column("my-rule", "4.1/title") == [3]
    assert column("my-rule", "9.9") == []


def test_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="uk, en"):
        describe(Finding("no-term", "warning"), "de")
    with pytest.raises(ValueError, match="uk, en"):
        describe(Finding("my-rule", "warning"), "de")


def test_long_texts_are_cut_at_a_word() -> None:
    assert shortened("слово " * 40).endswith(" слово …")
    assert len(shortened("слово " * 40)) <= 100
    assert len(shortened("а" * 200)) <= 100
    assert shortened("два\n слова") == "два слова"
