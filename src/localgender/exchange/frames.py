"""Printed money as a data frame of the engine that is installed: whole kopiykas, days, nulls for silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from types import MappingProxyType
from typing import Any

from pendulum import Date

from localgender.documents.reading import Reading
from localgender.errors import FrameOverflowError, MissingExtraError
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, one_of
from localgender.questions.observations import FigureRow, observations

Columns = dict[str, list[Any]]

BACKENDS = ("pandas", "polars", "pyarrow")

_MOST = 2**63 - 1

# Column → kind of its cells, in the order of a frame; what stands in them is told by `FigureRow`.
COLUMNS: Mapping[str, str] = MappingProxyType({
    "ref": "text", "stage": "text", "kopiykas": "whole", "step": "whole", "community": "text",
    "katottg": "text", "goal": "text", "subgoal": "text", "code": "text", "title": "text", "period": "text",
    "first_day": "day", "last_day": "day", "sources": "text", "level": "text", "fund": "text",
    "stated_total": "truth", "table": "whole", "row": "whole", "column": "whole", "page": "whole",
})  # fmt: skip


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
    columns = _columns(figures)
    engine = _installed() if backend is None else one_of(backend, BACKENDS)
    return _by_pandas(columns) if engine == "pandas" else _by_narwhals(columns, engine)


def _columns(figures: Asked | Iterable[FigureRow]) -> Columns:
    asked = isinstance(figures, Reading | Plan | Report)
    rows = observations(figures) if asked else tuple(figures)  # type: ignore[arg-type]  # told by asked
    for row in rows:
        if not isinstance(row, FigureRow):
            raise TypeError(f"expected records of observations, not {row!r}")
    records = [row.plain() for row in rows]
    columns: Columns = {name: [record[name] for record in records] for name in COLUMNS}
    for name in _named("day"):
        columns[name] = [text and Date.fromisoformat(text) for text in columns[name]]
    for name in _named("whole"):
        _check_size(name, columns[name])
    return columns


def _named(kind: str) -> list[str]:
    return [name for name, each in COLUMNS.items() if each == kind]


def _check_size(name: str, numbers: list[int | None]) -> None:
    # Engines add 64 bits up without a word when they overflow, so the whole column has to fit.
    needed = sum(abs(number) for number in numbers if number is not None)
    if needed > _MOST:
        raise FrameOverflowError(name, needed)


def _installed() -> str:
    for engine in BACKENDS:
        with suppress(ImportError):
            import_module(engine)
            return engine
    raise MissingExtraError("a data frame", "frame")


def _by_narwhals(columns: Columns, engine: Any) -> Any:
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError("a data frame", "frame") from None
    kinds = {"text": nw.String(), "whole": nw.Int64(), "day": nw.Date(), "truth": nw.Boolean()}
    schema = nw.Schema({name: kinds[kind] for name, kind in COLUMNS.items()})
    return nw.from_dict(columns, schema, backend=engine).to_native()


def _by_pandas(columns: Columns) -> Any:
    # Without nullable types pandas would make floats of whole numbers beside silence.
    kinds = {"text": "string", "whole": "Int64", "day": "datetime64[s]", "truth": "boolean"}
    pandas = import_module("pandas")
    return pandas.DataFrame(
        {name: pandas.array(cells, kinds[COLUMNS[name]]) for name, cells in columns.items()}
    )
