"""Local gender-equality policy: documents of Ukrainian communities as immutable values, and answers.

>>> import localgender as lg
>>> reading = lg.read_report("examples/data/zhytomyr-report-2023.txt")
>>> lg.total(reading.value, "planned")
thousand_uah('228.3')
"""

from __future__ import annotations

from importlib import import_module

# What typing brings costs as much as the bare interpreter; type checkers know the name without it.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from localgender import errors as errors
    from localgender import laws as laws
    from localgender import strategies as strategies
    from localgender.collecting import collect as collect
    from localgender.documents.grid import Document as Document
    from localgender.documents.interpret import interpret_council as interpret_council
    from localgender.documents.interpret import interpret_plan as interpret_plan
    from localgender.documents.interpret import interpret_report as interpret_report
    from localgender.documents.interpret import interpret_statistics as interpret_statistics
    from localgender.documents.layouts import LAYOUTS as LAYOUTS
    from localgender.documents.layouts.layout import Layout as Layout
    from localgender.documents.readers.format import Format as Format
    from localgender.documents.reading import Reading as Reading
    from localgender.exchange import frames as frames
    from localgender.exchange.data_package import data_package as data_package
    from localgender.exchange.data_package import read_data_package as read_data_package
    from localgender.exchange.data_package import write_data_package as write_data_package
    from localgender.exchange.frames import to_frame as to_frame
    from localgender.exchange.json import dumps as dumps
    from localgender.exchange.json import loads as loads
    from localgender.exchange.schema import json_schema as json_schema
    from localgender.exchange.sdmx import sdmx_csv as sdmx_csv
    from localgender.findings import Finding as Finding
    from localgender.findings import Findings as Findings
    from localgender.findings import Severity as Severity
    from localgender.intake import FORMATS as FORMATS
    from localgender.intake import read as read
    from localgender.intake import read_council as read_council
    from localgender.intake import read_layout as read_layout
    from localgender.intake import read_plan as read_plan
    from localgender.intake import read_report as read_report
    from localgender.intake import read_statistics as read_statistics
    from localgender.intake import scan as scan
    from localgender.model.bodies import Body as Body
    from localgender.model.bodies import BodyKind as BodyKind
    from localgender.model.bodies import Cited as Cited
    from localgender.model.bodies import CitedKind as CitedKind
    from localgender.model.bodies import Duty as Duty
    from localgender.model.bodies import DutyKind as DutyKind
    from localgender.model.charter import Article as Article
    from localgender.model.charter import Charter as Charter
    from localgender.model.charter import Commitment as Commitment
    from localgender.model.community import Community as Community
    from localgender.model.council import AgendaItem as AgendaItem
    from localgender.model.council import Conference as Conference
    from localgender.model.council import Council as Council
    from localgender.model.council import Decision as Decision
    from localgender.model.council import DecisionKind as DecisionKind
    from localgender.model.council import Heard as Heard
    from localgender.model.council import Meeting as Meeting
    from localgender.model.council import Membership as Membership
    from localgender.model.council import Recommendation as Recommendation
    from localgender.model.executors import Executor as Executor
    from localgender.model.executors import Involvement as Involvement
    from localgender.model.funding import FundingPeriod as FundingPeriod
    from localgender.model.funding import Source as Source
    from localgender.model.funding import Stage as Stage
    from localgender.model.mechanism import Mechanism as Mechanism
    from localgender.model.passport import Passport as Passport
    from localgender.model.plan import Goal as Goal
    from localgender.model.plan import Measure as Measure
    from localgender.model.plan import Plan as Plan
    from localgender.model.plan import StatedTotal as StatedTotal
    from localgender.model.plan import Target as Target
    from localgender.model.report import Progress as Progress
    from localgender.model.report import Report as Report
    from localgender.model.statistics import Absence as Absence
    from localgender.model.statistics import Axis as Axis
    from localgender.model.statistics import Indicator as Indicator
    from localgender.model.statistics import IndicatorKind as IndicatorKind
    from localgender.model.statistics import Locality as Locality
    from localgender.model.statistics import Nature as Nature
    from localgender.model.statistics import Observation as Observation
    from localgender.model.statistics import Sex as Sex
    from localgender.model.statistics import Statistics as Statistics
    from localgender.questions.addends import explain_total as explain_total
    from localgender.questions.addends import explain_totals_by as explain_totals_by
    from localgender.questions.aggregate import total as total
    from localgender.questions.aggregate import totals_by as totals_by
    from localgender.questions.audit import audit as audit
    from localgender.questions.audit import audit_summary as audit_summary
    from localgender.questions.codelists import CodeList as CodeList
    from localgender.questions.codelists import codelist as codelist
    from localgender.questions.codelists.charters import charter as charter
    from localgender.questions.collected import Collected as Collected
    from localgender.questions.collected import Entry as Entry
    from localgender.questions.collected import FileChange as FileChange
    from localgender.questions.collected import FileState as FileState
    from localgender.questions.compare import compare as compare
    from localgender.questions.compare.changes import Change as Change
    from localgender.questions.compare.changes import ChangeKind as ChangeKind
    from localgender.questions.compare.changes import Comparison as Comparison
    from localgender.questions.consolidation import consolidate as consolidate
    from localgender.questions.consolidation.calendars import ReportingCalendar as ReportingCalendar
    from localgender.questions.consolidation.calendars import ReportingDuty as ReportingDuty
    from localgender.questions.consolidation.calendars import reporting_calendar as reporting_calendar
    from localgender.questions.consolidation.entries import UnitReport as UnitReport
    from localgender.questions.consolidation.result import Consolidated as Consolidated
    from localgender.questions.consolidation.sums import unit_sums as unit_sums
    from localgender.questions.coverage import Coverage as Coverage
    from localgender.questions.coverage import coverage as coverage
    from localgender.questions.decisions import FollowUp as FollowUp
    from localgender.questions.decisions import OpenDecision as OpenDecision
    from localgender.questions.decisions import decisions_open as decisions_open
    from localgender.questions.decisions import followed_up as followed_up
    from localgender.questions.observations import FigureRow as FigureRow
    from localgender.questions.observations import observations as observations
    from localgender.questions.percent_basis import explain_percent as explain_percent
    from localgender.questions.policy import Policy as Policy
    from localgender.questions.rules.rule import Rule as Rule
    from localgender.questions.statistics.disaggregation import Disaggregation as Disaggregation
    from localgender.questions.statistics.disaggregation import disaggregation as disaggregation
    from localgender.questions.statistics.relations import Relation as Relation
    from localgender.questions.statistics.relations import Shift as Shift
    from localgender.questions.statistics.relations import change as change
    from localgender.questions.statistics.relations import gap as gap
    from localgender.questions.statistics.relations import parity_index as parity_index
    from localgender.questions.statistics.relations import share as share
    from localgender.questions.statistics.splits import Split as Split
    from localgender.questions.statistics.splits import splits as splits
    from localgender.questions.status import Delivery as Delivery
    from localgender.questions.status import Status as Status
    from localgender.questions.status import Statuses as Statuses
    from localgender.questions.status import StatusReason as StatusReason
    from localgender.questions.status import classify as classify
    from localgender.questions.status.money import Funding as Funding
    from localgender.questions.suppression import Suppression as Suppression
    from localgender.questions.suppression import Why as Why
    from localgender.questions.suppression import suppress as suppress
    from localgender.questions.suppression import worked_out as worked_out
    from localgender.questions.suppression.ledger import Ledger as Ledger
    from localgender.questions.suppression.ledger import Share as Share
    from localgender.questions.suppression.ledger import Sum as Sum
    from localgender.questions.suppression.sensitive import publishable as publishable
    from localgender.questions.suspects import Suspect as Suspect
    from localgender.questions.suspects import suspects as suspects
    from localgender.showing import plots as plots
    from localgender.showing import tabulate as tabulate
    from localgender.showing.failures import describe_error as describe_error
    from localgender.showing.messages import describe as describe
    from localgender.showing.page import report_page as report_page
    from localgender.showing.plots.plot import Plot as Plot
    from localgender.showing.renderers import render as render
    from localgender.showing.tables import Table as Table
    from localgender.values.acts import LegalAct as LegalAct
    from localgender.values.ages import Ages as Ages
    from localgender.values.codes import Code as Code
    from localgender.values.counts import Count as Count
    from localgender.values.hidden import Hidden as Hidden
    from localgender.values.money import Money as Money
    from localgender.values.money import Unit as Unit
    from localgender.values.money import thousand_uah as thousand_uah
    from localgender.values.money import uah as uah
    from localgender.values.percents import Percent as Percent
    from localgender.values.percents import Ratio as Ratio
    from localgender.values.periods import Period as Period
    from localgender.values.places import Place as Place
    from localgender.values.quantities import Quantity as Quantity
    from localgender.values.refs import Ref as Ref
    from localgender.values.terms import Term as Term
    from localgender.values.terms import years as years

