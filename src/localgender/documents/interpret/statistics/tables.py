"""Tables of statistics: rows and columns that say of whom their figures are, read cell by cell."""

from __future__ import annotations

from attrs import evolve

from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.statistics import words
from localgender.documents.interpret.statistics.captions import Caption
from localgender.documents.interpret.statistics.columns import (
    Column,
    Heads,
    Role,
    is_figure,
    is_numbering,
)
from localgender.documents.interpret.statistics.gathered import Gathered
from localgender.documents.interpret.statistics.labels import Label, said_together, within_year
from localgender.documents.interpret.statistics.rows import Row, Rows, Section, told_rows
from localgender.errors import NotationError
from localgender.model.statistics import (
    ALL_PLACES,
    Indicator,
    IndicatorKind,
    Locality,
    Nature,
    Observation,
    Sex,
)
from localgender.notation import figures
from localgender.notation.folding import fold
from localgender.values.ages import Ages


def read_table(rows: Rows, header: Heads, caption: Caption, gathered: Gathered) -> None:
    """Read a table of statistics.

    Args:
        rows: The table.
        header: Where in it the header is.
        caption: What stands over it.
        gathered: Takes the figures.
    """
    for _, row in rows[header.first : header.stop]:
        gathered.ledger.furnish("header", *row)
    _Reader(header, caption, gathered, tuple(told_rows(rows[header.stop :], header))).read()


