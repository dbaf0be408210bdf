"""What a document says that was not understood, and how much that is of all."""

from __future__ import annotations

from typing import Any

from localgender.documents.grid import Document
from localgender.documents.reading import Reading
from localgender.values.places import Place


def unclear(reading: Reading[Any]) -> tuple[Place, ...]:
    """Return where a document says what was not understood: words of no value, and cells of a wrong one.

    >>> from localgender.documents.grid import Grid
    >>> unclear(Reading(None, Document([Grid([["хтозна"]])]), unread=[Place(1, 1, 1, 0, 6)]))
    (Place(table=1, row=1, column=1, start=0, stop=6, page=None),)
    """
    cells = [
        where
        for found in reading.findings.of("unreadable-cell")
        for where in found.refs
        if isinstance(where, Place)
    ]
    return tuple(dict.fromkeys((*reading.unread, *cells)))


def holds(document: Document, where: Place) -> bool:
    """Tell whether a document has the cell or paragraph of a place; a value may come without its document.

    >>> holds(Document([]), Place(1, 1, 1)), holds(Document([]), Place(0, 0, 0))
    (False, False)
    """
    if not where.table:
        return 0 < where.row <= len(document.paragraphs)
    rows = document.tables[where.table - 1].rows if where.table <= len(document.tables) else ()
    return 0 < where.row <= len(rows) and 0 < where.column <= len(rows[where.row - 1])


def understood(reading: Reading[Any]) -> tuple[int, int]:
    """Count the characters of a document that were understood, and all of them, blanks aside.

    >>> from localgender.documents.grid import Grid
    >>> document = Document([Grid([["Захід", "хто зна"]])])
    >>> understood(Reading(None, document, unread=[Place(1, 1, 2, 0, 7), Place(1, 1, 2, 4, 7)]))
    (5, 11)

    Args:
        reading: Of any document.

    Returns:
        Characters that were understood, then all; equal when nothing is unread.
    """
    whole = sum(len("".join(text.split())) for _, text in reading.document.texts())
    # Two places may share characters, which are counted once.
    unread = {
        (place.table, place.row, place.column, place.start + at)
        for place in unclear(reading)
        if holds(reading.document, place)
        for at, sign in enumerate(reading.document.text_at(place))
        if not sign.isspace()
    }
    return whole - len(unread), whole
