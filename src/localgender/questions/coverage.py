"""Which targets of higher documents the measures of a plan serve, and which they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice

from attrs import evolve, frozen

from localgender._display import brief, html_of, rich_of
from localgender.model.charter import Charter
from localgender.model.plan import Measure, Plan, Target
from localgender.questions import codelists
from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.questions.codelists import CodeList
from localgender.questions.codelists.charters import codes_of
from localgender.values.codes import Code
from localgender.values.refs import Ref


class Served(StrEnum):
    """What a plan makes of a target."""

    SERVED = "served"
    UNSERVED = "unserved"
    NOT_LOCALISED = "not-localised"


@frozen
class TargetCover:
    """What a plan makes of one target.

    Attributes:
        target: Task, activity or article; with a code list also what the plan does not carry.
        measures: Measures that serve it, or something below it, in the order of the plan.
        carried: Whether the plan lists it, or something below it.
    """

    target: Target
    measures: tuple[Ref, ...] = ()
    carried: bool = True

    __repr__ = brief

    @property
    def outcome(self) -> Served:
        """Served, carried but unserved, or not localised: neither carried nor served."""
        if self.measures:
            return Served.SERVED
        return Served.UNSERVED if self.carried else Served.NOT_LOCALISED


@frozen
class GoalCover:
    """How many measures stand directly under a goal, and how many of them serve a target.

    Attributes:
        code: Number of the goal; None for one that bears none.
        title: Of the goal; None when it is silent.
        measures: How many stand directly under it.
        serving: How many of these serve a target.
    """

    code: Code | None
    title: str | None
    measures: int
    serving: int

    __repr__ = brief


@frozen
class Coverage:
    """Answer of `coverage`.

    Attributes:
        targets: Every target, in the order of the code list, then of the plan.
        goals: Every goal that has measures or has no goals below it, in the order of the plan.
        serving_none: Measures that serve no target of those asked about.
        unknown: What measures serve though neither the plan nor the code list knows it.
    """

    targets: tuple[TargetCover, ...] = ()
    goals: tuple[GoalCover, ...] = ()
    serving_none: tuple[Ref, ...] = ()
    unknown: tuple[Ref, ...] = ()

    _repr_html_ = html_of
    __rich_console__ = rich_of
    __repr__ = brief

    def of(self, outcome: Served | str) -> tuple[Target, ...]:
        """Return the targets that are "served", "unserved" or "not-localised".

        Raises:
            ValueError: For any other word.
        """
        wanted = Served(outcome)
        return tuple(each.target for each in self.targets if each.outcome is wanted)


def coverage(value: Asked, codelist: CodeList | Charter | str | None = None) -> Coverage:
    """Tell which targets the measures of a plan serve, which not, and which measures serve none.

    A target is also served by what serves something below it. Targets are told apart by their numbers; of a
    number that two higher documents share, each is served.

    >>> plan = Plan(goals=[Measure("1.1", serves="target:22"), Measure("1.2")])
    >>> answer = coverage(plan, "charter-2006")
    >>> [target.path for target in answer.of("served")], answer.serving_none, len(answer.of("not-localised"))
    ([('22',)], (Ref('1.2'),), 29)

    Args:
        value: A plan, a report on one, or a reading of either.
        codelist: Codes of the higher document that is asked about, or the name of its list, or an edition of
            the Charter; without it the question is about everything that the plan itself carries.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a name that no list bears.
    """
    plan = plan_of(value_of(value))
    asked = _asked(plan, _list(codelist))
    served = {where: tuple(asked.known(measure)) for where, measure, _ in plan.placed}
    return Coverage(
        tuple(asked.covers(served)),
        tuple(_goals(plan, served)),
        tuple(where for where, paths in served.items() if not paths),
        tuple(dict.fromkeys(each for measure in plan.measures for each in asked.unknown(measure))),
    )


def _list(given: CodeList | Charter | str | None) -> CodeList | None:
    if isinstance(given, Charter):
        return codes_of(given)
    return codelists.codelist(given) if isinstance(given, str) else given


Path = tuple[str, ...]


@frozen
class _Asked:
    """Targets that a question is about: those of the plan, or those of one list of codes.

    Attributes:
        targets: All of them, each path once or more.
        above: For each code of the list the one above it.
        carried: Paths that the plan lists, with all above them.
        foreign: Paths that the plan lists of other higher documents only.
        paths: Paths of the targets.
    """

    targets: tuple[Target, ...]
    above: Mapping[str, str | None]
    carried: frozenset[Path] = frozenset()
    foreign: frozenset[Path] = frozenset()
    paths: frozenset[Path] = frozenset()

    def chain(self, path: Path) -> Iterator[Path]:
        """Yield a path and all above it, by its own numbers and then by the list."""
        yield from (path[:length] for length in range(len(path), 0, -1))
        code = self.above.get(path[0])
        while code is not None:
            yield (code,)
            code = self.above[code]

    def known(self, measure: Measure) -> Iterator[Path]:
        """Yield the paths that a measure serves among those asked about."""
        for where in measure.serves:
            if where.path not in self.foreign and not self.paths.isdisjoint(self.chain(where.path)):
                yield where.path

    def unknown(self, measure: Measure) -> Iterator[Ref]:
        """Yield what a measure serves that nobody lists."""
        known = {*self.known(measure), *self.foreign}
        yield from (where for where in measure.serves if where.path not in known)

    def covers(self, served: Mapping[Ref, tuple[Path, ...]]) -> Iterator[TargetCover]:
        """Yield every target with the measures that serve it or something below it."""
        by_path: dict[Path, dict[Ref, None]] = {}
        for where, paths in served.items():
            for each in (above for path in paths for above in self.chain(path)):
                by_path.setdefault(each, {})[where] = None
        for target in self.targets:
            yield TargetCover(target, tuple(by_path.get(target.path, ())), target.path in self.carried)


def _asked(plan: Plan, codes: CodeList | None) -> _Asked:
    own = [each for each in plan.targets if codes is None or each.scheme == codes.name]
    own_paths = {each.path for each in own}
    entries = codes.targets if codes else ()
    listed = {each.path for each in entries}
    targets = (*entries, *(each for each in own if each.path not in listed))
    asked = _Asked(targets, {each.code: each.under for each in codes.entries} if codes else {})
    return evolve(
        asked,
        carried=frozenset(path for each in own for path in asked.chain(each.path)),
        foreign=frozenset(each.path for each in plan.targets if each.path not in own_paths),
        paths=frozenset(each.path for each in targets),
    )


def _goals(plan: Plan, served: Mapping[Ref, tuple[Path, ...]]) -> Iterator[GoalCover]:
    paths = iter(served.values())
    for goal in plan.all_goals:
        # Measures are placed goal by goal, so that each takes as many as it has.
        here = [*islice(paths, len(goal.measures))]
        if here or not goal.goals:
            yield GoalCover(goal.code, goal.title, len(here), sum(map(bool, here)))
