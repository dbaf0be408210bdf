"""Outline of a plan: every goal and measure with its address and what it stands under, by position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from localgender.model.plan import Goal, Measure, Plan
from localgender.values.codes import Code
from localgender.values.refs import Ref, RefKind


@frozen(eq=False)
class GoalAt:
    """Goal of a plan.

    Attributes:
        ref: Its address.
        goal: The goal.
        above: Addresses of the goals above it, outermost first.
    """

    ref: Ref
    goal: Goal
    above: tuple[Ref, ...]


@frozen(eq=False)
class MeasureAt:
    """Measure of a plan.

    Attributes:
        ref: Its address.
        measure: The measure.
        goals: Addresses of the goals above it, outermost first, at least one.
    """

    ref: Ref
    measure: Measure
    goals: tuple[Ref, ...]


@frozen(eq=False)
class Outline:
    """Goals and measures of a plan, in its order."""

    plan: Plan
    goals: tuple[GoalAt, ...]
    measures: tuple[MeasureAt, ...]


def outline(plan: Plan) -> Outline:
    """Return the outline of a plan.

    >>> found = outline(Plan(goals=[Goal("1", goals=Goal("1.1", measures=Measure("1.1.1")))]))
    >>> found.measures[0].goals
    (Ref('goal:1'), Ref('goal:1.1'))
    """
    goals = tuple(_goals(plan.goals, (), {}))
    placed = iter(plan.placed)
    # By position, for goals may be equal; measures are placed goal by goal.
    measures = tuple(
        MeasureAt(where, measure, (*each.above, each.ref))
        for each in goals
        for where, measure, _ in islice(placed, len(each.goal.measures))
    )
    return Outline(plan, goals, measures)


def _goals(
    goals: Sequence[Goal], above: tuple[Ref, ...], bearers: dict[Code | None, int]
) -> Iterator[GoalAt]:
    for goal in goals:
        bearers[goal.code] = bearers.get(goal.code, 0) + 1
        where = Ref(RefKind.GOAL, goal.code, bearers[goal.code], coded=goal.code is not None)
        yield GoalAt(where, goal, above)
        yield from _goals(goal.goals, (*above, where), bearers)
