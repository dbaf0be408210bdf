"""Columns of an invented country, straight from the arithmetic: no value is made for any row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import product
from typing import Any

from attrs import astuple

from localgender.errors import MissingExtraError
from localgender.exchange.frames import TABLES
from localgender.model.funding import Source
from localgender.strategies.invented import papers as told
from localgender.strategies.invented import shape
from localgender.strategies.invented.papers import STAGES, Line, Paper
from localgender.strategies.invented.shape import STEP, Country
from localgender.strategies.invented.words import HABITS, OUTCOMES, PER_GOAL

Rows = list[dict[str, Any]]

LABEL = "Всього"
_LAST_DAYS = ({"year": 12, "9m": 9}, {"year": 31, "9m": 30})
_HEAD = "document kind community katottg region number at on told habit"
_PLAN = "habit nth code measure goal title executors"
_OUTCOME = "outcome delivery funding reported"
_AMOUNT = "outcome on habit part sources level fund differing stage each"
_WHOLE = frozenset("number at nth outcome each".split())


def columns(country: Country, years: Iterable[int] | None = None) -> dict[str, Any]:
    """Lay the reports of a country out as frames of polars, by the million rows.

    They hold what `frames.records` tells of the values of `reports`, in any order of rows.

    >>> frames = columns(Country(communities=2, years=1, measures=3))
    >>> sorted(frames), frames["measures"].height
    (['measures', 'observations'], 9)

    Args:
        country: Of any size.
        years: Which of its years, so that a large one is made piece by piece; all when left out.

    Returns:
        "observations" and "measures", with the columns of `TABLES`.

    Raises:
        MissingExtraError: An ImportError, when polars is not installed.
    """
    chosen = set(told.years_of(country) if years is None else years)
    heads = _framed(_HEAD, [_head(each) for each in told.papers(country) if each.year in chosen])
    rows = _measures(country, heads)
    figures = _figures(rows)
    stated = _stated(country, heads, figures)
    return {
        "observations": _laid("observations", [figures.filter("reported"), stated]),
        "measures": _laid("measures", [rows]),
    }


def document_of(paper: Paper) -> str:
    """Return what tells a report from all others, as the hash of a file's bytes would."""
    country = astuple(paper.country)
    return sha256(repr((*country, paper.community, paper.year, paper.part)).encode()).hexdigest()


def _head(paper: Paper) -> dict[str, Any]:
    nameless = paper.habit == "nameless"
    return {
        "document": document_of(paper),
        "kind": "report",
        "community": None if nameless else shape.name_of(paper.community),
        "katottg": None if nameless else shape.katottg_of(paper.community),
        "region": None if nameless else shape.region_of(paper.community),
        "number": paper.community,
        "at": paper.year,
        "on": paper.part,
        "told": paper.told,
        "habit": paper.habit,
    }


def _measures(country: Country, heads: Any) -> Any:
    """Return every measure of every report, with its outcome and its status."""
    col = _polars().col
    place = country.place(col("number"), col("at"), col("nth"))
    rows = heads.join(_framed(_PLAN, _plan(country.measures)), on="habit")
    rows = rows.with_columns(outcome=country.outcome_number(place), units=country.units(place))
    return _dated(rows.join(_framed(_OUTCOME, _outcomes()), on="outcome"), "told").with_columns(
        report_period="period"
    )


def _figures(rows: Any) -> Any:
    """Return every printed amount of the measures."""
    col, lit = _polars().col, _polars().lit
    rows = rows.join(_framed(_AMOUNT, _amounts()), on=["outcome", "on", "habit"])
    rows = _dated(rows, "part").with_columns(
        kopiykas=col("units") * col("each"), stated_total=lit(value=False)
    )
    return _addressed(rows, "measure", "differing", "stage")


