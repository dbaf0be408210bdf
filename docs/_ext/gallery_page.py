"""The page of pictures, each drawn at the build from the bundled documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import localgender as lg

_DATA = Path(__file__).parents[2] / "examples" / "data"
_FILES = {"report": "zhytomyr-report-2023.txt", "plan": "zhytomyr-plan-1325.txt"}
_HEAD = """# Pictures

Every function takes a report, a plan or a reading of one, `language` ("uk" or "en") and `width` in pixels. It
returns a {py:class}`~localgender.Plot`: the sentence below each picture is its `summary`, and its `table`
holds the exact figures, also those that a picture of many measures leaves out.

`report` and `plan` are the two bundled documents, as
[Draw a plan and a report](../how-to/draw.md) reads them.
"""
# What is drawn of which document, and what is good to know of it.
_PICTURES = {
    "money_by_goal": (
        "report",
        "A stage that is silent says so in words; a bar without length is a printed zero. Of more than "
        "25 goals the last stand together.",
    ),
    "money_by_year": (
        "report",
        "One group for each period as printed: nine months and the year around them are never added.",
    ),
    "status_map": (
        "report",
        "The column tells the delivery, the row the funding. Of more than 400 measures each cell "
        "tells how many.",
    ),
    "percent_bases": (
        "report",
        "The bar is the printed percent. A full sign is a base that gives it, a hollow one a base that does "
        "not. Claims that are alike share a track.",
    ),
    "coverage": (
        "plan",
        "With the name of a code list, such as `charter-2006`, its codes are drawn; without it what the "
        "plan itself carries.",
    ),
    "executors": (
        "report",
        "A measure counts for each executor who shares it. The thirty with the most measures are drawn.",
    ),
    "timeline": (
        "report",
        "Lighter bars come round every so often; dashed ones have an open start or last as long as the plan. "
        "More than a hundred measures stand together by term.",
    ),
}


def pages() -> dict[str, str]:
    """Return the page and its pictures by their path below the reference."""
    drawn = {name: _drawn(name) for name in _PICTURES}
    entries = [_entry(name, plot) for name, plot in drawn.items()]
    return {
        "pictures.md": "\n".join([_HEAD, *entries]),
        **{f"gallery/{name}.svg": plot.svg() for name, plot in drawn.items()},
    }


@cache
def _drawn(name: str) -> lg.Plot:
    document, _ = _PICTURES[name]
    plot: lg.Plot = getattr(lg.plots, name)(lg.read(_DATA / _FILES[document]), language="en")
    return plot


def _entry(name: str, plot: lg.Plot) -> str:
    document, notes = _PICTURES[name]
    call = f'```text\nlg.plots.{name}({document}, language="en")\n```'
    picture = f"```{{image}} gallery/{name}.svg\n:alt: {plot.title}\n```"
    return f"## {name}\n\n{call}\n\n{notes}\n\n{picture}\n\n> {plot.summary}\n"
