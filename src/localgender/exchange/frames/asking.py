"""What every question of a frame needs: its columns, sums that are exact, and days that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from localgender.errors import FrameOverflowError, MissingExtraError
from localgender.model.funding import Stage
from localgender.values.words import one_of

F = TypeVar("F")

MEASURE = ("document", "measure")
DAYS = ("first_day", "last_day")

# Hundredths of a percent in a whole, and how many times a sum has to fit to be told in them.
WHOLE = 10_000
ROOM = WHOLE + 2

_HALF = 2**32


def narwhals() -> Any:
    """Return the library in which questions are written."""
    try:
        import narwhals
    except ImportError:
        raise MissingExtraError("a question of a data frame", "frame") from None
    return narwhals


def opened(native: Any, columns: Iterable[str]) -> Any:
    """Return the columns that a question needs, each once, as a lazy frame.

    Raises:
        NotationError: For a column that the frame does not have, with the nearest it has.
        TypeError: For anything but a frame.
    """
    frame = narwhals().from_native(native)
    known = tuple(frame.collect_schema().names())
    chosen = frame.select([one_of(name, known) for name in dict.fromkeys(columns)])
    return _with_silence(_counting(chosen))


def _counting(frame: Any) -> Any:
    # What the names of folders tell, pandas and pyarrow hold as a category, with which nothing is counted.
    nw = narwhals()
    if frame.collect_schema().get("year") != nw.Categorical:
        return frame
    return frame.with_columns(nw.col("year").cast(nw.Int64))


def _with_silence(frame: Any) -> Any:
    # Whole numbers of NumPy cannot be silent: pandas would make floats of them beside a null.
    native = frame.to_native()
    if not hasattr(native, "astype"):
        return frame.lazy()
    plain = {name: "Int64" for name, kind in native.dtypes.items() if str(kind) in {"int64", "float64"}}
    return narwhals().from_native(native.astype(plain)).lazy()


def closed(frame: Any, like: F, by: Sequence[str]) -> F:
    """Return an answer sorted by its groups, as the kind of frame that was asked."""
    nw = narwhals()
    answer = frame.sort(*by, nulls_last=True) if by else frame
    eager = isinstance(nw.from_native(like), nw.DataFrame)
    native: F = (answer.collect() if eager else answer).to_native()
    return native


def grouping(by: str | Iterable[str]) -> tuple[str, ...]:
    """Accept the name of one column, or several, each once."""
    return (by,) if isinstance(by, str) else tuple(dict.fromkeys(by))


def stated(rows: Any, *stages: Stage | str) -> Any:
    """Return the figures of stages, without stated totals."""
    nw = narwhals()
    wanted = [str(one_of(stage, tuple(Stage))) for stage in stages]
    # Truths that pandas holds as objects have no opposite: there ~True is -2, which is true.
    return rows.filter(nw.col("stage").is_in(wanted) & (nw.col("stated_total") == nw.lit(value=False)))


def fitting(rows: Any, column: str = "kopiykas", *, times: int = 1) -> Any:
    """Return rows whose numbers add up within 64 bits, however they are grouped, also taken some times.

    Raises:
        FrameOverflowError: An OverflowError, when they may not; lazy frames too are looked through at once.
    """
    _look(rows, column, times)
    return rows


def fitting_figures(rows: Any, *, times: int = 1) -> tuple[Any, bool]:
    """Return figures as `fitting` does, and whether periods of any measure may overlap unequally."""
    return rows, _look(rows, "kopiykas", times, odd=flag(_odd()))["odd"] > 0


def _look(rows: Any, column: str, times: int, **counted: Any) -> dict[str, int]:
    """Add up what is counted, in one pass with the check that numbers fit."""
    nw = narwhals()
    size = nw.col(column).abs()
    # Halves of 32 bits add up without overflow, however many rows there are.
    high = size // _HALF
    sums = {"high": high, "low": size - high * _HALF, **counted}
    seen = rows.select(*(each.sum().alias(name) for name, each in sums.items())).collect()
    told = {name: int(seen[name][0] or 0) for name in sums}
    needed = (told["high"] * _HALF + told["low"]) * times
    if needed >= 2**63:
        raise FrameOverflowError(column, needed)
    return told


def added(rows: Any, by: Sequence[str], *columns: str) -> Any:
    """Return sums of columns by group, null a group of its own; without groups one row, also of no rows."""
    nw = narwhals()
    sums = [nw.col(name).sum() for name in columns]
    told = rows.group_by(*by).agg(*sums) if by else rows.select(*sums)
    # An engine adds nothing up to null, another widens the sum; both are 64 bits and zero here.
    return _with_silence(told.with_columns(nw.col(*columns).cast(nw.Int64).fill_null(0)))


def one() -> Any:
    """Return a 1 for every row, to be counted."""
    return narwhals().lit(1).cast(narwhals().Int64)


def nothing() -> Any:
    """Return a 0 for every row, of 64 bits as all sums are."""
    return narwhals().lit(0).cast(narwhals().Int64)


def flag(condition: Any) -> Any:
    """Return 1 where a condition holds, else 0, to be added up."""
    return narwhals().when(condition).then(one()).otherwise(nothing())


def mixing(rows: Any, by: Sequence[str]) -> Any:
    """Return the groups, some of them repeatedly, of which a measure states periods that overlap unequally.

    A figure without a period is taken to overlap with none.
    """
    nw = narwhals()
    columns = list(dict.fromkeys((*MEASURE, *DAYS, *by)))
    dated = rows.filter(~nw.col("first_day").is_null())
    odd = dated.filter(_odd()).select(columns)
    # Each under a name of its own, for engines differ in how they rename what both sides call alike.
    other = rows.filter(~nw.col("first_day").is_null()).select(
        [nw.col(name).alias(f"other_{name}") for name in columns]
    )
    pairs = odd.join(other, left_on=list(MEASURE), right_on=[f"other_{name}" for name in MEASURE])
    meet = (nw.col("first_day") <= nw.col("other_last_day")) & (
        nw.col("other_first_day") <= nw.col("last_day")
    )
    differ = (nw.col("first_day") != nw.col("other_first_day")) | (
        nw.col("last_day") != nw.col("other_last_day")
    )
    pairs = pairs.filter(meet & differ)
    for name in by:
        if name not in MEASURE:
            pairs = pairs.filter(_same(nw.col(name), nw.col(f"other_{name}")))
    return pairs.select(columns)


def _odd() -> Any:
    """Tell which figures to compare with the others of their measure.

    Of two periods that overlap unequally one is not that of the report; in a plan one is no whole year.
    """
    nw = narwhals()
    in_plan = ~(nw.col("part") == "year").fill_null(value=False)
    in_report = nw.col("period") != nw.col("report_period")
    odd = nw.when(nw.col("report_period").is_null()).then(in_plan).otherwise(in_report)
    return odd.fill_null(value=False)


def _same(one: Any, other: Any) -> Any:
    return (one == other).fill_null(value=False) | (one.is_null() & other.is_null())


def hundredths(part: str, of: str) -> Any:
    """Return a share in hundredths of a percent, rounded half up, away from zero; null of a whole of zero.

    Exact for sums that are `fitting` as many times as `ROOM` says.
    """
    nw = narwhals()
    # Engines differ in dividing by zero, and in the sign of what is left over.
    base = nw.when(nw.col(of) != 0).then(nw.col(of)).otherwise(nw.lit(1)).cast(nw.Int64).abs()
    scaled = nw.col(part).abs() * WHOLE
    # An engine that divides by way of floats misses above 53 bits; what it left is divided once more.
    guess = (scaled // base).cast(nw.Int64)
    guess = guess + ((scaled - guess * base) // base).cast(nw.Int64)
    left = scaled - guess * base
    exact = guess + flag(left >= base) - flag(left < 0)
    rounded = exact + flag((scaled - exact * base) * 2 >= base)
    sign = flag((nw.col(part) < 0) == (nw.col(of) < 0)) * 2 - 1
    return nw.when(nw.col(of) != 0).then(rounded * sign)
