"""Habits of documents that share no wording with the layouts, and what must be refused rather than guessed."""

from __future__ import annotations

import pytest
from tables import plan, report, table, unread

import localgender as lg

PROGRAMME = "Програма рівності Липівської сільської ради на 2025 рік"
STEPS = ("Школа лідерок", "Притулок", "Стенди")
BODIES = ("відділ освіти", "центр", "відділ культури")


def tabbed(*rows: str) -> bytes:
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows).encode()


@pytest.mark.parametrize(
    "rows",
    [
        [
            "Підрозділ | Кроки | Рік",
            *(f"{who} | {what} | 2025" for who, what in zip(BODIES, STEPS, strict=True)),
        ],
        [
            "Організація | Що зробимо | 2024-2025 | Гроші",
            *(f"{who} | {what} | 2025 | 12" for who, what in zip(BODIES, STEPS, strict=True)),
        ],
        [
            "Період | Крок | Людина",
            *(f"2025 | {what} | {who}" for who, what in zip(BODIES, STEPS, strict=True)),
        ],
        [
            "Кроки | 2025 | 2026 | Хто",
            *(f"{what} | 12 | 14 | {who}" for who, what in zip(BODIES, STEPS, strict=True)),
        ],
        [
            "Рада з рівності моніторить план.",
            "Крок | Людина | Коли",
            "Школа | відділ освіти | 2025",
            "Клуб | центр | 2026",
        ],
    ],
)
def test_a_table_of_measures_under_unknown_words_is_refused(rows: list[str]) -> None:
    with pytest.raises(lg.errors.LayoutError) as refused:
        lg.read(tabbed(*rows))
    assert refused.value.headers
    assert refused.value.nearest


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        (
            [
                "Депутати рад",
                "Громада | Жінки | Чоловіки | Відповідальна особа",
                "Вербівська | 12 | 14 | відділ освіти",
                "Тиха | 4 | 22 | центр",
            ],
            4,
        ),
        (
            [
                "Показник | 2023 | 2024 | Хто надав",
                "Виклики | 12 | 14 | відділ освіти",
                "Притулки | 4 | 22 | центр",
            ],
            4,
        ),
    ],
)
def test_statistics_stay_statistics_beside_words(rows: list[str], figures: int) -> None:
    value = lg.read(tabbed(*rows)).value
    assert isinstance(value, lg.Statistics)
    assert len(value.observations) == figures


PADDED = f"{PROGRAMME}\n№ ; Захід ; Виконавці ; Термін ; Сума, тис. грн\n"


@pytest.mark.parametrize(
    "lines",
    [
        '1 ; "Школа; клуб" ; Відділ освіти ; 2025 ; 12,5\n2 ; Притулок ; Центр ; 2025 ; 3,0\n',
        "1 ; Школа; клуб ; Відділ освіти ; 2025 ; 12,5\n2 ; Притулок ; Центр ; 2025 ; 3,0\n",
        '1 ; "Школа; клуб" ; Відділ освіти ; 2025 ; 12,5\n2 ; Притулок; Центр ; 2025 ; 3,0\n',
    ],
)
def test_cells_between_padded_semicolons_may_hold_semicolons(lines: str) -> None:
    reading = lg.read_plan((PADDED + lines).encode())
    assert [measure.title for measure in reading.value.measures] == ["Школа; клуб", "Притулок"]
    assert lg.total(reading.value, "planned") == lg.thousand_uah("15.5")
    assert unread(reading) == []


def test_empty_cells_between_padded_semicolons_stay_empty() -> None:
    lines = "1 ; Школа ; Відділ освіти; служба у справах дітей ; 2025 ; \n2 ; Клуб ; Центр ;  ; 3,0\n3 ; Рух ; ; ; 1,5\n"
    reading = lg.read_plan((PADDED + lines).encode())
    planned = [[line.planned for line in measure.funding] for measure in reading.value.measures]
    assert planned == [[], [lg.thousand_uah(3)], [lg.thousand_uah("1.5")]]
    assert [len(measure.involvements) for measure in reading.value.measures] == [2, 1, 0]


