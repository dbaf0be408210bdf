"""Amounts and units of money as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import NotationError
from localgender.notation.amounts import Amount, amount, money, unit, write_money
from localgender.values.money import Money, Unit, thousand_uah, uah

from .prose import LONG, endures, prose, read

THOUSAND = Unit.THOUSAND_UAH
units = st.sampled_from(Unit)
moneys = st.integers(-(10**24), 10**24).map(Money)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,4", "2.4"),
        ("0,0", "0"),
        ("228,3", "228.3"),
        ("2407,77", "2407.77"),
        ("38", "38"),
        ("1 228,3", "1228.3"),
        ("1 365 155,7", "1365155.7"),
        ("1\u00a0365\u00a0155,7", "1365155.7"),
        ("1\u202f365\u202f155,7", "1365155.7"),
        ("1195763,8", "1195763.8"),
        ("238.932.555,4", "238932555.4"),
        ("238.932,5", "238932.5"),
        ("238.932.555", "238932555"),
        ("28719468.00", "28719468"),
        ("10.5", "10.5"),
        ("12,5*", "12.5"),
        ("12,5 **", "12.5"),
        ("12,5¹", "12.5"),
        ("-5,0", "-5"),
        ("−5,0", "-5"),
        (" 10,5\n", "10.5"),
        ("1\u00ad0,5", "10.5"),
    ],
)
def test_a_bare_number_is_in_the_unit_of_its_column(text: str, expected: str) -> None:
    assert money(text, THOUSAND) == thousand_uah(expected)


@pytest.mark.parametrize(
    ("text", "expected", "inside"),
    [
        ("95433300,00 грн", uah("95433300"), Unit.UAH),
        ("2700,00 тис.грн.", thousand_uah("2700"), THOUSAND),
        ("122 151,7 тис. грн.", thousand_uah("122151.7"), THOUSAND),
        ("2,5 тиc. грн", thousand_uah("2.5"), THOUSAND),
        ("10,5 тис.\nгрн", thousand_uah("10.5"), THOUSAND),
        ("84,2 млн", thousand_uah("84200"), Unit.MILLION_UAH),
        ("518,170 млн", thousand_uah("518170"), Unit.MILLION_UAH),
        ("1,2 млрд гривень", thousand_uah("1200000"), Unit.BILLION_UAH),
        ("56 млн. 115 тис. 144 грн.", uah("56115144"), Unit.UAH),
        ("2 млн 385 тис. грн", thousand_uah("2385"), THOUSAND),
        ("2 мільйони 310 тисяч гривень", thousand_uah("2310"), THOUSAND),
        ("1 мільярд 700 тис грн", thousand_uah("1000700"), THOUSAND),
        ("2 385 000 ₴", uah("2385000"), Unit.UAH),
        ("320 тисяч", thousand_uah("320"), THOUSAND),
    ],
)
def test_a_unit_in_the_cell_goes_before_the_column(text: str, expected: Money, inside: Unit) -> None:
    assert amount(text, None) == amount(text, Unit.BILLION_UAH)
    assert (amount(text, None).money, amount(text, None).unit) == (expected, inside)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10,5", uah("100")),
        ("10", thousand_uah("1")),
        ("10,50", uah("10")),
        ("2700,00 тис.грн.", uah("10")),
        ("84,2 млн", thousand_uah("100")),
        ("56 млн. 115 тис. 144 грн.", uah("1")),
        ("1,00 грн", uah("0.01")),
        ("1,000 грн", uah("0.01")),
    ],
)
def test_the_step_is_worth_the_last_digit(text: str, expected: Money) -> None:
    assert amount(text, THOUSAND).step == expected


@pytest.mark.parametrize("text", ["", " ", "\n", "-", "–", "—", "*", "**", "¹", "-*", "\u200b"])
def test_silence_is_not_zero(text: str) -> None:
    assert amount(text, THOUSAND) == Amount()
    assert money(text, None) is None


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Не потребує фінансування", "не потребує"),
        ("Фінансування не потребує", "не потребує"),
        ("Без фінансування", "не потребує"),
        ("Не потребує коштів", "не потребує"),
        ("не потребує.", "не потребує"),
        ("Не потребує\n  фінансування", "не потребує"),
        ("Не потребує додаткового фінансування", "не потребує"),
        ("в межах кошторису", "в межах кошторису"),
        ("У межах кошторисних призначень", "в межах кошторису"),
        ("в межах бюджетних асигнувань", "в межах кошторису"),
        ("У межах затверджених кошторисних призначень на відповідний рік", "в межах кошторису"),
        ("у межах і за рахунок видатків, передбачених у державному бюджеті", "в межах кошторису"),
        ("В межах фонду оплати праці", "в межах кошторису"),
        ("Фінансування не потребується", "не потребує"),
        ("Кошти не передбачені", "не передбачено"),
        ("Захід не фінансувався у 2023 році", "не передбачено"),
        ("за наявності коштів", "за наявності коштів"),
        ("за наявності фінансування", "за наявності коштів"),
        ("виходячи з можливостей бюджету", "за наявності коштів"),
        ("Bиходячи із фінансових можливостей місцевого бюджету", "за наявності коштів"),
    ],
)
def test_a_need_is_named_and_the_money_stays_silent(text: str, needs: str) -> None:
    assert amount(text, THOUSAND) == Amount(needs=needs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400+ тис. грн", "400"),
        ("майже 600 тис. грн", "600"),
        ("близько 1,2 млрд гривень", "1200000"),
        ("понад 5", "5"),
        ("~ 5,5", "5.5"),
        ("більше ніж 2 млн 310 тис. грн", "2310"),
    ],
)
def test_what_is_approximate_says_so(text: str, expected: str) -> None:
    read = amount(text, THOUSAND)
    assert (read.money, read.approximate) == (thousand_uah(expected), True)
    assert not amount("5", THOUSAND).approximate


@pytest.mark.parametrize(
    "text",
    [
        "238.932",
        "0.123",
        "28 719.468",
        "1 2 3",
        "12345 678",
        "1 2345",
        "1  365",
        "1\n365",
        "1\t365",
        "1'000",
        "1’000",
        "1,228.30",
        "1,2,3",
        "1.234.567.8",
        "10,5.",
        "10,5,",
        ",5",
        "12,5%",
        "12,5 %",
        "- 5,0",
        "--5",
        "+5",
        "5-6",
        "10,555 грн",
        "2,5 тис. осіб",
        "2 млн 3000 тис",
        "2,5 млн 300 тис",
        "5 грн 10 грн",
        "5 тис. грн 10 грн",
        "115 тис. 144",
        "5 6 млн",
        "5 тисяч.",
        "10,5 (тис. грн)",
        "в межах кошторису та за наявності коштів",
        "в межах кошторису, решта 5,0",
        "не потребує 5,0",
        "О,О",
        "٣",
        "1²3",
        "всього 5",
        "5 USD",
    ],
)
def test_no_amount_is_guessed(text: str) -> None:
    with pytest.raises(NotationError):
        amount(text, THOUSAND)


def test_a_bare_number_needs_a_unit_from_somewhere() -> None:
    with pytest.raises(NotationError, match="unit"):
        amount("2,4", None)


@given(moneys, units)
def test_money_is_read_as_it_was_written(each: Money, of: Unit) -> None:
    assert money(write_money(each, of), of) == each


@given(moneys, units, st.integers(0, 14))
def test_money_written_to_a_digit_is_exact_or_refused(each: Money, of: Unit, decimals: int) -> None:
    try:
        written = write_money(each, of, decimals)
    except NotationError:
        assert each.kopiykas * 10**decimals % of.kopiykas
    else:
        assert len(written.partition(",")[2]) == decimals
        assert money(written, of) == each


def test_money_is_written_with_groups_and_a_comma() -> None:
    assert write_money(thousand_uah("1228.3"), THOUSAND) == "1\u00a0228,3"
    assert write_money(thousand_uah("1228.3"), THOUSAND, 2) == "1\u00a0228,30"
    assert write_money(uah(0), THOUSAND, 1) == "0,0"
    with pytest.raises(NotationError):
        write_money(thousand_uah("1228.34"), THOUSAND, 1)


@given(prose(), st.none() | units)
def test_any_cell_is_read_or_refused(text: str, of: Unit | None) -> None:
    read(lambda cell: amount(cell, of), text)
    read(unit, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("тис. грн", THOUSAND),
        ("(тис.грн.)", THOUSAND),
        ("тис. гривень", THOUSAND),
        ("тисяч гривень", THOUSAND),
        ("у тисячах гривень", THOUSAND),
        ("Річний обсяг фінансування тис. грн (план)", THOUSAND),
        ("Орієнтовні обсяги (вартість), тис. гри-\nвень, у тому числі", THOUSAND),
        ("тис.\nгрн", THOUSAND),
        ("(грн)", Unit.UAH),
        ("у гривнях", Unit.UAH),
        ("млн грн", Unit.MILLION_UAH),
        ("млрд. гривень", Unit.BILLION_UAH),
        ("тис.осіб", None),
        ("тис.", None),
        ("Виконавці", None),
        ("", None),
    ],
)
def test_the_unit_is_found_in_a_header(text: str, expected: Unit | None) -> None:
    assert unit(text) == expected


def test_two_units_in_one_header_are_refused() -> None:
    with pytest.raises(NotationError):
        unit("тис. грн / грн")


@pytest.mark.parametrize("repeated", LONG)
def test_long_cells_are_settled(repeated: str) -> None:
    endures(lambda text: amount(text, THOUSAND), repeated)
    endures(unit, repeated)
