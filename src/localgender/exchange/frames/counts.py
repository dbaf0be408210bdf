"""Questions that count: statuses, coverage of targets, audits, documents that repeat each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from localgender.exchange.frames.asking import (
    WHOLE,
    added,
    closed,
    fitting,
    flag,
    grouping,
    hundredths,
    narwhals,
    one,
    opened,
    stated,
)
from localgender.model.funding import Stage

F = TypeVar("F")


def statuses(measures: F, by: str | Iterable[str] = ()) -> F:
    """Count measures by what was done and what became of their money.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.plan import Measure, Plan
    >>> statuses(country([Plan(goals=[Measure("1"), Measure("2")])], "polars")["measures"]).rows()
    [('unknown', 'unknown', 2)]

    Args:
        measures: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        by: Columns that make a group; `delivery` and `funding` are groups in any case.

    Returns:
        Groups, then `delivery`, `funding` and `measures`, how many there are; what does not occur has no row.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks.
        MissingExtraError: An ImportError, without narwhals.
    """
    groups = grouping((*grouping(by), "delivery", "funding"))
    rows = opened(measures, groups).with_columns(measures=one())
    return closed(added(rows, groups, "measures"), measures, groups)


_OUTCOMES = ("served", "unserved", "not_localised")


def coverage(targets: F, by: str | Iterable[str] = ()) -> F:
    """Count the communities and the documents that serve each target of higher documents.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.plan import Measure, Plan
    >>> plans = [Plan(goals=[Measure("1", serves="target:1.1")]), Plan()]
    >>> answer = coverage(country(plans, "polars")["targets"])
    >>> answer.select("path", "serving", "documents").rows()[:3]
    [('1', 1, 2), ('1.1', 1, 2), ('1.2', 0, 2)]

    Args:
        targets: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        by: Columns that make a group; `scheme` and `path` are groups in any case.

    Returns:
        Groups, then `scheme`, `path`, `communities` that were asked, `communities_serving`, `documents` that
        were asked, and of them `serving`, `unserved` and `not_localised`. Communities are told apart by name
        and code; a document that names none stands for itself. Of a national list every document is asked,
        of other targets those that carry them.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups = grouping((*grouping(by), "scheme", "path"))
    rows = opened(targets, ("document", "community", "katottg", "served", *groups))
    word = nw.col("served")
    # Communities are told apart by name and code; a document that names none stands for itself.
    unnamed = nw.when(nw.col("community").is_null()).then(nw.col("document")).otherwise(nw.lit(""))
    told = rows.with_columns(
        documents=one(),
        serving=flag(word == "served"),
        unserved=flag(word == "unserved"),
        not_localised=flag(word == "not-localised"),
        unnamed=unnamed,
    )
    counts = ("documents", "serving", "unserved", "not_localised")
    who = grouping((*groups, "community", "katottg", "unnamed"))
    each = added(told, who, *counts).with_columns(
        communities=one(), communities_serving=flag(nw.col("serving") > 0)
    )
    columns = ("communities", "communities_serving", *counts)
    return closed(added(each, groups, *columns).select(*groups, *columns), targets, groups)


_CHECKED = ("consistent", "inconsistent", "not_applicable", "not_checkable")


def audit_rates(checks: F, by: str | Iterable[str] = ("rule",)) -> F:
    """Tell how often a rule found something wrong where it could be checked.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.plan import Measure, Plan
    >>> answer = audit_rates(country([Plan(goals=[Measure("1"), Measure("1")])], "polars")["checks"])
    >>> [row for row in answer.select("rule", "inconsistent", "checked").rows() if row[1]]
    [('no-executor', 1, 1), ('no-term', 1, 1), ('repeated-code', 1, 1)]

    Args:
        checks: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        by: Columns that make a group; without them there is one rate.

    Returns:
        Groups, then `consistent`, `inconsistent`, `not_applicable`, `not_checkable`, `checked`, which is the
        first two, and `hundredths` of a percent that the inconsistent are of the checked, exactly rounded
        half up; null where nothing could be checked.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks.
        FrameOverflowError: An OverflowError, when sums might not fit 64 bits, ten thousand times over.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    groups = grouping(by)
    rows = opened(checks, (*_CHECKED, *groups))
    for column in _CHECKED:
        rows = fitting(rows, column, times=4 * WHOLE)
    told = added(rows, groups, *_CHECKED).with_columns(checked=nw.col("consistent") + nw.col("inconsistent"))
    answer = told.select(
        *groups, *_CHECKED, "checked", hundredths("inconsistent", "checked").alias("hundredths")
    )
    return closed(answer, checks, groups)


def repeated(observations: F, stage: Stage | str) -> F:
    """Name the communities of which several documents print a stage for one year.

    Adding them may count the same money twice: a plan beside the report on it, nine months beside the year.

    >>> from localgender.exchange.frames.country import country
    >>> from localgender.model.funding import FundingPeriod
    >>> from localgender.model.plan import Measure, Plan
    >>> from localgender.values.money import Money
    >>> plan = Plan(community="Зоря", goals=[Measure("1", funding=FundingPeriod(2023, planned=Money(5)))])
    >>> repeated(country([plan, plan], "polars")["observations"], "planned").rows()
    [(None, 'Зоря', None, 2023, 2, 2)]

    Args:
        observations: Table of that name: a frame of polars, lazy or not, pandas, pyarrow, DuckDB or Spark.
        stage: "planned", "allocated" or "disbursed".

    Returns:
        `region`, `community`, `katottg` and `year`, then `documents`, two or more, and `figures`, how many
        amounts they print. Documents that name no community are not told.

    Raises:
        NotationError: A ValueError, for a column that the frame lacks or a word that is no stage.
        MissingExtraError: An ImportError, without narwhals.
    """
    nw = narwhals()
    who = ("region", "community", "katottg", "year")
    rows = stated(opened(observations, ("document", "stage", "stated_total", *who)), stage)
    rows = rows.filter(~nw.col("community").is_null()).with_columns(figures=one())
    each = added(rows, (*who, "document"), "figures").with_columns(documents=one())
    told = added(each, who, "documents", "figures")
    return closed(told.filter(nw.col("documents") > 1), observations, who)
