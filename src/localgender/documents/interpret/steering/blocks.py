"""Lines of prose as whole paragraphs: soft wraps joined, items of lists told from running text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from localgender.documents.grid import Document, Grid, Paragraph
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.notation.folding import fold
from localgender.values.places import Place

_BULLET = re.compile(r"\s*(?P<mark>[-–—−•*·●▪◦])\s*(?=[^\W\d_«„\"(])")
_NUMBER = re.compile(r"\s*(?P<mark>\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)]\s*(?=[^\W\d_«„\"(])|\s+(?=[А-ЯІЇЄҐ]))")
_CLOSED = re.compile(r"[.;:!?,]\s*$")
_ENDED = re.compile(r"[.;:!?]\s*$")
_DASHES = "-–—−"
_LIST_CELLS = 2
_WRAPPED, _OFTEN = (45, 100), 3
_OPENS, _CLOSES = "«„“", "»”"


@frozen
class Block:
    """Paragraph, line or item of a list.

    Attributes:
        printed: Its text without the mark of an item.
        mark: Number of the item, «-» for an item without one, "" for running text.
        whole: Its text with the mark.
    """

    printed: Printed
    mark: str = ""
    whole: Printed = NOTHING


def blocks(document: Document) -> Iterator[Block]:
    """Yield what the lines of a document make up, in order.

    A line goes on the one above when that one ends in no sign and this one begins small, or inside an open
    quote. One that begins with a capital goes on only where the document is wrapped and the line above full.
    """
    pending = NOTHING
    lines = list(_lines(document))
    full = _full_line(lines)
    for line in lines:
        if pending and _goes_on(pending, line, full):
            pending += line
            continue
        if pending:
            yield _block(pending)
        pending = line
    if pending:
        yield _block(pending)


def _lines(document: Document) -> Iterator[Printed]:
    table = paragraph = 0
    for each in document.blocks:
        if isinstance(each, Paragraph):
            paragraph += 1
            yield from filter(None, [Printed.of(each.text, Place(0, paragraph, 0, 0, 0, each.page))])
            continue
        table += 1
        yield from filter(None, _rows(each, table))


def _rows(grid: Grid, table: int) -> Iterator[Printed]:
    """Yield each row as one line: a tab after the number of an item makes a table of a list."""
    for number, row in enumerate(grid.rows, 1):
        cells = [
            Printed.of(cell.text, Place(table, number, at, 0, 0, cell.page)) for at, cell in enumerate(row, 1)
        ]
        # A list, whose tabs part number and text, reads as lines; a table with columns does not.
        if sum(map(bool, cells)) <= _LIST_CELLS:
            yield sum(cells, NOTHING)


def _full_line(lines: list[Printed]) -> int:
    """Return from how many characters on a line is full; more than any line has where nothing is wrapped."""
    wrapped = [
        len(above.text)
        for above, line in pairwise(lines)
        if _WRAPPED[0] <= len(above.text) <= _WRAPPED[1]
        and not _CLOSED.search(above.text)
        and line.text[:1].islower()
    ]
    return max(wrapped) * 7 // 10 if len(wrapped) >= _OFTEN else sys.maxsize


def _goes_on(above: Printed, line: Printed, full: int) -> bool:
    closed = _CLOSED.search(above.text)
    if closed and (closed[0][0] != "," or _BULLET.match(line.text)):
        return False
    is_full = full <= len(above.fragments[-1].text) <= _WRAPPED[1]
    # «віце –» / «– прем'єр»: a dash inside a sentence is no bullet.
    if _BULLET.match(line.text):
        return is_full and line.text[:1] in _DASHES and not _BULLET.match(above.text)
    if _NUMBER.match(line.text):
        return False
    return line.text[:1].islower() or is_full or _quote_is_open(above.text)


def _quote_is_open(text: str) -> bool:
    opened = sum(map(text.count, _OPENS))
    return opened > sum(map(text.count, _CLOSES)) and _ENDED.search(text) is None


def _block(printed: Printed) -> Block:
    for pattern in (_NUMBER, _BULLET):
        if found := pattern.match(printed.text):
            mark = found["mark"] if pattern is _NUMBER else "-"
            return Block(printed.part(found.end()), mark, printed)
    return Block(printed, "", printed)


# A dot ends no sentence after one of these, nor after an initial.
_SHORT = re.compile(
    r"(?:\b(?:м|р|рр|ст|п|пп|гр|ім|тис|млн|вул|смт|с|обл|т|д|о|в|див|ч|кв|напр)|(?<!\w)[^\W\d_])$"
)
_STOP = re.compile(r"[.!?]+(?=\s|$)")


def sentences(printed: Printed) -> Iterator[Printed]:
    """Yield the sentences of a text, each with its places."""
    folded, begin = fold(printed.text), 0
    for stop in _STOP.finditer(printed.text):
        rest = printed.text[stop.end() :].lstrip()
        goes_on = rest[:1].islower() or _SHORT.search(folded[: stop.start()])
        if (rest and goes_on) or _quote_is_open(printed.text[begin : stop.start()]):
            continue
        if part := printed.part(begin, stop.end()):
            yield part
        begin = stop.end()
    if part := printed.part(begin):
        yield part
