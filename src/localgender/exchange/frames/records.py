"""One document as the rows of every table, in words, whole numbers, days and silence only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from localgender.documents.reading import Reading
from localgender.documents.unclear import understood
from localgender.exchange.frames.figures import columns_of
from localgender.exchange.frames.regions import region_of
from localgender.exchange.frames.register import Register, register
from localgender.exchange.frames.tables import TABLES
from localgender.findings import Finding, Findings, Severity
from localgender.model.charter import Charter
from localgender.model.community import Community
from localgender.model.plan import Measure, Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, plan_of, rows, value_of
from localgender.questions.audit import Checked, audit_with_summary
from localgender.questions.codelists import CodeList, codelist
from localgender.questions.coverage import TargetCover, coverage
from localgender.questions.observations import FigureRow, goals_of, observations
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.status import classify
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import Ref

Record = dict[str, Any]

NATIONAL = ("nap-1325",)
_PLACE = ("table", "row", "column", "page")


def records(
    asked: Asked,
    *,
    document: str = "",
    file: str | None = None,
    codelists: Iterable[CodeList | Charter | str] = NATIONAL,
    communities: Register | Iterable[Community] | Mapping[str, Community | str] = (),
    policy: Policy = DEFAULT,
) -> dict[str, list[Record]]:
    """Lay one document out as the rows of every table of `TABLES`.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.values.money import thousand_uah
    >>> plan = Plan(goals=[Measure("2.1", funding=FundingPeriod(2023, planned=thousand_uah("10.5")))])
    >>> rows = records(plan, document="programme")
    >>> [(row["measure"], row["year"], row["kopiykas"]) for row in rows["observations"]]
    [('2.1', 2023, 1050000)]
    >>> rows["measures"][0]["funding"], rows["documents"][0]["state"]
    ('unknown', 'read')

    Args:
        asked: A reading, which also tells places, or a plan or report itself.
        document: What tells the document from all others, such as the SHA-256 of its bytes.
        file: Where it was found.
        codelists: Higher documents whose targets are asked about even if the plan does not carry them.
        communities: Register out of which `katottg` and `region` are filled in where the document is silent
            and one entry fits; or communities, or a mapping from names to codes. What was filled in, and how
            many entries fit, stands in the row of `documents`.
        policy: Choices of the caller, for the rules and the statuses.

    Returns:
        Table → rows, each with every column of the table in its order; None is silence.

    Raises:
        TypeError: For anything but a plan, a report or a reading of one.
        NotationError: A ValueError, for a list of codes that does not ship.
    """
    value = value_of(asked)
    head = _head(value, document)
    place, told = _placed(value, register(communities))
    findings, checked = audit_with_summary(asked, policy=policy)
    figures = observations(asked)
    parts: Mapping[str, Iterable[Record]] = {
        "documents": [_document(asked, findings, len(figures), policy) | told | {"file": file}],
        "observations": _observations(value, figures),
        "measures": _measures(value, policy),
        "targets": _targets(value, codelists),
        "checks": [_check(each) for each in checked],
        "findings": [_finding(each, asked) for each in findings],
    }
    return {name: [_row(name, head | part | place) for part in parts[name]] for name in TABLES}


def _row(table: str, cells: Record) -> Record:
    return {column: cells.get(column) for column in TABLES[table]}


def _head(value: Plan | Report, document: str) -> Record:
    community = plan_of(value).community
    period = value.period if isinstance(value, Report) else None
    return {
        "document": document,
        "kind": "report" if isinstance(value, Report) else "plan",
        "community": community.name if community else None,
        "year": year_of(period),
        "period": _text(period),
        "report_period": _text(period),
    }


def _placed(value: Plan | Report, known: Register) -> tuple[Record, Record]:
    """Tell code and region, and which of them come from a register in which how many entries fit."""
    printed = plan_of(value).community
    community, fitting = known.filled(printed) if known.entries else (printed, None)
    place, stated = _place_of(community), _place_of(printed)
    filled = "; ".join(name for name in place if place[name] is not None and stated[name] is None)
    return place, {"register": fitting, "filled": filled or None}


def _place_of(community: Community | None) -> Record:
    return {"katottg": community.katottg if community else None, "region": region_of(community)}


def year_of(period: Period | None) -> int | None:
    """Return the calendar year a period lies in; None for one that is not in one year.

    >>> year_of(Period.nine_months(2024)), year_of(Period.years(2021, 2025))
    (2024, None)
    """
    if period is None or period.first.year != period.last.year:
        return None
    return period.first.year


def part_of(period: Period | None) -> str | None:
    """Return which part of its year a period is, as its spelling tells; None when it is no such part.

    >>> [part_of(Period.parse(each)) for each in ("2024", "2024-9m", "2024-03", "2024-03-01..2024-03-05")]
    ['year', '9m', '03', None]
    """
    if period is None or year_of(period) is None or ".." in (spelled := str(period)):
        return None
    return spelled.partition("-")[2] or "year"


def _observations(value: Plan | Report, figures: Iterable[FigureRow]) -> Iterator[Record]:
    reported = value.period if isinstance(value, Report) else None
    executors = {str(where): _executors(measure) for where, measure, _ in plan_of(value).placed}
    figures = tuple(figures)
    cells = columns_of(figures)
    for figure, row in zip(figures, zip(*cells.values(), strict=True), strict=True):
        about = figure.period or reported
        measure = str(figure.ref.subject)
        yield dict(zip(cells, row, strict=True)) | {
            "measure": measure,
            "year": year_of(about),
            "part": part_of(about),
            "executors": executors.get(measure, ""),
        }


def _executors(measure: Measure) -> str:
    return "; ".join(sorted({each.executor.name for each in measure.involvements}))


def _measures(value: Plan | Report, policy: Policy) -> Iterator[Record]:
    statuses = classify(value, policy=policy)
    for row in rows(plan_of(value)):
        status = statuses[row.ref]
        yield _texts(
            measure=row.ref, code=row.measure.code, title=row.measure.title, **goals_of(row),
            executors=_executors(row.measure), delivery=status.delivery, funding=status.funding,
        )  # fmt: skip


def _texts(**values: Any) -> Record:
    return {name: _text(value) for name, value in values.items()}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _targets(value: Plan | Report, codelists: Iterable[CodeList | Charter | str]) -> Iterator[Record]:
    asked = [codelist(each) if isinstance(each, str) else each for each in codelists]
    national = [cover for each in asked for cover in coverage(value, each).targets]
    known = {each.target.scheme for each in national}
    own = [each for each in coverage(value).targets if each.target.scheme not in known]
    # A target that a plan carries twice, under two titles, is one target.
    first = {(each.target.scheme, each.target.path): each for each in reversed([*national, *own])}
    yield from map(_target, reversed(first.values()))


def _target(cover: TargetCover) -> Record:
    scheme, path = cover.target.scheme, ":".join(cover.target.path)
    told = _texts(scheme=scheme, path=path, title=cover.target.title, served=cover.outcome)
    return told | {"measures": len(cover.measures)}


def _check(checked: Checked) -> Record:
    return {
        "rule": checked.kind,
        "consistent": checked.consistent,
        "inconsistent": checked.inconsistent,
        "not_applicable": checked.not_applicable,
        "not_checkable": checked.not_checkable,
    }


def _finding(finding: Finding, asked: Asked) -> Record:
    told = _texts(finding=finding.kind, severity=finding.severity, refs="; ".join(map(str, finding.refs)))
    place = next(_places(finding.refs, asked), None)
    return told | {name: getattr(place, name) if place else None for name in _PLACE}


def _places(refs: Iterable[Ref | Place], asked: Asked) -> Iterator[Place]:
    for where in refs:
        if isinstance(where, Place):
            yield where
        elif isinstance(asked, Reading):
            yield from asked.places.get(where) or asked.places.get(where.subject, ())


def _document(asked: Asked, findings: Findings, figures: int, policy: Policy) -> Record:
    severities = Counter(each.severity for each in findings)
    clear, whole = understood(asked) if isinstance(asked, Reading) else (0, 0)
    told = {
        "measures": len(plan_of(value_of(asked)).measures),
        "figures": figures,
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "notices": severities[Severity.NOTICE],
        "unread": whole - clear if isinstance(asked, Reading) else None,
    }
    too_much = 100 * (whole - clear) > Decimal(policy.unread_share) * whole
    is_doubtful = bool(told["errors"]) or not told["measures"] or too_much
    return {**told, "state": "doubtful" if is_doubtful else "read"}
