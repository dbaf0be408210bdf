"""Questions about money: totals, shares, execution, and changes from year to year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from localgender.errors import NotationError
from localgender.exchange.frames.asking import (
    DAYS,
    MEASURE,
    ROOM,
    added,
    closed,
    fitting,
    fitting_figures,
    flag,
    grouping,
    hundredths,
    mixing,
    narwhals,
    nothing,
    one,
    opened,
    stated,
)
from localgender.model.funding import Stage
from localgender.values.words import one_of

F = TypeVar("F")

_PERIOD = ("part", "period", "report_period")
_FIGURE = (*MEASURE, *DAYS, *_PERIOD, "stage", "kopiykas", "stated_total")


def totals(observations: F, stage: Stage | str, by: str | Iterable[str] = ()) -> F:
    """Add up one stage of money by group, as `total` and `totals_by` do for one document.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> line = FundingPeriod(2023, planned=Money(5))
    >>> plans = [Plan(community=name, goals=[Measure("1", funding=line)]) for name in ("Зоря", "Лан", "Лан")]
    >>> totals(country(plans, "polars")["observations"], "planned", "community").rows()
    [('Зоря', 5, 1), ('Лан', 10, 2)]

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        stage: "planned", "allocated" or "disbursed".
        by: Columns that make a group; without them there is one sum.

    Returns:
        Groups, then `kopiykas` and `figures`, how many amounts were printed. Stated totals are never added
        in. A sum is null when a measure states the stage for periods that overlap without being equal;
        without groups also when all are silent. A group that is silent at the stage has no row. Of several
        documents of a community each is added: ask `repeated` first.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits.
        MissingExtraError: An ImportError, without narwhals.
    """
    groups = grouping(by)
    rows, odd = fitting_figures(stated(opened(observations, (*_FIGURE, *groups)), stage))
    return closed(_totals(rows, groups, odd=odd), observations, groups)


def _totals(rows: Any, by: Sequence[str], *, odd: bool) -> Any:
    nw = narwhals()
    sums = added(rows.with_columns(figures=one()), by, "kopiykas", "figures")
    told = _marked(sums, mixing(rows, by) if odd else None, by, "kopiykas", "figures")
    summed = (nw.col("figures") > 0) & (nw.col("mixed") == 0)
    return told.select(*by, nw.when(summed).then(nw.col("kopiykas")), "figures")


def _marked(sums: Any, mixed: Any, by: Sequence[str], *columns: str) -> Any:
    """Return sums by group with a column `mixed`, above zero where a measure states periods that overlap."""
    nw = narwhals()
    if mixed is None:
        return sums.with_columns(mixed=nothing())
    zeros = [nothing().alias(name) for name in columns]
    # Null groups do not join, so what must not be added up is laid beside what is, and grouped with it.
    beside = mixed.with_columns(*zeros, one().alias("mixed")).select(*by, *columns, "mixed")
    both = nw.concat([sums.select(*by, *columns, nothing().alias("mixed")), beside])
    return added(both, by, *columns, "mixed")


def shares(observations: F, stage: Stage | str, by: str | Iterable[str]) -> F:
    """Tell what share of all money of a stage each group has.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> lines = {"Зоря": FundingPeriod(planned=Money(1)), "Лан": FundingPeriod(planned=Money(2))}
    >>> plans = [Plan(community=name, goals=[Measure("1", funding=line)]) for name, line in lines.items()]
    >>> shares(country(plans, "polars")["observations"], "planned", "community").rows()
    [('Зоря', 1, 3, 3333), ('Лан', 2, 3, 6667)]

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        stage: "planned", "allocated" or "disbursed".
        by: Columns that make a group; each row of `totals` by them is one part.

    Returns:
        Groups, then `kopiykas`, the sum of the group, `whole`, that of all, and `hundredths` of a percent,
        exactly rounded half up. Null where one of the sums is, and where the whole is zero.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits, ten thousand times over.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups = grouping(by)
    rows, odd = fitting_figures(stated(opened(observations, (*_FIGURE, *groups)), stage), times=ROOM)
    whole = _totals(rows, (), odd=odd).select(nw.col("kopiykas").alias("whole"))
    told = _totals(rows, groups, odd=odd).join(whole, how="cross")
    answer = told.select(*groups, "kopiykas", "whole", hundredths("kopiykas", "whole").alias("hundredths"))
    return closed(answer, observations, groups)


