"""Where documents for tests lie: our own sample, and the collected originals where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "data"
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the collected originals are not beside the checkout"
)


def report_sources() -> list[object]:
    return [
        pytest.param(SAMPLE / "zhytomyr-report-2023.txt", id="sample"),
        pytest.param(_seed("001_"), id="original", marks=needs_shared),
    ]


def plan_sources() -> list[object]:
    return [
        pytest.param(SAMPLE / "zhytomyr-plan-1325.txt", id="sample"),
        pytest.param(_seed("004_"), id="original", marks=needs_shared),
    ]


def prose_sources(prefix: str) -> list[object]:
    return [pytest.param(_seed(prefix), id="original", marks=needs_shared)]


def _seed(prefix: str) -> Path:
    return next(iter((SHARED / "seeds").glob(f"{prefix}*.txt")), SHARED / prefix)
