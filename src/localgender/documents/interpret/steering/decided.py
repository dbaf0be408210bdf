"""One decision in prose or in minutes: what it does, who is to do it, and by when."""

from __future__ import annotations

import re

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.steering.actors import are_unsure, begins_with_body, body_names
from localgender.documents.interpret.steering.cited import cited_in
from localgender.documents.interpret.steering.drafts import Item
from localgender.documents.interpret.steering.due import LABEL, as_due, due_in
from localgender.documents.interpret.steering.persons import tidy
from localgender.model.council import Decision, DecisionKind
from localgender.notation.folding import fold
from localgender.values.terms import Term

# Beginnings of the words that say what a decision does, in any form of the verb; the first that fits.
_KINDS = (
    (
        DecisionKind.NOTE,
        r"(?:вважати|визнати|відзначити|зняти з контролю)\b"
        r"|(?:взят|прийня)\w+\s+(?:\w+\s+){0,6}?до (?:відома|уваги)"
        r"|.{0,300}\b(?:взяти|прийняти) до відома",
    ),
    (DecisionKind.JOIN, r"(?:про\s+)?(?:приєдна|підписа\w+ \w+ харті)"),
    (DecisionKind.RECOMMEND, r"рекоменд|запропонув|пропонув|прос(?:ити|имо)\b"),
    (
        DecisionKind.APPROVE,
        r"(?:про\s+)?(?:затвер|погод|схвал|підтрима|внести змін|визнач|визна(?:ти|но)"
        r"|(?:створ(?:ити|ен|ення)|утвор)\w*\s+(?:\w+\s+){0,2}?(?:рад|комісі|груп|комітет|штаб))",
    ),
    (DecisionKind.ASSIGN, r"доруч|зобов'яз|поклас|покладен|контроль за"),
)
_PLAN = re.compile(r"(?:прийня\w+|взяти за основу)\s+(?:\w+\s+){0,3}(?:план|програм|порядок|положення)")
_VERB = re.compile(r"(?:доруч|зобов'яз|рекоменд|запропонув|пропонув|прос(?:ити|имо))\w*\s*:?\s*")
_LAID_ON = re.compile(r"поклас\w*\s+на\s+|покладен\w*\s+на\s+|покласти контроль\s+на\s+")
_INFINITIVE = re.compile(r"\b(?:не\s+)?[а-яіїєґ']{2,}(?:вати|ати|яти|ити|їти|ути|сти|зти|кти)(?:ся|сь)?\b")
# Who is to help is not who is to do it.
_WITH_OTHERS = re.compile(r"\s+(?:спільно|разом|у взаємодії|за участ\w+|із залучен\w+|\(далі)(?!\w)")
_TOGETHER = re.compile(r"(?:спільно|разом|у взаємодії)\s")
_NO_VERB = frozenset(
    "освіти депутати результати мандати кандидати сертифікати сироти захисти пункти акти факти місти".split()
)
_RESPONSIBLE = re.compile(
    r"(?:відповідальн(?:ий|і|а|ість)|виконав(?:ець|ці))(?:\s+за\s+виконання)?(?:\s+виконавц\w+)?\s*[:–—-]\s*"
)


def is_label(text: str) -> bool:
    """Tell whether a line tells the day or the bodies of the decision above it."""
    folded = fold(text).lstrip()
    return bool(LABEL.match(folded) or _RESPONSIBLE.match(folded))


def decision(printed: Printed, number: str | None = None) -> Item:
    """Read one decision.

    Args:
        printed: Its words, without its number and without names of persons.
        number: Its number.
    """
    text, folded = printed.text, printed.folded
    kind = _kind(folded)
    labels = _labels(folded)
    plain_stop = min((start for start, _, _ in labels.values()), default=len(text))
    term, due_at = _due(text, labels, plain_stop)
    assignees, named_at = _assignees(text, folded, labels, plain_stop)
    cited = cited_in(text[:plain_stop])
    if kind is DecisionKind.OTHER and _assigns(folded, assignees):
        kind = DecisionKind.ASSIGN
    value = Decision(
        tidy(printed.words),
        kind,
        number=number,
        assignees=assignees,
        due=term,
        concerns=[each for each, _, _ in cited],
    )
    parts = [("due", printed.part(start, stop)) for start, stop in due_at]
    named = [printed.part(start, stop) for start, stop in named_at if assignees]
    parts += [("assignees", each) for each in named]
    parts += [("concerns", printed.part(start, stop)) for _, start, stop in cited]
    # Behind a label bodies stand in the nominative, inside a sentence they are bent.
    doubts = [each for each in named if are_unsure(each.text, bent="assignees" not in labels)]
    return Item(value, printed, parts, doubts=doubts)


