"""Plans: goals, measures, and what they serve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.model.community import Community, optional_community
from localgender.model.executors import Executor, Involvement
from localgender.model.funding import FundingPeriod, funding
from localgender.model.parts import optional_percent, optional_term, several, texts
from localgender.model.passport import Passport, optional_passport
from localgender.values.acts import LegalAct
from localgender.values.codes import Code, code
from localgender.values.percents import Percent
from localgender.values.refs import PLAN, ByRef, Ref, RefKind, ref, target_path, unknown
from localgender.values.terms import Term
from localgender.values.texts import excerpt, optional_text, text


class GoalLevel(StrEnum):
    """Level of a plan's own numbering."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    TASK = "task"


def _code(value: Code | str | int | None) -> Code | None:
    return None if value is None else code(value)


def _involvements(
    value: Involvement | Executor | str | Iterable[Involvement | Executor | str],
) -> tuple[Involvement, ...]:
    each = [value] if isinstance(value, Involvement | Executor | str) else value
    return tuple([one if isinstance(one, Involvement) else Involvement(one) for one in each])


def _ref(value: Ref | Code | str) -> Ref:
    return ref(value)


def _refs(value: Ref | str | Iterable[Ref | str]) -> tuple[Ref, ...]:
    return tuple([ref(each) for each in ([value] if isinstance(value, Ref | str) else value)])


@frozen
class Target:
    """Task, activity or article of a higher document that measures serve (завдання вищого документа).

    >>> Target("nap-1325", ("1.1", "9", "2"), "Навчання для жінок").ref
    Ref('target:1.1:9:2')

    Attributes:
        scheme: Name of the higher document's numbering, such as "nap-1325".
        path: Its numbers, outermost first; a silent one is "".
        title: Its words.

    Source: national columns of the Zhytomyr plan for resolution 1325; articles of the Charter; targets of
    Sustainable Development Goal 5.
    """

    scheme: str = field(converter=text)
    path: tuple[str, ...] = field(converter=target_path)
    title: str | None = field(default=None, converter=optional_text)

    __repr__ = brief

    @property
    def ref(self) -> Ref:
        """Address by the path alone."""
        return Ref(RefKind.TARGET, path=self.path)


@frozen
class Measure:
    """One thing that a plan promises to do (захід).

    >>> Measure("2.10", "Опитування мешканок", term="2020-2025").code
    Code('2.10')

    Attributes:
        code: Number as printed; None when the document gives none.
        title: What is to be done.
        term: When; Ukrainian notation is accepted as text. None is silence.
        involvements: Executors in the order printed.
        funding: Lines of money, by period and source.
        results: Expected results or indicators, as printed.
        serves: Targets of higher documents, by Ref.
        place: Where it takes place, as printed.

    Source: rows of the table, Zhytomyr report for 2023; column of local measures, Zhytomyr plan for
    resolution 1325.
    """

    code: Code | None = field(default=None, converter=_code)
    title: str | None = field(default=None, converter=optional_text)
    term: Term | None = field(default=None, converter=optional_term)
    involvements: tuple[Involvement, ...] = field(default=(), converter=_involvements)
    funding: tuple[FundingPeriod, ...] = field(default=(), converter=funding)
    results: tuple[str, ...] = field(default=(), converter=texts)
    serves: tuple[Ref, ...] = field(default=(), converter=_refs)
    place: str | None = field(default=None, converter=optional_text)

    _repr_html_ = html_of
    __repr__ = brief


def _measures(value: Measure | Iterable[Measure]) -> tuple[Measure, ...]:
    return several(Measure, value)


def _subgoals(value: Goal | Iterable[Goal]) -> tuple[Goal, ...]:
    return several(Goal, value)


@frozen
class Goal:
    """Numbered level of a plan: strategic or operational goal, or task of a programme (ціль, завдання).

    Attributes:
        code: Number; None for the one goal of a plan without goals.
        level: "strategic", "operational" or "task".
        title: Its words.
        goals: Goals one level down.
        measures: Measures that stand directly under it.

    Source: rows between the measures, Zhytomyr report for 2023 (tasks) and Zhytomyr plan for resolution 1325
    (strategic and operational goals).
    """

    code: Code | None = field(default=None, converter=_code)
    level: GoalLevel = field(default=GoalLevel.TASK, converter=GoalLevel)
    title: str | None = field(default=None, converter=optional_text)
    goals: tuple[Goal, ...] = field(default=(), converter=_subgoals)
    measures: tuple[Measure, ...] = field(default=(), converter=_measures)

    _repr_html_ = html_of

    def __repr__(self) -> str:
        held = f"{len(self.goals)} goals, {len(self.measures)} measures"
        return f"<Goal {self.code}: {excerpt(self.title, 48)}, {held}>"

    def walk(self) -> Iterator[Goal]:
        """Yield the goal and all below it, in the document's order."""
        yield self
        for goal in self.goals:
            yield from goal.walk()


