"""Status of each measure on two axes, delivery and funding, each with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.findings import Facts
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.aggregate import Asked, figure, plan_of, value_of
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.status.money import GIVEN, Funding, financing, some, with_plan, within
from localgender.questions.status.narrative import Telling, decided, tellings
from localgender.questions.status.senses import Sense
from localgender.values.periods import Period
from localgender.values.refs import ByRef, Ref


class Delivery(StrEnum):
    """Whether a measure was carried out in the period (виконання)."""

    DELIVERED = "delivered"
    ONGOING = "ongoing"
    DELIVERED_EARLIER = "delivered-earlier"
    NOT_SCHEDULED = "not-scheduled"
    NOT_DELIVERED = "not-delivered"
    UNKNOWN = "unknown"


def _facts(value: Mapping[str, Any]) -> Facts:
    return value if isinstance(value, Facts) else Facts(value)


def _refs(value: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple(value)


@frozen
class StatusReason:
    """Why a measure has a status.

    Attributes:
        rule: Stable kebab-case name of what decided, such as "not-planned" or "nothing-given".
        quoted: Deciding words of the narrative, exactly as printed; None when figures or terms decide.
        figures: Values that decided, by name.
        refs: Texts and figures they stand in, such as `2.8/narrative` and `2.8/2023/planned`.
    """

    rule: str
    quoted: str | None = None
    figures: Facts = field(factory=Facts, converter=_facts)
    refs: tuple[Ref, ...] = field(default=(), converter=_refs)

    __repr__ = brief


def _reasons(value: Iterable[StatusReason]) -> tuple[StatusReason, ...]:
    return tuple(value)


@frozen
class Status:
    """Delivery and funding of one measure, with the reasons of both.

    Attributes:
        delivery: "delivered", "ongoing", "delivered-earlier", "not-scheduled", "not-delivered", "unknown".
        funding: "unknown", "none-planned", "unfunded", "over-allocated", "disbursed", "part-disbursed",
            "allocated-unspent".
        reasons: Those of the delivery, then those of the funding.
    """

    delivery: Delivery = field(default=Delivery.UNKNOWN, converter=Delivery)
    funding: Funding = field(default=Funding.UNKNOWN, converter=Funding)
    reasons: tuple[StatusReason, ...] = field(default=(), converter=_reasons)

    __repr__ = brief


@frozen(repr=False)
class Statuses(ByRef[Status]):
    """Status of every measure by its Ref or its text, in the document's order.

    Attributes:
        pairs: Each Ref with its status.
    """

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def of(self, *words: Delivery | Funding | str) -> Statuses:
        """Return only the measures whose delivery or funding is one of some words.

        "unknown" is a word of both axes and asks for either.
        """
        return _statuses(pair for pair in self.pairs if {pair[1].delivery, pair[1].funding} & set(words))

    def __repr__(self) -> str:
        return f"<Statuses: {len(self)} measures>"


def _statuses(pairs: Iterable[tuple[Ref, Status]]) -> Statuses:
    return Statuses(pairs)  # type: ignore[arg-type]  # the inherited converter is not bound to Status


def classify(value: Asked, *, policy: Policy = DEFAULT) -> Statuses:
    """Tell of each measure whether it was delivered and what became of its money.

    >>> from localgender.values.money import Money, thousand_uah
    >>> line = FundingPeriod(2023, planned=thousand_uah("18"), allocated=Money(0), disbursed=Money(0))
    >>> plan = Plan(goals=[Measure("2.8", "Фестиваль", "2021, 2023")])
    >>> told = Progress("2.8", line, narrative="Фестиваль не проводився.")
    >>> status = classify(Report(plan, 2023, progress=[told]))["2.8"]
    >>> str(status.delivery), str(status.funding), status.reasons[0].quoted
    ('not-delivered', 'unfunded', 'не проводився')

    Args:
        value: A report, or a plan, of which only the money can be told, or a reading of either.
        policy: Choices of the caller.

    Returns:
        One status for each measure of the plan, also those the report passes over, in the plan's order.

    Raises:
        TypeError: For anything else.
    """
    said = value_of(value)
    return _statuses(
        (where, _status(where, measure, said, policy)) for where, measure, _ in plan_of(said).placed
    )


def _status(where: Ref, measure: Measure, value: Plan | Report, policy: Policy) -> Status:
    if isinstance(value, Plan):
        funding, why = _funding(where, measure.funding, (), printed=measure.funding)
        return Status(Delivery.UNKNOWN, funding, [StatusReason("no-report"), *why])
    progress = value.by_ref.get(where)
    every = progress.funding if progress else ()
    lines = within(every, value.period)
    told = tellings((progress and progress.narrative) or "", value.period)
    delivery, because = _delivery(where, measure, value, decided(told), policy)
    carried = with_plan(lines, every)
    funding, why = _funding(where, carried, told, printed=lines if carried == tuple(lines) else every)
    return Status(delivery, funding, [*because, *why])


_BY_WORDS = {
    Sense.DONE: Delivery.DELIVERED,
    Sense.BEGUN: Delivery.ONGOING,
    Sense.CONTINUES: Delivery.ONGOING,
    Sense.DONE_EARLIER: Delivery.DELIVERED_EARLIER,
    Sense.NOT_PLANNED: Delivery.NOT_SCHEDULED,
    Sense.PLANNED_LATER: Delivery.NOT_SCHEDULED,
    Sense.POSTPONED: Delivery.NOT_DELIVERED,
    Sense.DROPPED: Delivery.NOT_DELIVERED,
    Sense.NOT_DONE: Delivery.NOT_DELIVERED,
    Sense.NO_MONEY: Delivery.NOT_DELIVERED,
    Sense.PROMISED: Delivery.NOT_DELIVERED,
}


def delivery_by_words(narrative: str | None, period: Period | None = None) -> Delivery:
    """Return what the words alone say of delivery; "unknown" when they say nothing clear.

    >>> str(delivery_by_words("Консультування проводиться на постійній основі"))
    'ongoing'

    Args:
        narrative: As printed; None is silence.
        period: What is reported, beside which years are earlier or later.
    """
    told = decided(tellings(narrative or "", period))
    return _BY_WORDS[told[0].sense] if told else Delivery.UNKNOWN


def _delivery(
    where: Ref, measure: Measure, report: Report, told: tuple[Telling, ...], policy: Policy
) -> tuple[Delivery, list[StatusReason]]:
    idle = _not_due(where, measure, report)
    progress = report.by_ref.get(where)
    if told:
        because = [_quoting(where, each) for each in told]
        delivery = (
            Delivery(policy.postponed) if told[0].sense is Sense.POSTPONED else _BY_WORDS[told[0].sense]
        )
        if delivery is Delivery.NOT_DELIVERED and idle:
            # What was not to be done in the period cannot have been missed in it.
            return Delivery.NOT_SCHEDULED, [*because, *idle]
        return delivery, because
    if progress and any(sign.isalnum() for sign in progress.narrative or ""):
        return Delivery.UNKNOWN, [StatusReason("words-unclear", refs=[where.to("narrative")])]
    if idle and not _given_any(progress):
        return Delivery.NOT_SCHEDULED, idle
    return Delivery.UNKNOWN, [StatusReason("no-words", refs=[where.to("narrative") if progress else where])]


def _quoting(where: Ref, told: Telling) -> StatusReason:
    return StatusReason(str(told.sense), told.quoted, refs=[where.to("narrative")])


def _not_due(where: Ref, measure: Measure, report: Report) -> list[StatusReason]:
    """Return the reason why a measure is not due in the period; none when it is, or when nobody can tell."""
    if report.period is None or measure.term is None:
        return []
    if measure.term.due_in(report.period, within=report.plan.term) is not False:
        return []
    return [
        StatusReason(
            "not-due", figures={"term": measure.term, "period": report.period}, refs=[where.to("term")]
        )
    ]


def _given_any(progress: Progress | None) -> bool:
    lines = progress.funding if progress else ()
    return any(some(line.at(stage)) for line in lines for stage in GIVEN)


def _funding(
    where: Ref,
    lines: Collection[FundingPeriod],
    told: Collection[Telling],
    *,
    printed: Collection[FundingPeriod],
) -> tuple[Funding, list[StatusReason]]:
    quoted = next((each.quoted for each in told if each.sense is Sense.NO_MONEY), None)
    financed = financing(lines, refused=quoted is not None)
    refs = [
        figure(where, line, stage, among=printed)
        for stage in Stage
        for line in printed
        if line.at(stage) is not None
    ]
    words = financed.rule == "told-unfunded"
    because = StatusReason(
        financed.rule,
        quoted if words else None,
        {stage.value: money for stage, money in financed.sums.items() if money is not None},
        [*([where.to("narrative")] if words else []), *refs] or [where],
    )
    return financed.funding, [because]