def _kind(folded: str) -> DecisionKind:
    if _PLAN.match(folded):
        return DecisionKind.APPROVE
    return next((kind for kind, form in _KINDS if re.match(form, folded)), DecisionKind.OTHER)


def _assigns(folded: str, assignees: tuple[str, ...]) -> bool:
    """Tell whether words that begin with no known verb say what somebody is to do."""
    verb = _first_verb(folded)
    # A post and nothing to do is a signature, not a decision.
    return verb == 0 or (verb > 0 and (bool(assignees) or _TOGETHER.match(folded) is not None))


def names_action(text: str) -> bool:
    """Tell whether a text holds an infinitive: something to be done."""
    return _first_verb(fold(text)) >= 0


_Labels = dict[str, tuple[int, int, int]]


def _labels(folded: str) -> _Labels:
    """Find the labels: name → where it begins, where what it says begins, where that ends."""
    found = [("due", match) for match in LABEL.finditer(folded)]
    found += [("assignees", match) for match in _RESPONSIBLE.finditer(folded)]
    found = sorted(
        (each for each in found if _outside_quotes(folded, each[1].start())), key=lambda each: each[1].start()
    )
    stops = [match.start() for _, match in found[1:]] + [len(folded)]
    # Of two labels of one sort the first tells it.
    return {
        name: (match.start(), match.end(), stop)
        for (name, match), stop in reversed(list(zip(found, stops, strict=False)))
    }


def _outside_quotes(folded: str, at: int) -> bool:
    return folded.count('"', 0, at) % 2 == 0


def _due(text: str, labels: _Labels, plain: int) -> tuple[Term | None, tuple[tuple[int, int], ...]]:
    if "due" in labels:
        _, start, stop = labels["due"]
        return as_due(text[start:stop]), ((start, stop),)
    return due_in(text[:plain])


def _assignees(
    text: str, folded: str, labels: _Labels, plain: int
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    if "assignees" in labels:
        _, start, stop = labels["assignees"]
        names = body_names(text[start:stop], bent=False)
        return names, ((start, stop),)
    if laid := _LAID_ON.search(folded, 0, plain):
        span = laid.end(), _clause_end(folded, laid.end(), plain)
    else:
        verb = _VERB.match(folded)
        start = verb.end() if verb else 0
        if not verb and not begins_with_body(text):
            return (), ()
        span = start, _list_end(folded, start, plain)
    return body_names(text[slice(*span)]), (span,)


def _clause_end(folded: str, at: int, plain: int) -> int:
    end = re.search(r"[.;]|,\s+(?:як|щ|(?:а\s+)?контрол)", folded[at:plain])
    return at + end.start() if end else plain


def _list_end(folded: str, at: int, plain: int) -> int:
    """Return where a list of bodies ends: at a colon, or before the verb that tells what they are to do."""
    colon = folded.find(":", at, plain)
    verb = _first_verb(folded, at, plain)
    due = due_in(folded[at:plain])[1]
    others = _WITH_OTHERS.search(folded, at, plain)
    stops = (colon, verb, due[0][0] + at if due else -1, others.start() if others else -1)
    ends = [each for each in stops if each >= at]
    return min(ends, default=plain)


def _first_verb(folded: str, at: int = 0, stop: int | None = None) -> int:
    for verb in _INFINITIVE.finditer(folded, at, len(folded) if stop is None else stop):
        if verb[0] not in _NO_VERB:
            return verb.start()
    return -1
