"""What is open on a day, what was followed up, and the rules of decisions."""

from __future__ import annotations

import pytest

import localgender as lg
from paths import SHARED, needs_shared

CHARTER = lg.Cited("charter", "Європейська Хартія рівності жінок і чоловіків")
PROGRAMME = lg.Cited("programme", "Програма гендерної рівності", term="2025-2027")


def council(*meetings: lg.Meeting) -> lg.Council:
    return lg.Council("Координаційна рада з питань рівності", meetings=meetings)


def kinds(mechanism: lg.Mechanism) -> list[str]:
    return [finding.kind for finding in lg.audit(mechanism)]


@pytest.mark.parametrize(
    ("due", "on", "overdue"),
    [
        ("до 01.03.2024", "2024-03-01", False),
        ("до 01.03.2024", "2024-03-02", True),
        ("до 1 лютого", "2024-02-02", True),
        ("до 1 січня", "2024-12-31", False),
        ("щокварталу", "2030-01-01", None),
        ("протягом місяця", "2030-01-01", None),
        (None, "2030-01-01", None),
    ],
)
def test_a_decision_is_overdue_from_the_day_after_its_last(
    due: str | None, on: str, overdue: bool | None
) -> None:
    """A day without a year is the first such day after the meeting; what recurs has no last day."""
    decision = lg.Decision("Подати звіт", assignees="Відділ освіти", due=due)
    (open_one,) = lg.decisions_open(council(lg.Meeting("2024-01-15", decisions=decision)), on=on)
    assert open_one.overdue is overdue


def test_what_is_decided_later_or_only_noted_is_not_open() -> None:
    meetings = [
        lg.Meeting("2024-01-15", decisions=lg.Decision("Взяти до відома", "note")),
        lg.Meeting("2024-06-15", decisions=lg.Decision("Подати звіт")),
    ]
    assert lg.decisions_open(council(*meetings), on="2024-06-14") == ()
    assert len(lg.decisions_open(council(*meetings), on="2024-06-15")) == 1


def test_a_decision_heard_of_at_a_later_meeting_is_closed_from_that_day() -> None:
    asked = lg.Decision("Підготувати програму", concerns=PROGRAMME)
    meetings = [
        lg.Meeting("2024-01-15", decisions=asked),
        lg.Meeting("2024-06-15", heard=lg.Heard("проєкт програми", concerns=PROGRAMME)),
    ]
    assert len(lg.decisions_open(council(*meetings), on="2024-06-14")) == 1
    assert lg.decisions_open(council(*meetings), on="2024-06-15") == ()


def conference(**rest: object) -> lg.Mechanism:
    recommended = [
        lg.Recommendation("підписання хартії", concerns=CHARTER),
        lg.Recommendation("прийняття програми", concerns=PROGRAMME),
    ]
    forum = lg.Conference("форум", date="2018-10-18", recommendations=recommended)
    return lg.Mechanism(conferences=forum, **rest)


def session(day: str, cited: lg.Cited) -> lg.Decision:
    return lg.Decision("про приєднання", "join", concerns=cited, act=lg.LegalAct("рішення", date=day))


def test_a_recommendation_is_followed_by_a_later_act_on_the_same_document() -> None:
    followed = lg.followed_up(conference(decisions=session("2018-10-31", CHARTER)))
    assert [[str(act) for act in each.by] for each in followed] == [["decision:1"], []]


def test_an_act_of_an_earlier_day_follows_nothing() -> None:
    followed = lg.followed_up(conference(decisions=session("2018-10-01", CHARTER)))
    assert [(each.by, each.later) for each in followed] == [((), False), ((), False)]


def test_a_programme_for_other_years_is_another_programme() -> None:
    other = lg.Cited("programme", "Програма гендерної рівності", term="2021-2024")
    assert not any(each.by for each in lg.followed_up(conference(decisions=session("2018-10-31", other))))


def test_later_acts_may_stand_in_another_text() -> None:
    later = lg.Mechanism(decisions=session("2018-10-31", CHARTER))
    assert [bool(each.by) for each in lg.followed_up(conference(), later)] == [True, False]


def test_a_decision_without_anybody_and_any_day_is_found_twice() -> None:
    told = lg.Mechanism(councils=council(lg.Meeting("2024-01-15", decisions=lg.Decision("Подати звіт"))))
    assert kinds(told) == ["decision-without-assignee", "decision-without-due"]


def test_nothing_is_missed_where_nothing_later_is_told() -> None:
    """One meeting alone cannot show that its decisions were forgotten."""
    assert "decision-without-follow-up" not in kinds(conference())


def test_what_is_approved_or_noted_needs_nobody() -> None:
    decided = [lg.Decision("Затвердити план", "approve"), lg.Decision("Взяти до відома", "note")]
    assert kinds(lg.Mechanism(councils=council(lg.Meeting("2024-01-15", decisions=decided)))) == []


def test_an_audit_of_anything_else_is_refused() -> None:
    with pytest.raises(TypeError, match="Mechanism"):
        lg.audit(council())  # type: ignore[arg-type]


def report(title: str, narrative: str | None, period: object = 2023) -> lg.Report:
    plan = lg.Plan(goals=lg.Measure("1.1", title))
    return lg.Report(plan, period, progress=lg.Progress("1.1", narrative=narrative))


@pytest.mark.parametrize(
    ("title", "narrative", "found"),
    [
        ("Проведення не менше 4 засідань комісії", "Відбулося 4 засідання.", False),
        ("Проведення не менше 4 засідань комісії", "Відбулося 3 засідання.", True),
        ("Проведення чотирьох заходів", "Відбулося 3 засідання.", False),
        ("Засідання ради щокварталу", "Проведено два засідання.", True),
        ("Засідання ради щокварталу", "Проведено понад 3 засідання.", False),
        ("Проведення 4 засідань", "Рада працює.", False),
        ("Проведення до 4 засідань", "Відбулося 1 засідання.", False),
        ("Проведення 4 засідань", "Протокол засідання № 2.", False),
        ("Проведення 4 засідань", None, False),
    ],
)
def test_fewer_meetings_are_found_only_where_both_numbers_are_told(
    title: str, narrative: str | None, found: bool
) -> None:
    assert bool(lg.audit(report(title, narrative)).of("fewer-meetings-than-promised")) is found


def test_nine_months_do_not_break_a_promise_for_the_year() -> None:
    nine = lg.Period.nine_months(2024)
    assert not lg.audit(report("4 засідання на рік", "Проведено 2 засідання.", nine)).of(
        "fewer-meetings-than-promised"
    )


@needs_shared
def test_of_the_recommendations_of_odesa_only_the_charter_was_followed() -> None:
    reading = lg.read_council(next((SHARED / "seeds").glob("000_*.txt")))
    assert [bool(each.by) for each in lg.followed_up(reading)] == [True, False, False, False]
    assert [str(each.refs[0]) for each in lg.audit(reading).of("decision-without-follow-up")] == [
        "recommendation:2",
        "recommendation:3",
        "recommendation:4",
    ]


@needs_shared
def test_the_decision_of_kyiv_is_open_and_without_a_day() -> None:
    reading = lg.read_council(next((SHARED / "seeds").glob("003_*.txt")))
    assert [finding.kind for finding in lg.audit(reading.value)] == ["decision-without-due"]
    (still,) = lg.decisions_open(reading, on="2024-12-31")
    assert (still.due, still.overdue) == (None, None)
