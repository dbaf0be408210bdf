"""Small documents of invented communities, written as rows of cells between strokes."""

from __future__ import annotations

import localgender as lg
from localgender.documents.grid import Document, Grid, Paragraph


def table(*rows: str) -> Grid:
    return Grid([cell.strip() for cell in row.split("|")] for row in rows)


def filled_up(grid: Grid) -> Grid:
    """The table as a spreadsheet gives it, every row as wide as the widest."""
    width = max(map(len, grid.rows))
    return Grid([*row, *["" for _ in range(width - len(row))]] for row in grid.rows)


def document(*blocks: Grid | str) -> Document:
    return Document([Paragraph(each) if isinstance(each, str) else each for each in blocks])


def plan(*blocks: Grid | str) -> lg.Reading:
    return lg.read_plan(document(*blocks))


def report(*blocks: Grid | str) -> lg.Reading:
    return lg.read_report(document(*blocks))


def money(reading: lg.Reading, which: str) -> dict[str, int | None]:
    """What is planned for a measure, by period and source, in hryvnias."""
    return {
        f"{line.period}/{line.source}": None if line.planned is None else line.planned.kopiykas // 100
        for line in reading.value.measure(which).funding
    }


def totals(reading: lg.Reading) -> list[tuple[str, str, list[str]]]:
    """Label, scope and lines of every stated total."""
    return [
        (total.label, str(total.scope), [f"{line.period}/{line.source}" for line in total.funding])
        for total in reading.value.stated_totals
    ]


def unread(reading: lg.Reading) -> list[str]:
    return [reading.document.text_at(place) for place in reading.unread]
