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
        left_out: All others, in their order.
        period: The period; None when no report tells.
        community: The community with all that is told of it; None when no report tells.
        findings: One for each report that is left out.
    """

    entries: tuple[UnitReport, ...]
    left_out: tuple[UnitReport, ...]
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
    here = [each for each in entries if each.report.period == wanted]
    findings = [
        noticed("report-left-out", PLAN, unit=each.unit, told=each.report.period, period=wanted)
        for each in entries
        if each.report.period != wanted
    ]
    community = community or _one(whose for each in here if (whose := each.report.plan.community))
    kept = []
    for each in here:
        if _contradict(whose := each.report.plan.community, community):
            findings.append(
                noticed("report-left-out", PLAN, unit=each.unit, whose=whose, community=community)
            )
        else:
            kept.append(each)
    left_out = tuple(each for each in entries if each not in kept)
    return Chosen(tuple(kept), left_out, wanted, community, tuple(findings))


def _one(communities: Iterable[Community]) -> Community | None:
    """Return one community with all that is told of it.

    Raises:
        ConsolidationError: When they are several.
    """
    known: Community | None = None
    for each in sorted(set(communities), key=_in_full):
        if known is not None and _contradict(each, known):
            raise ConsolidationError("community", map(_in_full, (known, each)))
        known = each if known is None else _more(known, each)
    return known


def _more(known: Community, each: Community) -> Community:
    silent = [name for name, value in _told(known).items() if value is None]
    return evolve(known, **{name: getattr(each, name) for name in silent})


def _in_full(community: Community) -> str:
    return " / ".join(filter(None, _told(community).values()))


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
