"""Values in words, in both languages."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from localgender.findings import Severity
from localgender.model.community import Community
from localgender.model.funding import BudgetLevel, Fund, Source, Stage
from localgender.showing.catalogue import Counted, Said
from localgender.showing.names import name, source_name
from localgender.showing.placing import places, runs
from localgender.showing.wording import Phrase, phrase
from localgender.values.acts import LegalAct
from localgender.values.codes import Code
from localgender.values.counts import Count
from localgender.values.intervals import Interval
from localgender.values.money import Unit, thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period, day
from localgender.values.places import Place
from localgender.values.refs import Ref
from localgender.values.terms import Season, Term, years

DELIVERIES = ("delivered", "ongoing", "delivered-earlier", "not-scheduled", "not-delivered", "unknown")
FUNDINGS = (
    "unknown",
    "none-planned",
    "unfunded",
    "over-allocated",
    "disbursed",
    "part-disbursed",
    "allocated-unspent",
)


def plain(text: str) -> str:
    """Return a text with ordinary blanks, which are easier to read in a test."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "ukrainian", "english"),
    [
        (None, "—", "—"),
        (True, "так", "yes"),
        (1228, "1 228", "1,228"),
        (Decimal("1228.30"), "1 228,30", "1,228.30"),
        (Fraction(1, 4), "0,25", "0.25"),
        (thousand_uah("0"), "0,0 тис. грн", "0.0 thousand UAH"),
        (thousand_uah("1228.3"), "1 228,3 тис. грн", "1,228.3 thousand UAH"),
        (thousand_uah("10.53"), "10,53 тис. грн", "10.53 thousand UAH"),
        (-thousand_uah("2"), "-2,0 тис. грн", "-2.0 thousand UAH"),
        (Percent("95.20"), "95,20 %", "95.20%"),
        (Percent("100"), "100 %", "100%"),
        (Interval.around(Fraction(22_830_000), Fraction(10_000)), "від 228,25 до 228,35", "from 228.25 to 228.35"),
        (Interval(Fraction(0), Fraction(100_000, 3)), "від 0,0 до 0,333333", "from 0.0 to 0.333333"),
        (Code.parse("2.10"), "2.10", "2.10"),
        (Period.year(2023), "2023 рік", "2023"),
        (Period.years(2024, 2028), "2024-2028 роки", "2024–2028"),
        (Period.nine_months(2024), "9 місяців 2024 року", "January–September 2024"),
        (Period.quarter(2024, 1), "I квартал 2024 року", "January–March 2024"),
        (Period.half_year(2024, 2), "II півріччя 2024 року", "July–December 2024"),
        (Period.month(2024, 3), "березень 2024 року", "March 2024"),
        (Period.months(2024, 11), "11 місяців 2024 року", "January–November 2024"),
        (Period("2025-11-25", "2025-12-10"), "25.11.2025 - 10.12.2025", "25 November 2025 to 10 December 2025"),
        (Period("2025-11-25", "2025-11-25"), "25.11.2025", "25 November 2025"),
        (years(2021) | years(2023), "2021, 2023", "2021, 2023"),
        (years(2021, 2025) | Term(recurrence="yearly"), "Щорічно 2021-2025", "yearly, 2021–2025"),
        (Term(deadlines=[day("2024-12-01")]), "до 01.12.2024", "by 1 December 2024"),
        (Term(seasons=[Season((11, 25), (12, 10))]), "25 листопада - 10 грудня", "25 November to 10 December"),
        (Term(), "—", "—"),
        (day("2019-12-18"), "18.12.2019", "18 December 2019"),
        (LegalAct("рішення", "1688", "2019-12-18"), "рішення від 18.12.2019 № 1688", "рішення No. 1688 of 18 December 2019"),
        (LegalAct(number="1688"), "№ 1688", "No. 1688"),
        (Community("Полонська громада", region="Хмельницька область"),) + ("Полонська громада, Хмельницька область",) * 2,
        (Source("community", "general"), "бюджет громади (загальний фонд)", "budget of the community (general fund)"),
        (Source("other"), "інші джерела", "other sources"),
        (Source(), "—", "—"),
        (Count(150), "150", "150"),
        (Count(1500, "at-least"), "не менше 1 500", "at least 1,500"),
        (Severity.WARNING, "попередження", "warning"),
        (Stage.DISBURSED, "профінансовано", "disbursed"),
        ("planned", "planned", "planned"),
        ((), "—", "—"),
        ((Code.parse("2.1"), None), "2.1, —", "2.1, —"),
        (("a, b", "c"), "a, b; c", "a, b; c"),
        (Place(1, 3, 2), "таблиця 1, рядок 3, стовпець 2", "table 1, row 3, column 2"),
        (Place(1, 13, 1), "таблиця 1, рядок 13", "table 1, row 13"),
        (Place(1, 13, 1, 0, 4, page=2), "сторінка 2, таблиця 1, рядок 13, стовпець 1", "page 2, table 1, row 13, column 1"),
        (Place(0, 4, 0, 0, 9), "абзац 4", "paragraph 4"),
        (Said("error"), "помилка", "error"),
        (Phrase(Counted("{count} error", "{count} errors"), {"count": 5}), "5 помилок", "5 errors"),
        (Phrase(Counted("{rows} other", "{rows} others", by="rows"), {"rows": (1, 2)}).text.by, "rows", "rows"),
        (object, "<class 'object'>", "<class 'object'>"),
    ],
)  # fmt: skip
def test_value_is_said(value: object, ukrainian: str, english: str) -> None:
    assert plain(phrase(value, "uk")) == ukrainian
    assert plain(phrase(value, "en")) == english


