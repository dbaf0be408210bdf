"""Statistics as SDMX-CSV 2.0, which statistical offices exchange and every SDMX library loads."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from localgender.documents.readers.delimited import RISKY
from localgender.errors import SerializationError
from localgender.model.statistics import (
    ALL_PLACES,
    Absence,
    Locality,
    Nature,
    Sex,
    Statistics,
)
from localgender.values.ages import Ages
from localgender.values.counts import Bound
from localgender.values.periods import Period, as_period, last_of_month

STRUCTURE = "LOCALGENDER:STATISTICS(1.0)"
"""Agency, name and version of the data structure that the columns follow."""

DIMENSIONS = ("INDICATOR", "REF_AREA", "SEX", "AGE", "URBANISATION", "NATURE", "TIME_PERIOD")
ATTRIBUTES = (
    "UNIT_MEASURE",
    "OBS_STATUS",
    "CONF_STATUS",
    "BOUND",
    "ABSENCE",
    "INDICATOR_NAME",
    "INDICATOR_PART_OF",
)
_HEADER = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)

# Cross-domain code lists of SDMX: _T is everybody, _U is not recorded, _Z says that nothing is told apart.
_SILENT, _TOTAL = "_Z", "_T"
_SEX = {Sex.FEMALE: "F", Sex.MALE: "M", Sex.UNSPECIFIED: "_U", Sex.TOTAL: _TOTAL, None: _SILENT}
_URBANISATION = {Locality.URBAN: "U", Locality.RURAL: "R", Locality.TOTAL: _TOTAL, None: _SILENT}
_NATURE = {Nature.MEASURED: "A", Nature.TARGET: "T"}
_ABSENCE = {
    Absence.NOT_OCCURRED: "O",
    Absence.NOT_AVAILABLE: "O",
    Absence.NOT_APPLICABLE: "M",
    Absence.SUPPRESSED: "Q",
    None: "O",
}
_RISKY = re.compile(RISKY)


def sdmx_csv(statistics: Statistics) -> str:
    r"""Write statistics as SDMX-CSV 2.0.

    >>> from localgender.model.statistics import Observation
    >>> told = Statistics(observations=[Observation("Звернення", "2024-9m", 97, sex="female")])
    >>> print(sdmx_csv(told).splitlines()[1])
    dataflow,LOCALGENDER:STATISTICS(1.0),I,I1,_Z,F,_Z,_Z,A,2024-01-01/P9M,97,,A,F,exact,,Звернення,

    Args:
        statistics: Figures, each with its period.

    Returns:
        Text with a header, lines ended as RFC 4180 has it. An indicator is coded by its number in the
        statistics (I1, I2, …) and named beside; a silent axis is `_Z`, everybody `_T`. A number that is only
        bounded has the status of an estimate; one that is hidden or missing has no value, and `ABSENCE` says
        what stands instead. No text begins as a formula would.

    Raises:
        SerializationError: For figures without a period, and for two different figures under one key.
    """
    rows = list(_rows(statistics))
    _check(statistics, rows)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_HEADER)
    writer.writerows(dict.fromkeys(tuple(_inert(cell) for cell in row) for row in rows))
    return file.getvalue()


def _rows(statistics: Statistics) -> Iterator[tuple[str, ...]]:
    numbers = {each: number for number, each in enumerate(statistics.indicators, 1)}
    area = statistics.community.katottg if statistics.community else None
    for figure in statistics.observations:
        of, value = figure.indicator, figure.value
        bound = value.bound if value is not None else None
        whole = numbers.get(of.part_of) if of.part_of else None
        yield (
            "dataflow",
            STRUCTURE,
            "I",
            f"I{numbers[of]}",
            _area(figure.place, area),
            _SEX[figure.sex],
            age_code(figure.age),
            _URBANISATION[figure.locality],
            _NATURE[figure.nature],
            time_period(figure.period) if figure.period else "",
            "" if value is None else str(value),
            of.unit or "",
            _ABSENCE[figure.absence] if value is None else "A" if bound is Bound.EXACT else "E",
            "C" if figure.absence is Absence.SUPPRESSED else "F",
            bound or "",
            figure.absence or "",
            of.name,
            "" if of.part_of is None else f"I{whole}" if whole else of.part_of.name,
        )


def _area(place: str | None, katottg: str | None) -> str:
    if place == ALL_PLACES:
        return _TOTAL
    return place or katottg or _SILENT


def age_code(ages: Ages | None) -> str:
    """Return the code of a group of ages.

    >>> age_code(Ages(15, 70)), age_code(Ages(65)), age_code(Ages(7, 7)), age_code(Ages()), age_code(None)
    ('Y15T70', 'Y_GE65', 'Y7', '_T', '_Z')
    """
    if ages is None:
        return _SILENT
    if ages.is_all:
        return _TOTAL
    if ages.last is None:
        return f"Y_GE{ages.first}"
    return f"Y{ages.first}" if ages.first == ages.last else f"Y{ages.first}T{ages.last}"


def time_period(period: Period | str | int) -> str:
    """Return a period as SDMX writes it: a year, a quarter, a half, a month, a day, or a start and a length.

    >>> [time_period(each) for each in ("2023", "2024-q1", "2024-h2", "2024-03", "2024-9m", "2022-2024")]
    ['2023', '2024-Q1', '2024-S2', '2024-03', '2024-01-01/P9M', '2022-01-01/P3Y']
    >>> time_period("2024-01-01..2024-01-01"), time_period("2024-11-25..2024-12-10")
    ('2024-01-01', '2024-11-25/P16D')
    """
    period = as_period(period)
    first, last = period.first, period.last
    if first == last:
        return first.isoformat()
    if period.is_years:
        length = last.year - first.year + 1
        return f"{first.year:04d}" if length == 1 else f"{first.isoformat()}/P{length}Y"
    if first.day != 1 or last != last_of_month(last.year, last.month):
        return f"{first.isoformat()}/P{(last - first).days + 1}D"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    letter = {1: "", 3: "Q", 6: "S"}.get(months)
    if letter is None or (first.month - 1) % months:
        return f"{first.isoformat()}/P{months}M"
    number = f"{first.month:02d}" if months == 1 else str((first.month - 1) // months + 1)
    return f"{first.year:04d}-{letter}{number}"


def _check(statistics: Statistics, rows: list[tuple[str, ...]]) -> None:
    """Refuse what has no key, or the key of another figure."""
    problems, seen = [], dict[Any, tuple[str, ...]]()
    for where, row in zip(statistics.by_ref, rows, strict=True):
        if not row[_HEADER.index("TIME_PERIOD")]:
            problems.append((str(where), "tells no period, which SDMX asks of every observation"))
        key = row[: _HEADER.index("OBS_VALUE")]
        if seen.setdefault(key, row) != row:
            problems.append((str(where), "differs from another figure of the same key"))
    if problems:
        raise SerializationError(problems)


def _inert(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; numbers stay numbers."""
    return f"'{text}" if _RISKY.match(text) and not re.fullmatch(r"-?[0-9.]+", text) else text
