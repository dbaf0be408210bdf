"""Hypothesis strategies for every public type, for the tests of programs that use the library.

They are known to Hypothesis once both packages are installed, so that `st.from_type(Report)` works;
`register()` does the same by hand. Values are valid as documents are: codes repeat or are missing, goals
lie within goals, stages of money are silent, several sources stand in one line. All shrink to the
simplest an officer could write: short Ukrainian words, small codes, the year 2024.

>>> from hypothesis import given
>>> @given(codes())
... def a_code_is_read_as_it_is_printed(code):
...     assert Code.parse(str(code)) == code
>>> from localgender import Code
>>> a_code_is_read_as_it_is_printed()
"""

# `entry` comes first: the others import Hypothesis, which asks this package for `register` at once.
from localgender.strategies.entry import register
from localgender.strategies.figures import indicators, observed, quantities, statistics
from localgender.strategies.invented import Country
from localgender.strategies.invented.drawn import countries
from localgender.strategies.joining import articles, charters, commitments
from localgender.strategies.model import (
    communities,
    executors,
    funding_periods,
    goals,
    involvements,
    measures,
    passports,
    plans,
    progress,
    reports,
    sources,
    stated_totals,
    targets,
)
from localgender.strategies.outcomes import (
    changes,
    comparisons,
    coverages,
    formats,
    layouts,
    policies,
    rules,
    single_statuses,
    status_reasons,
    statuses,
    tables,
)
from localgender.strategies.papers import Paper
from localgender.strategies.readings import documents, facts, finding_lists, findings, readings
from localgender.strategies.steering import (
    agenda_items,
    bodies,
    cited_documents,
    conferences,
    councils,
    decisions,
    duties,
    heard_items,
    mechanisms,
    meetings,
    memberships,
    recommendations,
)
from localgender.strategies.units import (
    consolidations,
    reporting_calendars,
    reporting_duties,
    unit_reports,
)
from localgender.strategies.values import (
    ages,
    codes,
    counts,
    days,
    intervals,
    legal_acts,
    moneys,
    percents,
    periods,
    places,
    ratios,
    refs,
    seasons,
    terms,
    texts,
)

__all__ = [
    "Country",
    "Paper",
    "agenda_items",
    "ages",
    "articles",
    "bodies",
    "changes",
    "charters",
    "cited_documents",
    "codes",
    "commitments",
    "communities",
    "comparisons",
    "conferences",
    "consolidations",
    "councils",
    "countries",
    "counts",
    "coverages",
    "days",
    "decisions",
    "documents",
    "duties",
    "executors",
    "facts",
    "finding_lists",
    "findings",
    "formats",
    "funding_periods",
    "goals",
    "heard_items",
    "indicators",
    "intervals",
    "involvements",
    "layouts",
    "legal_acts",
    "measures",
    "mechanisms",
    "meetings",
    "memberships",
    "moneys",
    "observed",
    "passports",
    "percents",
    "periods",
    "places",
    "plans",
    "policies",
    "progress",
    "quantities",
    "ratios",
    "readings",
    "recommendations",
    "refs",
    "register",
    "reporting_calendars",
    "reporting_duties",
    "reports",
    "rules",
    "seasons",
    "single_statuses",
    "sources",
    "stated_totals",
    "statistics",
    "status_reasons",
    "statuses",
    "tables",
    "targets",
    "terms",
    "texts",
    "unit_reports",
]
