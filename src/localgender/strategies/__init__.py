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
from localgender.strategies.gathered import collected_files, collections, registers
from localgender.strategies.hidden import hidden_marks, ledgers, shares, sums, suppressions
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
from localgender.strategies.paper import Paper
from localgender.strategies.papers import papers
from localgender.strategies.readings import documents, facts, finding_lists, findings, readings
from localgender.strategies.related import disaggregations, relations, shifts, splits
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
from localgender.strategies.told import (
    code_lists,
    figure_rows,
    follow_ups,
    open_decisions,
    plots,
    suspects,
    told_kinds,
    told_places,
    told_reasons,
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
    "code_lists",
    "codes",
    "collected_files",
    "collections",
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
    "disaggregations",
    "documents",
    "duties",
    "executors",
    "facts",
    "figure_rows",
    "finding_lists",
    "findings",
    "follow_ups",
    "formats",
    "funding_periods",
    "goals",
    "heard_items",
    "hidden_marks",
    "indicators",
    "intervals",
    "involvements",
    "layouts",
    "ledgers",
    "legal_acts",
    "measures",
    "mechanisms",
    "meetings",
    "memberships",
    "moneys",
    "observed",
    "open_decisions",
    "papers",
    "passports",
    "percents",
    "periods",
    "places",
    "plans",
    "plots",
    "policies",
    "progress",
    "quantities",
    "ratios",
    "readings",
    "recommendations",
    "refs",
    "register",
    "registers",
    "relations",
    "reporting_calendars",
    "reporting_duties",
    "reports",
    "rules",
    "seasons",
    "shares",
    "shifts",
    "single_statuses",
    "sources",
    "splits",
    "stated_totals",
    "statistics",
    "status_reasons",
    "statuses",
    "sums",
    "suppressions",
    "suspects",
    "tables",
    "targets",
    "terms",
    "texts",
    "told_kinds",
    "told_places",
    "told_reasons",
    "unit_reports",
]
