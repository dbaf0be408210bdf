"""From the rows of a table to entries: goals, measures whole again after page breaks, totals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from localgender.documents.grid import Grid
from localgender.documents.interpret.align import align, is_amount, is_measure, is_term
from localgender.documents.interpret.header import MONEY, Column, Heading
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.words import PERSON, POSTS, begins, is_total, level_of
from localgender.documents.layouts.layout import Role
from localgender.model.plan import GoalLevel
from localgender.notation.folding import stems
from localgender.values.places import Place

_PAGE = re.compile(
    r"(?:сторінка|стор\.?|с\.)\s*\d+(?:\s*(?:з|із|/)\s*\d+)?|продовження (?:таблиці|додатк\w+).{0,20}"
)
_NO_WORD = re.compile(r"[\d\s.)]*|[xх×*]|[-–—]+", re.IGNORECASE)
_MARK = re.compile(r"[xх×*]|[-–—]+", re.IGNORECASE)
_INTEGER = re.compile(r"\d{1,3}")
_LISTS = (Role.GOAL, Role.TASK, Role.ACTIVITY)
_DECIDING = (Role.TERM, Role.EXECUTORS, *MONEY)


@define(eq=False)
class Row:
    """Cells of one table row, or of several that a page break cut, under their columns.

    Attributes:
        place: Where the row begins.
        cells: What is printed under each column.
        label: Words of a total; empty for a measure.
        parts: Rows that carry the money of further sources of the same measure.
    """

    place: Place
    cells: dict[Column, Printed] = field(factory=dict)
    label: Printed = NOTHING
    parts: list[Row] = field(factory=list)

    def get(self, role: Role) -> Printed:
        """Return what is printed under the first column of a role."""
        return next((printed for column, printed in self.cells.items() if column.role == role), NOTHING)

    def take(self, role: Role) -> Printed:
        """Return what is printed under a role and leave the cell empty."""
        column = next((column for column in self.cells if column.role == role), None)
        return NOTHING if column is None else self.cells.pop(column)

    def extend(self, other: Row) -> None:
        """Append the cells of a row that continues this one."""
        for column, printed in other.cells.items():
            self.cells[column] = self.cells.get(column, NOTHING) + printed


@define(eq=False)
class Opening:
    """Row that opens a goal.

    Attributes:
        level: Which level it announces.
        printed: Its words after those that name the level.
    """

    level: GoalLevel
    printed: Printed


Entry = Row | Opening


def entries(heading: Heading, ledger: Ledger) -> list[Entry]:
    """Return the goals, measures and totals of a table in order.

    Args:
        heading: Where the header is, and what its columns hold.
        ledger: Takes headers, column numbers, and findings about rows that had to be mended.
    """
    made: list[Entry] = []
    for row in _rows(heading, ledger):
        previous = made[-1] if made and isinstance(made[-1], Row) else None
        if isinstance(row, Row) and not row.label:
            _continue_lists(row, made, ledger)
            if previous is not None and _is_of_another_source(row, previous):
                _add_source(row, previous, made)
                continue
            if previous is not None and not previous.label and _continues(row, previous):
                previous.extend(row)
                ledger.notice("row-continued", row.place)
                continue
        made.append(row)
    return made


def _is_of_another_source(row: Row, previous: Row) -> bool:
    """Tell whether a row only carries money of another source for the measure or total above it."""
    if not row.get(Role.SOURCE) or row.get(Role.MEASURE) or not any(map(row.get, MONEY)):
        return False
    repeated = (Role.NUMBER, *_LISTS, Role.TERM, Role.EXECUTORS)
    return all(not (cell := row.get(role)) or cell.words == previous.get(role).words for role in repeated)


def _add_source(row: Row, previous: Row, made: list[Entry]) -> None:
    if previous.label:
        row.label = row.take(Role.SOURCE)
        made.append(row)
    else:
        previous.parts.append(row)


def _rows(heading: Heading, ledger: Ledger) -> Iterator[Entry]:
    grid = ledger.document.tables[heading.table - 1]
    header = {
        tuple(" ".join(cell.text.split()) for cell in row) for row in grid.rows[heading.first : heading.stop]
    }
    below_header = False
    for number, cells in enumerate(grid.rows[heading.first :], heading.first + 1):
        places = [
            Place(heading.table, number, column, 0, 0, cell.page) for column, cell in enumerate(cells, 1)
        ]
        row = [Printed.of(cell.text, place) for cell, place in zip(cells, places, strict=True)]
        if not any(row):
            continue
        if number <= heading.stop or tuple(" ".join(cell.text.split()) for cell in cells) in header:
            ledger.furnish("header", *row)
            below_header = True
            continue
        if below_header and _is_numbering(row):
            _note_numbering(row, places[0], ledger)
        elif _is_signature(row):
            ledger.furnish("signature", *row)
        elif _is_page_mark(row):
            ledger.furnish("page-number", *row)
        else:
            yield _entry(row, places[0], heading, ledger)
        below_header = False


def furnish_signature_rows(table: int, grid: Grid, ledger: Ledger) -> None:
    """Set aside who signed, where the signatures stand in a table of their own."""
    for number, cells in enumerate(grid.rows, 1):
        row = [
            Printed.of(cell.text, Place(table, number, at, 0, 0, cell.page))
            for at, cell in enumerate(cells, 1)
        ]
        if any(row) and _is_signature(row):
            ledger.furnish("signature", *row)


def _is_signature(row: list[Printed]) -> bool:
    """Tell whether a row is a post with its person, or either of them alone at the row's beginning."""
    post, *persons = [printed for printed in row if printed]
    held = begins(stems(post.text), POSTS)
    if not persons:
        return row[0] is post and (held or PERSON.fullmatch(post.text) is not None)
    return held and len(persons) == 1 and PERSON.fullmatch(persons[0].text) is not None


