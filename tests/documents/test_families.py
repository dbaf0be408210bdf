"""Families of tables beyond the two samples, in small documents of invented communities."""

from __future__ import annotations

from collections import Counter

import pytest

import localgender as lg
from localgender.documents.grid import Document, Grid, Paragraph


def table(*rows: str) -> Grid:
    return Grid([cell.strip() for cell in row.split("|")] for row in rows)


def plan(*blocks: Grid | str) -> lg.Reading:
    return lg.read_plan(Document([Paragraph(each) if isinstance(each, str) else each for each in blocks]))


def report(*blocks: Grid | str) -> lg.Reading:
    return lg.read_report(Document([Paragraph(each) if isinstance(each, str) else each for each in blocks]))


def money(reading: lg.Reading, code: str) -> dict[str, str]:
    measure = reading.value.measure(code)
    return {f"{line.period}/{line.source}": str(line.planned) for line in measure.funding}


YEARLY = plan(
    "Додаток 2 до Програми рівних прав Вербівської сільської територіальної громади на 2024-2026 роки",
    table(
        "№ з/п | Напрям діяльності (пріоритетні завдання) | Перелік заходів Програми | Строк вико-\nнання заходу | Виконавці"
        " | Джерела фінан-\nсування | Орієнтовні обсяги фінансування, тис. грн, за роками: | | | | Очікуваний результат",
        " | | | | | | 2024 | 2025 | 2026 | Всього | ",
        "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11",
        "1 | Навчання | 1.1. Тренінги для депутатів | 2024-2026 роки | Відділ освіти, культури, молоді та спорту сільської ради"
        " | Місцевий бюджет | 10,0 | 12,5 | 15,0 | 37,5 | Навчено 30 осіб",
        " | | 1.2. Буклети | щороку | Служба у справах дітей | Місцевий бюджет | 2,0 | 2,0 | 2,0 | 6,0 | ",
        "2 | Протидія насильству | 2.1. Мобільна бригада | I квартал 2024 року | Центр надання соціальних послуг"
        " | Обласний бюджет | 100,0 | — | — | 100,0 | Бригада працює",
        " | Всього за Програмою: | | | | | 112,0 | 14,5 | 17,0 | 143,5 | ",
        " | у тому числі: місцевий бюджет | | | | | 12,0 | 14,5 | 17,0 | 43,5 | ",
        " | обласний бюджет | | | | | 100,0 | | | 100,0 | ",
    ),
)


def test_yearly_columns_under_a_header_of_two_rows() -> None:
    assert money(YEARLY, "1.1") == {
        "2024/community": "thousand_uah('10')",
        "2025/community": "thousand_uah('12.5')",
        "2026/community": "thousand_uah('15')",
    }
    assert money(YEARLY, "2.1")["2025/oblast"] == "None"
    assert [str(goal.code) for goal in YEARLY.value.goals] == ["1", "2"]
    assert YEARLY.value.measure("1.1").results == ("Навчено 30 осіб",)
    assert YEARLY.value.measure("1.1").involvements[0].executor.name == (
        "Відділ освіти, культури, молоді та спорту сільської ради"
    )
    assert lg.total(YEARLY.value, "planned") == lg.thousand_uah("143.5")


def test_sums_of_rows_columns_and_sources_are_stated_totals() -> None:
    totals = {(total.label, str(total.scope)) for total in YEARLY.value.stated_totals}
    assert ("Всього за Програмою:", "plan") in totals
    assert ("у тому числі: місцевий бюджет", "plan") in totals
    assert ("Всього", "1.1") in totals
    assert not lg.audit(YEARLY).of("stated-total-differs")
    assert YEARLY.unread == ()


def test_a_wrong_sum_of_a_source_is_found() -> None:
    grid = YEARLY.document.tables[0]
    wrong = Grid([[cell.text.replace("43,5", "34,5") for cell in row] for row in grid.rows])
    found = lg.audit(lg.read_plan(Document([wrong]))).of("stated-total-differs")
    assert found


def test_sources_as_columns() -> None:
    reading = plan(
        "Програма «Рівність» Лугової селищної ради на 2023-2025 роки",
        "(тис. грн)",
        table(
            "№ | Завдання | Заходи | Виконавці | Термін виконання | Обсяги фінансування | | | Очікуваний результат",
            " | | | | | Обласний бюджет | Інші джерела | Всього | ",
            "1 | Обізнаність | Акція | Відділ культури селищної ради | 2023-2025 | 5,0 | 1,5 | 6,5 | Проведено",
            "2 | | Листівки | Відділ культури селищної ради | 2023 | 2,0 | | 2,0 | ",
            " | Разом | | | | 7,0 | 1,5 | 8,5 | ",
        ),
    )
    assert money(reading, "1") == {
        "2023-2025/oblast": "thousand_uah('5')",
        "2023-2025/other": "thousand_uah('1.5')",
    }
    assert not lg.audit(reading).of("stated-total-differs")
    assert reading.unread == ()


