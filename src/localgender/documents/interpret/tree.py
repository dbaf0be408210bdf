"""Entries of tables become goals with measures, targets and totals, each with its places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from localgender import notation
from localgender.documents.interpret.entry import Entry, Opening, Row, Sums
from localgender.documents.interpret.kinds import without_level
from localgender.documents.interpret.labels import is_part, year_of
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.sources import sources_in
from localgender.documents.interpret.split import Draft, drafts
from localgender.documents.interpret.words import is_total, level_of
from localgender.documents.layouts.layout import Role
from localgender.errors import CodeError
from localgender.model.plan import GoalLevel, Target
from localgender.notation.folding import stems
from localgender.values.codes import Code
from localgender.values.refs import PLAN, Ref, RefKind

_WHOLE = frozenset(stems("програма план звіт"))
_LEVEL_WORDS = frozenset(stems("завдання напрям напряму напрямом напрямок ціль ціллю розділ блок компонент"))
_MARKED = re.compile(r"\s*([1-9]\d?|[IVXІХ]{1,5})\s*[:–—-]\s*(?=[^\W\d])")
_DEPTH = {GoalLevel.STRATEGIC: 0, GoalLevel.OPERATIONAL: 1, GoalLevel.TASK: 2}


@define(eq=False)
class Branch:
    """Goal on its way to becoming one."""

    level: GoalLevel
    code: Code | None = None
    number: Printed = NOTHING
    title: Printed = NOTHING
    goals: list[Branch] = field(factory=list)
    measures: list[tuple[Draft, tuple[Ref, ...]]] = field(factory=list)
    repeated: list[Printed] = field(factory=list)

    def walk(self) -> Iterator[Branch]:
        """Yield the branch and all below it."""
        yield self
        for goal in self.goals:
            yield from goal.walk()


@define(eq=False)
class Tree:
    """Goals, targets and totals gathered from the entries of all tables."""

    ledger: Ledger
    roots: list[Branch] = field(factory=list)
    targets: dict[tuple[str, ...], tuple[Target, Printed]] = field(factory=dict)
    totals: list[tuple[Row, Ref]] = field(factory=list)
    scheme: str = ""
    _path: list[Branch] = field(factory=list)
    _task: tuple[str, ...] = ()
    _activity: tuple[str, ...] = ()

    @property
    def here(self) -> Branch | None:
        """The innermost goal that is open."""
        return self._path[-1] if self._path else None

    def grow(self, entries: list[Entry], *, numbers_are_goals: bool) -> None:
        """Take the entries of one table in order."""
        for number, entry in enumerate(entries):
            if isinstance(entry, Opening):
                self._open(entry.level, entry.printed, entry.number)
            elif entry.sums is not None:
                self.totals.append((entry, PLAN if entry.sums == Sums.ALL else self._address_here()))
            elif entry.label and _is_unclear(entry.label.text):
                self.ledger.notice("unreadable-cell", *entry.label.places, text=entry.label.text)
            elif entry.label:
                above = entries[number - 1] if number else None
                # «у тому числі» and what follows it are parts of the sum they stand under.
                inside = isinstance(above, Row) and above.label and is_part(entry.label.text)
                scope = self.totals[-1][1] if inside else self._scope(entry, entries[number + 1 :])
                self.totals.append((entry, scope))
            else:
                self._take(entry, numbers_are_goals=numbers_are_goals)

    def _open(self, level: GoalLevel, printed: Printed, number: Printed) -> None:
        found = notation.leading_code(printed.text) or _roman_code(printed.text)
        branch = Branch(level, title=printed)
        if found is not None:
            branch.code, begin = found
            branch.number, branch.title = printed.part(0, begin), printed.part(begin)
            self.ledger.furnish("row-number", number)
        elif number:
            branch.code, branch.number = _code(number), number
        while self._path and _DEPTH[self._path[-1].level] >= _DEPTH[level]:
            self._path.pop()
        (self._path[-1].goals if self._path else self.roots).append(branch)
        self._path.append(branch)
        self._task = self._activity = ()

    def _take(self, row: Row, *, numbers_are_goals: bool) -> None:
        if aim := row.get(Role.AIM):
            self._take_aim(aim)
        goal, number = row.get(Role.GOAL), row.get(Role.NUMBER)
        opens = bool(goal) and not self._is_open(goal)
        if opens:
            self._open_from_cell(goal, number if numbers_are_goals else NOTHING)
        elif goal and self.here is not None:
            self.here.repeated.append(goal)
        for part in row.parts:
            self._repeat(part)
        serves = self._serve(row)
        made = drafts(row, self.ledger) if _holds_measure(row) else []
        if len(made) == 1 and made[0].code is None and number and not (numbers_are_goals and goal):
            made[0].code, made[0].number = _code(number), number
        elif number and not (opens and numbers_are_goals):
            self.ledger.furnish("row-number", number)
        for draft in made:
            self._branch_for(draft).measures.append((draft, serves))

    def _take_aim(self, aim: Printed) -> None:
        if self._is_open(aim):
            self._path[0].repeated.append(aim)
        else:
            self._open(GoalLevel.STRATEGIC, without_level(aim, self.ledger), NOTHING)

    def _repeat(self, part: Row) -> None:
        if self.here is not None:
            self.here.repeated += [part.get(Role.GOAL), part.get(Role.NUMBER)]

    def _open_from_cell(self, goal: Printed, number: Printed) -> None:
        self._open(GoalLevel.TASK, without_level(goal, self.ledger), number)

    def _is_open(self, goal: Printed) -> bool:
        """Tell whether a cell only repeats the goal that is open, as merged cells do after a page break."""
        levelled = level_of(stems(goal.text)) is not None
        return any(
            goal.words == each or (levelled and goal.words is not None and goal.words.endswith(f" {each}"))
            for branch in self._path
            if branch.title.words is not None
            for each in (branch.title.words, f"{branch.number.words} {branch.title.words}")
        )

    def _branch_for(self, draft: Draft) -> Branch:
        if self.here is None:
            # Measures without a goal keep the task and activity that their row has just named.
            served = self._task, self._activity
            self._open(GoalLevel.TASK, NOTHING, NOTHING)
            self._task, self._activity = served
        branch = self._path[-1]
        if branch.code is None and branch.title and draft.code is not None and draft.code.parent is not None:
            branch.code = draft.code.parent
            self.ledger.notice("code-restored", draft.row.place, code=branch.code)
        return branch

    def _serve(self, row: Row) -> tuple[Ref, ...]:
        """Note the targets of a row; an empty task or activity is the one above it, as in merged cells."""
        task, activity = row.get(Role.TASK), row.get(Role.ACTIVITY)
        goal = (str(self.here.code),) if self.here is not None and self.here.code else ("",)
        if task:
            self._task, self._activity = self._target(goal, task), ()
        if activity:
            self._activity = self._target(self._task or (*goal, ""), activity)
        path = self._activity or self._task
        return (Ref(RefKind.TARGET, path=path),) if path else ()

    def _target(self, parent: tuple[str, ...], printed: Printed) -> tuple[str, ...]:
        coded = notation.leading_code(printed.text)
        found = (str(coded[0]), coded[1]) if coded is not None and len(coded[0].parts) > 1 else None
        number, begin = found or notation.enumerator(printed.text) or ("", 0)
        path = (*parent, number)
        if path not in self.targets:
            self.targets[path] = (Target(self.scheme, path, printed.part(begin).words), printed)
        self.ledger.claim(Ref(RefKind.TARGET, path=path), printed)
        return path

    def _scope(self, row: Row, following: list[Entry]) -> Ref:
        """Return what a total sums: the goal it names, the goal just ended, or the whole plan."""
        words = stems(row.label.text)
        if not _WHOLE.isdisjoint(words):
            return PLAN
        told = set(_numbers(row.label.text))
        branches = [branch for root in self.roots for branch in root.walk()]
        named = [branch for branch in branches if branch.code and branch.code in told]
        named = named or [branch for branch in branches if _is_named(branch, words)]
        if named:
            return self._address(named[-1], branches)
        more = any(isinstance(each, Opening) or not each.label for each in following)
        repeated = any(stems(each.label.text) == words and scope != PLAN for each, scope in self.totals)
        inner = more or repeated or not _LEVEL_WORDS.isdisjoint(words)
        if not inner or self.here is None or (self.here.code is None and not self.here.title):
            return PLAN
        return self._address(self.here, branches)

    def _address_here(self) -> Ref:
        if self.here is None:
            return PLAN
        return self._address(self.here, [branch for root in self.roots for branch in root.walk()])

    def _address(self, branch: Branch, branches: list[Branch]) -> Ref:
        alike = [each for each in branches if each.code is None] if branch.code is None else [branch]
        nth = next(number for number, each in enumerate(alike, 1) if each is branch)
        return Ref(RefKind.GOAL, branch.code, nth, coded=branch.code is not None)


def _is_unclear(label: str) -> bool:
    """Tell whether a label lists a part of a total behind a dash and does not say whose money it is."""
    return label[:1] in "-–—•" and not sources_in(label) and year_of(label) is None and not is_total(label)


def _is_named(branch: Branch, words: tuple[str, ...]) -> bool:
    """Tell whether a label names a goal by its title: «Всього за напрямом «Безпека»»."""
    title = stems(branch.title.text)
    return bool(title) and any(words[at : at + len(title)] == title for at in range(1, len(words)))


def _holds_measure(row: Row) -> bool:
    return any(
        row.cells.get(column)
        for column in row.cells
        if column.role not in {Role.TASK, Role.ACTIVITY, Role.GOAL}
    )


def _roman_code(text: str) -> tuple[Code, int] | None:
    """Read «ІІ. Назва», whose letters may be Latin or Cyrillic, and «2: Назва» after a word for a level."""
    found = notation.enumerator(text)
    number = notation.roman(found[0]) if found is not None else None
    if found is not None and number:
        return Code((number,)), found[1]
    marked = _MARKED.match(text)
    number = (int(marked[1]) if marked[1].isdigit() else notation.roman(marked[1])) if marked else None
    return (Code((number,)), marked.end()) if marked and number else None


def _numbers(label: str) -> Iterator[Code]:
    """Yield the numbers that a label names, Roman ones among them; «1.2» is neither 1 nor 2."""
    for word in re.split(r"[\s№]+", label):
        bare = word.strip('.,:;()«»"-–—')
        if number := notation.roman(bare):
            yield Code((number,))
        elif bare[:1].isdigit() and (code := _parsed(bare)) is not None:
            yield code


def _code(number: Printed) -> Code | None:
    if (roman := notation.roman(number.text.strip(" .)"))) is not None:
        return Code((roman,))
    # A spreadsheet that takes 1.1 for a number shows it with the comma of its language.
    return _parsed(number.text.strip(" .)").replace(",", "."))


def _parsed(text: str) -> Code | None:
    try:
        return Code.parse(text)
    except CodeError:
        return None