def _is_page_mark(row: list[Printed]) -> bool:
    filled = [printed for printed in row if printed]
    return len(filled) == 1 and bool(
        _PAGE.fullmatch(filled[0].folded) or (len(row) == 1 and _INTEGER.fullmatch(filled[0].text))
    )


def _is_numbering(row: list[Printed]) -> bool:
    filled = [printed.text for printed in row if printed]
    return len(filled) > 2 and len(filled) > len(row) / 2 and all(map(_INTEGER.fullmatch, filled))


def _note_numbering(row: list[Printed], place: Place, ledger: Ledger) -> None:
    numbers = tuple(int(printed.text) for printed in row if printed)
    ledger.furnish("column-numbers", *row)
    if numbers != tuple(range(1, len(row) + 1)):
        ledger.notice("column-number-gap", place, numbers=numbers)


def _entry(row: list[Printed], place: Place, heading: Heading, ledger: Ledger) -> Entry:
    filled = [printed for printed in row if printed]
    if len(filled) == 1 and (opening := _opening(filled[0], row, heading, ledger)) is not None:
        return opening
    beside = heading.column(Role.SOURCE)
    label = next((printed for printed in filled if not _NO_WORD.fullmatch(printed.text)), filled[0])
    under_source = beside is not None and beside.index < len(row) and row[beside.index] is label
    if under_source or not _is_sum(label, filled):
        return _placed(row, place, heading, ledger)
    # A merged label is repeated in some exports, and a total may carry a number or a term of its own.
    after = filled[filled.index(label) + 1 :]
    figures = [each for each in after if is_amount(each.text.rstrip(" %")) and not _MARK.fullmatch(each.text)]
    ledger.furnish("total-label", *(each for each in filled if each is not label and each not in figures))
    return _placed([each if each in figures else NOTHING for each in row], place, heading, ledger, label)


def _is_sum(label: Printed, filled: list[Printed]) -> bool:
    """Tell whether a row is a sum: its label says so, and beside it stand only figures, marks or a term."""
    return is_total(label.text) and all(
        printed.text == label.text
        or _NO_WORD.fullmatch(printed.text)
        or is_amount(printed.text.rstrip(" %"))
        or is_term(printed.text)
        for printed in filled
    )


def _opening(printed: Printed, row: list[Printed], heading: Heading, ledger: Ledger) -> Opening | None:
    found = level_of(stems(printed.text))
    if found is not None:
        return Opening(found[0], without_level(printed, ledger))
    alone = row[0] is printed and heading.column(Role.GOAL) is None and heading.column(Role.TASK) is None
    if alone and len(row) > 1 and re.match(r"(?:\d{1,2}|[IVXІХ]{1,5})[.)]?\s+[^\W\d]", printed.text):
        return Opening(GoalLevel.TASK, printed)
    return None


def without_level(printed: Printed, ledger: Ledger) -> Printed:
    """Take the words that only name a level off the front, such as «Оперативна ціль»."""
    found = level_of(stems(printed.text))
    count = found[1] if found else 0
    words = re.match(rf"(?:\W*\w[\w'’ʼ-]*){{{count}}}[\s:№-]*", printed.text)
    begin = words.end() if words and count else 0
    ledger.furnish("level", printed.part(0, begin))
    return printed.part(begin)


def _placed(
    row: list[Printed], place: Place, heading: Heading, ledger: Ledger, label: Printed = NOTHING
) -> Row:
    by_index = {column.index: column for column in heading.columns}
    roles = tuple(by_index[index].role if index in by_index else None for index in range(heading.width))
    texts = tuple(printed.text for printed in row)
    aligned = align(texts, roles)
    if aligned.verdict == "padded":
        ledger.notice("row-padded", place, cells=len(row), columns=heading.width)
    elif aligned.verdict == "shifted":
        ledger.notice("row-shifted", place, cells=len(row), columns=heading.width)
    made = Row(place, label=label)
    for printed, index in zip(row, aligned.columns, strict=True):
        if printed and index in by_index:
            made.cells[by_index[index]] = made.cells.get(by_index[index], NOTHING) + printed
    return made


def _continue_lists(row: Row, made: list[Entry], ledger: Ledger) -> None:
    """Give a goal or task that a page break cut its last words back."""
    for role in _LISTS:
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
    if any(row.get(role) for role in (Role.NUMBER, *_LISTS)):
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
    once = [column for column in row.cells if column.role in (Role.TERM, *MONEY)]
    return any(row.cells[column] and previous.cells.get(column) for column in once)


def _is_list_only(row: Row) -> bool:
    return all(column.role in _LISTS for column in row.cells)
