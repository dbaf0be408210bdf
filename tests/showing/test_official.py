"""Official tables: what is handed in reads back as what it was made of."""

from __future__ import annotations

import datetime
import io
import re
from functools import cache
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender import notation
from paths import SAMPLE

FORMATS = ("tsv", "html", "xlsx", "docx")
every_format = pytest.mark.parametrize("written_as", FORMATS)


def read_back(value: lg.Plan | lg.Report, written_as: str) -> lg.Reading[Any]:
    written = lg.render(lg.tabulate.official(value), written_as)
    data = written.encode() if isinstance(written, str) else written
    return lg.read_report(data) if isinstance(value, lg.Report) else lg.read_plan(data)


@cache
def report() -> lg.Report:
    return lg.read_report(SAMPLE / "zhytomyr-report-2023.txt").value


@cache
def plan() -> lg.Plan:
    return lg.read_plan(SAMPLE / "zhytomyr-plan-1325.txt").value


def in_full(value: Any) -> Any:
    """The value with every executor printed by its complete name."""
    if isinstance(value, lg.Involvement):
        return attrs.evolve(value, printed=value.executor.name)
    if isinstance(value, tuple):
        return tuple(map(in_full, value))
    if isinstance(value, lg.Report | lg.Plan | lg.Goal | lg.Measure):
        fields = [each.name for each in attrs.fields(type(value)) if each.init]
        return attrs.evolve(value, **{name: in_full(getattr(value, name)) for name in fields})
    return value


@every_format
def test_sample_report_reads_back(written_as: str) -> None:
    """Two measures share the head of their executors' names, which are handed in complete; all else is equal."""
    reading = read_back(report(), written_as)
    assert in_full(reading.value) == in_full(report())
    assert reading.value.progress == report().progress
    differing = [
        str(old.code)
        for old, new in zip(report().plan.measures, reading.value.plan.measures, strict=True)
        if old != new
    ]
    assert differing == ["4.3", "4.4"]
    assert not reading.unread
    assert read_back(reading.value, written_as).value == reading.value


@every_format
def test_sample_plan_reads_back(written_as: str) -> None:
    reading = read_back(plan(), written_as)
    assert reading.value == plan()
    assert not reading.unread


def test_columns_stand_in_the_official_order() -> None:
    names = [heading.name for heading in lg.tabulate.official(report()).headings]
    assert names == [
        "№ з/п",
        "Завдання",
        "Зміст заходів",
        "Термін виконання",
        "Виконавці",
        "Обсяг фінансування (план)",
        "Обсяг фінансування (факт)",
        "Фактично профінансовано",
        "Відсоток виконання, %",
        "Інформація про виконання",
    ]


def test_title_says_whose_it_is_and_for_when() -> None:
    lines = str(lg.tabulate.official(report()).title).split("\n")
    assert lines[0].startswith("Звіт про виконання програми «Житомирська")
    assert lines[1:] == [
        "за 2023 рік",
        "Управління у справах сім'ї, молоді та спорту Житомирської міської ради",
        "Затверджено: рішення міської ради від 18.12.2019 № 1688",
        "Термін реалізації: 2020-2025",
    ]


def test_claimed_total_is_live_only_where_it_is_right() -> None:
    """The report claims 60 thousand given and 30 spent; its rows give 60 and 30 or the claim stays a number."""
    book = openpyxl.load_workbook(io.BytesIO(lg.render(lg.tabulate.official(report()), "xlsx")))
    claimed = next(row for row in book.active.iter_rows() if str(row[2].value).startswith("з загального"))
    for stage, cell in zip(lg.Stage, claimed[5:8], strict=True):
        rows, total = lg.total(report(), stage), report().stated_totals[0].funding[0].at(stage)
        assert str(cell.value).startswith("=SUM(") is (rows == total)


def test_goal_is_one_cell_beside_its_measures() -> None:
    page = lg.render(lg.tabulate.official(report()), "html")
    assert re.findall(r'rowspan="(\d+)"', page) == ["7", "7", "12", "12", "12", "12", "6", "6"]


