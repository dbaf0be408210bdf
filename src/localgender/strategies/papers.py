"""Plans and reports as officials lay them out, with dirt of a chosen degree, beside the value they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hypothesis import strategies as st

from localgender.documents.grid import Document, Grid, Paragraph
from localgender.showing.renderers import render
from localgender.showing.tables import Table
from localgender.strategies.dirt import DIRT, Row
from localgender.strategies.paper import Paper
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


@st.composite
def papers(draw: st.DrawFn, kind: Kind | None = None, *, degree: int = 0, form: Format = "document") -> Paper:
    """Reports and plans as officials lay them out, beside the values that they must read as.

    Args:
        draw: Given by Hypothesis.
        kind: "report" or "plan"; either when left out.
        degree: Dirt: 0 none; 1 habits of typing; 2 accidents of pages too; 3 also what destroys meaning.
        form: "document" as cells, or the bytes of a file: "txt", "docx", "xlsx" (extra `xlsx`).

    Raises:
        ValueError: For a degree that is none.
    """
    if degree not in range(len(DIRT) + 1):
        raise ValueError(f"degree of dirt {degree!r}: expected 0 to {len(DIRT)}")
    meant = draw(promised(kind) if kind else promised("report") | promised("plan"))
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
