"""Whose money it is and in which unit: from headers, captions, cells and abbreviations."""

from __future__ import annotations

import pytest
from tables import money, plan, table, unread

import localgender as lg
from localgender.documents.interpret.items import items
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.sources import read_sources
from localgender.values.places import Place

TITLE = "Програма «Разом сильніші» Лозівської сільської ради на 2024-2025 роки"


def named(text: str) -> tuple[list[str], list[str]]:
    found = read_sources(Printed.of(text, Place(1, 1, 1, 0, 0)))
    return sorted(map(str, found.sources)), [part.text for part in found.unknown]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("МБ", ["community"]),
        ("мб", []),
        ("ДБ, ОБ", ["oblast", "state"]),
        ("Бюджет Лозівської ТГ", ["community"]),
        ("бюджет громади", ["community"]),
        ("Кошти місцевого бюджету", ["community"]),
        ("бюджети сіл, селищ, міст територіальних громад", ["community"]),
        ("кошти міжнародних донорів та партнерів", ["other"]),
        ("Загальний фонд", ["general"]),
        ("інші джерела, не заборонені законодавством", ["other"]),
        ("місцевий", ["community"]),
        ("-", []),
    ],
)
def test_a_source_is_known_by_its_words_or_its_abbreviation(text: str, sources: list[str]) -> None:
    found, unknown = named(text)
    assert found == sources
    assert bool(unknown) == (text == "мб")


@pytest.mark.parametrize(
    ("text", "sources", "unknown"),
    [
        ("Кошти ФОП", [], ["Кошти ФОП"]),
        ("обласний бюджет, фонд Зірка", ["oblast"], [", фонд Зірка"]),
        ("70% обласний бюджет", [], ["70% обласний бюджет"]),
    ],
)
def test_what_names_no_known_source_is_told_apart(text: str, sources: list[str], unknown: list[str]) -> None:
    assert named(text) == (sources, unknown)


def test_an_unknown_source_is_found_and_stays_unread() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Джерело | Сума, тис. грн",
            "1 | Клуб | Відділ освіти | МБ | 10,0",
            " | | | ОБ | 5,0",
            "2 | Табір | Відділ освіти | Кошти кооперативу «Мрія» | 3,0",
        ),
    )
    assert money(reading, "1") == {"2024-2025/community": 10000, "2024-2025/oblast": 5000}
    assert money(reading, "2") == {"2024-2025/": 3000}
    assert [finding.facts["text"] for finding in reading.findings.of("unreadable-cell")] == [
        "Кошти кооперативу «Мрія»"
    ]
    assert unread(reading) == ["Кошти кооперативу «Мрія»"]


def test_amounts_under_a_header_of_sources_are_money_planned() -> None:
    reading = plan(
        TITLE,
        "(тис. грн)",
        table(
            "№ | Захід | Виконавець | Джерела та обсяги фінансування | Термін",
            "1 | Клуб | Відділ освіти | 50,0 | 2024",
            "2 | Лекція | Відділ освіти | не потребує | 2024",
            "3 | Гурток | Відділ освіти | у межах кошторису | 2025",
            "4 | Притулок | Відділ освіти | міський бюджет – 40,0; інші джерела – 10,5 | 2025",
        ),
    )
    assert money(reading, "1") == {"2024-2025/": 50000}
    assert money(reading, "4") == {"2024-2025/community": 40000, "2024-2025/other": 10500}
    assert [str(reading.value.measure(code).funding[0].needs) for code in "23"] == [
        "не потребує",
        "в межах кошторису",
    ]
    assert unread(reading) == []