def test_community_that_the_title_does_not_name_stands_in_it() -> None:
    made = attrs.evolve(
        report(),
        issuer=None,
        plan=attrs.evolve(
            report().plan, title="Рівні можливості", community="Зарічна селищна територіальна громада"
        ),
    )
    found = read_back(made, "tsv").value
    assert found.plan.title == "Рівні можливості"
    assert found.plan.community == lg.Community("Зарічна селищна територіальна громада", "settlement")


# Words of which any few make a title that is nothing else.
WORDS = (
    "Тренінг",
    "Опитування мешканок",
    "круглий стіл",
    "рівність",
    "для жінок і чоловіків",
    "аудит безпеки",
)
# What another program might calculate or obey.
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=y>',
    '=HYPERLINK("http://x")',
    "+1+1",
    "@SUM(A1)",
    "_x0041_",
    "]]>",
    "«лапки»; коми, | риски",
    "50 % мешканок",
)
PROSE = st.builds(
    lambda first, others: " ".join([first, *others]),
    st.sampled_from(WORDS).map(str.capitalize),
    st.lists(st.sampled_from(WORDS + NASTY), max_size=2),
)
AIMS = ("Розвивати", "Посилити", "Підтримати")
NARRATIVES = st.builds("Проведено {} для {} осіб.".format, PROSE, st.integers(2, 99))
BODIES = st.lists(
    st.sampled_from(
        ["Відділ освіти міської ради", "Управління культури міської ради", "Громадські організації"]
    ),
    max_size=2,
    unique=True,
)  # fmt: skip
YEARS = st.integers(2020, 2030)
# A tenth of a thousand hryvnias, as tables print; hryvnias; kopiykas.
STEPS = st.sampled_from([10_000, 100, 1])
SOURCES = st.sampled_from(["state", "oblast", "community", "other"])


def involved(names: list[str], consents: list[bool]) -> list[lg.Involvement]:
    """Executors as reading knows them."""
    named = [notation.executors(name).groups[0][0] for name in names]
    return [
        lg.Involvement(lg.Executor(each.name, each.kind), consent, name)
        for each, consent, name in zip(named, consents, names, strict=False)
    ]


@st.composite
def terms(draw: st.DrawFn) -> lg.Term:
    """Terms of one span, which a plan too may have."""
    first = draw(YEARS)
    return lg.years(first, draw(st.integers(first, 2031)))


@st.composite
def wide_terms(draw: st.DrawFn) -> lg.Term:
    """Terms of several spans, yearly ones, deadlines, and words that give no days."""
    spans = draw(terms()) | draw(terms())
    until = draw(st.dates(datetime.date(2024, 1, 1), datetime.date(2030, 12, 31)))
    return draw(
        st.sampled_from(
            [
                spans,
                attrs.evolve(spans, recurrence="yearly"),
                lg.Term(recurrence="continuous"),
                lg.Term(deadlines=[until]),
                lg.Term(conditions=["після затвердження програми"]),
            ]
        )
    )


@st.composite
def money(draw: st.DrawFn, period: lg.Period, step: int, stages: list[str]) -> list[lg.FundingPeriod]:
    """Lines of one period with every stage stated or silent, of no source or of several, one below the other."""
    sources = draw(st.just([None]) | st.lists(SOURCES, min_size=1, max_size=3, unique=True))
    amounts = st.integers(0, 10**6).map(lambda each: lg.Money(each * step))
    lines = []
    for source in draw(st.just([]) | st.just(sources)):
        stated = {stage: draw(st.none() | amounts) for stage in stages}
        if not any(stated.values()):
            # A line that is silent throughout tells no digit to which it is printed.
            stated["planned"] = draw(amounts)
        lines.append(lg.FundingPeriod(period, [source] if source else [], **stated, step=lg.Money(step)))
    return lines


@st.composite
def goals(draw: st.DrawFn, period: lg.Period | None = None, step: int = 1) -> list[lg.Goal]:
    """Tasks with numbered measures, which carry planned money when a period is given."""
    made = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        measures = [
            lg.Measure(
                f"{number}.{nth}",
                draw(PROSE),
                draw(st.none() | terms() | wide_terms()),
                involved(draw(BODIES), draw(st.lists(st.booleans(), min_size=2, max_size=2))),
                draw(money(period, step, ["planned"])) if period else (),
                draw(st.just([]) | PROSE.map(lambda text: [text])),
            )
            for nth in range(1, draw(st.integers(1, 3)) + 1)
        ]
        made.append(lg.Goal(number, "task", f"{AIMS[number - 1]} {draw(PROSE).lower()}", measures=measures))
    return made


