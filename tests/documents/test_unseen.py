"""Structures that no known document has in just this form, each cut to the rows that show it."""

from __future__ import annotations

from tables import money, plan, report, table, totals, unread

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


def test_no_need_of_money_holds_for_every_year_under_a_merged_cell() -> None:
    reading = plan(
        TITLE,
        table(
            SOURCED,
            "1 | Клуб | Відділ освіти | 2025 | - | Не потребує | | Клуб діє",
            "2 | Форум | Відділ освіти | 2026 | МБ | | 10,0 | Форум",
        ),
    )
    assert [(str(line.period), line.needs) for line in reading.value.measure("1").funding] == [
        ("2025", "не потребує"),
        ("2026", "не потребує"),
    ]
    assert not reading.findings


def test_what_is_promised_for_the_year_is_not_of_the_nine_months_reported() -> None:
    reading = report(
        "Звіт про виконання Програми «Рівна громада» за 9 місяців 2025 року, тис. грн",
        table("№ | Захід | План на рік | Профінансовано | %", "1 | Клуб | 100,0 | 50,0 | 50,0"),
    )
    promised, spent = reading.value.progress[0].funding
    assert (str(promised.period), promised.planned) == ("2025", lg.thousand_uah("100"))
    assert (str(spent.period), spent.disbursed) == ("2025-9m", lg.thousand_uah("50"))
    assert not lg.audit(reading).of("percent-unexplained")


def test_a_section_named_under_the_title_is_no_part_of_it() -> None:
    reading = plan(
        "Програма «Рівна громада»",
        "Заходи Програми",
        table("Захід | Виконавець | Термін", "Клуб | Школа | 2025"),
    )
    assert reading.value.title == "Програма «Рівна громада»"


def test_a_plan_takes_its_term_from_the_year_in_its_name_but_not_from_an_act() -> None:
    header = "№ з/п | Назва заходу | Дата | Місце проведення"
    named = plan(
        "План заходів до Дня сім’ї у Калинівці в 2025 році", table(header, "1 | Свято | 15 травня | Парк")
    )
    cited = plan(
        "План заходів на виконання рішення від 12.01.2024 № 3", table(header, "1 | Свято | 15 травня | Парк")
    )
    assert named.value.term == lg.years(2025, 2025)
    assert cited.value.term is None


def test_shares_listed_in_the_label_of_a_resource_are_totals_of_their_own() -> None:
    reading = plan(
        TITLE,
        table(
            "Обсяг коштів, які пропонується залучити на виконання Програми | Усього | 2025 | 2026",
            "Обсяг ресурсів, усього (у тому числі: із обласного бюджету – 100,0; інші джерела – 50,0)"
            " | 150,0 | 90,0 | 60,0",
        ),
        table("№ | Захід | Виконавець | Термін | Вартість", "1 | Клуб | Відділ освіти | 2025 | 150,0"),
    )
    assert totals(reading) == [
        ("Обсяг ресурсів, усього", "plan", ["2025-2026/", "2025/", "2026/"]),
        ("із обласного бюджету", "plan", ["2025-2026/oblast"]),
        ("інші джерела", "plan", ["2025-2026/other"]),
    ]
    assert [total.funding[0].planned for total in reading.value.stated_totals] == [
        lg.thousand_uah("150"),
        lg.thousand_uah("100"),
        lg.thousand_uah("50"),
    ]
    assert unread(reading) == []


def test_a_row_of_sums_without_a_word_is_a_total_and_noticed() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Термін | 2025 | 2026",
            "НАВЧАННЯ",
            "1 | Клуб | Відділ освіти | 2025 | 10,0 | 5,0",
            "2 | Форум | Відділ освіти | 2026 | 20,0 | -",
            " | | | | 30,0 | 5,0",
            "ДОПОМОГА",
            "3 | Притулок | Відділ освіти | 2026 | 1,0 | -",
            " | | | | 1,0 | -",
            " | | | | 31,0 | 5,0",
        ),
    )
    assert [measure.title for measure in reading.value.measures] == ["Клуб", "Форум", "Притулок"]
    assert lg.total(reading.value, "planned") == lg.thousand_uah("36")
    assert [str(total.scope) for total in reading.value.stated_totals] == ["goal:#1", "goal:#2", "plan"]
    assert len(reading.findings.of("sum-unlabelled")) == 3


def test_amounts_that_add_up_to_nothing_above_stay_a_measure() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Термін | 2025 | 2026",
            "1 | Клуб | Відділ освіти | 2025 | 10,0 | 5,0",
            " | | | | 30,0 | 5,0",
        ),
    )
    assert len(reading.value.measures) == 2
    assert not reading.findings.of("sum-unlabelled")


