"""Every measure with its money, its status on both axes, and the words that decided."""

from __future__ import annotations

from collections.abc import Iterable

from localgender.model.plan import Measure
from localgender.questions.aggregate import plan_of
from localgender.questions.status import Delivery, Status, StatusReason
from localgender.questions.status.money import Funding
from localgender.showing import tabulate
from localgender.showing.catalogue import Said
from localgender.showing.names import name
from localgender.showing.page.asked import Asked, framed
from localgender.showing.page.elements import Html, Part, joined, shown, tag
from localgender.showing.tables import in_words
from localgender.showing.wording import phrase
from localgender.values.places import Place

_FIGURES = ("planned", "allocated", "disbursed", "percent")


def measures(asked: Asked, language: str) -> Html:
    """Lay out every measure with its money, its status on both axes, and the words that decided."""
    plan = plan_of(asked.reading.value)
    figures = in_words(tabulate.measures(asked.reading.value, columns=_FIGURES), language)
    rows = figures.rows or ((),) * len(plan.measures)
    words = [Said("Number"), Said("Measure"), None, Said("Status"), Said("Findings")]
    names = [each for word in words for each in ([word.said(language)] if word else figures.names)]
    numbers = _by_measure(asked)
    body = [
        _row(
            names,
            [
                tag("th", str(measure.code or ""), scope="row"),
                tag("td", _described(measure, language)),
                *(tag("td", figure, class_="figure") for figure in row),
                tag("td", _status(asked.statuses[where], language)),
                tag("td", _links(numbers.get(str(where), ()), language)),
            ],
        )
        for (where, measure, _), row in zip(plan.placed, rows, strict=True)
    ]
    head = tag("tr", [tag("th", each, scope="col") for each in names])
    return framed(Said("Measures").said(language), head, body, "answer measures")


def _row(names: list[str], cells: list[Html]) -> Html:
    # On a narrow screen a row is a card, and each cell bears the name of its column.
    named = [
        Html(cell.text.replace(">", f' data-name="{shown(name)}">', 1))
        for name, cell in zip(names, cells, strict=True)
    ]
    return tag("tr", named)


def _described(measure: Measure, language: str) -> Html:
    executors = "; ".join(each.executor.name for each in measure.involvements)
    term = phrase(measure.term, language) if measure.term else None
    details = " · ".join(filter(None, [term, executors]))
    return joined(measure.title or "", tag("div", details, class_="detail") if details else None)


def _status(status: Status, language: str) -> Html:
    # The figures that decided stand in the same row.
    reasons = [tag("li", _reason(each, language)) for each in status.reasons if not each.figures]
    chips = joined(
        _chip(status.delivery, "delivery", language), " ", _chip(status.funding, "funding", language)
    )
    return joined(chips, tag("ul", reasons, class_="reasons") if reasons else None)


def _chip(word: Delivery | Funding, axis: str, language: str) -> Html:
    return tag("span", name(word, language), class_=f"chip {axis} {word}")


def _reason(reason: StatusReason, language: str) -> Part:
    return tag("q", reason.quoted, lang="uk") if reason.quoted else name(reason.rule, language)


def _by_measure(asked: Asked) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, list[int]] = {}
    for number, finding in enumerate(asked.found, 1):
        for where in finding.refs:
            if not isinstance(where, Place):
                numbers.setdefault(str(where.subject), []).append(number)
    return {where: tuple(dict.fromkeys(each)) for where, each in numbers.items()}


def _links(numbers: Iterable[int], language: str) -> Html:
    links = [tag("a", str(each), href=f"#{language}-finding-{each}") for each in numbers]
    return joined([part for link in links for part in (link, " ")][:-1])
