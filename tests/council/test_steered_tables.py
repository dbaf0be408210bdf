"""A mechanism and its reading show themselves as tables, in both languages."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender.showing.display import html
from localgender.showing.sheet import write
from localgender.showing.steered_sheets import council_sheet
from paths import SAMPLE

CITY = lg.read_council(SAMPLE / "council-city.txt")
MINUTES = lg.read_council(SAMPLE / "council-minutes.txt")


def test_a_mechanism_shows_its_duties_and_recommendations() -> None:
    shown = html(CITY.value, "en")
    assert "gathers reports" in shown
    assert "Taken up by" in shown


def test_a_reading_shows_how_much_was_understood() -> None:
    assert "Understood: 648 of 648 characters." in html(MINUTES, "en").replace("\u00a0", " ")


@pytest.mark.parametrize(("language", "expected"), [("uk", "Невиконані рішення"), ("en", "Open decisions")])
def test_a_sheet_tells_what_is_open_on_a_day(language: str, expected: str) -> None:
    assert expected in write(council_sheet(MINUTES, on="2024-12-31"), language=language)
    assert expected not in write(council_sheet(MINUTES), language=language)


def test_a_sheet_tells_what_an_audit_found() -> None:
    assert "decision-without-due" in write(council_sheet(MINUTES, lg.audit(MINUTES)))
    assert "decision-without-due" not in write(council_sheet(MINUTES))


def test_a_duty_below_the_first_leaves_its_body_out() -> None:
    table = lg.tabulate.bodies(CITY.value)
    assert [bool(row[0]) for row in table.rows] == [True, False, False]


def test_silence_is_shown_as_silence() -> None:
    (row,) = lg.tabulate.meetings(lg.Mechanism(councils=lg.Council("Рада", meetings=lg.Meeting()))).rows
    assert row[1:5] == (None, None, None, None)
