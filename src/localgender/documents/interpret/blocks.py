"""Rows whose only text spans the table: the name of a block of measures that has neither number nor level."""

from __future__ import annotations

from localgender.documents.interpret.align import is_amount, is_executor, is_measure, is_term
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.lines import Line
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.words import is_total, names_sum
from localgender.documents.layouts.layout import Role

LOOKED_AHEAD = 3
_LONGEST = 250


def lone_text(line: Line) -> Printed:
    """Return the one text of a row, also where an export repeats a merged cell; nothing for other rows."""
    filled = [printed for printed in line if printed]
    merged = (
        len(filled) > 2 and (line[0] or all(line[1:])) and len({printed.words for printed in filled}) == 1
    )
    if len(filled) == 1 or (merged and not is_amount(filled[0].text)):
        return filled[0]
    return NOTHING


def opens_block(line: Line, heading: Heading, following: list[Line]) -> bool:
    """Tell whether the text of a row names the measures below it.

    It begins like a title, stands in the first column, and measures follow. Where the first column is that
    of measures, only capitals or a merged cell tell it from a measure without anything beside it.
    """
    first = lone_text(line)
    at = line.index(first)
    role = next((column.role for column in heading.columns if column.index == at), None)
    if role in {Role.TASK, Role.ACTIVITY} or not _reads_as_title(first.text):
        return False
    # A list of executors may go on in a row that lost the cells before it.
    if len(line) < heading.width and is_executor(first.text):
        return False
    merged = sum(1 for printed in line if printed) > 1
    capitals = first.text.isupper()
    if role == Role.MEASURE and not (merged or capitals):
        return False
    rest = [later for later in following if not lone_text(later)]
    # A measure may say «Всього» further on, in its column of sources.
    words = (printed.text for printed in (rest[0] if rest else ()) if any(map(str.isalpha, printed.text)))
    if not rest or names_sum(next(words, "")):
        return False
    # A cell of the column of goals names a goal itself; only over another such cell it is one level up.
    return role != Role.GOAL or (bool(rest[0][0]) and heading.column(Role.MEASURE) is not None)


def _reads_as_title(text: str) -> bool:
    letter = next((sign for sign in text if sign.isalpha()), "")
    usual = letter.isupper() and len(text) <= _LONGEST and sum(map(str.isalpha, text)) > 3
    return usual and not any(told(text) for told in (is_measure, is_amount, is_term, is_total))