def test_sources_as_rows_and_the_number_inside_the_task() -> None:
    reading = plan(
        "Заходи обласної Програми на 2024-2025 роки",
        table(
            "№ з/п, назва завдання | Заходи | Виконавці | Джерела фінансування | 2024 рік, тис. грн | 2025 рік | Всього",
            "1. Підтримка сімей | 1.1. Консультації | Центр соціальних служб | обласний бюджет | 10,0 | 10,0 | 20,0",
            "1. Підтримка сімей | | | місцевий бюджет | 5,0 | 5,0 | 10,0",
            " | 1.2. Притулок | Департамент обласної державної адміністрації | державний бюджет | 1000,0 | | 1000,0",
            "Усього | | | | 1015,0 | 15,0 | 1030,0",
        ),
    )
    assert [str(measure.code) for measure in reading.value.measures] == ["1.1", "1.2"]
    assert money(reading, "1.1") == {
        "2024/oblast": "thousand_uah('10')",
        "2025/oblast": "thousand_uah('10')",
        "2024/community": "thousand_uah('5')",
        "2025/community": "thousand_uah('5')",
    }
    assert str(reading.places["1.1/2025/community/planned"][0]) == "table 1, row 3, column 6"
    assert not lg.audit(reading).of("stated-total-differs")
    assert reading.unread == ()


def test_goals_as_rows_and_totals_by_goal() -> None:
    reading = report(
        "ЗВІТ",
        "про виконання заходів Програми «Рівні» Соснівської міської ради за 2024 рік",
        "(затверджена рішенням сесії міської ради від 23.12.2021 № 815)",
        table(
            "№ з/п | Назва завдання, заходу | Відповідальний виконавець | Термін виконання | Обсяг фінансування, грн | | Стан виконання",
            " | | | | заплановано | фактично профінансовано | ",
            "Завдання 1. Обізнаність | | | | | | ",
            "1.1 | Лекції у школах | Відділ освіти | 2022-2026 | 50 000,00 | 25 500,00 | Проведено 12 лекцій",
            "Всього за завданням 1 | | | | 50 000,00 | 25 500,00 | ",
            "Завдання 2. Протидія | | | | | | ",
            "2.1 | Кризова кімната | Центр соціальних служб | постійно | 300 000,00 | 210 750,00 | Працює",
            "Всього за завданням | | | | 300 000,00 | 210 750,00 | ",
            "Разом за Програмою | | | | 350 000,00 | 236 250,00 | ",
            "Начальник відділу | | | | | | М.І. Приклад",
        ),
    )
    value = reading.value
    assert [str(total.scope) for total in value.stated_totals] == ["goal:1", "goal:2", "plan"]
    assert value.plan.acts[0].number == "815"
    assert value.plan.title == "Рівні"
    assert lg.total(value, "disbursed") == lg.uah("236250")
    assert value.progress_of("2.1").funding[0].step == lg.uah("0.01")
    assert not lg.audit(reading).of("stated-total-differs")
    assert reading.unread == ()
    assert "Приклад" not in lg.dumps(value)


def test_campaign_and_execution_of_the_budget() -> None:
    campaign = plan(
        "План заходів до акції «16 днів»",
        table(
            "№ з/п | Назва заходу | Дата | Виконавці | Місце проведення",
            "1 | Флешмоб | 25.11.2025 | Відділ освіти селищної ради | Площа Центральна",
            "2 | Уроки безпеки | 25 листопада – 10 грудня | Заклади освіти | ліцеї",
        ),
    )
    assert campaign.value.measure("1").place == "Площа Центральна"
    assert campaign.value.measure("2").term.due_in(2025)
    budget = report(
        "Виконання місцевих програм за I півріччя 2024 року, тис. грн.",
        table(
            "№ | Назва | Заплановано на рік | Виконано | % виконання",
            "1 | Рівні можливості | 1 200,5 | 600,2 | 50,0",
            "2 | Підтримка сім'ї | 350,0 | 133,0 | 38,00",
            " | Разом | 1 550,5 | 733,2 | 47,3",
        ),
    )
    assert str(budget.value.period) == "2024-h1"
    promised, spent = budget.value.progress_of("1").funding
    assert (str(promised.period), promised.planned) == ("2024", lg.thousand_uah("1200.5"))
    assert (str(spent.period), spent.disbursed) == ("2024-h1", lg.thousand_uah("600.2"))
    assert not lg.audit(budget).of("total-percent-unexplained", "percent-unexplained")


