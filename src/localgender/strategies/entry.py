"""What Hypothesis calls when it is imported: strategies are named, none is made yet."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from pendulum import Date

from localgender.documents.grid import Document
from localgender.documents.layouts.layout import Layout
from localgender.documents.readers.format import Format
from localgender.documents.reading import Reading
from localgender.exchange.frames.register import Register
from localgender.findings import Facts, Finding, Findings
from localgender.model.bodies import Body, Cited, Duty
from localgender.model.charter import Article, Charter, Commitment
from localgender.model.community import Community
from localgender.model.council import (
    AgendaItem,
    Conference,
    Council,
    Decision,
    Heard,
    Meeting,
    Membership,
    Recommendation,
)
from localgender.model.executors import Executor, Involvement
from localgender.model.funding import FundingPeriod, Source
from localgender.model.mechanism import Mechanism
from localgender.model.passport import Passport
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.model.statistics import Indicator, Observation, Statistics
from localgender.questions.codelists import CodeList
from localgender.questions.collected import Collected, Entry
from localgender.questions.compare.changes import Change, Comparison
from localgender.questions.consolidation.calendars import ReportingCalendar, ReportingDuty
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.coverage import Coverage
from localgender.questions.decisions import FollowUp, OpenDecision
from localgender.questions.observations import FigureRow
from localgender.questions.policy import Policy
from localgender.questions.rules.rule import Rule
from localgender.questions.statistics.disaggregation import Disaggregation
from localgender.questions.statistics.relations import Relation, Shift
from localgender.questions.statistics.splits import Split
from localgender.questions.status import Status, Statuses, StatusReason
from localgender.questions.suppression import Suppression
from localgender.questions.suppression.ledger import Ledger, Share, Sum
from localgender.questions.suspects import Suspect
from localgender.showing.asked import Because, Titled
from localgender.showing.locations import Where
from localgender.showing.plots.plot import Plot
from localgender.showing.tables import Table
from localgender.strategies.invented.shape import Country
from localgender.strategies.paper import Paper
from localgender.values.acts import LegalAct
from localgender.values.ages import Ages
from localgender.values.codes import Code
from localgender.values.counts import Count
from localgender.values.hidden import Hidden
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.quantities import Quantity
from localgender.values.refs import Ref
from localgender.values.terms import Season, Term

# By name, for the strategies import Hypothesis, which may be in the middle of calling `register`.
STRATEGIES: dict[type, str] = {
    AgendaItem: "agenda_items",
    Article: "articles",
    Body: "bodies",
    Charter: "charters",
    Cited: "cited_documents",
    Ages: "ages",
    Code: "codes",
    Commitment: "commitments",
    Community: "communities",
    Consolidated: "consolidations",
    Conference: "conferences",
    Council: "councils",
    Count: "counts",
    Date: "days",
    Decision: "decisions",
    Document: "documents",
    Duty: "duties",
    Executor: "executors",
    Facts: "facts",
    Finding: "findings",
    Findings: "finding_lists",
    FundingPeriod: "funding_periods",
    Goal: "goals",
    Heard: "heard_items",
    Indicator: "indicators",
    Interval: "intervals",
    Involvement: "involvements",
    LegalAct: "legal_acts",
    Measure: "measures",
    Mechanism: "mechanisms",
    Meeting: "meetings",
    Membership: "memberships",
    Money: "moneys",
    Observation: "observed",
    Passport: "passports",
    Percent: "percents",
    Period: "periods",
    Place: "places",
    Plan: "plans",
    Progress: "progress",
    Ratio: "ratios",
    Quantity: "quantities",
    Reading: "readings",
    Recommendation: "recommendations",
    Ref: "refs",
    Report: "reports",
    ReportingCalendar: "reporting_calendars",
    ReportingDuty: "reporting_duties",
    Season: "seasons",
    Source: "sources",
    StatedTotal: "stated_totals",
    Statistics: "statistics",
    Target: "targets",
    Term: "terms",
    UnitReport: "unit_reports",
}

# What is handed in and what is answered; these do not travel as JSON.
ANSWERS: dict[type, str] = {
    Because: "told_reasons",
    Change: "changes",
    CodeList: "code_lists",
    Collected: "collections",
    Comparison: "comparisons",
    Country: "countries",
    Coverage: "coverages",
    Disaggregation: "disaggregations",
    Entry: "collected_files",
    FigureRow: "figure_rows",
    FollowUp: "follow_ups",
    Format: "formats",
    Hidden: "hidden_marks",
    Layout: "layouts",
    Ledger: "ledgers",
    OpenDecision: "open_decisions",
    Paper: "papers",
    Plot: "plots",
    Policy: "policies",
    Register: "registers",
    Relation: "relations",
    Rule: "rules",
    Share: "shares",
    Shift: "shifts",
    Split: "splits",
    Status: "single_statuses",
    StatusReason: "status_reasons",
    Statuses: "statuses",
    Sum: "sums",
    Suppression: "suppressions",
    Suspect: "suspects",
    Table: "tables",
    Titled: "told_kinds",
    Where: "told_places",
}


def register() -> None:
    """Teach `hypothesis.strategies.from_type` every public type; calling it again changes nothing."""
    from hypothesis import strategies as st

    for kind, name in (STRATEGIES | ANSWERS).items():
        st.register_type_strategy(kind, partial(_strategy, name))


def _strategy(name: str, _: type) -> Any:
    return getattr(import_module("localgender.strategies"), name)()
