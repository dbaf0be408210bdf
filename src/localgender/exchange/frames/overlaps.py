"""What would be added up twice: periods of a measure, and documents of a community, that share days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations_with_replacement
from typing import Any

from localgender.exchange.frames.asking import DAYS, MEASURE, added, flag, narwhals
from localgender.exchange.frames.records import part_of
from localgender.values.periods import Period, calendar_day, last_of_month

WHO = ("community", "katottg", "region")
TELLING = ("document", *DAYS, "year", "part", *WHO)
"""Columns that tell whose a figure is, and for which days it speaks."""

TWICE = ("repeated", "unnamed")

_SPAN = (*DAYS, "opens", "closes")
# More than the months of a year, so that one year ends before the next begins.
_YEAR, _EVER = 20, 10**6


def each(*names: Iterable[str]) -> tuple[str, ...]:
    """Return names of several columns, each once."""
    return tuple(dict.fromkeys(name for several in names for name in several))


def by_document(rows: Any, by: Sequence[str], *columns: str) -> Any:
    """Return sums of columns by group, document and days; few rows, of which all the rest is asked."""
    return added(rows, each(by, TELLING), *columns)


def twice(told: Any, by: Sequence[str]) -> dict[str, Any]:
    """Return the groups once for each document that repeats another, and for each that names no community."""
    found = None if "document" in by else _repeating(told, by)
    return {"repeated": found, "unnamed": _unnamed(told, by)}


def _unnamed(told: Any, by: Sequence[str]) -> Any:
    """Return the groups, once for each document that names no community."""
    nw = narwhals()
    return told.filter(nw.col("community").is_null()).select(each(by, ("document",))).unique()


def _repeating(told: Any, by: Sequence[str]) -> Any:
    """Return the groups, once for each document that shares days with another of its community there."""
    nw = narwhals()
    spans = _spanned(told)
    pairs = _pairs(spans.select("document", *WHO, *_SPAN).unique())
    if not by:
        return pairs.select("document").unique()
    # Texts join on every engine, also those that stand for silence; what they hide is told apart below.
    joined = {f"group_{name}": nw.col(name).cast(nw.String).fill_null("") for name in by}
    asked = spans.with_columns(**joined).select(each(by, ("document",), _SPAN, joined))
    found = asked.join(pairs, on="document").join(
        _renamed(asked), left_on=["other", *joined], right_on=["other_document", *map(_other, joined)]
    )
    for name in by:
        found = found.filter(_same(name))
    return found.filter(_sharing_days()).select(each(by, ("document",))).unique()


def _pairs(documents: Any) -> Any:
    """Return documents with others of their community that share some of their days."""
    nw = narwhals()
    col = nw.col
    # A code is known or not, so a community is looked for both by its name and by its code.
    named = nw.concat([
        documents.filter(~col(name).is_null()).with_columns(who=col(name))
        for name in ("community", "katottg")
    ])  # fmt: skip
    found = named.join(_renamed(named), left_on="who", right_on="other_who")
    found = found.filter(col("document") != col("other_document"))
    coded = ~col("katottg").is_null() & ~col("other_katottg").is_null()
    placed = ~col("region").is_null() & ~col("other_region").is_null()
    alike = (
        nw.when(coded)
        .then(_equal("katottg", "other_katottg"))
        .otherwise(~placed | _equal("region", "other_region"))
    )
    return found.filter(alike & _sharing_days()).select("document", other=col("other_document")).unique()


def _spanned(told: Any) -> Any:
    """Add the months a figure speaks for: its year where no part is told, all time where no year is."""
    nw = narwhals()
    year, part = nw.col("year") * _YEAR, nw.col("part")
    opens, closes = nw.lit(0), nw.lit(_YEAR - 1)
    for month in range(1, 13):
        begun = [name for name, (first, _) in _parts().items() if first == month]
        ended = [name for name, (_, last) in _parts().items() if last == month]
        opens = opens + flag(part.is_in(begun)) * month
        closes = closes - flag(part.is_in(ended)) * (_YEAR - 1 - month)
    known = ~nw.col("year").is_null()
    return told.with_columns(
        opens=nw.when(known).then(year + opens).otherwise(nw.lit(0)),
        closes=nw.when(known).then(year + closes).otherwise(nw.lit(_EVER)),
    )


@cache
def _parts() -> dict[str, tuple[int, int]]:
    """Return the first and the last month of every part of a year that has a name."""
    months = combinations_with_replacement(range(1, 13), 2)
    named = {part_of(Period(calendar_day(1, a, 1), last_of_month(1, b))): (a, b) for a, b in months}
    return {name: span for name, span in named.items() if name is not None}


def _sharing_days() -> Any:
    nw = narwhals()
    dated = ~nw.col("first_day").is_null() & ~nw.col("other_first_day").is_null()
    return nw.when(dated).then(_meet(*DAYS).fill_null(value=False)).otherwise(_meet("opens", "closes"))


def _meet(first: str, last: str) -> Any:
    nw = narwhals()
    return (nw.col(first) <= nw.col(_other(last))) & (nw.col(_other(first)) <= nw.col(last))


def _other(name: str) -> str:
    return f"other_{name}"


def _renamed(rows: Any) -> Any:
    # Engines differ in how they rename what both sides of a join call alike.
    return rows.select([narwhals().col(name).alias(_other(name)) for name in rows.collect_schema().names()])


def _equal(name: str, other: str) -> Any:
    nw = narwhals()
    return (nw.col(name) == nw.col(other)).fill_null(value=False)


def _same(name: str) -> Any:
    """Tell whether both sides of a join say the same, silence being equal to silence."""
    nw = narwhals()
    return _equal(name, _other(name)) | (nw.col(name).is_null() & nw.col(_other(name)).is_null())


def odd() -> Any:
    """Tell which figures to compare with the others of their measure.

    Of two periods that overlap unequally one is not that of the report; in a plan one is no whole year.
    """
    nw = narwhals()
    in_plan = ~(nw.col("part") == "year").fill_null(value=False)
    in_report = nw.col("period") != nw.col("report_period")
    found = nw.when(nw.col("report_period").is_null()).then(in_plan).otherwise(in_report)
    return found.fill_null(value=False)


def mixing(rows: Any, by: Sequence[str]) -> Any:
    """Return the groups, some of them repeatedly, of which a measure states periods that overlap unequally.

    A figure without a period is taken to overlap with none.
    """
    nw = narwhals()
    columns = each(MEASURE, DAYS, by)
    dated = rows.filter(~nw.col("first_day").is_null())
    other = _renamed(dated.select(columns))
    pairs = dated.filter(odd()).select(columns).join(
        other, left_on=list(MEASURE), right_on=list(map(_other, MEASURE))
    )  # fmt: skip
    differ = (nw.col("first_day") != nw.col("other_first_day")) | (
        nw.col("last_day") != nw.col("other_last_day")
    )
    pairs = pairs.filter(_meet(*DAYS) & differ)
    for name in by:
        if name not in MEASURE:
            pairs = pairs.filter(_same(name))
    return pairs.select(columns)


def marked(sums: Any, by: Sequence[str], columns: Sequence[str], **marks: Any) -> Any:
    """Return sums by group with a column for each mark: how often its frame names the group."""
    nw = narwhals()

    def counted(frame: Any, summed: Iterable[str], mark: str | None) -> Any:
        zeros = [nw.lit(0).cast(nw.Int64).alias(name) for name in columns if name not in summed]
        flags = [nw.lit(int(name == mark)).cast(nw.Int64).alias(name) for name in marks]
        return frame.with_columns(*zeros, *flags).select(*by, *columns, *marks)

    # Null groups do not join, so marks are laid beside the sums, and grouped with them.
    beside = [counted(frame, (), mark) for mark, frame in marks.items() if frame is not None]
    return added(nw.concat([counted(sums, columns, None), *beside]), by, *columns, *marks)