def test_percents_by_source_are_not_the_percent_of_the_measure() -> None:
    reading = report(
        "Інформація про хід виконання програми «Сім'я» у 2023 році",
        table(
            "Зміст заходу | Джерело фінансування | План на 2023 рік (грн) | Касові видатки (грн) | % виконання | Примітка",
            "Підтримка родин | міський бюджет | 100 000,00 | 95 500,00 | 95,5 | ",
            " | обласний бюджет | 50 000,00 | 0,00 | 0,0 | Кошти не надійшли",
            "День матері | міський бюджет | 25 000,00 | 25 000,00 | 100,0 | Проведено",
        ),
    )
    first = reading.value.progress[0]
    assert first.stated_percent is None
    assert first.narrative == "Кошти не надійшли"
    assert [str(total.stated_percent) for total in reading.value.stated_totals] == ["95.5", "0.0"]
    assert not lg.audit(reading).of("percent-unexplained")


def test_passport_and_resources_beside_the_measures() -> None:
    reading = plan(
        "Програма «Сильна громада» Козацької селищної ради на 2025-2026 роки",
        table(
            "1. | Ініціатор розроблення програми | Селищна рада",
            "2. | Дата, номер і назва розпорядчого документа | Рішення селищної ради від 12.11.2024 № 15/3",
            "3. | Відповідальний виконавець | Відділ соціального захисту",
            "4. | Термін реалізації програми | 2025-2026 роки",
            "5. | Загальний обсяг фінансових ресурсів | 2600,00 тис.грн., в т.ч. 2025 рік – 2500,00 тис.грн 2026 рік – 100,00 тис.грн",
        ),
        table(
            "Обсяг коштів, які пропонується залучити на виконання програми | 2025 | 2026 | Усього, тис. грн",
            "державний бюджет | 0,00 | 0,00 | 0,00",
            "селищний бюджет | 2500,00 | 100,00 | 2600,00",
        ),
        table(
            "№ | Захід | Термін | Виконавець | Джерело | 2025, тис. грн | 2026",
            "1 | Автомобіль для бригади | 2025 | Відділ соціального захисту | Селищний бюджет | 2400,00 | —",
            "2 | Навчання | 2025-2026 | Служба у справах дітей | Селищний бюджет | 100,00 | 100,00",
        ),
    )
    value = reading.value
    assert value.passport.initiator == "Селищна рада"
    assert value.acts[0].number == "15/3"
    assert value.term == lg.years(2025, 2026)
    assert [total.label for total in value.stated_totals] == [
        "Загальний обсяг фінансових ресурсів",
        "державний бюджет",
        "селищний бюджет",
    ]
    assert lg.total(value, "planned") == lg.thousand_uah("2600")
    assert not lg.audit(reading).of("stated-total-differs")
    assert reading.unread == ()


def test_a_layout_of_ones_own_reads_what_none_fits() -> None:
    document = Document([table("Що робимо | Хто робить | Коли", "Вечірні прогулянки | Сусідки | 2025")])
    try:
        lg.read_plan(document)
    except lg.errors.LayoutError as error:
        assert error.headers == (("Що робимо", "Хто робить", "Коли"),)
    else:
        raise AssertionError("no layout should fit")
    mine = lg.Layout("mine", "plan", {"measure": "що робимо", "executors": "хто робить", "term": "коли"})
    reading = lg.read_plan(document, layouts=[mine])
    assert reading.value.measures[0].title == "Вечірні прогулянки"
    assert reading.value.measures[0].term == lg.years(2025)


