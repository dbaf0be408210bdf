"""Statistics as tables, pages and sheets, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from sheets import SHEETS

import localgender as lg
from localgender import strategies
from localgender.showing.display import html
from localgender.showing.observed import Whom
from localgender.showing.observed_sheet import statistics_sheet
from localgender.showing.published import published
from localgender.showing.sheet import write
from localgender.showing.tables import in_words
from specimens import write_text

NINE = lg.Indicator("Звернення", "од.", "count")
TOLD = lg.Statistics(
    "Звернення",
    observations=[
        lg.Observation(NINE, "2023-9m", 600),
        lg.Observation(NINE, "2024-9m", 690),
        lg.Observation(NINE, "2024-9m", 1, sex="female", age="0-17", locality="rural", place="Лісовий район"),
        lg.Observation(NINE, "2024-9m", absence="suppressed", sex="male", nature="target"),
        lg.Observation(lg.Indicator("термінові", "од.", part_of=NINE), "2024-9m", lg.Count(40, "at-least")),
    ],
)


def test_a_figure_stands_below_its_sex_and_beside_the_other_axes() -> None:
    table = in_words(lg.tabulate.statistics(TOLD))
    assert table.names[:4] == ("Показник", "Одиниця виміру", "Виміряно чи заплановано", "Період")
    assert table.names[4:] == ("Територія", "Місцевість", "Вік", "Жінки", "Чоловіки", "Значення")
    assert table.rows[2][4:] == ("Лісовий район", "сільська", "0–17 років", "1", "—", "—")
    assert (table.rows[3][2], table.rows[3][8]) == ("цільове", "приховано")
    assert (table.rows[4][0], table.rows[4][9]) == ("Звернення: термінові", "не менше 40")


def test_a_figure_says_of_whom_it_is() -> None:
    told = [Whom(figure).said("uk") for figure in TOLD.observations]
    assert told[0] == "—"
    assert told[2:4] == ["жінки, 0–17 років, сільська, Лісовий район", "чоловіки, цільове"]


def test_a_change_stands_beside_both_figures() -> None:
    (row,) = in_words(lg.tabulate.shifts(TOLD), "en").rows
    assert row[2:] == ("January–September 2024", "600", "690", "90", "15.0%")


def test_percents_change_by_points_and_a_change_from_nothing_says_why() -> None:
    share = lg.Indicator("Частка жінок", "%", "share")
    figures = [lg.Observation(share, year, value) for year, value in [(2023, "52.9"), (2024, "57.1")]]
    figures += [lg.Observation(NINE, year, value) for year, value in [(2023, 0), (2024, 5)]]
    rows = in_words(lg.tabulate.shifts(lg.Statistics(observations=figures))).rows
    assert [row[-1] for row in rows] == ["4,2 в. п.", "ціле дорівнює нулю"]


def test_the_score_of_what_was_asked_stands_below() -> None:
    table = in_words(lg.tabulate.disaggregation(TOLD, asked=["sex", "age"]), "en")
    assert table.rows[0] == ("Звернення", "sex, age", "sex", "age")
    assert table.notes == ("Given of what was asked: 25%.",)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_whole_answer_is_written_in_every_form(name: str, form: str) -> None:
    reading = lg.read_statistics(write_text.txt(SHEETS[name]))
    sheet = statistics_sheet(reading)
    for language in ("uk", "en"):
        written = write(sheet, form, language=language)
        assert "{" not in written.partition("</style>")[2] if form == "html" else "{" not in written
        assert (
            str(reading.value.observations[0].value).replace(".", "," if language == "uk" else ".")[:2]
            in written
        )


VICTIMS = lg.Indicator("Постраждалі від насильства", "осіб", "count")
CALLS = lg.Indicator("Дзвінки", "од.", "count")


def counted(of: lg.Indicator, *counts: int, period: object = 2024) -> list[lg.Observation]:
    return [
        lg.Observation(of, period, count, sex=sex)
        for sex, count in zip(("total", "female", "male"), counts, strict=True)
    ]


def said(*figures: lg.Observation, **choices: bool) -> str:
    sheet = statistics_sheet(lg.Reading(lg.Statistics(observations=figures), lg.Document([])), **choices)
    return write(sheet, language="en", width=200)


def rows(shown: str, name: str = "Постраждалі") -> list[list[str]]:
    return [line.split()[3:] for line in shown.splitlines() if line.startswith(name)]


def test_a_sheet_hides_small_counts_and_says_so() -> None:
    figures = counted(VICTIMS, 60, 57, 3)
    assert rows(said(*figures))[0] == ["осіб", "2024", "60", "hidden", "hidden"]
    assert rows(said(*figures, unsuppressed=True))[0] == ["осіб", "2024", "60", "57", "3"]


def test_a_change_of_a_hidden_figure_is_hidden() -> None:
    changed = counted(VICTIMS, 74, 71, 3), counted(VICTIMS, 60, 57, 3, period=2023)
    shown = rows(said(*changed[0], *changed[1]))
    assert ["men", "2024", "hidden", "hidden", "—", "hidden"] in shown
    assert not {"57", "71", "3"} & {cell for row in shown for cell in row}


def test_a_finding_about_hidden_figures_is_counted_and_not_told() -> None:
    """Fifty and three are no sixty: the difference would tell of the three."""
    figures = counted(VICTIMS, 60, 50, 3)
    shown = said(*figures)
    assert "1 finding is about hidden figures." in shown
    assert "parts-differ-from-total" not in shown
    assert "parts-differ-from-total" in said(*figures, unsuppressed=True)


def test_a_finding_about_other_figures_is_told_beside_hidden_ones() -> None:
    shown = said(*counted(CALLS, 120, 90, 20), *counted(VICTIMS, 60, 57, 3))
    assert "parts-differ-from-total" in shown
    assert "about hidden figures" not in shown


def test_where_parts_contradict_their_total_every_figure_is_hidden() -> None:
    shown = said(*counted(CALLS, 120, 97, 23), *counted(VICTIMS, 60, 71, 3))
    assert "Parts and totals contradict each other, so that no figure can be shown safely." in shown
    assert rows(shown)[0][2:] == ["hidden"] * 3
    assert rows(shown, "Дзвінки")[0][-1] == "hidden"


def test_a_page_is_of_plans_and_reports_alone() -> None:
    reading = lg.Reading(lg.Statistics(observations=counted(CALLS, 120, 97, 23)), lg.Document([]))
    with pytest.raises(lg.errors.NoMeasuresError, match="no measures: it is read as statistics") as refused:
        lg.report_page(reading)
    assert lg.describe_error(refused.value) == (
        "у документі немає заходів: у ньому статистичні дані (localgender statistics)"
    )


@given(strategies.statistics())
def test_what_is_published_can_be_shown(statistics: lg.Statistics) -> None:
    """Whatever is hidden, nothing sensitive is left, and no finding is lost."""
    reading = lg.Reading(statistics, lg.Document([]))
    told = published(reading)
    lg.publishable(told.value)
    assert len(told.found) + len(told.untold) == len(lg.audit(reading))
    write(statistics_sheet(reading))


def test_statistics_and_their_reading_show_themselves() -> None:
    reading = lg.read_statistics("За 2024 рік надійшло 120 звернень.".encode())
    assert "120" in html(reading)
    assert "690" in html(TOLD, "en")
    few = lg.Reading(lg.Statistics(observations=counted(VICTIMS, 60, 57, 3)), lg.Document([]))
    assert "57" not in html(few)
    assert "приховано" in html(few)


@given(strategies.statistics())
def test_whatever_is_told_can_be_shown(statistics: lg.Statistics) -> None:
    for table in (
        lg.tabulate.statistics(statistics),
        lg.tabulate.shifts(statistics),
        lg.tabulate.disaggregation(statistics),
    ):
        assert len(in_words(table, "en").rows) == len(table.rows)
