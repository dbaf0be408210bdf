"""Ties of printed percents to the amounts they divide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import mixes_periods
from localgender.questions.percent_basis import STAGE_BASES, PercentBase
from localgender.questions.suspects.ledger import Bound, Ledger, Tie
from localgender.values.refs import Ref


@frozen(eq=False)
class Share:
    """Figures of which a printed percent may be the relation.

    Attributes:
        percent: Number of the percent.
        parts: Numbers of the amounts above the line.
        wholes: Numbers of the amounts below it.
    """

    percent: int
    parts: tuple[int, ...]
    wholes: tuple[int, ...]

    def tie(self, ledger: Ledger, *, decimals: int) -> Tie:
        """Say that the percent, rounded to some decimals, is the relation of the amounts."""
        cell = ledger.cells[self.percent]
        # The ends of the rounded percent are half a digit away; all is doubled to stay in whole numbers.
        half, scale = 10 ** (cell.decimals - decimals), 400 * 10**cell.decimals
        low, high = 2 * cell.value - half, 2 * cell.value + half
        slack = scale // 2 * ledger.steps(self.parts)
        part, whole = ledger.value(self.parts), ledger.value(self.wholes)
        digits = ledger.steps(self.wholes)
        bounds = (
            Bound(self._factors(scale, -high), slack + abs(high) * digits - scale * part + 2 * high * whole),
            Bound(self._factors(-scale, low), slack + abs(low) * digits + scale * part - 2 * low * whole),
        )
        return Tie(bounds, addends=self.parts, totals=self.wholes, percent=self.percent)

    def _factors(self, part: int, whole: int) -> dict[int, int]:
        factors: dict[int, int] = {}
        for numbers, factor in ((self.parts, part), (self.wholes, 2 * whole)):
            # Two equal lines are one figure twice.
            for number in numbers:
                factors[number] = factors.get(number, 0) + factor
        return factors

    def narrowest(self, ledger: Ledger) -> Tie | None:
        """Return the tie with the most decimals that the amounts keep; None when they keep none."""
        cell = ledger.cells[self.percent]
        for decimals in range(cell.decimals, _coarsest(cell.value, cell.decimals) - 1, -1):
            tie = self.tie(ledger, decimals=decimals)
            if tie.kept:
                return tie
        return None

    def widest(self, ledger: Ledger) -> Tie:
        """Return the tie with as few decimals as the printed noughts allow."""
        cell = ledger.cells[self.percent]
        return self.tie(ledger, decimals=_coarsest(cell.value, cell.decimals))


def _coarsest(units: int, decimals: int) -> int:
    while decimals and units % 10 == 0:
        units, decimals = units // 10, decimals - 1
    return decimals


def tie_percents(ledger: Ledger, value: Plan | Report) -> None:
    """Tie every percent to the base that is common in the document, when one is.

    A percent that only another base or a single source gives, and one of nothing, is merely unusual.
    """
    found = list(_shares(ledger, value))
    kept = [_kept(ledger, shares) for shares in found]
    counted = Counter(
        base for shares, ties in zip(found, kept, strict=True) for base in _compatible(ledger, shares, ties)
    )
    common = max(STAGE_BASES, key=lambda base: counted[base])
    defined = [any(ledger.value(share.wholes) for share in shares.values()) for shares in found]
    # Where most percents are of something else, such as work done, money does not contradict them.
    if 2 * counted[common] <= sum(defined):
        return
    for shares, ties in zip(found, kept, strict=True):
        if common in ties:
            ledger.ties.append(ties[common])
        elif common in shares:
            undefined = not ledger.value(shares[common].wholes)
            other = bool(ties) or undefined or _of_one_line(ledger, shares)
            ledger.ties.append(evolve(shares[common].widest(ledger), firm=not other))


def _of_one_line(ledger: Ledger, shares: Mapping[PercentBase, Share]) -> bool:
    """Tell whether a percent of several sources is the relation of the amounts of one of them."""
    lines = {n: ledger.cells[n].line for share in shares.values() for n in (*share.parts, *share.wholes)}
    if len({line.sources for line in lines.values() if line}) < 2:
        return False
    alone = (
        Share(share.percent, (part,), (whole,))
        for share in shares.values()
        for part in share.parts
        for whole in share.wholes
        if lines[part] is lines[whole] and ledger.value([whole])
    )
    return any(share.narrowest(ledger) for share in alone)


def _kept(ledger: Ledger, shares: Mapping[PercentBase, Share]) -> dict[PercentBase, Tie]:
    """Return the ties that the amounts keep; a percent of nothing keeps none."""
    defined = ((base, share) for base, share in shares.items() if ledger.value(share.wholes))
    found = ((base, share.narrowest(ledger)) for base, share in defined)
    return {base: tie for base, tie in found if tie is not None}


def _compatible(
    ledger: Ledger, shares: Mapping[PercentBase, Share], ties: Mapping[PercentBase, Tie]
) -> set[PercentBase]:
    """Return the bases that a percent does not speak against: a zero is also printed for 0 of 0."""
    zero = any(ledger.cells[tie.percent or 0].value == 0 for tie in ties.values())
    empty = {base for base, share in shares.items() if zero and not ledger.value(share.wholes)}
    return empty | set(ties)


def _shares(ledger: Ledger, value: Plan | Report) -> Iterator[dict[PercentBase, Share]]:
    subjects: dict[Ref, Sequence[FundingPeriod]] = {}
    for cell in ledger.cells:
        if cell.line is not None:
            subjects.setdefault(cell.subject, cell.funding)
    for subject, funding in subjects.items():
        percent = ledger.of_percent(subject)
        if percent is None:
            continue
        amounts = {
            stage: tuple(ledger.of_lines(subject, funding, stage, among=tuple(funding)))
            for stage in Stage
            if not mixes_periods(funding, stage)
        }
        bases = {base: tuple(amounts.get(stage, ()) for stage in base.stages) for base in STAGE_BASES}
        yield {
            base: Share(percent, parts, wholes)
            for base, (parts, wholes) in bases.items()
            if parts and wholes and ledger.value(wholes) >= 0
        }
