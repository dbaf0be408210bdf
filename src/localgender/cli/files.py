"""From the names of a call to readings: patterns, standard input, the name that was probably meant."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from glob import glob
from pathlib import Path
from typing import Any

from localgender.cli.mistakes import WrongCallError
from localgender.cli.records import Options
from localgender.cli.streams import RefusedFileError, shown
from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Layout
from localgender.documents.reading import Reading
from localgender.errors import LayoutError, LocalGenderError, NoMeasuresError
from localgender.intake import (
    read,
    read_council,
    read_layout,
    read_plan,
    read_plan_or_report,
    read_report,
    read_statistics,
    scan,
)
from localgender.model.mechanism import Mechanism
from localgender.model.statistics import Statistics
from localgender.questions.measured import measured
from localgender.showing.catalogue import Said
from localgender.showing.progress import waiting
from localgender.values.words import likely


def _council(source: Any, **_: Any) -> Reading[Mechanism]:
    # Prose has no layout.
    return read_council(source)


def _statistics(source: Any, **_: Any) -> Reading[Statistics]:
    # Its tables are read by the words of their heads alone.
    return read_statistics(source)


def _measured(source: Any, *, layouts: tuple[Layout, ...]) -> Reading[Any]:
    """Read a plan or a report; of what is neither, say what it is where its words tell."""
    document = scan(source)
    try:
        return read_plan_or_report(document, layouts=layouts)
    except LayoutError as error:
        try:
            return measured(read(document, layouts=layouts))
        except NoMeasuresError as other:
            raise NoMeasuresError(other.kind, error) from None


_READERS: dict[str | None, Callable[..., Reading[Any]]] = {
    None: _measured,
    "any": read,
    "report": read_report,
    "plan": read_plan,
    "council": _council,
    "statistics": _statistics,
}


def expanded(names: Iterable[str]) -> tuple[str, ...]:
    """Replace patterns by the files they match, sorted; each file stands once.

    Some shells hand `*.docx` over as it is. A pattern that matches nothing stays, and is refused as a file.
    """
    return tuple(dict.fromkeys(each for name in names for each in _matching(name)))


def _matching(name: str) -> list[str]:
    if not set("*?[") & set(name) or os.path.lexists(name):
        return [name]
    found = glob(name, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    return sorted(each for each in found if Path(each).is_file()) or [name]


def layouts_of(options: Options) -> tuple[Layout, ...]:
    """Return the layouts to read with.

    Raises:
        RefusedFileError: When the file of a layout cannot be read.
    """
    if (layout := getattr(options, "layout", None)) is None:
        return LAYOUTS
    try:
        return (read_layout(layout),)
    except (LocalGenderError, OSError) as error:
        raise RefusedFileError(layout, error, _nearest(layout, error)) from None


def opened(name: str, options: Options, *, layouts: tuple[Layout, ...], turn: str = "") -> Reading[Any]:
    """Read one document.

    Args:
        name: Path, or - for standard input.
        options: Of the call.
        layouts: Families of tables to try.
        turn: Which of how many it is; a terminal is told so at once.

    Raises:
        RefusedFileError: When it cannot be read.
    """
    if name == "-" and sys.stdin is None:
        raise RefusedFileError(name, WrongCallError(Said("standard input is closed")))
    source = sys.stdin.buffer if name == "-" else name
    patience = {"patience": 0.0} if turn else {}
    try:
        with waiting(f"{turn}{shown(Path(name).name)}", sys.stderr, **patience):
            return _READERS[options.kind](source, layouts=layouts)
    except (LocalGenderError, OSError) as error:
        raise RefusedFileError(name, error, _nearest(name, error)) from None


def _nearest(name: str, error: Exception) -> str | None:
    """Find the file beside a missing one whose name is most like it."""
    if not isinstance(error, FileNotFoundError):
        return None
    path = Path(name)
    try:
        beside = {each.stem: each.name for each in sorted(path.parent.iterdir())}
    except OSError:
        return None
    # Without their suffix, which would make any two names alike.
    close = likely(path.stem, beside)
    return None if close is None else str(path.with_name(beside[close]))
