"""How many damaged inputs were tried, by format; the end of a run tells."""

from __future__ import annotations

from collections import Counter

COUNTS: Counter[str] = Counter()


def taken() -> list[tuple[str, object]]:
    """Return the counts since the last time, as properties of a test, which also cross processes."""
    counts = [(f"fuzzed {name}", count) for name, count in COUNTS.items()]
    COUNTS.clear()
    return counts
