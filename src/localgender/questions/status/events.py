"""Events that are told without a verb: «27.04.2023 – круглий стіл, 35 учасниць»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from localgender.questions.status import cues
from localgender.questions.status.clauses import Word
from localgender.questions.status.senses import Sense, mentions, says
from localgender.questions.status.times import Time, When

# «Відкрита лекція», «два шкільні семінари»; never a noun, so that «протокол семінару» is no seminar.
_ADJECTIVE = re.compile(
    r".{2,}(?:ий|ій|(?:[сц]ьк|[нвт]н|[оеє]в|льн|чн|рн|сн|йн|дн|гл|рит)[аеіою])|дв[аі]|три|чотири|та|і|й"
)
_SENSES = (
    (When.NOW, Sense.DONE),
    (When.EARLIER, Sense.DONE_EARLIER),
    (When.LATER, Sense.PLANNED_LATER),
)


def event(words: Sequence[Word], times: Iterable[Time]) -> tuple[Sense, tuple[Word, ...]] | None:
    """Return what a sentence without a verb says that opens with an event and dates it; None for any other.

    A report tells what was, so a day inside its period was the day of the event.

    >>> from localgender.questions.status.clauses import clauses
    >>> from localgender.questions.status.times import times
    >>> from localgender.values.periods import Period
    >>> (clause,) = clauses("27.04.2023 – круглий стіл")
    >>> sense, words = event(clause.words, times(clause, Period.year(2023)))
    >>> str(sense), [word.text for word in words]
    ('done', ['27.04.2023', 'круглий', 'стіл'])

    Args:
        words: All words of the sentence, none of which is a predicate.
        times: Every mention of time in its main clauses.
    """
    dates = [each for each in times if each.dates and not each.of_noun]
    of_dates = {word for each in dates for word in each.words}
    lead = tuple(takewhile(lambda word: word in of_dates or _introduces(word), words))
    named = words[len(lead) : len(lead) + 1]
    if not (dates and named and named[0].text in cues.EVENTS) or _is_duty(words):
        return None
    told = {each.when for each in dates}
    sense = next((sense for when, sense in _SENSES if when in told), None)
    return (sense, (*lead, *named, *(each for each in dates[0].words if each not in lead))) if sense else None


def _introduces(word: Word) -> bool:
    text = word.text
    counted = text[0].isdigit() or text.startswith(cues.MONTHS)
    return counted or text in cues.WITHIN | cues.YEAR_WORDS or _ADJECTIVE.fullmatch(text) is not None


def _is_duty(words: Sequence[Word]) -> bool:
    """Tell whether a term or a plan is told rather than an event."""
    told = any(word.text in cues.NEGATIONS for word in words) or says(words, cues.TERM)
    return bool(told) or mentions(words, cues.INTENDED)