def test_words_of_need_in_a_column_of_sources_are_kept_beside_silent_money() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Джерело фінансування | 2024, тис. грн | 2025",
            "1 | Клуб | Місцевий бюджет | 5,0 | 6,0",
            "2 | Лекція | Не потребує фінансування | | ",
            "3 | Гурток | Кошти не передбачені | - | - ",
        ),
    )
    needs = [[str(line.needs) for line in reading.value.measure(code).funding] for code in "23"]
    assert needs == [["не потребує"], ["не передбачено", "не передбачено"]]
    assert reading.value.measure("2").funding[0].planned is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024 рік – 50,0; 2025 рік – 60,0", ["2024 50,0", "2025 60,0"]),
        ("2024 – 50,0\n2025 – 60,0", ["2024 50,0", "2025 60,0"]),
        (
            "60,0, у тому числі: міський бюджет – 50,0; інші джерела – 10,0",
            ["total 60,0", "community 50,0", "other 10,0"],
        ),
        ("МБ - 5,0", ["community 5,0"]),
        ("Обласний бюджет 7,5 тис. грн", ["oblast 7,5 тис. грн"]),
        ("50,0", []),
        ("2024 50,0", []),
        ("міський бюджет – 50,0; Марія – 10,0", []),
        ("з 2024 – 5 осіб", []),
    ],
)
def test_a_cell_that_lists_amounts_is_taken_apart_only_when_all_of_it_is_understood(
    text: str, told: list[str]
) -> None:
    found = [
        f"{'total' if each.total else each.period or '+'.join(map(str, each.sources))} {text[each.begin : each.stop]}"
        for each in items(text)
    ]
    assert found == told


def test_a_list_of_years_in_one_cell_is_money_of_those_years() -> None:
    reading = plan(
        TITLE,
        table(
            "№ | Захід | Виконавець | Вартість, тис. грн",
            "1 | Клуб | Відділ освіти | 2024 – 50,0; 2025 – 60,0",
            "2 | Гурток | Відділ освіти | 12,0",
            "Разом | | | 122,0",
        ),
    )
    assert money(reading, "1") == {"2024/": 50000, "2025/": 60000}
    assert not lg.audit(reading).of("stated-total-differs", "unreadable-cell")
    assert unread(reading) == []


def test_the_unit_of_one_column_does_not_speak_against_the_caption() -> None:
    reading = plan(
        TITLE,
        "(тис. грн)",
        table(
            "№ | Захід | Виконавець | 2024 | 2025 | Разом, грн",
            "1 | Клуб | Відділ освіти | 10,0 | 20,0 | 30000",
        ),
    )
    assert money(reading, "1") == {"2024/": 10000, "2025/": 20000}
    assert not lg.audit(reading).of("unit-missing", "stated-total-differs")


def test_without_a_caption_headers_that_agree_speak_for_the_rest() -> None:
    header = "№ | Захід | Виконавець | Разом, {} | 2024 | 2025{}"
    row = "1 | Клуб | Відділ освіти | 30 | 10 | 20"
    agreed = plan(TITLE, table(header.format("тис. грн", ""), row))
    assert money(agreed, "1") == {"2024/": 10000, "2025/": 20000}
    assert not agreed.findings.of("unit-missing")
    torn = plan(TITLE, table(header.format("тис. грн", ", грн"), row))
    assert torn.findings.of("unit-missing")


def test_an_amount_in_prose_is_no_caption() -> None:
    reading = plan(
        TITLE,
        "Торік витрачено 45,0 тис. грн на цю справу.",
        table("№ | Захід | Виконавець | Вартість", "1 | Клуб | Відділ освіти | 100"),
    )
    assert reading.findings.of("unit-missing")


def test_quarters_are_money_of_their_quarter() -> None:
    row = "1 | Клуб | 10,0 | 11,0 | 12,0 | 13,0 | 46,0 | Відділ освіти"
    header = "№ | Захід | I квартал | II квартал | III квартал | IV квартал | Разом, тис. грн | Виконавець"
    reading = plan("План заходів на 2024 рік Лозівської сільської ради", table(header, row))
    assert money(reading, "1") == {
        "2024-q1/": 10000,
        "2024-q2/": 11000,
        "2024-q3/": 12000,
        "2024-q4/": 13000,
    }
    assert not lg.audit(reading).of("stated-total-differs")
    of_several_years = plan(TITLE, table(header, row))
    assert unread(of_several_years) == ["10,0", "11,0", "12,0", "13,0"]
