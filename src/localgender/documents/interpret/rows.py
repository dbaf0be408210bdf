"""From the rows of a table to entries: goals, measures whole again after page breaks, totals."""

from __future__ import annotations

import re

from localgender.documents.interpret.align import is_measure, is_term
from localgender.documents.interpret.blocks import LOOKED_AHEAD
from localgender.documents.interpret.columns import MONEY
from localgender.documents.interpret.entry import LISTS, Entry, Row, Year
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.kinds import entry_of
from localgender.documents.interpret.labels import is_connective, period_named, year_of
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.lines import is_numbered_note, table_lines
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.sources import sources_in
from localgender.documents.layouts.layout import Role
from localgender.notation.folding import stems
from localgender.values.periods import Period

_DECIDING = (Role.TERM, Role.EXECUTORS, *MONEY)


def entries(heading: Heading, ledger: Ledger) -> list[Entry]:
    """Return the goals, measures and totals of a table in order.

    Args:
        heading: Where the header is, and what its columns hold.
        ledger: Takes headers, column numbers, and findings about rows that had to be mended.
    """
    made: list[Entry | Year] = []
    lines = list(table_lines(heading, ledger))
    for number in range(len(lines)):
        previous = made[-1] if made and isinstance(made[-1], Row) else None
        if previous is not None and previous.label and is_numbered_note(*lines[number][1]):
            ledger.furnish("note", *lines[number][1])
            continue
        entry = entry_of(lines[number : number + 1 + LOOKED_AHEAD], heading, previous, ledger)
        if isinstance(entry, Row) and entry.label and is_connective(entry.label.text) and not entry.cells:
            ledger.furnish("total-label", entry.label)
        elif isinstance(entry, Row) and not entry.label:
            _take(entry, previous, made, ledger)
        else:
            made.append(entry)
    return _dated(made)


def _take(row: Row, previous: Row | None, made: list[Entry | Year], ledger: Ledger) -> None:
    """Add a row of a measure, or give what it carries to the row that it continues."""
    _continue_lists(row, made, ledger)
    if previous is not None and _is_of_another_source(row, previous):
        _add_source(row, previous, made, ledger)
    elif previous is not None and not previous.label and _is_of_another_year(row, previous):
        previous.period = previous.period or year_of(previous.get(Role.TERM).text)
        row.period = year_of(row.get(Role.TERM).text)
        previous.parts.append(row)
    elif previous is not None and not previous.label and _continues(row, previous):
        previous.extend(row)
        ledger.notice("row-continued", row.place)
    else:
        made.append(row)


def _dated(made: list[Entry | Year]) -> list[Entry]:
    """Give every row the year of the block it stands in, and every total the year that it names.

    The last total below blocks of years sums all of them, unless each block has a total of that name.
    """
    block: Period | None = None
    named: set[tuple[str, ...]] = set()
    last = max((number for number, entry in enumerate(made) if isinstance(entry, Year)), default=-1)
    for number, entry in enumerate(made):
        if isinstance(entry, Year):
            block = entry.period
        elif isinstance(entry, Row) and not entry.label:
            for row in (entry, *entry.parts):
                row.period = row.period or block
        elif isinstance(entry, Row):
            words = stems(entry.label.text)
            inside = block if number < last or words in named else None
            entry.period = year_of(entry.label.text) or period_named(entry.label.text) or inside
            named |= {words} if inside else set()
    return [entry for entry in made if not isinstance(entry, Year)]


def _is_of_another_source(row: Row, previous: Row) -> bool:
    """Tell whether a row only carries money of another source for the measure or total above it.

    The cells that it shares with that row are empty, or repeated, or carry its words on: where a page ends
    between the rows of a merged cell, the rest of its words stands beside the next source.
    """
    if not row.get(Role.SOURCE):
        return False
    if not any(map(row.get, MONEY)):
        return _is_silent_source(row, previous)
    words = [role for role in (Role.MEASURE, Role.EXECUTORS) if not _is_repeated(row, previous, role)]
    if not all(_is_repeated(row, previous, role) for role in (Role.NUMBER, *LISTS, Role.TERM)):
        return False
    plain = not words and not row.get(Role.MEASURE)
    return plain or (_is_further_source(row, previous) and _carry_on(row, previous, words))


def _is_silent_source(row: Row, previous: Row) -> bool:
    """Tell whether a row is a further source beside which nothing is printed, not the rest of a cut cell."""
    text, above = row.get(Role.SOURCE).text, (previous.parts or [previous])[-1].get(Role.SOURCE).text
    others = [column.role for column in row.cells if column.role != Role.SOURCE]
    alone = all(_is_repeated(row, previous, role) for role in others)
    whole = bool(sources_in(text)) and not _is_middle(text) and above[-1:] not in {",", "-", "("}
    return alone and whole and _is_further_source(row, previous)