class _Reader:
    """Goes through the rows of one table and remembers what those above say."""

    def __init__(self, header: Heads, caption: Caption, gathered: Gathered, rows: tuple[Row, ...]) -> None:
        year = caption.told.period
        self.header, self.caption, self.gathered = header.within(year), caption, gathered
        self.rows = tuple(evolve(row, label=within_year(row.label, year)) for row in rows)
        self.section, self.places = Section(), header.rows_are == "places"
        self.by_sex, self.by_locality, self.by_age = said_together(row.label for row in rows)
        self.repeated = self._repeated()

    def _repeated(self) -> frozenset[str]:
        """Return the names that stand under several headings, and need them to be told apart."""
        seen: dict[str, str] = {}
        heading, found = "", set()
        for row in self.rows:
            if self._is_heading(row):
                heading = row.label.words or heading
            elif seen.setdefault(row.label.words, heading) != heading:
                found.add(row.label.words)
        return frozenset(found)

    def _is_heading(self, row: Row) -> bool:
        filled = [cell for cell in row.cells if cell]
        return len(filled) == 1 and not is_figure(filled[0].text)

    def read(self) -> None:
        ledger = self.gathered.ledger
        for row in self.rows:
            texts = [cell.text for cell in row.cells]
            if is_numbering(texts):
                ledger.furnish("column-numbers", *row.cells)
            elif self._is_heading(row):
                self._heading(row)
            elif self._is_label_free(row) or self._is_total_of_nothing(row):
                continue
            else:
                self._figures(row)

    def _is_label_free(self, row: Row) -> bool:
        at = self.header.labels.at
        return at >= len(row.cells) or not row.cells[at]

    def _is_total_of_nothing(self, row: Row) -> bool:
        """Tell whether a row totals rows that are not told apart by anything that is understood."""
        told_apart = self.by_sex or self.by_locality or self.by_age or self.places
        return row.label.total and not row.label.words and not told_apart

    def _heading(self, row: Row) -> None:
        (only,) = (cell for cell in row.cells if cell)
        if words.NOTE_ROW.match(fold(only.text)):
            self.gathered.ledger.furnish("note", only)
            return
        self.gathered.ledger.furnish("heading", only)
        if row.label.part and not row.label.words:
            self.section.listing = True
            return
        told = row.label
        if not told.words:
            # A row that only tells the unit keeps the heading above it.
            told = evolve(told, period=told.period or self.section.told.period)
        self.section = Section(told.words or self.section.words, told)

    def _figures(self, row: Row) -> None:
        self._leave_listing(row)
        base = self._indicator_of_row(row)
        at = self.header.labels.at
        first = True
        for column in self.header.columns:
            cell = row.cells[column.at] if column.at < len(row.cells) else NOTHING
            if column.role in {Role.NUMBER, Role.DERIVED, Role.NOTE}:
                self.gathered.ledger.furnish(str(column.role), cell)
            elif column.role is Role.FIGURES and cell:
                first = (
                    not self._figure(row, column, cell, base, row.cells[at] if first else NOTHING) and first
                )
        if not first and self.header.unit and self.header.unit.at < len(row.cells):
            self.gathered.ledger.furnish("unit", row.cells[self.header.unit.at])

    def _leave_listing(self, row: Row) -> None:
        text = row.cells[self.header.labels.at].text.strip()
        if self.section.listing and (text[:1].isupper() or text[:1].isdigit()):
            self.section.listing = False

    def _indicator_of_row(self, row: Row) -> Indicator | None:
        """Return what the row is about: an indicator of its own, a part of the one above, or that one."""
        told, section = row.label, self.section
        if self.places or not told.words:
            return section.above or self._named(section.words, section.told.unit, row)
        if (told.part or section.listing) and section.above is not None:
            return self._made(told.words, self._unit(row) or section.above.unit, section.above)
        name = (
            f"{section.words}: {told.words}" if told.words in self.repeated and section.words else told.words
        )
        section.above = self._made(name, self._unit(row))
        return section.above

    def _named(self, name: str, unit: str | None, row: Row) -> Indicator | None:
        if any(column.label.words for column in self.header.figures):
            return None
        name = name or self.caption.title
        return self._made(name, unit or self._unit(row)) if name else None

    def _unit(self, row: Row) -> str | None:
        column = self.header.unit
        printed = row.cells[column.at].text if column and column.at < len(row.cells) else ""
        stated = figures.counted_in(printed) or printed.strip() or None
        return stated or row.label.unit or self.section.told.unit or self.caption.told.unit

    def _made(self, name: str, unit: str | None, part_of: Indicator | None = None) -> Indicator:
        kind = words.kind_of(name, unit)
        if kind is None and part_of is not None and part_of.unit == unit:
            kind = part_of.kind
        return Indicator(name, unit, kind, part_of=part_of, asked=figures.asked_axes(name))

    def _figure(
        self, row: Row, column: Column, cell: Printed, base: Indicator | None, named: Printed
    ) -> bool:
        """Keep the figure of a cell; tell whether it was understood."""
        try:
            read = figures.figure(cell.text)
        except NotationError:
            self.gathered.ledger.notice("unreadable-cell", *cell.places, text=cell.text)
            return False
        indicator = self._indicator(column, base, row)
        if read is None or indicator is None:
            return False
        if read.percent and not (indicator.unit or "").startswith("%"):
            indicator = self._made(indicator.name, "%", indicator.part_of)
        if _contradict(row.label, column.label):
            self.gathered.ledger.notice("unreadable-cell", *cell.places, text=cell.text)
            return False
        axes = self._axes(row, column)
        where = (row.label.words or None) if self.places else None
        if self.places and row.label.total:
            where = ALL_PLACES
        figure = Observation(
            indicator,
            axes.period,
            read.value,
            place=where,
            locality=axes.locality,
            sex=axes.sex,
            age=axes.ages,
            absence=read.absence,
            nature=axes.nature or Nature.MEASURED,
        )
        is_named = bool(row.label.words) and where is None
        self.gathered.figure(figure, cell, **({} if is_named else {"label": named}))
        if is_named:
            self.gathered.indicator(indicator, named)
        return True

    def _indicator(self, column: Column, base: Indicator | None, row: Row) -> Indicator | None:
        """Join what row and column name; a column that names parts of the row is listed under it."""
        told = column.label
        if not told.words:
            left = self._left_of(column, row)
            if base is None:
                return (self._only_left_of(column, row) if left and told.total else left) or self._counted(
                    told
                )
            # Where columns name indicators, rows that do too are something that is not understood.
            if left is not None:
                return None
            return self._in_unit(base, column) if told.unit else base
        if base is None:
            above = self._left_of(column, row) if told.part else None
            return self._made(told.words, told.unit or self._unit(row), above)
        return self._made(told.words, told.unit or base.unit, base) if told.part else None

    def _in_unit(self, base: Indicator, column: Column) -> Indicator:
        """Return an indicator in the unit of a column; «%» under «Жінки» is their share of a count."""
        told = column.label
        made = evolve(base, unit=told.unit, kind=words.kind_of(base.name, told.unit))
        if told.unit != "%" or (told.sex, told.locality) == (None, None):
            return made
        beside = [each.label.unit for each in self.header.figures if each.label.sex is told.sex]
        counted = [evolve(base, unit=unit, kind=words.kind_of(base.name, unit)) for unit in beside if unit]
        of = next((each for each in [base, *counted] if each.kind is IndicatorKind.COUNT), None)
        return evolve(made, kind=IndicatorKind.SHARE, part_of=of) if of else made

    def _counted(self, told: Label) -> Indicator | None:
        """Return what a column counts that is headed by nothing but «Звернення», or by «Жінки, осіб»."""
        if told.unit not in words.THINGS:
            return None
        whose = told.tells_axes and self.caption.title
        return self._made(whose or told.unit, told.unit)

    def _left_of(self, column: Column, row: Row) -> Indicator | None:
        """Return the nearest indicator on the left, which «з них жінок» is about."""
        for each in reversed([each for each in self.header.figures if each.at < column.at]):
            told = each.label
            if told.words and not told.part:
                return self._made(told.words, told.unit or self._unit(row))
            if (counted := self._counted(told)) and not told.tells_axes:
                return counted
        return None

    def _only_left_of(self, column: Column, row: Row) -> Indicator | None:
        """Return what «Усього» totals on the right of numbers and percents: the numbers, if that is sure."""
        named = [each.label for each in self.header.figures if each.at < column.at and each.label.words]
        units = dict.fromkeys((told.words, told.unit or self._unit(row)) for told in named if not told.part)
        plain = [each for each in units if each[1] != "%"] or list(units)
        return self._made(*plain[0]) if len(plain) == 1 else None if plain else self._left_of(column, row)

    def _axes(self, row: Row, column: Column) -> Label:
        """Say whom a cell is of: the row goes before the column, and both before what stands over them."""
        told = [row.label, column.label, self.section.told, self.caption.told]
        by_sex, by_locality, by_age = self.header.totalled
        axes = Label(
            sex=next((each.sex for each in told if each.sex), None),
            locality=next((each.locality for each in told if each.locality), None),
            ages=next((each.ages for each in told if each.ages), None),
            period=next((each.period for each in told if each.period), None),
            nature=next((each.nature for each in told if each.nature), None),
        )
        rows, columns = row.label.total, column.label.total
        if axes.sex is None and ((columns and by_sex) or (rows and self.by_sex and not self.places)):
            axes = evolve(axes, sex=Sex.TOTAL)
        if axes.locality is None and (
            (columns and by_locality) or (rows and self.by_locality and not self.places)
        ):
            axes = evolve(axes, locality=Locality.TOTAL)
        if axes.ages is None and ((columns and by_age) or (rows and self.by_age and not self.places)):
            axes = evolve(axes, ages=Ages())
        return axes


def _contradict(row: Label, column: Label) -> bool:
    """Tell whether a row of women crosses a column of men."""
    pairs = [(row.sex, column.sex), (row.locality, column.locality), (row.ages, column.ages)]
    wholes = {None, Sex.TOTAL, Locality.TOTAL, Ages()}
    return any(one not in wholes and other not in wholes and one != other for one, other in pairs)
