"""Lines over a table: its title, its unit, and the period that all its figures are of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from attrs import frozen

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import spans, verbs
from localgender.documents.interpret.statistics.labels import SILENT, Label, label

_LONGEST, _MOST = 250, 3


@frozen
class Caption:
    """What stands over a table.

    Attributes:
        title: Its heading, which names the indicator where neither rows nor columns do.
        told: Period and unit that hold for the whole table.
    """

    title: str = ""
    told: Label = SILENT


def captioned(lines: Sequence[str], above: Caption) -> Caption:
    """Read the lines over a table: the first is its title, any may tell period and unit."""
    for line in lines:
        read = label(line)
        told = Label(
            unit=read.unit or above.told.unit, period=read.period or above.told.period, nature=read.nature
        )
        above = Caption(above.title or read.words, told)
    return above


def lines_over(lines: Sequence[Printed]) -> list[Printed]:
    """Return the last short lines that tell no figure, which caption the table that follows them."""
    return list(takewhile(_captions, reversed(lines)))[:_MOST][::-1]


def _captions(line: Printed) -> bool:
    told = verbs.VERB.search(line.folded) and spans.numbers(line.text)
    return len(line.text) <= _LONGEST and not line.text.rstrip().endswith(".") and not told