@st.composite
def reports(draw: st.DrawFn) -> lg.Report:
    """Reports that an official table can express."""
    made = lg.Plan(
        draw(PROSE),
        community=lg.Community("Зарічна селищна територіальна громада", "settlement"),
        term=draw(terms()),
        acts=draw(st.just([]) | st.just([lg.LegalAct("рішення", "7", "2021-03-02", "селищна рада")])),
        goals=draw(goals()),
    )
    period = draw(YEARS.map(lg.Period.year) | YEARS.map(lg.Period.nine_months))
    step, decimals = draw(STEPS), draw(st.integers(0, 2))
    percents = st.integers(0, 150 * 10**decimals).map(
        lambda each: lg.Percent(f"{each / 10**decimals:.{decimals}f}")
    )
    progress = [
        lg.Progress(
            where,
            draw(money(period, step, ["planned", "allocated", "disbursed"])),
            stated_percent=draw(percents),
            narrative=draw(st.none() | NARRATIVES),
        )
        for where in made.by_ref
    ]
    claimed = lg.FundingPeriod(
        period, planned=lg.Money(draw(st.integers(0, 10**6)) * step), step=lg.Money(step)
    )
    totals = [lg.StatedTotal("Всього", funding=[claimed])] if draw(st.booleans()) else []
    return lg.Report(made, period, issuer=None, progress=progress, stated_totals=totals)


@st.composite
def plans(draw: st.DrawFn) -> lg.Plan:
    """Programmes that an official table can express."""
    term = draw(terms())
    return lg.Plan(
        f"Програма «{draw(PROSE)}»",
        community=lg.Community("Зарічна селищна територіальна громада", "settlement"),
        term=term,
        goals=draw(goals(term.spans[0], draw(STEPS))),
    )


@given(lg.strategies.reports() | lg.strategies.plans(), st.sampled_from(FORMATS))
def test_any_value_can_be_laid_out(value: lg.Report | lg.Plan, written_as: str) -> None:
    """What a table cannot hold is left out; nothing is refused, and no measure is missing."""
    table = lg.tabulate.official(value)
    assert lg.render(table, written_as)
    titles = [
        each.title for each in (value.plan if isinstance(value, lg.Report) else value).measures if each.title
    ]
    column = next(
        at
        for at, each in enumerate(table.headings)
        if each.name in {"Зміст заходів", "Захід місцевого плану"}
    )
    printed = [str(row[column]) for row in table.rows]
    assert all(any(text.endswith(title) for text in printed) for title in titles)


def test_total_of_a_goal_without_a_number_is_printed_once() -> None:
    made = lg.Report(
        lg.Plan("Рівність", goals=[lg.Measure("1.1", "Тренінг")]),
        2024,
        stated_totals=[lg.StatedTotal("Всього", "goal:#1", lg.FundingPeriod(2024, planned=lg.uah(5)))],
    )
    assert [row[2] for row in lg.tabulate.official(made).rows] == ["1.1. Тренінг", "Всього"]


@every_format
def test_each_year_keeps_the_digits_it_is_printed_with(written_as: str) -> None:
    """12,5 handed in as 12,50 would claim to be ten times as exact."""
    lines = [
        lg.FundingPeriod(2024, planned=lg.thousand_uah("12.5"), step=lg.thousand_uah("0.1")),
        lg.FundingPeriod(2025, planned=lg.thousand_uah("14.25"), step=lg.thousand_uah("0.01")),
    ]
    plan = lg.Plan("Рівні можливості", term="2024-2025", goals=[lg.Measure("1.1", "Аудит", funding=lines)])
    assert read_back(plan, written_as).value.measure("1.1").funding == tuple(lines)


@every_format
@given(value=reports())
def test_report_reads_back(written_as: str, value: lg.Report) -> None:
    """What is rendered from an official table is the equal report."""
    assert read_back(value, written_as).value == value


@every_format
@given(value=plans())
def test_plan_reads_back(written_as: str, value: lg.Plan) -> None:
    """What is rendered from an official table is the equal plan."""
    assert read_back(value, written_as).value == value
