"""Values that say their class: `{"money": 1050000}`, in facts, readings and the envelope."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from pendulum import Date

from localgender.documents.grid import Cell, Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.exchange.parsing import seen
from localgender.exchange.problems import gathered, nearest
from localgender.exchange.spelling import BUILTINS, RefusedError, expected
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
from localgender.questions.consolidation.calendars import ReportingCalendar, ReportingDuty
from localgender.questions.consolidation.entries import Arrival, UnitReport
from localgender.questions.consolidation.result import Consolidated, Share, ShareLine
from localgender.values.acts import LegalAct
from localgender.values.ages import Ages
from localgender.values.codes import Code
from localgender.values.counts import Count
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.quantities import Quantity
from localgender.values.refs import Ref
from localgender.values.terms import Season, Term

# Everything that travels, by the name that stands in `type`.
TYPES: dict[str, type] = {
    "report": Report,
    "plan": Plan,
    "statistics": Statistics,
    "reading": Reading,
    "findings": Findings,
    "finding": Finding,
    "document": Document,
    "grid": Grid,
    "paragraph": Paragraph,
    "cell": Cell,
    "goal": Goal,
    "measure": Measure,
    "target": Target,
    "progress": Progress,
    "stated-total": StatedTotal,
    "passport": Passport,
    "charter": Charter,
    "article": Article,
    "commitment": Commitment,
    "mechanism": Mechanism,
    "body": Body,
    "duty": Duty,
    "cited": Cited,
    "council": Council,
    "membership": Membership,
    "meeting": Meeting,
    "agenda-item": AgendaItem,
    "heard": Heard,
    "decision": Decision,
    "conference": Conference,
    "recommendation": Recommendation,
    "indicator": Indicator,
    "observation": Observation,
    "community": Community,
    "executor": Executor,
    "involvement": Involvement,
    "consolidated": Consolidated,
    "unit-report": UnitReport,
    "arrival": Arrival,
    "share": Share,
    "share-line": ShareLine,
    "reporting-calendar": ReportingCalendar,
    "reporting-duty": ReportingDuty,
    "funding-period": FundingPeriod,
    "source": Source,
    "legal-act": LegalAct,
    "money": Money,
    "percent": Percent,
    "ratio": Ratio,
    "code": Code,
    "period": Period,
    "term": Term,
    "season": Season,
    "ages": Ages,
    "count": Count,
    "quantity": Quantity,
    "interval": Interval,
    "ref": Ref,
    "place": Place,
    "facts": Facts,
    "date": Date,
    "decimal": Decimal,
    "fraction": Fraction,
}
NAMES = {kind: name for name, kind in TYPES.items()}


def named(name: Any) -> type:
    """Return the class that a name stands for."""
    if type(name) is str and name in TYPES:
        return TYPES[name]
    raise RefusedError(f"expected the name of a type, not {seen(name)}{nearest(str(name), TYPES)}")


def tagged(value: Any, spell: Callable[[Any], Any]) -> Any:
    """Spell a value with its class; plain texts, whole numbers, booleans and silence stand as they are.

    Raises:
        TypeError: For what cannot be read back, such as a float or a list.
    """
    if value is None or type(value) in BUILTINS:
        return value
    if isinstance(value, StrEnum):
        return str(value)
    if type(value) is tuple:
        return {"list": [tagged(each, spell) for each in value]}
    if type(value) not in NAMES:
        raise TypeError(f"no JSON is known for {value!r}, a {type(value).__name__}")
    return {NAMES[type(value)]: spell(value)}


def untagged(tree: Any, read: Callable[[Any, type], Any]) -> Any:
    """Read what `tagged` spells."""
    if tree is None or type(tree) in BUILTINS:
        return tree
    if not isinstance(tree, dict) or len(tree) != 1:
        raise expected('a plain value, or an object with one tag such as {"money": 1050000}', tree)

    def inside(name: str, inner: Any) -> Any:
        if name != "list":
            return read(inner, named(name))
        if not isinstance(inner, list):
            raise expected("a list", inner)
        return tuple(gathered(enumerate(inner), lambda _, each: untagged(each, read)))

    return gathered(tree.items(), inside)[0]
