"""A table that no layout fits is described by its user, in Python or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.cli import main
from localgender.documents.layouts.layout import Role
from localgender.documents.layouts.written import layout_from_toml

TABLE = """План дій Вербівської сільської територіальної громади на 2025 рік
Що робимо\tХто робить\tКоли\tГроші, грн
Лекції для старшокласників\tВідділ освіти сільської ради\t2025\t4500
Гаряча лінія\tЦентр соціальних служб\tпостійно\t12000
"""

WRITTEN = """
name = "verbivka"
kind = "plan"
[columns]
measure = "що робимо"
executors = ["хто робить", "хто"]
term = "коли"
planned = "гроші"
"""


def problems(written: str) -> dict[str, str]:
    with pytest.raises(lg.errors.SerializationError) as caught:
        layout_from_toml(written)
    return dict(caught.value.problems)


def test_a_described_table_is_read() -> None:
    plan = lg.read_plan(TABLE.encode(), layouts=[layout_from_toml(WRITTEN)]).value
    first, second = plan.measures
    assert (first.title, first.term) == ("Лекції для старшокласників", lg.years(2025))
    assert second.involvements[0].executor.name == "Центр соціальних служб"
    assert lg.total(plan, "planned") == lg.uah("16500")


def test_the_command_line_takes_a_description(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TABLE, "utf8")
    (tmp_path / "mine.toml").write_text(WRITTEN, "utf8")
    assert main(["read", str(tmp_path / "a.txt"), "--layout", str(tmp_path / "mine.toml")]) == 0
    assert "Гаряча лінія" in capsys.readouterr().out


@pytest.mark.parametrize(
    "written",
    [None, b"name = 1\n", b"name", b"\xff\xfe\xfa", b"name = 'a'\nkind = 'plan'\ncolumns = {measure = []}\n"],
)
def test_a_bad_description_is_one_line(
    written: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TABLE, "utf8")
    if written is not None:
        (tmp_path / "mine.toml").write_bytes(written)
    assert main(["read", str(tmp_path / "a.txt"), "--layout", str(tmp_path / "mine.toml")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "mine.toml" in told


def test_a_description_adds_words_to_a_family() -> None:
    mine = layout_from_toml('extends = "programme"\n[columns]\nmeasure = "що робимо"\n')
    family = next(layout for layout in lg.LAYOUTS if layout.name == "programme")
    assert mine.phrases("measure") == (*family.phrases("measure"), "що робимо")
    assert (mine.name, mine.kind, mine.required) == (family.name, family.kind, family.required)


def test_every_problem_is_told_at_once_with_the_nearest_right_answer() -> None:
    assert problems("""
        kinds = "plan"
        kind = "programme"
        required = ["measures"]
        [columns]
        planed = "гроші"
        measure = []
        term = 5
    """) == {
        "$.kinds": "unknown key; did you mean 'kind'?",
        "$.name": "is missing",
        "$.kind": "expected 'report' or 'plan', not 'programme'",
        "$.columns.planed": "unknown role; did you mean 'planned'?",
        "$.columns.measure": "expected the words of a header, or a list of them",
        "$.columns.term": "expected the words of a header, or a list of them",
        "$.required[0]": "unknown role; did you mean 'measure'?",
    }


def test_a_family_that_does_not_ship_cannot_be_extended() -> None:
    assert "did you mean 'programme'?" in problems('extends = "program"')["$.extends"]


WORDS = st.text("абвгґєії' -", min_size=1, max_size=12).filter(str.strip)


@given(st.dictionaries(st.sampled_from(Role), st.lists(WORDS, min_size=1, max_size=3), min_size=1))
def test_what_is_written_is_what_is_read(columns: dict[Role, list[str]]) -> None:
    written = 'name = "own"\nkind = "report"\n[columns]\n' + "".join(
        f"{role} = {json.dumps(phrases)}\n" for role, phrases in columns.items()
    )
    assert layout_from_toml(written) == lg.Layout("own", "report", columns)
