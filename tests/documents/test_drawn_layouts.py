"""Layouts that drawn documents found misread, each cut to the rows that show it."""

from __future__ import annotations

from tables import money, plan, report, table, totals, unread

import localgender as lg

TITLE = "Програма «Рівна громада» Калинівської селищної ради на 2025-2026 роки"
REPORT = "Звіт про виконання Програми «Рівна громада» за 2025 рік"


def test_three_decimals_under_millions_stay_under_their_column() -> None:
    reading = plan(
        TITLE,
        table("№ | Захід | Термін | Виконавець | Індикатор | 2025, млн грн", "1 | Клуб | 2025 | | | 0,873"),
    )
    assert lg.total(reading.value, "planned") == lg.thousand_uah("873")
    assert reading.value.measure("1").results == ()
    assert not reading.findings


def test_a_total_names_its_goal_by_the_whole_number() -> None:
    reading = plan(
        TITLE,
        table(
            "Захід | Виконавець | Сума, тис. грн",
            "Стратегічна ціль 1. Безпека | |",
            "Оперативна ціль 1.1. Захист | |",
            "1.1.1. Клуб | Відділ освіти | 5,0",
            "Разом за завданням 1.1 | | 5,0",
        ),
    )
    assert [str(total.scope) for total in reading.value.stated_totals] == ["goal:1.1"]


def test_a_column_keeps_its_own_stage_under_words_for_any_money() -> None:
    reading = report(
        REPORT,
        table(
            "№ | Захід | Прогнозні обсяги фінансування, тис. грн | | | Стан реалізації",
            " | | Заплановано | Виділено | Фактично профінансовано |",
            "1 | Клуб | 3,0 | 2,0 | 1,0 | Працює",
        ),
    )
    (line,) = reading.value.progress[0].funding
    assert (line.planned, line.allocated, line.disbursed) == tuple(map(lg.thousand_uah, "321"))
    assert reading.value.progress[0].narrative == "Працює"


def test_money_under_other_sources_is_no_column_of_sources() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Кошти, тис. грн |",
            " | | | Місцевий бюджет | Інші джерела",
            "1 | Клуб | Відділ освіти | 3,0 | 1,4",
        ),
    )
    assert money(reading, "1") == {"2025-2026/community": 3000, "2025-2026/other": 1400}
    assert not reading.findings


def test_a_silent_first_measure_is_no_third_row_of_the_header() -> None:
    reading = report(
        REPORT,
        table(
            "№ | Завдання | Зміст заходу | Виконавець | Сума, тис. грн | | Стан виконання",
            " | | | | Виділено | Касові видатки |",
            "1. | Освіта | 1.1. Клуб | | - | - |",
            " | | 1.2. Форум | | - | 2,0 |",
        ),
    )
    assert [str(measure.code) for measure in reading.value.plan.measures] == ["1.1", "1.2"]


def test_rows_with_units_in_their_cells_are_no_further_header() -> None:
    reading = report(
        REPORT,
        table(
            "№ | Захід | Джерело фінансування | Виділено | Профінансовано",
            "1 | Клуб | Всього, у т.ч.: | 9 грн | 8 грн",
            " | | Інші джерела | 9 грн | 8 грн",
            "ВСЬОГО: | | | 9 грн | 8 грн",
        ),
    )
    assert lg.total(reading.value, "disbursed") == lg.uah("8")
    assert [name for name, _, _ in totals(reading)] == ["ВСЬОГО:", "Всього"]


def test_amounts_that_say_their_unit_miss_none() -> None:
    header = "№ | Захід | Виконавець | Вартість"
    told = plan(TITLE, table(header, "1 | Клуб | Відділ освіти | 5,0 тис. грн", "2 | Форум | | -"))
    bare = plan(TITLE, table(header, "1 | Клуб | Відділ освіти | 5,0 тис. грн", "2 | Форум | | 7"))
    assert not told.findings
    assert bare.findings.kinds == ("unit-missing",)


def test_a_source_beside_nothing_is_not_joined_to_the_source_above() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Термін | Джерело фінансування | Сума, грн",
            "1 | Клуб | Відділ освіти | 2025 | Обласний бюджет | 467",
            " | | | | Місцевий бюджет |",
        ),
    )
    assert money(reading, "1") == {"2025-2026/oblast": 467}
    assert not reading.findings
    assert unread(reading) == []


def test_measures_without_a_goal_keep_the_national_task_above_them() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Завдання Національного плану | Захід Національного плану | Захід місцевого плану | Виконавець",
            "1 | 2. Допомога | 1) послуги | Клуб | Відділ освіти",
            "2 | | 3) збір даних | Форум | Відділ освіти",
        ),
    )
    assert [str(where) for measure in reading.value.measures for where in measure.serves] == [
        "target::2:1",
        "target::2:3",
    ]


def test_a_capital_at_the_beginning_of_a_line_begins_a_further_executor() -> None:
    found = lg.read_plan(
        f'{TITLE}\nЗахід;Виконавець;Термін\nКлуб;"Відділ освіти\nУправління культури";2025\n'.encode()
    )
    assert [each.executor.name for each in found.value.measures[0].involvements] == [
        "Відділ освіти",
        "Управління культури",
    ]
    assert not found.findings.of("executors-unsure")


def test_a_header_repeated_under_a_goal_or_a_total_takes_neither_in() -> None:
    header = (
        "Номер | Захід | Виконавець | Сума, грн | | Стан виконання",
        " | | | Виділено | Касові видатки |",
    )
    reading = report(
        REPORT,
        table(
            *header,
            "Стратегічна ціль 1. Безпека | | | | |",
            *header,
            "Оперативна ціль 1.1. Захист | | | | |",
            "1.1.1 | Клуб | Відділ освіти | 5,00 | 4,00 | Працює",
            "Разом за ціллю 1.1 | | | 5,00 | 4,00 |",
            *header,
            "Разом | | | 5,00 | 4,00 |",
        ),
    )
    assert [str(goal.code) for goal in reading.value.plan.all_goals] == ["1", "1.1"]
    assert [scope for _, scope, _ in totals(reading)] == ["goal:1.1", "plan"]
    assert not reading.findings


def test_a_blank_column_changes_nothing() -> None:
    reading = plan(
        TITLE,
        table(
            " | № | Захід | Виконавець | Сума, грн",
            " | 1 | 2 | 3 | 4",
            " | Розділ 1. Освіта | Розділ 1. Освіта | Розділ 1. Освіта | Розділ 1. Освіта",
            " | 1.1 | Клуб | Відділ освіти | 5",
            " | 2 | | |",
            " | 1.2 | Форум | Відділ освіти | 7",
        ),
    )
    assert [(str(goal.code), len(goal.measures)) for goal in reading.value.goals] == [("1", 2)]
    assert not reading.findings
    assert unread(reading) == []
