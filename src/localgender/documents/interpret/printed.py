"""Text of a logical cell, which a page break may have cut in parts, with the places of its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from localgender.notation.folding import fold, joined
from localgender.values.places import Place
from localgender.values.texts import text as one_spelling

_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|strong|em|span|div|font|sup|sub|a|li|ul|ol|table|tbody|tr|td|th|h[1-6])\b[^<>]{0,200}>"
    r"|\*\*|&nbsp;",
    re.IGNORECASE,
)


@frozen
class Fragment:
    """Part of a cell as printed, with every character of markup blanked so that positions stay."""

    text: str
    place: Place

    @classmethod
    def of(cls, text: str, place: Place) -> Fragment:
        """Blank the markup of a whole cell."""
        return cls(_MARKUP.sub(lambda found: " " * len(found[0]), text), place)

    def part(self, start: int, stop: int) -> Fragment | None:
        """Cut characters out, without blanks at the ends; None when nothing is left."""
        words = self.text[start:stop]
        start += len(words) - len(words.lstrip())
        if not (words := words.strip()):
            return None
        return Fragment(words, self.place.within(start, start + len(words)))


def markup(text: str) -> Iterator[re.Match[str]]:
    """Find tags and other markup that leaked into a text."""
    return _MARKUP.finditer(text)


def _fragments(value: Iterable[Fragment]) -> tuple[Fragment, ...]:
    return tuple(value)


@frozen
class Printed:
    """Fragments that read as one text, a space between each two."""

    fragments: tuple[Fragment, ...] = field(default=(), converter=_fragments)

    @classmethod
    def of(cls, text: str, place: Place) -> Printed:
        """Take a whole cell or paragraph."""
        whole = Fragment.of(text, place).part(0, len(text))
        return cls(() if whole is None else (whole,))

    @classmethod
    def at(cls, text: str, table: int, row: int, column: int, page: int | None) -> Printed:
        """Take a whole cell by its numbers, counted from 1."""
        return cls.of(text, Place(table, row, column, 0, 0, page)) if text.strip() else NOTHING

    @property
    def text(self) -> str:
        """The fragments side by side."""
        first = self.fragments[:1]
        if first == self.fragments:
            return first[0].text if first else ""
        return " ".join(fragment.text for fragment in self.fragments)

    @property
    def folded(self) -> str:
        """The text as it is searched; positions are those of `text`."""
        return fold(self.text)

    @property
    def words(self) -> str | None:
        """The text as values hold it; None when there is none."""
        return one_spelling(joined(self.text)) or None

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands, a place for each fragment."""
        return tuple(fragment.place for fragment in self.fragments)

    def __bool__(self) -> bool:
        return bool(self.fragments)

    def __add__(self, other: Printed) -> Printed:
        return Printed(self.fragments + other.fragments)

    def part(self, start: int, stop: int | None = None) -> Printed:
        """Cut characters of `text` out, with their places."""
        stop = len(self.text) if stop is None else stop
        parts, offset = [], 0
        for fragment in self.fragments:
            low, high = max(start - offset, 0), min(stop - offset, len(fragment.text))
            if low < high and (part := fragment.part(low, high)) is not None:
                parts.append(part)
            offset += len(fragment.text) + 1
        return Printed(parts)


NOTHING = Printed()
