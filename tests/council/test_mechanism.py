"""Bodies, councils, meetings and decisions as values."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender.errors import NotationError, UnknownRefError

MECHANISM = lg.Mechanism(
    "Зарічна міська територіальна громада",
    bodies=lg.Body("Відділ сім'ї", "unit", duties=["веде облік", lg.Duty("звітує", "reports")]),
    councils=[
        lg.Council(
            "Координаційна рада",
            meetings=[
                lg.Meeting("2024-03-01", decisions=lg.Decision("Взяти до відома", "note")),
                lg.Meeting("2024-06-01", decisions=[lg.Decision("Надати звіт", due="до 01.07.2024")]),
            ],
        )
    ],
    decisions=lg.Decision("Про приєднання до Хартії", "join", act=lg.LegalAct("рішення", "7")),
)


def test_decisions_are_numbered_through_the_document() -> None:
    """Those of meetings come first, then those of the authority."""
    kinds = [MECHANISM.by_ref[f"decision:{number}"].kind for number in (1, 2, 3)]
    assert kinds == ["note", "assign", "join"]


def test_a_decision_knows_its_meeting_and_one_of_a_session_has_none() -> None:
    meetings = [MECHANISM.meeting_of(where) for where in MECHANISM.refs_of("decision")]
    assert [meeting and str(meeting.date) for meeting in meetings] == ["2024-03-01", "2024-06-01", None]


def test_an_unknown_address_names_the_nearest() -> None:
    with pytest.raises(UnknownRefError, match="decision:3"):
        MECHANISM.by_ref["decision:33"]


def test_a_body_without_a_name_is_refused() -> None:
    with pytest.raises(NotationError):
        lg.Body(" ")


def test_silence_about_attendance_is_not_nobody() -> None:
    assert lg.Meeting().attendance is None
    assert lg.Meeting(attendance=0).attendance == lg.Count(0)


def test_a_lower_bound_of_participants_stays_one() -> None:
    assert lg.Conference("форум", attendance=lg.Count(150, "at-least")).attendance != lg.Count(150)


def test_an_address_of_a_decision_is_read_as_it_is_written() -> None:
    assert str(lg.Ref.parse("decision:3/due")) == "decision:3/due"


def test_everything_travels_in_json() -> None:
    assert lg.loads(lg.dumps(MECHANISM)) == MECHANISM
