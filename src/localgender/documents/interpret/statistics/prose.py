"""Paragraphs that tell figures, sentence by sentence."""

from __future__ import annotations

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import spans, verbs
from localgender.documents.interpret.statistics.gathered import Gathered
from localgender.documents.interpret.statistics.keeping import Context
from localgender.documents.interpret.statistics.sentence import Sentence
from localgender.notation.folding import fold

_LONGEST_TITLE = 250


def is_title(text: str) -> bool:
    """Tell whether a line is the heading of statistics: short, no sentence, and no figure in it."""
    short = len(text) <= _LONGEST_TITLE and not text.rstrip().endswith((".", ";"))
    return short and verbs.TITLE.search(fold(text)) is not None and not spans.numbers(text)


def read_prose(line: Printed, context: Context, gathered: Gathered) -> None:
    """Read the figures of a paragraph; a period and a subject hold until the paragraph ends."""
    here = Context(context.period, context.place)
    for start, stop in spans.sentences(line.text):
        Sentence(line.part(start, stop), here, gathered).read()
