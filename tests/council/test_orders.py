"""Orders and resolutions that are no minutes: who decided what, and by when."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender.errors import ProseError

ORDER = """РОЗПОРЯДЖЕННЯ міського голови від 12.03.2024 № 45-р
Про координаційну раду з питань рівності
1. Затвердити склад координаційної ради, що додається.
2. Відділу соціального захисту:
2.1. Подавати звіт про роботу ради щороку до 25 листопада.
3. Контроль за виконанням розпорядження покласти на заступника міського голови.
"""


def test_the_points_of_an_order_are_decisions_of_the_authority() -> None:
    reading = lg.read_council(ORDER.encode())
    approved, reported, controlled = reading.value.decisions
    assert (approved.kind, approved.text) == ("approve", "Затвердити склад координаційної ради, що додається")
    assert (reported.number, reported.assignees) == ("2.1", ("Відділ соціального захисту",))
    assert reported.due == lg.notation.term("щороку до 25 листопада")
    assert controlled.assignees == ("Заступник міського голови",)
    assert {(each.act.kind, each.act.number) for each in reading.value.decisions if each.act} == {
        ("розпорядження", "45-р")
    }
    assert reading.unread == ()


def test_a_resolution_headed_by_its_word_alone() -> None:
    text = """РІШЕННЯ

Про внесення змін до Програми «Рівність»
1. Внести зміни до Програми, виклавши пункт 4 у новій редакції.
"""
    (decided,) = lg.read_council(text.encode()).value.decisions
    assert (decided.kind, decided.number) == ("approve", "1")


def test_points_of_a_text_that_decides_nothing_are_no_decisions() -> None:
    text = """РІШЕННЯ
Про погоду
1. Вітер слабкий.
2. Хмарно.
"""
    with pytest.raises(ProseError):
        lg.read_council(text.encode())
