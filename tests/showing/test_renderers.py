"""Formats of tables: text, Markdown, JSON, and functions of one's own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import UnknownFormatError
from localgender.showing.catalogue import Said
from localgender.showing.renderers import render
from localgender.showing.renderers.json import plain
from localgender.showing.renderers.markdown import escaped, paragraph
from localgender.showing.renderers.text import measured, printable, wrapped
from localgender.showing.tables import Heading, Table
from localgender.values.codes import Code
from localgender.values.counts import Count
from localgender.values.intervals import Interval
from localgender.values.money import Money, Unit, thousand_uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import Ref

TABLE = Table(
    Said("Measures"),
    ["№", "Захід", Heading("План", "right", Unit.THOUSAND_UAH)],
    [
        (Code.parse("2.1"), "Збір даних за статтю", thousand_uah("10.5")),
        (Code.parse("2.10"), "Опитування мешканок і мешканців", None),
    ],
    notes=["За 2023 рік."],
    groups=[(1, "Ціль 2")],
)


def test_text_is_aligned_and_wrapped() -> None:
    assert render(TABLE, width=40).replace("\u00a0", " ").splitlines() == [
        "Заходи",
        "",
        "  №     Захід                      План,",
        "                                тис. грн",
        "  ────  ──────────────────────  ────────",
        "  2.1   Збір даних за статтю        10,5",
        "Ціль 2",
        "  2.10  Опитування мешканок і          —",
        "        мешканців",
        "",
        "За 2023 рік.",
    ]


def test_text_without_headings_or_with_one_line_a_cell() -> None:
    table = Table("", ["Захід", "Хто"], [("Опитування мешканок і мешканців", "Архів")])
    assert render(table, headings=False, width=27) == "Опитування мешканок   Архів\nі мешканців\n"
    assert render(table, headings=False, width=27, lines=1) == "Опитування …          Архів\n"


def test_figures_are_never_broken() -> None:
    table = Table("", ["Захід", Heading("План", "right")], [("Опитування", 1_365_155_700)])
    assert render(table, headings=False, width=12) == "Опитуван  1\u00a0365\u00a0155\u00a0700\nня\n"


def test_wide_and_combining_letters_take_their_columns() -> None:
    table = Table("", ["", ""], [("平等", "а"), ("рівність", "б"), ("й\u0301і", "в")])
    assert render(table, headings=False).splitlines() == ["平等      а", "рівність  б", "й\u0301і        в"]
    assert (measured("平等"), measured("й\u0301"), measured("\u200b")) == (4, 1, 0)


def test_document_cannot_steer_the_terminal() -> None:
    table = Table("", ["Захід"], [["\x1b[2J\x07Аудит\r\n\u202eтерито\tрія"]])
    shown = render(table)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.splitlines()[-2:] == ["�[2J�Аудит", "�терито рія"]


@given(st.text(), st.integers(1, 30))
def test_wrapping_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split(" ")) == "".join(printable(text).replace("\n", "").split(" "))
    assert all(measured(line) <= max(width, 2) for line in lines)


def test_markdown() -> None:
    assert render(TABLE, "markdown").replace("\u00a0", " ") == (
        "**Заходи**\n\n"
        "| № | Захід | План, тис. грн |\n"
        "| --- | --- | --: |\n"
        "| 2.1 | Збір даних за статтю | 10,5 |\n"
        "| **Ціль 2** |  |  |\n"
        "| 2.10 | Опитування мешканок і мешканців | — |\n\n"
        "За 2023 рік.\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("а | б", r"а \| б"),
        ("а\nб\r\n в", "а б в"),
        ("<b>&nbsp;", "&lt;b&gt;&amp;nbsp;"),
        ("**_`[x](y)~$", r"\*\*\_\`\[x\](y)\~\$"),
        ("a\\|", r"a\\\|"),
        ("2020-2025, № 1-а", "2020-2025, № 1-а"),
    ],
)
def test_no_character_is_markup(text: str, expected: str) -> None:
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Захід", r"1\. Захід"),
        ("12) а", r"12\) а"),
        ("- а", r"\- а"),
        ("# а", r"\# а"),
        ("1.1 а", r"1\.1 а"),
    ],
)
def test_no_paragraph_begins_a_list_or_a_heading(text: str, expected: str) -> None:
    assert paragraph(text) == expected


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"]), max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=3), CELLS)
def test_markdown_gives_back_every_cell(rows: list[tuple[str, str]], note: str) -> None:
    """A reader of Markdown sees the very texts, and no HTML or markup of theirs."""
    library = pytest.importorskip("markdown_it")
    table = Table("", ["а", "б"], rows, notes=[note])
    tokens = library.MarkdownIt("commonmark", {"html": True}).enable("table").parse(render(table, "markdown"))
    inside = [each for each in tokens if each.type == "inline"]
    assert {child.type for each in inside for child in each.children} <= {"text", "text_special"}
    seen = ["".join(child.content for child in each.children) for each in inside]
    told = [*(cell for row in rows for cell in row), *([note] if note.split() else [])]
    assert seen[2:] == [" ".join(cell.split()) for cell in told]
    kinds = {each.type.removesuffix("_open").removesuffix("_close") for each in tokens}
    assert kinds <= {"table", "thead", "tbody", "tr", "th", "td", "inline", "paragraph"}


def test_json_keeps_values_exact() -> None:
    assert json.loads(render(TABLE, "json", "en")) == {
        "title": "Measures",
        "headings": ["№", "Захід", "План"],
        "rows": [
            ["2.1", "Збір даних за статтю", 1_050_000],
            ["2.10", "Опитування мешканок і мешканців", None],
        ],
        "notes": ["За 2023 рік."],
        "groups": {"1": "Ціль 2"},
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (37, 37),
        (Money(0), 0),
        (Percent("95.20"), "95.20"),
        (Code.parse("2.10"), "2.10"),
        (Ref.parse("2.4#2/2023/planned"), "2.4#2/2023/planned"),
        (Period.nine_months(2024), "2024-9m"),
        (Interval(1, 2), ["1", "2"]),
        (Count(150, "at-least"), {"number": 150, "bound": "at-least"}),
        (Place(1, 3, 2, page=4), {"table": 1, "row": 3, "column": 2, "start": 0, "stop": 0, "page": 4}),
        ((("disbursed/planned", Percent("0.0")), None), [["disbursed/planned", "0.0"], None]),
        ({"a": Money(5)}, {"a": 5}),
        (Said("error"), "помилка"),
    ],
)
def test_value_as_json(value: Any, expected: Any) -> None:
    assert plain(value) == expected
    assert json.loads(json.dumps(plain(value))) == expected


def test_function_of_ones_own_gets_the_table_as_it_is() -> None:
    assert render(TABLE, lambda table: table.rows[0][2].kopiykas.to_bytes(4, "big")) == (1_050_000).to_bytes(
        4, "big"
    )
    assert render(TABLE, lambda table, mark: mark * len(table.rows), mark="·") == "··"


@pytest.mark.parametrize(("wrong", "nearest"), [("markdwn", "markdown"), ("txt", "text"), ("JSON", "json")])
def test_unknown_format_names_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"the nearest is {nearest}"):
        render(TABLE, wrong)


@pytest.mark.parametrize("name", ["text", "markdown", "json"])
def test_empty_tables_are_written(name: str) -> None:
    assert render(Table("", []), name).endswith("\n")
    assert "Захід" in render(Table("", ["Захід"]), name)
    with pytest.raises(ValueError, match="uk, en"):
        render(TABLE, name, "de")
