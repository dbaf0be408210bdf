"""Every measure with its money, its status on both axes, and the words that decided, goal by goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from localgender.model.plan import Goal, Measure
from localgender.model.report import Report
from localgender.questions.aggregate import plan_of
from localgender.questions.status import Delivery, Status, StatusReason
from localgender.questions.status.money import Funding
from localgender.showing import tabulate
from localgender.showing.catalogue import Said
from localgender.showing.names import name
from localgender.showing.page.asked import Asked, framed, row_head
from localgender.showing.page.elements import Html, Part, joined, tag
from localgender.showing.statuses import Because
from localgender.showing.tables import in_words
from localgender.showing.wording import phrase
from localgender.values.places import Place

_COUNTED = ("amount", "percent")
_FIGURES = ("planned", "allocated", "disbursed", "percent")


@frozen
class _Columns:
    """Names of the columns of every table, and of which sort each is."""

    names: tuple[str, ...]
    sorts: tuple[str, ...]

    def head(self) -> list[Html]:
        cells = [
            tag("th", each, scope="col", class_="figure" if sort in _COUNTED else None)
            for each, sort in zip(self.names, self.sorts, strict=True)
        ]
        return [
            tag("colgroup", [tag("col", class_=each) for each in self.sorts]),
            tag("thead", tag("tr", cells)),
        ]


def measures(asked: Asked, language: str) -> Html | None:
    """Lay out the measures below the heading of their goal."""
    value = asked.reading.value
    plan = plan_of(value)
    if not plan.measures:
        return None
    table = tabulate.measures(value, columns=_FIGURES)
    figures = in_words(table, language)
    amounts = figures.rows or ((),) * len(plan.measures)
    # A plan alone does not tell what became of its measures.
    standing = [("status", Said("Status"))] if isinstance(value, Report) else []
    sorts = [("number", Said("Number")), ("text", Said("Measure")), *standing, ("links", Said("Findings"))]
    columns = [(sort, word.said(language)) for sort, word in sorts]
    columns[2:2] = [
        ("percent" if heading.unit is None else "amount", each)
        for heading, each in zip(table.headings, figures.names, strict=True)
    ]
    kinds, names = zip(*columns, strict=True)
    numbers = _by_measure(asked)
    rows = iter(
        [
            _row(
                measure,
                row,
                _status(asked.statuses[where], language) if standing else None,
                _links(numbers.get(str(where), ()), language),
                language,
            )
            for (where, measure, _), row in zip(plan.placed, amounts, strict=True)
        ]
    )
    return joined(_by_goal(plan.goals, rows, _Columns(names, kinds), language))


def _by_goal(
    goals: Iterable[Goal], rows: Iterator[Html], columns: _Columns, language: str, level: int = 3
) -> Iterator[Html]:
    for goal in goals:
        title = _called(goal, language)
        if title:
            yield tag(f"h{level}", title)
        if goal.measures:
            body = tag("tbody", [next(rows) for _ in goal.measures])
            caption = title or Said("Measures").said(language)
            yield framed(caption, [*columns.head(), body], "answer measures", columns.names, headed=True)
        yield from _by_goal(goal.goals, rows, columns, language, min(level + 1, 6))


def _called(goal: Goal, language: str) -> str:
    number = f"{Said('Goal').said(language)} {goal.code}." if goal.code else None
    return " ".join(filter(None, [number, goal.title]))


def _row(measure: Measure, amounts: Iterable[str], status: Html | None, links: Html, language: str) -> Html:
    return tag(
        "tr",
        row_head(measure.code),
        tag("td", _described(measure, language)),
        [tag("td", each, class_="figure") for each in amounts],
        tag("td", status) if status is not None else None,
        tag("td", links),
    )


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
    said = name(word, language) if word != Delivery.UNKNOWN else _UNKNOWN[axis].said(language)
    return tag("span", said, class_=f"chip {axis} {word}")


# Both axes can be unknown, and a reader has to tell them apart.
_UNKNOWN = {"delivery": Said("delivery unknown"), "funding": Said("funding unknown")}


def _reason(reason: StatusReason, language: str) -> Part:
    return tag("q", reason.quoted, lang="uk") if reason.quoted else Because([reason]).said(language)


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
