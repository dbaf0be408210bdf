"""Document to Plan."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from localgender.documents.grid import Document
from localgender.documents.interpret.assemble import (
    assemble,
    claim_lines,
    claim_plan,
    goals_of,
    lines_of,
    totals_of,
)
from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Kind, Layout
from localgender.documents.reading import Reading
from localgender.model.plan import Plan


def interpret_plan(document: Document, *, layouts: Iterable[Layout] = LAYOUTS) -> Reading[Plan]:
    """Read a document as a plan: its goals, measures, executors, terms, targets and money.

    Args:
        document: Cells with places.
        layouts: Families of tables to try; the one that understands most columns is taken.

    Raises:
        LayoutError: When no layout fits any table.
    """
    found = assemble(document, layouts, Kind.PLAN)
    preface = found.preface
    plan = Plan(
        preface.title,
        community=preface.community,
        term=preface.term,
        acts=preface.acts,
        passport=found.passport,
        goals=goals_of(found, with_money=True),
        targets=[target for target, _ in found.tree.targets.values()],
    )
    placed = claim_plan(plan, found)
    plan = evolve(plan, stated_totals=totals_of(found, placed))
    for where, draft in placed:
        claim_lines(where, [line for line in lines_of(draft, found) if not line.total], found.ledger)
    return found.ledger.close(plan)
