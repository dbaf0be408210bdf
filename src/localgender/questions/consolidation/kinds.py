"""What consolidating may notice."""

from __future__ import annotations

from typing import Any

from localgender.findings import Finding, Severity
from localgender.values.refs import Ref

CONSOLIDATING = {
    "report-left-out": Severity.ERROR,
    "report-missing": Severity.WARNING,
    "report-late": Severity.WARNING,
    "unit-unnamed": Severity.WARNING,
    "unit-unexpected": Severity.NOTICE,
    "unit-reports-twice": Severity.ERROR,
    "money-claimed-twice": Severity.WARNING,
    "planned-repeated": Severity.WARNING,
    "planned-differs": Severity.NOTICE,
    "measures-perhaps-same": Severity.NOTICE,
    "described-differently": Severity.NOTICE,
}


def noticed(kind: str, *refs: Ref, severity: Severity | None = None, **facts: Any) -> Finding:
    """Make a finding of a kind that consolidating knows."""
    return Finding(kind, severity or CONSOLIDATING[kind], refs, facts)
