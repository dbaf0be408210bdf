"""What narratives tell, read once for all the rules that ask."""

from __future__ import annotations

from functools import lru_cache

from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.policy import Policy
from localgender.questions.status import Statuses, classify


# Reading the words of a report takes longer than all other rules together, and four rules in a row ask.
@lru_cache(maxsize=1)
def statuses_of(value: Plan | Report, policy: Policy) -> Statuses:
    """Return the status of each measure."""
    return classify(value, policy=policy)
