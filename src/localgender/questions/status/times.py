"""When a clause says that something happens, beside the period that is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from localgender.questions.status import cues
from localgender.questions.status.clauses import Clause, Word
from localgender.questions.status.verbs import is_participle
from localgender.values.periods import Period


class When(StrEnum):
    """Time beside the reported period; untold where the report does not say its period."""

    EARLIER = "earlier"
    NOW = "now"
    LATER = "later"
    UNTOLD = "untold"


@frozen
class Time:
    """One mention of time.

    Attributes:
        when: Beside the reported period.
        words: The words that tell it.
        of_deed: Whether it may tell when a finished deed was done: «за 2022 рік» tells what a report is for.
        of_noun: Whether it belongs to a participle or a named document rather than to the predicate.
        dates: Whether it is a day or a month, not behind «до» or «від», so that it may date an event.
    """

    when: When
    words: tuple[Word, ...]
    of_deed: bool = True
    of_noun: bool = False
    dates: bool = False

    @property
    def tells_deed(self) -> bool:
        """Whether it tells when a finished deed was done."""
        return (self.of_deed or self.when is When.NOW) and not self.of_noun


_YEAR = re.compile(r"(?P<first>(?:19|20)\d\d)(?:-(?P<last>(?:19|20)\d\d))?(?:р|рр|року|рік|роки|роках)?")
_DATE = re.compile(r".*?(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)?\d\d)(?:р)?")
_LONGEST_MONTH = 31
_NUMBERS = {
    name: n
    for n, names in enumerate(
        ("i і 1 перше першому", "ii іі 2 друге другому", "iii ііі 3 третій третьому", "iv іv 4"), 1
    )
    for name in names.split()
}


def times(clause: Clause, period: Period | None) -> tuple[Time, ...]:
    """Return every mention of time in a clause, in order.

    >>> from localgender.questions.status.clauses import clauses
    >>> (clause,) = clauses("Заплановано у 2025 році")
    >>> [str(each.when) for each in times(clause, Period.year(2023))]
    ['later']
    """
    told = (*_said(clause.words), *_stated(clause.words, period))
    # «Більше, ніж торік» compares with a time at which nothing of this was done.
    than = next((word.start for word in clause.words if word.text in cues.THAN), None)
    return tuple(each for each in told if than is None or each.words[0].start < than)


def _said(words: Sequence[Word]) -> Iterator[Time]:
    for at, word in enumerate(words):
        before = words[at - 1].text if at else ""
        if word.text in cues.EARLIER_ADVERBS and before not in ("і", "й"):
            attribute = at + 1 < len(words) and is_participle(words[at + 1].text)
            yield Time(When.EARLIER, (word,), of_noun=attribute)
        elif word.text in cues.YEAR_WORDS or word.stem == "період":
            for when, stems in ((When.EARLIER, cues.PAST), (When.NOW, cues.PRESENT), (When.LATER, cues.NEXT)):
                if any(each.stem in stems or each.text in stems for each in words[max(at - 2, 0) : at]):
                    first = max(at - 2, 0)
                    yield Time(when, tuple(words[first : at + 1]), of_noun=_of_noun(words, at - 1))
                    break


def _stated(words: Sequence[Word], period: Period | None) -> Iterator[Time]:
    for at in range(len(words)):
        if (days := _days(words, at) or _quarter(words, at, period)) is None:
            continue
        first = at - 1 if at and words[at - 1].text in cues.WITHIN else at
        until = at + 2 if at + 1 < len(words) and words[at + 1].text in cues.YEAR_WORDS else at + 1
        before = _preposition(words, at)
        if before in cues.AS_OF:
            continue
        by_act = before == "від" and any(word.text in cues.BY_ACT for word in words[max(at - 8, 0) : at])
        free = before in cues.WITHIN or before == ""
        dates = free and (days.last - days.first).days < _LONGEST_MONTH
        when = _beside(days, period)
        yield Time(when, tuple(words[first:until]), by_act or free, _of_noun(words, at), dates)


def _beside(days: Period, period: Period | None) -> When:
    if period is None:
        return When.UNTOLD
    if days.meets(period):
        return When.NOW
    return When.EARLIER if days.last < period.first else When.LATER


def _days(words: Sequence[Word], at: int) -> Period | None:
    text = words[at].text
    if date := _DATE.fullmatch(text):
        year = int(date["year"]) if len(date["year"]) == 4 else 2000 + int(date["year"])
        month = int(date["month"])
        return Period.month(year, month) if 1 <= month <= 12 else None
    if not (found := _YEAR.fullmatch(text)):
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if first > last:
        return None
    if first == last and at:
        before = words[at - 1]
        for month, root in enumerate(cues.MONTHS, start=1):
            if before.text.startswith(root):
                return Period.month(first, month)
        if part := _part_of_year(words, at - 1, first):
            return part
    return Period.years(first, last)


def _quarter(words: Sequence[Word], at: int, period: Period | None) -> Period | None:
    """Return the quarter or half-year that a word names without its year, in the year that is reported."""
    dated = at + 1 < len(words) and _YEAR.fullmatch(words[at + 1].text)
    return None if period is None or dated else _part_of_year(words, at, period.last.year)


def _part_of_year(words: Sequence[Word], at: int, year: int) -> Period | None:
    number = _NUMBERS.get(words[at - 1].text) if at else None
    if number is not None and words[at].stem.startswith("квартал"):
        return Period.quarter(year, number)
    if number in (1, 2) and words[at].text.startswith("півріч"):
        return Period.half_year(year, number)
    return None


_PREPOSITIONS = cues.WITHIN | cues.OTHER_PREPOSITIONS | cues.AS_OF


def _preposition(words: Sequence[Word], at: int) -> str:
    """Return the preposition that a year depends on, over a month, a day or an adjective; "" without one."""
    for index in range(at - 1, max(at - 5, -1), -1):
        word = words[index]
        if word.text in _PREPOSITIONS:
            return "станом" if index and words[index - 1].text == "станом" else word.text
        if not (word.text.startswith(cues.MONTHS) or word.text[0].isdigit() or word.text in cues.YEAR_PARTS):
            return ""
    return ""


def _of_noun(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word before the time and its preposition is a participle or a named document."""
    index = at - 1
    while index >= 0 and (
        words[index].text in cues.WITHIN | cues.OTHER_PREPOSITIONS
        or words[index].text.startswith(cues.MONTHS)
        or words[index].stem in cues.PAST | cues.PRESENT | cues.NEXT
    ):
        index -= 1
    if index < 0:
        return False
    return is_participle(words[index].text) or words[index].text.startswith(cues.DOCUMENTS)