def test_what_a_reviewer_broke() -> None:
    """Roman tasks, percents beside money of the same name, a mark for nothing, a page number, coarser totals."""
    reading = report(
        "Звіт про виконання Програми «Рівні» Соснівської міської ради на 2021-2025 роки,"
        " затвердженої рішенням від 01.02.2021 № 5, за 2023 рік",
        table(
            "№ | Захід | Виконавець | Вартість виконання заходу, тис. грн | Виконано, % | Виконано, тис. грн"
            " | Відхилення від плану, тис. грн | Стан виконання",
            "Завдання І. Просвіта | | | | | | | ",
            "1 | Лекції | Відділ освіти | 20,0 | 50,0 | 10,0 | 10,0 | Проведено",
            "2 | Форум | Відділ освіти, | 9,55 | 100 | 9,55 | 0,0 | Проведено",
            " | | Керівники закладів освіти | | | | | ",
            "Всього за завданням І | | | 29,6 | | 19,6 | | ",
            "Завдання ІІ. Безпека | | | | | | | ",
            "3 | Клуб | Центр послуг | 5,02 | 0 | 0 | 5,02 | Ні",
            "Сторінка 1 з 2 | | | | | | | ",
            "3 | Всього за завданням ІІ | х | 5,0 | х | 0 | 5,0 | ",
            "Разом | | | 34,6 | | 19,6 | | ",
        ),
    )
    value = reading.value
    assert [str(goal.code) for goal in value.plan.goals] == ["1", "2"]
    assert [str(total.scope) for total in value.stated_totals] == ["goal:1", "goal:2", "plan"]
    assert value.period == lg.Period.year(2023)
    assert len(value.plan.measures) == 3
    assert len(value.plan.measure("2").involvements) == 2
    assert lg.total(value, "planned") == lg.uah("34570")
    assert lg.total(value, "disbursed") == lg.uah("19550")
    assert str(value.progress_of("1").stated_percent) == "50.0"
    assert set(lg.audit(reading).kinds) <= {"row-continued", "no-term"}


def test_sums_of_years_and_sources_are_never_counted_twice() -> None:
    by_year = plan(
        "Програма на 2024-2026 роки",
        table(
            "№ | Завдання | Термін виконання | Відповідальні | Загальний обсяг фінансування, тис. грн | 2024 | 2025 | 2026",
            "1 | провести навчання | лютий 2025 | Департамент фінансів | 60,0 | 20,0 | 20,0 | 20,0",
            "2 | організувати виставку | 2024 | Відділ культури | 5,0 | 5,0 | | ",
        ),
    )
    assert len(by_year.value.measures) == 2
    assert lg.total(by_year.value, "planned") == lg.thousand_uah("65")
    assert [str(total.scope) for total in by_year.value.stated_totals] == ["1", "2"]
    by_source = plan(
        table(
            "№ | Захід | Виконавець | Обсяг фінансування на 2024 рік, тис. грн | | ",
            " | | | всього | міський бюджет | інші кошти",
            "1 | Тренінг | Відділ освіти | 10,0 | 6,0 | 4,0",
        ),
    )
    assert lg.total(by_source.value, "planned") == lg.thousand_uah("10")


def test_years_over_sources_in_a_header_of_three_rows() -> None:
    reading = plan(
        table(
            "№ | Захід | Виконавець | Обсяг фінансування, тис. грн | | | | | ",
            " | | | 2024 рік | | | 2025 рік | | ",
            " | | | Всього | Міський бюджет | Інші джерела | Всього | Міський бюджет | Інші джерела",
            "1 | Клуб | Відділ культури | 30,0 | 10,0 | 20,0 | 7,0 | 3,0 | 4,0",
        ),
    )
    assert money(reading, "1") == {
        "2024/community": "thousand_uah('10')",
        "2024/other": "thousand_uah('20')",
        "2025/community": "thousand_uah('3')",
        "2025/other": "thousand_uah('4')",
    }
    assert not lg.audit(reading).of("stated-total-differs")
    assert reading.unread == ()


def test_a_total_row_is_never_a_measure_and_a_title_is_never_a_total() -> None:
    reading = plan(
        table(
            "№ | Захід | Термін | Виконавець | Вартість, тис. грн",
            "1 | Тренінг | 2024 | Відділ освіти | 10,0",
            "2 | Разом проти насильства: фестиваль | 2025 | Відділ культури | 5,0",
            "3 | Всього | | | 15,0",
        ),
    )
    assert [measure.title for measure in reading.value.measures] == [
        "Тренінг",
        "Разом проти насильства: фестиваль",
    ]
    assert lg.total(reading.value, "planned") == lg.thousand_uah("15")


def test_figures_under_a_row_of_sums_are_not_column_numbers() -> None:
    reading = report(
        table(
            "Захід | План, грн | Затверджено, грн | Профінансовано, грн | Інформація",
            "Тренінг | 100 | 80 | 80 | так",
            " | 150 | 120 | 120 | ",
        ),
    )
    assert not reading.findings.of("column-number-gap")
    assert lg.total(reading.value, "disbursed") != lg.uah("80")


RESOURCES = table("Джерело фінансування | 2025, тис. грн | 2026", "місцевий бюджет | 10,0 | 5,0")
MEASURES = table(
    "№ | Захід | Термін | Виконавець | 2025, тис. грн | 2026",
    "1 | Тренінг | 2025-2026 | Відділ освіти | 10,0 | 5,0",
)


