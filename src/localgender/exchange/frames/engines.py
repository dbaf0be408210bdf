"""Columns of words, whole numbers, days and truths as a frame of an engine that is installed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from localgender.errors import FrameOverflowError, MissingExtraError
from localgender.values.words import one_of

BACKENDS = ("pandas", "polars", "pyarrow")

_MOST = 2**63 - 1


def framed(columns: Mapping[str, list[Any]], kinds: Mapping[str, str], backend: str | None = None) -> Any:
    """Lay columns out as a frame; the kinds are "text", "whole", "day" and "truth".

    >>> framed({"year": [2023, None]}, {"year": "whole"}, "polars")["year"].to_list()
    [2023, None]

    Args:
        columns: Name → cells; None is silence.
        kinds: Name → kind of its cells, in the order of the frame.
        backend: "pandas", "polars" or "pyarrow"; when left out the first of these that is installed.

    Raises:
        MissingExtraError: An ImportError, when no engine is installed, or narwhals is not, which
            all but pandas need.
        FrameOverflowError: An OverflowError, when the numbers of a column do not add up within 64 bits.
        NotationError: A ValueError, for the name of another engine.
    """
    for name, kind in kinds.items():
        if kind == "whole":
            _check_size(name, columns[name])
    engine = _installed() if backend is None else one_of(backend, BACKENDS)
    return _by_pandas(columns, kinds) if engine == "pandas" else _by_narwhals(columns, kinds, engine)


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


def _by_narwhals(columns: Mapping[str, list[Any]], kinds: Mapping[str, str], engine: Any) -> Any:
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError("a data frame", "frame") from None
    types = {"text": nw.String(), "whole": nw.Int64(), "day": nw.Date(), "truth": nw.Boolean()}
    schema = nw.Schema({name: types[kind] for name, kind in kinds.items()})
    return nw.from_dict({name: columns[name] for name in kinds}, schema, backend=engine).to_native()


def _by_pandas(columns: Mapping[str, list[Any]], kinds: Mapping[str, str]) -> Any:
    # Without nullable types pandas would make floats of whole numbers beside silence.
    types = {"text": "string", "whole": "Int64", "day": "datetime64[s]", "truth": "boolean"}
    pandas = import_module("pandas")
    return pandas.DataFrame({name: pandas.array(columns[name], types[kind]) for name, kind in kinds.items()})
