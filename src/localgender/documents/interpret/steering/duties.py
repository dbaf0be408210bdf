"""What a body is charged with: lines of a list, each with everything it names."""

from __future__ import annotations

import re

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering.actors import (
    are_unsure,
    begins_with_body,
    body_names,
    capital,
    kind_of,
)
from localgender.documents.interpret.steering.cited import cited_in
from localgender.documents.interpret.steering.drafts import BodyDraft, Item
from localgender.model.bodies import Body, Duty, DutyKind
from localgender.notation.body_cases import nominative
from localgender.values.texts import text as one_spelling

# Beginnings of the words that say what is done; each is sought where a clause begins.
_KINDS = (
    (
        DutyKind.OVERSEES,
        r"(?:координ|спрямов|контрол)\w*\s+(?:діяльніст|робот)\w+\s+"
        r"(?=[^,;]*\b(?:центр|притул|заклад|установ|служб))",
    ),
    (DutyKind.COORDINATES, r"координ|спрямув|спрямову|взаємоді|організову|організаці"),
    (DutyKind.CONSOLIDATES, r"узагальн|зведен|зводить|збира\w+ (?:звіт|інформац)"),
    (
        DutyKind.REPORTS,
        r"звіту|(?:на|по)да(?:є|ють)\b(?=[^;]{0,160}(?:звітн|звіт|інформацію|пропозиці))"
        r"|подання їх|підготовк\w+ (?:\w+ )?звіт|готує звіт",
    ),
    (DutyKind.MONITORS, r"моніторин|контрол|аналіз|облік|вед(?:е|ення) облік|відстежу|оціню"),
    (DutyKind.TAKES_PART, r"бере участь|беруть участь|участь у|долуча"),
    (
        DutyKind.INFORMS,
        r"(?:провод|провед|організ)\w+ (?:\w+ ){0,2}(?:інформ|просвіт|роз'ясн)|інформ|просвітн"
        r"|роз'ясн|поширю|поширення|висвітл",
    ),
    (DutyKind.PREVENTS, r"запобіг|протиді|попередж|профілакт"),
    (
        DutyKind.SUPPORTS,
        r"підтрим|сприя|допомаг"
        r"|нада(?:ння|є|ють) (?:\w+ ){0,3}(?:допомог|послуг|консультац|притул)",
    ),
    (DutyKind.CARRIES_OUT, r"викон|реаліз|здійснення заход|провод|проведен|впровадж|розроб|готує|підготов"),
    (DutyKind.ENSURES, r"забезпеч|створен|створю|позитивн|гаранту|утвердж"),
)
_FORMS = tuple((kind, re.compile(form)) for kind, form in _KINDS)
# A clause begins the line, follows a colon or semicolon, or a verb that needs a noun to say what is done.
_WHEN = r"(?:що(?:року|річно|кварталу|квартально|місяця|місячно)\s+|до\s+\d{1,2}\s+\w+\s+)*"
_VERB = (
    r"(?:здійснює|здійснюють|нада(?:є|ють)|бере|беруть|веде|готує|пода(?:є|ють)|подання|проводить"
    r"|узагальню\w+|координу\w+|здійснення)\b"
)
_CLAUSE = re.compile(rf"(?:^|[:;]\s+|,\s+{_WHEN}(?=(?:а також\s+)?{_VERB})|\s(?:та|і)\s+{_WHEN}(?={_VERB}))")
_EMPTY_VERB = re.compile(r"(?:а також\s+)?(?:здійсню\w+|забезпечу\w+|проводить|веде|організову\w+)\s+")
_AND = re.compile(r"\w+\s+(?:та|і)\s+(?=\w)")
_REPORTS_OF = re.compile(
    r"(?:узагальн|зб[иі]р|зведен)\w+\s+(?:\w+\s+){0,2}?(?:звіт\w*|інформаці\w*|дан\w*|матеріал\w*)\s+(?P<who>.+?)"
    r"(?=\s+(?:щодо|про|за|стосовно|з питань)\b|\s+(?:та|і)\s+(?:\w+\s+){0,4}?(?:нада|пода)\w+|;|\.\s*$|$)"
)
_REPORTS_TO = re.compile(
    r"(?<!\w)(?:нада(?:є|ють)|пода(?:є|ють)|подання|звіту\w+)\s+(?:їх\s+)?(?:до\s+|перед\s+)?(?P<who>.+?)"
    r"(?=\s+(?:звітн|звіт|узагальнен|інформаці|пропозиці|дан\w+|відповідн|щодо|про|щок|щом|щор|зведен)|[;,]|\.?\s*$)"
)
_OVERSEEN = re.compile(
    r"(?:координ|спрямов|контрол)\w*\s+(?:діяльніст|робот)\w+\s+(?P<who>.+?)"
    r"(?=,\s+(?:де|що|якими)\b|[;:]|\.\s*$|\s+(?:щодо|з питань)\b|$)"
)

