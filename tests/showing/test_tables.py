"""Tables as records, and how their cells become text."""

from __future__ import annotations

import pytest

from localgender.showing.catalogue import Said
from localgender.showing.tables import Align, Heading, Table, in_words
from localgender.showing.wording import Phrase
from localgender.values.codes import Code
from localgender.values.money import Money, Unit, thousand_uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import Ref

MONEY = Heading(Said("Planned"), "right", Unit.THOUSAND_UAH)


def column(*cells: object, heading: Heading = MONEY, language: str = "uk") -> list[str]:
    return [row[0] for row in in_words(Table("", [heading], [[cell] for cell in cells]), language).rows]


def test_amounts_of_a_column_share_their_digits_and_leave_the_unit_to_the_heading() -> None:
    cells = (thousand_uah("1228.3"), Money(0), thousand_uah("10.53"))
    assert column(*cells) == ["1\u00a0228,30", "0,00", "10,53"]
    assert column(*cells, language="en") == ["1,228.30", "0.00", "10.53"]


def test_zero_and_silence_are_shown_apart() -> None:
    assert column(Money(0), None) == ["0,0", "—"]


def test_column_without_a_unit_tells_the_unit_in_each_cell() -> None:
    cells = column(thousand_uah("228.3"), Money(0), heading=Heading("Сума"))
    assert [cell.replace("\u00a0", " ") for cell in cells] == ["228,3 тис. грн", "0,0 тис. грн"]


def test_hryvnias_are_shown_whole_or_with_kopiykas() -> None:
    heading = Heading("Сума", "right", Unit.UAH)
    assert column(Money(1_050_000), heading=heading) == ["10\u00a0500"]
    assert column(Money(1_050_001), Money(0), heading=heading) == ["10\u00a0500,01", "0,00"]


def test_column_of_money_may_hold_words() -> None:
    assert column(thousand_uah("2.4"), "не потребує") == ["2,4", "не потребує"]


def test_cells_of_every_sort_become_text() -> None:
    cells = (Code.parse("2.10"), Ref.parse("2.10"), Period.year(2023), Percent("95.2"), 37, "текст", None)
    expected = ["2.10", "захід 2.10", "2023 рік", "95,2\u00a0%", "37", "текст", "—"]
    assert column(*cells, heading=Heading("")) == expected


def test_names_and_titles_of_the_catalogue_come_in_the_language() -> None:
    table = Table(Said("Measures"), [MONEY, "Своє"], notes=[Phrase(Said("page {page}"), {"page": 7})])
    ukrainian, english = in_words(table), in_words(table, "en")
    assert (ukrainian.title, ukrainian.names, ukrainian.notes) == (
        "Заходи",
        ("Заплановано, тис.\u00a0грн", "Своє"),
        ("сторінка 7",),
    )
    assert (english.title, english.names, english.notes) == (
        "Measures",
        ("Planned, thousand\u00a0UAH", "Своє"),
        ("page 7",),
    )


def test_a_row_has_as_many_cells_as_there_are_headings() -> None:
    with pytest.raises(ValueError, match="expected 1 cells in a row, not 2"):
        Table("", ["Захід"], [["1.1", "Аудит"]])


def test_equal_tables_are_equal_and_hashable() -> None:
    one, other = (Table("", ["Захід"], rows) for rows in ([["1.1"]], (("1.1",),)))
    assert one == other
    assert hash(one) == hash(other)


def test_text_stands_for_a_heading() -> None:
    assert Table("", ["Захід"]).headings == (Heading("Захід", Align.LEFT),)


def test_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="uk, en"):
        in_words(Table("", []), "de")


@pytest.mark.parametrize("foot", [-1, 2])
def test_only_rows_that_are_there_sum_up_the_others(foot: int) -> None:
    with pytest.raises(ValueError, match="cannot sum up"):
        Table("", ["Ціль"], [["1"]], foot=foot)


def test_fewest_digits_of_a_column_are_kept() -> None:
    """A column printed to the kopiyka shows kopiykas, also where they are nought."""
    heading = Heading("План", "right", Unit.UAH, digits=2)
    assert in_words(Table("", [heading], [[Money(1000)]])).rows == (("10,00",),)
