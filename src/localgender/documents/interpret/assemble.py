"""The steps that plans and reports share: from a document to goals, measures and their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from localgender.documents.grid import Document
from localgender.documents.interpret.align import is_measure
from localgender.documents.interpret.entry import Row
from localgender.documents.interpret.figures import Figures, Line
from localgender.documents.interpret.header import Heading, find_headings
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.lines import furnish_signature_rows
from localgender.documents.interpret.passport import is_passport, read_passport, with_period
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.prose import (
    Preface,
    captioned_period,
    furnish_captions,
    furnish_foot,
    furnish_page_numbers,
    lines_above,
    lines_below,
    read_preface,
)
from localgender.documents.interpret.resources import are_resources, read_resources
from localgender.documents.interpret.rows import entries
from localgender.documents.interpret.sourced import sourced_lines
from localgender.documents.interpret.split import Draft
from localgender.documents.interpret.sums import mark_sums, nest
from localgender.documents.interpret.tree import Branch, Tree
from localgender.documents.interpret.units import unit_of, with_units
from localgender.documents.layouts.families import RESOURCES
from localgender.documents.layouts.layout import Kind, Layout, Role
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Passport, Plan, StatedTotal
from localgender.values.periods import Period
from localgender.values.refs import Ref, RefKind

_NATIONAL = "nap-1325"
# Label of a sum that is told by its column or its amounts alone.
_UNSAID = "Всього"


Beside = tuple[StatedTotal, Printed, list[Line]]


@define(eq=False)
class Assembly:
    """A document understood as far as its goals and rows, before it is a plan or a report."""

    ledger: Ledger
    preface: Preface
    figures: Figures
    tree: Tree
    passport: Passport | None = None
    beside: list[Beside] = field(factory=list)

    def drafts(self) -> Iterator[tuple[Branch, Draft, tuple[Ref, ...]]]:
        """Yield the measures in the order in which a plan holds them."""
        for root in self.tree.roots:
            for branch in root.walk():
                for draft, serves in branch.measures:
                    yield branch, draft, serves


def assemble(document: Document, layouts: Iterable[Layout], kind: Kind) -> Assembly:
    """Find the tables of a document and gather what stands in and around them.

    Raises:
        LayoutError: When no layout of the kind fits any table.
    """
    wanted = [layout for layout in layouts if layout.kind == kind]
    found = [
        each
        for each in find_headings(document, wanted, beside=[RESOURCES])
        if each.layout is not RESOURCES or _are_resources(each, document)
    ]
    main = [each for each in found if each.layout is not RESOURCES]
    ledger = Ledger(document)
    above = lines_above(
        document, [each for each in found if each.table == main[0].table and each.first <= main[0].first]
    )
    preface = read_preface(above, kind, ledger)
    passport, beside = _read_passport(preface, ledger)
    assembly = Assembly(
        ledger,
        preface,
        Figures(ledger, _money_period(preface, kind)),
        Tree(ledger, scheme=_NATIONAL),
        passport,
        beside,
    )
    over_each = [(heading, lines_above(document, [heading])) for heading in found]
    units = frozenset(unit for heading, over in over_each if (unit := unit_of(heading, over)) is not None)
    for heading, over in over_each:
        between = [line for line in over if line not in above]
        furnish_captions(between, ledger)
        _read_table(with_units(heading, over, ledger, elsewhere=units), assembly, captioned_period(between))
    furnish_foot(lines_below(document, main[-1].table), ledger)
    _furnish_rest(document, {each.table for each in found}, ledger)
    return assembly


def _furnish_rest(document: Document, read: set[int], ledger: Ledger) -> None:
    furnish_page_numbers(document, ledger)
    for number, grid in enumerate(document.tables, 1):
        if number not in read and not is_passport(grid):
            furnish_signature_rows(number, grid, ledger)


def _are_resources(heading: Heading, document: Document) -> bool:
    grid = document.tables[heading.table - 1]
    return are_resources(heading, grid) and not is_passport(grid)


def _read_table(heading: Heading, assembly: Assembly, period: Period | None) -> None:
    """Read the rows of a table; its caption may say of which year the table is."""
    if heading.layout is RESOURCES:
        assembly.beside += read_resources(heading, assembly.figures.period, assembly.ledger)
        return
    gathered = entries(heading, assembly.ledger)
    rows = [entry for entry in gathered if isinstance(entry, Row)]
    for row in (part for whole in rows for part in (whole, *whole.parts)):
        row.period = row.period or period
    assembly.figures.survey(rows)
    gathered = nest(gathered, assembly.figures)
    mark_sums(gathered, assembly.figures)
    assembly.tree.grow(gathered, numbers_are_goals=_numbers_are_goals(rows))


def _read_passport(preface: Preface, ledger: Ledger) -> tuple[Passport | None, list[Beside]]:
    """Read the first passport of a document; a second one, of an amendment, stays unread."""
    for number, grid in enumerate(ledger.document.tables, 1):
        if is_passport(grid):
            return read_passport(number, grid, preface, ledger)
    return None, []


def _money_period(preface: Preface, kind: Kind) -> Period | None:
    if kind == Kind.REPORT:
        return preface.period
    return _years_of(preface)


def _years_of(preface: Preface) -> Period | None:
    spans = preface.term.closed() if preface.term is not None else ()
    return spans[0] if len(spans) == 1 else None


def _numbers_are_goals(rows: list[Row]) -> bool:
    """Tell whether numbers count goals: measures carry codes, or only rows with a goal are numbered."""
    if any(is_measure(row.get(Role.MEASURE).text) for row in rows):
        return True
    numbered = [row for row in rows if row.get(Role.NUMBER)]
    loose = any(not row.get(Role.NUMBER) for row in rows if row.get(Role.MEASURE))
    return loose and bool(numbered) and all(row.get(Role.GOAL) for row in numbered)


def goals_of(assembly: Assembly, *, with_money: bool) -> tuple[Goal, ...]:
    """Make the goals with their measures.

    Args:
        assembly: Understood document.
        with_money: Whether the table's money belongs to the measures themselves.
    """
    return tuple(_goal(branch, assembly, with_money=with_money) for branch in assembly.tree.roots)


def _goal(branch: Branch, assembly: Assembly, *, with_money: bool) -> Goal:
    return Goal(
        branch.code,
        branch.level,
        branch.title.words,
        [_goal(each, assembly, with_money=with_money) for each in branch.goals],
        [_measure(draft, serves, assembly, with_money=with_money) for draft, serves in branch.measures],
    )


def _measure(draft: Draft, serves: tuple[Ref, ...], assembly: Assembly, *, with_money: bool) -> Measure:
    return Measure(
        draft.code,
        draft.title.words,
        draft.term,
        [involvement for involvement, _ in draft.involvements],
        [line.funding for line in lines_of(draft, assembly) if not line.total] if with_money else (),
        [words] if (words := draft.row.get(Role.RESULT).words) else (),
        serves,
        draft.row.get(Role.PLACE).words,
    )


def lines_of(draft: Draft, assembly: Assembly) -> list[Line]:
    """Return the money of a measure; of several measures in one row the first bears it, undivided."""
    return sourced_lines(draft.row, assembly.figures) if draft.first else []


def totals_of(assembly: Assembly, placed: list[tuple[Ref, Draft]]) -> tuple[StatedTotal, ...]:
    """Make the stated totals, of rows first, then of columns that sum others, and claim their places."""
    totals: list[tuple[StatedTotal, Row, list[Line]]] = []
    for printed, label, lines in assembly.beside:
        total = with_period(printed, assembly.figures.period)
        dated = [evolve(line, funding=money) for line, money in zip(lines, total.funding, strict=True)]
        totals.append((total, Row(label.places[0], label=label), dated))
    for row, scope in assembly.tree.totals:
        silent = FundingPeriod(assembly.figures.period, assembly.figures.named(row).sources)
        lines = assembly.figures.lines(row) or [Line(silent, {})]
        percent = assembly.figures.percent(row)
        totals.append(
            (
                StatedTotal(
                    row.label.words or row.label.text or _UNSAID,
                    scope,
                    [line.funding for line in lines],
                    percent,
                ),
                row,
                lines,
            )
        )
    for where, draft in placed:
        sums = [line for line in lines_of(draft, assembly) if line.total]
        if sums:
            totals.append((StatedTotal(_UNSAID, where, [line.funding for line in sums]), draft.row, sums))
        totals += _shares_of(where, draft, assembly)
    for number, (total, row, lines) in enumerate(totals, 1):
        where = Ref(RefKind.TOTAL, nth=number)
        assembly.ledger.claim(where, row.label)
        claim_lines(where, lines, assembly.ledger)
        assembly.ledger.furnish("derived", *row.all(Role.DERIVED))
        if row.label:
            assembly.ledger.furnish("source", row.get(Role.SOURCE))
        if total.stated_percent is not None:
            assembly.ledger.claim(where.to("percent"), row.get(Role.PERCENT))
    return tuple(total for total, _, _ in totals)


def _shares_of(where: Ref, draft: Draft, assembly: Assembly) -> list[tuple[StatedTotal, Row, list[Line]]]:
    """Keep percents that are printed source by source: none of them is the percent of the whole measure."""
    shares = []
    for row in (draft.row, *draft.row.parts) if percents_by_source(draft) else ():
        source, percent = row.get(Role.SOURCE), assembly.figures.percent(row)
        lines = [line for line in assembly.figures.lines(row) if not line.total]
        if percent is not None and source:
            label = source.words or source.text
            shares.append((StatedTotal(label, where, [line.funding for line in lines], percent), row, lines))
    return shares


def percents_by_source(draft: Draft) -> bool:
    """Tell whether the rows of further sources carry percents of their own."""
    return draft.first and any(part.get(Role.PERCENT) for part in draft.row.parts)


def claim_lines(where: Ref, lines: list[Line], ledger: Ledger) -> None:
    """Note where the amounts of a measure or total stand."""
    several = len({line.funding.sources for line in lines}) > 1
    for line in lines:
        for stage, printed in line.printed.items():
            source = line.funding.source if several else ""
            ledger.claim(where.to(stage, period=line.funding.period, source=source), printed)


def claim_plan(plan: Plan, assembly: Assembly) -> list[tuple[Ref, Draft]]:
    """Note where goals and measures stand, and return each measure's address beside its draft."""
    bearers: dict[object, int] = {}
    for branch in (each for root in assembly.tree.roots for each in root.walk()):
        bearers[branch.code] = bearers.get(branch.code, 0) + 1
        where = Ref(RefKind.GOAL, branch.code, bearers[branch.code], coded=branch.code is not None)
        for printed in (branch.number, branch.title, *branch.repeated):
            assembly.ledger.claim(where, printed)
    placed = [
        (where, draft) for (where, _, _), (_, draft, _) in zip(plan.placed, assembly.drafts(), strict=True)
    ]
    for where, draft in placed:
        _claim_measure(where, draft, assembly.figures)
    return placed


def _claim_measure(where: Ref, draft: Draft, figures: Figures) -> None:
    ledger = figures.ledger
    ledger.claim(where, draft.number + draft.title)
    ledger.claim(where.to("code"), draft.number)
    ledger.claim(where.to("title"), draft.title)
    ledger.claim(where.to("term"), draft.when)
    ledger.claim(where.to("executors"), draft.executors)
    for part in draft.row.parts:
        ledger.claim(where.to("term"), part.get(Role.TERM))
    for row in (draft.row, *draft.row.parts):
        for known in figures.named(row).known:
            ledger.claim(where.to("source"), known)
        ledger.claim(where.to("place"), row.get(Role.PLACE))
        ledger.furnish("derived", *row.all(Role.DERIVED))
    ledger.claim(where.to("results"), draft.row.get(Role.RESULT))
