"""Pictures tell what the library answers: nothing more, nothing less, alike on every run."""

from __future__ import annotations

import json
import re
import struct
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender import plots, strategies
from localgender.questions.percent_basis import MONEY_BASES
from localgender.questions.status import Delivery
from localgender.showing.plots import canvas, money, percents, statuses
from localgender.showing.plots.lettering import room, wrapped
from localgender.showing.renderers.cells import legal
from paths import SAMPLE

PLOTS = tuple(getattr(plots, name) for name in plots.__all__)
each_plot = pytest.mark.parametrize("draw", [pytest.param(each, id=each.__name__) for each in PLOTS])
values = st.one_of(strategies.reports(), strategies.plans())
NASTY = "<script>alert(1)</script> ${datum.x} datum['k'] &amp; \"'\x00\x1b"
Draw = Callable[..., lg.Plot]


@pytest.fixture(scope="module")
def report() -> lg.Reading:
    return lg.read_report(SAMPLE / "zhytomyr-report-2023.txt")


@pytest.fixture(scope="module")
def plan() -> lg.Reading:
    return lg.read_plan(SAMPLE / "zhytomyr-plan-1325.txt")


def rows(plot: lg.Plot, style: str = "") -> Iterator[dict[str, Any]]:
    for layer in plot.spec["layer"]:
        if style in ("", layer["name"]):
            yield from layer["data"]["values"]


def texts(plot: lg.Plot) -> str:
    return " ".join(row["text"] for row in rows(plot) if "text" in row)


