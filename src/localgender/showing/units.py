"""Consolidated reports as tables: who handed in what, whose money it is, and where each amount comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from localgender.model.funding import Stage
from localgender.questions.aggregate import Row, rows, summed, total
from localgender.questions.consolidation.entries import UnitReport
from localgender.questions.consolidation.result import Consolidated
from localgender.questions.consolidation.sums import unit_sums
from localgender.showing.catalogue import Said
from localgender.showing.locations import Where
from localgender.showing.statuses import number_of
from localgender.showing.tables import Heading, Table, Words, in_one_unit
from localgender.values.money import Money, Unit

_STAGES = {
    Stage.PLANNED: Said("Planned"),
    Stage.ALLOCATED: Said("Allocated"),
    Stage.DISBURSED: Said("Disbursed"),
}
_BY_UNIT = {
    Stage.PLANNED: Said("Planned money by measure and unit"),
    Stage.ALLOCATED: Said("Allocated money by measure and unit"),
    Stage.DISBURSED: Said("Disbursed money by measure and unit"),
}
_UNNAMED = Said("unit not named")
_IN_SUMS, _LEFT_OUT, _MISSING = Said("added up"), Said("left out"), Said("no report")


def _money(name: Words) -> Heading:
    return Heading(name, "right", Unit.THOUSAND_UAH)


def units(whole: Consolidated) -> Table:
    """Lay out who handed in what: day, period, measures told and money as the unit states it.

    A column of which every row is silent is left out.

    >>> from localgender.model.plan import Plan
    >>> from localgender.model.report import Report
    >>> from localgender.questions.consolidation import consolidate
    >>> table = units(consolidate([Report(Plan(), 2023, issuer="Район 1")], expected=["Район 2"]))
    >>> [(row[0], row[1].said("uk")) for row in table.rows]
    [('Район 1', 'додано'), ('Район 2', 'звіту немає')]

    Args:
        whole: What `consolidate` returned.
    """
    told = [_unit(entry, _IN_SUMS) for entry in whole.entries]
    told += [_unit(entry, _LEFT_OUT) for entry in whole.left_out]
    silent = (None,) * 8
    missing = [(each.facts["unit"], _MISSING, *silent) for each in whole.findings.of("report-missing")]
    headings = [
        Heading(Said("Unit")),
        Heading(Said("In the sums")),
        Heading(Said("Document")),
        Heading(Said("Period")),
        Heading(Said("Received")),
        Heading(Said("Noticed in reading"), "right"),
        Heading(Said("Measures"), "right"),
        *map(_money, _STAGES.values()),
    ]
    columns = zip(headings, zip(*told, *missing, strict=True), strict=False)
    spoken = [(head, cells) for head, cells in columns if any(cell is not None for cell in cells)]
    rows_told = zip(*(cells for _, cells in spoken), strict=True)
    return in_one_unit(Table(Said("Reports of units"), [head for head, _ in spoken], rows_told))


def _unit(entry: UnitReport, what: Said) -> tuple[Any, ...]:
    report = entry.report
    money = (total(report, stage) for stage in Stage)
    return (
        entry.unit or _UNNAMED,
        what,
        entry.document,
        report.period,
        entry.received,
        len(entry.findings) or None,
        len(report.progress),
        *money,
    )


def by_unit(whole: Consolidated, stage: Stage | str) -> Table:
    """Lay out one stage of money by measure and unit, as it is counted, with both sums.

    >>> from localgender.questions.consolidation import consolidate
    >>> [heading.name.said("uk") for heading in by_unit(consolidate([]), "disbursed").headings]
    ['Номер', 'Захід', 'Разом']

    Args:
        whole: What `consolidate` gives.
        stage: "planned", "allocated" or "disbursed".

    Raises:
        ValueError: For a word that is no stage, with the nearest that is.
    """
    stage = Stage(stage)
    sums = unit_sums(whole, "unit", stage)
    cells = [
        (number_of(row.ref), row.measure.title, *_of_units(whole, row, stage, sums))
        for row in rows(whole.report)
    ]
    together = (Said("Together"), None, *(each.money for each in sums.values()), total(whole.report, stage))
    headings = [
        Heading(Said("Number")),
        Heading(Said("Measure")),
        *(_money(unit or _UNNAMED) for unit in sums),
        _money(Said("Together")),
    ]
    return in_one_unit(Table(_BY_UNIT[stage], headings, [*cells, together], foot=1))


def _of_units(whole: Consolidated, row: Row, stage: Stage, sums: Mapping[Any, Any]) -> Iterator[Money | None]:
    shares = whole.origins[row.ref]
    for unit in sums:
        lines = [
            line.counted for share in shares if share.unit == unit for line in share.lines if line.counted
        ]
        yield summed(lines, stage)
    yield summed(row.funding, stage)


def origins(whole: Consolidated, by: str, stage: Stage | str) -> Table:
    """Lay out the sums of groups, below each every addend with its unit, its figure and its place.

    Args:
        whole: What `consolidate` gives.
        by: "unit", "goal", "measure", "executor", "source" or "year".
        stage: "planned", "allocated" or "disbursed".

    Raises:
        ValueError: For a word that is no grouping or no stage, with the nearest that is.
    """
    found: list[tuple[Any, ...]] = []
    for key, each in unit_sums(whole, by, stage).items():
        found += [
            (
                key if key != () else None,
                addend.unit or _UNNAMED,
                addend.ref,
                addend.document,
                Where(addend.places) if addend.places else None,
                addend.money,
            )
            for addend in each.addends
        ]
        found.append((key if key != () else None, Said("Together"), None, None, None, each.money))
    headings = [
        Heading(_GROUPS[by]),
        Heading(Said("Unit")),
        Heading(Said("Figure")),
        Heading(Said("Document")),
        Heading(Said("Where")),
        _money(_STAGES[Stage(stage)]),
    ]
    return in_one_unit(Table(Said("Where each amount comes from"), headings, found))


_GROUPS: Mapping[str, Said] = {
    "unit": Said("Unit"),
    "goal": Said("Goal"),
    "measure": Said("Number"),
    "executor": Said("Executors"),
    "source": Said("Source of money"),
    "year": Said("Period"),
}
