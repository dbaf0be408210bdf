"""Figures as lines of text, to be read beside what they were read from."""

from __future__ import annotations

import localgender as lg


def told(reading: lg.Reading[lg.Statistics]) -> list[str]:
    """Return every figure as one line: what, in which unit, part of what, when, how many, of whom."""
    return [line(figure) for figure in reading.value.observations]


def line(figure: lg.Observation) -> str:
    indicator, value = figure.indicator, figure.value
    bound = "" if value is None or value.bound == "exact" else f"{value.bound} "
    parts = [
        indicator.name,
        indicator.unit,
        indicator.kind,
        f"of {indicator.part_of.name}" if indicator.part_of else "",
        figure.period,
        f"{bound}{value}" if value else figure.absence,
        figure.place,
        figure.sex,
        figure.locality,
        figure.age,
        figure.nature if figure.nature == "target" else "",
    ]
    return " | ".join(str(part) for part in parts if part not in (None, ""))
