"""Documents and folders of an invented country, as officials and machines would leave them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import cycle
from pathlib import Path
from typing import Literal

from localgender.showing.renderers import render
from localgender.showing.tables import Table
from localgender.strategies.invented import shape, words
from localgender.strategies.invented.columns import columns
from localgender.strategies.invented.papers import Entry, Paper, claimed, entries, lines, papers, years_of
from localgender.strategies.invented.shape import STEP, Country
from localgender.values.periods import Period

Form = Literal["docx", "html", "csv", "txt"]
FORMS: tuple[Form, ...] = ("docx", "html", "txt", "csv")
HEADER = (
    "№ з/п", "Завдання", "Найменування заходу", "Термін виконання", "Виконавці", "Заплановано, тис. грн",
    "Виділено, тис. грн", "Використано, тис. грн", "Відсоток виконання", "Стан виконання",
)  # fmt: skip
# What a programme of tables sets between the cells of a line.
_SIGNS = {"txt": "\t", "csv": ";"}
_NO_YEAR = "__HIVE_DEFAULT_PARTITION__"
_TOLD = {"year": "за {} рік", "9m": "за 9 місяців {} року"}


def write_documents(country: Country, folder: Path) -> int:
    """Write every report as a document, in turn as `.docx`, `.html`, `.txt` and `.csv`; return how many.

    Reports say whose they are by the name of the council, as real ones do; which region and which code that
    is, stands in `communities.csv` beside the folder of documents. Sources of money are not told apart.

    Args:
        country: One that is not dirty, of no more communities than there are different names.
        folder: Filled with `documents/` and `communities.csv`; made when it is not there.

    Raises:
        ValueError: For a country that is dirty, or too large.
    """
    most = len(words.BEGINNINGS) * len(words.ROOTS) * len(words.KINDS)
    if country.dirty or country.communities > most:
        raise ValueError(f"documents are of clean countries of at most {most} communities, not {country!r}")
    written = list(zip(papers(country), cycle(FORMS), strict=False))
    for paper, form in written:
        region, period = shape.katottg_of(paper.community)[:4], "-9m" * (paper.part == "9m")
        place = folder / "documents" / region
        place.mkdir(parents=True, exist_ok=True)
        name = f"{shape.katottg_of(paper.community)}-{paper.year}{period}.{form}"
        (place / name).write_bytes(document(paper, form))
    _register(country, folder)
    return len(written)


def document(paper: Paper, form: Form) -> bytes:
    """Lay a report out as an official would."""
    rows = [*_rows(paper), ("", "Всього", "", "", "", *map(_thousands, claimed(paper)), "", "")]
    if form in _SIGNS:
        return _lines([*([each] for each in _prose(paper)), HEADER, *rows], _SIGNS[form]).encode()
    rendered = render(Table("\n".join(_prose(paper)), HEADER, rows), form)
    return rendered.encode() if isinstance(rendered, str) else rendered


def _lines(rows: Iterable[Sequence[str]], sign: str) -> str:
    text = StringIO()
    csv.writer(text, delimiter=sign, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _prose(paper: Paper) -> list[str]:
    adjective, kind, _ = shape.adjective_of(paper.community)
    council = " ".join(each.removesuffix("а") + "ої" for each in (adjective, kind))
    years = "роки" if paper.country.years > 1 else "рік"
    programme = f"«{words.PROGRAMME}» {council} ради на {_term(paper)} {years}"
    return ["ЗВІТ", f"про виконання Програми {programme}", _TOLD[paper.part].format(paper.year)]


def _term(paper: Paper) -> str:
    return str(Period.years(*(years_of(paper.country)[end] for end in (0, -1))))


def _rows(paper: Paper) -> Iterator[tuple[str, ...]]:
    for entry in entries(paper):
        goal, row = divmod(entry.measure, words.PER_GOAL)
        # A merged cell speaks once, in the first of the rows it covers.
        first = (str(goal + 1), words.GOALS[goal % len(words.GOALS)]) if row == 0 else ("", "")
        yield (
            *first,
            f"{shape.code_of(entry.measure)}. {shape.title_of(entry.measure)}",
            _term(paper),
            ", ".join(shape.executors_of(entry.measure)),
            *map(_thousands, _amounts(paper, entry)),
            "" if entry.outcome.percent is None else str(entry.outcome.percent),
            entry.outcome.narrative or "",
        )


def _amounts(paper: Paper, entry: Entry) -> Iterator[int | None]:
    told = [line.amounts for line in lines(paper, entry)] if entry.outcome.reported else []
    for column in zip(*told, strict=True) if told else [(None,)] * 3:
        stated = [each for each in column if each is not None]
        yield sum(stated) if stated else None


def _thousands(kopiykas: int | None) -> str:
    return "—" if kopiykas is None else f"{kopiykas // STEP // 10},{kopiykas // STEP % 10}"


def _register(country: Country, folder: Path) -> None:
    numbers = range(country.communities)
    told = [(shape.name_of(each), shape.katottg_of(each), shape.region_of(each)) for each in numbers]
    lines = _lines([("community", "katottg", "region"), *told], ",")
    (folder / "communities.csv").write_text(lines, encoding="utf8")


def write_columns(country: Country, folder: Path) -> dict[str, int]:
    """Write the columns of a country year by year as Parquet, as a collected folder has them.

    Years are names of folders, such as `observations/year=2023/`; what tells no year lies in one of its own.

    Args:
        country: Of any size; one year of it is in memory at a time.
        folder: Filled; made when it is not there.

    Returns:
        Table → how many rows.

    Raises:
        MissingExtraError: An ImportError, when polars is not installed.
    """
    written: Counter[str] = Counter()
    for year in years_of(country):
        for table, rows in columns(country, [year]).items():
            written[table] += rows.height
            dated = rows["year"].is_not_null()
            for name, part in ((year, rows.filter(dated)), (_NO_YEAR, rows.filter(~dated))):
                if part.height:
                    place = folder / table / f"year={name}"
                    place.mkdir(parents=True, exist_ok=True)
                    part.drop("year").write_parquet(place / f"{year}.parquet")
    return dict(written)
