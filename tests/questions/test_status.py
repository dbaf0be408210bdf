"""Status of measures: delivery by words and term, funding by figures, reasons for both."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.model.funding import FundingPeriod
from localgender.questions.status import delivery_by_words
from localgender.questions.status.narrative import tellings
from localgender.strategies.model import plans, reports
from localgender.values.money import Money, thousand_uah
from localgender.values.periods import Period
from paths import SAMPLE, report_sources

LABELLED = tomllib.loads((Path(__file__).parent / "narratives.toml").read_text("utf8"))
YEAR = Period.year(2023)


def sentences(half: str) -> list[object]:
    told = [(text, delivery) for delivery, texts in LABELLED[half].items() for text in texts]
    return [pytest.param(text, delivery, id=f"{delivery}: {text}"[:60]) for text, delivery in told]


def test_the_held_out_half_is_mostly_understood() -> None:
    told = [(delivery, text) for delivery, texts in LABELLED["held_out"].items() for text in texts]
    right = [delivery == delivery_by_words(text, YEAR) for delivery, text in told]
    assert len(right) >= 150
    assert sum(right) / len(right) >= 0.93


@pytest.mark.parametrize("source", ["zhytomyr-report-2023.txt", "zhytomyr-plan-1325.txt"])
def test_what_a_measure_is_called_is_no_deed(source: str) -> None:
    value = lg.read(SAMPLE / source).value
    plan = value.plan if isinstance(value, lg.Report) else value
    assert plan.measures
    for measure in plan.measures:
        assert delivery_by_words(measure.title, YEAR) == "unknown", measure.title


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
        ([line(10, 8, 8), line(5)], "unknown"),
        ([line(10), line(0, 0, 0)], "unknown"),
        ([line(10, 0, 0), line(None)], "unfunded"),
        ([line(-10, 0, 0)], "unknown"),
        (
            [FundingPeriod(2023, planned=Money(40), allocated=Money(44), disbursed=Money(0), step=Money(10))],
            "allocated-unspent",
        ),
        ([line(10, 0, 0), FundingPeriod("2023-9m", planned=Money(5))], "unfunded"),
        ([line(None, 5, 5)], "unknown"),
        ([line(0, 5, 5)], "none-planned"),
        ([line(10, 0, 0)], "unfunded"),
        ([line(10, 0)], "unknown"),
        ([line(10, None, 0)], "unfunded"),
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


def told(narrative: str | None, term: str | None = "2023", *lines: FundingPeriod, **policy: str) -> lg.Status:
    plan = lg.Plan(term="2020-2025", goals=[lg.Measure("1.1", term=term)])
    report = lg.Report(plan, 2023, progress=[lg.Progress("1.1", lines, narrative=narrative)])
    return lg.classify(report, policy=lg.Policy(**policy))["1.1"]


@pytest.mark.parametrize(
    ("narrative", "term", "delivery", "rules"),
    [
        ("Захід не проводився.", "2023", "not-delivered", ["not-done"]),
        ("Захід не проводився.", "2022, 2024", "not-scheduled", ["not-done", "not-due"]),
        ("Захід проведено.", "2022, 2024", "delivered", ["done"]),
        (None, "2022, 2024", "not-scheduled", ["not-due"]),
        ("–", "2022, 2024", "not-scheduled", ["not-due"]),
        ("Див. додаток.", "2022, 2024", "unknown", ["words-unclear"]),
        (None, "2023", "unknown", ["no-words"]),
        (None, None, "unknown", ["no-words"]),
    ],
)
def test_words_decide_and_the_term_where_they_do_not(
    narrative: str | None, term: str | None, delivery: str, rules: list[str]
) -> None:
    status = told(narrative, term)
    assert status.delivery == delivery
    assert [reason.rule for reason in status.reasons[:-1]] == rules


def test_money_that_was_given_speaks_against_not_scheduled() -> None:
    assert told(None, "2022", line(10, 8, 8)).delivery == "unknown"


def test_work_told_beside_zero_money_is_delivered_and_unfunded() -> None:
    status = told("Проведено круглий стіл.", "2023", line(10, 0, 0))
    assert (status.delivery, status.funding) == ("delivered", "unfunded")


def test_words_say_unfunded_only_where_figures_are_silent() -> None:
    silent, given = (
        told("Захід не фінансувався.", "2023", line(10)),
        told("Не фінансувався.", "2023", line(10, 5, 5)),
    )
    assert (silent.funding, silent.reasons[-1].quoted) == ("unfunded", "не фінансувався")
    assert (given.funding, given.reasons[-1].quoted) == ("disbursed", None)


def test_what_was_put_off_is_for_the_policy_to_say() -> None:
    assert told("Перенесено на 2024 рік.").delivery == "not-delivered"
    assert told("Перенесено на 2024 рік.", postponed="not-scheduled").delivery == "not-scheduled"
    with pytest.raises(ValueError, match="postponed"):
        lg.Policy(postponed="later")


def test_years_are_told_beside_the_period_and_not_without_one() -> None:
    narrative = "Форум відбудеться у 2024 році."
    deliveries = [delivery_by_words(narrative, period) for period in (YEAR, Period.year(2024), None)]
    assert deliveries == ["not-scheduled", "not-delivered", "unknown"]


def test_months_are_told_beside_nine_months() -> None:
    narrative = "Тренінг буде проведено у листопаді 2023 року."
    assert delivery_by_words(narrative, Period.nine_months(2023)) == "not-scheduled"
    assert delivery_by_words(narrative, YEAR) == "not-delivered"


def test_measures_the_report_passes_over_have_a_status_too() -> None:
    report = lg.Report(
        lg.Plan(goals=[lg.Measure("1.1"), lg.Measure("1.2")]), 2023, progress=[lg.Progress("1.2")]
    )
    assert [str(where) for where in lg.classify(report)] == ["1.1", "1.2"]


def test_a_plan_tells_money_but_no_delivery() -> None:
    plan = lg.Plan(goals=[lg.Measure("1.1", funding=line(0)), lg.Measure("1.2", funding=line(10))])
    statuses = lg.classify(plan)
    assert [(str(each.delivery), str(each.funding)) for each in statuses.values()] == [
        ("unknown", "none-planned"),
        ("unknown", "unknown"),
    ]


def test_only_plans_and_reports_have_statuses() -> None:
    with pytest.raises(TypeError, match="expected a Plan"):
        lg.classify("1.1")  # type: ignore[arg-type]


PIECES = st.sampled_from(
    [
        "не",
        "буде",
        "проведено",
        "Заплановано",
        "у 2024 році",
        "у 2021 році",
        "кошти",
        ",",
        ".",
        "та",
        "«",
        '"',
        "18.12.2019",
        "99.99.2023",
        "2025-2020",
        "50 %",
        "що",
        "постійно",
        "фінансування",
        "термін",
        "створена",
        "п.",
        "р.",
        "\n",
        "ІV кварталі 2023",
    ]
)
NARRATIVES = st.none() | st.text(max_size=80) | st.lists(PIECES, max_size=12).map(" ".join)


@st.composite
def told_reports(draw: st.DrawFn) -> lg.Report:
    report = draw(reports())
    return evolve(report, progress=[evolve(each, narrative=draw(NARRATIVES)) for each in report.progress])


@given(told_reports() | plans())
def test_every_measure_of_any_value_has_a_status_with_reasons(value: lg.Report | lg.Plan) -> None:
    plan = value.plan if isinstance(value, lg.Report) else value
    statuses = lg.classify(value)
    assert list(statuses) == list(plan.by_ref)
    assert all(status.reasons for status in statuses.values())
    for where, status in statuses.items():
        for quoted in filter(None, (reason.quoted for reason in status.reasons)):
            assert quoted in (value.progress_of(where).narrative or "")


@given(told_reports())
def test_the_order_of_progress_and_of_money_changes_no_status(report: lg.Report) -> None:
    progress = [evolve(each, funding=each.funding[::-1]) for each in reversed(report.progress)]
    one, other = lg.classify(report), lg.classify(evolve(report, progress=progress))
    assert [(each.delivery, each.funding) for each in one.values()] == [
        (each.delivery, each.funding) for each in other.values()
    ]


@pytest.mark.parametrize("half", ["held_out", "tuned"])
def test_quotations_are_printed_words(half: str) -> None:
    for texts in LABELLED[half].values():
        for text in texts:
            assert all(told.quoted and told.quoted in text for told in tellings(text, YEAR))
