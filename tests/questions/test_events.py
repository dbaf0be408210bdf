"""Events told without a verb, and clauses that only name who carries a measure out."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender.questions.status import delivery_by_words

YEAR = lg.Period.year(2023)


@pytest.mark.parametrize(
    "narrative",
    [
        "27.04.2023 – круглий стіл, 35 учасниць",
        "Круглий стіл 27.04.2023, 35 учасниць",
        "Тренінг (14.03.2023, 22 особи)",
        "10.10.2023: лекція для молоді",
        "У грудні 2023 року – виставка плакатів",
        "03.03.2023 та 08.03.2023 – шкільні флешмоби у парку",
        "27.04.2023 – круглий стіл; 15.05.2023 – відкрита лекція",
        "27.04.2023 – круглий стіл. У 2024 році планується продовження.",
        "Кошти не виділялися. 27.04.2023 – круглий стіл.",
    ],
)
def test_event_on_a_day_of_the_period_is_delivered(narrative: str) -> None:
    assert delivery_by_words(narrative, YEAR) == "delivered"


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [("27.04.2021 – круглий стіл", "delivered-earlier"), ("12.03.2024 – круглий стіл", "not-scheduled")],
)
def test_event_of_another_year_is_of_that_year(narrative: str, expected: str) -> None:
    assert delivery_by_words(narrative, YEAR) == expected


@pytest.mark.parametrize(
    "narrative",
    [
        "27.04.2023",
        "Протокол засідання комісії 27.04.2023",
        "Засідання комісії за наказом від 27.04.2023",
        "Конкурс до 27.04.2023",
        "Термін проведення семінару – 27.04.2023",
        "27.04.2023 – кінцевий строк",
        "Семінар орієнтовно 27.04.2023",
        "Семінар не раніше 27.04.2023",
        "План на рік: 27.04.2023 – семінар; 15.05.2023 – лекція",
        "4 засідання комісії",
    ],
)
def test_what_only_has_a_date_is_no_event(narrative: str) -> None:
    assert delivery_by_words(narrative, YEAR) == "unknown"


def test_days_of_a_list_that_is_planned_are_promises() -> None:
    planned = "Заплановано: 27.04.2023 – семінар; 15.05.2023 – лекція"
    assert delivery_by_words(planned, YEAR) == "not-delivered"


def test_without_a_period_nobody_knows_what_is_past() -> None:
    assert delivery_by_words("27.04.2023 – круглий стіл") == "unknown"


def test_date_and_event_are_quoted() -> None:
    told = lg.Progress("1.1", narrative="27.04.2023 – круглий стіл, 35 учасниць")
    status = lg.classify(lg.Report(lg.Plan(goals=[lg.Measure("1.1")]), 2023, progress=told))["1.1"]
    assert (status.reasons[0].rule, status.reasons[0].quoted) == ("done", "27.04.2023 – круглий стіл")


@pytest.mark.parametrize(
    "narrative",
    [
        "Захід виконує відділ освіти.",
        "Виконання заходу здійснює управління соціального захисту",
        "Реалізує служба у справах дітей",
    ],
)
def test_naming_the_executor_is_no_news(narrative: str) -> None:
    assert delivery_by_words(narrative, YEAR) == "unknown"


@pytest.mark.parametrize(
    "narrative",
    [
        "Захід постійно виконує відділ освіти",
        "Консультації здійснює відділ освіти",
        "Відділ освіти забезпечує супровід сімей",
    ],
)
def test_what_an_executor_does_is_news(narrative: str) -> None:
    assert delivery_by_words(narrative, YEAR) == "ongoing"
