"""Codes at the start of cells and inside them, and marks of lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.notation.codes import enumerator, inner_codes, leading_code
from localgender.notation.dates import dates
from localgender.values.codes import Code

from .prose import LONG, endures, prose

codes = st.lists(st.integers(1, 40), min_size=1, max_size=4).map(lambda parts: Code(tuple(parts)))


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("1.1 Забезпечення", "1.1", "Забезпечення"),
        ("1.1. Забезпечення", "1.1", "Забезпечення"),
        ("2.10.Проведення", "2.10", "Проведення"),
        ("2.10Проведення", "2.10", "Проведення"),
        ("1.1.1. Надання", "1.1.1", "Надання"),
        ("1.1. проведення", "1.1", "проведення"),
        ("1.1 проведення", "1.1", "проведення"),
        ("1.2. 16 днів активізму", "1.2", "16 днів активізму"),
        ("5. 2023 рік", "5", "2023 рік"),
        ("3", "3", ""),
        ("1.", "1", ""),
        ("1) ", "1", ""),
        ("1) аналіз", "1", "аналіз"),
        ("1.1) Аналіз", "1.1", "Аналіз"),
        ("3 Створення", "3", "Створення"),
        ("1. «Школа»", "1", "«Школа»"),
        ("  1.1.\n\nТекст", "1.1", "Текст"),
    ],
)
def test_a_code_stands_before_its_title(text: str, code: str, title: str) -> None:
    read = leading_code(text)
    assert read is not None
    assert (read[0], text[read[1] :]) == (Code.parse(code), title)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Текст 1.1",
        "01.02.2019 відбулося",
        "12.10.2019 Відбулося",
        "12.10.19 Відбулося",
        "21.10 2023 Проведено",
        "18 грудня 2019",
        "2023",
        "2023 рік",
        "2021-2025",
        "10,5",
        "1.5 тис. грн",
        "1.5 %",
        "0.5",
        "1.0",
        "1.01",
        "1.05 Текст",
        "16 днів проти",
        "5 5",
        "1. 5",
        "1. 1. Текст",
        "1.1, 1.2",
        "1-2",
        "1..",
        "1.1000",
        "1/2",
    ],
)
def test_what_only_looks_like_a_code_is_none(text: str) -> None:
    assert leading_code(text) is None


@given(codes, st.sampled_from([" ", ". ", ".", ") "]), st.sampled_from(["Проведення", "«Школа»", "Їжак"]))
def test_a_written_code_is_read_again(code: Code, mark: str, title: str) -> None:
    text = f"{code}{mark}{title}"
    if not dates(text):
        assert leading_code(text) == (code, len(text) - len(title))


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("1.1.1. Надання. 1.1.2. Проведення", "1.1.1", ["1.1.2. "]),
        ("2.2.9. Семінари «Звички» 2.2.10. Участь 2.2.11.Методичне", "2.2.9", ["2.2.10. ", "2.2.11."]),
        ("1.1.1. А громади.1.1.2. Б «В»1.1.3 «Г» (д)1.1.4. Е", "1.1.1", ["1.1.2. ", "1.1.3 ", "1.1.4. "]),
        ("1.1.1. Акції\n1.1.2. 16 днів активізму", "1.1.1", ["1.1.2. "]),
        ("2.1. Навчання 2.2 Опитування", "2.1", ["2.2 "]),
        ("1. Навчання 2. Опитування 3) Звіт", "1", ["2. ", "3) "]),
        ("1.1.1. Розроблення 1.2.1. Інше 1.1.3. Звіт 1.1.2. Назад", "1.1.1", ["1.1.3. "]),
        ("1.1. Школа № 1.2. Ліцей, п. 1.3. Порядку, ст. 1.4. Закону", "1.1", []),
        ("1.1. Виконано на 1.2 відсотка, 1.3 тис. грн", "1.1", []),
        ("1. Для 2 Шкіл", "1", []),
        ("1.10. Захід 12.1.11. Інше 1.11.2023 Дата", "1.10", []),
        ("10.12. Захід 10.12.2023 Дата", "10.12", []),
        ("", "1.1", []),
    ],
)
def test_further_codes_part_a_cell(text: str, first: str, expected: list[str]) -> None:
    assert [text[start:stop] for _, start, stop in inner_codes(text, Code.parse(first))] == expected


@given(prose(), codes)
def test_inner_codes_ascend_beside_the_first(text: str, first: Code) -> None:
    found = inner_codes(text, first)
    assert [code for code, _, _ in found] == sorted({code for code, _, _ in found} - {first})
    for code, start, stop in found:
        assert code.parent == first.parent
        assert Code.parse(text[start:stop].strip().rstrip(".)")) == code


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("1) аналіз", "1", "аналіз"),
        ("1. Забезпечити", "1", "Забезпечити"),
        ("12)аналіз", "12", "аналіз"),
        ("а) перше", "а", "перше"),
        ("ІІ. Розділ", "ІІ", "Розділ"),
        ("VІІ.Розділ", "VІІ", "Розділ"),
        ("1)", "1", ""),
    ],
)
def test_the_mark_of_a_list_is_read(text: str, mark: str, rest: str) -> None:
    read = enumerator(text)
    assert read is not None
    assert (read[0], text[read[1] :]) == (mark, rest)


@pytest.mark.parametrize(
    "text", ["", "1.1. Текст", "м. Житомир", "С. Корольов", "10", "IIII.", "1))", "1325)", "0)"]
)
def test_other_beginnings_bear_no_mark(text: str) -> None:
    assert enumerator(text) is None


@given(prose())
def test_any_cell_has_a_code_or_none(text: str) -> None:
    for read in (leading_code(text), enumerator(text)):
        assert read is None or 0 < read[1] <= len(text)


@pytest.mark.parametrize("repeated", LONG)
def test_long_cells_are_settled(repeated: str) -> None:
    endures(leading_code, repeated)
    endures(enumerator, repeated)
    endures(lambda text: inner_codes(text, Code.parse("1.1")), repeated)
    endures(lambda text: inner_codes(text, Code.parse("1")), repeated)
