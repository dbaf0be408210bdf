"""What narratives and percents tell, asked once for all the rules that need it."""

from __future__ import annotations

from functools import lru_cache

from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import rows
from localgender.questions.percent_basis import PercentExplanation, explain_percent
from localgender.questions.policy import Policy
from localgender.questions.status import Statuses, classify
from localgender.values.refs import Ref


# Reading the words of a report takes longer than all other rules together, and four rules in a row ask.
@lru_cache(maxsize=1)
def statuses_of(value: Plan | Report, policy: Policy) -> Statuses:
    """Return the status of each measure."""
    return classify(value, policy=policy)


# Two rules in a row ask.
@lru_cache(maxsize=1)
def explanations_of(value: Plan | Report) -> tuple[tuple[Ref, PercentExplanation], ...]:
    """Explain the printed percent of each measure."""
    return tuple(
        (row.ref, explain_percent(row.progress.stated_percent if row.progress else None, row.funding))
        for row in rows(value)
    )
