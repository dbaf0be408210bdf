"""The families of tables met, one record each. They differ in what must be there, not in their words."""

from __future__ import annotations

from localgender.documents.layouts.layout import Layout
from localgender.documents.layouts.vocabulary import VOCABULARY, columns, promised

_MONEY = ("planned", "allocated", "actual", "financed", "disbursed")
_WHO_AND_WHEN = ("term", "executors", "source")

REPORT_WIDE = Layout(
    "report-wide",
    "report",
    columns(
        "number",
        "goal",
        "measure",
        *_WHO_AND_WHEN,
        *_MONEY,
        "percent",
        "narrative",
        "reasons",
        "result",
        "place",
        "derived",
    ),
    required=("measure",),
    any_of=("disbursed", "financed", "actual", "allocated", "percent", "narrative"),
)
"""Yearly report: tasks, measures, stages of money, percent, what was done."""

REPORT_1325 = Layout(
    "report-1325",
    "report",
    columns(
        "number",
        "task",
        "activity",
        "goal",
        "measure",
        *_WHO_AND_WHEN,
        *_MONEY,
        "percent",
        "narrative",
        "reasons",
        "result",
        "derived",
    ),
    required=("measure", "task"),
    any_of=("disbursed", "financed", "actual", "allocated", "percent", "narrative"),
)
"""Report on a local 1325 plan, with the national tasks and activities beside the local measures."""

BUDGET_EXECUTION = Layout(
    "budget-execution",
    "report",
    columns(
        "number",
        "programme",
        *_MONEY,
        "percent",
        "narrative",
        "reasons",
        "derived",
    ),
    required=("programme",),
    any_of=("disbursed", "financed", "actual"),
)
"""Execution of programmes by budget lines: name, planned, executed, percent."""

PLAN_1325 = Layout(
    "plan-1325",
    "plan",
    {
        **columns("number", "task", "activity", "goal", "measure", *_WHO_AND_WHEN, "result", "note"),
        **promised(),
    },
    required=("measure",),
    any_of=("task", "activity"),
)
"""Local plan on resolution 1325: national task, national activity, local measure, executor, term."""

PROGRAMME = Layout(
    "programme",
    "plan",
    {**columns("number", "goal", "measure", *_WHO_AND_WHEN, "result", "place", "note"), **promised()},
    required=("measure",),
    any_of=("term", "executors", "source", "planned"),
)
"""Measures of a programme: direction, measure, term, executors, sources, money by year or source, result."""

PROGRAMME_NUMBERED_TASKS = Layout(
    "programme-numbered-tasks",
    "plan",
    {**columns("number-goal", "measure", *_WHO_AND_WHEN, "result", "note"), **promised()},
    required=("measure", "number-goal"),
)
"""The same with the number inside the cell of the task."""

CAMPAIGN = Layout(
    "campaign",
    "plan",
    columns("number", "measure", "term", "executors", "place", "note"),
    required=("measure", "place"),
)
"""Plan of a campaign, such as the 16 days: measure, date, executors, place."""

RESOURCES = Layout(
    "resources",
    "plan",
    {"source": VOCABULARY["resource"], **promised()},
    required=("source", "planned"),
)
"""Resources of a programme by source and year, beside its table of measures."""

FAMILIES = (
    REPORT_WIDE,
    REPORT_1325,
    BUDGET_EXECUTION,
    PLAN_1325,
    PROGRAMME,
    PROGRAMME_NUMBERED_TASKS,
    CAMPAIGN,
)
