"""Strategies for what is handed in, and for what the questions answer: true answers about drawn values."""

from __future__ import annotations

from hypothesis import strategies as st

from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Layout
from localgender.documents.readers.format import Format
from localgender.intake import FORMATS
from localgender.model.plan import Plan
from localgender.questions.compare import compare
from localgender.questions.compare.changes import Change, Comparison
from localgender.questions.coverage import Coverage, coverage
from localgender.questions.policy import Policy
from localgender.questions.rules import RULES
from localgender.questions.rules.rule import Rule
from localgender.questions.status import Status, Statuses, StatusReason, classify
from localgender.showing import tabulate
from localgender.showing.tables import Table
from localgender.strategies.model import measures, plans, reports


def formats() -> st.SearchStrategy[Format]:
    """Formats that ship."""
    return st.sampled_from(FORMATS)


def layouts() -> st.SearchStrategy[Layout]:
    """Layouts that ship."""
    return st.sampled_from(LAYOUTS)


def rules() -> st.SearchStrategy[Rule]:
    """Rules that ship."""
    return st.sampled_from(RULES)


def policies() -> st.SearchStrategy[Policy]:
    """Choices on joining reports of units; thresholds as they are."""
    chosen = st.sampled_from(["once", "each"]), st.sampled_from(["share", "whole"])
    return st.builds(lambda same, planned: Policy(same_money=same, unit_planned=planned), *chosen)


@st.composite
def statuses(draw: st.DrawFn) -> Statuses:
    """What `classify` tells of drawn reports."""
    return classify(draw(reports()))


@st.composite
def single_statuses(draw: st.DrawFn) -> Status:
    """What `classify` tells of one measure."""
    plan = Plan(goals=draw(measures()))
    return next(iter(classify(plan).values()))


@st.composite
def status_reasons(draw: st.DrawFn) -> StatusReason:
    """Why one measure has its status."""
    return draw(
        single_statuses().filter(lambda status: bool(status.reasons)).map(lambda each: each.reasons[0])
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """What `compare` finds between two drawn plans."""
    return compare(draw(plans()), draw(plans()))


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """One of the changes between two drawn plans."""
    found = draw(comparisons().filter(lambda each: bool(each.changes)))
    return draw(st.sampled_from(found.changes))


@st.composite
def coverages(draw: st.DrawFn) -> Coverage:
    """What `coverage` tells of drawn plans."""
    return coverage(draw(plans()))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Measures of drawn plans, laid out."""
    return tabulate.measures(draw(plans()))
