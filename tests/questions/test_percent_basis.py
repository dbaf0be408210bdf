"""Which base gives a printed percent."""

from __future__ import annotations

from decimal import Decimal

import pytest

from localgender.errors import UnknownRefError
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.percent_basis import explain_percent
from localgender.values.money import Money, thousand_uah
from localgender.values.percents import Percent, Ratio


def line(*amounts: str | None, step: int = 1) -> FundingPeriod:
    planned, allocated, disbursed = (None if each is None else thousand_uah(each) for each in amounts)
    return FundingPeriod(2023, planned=planned, allocated=allocated, disbursed=disbursed, step=Money(step))


def explained(percent: str, *amounts: str | None, step: int = 1) -> dict[str, str]:
    found = explain_percent(Percent(percent), line(*amounts, step=step)).explaining
    return {basis.name.value: str(basis.rounding) for basis in found}


def test_a_plan_base_and_an_allocated_base_stand_in_one_report(zhytomyr: Report) -> None:
    """2.1 and 4.4 divide by the plan, 4.1 by what was allocated."""
    by_plan = {"disbursed/planned": "printed", "allocated/planned": "printed"}
    for code, expected in (("2.1", by_plan), ("4.4", by_plan), ("4.1", {"disbursed/allocated": "whole"})):
        found = explain_percent(zhytomyr, code).explaining
        assert {basis.name.value: str(basis.rounding) for basis in found} == expected


def test_the_rounding_and_what_is_left_over_are_told(zhytomyr: Report) -> None:
    """14 of 44 is 31.8, printed as 32.0."""
    (basis,) = explain_percent(zhytomyr, "4.1").explaining
    assert basis.ratio == Ratio(thousand_uah(14), thousand_uah(44))
    assert (basis.computed, basis.residual) == (Percent("31.8"), Decimal("0.1818"))


def test_full_percent_without_money_has_no_base(zhytomyr: Report) -> None:
    """1.1 prints 100.0 beside nothing given; the share of what was allocated is undefined."""
    found = explain_percent(zhytomyr, "1.1")
    assert found.explaining == ()
    assert [(str(basis.name), basis.computed) for basis in found.defined] == [
        ("disbursed/planned", Percent("0.0")),
        ("allocated/planned", Percent("0.0")),
    ]


def test_the_total_of_zhytomyr_equals_nothing(zhytomyr: Report) -> None:
    """90.0 is none of 13.1, 26.3 and 50.0."""
    found = explain_percent(zhytomyr, "total:1")
    assert found.printed == Percent("90.0")
    assert [str(basis.computed) for basis in found.defined] == ["13.1", "26.3", "50.0"]
    assert found.explaining == ()


def test_a_percent_of_nothing_is_undefined() -> None:
    """Not zero, though 0,0 is printed."""
    found = explain_percent(Percent("0.0"), line("0", "0", "0"))
    assert (found.defined, found.explaining) == ((), ())
    assert [basis.ratio is None for basis in found.bases] == [False] * 3


def test_a_silent_stage_leaves_two_bases_undefined() -> None:
    """Silence has no ratio."""
    found = explain_percent(Percent("50.0"), line("10", None, "5"))
    assert [str(basis.name) for basis in found.defined] == ["disbursed/planned"]
    assert [basis.ratio is None for basis in found.bases] == [False, True, True]


def test_amounts_that_were_rounded_reach_further() -> None:
    """0.1 of 0.3 thousand may be anything from 14.3 to 60 percent."""
    assert explained("45.0", "0.3", None, "0.1", step=10_000) == {"disbursed/planned": "interval"}
    assert explained("61.0", "0.3", None, "0.1", step=10_000) == {}
    assert explained("45.0", "0.3", None, "0.1") == {}


def test_a_whole_that_may_have_been_nothing_has_no_upper_end() -> None:
    """Three lines of 0.0, 0.0 and 0.1 may sum to almost nothing."""
    lines = [line(planned, None, "0.1", step=10_000) for planned in ("0.0", "0.0", "0.1")]
    found = explain_percent(Percent("9000.0"), lines)
    assert [str(basis.rounding) for basis in found.explaining] == ["interval"]


def test_the_narrowest_rounding_is_told_first() -> None:
    """Printed before whole before interval."""
    assert explained("31.8", "44", None, "14", step=10_000) == {"disbursed/planned": "printed"}
    assert explained("32.0", "44", None, "14", step=10_000) == {"disbursed/planned": "whole"}
    assert explained("31.9", "44", None, "14", step=10_000) == {"disbursed/planned": "interval"}


