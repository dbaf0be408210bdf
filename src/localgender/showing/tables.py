"""Tables as records of parts: cells hold values, and become text when a table is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from attrs import evolve, field, frozen

from localgender._display import html_of, rich_of
from localgender.errors import SensitiveTableError
from localgender.showing.catalogue import language_of
from localgender.showing.figures import NBSP, decimals, digits_of, number, unit_for
from localgender.showing.names import UNITS
from localgender.showing.wording import Sayable, phrase
from localgender.values.money import Money, Unit
from localgender.values.parts import tuple_of
from localgender.values.texts import excerpt

Words = str | Sayable


class Align(StrEnum):
    """To which side of its column a cell is set."""

    LEFT = "left"
    RIGHT = "right"


@frozen
class Heading:
    """What one column holds.

    Attributes:
        name: Words above it; text is shown as it is, words of the catalogues in the reader's language.
        align: "left", or "right" for figures.
        unit: Unit of its money; without one each cell tells its own.
        digits: Fewest digits after the mark of its money; as many as tables print when left out.
        spans: Whether a blank cell belongs to the one above it, as that of a goal beside its measures.
    """

    name: Words
    align: Align = field(default=Align.LEFT, converter=Align)
    unit: Unit | None = None
    digits: int | None = None
    spans: bool = False


def _headings(value: Iterable[Heading | Words]) -> tuple[Heading, ...]:
    return tuple(each if isinstance(each, Heading) else Heading(each) for each in value)


def _rows(value: Iterable[Iterable[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(tuple, value))


@frozen
class Table:
    r"""Answer laid out for the eye: no format, no language.

    >>> planned = Heading("План", "right", Unit.THOUSAND_UAH)
    >>> in_words(Table("Кошти", ["Ціль", planned], [["1", Money(122_830_000)]])).rows
    (('1', '1\xa0228,3'),)

    Attributes:
        title: What it answers.
        headings: Columns, left to right; text is taken as a name.
        rows: Cells, one for each heading: values, texts, or None for silence.
        notes: Lines below it.
        groups: Names of rows that belong together, each with the number of its first row, from 0.
        foot: How many of the last rows sum up those above them.
        sensitive: Whether it tells of few people what can harm them, so that it is not put into words.

    Raises:
        ValueError: When a row has more or fewer cells than there are headings, or the foot is none.
    """

    title: Words
    headings: tuple[Heading, ...] = field(converter=_headings)
    rows: tuple[tuple[Any, ...], ...] = field(default=(), converter=_rows)
    notes: tuple[Words, ...] = field(default=(), converter=tuple_of)
    groups: tuple[tuple[int, Words], ...] = field(default=(), converter=tuple_of)
    foot: int = 0
    sensitive: bool = False

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        title = excerpt(self.title if isinstance(self.title, str) else self.title.said("uk"))
        return f"<Table: {title}, {len(self.rows)} rows of {len(self.headings)} columns>"

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.headings):
                raise ValueError(f"expected {len(self.headings)} cells in a row, not {len(row)}: {row!r}")
        if not 0 <= self.foot <= len(self.rows):
            raise ValueError(f"of {len(self.rows)} rows {self.foot} cannot sum up the others")


@frozen
class TableText:
    """Table whose every part is text in one language, as renderers need it.

    Attributes:
        title: What it answers.
        names: Names of the columns, with their unit.
        aligns: Side to which each column is set.
        rows: Cells, as many as there are names.
        notes: Lines below it.
        groups: Name that stands above a row, by the number of the row; several are lines of one text.
        spans: For each column whether a blank cell belongs to the one above it.
        foot: How many of the last rows sum up those above them.
        language: In which it is said.
    """

    title: str
    names: tuple[str, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    groups: Mapping[int, str]
    spans: tuple[bool, ...] = ()
    foot: int = 0
    language: str = "uk"


def in_one_unit(table: Table) -> Table:
    """Set the money of a table in the one unit in which all its amounts read easily.

    >>> table = in_one_unit(Table("", [Heading("План", "right", Unit.THOUSAND_UAH)], [[Money(3_550_050)]]))
    >>> in_words(table).names
    ('План, грн',)
    """
    told = [number for number, each in enumerate(table.headings) if each.unit]
    unit = unit_for(row[number] for row in table.rows for number in told if isinstance(row[number], Money))
    return evolve(table, headings=[evolve(each, unit=unit) if each.unit else each for each in table.headings])


def in_words(table: Table, language: str = "uk") -> TableText:
    """Say every part of a table in a language.

    Money in a column with a unit loses its own, and gets as many digits as the finest of the column; zero is
    «0,0» and silence «—».

    Raises:
        NotationError: A ValueError, for a language without messages.
        SensitiveTableError: A ValueError, for a table that is sensitive: whatever prints one comes by here.
    """
    language = language_of(language)
    if table.sensitive:
        raise SensitiveTableError(phrase(table.title, language))
    columns = [
        _column([row[index] for row in table.rows], heading, language)
        for index, heading in enumerate(table.headings)
    ]
    return TableText(
        phrase(table.title, language),
        tuple(_headed(each, language) for each in table.headings),
        tuple(each.align for each in table.headings),
        tuple(zip(*columns, strict=True)),
        tuple(phrase(note, language) for note in table.notes),
        _groups(table, language),
        tuple(each.spans for each in table.headings),
        table.foot,
        language,
    )


def _groups(table: Table, language: str) -> dict[int, str]:
    lines: dict[int, list[str]] = {}
    for row, group in table.groups:
        lines.setdefault(row, []).append(phrase(group, language))
    return {row: "\n".join(said) for row, said in lines.items()}


def _headed(heading: Heading, language: str) -> str:
    text = phrase(heading.name, language)
    return f"{text}, {UNITS[heading.unit].said(language).replace(' ', NBSP)}" if heading.unit else text


def _column(cells: list[Any], heading: Heading, language: str) -> list[str]:
    if (unit := heading.unit) is None:
        return [phrase(cell, language) for cell in cells]
    amounts = [cell for cell in cells if isinstance(cell, Money)]
    if heading.digits is None:
        digits = max((digits_of(each, unit) for each in amounts), default=0)
    else:
        digits = max((heading.digits, *(decimals(each.to(unit)) for each in amounts)))
    return [
        number(cell.to(unit), language, digits) if isinstance(cell, Money) else phrase(cell, language)
        for cell in cells
    ]
