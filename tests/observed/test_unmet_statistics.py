"""Pages and sentences of other towns: what they tell, what stays unread, and nothing that they do not tell."""

from __future__ import annotations

import pytest
from lines import told
from said import UNMET
from unmet import PAGES

import localgender as lg
from accounted import assert_accounted


def read(page: str) -> lg.Reading[lg.Statistics]:
    """Read a page whose cells are parted by bars, as text of tabs."""
    lines = (line.split("|") for line in page.splitlines())
    return lg.read_statistics("\n".join("\t".join(map(str.strip, each)) for each in lines).encode())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_another_layout_tells_its_figures(name: str) -> None:
    page, expected = PAGES[name]
    found = read(page)
    assert told(found) == expected
    assert_accounted(found)


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_does_not_yield_is_named(name: str) -> None:
    found = read(PAGES[name][0])
    assert bool(found.unread) == ("unread-text" in found.findings.kinds)


@pytest.mark.parametrize("name", [name for name, (_, expected) in PAGES.items() if expected])
def test_a_page_in_another_layout_is_not_accused(name: str) -> None:
    assert lg.audit(read(PAGES[name][0]).value).kinds == ()


@pytest.mark.parametrize("sentence", UNMET)
def test_a_sentence_of_another_town_tells_its_figures(sentence: str) -> None:
    found = lg.read_statistics(sentence.encode())
    assert told(found) == UNMET[sentence]
    assert_accounted(found)


def test_last_year_is_that_before_the_year_of_the_heading() -> None:
    text = "Статистика за 2024 рік\n\nТорік зареєстровано 30 заяв."
    assert told(lg.read_statistics(text.encode())) == [
        "торік зареєстровано заяв | заяв | count | 2023 | 30",
    ]


def test_a_share_in_brackets_is_of_the_number_before_it() -> None:
    text = "Складено 61 протокол, з них 50 (82 %) – стосовно чоловіків, 11 – стосовно жінок."
    assert told(lg.read_statistics(text.encode())) == [
        "складено протоколів | протоколів | count | 61",
        "складено протоколів | протоколів | count | 50 | male",
        "складено протоколів | % | share | of складено протоколів | 82 | male",
        "складено протоколів | протоколів | count | 11 | female",
    ]
