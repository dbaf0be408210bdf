"""Money of a measure: three stages, each of which may be silent."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from localgender._display import brief
from localgender.errors import CodeError
from localgender.model.parts import optional_period, several
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.periods import Period


class Stage(StrEnum):
    """Stage of money (стадія фінансування): promised, given by the year's budget, spent.

    Source: columns of money, Zhytomyr report for 2023: planned, allocated and disbursed.
    """

    PLANNED = "planned"
    ALLOCATED = "allocated"
    DISBURSED = "disbursed"


class BudgetLevel(StrEnum):
    """Whose money it is (рівень бюджету)."""

    STATE = "state"
    OBLAST = "oblast"
    RAYON = "rayon"
    COMMUNITY = "community"
    OTHER = "other"


class Fund(StrEnum):
    """Fund within a budget (фонд бюджету)."""

    GENERAL = "general"
    SPECIAL = "special"


class Needs(StrEnum):
    """What a document says instead of an amount."""

    NOTHING = "не потребує"
    WITHIN_ESTIMATE = "в межах кошторису"
    IF_AVAILABLE = "за наявності коштів"
    NOT_PROVIDED = "не передбачено"


def _level(value: str | None) -> BudgetLevel | None:
    return None if value is None else BudgetLevel(value)


def _fund(value: str | None) -> Fund | None:
    return None if value is None else Fund(value)


@frozen
class Source:
    """Source of money on two axes (джерело фінансування): budget level and fund; either may be silent.

    >>> str(Source("community", "general")), Source.parse("special")
    ('community-general', Source(fund='special'))

    Attributes:
        level: Budget level; None when silent.
        fund: General or special fund; None when silent.

    Source: Zhytomyr report for 2023, «з загального фонду»; Budget Code of Ukraine No 2456-VI: budgets by
    level, and their two funds.
    """

    level: BudgetLevel | None = field(default=None, converter=_level)
    fund: Fund | None = field(default=None, converter=_fund)

    __repr__ = brief

    @classmethod
    def parse(cls, text: str) -> Source:
        """Read what `str` writes.

        Raises:
            CodeError: For any other text.
        """
        words = text.split("-")
        level = next((word for word in words if word in set(BudgetLevel)), None)
        fund = next((word for word in words if word in set(Fund)), None)
        if (source := cls(level, fund)) and str(source) != text:
            raise CodeError(text)
        return source

    def __str__(self) -> str:
        return "-".join(filter(None, (self.level, self.fund)))


def _sources(value: Source | str | Iterable[Source | str]) -> tuple[Source, ...]:
    # Lines are made by the million, and most have one source, which is known.
    match value:
        case (Source(level, fund),) if type(value) is tuple and (level or fund):
            return value
    each = [value] if isinstance(value, Source | str) else value
    parsed = {source if isinstance(source, Source) else Source.parse(source) for source in each}
    # A source of which nothing is known is no source.
    known = [source for source in parsed if source.level or source.fund]
    return tuple(sorted(known, key=str) if len(known) > 1 else known)


def _needs(value: str | None) -> Needs | None:
    return None if value is None else Needs(value)


@frozen
class FundingPeriod:
    """Money of one period and one set of sources (обсяг фінансування).

    >>> line = FundingPeriod(2023, planned=Money(240_000), disbursed=Money(0))
    >>> line.allocated is None, line.disbursed
    (True, thousand_uah('0'))

    Attributes:
        period: What the money is for; None when the document does not say.
        sources: Whose money; empty when silent, several when printed together, never split.
        planned: Promised by the programme; None is silence, not zero.
        allocated: Given by the year's budget.
        disbursed: Spent.
        needs: What is said instead of amounts.
        step: Last digit printed, which bounds the rounding; one kopiyka when typed by hand.

    Source: columns of money, Zhytomyr report for 2023; tables of resources in passports of programmes.
    """

    period: Period | None = field(default=None, converter=optional_period)
    sources: tuple[Source, ...] = field(default=(), converter=_sources)
    planned: Money | None = field(default=None, kw_only=True)
    allocated: Money | None = field(default=None, kw_only=True)
    disbursed: Money | None = field(default=None, kw_only=True)
    needs: Needs | None = field(default=None, converter=_needs, kw_only=True)
    step: Money = field(default=Money(1), kw_only=True)

    __repr__ = brief

    def __attrs_post_init__(self) -> None:
        # One check of all amounts: lines are made by the million, and a validator a field costs more.
        for money in (self.planned, self.allocated, self.disbursed, self.step):
            if money is not None and not isinstance(money, Money):
                raise TypeError(f"amounts are Money, such as thousand_uah('10.5'), not {money!r}")
        if self.step.kopiykas < 1:
            raise ValueError(f"the last printed digit is worth at least one kopiyka, not {self.step!r}")

    def at(self, stage: Stage | str) -> Money | None:
        """Return the money of a stage; None is silence.

        Raises:
            ValueError: For a word that is no stage.
        """
        match stage if type(stage) is Stage else Stage(stage):
            case Stage.PLANNED:
                return self.planned
            case Stage.ALLOCATED:
                return self.allocated
            case Stage.DISBURSED:
                return self.disbursed

    def interval(self, stage: Stage | str) -> Interval | None:
        """Return what a stage may have been before rounding, in kopiykas; None is silence."""
        if (money := self.at(stage)) is None:
            return None
        return Interval.around(money.kopiykas, self.last_digit(money))

    def last_digit(self, money: Money) -> int:
        """Return what the last digit of one of its amounts is worth, in kopiykas.

        >>> FundingPeriod(2023, step=Money(10_000)).last_digit(Money(1_053_000))
        1000
        """
        amount, step = money.kopiykas, self.step.kopiykas
        # A figure finer than its column's step was not rounded to it: 10,53 beside 12.
        while step > 1 and amount % step:
            step //= 10
        return max(step, 1)

    @property
    def source(self) -> str:
        """The sources in one word for addresses, such as `community+state`."""
        return "+".join(map(str, self.sources))


def funding(value: FundingPeriod | Iterable[FundingPeriod]) -> tuple[FundingPeriod, ...]:
    """Accept one line of money or several."""
    return several(FundingPeriod, value)
