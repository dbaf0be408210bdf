"""Columns of a table of statistics: where its header ends, and what each column is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise, takewhile

from attrs import evolve, frozen

from localgender.documents.interpret.statistics import words
from localgender.documents.interpret.statistics.labels import Label, label, said_together, within_year
from localgender.errors import NotationError
from localgender.notation import figures
from localgender.notation.folding import fold, joined
from localgender.notation.patterns import cell
from localgender.values.periods import Period

_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?: ?р(?:ік|\.)?)?")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_TALLEST = 5

Texts = tuple[str, ...]


class Role(StrEnum):
    """What a column of statistics holds."""

    NUMBER = "number"
    LABEL = "label"
    UNIT = "unit"
    NOTE = "note"
    DERIVED = "derived"
    FIGURES = "figures"


@frozen
class Column:
    """One column of a table of statistics.

    Attributes:
        at: Its number, from 0.
        role: What it holds.
        label: What its header says.
    """

    at: int
    role: Role
    label: Label


@frozen
class Heads:
    """Header of a table of statistics.

    Attributes:
        first: First row of the header, from 0; what stands above captions the table.
        stop: Row after its last one.
        columns: Every column, left to right.
        rows_are: What the header calls the labels of the rows: indicators, places, ages, years or sexes; ""
            when it does not say.
    """

    first: int
    stop: int
    columns: tuple[Column, ...]
    rows_are: str

    @property
    def labels(self) -> Column:
        """The column that names the rows."""
        return next(column for column in self.columns if column.role is Role.LABEL)

    @property
    def figures(self) -> tuple[Column, ...]:
        """The columns of figures."""
        return tuple(column for column in self.columns if column.role is Role.FIGURES)

    @property
    def unit(self) -> Column | None:
        """The column of units."""
        return next((column for column in self.columns if column.role is Role.UNIT), None)

    def within(self, year: Period | None) -> Heads:
        """Complete columns of months and quarters by the year that stands over the table."""
        columns = (evolve(column, label=within_year(column.label, year)) for column in self.columns)
        return evolve(self, columns=tuple(columns))

    @property
    def totalled(self) -> tuple[bool, bool, bool]:
        """Which of sex, locality and ages the columns tell apart."""
        return said_together(column.label for column in self.figures)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a number or what stands for none."""
    try:
        return figures.figure(text) is not None
    except NotationError:
        return False


def _is_data(row: Sequence[str]) -> bool:
    """Tell whether a row has a label, and figures beside it that are no years and no numbers of columns."""
    named = next(
        (at for at, text in enumerate(row) if _LETTERS.search(text) or _YEAR.fullmatch(cell(text))), None
    )
    if named is None:
        return False
    beside = [text for text in row[named + 1 :] if text.strip()]
    found = [text for text in beside if is_figure(text)]
    return bool(found) and not all(_YEAR.fullmatch(cell(text)) for text in found)


def is_numbering(row: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns: 1, 2, 3, or А, Б, 1, 2."""
    filled = [cell(text) for text in row if text.strip()]
    numbers = [int(text) for text in filled if re.fullmatch("[0-9]{1,2}", text)]
    letters = [text for text in filled if re.fullmatch("[а-яa-z]", text)]
    counted = len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers))
    return counted and numbers[0] <= 2 and len(numbers) + len(letters) == len(filled)


def heads(rows: Sequence[Texts]) -> Heads | None:
    """Find the header of a table of statistics; None when the table is none.

    Args:
        rows: Texts of the cells.

    Returns:
        The header, when it names the rows, and when columns or rows tell of whom or when their figures are.
    """
    stop = next((at for at, row in enumerate(rows) if _is_data(row)), None)
    if stop is None:
        return None
    while stop and _is_group(rows[stop - 1]):
        stop -= 1
    begin = next((at for at in range(stop) if _filled(rows[at]) > 1), stop)
    if not 0 < stop - begin <= _TALLEST:
        return None
    header = [row for row in rows[begin:stop] if not is_numbering(row)]
    found = tuple(_columns(header, max(map(len, rows))))
    if not found or not any(column.role is Role.FIGURES for column in found):
        return None
    named = next(column for column in found if column.role is Role.LABEL)
    made = Heads(begin, stop, found, _rows_are(_text_over(header, named.at)))
    return made if _tells(made) else None


def next_header(rows: Sequence[Texts], begin: int) -> int:
    """Return the row at which another header begins below one, with the lone lines over it; else the end.

    A header is told from a row without figures by the axes that several of its cells name.
    """
    for at in range(begin, len(rows)):
        beside = [text for text in rows[at][1:] if text.strip()]
        if len(beside) > 1 and not any(map(is_figure, beside)) and all(map(_names_axis, beside)):
            return at - sum(1 for _ in takewhile(_is_group, reversed(rows[begin:at])))
    return len(rows)


def _names_axis(text: str) -> bool:
    return label(text).tells_axes


def _is_group(row: Sequence[str]) -> bool:
    return _filled(row) == 1


def _filled(row: Sequence[str]) -> int:
    return sum(1 for text in row if text.strip())


def _tells(header: Heads) -> bool:
    axes = any(column.label.tells_axes for column in header.figures)
    return axes or header.rows_are != ""


def _columns(header: Sequence[Texts], width: int) -> Iterator[Column]:
    """Yield what each column holds; the first that is no number names the rows."""
    stacked = [_over(header, at) for at in range(width)]
    named = False
    ages = any(words.AGES.match(fold(piece)) for pieces in stacked for piece in pieces)
    for at, pieces in enumerate(stacked):
        folded = fold(joined(" ".join(pieces))).strip()
        if not named and words.NUMBERS.match(folded):
            role = Role.NUMBER
        elif words.UNITS.match(folded):
            role = Role.UNIT
        elif not named:
            role, named = Role.LABEL, True
        elif words.NOTES.match(folded):
            role = Role.NOTE
        else:
            role = Role.DERIVED if words.is_derived(folded) else Role.FIGURES
        if role is not Role.FIGURES or folded:
            yield Column(at, role, label(*pieces, ages=ages))


def _over(header: Sequence[Texts], at: int) -> tuple[str, ...]:
    """Return the texts over a column; a merged cell of an upper row speaks for the columns on its right."""
    return tuple(text for number in range(len(header)) if (text := _spread(header, number, at)))


def _spread(header: Sequence[Texts], number: int, at: int) -> str:
    row = header[number]
    own = row[at].strip() if at < len(row) else ""
    below = any(at < len(lower) and lower[at].strip() for lower in header[number + 1 :])
    above = any(at < len(upper) and upper[at].strip() for upper in header[:number])
    if own or not below or above:
        return own
    return next((row[left].strip() for left in range(min(at, len(row)) - 1, 0, -1) if row[left].strip()), "")


def _text_over(header: Sequence[Texts], at: int) -> str:
    return fold(joined(" ".join(_over(header, at)))).strip()


_ROWS_ARE = (
    ("indicators", words.INDICATORS),
    ("ages", words.AGES),
    ("years", words.YEARS),
    ("sexes", words.SEXES),
    ("places", words.PLACES),
)


def _rows_are(folded: str) -> str:
    return next((name for name, pattern in _ROWS_ARE if pattern.match(folded)), "")
