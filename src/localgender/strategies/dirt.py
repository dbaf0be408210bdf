"""What comes over a table on its way: habits of typing, accidents of pages, and what destroys meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from attrs import evolve
from hypothesis import strategies as st

from localgender.strategies.sheets import MONEY, Row, Sheet

Dirt = Callable[[st.DrawFn, Sheet], Sheet]

_WORDED = ("goal", "task", "activity", "measure", "who", "source", "narrative", "result")
_FIGURES = (MONEY, "sum", "percent")
_NBSP, _NARROW, _HYPHEN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{SOFT HYPHEN}"
_MONEY = (MONEY, "sum")
_THOUSANDS = re.compile(r"(?<![,\d])(\d{1,3})(?=\d{3}(?!\d))")
# Three digits after a dot may as well be thousands.
_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_SYLLABLE = re.compile(r"(?<=[а-яіїєґ]{4})(?=[бвгґджзклмнпрстфхцчшщ][аеиіоуюяєї][а-яіїєґ]{2})")
_LATIN = str.maketrans("аеосріІО", "aeocpiIO")


def _in_cells(sheet: Sheet, names: tuple[str, ...], change: Callable[[str], str]) -> Sheet:
    columns = sheet.at(*names)
    rows = (
        tuple(change(cell) if n in columns else cell for n, cell in enumerate(row))
        if kind in {"measure", "source"}
        else row
        for row, kind in zip(sheet.rows, sheet.kinds, strict=True)
    )
    return evolve(sheet, rows=tuple(rows))


def _in_header(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    return evolve(sheet, header=tuple(tuple(map(change, row)) for row in sheet.header))


def _unbroken_spaces(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    space = draw(st.sampled_from([_NBSP, _NARROW]))
    return _in_cells(sheet, _WORDED, lambda cell: cell.replace(" ", space, 1))


def _soft_wraps(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """Lines broken by hand, as in narrow columns."""
    names = ("goal", "measure", "narrative", "result")
    return _in_cells(sheet, names, lambda cell: cell.replace(" ", "\n", 1))


def _loose_spaces(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    loose = _in_cells(sheet, _WORDED, lambda cell: cell.replace(" ", "  "))
    return _in_cells(loose, (*_WORDED, *_FIGURES), lambda cell: cell and f" {cell} ")


def _parted_thousands(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """1 250,0, with a space that does not break, or one that does."""
    space = draw(st.sampled_from([_NBSP, " ", _NARROW]))
    return _in_cells(sheet, _MONEY, lambda cell: _THOUSANDS.sub(rf"\1{space}", cell))


def _decimal_points(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    return _in_cells(sheet, _MONEY, lambda cell: _COMMA.sub(".", cell))


def _numbers_with_points(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    return _in_cells(sheet, ("number",), lambda cell: cell and f"{cell}.")


def _other_dashes(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    dash = draw(st.sampled_from(["-", "–", "—"]))
    names = (*_FIGURES, "term")
    return _in_cells(sheet, names, lambda cell: re.sub("[-–—]", dash, cell))


def _header_in_capitals(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    return _in_header(sheet, str.upper)


def _header_in_small_letters(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    return _in_header(sheet, str.lower)


def _header_broken(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    return _in_header(sheet, lambda cell: cell.replace(" ", "\n"))


def _header_hyphenated(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """Long words divided, softly or where the line ended."""
    mark = draw(st.sampled_from([_HYPHEN, "-\n"]))
    return _in_header(sheet, lambda cell: _SYLLABLE.sub(mark, cell, count=1))


def _footnotes(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """A mark in the header and what it says below the table."""
    at = draw(st.sampled_from(sheet.at("measure", "who", "term", "narrative", "result")))
    row = sheet.header[0]
    marked = (*row[:at], f"{row[at]}*", *row[at + 1 :])
    return evolve(sheet, header=(marked, *sheet.header[1:]), foot=("* за наявності коштів", *sheet.foot))


def _numbered_columns(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    numbers = tuple(str(n) for n in range(1, len(sheet.columns) + 1))
    return evolve(sheet, header=(*sheet.header, numbers))


def _inserted(sheet: Sheet, at: int, *rows: Row, kind: str = "furniture") -> Sheet:
    return evolve(
        sheet,
        rows=(*sheet.rows[:at], *rows, *sheet.rows[at:]),
        kinds=(*sheet.kinds[:at], *[kind] * len(rows), *sheet.kinds[at:]),
    )


def _repeated_header(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """As on every new page."""
    return _inserted(sheet, draw(st.integers(1, len(sheet.rows))), *sheet.header)


def _repeated_goals(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """A merged cell that came out in every row it covers."""
    goal = sheet.at("goal")
    merged = goal if "." in sheet.rows[0][0].rstrip(".") else sheet.at("number", "goal")
    filled: list[Row] = []
    for row, kind in zip(sheet.rows, sheet.kinds, strict=True):
        above = filled[-1] if filled else row
        covered = kind in {"measure", "source"} and not any(row[n] for n in goal)
        taken = merged if goal and covered else ()
        filled.append(tuple(above[n] if n in taken and not cell else cell for n, cell in enumerate(row)))
    return evolve(sheet, rows=tuple(filled))


def _repeated_openings(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """The row of a goal, merged over all columns, that came out in every one of them."""
    kinds = zip(sheet.rows, sheet.kinds, strict=True)
    return evolve(sheet, rows=tuple((row[0],) * len(row) if kind == "goal" else row for row, kind in kinds))


def _blank_rows(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    return _inserted(sheet, draw(st.integers(0, len(sheet.rows))), ("",) * len(sheet.columns))


def _blank_column(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    at = draw(st.sampled_from([0, len(sheet.columns)]))
    header = tuple((*row[:at], "", *row[at:]) for row in sheet.header)
    rows = tuple((*row[:at], "", *row[at:]) for row in sheet.rows)
    return evolve(sheet, header=header, rows=rows, columns=(*sheet.columns[:at], "", *sheet.columns[at:]))


def _page_numbers(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    at = draw(st.integers(1, len(sheet.rows)))
    mark = draw(st.sampled_from(["2", "Сторінка 2", "Продовження таблиці 1", "продовження додатка"]))
    return _inserted(sheet, at, (mark, *[""] * (len(sheet.columns) - 1)))


def _latin_letters(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """Inside the Cyrillic words of the header."""
    return _in_header(sheet, lambda cell: cell.translate(_LATIN))


def _changed(draw: st.DrawFn, sheet: Sheet, change: Callable[[Row], Row]) -> Sheet:
    at = draw(st.sampled_from([n for n, kind in enumerate(sheet.kinds) if kind == "measure"]))
    return evolve(sheet, rows=(*sheet.rows[:at], change(sheet.rows[at]), *sheet.rows[at + 1 :]))


def _smeared_amount(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    column, smear = draw(st.sampled_from(sheet.at(MONEY))), draw(st.sampled_from(["?", ",,", "З", "..5"]))
    return _changed(draw, sheet, lambda row: (*row[:column], row[column] + smear, *row[column + 1 :]))


def _lost_cell(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    column = draw(st.sampled_from(sheet.at("measure", MONEY)))
    return _changed(draw, sheet, lambda row: (*row[:column], *row[column + 1 :]))


def _swapped_cells(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """A measure in the place of an amount, and the amount in its place."""
    one, other = sheet.at("measure")[0], draw(st.sampled_from(sheet.at(MONEY)))
    places = {one: other, other: one}
    return _changed(draw, sheet, lambda row: tuple(row[places.get(n, n)] for n in range(len(row))))


DIRT: tuple[Mapping[str, Dirt], ...] = (
    {
        "numbers with points": _numbers_with_points,
        "other dashes": _other_dashes,
        "parted thousands": _parted_thousands,
        "decimal points": _decimal_points,
        "soft wraps": _soft_wraps,
        "unbroken spaces": _unbroken_spaces,
        "loose spaces": _loose_spaces,
        "header in capitals": _header_in_capitals,
        "header in small letters": _header_in_small_letters,
        "header broken": _header_broken,
        "footnotes": _footnotes,
    },
    {
        "repeated goals": _repeated_goals,
        "repeated openings": _repeated_openings,
        "header hyphenated": _header_hyphenated,
        "latin letters": _latin_letters,
        "numbered columns": _numbered_columns,
        "blank rows": _blank_rows,
        "page numbers": _page_numbers,
        "repeated header": _repeated_header,
        "blank column": _blank_column,
    },
    {"smeared amount": _smeared_amount, "swapped cells": _swapped_cells, "lost cell": _lost_cell},
)
"""Degrees of dirt: typing, pages, destruction. Each degree is done after the one before, in this order."""
