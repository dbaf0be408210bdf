"""What the page tells of, and how tables of the library are laid out on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen

from localgender.documents.reading import Reading
from localgender.findings import Findings
from localgender.questions.audit import Checked
from localgender.questions.status import Statuses
from localgender.showing.page.elements import Html, Part, joined, tag
from localgender.showing.tables import Align, Table, in_words
from localgender.values.codes import Code
from localgender.values.places import Place


@frozen
class Asked:
    """A reading with everything asked of it.

    Attributes:
        reading: What was read.
        found: Findings of reading and of the rules, in the order of their numbers.
        checked: What the rules were asked.
        statuses: Status of each measure.
        suspected: Figures that may be wrong; None where nothing speaks for it.
        hidden: Places whose words stay off the page.
    """

    reading: Reading[Any]
    found: Findings
    checked: tuple[Checked, ...]
    statuses: Statuses
    suspected: Table | None = None
    hidden: tuple[Place, ...] = ()


def grid(
    table: Table,
    language: str,
    class_: str = "answer",
    *,
    headed: bool = False,
    shown: Callable[[Any], Html | None] = lambda _: None,
) -> Html:
    """Lay out any table of the library.

    Args:
        table: Any table.
        language: "uk" or "en".
        class_: Its look.
        headed: Whether the heading above says what the title says.
        shown: How a cell is shown that is more than its words; None for one that is not.
    """
    words = in_words(table, language)
    sides = [None if each is Align.LEFT else "figure" for each in words.aligns]
    head = [tag("th", each, scope="col", class_=side) for each, side in zip(words.names, sides, strict=True)]
    body = [
        tag(
            "tr",
            [
                tag("td", shown(cell) or each, class_=side)
                for cell, each, side in zip(cells, row, sides, strict=True)
            ],
        )
        for cells, row in zip(table.rows, words.rows, strict=True)
    ]
    notes = [tag("p", note) for note in words.notes]
    parts = [tag("thead", tag("tr", head)), tag("tbody", body)]
    return joined(framed(words.title, parts, class_, words.names, headed=headed), notes)


def framed(
    caption: str, parts: Iterable[Part], class_: str, names: Sequence[str] = (), *, headed: bool = False
) -> Html:
    """Make a table that is scrolled by itself where the screen is narrow, also from the keyboard.

    Args:
        caption: What the table shows.
        parts: Its columns, head and bodies.
        class_: Its look.
        names: Of its columns; on a narrow screen each row is a card whose cells bear them.
        headed: Whether the heading above says what the caption says.
    """
    title = tag("caption", caption, class_="unseen" if headed else None)
    spelled = ";".join(f"--n{number}:'{_css(name)}: '" for number, name in enumerate(names, 1))
    look = f"{class_} cards" if names else class_
    made = tag("table", title, parts, class_=look, style=spelled or None)
    return tag("div", made, class_="wide", tabindex="0", role="group", aria_label=caption)


def row_head(code: Code | None) -> Html:
    """Make the cell that heads a row by its number; without one there is nothing to head it by."""
    return tag("th", str(code), scope="row") if code else tag("td")


def _css(text: str) -> str:
    """Write a text for between the quotes of a style sheet."""
    return "".join(sign if sign.isalnum() or sign in " ,\u00a0" else f"\\{ord(sign):x} " for sign in text)
