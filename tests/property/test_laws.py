"""The laws that others import: each is kept by the library, and each says how it was broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import localgender as lg
from localgender import laws, strategies
from localgender.documents.grid import Document, Grid, Paragraph
from localgender.model.plan import Plan
from localgender.model.report import Report
from paths import SAMPLE

READING = lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")
REPORT = READING.value
PLAN = Plan(goals=[lg.Measure("1.1", funding=lg.FundingPeriod(2024, planned=lg.uah(5)))])
OTHER = evolve(REPORT, issuer="Відділ освіти")
LESS = evolve(READING, places={}, furniture=())
TWICE = evolve(READING, unread=READING.places["1.1"])
NOWHERE = evolve(READING, places={"1.1": [lg.Place(0, 1, 0, 0, 0)]})
SILENT = evolve(READING, findings=(), unread=())


@given(strategies.reports())
def test_sums_and_json_keep_the_laws(report: Report) -> None:
    laws.round_trip(report, there=lg.dumps, back=lg.loads)
    laws.repeatable(lg.audit, report)
    laws.one_spelling(report, lg.loads(lg.dumps(report)), by=(repr, str, hash, lg.dumps))
    laws.order_free(
        lambda lines: lg.total(Plan(goals=[lg.Measure("1", funding=lines)]), "planned"), lines(report)
    )


def lines(report: Report) -> list[lg.FundingPeriod]:
    return [line for each in report.progress for line in each.funding]


def test_the_sample_keeps_the_laws() -> None:
    laws.accounts_for_every_character(READING)
    laws.reads_back(REPORT, render=lambda _: SAMPLE / "zhytomyr-report-2023.txt", read=lg.read_report)
    laws.differs_aloud(READING, REPORT)
    laws.idempotent(str.strip, " захід ")


BROKEN: dict[str, tuple[Callable[[], None], str]] = {
    "a digit is lost on the way": (
        lambda: laws.round_trip("2.10", there=float, back=str),
        "what comes back differs: '2.10' became '2.1'",
    ),
    "it is written in another way": (
        lambda: laws.round_trip(1, there=_told("a", "b"), back=lambda _: 1),
        "what is written the second time differs: 'a' became 'b'",
    ),
    "it reads as something else": (
        lambda: laws.reads_back(OTHER, render=lambda _: READING.document, read=lg.read_report),
        "the document reads as something else at .issuer: 'Відділ освіти' became \"Управління",
    ),
    "silence about a difference": (
        lambda: laws.differs_aloud(SILENT, OTHER),
        "read in silence as something else at .issuer",
    ),
    "characters are lost": (
        lambda: laws.accounts_for_every_character(LESS),
        "unaccounted for: 'Звіт' of 'Звіт', paragraph 1",
    ),
    "understood and unread": (
        lambda: laws.accounts_for_every_character(TWICE),
        "both understood and unread",
    ),
    "a place of nothing": (
        lambda: laws.accounts_for_every_character(NOWHERE),
        "nothing is printed at",
    ),
    "money is lost": (
        lambda: laws.groups_add_up(PLAN, "goal", stage="planned", groups={None: lg.uah(4)}),
        "groups by goal give uah('4'), the whole is uah('5')",
    ),
    "money is made": (
        lambda: laws.groups_add_up(Plan(), "goal", stage="planned", groups={None: lg.uah(4)}),
        "and there is no whole",
    ),
    "order matters": (
        lambda: laws.order_free(lambda each: each[0], ["2.9", "2.10"]),
        "it differs: '2.9' became '2.10'",
    ),
    "the second answer": (
        lambda: laws.repeatable(_told(1, 2), None),
        "the second answer differs: 1 became 2",
    ),
    "the value changes": (
        lambda: laws.repeatable(lambda held: held.clear(), [1]),
        "the value was changed: it differs: '[1]' became '[]'",
    ),
    "the second time": (
        lambda: laws.idempotent(lambda text: text + "!", ""),
        "once more gives something else: it differs: '!' became '!!'",
    ),
    "equal, but told apart": (
        lambda: laws.one_spelling(1, True),
        "equal values are told apart by repr: it differs: '1' became 'True'",
    ),
}


def _told(*answers: Any) -> Callable[[Any], Any]:
    several = iter(answers)
    return lambda _: next(several)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_law_says_where_and_how(name: str) -> None:
    broken, message = BROKEN[name]
    with pytest.raises(AssertionError, match=re.escape(message)):
        broken()


def test_a_grouping_must_be_one() -> None:
    laws.groups_add_up(PLAN, "goal", stage="planned")
    with pytest.raises(lg.errors.NotationError):
        laws.groups_add_up(PLAN, "goals", stage="planned")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (PLAN, PLAN, None),
        ((1, 2), (1, 3), " at [1]: 2 became 3"),
        ({"a": (1,)}, {"a": (2,)}, " at ['a'][0]: 1 became 2"),
        ((1,), (1, 2), ": (1,) became (1, 2)"),
        (None, lg.uah(0), ": None became thousand_uah('0')"),
        (PLAN, evolve(PLAN, title="Рівність"), " at .title: None became 'Рівність'"),
    ],
)
def test_a_difference_is_told_by_its_path(one: object, other: object, told: str | None) -> None:
    assert laws.difference(one, other) == told


def test_a_document_that_says_less_is_no_silent_difference() -> None:
    hurt = Document([*READING.document.blocks, Grid([["невідомо що"]]), Paragraph("і ще щось")])
    reading = lg.read_report(hurt)
    laws.accounts_for_every_character(reading)
    laws.differs_aloud(reading, OTHER)