@pytest.mark.parametrize("cell", ["РАЗОМ: 30,0 тис. грн", "всього – 30,0", "Усього 30,0"])
def test_a_lone_amount_may_be_called_a_sum(cell: str) -> None:
    reading = plan(PROGRAMME, table("№ | Захід | Термін | Сума, тис. грн", f"1 | Клуб | 2025 | {cell}"))
    assert lg.total(reading.value, "planned") == lg.thousand_uah(30)
    assert unread(reading) == []


def test_a_sum_among_the_amounts_of_a_cell_is_not_added() -> None:
    cell = "місцевий бюджет – 20,0; інші джерела – 10,0; разом – 30,0"
    reading = plan(PROGRAMME, table("№ | Захід | Термін | Сума, тис. грн", f"1 | Клуб | 2025 | {cell}"))
    assert lg.total(reading.value, "planned") == lg.thousand_uah(30)


@pytest.mark.parametrize(
    ("head", "terms"),
    [("Рік", ["2024", "2025"]), ("Роки", ["2024-2025", "2025"]), ("Період", ["2024", "2024-2025"])],
)
def test_a_column_of_years_holds_terms_and_no_money(head: str, terms: list[str]) -> None:
    rows = [f"{number} | Клуб | Відділ освіти | {term} | 10" for number, term in enumerate(terms, 1)]
    reading = plan(PROGRAMME, table(f"№ | Захід | Виконавець | {head} | Сума, грн", *rows))
    assert [str(measure.term.spans[0]) for measure in reading.value.measures if measure.term] == terms
    assert lg.total(reading.value, "planned") == lg.uah(20)
    assert unread(reading) == []


def test_a_column_of_years_beside_groups_of_years_is_no_sum_of_them() -> None:
    reading = plan(
        PROGRAMME,
        table(
            "Захід | Рік | Виконавець | Обсяги, тис. грн | |",
            " | | | 2024 | 2025 | 2026",
            "1.1. Клуб | 2024 | Відділ освіти | 5 | 5 | 5",
            "1.2. Рух | 2025 | Відділ молоді | 1 | 2 | 3",
        ),
    )
    assert lg.total(reading.value, "planned") == lg.thousand_uah(21)
    assert reading.value.stated_totals == ()
    assert not lg.audit(reading).of("stated-total-differs")


@pytest.mark.parametrize("units", [" | | тис. грн | ", " | | (тис. грн) | тис. грн"])
def test_a_row_of_units_ends_the_header(units: str) -> None:
    reading = report(
        "Звіт про виконання Програми рівності Тихої сільської ради за 2024 рік",
        table("№ | Захід | План | Факт", units, "1 | Клуб | 10,0 | 9,5"),
    )
    assert len(reading.value.plan.measures) == 1
    assert lg.total(reading.value, "planned") == lg.thousand_uah(10)
    assert lg.total(reading.value, "disbursed") == lg.thousand_uah("9.5")
    assert not reading.findings


@pytest.mark.parametrize("head", ["Співвиконавці", "Партнери"])
def test_those_who_help_are_executors_too(head: str) -> None:
    reading = plan(
        PROGRAMME,
        table(
            f"№ | Захід | Виконавець | {head} | Квартал | Сума, грн",
            "1 | Школа | Відділ освіти | ГО «Разом»; поліція | ІІ-ІІІ | 10",
            "2 | Клуб | Відділ культури | | ІІ-ІІІ | 10",
        ),
    )
    named = [[each.executor.name for each in measure.involvements] for measure in reading.value.measures]
    assert named == [["Відділ освіти", "ГО «Разом»", "Поліція"], ["Відділ культури"]]
    assert reading.value.measure("2").title == "Клуб"


def test_columns_may_ask_who_and_when() -> None:
    reading = plan(
        PROGRAMME,
        table("п/п | Назва ініціативи | Хто виконує | Коли", "1 | Клуб | Відділ освіти | 2025"),
    )
    (measure,) = reading.value.measures
    assert (measure.title, measure.term, len(measure.involvements)) == ("Клуб", lg.years(2025), 1)
    assert unread(reading) == []
