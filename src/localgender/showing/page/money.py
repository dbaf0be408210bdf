"""The money of each goal, as a table with bars for the eye."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from localgender.model.funding import Stage
from localgender.questions.aggregate import plan_of, total, totals_by
from localgender.showing import tabulate
from localgender.showing.catalogue import Said
from localgender.showing.figures import unit_for
from localgender.showing.page.asked import Asked, framed, row_head
from localgender.showing.page.elements import Html, tag
from localgender.showing.wording import phrase
from localgender.values.money import Money

_STAGES = {
    Stage.PLANNED: Said("Planned"),
    Stage.ALLOCATED: Said("Allocated"),
    Stage.DISBURSED: Said("Disbursed"),
}


def by_goal(asked: Asked, language: str) -> Html | None:
    """Lay out the money of each goal at every stage the document speaks of; None without money or goals."""
    value = asked.reading.value
    sums = {stage: totals_by(value, "goal", stage) for stage in Stage if total(value, stage) is not None}
    if not sums:
        return None
    titles = tabulate.goal_titles(plan_of(value))
    if titles == {None: None}:
        return None
    stated = [money for each in sums.values() for money in each.values() if money is not None]
    most = max((money.kopiykas for money in stated), default=0)
    shown = partial(phrase, language=language, unit=unit_for(stated))
    codes = list(dict.fromkeys(code for each in sums.values() for code in each))
    names = [
        each.said(language) for each in (Said("Goal"), Said("Title"), *(_STAGES[stage] for stage in sums))
    ]
    body = [
        tag(
            "tr",
            row_head(code),
            tag("td", titles.get(code)),
            [_amount(each.get(code), most, stage, shown) for stage, each in sums.items()],
        )
        for code in codes
    ]
    together = [_amount(total(value, stage), 0, stage, shown) for stage in sums]
    foot = tag("tr", tag("th", Said("Together").said(language), scope="row"), tag("td"), together)
    sides = [None, None, *("figure" for _ in sums)]
    head = tag(
        "tr", [tag("th", each, scope="col", class_=side) for each, side in zip(names, sides, strict=True)]
    )
    parts = [tag("thead", head), tag("tbody", body), tag("tbody", foot, class_="sum")]
    return framed(Said("Money by goal").said(language), parts, "answer money", names, headed=True)


def _amount(money: Money | None, most: int, stage: Stage, shown: Callable[[Money | None], str]) -> Html:
    drawn: Any = None
    if money is not None and most and money.kopiykas > 0:
        share = max(1, (200 * money.kopiykas + most) // (2 * most))
        drawn = tag("span", class_=f"bar {stage}", style=f"width:{share}%", aria_hidden="true")
    return tag("td", shown(money), drawn, class_="figure")
