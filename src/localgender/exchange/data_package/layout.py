"""From a plan or a report to the rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from localgender.exchange.data_package.tables import DocumentKind, TermPart
from localgender.exchange.spelling import LEAVES
from localgender.model.executors import Executor
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Goal, Plan, StatedTotal
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.questions.observations import FigureRow, observations
from localgender.values.money import Money
from localgender.values.periods import Period
from localgender.values.refs import Ref
from localgender.values.terms import Season, Term

Rows = list[dict[str, Any]]


def laid_out(asked: Asked) -> dict[str, Rows]:
    """Lay a value out as the rows of every table, in the order of the document.

    >>> from localgender.model.plan import Measure
    >>> laid_out(Plan(goals=[Measure("2.10", "Тренінг")]))["measures"][0]["title"]
    'Тренінг'

    Raises:
        TypeError: For what is no plan, no report and no reading of one.
    """
    value = value_of(asked)
    plan = plan_of(value)
    return {
        "document": [_document(value)],
        "passport": _passport(value),
        "acts": [
            {"act": act, "kind": each.kind, "number": each.number, "date": each.date, "body": each.body}
            for act, each in enumerate(plan.acts, start=1)
        ],
        "goals": list(_goals(plan.goals, None, count(1))),
        "targets": [
            {
                "target": target,
                "scheme": each.scheme,
                "path": each.ref if each.path else None,
                "title": each.title,
            }
            for target, each in enumerate(plan.targets, start=1)
        ],
        **_of_measures(plan),
        "progress": _progress(value),
        **_of_money(value),
        "observations": [
            _observation(number, row) for number, row in enumerate(observations(asked), start=1)
        ],
    }


def _document(value: Plan | Report) -> dict[str, Any]:
    plan, report = plan_of(value), value if isinstance(value, Report) else None
    community = plan.community
    return {
        "kind": DocumentKind.REPORT if report else DocumentKind.PLAN,
        "title": plan.title,
        "community": community and community.name,
        "community_kind": community and community.kind,
        "region": community and community.region,
        "district": community and community.district,
        "katottg": community and community.katottg,
        **_days(report.period if report else None),
        "issuer": report.issuer if report else None,
    }


def _days(period: Period | None) -> dict[str, Any]:
    return {"first_day": period and period.first, "last_day": period and period.last}


def _passport(value: Plan | Report) -> Rows:
    passport = plan_of(value).passport
    if passport is None:
        return []
    fields = "initiator developer codevelopers executor participants budgets".split()
    row = {name: getattr(passport, name) for name in fields}
    return [{"document": _document(value)["kind"], **row}]


def _goals(goals: Iterable[Goal], parent: int | None, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    for each in goals:
        goal = next(numbers)
        yield {"goal": goal, "parent": parent, "code": each.code, "level": each.level, "title": each.title}
        yield from _goals(each.goals, goal, numbers)


def _of_measures(plan: Plan) -> dict[str, Rows]:
    executors: dict[Executor, int] = {}
    tables: dict[str, Rows] = {"measures": [], "involvements": [], "results": [], "serves": []}
    parts = list(_term(None, plan.term))
    under = (number for number, goal in enumerate(plan.all_goals, start=1) for _ in goal.measures)
    for position, (goal, (ref, measure, _)) in enumerate(zip(under, plan.placed, strict=True), start=1):
        row = {"code": measure.code, "title": measure.title, "place": measure.place}
        tables["measures"].append({"measure": ref, "position": position, "goal": goal, **row})
        parts += _term(ref, measure.term)
        tables["involvements"] += _listed(
            ref,
            [
                {
                    "executor": executors.setdefault(each.executor, len(executors) + 1),
                    "by_consent": each.by_consent,
                    "printed": each.printed,
                }
                for each in measure.involvements
            ],
        )
        tables["results"] += _listed(ref, [{"result": each} for each in measure.results])
        tables["serves"] += _listed(ref, [{"target": each} for each in measure.serves])
    listed = [
        {"executor": number, "name": each.name, "kind": each.kind} for each, number in executors.items()
    ]
    terms = [{"part": number, **each} for number, each in enumerate(parts, start=1)]
    return {**tables, "executors": listed, "terms": terms}


def _listed(measure: Ref, rows: Rows) -> Rows:
    return [{"measure": measure, "position": position, **row} for position, row in enumerate(rows, start=1)]


def _term(measure: Ref | None, term: Term | None) -> Iterator[dict[str, Any]]:
    def row(says: TermPart, period: Period | None = None, **cells: Any) -> dict[str, Any]:
        return {"measure": measure, "says": says, **_days(period), "words": None, **cells}

    if term is None:
        return
    yield from (row(TermPart.SPAN, span) for span in term.spans)
    yield from (row(TermPart.DEADLINE, last_day=day) for day in term.deadlines)
    yield from (row(TermPart.SEASON, words=season_words(each)) for each in term.seasons)
    if term.recurrence:
        yield row(TermPart.RECURRENCE, words=term.recurrence)
    yield from (row(TermPart.CONDITION, words=each) for each in term.conditions)
    if term == Term():
        yield row(TermPart.EMPTY)


def season_words(season: Season) -> str:
    """Spell the days of a season.

    >>> season_words(Season((11, 25), (12, 10)))
    '11-25..12-10'
    """
    return "..".join(LEAVES[Season][1](season))


def _progress(value: Plan | Report) -> Rows:
    if isinstance(value, Plan):
        return []
    return [
        {
            "measure": each.measure,
            "position": position,
            "stated_percent": each.stated_percent,
            "narrative": each.narrative,
        }
        for position, each in enumerate(value.progress, start=1)
    ]


def _of_money(value: Plan | Report) -> dict[str, Rows]:
    """Lay out totals, lines of money, their sources and amounts."""
    totals: Rows = []
    lines: list[tuple[dict[str, Any], FundingPeriod]] = []
    for said_in, holder in _holders(value):
        owners = _owners(holder)
        for measure, funding in owners:
            lines += [({"said_in": said_in, "measure": measure, "total": None}, each) for each in funding]
        for each in holder.stated_totals:
            totals.append({"total": len(totals) + 1, "said_in": said_in, **_claim(each)})
            owner = {"said_in": said_in, "measure": None, "total": len(totals)}
            lines += [(owner, line) for line in each.funding]
    numbered = list(enumerate(lines, start=1))
    return {
        "totals": totals,
        "funding": [{"line": number, **owner, **_line(each)} for number, (owner, each) in numbered],
        "sources": [
            {"line": number, "position": position, "level": source.level, "fund": source.fund}
            for number, (_, each) in numbered
            for position, source in enumerate(each.sources, start=1)
        ],
        "amounts": [
            {"line": number, "phase": stage, "amount": money}
            for number, (_, each) in numbered
            for stage in Stage
            if (money := each.at(stage)) is not None
        ],
    }


def _holders(value: Plan | Report) -> Iterator[tuple[DocumentKind, Plan | Report]]:
    yield DocumentKind.PLAN, plan_of(value)
    if isinstance(value, Report):
        yield DocumentKind.REPORT, value


def _owners(holder: Plan | Report) -> Iterator[tuple[Ref, tuple[FundingPeriod, ...]]]:
    if isinstance(holder, Report):
        return ((each.measure, each.funding) for each in holder.progress)
    return ((ref, measure.funding) for ref, measure, _ in holder.placed)


def _claim(total: StatedTotal) -> dict[str, Any]:
    return {"label": total.label, "scope": total.scope, "stated_percent": total.stated_percent}


def _line(line: FundingPeriod) -> dict[str, Any]:
    return {**_days(line.period), "needs": line.needs, "step": line.step}


def _observation(number: int, row: FigureRow) -> dict[str, Any]:
    places = {
        name: getattr(row.place, name) if row.place else None for name in ("table", "row", "column", "page")
    }
    same = "ref stated_total community katottg goal subgoal code title period sources level fund".split()
    return {
        "observation": number,
        "phase": row.stage,
        "amount": Money(row.kopiykas),
        "step": Money(row.step),
        **{name: getattr(row, name) for name in same},
        **_days(row.period),
        **places,
    }
