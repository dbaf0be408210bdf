"""What the words of a report say of a measure: done, going on, done earlier, put off, not done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import evolve, frozen

from localgender.notation.folding import stems
from localgender.questions import cues
from localgender.questions.clauses import Clause, Word, clauses
from localgender.questions.times import Time, When, times
from localgender.questions.verbs import Form, form_of, is_infinitive, is_participle
from localgender.values.periods import Period


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


_STRENGTH = {sense: rank for rank, sense in enumerate(Sense)}


@frozen
class Telling:
    """What one clause says, and the words that say it.

    Attributes:
        sense: What it says.
        quoted: The deciding words, exactly as printed.
        start: First character of the quotation in the narrative.
        dependent: Whether the clause only explains another.
        formal: Whether it is a formal answer, such as «виконано» alone.
    """

    sense: Sense
    quoted: str
    start: int = 0
    dependent: bool = False
    formal: bool = False


def tellings(text: str, period: Period | None = None) -> tuple[Telling, ...]:
    """Return what each clause of a narrative says, in order; clauses that say nothing clear are left out.

    >>> told = tellings("Тренінг не проводився. Планується у 2024 році.", Period.year(2023))
    >>> [(str(each.sense), each.quoted) for each in told]
    [('not-done', 'не проводився'), ('planned-later', 'Планується у 2024 році')]

    Args:
        text: Narrative as printed.
        period: What is reported; without it years say nothing.
    """
    told: list[Telling] = []
    for sentence in _by_sentence(clauses(text)):
        told += _sentence(sentence, text, period)
    return tuple(told)


def decided(told: Iterable[Telling]) -> tuple[Telling, ...]:
    """Return the tellings that decide: formal answers, else the strongest of what main clauses say.

    >>> [each.quoted for each in decided(tellings("Не проведено, оскільки кошти спрямовано на оборону."))]
    ['Не проведено']
    """
    told = tuple(told)
    heard = (
        [each for each in told if each.formal] or [each for each in told if not each.dependent] or list(told)
    )
    strongest = min((each.sense for each in heard), key=_STRENGTH.__getitem__, default=None)
    return tuple(each for each in heard if each.sense is strongest)


def _by_sentence(parts: Sequence[Clause]) -> list[list[Clause]]:
    numbers = dict.fromkeys(part.sentence for part in parts)
    return [[part for part in parts if part.sentence == number] for number in numbers]


def _sentence(parts: list[Clause], text: str, period: Period | None) -> Iterator[Telling]:
    every = [times(part, period) for part in parts]
    words = [word for part in parts for word in part.words]
    formal = parts[0].sentence == 0 and all(word.text in cues.FORMAL for word in words)
    spoke = False
    for number, part in enumerate(parts):
        for at in _predicates(part):
            told = _told(part, at, _time(number, every), text)
            if told is not None:
                spoke = True
                yield evolve(told, dependent=part.dependent, formal=formal)
    if not spoke:
        yield from _without_verb(parts, every, text)


def _predicates(part: Clause) -> Iterator[int]:
    for at, word in enumerate(part.words):
        promises = word.text in cues.FUTURE_AUXILIARY and _infinitive_after(part.words, at)
        if promises or form_of(word.text) is not None:
            yield at


def _infinitive_after(words: Sequence[Word], at: int) -> bool:
    return any(is_infinitive(word.text) for word in words[at + 1 : at + 4])


def _time(number: int, every: list[tuple[Time, ...]]) -> tuple[Time, ...]:
    """Return the times of a clause; one that tells none goes by its neighbours in the sentence."""
    if every[number]:
        return every[number]
    before = [each for each in reversed(every[:number]) if each]
    after = [each for each in every[number + 1 :] if each]
    for near in [*before[:1], *after[:1]]:
        if shared := tuple(each for each in near if not each.of_noun):
            return shared
    return ()


def _told(part: Clause, at: int, when: tuple[Time, ...], text: str) -> Telling | None:
    words = part.words
    sense = _sense(words, at, when)
    if sense is None:
        return None
    deciding = [words[at], *_around(words, at)]
    if sense in (Sense.DONE_EARLIER, Sense.PLANNED_LATER, Sense.CONTINUES):
        own = set(words)
        deciding += [word for each in when for word in each.words if word in own][:3]
    start, stop = min(word.start for word in deciding), max(word.stop for word in deciding)
    return Telling(sense, text[start:stop], start)


def _around(words: Sequence[Word], at: int) -> list[Word]:
    """Return the words of negation and of tense beside a predicate."""
    around: list[Word] = []
    for index in range(at - 1, -1, -1):
        if words[index].text not in cues.NEGATIONS | cues.FUTURE_AUXILIARY | cues.PAST_AUXILIARY:
            break
        around.append(words[index])
    after = [word.text for word in words[at + 1 : at + 3]]
    if (
        len(after) == 2
        and after[0] in cues.NEGATIONS
        and after[1] in cues.PAST_AUXILIARY | cues.FUTURE_AUXILIARY
    ):
        around += words[at + 1 : at + 3]
    return around


def _sense(words: Sequence[Word], at: int, when: tuple[Time, ...]) -> Sense | None:
    around = {word.text for word in _around(words, at)}
    negated = bool(around & cues.NEGATIONS)
    form = form_of(words[at].text) or Form.COMES
    if around & cues.FUTURE_AUXILIARY:
        form = Form.COMES
    ahead = {word.text for word in words[max(at - 3, 0) : at]}
    if form is Form.DONE and ahead & cues.OUGHT:
        return None
    if _gives_money(words, at, form):
        return Sense.NO_MONEY if negated else None
    if negated:
        return _negated(words, form, when)
    return _affirmed(words, form, when)


def _gives_money(words: Sequence[Word], at: int, form: Form) -> bool:
    verb = words[at].text
    if verb.startswith(cues.FINANCING):
        return True
    beside = (*words[max(at - 2, 0) : at], *words[at + 1 : at + 2])
    if verb.startswith(cues.CARRYING_OUT):
        return any(word.text.startswith(cues.MONEY) for word in beside)
    return verb.startswith(cues.GIVING) and any(word.text.startswith(cues.MONEY) for word in words)


def _negated(words: Sequence[Word], form: Form, when: tuple[Time, ...]) -> Sense | None:
    others = {each.when for each in when}
    if When.NOW not in others and others:
        # What was not done in another year says nothing of this one.
        return None
    if form is Form.PLANNED:
        return Sense.NOT_PLANNED
    if form in (Form.PUT_OFF, Form.DROPPED):
        return None
    if any(word.text.startswith(cues.OCCASIONS) for word in words):
        return None
    return Sense.NOT_DONE


def _affirmed(words: Sequence[Word], form: Form, when: tuple[Time, ...]) -> Sense | None:
    match form:
        case Form.PUT_OFF:
            return Sense.POSTPONED
        case Form.DROPPED:
            return Sense.DROPPED
        case Form.BEGUN:
            return Sense.BEGUN
        case Form.COMES | Form.PLANNED:
            return Sense.PLANNED_LATER if _only(when, When.LATER) else Sense.PROMISED
        case Form.GOES_ON:
            return Sense.PLANNED_LATER if _only(when, When.LATER) else Sense.CONTINUES
    return _past(words, form, when)


def _past(words: Sequence[Word], form: Form, when: tuple[Time, ...]) -> Sense:
    if any(word.text in cues.PARTLY for word in words):
        return Sense.BEGUN
    if _only(
        [each for each in when if (each.of_deed or each.when is When.NOW) and not each.of_noun], When.EARLIER
    ):
        return Sense.DONE_EARLIER
    # A count or a date makes an event of what else would only go on.
    counted = any(word.text[0].isdigit() for word in words)
    unended = _says(words, cues.CONTINUOUS) or _constant(words)
    if form is Form.WORKED:
        unended = unended or _says(words, cues.RECURRING)
    return Sense.CONTINUES if unended and not counted else Sense.DONE


def _only(when: Iterable[Time], wanted: When) -> bool:
    return {each.when for each in when} == {wanted}


def _says(words: Sequence[Word], phrases: Iterable[str]) -> tuple[Word, ...]:
    """Return the words of the first phrase that is said; one word is compared whole, several by stems."""
    texts, by_stem = [word.text for word in words], [word.stem for word in words]
    for phrase in phrases:
        sought = stems(phrase)
        if len(sought) == 1:
            if phrase in texts:
                return (words[texts.index(phrase)],)
            continue
        for at in range(len(words) - len(sought) + 1):
            if tuple(by_stem[at : at + len(sought)]) == sought:
                return tuple(words[at : at + len(sought)])
    return ()


def _constant(words: Sequence[Word]) -> bool:
    """Tell whether something constant is provided: «забезпечено постійний доступ»."""
    return any(word.text.startswith(cues.PROVIDING) for word in words) and any(
        word.text.startswith(cues.CONSTANT) for word in words
    )


_WITHOUT_VERB = (
    (cues.NOT_YET, Sense.NOT_PLANNED),
    (cues.NO_MONEY, Sense.NO_MONEY),
    (cues.UNDER_WAY, Sense.BEGUN),
    (cues.CONTINUOUS, Sense.CONTINUES),
)


def _without_verb(parts: list[Clause], every: list[tuple[Time, ...]], text: str) -> Iterator[Telling]:
    """Read a sentence that has no verb of work: «у стадії виконання», «термін – 2025 рік»."""
    for part, when in zip(parts, every, strict=True):
        for phrases, sense in _WITHOUT_VERB:
            if said := _says(part.words, phrases):
                yield _quoted(sense, said, text, part)
                break
        else:
            yield from _participle(part, when, text)
            if _only(when, When.LATER) and _says(part.words, cues.TERM):
                yield _quoted(Sense.PLANNED_LATER, part.words, text, part)


def _participle(part: Clause, when: tuple[Time, ...], text: str) -> Iterator[Telling]:
    for at, word in enumerate(part.words):
        if at and is_participle(word.text, nominative=True) and not part.dependent:
            negated = part.words[at - 1].text in cues.NEGATIONS
            said = part.words[at - negated : at + 1]
            sense = Sense.NOT_DONE if negated else Sense.DONE
            if not negated and _only([each for each in when if each.of_deed], When.EARLIER):
                sense = Sense.DONE_EARLIER
            yield _quoted(sense, said, text, part)
            return


def _quoted(sense: Sense, words: Sequence[Word], text: str, part: Clause) -> Telling:
    start, stop = words[0].start, words[-1].stop
    return Telling(sense, text[start:stop], start, dependent=part.dependent)
