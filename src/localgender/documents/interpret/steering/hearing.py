"""What a meeting was told: by whom, about what, for which period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender import notation
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering.actors import begins_with_body, body_names, is_body_noun
from localgender.documents.interpret.steering.cited import cited_in
from localgender.documents.interpret.steering.drafts import Item
from localgender.documents.interpret.steering.persons import tidy
from localgender.model.council import Heard
from localgender.notation.bodies import by_stem
from localgender.notation.body_cases import noun_of
from localgender.notation.folding import fold
from localgender.values.periods import Period

_CUE = re.compile(
    r"(?<!\w)(?:(?:було|були)\s+)?(?:(?:розглян|заслух|обговор|презент|представ|проаналіз|заслухов)\w*(?:то|но|ли|ла|в|ні|ані|ено|єно|ило|вали)"
    r"|(?:доповіл|доповів|повідоми|поінформува|проінформува|інформува|ознайоми|звітува)\w*)\s+"
    r"(?:(?:присутніх|учасників|членів\s+\w+)\s+)?(?:(?:про|з|зі|із|щодо)\s+)?"
)
_SUBJECT = re.compile(r"(?<!\w)про\s")
_OBJECTS = (
    r"(?:[\w'-]+(?:у|ий|ою|і|е)\s+){0,3}(?:інформаці(?:ю|ї)|звіт\w?|доповід\w+|питання|статистик\w+|проєкт|хід|стан|"
    r"пропозиці\w+|результат\w+)(?!\w)"
)
_NEXT = re.compile(rf",\s+(?:(?:а також|та)\s+)?(?={_OBJECTS})|\s+а також\s+(?={_OBJECTS})")
_COMPARED = re.compile(
    r"порівнян\w+ (?:з|із) (?:аналогічн|відповідн|таким сам)\w+\s+період\w+\s+(?:минул|попередн)\w+\s+рок"
)
_LED_BY = re.compile(
    r"^\W*(?:також|крім того|далі|своєю чергою|зокрема|на засіданні|під час засідання)[\s,]*"
)
_ITSELF = re.compile(r"(?:координаційн\w+ )?(?:рада|комісія|група|коордрада|учасни\w+|члени)\b")
_OFFICE_END = re.compile(r",|\s+про\s|\s[-–—]\s|\s+(?:як[аи]й?|котр)\w*\s|:|;|$")


def heard_in(sentence: Printed) -> tuple[Item, ...]:
    """Return what a sentence of news says a meeting was told; nothing when it says no such thing."""
    cue = _CUE.search(sentence.folded)
    if cue is None or sentence.folded.count('"', 0, cue.start()) % 2:
        return ()
    before = sentence.text[: cue.start()]
    led = _LED_BY.match(fold(before))
    by_start = led.end() if led else 0
    # «Рада розглянула»: the meeting itself is nobody who reports to it.
    role, by = (None, None) if _ITSELF.match(fold(before[by_start:])) else spoke(before[by_start:])
    named = [("by", sentence.part(by_start, cue.start()))] if by else []
    items = []
    for start, stop in _objects(sentence.folded, cue.end()):
        items.append(_item(sentence.part(start, stop), role, by, named))
    return tuple(items)


def told(printed: Printed) -> Item:
    """Read what stands under «Слухали»: who spoke, then what about."""
    end = _OFFICE_END.search(printed.folded)
    role, by = spoke(printed.text[: end.start() if end else None])
    subject = _SUBJECT.search(printed.folded)
    start = subject.start() if subject and end and printed.folded.count('"', 0, subject.start()) == 0 else 0
    named = [("by", printed.part(0, start))] if start and by else []
    return _item(printed.part(start), role, by, named)


def reported(question: Printed, informant: Printed) -> Item:
    """Read a question of the agenda together with who informs about it."""
    role, by = spoke(informant.text)
    return _item(question, role, by, [("by", informant)])


def _objects(folded: str, at: int) -> Iterator[tuple[int, int]]:
    """Part an enumeration of what was heard; commas inside quotes and names part nothing."""
    stop = len(folded.rstrip(" ."))
    for cut in _NEXT.finditer(folded, at):
        if folded.count('"', at, cut.start()) % 2 == 0:
            yield at, cut.start()
            at = cut.end()
    yield at, stop


def _item(printed: Printed, role: str | None, by: str | None, named: list[tuple[str, Printed]]) -> Item:
    cited = cited_in(printed.text)
    period = _period(printed.text, [(start, stop) for _, start, stop in cited])
    value = Heard(
        tidy(printed.words),
        by,
        role,
        period=period[0] if period else None,
        compared=_COMPARED.search(printed.folded) is not None,
        concerns=[each for each, _, _ in cited],
    )
    parts = [*named, *(("concerns", printed.part(start, stop)) for _, start, stop in cited)]
    if period:
        parts.append(("period", printed.part(period[1], period[2])))
    return Item(value, printed, parts)


def _period(text: str, cited: list[tuple[int, int]]) -> tuple[Period, int, int] | None:
    """Return the one period outside the names of documents, whose years are those of the document."""
    found = [
        each
        for each in notation.periods(text)
        if not any(start < each[2] and each[1] < stop for start, stop in cited)
    ]
    return found[0] if len({period for period, _, _ in found}) == 1 else None


def spoke(words: str) -> tuple[str | None, str | None]:
    """Return office and body of who spoke, in the nominative.

    >>> spoke("Директоркою Центру гендерної рівності"), spoke("Начальник відділу освіти")
    (('директорка', 'Центр гендерної рівності'), ('начальник', 'Відділ освіти'))
    """
    text = words.strip(" ,;:.-–—")
    first = re.match(r"[^\W\d_][\w'’ʼ-]*", text)
    office = by_stem(fold(first[0])) if first else None
    if first is None or (office is None or not office.official):
        if not begins_with_body(text):
            return None, None
        return None, next(iter(body_names(text, bent=not _is_nominative(text))), None)
    noun = noun_of(first[0])
    after = text[first.end() :]
    skipped = re.match(r"(?:\s+(?:з питань|із питань)[^,]*?)?\s+", after)
    body = next(iter(body_names(after[skipped.end() :] if skipped else after)), None)
    return (noun[0] if noun else None), body


def _is_nominative(text: str) -> bool:
    word = next((each for each in re.findall(r"[^\W\d_][\w'’ʼ-]*", text) if is_body_noun(each)), "")
    noun = noun_of(word)
    return noun is not None and fold(word) in noun
