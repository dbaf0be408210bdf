"""Invented countries: what is known of them beforehand is what the library answers about their values."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

import localgender as lg
from localgender import strategies
from localgender.strategies.invented import Country, known, plans, reports
from localgender.strategies.invented.papers import papers
from localgender.strategies.invented.shape import katottg_of, mixed, name_of

few = settings(max_examples=25)


@given(strategies.countries())
@few
def test_a_country_is_the_same_each_time(country: Country) -> None:
    assert list(reports(country)) == list(reports(country))


@given(strategies.countries())
@few
def test_totals_are_known_beforehand(country: Country) -> None:
    """Within one part of one year nothing is added twice, so that every group has a total."""
    answered: Counter[tuple[Any, ...]] = Counter()
    for report in reports(country):
        for stage in lg.Stage:
            for period, money in lg.totals_by(report, "year", stage).items():
                if money is not None:
                    answered[(*_whose(report), *_when(period)), str(stage)] += money.kopiykas
    assert known(country, ["region", "community", "katottg", "year", "part"]).totals == answered


def _whose(report: lg.Report) -> tuple[str | None, ...]:
    community = report.plan.community
    return (community.region, community.name, community.katottg) if community else (None, None, None)


def _when(period: lg.Period | None) -> tuple[int | None, str | None]:
    if period is None:
        return None, None
    return period.first.year, "year" if period == lg.Period.year(period.first.year) else "9m"


@given(strategies.countries())
@few
def test_totals_of_all_reports_are_known_beforehand(country: Country) -> None:
    told = known(country, []).totals
    for stage in lg.Stage:
        sums = [lg.totals_by(report, "measure", stage).values() for report in reports(country)]
        stated = [each.kopiykas for every in sums for each in every if each is not None]
        mixes = any(lg.total(report, stage) is None and _states(report, stage) for report in reports(country))
        assert told.get(((), stage)) == (None if mixes or not stated else sum(stated))


def _states(report: lg.Report, stage: lg.Stage) -> bool:
    return any(row.stage == stage and not row.stated_total for row in lg.observations(report))


@given(strategies.countries())
@few
def test_statuses_are_known_beforehand(country: Country) -> None:
    counted: Counter[tuple[Any, ...]] = Counter()
    for report in reports(country):
        for status in lg.classify(report).values():
            counted[(), str(status.delivery), str(status.funding)] += 1
    assert known(country, []).statuses == counted


@given(strategies.countries(dirty=True))
@few
def test_wrong_totals_are_known_beforehand(country: Country) -> None:
    found = [report for report in reports(country) if lg.audit(report).of("stated-total-differs")]
    assert len(found) == known(country).misprinted


def test_no_total_is_wrong_where_nobody_has_odd_habits() -> None:
    country = Country(communities=9, years=2, measures=9)
    assert [lg.audit(report).of("stated-total-differs") for report in reports(country)] == [
        lg.Findings()
    ] * 24
    assert known(country).misprinted == 0


@given(strategies.countries())
@few
def test_plans_promise_what_reports_of_a_year_repeat(country: Country) -> None:
    promised = [lg.totals_by(plan, "measure", "planned") for plan in plans(country)]
    sums = sum(money.kopiykas for each in promised for money in each.values() if money is not None)
    yearly = [
        row.kopiykas
        for paper, report in zip(papers(country), reports(country), strict=True)
        for row in lg.observations(report)
        if paper.part == "year" and row.stage == "planned" and not row.stated_total
        if row.period in {None, report.period}
    ]
    assert sums == sum(yearly)


@given(strategies.countries(dirty=False))
@few
def test_a_larger_country_begins_with_the_smaller_one(country: Country) -> None:
    larger = Country(country.communities + 1, country.years, country.measures, country.seed)
    assert list(reports(larger))[: len(list(papers(country)))] == list(reports(country))


def test_communities_are_told_apart_and_no_real_oblast_has_their_codes() -> None:
    numbers = range(4_000)
    assert len({name_of(each) for each in numbers}) == 4_000
    assert len({katottg_of(each) for each in numbers}) == 4_000
    assert {katottg_of(each)[2] for each in numbers} == {"9"}
    assert {len(katottg_of(each)) for each in numbers} == {19}


def test_every_habit_and_outcome_occurs() -> None:
    country = Country(communities=40, years=2, measures=12, dirty=True)
    assert len({country.habit(each) for each in range(40)}) == 6
    assert len({country.outcome_number(each) for each in range(200)}) == 12


def test_numbers_mix_within_64_bits() -> None:
    most = 2**31 - 2
    assert all(0 <= mixed(number, seed, 2) <= most for number in (0, most, 2**46) for seed in (-5, 0, 10**30))
    assert most * most + most < 2**63


@pytest.mark.parametrize("wrong", [{"communities": -1}, {"years": 0}, {"measures": 5_000}, {"seed": "1"}])
def test_a_country_of_no_possible_size_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Country(**wrong)
