"""Profiles of hypothesis: as many examples as fit into the time of a run; and how many damaged inputs were tried."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "docs" / "_ext"))

import fuzzed

# The same examples at every run, so that a change is judged by what it changed; "thorough" looks for new ones.
settings.register_profile(
    "ci", deadline=None, max_examples=100, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_runtest_teardown(item: pytest.Item) -> None:
    item.user_properties += fuzzed.taken()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "teardown":
                for name, count in report.user_properties:
                    if name.startswith("fuzzed "):
                        counts[name.removeprefix("fuzzed ")] += count
    if counts:
        terminalreporter.section("damaged inputs tried")
        terminalreporter.line(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
