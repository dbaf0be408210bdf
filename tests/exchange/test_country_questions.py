"""Questions of a country: the same answers on every engine as plain Python gives."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import country_answers as answers
import pyarrow as pa
import pytest
from attrs import evolve
from frame_engines import ENGINES, rows_of
from hypothesis import assume, example, given
from hypothesis import strategies as st

import localgender as lg
from localgender import frames, strategies
from localgender.errors import FrameOverflowError, MissingExtraError, NotationError
from localgender.exchange.frames import asking
from localgender.model.community import Community
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions import aggregate
from localgender.values.money import Money
from paths import SAMPLE

QUICK = ("polars", "polars lazy", "pandas", "pyarrow")
"""Engines that hold columns each in another way and answer in milliseconds."""

Country = Mapping[str, list[dict[str, Any]]]

COMMUNITIES = (
    None,
    Community("Зорянська громада"),
    Community("Зорянська громада", katottg="UA18040190000057814"),
    Community("Ланська громада", region="Житомирська область"),
)
PERIODS = (None, "2023", "2024", "2023-9m", "2024-9m", "2024-q2", "2022-2025", "2024-03-01..2024-03-05")
SOURCES: tuple[Any, ...] = ((), "state", ("community", "state"))


def amounts() -> st.SearchStrategy[Money | None]:
    return st.none() | st.sampled_from([0, 0, 1, 3, 7, 10**12]).map(Money)


def lines() -> st.SearchStrategy[list[FundingPeriod]]:
    """Lines that often lie in one year, overlap, repeat each other, or are silent."""
    line = st.builds(
        FundingPeriod,
        st.sampled_from(PERIODS),
        st.sampled_from(SOURCES),
        planned=amounts(),
        allocated=amounts(),
        disbursed=amounts(),
    )
    return st.lists(line, max_size=4)


def _report(community: Community | None, codes: list[str | None], period: Any, money: list[Any]) -> Report:
    goals = [Goal(code, measures=[Measure(code and f"{code}.1", serves="target:1.1")]) for code in codes]
    plan = Plan(community=community, goals=goals)
    told = [Progress(where, each) for (where, _, _), each in zip(plan.placed, money, strict=False)]
    return Report(plan, period, progress=told)


def _plan(community: Community | None, money: list[Any]) -> Plan:
    return Plan(community=community, goals=[Measure("1.1", funding=each) for each in money])


def near() -> st.SearchStrategy[Plan | Report]:
    """Documents of a few communities and years, so that they meet each other."""
    who, money = st.sampled_from(COMMUNITIES), st.lists(lines(), max_size=3)
    codes = st.lists(st.sampled_from([None, "1", "2"]), max_size=3)
    return st.builds(_report, who, codes, st.sampled_from(PERIODS), money) | st.builds(_plan, who, money)


def far() -> st.SearchStrategy[Plan | Report]:
    return strategies.reports() | strategies.plans() | strategies.readings()


def told(documents: list[Any]) -> Country:
    parts = [frames.records(each, document=str(number)) for number, each in enumerate(documents, start=1)]
    return {table: [row for part in parts for row in part[table]] for table in frames.TABLES}


countries = st.lists(near(), max_size=6) | st.lists(far(), max_size=3)

MONEY_BY: list[tuple[str, ...]] = [
    (), ("community",), ("region", "year"), ("document", "measure"), ("goal", "sources"), ("part", "level"),
    ("executors", "period"), ("kind", "fund"),
]  # fmt: skip
OTHER_BY: list[tuple[str, ...]] = [(), ("community",), ("region", "year"), ("kind", "katottg")]


def _money(name: str, *more: Any, by: list[tuple[str, ...]]) -> list[Any]:
    return [("observations", name, (*more, each)) for each in by]


QUESTIONS = [
    *_money("totals", "planned", by=MONEY_BY),
    *_money("totals", "disbursed", by=MONEY_BY[:3]),
    *_money("shares", "planned", by=MONEY_BY),
    *_money("execution", "disbursed", "planned", by=MONEY_BY),
    *_money("execution", "allocated", "planned", by=MONEY_BY[:2]),
    *_money("changes", "planned", by=MONEY_BY[:5]),
    *(("measures", "statuses", (each,)) for each in OTHER_BY),
    *(("targets", "coverage", (each,)) for each in OTHER_BY),
    *(("checks", "audit_rates", (each,)) for each in (*OTHER_BY, ("rule",), ("rule", "region"))),
    ("observations", "repeated", ("planned",)),
]


def ask(country: Country, engine: str, table: str, name: str, given: tuple[Any, ...]) -> list[dict[str, Any]]:
    frame = ENGINES[engine](frames.frame(table, country[table], "pyarrow"))
    return rows_of(getattr(frames, name)(frame, *given))


def check(country: Country, engine: str, table: str, name: str, given: tuple[Any, ...]) -> None:
    answer = ask(country, engine, table, name, given)
    expected = getattr(answers, name)(country[table], *given)
    assert answers.alike(answer, expected), f"{engine}: {name}{given}\n{answer}\nnot\n{expected}"


@pytest.mark.parametrize("name", sorted({name for _, name, _ in QUESTIONS}))
@given(country=countries.map(told), engine=st.sampled_from(QUICK), data=st.data())
def test_a_question_is_answered_as_plain_python_does(
    name: str, country: Country, engine: str, data: st.DataObject
) -> None:
    check(country, engine, *data.draw(st.sampled_from([each for each in QUESTIONS if each[1] == name])))


def _money_of(number: int) -> list[FundingPeriod]:
    """Lines that differ from measure to measure: some silent, some zero, some overlapping."""
    line = FundingPeriod(
        PERIODS[number % 8],
        SOURCES[number % 3],
        planned=Money(10**12 + number) if number % 5 else None,
        disbursed=Money(number * (number % 4)) if number % 3 else None,
    )
    return [line, evolve(line, period=PERIODS[number % 7])] if number % 6 == 0 else [line]


FIXED = told([
    *(
        _report(COMMUNITIES[number % 4], ["1", "1", None], PERIODS[number % 5], [
            _money_of(number), _money_of(number + 5), _money_of(3 * number),
        ])
        for number in range(20)
    ),
    *(_plan(COMMUNITIES[number % 4], [_money_of(number), _money_of(2 * number)]) for number in range(6)),
    lg.read_report(SAMPLE / "zhytomyr-report-2023.txt"),
])  # fmt: skip


SOME = list({name: (table, name, given) for table, name, given in QUESTIONS[::-1]}.values())
"""Each question once, and with groups that may be silent."""
SOME += [each for each in QUESTIONS if each[2][-1] in [("region", "year"), ("goal", "sources")]]

ASKED = [(engine, *each) for engine in ENGINES for each in (QUESTIONS if engine in QUICK[::3] else SOME)]


@pytest.mark.parametrize(("engine", "table", "name", "given"), ASKED)
def test_every_engine_answers_alike(engine: str, table: str, name: str, given: tuple[Any, ...]) -> None:
    check(FIXED, engine, table, name, given)


def test_the_fixed_country_knows_silence_zero_and_overlap() -> None:
    """So that equal answers say something."""
    by_measure = answers.totals(FIXED["observations"], "planned", ("document", "measure"))
    assert {row["kopiykas"] is None for row in by_measure} == {True, False}
    executed = answers.execution(FIXED["observations"], "disbursed", "planned", ("community",))
    assert all(sum(row[name] for row in executed) for name in ("measures", "left_out", "figures_left_out"))
    changed = answers.changes(FIXED["observations"], "planned", ("region",))
    assert {row["change"] is None for row in changed} == {True, False}


STAGE_BY = {
    "goal": "goal",
    "measure": "measure",
    "executor": "executors",
    "source": "sources",
    "year": "period",
}


@given(near() | far(), st.sampled_from(Stage), st.sampled_from(sorted(STAGE_BY)))
def test_totals_of_one_document_are_those_of_totals_by(value: Any, stage: Stage, by: str) -> None:
    """Where a stage is printed at all; a silent group has no row."""
    rows = told([value])["observations"]
    told_by = frames.totals(frames.frame("observations", rows, "polars"), stage, STAGE_BY[by])
    printed = {row[STAGE_BY[by]] for row in answers.at(rows, stage)}
    expected = {_word(key): money for key, money in lg.totals_by(value, by, stage).items()}
    assert {row[STAGE_BY[by]]: row["kopiykas"] for row in rows_of(told_by)} == {
        key: money and money.kopiykas for key, money in expected.items() if key in printed
    }


def _word(key: Any) -> str | None:
    if isinstance(key, tuple):
        joint = "; " if any(isinstance(each, str) for each in key) else "+"
        return joint.join(map(str, key))
    return None if key is None else str(key)


@given(near() | far(), st.sampled_from(Stage))
def test_the_sum_of_one_document_is_its_total(value: Any, stage: Stage) -> None:
    frame = frames.country([value], "polars")["observations"]
    (answer,) = rows_of(frames.totals(frame, stage))
    total = lg.total(value, stage)
    assert answer["kopiykas"] == (total and total.kopiykas)


@given(near() | far())
def test_execution_adds_up_the_lines_that_print_both_stages(value: Any) -> None:
    """Told over the values, for documents of which no measure repeats a period and its sources."""
    both, alone, seen = [0, 0], 0, set()
    for line in aggregate.lines(aggregate.value_of(value)):
        key = (line.ref, line.funding.period, line.funding.sources)
        assume(key not in seen)
        seen.add(key)
        stages = [line.funding.disbursed, line.funding.planned]
        if None in stages:
            alone += sum(each is not None for each in stages)
        else:
            both = [one + each.kopiykas for one, each in zip(both, stages, strict=True) if each]
    (answer,) = rows_of(frames.execution(frames.country([value], "polars")["observations"]))
    assert answer["figures_left_out"] == alone
    if answer["planned"] is not None:
        assert [answer["disbursed"], answer["planned"]] == both


def observations(engine: str, *kopiykas: int | None, **cells: Any) -> Any:
    money = [FundingPeriod(2023, planned=Money(each)) for each in kopiykas if each is not None]
    rows = told([_plan(Community("Зоря"), [money])])["observations"]
    return ENGINES[engine](frames.frame("observations", rows, "pyarrow"))


each_engine = pytest.mark.parametrize("engine", ENGINES)


@each_engine
def test_an_answer_is_a_frame_of_the_engine_that_was_asked(engine: str) -> None:
    asked = observations(engine, 5)
    assert type(frames.totals(asked, "planned", "community")) is type(asked)


@each_engine
def test_groups_come_in_their_order_with_silence_last(engine: str) -> None:
    rows = told([_plan(each, [[FundingPeriod(2023, planned=Money(5))]]) for each in COMMUNITIES])[
        "observations"
    ]
    asked = ENGINES[engine](frames.frame("observations", rows[::-1], "pyarrow"))
    assert [row["community"] for row in rows_of(frames.totals(asked, "planned", "community"))] == [
        "Зорянська громада", "Ланська громада", None,
    ]  # fmt: skip


@each_engine
def test_whole_numbers_stay_whole_beyond_53_bits(engine: str) -> None:
    """Beside silence too, where floats would come in."""
    rows = told([
        _plan(Community("Зоря"), [[FundingPeriod(2023, planned=Money(2**54)), FundingPeriod(2023, planned=Money(1))]]),
        _plan(Community("Лан"), [[FundingPeriod(each, planned=Money(1)) for each in ("2023", "2023-9m")]]),
    ])["observations"]  # fmt: skip
    asked = ENGINES[engine](frames.frame("observations", rows, "pyarrow"))
    answer = rows_of(frames.totals(asked, "planned", "community"))
    assert [row["kopiykas"] for row in answer] == [2**54 + 1, None]
    assert [type(row["kopiykas"]) for row in answer] == [int, type(None)]


@each_engine
@pytest.mark.parametrize("many", [[2**62, 2**62], [2**63 - 1, 1]])
def test_sums_that_might_not_fit_are_refused(engine: str, many: list[int]) -> None:
    """Engines would wrap them without a word."""
    plans = (_plan(None, [[FundingPeriod(2023, planned=Money(each))]]) for each in many)
    tables = [frames.country([plan], "pyarrow")["observations"] for plan in plans]
    asked = ENGINES[engine](pa.concat_tables(tables))
    with pytest.raises(FrameOverflowError, match="column kopiykas adds up to a number of 64 bits"):
        frames.totals(asked, "planned")


def test_a_country_of_large_sums_is_still_answered() -> None:
    """A tenth of what 64 bits hold."""
    asked = observations("polars", *[2**54] * 50)
    (answer,) = rows_of(frames.totals(asked, "planned"))
    assert (answer["kopiykas"], answer["figures"]) == (50 * 2**54, 50)


fitting = st.integers(-(9 * 10**14), 9 * 10**14)


EDGES = [(1, 20_000), (1, 20_001), (-1, 20_000), (0, 0), (5, 0), (9 * 10**14, 1), (-(9 * 10**14), 7)]


@given(
    st.sampled_from(list(ENGINES)), st.lists(st.tuples(fitting, fitting | st.integers(-3, 9)), max_size=20)
)
@example("polars", EDGES)
@example("pandas", EDGES)
@example("pyarrow", EDGES)
@example("duckdb", EDGES)
def test_hundredths_are_rounded_as_officials_round(engine: str, pairs: list[tuple[int, int]]) -> None:
    kinds = pa.schema([("part", pa.int64()), ("of", pa.int64())])
    table = pa.Table.from_pylist([dict(zip(("part", "of"), pair, strict=True)) for pair in pairs], kinds)
    frame = asking.opened(ENGINES[engine](table), table.column_names)
    told = rows_of(frame.select("part", "of", hundredths=asking.hundredths("part", "of")).to_native())
    assert answers.alike(
        told, ({"part": part, "of": of, "hundredths": answers.hundredths(part, of)} for part, of in pairs)
    )


def test_what_no_frame_can_answer_is_refused_with_the_nearest() -> None:
    asked = observations("polars", 5)
    with pytest.raises(NotationError, match="the nearest is region"):
        frames.totals(asked, "planned", "regions")
    with pytest.raises(NotationError, match="the nearest is planned"):
        frames.totals(asked, "plan")
    with pytest.raises(NotationError, match="expected another stage than planned"):
        frames.execution(asked, "planned", "planned")


@pytest.mark.parametrize("name", ["totals", "execution"])
def test_a_silent_country_has_one_silent_sum(name: str) -> None:
    asked = observations("polars")
    (answer,) = rows_of(getattr(frames, name)(asked, "disbursed"))
    assert {cell for cell in answer.values() if cell} == set()
    assert next(iter(answer.values())) is None


def test_nine_months_are_never_compared_with_a_year() -> None:
    lines = [FundingPeriod("2023-9m", planned=Money(3)), FundingPeriod("2024", planned=Money(5))]
    asked = frames.country([_plan(Community("Зоря"), [lines])], "polars")["observations"]
    assert all(row["change"] is None for row in rows_of(frames.changes(asked, "planned")))


def test_a_silent_stage_keeps_its_like_out_of_the_execution() -> None:
    """Of one measure the state's money is told twice, the community's only as planned."""
    state = FundingPeriod(2023, "state", planned=Money(10), disbursed=Money(4))
    own = FundingPeriod(2023, "community", planned=Money(90))
    asked = frames.country([_plan(None, [[state, own]])], "polars")["observations"]
    (answer,) = rows_of(frames.execution(asked))
    assert (answer["disbursed"], answer["planned"], answer["hundredths"]) == (4, 10, 4000)
    assert (answer["measures"], answer["left_out"], answer["figures_left_out"]) == (1, 0, 1)


def test_sums_are_refused_for_shares_before_they_are_for_totals() -> None:
    """A share is multiplied before it is divided."""
    asked = observations("polars", 2**62)
    assert rows_of(frames.totals(asked, "planned"))[0]["kopiykas"] == 2**62
    with pytest.raises(FrameOverflowError):
        frames.shares(asked, "planned", "community")
    small = observations("polars", *[10**6] * 2000)
    assert rows_of(frames.shares(small, "planned", "community"))[0]["hundredths"] == 10_000


def test_without_narwhals_a_question_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = observations("polars", 5)
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'localgender\[frame\]'"):
        frames.totals(asked, "planned")
