"""Which rows are measures, goals, years and sums, and where one table ends and another begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tables import document, filled_up, money, plan, report, table, totals, unread

import localgender as lg
from localgender.documents.grid import Grid

TITLE = "Програма «Разом сильніші» Лозівської сільської ради на 2024-2025 роки, тис. грн"
HEADER = "№ | Захід | Виконавець | Термін | Вартість"


def test_tables_of_one_grid_have_their_own_units_and_rows() -> None:
    reading = plan(
        "Програма «Разом сильніші» Лозівської сільської ради на 2024-2025 роки",
        table(
            "Таблиця 1 (тис. грн)",
            HEADER,
            "1 | Клуб | Відділ освіти | 2024 | 10,0",
            "Таблиця 2 (грн)",
            HEADER,
            "2 | Форум | Відділ освіти | 2025 | 20000",
        ),
    )
    assert money(reading, "1") == {"2024-2025/": 10000}
    assert money(reading, "2") == {"2024-2025/": 20000}
    assert len(reading.value.measures) == 2
    assert unread(reading) == []


def test_a_table_of_resources_under_the_measures_in_one_grid() -> None:
    reading = plan(
        TITLE,
        table(
            HEADER,
            "1 | Клуб | Відділ освіти | 2024 | 10,0",
            "Всього | | | | 10,0",
            "Ресурсне забезпечення Програми, грн",
            "Джерела фінансування | 2024 рік | 2025 рік | Всього",
            "Місцевий бюджет | 10000 | 0 | 10000",
            "Вклад сусідів | 1 | 1 | 2",
        ),
    )
    assert [measure.title for measure in reading.value.measures] == ["Клуб"]
    assert ("Місцевий бюджет", "plan", ["2024/community", "2025/community", "2024-2025/community"]) in totals(
        reading
    )
    assert reading.findings.of("unreadable-cell")[0].facts["text"] == "Вклад сусідів"
    assert not lg.audit(reading).of("stated-total-differs")


def test_a_caption_of_another_year_dates_the_money_below_it() -> None:
    header = "№ | Захід | План, {0}грн | Факт, {0}грн"
    reading = report(
        "Звіт про виконання плану за 2023 рік",
        table(
            header.format(""),
            "1 | Клуб | 10000 | 9000",
            "Інформація про виконання плану за 2022 рік",
            header.format("тис. "),
            "2 | Форум | 10 | 9",
        ),
    )
    lines = [line for progress in reading.value.progress for line in progress.funding]
    assert [(str(line.period), line.disbursed) for line in lines] == [
        ("2023", lg.uah("9000")),
        ("2022", lg.uah("9000")),
    ]
    assert unread(reading) == []


def test_a_total_names_its_goal_by_the_title() -> None:
    reading = plan(
        TITLE,
        table(
            "Напрям | Захід | Виконавець | Джерело | Вартість",
            "Просвіта | Клуб | Відділ освіти | МБ | 10,0",
            "Всього за напрямом «Просвіта» | | | | 10,0",
            "Безпека | Притулок | Відділ освіти | МБ | 7,0",
            "Всього за напрямом «Безпека» | | | | 7,0",
        ),
    )
    assert [scope for _, scope, _ in totals(reading)] == ["goal:#1", "goal:#2"]
    assert not lg.audit(reading).of("stated-total-differs")


def test_a_caption_between_two_tables_gives_the_second_its_unit() -> None:
    reading = plan(
        TITLE,
        table(HEADER, "1 | Клуб | Відділ освіти | 2024 | 10,0"),
        "* без урахування субвенції",
        "Таблиця 2 (грн)",
        table(HEADER, "2 | Форум | Відділ освіти | 2025 | 20000"),
    )
    assert money(reading, "2") == {"2024-2025/": 20000}
    assert unread(reading) == []


def test_a_header_repeated_on_a_new_page_begins_no_table() -> None:
    reading = plan(
        TITLE,
        table(
            HEADER,
            "Напрям 1. Просвіта",
            "1 | Клуб | Відділ освіти | 2024 | 10,0",
            "Напрям 2. Безпека",
            HEADER,
            "2 | Форум | Відділ освіти | 2025 | 20,0",
        ),
    )
    assert [goal.title for goal in reading.value.goals] == ["Просвіта", "Безпека"]
    assert money(reading, "2") == {"2024-2025/": 20000}


@pytest.mark.parametrize("laid", [lambda grid: grid, filled_up])
def test_a_second_header_row_wider_than_the_first(laid: Callable[[Grid], Grid]) -> None:
    rows = table(
        "№ | Захід | Термін | Виконавець | Обсяги по роках | Очікуваний результат",
        " | | | | 2024 | 2025 | ",
        "1 | Клуб | 2024-2025 | Відділ освіти | 5,0 | 6,0 | Працює клуб",
        "2",
    )
    reading = plan(TITLE, laid(rows))
    assert len(reading.value.measures) == 1
    assert money(reading, "1") == {"2024/": 5000, "2025/": 6000}
    assert reading.value.measure("1").results == ("Працює клуб",)
    assert unread(reading) == []


@pytest.mark.parametrize("laid", [lambda grid: grid, filled_up])
def test_a_source_row_that_lost_its_first_cells_belongs_to_its_measure(laid: Callable[[Grid], Grid]) -> None:
    rows = table(
        "№ | Захід | Термін | Виконавець | Джерело фінансування | 2024 | 2025 | Всього",
        "1 | Клуб | 2024-2025 | Відділ освіти | Всього | 5,0 | 6,0 | 11,0",
        " | | | | Місцевий бюджет | 3,0 | 6,0 | 9,0",
        "Обласний бюджет | 2,0 | 0,0 | 2,0",
        "Всього за програмою | | | | | 5,0 | 6,0 | 11,0",
        "у тому числі: | | | | | | | ",
        "Місцевий бюджет | | | | | 3,0 | 6,0 | 9,0",
        "Обласний бюджет | | | | | 2,0 | 0,0 | 2,0",
    )
    reading = plan(TITLE, laid(rows))
    assert money(reading, "1")["2024/oblast"] == 2000
    assert [label for label, scope, _ in totals(reading) if scope == "plan"] == [
        "Всього за програмою",
        "Місцевий бюджет",
        "Обласний бюджет",
    ]
    assert not lg.audit(reading).of("stated-total-differs")


def test_a_year_over_measures_dates_their_money_and_is_no_measure() -> None:
    reading = plan(
        TITLE,
        table(
            HEADER,
            "2024 рік | | | | ",
            "1 | Клуб | Відділ освіти | травень | 10,0",
            "Разом за 2024 рік | | | | 10,0",
            "2025 рік | | | | ",
            "2 | Форум | Відділ освіти | травень | 20,0",
            "Разом за 2025 рік | | | | 20,0",
            "Всього | | | | 30,0",
        ),
    )
    assert [money(reading, code) for code in "12"] == [{"2024/": 10000}, {"2025/": 20000}]
    assert [lines for _, _, lines in totals(reading)] == [["2024/"], ["2025/"], ["2024-2025/"]]
    assert not lg.audit(reading).of("stated-total-differs", "missing-code")
    assert unread(reading) == []


def test_years_and_sources_under_a_total_are_parts_of_its_scope() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Термін | 2024 | 2025",
            "Розділ 1. Просвіта | | | | | ",
            "1.1 | Клуб | Відділ освіти | 2024 | 10,0 | 1,0",
            "Разом по розділу 1: | | | | 10,0 | 1,0",
            "у тому числі: | | | | | ",
            "місцевий бюджет | | | | 10,0 | 1,0",
            "Розділ 2. Безпека | | | | | ",
            "2.1 | Притулок | Відділ освіти | 2025 | 20,0 | ",
            "Разом по розділу 2: | | | | 20,0 | ",
            "Разом: | | | | 30,0 | 1,0",
            "з них: | | | | | ",
            "місцевий бюджет | | | | 30,0 | 1,0",
        ),
    )
    assert [(label, scope) for label, scope, _ in totals(reading)] == [
        ("Разом по розділу 1:", "goal:1"),
        ("місцевий бюджет", "goal:1"),
        ("Разом по розділу 2:", "goal:2"),
        ("Разом:", "plan"),
        ("місцевий бюджет", "plan"),
    ]
    assert not lg.audit(reading).of("stated-total-differs")


def test_a_year_with_its_money_under_a_total_is_a_total_of_that_year() -> None:
    reading = plan(
        TITLE,
        table(
            HEADER,
            "1 | Клуб | Відділ освіти | 2024 | 10,0",
            "Всього, в т.ч. | | | | 10,0",
            "2024 рік | | | | 10,0",
            "2025 | | | | 0,0",
        ),
    )
    assert len(reading.value.measures) == 1
    assert totals(reading)[1:] == [("2024 рік", "plan", ["2024/"]), ("2025", "plan", ["2025/"])]


def test_a_text_that_spans_the_table_over_measures_is_a_goal() -> None:
    reading = plan(
        TITLE,
        table(
            HEADER,
            "Зміцнення обізнаності",
            "1.1 | Клуб | Відділ освіти | 2024 | 10,0",
            "Завдання 2: Безпека | Завдання 2: Безпека | Завдання 2: Безпека | Завдання 2: Безпека | Завдання 2: Безпека",
            "2.1 | Притулок | Відділ освіти | 2025 | 20,0",
            "Разом за завданням 2 | Разом за завданням 2 | | | 20,0",
            "Примітка: суми уточнюються щороку",
        ),
    )
    assert [(str(goal.code), goal.title) for goal in reading.value.goals] == [
        ("1", "Зміцнення обізнаності"),
        ("2", "Безпека"),
    ]
    assert reading.findings.of("code-restored")
    assert [scope for _, scope, _ in totals(reading)] == ["goal:2"]
    assert [measure.title for measure in reading.value.measures] == ["Клуб", "Притулок"]


def test_a_text_over_goals_is_a_level_above_them() -> None:
    reading = plan(
        TITLE,
        table(
            "Завдання | Захід | Виконавець | Вартість",
            "БЕЗПЕЧНА ГРОМАДА | | | ",
            "1. Притулок | 1.1. Ремонт | Відділ освіти | 10,0",
            " | 1.2. Меблі | Відділ освіти | 5,0",
        ),
    )
    (above,) = reading.value.goals
    assert (above.title, [goal.title for goal in above.goals]) == ("БЕЗПЕЧНА ГРОМАДА", ["Притулок"])


def test_a_row_of_another_year_belongs_to_the_measure_above_it() -> None:
    reading = plan(
        TITLE,
        table(
            HEADER,
            "1 | Клуб | Відділ освіти | 2024 | 10,0",
            " | | | 2025 | 12,0",
            "2 | Форум | Відділ освіти | 2025 | 5,0",
            "у т.ч. місцевий бюджет | | | | 27,0",
        ),
    )
    assert money(reading, "1") == {"2024/": 10000, "2025/": 12000}
    assert reading.value.measure("1").term == lg.years(2024, 2025)
    assert money(reading, "2") == {"2024-2025/": 5000}
    assert unread(reading) == []


def test_a_sum_with_its_source_beside_it_is_no_measure() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Джерело фінансування | 2024",
            "1 | Клуб | Відділ освіти | МБ | 10,0",
            " | | | ОБ | 5,0",
            " | Всього | | МБ | 10,0",
            " | | | ОБ | 5,0",
        ),
    )
    assert len(reading.value.measures) == 1
    assert totals(reading) == [("Всього", "plan", ["2024/community"]), ("ОБ", "plan", ["2024/oblast"])]
    assert not lg.audit(reading).of("stated-total-differs")
    assert unread(reading) == []


def test_a_table_of_resources_over_the_measures() -> None:
    reading = plan(
        "Програма «Разом сильніші» Лозівської сільської ради на 2024-2025 роки",
        table(
            "Обсяг коштів, що пропонується залучити (тис. грн) | Етапи виконання | | Всього витрат на виконання",
            " | 2024 | 2025 | ",
            "Обсяг ресурсів, усього, у тому числі: | 35,0 | 30,0 | 65,0",
            "місцевий бюджет | 35,0 | 30,0 | 65,0",
            "Заходи Програми",
            "№ | Захід | Виконавець | Джерело | 2024 (тис. грн) | 2025 (тис. грн)",
            "1 | Клуб | Відділ освіти | Місцевий бюджет | 35,0 | 30,0",
        ),
    )
    assert money(reading, "1") == {"2024/community": 35000, "2025/community": 30000}
    assert [label for label, _, _ in totals(reading)] == [
        "Обсяг ресурсів, усього, у тому числі:",
        "місцевий бюджет",
    ]
    assert not lg.audit(reading).of("stated-total-differs", "unreadable-cell")


def test_whatever_a_plan_counts_in_hryvnias_is_promised() -> None:
    row = "1 | Клуб | Відділ освіти | 35,0"
    for header in ("Фінансування", "Необхідний ресурс (тис. грн)", "Передбачено на рік"):
        reading = plan("Програма на 2024 рік, тис. грн", table(f"№ | Захід | Виконавець | {header}", row))
        assert money(reading, "1") == {"2024/": 35000}


def test_a_column_of_what_was_done_is_the_measure_only_where_no_other_is() -> None:
    header = "№ | {}План, тис. грн | Проведені заходи | Використано, тис. грн"
    alone = report("Звіт за 2023 рік", table(header.format(""), "1 | 10,0 | Лекція | 9,0"))
    assert alone.value.plan.measures[0].title == "Лекція"
    beside = report(
        "Звіт за 2023 рік", table(header.format("Захід | "), "1 | Просвіта | 10,0 | Лекція | 9,0")
    )
    assert beside.value.plan.measures[0].title == "Просвіта"
    assert beside.value.progress[0].narrative == "Лекція"


def test_notes_beside_measures_make_a_report_only_of_what_is_called_one() -> None:
    rows = table("№ | Захід | Термін | Виконавець | Примітка", "1 | Клуб | 2024 | Відділ освіти | разом")
    assert isinstance(lg.read(document("План заходів на 2024 рік", rows)).value, lg.Plan)
    assert isinstance(lg.read(document("Інформація про виконання заходів", rows)).value, lg.Report)


@pytest.mark.parametrize(
    "again", ["№ | Зaxiд | Bиконавець | Tермін | Bартість", "№ | Захід | Вико-\nнавець | Термін |  ВАРТІСТЬ"]
)
def test_a_header_repeated_in_other_letters_is_no_measure(again: str) -> None:
    """Some of its letters are Latin, or its words are broken."""
    first, second = "1 | Клуб | Відділ освіти | 2024 | 5,0", "2 | Лекція | Відділ освіти | 2024 | —"
    reading = plan(TITLE, table(HEADER, first, again, second))
    assert reading.value == plan(TITLE, table(HEADER, first, HEADER, second)).value
    assert [measure.title for measure in reading.value.measures] == ["Клуб", "Лекція"]
    assert unread(reading) == []
