"""Pictures on the page, each with its words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from localgender.errors import MissingExtraError
from localgender.model.funding import Stage
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of, totals_by
from localgender.showing import plots
from localgender.showing.catalogue import Said
from localgender.showing.contents import own_goals
from localgender.showing.page.asked import Asked
from localgender.showing.page.elements import Html, tag
from localgender.showing.plots.plot import Plot

# Narrow enough for a telephone; a desk shows three side by side, a sheet of paper two.
_WIDTH = 360
_COLUMNS = "columns:20rem;column-gap:1.5rem"
_FIGURE = "margin:0 0 1.5rem;break-inside:avoid"
# Within a page the names of the languages of markup go without saying, and it names no address.
_NAMESPACES = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_MISSING = Said("Pictures are drawn where the extra “plot” is installed.")


def pictures(asked: Asked, language: str) -> Html | None:
    """Draw money and terms, of a report also statuses and percents; None when nothing can be drawn."""
    drawn = [plot for plot in _plots(asked, language) if not plot.empty]
    try:
        figures = [tag("figure", _inline(plot), style=_FIGURE) for plot in drawn]
    except MissingExtraError:
        return tag("p", _MISSING.said(language))
    return tag("div", figures, style=_COLUMNS) if figures else None


def _plots(asked: Asked, language: str) -> Iterator[Plot]:
    value = asked.reading.value
    by_goal = bool(own_goals(plan_of(value)))
    if by_goal:
        yield plots.money_by_goal(value, language=language, width=_WIDTH)
    if not by_goal or len(totals_by(value, "year", Stage.PLANNED)) > 1:
        yield plots.money_by_year(value, language=language, width=_WIDTH)
    if isinstance(value, Report):
        yield plots.status_map(asked.statuses, language=language, width=_WIDTH)
        yield plots.percent_bases(value, language=language, width=_WIDTH)
    else:
        yield plots.executors(value, language=language, width=_WIDTH)
    yield plots.timeline(value, language=language, width=_WIDTH)


def _inline(plot: Plot) -> Html:
    return Html(plot.svg().replace(_NAMESPACES, "", 1).strip())
