"""Consolidated reports as whole answers of the command line, and as plain trees for programs."""

from __future__ import annotations

from typing import Any

from localgender.findings import Finding, Severity
from localgender.model.funding import Stage
from localgender.questions.aggregate import summed, total
from localgender.questions.consolidation.result import Consolidated, Share
from localgender.questions.consolidation.sums import unit_sums
from localgender.showing import tabulate
from localgender.showing.catalogue import Counted, Said
from localgender.showing.lines import Line
from localgender.showing.messages import describe
from localgender.showing.renderers.json import plain
from localgender.showing.sheets import Sheet, Shown
from localgender.showing.tables import Table
from localgender.showing.wording import Phrase


def consolidated_sheet(whole: Consolidated, *, every: bool = False) -> Sheet:
    """Lay out a consolidated report: who handed in what, money by measure and unit, what was noticed.

    Args:
        whole: What `consolidate` gives.
        every: Tell each notice by itself; else those of a kind are counted in one line.
    """
    report = whole.report
    community = report.plan.community
    title = Line([Said("Consolidated report"), report.period, community and community.name])
    units = Phrase(Counted("{count} unit", "{count} units"), {"count": len(whole.units)})
    measures = Phrase(Counted("{count} measure", "{count} measures"), {"count": len(report.progress)})
    tables: list[Shown] = [(tabulate.units(whole), {}), *((each, {}) for each in money(whole))]
    told = whole.findings.where(lambda each: every or each.severity is not Severity.NOTICE)
    tables += [(tabulate.findings(told), {})] if told else []
    counted = whole.findings.where(lambda each: each not in told)
    notices = [
        Phrase(Said("{title}: {count}"), {"title": tabulate.Titled(kind), "count": len(counted.of(kind))})
        for kind in counted.kinds
    ]
    return Sheet(title, [Line([units, measures], ", ")], tables, notices)


def money(whole: Consolidated) -> list[Table]:
    """Lay out each stage of money of which some unit states something."""
    stated = [
        stage for stage in Stage if any(each.addends for each in unit_sums(whole, "unit", stage).values())
    ]
    return [tabulate.by_unit(whole, stage) for stage in stated]


def consolidated_tree(whole: Consolidated, language: str = "uk") -> dict[str, Any]:
    """Return a consolidated report as JSON holds it: sums, units, shares of every measure, findings.

    Amounts are whole kopiykas; silence is null.
    """
    return {
        "period": whole.report.period and str(whole.report.period),
        "totals": {str(stage): plain(total(whole.report, stage)) for stage in Stage},
        "units": [
            {
                "unit": each.unit,
                "document": each.document,
                "received": each.received and str(each.received),
                "noticed_in_reading": len(each.findings),
            }
            for each in whole.entries
        ],
        "left_out": [{"unit": each.unit, "document": each.document} for each in whole.left_out],
        "measures": {
            str(where): [_share(each) for each in shares] for where, shares in whole.origins.items()
        },
        "findings": [_finding(each, language) for each in whole.findings],
    }


def _share(share: Share) -> dict[str, Any]:
    counted = [line.counted for line in share.lines if line.counted is not None]
    return {
        "unit": share.unit,
        "ref": str(share.ref),
        **{str(stage): plain(summed(counted, stage)) for stage in Stage},
        "narrative": share.narrative,
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": str(finding.severity),
        "refs": [str(each) for each in finding.refs],
        "facts": plain(finding.facts, language),
        "message": describe(finding, language),
    }