@cache
def many(count: int) -> lg.Report:
    """A report on many measures, each with money, a percent, a term and executors."""
    measures = [
        lg.Measure(f"{n // 50 + 1}.{n % 50 + 1}", f"Захід {n}", str(2020 + n % 9), [f"Відділ {n % 70}"])
        for n in range(count)
    ]
    goals = [lg.Goal(str(n + 1), measures=measures[n * 50 : n * 50 + 50]) for n in range(count // 50)]
    told = [
        lg.Progress(
            str(each.code),
            lg.FundingPeriod(2023, planned=lg.uah(100), allocated=lg.uah(n % 90), disbursed=lg.uah(n % 90)),
            stated_percent=str(n % 100),
        )
        for n, each in enumerate(measures)
    ]
    return lg.Report(lg.Plan("Рівність", goals=goals), 2023, progress=told)


# What a picture says


@given(values, st.sampled_from(["goal", "year"]))
def test_bars_are_the_sums_of_the_library(value: lg.Plan | lg.Report, by: str) -> None:
    """Every sum stands in the data once, to the kopiyka; what is silent stands there as silence."""
    plot = {"goal": plots.money_by_goal, "year": plots.money_by_year}[by](value)
    drawn = Counter((row["group"], row["stage"], row["kopiykas"]) for row in rows(plot) if "stage" in row)
    sums = {stage: lg.totals_by(value, by, stage) for stage in lg.Stage}
    stated = [
        stage for stage in lg.Stage if any(row["stage"] == stage for row in rows(plot) if "stage" in row)
    ]
    assert drawn == Counter(
        (
            None if key is None else _english(key),
            stage.value,
            None if total is None else total.kopiykas,
        )
        for stage in stated
        for key, total in sums[stage].items()
    )
    assert (
        all(total is None for stage in {*lg.Stage} - {*stated} for total in sums[stage].values())
        or not stated
    )


def _english(key: lg.Code | lg.Period) -> str:
    from localgender.showing.wording import phrase

    return phrase(key, "en")


@given(values)
def test_tiles_are_the_statuses_of_the_library(value: lg.Plan | lg.Report) -> None:
    plot = plots.status_map(value)
    found = lg.classify(value)
    counts = Counter((each.delivery.value, each.funding.value) for each in found.values())
    cells = {(row["delivery"], row["funding"]): row["count"] for row in rows(plot, "frame")}
    assert {where: count for where, count in cells.items() if count} == counts
    assert sorted(row["measure"] for row in rows(plot, "box")) == sorted(map(str, found))


@given(strategies.reports())
def test_every_printed_percent_has_its_place(value: lg.Report) -> None:
    """Each claim that some base can be computed for is drawn once, at its own figure, with its bases."""
    plot = plots.percent_bases(value)
    claims = {
        str(each.measure): each.stated_percent for each in value.progress if each.stated_percent is not None
    }
    explained = {where: lg.explain_percent(value, where) for where in claims}
    drawn = {
        (measure, row["percent"])
        for row in rows(plot, "printed")
        for measure in row["measures"]
        if not measure.startswith("total")
    }
    assert drawn == {(where, str(claims[where])) for where, each in explained.items() if each.defined}
    signs = {
        (measure, row["base"], row["percent"], row["fill"] != canvas.PAPER)
        for row in rows(plot, "point")
        for measure in row["measures"]
        if not measure.startswith("total")
    }
    assert signs == {
        (where, basis.name.value, str(basis.computed), basis.explains)
        for where, each in explained.items()
        for basis in each.defined
    }


@given(values)
def test_coverage_and_executors_count_as_the_library_counts(value: lg.Plan | lg.Report) -> None:
    drawn = Counter(
        (row["target"], row["measures"]) for row in rows(plots.coverage(value)) if "target" in row
    )
    answer = lg.coverage(value).targets
    assert drawn == Counter((":".join(each.target.path), len(each.measures)) for each in answer)
    measures = value.plan.measures if isinstance(value, lg.Report) else value.measures
    loads = Counter(name for each in measures for name in {one.executor.name for one in each.involvements})
    bars = {row["executor"]: row["alone"] + row["shared"] for row in rows(plots.executors(value), "span")}
    assert bars == loads


@given(strategies.plans())
def test_lines_of_time_are_the_stated_days(value: lg.Plan) -> None:
    plot = plots.timeline(value)
    drawn = Counter((row["measure"], row["at"], row["till"]) for row in rows(plot, "span"))
    assert drawn == Counter(
        (str(where), span.first.toordinal(), span.last.toordinal() + 1)
        for where, measure, _ in value.placed
        if measure.term
        for span in measure.term.spans
    )


def test_silence_is_a_word_and_zero_a_bar_without_length() -> None:
    line = lg.FundingPeriod(2023, planned=lg.uah(5), disbursed=lg.uah(0))
    other = lg.FundingPeriod(2023, planned=lg.uah(5), allocated=lg.uah(1))
    goals = [
        lg.Goal(str(n), measures=lg.Measure(f"{n}.1", funding=each))
        for n, each in enumerate([line, other], 1)
    ]
    plot = plots.money_by_goal(lg.Plan(goals=goals))
    bars = {(row["group"], row["stage"]): row["till"] for row in rows(plot, "span")}
    assert bars["1", "disbursed"] == 0
    assert ("1", "allocated") not in bars
    assert texts(plot).count("немає даних") == 2
    assert "Немає даних" not in plot.summary
    alone = plots.money_by_goal(lg.Plan(goals=goals[1:]))
    assert "Немає даних: профінансовано." in alone.summary
    assert "Немає даних: профінансовано." in texts(alone)


def test_figures_that_make_no_sum_are_not_called_silent() -> None:
    """Nine months beside the year are stated, though nobody may add them."""
    lines = [lg.FundingPeriod(each, planned=lg.uah(5)) for each in ("2024", "2024-9m")]
    plot = plots.money_by_goal(lg.Plan(goals=[lg.Measure("1.1", funding=lines)]))
    assert "періоди перекриваються" in texts(plot)
    assert plot.summary.startswith("Заплановано: суми немає")
    assert "немає даних" not in texts(plot)


def test_goals_of_one_code_are_told_together_as_they_are_added() -> None:
    goals = [
        lg.Goal(code, title=title, measures=lg.Measure(funding=lg.FundingPeriod(2023, planned=lg.uah(5))))
        for code, title in ((None, "Освіта"), ("1", "Безпека"), (None, "Здоровʼя"), ("1", "Безпека"))
    ]
    table = plots.money_by_goal(lg.Plan(goals=goals)).table
    assert [(row[0], row[1], row[2]) for row in table.rows] == [
        (None, "Освіта; Здоровʼя", lg.uah(10)),
        (lg.Code.parse("1"), "Безпека", lg.uah(10)),
    ]


def test_labels_are_written_as_tables_write_them(report: lg.Reading) -> None:
    shown = texts(plots.money_by_goal(report))
    for text in ("29,4", "74,5", "0,0", "тис. грн"):
        assert text in shown
    assert "29.4" in texts(plots.money_by_goal(report, language="en"))


def test_summaries_tell_what_is_seen(report: lg.Reading) -> None:
    assert plots.money_by_goal(report, language="en").summary == (
        "228.3\xa0thousand\xa0UAH planned, 60.0\xa0thousand\xa0UAH allocated, 30.0\xa0thousand\xa0UAH disbursed."
    ).replace("\xa0", " ")
    assert "38" in plots.percent_bases(report).summary


# Every picture


@each_plot
@pytest.mark.parametrize("value", [lg.Plan(), lg.Report(lg.Plan()), lg.Plan(goals=[lg.Measure()])])
def test_a_picture_of_silence_says_so(draw: Draw, value: lg.Plan | lg.Report) -> None:
    plot = draw(value)
    assert plot.summary
    assert "<svg" in plot.svg()
    assert not list(rows(plot, "span"))


@given(values, st.sampled_from(PLOTS), st.sampled_from(["uk", "en"]), st.integers(320, 900))
def test_every_value_can_be_drawn(value: lg.Plan | lg.Report, draw: Draw, language: str, width: int) -> None:
    plot = draw(value, language=language, width=width)
    root = ElementTree.fromstring(plot.svg())
    assert int(root.attrib["width"]) >= width
    assert root.attrib["role"] == "img"
    assert [each.text for each in root[:2]] == [plot.title, plot.summary]


@each_plot
def test_equal_values_are_drawn_with_equal_bytes(draw: Draw, report: lg.Reading) -> None:
    plot = draw(report)
    again = draw(lg.read_report(SAMPLE / "zhytomyr-report-2023.txt").value)
    assert plot == again
    assert hash(plot) == hash(again)
    assert plot.svg() == again.svg() == plot.svg()
    assert plot.png(1) == again.png(1)


@each_plot
def test_text_of_documents_is_data(draw: Draw) -> None:
    """Markup and expressions in any field are shown, never obeyed."""
    target = lg.Target("nap-1325", ("1",), NASTY)
    lines = lg.FundingPeriod(2023, planned=lg.uah(5), allocated=lg.uah(5))
    measure = lg.Measure(
        "1.1",
        NASTY,
        lg.Term(conditions=[NASTY]),
        [NASTY],
        results=[NASTY],
        serves=lg.Ref("target", path=("1",)),
    )
    other = lg.Measure("1.2", NASTY, "2023", [NASTY, "Архів"])
    goals = [lg.Goal("1", title=NASTY, measures=[measure, other]), lg.Goal("2", title=NASTY)]
    plan = lg.Plan(NASTY, community=lg.Community(NASTY), goals=goals, targets=[target])
    total = lg.StatedTotal(NASTY, "plan", lines, stated_percent="7")
    told = lg.Progress("1.1", lines, stated_percent="7", narrative=NASTY)
    plot = draw(lg.Report(plan, 2023, issuer=NASTY, progress=[told], stated_totals=[total]))
    root = ElementTree.fromstring(plot.svg())
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        "svg",
        "g",
        "rect",
        "path",
        "line",
        "text",
        "title",
        "desc",
    }
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on") or "href" in key]
    written = " ".join(each.text or "" for each in root.iter() if each.tag.endswith("text"))
    assert ("${datum.x}" in written) == ("${datum.x}" in texts(plot))
    assert "\x00" not in plot.svg()


@each_plot
def test_both_languages_are_spoken(draw: Draw, report: lg.Reading) -> None:
    ukrainian, english = draw(report), draw(report, language="en")
    assert ukrainian.title != english.title
    assert 'lang="en"' in english.svg()
    with pytest.raises(ValueError, match="language"):
        draw(report, language="de")


@each_plot
@pytest.mark.parametrize("width", [0, 319, 400.5, True])
def test_a_width_without_room_is_refused(draw: Draw, width: Any) -> None:
    with pytest.raises(ValueError, match="pixels"):
        draw(lg.Plan(), width=width)
    with pytest.raises(ValueError, match="pixels"):
        draw(many(50), width=width)


@each_plot
def test_many_measures_make_a_picture_that_can_be_read(draw: Draw) -> None:
    """What is left out is told; the table has all of it."""
    plot = draw(many(5000))
    assert plot.spec["height"] < 5000
    assert len(plot.svg()) < 400_000


def test_what_is_set_together_loses_nothing() -> None:
    value = many(5000)
    by_goal = plots.money_by_goal(value)
    planned = [row["kopiykas"] for row in rows(by_goal) if row.get("stage") == "planned"]
    assert sum(planned) == lg.total(value, "planned").kopiykas
    assert "ще 76 разом" in texts(by_goal)
    assert "76 груп" in texts(by_goal)
    assert len(by_goal.table.rows) == 100
    tiles = plots.status_map(value)
    assert sum(row["count"] for row in rows(tiles, "frame")) == 5000
    assert "5 000" in texts(tiles).replace("\xa0", " ")
    assert sum(row["count"] for row in rows(plots.timeline(value), "span")) == 5000
    assert len(plots.executors(value).table.rows) == 70
    assert "Ще 40" in texts(plots.executors(value))


@each_plot
@pytest.mark.parametrize("written", ["text", "markdown", "html", "csv", "json"])
def test_figures_behind_a_picture_are_a_table_in_any_format(
    draw: Draw, written: str, report: lg.Reading, plan: lg.Reading
) -> None:
    table = draw(plan if draw is plots.coverage else report).table
    assert table.rows
    assert len(lg.render(table, written)) > len(table.rows)


def test_titles_of_a_code_list_are_those_of_its_own_codes() -> None:
    """The second number of a target of the plan is no code of the list."""
    plan = lg.Plan(
        goals=[lg.Measure("1.1", serves=lg.Ref("target", path=("9.9", "22")))],
        targets=[lg.Target("charter-2006", ("9.9", "22"), "Своє завдання")],
    )
    shown = texts(plots.coverage(plan, "charter-2006", language="en"))
    assert "9.9 / 22 Своє завдання" in shown
    assert shown.count("Gender-based violence") == 1


def test_a_percent_stands_at_its_own_figure_within_the_scale() -> None:
    line = lg.FundingPeriod(2023, planned=lg.uah("100"), disbursed=lg.uah("110.50"))
    plan = lg.Plan(goals=[lg.Measure("1.1")])
    told = lg.Progress("1.1", line, stated_percent="110.5")
    plot = plots.percent_bases(lg.Report(plan, 2023, progress=[told]))
    assert [row["at"] for row in rows(plot, "printed")] == ["110.5"]
    assert "поза шкалою" not in texts(plot)
    far = lg.Progress("1.1", evolve(line, disbursed=lg.uah(900)), stated_percent="900")
    plot = plots.percent_bases(lg.Report(plan, 2023, progress=[far]))
    assert [(row["at"], row["percent"]) for row in rows(plot, "printed")] == [("200", "900")]
    assert "2 відсотки поза шкалою" in texts(plot)


# For every eye


def test_graphics_and_words_stand_out() -> None:
    """Outlines by 3 to 1 from paper, words by 4.5 to 1 from what they stand on."""
    assert _contrast(canvas.INK, canvas.PAPER) >= 3
    assert _contrast(canvas.FAINT, canvas.PAPER) >= 4.5
    fills = [*statuses._FILLS.values(), *money.FILLS.values()]
    assert min(_contrast(canvas.INK, each) for each in fills if each != "#0072B2") >= 4.5
    assert set(Delivery) == set(statuses._FILLS)
    assert min(_contrast(colour, canvas.PAPER) for _, colour in percents._SIGNS.values()) >= 3


def test_stages_and_bases_are_told_apart_without_colour() -> None:
    assert len({shape for shape, _ in percents._SIGNS.values()}) == len(percents._SIGNS) == len(MONEY_BASES)
    grey = sorted(_luminance(each) for each in money.FILLS.values())
    assert all((light + 0.05) / (dark + 0.05) >= 1.8 for dark, light in pairwise(grey))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@given(st.text(max_size=200), st.integers(60, 600), st.integers(8, 20))
def test_lines_fit_and_no_word_is_lost(text: str, width: int, size: int) -> None:
    lines = wrapped(text, width, size, most=1000)
    assert all(room(line, size) <= width for line in lines)
    seen = "".join("".join(lines).split())
    assert len(seen) == len("".join(legal(text).split()))


# As a file and in a notebook


def test_a_file_has_as_many_dots_as_were_asked_for(report: lg.Reading) -> None:
    plot = plots.money_by_goal(report, width=400)
    size = plot.spec["width"], plot.spec["height"]
    for scale in (1, 3):
        assert struct.unpack(">II", plot.png(scale)[16:24]) == tuple(scale * each for each in size)
    for wrong in (0, 9, True, 1.5):
        with pytest.raises(ValueError, match="dots"):
            plot.png(wrong)  # type: ignore[arg-type]


@each_plot
def test_a_chart_of_altair_is_the_same_picture(draw: Draw, report: lg.Reading) -> None:
    import vl_convert

    plot = draw(report)
    drawn = vl_convert.vegalite_to_svg(json.loads(plot.altair().to_json()))
    shapes = r'(?: d|transform)="[^"]*"|>[^<]+<'
    assert re.findall(shapes, drawn) == re.findall(shapes, plot.svg().partition("</desc>")[2])


def test_a_picture_cannot_be_changed(report: lg.Reading) -> None:
    plot = plots.money_by_goal(report)
    plot.spec["layer"].clear()
    assert plot.spec["layer"]
    with pytest.raises(AttributeError):
        plot.title = "інше"  # type: ignore[misc]


@each_plot
def test_only_the_whole_picture_has_a_role(draw: Draw, report: lg.Reading) -> None:
    """A reader aloud tells the title and the sentence, and not every bar."""
    root = ElementTree.fromstring(draw(report).svg())
    assert [each.get("role") for each in root.iter() if each.get("role")] == ["img"]


def test_a_notebook_shows_the_same_picture(report: lg.Reading) -> None:
    plot = plots.status_map(report)
    assert plot.svg() in plot._repr_html_()
    assert not re.search(r"<script|https?://(?!www\.w3\.org)", plot._repr_html_())


def test_without_the_extra_a_notebook_shows_the_figures(
    report: lg.Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot = plots.money_by_goal(report)
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    monkeypatch.setitem(sys.modules, "altair", None)
    for make in (plot.svg, plot.png, plot.altair):
        with pytest.raises(lg.errors.MissingExtraError, match=r"localgender\[plot\]"):
            make()
    assert "74,5" in plot._repr_html_()
    assert "localgender[plot]" in plot._repr_html_()
