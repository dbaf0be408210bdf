"""Paragraphs that tell figures, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import spans, verbs
from localgender.documents.interpret.statistics.gathered import Gathered
from localgender.documents.interpret.statistics.keeping import Context
from localgender.documents.interpret.statistics.sentence import Sentence
from localgender.notation.folding import fold

_LONGEST_TITLE = 250
_ITEM = re.compile(r"\s*(?:[-–—•*·]|[0-9]|[а-яіїєґ])")


def is_title(text: str) -> bool:
    """Tell whether a line is the heading of statistics: short, no sentence, and no figure in it."""
    short = len(text) <= _LONGEST_TITLE and not text.rstrip().endswith((".", ";"))
    return short and verbs.TITLE.search(fold(text)) is not None and not spans.numbers(text)


def read_prose(lines: Iterable[Printed], context: Context, gathered: Gathered) -> None:
    """Read the figures of paragraphs; a period and a subject hold for a paragraph and the list below it."""
    here, listing = Context(context.period, context.place), False
    for line in lines:
        listing = listing and _ITEM.match(line.text) is not None
        if not listing:
            here = Context(context.period, context.place)
        here.listing = listing
        for start, stop in spans.sentences(line.text):
            Sentence(line.part(start, stop), here, gathered).read()
        listing = listing or line.text.rstrip().endswith(":")
