"""Which figures are probably wrong."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from random import Random
from types import ModuleType

import pytest
from attrs import evolve
from hypothesis import given
from test_question_laws import PLANS, reports

import localgender as lg
from localgender.model.funding import FundingPeriod, Source
from localgender.model.plan import Goal, Measure, Plan, StatedTotal
from localgender.model.report import Progress, Report
from localgender.questions.suspects import Suspect, suspects
from localgender.values.money import Money, thousand_uah
from localgender.values.percents import Percent
from paths import ROOT, SAMPLE

ROWS = ("12.8", "40.0", "7.5", "31.6")


def line(amount: str | None, *, period: object = 2023, sources: tuple[Source, ...] = ()) -> FundingPeriod:
    money = None if amount is None else thousand_uah(amount)
    return FundingPeriod(period, sources, planned=money, step=Money(10_000))


def plan(rows: tuple[str, ...] = ROWS, *totals: str) -> Plan:
    """Return two tasks of two measures each, with a total of each and of the plan."""
    measures = [Measure(f"{n // 2 + 1}.{n % 2 + 1}", funding=line(row)) for n, row in enumerate(rows)]
    goals = [Goal(1, measures=measures[:2]), Goal(2, measures=measures[2:])]
    scopes = ("goal:1", "goal:2", "plan")
    stated = [StatedTotal("Разом", scope, line(each)) for scope, each in zip(scopes, totals, strict=True)]
    return Plan(goals=goals, stated_totals=stated)


def told(found: tuple[Suspect, ...]) -> list[str]:
    return [
        " ".join([*map(str, each.refs), *(_printed(value) for value in each.values), each.slip])
        for each in found
    ]


def _printed(value: Money | Percent) -> str:
    return str(value) if isinstance(value, Percent) else f"{value.to(lg.Unit.THOUSAND_UAH)}"


def test_figures_that_agree_are_not_suspected() -> None:
    """Also when rounded figures do not add up to the digit."""
    assert suspects(plan(ROWS, "52.8", "39.1", "91.9")) == ()
    assert suspects(plan(ROWS, "52.9", "39.1", "92.0")) == ()
    assert suspects(Plan()) == ()


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (("82.8", "39.1", "91.9"), "total:1/2023/planned 52.8 digit"),
        (("25.8", "39.1", "91.9"), "total:1/2023/planned 52.8 swapped-digits"),
        (("5.28", "39.1", "91.9"), "total:1/2023/planned 52.8 comma"),
        (("52800", "39.1", "91.9"), "total:1/2023/planned 52.8 comma"),
        (("-52.8", "39.1", "91.9"), "total:1/2023/planned 52.8 sign"),
        (("5.8", "39.1", "91.9"), "total:1/2023/planned 52.8 missing-digit"),
        (("527.8", "39.1", "91.9"), "total:1/2023/planned 52.8 extra-digit"),
        (("40.0", "39.1", "91.9"), "total:1/2023/planned 52.8 missed-row"),
        (("65.6", "39.1", "91.9"), "total:1/2023/planned 52.8 doubled-row"),
        (("77.7", "39.1", "91.9"), "total:1/2023/planned 52.8 unexplained"),
        (("52.8", "39.1", "39.1"), "total:3/2023/planned 91.9 missed-row"),
    ],
)
def test_a_wrong_total_is_named_with_its_slip(totals: tuple[str, ...], expected: str) -> None:
    """No row can be wrong, for the total above agrees with all of them."""
    assert told(suspects(plan(ROWS, *totals))) == [expected]


def test_a_wrong_row_is_sought_where_both_its_totals_say() -> None:
    """Not in the task that agrees; the slip decides between its neighbours."""
    found = suspects(plan(("12.8", "90.0", "7.5", "31.6"), "52.8", "39.1", "91.9"))
    assert told(found) == ["1.2/2023/planned 40 digit"]
    found = suspects(plan(("12.8", "40.0", "7.5", "36.1"), "52.8", "39.1", "91.9"))
    assert told(found) == ["2.2/2023/planned 31.6 swapped-digits", "2.1/2023/planned 3 unexplained"]


def test_an_amount_is_not_suspected_of_being_below_zero() -> None:
    """A row of 7.5 cannot be 30 too large."""
    found = suspects(plan(("12.8", "40.0", "7.5", "61.6"), "52.8", "39.1", "91.9"))
    assert told(found) == ["2.2/2023/planned 31.6 digit"]


def test_two_figures_are_named_when_none_settles_it_alone() -> None:
    """A row of each task is wrong, and every total disagrees."""
    found = suspects(plan(("12.8", "90.0", "7.5", "31.9"), "52.8", "39.1", "91.9"))
    refs = [set(map(str, each.refs)) for each in found]
    assert {"1.2/2023/planned", "total:2/2023/planned"} not in refs
    assert refs[0] <= {"1.2/2023/planned", "2.2/2023/planned", "2.1/2023/planned"}
    assert {"1.2/2023/planned", "2.2/2023/planned"} in refs
    assert all(len(each.refs) == len(each.values) == 2 for each in found)


def test_three_wrong_rows_are_told_apart_when_the_widest_sum_is_left_aside() -> None:
    """A task each; no two figures settle the total of all."""
    goals = [
        Goal(n, measures=[Measure(f"{n}.1", funding=line(wrong)), Measure(f"{n}.2", funding=line("5.0"))])
        for n, wrong in enumerate(("90.0", "80.0", "70.0"), start=1)
    ]
    totals = [StatedTotal("Разом", f"goal:{n}", line("15.0")) for n in (1, 2, 3)]
    totals.append(StatedTotal("Всього", funding=line("45.0")))
    found = {each.refs for each in suspects(Plan(goals=goals, stated_totals=totals))}
    assert {(lg.Ref.parse(f"{n}.1/2023/planned"),) for n in (1, 2, 3)} <= found


def report(rows: list[tuple[str, str, str]], *totals: StatedTotal) -> Report:
    """Return a report of measures with what was planned, what was disbursed, and the percent."""
    progress = [
        Progress(f"1.{n}", spent(*row[:2]), stated_percent=row[2]) for n, row in enumerate(rows, start=1)
    ]
    measures = [Measure(f"1.{n}") for n, _ in enumerate(rows, start=1)]
    return Report(Plan(goals=[Goal(1, measures=measures)]), 2023, progress=progress, stated_totals=totals)


def spent(planned: str, disbursed: str) -> FundingPeriod:
    amounts = {"planned": thousand_uah(planned), "disbursed": thousand_uah(disbursed)}
    return FundingPeriod(2023, **amounts, step=Money(10_000))


RIGHT = [
    ("100.0", "50.0", "50.0"),
    ("80.0", "60.0", "75.0"),
    ("40.0", "10.0", "25.0"),
    ("70.0", "21.0", "30.0"),
]
TOTAL = StatedTotal("Всього", funding=spent("290.0", "141.0"), stated_percent="48.6")


def test_percents_confirm_the_amounts_of_their_rows() -> None:
    """Of four rows that could be 60 less, one breaks its percent too."""
    assert suspects(report(RIGHT, TOTAL)) == ()
    wrong = [RIGHT[0], ("80.0", "66.0", "75.0"), *RIGHT[2:]]
    assert told(suspects(report(wrong, TOTAL))) == ["1.2/2023/disbursed 60 digit"]


def test_contradictions_that_share_no_figure_are_told_apart() -> None:
    """What was planned and what was disbursed do not add up, each for itself."""
    total = StatedTotal("Всього", funding=spent("590.0", "114.0"))
    assert told(suspects(report(RIGHT, total))) == [
        "total:1/2023/planned 290 digit",
        "total:1/2023/disbursed 141 swapped-digits",
    ]


def test_a_wrong_percent_is_named() -> None:
    """Its amounts are confirmed by the total."""
    wrong = [RIGHT[0], ("80.0", "60.0", "25.0"), *RIGHT[2:]]
    assert told(suspects(report(wrong, TOTAL))) == ["1.2/percent 75.0 digit"]


def test_percents_of_something_else_contradict_nothing() -> None:
    """Work done may be a hundred percent in every row."""
    done = [(planned, disbursed, "100.0") for planned, disbursed, _ in RIGHT]
    assert suspects(report(done)) == ()


def test_a_percent_of_nothing_contradicts_nothing() -> None:
    """It is undefined."""
    assert suspects(report([*RIGHT, ("0.0", "0.0", "100.0")])) == ()


def test_a_row_and_its_percent_may_both_be_wrong() -> None:
    """The percent was made from the wrong amount, so the totals stand against both."""
    wrong = [RIGHT[0], ("80.0", "20.0", "25.0"), *RIGHT[2:]]
    found = suspects(report(wrong, TOTAL))
    assert "1.2/2023/disbursed 1.2/percent 60 75.0 digit" in told(found)
    assert {len(each.refs) for each in found} == {2}


def test_a_column_that_slipped_is_recognised() -> None:
    """What was disbursed stands among what was planned."""
    wrong = [("50.0", "50.0", "50.0"), *RIGHT[1:]]
    assert told(suspects(report(wrong, TOTAL)))[0] == "1.1/2023/planned 100 unexplained"
    rows = [
        Measure(
            "1.1", funding=FundingPeriod(2023, planned=thousand_uah("51.7"), allocated=thousand_uah("34.9"))
        ),
        Measure("1.2", funding=line("20.0")),
    ]
    total = StatedTotal("Всього", funding=line("54.9"))
    assert "1.1/2023/planned 34.9 shifted-column" in told(suspects(Plan(goals=rows, stated_totals=[total])))


def test_the_column_of_all_years_is_tied_to_the_years() -> None:
    """A total of 2021 to 2023 that the totals of its years and its rows gainsay."""
    years = (2021, 2022, 2023)
    rows = [
        Measure(f"1.{n}", funding=[line(str(n * 10 + year % 10), period=year) for year in years])
        for n in (1, 2)
    ]

    def stated(*amounts: str) -> Plan:
        periods = (*years, "2021-2023")
        totals = [
            StatedTotal("Всього", funding=line(each, period=when))
            for each, when in zip(amounts, periods, strict=True)
        ]
        return Plan(goals=rows, stated_totals=totals)

    assert suspects(stated("32", "34", "36", "102")) == ()
    assert told(suspects(stated("32", "34", "36", "702"))) == ["total:4/2021-2023/planned 102 digit"]
    assert told(suspects(stated("32", "84", "36", "102"))) == ["total:2/2022/planned 34 digit"]


def test_totals_by_source_are_tied_to_the_total_of_all() -> None:
    """Rows that name no source agree with the sum of both."""
    general, special = Source("community", "general"), Source("community", "special")
    rows = [Measure(f"1.{n}", funding=line("30.0")) for n in (1, 2)]

    def stated(whole: str, one: str, other: str) -> Plan:
        lines = [line(whole), line(one, sources=(general,)), line(other, sources=(special,))]
        return Plan(goals=rows, stated_totals=[StatedTotal("Всього", funding=each) for each in lines])

    assert suspects(stated("60", "45", "15")) == ()
    assert told(suspects(stated("90", "45", "15"))) == ["total:1/2023/planned 60 digit"]
    assert told(suspects(stated("60", "48", "15"))) == [
        "total:2/2023/planned 45 digit",
        "total:3/2023/planned 12 digit",
    ]


def test_zhytomyr_has_two_percents_that_nothing_gives(zhytomyr: Report) -> None:
    """1.1 prints 100.0 though nothing was spent, and the total 90.0 of 30 in 228.3."""
    assert told(suspects(zhytomyr)) == ["1.1/percent 0.0 unexplained", "total:1/percent 13.1 unexplained"]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """Return the benchmark that is printed by one command."""
    spec = spec_from_file_location("benchmark_of_suspects", ROOT / "benchmarks" / "suspects.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_changed_digit_is_always_among_the_suspects(benchmark: ModuleType) -> None:
    """Of those that contradict another figure; a right report is not accused."""
    for shape in benchmark.SHAPES:
        score = benchmark.measure(shape, 60, seed=2023)
        assert score.accused == 0
        assert score.listed == score.seen > 30


def test_what_a_suspect_asks_for_settles_the_contradiction(benchmark: ModuleType) -> None:
    """Each of the candidates, not only the true one."""
    random = Random(5)
    clean = benchmark.report(random, benchmark.SHAPES[0])
    for _ in range(25):
        wrong, _where = benchmark.corrupted(random, clean)
        for each in suspects(wrong):
            assert suspects(benchmark.changed(wrong, each.refs[0], each.values[0])) == ()


def test_two_changed_digits_are_settled_by_every_pair(benchmark: ModuleType) -> None:
    """Where one contradiction needs two figures."""
    random = Random(11)
    clean = benchmark.report(random, benchmark.SHAPES[0])
    settled = 0
    for _ in range(40):
        once, _where = benchmark.corrupted(random, clean)
        twice, _where = benchmark.corrupted(random, once)
        found = suspects(twice)
        if {len(each.refs) for each in found} == {2}:
            for each in found[:10]:
                mended = benchmark.changed(twice, each.refs[0], each.values[0])
                assert suspects(benchmark.changed(mended, each.refs[1], each.values[1])) == ()
                settled += 1
    assert settled > 5


@given(PLANS | reports())
def test_suspects_are_told_of_every_value(value: Plan | Report) -> None:
    """However its periods, sources and scopes cross; each has an address and a figure for it."""
    for each in suspects(value):
        assert 1 <= len(each.refs) == len(each.values) <= 2
        for where, figure in zip(each.refs, each.values, strict=True):
            assert isinstance(figure, Percent) == (where.part == "percent")


@given(reports())
def test_equal_reports_have_equal_suspects(report: Report) -> None:
    """Whatever the order in which progress is told, and however a scope is spelled."""
    respelled = Report(
        Plan(goals=list(report.plan.goals)),
        report.period,
        progress=[evolve(each, measure=str(each.measure)) for each in reversed(report.progress)],
        stated_totals=[evolve(each, scope=str(each.scope)) for each in report.stated_totals],
    )
    assert suspects(respelled) == suspects(report)


def test_other_contradictions_of_a_figure_do_not_hide_the_wrong_one() -> None:
    """A total whose percent was never right, and a row with another, still lead to the digit that is wrong."""
    text = (SAMPLE / "zhytomyr-report-2023.txt").read_text("utf8")
    old, new = ("\t12,0\t", "\t62,0\t")
    lines = text.split("\n")
    (row,) = [each for each, printed in enumerate(lines) if printed.lstrip().startswith("2.3.")]
    assert old in lines[row]
    lines[row] = lines[row].replace(old, new, 1)
    reading = lg.read_report("\n".join(lines).encode())
    found = [(tuple(map(str, each.refs)), str(each.slip)) for each in lg.suspects(reading)]
    assert (("2.3/2023/planned",), "digit") in found[:2]
    assert len(found) == len(set(lg.suspects(reading)))


def test_totals_of_tables_are_tied_to_their_own_rows() -> None:
    """Nothing is wrong with «Всього» under each of two tables."""
    goals = [Goal(n, measures=Measure(f"{n}.1", funding=line(row))) for n, row in enumerate(ROWS[:2], 1)]
    totals = [StatedTotal("Разом", f"goal:{n}", line(row)) for n, row in enumerate(ROWS[:2], 1)]
    totals += [StatedTotal("Всього", funding=line(row)) for row in ROWS[:2]]
    assert suspects(Plan(goals=goals, stated_totals=totals)) == ()


def test_a_zero_of_nothing_speaks_for_no_base() -> None:
    """Two rows that got nothing print zeros; the others are percents of what was allocated."""
    lines = [(5, 0, 0), (7, 0, 0), (10, 8, 4), (10, 5, 4)]
    money = [
        FundingPeriod(2023, planned=Money(a), allocated=Money(b), disbursed=Money(c)) for a, b, c in lines
    ]
    percents = ("0", "0", "50", "80")
    progress = [
        Progress(f"1.{n}", each, stated_percent=percent)
        for n, (each, percent) in enumerate(zip(money, percents, strict=True), 1)
    ]
    report = Report(Plan(goals=[Measure(f"1.{n}") for n in (1, 2, 3, 4)]), 2023, progress=progress)
    wrong = evolve(progress[2], stated_percent=Percent("90"))
    assert suspects(report) == ()
    assert "1.3/percent 50 digit" in told(
        suspects(evolve(report, progress=[*progress[:2], wrong, progress[3]]))
    )


def test_a_percent_of_one_source_contradicts_nothing() -> None:
    own = FundingPeriod(2023, "community", planned=Money(1230), disbursed=Money(1230))
    others = FundingPeriod(2023, "other", planned=Money(0), disbursed=Money(500))
    plain = Progress("1.2", own, stated_percent="100"), Progress("1.3", own, stated_percent="100")
    plan = Plan(goals=[Measure("1.1"), Measure("1.2"), Measure("1.3")])

    def named(percent: str) -> bool:
        mixed = Progress("1.1", [own, others], stated_percent=percent)
        return bool(suspects(Report(plan, 2023, progress=[mixed, *plain])))

    assert not named("100")
    assert named("120")