def _goals(value: Goal | Measure | Iterable[Goal | Measure]) -> tuple[Goal, ...]:
    each = (value,) if isinstance(value, Goal | Measure) else tuple(value)
    loose = tuple(one for one in each if isinstance(one, Measure))
    goals = several(Goal, (one for one in each if not isinstance(one, Measure)))
    return (*goals, Goal(measures=loose)) if loose else goals


@frozen
class StatedTotal:
    """Sum that a document prints: kept as a claim, never overwritten (підсумок).

    Attributes:
        label: Words of the row or column, such as «Всього».
        scope: What it sums: `plan`, a goal, or a measure.
        funding: The claimed money; amounts may be silent.
        stated_percent: The claimed percent.

    Source: rows «Всього» and «Разом» below the measures, Zhytomyr report for 2023.
    """

    label: str = field(converter=text)
    scope: Ref = field(default=PLAN, converter=_ref)
    funding: tuple[FundingPeriod, ...] = field(default=(), converter=funding)
    stated_percent: Percent | None = field(default=None, converter=optional_percent)

    __repr__ = brief


def _acts(value: LegalAct | Iterable[LegalAct]) -> tuple[LegalAct, ...]:
    return several(LegalAct, value)


def _targets(value: Target | Iterable[Target]) -> tuple[Target, ...]:
    return several(Target, value)


def _totals(value: StatedTotal | Iterable[StatedTotal]) -> tuple[StatedTotal, ...]:
    return several(StatedTotal, value)


@frozen
class Plan:
    """One edition of a programme or action plan (програма, план заходів).

    Measures given among the goals gather under one goal without code.

    >>> plan = Plan("Рівні можливості", goals=[Measure("1.1", "Тренінг"), Measure("1.2", "Аудит")])
    >>> plan.measure("1.2").title
    'Аудит'

    Attributes:
        title: Name of the programme or plan.
        community: Whose plan it is; text is taken as the name.
        term: When it is in force; Ukrainian notation is accepted as text.
        acts: The approval, then the amendments.
        goals: Outermost goals in the document's order.
        targets: Everything the plan carries out of higher documents, also what no measure serves.
        stated_totals: Sums the document prints.
        passport: Head table of the programme.

    Source: programmes of communities; Zhytomyr plan for resolution 1325.
    """

    title: str | None = field(default=None, converter=optional_text)
    community: Community | None = field(default=None, converter=optional_community, kw_only=True)
    term: Term | None = field(default=None, converter=optional_term, kw_only=True)
    acts: tuple[LegalAct, ...] = field(default=(), converter=_acts, kw_only=True)
    goals: tuple[Goal, ...] = field(default=(), converter=_goals, kw_only=True)
    targets: tuple[Target, ...] = field(default=(), converter=_targets, kw_only=True)
    stated_totals: tuple[StatedTotal, ...] = field(default=(), converter=_totals, kw_only=True)
    passport: Passport | None = field(default=None, converter=optional_passport, kw_only=True)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        held = f"{len(self.all_goals)} goals, {len(self.measures)} measures"
        return f"<Plan: {excerpt(self.title, 48)}, {held}>"

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, in the document's order."""
        return tuple(measure for goal in self.all_goals for measure in goal.measures)

    @cached_property
    def all_goals(self) -> tuple[Goal, ...]:
        """All goals of every level, in the document's order."""
        return tuple(each for goal in self.goals for each in goal.walk())

    @cached_property
    def by_ref(self) -> ByRef[Measure]:
        """Every measure by its Ref, in the document's order."""
        return ByRef((where, measure) for where, measure, _ in self.placed)

    @cached_property
    def placed(self) -> tuple[tuple[Ref, Measure, Goal], ...]:
        """Every measure with its Ref and the goal it stands under, in the document's order."""
        bearers: dict[Code, int] = {}
        under: dict[Code | None, int] = {}
        placed = []
        for goal in self.all_goals:
            for measure in goal.measures:
                under[goal.code] = under.get(goal.code, 0) + 1
                if measure.code is None:
                    where = Ref(RefKind.MEASURE, goal.code, under[goal.code], coded=False)
                else:
                    bearers[measure.code] = bearers.get(measure.code, 0) + 1
                    where = Ref(RefKind.MEASURE, measure.code, bearers[measure.code])
                placed.append((where, measure, goal))
        return tuple(placed)

    def measure(self, which: Ref | Code | str) -> Measure:
        """Return a measure by its code or Ref; of several bearers the first.

        Raises:
            UnknownRefError: When there is none, with the nearest that is.
        """
        return self.by_ref[ref(which).subject]

    def goal(self, which: Code | str | int) -> Goal:
        """Return the first goal of a code, of any level.

        Raises:
            UnknownRefError: When there is none, with the nearest that is.
        """
        wanted = code(which)
        for goal in self.all_goals:
            if goal.code == wanted:
                return goal
        known = [Ref(RefKind.GOAL, goal.code) for goal in self.all_goals if goal.code]
        raise unknown(Ref(RefKind.GOAL, wanted), known)
