"""From the rows of the tables to the plan or report that they were made from, and to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from attrs import frozen

from localgender.errors import SerializationError
from localgender.exchange.data_package.agreement import Read, broken_keys, differences
from localgender.exchange.data_package.cells import Row, place
from localgender.exchange.data_package.tables import BY_NAME, DocumentKind, TermPart
from localgender.exchange.parsing import TOO_DEEP, refusal
from localgender.exchange.spelling import LEAVES
from localgender.model.community import Community
from localgender.model.executors import Executor, Involvement
from localgender.model.funding import FundingPeriod, Source
from localgender.model.passport import Passport
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.values.acts import LegalAct
from localgender.values.periods import Period
from localgender.values.terms import Recurrence, Season, Term

Grouped = dict[Any, list[Row]]


def assembled(rows: Read) -> Plan | Report:
    """Put a value together; the order of rows is of no matter, their numbers tell it.

    Raises:
        SerializationError: For rows that name others that are not there, break an invariant of the model, or
            are not those that the value would be written with.
    """
    if problems := list(broken_keys(rows)):
        raise SerializationError(problems)
    if len(rows["document"]) != 1:
        raise refusal(BY_NAME["document"].file, f"expected one row, not {len(rows['document'])}")
    try:
        value = _made(_Parts(rows), rows["document"][0])
        problems = list(differences(value, rows))
    except RecursionError:
        raise refusal(BY_NAME["goals"].file, TOO_DEEP) from None
    if problems:
        raise SerializationError(problems)
    return value


def _made(parts: _Parts, document: Row) -> Plan | Report:
    plan = _plan(parts, document)
    return _report(parts, document, plan) if document.cells["kind"] == DocumentKind.REPORT else plan


@contextmanager
def _told_at(table: str, row: Row) -> Iterator[None]:
    """Tell what the model refuses with the row it is made from."""
    try:
        yield
    except SerializationError:
        raise
    except (ValueError, TypeError, LookupError) as error:
        raise SerializationError([(place(BY_NAME[table], row.number), str(error))]) from None


def _sorted(rows: list[Row], name: str) -> list[Row]:
    return sorted(rows, key=lambda row: row.cells[name])


def _by(name: str, rows: list[Row], order: str) -> Grouped:
    grouped: Grouped = {}
    for row in _sorted(rows, order):
        grouped.setdefault(row.cells[name], []).append(row)
    return grouped


@frozen
class _Parts:
    """Rows by what they belong to, each group in its order."""

    rows: Read

    @cached_property
    def terms(self) -> Grouped:
        return _by("measure", self.rows["terms"], "part")

    @cached_property
    def executors(self) -> dict[int, Executor]:
        return {each.cells["executor"]: _executor(each) for each in self.rows["executors"]}

    @cached_property
    def of_lines(self) -> tuple[Grouped, Grouped]:
        sources = _by("line", self.rows["sources"], "position")
        return sources, _by("line", self.rows["amounts"], "phase")

    @cached_property
    def of_measures(self) -> dict[str, Grouped]:
        names = ("involvements", "results", "serves")
        return {name: _by("measure", self.rows[name], "position") for name in names}

    def funding(self, said_in: DocumentKind, owner: str) -> dict[Any, list[FundingPeriod]]:
        """Return lines of money by the measure or the total that they belong to."""
        grouped: dict[Any, list[FundingPeriod]] = {}
        for row in _sorted(self.rows["funding"], "line"):
            if row.cells["said_in"] == said_in and row.cells[owner] is not None:
                grouped.setdefault(row.cells[owner], []).append(self._line(row))
        return grouped

    def _line(self, row: Row) -> FundingPeriod:
        sources, amounts = (each.get(row.cells["line"], []) for each in self.of_lines)
        with _told_at("funding", row):
            return FundingPeriod(
                _period(row),
                [Source(each.cells["level"], each.cells["fund"]) for each in sources],
                **{each.cells["phase"]: each.cells["amount"] for each in amounts},
                needs=row.cells["needs"],
                step=row.cells["step"],
            )


def _period(row: Row) -> Period | None:
    first, last = row.cells["first_day"], row.cells["last_day"]
    if (first is None) != (last is None):
        raise ValueError("a period has a first and a last day, or neither")
    return Period(first, last) if first else None


def _executor(row: Row) -> Executor:
    return Executor(row.cells["name"] or "", row.cells["kind"])


def _plan(parts: _Parts, document: Row) -> Plan:
    cells, rows = document.cells, parts.rows
    with _told_at("document", document):
        return Plan(
            cells["title"],
            community=_community(cells),
            term=_term(parts.terms.get(None, [])),
            acts=[_act(row) for row in _sorted(rows["acts"], "act")],
            goals=_goals(parts),
            targets=[_target(row) for row in _sorted(rows["targets"], "target")],
            stated_totals=_totals(parts, DocumentKind.PLAN),
            passport=next((_passport(row) for row in rows["passport"]), None),
        )


def _community(cells: Mapping[str, Any]) -> Community | None:
    if cells["community"] is None:
        return None
    where = {name: cells[name] for name in ("region", "district", "katottg")}
    return Community(cells["community"], cells["community_kind"], **where)


def _act(row: Row) -> LegalAct:
    return LegalAct(row.cells["kind"], row.cells["number"], row.cells["date"], row.cells["body"])


def _target(row: Row) -> Target:
    path = row.cells["path"]
    with _told_at("targets", row):
        return Target(row.cells["scheme"] or "", path.path if path else (), row.cells["title"])


def _passport(row: Row) -> Passport:
    return Passport(**{name: text for name, text in row.cells.items() if name != "document"})


def _goals(parts: _Parts) -> list[Goal]:
    funding = parts.funding(DocumentKind.PLAN, "measure")
    measures = _by("goal", parts.rows["measures"], "position")
    made: dict[int | None, list[Goal]] = {}
    # From the last to the first: what stands below a goal comes after it, and is made already.
    for row in reversed(_sorted(parts.rows["goals"], "goal")):
        goal, parent = row.cells["goal"], row.cells["parent"]
        stand = [_measure(each, parts, funding) for each in measures.get(goal, [])]
        with _told_at("goals", row):
            if parent is not None and parent >= goal:
                raise ValueError(f"goal {goal} stands under goal {parent}, which does not come before it")
            below = made.pop(goal, [])[::-1]
            each = Goal(row.cells["code"], row.cells["level"], row.cells["title"], below, stand)
        made.setdefault(parent, []).append(each)
    return made.get(None, [])[::-1]


def _measure(row: Row, parts: _Parts, funding: Mapping[Any, list[FundingPeriod]]) -> Measure:
    cells, ref = row.cells, row.cells["measure"]
    own = {name: [each.cells for each in grouped.get(ref, [])] for name, grouped in parts.of_measures.items()}
    with _told_at("measures", row):
        return Measure(
            cells["code"],
            cells["title"],
            _term(parts.terms.get(ref, [])),
            [
                Involvement(parts.executors[each["executor"]], each["by_consent"], each["printed"])
                for each in own["involvements"]
            ],
            funding.get(ref, []),
            [each["result"] or "" for each in own["results"]],
            [each["target"] for each in own["serves"]],
            cells["place"],
        )


def _term(rows: list[Row]) -> Term | None:
    said: dict[TermPart, list[Any]] = {part: [] for part in TermPart}
    for row in rows:
        with _told_at("terms", row):
            if (part := _TERM_PARTS[row.cells["says"]](row)) is not None:
                said[row.cells["says"]].append(part)
    if not rows:
        return None
    return Term(
        said[TermPart.SPAN],
        next(iter(said[TermPart.RECURRENCE]), None),
        said[TermPart.SEASON],
        said[TermPart.DEADLINE],
        said[TermPart.CONDITION],
    )


def _season(row: Row) -> Season:
    return LEAVES[Season][0]((row.cells["words"] or "").split(".."), Season)  # type: ignore[no-any-return]


_TERM_PARTS: Mapping[TermPart, Callable[[Row], Any]] = {
    TermPart.SPAN: _period,
    TermPart.DEADLINE: lambda row: row.cells["last_day"],
    TermPart.SEASON: _season,
    TermPart.RECURRENCE: lambda row: Recurrence(row.cells["words"] or ""),
    TermPart.CONDITION: lambda row: row.cells["words"],
    TermPart.EMPTY: lambda row: None,
}


def _totals(parts: _Parts, said_in: DocumentKind) -> list[StatedTotal]:
    funding = parts.funding(said_in, "total")
    return [
        StatedTotal(
            row.cells["label"] or "",
            row.cells["scope"],
            funding.get(row.cells["total"], []),
            row.cells["stated_percent"],
        )
        for row in _sorted(parts.rows["totals"], "total")
        if row.cells["said_in"] == said_in
    ]


def _report(parts: _Parts, document: Row, plan: Plan) -> Report:
    funding = parts.funding(DocumentKind.REPORT, "measure")
    progress = [
        Progress(
            row.cells["measure"],
            funding.get(row.cells["measure"], []),
            stated_percent=row.cells["stated_percent"],
            narrative=row.cells["narrative"],
        )
        for row in _sorted(parts.rows["progress"], "position")
    ]
    with _told_at("document", document):
        return Report(
            plan,
            _period(document),
            issuer=document.cells["issuer"],
            progress=progress,
            stated_totals=_totals(parts, DocumentKind.REPORT),
        )
