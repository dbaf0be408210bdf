"""Printed money as a data frame of the engine that is installed: whole kopiykas, days, nulls for silence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
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
    records = [row.plain() | days_of(row) for row in rows]
    return {name: [record[name] for record in records] for name in COLUMNS}


def days_of(row: FigureRow) -> dict[str, datetime.date | None]:
    """Return the first and the last day of a record as days that every engine knows."""
    period = row.period
    return {
        "first_day": _day(period.first) if period else None,
        "last_day": _day(period.last) if period else None,
    }


def _day(day: datetime.date) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)
