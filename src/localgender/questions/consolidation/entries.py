"""What units hand in: a report, who reports, and each copy that came."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from attrs import astuple, evolve, field, frozen
from pendulum import Date

from localgender._display import brief
from localgender.documents.reading import Reading, places
from localgender.findings import Findings, findings
from localgender.model.report import Report
from localgender.questions.compare.matching import words
from localgender.values.periods import optional_day
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref
from localgender.values.texts import optional_text


@frozen
class Arrival:
    """One copy of a report as it came (надходження).

    Attributes:
        document: Name of the file; None for a value typed by hand.
        received: Day it came; None is silence, which is not lateness.
        places: Where the document prints each figure and text.
        findings: What reading it noticed.
    """

    document: str | None = field(default=None, converter=optional_text)
    received: Date | None = field(default=None, converter=optional_day)
    places: ByRef[tuple[Place, ...]] = field(factory=ByRef, converter=places)
    findings: Findings = field(factory=Findings, converter=findings)

    __repr__ = brief


SILENT = Arrival()


def _arrivals(value: Arrival | Iterable[Arrival]) -> tuple[Arrival, ...]:
    each = {value} if isinstance(value, Arrival) else set(value)
    # A copy of which nothing is known is no copy.
    return tuple(sorted(each - {SILENT}, key=_spelled))


def _spelled(value: Any) -> str:
    return repr(astuple(value))


@frozen
class UnitReport:
    """Report of one unit (звіт підрозділу): a district, a department, a service.

    Attributes:
        unit: Who reports; None when the report names nobody.
        report: What it says.
        arrivals: Copies of it; the order in which they are given is of no matter.
    """

    unit: str | None = field(converter=optional_text)
    report: Report
    arrivals: tuple[Arrival, ...] = field(default=(), converter=_arrivals)

    __repr__ = brief

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.report, Report):
            raise TypeError(f"a unit hands in a Report, not {self.report!r}")

    @classmethod
    def of(
        cls,
        report: Report | Reading[Report],
        unit: str | None = None,
        *,
        received: datetime.date | str | None = None,
    ) -> UnitReport:
        """Take a report or what was read, with the unit and the day that the document may not tell.

        >>> from localgender.model.plan import Plan
        >>> UnitReport.of(Report(Plan(), 2023, issuer="Відділ освіти"), received="2024-01-09").unit
        'Відділ освіти'

        Args:
            report: What was handed in; of a reading places and findings are kept.
            unit: Who reports; the issuer of the report when left out.
            received: Day it came.
        """
        if isinstance(report, Reading):
            came = Arrival(report.document.name, received, report.places, report.findings)
            return cls(unit or report.value.issuer, report.value, came)
        return cls(unit or report.issuer, report, Arrival(received=received))

    @property
    def received(self) -> Date | None:
        """Day the first copy came; None when no copy tells."""
        return min((each.received for each in self.arrivals if each.received), default=None)

    @property
    def findings(self) -> Findings:
        """What reading noticed in the copies, each once."""
        return Findings(dict.fromkeys(finding for each in self.arrivals for finding in each.findings))

    @property
    def document(self) -> str | None:
        """Name of the first copy that has one; None when none has."""
        return next((each.document for each in self.arrivals if each.document), None)

    def places_of(self, measure: Ref) -> ByRef[tuple[Place, ...]]:
        """Return where a copy prints the figures and texts of a measure; of several the first that tells."""
        for each in self.arrivals:
            if found := {where: places for where, places in each.places.pairs if where.subject == measure}:
                return ByRef(found)
        return ByRef()

    @property
    def key(self) -> tuple[str, ...]:
        """Words of the unit, by which it is known; case and quotation marks make no other unit."""
        return words(self.unit)


def joined(entries: Iterable[UnitReport]) -> tuple[UnitReport, ...]:
    """Return every report of a unit once with all its copies, in one order; a unit has one spelling.

    >>> from localgender.model.plan import Plan
    >>> first, second = (UnitReport.of(Report(Plan(), 2023, issuer=unit)) for unit in ("Архів", "Відділ"))
    >>> joined([second, first, second]) == joined([first, second]) == (first, second)
    True
    """
    entries = tuple(entries)
    units = {each.key: each.unit for each in sorted(entries, key=lambda each: each.unit or "", reverse=True)}
    copies: dict[tuple[str | None, Report], set[Arrival]] = {}
    for each in entries:
        copies.setdefault((units[each.key], each.report), set()).update(each.arrivals)
    made = [UnitReport(unit, report, arrivals) for (unit, report), arrivals in copies.items()]
    return tuple(sorted(made, key=lambda each: (each.key, _spelled(evolve(each, arrivals=())))))
