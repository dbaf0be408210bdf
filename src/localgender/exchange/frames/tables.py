"""The tables of a country of documents: their columns, what stands in them and what silence means there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen


@frozen
class Column:
    """One column of a table.

    Attributes:
        kind: "text", "whole" (64 bits), "day" or "truth".
        about: What stands in it, its unit, and what silence means.
    """

    kind: str
    about: str


def _columns(kind: str, /, **about: str) -> dict[str, Column]:
    return {name: Column(kind, told) for name, told in about.items()}


_OF_DOCUMENT = {
    **_columns(
        "text",
        document="Which document: SHA-256 of its bytes, or the name it was handed in under; never null.",
        kind="`report` or `plan`; null when that was not found out.",
        community="Whose document it is; null when it does not say.",
        katottg="Code of the community in the classifier of territories (КАТОТТГ), printed or, as `filled` "
        "of `documents` tells, of a register; null when silent.",
        region="Oblast: the one stated, else the one the code lies in, else that of a register; null when "
        "none tells.",
    ),
    **_columns(
        "whole", year="Calendar year the report is about; null for a plan, and where it is not one year."
    ),
    **_columns("text", period="What the report is about, such as `2023` or `2024-9m`; null for a plan."),
}

_PLACE = _columns(
    "whole",
    table="Table of the document, from 1; 0 for a paragraph; null without a document.",
    row="Row of the table, or number of the paragraph.",
    column="Cell of the row, from 1; 0 for a paragraph.",
    page="Page; null where the format has none.",
)

_MEASURE = _columns(
    "text",
    measure="Address of the measure in its document: `2.4`, its second bearer `2.4#2`; never null.",
    code="Number of the measure; null when it bears none.",
    goal="Number of the outermost goal; null when it bears none.",
    subgoal="Number of the innermost goal, where that is another one.",
    title="Words of the measure; null when silent.",
)

_EXECUTORS = _columns(
    "text",
    executors="Names of all who share the measure, in order, joined by `; `; empty for none.",
)

_OBSERVATIONS = {
    **_OF_DOCUMENT,
    **_columns(
        "whole",
        year="Calendar year the money is for; where the figure names no period, that of the report; "
        "null when it is not one year.",
    ),
    **_columns(
        "text",
        period="What the money is for, such as `2023` or `2021-2025`; null when the figure is silent.",
        report_period="What the report is about; null for a plan.",
        **{name: column.about for name, column in _MEASURE.items()},
    ),
    **_columns(
        "text",
        measure="Address of the measure: `2.4`, its second bearer `2.4#2`; of a stated total `total:3`; "
        "never null.",
        title="Words of the measure, or label of the total; null when silent.",
        stage="`planned`, `allocated` or `disbursed`.",
    ),
    **_columns(
        "whole",
        kopiykas="The amount, in kopiykas; zero is a printed zero, and a silent amount has no row.",
        step="What the last printed digit is worth, in kopiykas.",
    ),
    **_columns(
        "text",
        part="Which part of the `year`: `year`, `9m`, `h1`, `q3`, `03` for March, `m11` for eleven months; "
        "null when it is no such part.",
    ),
    **_columns(
        "day",
        first_day="First day the money is for; null when the figure names no period.",
        last_day="Last day the money is for, included.",
    ),
    **_columns(
        "text",
        sources="All sources printed together, such as `community+state`; empty when silent.",
        level="Budget level, where one source is named.",
        fund="Fund of the budget, where one source is named.",
    ),
    **_EXECUTORS,
    **_columns("truth", stated_total="Whether the document claims it as a sum; never added in."),
    **_columns("text", ref="Address of the figure in its document, such as `2.1/2023/planned`."),
    **_PLACE,
}

_MEASURES = {
    **_OF_DOCUMENT,
    **_MEASURE,
    **_EXECUTORS,
    **_columns(
        "text",
        delivery="What was done, in a word of `classify`, such as `delivered` or `unknown`.",
        funding="What became of the money, in a word of `classify`, such as `disbursed` or `unknown`.",
    ),
}

_TARGETS = {
    **_OF_DOCUMENT,
    **_columns(
        "text",
        scheme="Numbering of the higher document, such as `nap-1325`.",
        path="Its number, such as `1.1:9`.",
        title="Its words; null when only the number is known.",
        served="`served`, `unserved` (carried only) or `not-localised` (neither carried nor served).",
    ),
    **_columns("whole", measures="How many measures serve it, or something below it."),
}

_CHECKS = {
    **_OF_DOCUMENT,
    **_columns("text", rule="Name of the rule."),
    **_columns(
        "whole",
        consistent="Cases where nothing is wrong.",
        inconsistent="Cases that became findings.",
        not_applicable="Cases where the question does not arise.",
        not_checkable="Cases of which the document does not say enough.",
    ),
}

_FINDINGS = {
    **_OF_DOCUMENT,
    **_columns(
        "text",
        finding="Kind of the finding, such as `stated-total-differs`.",
        severity="`error`, `warning` or `notice`.",
        refs="Addresses or places it is about, joined by `; `.",
    ),
    **_PLACE,
}

_DOCUMENTS = {
    **_columns("text", file="Path of the file, relative to its folder, with `/`; null without a file."),
    **_OF_DOCUMENT,
    **_columns(
        "text",
        state="`read`, or `doubtful`, to be looked at first: figures contradict each other, there is no "
        "measure, or more than `Policy.unread_share` was not understood; of a collected folder also "
        "`duplicate`, `other` (neither plan nor report) and `failed`.",
        reason="Why it failed; null otherwise.",
        register="How many communities of a register it may be of: `one`, `several` or `none`; null "
        "without a register, or when it names no community.",
        filled="Columns that come from the register, joined by `; `: `katottg`, `region`; null for none.",
    ),
    **_columns(
        "whole",
        measures="Measures of its plan.",
        figures="Printed amounts, stated totals among them.",
        errors="Findings that are errors.",
        warnings="Findings that are warnings.",
        notices="Findings that are notices.",
        unread="Characters that were not understood, blanks aside; null for a value without a document.",
    ),
}

COLUMNS: Mapping[str, Mapping[str, Column]] = MappingProxyType({
    name: MappingProxyType(columns)
    for name, columns in {
        "documents": _DOCUMENTS,
        "observations": _OBSERVATIONS,
        "measures": _MEASURES,
        "targets": _TARGETS,
        "checks": _CHECKS,
        "findings": _FINDINGS,
    }.items()
})  # fmt: skip

TABLES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    name: MappingProxyType({column: each.kind for column, each in columns.items()})
    for name, columns in COLUMNS.items()
})  # fmt: skip
"""Table → column → kind of its cells, in the order of a frame."""
