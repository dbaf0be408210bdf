"""Statistics as they may be shown: small counts hidden, and no finding that would tell them."""

from __future__ import annotations

from attrs import evolve, frozen

from localgender.documents.reading import Reading
from localgender.errors import ContradictingSumsError
from localgender.findings import Finding, Findings
from localgender.model.statistics import Absence, Statistics
from localgender.questions.audit import Checked, audit_with_summary
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.suppression import suppress
from localgender.questions.suppression.sensitive import telling_of_few


@frozen
class Published:
    """What may be shown of statistics, and how much is left out.

    Attributes:
        value: Figures, with marks in the place of hidden ones.
        found: Findings of reading, then those of the rules, that tell of no hidden figure.
        untold: Findings that would.
        asked: What was checked, of the figures that are shown.
        contradictory: Whether parts and totals contradict each other, so that every figure is hidden.
        unsuppressed: Whether everything is shown because somebody said so.
    """

    value: Statistics
    found: Findings
    untold: Findings
    asked: tuple[Checked, ...]
    contradictory: bool = False
    unsuppressed: bool = False


def published(
    reading: Reading[Statistics], policy: Policy = DEFAULT, *, unsuppressed: bool = False
) -> Published:
    """Hide what tells of few people what can harm them, in figures and in findings.

    >>> reading = Reading(Statistics(observations=()))
    >>> published(reading).untold
    Findings([])

    Args:
        reading: What was read.
        policy: What is small, and choices of the audit.
        unsuppressed: The word of whoever shows few victims nevertheless.

    Returns:
        Everything, where nothing has to be hidden.

    Raises:
        MissingExtraError: An ImportError, when something must be hidden and the extra `safe` is missing.
    """
    every, asked = audit_with_summary(reading, policy=policy)
    if unsuppressed or not telling_of_few(reading.value, policy):
        return Published(reading.value, every, Findings(), asked, unsuppressed=unsuppressed)
    value, contradictory = _hidden(reading.value, policy)
    # What the rules find in the published figures alone, any reader of them can find.
    found, asked = audit_with_summary(value, policy=policy)
    public = (*filter(_quotes_nothing, reading.findings), *found)
    return Published(
        value,
        every.where(lambda each: each in public),
        every.where(lambda each: each not in public),
        asked,
        contradictory,
    )


def _hidden(value: Statistics, policy: Policy) -> tuple[Statistics, bool]:
    try:
        return suppress(value, policy).published, False
    except ContradictingSumsError:
        # Nobody can tell what follows from what.
        hidden = (evolve(each, value=None, absence=Absence.SUPPRESSED) for each in value.observations)
        return evolve(value, observations=hidden), True


def _quotes_nothing(finding: Finding) -> bool:
    return "text" not in finding.facts
