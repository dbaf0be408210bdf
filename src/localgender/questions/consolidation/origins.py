"""What each unit says of each measure, and the one progress that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from localgender.findings import Finding
from localgender.model.funding import FundingPeriod
from localgender.model.report import Progress
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.money import Stated, counted
from localgender.questions.consolidation.result import Share, ShareLine
from localgender.questions.policy import Policy
from localgender.values.refs import Ref

Told = tuple[int, Ref]


@frozen(eq=False)
class Gathered:
    """What reports say of one measure.

    Attributes:
        ref: Its address in the consolidated report.
        reports: Numbers of the reports that speak of it.
        shares: What each of them says.
        findings: What was noticed about its money.
    """

    ref: Ref
    reports: tuple[int, ...]
    shares: tuple[Share, ...]
    findings: tuple[Finding, ...]


def gathered(
    where: Ref, told: Iterable[Told], entries: Sequence[UnitReport], policy: Policy
) -> Gathered | None:
    """Gather what reports say of a measure; None when all only list it."""
    spoken = [
        (number, progress)
        for number, own in told
        if (progress := entries[number].report.by_ref.get(own)) is not None
    ]
    if not spoken:
        return None
    lines = [
        Stated(number, entries[number].unit, line) for number, progress in spoken for line in progress.funding
    ]
    answer = counted(where, lines, policy)
    left = iter(answer.lines)
    shares = [_share(entries[number], progress, left) for number, progress in spoken]
    return Gathered(where, tuple(number for number, _ in spoken), tuple(shares), answer.findings)


def _share(entry: UnitReport, progress: Progress, left: Iterator[FundingPeriod | None]) -> Share:
    lines = [ShareLine(line, next(left)) for line in progress.funding]
    return Share(
        entry.unit,
        progress.measure,
        lines,
        progress.narrative,
        progress.stated_percent,
        entry.document,
        entry.places_of(progress.measure),
    )


def progress_of(gathered: Gathered) -> Progress:
    """Make one progress of what several units say.

    A printed percent is a claim about one unit's money: of several units there is none.
    """
    shares = gathered.shares
    money = [line.counted for share in shares for line in share.lines if line.counted is not None]
    only = shares[0] if len(shares) == 1 else None
    return Progress(
        gathered.ref,
        money,
        stated_percent=only.stated_percent if only else None,
        narrative=_narrative(shares),
    )


def _narrative(shares: Iterable[Share]) -> str | None:
    told = list(dict.fromkeys((each.unit, each.narrative) for each in shares if each.narrative))
    if len(told) == 1:
        return told[0][1]
    return " ".join(f"{unit}: {text}" if unit else str(text) for unit, text in told) or None
