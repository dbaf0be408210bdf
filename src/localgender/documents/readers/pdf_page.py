"""What a page of a PDF shows: letters in their places and the straight lines that rule tables."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

# Stands for a letter whose font does not say which it is.
UNTOLD = "\ufffd"


class Letter(NamedTuple):
    """Sign as printed; x and y grow to the right and downwards, in points.

    Attributes:
        text: The sign, or several where one glyph stands for them.
        x: Middle of the sign on the page.
        y: Middle of the sign on the page.
        left: Where it begins along its own reading direction.
        right: Where it ends along its own reading direction.
        base: How far down its line stands, across its own reading direction.
        size: Height of the type.
        turn: Degrees by which its line is turned; 0 for a line that runs to the right.
    """

    text: str
    x: float
    y: float
    left: float
    right: float
    base: float
    size: float
    turn: int


class Rule(NamedTuple):
    """Straight horizontal or vertical line; x and y grow to the right and downwards."""

    left: float
    top: float
    right: float
    bottom: float


@frozen
class PdfPage:
    """Page with its letters in the order of the file."""

    number: int
    letters: tuple[Letter, ...]
    rules: tuple[Rule, ...]
