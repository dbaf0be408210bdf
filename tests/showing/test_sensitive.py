"""No way of showing prints a table of few victims unless it is told to."""

from __future__ import annotations

import subprocess
import sys

import pytest

import localgender as lg
from localgender import Indicator, Observation, Statistics, Table
from localgender.errors import SensitiveTableError
from localgender.questions.suppression.sensitive import telling_of_few
from localgender.questions.suppression.words import WORDS, names_sensitive
from localgender.showing import display
from localgender.showing.renderers import RENDERERS
from localgender.showing.sheet import Sheet, write

VICTIMS = Indicator("Постраждалі від домашнього насильства", "осіб", "count")
FEW = Statistics(
    "Селищна громада",
    observations=[Observation(VICTIMS, 2024, count, sex=sex)
                  for sex, count in (("total", 20), ("female", 17), ("male", 3))],
)  # fmt: skip


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_no_format_prints_few_victims(form: str) -> None:
    table = lg.tabulate.statistics(FEW)
    with pytest.raises(SensitiveTableError, match=r"Селищна громада.*unsuppressed=True"):
        lg.render(table, form)
    with pytest.raises(SensitiveTableError):
        RENDERERS[form](table)


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_every_format_prints_them_suppressed_or_when_told_to(form: str) -> None:
    assert lg.render(lg.tabulate.statistics(lg.suppress(FEW).published), form)
    assert lg.render(lg.tabulate.statistics(FEW), form, unsuppressed=True)


def test_a_renderer_of_ones_own_is_not_asked_either() -> None:
    asked: list[Table] = []
    with pytest.raises(SensitiveTableError):
        lg.render(lg.tabulate.statistics(FEW), asked.append)
    assert not asked


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_answer_of_the_command_line_holds_them(form: str) -> None:
    with pytest.raises(SensitiveTableError):
        write(Sheet("Статистика", tables=[(lg.tabulate.statistics(FEW), {})]), form)


def test_what_is_hidden_is_told_in_words_and_never_why() -> None:
    table = lg.tabulate.statistics(lg.suppress(FEW).published)
    assert lg.render(table, "csv") == (
        "Показник,Одиниця виміру,Період,Усього,Жінки,Чоловіки\r\n"
        "Постраждалі від домашнього насильства,осіб,2024 рік,20,приховано,приховано\r\n"
    )
    for form in ("text", "markdown", "json", "html", "csv", "tsv"):
        for language in ("uk", "en"):
            said = lg.render(table, form, language)
            assert "17" not in said
            assert "complementary" not in said


def test_a_notebook_shows_them_suppressed() -> None:
    shown = FEW._repr_html_()
    assert shown.count("приховано") == 2
    assert ">17<" not in shown
    assert ">20<" in shown


def test_a_notebook_shows_no_sensitive_table_made_by_hand() -> None:
    table = Table("Постраждалі", ["Стать", "Осіб"], [["чоловіки", 3]], sensitive=True)
    assert "<table" not in table._repr_html_()
    assert ">3<" not in table._repr_html_()
    assert "3" not in repr(table)


def test_a_notebook_shows_nothing_where_sums_contradict_each_other() -> None:
    wrong = Statistics(
        observations=[Observation(VICTIMS, 2024, 5, sex="total"), Observation(VICTIMS, 2024, 9, sex="male")]
    )
    assert telling_of_few(wrong)
    assert "<table" not in display.html(wrong)


@pytest.mark.parametrize(
    ("statistics", "sensitive"),
    [
        (FEW, True),
        (lg.suppress(FEW).published, False),
        (Statistics(observations=Observation(VICTIMS, 2024, 40)), False),
        (Statistics(observations=Observation("Засідання ради", 2024, 4)), False),
        (Statistics("Торгівля людьми", observations=Observation("Виявлено", 2024, 4)), True),
        (
            Statistics(observations=Observation(Indicator("у тому числі діти", part_of=VICTIMS), 2024, 2)),
            True,
        ),
        (
            Statistics(
                observations=[Observation(VICTIMS, "2024-9m", 43), Observation(VICTIMS, "2024-h1", 40)]
            ),
            True,
        ),
        (Statistics(observations=Observation(VICTIMS, 2024, lg.Count(3, "at-least"))), True),
    ],
)
def test_few_people_and_what_can_harm_them_make_a_table_sensitive(
    statistics: Statistics, sensitive: bool
) -> None:
    assert bool(telling_of_few(statistics)) is sensitive
    assert lg.tabulate.statistics(statistics).sensitive is sensitive


def test_how_few_is_few_is_asked_of_the_policy() -> None:
    ten = Statistics(observations=Observation(VICTIMS, 2024, 9))
    assert not lg.tabulate.statistics(ten).sensitive
    assert lg.tabulate.statistics(ten, lg.Policy(safe_count=10)).sensitive


def test_whatever_writes_files_can_ask_first() -> None:
    with pytest.raises(SensitiveTableError):
        lg.publishable(FEW)
    assert lg.publishable(FEW, unsuppressed=True) == FEW
    assert lg.publishable(lg.suppress(FEW).published) == lg.suppress(FEW).published


@pytest.mark.parametrize("begins", sorted(WORDS))
def test_every_word_of_the_list_is_found_in_a_text(begins: str) -> None:
    said = " ".join(begin.capitalize() + ("s" if begin.isascii() else "ого") for begin in begins.split())
    assert names_sensitive(f"Кількість: {said}")
    assert not names_sensitive("Кількість засідань координаційної ради")


def test_a_word_with_a_latin_letter_is_found() -> None:
    assert names_sensitive("пoстраждалі")


def test_a_second_figure_for_one_question_stands_in_a_row_of_its_own() -> None:
    twice = Statistics(observations=[Observation("Виклики", 2024, 12), Observation("Виклики", 2024, 13)])
    assert [row[-1] for row in lg.tabulate.statistics(twice).rows] == [12, 13]


def test_silence_a_dash_and_a_bound_stay_what_they_are() -> None:
    told = [Observation("А", 2024), Observation("Б", 2024, absence="not-occurred"), Observation("В", 2024, lg.Count(150, "at-least")),
            Observation("Г", 2024, "57.10")]  # fmt: skip
    rows = lg.render(lg.tabulate.statistics(Statistics(observations=told)), "csv", "en").splitlines()
    assert [row.rpartition("2024")[2] for row in rows[1:]] == [
        ",—",
        ",did not occur",
        ",at least 150",
        ",57.10",
    ]


def test_without_the_extra_nothing_is_shown_and_the_error_names_it() -> None:
    code = """
import sys
sys.modules["scipy"] = None
import localgender as lg
few = lg.Statistics(observations=[lg.Observation("Постраждалі", 2024, 3)])
assert "<table" not in few._repr_html_()
try:
    lg.suppress(few)
except lg.errors.MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "localgender[safe]" in done.stdout
