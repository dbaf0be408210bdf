"""Structures that no known document has in just this form, each cut to the rows that show it."""

from __future__ import annotations

from tables import money, plan, table, unread

import localgender as lg

TITLE = "Програма «Рівна громада» Калинівської селищної ради на 2025-2026 роки, тис. грн"
SOURCED = "№ | Захід | Виконавець | Термін | Джерело фінансування | 2025 | 2026 | Очікуваний результат"


def test_words_cut_by_a_page_stand_beside_the_money_of_the_next_source() -> None:
    reading = plan(
        TITLE,
        table(
            SOURCED,
            "1 | Кімната для матерів | Центр надання соціальних | 2025 | місцевий бюджет | 10,0 | 5,0 | Кімната",
            " | з немовлятами | послуг |  | обласний бюджет | 20,0 | - | для п’яти родин",
            "2 | Гурток | Відділ освіти | 2026 | місцевий бюджет | - | 7,0 | Гурток діє",
        ),
    )
    room, club = reading.value.measures
    assert (room.title, club.title) == ("Кімната для матерів з немовлятами", "Гурток")
    assert [each.executor.name for each in room.involvements] == ["Центр надання соціальних послуг"]
    assert room.results == ("Кімната для п’яти родин",)
    assert lg.total(reading.value, "planned") == lg.thousand_uah("42")
    assert len(reading.findings.of("row-continued")) == 1
    assert unread(reading) == []


def test_a_merged_cell_repeated_beside_every_source_is_one_measure() -> None:
    reading = plan(
        TITLE,
        table(
            SOURCED,
            "1 | Кімната | Відділ освіти | 2025 | місцевий бюджет | 10,0 | 5,0 | Кімната діє",
            "1 | Кімната | Відділ освіти | 2025 | обласний бюджет | 20,0 | - | Кімната діє",
            "2 | Гурток | Відділ освіти | 2026 | місцевий бюджет | - | 7,0 | Гурток діє",
        ),
    )
    assert [measure.title for measure in reading.value.measures] == ["Кімната", "Гурток"]
    assert money(reading, "1") == {
        "2025/community": 10000,
        "2026/community": 5000,
        "2025/oblast": 20000,
        "2026/oblast": None,
    }
    assert unread(reading) == []


def test_small_letters_alone_never_join_measures() -> None:
    reading = plan(
        TITLE,
        table(
            "Захід | Виконавець | Джерело фінансування | 2025 | 2026",
            "- проведення форуму | Відділ освіти | місцевий бюджет | 10,0 | 5,0",
            "- створення клубу | Відділ культури | обласний бюджет | 20,0 | 1,0",
            "навчання старост | Відділ культури | інші джерела | 30,0 | 2,0",
        ),
    )
    assert len(reading.value.measures) == 3
