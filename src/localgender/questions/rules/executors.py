"""Rules of executors: who is to do it, and how much one body is to do."""

from __future__ import annotations

from collections.abc import Iterator

from localgender.findings import Severity
from localgender.model.executors import ExecutorKind
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import (
    Case,
    Reason,
    Rule,
    consistent,
    inconsistent,
    not_applicable,
    not_checkable,
)
from localgender.questions.rules.silence import silences
from localgender.values.refs import PLAN, Ref

_SEVERAL = frozenset({ExecutorKind.GROUP, ExecutorKind.CIVIL_SOCIETY, ExecutorKind.EXPERT})


def no_executor(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that nobody is to carry out.

    Why it matters: nobody can be asked about them.

    How it is decided: the row names no executor while some other row does. When every row is silent the
    plan gets one notice.

    What it does not see: an executor named in the title only.

    >>> from localgender.model.plan import Measure
    >>> def outcomes(*names):
    ...     plan = Plan(goals=[Measure(f"1.{n}", involvements=name) for n, name in enumerate(names, start=1)])
    ...     return [case.outcome.value for case in no_executor(plan, Policy())]
    >>> outcomes("Управління культури", "Архів"), outcomes("Управління культури", [])
    (['consistent', 'consistent'], ['consistent', 'inconsistent'])
    """
    told = ((where, bool(measure.involvements)) for where, measure, _ in plan_of(value).placed)
    return silences(told, severity=Severity.WARNING)


def executor_overloaded(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find bodies that are to carry out unusually many measures.

    Why it matters: what one body is to do beside everything else is done late or on paper, and who
    answers for the whole plan answers for no part of it.

    How it is decided: the measures that name the body are more than the policy allows (twenty, unless said
    otherwise), and at least half as many again as the other bodies have on average, so that a large plan
    spread evenly overloads nobody. Words for several bodies, such as «громадські організації», load nobody.

    What it does not see: one body under two spellings, how much work a measure is, and what the body does
    outside the plan.

    >>> from localgender.model.plan import Measure
    >>> def outcomes(measures):
    ...     plan = Plan(goals=[Measure(f"1.{n}", involvements="Архів") for n in range(1, measures + 1)])
    ...     return [case.outcome.value for case in executor_overloaded(plan, Policy(most_measures=2))]
    >>> outcomes(2), outcomes(3)
    (['consistent'], ['inconsistent'])
    """
    measures: dict[str, list[Ref]] = {}
    several: set[str] = set()
    placed = plan_of(value).placed
    for where, measure, _ in placed:
        for name in dict.fromkeys(each.executor.name for each in measure.involvements):
            measures.setdefault(name, []).append(where)
        several |= {each.executor.name for each in measure.involvements if each.executor.kind in _SEVERAL}
    if placed and not measures:
        yield not_checkable(PLAN, reason=Reason.SILENT)
    loads = [len(theirs) for name, theirs in measures.items() if name not in several]
    for name, theirs in sorted(measures.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if name in several:
            yield not_applicable(PLAN, reason=Reason.SEVERAL_BODIES)
        elif len(theirs) <= policy.most_measures or not _stands_out(len(theirs), loads):
            yield consistent(PLAN)
        else:
            yield inconsistent(PLAN, executor=name, measures=len(theirs), all=len(placed), rows=theirs)


def _stands_out(load: int, loads: list[int]) -> bool:
    """Tell whether a body has at least half as much again as the others have on average."""
    return 2 * load * (len(loads) - 1) >= 3 * (sum(loads) - load)


NO_EXECUTOR = Rule(
    kind="no-executor",
    severity=Severity.WARNING,
    basis="Zhytomyr report for 2023, table 1: column «Виконавці»",
    check=no_executor,
)
EXECUTOR_OVERLOADED = Rule(
    kind="executor-overloaded",
    severity=Severity.NOTICE,
    basis="practice: monitors ask of a plan how its measures are spread over those who carry them out",
    check=executor_overloaded,
)
