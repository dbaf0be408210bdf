"""What the lines around the tables say: name, period, community, parts of the document, notes."""

from __future__ import annotations

import pytest
from tables import plan, report, table, unread

import localgender as lg

DONE = table("№ | Захід | План, тис. грн | Факт, тис. грн | Стан виконання", "1 | Клуб | 10,0 | 9,0 | працює")
PLANNED = table("№ | Захід | Термін | Виконавець", "1 | Клуб | 2024 | Відділ освіти")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Звіт про виконання Програми у І півріччі 2024 року", "2024-h1"),
        ("Звіт за період з 01.01.2024 по 30.09.2024", "2024-9m"),
        ("Звіт про виконання Програми за підсумками 2023 року", "2023"),
        ("Звіт про виконання Програми на 2021-2025 роки станом на 01.01.2024", "2023"),
        ("Звіт про виконання Програми станом на 31 грудня 2023 року", "2023"),
        ("Аналіз виконання плану заходів за 2023 р.", "2023"),
        ("Узагальнена інформація про виконання Плану за IV квартал 2023 року", "2023-q4"),
    ],
)
def test_a_report_tells_its_period_in_its_title(title: str, period: str) -> None:
    reading = report(title, DONE)
    assert str(reading.value.period) == period
    assert reading.value.plan.title == title
    assert unread(reading) == []


def test_a_day_inside_the_year_is_no_period() -> None:
    reading = report("Звіт про виконання Програми станом на 01.10.2024", DONE)
    assert reading.value.period is None
    assert reading.findings.of("period-missing")


def test_a_community_whose_kind_is_not_told() -> None:
    community = plan("План заходів Рудківської громади на 2024 рік", PLANNED).value.community
    assert community == lg.Community("Рудківська територіальна громада")


def test_parts_of_a_document_are_no_part_of_its_title() -> None:
    reading = plan(
        "Програма рівності Рудківської сільської ради",
        "на 2024-2026 роки",
        "Паспорт Програми",
        "Заходи Програми",
        PLANNED,
        "Примітка: строки уточнюються.",
        "* за згодою",
        "3",
    )
    assert reading.value.title == "Програма рівності Рудківської сільської ради на 2024-2026 роки"
    assert unread(reading) == []


def test_words_for_money_in_a_column_of_money_are_needs() -> None:
    reading = plan(
        table(
            "№ | Захід | Виконавець | Обсяг фінансування, грн",
            "1 | Клуб | Відділ освіти | Кошти не передбачені",
            "2 | Форум | Відділ освіти | В межах фонду оплати праці",
        ),
    )
    assert [str(measure.funding[0].needs) for measure in reading.value.measures] == [
        "не передбачено",
        "в межах кошторису",
    ]
    assert not reading.findings.of("unreadable-cell")


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Програма «Участь» на 2021-2025 роки, дію якої продовжено до 2027 року", 2021, 2027),
        ("Програма «Участь» на 2021-2025 роки (термін дії подовжено на 2026-2027 роки)", 2021, 2027),
        ("Програма «Участь» на 2021-2025 роки, продовжена на 2026 рік", 2021, 2026),
        ("Програма «Участь» на 2024-2025 роки, що продовжує програму на 2019-2023 роки", 2024, 2025),
        ("Програма «Участь» на 2021-2025 роки", 2021, 2025),
    ],
)
def test_a_plan_lasts_as_long_as_its_title_extends_it(title: str, first: int, last: int) -> None:
    assert plan(title, PLANNED).value.term == lg.years(first, last)
