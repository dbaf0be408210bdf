"""Comparisons and coverage as whole answers of the command line, and as plain trees for programs."""

from __future__ import annotations

from typing import Any

from localgender.documents.reading import Reading
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.compare.changes import Change, Comparison
from localgender.questions.coverage import Coverage
from localgender.showing import compared
from localgender.showing.catalogue import Counted, Said
from localgender.showing.changes import Changed
from localgender.showing.lines import Line
from localgender.showing.renderers.json import plain
from localgender.showing.sheets import Sheet, Shown
from localgender.showing.wording import Phrase

Read = Reading[Plan] | Reading[Report]


def compared_sheet(old: Read, new: Read, found: Comparison) -> Sheet:
    """Lay out a comparison: which documents, what changed, what follows for the money."""
    counted = Phrase(Counted("{count} change", "{count} changes"), {"count": len(found)})
    tables: list[Shown] = [(compared.comparison(found), {"headings": False})] if found else []
    tables += [(compared.comparison_totals(found), {})] if found.totals else []
    title = Line([_named(old), _named(new)], " → ")
    return Sheet(title, [counted if found else Said("nothing changed")], tables)


def _named(reading: Read) -> Line:
    value = reading.value
    period = value.period if isinstance(value, Report) else None
    what = Said("Report") if isinstance(value, Report) else Said("Plan")
    return Line([what, period, reading.document.name or None])


def covered_sheet(reading: Read, found: Coverage) -> Sheet:
    """Lay out a coverage: which document, its goals, every target."""
    tables: list[Shown] = [(compared.coverage_goals(found), {})]
    tables += [(compared.coverage(found), {})] if found.targets else []
    none = Said("the plan lists no target of a higher document")
    return Sheet(_named(reading), [] if found.targets else [none], tables)


def change_tree(change: Change, language: str) -> dict[str, Any]:
    """Return one change as JSON holds it."""
    return {
        "kind": str(change.kind),
        "old": change.old_ref and str(change.old_ref),
        "new": change.new_ref and str(change.new_ref),
        "facts": plain(change.facts, language),
        "similarity": None if change.similarity is None else str(change.similarity),
        "message": Changed(change).said(language),
    }


def comparison_tree(found: Comparison, language: str) -> dict[str, Any]:
    """Return a comparison as JSON holds it."""
    return {
        "periods": [period and str(period) for period in found.periods],
        "changes": [change_tree(each, language) for each in found],
        "totals": [change_tree(each, language) for each in found.totals],
    }


def coverage_tree(found: Coverage, language: str) -> dict[str, Any]:
    """Return a coverage as JSON holds it."""
    return {
        "targets": [
            {
                "scheme": each.target.scheme,
                "path": list(each.target.path),
                "title": each.target.title,
                "outcome": str(each.outcome),
                "measures": plain(each.measures, language),
            }
            for each in found.targets
        ],
        "goals": [
            {
                "code": each.code and str(each.code),
                "title": each.title,
                "measures": each.measures,
                "serving": each.serving,
            }
            for each in found.goals
        ],
        "serving_none": plain(found.serving_none, language),
        "unknown": plain(found.unknown, language),
    }