def test_reasons_are_told_after_the_narrative_and_deviations_are_figures() -> None:
    reading = report(
        "Звіт про виконання Програми «Рівна громада» за 2025 рік, тис. грн",
        table(
            "№ | Захід | План | Факт | Відхилення | Стан виконання | Причини невиконання",
            "1 | Клуб | 10,0 | 5,0 | -5,0 | Діє частково | Тендер не відбувся",
            "2 | Форум | 10,0 | 10,0 | 0,0 | Проведено | -",
        ),
    )
    told = [progress.narrative for progress in reading.value.progress]
    assert told == ["Діє частково Тендер не відбувся", "Проведено"]
    assert unread(reading) == []


def test_capitals_beside_an_empty_number_name_the_numbered_rows_below() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Термін | Вартість",
            " | НАВЧАННЯ | | | ",
            "1 | Форум | Відділ освіти | 2026 | 20,0",
        ),
    )
    assert [(goal.title, len(goal.measures)) for goal in reading.value.goals] == [("НАВЧАННЯ", 1)]


def test_what_is_spent_in_nine_months_is_a_percent_of_what_the_budget_gives_for_the_year() -> None:
    reading = report(
        "Інформація про виконання Програми «Безпечна оселя» за 9 місяців 2024 року",
        table(
            "№ | Захід | Передбачено програмою на рік, тис. грн | Затверджено в бюджеті на рік, тис. грн"
            " | Касові видатки, тис. грн | % виконання",
            "1 | Притулок | 250,0 | 200,0 | 150,0 | 75",
            "2 | Навчання | 30,0 | 30,0 | 12,0 | 90",
        ),
    )
    assert [str(each.refs[0]) for each in lg.audit(reading).of("percent-unexplained")] == ["2"]


def test_funds_under_stages_and_explained_deviations() -> None:
    reading = report(
        "Звіт про виконання Програми «Рівність» за 2023 рік, тис. грн",
        table(
            "№ | Захід | План на рік | | Факт | | Відхилення | | Пояснення відхилень",
            " | | загальний фонд | спеціальний фонд | загальний фонд | спеціальний фонд"
            " | загальний фонд | спеціальний фонд | ",
            "1.1 | Семінар | 10,0 | - | 9,5 | - | -0,5 | - | Економія на закупівлі",
            "1.2 | Ремонт | 100,0 | 50,0 | 100,0 | 20,0 | 0,0 | -30,0 | Роботи триватимуть",
            "Усього | | 110,0 | 50,0 | 109,5 | 20,0 | -0,5 | -30,0 | ",
        ),
    )
    lines = {str(line.source): line for line in reading.value.progress_of("1.2").funding}
    assert (lines["special"].planned, lines["special"].disbursed) == (
        lg.thousand_uah("50"),
        lg.thousand_uah("20"),
    )
    assert reading.value.progress_of("1.1").narrative == "Економія на закупівлі"
    assert not lg.audit(reading).of("stated-total-differs")
    assert unread(reading) == []


def test_a_sum_and_its_sources_inside_one_cell_beside_a_column_of_sources() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Термін | Виконавець | Джерело | Обсяг фінансування",
            "1 | Секція | 2025 | Відділ спорту | Місцевий бюджет"
            " | 20,0 (у т.ч. місцевий бюджет – 15,0, інші джерела – 5,0)",
        ),
    )
    assert money(reading, "1") == {"2025-2026/community": 15000, "2025-2026/other": 5000}
    assert totals(reading) == [("Всього", "1", ["2025-2026/"])]
    assert not lg.audit(reading).of("stated-total-differs")


def test_an_approximate_amount_is_kept_and_noticed() -> None:
    reading = plan(TITLE, table("№ | Захід | Термін | Вартість", "1 | Гранти родинам | 2025 | близько 100"))
    assert lg.total(reading.value, "planned") == lg.thousand_uah("100")
    assert reading.findings.of("amount-approximate")[0].facts["text"] == "близько 100"


def test_sections_with_roman_numbers_and_a_measure_whose_money_is_split_by_rows_of_sources() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Строк виконання | Відповідальні | Джерела фінансування | Всього | 2025 | 2026",
            "І. Обізнаність",
            "1.1 | Буклети | Щороку | Центр надання соціальних послуг | Всього, у т.ч.: | 30,0 | 15,0 | 15,0",
            " | | | | міський бюджет | 20,0 | 10,0 | 10,0",
            " | | | | інші джерела | 10,0 | 5,0 | 5,0",
            "Разом за розділом І | | | | | 30,0 | 15,0 | 15,0",
            "ІІ. Безпека",
            "2.1 | Бригада | Постійно | Служба у справах дітей | Міський бюджет | 8,0 | 4,0 | 4,0",
            "ВСЬОГО ЗА ПРОГРАМОЮ | | | | | 38,0 | 19,0 | 19,0",
        ),
    )
    assert [(str(goal.code), goal.title) for goal in reading.value.goals] == [
        ("1", "Обізнаність"),
        ("2", "Безпека"),
    ]
    assert lg.total(reading.value, "planned") == lg.thousand_uah("38")
    assert [scope for _, scope, _ in totals(reading)][:2] == ["goal:1", "plan"]
    assert not lg.audit(reading).of("stated-total-differs")
    assert unread(reading) == []
