"""Status of measures: delivery by words and term, funding by figures, reasons for both."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given

import localgender as lg
from localgender.model.funding import FundingPeriod
from localgender.questions.narrative import tellings
from localgender.questions.status import delivery_by_words
from localgender.strategies.model import plans, reports
from localgender.values.money import Money, thousand_uah
from localgender.values.periods import Period
from paths import report_sources

LABELLED = tomllib.loads((Path(__file__).parent / "narratives.toml").read_text("utf8"))
YEAR = Period.year(2023)


def sentences(half: str) -> list[object]:
    told = [(text, delivery) for delivery, texts in LABELLED[half].items() for text in texts]
    return [pytest.param(text, delivery, id=f"{delivery}: {text}"[:60]) for text, delivery in told]


def test_the_held_out_half_is_mostly_understood() -> None:
    told = [(delivery, text) for delivery, texts in LABELLED["held_out"].items() for text in texts]
    right = [delivery == delivery_by_words(text, YEAR) for delivery, text in told]
    assert len(right) > 75
    assert sum(right) / len(right) >= 0.9


@pytest.fixture(scope="module", params=report_sources())
def statuses(request: pytest.FixtureRequest) -> lg.Statuses:
    return lg.classify(lg.read_report(request.param).value)


@pytest.mark.parametrize(
    ("delivery", "measures"),
    [
        ("not-delivered", ["2.8", "2.9", "4.2"]),
        ("not-scheduled", ["1.4", "2.12", "3.8"]),
        ("ongoing", ["2.4", "2.6", "2.11", "3.11", "3.12"]),
    ],
)
def test_zhytomyr_measures_have_their_delivery(
    statuses: lg.Statuses, delivery: str, measures: list[str]
) -> None:
    assert [str(statuses[code].delivery) for code in measures] == [delivery] * len(measures)


def test_fifteen_zhytomyr_measures_are_unfunded(statuses: lg.Statuses) -> None:
    unfunded = statuses.of("unfunded")
    assert len(unfunded) == 15
    assert {"2.8", "2.9", "4.2"} <= set(map(str, unfunded))
    planned = [status.reasons[-1].figures["planned"] for status in unfunded.values()]
    assert sum(planned, Money(0)) == thousand_uah("171.4")


def line(planned: int | None, allocated: int | None = None, disbursed: int | None = None) -> FundingPeriod:
    stages = {"planned": planned, "allocated": allocated, "disbursed": disbursed}
    return FundingPeriod(2023, **{stage: None if n is None else Money(n) for stage, n in stages.items()})


@pytest.mark.parametrize(
    ("lines", "funding"),
    [
        ([], "unknown"),
        ([line(None, 5, 5)], "unknown"),
        ([line(0, 5, 5)], "none-planned"),
        ([line(10, 0, 0)], "unfunded"),
        ([line(10, 0)], "unknown"),
        ([line(10, None, 0)], "unknown"),
        ([line(10, 12, 12)], "over-allocated"),
        ([line(10, 12)], "over-allocated"),
        ([line(10, 8, 8)], "disbursed"),
        ([line(10, 8, 3)], "part-disbursed"),
        ([line(10, None, 3)], "part-disbursed"),
        ([line(10, 8, 0)], "allocated-unspent"),
        ([line(10, 8)], "unknown"),
        ([line(10, 0, 0), line(0, 0, 0)], "unfunded"),
        ([FundingPeriod(2023, needs="не потребує")], "none-planned"),
        ([FundingPeriod(2023, needs="в межах кошторису")], "unknown"),
    ],
)
def test_funding_is_the_first_that_applies(lines: list[FundingPeriod], funding: str) -> None:
    plan = lg.Plan(goals=[lg.Measure("1.1")])
    report = lg.Report(plan, 2023, progress=[lg.Progress("1.1", lines)])
    assert lg.classify(report)["1.1"].funding == funding


@given(reports() | plans())
def test_every_measure_of_any_value_has_a_status_with_reasons(value: lg.Report | lg.Plan) -> None:
    plan = value.plan if isinstance(value, lg.Report) else value
    statuses = lg.classify(value)
    assert list(statuses) == list(plan.by_ref)
    assert all(status.reasons for status in statuses.values())
    assert lg.classify(value) == statuses


@pytest.mark.parametrize("half", ["held_out", "tuned"])
def test_quotations_are_printed_words(half: str) -> None:
    for texts in LABELLED[half].values():
        for text in texts:
            assert all(told.quoted and told.quoted in text for told in tellings(text, YEAR))