_CHARGED = re.compile(r"завдан|напрям|функці|повноважен|обов'язк")
_BODY_OF = re.compile(
    r"(?:завдан\w*|напрям\w*(?:\s+діяльності|\s+роботи)?|функці\w*|повноважен\w*)\s+(?P<body>.+?)(?=\s+(?:є|належ\w+|віднос\w+|полягаю\w*)\b|\s*:)"
)
_BODY_FIRST = re.compile(
    r"(?P<body>.+?)\s+(?:відповідно до|згідно з|має|мають|викону\w+|здійсню\w+|є\b)"
    r"(?=.*(?:завдан|напрям|функці|повноважен).*:\s*$)"
)
_DONE_BY = re.compile(
    r"(?P<what>.+?)\s+(?:здійсню(?:є|ю)ться|забезпечу(?:є|ю)ться|поклада(?:є|ю)ться на|викону(?:є|ю)ться)"
    r"\s+(?P<body>.+?)(?=,\s+до складу|[.;]|$)"
)
_PART_OF = re.compile(r"до склад\w+ (?:якого|якої|яких) (?:вход\w+|належ\w+)\s+(?P<body>.+?)(?=[.;]|$)")


def introduced(sentence: Printed) -> BodyDraft | None:
    """Return the body whose list of duties a line opens; None when it opens none."""
    folded = sentence.folded
    if not folded.rstrip().endswith(":") or not _CHARGED.search(folded):
        return None
    for pattern in (_BODY_OF, _BODY_FIRST):
        found = pattern.search(folded)
        if found and begins_with_body(sentence.text[found.start("body") :]):
            span = found.span("body")
            return _draft(sentence.part(*span), sentence)
    return None


def charged(sentence: Printed) -> list[BodyDraft]:
    """Return the body that a sentence says does something, and the part of it that it names."""
    found = _DONE_BY.match(sentence.folded)
    if found is None or not begins_with_body(sentence.text[found.start("body") :]):
        return []
    parent = _draft(sentence.part(*found.span("body")), sentence)
    parent.duties.append(duty(sentence.part(*found.span("what"))))
    drafts = [parent]
    if part := _PART_OF.search(sentence.folded):
        drafts.append(_draft(sentence.part(*part.span("body")), sentence, parent=parent.value.name))
    return drafts


def _draft(named: Printed, sentence: Printed, parent: str | None = None) -> BodyDraft:
    name = capital(nominative(one_spelling(named.text).strip(" :,")))
    return BodyDraft(Body(name, kind_of(name), parent=parent), named, [("sentence", sentence)])


def duty(printed: Printed) -> Item:
    """Read one line of a list of duties."""
    text, folded = printed.text, printed.folded
    cited = cited_in(text)
    spans = {
        "reports_from": _REPORTS_OF.search(folded),
        "reports_to": _REPORTS_TO.search(folded),
        "oversees": _OVERSEEN.search(folded),
    }
    kinds = tuple(_kinds(folded))
    names = {
        name: body_names(text[slice(*found.span("who"))]) if found else () for name, found in spans.items()
    }
    if DutyKind.OVERSEES not in kinds:
        names["oversees"] = ()
    value = Duty(printed.words or "", kinds, concerns=[each for each, _, _ in cited], **names)
    parts = [
        (name, printed.part(*found.span("who"))) for name, found in spans.items() if found and names[name]
    ]
    doubts = [named for _, named in parts if are_unsure(named.text)]
    parts += [("concerns", printed.part(start, stop)) for _, start, stop in cited]
    return Item(value, printed, parts, doubts=doubts)


def _kinds(folded: str) -> list[DutyKind]:
    found: list[DutyKind] = []
    for clause in _CLAUSE.finditer(folded):
        at = clause.end()
        if (empty := _EMPTY_VERB.match(folded, at)) and _kind_at(folded, empty.end()):
            at = empty.end()
        found += filter(None, [_kind_at(folded, at)])
        # «спрямування та координацію»: of two nouns side by side both say what is done.
        if pair := _AND.match(folded, at):
            found += filter(None, [_kind_at(folded, pair.end())])
    return list(dict.fromkeys(found)) or [DutyKind.OTHER]


def _kind_at(folded: str, at: int) -> DutyKind | None:
    return next((kind for kind, form in _FORMS if form.match(folded, at)), None)
