"""Rows of a picture: words to the left, what is counted of them to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localgender.showing.plots.canvas import FAINT, INK, MARGIN, SMALL, Part, Row, Scale, lines
from localgender.showing.plots.lettering import room

_BAR = 14
Share = tuple[int, str]


def across(width: int, highest: int, labels: Iterable[str]) -> Scale:
    """Return where the bars of counted things begin and end: words take a little more than half."""
    left = MARGIN + (width - 2 * MARGIN) * 55 // 100
    beside = max((room(each, SMALL) for each in labels), default=0)
    return Scale(0, max(1, highest), left, max(width - MARGIN - beside - 10, left + 20))


def counted_row(text: str, shares: Iterable[Share], label: str, *, scale: Scale, about: Row) -> Part:
    """Set a name beside the bar of what is counted of it.

    Args:
        text: Name; of a long one the first four lines.
        shares: How many, and the fill of that part of the bar; no bar without any.
        label: Words after the bar.
        scale: Of all bars.
        about: Facts that the rows of data carry.
    """
    named = lines(text, width=scale.left - MARGIN - 10, size=SMALL, most=4)
    height = max(named.height, _BAR + 2)
    return Part(height + 5, [*named.shapes, *_bar(shares, label, scale, about)])


def _bar(shares: Iterable[Share], label: str, scale: Scale, about: Row) -> Iterator[tuple[str, Row]]:
    start, middle = 0, _BAR // 2 + 1
    for count, fill in shares:
        if count:
            ends = {"at": start, "till": start + count, "y": 1, "y2": _BAR + 1}
            yield "span", {**ends, "fill": fill, "stroke": INK, **about}
            start += count
    look = {"text": label, "size": SMALL, "fill": INK if start else FAINT}
    yield "label", {"at": start, "y": middle, **look, **({} if start else about)}


def legend(entries: Iterable[tuple[str, str]], width: int) -> Iterator[Part]:
    """Tell what each fill means, one a line."""
    for fill, text in entries:
        told = lines(text, x=MARGIN + 22, width=width - 2 * MARGIN - 22, size=SMALL)
        look = {"x": MARGIN, "x2": MARGIN + 14, "y": 2, "y2": 13, "fill": fill, "stroke": INK}
        yield Part(told.height, [("box", look), *told.shapes])
    yield Part(8)
