"""The originals of two cities: every fact that a policy officer would ask for is a typed value."""

from __future__ import annotations

import pytest

import localgender as lg
from accounted import assert_accounted
from paths import SHARED, needs_shared

pytestmark = needs_shared


def read(prefix: str) -> lg.Reading[lg.Mechanism]:
    return lg.read_council(next((SHARED / "seeds").glob(f"{prefix}*.txt")))


@pytest.fixture(scope="module")
def odesa() -> lg.Mechanism:
    return read("000_").value


@pytest.fixture(scope="module")
def unit() -> lg.Mechanism:
    return read("002_").value


@pytest.fixture(scope="module")
def page() -> lg.Mechanism:
    return read("003_").value


@pytest.mark.parametrize("prefix", ["000_", "002_", "003_"])
def test_every_sign_is_in_a_value_in_furniture_or_unread(prefix: str) -> None:
    assert_accounted(read(prefix))


@pytest.mark.parametrize("prefix", ["000_", "002_", "003_"])
def test_no_name_of_a_person_enters_a_value(prefix: str) -> None:
    reading = read(prefix)
    names = [reading.document.text_at(place) for name, place in reading.furniture if name == "person"]
    told = lg.dumps(reading.value)
    assert not [word for name in names for word in name.split() if len(word) > 3 and word in told]


def test_odesa_is_a_city_with_seven_directions_of_its_unit(odesa: lg.Mechanism) -> None:
    assert odesa.community is not None
    assert odesa.community.kind == "city"
    (body,) = odesa.bodies
    kinds = [kind for duty in body.duties for kind in duty.kinds]
    assert kinds == ["coordinates", "supports", "ensures", "prevents", "prevents", "monitors", "carries-out"]


def test_odesa_council_was_created_by_an_order_and_met_once(odesa: lg.Mechanism) -> None:
    (council,) = odesa.councils
    assert council.body.act == lg.LegalAct("розпорядження", "297", "2018-04-25", "міський голова")
    assert [str(meeting.date) for meeting in council.meetings] == ["2018-07-15"]
    assert council.meetings_stated == lg.Count(1)
    assert council.purpose is not None


def test_odesa_conference_had_at_least_150_participants_and_recommended_four_things(
    odesa: lg.Mechanism,
) -> None:
    (conference,) = odesa.conferences
    assert (str(conference.date), conference.attendance) == ("2018-10-18", lg.Count(150, "at-least"))
    assert len(conference.supporters) == 2
    assert len(conference.represented) == 5
    assert [each.concerns[0].kind for each in conference.recommendations] == [
        "charter",
        "act",
        "act",
        "programme",
    ]


def test_odesa_programme_is_recommended_and_not_adopted(odesa: lg.Mechanism) -> None:
    programme = odesa.conferences[0].recommendations[3].concerns[0]
    assert programme.term == lg.years(2019, 2021)
    assert not [each for one in odesa.decisions for each in one.concerns if each.kind == "programme"]


def test_odesa_joined_the_charter_at_a_session(odesa: lg.Mechanism) -> None:
    (decision,) = odesa.decisions
    assert decision.kind == "join"
    assert decision.act == lg.LegalAct("рішення", None, "2018-10-31", "Одеська міська рада")
    (commitment,) = odesa.commitments
    assert (commitment.charter, commitment.act) == (None, decision.act)


def test_kyiv_unit_stands_below_its_department(unit: lg.Mechanism) -> None:
    department, part, centre, shelter = unit.bodies
    assert part.parent == department.name
    assert [department.kind, part.kind, centre.kind, shelter.kind] == ["unit", "unit", "centre", "shelter"]


def test_kyiv_unit_gathers_reports_and_passes_them_on(unit: lg.Mechanism) -> None:
    duties = unit.bodies[1].duties
    assert len(duties) == 7
    third = duties[2]
    assert third.kinds == ("consolidates", "reports", "monitors")
    assert len(third.reports_from) == 2
    assert third.reports_to == ("Міністерство соціальної політики України",)
    assert third.concerns[0].kind == "programme"
    assert duties[6].oversees == (unit.bodies[2].name, unit.bodies[3].name)


def test_kyiv_page_tells_of_one_meeting_published_later(page: lg.Mechanism) -> None:
    (meeting,) = page.meetings
    assert (str(meeting.date), str(meeting.published)) == ("2024-10-17", "2024-11-05")
    assert meeting.attendance is None


def test_kyiv_meeting_heard_of_a_programme_for_nine_months(page: lg.Mechanism) -> None:
    first, second, third, fourth = page.meetings[0].heard
    assert first.period == lg.Period.nine_months(2024)
    assert first.concerns[0].term == lg.years(2022, 2024)
    assert (second.compared, second.period) == (True, None)
    assert third.role == "директор"
    assert third.concerns[0].draft
    assert fourth.concerns[0].kind == "memorandum"


def test_kyiv_decision_has_an_assignee_and_no_due_day(page: lg.Mechanism) -> None:
    (decision,) = page.all_decisions
    assert decision.kind == "assign"
    assert decision.assignees == ("Департамент соціальної та ветеранської політики",)
    assert decision.due is None
    assert decision.concerns[0].draft


def test_nothing_of_the_foot_of_the_kyiv_page_is_a_value() -> None:
    reading = read("003_")
    told = lg.dumps(reading.value)
    assert not [word for word in ("67.15", "9.6", "Chrome", "Windows", "браузер") if word in told]
    assert "navigation" in dict(reading.furniture)
