"""What the page tells of, and how tables of the library are laid out on it."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from localgender.documents.reading import Reading
from localgender.findings import Findings
from localgender.questions.audit import Checked
from localgender.questions.status import Statuses
from localgender.showing.page.elements import Html, Part, joined, tag
from localgender.showing.tables import Align, Table, in_words
from localgender.values.places import Place


@frozen
class Asked:
    """A reading with everything asked of it.

    Attributes:
        reading: What was read.
        found: Findings of reading and of the rules, in the order of their numbers.
        checked: What the rules were asked.
        statuses: Status of each measure.
        hidden: Places whose words stay off the page.
    """

    reading: Reading[Any]
    found: Findings
    checked: tuple[Checked, ...]
    statuses: Statuses
    hidden: tuple[Place, ...] = ()


def grid(table: Table, language: str, class_: str = "answer") -> Html:
    """Lay out any table of the library."""
    words = in_words(table, language)
    sides = [None if each is Align.LEFT else "figure" for each in words.aligns]
    head = [tag("th", each, scope="col", class_=side) for each, side in zip(words.names, sides, strict=True)]
    body = [
        tag("tr", [tag("td", each, class_=side) for each, side in zip(row, sides, strict=True)])
        for row in words.rows
    ]
    notes = [tag("p", note) for note in words.notes]
    return joined(framed(words.title, tag("tr", head), body, class_), notes)


def framed(caption: str, head: Html, body: list[Html], class_: str) -> Html:
    """Make a table that is scrolled by itself where the screen is narrow, also from the keyboard."""
    inside: list[Part] = [tag("caption", caption), tag("thead", head), tag("tbody", body)]
    made = tag("table", inside, class_=class_)
    return tag("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)
