"""Tables of measures that no layout fits, which must not pass for statistics or news in parts."""

from __future__ import annotations

from localgender.documents.grid import Grid
from localgender.documents.interpret.align import is_executor, is_term, shows_amount
from localgender.documents.interpret.statistics.columns import heads
from localgender.documents.reading import Reading
from localgender.model.mechanism import Mechanism
from localgender.model.statistics import Statistics
from localgender.notation.folding import stems

_FEWEST_ROWS = 2


def hides_measures(reading: Reading[Mechanism] | Reading[Statistics]) -> bool:
    """Tell whether a document read in words or figures holds a table of measures that was not understood.

    Such a table names in most rows something to do beside who does it or when, and leaves words of these rows
    unread. Figures of women and men, or of ages, are statistics whatever stands beside them, and so is a
    table that calls its rows indicators and its columns years; a meeting is one whatever is appended to it.
    """
    value = reading.value
    if isinstance(value, Mechanism):
        if value.meetings:
            return False
    elif any(each.sex or each.age for each in value.observations):
        return False
    unread = {(place.table, place.row) for place in reading.unread}
    return any(_is_missed(grid, number, unread) for number, grid in enumerate(reading.document.tables, 1))


def _is_missed(grid: Grid, table: int, unread: set[tuple[int, int]]) -> bool:
    rows = [tuple(cell.text for cell in row) for row in grid.rows]
    filled = sum(any(map(str.strip, row)) for row in rows)
    measures = [number for number, row in enumerate(rows, 1) if _is_measure(row)]
    missed = sum((table, number) in unread for number in measures)
    # The header is a row too.
    most = 2 * len(measures) >= filled - 1 and 2 * missed >= len(measures)
    return len(measures) >= _FEWEST_ROWS and most and not _is_of_indicators(rows)


def _is_of_indicators(rows: list[tuple[str, ...]]) -> bool:
    header = heads(rows)
    return (
        header is not None
        and header.rows_are == "indicators"
        and any(column.label.tells_axes for column in header.figures)
    )


def _is_measure(row: tuple[str, ...]) -> bool:
    """Tell whether two cells of a row hold words, one of them a body, or there is a term beside them."""
    filled = [text for text in row if text.strip()]
    worded = [text for text in filled if stems(text) and not is_term(text) and not shows_amount(text)]
    return len(worded) > 1 and any(is_term(text) or is_executor(text) for text in filled)
