"""A sheet as cells or as the bytes of a file, merged where the format can merge."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Literal

from localgender.documents.grid import Document, Grid, Paragraph
from localgender.showing.renderers import render
from localgender.showing.tables import Table
from localgender.strategies.sheets import Row, Sheet

Format = Literal["document", "txt", "html", "docx", "xlsx"]

_MERGED_DOWN = ("number", "goal", "task", "activity", "measure", "term", "who", "result", "narrative")


def written(sheet: Sheet, form: Format) -> Document | bytes:
    """Write a sheet down; formats without merged cells leave what they cover blank.

    Raises:
        MissingExtraError: An ImportError, for a workbook without the extra `xlsx`.
    """
    rows = [*sheet.header, *sheet.rows]
    if form == "document":
        return Document([*map(Paragraph, sheet.prose), Grid(rows), *map(Paragraph, sheet.foot)])
    if form == "txt":
        lines = ["\t".join(map(_flat, row)) for row in rows]
        return "\n".join([*sheet.prose, *lines, "", *sheet.foot]).encode()
    if form == "html":
        return _html(sheet)
    return render(Table("\n".join(sheet.prose), rows[0], rows[1:], sheet.foot), form)


def _flat(text: str) -> str:
    """Put a cell on one line; a word that the line divided keeps its hyphen, as in «Облас-ний»."""
    return text.replace("-\n", "-").replace("\n", " ")


def _html(sheet: Sheet) -> bytes:
    rows = [*sheet.header, *sheet.rows]
    body = "\n".join(f"<tr>{''.join(_cells(sheet, rows, number))}</tr>" for number in range(len(rows)))
    prose = [f"<p>{_text(line)}</p>" for line in sheet.prose]
    foot = [f"<p>{_text(line)}</p>" for line in sheet.foot]
    page = "".join([*prose, f"<table>{body}</table>", *foot])
    return f'<!doctype html><html lang="uk"><meta charset="utf-8"><body>{page}</body></html>'.encode()


def _text(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _cells(sheet: Sheet, rows: list[Row], number: int) -> Iterator[str]:
    row, column = rows[number], 0
    while column < len(row):
        width, height = _width(sheet, row, number, column), _height(sheet, rows, number, column)
        if height:
            down = f' rowspan="{height}"' if height > 1 else ""
            across = f' colspan="{width}"' if width > 1 else ""
            yield f"<td{down}{across}>{_text(row[column])}</td>"
        column += width


def _width(sheet: Sheet, row: Row, number: int, column: int) -> int:
    """Columns that a cell covers: the row of a goal covers all, an upper header those of its group."""
    body = number - len(sheet.header)
    if 0 <= body < len(sheet.kinds) and sheet.kinds[body] == "goal" and not any(row[1:]):
        return len(row)
    width = 1
    if len(sheet.header) > 1 and number == 0 and row[column]:
        while column + width < len(row) and not row[column + width]:
            width += 1
    return width


def _height(sheet: Sheet, rows: list[Row], number: int, column: int) -> int:
    """Rows that a cell covers; 0 for a cell that is covered from above."""
    if number and _covered(sheet, rows, number, column):
        return 0
    height = 1
    while number + height < len(rows) and _covered(sheet, rows, number + height, column):
        height += 1
    return height


def _covered(sheet: Sheet, rows: list[Row], number: int, column: int) -> bool:
    """Tell whether a blank cell belongs to the one above it."""
    if column >= min(len(rows[number]), len(sheet.columns)) or rows[number][column]:
        return False
    body = number - len(sheet.header)
    if body <= 0:
        return body < 0 and number == 1 and bool(rows[0][column])
    if not {sheet.kinds[body], sheet.kinds[body - 1]} <= {"measure", "source"}:
        return False
    name = sheet.columns[column]
    goal = name in {"goal", "task"} or (name == "number" and "goal" in sheet.columns)
    if not (goal or (sheet.kinds[body] == "source" and name in _MERGED_DOWN)):
        return False
    above = rows[number - 1][column : column + 1]
    return above != ("",) or _covered(sheet, rows, number - 1, column)