def test_half_is_rounded_up() -> None:
    """0.5 percent prints as 1."""
    assert explained("1", "200", None, "1") == {"disbursed/planned": "printed"}


def test_more_than_the_whole_is_allowed() -> None:
    """44 of 40 is 110 percent."""
    assert explained("110.0", "40", "44", None) == {"allocated/planned": "printed"}


def test_lines_are_added_before_they_are_divided() -> None:
    """Never an average of percents."""
    found = explain_percent(Percent("40"), [line("10", None, "10"), line("40", None, "10")])
    assert [str(basis.rounding) for basis in found.explaining] == ["printed"]


def test_without_a_printed_percent_ratios_are_told_and_nothing_explains() -> None:
    """A plan prints no percent."""
    plan = Plan(goals=[Measure("1.1", funding=line("10", "5", None))])
    found = explain_percent(plan, "1.1")
    assert (found.printed, found.explaining) == (None, ())
    assert [str(basis.computed) for basis in found.defined] == ["50.0"]
    assert [basis.residual for basis in found.bases] == [None] * 3


def test_an_address_that_is_not_there_names_the_nearest(zhytomyr: Report) -> None:
    """total:3 of two totals."""
    with pytest.raises(UnknownRefError, match="the nearest is total:"):
        explain_percent(zhytomyr, "total:3")
    with pytest.raises(UnknownRefError, match=r"nothing here is called 9\.9"):
        explain_percent(zhytomyr, "9.9")


def test_the_residual_keeps_its_sign() -> None:
    """Printed less than exact is negative."""
    (basis,) = explain_percent(Percent("66.6"), line("3", None, "2", step=1000)).bases[:1]
    assert basis.residual == Decimal("-0.0667")


def of_period(period: object, planned: str | None, disbursed: str | None) -> FundingPeriod:
    amounts = {"planned": planned, "disbursed": disbursed}
    return FundingPeriod(period, **{stage: thousand_uah(each) for stage, each in amounts.items() if each})


def test_a_percent_may_be_of_the_whole_programme() -> None:
    """10 of this year's 20, of 100 planned to 2025, and 60 spent so far."""
    lines = [of_period(2023, "20", "10"), of_period("2021-2025", "100", "60")]
    report = Report(
        Plan(goals=[Measure("1.1")]), 2023, progress=[Progress("1.1", lines, stated_percent="10")]
    )
    for printed, expected in (
        ("50", "disbursed/planned"),
        ("10", "disbursed/programme"),
        ("60", "cumulative/programme"),
    ):
        (basis,) = explain_percent(printed, lines).explaining
        assert (str(basis.name), str(basis.rounding), basis.residual) == (
            expected,
            "printed",
            Decimal("0E-4"),
        )
    assert explain_percent(report, "1.1") == explain_percent("10", lines)


def test_the_plan_of_a_report_tells_what_the_programme_promises() -> None:
    """Where the report itself prints the year only."""
    promised = [of_period(year, "25", None) for year in (2022, 2023)]
    report = Report(
        Plan(goals=[Measure("1.1", funding=promised)]),
        2023,
        progress=[Progress("1.1", of_period(2023, "25", "10"), stated_percent="20")],
    )
    (basis,) = explain_percent(report, "1.1").explaining
    assert (str(basis.name), basis.ratio) == (
        "disbursed/programme",
        Ratio(thousand_uah(10), thousand_uah(50)),
    )
    assert explain_percent("20", of_period(2023, "25", "10"), programme=promised).explaining == (basis,)


def test_years_beside_each_other_are_no_programme() -> None:
    """Neither lies within the other, so they are added up."""
    lines = [of_period(2022, "20", "10"), of_period(2023, "20", "20")]
    (basis,) = explain_percent("75", lines).explaining
    assert str(basis.name) == "disbursed/planned"
    assert len(explain_percent("75", lines).bases) == 3


def test_a_percent_may_be_of_things_that_were_counted() -> None:
    """Three trainings of four, two of three to a whole percent."""
    assert [str(each.name) for each in explain_percent("75.0", count=(3, 4)).explaining] == ["done/promised"]
    (basis,) = explain_percent("67.0", line("10", None, "5"), count=(2, 3)).explaining
    assert (basis.ratio, basis.computed, str(basis.rounding)) == (None, Percent("66.7"), "whole")
    assert not explain_percent("0", count=(0, 0)).defined


@pytest.mark.parametrize("count", [(3,), (1, 2, 3), (-1, 2), (1.5, 2), (True, 2)])
def test_a_count_is_two_whole_numbers(count: tuple[int, int]) -> None:
    with pytest.raises(TypeError, match="two whole numbers"):
        explain_percent("75", count=count)
