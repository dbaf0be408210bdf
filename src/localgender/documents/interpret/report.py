"""Document to Report."""

from __future__ import annotations

from collections.abc import Iterable

from localgender import notation
from localgender.documents.grid import Document
from localgender.documents.interpret.assemble import (
    Assembly,
    assemble,
    claim_lines,
    claim_plan,
    goals_of,
    lines_of,
    percents_by_source,
    totals_of,
)
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.split import Draft
from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Kind, Layout, Role
from localgender.documents.reading import Reading
from localgender.model.plan import Plan
from localgender.model.report import Progress, Report
from localgender.values.places import Place
from localgender.values.refs import Ref


def interpret_report(document: Document, *, layouts: Iterable[Layout] = LAYOUTS) -> Reading[Report]:
    """Read a document as a report: the plan it reports on, and the progress of each measure.

    Args:
        document: Cells with places.
        layouts: Families of tables to try; the one that understands most columns is taken.

    Raises:
        LayoutError: When no layout fits any table.
    """
    found = assemble(document, layouts, Kind.REPORT)
    preface = found.preface
    plan = Plan(
        preface.programme or preface.title,
        community=preface.community,
        term=preface.term,
        acts=preface.acts,
        passport=found.passport,
        goals=goals_of(found, with_money=False),
        targets=[target for target, _ in found.tree.targets.values()],
    )
    if preface.period is None:
        found.ledger.notice("period-missing", Place(1, 1, 1))
    placed = claim_plan(plan, found)
    report = Report(
        plan,
        preface.period,
        issuer=preface.issuer,
        progress=[_progress(where, draft, found) for where, draft in placed],
        stated_totals=totals_of(found, placed),
    )
    return found.ledger.close(report)


# Why a measure was not done tells what was done as much as the account itself.
_TELLING = (Role.NARRATIVE, Role.REASONS)


def _tells(printed: Printed) -> bool:
    return not notation.silent(printed.text)


def _progress(where: Ref, draft: Draft, found: Assembly) -> Progress:
    lines = [line for line in lines_of(draft, found) if not line.total]
    claim_lines(where, lines, found.ledger)
    if not draft.first:
        return Progress(where)
    rows = (draft.row, *draft.row.parts)
    cells = [cell for role in _TELLING for row in rows for cell in row.all(role)]
    narrative = sum(filter(_tells, cells), NOTHING)
    whole = not percents_by_source(draft)
    if whole:
        found.ledger.claim(where.to("percent"), draft.row.get(Role.PERCENT))
    for each in cells:
        found.ledger.claim(where.to("narrative"), each)
    return Progress(
        where,
        [line.funding for line in lines],
        stated_percent=found.figures.percent(draft.row) if whole else None,
        narrative=narrative.words,
    )
