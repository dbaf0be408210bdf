"""What consolidating gives: one report, what was noticed, and where every part of it comes from."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.findings import Findings, findings
from localgender.model.funding import FundingPeriod
from localgender.model.report import Report
from localgender.questions.consolidation.entries import UnitReport
from localgender.values.parts import tuple_of
from localgender.values.percents import Percent
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref


@frozen
class ShareLine:
    """One line of money of a unit.

    Attributes:
        stated: As the unit states it.
        counted: What of it is added up; None for a line that another unit states alike and that is counted
            once. Planned money that repeats the whole of a measure is silent in it.
    """

    stated: FundingPeriod
    counted: FundingPeriod | None = None

    __repr__ = brief


@frozen
class Share:
    """What one unit reports of one measure (внесок підрозділу).

    Attributes:
        unit: Who reports; None when the report names nobody.
        ref: Address of the measure in that unit's report.
        lines: Its money.
        narrative: What was done, in the unit's words.
        stated_percent: The printed percent.
        document: Name of the file.
        places: Where a copy prints the measure, its figures and its texts.
    """

    unit: str | None
    ref: Ref
    lines: tuple[ShareLine, ...] = field(default=(), converter=tuple_of)
    narrative: str | None = None
    stated_percent: Percent | None = None
    document: str | None = None
    places: ByRef[tuple[Place, ...]] = field(factory=ByRef)

    __repr__ = brief


def _origins(value: Any) -> ByRef[tuple[Share, ...]]:
    return value if isinstance(value, ByRef) else ByRef(value)


@frozen
class Consolidated:
    """Reports of units as one (зведений звіт).

    Attributes:
        report: The consolidated report. Each unit's line of money stays a line of its own, so that sums are
            as exact as the units printed them; nothing that a unit prints as a total is taken over.
        findings: What was noticed; no order of the units changes it.
        origins: For each measure of the report what each unit says of it, in the order of the units.
        entries: What was added up, each report of a unit once.
        left_out: What was handed in and is of another period or community.
    """

    report: Report
    findings: Findings = field(factory=Findings, converter=findings)
    origins: ByRef[tuple[Share, ...]] = field(factory=ByRef, converter=_origins)
    entries: tuple[UnitReport, ...] = field(default=(), converter=tuple_of)
    left_out: tuple[UnitReport, ...] = field(default=(), converter=tuple_of)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        return f"<Consolidated: {self.report!r} of {len(self.units)} units, {len(self.findings)} findings>"

    @property
    def units(self) -> tuple[str | None, ...]:
        """Whose reports were added up, each once; None for one that names nobody."""
        return tuple(dict.fromkeys(each.unit for each in self.entries))
