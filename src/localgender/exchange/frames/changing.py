"""The question how money changes from year to year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from localgender.exchange.frames.asking import (
    ROOM,
    added,
    closed,
    fits,
    fitting,
    grouping,
    held,
    hundredths,
    narwhals,
    nothing,
    one,
    opened,
    stated,
)
from localgender.exchange.frames.overlaps import TELLING, TWICE, by_document, each, marked, twice
from localgender.model.funding import Stage

F = TypeVar("F")

_FIGURE = ("stage", "kopiykas", "stated_total", *TELLING)


def changes(observations: F, stage: Stage | str, by: str | Iterable[str] = ("community",)) -> F:
    """Compare one stage of money with the like period a year before.

    A year is compared with a year, nine months with nine months, and nothing with what is no such part of a
    year. Communities are not unique by their names: add "region" or "katottg" where that matters.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> lines = FundingPeriod(2023, planned=Money(4)), FundingPeriod(2024, planned=Money(5))
    >>> plan = Plan(community="Зоря", goals=[Measure("1", funding=lines)])
    >>> answer = changes(country([plan], "polars")["observations"], "planned")
    >>> answer.select("year", "kopiykas_before", "kopiykas", "change", "hundredths").rows()
    [(2023, None, 4, None, None), (2024, 4, 5, 1, 2500)]

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        stage: "planned", "allocated" or "disbursed".
        by: Columns that make a group; `part` and `year` are groups in any case.

    Returns:
        Groups, then `part`, `year`, `kopiykas_before`, `kopiykas`, `change`, its `hundredths` of a percent of
        what was before, `documents_before` and `documents`; `repeated` and `unnamed` of them, and of those
        before, as in `totals`. Null is silence, and both sides have to be told for a change. A group has a
        row for a year it prints, and for the year after, if anybody prints that.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits, ten thousand times over.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups = grouping(by)
    when = each(groups, ("part", "year"))
    figures = opened(observations, (*_FIGURE, *when))
    rows = stated(figures, stage).filter(~nw.col("part").is_null())
    rows = rows if fits(figures, times=ROOM)[0] else fitting(rows, times=ROOM)
    told = held(_by_year(held(by_document(rows, when, "kopiykas"), observations), when), observations)
    now = told.select(*when, *_SIDE, *(nothing().alias(f"{name}_before") for name in _SIDE))
    before = told.select(
        *(name for name in when if name != "year"),
        (nw.col("year") + 1).alias("year"),
        *(nothing().alias(name) for name in _SIDE),
        *(nw.col(name).alias(f"{name}_before") for name in _SIDE),
    )
    # A year that nobody prints yet is no silence.
    printed = told.select("part", "year").unique()
    before = before.join(printed, on=["part", "year"], how="semi")
    columns = now.collect_schema().names()
    both = added(nw.concat([now, before.select(columns)]), when, *columns[len(when) :])
    return closed(_changed(both).select(*when, *_CHANGE), observations, when)


_SIDE = ("kopiykas", "documents", *TWICE)
_CHANGE = (
    *("kopiykas_before", "kopiykas", "change", "hundredths", "documents_before", "documents"),
    *("repeated_before", "repeated", "unnamed_before", "unnamed"),
)


def _by_year(told: Any, when: Sequence[str]) -> Any:
    of_document = added(told, each(when, ("document",)), "kopiykas").with_columns(documents=one())
    columns = ("kopiykas", "documents")
    return marked(added(of_document, when, *columns), when, columns, **twice(told, when))


def _changed(both: Any) -> Any:
    nw = narwhals()
    now, before = nw.col("documents") > 0, nw.col("documents_before") > 0
    told = both.with_columns(
        change=nw.when(now & before).then(nw.col("kopiykas") - nw.col("kopiykas_before")),
        kopiykas=nw.when(now).then(nw.col("kopiykas")),
        kopiykas_before=nw.when(before).then(nw.col("kopiykas_before")),
    )
    return told.with_columns(hundredths=hundredths("change", "kopiykas_before"))
