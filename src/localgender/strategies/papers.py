"""Plans and reports as officials lay them out, with dirt of a chosen degree, beside the value they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen
from hypothesis import strategies as st

from localgender.documents.grid import Document, Grid, Paragraph
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.showing.renderers import render
from localgender.showing.tables import Table
from localgender.strategies.dirt import DIRT, Row
from localgender.strategies.promises import YEARS, Amounts, Kind, Line, Promised, promised

Format = Literal["document", "txt", "docx", "xlsx"]

# For each column the words that officials write above it.
_HEADERS = (
    ("№ з/п", "№"),
    ("Завдання", "Назва завдання", "Найменування завдання"),
    ("Зміст заходу", "Найменування заходу", "Перелік заходів"),
    ("Термін виконання", "Строк виконання заходу"),
    ("Виконавці", "Відповідальні виконавці"),
)
_STAGES = (("Заплановано", "Обсяг фінансування"), ("Виділено",), ("Використано", "Касові видатки"))
_LAST = {
    "report": ("Стан виконання", "Інформація про виконання заходу"),
    "plan": ("Очікуваний результат",),
}


@frozen
class Paper:
    """Document that was laid out, and what it must read as.

    Whatever came over it, only where meaning was destroyed may reading differ, and then a finding says so.

    Attributes:
        source: What `read_report` and `read_plan` take: a document, or the bytes of a file.
        value: What the document means.
        dirt: Names of what came over it, in that order.
        destroyed: Whether the dirt may have destroyed some meaning, so that a finding is an answer too.
    """

    source: Document | bytes
    value: Plan | Report
    dirt: tuple[str, ...] = ()
    destroyed: bool = False


@st.composite
def papers(draw: st.DrawFn, kind: Kind, *, degree: int, form: Format) -> Paper:
    """Lay out what was promised, and let habits and accidents come over it."""
    if degree not in range(len(DIRT) + 1):
        raise ValueError(f"degree of dirt {degree!r}: expected 0 to {len(DIRT)}")
    meant = draw(promised(kind))
    unit = draw(st.sampled_from(["above", "header"]))
    header = _header(draw, meant, ", тис. грн" if unit == "header" else "")
    rows, names = _body(meant), []
    for kinds in DIRT[:degree]:
        chosen = draw(st.sets(st.sampled_from(list(kinds)), min_size=1, max_size=3))
        for name in [each for each in kinds if each in chosen]:
            header, rows = kinds[name](draw, header, rows)
            names.append(name)
    prose = [*meant.prose, *(["(тис. грн)"] if unit == "above" else [])]
    return Paper(_written(prose, [*header, *rows], form), meant.value, tuple(names), degree >= len(DIRT))


def _header(draw: st.DrawFn, meant: Promised, unit: str) -> list[Row]:
    words = [draw(st.sampled_from(each)) for each in _HEADERS]
    last = draw(st.sampled_from(_LAST[meant.kind]))
    if meant.kind == "report":
        return [(*words, *(draw(st.sampled_from(each)) + unit for each in _STAGES), last)]
    return [
        (*words, f"Обсяги фінансування{unit}", "", "", last),
        (*[""] * len(words), *map(str, YEARS), ""),
    ]


def _body(meant: Promised) -> list[Row]:
    rows = [
        _row(n, m, task, line)
        for n, (task, lines) in enumerate(meant.goals, 1)
        for m, line in enumerate(lines, 1)
    ]
    return rows if meant.total is None else [*rows, ("", "Всього", "", "", "", *_amounts(meant.total), "")]


def _row(goal: int, number: int, task: str, line: Line) -> Row:
    # A merged cell speaks once, in the first of the rows it covers.
    first = (str(goal), task) if number == 1 else ("", "")
    term = "-".join(map(str, dict.fromkeys(line.term)))
    who = ", ".join(line.executors)
    return (*first, f"{goal}.{number}. {line.title}", term, who, *_amounts(line.amounts), line.words)


def _amounts(amounts: Amounts) -> list[str]:
    return ["—" if each is None else f"{each // 10},{each % 10}" for each in amounts]


def _written(prose: Sequence[str], rows: Sequence[Row], form: Format) -> Document | bytes:
    if form == "document":
        return Document([*map(Paragraph, prose), Grid(rows)])
    if form == "txt":
        lines = ["\t".join(cell.replace("\n", " ") for cell in row) for row in rows]
        return "\n".join([*prose, *lines]).encode()
    return render(Table("\n".join(prose), rows[0], rows[1:]), form)