def _is_repeated(row: Row, previous: Row, role: Role) -> bool:
    """Tell whether a cell says nothing that the row above does not say."""
    cell = row.get(role)
    return not cell or cell.words == previous.get(role).words


def _is_further_source(row: Row, previous: Row) -> bool:
    """Tell whether the source of a row is none of those that the measure above has so far."""
    known = {stems(each.get(Role.SOURCE).text) for each in (previous, *previous.parts)}
    return not previous.label and stems(row.get(Role.SOURCE).text) not in known | {()} and () not in known


def _carry_on(row: Row, previous: Row, words: list[Role]) -> bool:
    """Tell whether the words of a row belong to the measure above it."""
    measure, executors = row.get(Role.MEASURE), row.get(Role.EXECUTORS)
    if Role.MEASURE not in words:
        return Role.EXECUTORS not in words or not measure or _is_middle(executors.text)
    if is_measure(measure.text) or not measure.text[:1].isalpha():
        return False
    above = previous.get(Role.MEASURE).text
    if _is_middle(measure.text):
        return bool(above) and not _is_middle(above)
    numbered = is_measure(above) or bool(previous.get(Role.NUMBER))
    alone = not row.get(Role.TERM) and (Role.EXECUTORS not in words or _is_middle(executors.text))
    return numbered and alone


def _is_of_another_year(row: Row, previous: Row) -> bool:
    """Tell whether a row carries only another year of the measure above it and its money."""
    beside = {column.role for column in row.cells if column.role not in MONEY}
    if beside != {Role.TERM} or not any(map(row.get, MONEY)):
        return False
    told = [year_of(each.get(Role.TERM).text) for each in (previous, *previous.parts, row)]
    return None not in told and len(set(told)) == len(told)


def _add_source(row: Row, previous: Row, made: list[Entry | Year], ledger: Ledger) -> None:
    if previous.label:
        row.label = row.take(Role.SOURCE)
        made.append(row)
        return
    continued = False
    for role in (Role.NUMBER, Role.MEASURE, Role.EXECUTORS, Role.RESULT):
        if _is_repeated(row, previous, role):
            ledger.furnish("repeated", row.take(role))
        elif (column := previous.column(role) or row.column(role)) is not None:
            previous.cells[column] = previous.get(role) + row.take(role)
            continued = True
    if continued:
        ledger.notice("row-continued", row.place)
    previous.parts.append(row)


def _continue_lists(row: Row, made: list[Entry | Year], ledger: Ledger) -> None:
    """Give a goal or task that a page break cut its last words back."""
    for role in LISTS:
        printed = row.get(role)
        if not printed or not _is_middle(printed.text):
            continue
        earlier = next((each for each in reversed(made) if isinstance(each, Row) and each.get(role)), None)
        if earlier is not None:
            column = next(column for column in row.cells if column.role == role)
            earlier.cells[column] = earlier.cells[column] + row.take(role)
            ledger.notice("row-continued", row.place)


def _is_middle(text: str) -> bool:
    """Tell whether a text begins inside a sentence."""
    first = next((sign for sign in text if sign.isalnum()), "")
    return first.isalpha() and first.islower() and not re.match(r"\W*\w\)", text)


def _continues(row: Row, previous: Row) -> bool:
    """Tell whether a row only carries on the cells of the one before it."""
    if any(row.get(role) for role in (Role.NUMBER, *LISTS)):
        return False
    measure = row.get(Role.MEASURE)
    if is_measure(measure.text) or _are_two(row, previous):
        return False
    if measure and _is_middle(measure.text):
        return True
    beside = any(printed for column, printed in row.cells.items() if column.role in _DECIDING)
    if not measure:
        # Without money or term of its own a row adds words; with them it is a measure that lost its name.
        return not any(row.get(role) for role in (Role.TERM, *MONEY)) and not _is_list_only(row)
    return not beside and is_measure(previous.get(Role.MEASURE).text)


def _are_two(row: Row, previous: Row) -> bool:
    """Tell whether both rows carry a term or an amount in one column, which are never joined."""
    both = [
        (column, previous.cells[column], row.cells[column])
        for column in row.cells
        if column.role in (Role.TERM, *MONEY) and row.cells[column] and previous.cells.get(column)
    ]
    return any(not (column.role == Role.TERM and _is_cut(above, below)) for column, above, below in both)


def _is_cut(above: Printed, below: Printed) -> bool:
    """Tell whether a page cut a term in two: «2025-» over «2026»."""
    return not is_term(above.text) and is_term((above + below).text)


def _is_list_only(row: Row) -> bool:
    return all(column.role in LISTS for column in row.cells)
