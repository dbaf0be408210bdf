"""Every row of the table of facts: asked of the published documents and of the samples, it gives its answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import localgender as lg
from paths import ROOT, plan_sources, prose_sources, report_sources

# What each name of the table stands for: how it is read, and from where.
VALUES: dict[str, tuple[Callable[[Any], lg.Reading[Any]], list[Any]]] = {
    "report": (lg.read_report, report_sources()),
    "plan": (lg.read_plan, plan_sources()),
    "odesa": (lg.read_council, prose_sources("000_")),
    "figures": (lg.read_statistics, prose_sources("000_")),
    "unit": (lg.read_council, prose_sources("002_")),
    "meeting": (lg.read_council, prose_sources("003_")),
}
ROW = re.compile(
    r"^\| (?P<asked>[^|`]+) \| (?P<where>[^|`]+) \| `(?P<how>[^`|]+)` \| `(?P<answer>[^`|]+)` \|$",
    re.MULTILINE,
)
PAGE = (ROOT / "docs" / "reference" / "facts.md").read_text("utf8")
ROWS = list(ROW.finditer(PAGE))


def name_in(how: str) -> str:
    """Return the value that an expression asks: the first name of the table in it."""
    return next(word for word in re.findall(r"(?<!\.)\b\w+\b", how) if word in VALUES)


@cache
def value(name: str, source: Path) -> Any:
    return VALUES[name][0](source).value


def asked() -> list[Any]:
    return [
        pytest.param(
            row, name_in(row["how"]), *source.values, id=f"{row['asked']} ({source.id})", marks=source.marks
        )
        for row in ROWS
        for source in VALUES[name_in(row["how"])][1]
    ]


@pytest.mark.parametrize(("row", "name", "source"), asked())
def test_a_fact_is_got_from_a_value(row: re.Match[str], name: str, source: Path) -> None:
    got = eval(row["how"], {"lg": lg, name: value(name, source)})
    assert repr(got) == row["answer"]


def test_every_row_of_the_page_is_asked() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and "how it is asked" not in line]
    assert len(ROWS) == len(lines)
    assert {name_in(row["how"]) for row in ROWS} == set(VALUES)
