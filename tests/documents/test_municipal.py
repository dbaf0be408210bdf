"""Habits of municipal tables, each in a small document of an invented community with what an officer reads."""

from __future__ import annotations

import pytest
from tables import plan, report, table, totals, unread

import localgender as lg

YEARLY = "Звіт про виконання Програми «Родинне тепло» Бобринської міської ради за 2024 рік, тис. грн"


def stages(reading: lg.Reading, which: str) -> list[tuple[lg.Money | None, ...]]:
    return [
        (line.planned, line.allocated, line.disbursed) for line in reading.value.progress_of(which).funding
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Затверджено на рік | Профінансовано | Касові видатки", (500, 480, 450)),
        ("Передбачено програмою | Профінансовано | Використано", (500, 480, 450)),
        ("План | Факт | Профінансовано", (500, 480, 450)),
        ("План | Затверджено в бюджеті | Профінансовано", (500, 480, 450)),
    ],
)
def test_what_is_financed_is_given_beside_what_is_spent(header: str, expected: tuple[int, ...]) -> None:
    reading = report(
        YEARLY,
        table(f"№ | Захід | {header} | Стан виконання", "1 | Ремонт | 500,0 | 480,0 | 450,0 | Завершено"),
    )
    assert stages(reading, "1") == [tuple(map(lg.thousand_uah, map(str, expected)))]
    assert unread(reading) == []


def test_a_passport_lists_the_sources_of_its_volume_below_it() -> None:
    reading = plan(
        "ПАСПОРТ Програми «Громада рівних» Соснівської міської ради на 2024-2025 роки",
        table(
            "1 | Ініціатор розроблення Програми | Управління соціального захисту",
            "2 | Дата, номер документа про затвердження | рішення Соснівської міської ради від 21.12.2023 № 18",
            "3 | Розробник Програми | Управління соціального захисту",
            "4 | Загальний обсяг фінансових ресурсів, тис. грн, у тому числі: | 70,0",
            "4.1 | кошти місцевого бюджету | 50,0",
            "4.2 | кошти інших джерел | 20,0",
        ),
        table(
            "№ | Захід | Термін | Джерело | 2024, тис. грн | 2025, тис. грн",
            "1 | Тренінги | 2024 | Місцевий бюджет | 50,0 | -",
            "2 | Притулок | 2025 | Інші джерела | - | 25,0",
        ),
    )
    assert [act.number for act in reading.value.acts] == ["18"]
    assert [(label, lines) for label, _, lines in totals(reading)][1:] == [
        ("кошти місцевого бюджету", ["2024-2025/community"]),
        ("кошти інших джерел", ["2024-2025/other"]),
    ]
    wrong = {ref for each in lg.audit(reading).of("stated-total-differs") for ref in map(str, each.refs)}
    assert wrong == {"total:1/2024-2025/planned", "total:3/2024-2025/planned"}
    assert unread(reading) == []


def test_a_direction_stands_over_its_measures_and_its_sum() -> None:
    reading = report(
        YEARLY,
        table(
            "Назва напряму | Назва заходу | Передбачено у програмі | Виділено в бюджеті | Фактичні видатки",
            "1. Протидія насильству | 1.1. Притулок | 12,0 | 11,5 | 11,5",
            " | 1.2. Бригада | 3,0 | 3,0 | 2,9",
            " | Разом за напрямом 1 | 15,0 | 14,5 | 14,4",
            "2. Рівність | 2.1. Навчання | 5,0 | 0,0 | 0,0",
            "ВСЬОГО | | 20,0 | 14,5 | 14,4",
        ),
    )
    assert [goal.title for goal in reading.value.plan.goals] == ["Протидія насильству", "Рівність"]
    assert [scope for _, scope, _ in totals(reading)] == ["goal:1", "plan"]
    assert not lg.audit(reading).of("stated-total-differs")


SOURCED = "№ | Захід | Строк | Відповідальні | Джерела | 2025, тис. грн | 2026, тис. грн"
PROGRAMME = "Програма рівності Менської міської ради на 2025-2026 роки"


def by_source(reading: lg.Reading) -> dict[str, lg.Money | None]:
    return {
        "+".join(map(str, key)): added
        for key, added in lg.totals_by(reading.value, "source", "planned").items()
    }


@pytest.mark.parametrize("whole", ["Усі джерела", "всі джерела фінансування", "Разом коштів", ""])
def test_a_source_that_is_the_sum_of_the_others_counts_once(whole: str) -> None:
    reading = plan(
        PROGRAMME,
        table(
            SOURCED,
            f"1 | Клуб | 2025 | Відділ освіти | {whole} | 30,0 | 40,0",
            " | | | | місцевий бюджет | 20,0 | 30,0",
            " | | | | обласний бюджет | 10,0 | 10,0",
        ),
    )
    assert by_source(reading) == {"community": lg.thousand_uah(50), "oblast": lg.thousand_uah(20)}
    assert [scope for _, scope, _ in totals(reading)] == ["1"]
    assert len(reading.findings.of("sum-unlabelled")) == (not whole)
    assert unread(reading) == []


