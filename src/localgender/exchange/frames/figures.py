"""Printed money as a data frame of the engine that is installed: whole kopiykas, days, nulls for silence."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from localgender.documents.reading import Reading
from localgender.exchange.frames.engines import framed
from localgender.exchange.frames.tables import TABLES
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked
from localgender.questions.observations import FigureRow, observations

# In the order of a frame; what stands in them is told by `FigureRow`.
_NAMES = (
    "ref stage kopiykas step community katottg goal subgoal code title period first_day last_day sources "
    "level fund stated_total table row column page"
).split()
_PLACE = ("table", "row", "column", "page")
_FIELDS = tuple(name for name in _NAMES if name not in {"first_day", "last_day", *_PLACE})
COLUMNS: Mapping[str, str] = MappingProxyType({name: TABLES["observations"][name] for name in _NAMES})


def to_frame(figures: Asked | Iterable[FigureRow], backend: str | None = None) -> Any:
    """Lay printed amounts out as a data frame, one row for each, as `observations` gives them.

    Amounts and steps are whole kopiykas of 64 bits, never floats; what is silent is null. A period comes as
    its text and as its first and last day, a place as table, row, column and page. Stated totals are rows
    with a true `stated_total`: without them, the kopiykas of a stage add up to `total`.

    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure
    >>> from localgender.values.money import thousand_uah
    >>> plan = Plan(goals=[Measure("2.1", funding=FundingPeriod(2023, planned=thousand_uah("10.5")))])
    >>> frame = to_frame(plan, "polars")
    >>> frame["kopiykas"].sum(), frame["last_day"].to_list()
    (1050000, [datetime.date(2023, 12, 31)])

    Args:
        figures: A reading, a plan or a report, or records of `observations`, picked and put in any order.
        backend: "pandas", "polars" or "pyarrow"; when left out the first of these that is installed.

    Returns:
        A frame of pandas (nullable types; days as `datetime64[s]`) or polars, or a table of pyarrow; without
        figures an empty one of the same columns.

    Raises:
        MissingExtraError: An ImportError, when no engine is installed, or narwhals is not, which
            all but pandas need.
        FrameOverflowError: An OverflowError, when the numbers of a column do not add up within 64 bits.
        NotationError: A ValueError, for the name of another engine.
        TypeError: For anything but amounts.
    """
    return framed(_columns(figures), COLUMNS, backend)


def _columns(figures: Asked | Iterable[FigureRow]) -> dict[str, list[Any]]:
    asked = isinstance(figures, Reading | Plan | Report)
    rows = observations(figures) if asked else tuple(figures)  # type: ignore[arg-type]  # told by asked
    for row in rows:
        if not isinstance(row, FigureRow):
            raise TypeError(f"expected records of observations, not {row!r}")
    return columns_of(rows)


def columns_of(rows: Sequence[FigureRow]) -> dict[str, list[Any]]:
    """Return the cells of records by column, in words, whole numbers, days and truths.

    >>> from localgender.questions.observations import observations
    >>> columns_of(observations(Plan()))["kopiykas"]
    []
    """
    periods = [row.period for row in rows]
    told = {name: _plain([getattr(row, name) for row in rows]) for name in _FIELDS}
    told["first_day"] = _each(periods, lambda period: _day(period.first))
    told["last_day"] = _each(periods, lambda period: _day(period.last))
    for name in _PLACE:
        told[name] = [row.place and getattr(row.place, name) for row in rows]
    return {name: told[name] for name in COLUMNS}


def _plain(cells: list[Any]) -> list[Any]:
    first = next((cell for cell in cells if cell is not None), None)
    return cells if isinstance(first, int) or type(first) is str else _each(cells, str)


def _each(cells: list[Any], spell: Callable[[Any], Any]) -> list[Any]:
    """Return what is made of each cell but silence; of one that many rows share, once."""
    made = {id(cell): cell for cell in cells if cell is not None}
    spelled = {key: spell(cell) for key, cell in made.items()}
    return [None if cell is None else spelled[id(cell)] for cell in cells]


def _day(day: datetime.date) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)