__version__ = "0.1.0"

# Where each public name lives; a module is imported when one of its names is first used.
_HOMES = {
    "collecting": "collect",
    "documents.grid": "Document",
    "documents.interpret": "interpret_council interpret_plan interpret_report interpret_statistics",
    "documents.layouts": "LAYOUTS",
    "documents.layouts.layout": "Layout",
    "documents.readers.format": "Format",
    "documents.reading": "Reading",
    "exchange.data_package": "data_package read_data_package write_data_package",
    "exchange.frames": "to_frame",
    "exchange.json": "dumps loads",
    "exchange.schema": "json_schema",
    "exchange.sdmx": "sdmx_csv",
    "findings": "Finding Findings Severity",
    "intake": "FORMATS read read_council read_layout read_plan read_report read_statistics scan",
    "model.bodies": "Body BodyKind Cited CitedKind Duty DutyKind",
    "model.charter": "Article Charter Commitment",
    "model.community": "Community",
    "model.council": "AgendaItem Conference Council Decision DecisionKind Heard Meeting Membership "
    "Recommendation",
    "model.executors": "Executor Involvement",
    "model.funding": "FundingPeriod Source Stage",
    "model.mechanism": "Mechanism",
    "model.passport": "Passport",
    "model.plan": "Goal Measure Plan StatedTotal Target",
    "model.report": "Progress Report",
    "model.statistics": "Absence Axis Indicator IndicatorKind Locality Nature Observation Sex Statistics",
    "questions.addends": "explain_total explain_totals_by",
    "questions.aggregate": "total totals_by",
    "questions.audit": "audit audit_summary",
    "questions.codelists": "CodeList codelist",
    "questions.codelists.charters": "charter",
    "questions.collected": "Collected Entry FileChange FileState",
    "questions.compare": "compare",
    "questions.compare.changes": "Change ChangeKind Comparison",
    "questions.consolidation": "consolidate",
    "questions.consolidation.calendars": "ReportingCalendar ReportingDuty reporting_calendar",
    "questions.consolidation.entries": "UnitReport",
    "questions.consolidation.result": "Consolidated",
    "questions.consolidation.sums": "unit_sums",
    "questions.coverage": "Coverage coverage",
    "questions.decisions": "FollowUp OpenDecision decisions_open followed_up",
    "questions.observations": "FigureRow observations",
    "questions.percent_basis": "explain_percent",
    "questions.policy": "Policy",
    "questions.rules.rule": "Rule",
    "questions.statistics.disaggregation": "Disaggregation disaggregation",
    "questions.statistics.relations": "Relation Shift change gap parity_index share",
    "questions.statistics.splits": "Split splits",
    "questions.status": "Delivery Status StatusReason Statuses classify",
    "questions.status.money": "Funding",
    "questions.suppression": "Suppression Why suppress worked_out",
    "questions.suppression.ledger": "Ledger Share Sum",
    "questions.suppression.sensitive": "publishable",
    "questions.suspects": "Suspect suspects",
    "showing.failures": "describe_error",
    "showing.messages": "describe",
    "showing.page": "report_page",
    "showing.plots.plot": "Plot",
    "showing.renderers": "render",
    "showing.tables": "Table",
    "values.acts": "LegalAct",
    "values.ages": "Ages",
    "values.codes": "Code",
    "values.counts": "Count",
    "values.hidden": "Hidden",
    "values.money": "Money Unit thousand_uah uah",
    "values.percents": "Percent Ratio",
    "values.periods": "Period",
    "values.places": "Place",
    "values.quantities": "Quantity",
    "values.refs": "Ref",
    "values.terms": "Term years",
}
if TYPE_CHECKING:
    from typing import Any

_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}
_MODULES = {
    "errors": "errors",
    "frames": "exchange.frames",
    "laws": "laws",
    "plots": "showing.plots",
    "strategies": "strategies",
    "tabulate": "showing.tabulate",
}

__all__ = ["__version__", *sorted([*_HOME, *_MODULES])]  # noqa: PLE0604 - names of the table above


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        found: object = import_module(f"localgender.{_MODULES[name]}")
    elif name in _HOME:
        found = getattr(import_module(f"localgender.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module 'localgender' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
