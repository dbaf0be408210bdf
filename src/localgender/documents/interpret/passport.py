"""Head table of a programme: who began it, by which act, until when, and how much money it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from localgender import notation
from localgender.documents.grid import Grid
from localgender.documents.interpret.figures import Line
from localgender.documents.interpret.labels import is_part, year_of
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.prose import Preface
from localgender.documents.interpret.sources import sources_in
from localgender.documents.interpret.words import unit_in
from localgender.errors import NotationError
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.passport import Passport
from localgender.model.plan import StatedTotal
from localgender.notation.folding import stems
from localgender.values.money import Money, Unit
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import PLAN

# Words of the left column, all of which have to stand there; the first row of the table that fits is taken.
_LABELS = {
    "initiator": ("ініціатор",),
    "codevelopers": ("співрозробник",),
    "developer": ("розробник",),
    "participants": ("учасник",),
    "executor": ("відповідальний виконавець", "головний розпорядник"),
    "budgets": ("перелік бюджетів",),
    "act": ("розпорядчий документ", "дата номер", "підстава розроблення"),
    "term": ("термін реалізації", "строк реалізації", "термін виконання", "строк виконання"),
    "volume": ("загальний обсяг", "обсяг фінансових ресурсів", "обсяг фінансування"),
}
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_AMOUNT = re.compile(r"\d[\d\s\u00a0\u202f.,]*\d|\d")
_FEWEST = 3
_PART = "part"


def is_passport(grid: Grid) -> bool:
    """Tell whether a table is a passport: narrow, and several of its labels are known."""
    known = {name for row in grid.rows[:60] if (name := _named([cell.text for cell in row]))}
    return len(known) >= _FEWEST


def _named(texts: list[str]) -> str | None:
    filled = [text for text in texts if text.strip() and not _NUMBER.fullmatch(text.strip())]
    if not filled or len(filled) > 3:
        return None
    words = set(stems(filled[0]))
    for name, labels in _LABELS.items():
        if any(words.issuperset(stems(label)) for label in labels):
            return name
    return None


def read_passport(
    number: int, grid: Grid, preface: Preface, ledger: Ledger
) -> tuple[Passport, list[tuple[StatedTotal, Printed, list[Line]]]]:
    """Read a passport; its act and term fill what the title left silent, its volume is a stated total."""
    fields: dict[str, str | None] = {}
    totals: list[tuple[StatedTotal, Printed, list[Line]]] = []
    unit: Unit | None = None
    for name, label, value in _rows(number, grid, ledger):
        ledger.furnish("label", label)
        if name == "act":
            _take_act(value, preface, ledger)
        elif name == "term":
            _take_term(value, preface, ledger)
        elif name == "volume":
            ledger.furnish("volume", value)
            totals += _volume(label, value)
            unit = unit_in(value.text) or unit_in(label.text)
        elif name == _PART:
            totals += [share] if (share := _share(label, value, unit)) is not None else []
        elif name is not None and name not in fields:
            fields[name] = value.words
            ledger.claim(PLAN.to(name), value)
    return Passport(**fields), totals


def _rows(number: int, grid: Grid, ledger: Ledger) -> Iterator[tuple[str | None, Printed, Printed]]:
    above: str | None = None
    for at, row in enumerate(grid.rows, 1):
        places = [Place(number, at, column, 0, 0, cell.page) for column, cell in enumerate(row, 1)]
        cells = [Printed.of(cell.text, place) for cell, place in zip(row, places, strict=True)]
        filled = [cell for cell in cells if cell]
        ledger.furnish("row-number", *(cell for cell in filled if _NUMBER.fullmatch(cell.text)))
        told = [cell for cell in filled if not _NUMBER.fullmatch(cell.text)]
        name = _named([cell.text for cell in told])
        if name is None and above in {"volume", _PART} and len(told) > 1 and _names_part(told[0].text):
            name = _PART
        if name is not None:
            value = sum(told[1:], NOTHING)
            yield name, told[0], value
        above = name if told else above


def _names_part(label: str) -> bool:
    """Tell whether a label below the volume names a share of it: a year, a source."""
    return bool(sources_in(label)) or is_part(label)


def _take_act(value: Printed, preface: Preface, ledger: Ledger) -> None:
    for act, start, stop in notation.acts(value.text):
        if act not in preface.acts:
            preface.acts.append(act)
        ledger.claim(PLAN.to("acts"), value.part(start, stop))
    ledger.furnish("label", value)


def _take_term(value: Printed, preface: Preface, ledger: Ledger) -> None:
    try:
        term = notation.term(value.text)
    except NotationError:
        return
    if term is not None:
        preface.term = term
        ledger.claim(PLAN.to("term"), value)


def _volume(label: Printed, value: Printed) -> Iterator[tuple[StatedTotal, Printed, list[Line]]]:
    unit = unit_in(value.text) or unit_in(label.text)
    lines = [line for line in (_line(part, unit) for part in _parts(value)) if line is not None]
    if lines:
        total = StatedTotal(label.words or label.text, PLAN, [line.funding for line in lines])
        yield total, label, lines


def _share(
    label: Printed, value: Printed, unit: Unit | None
) -> tuple[StatedTotal, Printed, list[Line]] | None:
    """Return a row below the volume as a total of its own: «кошти місцевого бюджету», «2025 рік»."""
    read = _line(value, unit)
    if read is None:
        return None
    funding = evolve(
        read.funding,
        period=read.funding.period or year_of(label.text),
        sources=read.funding.sources or sources_in(label.text),
    )
    line = evolve(read, funding=funding)
    return StatedTotal(label.words or label.text, PLAN, [funding]), label, [line]


def _parts(value: Printed) -> Iterator[Printed]:
    """Cut a volume at its years: «2700,00 тис.грн, в т.ч. 2025 рік – 2500,00 тис.грн, 2026 рік – …»."""
    starts = [start for _, start, _ in notation.periods(value.text)]
    ends = [*starts, len(value.text)]
    for start, end in zip([0, *starts], ends, strict=True):
        if start < end:
            yield value.part(start, end)


def _line(part: Printed, unit: Unit | None) -> Line | None:
    period = next((found for found, _, _ in notation.periods(part.text)), None)
    after = max((stop for _, _, stop in notation.periods(part.text)), default=0)
    found = _AMOUNT.search(part.text, after)
    if found is None:
        return None
    try:
        amount = notation.amount(found[0].strip(" .,\u00a0\u202f"), unit or Unit.UAH)
    except NotationError:
        return None
    if amount.money is None:
        return None
    line = FundingPeriod(period, sources_in(part.text), planned=amount.money, step=amount.step or Money(1))
    return Line(line, {Stage.PLANNED: part.part(found.start(), found.end())})


def with_period(total: StatedTotal, period: Period | None) -> StatedTotal:
    """Give the lines of a total that name no year the years of the plan."""
    lines = [evolve(line, period=line.period or period) for line in total.funding]
    return evolve(total, funding=lines)