@pytest.mark.parametrize(
    ("ref", "ukrainian", "english"),
    [
        ("plan", "увесь документ", "the whole document"),
        ("plan/title", "увесь документ, назва", "the whole document, title"),
        ("goal:2", "ціль 2", "goal 2"),
        ("goal:2#2", "ціль 2 (за порядком 2 із цим номером)", "goal 2 (bearer 2 of this number)"),
        ("goal:#2", "ціль без номера (за порядком 2)", "goal without a number (no. 2)"),
        ("2.10", "захід 2.10", "measure 2.10"),
        ("2.4#2", "захід 2.4 (2-й із цим номером)", "measure 2.4 (bearer 2 of this number)"),
        ("2.#3", "захід без номера (3-й у цілі 2)", "measure without a number (no. 3 under goal 2)"),
        ("#3", "захід без номера (3-й за порядком)", "measure without a number (no. 3)"),
        ("2.1/2023/planned", "захід 2.1, план на 2023 рік", "measure 2.1, planned for 2023"),
        ("2.1/2024-9m/disbursed", "захід 2.1, профінансовано за 9 місяців 2024 року", "measure 2.1, disbursed in January–September 2024"),
        ("2.1/2023/community+state/planned", "захід 2.1, план на 2023 рік, бюджет громади, державний бюджет", "measure 2.1, planned for 2023, budget of the community, state budget"),
        ("2.1/planned", "захід 2.1, заплановано", "measure 2.1, planned"),
        ("2.1/2023", "захід 2.1, 2023 рік", "measure 2.1, 2023"),
        ("4.1/percent", "захід 4.1, відсоток", "measure 4.1, percent"),
        ("4.1/my-field", "захід 4.1, my-field", "measure 4.1, my-field"),
        ("total:3/2024/allocated", "підсумок 3, виділено на 2024 рік", "total 3, allocated for 2024"),
        ("target:1.1:9:", "завдання 1.1 / 9 / — вищого документа", "task 1.1 / 9 / — of a higher document"),
    ],
)  # fmt: skip
def test_address_is_said(ref: str, ukrainian: str, english: str) -> None:
    # A bare period is made by hand: the text of a Ref has a part after it.
    where = Ref.parse("2.1").to("", period=Period.year(2023)) if ref == "2.1/2023" else Ref.parse(ref)
    assert phrase(where, "uk") == ukrainian
    assert phrase(where, "en") == english


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("word", [*DELIVERIES, *FUNDINGS, *Severity, *Stage, *BudgetLevel, *Fund, *Unit])
def test_every_word_of_an_enumeration_has_a_name(word: str, language: str) -> None:
    assert name(word, language)
    if language == "uk":
        assert not name(word).isascii()


def test_unknown_word_stays_as_it_is() -> None:
    assert name("my-own", "uk") == "my-own"
    assert source_name("my-own+state") == "my (own), державний бюджет"


def test_small_amounts_are_told_in_hryvnias_with_kopiykas() -> None:
    said = [plain(phrase(uah(amount), "uk", Unit.UAH)) for amount in ("10500", "10500.01", "0")]
    assert said == ["10 500 грн", "10 500,01 грн", "0 грн"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], ""), ([7], "7"), ([1, 2, 3, 5], "1–3, 5"), ([11, 12, 28], "11–12, 28"), ([3, 1], "3, 1")],
)
def test_numbers_are_written_as_runs(numbers: list[int], expected: str) -> None:
    assert runs(numbers) == expected


def test_many_places_are_told_by_rows() -> None:
    seen = [Place(1, 12, 3), Place(1, 11, 1), Place(1, 11, 2), Place(2, 5, 1), Place(0, 3, 0)]
    assert places(seen, "uk") == "абзаци 3; таблиця 1, рядки 11–12; таблиця 2, рядки 5"
    assert places(seen[:3], "en", table=False) == "rows 11–12"
