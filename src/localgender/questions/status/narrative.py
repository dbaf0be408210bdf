"""What the words of a report say of a measure: done, going on, done earlier, put off, not done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from attrs import evolve, frozen

from localgender.questions.status import cues, phrases
from localgender.questions.status.clauses import Clause, Word, clauses
from localgender.questions.status.events import event
from localgender.questions.status.senses import Predicate, Sense, mentions, predicates, says, sense, unended
from localgender.questions.status.times import Time, When, times
from localgender.questions.status.verbs import form_of_participle
from localgender.values.periods import Period

_STRENGTH = {each: rank for rank, each in enumerate(Sense)}
_LONGEST = 90
_NEAR = 6
# What services are for, «послуги, які надаються …», says nothing of the measure.
_LOOSE = (Sense.CONTINUES, Sense.BEGUN, Sense.PROMISED)


@frozen
class Telling:
    """What one clause says, and the words that say it.

    Attributes:
        sense: What it says.
        quoted: The deciding words, exactly as printed.
        dependent: Whether the clause only explains another.
        formal: Whether it is a formal answer, such as «виконано» alone.
        counted: Whether its sentence tells a number or a date.
        pending: Whether it says that something is not done yet.
    """

    sense: Sense
    quoted: str
    dependent: bool = False
    formal: bool = False
    counted: bool = False
    pending: bool = False

    @property
    def weighs(self) -> bool:
        """Whether it decides where only dependent clauses speak: «вебінар, у якому взяли участь 12 осіб»."""
        return self.sense not in _LOOSE and (self.counted or self.sense is not Sense.DONE)


def tellings(text: str, period: Period | None = None) -> tuple[Telling, ...]:
    """Return what each clause of a narrative says, in order; clauses that say nothing clear are left out.

    >>> told = tellings("Тренінг не проводився. Планується у 2024 році.", Period.year(2023))
    >>> [(str(each.sense), each.quoted) for each in told]
    [('not-done', 'не проводився'), ('planned-later', 'Планується у 2024 році')]

    Args:
        text: Narrative as printed.
        period: What is reported; without it years are neither earlier nor later.
    """
    parts = clauses(text)
    sentences = [list(each) for _, each in groupby(parts, key=lambda part: part.sentence)]
    listed = _listed_plans(sentences, text)
    told = [
        each
        for sentence, plan in zip(sentences, listed, strict=True)
        for each in _sentence(sentence, text, period, plan=plan)
    ]
    return tuple(told) or tuple(_participles(parts, text, period))


def decided(told: Iterable[Telling]) -> tuple[Telling, ...]:
    """Return the tellings that decide: formal answers, else the strongest of what main clauses say.

    What is done while more is not done yet has begun.

    >>> [each.quoted for each in decided(tellings("Не проведено, оскільки кошти спрямовано на оборону."))]
    ['Не проведено']
    """
    told = tuple(told)
    formal, main = [each for each in told if each.formal], [each for each in told if not each.dependent]
    heard = formal or main or [each for each in told if each.weighs]
    strongest = min((each.sense for each in heard), key=_STRENGTH.__getitem__, default=None)
    pending = [evolve(each, sense=Sense.BEGUN) for each in heard if each.pending]
    if strongest is Sense.DONE and pending:
        return tuple(pending)
    return tuple(each for each in heard if each.sense is strongest)


def _listed_plans(sentences: Iterable[list[Clause]], text: str) -> Iterator[bool]:
    """Tell of each sentence whether it continues a list that a plan opens: «заплановано: …; …»."""
    plan = False
    for parts in sentences:
        first = parts[0].words[0].start
        plan = plan and ";" in text[max(first - _NEAR, 0) : first]
        yield plan
        plan = plan or any(mentions(part.words, cues.INTENDED) for part in parts)


def _sentence(
    parts: list[Clause], text: str, period: Period | None, *, plan: bool = False
) -> Iterator[Telling]:
    every = [times(part, period) for part in parts]
    words = [word for part in parts for word in part.words]
    formal = parts[0].sentence == 0 and all(word.text in cues.FORMAL for word in words)
    counted = any(word.text[0].isdigit() for word in words)
    answered = _is_answer(parts[0], text)
    money = spoke = False
    for part, when in zip(parts, _shared(parts, every), strict=True):
        money = money or mentions(part.words, cues.MONEY)
        for at in predicates(part.words):
            if (told := _told(Predicate(part.words, at, when, money), text)) is not None:
                spoke = True
                dependent = part.dependent or any(word.text in cues.SUBORDINATE for word in part.words[:at])
                answer = formal or (answered and part is parts[0])
                yield evolve(told, dependent=dependent, formal=answer, counted=counted)
    if not spoke:
        said = tuple(_without_verb(parts, every, text))
        yield from said or ([] if plan else _event(parts, every, text))


def _is_answer(part: Clause, text: str) -> bool:
    """Tell whether a narrative opens with a formal answer that the rest explains: «виконано частково: …»."""
    explained = text[part.words[-1].stop :].lstrip().startswith(":")
    return part.sentence == 0 and explained and all(word.text in cues.FORMAL for word in part.words)


def _shared(parts: list[Clause], every: list[tuple[Time, ...]]) -> Iterator[tuple[Time, ...]]:
    """Yield the times of each clause; one that tells none goes by its neighbours in the sentence."""
    none: tuple[Time, ...] = ()
    following = list(accumulate(reversed(every), _latest, initial=none))[-2::-1]
    preceding = accumulate(every, _latest, initial=none)
    for part, own, before, after in zip(parts, every, preceding, following, strict=False):
        if own or _is_constant(part) or says(part.words, phrases.CONTINUOUS):
            yield own
        else:
            yield _of_deeds(before) or _of_deeds(after)


def _latest(known: tuple[Time, ...], told: tuple[Time, ...]) -> tuple[Time, ...]:
    return told or known


def _of_deeds(near: tuple[Time, ...]) -> tuple[Time, ...]:
    return tuple(each for each in near if not each.of_noun)


def _is_constant(part: Clause) -> bool:
    return any(word.text.startswith(cues.CONSTANT) for word in part.words)


def _told(told: Predicate, text: str) -> Telling | None:
    if (said := sense(told)) is None:
        return None
    deciding = [told.words[told.at], *told.helpers]
    deciding += [word for word in told.words[told.at + 1 : told.at + 2] if word.text in cues.TAKEN_WITH]
    more: tuple[Word, ...] = ()
    if said in (Sense.DONE_EARLIER, Sense.PLANNED_LATER):
        more = tuple(word for each in told.times for word in each.words if word in told.words)
    elif said is Sense.CONTINUES:
        more = unended(told)
    whole = _quotation([*deciding, *more], text)
    return Telling(
        said, whole if len(whole) <= _LONGEST else _quotation(deciding, text), pending=told.pending
    )


def _quotation(words: Iterable[Word], text: str) -> str:
    words = tuple(words)
    return text[min(word.start for word in words) : max(word.stop for word in words)]


_WITHOUT_VERB = (
    (phrases.IRRELEVANT, Sense.DROPPED),
    (phrases.IMPOSSIBLE, Sense.NOT_DONE),
    (phrases.NO_MONEY, Sense.NO_MONEY),
    (phrases.UNDER_WAY, Sense.BEGUN),
    (phrases.CONTINUOUS, Sense.CONTINUES),
)


def _without_verb(parts: list[Clause], every: list[tuple[Time, ...]], text: str) -> Iterator[Telling]:
    """Read a sentence that has no verb of work: «у стадії виконання», «термін – 2025 рік»."""
    for part, when in zip(parts, every, strict=True):
        said = [(meant, words) for phrases, meant in _WITHOUT_VERB if (words := says(part.words, phrases))]
        if " ".join(word.text for word in part.words) in phrases.UNDER_WAY_ALONE:
            said = [(Sense.BEGUN, part.words)]
        later = {each.when for each in when} == {When.LATER} and not predicates(part.words)
        if not said and later and says(part.words, cues.TERM):
            said = [(Sense.PLANNED_LATER, part.words)]
        for meant, words in said[:1]:
            yield Telling(meant, _quotation(words, text), dependent=part.dependent)


def _event(parts: list[Clause], every: list[tuple[Time, ...]], text: str) -> Iterator[Telling]:
    words = tuple(word for part in parts for word in part.words)
    when = [each for part, told in zip(parts, every, strict=True) if not part.dependent for each in told]
    if not predicates(words) and (found := event(words, when)):
        yield Telling(found[0], _quotation(found[1], text), counted=True)


def _participles(parts: Iterable[Clause], text: str, period: Period | None) -> Iterator[Telling]:
    """Read «рубрика створена»: a participle is trusted where nothing else in the narrative speaks."""
    for part in parts:
        when = tuple(evolve(each, of_noun=False) for each in times(part, period))
        for at, word in enumerate(part.words):
            # The first word of a clause describes a noun («відеоролики, створені раніше»), a capital makes
            # a name («Світлана»).
            unsure = not at or part.dependent or text[word.start].isupper()
            if unsure or not form_of_participle(word.text):
                continue
            if (told := _told(Predicate(part.words, at, when), text)) is not None:
                yield told