def test_a_single_row_of_all_sources_names_none() -> None:
    reading = plan(PROGRAMME, table(SOURCED, "1 | Стенд | 2025 | Відділ освіти | усі джерела | 7,0 | -"))
    assert by_source(reading) == {"": lg.thousand_uah(7)}
    assert totals(reading) == []


def test_the_funds_of_a_budget_below_it_are_its_parts() -> None:
    reading = plan(
        PROGRAMME,
        table(
            SOURCED,
            "1 | Притулок | 2025 | Центр | Всього, у тому числі | 150,0 | 150,0",
            " | | | | місцевий бюджет | 100,0 | 100,0",
            " | | | | з них загальний фонд | 75,0 | 75,0",
            " | | | | спеціальний фонд | 25,0 | 25,0",
            " | | | | інші джерела | 50,0 | 50,0",
            "Разом | | | | | 150,0 | 150,0",
        ),
    )
    assert by_source(reading) == {
        "community-general": lg.thousand_uah(150),
        "community-special": lg.thousand_uah(50),
        "other": lg.thousand_uah(100),
    }
    assert not lg.audit(reading).of("stated-total-differs")
    assert unread(reading) == []


def test_what_is_only_a_part_of_a_source_is_not_added_to_it() -> None:
    reading = plan(
        PROGRAMME,
        table(
            SOURCED,
            "1 | Притулок | 2025 | Центр | місцевий бюджет | 200,0 | 100,0",
            " | | | | з них загальний фонд | 150,0 | 75,0",
        ),
    )
    assert by_source(reading) == {"community": lg.thousand_uah(300)}


def test_a_stroke_parts_plan_and_fact_under_a_header_that_says_so() -> None:
    reading = report(
        YEARLY.removesuffix(", тис. грн"),
        table(
            "№ з/п | Захід | Обсяг фінансування (план/факт), тис. грн | Стан виконання",
            "1 | Форум | 10,0/20,0 | Проведено",
            "2 | Клуб | 15,5 / 0,0 | Не проведено",
            "3 | Стенд | - / - | Виконано без залучення коштів",
            "Разом | | 25,5/20,0 | ",
        ),
    )
    assert [stages(reading, code) for code in "123"] == [
        [(lg.thousand_uah(10), None, lg.thousand_uah(20))],
        [(lg.thousand_uah("15.5"), None, lg.Money(0))],
        [(None, None, None)],
    ]
    assert len(reading.value.stated_totals) == 1
    assert not lg.audit(reading).of("stated-total-differs", "unreadable-cell")
    assert unread(reading) == []


def test_a_table_without_a_unit_is_in_that_of_the_others() -> None:
    reading = plan(
        PROGRAMME,
        table("Джерела фінансування | Усього, тис. грн | 2025", "місцевий бюджет | 30,0 | 30,0"),
        table("№ | Захід | Виконавець | 2025", "1 | Клуб | Відділ освіти | 30,0"),
    )
    assert lg.total(reading.value, "planned") == lg.thousand_uah(30)
    assert reading.findings.of("unit-missing")[0].facts["counted"] == "thousand-uah"
    assert not lg.audit(reading).of("stated-total-differs")


def test_amounts_that_all_print_their_unit_miss_none() -> None:
    reading = plan(
        PROGRAMME,
        table(
            "№ | Захід | Виконавець | Вартість",
            "1 | Ремонт | Відділ освіти | 1,2 млн грн",
            "2 | Стенди | Відділ освіти | 35 тис. грн",
            "3 | Збори | Відділ освіти | не потребує",
        ),
    )
    assert lg.total(reading.value, "planned") == lg.thousand_uah(1235)
    assert not reading.findings.of("unit-missing")


def test_marks_under_quarters_are_terms() -> None:
    reading = plan(
        "План дій 1325 Деревської громади на 2025 рік",
        table(
            "№ | Захід | Відповідальний | І квартал | ІІ квартал | ІІІ квартал | IV квартал",
            "1 | Тренінг | Відділ освіти | + | - | | х",
            "2 | Аудит | Відділ ЖКГ | | ✓ | | ",
            "3 | Звіт | Відділ ЖКГ | | | | ",
        ),
    )
    terms = [measure.term and str(lg.notation.write_term(measure.term)) for measure in reading.value.measures]
    assert terms == ["I квартал, IV квартал", "II квартал", None]
    assert lg.total(reading.value, "planned") is None
    assert not reading.findings.of("unit-missing", "unreadable-cell")


def test_a_footnote_of_two_stars_is_no_measure() -> None:
    reading = report(
        YEARLY,
        table(
            "№ | Захід | План* | Касові видатки** | Примітка",
            "1 | Пандус | 120,0 | 118,5 | Виконано",
            "** без урахування кредиторської заборгованості",
        ),
        "** за даними казначейства",
    )
    assert [measure.title for measure in reading.value.plan.measures] == ["Пандус"]
    assert unread(reading) == []


