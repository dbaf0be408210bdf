"""Rules of copies: one text about several measures, two measures that are one and differ in money."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence

from localgender.findings import Severity
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.notation.folding import fold, joined
from localgender.questions.aggregate import Row, added, interval_added, rows
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
from localgender.questions.rules.told import statuses_of
from localgender.questions.status import Delivery
from localgender.values.periods import Period
from localgender.values.refs import Ref

_NOTHING_DONE = frozenset({Delivery.NOT_SCHEDULED, Delivery.NOT_DELIVERED})


def narrative_repeated(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures of which a report tells the very same.

    Why it matters: a text that fits several measures tells of none what was done for it.

    How it is decided: two narratives have the same words, whatever their letters' case, their signs and
    dashes, and at least as many words as the policy asks (eight, unless said otherwise). Texts that say
    why nothing was done may be the same.

    What it does not see: short formulas, on purpose; texts of which a word was changed; and whether a cell
    was printed once for several measures.

    >>> from localgender.model.report import Progress
    >>> def outcomes(*texts):
    ...     plan = Plan(goals=[Measure(f"1.{n}") for n, _ in enumerate(texts, start=1)])
    ...     progress = [Progress(r, narrative=text) for r, text in zip(plan.by_ref, texts)]
    ...     report = Report(plan, 2023, progress=progress)
    ...     return [case.outcome.value for case in narrative_repeated(report, Policy(copied_words=3))]
    >>> outcomes("Проведено три тренінги", "Видано два довідники")
    ['consistent', 'consistent']
    >>> outcomes("Проведено три тренінги", "Проведено три тренінги.")
    ['inconsistent']
    """
    alike: dict[Hashable, list[Row]] = {}
    statuses = statuses_of(value, policy)
    for row in rows(value):
        told = words(row.progress.narrative if row.progress else None)
        if len(told) < policy.copied_words:
            yield not_applicable(row.ref, reason=Reason.SHORT_TEXT if told else Reason.NO_TEXT)
        elif statuses[row.ref].delivery in _NOTHING_DONE:
            yield not_applicable(row.ref, reason=Reason.NOTHING_DONE)
        else:
            alike.setdefault(told, []).append(row)
    for group in alike.values():
        refs = [row.ref for row in group]
        text = group[0].progress.narrative if group[0].progress else None
        yield inconsistent(*refs, text=text) if len(refs) > 1 else consistent(*refs)


def measures_contradict(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures that are the same in words and differ in money.

    Why it matters: whoever funds the measure can take either figure.

    How it is decided: title, term, executors, place and results are the same. Under one code that is a
    measure printed twice, and no stage of money for one period and source may differ; under different codes
    term and executors must be stated, and what is planned is compared. Amounts differ when no rounding
    makes them equal. Under different codes it is a notice, since two such measures may be meant.

    What it does not see: measures whose titles were reworded, and money of different years or sources.

    >>> from localgender.values.money import uah
    >>> def outcomes(*amounts):
    ...     lines = [FundingPeriod(2023, planned=uah(amount)) for amount in amounts]
    ...     plan = Plan(goals=[Measure("1.1", "Аудит безпеки", funding=line) for line in lines])
    ...     return [case.outcome.value for case in measures_contradict(plan, Policy())]
    >>> outcomes(10, 10), outcomes(10, 12)
    (['consistent'], ['inconsistent'])
    """
    alike: dict[Hashable, list[Row]] = {}
    for row in rows(value):
        if title := words(row.measure.title):
            alike.setdefault((title, *_described(row.measure)), []).append(row)
        else:
            yield not_checkable(row.ref, reason=Reason.NO_TITLE)
    for group in alike.values():
        yield from _contradicting(group)


def words(text: str | None) -> tuple[str, ...]:
    """Return the words of a text in the form in which copies of it are equal.

    >>> words("Проведено – 3 тренінги!") == words("проведено 3  тренінги")
    True
    """
    return tuple(re.findall(r"\w+", fold(joined(text)))) if text else ()


def _described(measure: Measure) -> tuple[Hashable, ...]:
    """Return all that tells apart two measures of one title."""
    executors = frozenset(words(each.executor.name) for each in measure.involvements)
    return measure.term, executors, words(measure.place), tuple(map(words, measure.results))


def _contradicting(group: Sequence[Row]) -> Iterator[Case]:
    refs, measure = [row.ref for row in group], group[0].measure
    if len(group) == 1:
        yield not_applicable(*refs, reason=Reason.NO_TWIN)
        return
    twice = _printed_twice(group)
    if not twice and (measure.term is None or not measure.involvements):
        yield not_checkable(*refs, reason=Reason.SILENT)
        return
    severity = None if twice else Severity.NOTICE
    compared = 0
    for stage in Stage if twice else (Stage.PLANNED,):
        for (period, source), figures in _figures(group, stage).items():
            compared += 1
            yield _agreeing(figures, stage, period, source, severity)
    if not compared:
        yield not_checkable(*refs, reason=Reason.SILENT)


def _printed_twice(group: Sequence[Row]) -> bool:
    """Tell whether all bear one code, which single numbers do only within a goal."""
    codes = [row.measure.code for row in group]
    goals = {tuple(goal.code for goal in row.goals) for row in group}
    code = codes[0]
    return code is not None and set(codes) == {code} and (code.parent is not None or len(goals) == 1)


_Figures = list[tuple[Ref, list[FundingPeriod]]]


def _figures(group: Sequence[Row], stage: Stage) -> dict[tuple[Period | None, str], _Figures]:
    """Return, by period and source, the lines of every row that states the stage, where several do."""
    found: dict[tuple[Period | None, str], _Figures] = {}
    for row in group:
        stated: dict[tuple[Period | None, str], list[FundingPeriod]] = {}
        for line in row.funding:
            if line.at(stage) is not None:
                stated.setdefault((line.period, line.source), []).append(line)
        for key, lines in stated.items():
            found.setdefault(key, []).append((row.ref, lines))
    return {key: figures for key, figures in found.items() if len(figures) > 1}


def _agreeing(
    figures: _Figures, stage: Stage, period: Period | None, source: str, severity: Severity | None
) -> Case:
    refs = [where for where, _ in figures]
    ranges = [each for _, lines in figures if (each := interval_added(lines, stage)) is not None]
    if max(each.low for each in ranges) <= min(each.high for each in ranges):
        return consistent(*refs)
    amounts = tuple((where, added(lines, stage)) for where, lines in figures)
    return inconsistent(*refs, severity=severity, stage=stage, period=period, source=source, amounts=amounts)


NARRATIVE_REPEATED = Rule(
    kind="narrative-repeated",
    severity=Severity.NOTICE,
    basis="practice: observers of local plans report texts carried over from one row to the next",
    check=narrative_repeated,
    about=(Report,),
)
MEASURES_CONTRADICT = Rule(
    kind="measures-contradict",
    severity=Severity.WARNING,
    basis="arithmetic: one measure has one amount for one period and source",
    check=measures_contradict,
)
