"""Printed money as flat records, one for each amount, ready for a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from attrs import asdict, evolve, frozen

from localgender._display import brief
from localgender.documents.reading import Reading
from localgender.model.funding import BudgetLevel, Fund, FundingPeriod, Stage
from localgender.model.plan import Plan, StatedTotal
from localgender.model.report import Report
from localgender.questions.aggregate import Asked, Row, figure, plan_of, rows, value_of
from localgender.values.codes import Code
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref, RefKind


@frozen(kw_only=True)
class FigureRow:
    """One printed amount with everything that tells it apart from the others (рядок даних).

    >>> FigureRow(ref=Ref.parse("2.1/2023/planned"), stage=Stage.PLANNED, kopiykas=1_050_000).plain()["ref"]
    '2.1/2023/planned'

    Attributes:
        ref: Address of the figure; two lines of one period and one source share it.
        stage: "planned", "allocated" or "disbursed".
        kopiykas: The amount; zero is a printed zero.
        step: Last printed digit, in kopiykas.
        community: Whose plan it is.
        katottg: Its code in the territorial classifier.
        goal: Code of the outermost goal, as `totals_by` groups.
        subgoal: Code of the innermost goal, where that is another one.
        code: Number of the measure.
        title: Words of the measure, or label of the total.
        period: What the money is for.
        sources: All sources printed together, such as "community+state"; "" for silence.
        level: Budget level, where one source is named.
        fund: Fund, where one source is named.
        stated_total: Whether a document claims it as the sum of others; such rows are never added in.
        place: Where the document prints it; None for a value without a document.
    """

    ref: Ref
    stage: Stage
    kopiykas: int
    step: int = 1
    community: str | None = None
    katottg: str | None = None
    goal: Code | None = None
    subgoal: Code | None = None
    code: Code | None = None
    title: str | None = None
    period: Period | None = None
    sources: str = ""
    level: BudgetLevel | None = None
    fund: Fund | None = None
    stated_total: bool = False
    place: Place | None = None

    __repr__ = brief

    def plain(self) -> dict[str, str | int | bool | None]:
        """Return the record in words and whole numbers only.

        The period also comes as its first and last day, the place as table, row, column and page.
        What is silent is None.
        """
        period, place = self.period, self.place
        record: dict[str, Any] = {name: _plain(value) for name, value in asdict(self, recurse=False).items()}
        del record["place"]
        record["first_day"] = period.first.isoformat() if period else None
        record["last_day"] = period.last.isoformat() if period else None
        return record | {
            name: getattr(place, name) if place else None for name in ("table", "row", "column", "page")
        }


def _plain(value: Any) -> str | int | bool | None:
    return value if value is None or isinstance(value, bool | int) else str(value)


def observations(value: Asked) -> tuple[FigureRow, ...]:
    """Lay out every printed amount as a flat record.

    Without stated totals, the records of a stage add up to `total`, wherever that has an answer.

    >>> from localgender.model.plan import Measure
    >>> from localgender.values.money import thousand_uah
    >>> line = FundingPeriod(2023, planned=thousand_uah("10.5"), disbursed=thousand_uah(0))
    >>> for row in observations(Plan(goals=[Measure("2.1", funding=line)])):
    ...     print(row.ref, row.kopiykas)
    2.1/2023/planned 1050000
    2.1/2023/disbursed 0

    Args:
        value: A plan with the money of its measures, a report with that of its progress, or a reading of
            one, which also tells the places.

    Returns:
        Measures in the order of the plan, then stated totals; a silent amount gives no record.

    Raises:
        TypeError: For anything else.
    """
    whole = value_of(value)
    records = (*_measures(whole), *_totals(whole))
    return _placed(records, value.places) if isinstance(value, Reading) else records


def _measures(value: Plan | Report) -> Iterator[FigureRow]:
    for row in rows(value):
        make = partial(
            FigureRow, **_community(value), **goals_of(row), code=row.measure.code, title=row.measure.title
        )
        yield from _figures(make, row.ref, row.funding)


def goals_of(row: Row) -> dict[str, Any]:
    """Return the codes of the outermost goal above a measure and, where it is another, the innermost."""
    outermost, innermost = row.goals[0].code, row.goals[-1].code
    return {"goal": outermost, "subgoal": innermost if innermost != outermost else None}


def _community(value: Plan | Report) -> dict[str, Any]:
    community = plan_of(value).community
    return {"community": community.name, "katottg": community.katottg} if community else {}


def _totals(value: Plan | Report) -> Iterator[FigureRow]:
    for number, total in enumerate(value.stated_totals, start=1):
        make = partial(FigureRow, **_community(value), **_scope(total), title=total.label, stated_total=True)
        yield from _figures(make, Ref(RefKind.TOTAL, nth=number), total.funding)


def _scope(total: StatedTotal) -> dict[str, Any]:
    field = {RefKind.GOAL: "goal", RefKind.MEASURE: "code"}.get(total.scope.kind)
    return {field: total.scope.code if total.scope.coded else None} if field else {}


def _figures(make: Any, subject: Ref, funding: Iterable[FundingPeriod]) -> Iterator[FigureRow]:
    funding = tuple(funding)
    for line in funding:
        alone = line.sources[0] if len(line.sources) == 1 else None
        for stage in Stage:
            if (money := line.at(stage)) is not None:
                yield make(
                    ref=figure(subject, line, stage, among=funding),
                    stage=stage,
                    kopiykas=money.kopiykas,
                    step=line.step.kopiykas,
                    period=line.period,
                    sources=line.source,
                    level=alone and alone.level,
                    fund=alone and alone.fund,
                )


def _placed(records: Iterable[FigureRow], places: ByRef[tuple[Place, ...]]) -> tuple[FigureRow, ...]:
    return tuple(evolve(each, place=next(iter(places.get(each.ref, ())), None)) for each in records)
