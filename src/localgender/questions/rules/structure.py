"""Rules of structure: numbers, results and texts that every row should have."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import islice, pairwise

from localgender.findings import Severity
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of, rows
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import Case, Reason, Rule, consistent, inconsistent, not_applicable
from localgender.questions.rules.silence import silences
from localgender.values.codes import Code
from localgender.values.refs import PLAN, Ref

LISTED = 20  # codes told one by one; a slip such as 1.1, 1.900000000 must not fill the memory


def repeated_code(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find codes that several measures bear.

    Why it matters: a reference to the code then means either.

    How it is decided: the same code of several parts twice in the plan, or the same single number twice
    under one goal; single numbers may begin anew under each goal.

    What it does not see: a measure printed twice under different codes.

    >>> from localgender.model.plan import Measure
    >>> def outcomes(*codes):
    ...     plan = Plan(goals=[Measure(code) for code in codes])
    ...     return [case.outcome.value for case in repeated_code(plan, Policy())]
    >>> outcomes("2.4", "2.5"), outcomes("2.4", "2.4")
    (['consistent', 'consistent'], ['inconsistent'])
    """
    bearers: dict[Hashable, list[tuple[Ref, Code]]] = {}
    for where, code, goal in _coded(plan_of(value)):
        bearers.setdefault((code, _own(code, goal)), []).append((where, code))
    for each in bearers.values():
        refs = [where for where, _ in each]
        yield inconsistent(*refs, code=each[0][1]) if len(each) > 1 else consistent(*refs)


def missing_code(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures without a code.

    Why it matters: what has no number cannot be referred to, nor compared with last year.

    How it is decided: the row has no code while some other row has one. When no row has one the plan gets
    one notice.

    What it does not see: a code that stands inside the title.

    >>> from localgender.model.plan import Measure
    >>> def outcomes(*codes):
    ...     plan = Plan(goals=[Measure(code) for code in codes])
    ...     return [case.outcome.value for case in missing_code(plan, Policy())]
    >>> outcomes("2.4", "2.5"), outcomes("2.4", None)
    (['consistent', 'consistent'], ['consistent', 'inconsistent'])
    """
    told = ((where, measure.code is not None) for where, measure, _ in plan_of(value).placed)
    return silences(told, severity=Severity.NOTICE)


def numbering_gap(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find numbers that are missing between the measures of one goal.

    Why it matters: a row may have been lost on the way into the document.

    How it is decided: by code, not by position; codes that differ in their last part only are neighbours,
    single numbers within their goal only. A number of a goal that is missing is a choice, not a gap.

    What it does not see: rows lost before the first number or after the last.

    >>> from localgender.model.plan import Measure
    >>> def outcomes(*codes):
    ...     plan = Plan(goals=[Measure(code) for code in codes])
    ...     return [case.outcome.value for case in numbering_gap(plan, Policy())]
    >>> outcomes("2.9", "2.10"), outcomes("2.9", "2.11")
    (['consistent'], ['inconsistent'])
    """
    families: dict[Hashable, dict[Code, Ref]] = {}
    for where, code, goal in _coded(plan_of(value)):
        families.setdefault((code.parent, _own(code, goal)), {}).setdefault(code, where)
    for family in families.values():
        for one, other in pairwise(sorted(family)):
            between = range(one.parts[-1] + 1, other.parts[-1])
            missing = tuple(Code((*one.parts[:-1], part)) for part in between[:LISTED])
            pair = family[one], family[other]
            yield inconsistent(*pair, missing=missing, count=len(between)) if missing else consistent(*pair)


def _coded(plan: Plan) -> Iterator[tuple[Ref, Code, int]]:
    """Yield every measure that bears a code, with the number of its goal in the document."""
    placed = iter(plan.placed)
    for number, goal in enumerate(plan.all_goals):
        for where, measure, _ in islice(placed, len(goal.measures)):
            if measure.code is not None:
                yield where, measure.code, number


def _own(code: Code, goal: int) -> int | None:
    return goal if code.parent is None else None


def no_result(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures without an expected result or indicator.

    Why it matters: nobody can tell whether such a measure changed anything.

    How it is decided: the row states no result while some other row does. Where no row states any, the
    document has no such column and the question does not arise.

    What it does not see: results named in the title only, and indicators of a whole goal.

    >>> from localgender.model.plan import Measure
    >>> def outcomes(*results):
    ...     plan = Plan(goals=[Measure(f"1.{n}", results=each) for n, each in enumerate(results, start=1)])
    ...     return [case.outcome.value for case in no_result(plan, Policy())]
    >>> outcomes("30 учасниць", "Довідник"), outcomes("30 учасниць", [])
    (['consistent', 'consistent'], ['consistent', 'inconsistent'])
    """
    told = [(where, bool(measure.results)) for where, measure, _ in plan_of(value).placed]
    if not any(speaks for _, speaks in told):
        return iter([not_applicable(PLAN, reason=Reason.NO_COLUMN)])
    return silences(told, severity=Severity.NOTICE)


def no_narrative(value: Plan | Report, policy: Policy) -> Iterator[Case]:
    """Find measures of which a report does not tell what was done.

    Why it matters: money alone does not say whether anything changed.

    How it is decided: the row has no text while some other row has. When every row is silent the plan gets
    one notice.

    What it does not see: texts that say nothing.

    >>> from localgender.model.plan import Measure
    >>> from localgender.model.report import Progress
    >>> def outcomes(*texts):
    ...     plan = Plan(goals=[Measure(f"1.{n}") for n, _ in enumerate(texts, start=1)])
    ...     progress = [Progress(r, narrative=text) for r, text in zip(plan.by_ref, texts)]
    ...     report = Report(plan, 2023, progress=progress)
    ...     return [case.outcome.value for case in no_narrative(report, Policy())]
    >>> outcomes("Проведено", "Створено"), outcomes("Проведено", None)
    (['consistent', 'consistent'], ['consistent', 'inconsistent'])
    """
    told = ((row.ref, bool(row.progress and row.progress.narrative)) for row in rows(value))
    return silences(told, severity=Severity.NOTICE)


_NUMBERING = "Zhytomyr report for 2023: measures are numbered within each goal without gaps or repeats"

REPEATED_CODE = Rule(kind="repeated-code", severity=Severity.WARNING, basis=_NUMBERING, check=repeated_code)
MISSING_CODE = Rule(kind="missing-code", severity=Severity.NOTICE, basis=_NUMBERING, check=missing_code)
NUMBERING_GAP = Rule(kind="numbering-gap", severity=Severity.NOTICE, basis=_NUMBERING, check=numbering_gap)
NO_RESULT = Rule(
    kind="no-result",
    severity=Severity.NOTICE,
    basis="practice: programmes list indicators or expected results beside each measure",
    check=no_result,
)
NO_NARRATIVE = Rule(
    kind="no-narrative",
    severity=Severity.NOTICE,
    basis="Zhytomyr report for 2023, table 1: column «Інформація про виконання»",
    check=no_narrative,
    about=(Report,),
)
