"""What one predicate says of a measure, after its negation, its time and its noun are heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from attrs import frozen

from localgender.notation.folding import stems
from localgender.questions.status import cues, phrases
from localgender.questions.status.clauses import Word
from localgender.questions.status.times import Time, When
from localgender.questions.status.verbs import Form, form_of, form_of_participle, is_infinitive


class Sense(StrEnum):
    """What words say of a measure, the strongest first: of several that are said the first holds."""

    DONE = "done"
    BEGUN = "begun"
    CONTINUES = "continues"
    DONE_EARLIER = "done-earlier"
    NOT_PLANNED = "not-planned"
    POSTPONED = "postponed"
    DROPPED = "dropped"
    NOT_DONE = "not-done"
    NO_MONEY = "no-money"
    PLANNED_LATER = "planned-later"
    PROMISED = "promised"


@frozen
class Predicate:
    """A verb in its clause.

    Attributes:
        words: Words of the clause.
        at: Which of them is the verb.
        times: When the clause says it happens.
        money: Whether its sentence has spoken of money by the end of the clause.
    """

    words: tuple[Word, ...]
    at: int
    times: tuple[Time, ...] = ()
    money: bool = False

    @property
    def verb(self) -> str:
        """The verb, folded."""
        return self.words[self.at].text

    @property
    def helpers(self) -> tuple[Word, ...]:
        """Words of negation and of tense beside the verb: «не було проведено», «проведено не було»."""
        first = self.at
        while first and self.words[first - 1].text in _HELPERS:
            first -= 1
        after = self.words[self.at + 1 : self.at + 3]
        behind = len(after) == 2 and after[0].text in cues.NEGATIONS and after[1].text in _TENSES
        return (*self.words[first : self.at], *(after if behind else ()))

    @property
    def negated(self) -> bool:
        """Whether it is said not to happen."""
        return any(word.text in cues.NEGATIONS for word in self.helpers)

    @property
    def pending(self) -> bool:
        """Whether it is said not to have happened yet: «ще не підписано»."""
        return self.negated and not cues.NOT_YET.isdisjoint(self.near(3, 0))

    @property
    def form(self) -> Form:
        """Form of the verb, in the tense that its auxiliary gives it."""
        if any(word.text in cues.FUTURE_AUXILIARY for word in self.helpers):
            return Form.COMES
        return form_of(self.verb) or form_of_participle(self.verb) or Form.COMES

    def near(self, before: int, after: int) -> tuple[str, ...]:
        """Return the words around the verb."""
        around = (
            *self.words[max(self.at - before, 0) : self.at],
            *self.words[self.at + 1 : self.at + 1 + after],
        )
        return tuple(word.text for word in around)

    def only(self, when: When) -> bool:
        """Tell whether the clause tells this time and no other."""
        return {each.when for each in self.times} == {when}


_LONGEST_COUNT = 9
_TENSES = cues.PAST_AUXILIARY | cues.FUTURE_AUXILIARY
_HELPERS = cues.NEGATIONS | _TENSES


def predicates(words: Sequence[Word]) -> tuple[int, ...]:
    """Return which words of a clause are predicates that may tell of work."""
    return tuple(at for at, word in enumerate(words) if form_of(word.text) or _promises(words, at))


def _promises(words: Sequence[Word], at: int) -> bool:
    ahead = words[at + 1 : at + 4]
    return words[at].text in cues.FUTURE_AUXILIARY and any(is_infinitive(word.text) for word in ahead)


def sense(told: Predicate) -> Sense | None:
    """Return what a predicate says of the measure; None when it says nothing of it."""
    if _of_money(told):
        return Sense.NO_MONEY if told.negated else None
    if told.verb.startswith(cues.FALLING_DUE):
        return Sense.NOT_PLANNED if told.negated and says(told.words, cues.TERM) else None
    if _only_wished(told) or _from_outside(told) or _names_executor(told) or _hands_on(told):
        return None
    return _negated(told) if told.negated else _affirmed(told)


def _only_wished(told: Predicate) -> bool:
    """Tell whether something ought to be, or would be: «має бути проведено», «дозволило б»."""
    ought = told.form is Form.DONE and set(told.near(3, 0)) & cues.OUGHT
    return bool(ought or set(told.near(0, 1)) & cues.WOULD)


def _from_outside(told: Predicate) -> bool:
    arises = told.verb.startswith(cues.ARISING) and mentions(told.words, cues.OCCASIONS)
    return arises or told.verb.startswith(cues.COMING_IN)


def _names_executor(told: Predicate) -> bool:
    """Tell whether a clause only says whose duty a measure is: «захід виконує відділ освіти»."""
    if told.verb not in cues.CARRYING or told.times or unended(told):
        return False
    before, after = told.words[: told.at], told.words[told.at + 1 : told.at + 2]
    return all(word.text.startswith(cues.OBJECTS) for word in before) and mentions(after, cues.BODIES)


def _hands_on(told: Predicate) -> bool:
    """Tell whether a measure or news of it only changes hands: «передано на виконання»."""
    if told.negated:
        return told.verb.startswith(cues.TELLING) and mentions(told.words, cues.NEWS)
    handed = told.verb.startswith(cues.HANDED) and bool(says(told.words, cues.HANDED_ON))
    return handed or (told.verb.startswith(cues.TAKEN_OFF) and bool(says(told.words, cues.OFF_CONTROL)))


def _of_money(told: Predicate) -> bool:
    if told.verb.startswith(cues.FINANCING):
        return True
    if told.verb.startswith(cues.CARRYING_OUT):
        return any(word.startswith(cues.MONEY) for word in told.near(2, 1))
    return told.verb.startswith(cues.GIVING) and told.money


def mentions(words: Iterable[Word], roots: tuple[str, ...]) -> bool:
    """Tell whether some word begins with one of some roots."""
    return any(word.text.startswith(roots) for word in words)


def _negated(told: Predicate) -> Sense | None:
    if told.times and not any(each.when is When.NOW for each in told.times):
        # What was not done in another year says nothing of this one.
        return None
    match told.form:
        case Form.PLANNED:
            return Sense.NOT_PLANNED
        case Form.PUT_OFF | Form.DROPPED:
            return None
    return Sense.BEGUN if told.verb.startswith(cues.FINISHING) else Sense.NOT_DONE


def _affirmed(told: Predicate) -> Sense | None:  # noqa: PLR0911 - one for each form
    match told.form:
        case Form.PUT_OFF:
            return Sense.POSTPONED
        case Form.DROPPED:
            lost = told.verb.startswith(cues.LOST)
            return None if lost and not mentions(told.words, cues.RELEVANCE) else Sense.DROPPED
        case Form.BEGUN:
            return None if says(told.words, cues.TERM) else Sense.BEGUN
        case Form.COMES | Form.PLANNED:
            if told.only(When.UNTOLD):
                return None
            return Sense.PLANNED_LATER if told.only(When.LATER) else Sense.PROMISED
        case Form.GOES_ON:
            return Sense.PLANNED_LATER if told.only(When.LATER) else Sense.CONTINUES
    return _past(told)


def _past(told: Predicate) -> Sense:
    if told.verb.startswith(cues.TAKEN_OFF) and says(told.words, cues.OFF):
        return Sense.DROPPED
    if _partly(told.words):
        return Sense.BEGUN
    deeds = {each.when for each in told.times if each.tells_deed}
    if deeds == {When.EARLIER}:
        return Sense.DONE_EARLIER
    # A count or a date makes an event of what else would only go on.
    counted = any(word.text[0].isdigit() for word in told.words)
    return Sense.CONTINUES if unended(told) and not counted else Sense.DONE


def _partly(words: Sequence[Word]) -> bool:
    """Tell whether only a part is done: «частково», «на 50 %»."""
    texts = [word.text for word in words]
    if set(texts) & (cues.PARTLY | cues.PORTIONS) or _falls_short(texts):
        return True
    if any(stage == cues.STAGE and before in cues.FIRST for before, stage in pairwise(texts)):
        return True
    for at, (on, number, percent) in enumerate(zip(texts, texts[1:], texts[2:], strict=False)):
        told = on == "на" and number.isdecimal() and percent in cues.PERCENT_WORDS
        # «На 12 % більше» compares, it tells of no part.
        if told and int(number) < 100 and texts[at + 3 : at + 4] not in cues.COMPARED:
            return True
    return False


def _falls_short(texts: Sequence[str]) -> bool:
    """Tell whether fewer are told than were intended: «із 10 запланованих лекцій проведено 6»."""
    for of, intended, planned in zip(texts, texts[1:], texts[2:], strict=False):
        if of in ("з", "із") and _is_count(intended) and planned.startswith(cues.INTENDED):
            others = [int(text) for text in texts if _is_count(text) and text != intended]
            return bool(others) and max(others) < int(intended)
    return False


def _is_count(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_COUNT


def unended(told: Predicate) -> tuple[Word, ...]:
    """Return the words by which work goes on and on; of unfinished verbs also those by which it recurs."""
    if said := says(told.words, phrases.CONTINUOUS):
        return said
    if told.form in (Form.WORKED, Form.GOES_ON) and (said := says(told.words, phrases.RECURRING)):
        return said
    provided = mentions(told.words, cues.PROVIDING)
    constant = cues.CONSTANT if provided else cues.STEADY if told.form is Form.WORKED else ()
    return tuple(word for word in told.words if word.text.startswith(constant))


@cache
def _stems(phrase: str) -> tuple[str, ...]:
    return stems(phrase)


@lru_cache(maxsize=64)
def _first_words(phrases: tuple[str, ...]) -> dict[str, list[int]]:
    """Sort phrases by the word without which none is said: itself where it is one, else its first stem."""
    numbers: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        sought = _stems(phrase)
        numbers.setdefault(sought[0] if len(sought) > 1 else phrase, []).append(number)
    return numbers


def _near(phrases: tuple[str, ...], texts: list[str], by_stem: list[str]) -> list[str]:
    """Return the few phrases, in their order, of which some word is there."""
    firsts = _first_words(phrases)
    there = firsts.keys() & {*texts, *by_stem}
    return [phrases[number] for number in sorted(number for word in there for number in firsts[word])]


def says(words: Sequence[Word], phrases: Iterable[str]) -> tuple[Word, ...]:
    """Return the words of the first phrase that is said; one word is compared whole, several by stems.

    >>> from localgender.questions.status.clauses import clauses
    >>> (clause,) = clauses("Подано звіт за попередній звітний період")
    >>> [word.text for word in says(clause.words, ["попередні звітні періоди"])]
    ['попередній', 'звітний', 'період']
    """
    texts, by_stem = [word.text for word in words], [word.stem for word in words]
    for phrase in _near(tuple(phrases), texts, by_stem):
        sought = _stems(phrase)
        if len(sought) == 1 and phrase in texts:
            at = texts.index(phrase)
            if not mentions(words[at + 1 : at + 2], cues.ACTING):
                return (words[at],)
        for at in range(len(words) - len(sought) + 1 if len(sought) > 1 else 0):
            if tuple(by_stem[at : at + len(sought)]) == sought:
                return tuple(words[at : at + len(sought)])
    return ()
