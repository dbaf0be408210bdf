"""The report of Zhytomyr for 2023, typed by hand: 37 measures, step one tenth of a thousand hryvnias."""

from __future__ import annotations

import pytest

from localgender.model.funding import FundingPeriod, Source
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.values.money import Money, thousand_uah
from localgender.values.percents import Percent
from localgender.values.terms import years

SIZES = {1: 7, 2: 12, 3: 12, 4: 6}
PLANNED = {
    "1.1": "2.4",
    "1.2": "12.0",
    "1.5": "6.0",
    "1.7": "9.0",
    "2.1": "10.5",
    "2.3": "12.0",
    "2.7": "7.0",
    "2.8": "18.0",
    "2.9": "27.0",
    "3.1": "17.0",
    "3.2": "16.0",
    "3.3": "3.0",
    "3.6": "12.0",
    "3.7": "17.0",
    "4.1": "40.0",
    "4.2": "5.0",
    "4.3": "8.0",
    "4.4": "6.4",
}
GIVEN = {"2.1": ("10.0", "10.0"), "4.1": ("44.0", "14.0"), "4.4": ("6.0", "6.0")}
PERCENTS = {"1.1": "100.0", "2.1": "95.2", "4.1": "32.0", "4.4": "93.8"}
TERMS = {"2.8": years(2021) | years(2023), "3.8": years(2022) | years(2024)}

UNPAID, GOES_ON = "Не фінансується у 2023 році", "Зустрічі проводяться на постійній основі."
NARRATIVES = {"2.8": UNPAID, "2.9": UNPAID, "3.2": GOES_ON, "3.3": GOES_ON, "4.2": UNPAID}
NARRATIVES["3.8"] = "У 2023 році не заплановано"


def printed(
    planned: str, allocated: str, disbursed: str, *, sources: tuple[Source, ...] = ()
) -> FundingPeriod:
    """Return a line of the report, in thousands of hryvnias with one digit."""
    amounts = dict(zip(("planned", "allocated", "disbursed"), (planned, allocated, disbursed), strict=True))
    money = {stage: thousand_uah(amount) for stage, amount in amounts.items()}
    return FundingPeriod(2023, sources, **money, step=Money(10_000))


def _measure(code: str) -> Measure:
    return Measure(code, f"Захід {code}", TERMS.get(code, years(2020, 2025)), "Управління у справах сім'ї")


def _progress(code: str) -> Progress:
    line = printed(PLANNED.get(code, "0.0"), *GIVEN.get(code, ("0.0", "0.0")))
    percent = Percent(PERCENTS.get(code, "0.0"))
    return Progress(code, line, stated_percent=percent, narrative=NARRATIVES.get(code, "Проведено."))


@pytest.fixture(scope="session")
def zhytomyr() -> Report:
    """Return the report with both its totals by source, the second of which is silent."""
    goals = [
        Goal(
            str(goal),
            title=f"Завдання {goal}",
            measures=[_measure(f"{goal}.{n}") for n in range(1, size + 1)],
        )
        for goal, size in SIZES.items()
    ]
    plan = Plan("Територія рівних можливостей", term=years(2020, 2025), goals=goals)
    general = printed("228.3", "60.0", "30.0", sources=(Source(fund="general"),))
    silent = FundingPeriod(2023, [Source(fund="special"), Source("other")], step=Money(10_000))
    return Report(
        plan,
        2023,
        progress=[_progress(f"{goal}.{n}") for goal, size in SIZES.items() for n in range(1, size + 1)],
        stated_totals=[
            StatedTotal("з загального фонду", funding=general, stated_percent=Percent("90.0")),
            StatedTotal("з спеціального фонду та інших джерел", funding=silent),
        ],
    )
