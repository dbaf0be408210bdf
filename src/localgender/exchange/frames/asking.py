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
_MOST = 2**63 - 1


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
    kinds = {name: str(kind) for name, kind in native.dtypes.items()}
    plain = {name: "Int64" for name, kind in kinds.items() if kind in {"int64", "float64"}}
    # Days as plain objects are not to be compared with silence.
    plain |= {name: "datetime64[s]" for name in DAYS if kinds.get(name) == "object"}
    return narwhals().from_native(native.astype(plain)).lazy()


def closed(frame: Any, like: F, by: Sequence[str]) -> F:
    """Return an answer sorted by its groups, as the kind of frame that was asked."""
    answer = frame.sort(*by, nulls_last=True) if by else frame
    native: F = (answer.collect() if _eager(like) else answer).to_native()
    return native


def held(frame: Any, like: Any) -> Any:
    """Return a frame that is asked several times, worked out once if what was asked is not lazy."""
    return frame.collect().lazy() if _eager(like) else frame


def _eager(native: Any) -> bool:
    nw = narwhals()
    return isinstance(nw.from_native(native), nw.DataFrame)


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
    if not fits(rows, column, times=times)[0]:
        # Halves of 32 bits add up without overflow, however many rows there are.
        size = narwhals().col(column).abs()
        high = size // _HALF
        halves = _counted(rows, high=high.sum(), low=(size - high * _HALF).sum())
        needed = (halves["high"] * _HALF + halves["low"]) * times
        if needed > _MOST:
            raise FrameOverflowError(column, needed)
    return rows


def fits(rows: Any, column: str = "kopiykas", *, times: int = 1, **asked: Any) -> tuple[bool, dict[str, int]]:
    """Tell in one pass whether numbers surely add up within 64 bits, and what else is asked of the rows."""
    size = narwhals().col(column)
    told = _counted(
        rows, least=size.min(), most=size.max(), number=size.count(), sizes=size.abs().sum(), **asked
    )
    # As long as so many of the largest fit, the sum of the sizes did not wrap.
    bound = max(-told["least"], told["most"]) * told["number"]
    return bound <= _MOST and told["sizes"] * times <= _MOST, told


def _counted(rows: Any, **sums: Any) -> dict[str, int]:
    seen = rows.select(*(each.alias(name) for name, each in sums.items())).collect()
    return {name: int(seen[name].fill_null(0)[0]) for name in sums}


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
