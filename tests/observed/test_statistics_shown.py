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


def test_a_figure_says_of_whom_it_is() -> None:
    told = [Whom(figure).said("uk") for figure in TOLD.observations]
    assert told[0] == "—"
    assert told[2:4] == ["жінки, 0–17 років, сільська, Лісовий район", "чоловіки, цільове"]


def test_a_hidden_figure_and_a_bound_are_told_in_words() -> None:
    rows = in_words(lg.tabulate.statistics(TOLD)).rows
    assert any("приховано" in row for row in rows)
    assert any(row[0] == "Звернення: термінові" and "не менше 40" in row for row in rows)


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


OF_FEW = {"districts"}


@pytest.mark.parametrize("name", sorted(OF_FEW))
def test_what_tells_of_few_people_is_refused(name: str) -> None:
    """Reports of violence of three men in one district are not put into words."""
    reading = lg.read_statistics(write_text.txt(SHEETS[name]))
    with pytest.raises(lg.errors.SensitiveTableError):
        write(statistics_sheet(reading, lg.audit(reading), lg.audit_summary(reading)))


@pytest.mark.parametrize("name", sorted(SHEETS.keys() - OF_FEW))
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_whole_answer_is_written_in_every_form(name: str, form: str) -> None:
    reading = lg.read_statistics(write_text.txt(SHEETS[name]))
    sheet = statistics_sheet(reading, lg.audit(reading), lg.audit_summary(reading))
    for language in ("uk", "en"):
        written = write(sheet, form, language=language)
        assert "{" not in written.partition("</style>")[2] if form == "html" else "{" not in written
        assert (
            str(reading.value.observations[0].value).replace(".", "," if language == "uk" else ".")[:2]
            in written
        )


def test_statistics_and_their_reading_show_themselves() -> None:
    reading = lg.read_statistics("За 2024 рік надійшло 120 звернень.".encode())
    assert "120" in html(reading)
    assert "690" in html(TOLD, "en")


@given(strategies.statistics())
def test_whatever_is_told_can_be_shown(statistics: lg.Statistics) -> None:
    for table in (
        lg.tabulate.statistics(statistics),
        lg.tabulate.shifts(statistics),
        lg.tabulate.disaggregation(statistics),
    ):
        assert len(in_words(table, "en").rows) == len(table.rows)