def _stated(country: Country, heads: Any, figures: Any) -> Any:
    """Return what each report claims to be the sum of its rows."""
    col, lit = _polars().col, _polars().lit
    own = figures.filter(col("part").eq_missing(col("told")))
    sums = own.group_by("document", "stage").agg(col("kopiykas").sum()).join(heads, on="document")
    wrong = (col("habit") == "misprinted") & (col("stage") == STAGES[0])
    rows = _dated(sums, "told").with_columns(
        report_period="period",
        part="told",
        measure=lit("total:1"),
        title=lit(LABEL),
        executors=lit(""),
        sources=lit(""),
        kopiykas=col("kopiykas") + wrong.cast(_polars().Int64) * told.misprint(country, "misprinted"),
        stated_total=lit(value=True),
    )
    return _addressed(rows, "measure", "stage")


def _dated(rows: Any, part: str) -> Any:
    """Add what a part of the year is called, and its days; nothing where no period is named."""
    pl = _polars()
    year = pl.when(pl.col(part).is_not_null()).then("at")
    suffix = pl.col(part).replace_strict({"year": "", "9m": "-9m"}, return_dtype=pl.String)
    month, day = (pl.col(part).replace_strict(each, return_dtype=pl.Int64) for each in _LAST_DAYS)
    return rows.with_columns(
        year=year,
        period=year.cast(pl.String) + suffix,
        first_day=pl.date(year, 1, 1),
        last_day=pl.date(year, month, day),
    )


def _addressed(rows: Any, *after: str) -> Any:
    """Add the address of each figure: its measure, then the period and what else is told."""
    pl = _polars()
    words = pl.concat_str(after[0], "period", *after[1:], separator="/", ignore_nulls=True)
    return rows.with_columns(ref=words, step=pl.lit(STEP, pl.Int64))


def _plan(measures: int) -> Rows:
    return [
        {
            "habit": habit,
            "nth": nth,
            "code": (code := shape.code_of(nth, habit)),
            "measure": f"{code}#2" if habit == "repeated" and nth % PER_GOAL % 2 else code,
            "goal": str(nth // PER_GOAL + 1),
            "title": shape.title_of(nth),
            "executors": "; ".join(sorted(shape.executors_of(nth))),
        }
        for habit, nth in product(HABITS, range(measures))
    ]


def _outcomes() -> Rows:
    return [
        {
            "outcome": number,
            "delivery": each.delivery,
            "funding": each.funding,
            "reported": each.reported,
        }
        for number, each in enumerate(OUTCOMES)
    ]


def _amounts() -> Rows:
    """Return what a unit of money makes of every printed amount."""
    return [
        {"outcome": number, "on": on, "habit": habit, **row}
        for (number, outcome), on, habit in product(enumerate(OUTCOMES), told.HALVES, HABITS)
        for lines in [list(told.lines_of(outcome, on, habit, 1))]
        for line in lines
        for row in _stages(line, differing=len({each.sources for each in lines}) > 1)
    ]


def _stages(line: Line, *, differing: bool) -> Iterator[dict[str, Any]]:
    alone = Source.parse(line.sources) if line.sources and "+" not in line.sources else Source()
    for stage, each in zip(STAGES, line.amounts, strict=True):
        if each is not None:
            yield {
                "part": line.part,
                "sources": line.sources,
                "level": alone.level and str(alone.level),
                "fund": alone.fund and str(alone.fund),
                "differing": line.sources if differing else None,
                "stage": stage,
                "each": each,
            }


def _framed(names: str, rows: Rows) -> Any:
    pl = _polars()
    kinds = {name: pl.Int64 if name in _WHOLE else pl.String for name in names.split()}
    return pl.DataFrame(rows, schema=kinds | ({"reported": pl.Boolean} if "reported" in kinds else {}))


def _laid(table: str, parts: Iterable[Any]) -> Any:
    """Put the columns of a table in their order; what a part does not have is silent."""
    pl = _polars()
    types = {"text": pl.String, "whole": pl.Int64, "day": pl.Date, "truth": pl.Boolean}
    kinds = {name: types[kind] for name, kind in TABLES[table].items()}
    silent = [
        {name: pl.lit(None, kind) for name, kind in kinds.items() if name not in part.columns}
        for part in parts
    ]
    return pl.concat(
        part.with_columns(**missing).select(*kinds) for part, missing in zip(parts, silent, strict=True)
    )


def _polars() -> Any:
    try:
        import polars
    except ImportError:
        raise MissingExtraError("columns of a country", "frame") from None
    return polars
