"""Addresses in a document."""

from __future__ import annotations

from attrs import field, frozen


def _paged(page: int | None) -> int:
    return page or 0


@frozen(order=True)
class Place:
    """Where something stands (місце в документі): a cell of a table or a paragraph, and characters within it.

    Tables, rows, columns, paragraphs and pages are counted from 1, as people count them; characters
    as Python slices them, so that `text[start:stop]` is what is printed there.

    >>> str(Place(table=1, row=3, column=2, start=0, stop=4))
    'table 1, row 3, column 2'

    Attributes:
        table: Number of the table; 0 for a paragraph between tables.
        row: Row of the table, or number of the paragraph.
        column: Cell within the row; 0 for a paragraph.
        start: First character.
        stop: One past the last character.
        page: Page, where the format has pages.
    """

    table: int
    row: int
    column: int
    start: int = 0
    stop: int = 0
    page: int | None = field(default=None, order=_paged)

    def __attrs_post_init__(self) -> None:
        for number in (self.table, self.row, self.column, self.start, self.stop, self.page or 0):
            if type(number) is not int or number < 0:
                raise TypeError(f"a place is made of whole numbers from 0, not {number!r}")

    def within(self, start: int, stop: int) -> Place:
        """Return the place of some of the characters, counted from the first of this place."""
        return Place(self.table, self.row, self.column, self.start + start, self.start + stop, self.page)

    def __str__(self) -> str:
        where = (
            f"table {self.table}, row {self.row}, column {self.column}"
            if self.table
            else f"paragraph {self.row}"
        )
        return f"page {self.page}, {where}" if self.page else where