def execution(
    observations: F,
    part: Stage | str = Stage.DISBURSED,
    whole: Stage | str = Stage.PLANNED,
    by: str | Iterable[str] = (),
) -> F:
    """Relate one stage of money to another: the sum of the one to that of the other, over like figures only.

    What one measure prints for one period from the same sources enters when it prints as many amounts of the
    one stage as of the other; a stage that is silent keeps the other out, so that silence is no zero.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> told = FundingPeriod(2023, planned=Money(300), disbursed=Money(100))
    >>> silent = FundingPeriod(2023, planned=Money(500))
    >>> plan = Plan(goals=[Measure("1", funding=told), Measure("2", funding=silent)])
    >>> answer = execution(country([plan], "polars")["observations"])
    >>> answer.rows(named=True)[0] == {
    ...     "disbursed": 100, "planned": 300, "hundredths": 3333,
    ...     "measures": 1, "left_out": 1, "figures_left_out": 1,
    ... }
    True

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        part: "disbursed", or another stage.
        whole: "planned", or another stage.
        by: Columns that make a group; without them there is one ratio.

    Returns:
        Groups, then the two sums under the names of their stages, `hundredths` of a percent, exactly rounded
        half up, `measures` of which something entered, `left_out`, those of which nothing did, and
        `figures_left_out`. The sums are null when nothing entered, and when a measure states periods that
        overlap without being equal; the ratio also of a whole of zero.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks, a word that is no stage, or one
            stage twice.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits, ten thousand times over.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups, stages = grouping(by), (_stage(part), _stage(whole))
    if part == whole:
        raise NotationError(str(part), f"another stage than {whole}")
    rows = stated(opened(observations, (*_FIGURE, "sources", *groups)), *stages)
    rows, odd = fitting_figures(rows, times=ROOM)
    pairs = _pairs(rows, stages, _each(groups, _PERIOD if odd else ()))
    of_measure = added(pairs, _each(MEASURE, groups), *stages, "entered", "figures_left_out")
    counted = of_measure.with_columns(
        measures=flag(nw.col("entered") > 0), left_out=flag(nw.col("entered") == 0)
    )
    columns = (*stages, "measures", "left_out", "figures_left_out")
    mixed = mixing(pairs.filter(nw.col("entered") > 0), groups) if odd else None
    told = _marked(added(counted, groups, *columns), mixed, groups, *columns)
    summed = (nw.col("measures") > 0) & (nw.col("mixed") == 0)
    told = told.with_columns(*(nw.when(summed).then(nw.col(name)).alias(name) for name in stages))
    answer = told.select(
        *groups, *stages, hundredths(*stages).alias("hundredths"), "measures", "left_out", "figures_left_out"
    )
    return closed(answer, observations, groups)


def _stage(word: Stage | str) -> str:
    return str(one_of(word, tuple(Stage)))


def _each(*names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for several in names for name in several))


def _pairs(rows: Any, stages: tuple[str, str], by: Sequence[str]) -> Any:
    """Return figures of one measure, period and sources by stage; money only where both stages are alike."""
    nw = narwhals()
    is_part = nw.col("stage") == stages[0]
    each = rows.with_columns(
        nw.when(is_part).then(nw.col("kopiykas")).otherwise(nothing()).alias(stages[0]),
        nw.when(~is_part).then(nw.col("kopiykas")).otherwise(nothing()).alias(stages[1]),
        parts=flag(is_part),
        wholes=flag(~is_part),
    )
    key = _each(MEASURE, DAYS, ("sources",), by)
    alike = nw.col("parts") == nw.col("wholes")
    return added(each, key, *stages, "parts", "wholes").with_columns(
        *(nw.when(alike).then(nw.col(name)).otherwise(nothing()).alias(name) for name in stages),
        entered=flag(alike),
        figures_left_out=nw.when(alike).then(nothing()).otherwise(nw.col("parts") + nw.col("wholes")),
    )


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
        what was before, `documents_before` and `documents`. Null is silence, and both sides have to be told
        for a change. A group has a row for a year it prints, and for the year after, if anybody prints that.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits, ten thousand times over.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups = grouping(by)
    when = _each(groups, ("part", "year"))
    rows = stated(opened(observations, (*_FIGURE, *when)), stage)
    rows = fitting(rows.filter(~nw.col("part").is_null()), times=ROOM)
    told = _by_year(rows, when)
    pair = ("kopiykas", "documents", "kopiykas_before", "documents_before")
    now = told.select(*when, "kopiykas", "documents", *(nothing().alias(name) for name in pair[2:]))
    before = told.select(
        *(name for name in when if name != "year"),
        (nw.col("year") + 1).alias("year"),
        *(nothing().alias(name) for name in pair[:2]),
        nw.col("kopiykas").alias("kopiykas_before"),
        nw.col("documents").alias("documents_before"),
    )
    # A year that nobody prints yet is no silence.
    printed = told.select("part", "year").unique()
    before = before.join(printed, on=["part", "year"], how="semi")
    both = added(nw.concat([now, before.select(now.collect_schema().names())]), when, *pair)
    return closed(_changed(both).select(*when, *_CHANGE), observations, when)


_CHANGE = ("kopiykas_before", "kopiykas", "change", "hundredths", "documents_before", "documents")


def _by_year(rows: Any, when: Sequence[str]) -> Any:
    of_document = added(rows, _each(when, ("document",)), "kopiykas")
    return added(of_document.with_columns(documents=one()), when, "kopiykas", "documents")


def _changed(both: Any) -> Any:
    nw = narwhals()
    now, before = nw.col("documents") > 0, nw.col("documents_before") > 0
    told = both.with_columns(
        change=nw.when(now & before).then(nw.col("kopiykas") - nw.col("kopiykas_before")),
        kopiykas=nw.when(now).then(nw.col("kopiykas")),
        kopiykas_before=nw.when(before).then(nw.col("kopiykas_before")),
    )
    return told.with_columns(hundredths=hundredths("change", "kopiykas_before"))
