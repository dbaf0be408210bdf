"""Timing in turns, so that what else a machine does falls on every side alike; and the machine in a line."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any


def alternated(
    sides: Mapping[str, Callable[[], Any]], runs: int = 7, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """Return the median seconds of each side, all run once before, then in turns.

    Args:
        sides: What to run, by name.
        runs: How often.
        clock: Processor time of all threads, which a busy machine does not falsify; what another process
            works out, as that of Spark, takes `time.perf_counter`.
    """
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for run in range(runs + 1):
        for name, side in sides.items():
            began = clock()
            side()
            if run:
                spent[name].append(clock() - began)
    return {name: median(each) for name, each in spent.items()}


def machine(day: str) -> str:
    """Name the interpreter, the cores and the day."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {os.cpu_count()} cores, {platform.machine()}; {day}"