def test_headings_after_another_table_are_not_the_title() -> None:
    title = "Програма «Поруч» Вербівської сільської ради на 2025-2026 роки"
    reading = plan(title, RESOURCES, "ЗАХОДИ ПРОГРАМИ", MEASURES)
    assert reading.value.title == title
    assert reading.unread == ()


def test_a_title_on_an_earlier_sheet_is_the_title() -> None:
    """A workbook has no paragraphs: the lines that begin its first sheet are rows with one cell."""
    title = "Програма «Поруч» Вербівської сільської ради на 2025-2026 роки"
    first = Grid([[title, "", ""], ["", "", ""], *RESOURCES.rows])
    reading = plan(first, Grid([["ЗАХОДИ ПРОГРАМИ"], *MEASURES.rows]))
    assert reading.value.title == title
    assert reading.value.term == lg.years(2025, 2026)
    assert reading.unread == ()


def test_years_under_words_that_only_say_by_years() -> None:
    resources = table(
        "Джерела фінансування | Обсяг фінансування, усього, тис. грн | У тому числі за роками | ",
        " | | 2025 | 2026",
        "місцевий бюджет | 15,0 | 10,0 | 5,0",
    )
    reading = plan("Програма на 2025-2026 роки", resources, MEASURES)
    (stated,) = reading.value.stated_totals
    assert [str(line.period) for line in stated.funding] == ["2025-2026", "2025", "2026"]
    assert reading.unread == ()


def test_a_hyphen_that_divides_a_word_of_a_header_changes_nothing() -> None:
    reading = plan(
        table(
            "№ | Зміст захо-дів | Вико-навець | Обсяг фінансу-вання, тис. грн | ",
            " | | | Облас-ний бюджет | Інші джерела",
            "1 | Тренінг | Відділ освіти | 10,0 | 5,0",
        )
    )
    assert [str(line.source) for line in reading.value.measure("1").funding] == ["oblast", "other"]
    assert reading.value.measure("1").involvements


def test_signatures_in_a_table_of_their_own_and_page_numbers_are_furniture() -> None:
    signatures = table("Сільський голова | Данило ВЗІРЕЦЬ", "Рішення | № 5")
    document = Document([Paragraph("1", 1), MEASURES, Paragraph("12", 2), signatures, Paragraph("2", 2)])
    reading = lg.read_plan(document)
    named = Counter(name for name, _ in reading.furniture)
    assert (named["signature"], named["page-number"]) == (2, 2)
    assert [document.text_at(place) for place in reading.unread] == ["12", "Рішення", "№ 5"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Затверджено програмою", "Затверджено у бюджеті"),
        ("Затверджено Програмою, тис. грн", "Затверджено в бюджеті зі змінами, тис. грн"),
        ("Передбачено програмою", "Затверджено"),
    ],
)
def test_what_the_programme_approved_is_planned_and_what_the_budget_did_is_allocated(
    first: str, second: str
) -> None:
    text = (
        "Звіт про виконання Програми «Участь» за 2024 рік\n"
        f"№\tЗахід\tТермін\tВиконавці\t{first}\t{second}\tКасові видатки\tРезультат\n"
        "1\tЛітня школа\t2023-2025\tВідділ освіти\t40,0\t36,0\t35,1\tНавчено 60 учениць.\n"
    )
    (line,) = lg.read_report(text.encode()).value.progress[0].funding
    stages = (line.planned, line.allocated, line.disbursed)
    assert [each and each.kopiykas for each in stages] == [
        each * line.step.kopiykas for each in (400, 360, 351)
    ]


def test_two_words_for_spent_money_of_different_sources_are_one_stage() -> None:
    """Beside each other for one source the first is what was given."""

    def told(*headers: str) -> list[tuple[str, bool, bool]]:
        heads = "\t".join(headers)
        text = (
            "Звіт про виконання Програми «Участь» за 2024 рік\n(тис. грн)\n"
            f"№\tЗахід\tТермін\tВиконавці\t{heads}\tРезультат\n"
            "1\tЛітня школа\t2023-2025\tВідділ освіти\t40,0\t36,0\tНавчено 60 учениць.\n"
        )
        lines = lg.read_report(text.encode()).value.progress[0].funding
        return [(each.source, each.allocated is not None, each.disbursed is not None) for each in lines]

    assert told("Профінансовано, Місцевий бюджет", "Використано, Державний бюджет") == [
        ("community", False, True), ("state", False, True)
    ]  # fmt: skip
    assert told("Профінансовано", "Використано") == [("", True, True)]
