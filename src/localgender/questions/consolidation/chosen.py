"""Which reports are of the community and the period that are consolidated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from attrs import evolve, frozen

from localgender.errors import ConsolidationError
from localgender.findings import Finding
from localgender.model.community import Community
from localgender.questions.compare.matching import words
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.kinds import noticed
from localgender.values.periods import Period
from localgender.values.refs import PLAN


@frozen(eq=False)
class Chosen:
    """Reports that are added up, and those that are not.

    Attributes:
        entries: Reports of one community and one period.
        period: The period; None when no report tells.
        community: The community with all that is told of it; None when no report tells.
        findings: One for each report that is left out.
    """

    entries: tuple[UnitReport, ...]
    period: Period | None
    community: Community | None
    findings: tuple[Finding, ...]


def chosen(entries: Sequence[UnitReport], period: Period | None, community: Community | None) -> Chosen:
    """Choose the reports that can be added up.

    Raises:
        ConsolidationError: When reports state several periods or communities and none is asked for.
    """
    stated = sorted({each.report.period for each in entries if each.report.period})
    if period is None and len(stated) > 1:
        raise ConsolidationError("period", map(str, stated))
    wanted = period or next(iter(stated), None)
    here, findings = _of_period(entries, wanted)
    of = [each.report.plan.community for each in here]
    if community is None:
        community = _one(each for each in of if each)
    kept = [each for each, whose in zip(here, of, strict=True) if not _contradict(whose, community)]
    findings += [
        noticed(
            "report-left-out",
            PLAN,
            unit=each.unit,
            seen=str(whose.name),
            expected=community and community.name,
        )
        for each, whose in zip(here, of, strict=True)
        if whose and _contradict(whose, community)
    ]
    return Chosen(tuple(kept), wanted, community, tuple(findings))


def _of_period(
    entries: Iterable[UnitReport], wanted: Period | None
) -> tuple[list[UnitReport], list[Finding]]:
    here: list[UnitReport] = []
    findings = []
    for each in entries:
        if each.report.period == wanted:
            here.append(each)
        else:
            findings.append(
                noticed("report-left-out", PLAN, unit=each.unit, seen=each.report.period, expected=wanted)
            )
    return here, findings


def _one(communities: Iterable[Community]) -> Community | None:
    """Return one community with all that is told of it.

    Raises:
        ConsolidationError: When they are several.
    """
    known: Community | None = None
    for each in sorted(set(communities), key=repr):
        if known is not None and _contradict(each, known):
            raise ConsolidationError("community", (known.name, each.name))
        known = each if known is None else _more(known, each)
    return known


def _more(known: Community, each: Community) -> Community:
    silent = [name for name, value in _told(known).items() if value is None]
    return evolve(known, **{name: getattr(each, name) for name in silent})


def _contradict(one: Community | None, other: Community | None) -> bool:
    if one is None or other is None:
        return False
    return any(
        words(value) != words(against)
        for value, against in zip(_told(one).values(), _told(other).values(), strict=True)
        if value is not None and against is not None
    )


def _told(community: Community) -> dict[str, Any]:
    return {each.name: getattr(community, each.name) for each in attrs.fields(Community)}
