"""Words of delivery beyond the first collection: double negatives, parts, what is handed on or given up."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from localgender.questions.status import delivery_by_words
from localgender.values.periods import Period

LABELLED = tomllib.loads((Path(__file__).parent / "narratives_2024.toml").read_text("utf8"))
YEAR = Period.year(2024)


def told(half: str) -> list[tuple[str, str]]:
    return [(text, word) for word, texts in LABELLED[half].items() for text in texts]


def test_what_was_held_back_is_mostly_understood() -> None:
    right = [delivery_by_words(text, YEAR) == word for text, word in told("held_back")]
    assert len(right) == 20
    assert sum(right) >= 18


@pytest.mark.parametrize(("text", "word"), told("tuned"))
def test_the_words_say_what_became_of_a_measure(text: str, word: str) -> None:
    assert delivery_by_words(text, YEAR) == word


def test_a_comparison_with_another_year_tells_no_time() -> None:
    assert delivery_by_words("Надано консультацій на 12 % більше, ніж торік", YEAR) == "delivered"


def test_a_quarter_without_a_year_is_of_the_year_reported() -> None:
    half, year = Period.parse("2024-h1"), Period.year(2024)
    assert delivery_by_words("Заплановано на IV квартал", half) == "not-scheduled"
    assert delivery_by_words("У II кварталі проведено лекцію", half) == "delivered"
    assert delivery_by_words("Заплановано на IV квартал", year) == "not-delivered"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Виконано частково: розроблено методику", "ongoing"),
        ("Виконується: проведено 2 засідання", "ongoing"),
        ("Не виконано: кошти спрямовано на оборону", "not-delivered"),
        ("Виконано: проведено 3 тренінги", "delivered"),
        ("В процесі", "ongoing"),
        ("У роботі", "ongoing"),
        ("У процесі навчання учасниці отримали знання", "delivered"),
    ],
)
def test_an_answer_before_a_colon_decides_and_what_follows_explains_it(text: str, word: str) -> None:
    assert delivery_by_words(text, YEAR) == word
