"""Terms of measures, alone and merged in one cell."""

from __future__ import annotations

import pytest

from localgender.errors import NotationError
from localgender.notation.terms import term, terms, write_term
from localgender.values.terms import Term, years

from .short_terms import CAMPAIGN, condition, during, often, season, until


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-2025", years(2020, 2025)),
        ("2021 - 2025", years(2021, 2025)),
        ("2021 – 2025 роки", years(2021, 2025)),
        ("2022—2024 роки", years(2022, 2024)),
        ("2025–2027", years(2025, 2027)),
        ("2021-\n2025", years(2021, 2025)),
        ("на 2023 2027 роки", years(2023, 2027)),
        ("2021-2025роки", years(2021, 2025)),
        ("2022-2024рр.", years(2022, 2024)),
        ("протягом 2021-2025 років", years(2021, 2025)),
        ("з 2022 по 2025 рік", years(2022, 2025)),
        ("2021", years(2021)),
        ("2021.", years(2021)),
        ("на 2022 рік", years(2022)),
        ("у 2022 році", years(2022)),
        ("протягом 2024 року", years(2024)),
        ("2021, 2023", years(2021) | years(2023)),
        ("2022,2024", years(2022) | years(2024)),
        ("2021,\n2023", years(2021) | years(2023)),
        ("2021 та 2023 роки", years(2021) | years(2023)),
        ("2021-2022, 2024 рр.", years(2021, 2022) | years(2024)),
        ("2021р., 2023р.р.", years(2021) | years(2023)),
        ("I етап 2022-2024 роки, II етап 2026-2027 роки", years(2022, 2024) | years(2026, 2027)),
        ("І етап 2022-2024 роки ІІ етап 2026-2027 роки", years(2022, 2024) | years(2026, 2027)),
    ],
)
def test_years_are_read_in_every_usual_form(text: str, expected: Term) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Щорічно", often("yearly")),
        ("Щороку", often("yearly")),
        ("1 раз на рік", often("yearly")),
        ("Раз на півроку", often("half-yearly")),
        ("Раз  на\nпівроку", often("half-yearly")),
        ("Двічі на рік", often("half-yearly")),
        ("Щоквартально", often("quarterly")),
        ("щокварталу", often("quarterly")),
        ("Щомісяця", often("monthly")),
        ("Щомісячно", often("monthly")),
        ("щотижня", often("weekly")),
        ("Постійно", often("continuous")),
        ("Пocтiйнo", often("continuous")),
        ("на постійній основі", often("continuous")),
        ("протягом року", often("continuous")),
        ("протягом дії Програми", often("continuous")),
        ("протягом року травень", often("continuous") | season((5, 1), (5, 31))),
        ("весь період", often("continuous")),
        ("за потреби", often("as-needed")),
        ("у разі потреби", often("as-needed")),
        ("Щорічно 2021-2025", often("yearly") | years(2021, 2025)),
        ("Щорічно І квартал 2021", often("yearly") | during("2021-q1")),
        ("Щорічно\n2021-2025", often("yearly") | years(2021, 2025)),
        ("щорічно, 2021-2025", often("yearly") | years(2021, 2025)),
        ("2021-2025, щорічно", often("yearly") | years(2021, 2025)),
        ("2021-2025 щорічно", often("yearly") | years(2021, 2025)),
        ("2021-2025 роки (щорічно)", often("yearly") | years(2021, 2025)),
        ("Протягом дії Програми 2021-2025", often("continuous") | years(2021, 2025)),
        ("Постійно, за потреби", often("continuous")),
    ],
)
def test_what_recurs_says_how_often(text: str, expected: Term) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I квартал 2022 року", during("2022-q1")),
        ("у ІІ кварталі 2022 року", during("2022-q2")),
        ("IV квартал 2025 р.", during("2025-q4")),
        ("І-ІІ квартал 2024 року", during("2024-h1")),
        ("ІІ півріччя 2024", during("2024-h2")),
        ("9 місяців 2024 року", during("2024-9m")),
        ("листопад 2024", during("2024-11")),
        ("травень-червень 2024 року", during("2024-05-01..2024-06-30")),
        ("з 25 листопада по 10 грудня 2025 року", during("2025-11-25..2025-12-10")),
        ("з 01.09.2022 до 31.12.2025", during("2022-09-01..2025-12-31")),
        ("30-31.05.2023", during("2023-05-30..2023-05-31")),
        ("26-27 червня 2023 року", during("2023-06-26..2023-06-27")),
        ("27.09.23", during("2023-09-27..2023-09-27")),
        ("8 березня 2024 року", during("2024-03-08..2024-03-08")),
        ("2021, травень 2024", years(2021) | during("2024-05")),
    ],
)
def test_parts_of_years_and_days_are_spans(text: str, expected: Term) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25 листопада – 10 грудня", CAMPAIGN),
        ("з 25 листопада по 10 грудня", CAMPAIGN),
        ("25 листопада – 10 грудня щороку", CAMPAIGN | often("yearly")),
        ("щороку, 25 листопада – 10 грудня", CAMPAIGN | often("yearly")),
        ("25 грудня - 10 січня", season((12, 25), (1, 10))),
        ("травень", season((5, 1), (5, 31))),
        ("у травні", season((5, 1), (5, 31))),
        ("лютий", season((2, 1), (2, 29))),
        ("травень-червень", season((5, 1), (6, 30))),
        ("листопад 2021-2025", season((11, 1), (11, 30)) | years(2021, 2025)),
        ("8 березня", season((3, 8), (3, 8))),
        ("8 березня 2021-2025", season((3, 8), (3, 8)) | years(2021, 2025)),
        ("І квартал", season((1, 1), (3, 31))),
        ("щороку у I кварталі", season((1, 1), (3, 31)) | often("yearly")),
        ("до 20 березня", season((1, 1), (3, 20))),
        ("щороку до 10 січня", season((1, 1), (1, 10)) | often("yearly")),
        ("щороку до 31 березня", season((1, 1), (3, 31)) | often("yearly")),
        ("до 1 лютого", season((1, 1), (2, 1))),
        ("до 20 березня 2022-2024", season((1, 1), (3, 20)) | years(2022, 2024)),
        ("до кінця року", season((1, 1), (12, 31))),
        ("до кінця травня", season((1, 1), (5, 31))),
    ],
)
def test_days_without_a_year_come_every_year(text: str, expected: Term) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до 2020 року", until("2020-12-31")),
        ("на період до 2025 року", until("2025-12-31")),
        ("до 2025", until("2025-12-31")),
        ("до кінця 2024 року", until("2024-12-31")),
        ("до кінця I кварталу 2024 року", until("2024-03-31")),
        ("до 01.12.2024", until("2024-12-01")),
        ("не пізніше 1 грудня 2024 року", until("2024-12-01")),
        ("Щомісяця до 2025 року", until("2025-12-31") | often("monthly")),
    ],
)
def test_a_deadline_leaves_the_start_open(text: str, expected: Term) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Починаючи з I кварталу 2022 року (за 2021 рік) 2021-2025", years(2022, 2025)),
        ("з вересня 2022 року до 2025 року", during("2022-09-01..2025-12-31")),
        ("Щорічно, починаючи з 01.03.2022, 2021-2025", during("2022-03-01..2025-12-31") | often("yearly")),
        ("з 2022 року", condition("з 2022 року")),
        ("Щорічно, починаючи з 2022 року", condition("починаючи з 2022 року") | often("yearly")),
        ("з моменту затвердження, щороку", condition("з моменту затвердження") | often("yearly")),
    ],
)
def test_a_start_cuts_the_years_that_follow_it(text: str, expected: Term) -> None:
    assert term(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "протягом трьох місяців після припинення чи скасування воєнного стану",
        "протягом місяця після затвердження",
        "протягом трьох місяців",
        "протягом року після прийняття рішення",
        "протягом 30 днів з дня отримання",
        "у тримісячний строк",
        "в 10-денний термін",
        "з моменту затвердження",
        "після завершення воєнного стану",
        "до 20 числа",
        "на період дії воєнного стану",
        "згідно з окремим планом",
        "відповідно до плану роботи",
        "з моменту  затвердження",
    ],
)
def test_words_without_days_are_kept_as_printed(text: str) -> None:
    assert term(text) == condition(text)
    assert term(f"Раз на півроку {text}.") == condition(text) | often("half-yearly")
    assert term(write_term(condition(text))) == condition(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021 2021-2025", [years(2021), years(2021, 2025)]),
        ("2021\n2021-2025", [years(2021), years(2021, 2025)]),
        ("2021; 2021-2025", [years(2021), years(2021, 2025)]),
        ("2021-2025 2021-2025", [years(2021, 2025)] * 2),
        ("2022 2021-2025 2021-2025", [years(2022), years(2021, 2025), years(2021, 2025)]),
        ("2023-2025 2021-2025", [years(2023, 2025), years(2021, 2025)]),
        ("2021-2025 2022", [years(2021, 2025), years(2022)]),
        ("2021 2021 - 2025", [years(2021), years(2021, 2025)]),
        ("2023\n2027 роки", [years(2023), years(2027)]),
        ("2021 2022 2023 роки", [years(2021), years(2022), years(2023)]),
        ("2021, 2023 2021-2025", [years(2021) | years(2023), years(2021, 2025)]),
        ("2021 Щорічно 2021-2025", [years(2021), years(2021, 2025) | often("yearly")]),
        ("Щорічно 2021-2025 2022", [years(2021, 2025) | often("yearly"), years(2022)]),
        ("2021-2025\nщорічно", [years(2021, 2025), often("yearly")]),
        ("Щорічно Постійно", [often("yearly"), often("continuous")]),
        ("травень\nвересень", [season((5, 1), (5, 31)), season((9, 1), (9, 30))]),
        ("у тримісячний строк; 2022", [condition("у тримісячний строк"), years(2022)]),
        ("15 травня 2021 2021-2025", [during("2021-05-15..2021-05-15"), years(2021, 2025)]),
        ("Щорічно 2021-2025", [years(2021, 2025) | often("yearly")]),
        ("", []),
        ("—", []),
    ],
)
def test_terms_merged_in_a_cell_come_apart(text: str, expected: list[Term]) -> None:
    assert [each for each, _, _ in terms(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "1989",
        "2025-2021",
        "2021-2023-2025",
        "2021/2022",
        "2021..",
        "2021 рік роки",
        "у 2021 році проведено 4 засідання",
        "Програма на 2020-2025 роки",
        "(за 2021 рік)",
        "за 2021 рік",
        "березень, травень 2024",
        "5 березня, 8 травня 2024 року",
        "I квартал, II квартал 2024 року",
        "травень 2023, 2024",
        "до грудня 2024 року",
        "до 2021-2025",
        "до 31 червня",
        "29 лютого 2023",
        "25 грудня - 10 січня 2025 року",
        "з вересня",
        "з 2026 року 2021-2025",
        "починаючи з 2021 року, починаючи з 2022 року",
        "після 1 січня 2025 року",
        "після травня",
        "у тримісячний строк травень",
        "з моменту затвердження 2021-2025",
        "<p>2021-2025</p>",
        ", 2021",
        "2021,, 2022",
        "I, III квартали 2024",
        "2021 - ",
    ],
)
def test_no_term_is_guessed(text: str) -> None:
    with pytest.raises(NotationError):
        terms(text)
