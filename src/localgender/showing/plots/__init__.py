"""Pictures of answers, one call each: drawn alike in a notebook, in a page and as a file."""

from __future__ import annotations

from localgender.showing.plots.covered import coverage
from localgender.showing.plots.involved import executors
from localgender.showing.plots.money import money_by_goal, money_by_year
from localgender.showing.plots.percents import percent_bases
from localgender.showing.plots.statuses import status_map
from localgender.showing.plots.terms import timeline

__all__ = [
    "coverage",
    "executors",
    "money_by_goal",
    "money_by_year",
    "percent_bases",
    "status_map",
    "timeline",
]
