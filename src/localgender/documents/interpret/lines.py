"""Rows of a table as they stand, without what is not its content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender.documents.grid import Grid
from localgender.documents.interpret.columns import Column
from localgender.documents.interpret.header import Heading, words_of
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.words import PERSON, POSTS, begins
from localgender.documents.layouts.layout import Role
from localgender.notation.folding import fold, stems
from localgender.values.places import Place

_PAGE = re.compile(
    r"(?:сторінка|стор\.?|с\.)\s*\d+(?:\s*(?:з|із|/)\s*\d+)?|продовження (?:таблиці|додатк\w+).{0,20}"
)
_ROMAN = re.compile(r"[ivxіх]\.\s*[^\W\d]{2}")
_INTEGER = re.compile(r"\d{1,3}")
_NUMBERED_NOTE = re.compile(r"(?:\d{1,2}\)?\s+|[¹²³]\s*)[а-яіїєґ]")
_NOTE = re.compile(r"(?:примітк[аи]\b|\*+\s*[^\W_])")

Line = list[Printed]


def table_lines(heading: Heading, ledger: Ledger) -> Iterator[tuple[Place, Line]]:
    """Yield the rows of a table that say something, each with where it begins.

    Headers, column numbers, signatures, notes and numbers of pages are set aside.

    Args:
        heading: Where the header is.
        ledger: Takes what is set aside, and a gap in the column numbers.
    """
    grid = ledger.document.tables[heading.table - 1]
    header = {words_of(row) for row in grid.rows[heading.first : heading.stop]}
    below_header = False
    counted = heading.column(Role.NUMBER)
    for number, cells in enumerate(grid.rows[heading.first : heading.end], heading.first + 1):
        row = [
            Printed.at(cell.text, heading.table, number, column, cell.page)
            for column, cell in enumerate(cells, 1)
        ]
        if not any(row):
            continue
        if number <= heading.stop or words_of(cells) in header:
            ledger.furnish("header", *row)
            below_header = True
            continue
        begin = Place(heading.table, number, 1, page=cells[0].page)
        if below_header and _is_numbering(row):
            _note_numbering(row, begin, ledger)
        elif _is_signature(row):
            ledger.furnish("signature", *row)
        elif _is_page_mark(row, counted):
            ledger.furnish("page-number", *row)
        elif is_note(*row) or (sum(map(bool, row)) == 1 and any(opens_note(cell.text) for cell in cells)):
            ledger.furnish("note", *row)
        else:
            yield begin, row
        below_header = False


def is_note(*printed: Printed) -> bool:
    """Tell whether the one text of a row or line is a footnote."""
    filled = [each for each in printed if each]
    return len(filled) == 1 and _NOTE.match(filled[0].folded) is not None


def opens_note(text: str) -> bool:
    """Tell whether a text begins with the stars of a footnote, not with those that make it bold."""
    return _NOTE.match(fold(text).strip()) is not None and text.count("**") % 2 == 1


def is_numbered_note(*printed: Printed) -> bool:
    """Tell whether the one text of a row or line below a table is a footnote with a number: «1 без ПДВ»."""
    filled = [each for each in printed if each]
    return len(filled) == 1 and _NUMBERED_NOTE.match(filled[0].text) is not None


def _is_signature(row: Line) -> bool:
    """Tell whether a row is a post with its person, or either of them alone at the row's beginning."""
    post, *persons = [printed for printed in row if printed]
    held = begins(stems(post.text), POSTS)
    if not persons:
        # «І. Освіта» has the form of an initial and a surname.
        named = PERSON.fullmatch(post.text) is not None and _ROMAN.match(post.folded) is None
        return row[0] is post and (held or named)
    return held and len(persons) == 1 and PERSON.fullmatch(persons[0].text) is not None


def _is_page_mark(row: Line, counted: Column | None) -> bool:
    """Tell whether a row is the number of a page, first in it or, beside a blank column, where rows count."""
    filled = [printed for printed in row if printed]
    if len(filled) != 1:
        return False
    first = row[0] is filled[0] or (counted is not None and row[counted.index : counted.index + 1] == filled)
    return bool(_PAGE.fullmatch(filled[0].folded) or (first and _INTEGER.fullmatch(filled[0].text)))


def _is_numbering(row: Line) -> bool:
    filled = [printed.text for printed in row if printed]
    return len(filled) > 2 and len(filled) > len(row) / 2 and all(map(_INTEGER.fullmatch, filled))


def _note_numbering(row: Line, place: Place, ledger: Ledger) -> None:
    numbers = tuple(int(printed.text) for printed in row if printed)
    ledger.furnish("column-numbers", *row)
    if numbers != tuple(range(1, len(numbers) + 1)):
        ledger.notice("column-number-gap", place, numbers=numbers)


def furnish_signature_rows(table: int, grid: Grid, ledger: Ledger) -> None:
    """Set aside who signed, where the signatures stand in a table of their own."""
    for number, cells in enumerate(grid.rows, 1):
        row = [
            Printed.of(cell.text, Place(table, number, at, 0, 0, cell.page))
            for at, cell in enumerate(cells, 1)
        ]
        if any(row) and _is_signature(row):
            ledger.furnish("signature", *row)