def test_bold_words_of_a_lone_row_are_no_footnote() -> None:
    reading = plan(
        PROGRAMME,
        table("№ | Захід | Виконавець", "**Розділ 1. Освіта**", "1 | Клуб | Відділ освіти"),
    )
    assert [goal.title for goal in reading.value.goals] == ["Освіта"]


def test_a_zero_of_nothing_goes_with_every_base_of_a_percent() -> None:
    reading = report(
        YEARLY,
        table(
            "№ | Захід | Передбачено програмою | Виділено | Використано | %",
            "1 | Притулок | 1200,0 | 1150,0 | 1149,9 | 99,99",
            "2 | Навчання | 50,0 | 0,0 | 0,0 | 0,00",
        ),
    )
    assert not lg.audit(reading).of("percent-basis-varies")


def test_an_aim_and_its_tasks_stand_in_columns_side_by_side() -> None:
    reading = plan(
        "План заходів Баришської громади на 2024-2026 роки",
        table(
            "Стратегічна ціль | Завдання | Заходи | Строк | Виконавці",
            "Ціль 1. Доступ | Завдання 1.1. Освіта | 1.1.1. Тренінги | 2024 | Відділ освіти",
            "Ціль 1. Доступ | | 1.1.2. Книги | 2025 | Відділ культури",
            " | Завдання 1.2. Праця | 1.2.1. Ярмарок | 2026 | Центр зайнятості (за згодою)",
            "Ціль 2. Безпека | Завдання 2.1. Вулиці | 2.1.1. Світло | 2024 | Відділ освіти",
        ),
    )
    assert [
        (str(aim.code), aim.title, [(str(goal.code), goal.title, len(goal.measures)) for goal in aim.goals])
        for aim in reading.value.goals
    ] == [
        ("1", "Доступ", [("1.1", "Освіта", 2), ("1.2", "Праця", 1)]),
        ("2", "Безпека", [("2.1", "Вулиці", 1)]),
    ]
    assert unread(reading) == []


def test_a_goal_repeated_with_the_word_for_its_level_is_one() -> None:
    reading = plan(
        PROGRAMME,
        table(
            "Завдання | Заходи | Строк | Виконавці",
            "Завдання 1. Освіта | Тренінги | 2025 | Відділ освіти",
            "Завдання 1. Освіта | Книги | 2025 | Відділ культури",
            "Завдання 2. Праця | Ярмарок | 2026 | Центр зайнятості (за згодою)",
        ),
    )
    assert [(goal.title, len(goal.measures)) for goal in reading.value.goals] == [("Освіта", 2), ("Праця", 1)]
    assert unread(reading) == []


@pytest.mark.parametrize("header", ["Виконано/не виконано", "Виконано", "Статус"])
def test_words_under_a_header_of_spending_tell_what_was_done(header: str) -> None:
    reading = report(
        YEARLY,
        table(
            f"№ | Захід | Виконавець | {header} | Примітки",
            "1 | Навчання | Відділ кадрів | Виконано | Навчено 12 осіб",
            "2 | Ремонт | Відділ освіти | Не виконано | Брак коштів",
            "3 | Чат | Відділ освіти | Виконано частково | ",
        ),
    )
    assert [progress.narrative for progress in reading.value.progress] == [
        "Виконано Навчено 12 осіб",
        "Не виконано Брак коштів",
        "Виконано частково",
    ]
    assert [str(status.delivery) for status in lg.classify(reading).values()] == [
        "delivered",
        "not-delivered",
        "ongoing",
    ]
    assert lg.total(reading.value, "disbursed") is None
    assert unread(reading) == []


def test_a_page_that_cuts_a_term_cuts_no_measure() -> None:
    reading = plan(
        PROGRAMME,
        table(
            "№ | Захід | Виконавці | Термін | 2025, тис. грн",
            "1 | Мережа кімнат | Відділ освіти, | 2025- | 100,0",
            " | дружніх до дитини | служба у справах дітей | 2026 | ",
        ),
    )
    (measure,) = reading.value.measures
    assert (measure.title, measure.term) == ("Мережа кімнат дружніх до дитини", lg.years(2025, 2026))
    assert len(measure.involvements) == 2


def test_parts_of_a_total_are_listed_behind_dashes() -> None:
    reading = plan(
        PROGRAMME,
        table(
            SOURCED,
            "1 | Грант | 2025 | Відділ освіти | МТД | 200,0 | 100,0",
            "2 | Курс | 2025 | Відділ освіти | бюджет ТГ | 10,0 | -",
            "Разом, в т.ч.: | | | | | 210,0 | 100,0",
            "- бюджет ТГ | | | | | 10,0 | -",
            "- МТД | | | | | 200,0 | 100,0",
            "- інвестиції | | | | | 1,0 | -",
        ),
    )
    assert len(reading.value.measures) == 2
    assert by_source(reading) == {"other": lg.thousand_uah(300), "community": lg.thousand_uah(10)}
    assert [label for label, _, _ in totals(reading)] == ["Разом, в т.ч.:", "- бюджет ТГ", "- МТД"]
    assert [each.facts["text"] for each in reading.findings.of("unreadable-cell")] == ["- інвестиції"]
    assert not lg.audit(reading).of("stated-total-differs")
