"""One row, one or several measures: titles, terms and executors shared out among them."""

from __future__ import annotations

from functools import reduce
from operator import or_

from attrs import define, field

from localgender import notation
from localgender.documents.interpret.align import executors_in, terms_in
from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.labels import year_of
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.schedule import schedule
from localgender.documents.layouts.layout import Role
from localgender.errors import NotationError
from localgender.model.executors import Executor, Involvement
from localgender.values.codes import Code
from localgender.values.terms import Term


@define(eq=False)
class Draft:
    """Measure on its way to becoming one: values beside what is printed of them.

    Attributes:
        row: Row it stands in.
        code: Number, and where it is printed.
        title: Its words.
        term: When, and where that is printed.
        involvements: Executors, each with its words.
        executors: All that is printed of the executors.
        first: Whether it is the first measure of its row, which bears the row's money and narrative.
    """

    row: Row
    code: Code | None = None
    number: Printed = NOTHING
    title: Printed = NOTHING
    term: Term | None = None
    when: Printed = NOTHING
    involvements: list[tuple[Involvement, Printed]] = field(factory=list)
    executors: Printed = NOTHING
    first: bool = True


def drafts(row: Row, ledger: Ledger) -> list[Draft]:
    """Split a row into its measures.

    A term or an executor printed once for several measures is taken to hold for each of them, and noticed.
    """
    made = _titles(row)
    if len(made) > 1:
        ledger.notice("cell-split", row.place, codes=tuple(draft.code for draft in made))
    _share_terms(row, made, ledger)
    _share_executors(row, made, ledger)
    _add_executors(row, made)
    return made


def _titles(row: Row) -> list[Draft]:
    printed = row.get(Role.MEASURE)
    first = notation.leading_code(printed.text)
    # Beside a goal that opens here the number is the goal's, and «1. Тренінг» tells its own.
    numbered = row.get(Role.NUMBER) and not row.get(Role.GOAL)
    if first is None or (len(first[0].parts) == 1 and numbered):
        return [Draft(row, title=printed)]
    code, begin = first
    inner = notation.inner_codes(printed.text, code) if len(code.parts) > 1 else ()
    starts = [(code, 0, begin), *inner]
    ends = [start for _, start, _ in inner] + [len(printed.text)]
    return [
        Draft(row, each, printed.part(start, begin), printed.part(begin, end), first=start == 0)
        for (each, start, begin), end in zip(starts, ends, strict=True)
    ]


def _share_terms(row: Row, made: list[Draft], ledger: Ledger) -> None:
    printed = row.get(Role.TERM)
    if not printed:
        term, marks = schedule(row)
        for draft in made:
            draft.term, draft.when = term, marks
        return
    try:
        found = terms_in(printed.text)
    except NotationError:
        ledger.notice("unreadable-cell", *printed.places, text=printed.text)
        for draft in made:
            draft.when = printed
        return
    further = [Term((year,)) for part in row.parts if (year := year_of(part.get(Role.TERM).text)) is not None]
    if len(found) == len(made) == 1:
        found = ((reduce(or_, further, found[0][0]), *found[0][1:]),)
    if len(found) != len(made):
        ledger.notice("terms-unmatched", row.place, terms=len(found), measures=len(made), text=printed.text)
    for number, draft in enumerate(made):
        if len(found) == len(made):
            draft.term, start, stop = found[number]
            draft.when = printed.part(start, stop)
        else:
            draft.when = printed
            draft.term = found[0][0] if len(found) == 1 else None


def _share_executors(row: Row, made: list[Draft], ledger: Ledger) -> None:
    printed = row.get(Role.EXECUTORS)
    if not printed:
        return
    found = executors_in(printed.text)
    groups = found.groups
    several = len(made) > 1
    # As many groups as measures confirm each other; one group is printed once for all of them.
    confirmed = several and len(groups) == len(made)
    if (several and len(groups) not in {1, len(made)}) or not (found.sure or confirmed):
        ledger.notice(
            "executors-unsure", row.place, text=printed.text, groups=len(groups), measures=len(made)
        )
    shared = [named for group in groups for named in group]
    for number, draft in enumerate(made):
        mine = groups[number] if len(groups) == len(made) else shared
        draft.involvements = [_involved(named, printed) for named in mine]
        if len(groups) == len(made) > 1 and mine:
            until = groups[number + 1][0].start if number + 1 < len(made) else len(printed.text)
            draft.executors = printed.part(0 if number == 0 else mine[0].start, until)
        else:
            draft.executors = printed


def _add_executors(row: Row, made: list[Draft]) -> None:
    """Add those of further columns, «Співвиконавці» or «Партнери», to every measure of the row."""
    for printed in row.all(Role.EXECUTORS)[1:]:
        further = [
            _involved(named, printed) for group in executors_in(printed.text).groups for named in group
        ]
        for draft in made:
            known = {involvement.executor for involvement, _ in draft.involvements}
            draft.involvements += [each for each in further if each[0].executor not in known]
            draft.executors += printed


def _involved(named: notation.Named, printed: Printed) -> tuple[Involvement, Printed]:
    words = printed.part(named.start, named.stop)
    return Involvement(Executor(named.name, named.kind), named.by_consent, words.words), words
