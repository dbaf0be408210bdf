"""One plan out of those that units report on: goals and measures that are one stand once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from attrs import define, evolve, field, frozen

from localgender.findings import Finding
from localgender.model.funding import Stage
from localgender.model.plan import Goal, Measure, Plan
from localgender.questions.aggregate import added
from localgender.questions.compare.matching import LEAST, Pair, words
from localgender.questions.compare.outline import Outline, outline
from localgender.questions.compare.plans import both
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.kinds import noticed
from localgender.values.codes import Code
from localgender.values.refs import PLAN, Ref


@define(eq=False)
class _MeasureNode:
    """A measure while it is gathered, with who tells of it: number of the report, and its Ref there."""

    measure: Measure
    goal: _GoalNode
    told: list[tuple[int, Ref]] = field(factory=list)
    others: list[Measure] = field(factory=list)
    alike: list[tuple[_MeasureNode, Pair]] = field(factory=list)

    @property
    def code(self) -> Code | None:
        return self.measure.code

    def merged(self) -> Measure:
        """Return the measure: of what is told once the first word counts, of what is listed everything."""
        every = [self.measure, *self.others]
        return Measure(
            _first(each.code for each in every),
            _first(each.title for each in every),
            _first(each.term for each in every),
            involvements=_union(each.involvements for each in every),
            funding=_first(each.funding or None for each in every) or (),
            results=_union(each.results for each in every),
            serves=_union(each.serves for each in every),
            place=_first(each.place for each in every),
        )


@define(eq=False)
class _GoalNode:
    """A goal while it is gathered, with the titles that reports give it."""

    goal: Goal
    titles: list[str | None] = field(factory=list)
    goals: list[_GoalNode] = field(factory=list)
    measures: list[_MeasureNode] = field(factory=list)

    @property
    def code(self) -> Code | None:
        return self.goal.code

    def walk(self) -> Iterator[_GoalNode]:
        yield self
        for each in self.goals:
            yield from each.walk()

    def merged(self) -> Goal:
        return evolve(
            self.goal,
            title=_first(self.titles),
            goals=[each.merged() for each in self.goals],
            measures=[each.merged() for each in self.measures],
        )


Node = TypeVar("Node", _MeasureNode, _GoalNode)


@frozen(eq=False)
class Union:
    """Plans as one.

    Attributes:
        plan: The plan.
        told: For each of its measures who tells of it: number of the report, from 0, and the Ref there.
        findings: What was in doubt, and what the plans say differently.
    """

    plan: Plan
    told: dict[Ref, tuple[tuple[int, Ref], ...]]
    findings: tuple[Finding, ...]


def union(entries: Sequence[UnitReport]) -> Union:
    """Join the plans of reports; the longest gives the order and the words, and others what it lacks.

    Measures that are the same beyond doubt are one. Those that are perhaps the same stay apart, and a
    finding names them.
    """
    plans = [each.report.plan for each in entries]
    roots: list[_GoalNode] = []
    known: dict[Plan, list[_MeasureNode]] = {}
    for number in sorted(range(len(plans)), key=lambda at: -len(plans[at].measures)):
        plan = plans[number]
        if plan not in known:
            known[plan] = _taken_in(roots, plan)
        for node, (where, _, _) in zip(known[plan], plan.placed, strict=True):
            node.told.append((number, where))
    return _finished(roots, plans)


def _taken_in(roots: list[_GoalNode], plan: Plan) -> list[_MeasureNode]:
    """Add the goals and measures of a plan, and return the node of each measure in its order."""
    old = outline(Plan(goals=[each.merged() for each in roots]))
    matched = both(old.plan, plan)
    goals = _goals(roots, old, matched.new, matched.goals)
    before = dict(zip((at.ref for at in old.measures), _measures(roots), strict=True))
    pairs = {pair.new: pair for pair in matched.measures}
    found = []
    for at in matched.new.measures:
        pair, goal = pairs.get(at.ref), goals[at.goals[-1]]
        own = _MeasureNode(at.measure, goal)
        if pair is not None and _sure(pair, before[pair.old], own):
            before[pair.old].others.append(at.measure)
            found.append(before[pair.old])
            continue
        if pair is not None and _likely(pair, before[pair.old], own):
            own.alike.append((before[pair.old], pair))
        _insert(goal.measures, own)
        found.append(own)
    return found


def _goals(roots: list[_GoalNode], old: Outline, new: Outline, pairs: Iterable[Pair]) -> dict[Ref, _GoalNode]:
    before = dict(zip((at.ref for at in old.goals), _walk(roots), strict=True))
    paired = {pair.new: pair.old for pair in pairs}
    found: dict[Ref, _GoalNode] = {}
    for at in new.goals:
        if at.ref in paired:
            node = before[paired[at.ref]]
        else:
            node = _GoalNode(evolve(at.goal, goals=(), measures=()))
            _insert(found[at.above[-1]].goals if at.above else roots, node)
        node.titles.append(at.goal.title)
        found[at.ref] = node
    return found


def _insert(nodes: list[Node], node: Node) -> None:
    """Put a node where its number belongs among the others; where these are in no order it comes last."""
    codes = [each.code for each in nodes]
    numbered = [each for each in codes if each is not None]
    if node.code is None or len(numbered) < len(codes) or numbered != sorted(numbered):
        nodes.append(node)
    else:
        nodes.insert(bisect_right(numbered, node.code), node)


def _sure(pair: Pair, old: _MeasureNode, new: _MeasureNode) -> bool:
    """Tell whether a pair is one measure beyond doubt.

    A comparison of two editions may take a likely match; here money of two measures would become one.

    Args:
        pair: As a comparison matches it.
        old: The measure that is gathered already.
        new: The measure of another report.
    """
    one, other = old.measure.title, new.measure.title
    if old.code is not None and old.code == new.code:
        return pair.similarity is None or not (one and other)
    # A title as broad as «Тренінги» may stand under several goals; a bare list has none to tell them apart.
    same_goal = old.goal is new.goal or old.goal.code is None or new.goal.code is None
    return bool(one) and words(one) == words(other) and same_goal


def _likely(pair: Pair, old: _MeasureNode, new: _MeasureNode) -> bool:
    """Tell whether a pair that is not one measure for certain is worth a question."""
    # Neighbours of one programme share many words; what agrees in its number is asked about anyway.
    same_number = old.code is not None and old.code == new.code
    return same_number or pair.similarity is None or pair.similarity >= Fraction(*LEAST[0])


def _walk(roots: Iterable[_GoalNode]) -> Iterator[_GoalNode]:
    for root in roots:
        yield from root.walk()


def _measures(roots: Iterable[_GoalNode]) -> list[_MeasureNode]:
    return [node for goal in _walk(roots) for node in goal.measures]


def _finished(roots: list[_GoalNode], plans: Sequence[Plan]) -> Union:
    plan = evolve(_head(plans), goals=[each.merged() for each in roots])
    nodes = _measures(roots)
    refs = {id(node): where for node, (where, _, _) in zip(nodes, plan.placed, strict=True)}
    told = {refs[id(node)]: tuple(sorted(node.told, key=lambda each: each[0])) for node in nodes}
    findings = [*_different(PLAN, "title", (each.title for each in plans))]
    findings += _different(PLAN, "term", (each.term for each in plans))
    for at, goal in zip(outline(plan).goals, _walk(roots), strict=True):
        findings += _different(at.ref, "title", goal.titles)
    for node in nodes:
        where = refs[id(node)]
        findings += _differing(where, [node.measure, *node.others])
        for other, pair in node.alike:
            titles = (other.measure.title, node.measure.title)
            findings.append(
                noticed(
                    "measures-perhaps-same", refs[id(other)], where, titles=titles, similarity=pair.similarity
                )
            )
    return Union(plan, told, tuple(findings))


def _head(plans: Sequence[Plan]) -> Plan:
    ordered = sorted(plans, key=lambda plan: -len(plan.measures))
    first = {name: _first(getattr(plan, name) for plan in ordered) for name in ("title", "term", "passport")}
    return Plan(
        first["title"],
        term=first["term"],
        passport=first["passport"],
        acts=_union(plan.acts for plan in ordered),
        targets=_union(plan.targets for plan in ordered),
    )


def _first(values: Iterable[Any]) -> Any:
    return next((each for each in values if each is not None), None)


def _union(several: Iterable[Iterable[Any]]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(each for one in several for each in one))


_TOLD: tuple[tuple[str, Callable[[Measure], Any]], ...] = (
    ("title", lambda measure: measure.title),
    ("term", lambda measure: measure.term),
    ("venue", lambda measure: measure.place),
    ("planned", lambda measure: added(measure.funding, Stage.PLANNED)),
)


def _differing(where: Ref, every: Sequence[Measure]) -> Iterator[Finding]:
    for name, of in _TOLD:
        yield from _different(where, name, map(of, every))


def _different(where: Ref, name: str, said: Iterable[Any]) -> Iterator[Finding]:
    spoken: dict[Any, Any] = {}
    for value in said:
        if value is not None:
            spoken.setdefault(words(value) if isinstance(value, str) else value, value)
    if len(spoken) > 1:
        yield noticed("described-differently", where, field=name, values=tuple(spoken.values()))
