"""Questions about money: totals, shares and execution."""

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
    fits,
    fitting,
    flag,
    grouping,
    held,
    hundredths,
    narwhals,
    nothing,
    one,
    opened,
    stated,
)
from localgender.exchange.frames.overlaps import (
    TELLING,
    TWICE,
    by_document,
    each,
    marked,
    mixing,
    odd,
    twice,
)
from localgender.model.funding import Stage
from localgender.values.words import one_of

F = TypeVar("F")

_PERIOD = ("part", "period", "report_period")
FIGURE = (*MEASURE, *DAYS, *_PERIOD, "stage", "kopiykas", "stated_total", *TELLING)


def totals(observations: F, stage: Stage | str, by: str | Iterable[str] = ()) -> F:
    """Add up one stage of money by group, as `total` and `totals_by` do for one document.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> line = FundingPeriod(2023, planned=Money(5))
    >>> plans = [Plan(community=name, goals=[Measure("1", funding=line)]) for name in ("Зоря", "Лан", "Лан")]
    >>> totals(country(plans, "polars")["observations"], "planned", "community").rows()
    [('Зоря', 5, 1, 0, 0), ('Лан', 10, 2, 2, 0)]

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        stage: "planned", "allocated" or "disbursed".
        by: Columns that make a group; without them there is one sum.

    Returns:
        Groups, then `kopiykas` and `figures`, how many amounts were printed. Stated totals are never added
        in. A sum is null when a measure states the stage for periods that overlap without being equal;
        without groups also when all are silent. A group that is silent at the stage has no row.

        Of several documents of a community each is added. `repeated` counts those of the group that speak
        for days for which another of them, of the same community, speaks too: perhaps of the same money.
        `unnamed` counts those that name no community, of which nobody can tell; where both are 0, nothing
        is added twice.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits.
        MissingExtraError: An ImportError, without narwhals.
    """
    groups = grouping(by)
    rows, mixed = _figures(observations, (stage,), groups)
    told = held(_told(rows, groups), observations)
    return closed(_totals(told, rows, groups, mixed=mixed), observations, groups)


def _figures(
    observations: Any, stages: Iterable[Stage | str], columns: Iterable[str], *, times: int = 1
) -> tuple[Any, bool]:
    """Return figures that add up within 64 bits, and whether periods of any measure may overlap unequally."""
    figures = opened(observations, (*FIGURE, *columns))
    rows = stated(figures, *stages)
    # Most countries are far from the edge with all their figures, which are looked through the fastest.
    fit, found = fits(figures, times=times, odd=flag(odd()).sum())
    return rows if fit else fitting(rows, times=times), found["odd"] > 0


def _told(rows: Any, by: Sequence[str]) -> Any:
    return by_document(rows.with_columns(figures=one()), by, "kopiykas", "figures")


def _totals(told: Any, rows: Any, by: Sequence[str], *, mixed: bool) -> Any:
    nw = narwhals()
    columns = ("kopiykas", "figures")
    marks = {"mixed": mixing(rows, by) if mixed else None} | twice(told, by)
    answer = marked(added(told, by, *columns), by, columns, **marks)
    summed = (nw.col("figures") > 0) & (nw.col("mixed") == 0)
    return answer.select(*by, nw.when(summed).then(nw.col("kopiykas")), "figures", *TWICE)


def shares(observations: F, stage: Stage | str, by: str | Iterable[str]) -> F:
    """Tell what share of all money of a stage each group has.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> lines = {"Зоря": FundingPeriod(planned=Money(1)), "Лан": FundingPeriod(planned=Money(2))}
    >>> plans = [Plan(community=name, goals=[Measure("1", funding=line)]) for name, line in lines.items()]
    >>> shares(country(plans, "polars")["observations"], "planned", "community").rows()
    [('Зоря', 1, 3, 3333, 0, 0, 0, 0), ('Лан', 2, 3, 6667, 0, 0, 0, 0)]

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        stage: "planned", "allocated" or "disbursed".
        by: Columns that make a group; each row of `totals` by them is one part.

    Returns:
        Groups, then `kopiykas`, the sum of the group, `whole`, that of all, and `hundredths` of a percent,
        exactly rounded half up. Null where one of the sums is, and where the whole is zero. `repeated` and
        `unnamed` tell of the group what they tell in `totals`, `whole_repeated` and `whole_unnamed` of all.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits, ten thousand times over.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups = grouping(by)
    rows, mixed = _figures(observations, (stage,), groups, times=ROOM)
    told = held(_told(rows, groups), observations)
    whole = _totals(told, rows, (), mixed=mixed).select(
        whole=nw.col("kopiykas"), whole_repeated=nw.col("repeated"), whole_unnamed=nw.col("unnamed")
    )
    parts = _totals(told, rows, groups, mixed=mixed).join(whole, how="cross")
    share = hundredths("kopiykas", "whole").alias("hundredths")
    columns = ("kopiykas", "whole", share, *TWICE, "whole_repeated", "whole_unnamed")
    return closed(parts.select(*groups, *columns), observations, groups)


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
    ...     "measures": 1, "left_out": 1, "figures_left_out": 1, "repeated": 0, "unnamed": 1,
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
        overlap without being equal; the ratio also of a whole of zero. `repeated` and `unnamed` tell of the
        documents of which something entered what they tell in `totals`.

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
    rows, mixed = _figures(observations, stages, ("sources", *groups), times=ROOM)
    pairs = held(_pairs(rows, stages, each(groups, TELLING, _PERIOD if mixed else ())), observations)
    of_measure = added(pairs, each(MEASURE, groups), *stages, "entered", "figures_left_out")
    counted = of_measure.with_columns(
        measures=flag(nw.col("entered") > 0), left_out=flag(nw.col("entered") == 0)
    )
    columns = (*stages, "measures", "left_out", "figures_left_out")
    entered = pairs.filter(nw.col("entered") > 0)
    marks = {"mixed": mixing(entered, groups) if mixed else None}
    marks |= twice(held(by_document(entered, groups, "entered"), observations), groups)
    told = marked(added(counted, groups, *columns), groups, columns, **marks)
    summed = (nw.col("measures") > 0) & (nw.col("mixed") == 0)
    told = told.with_columns(*(nw.when(summed).then(nw.col(name)).alias(name) for name in stages))
    ratio = hundredths(*stages).alias("hundredths")
    return closed(told.select(*groups, *stages, ratio, *columns[2:], *TWICE), observations, groups)


def _stage(word: Stage | str) -> str:
    return str(one_of(word, tuple(Stage)))


def _pairs(rows: Any, stages: tuple[str, str], by: Sequence[str]) -> Any:
    """Return figures of one measure, period and sources by stage; money only where both stages are alike."""
    nw = narwhals()
    is_part = nw.col("stage") == stages[0]
    apart = rows.with_columns(
        nw.when(is_part).then(nw.col("kopiykas")).otherwise(nothing()).alias(stages[0]),
        nw.when(~is_part).then(nw.col("kopiykas")).otherwise(nothing()).alias(stages[1]),
        parts=flag(is_part),
        wholes=flag(~is_part),
    )
    key = each(MEASURE, DAYS, ("sources",), by)
    alike = nw.col("parts") == nw.col("wholes")
    return added(apart, key, *stages, "parts", "wholes").with_columns(
        *(nw.when(alike).then(nw.col(name)).otherwise(nothing()).alias(name) for name in stages),
        entered=flag(alike),
        figures_left_out=nw.when(alike).then(nothing()).otherwise(nw.col("parts") + nw.col("wholes")),
    )
