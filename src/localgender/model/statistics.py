"""Statistics that a policy is judged by: indicators, and figures on stated axes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.model.community import Community, optional_community
from localgender.model.parts import optional_period, several
from localgender.values.ages import Ages, optional_ages
from localgender.values.counts import Count
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.quantities import Limits, Quantity, quantity
from localgender.values.refs import ByRef, Ref, RefKind
from localgender.values.texts import excerpt, optional_text, text


class Sex(StrEnum):
    """Whom a figure is of, when it says so (стать).

    Source: tables of statistics; SDMX code list CL_SEX.
    """

    FEMALE = "female"
    MALE = "male"
    UNSPECIFIED = "unspecified"
    TOTAL = "total"


class Locality(StrEnum):
    """Kind of settlement a figure is of, when it says so (тип місцевості).

    Source: tables of statistics with columns for urban and rural places.
    """

    URBAN = "urban"
    RURAL = "rural"
    TOTAL = "total"


class Axis(StrEnum):
    """By what figures can be told apart (ознака розподілу).

    Source: columns and sentences of statistics, by sex, age, kind of settlement and territory.
    """

    SEX = "sex"
    AGE = "age"
    LOCALITY = "locality"
    PLACE = "place"


ALL_PLACES = "усього"
"""What `place` says in a row that totals the territories of its table."""


class IndicatorKind(StrEnum):
    """What the numbers of an indicator are (вид показника), which decides what may be added.

    Source: tables and sentences of statistics: counts, shares, averages and amounts.
    """

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    AMOUNT = "amount"
    AVERAGE = "average"


class Nature(StrEnum):
    """Whether a figure was measured or is aimed at (фактичне чи цільове значення).

    Source: tables of strategies, where reached values stand beside those aimed at.
    """

    MEASURED = "measured"
    TARGET = "target"


class Absence(StrEnum):
    """What is printed instead of a number (умовні позначення): different facts, none of them zero.

    `not-occurred` is the dash (явища не було), `not-available` the three dots (відомості відсутні),
    `not-applicable` the cross (заповнення неможливе), `suppressed` a figure hidden so that nobody is known.

    Source: conventional signs of the State Statistics Service: a dash, three dots and a cross say different
    things.
    """

    NOT_OCCURRED = "not-occurred"
    NOT_AVAILABLE = "not-available"
    NOT_APPLICABLE = "not-applicable"
    SUPPRESSED = "suppressed"


def _kind(value: str | None) -> IndicatorKind | None:
    return None if value is None else IndicatorKind(value)


def _locality(value: str | None) -> Locality | None:
    return None if value is None else Locality(value)


def _sex(value: str | None) -> Sex | None:
    return None if value is None else Sex(value)


def _absence(value: str | None) -> Absence | None:
    return None if value is None else Absence(value)


def _name(value: str) -> str:
    if not (name := text(value)):
        raise ValueError("an indicator has a name")
    return name


def _axes(value: Axis | str | Iterable[Axis | str]) -> tuple[Axis, ...]:
    each = [value] if isinstance(value, str) else value
    asked = {Axis(axis) for axis in each}
    return tuple(axis for axis in Axis if axis in asked)


def _optional_indicator(value: Indicator | str | None) -> Indicator | None:
    return None if value is None else indicator(value)


_SCALED = re.compile(r"\b(?:тис|млн|млрд|сот)", re.IGNORECASE)


@frozen
class Indicator:
    """What is counted or measured (показник).

    >>> Indicator("Кількість звернень", "од.", "count").counts_one_by_one
    True

    Attributes:
        name: Words of the indicator; of a part without those of its whole.
        unit: Unit as printed, such as «осіб», «%» or «тис. осіб».
        kind: What its numbers are; None when the document does not show it.
        part_of: The whole it is stated to be a part of («у тому числі», «з них»).
        asked: Axes by which its own words ask for figures («за статтю»).

    Source: tables and sentences of statistics; indicators of programmes.
    """

    name: str = field(converter=_name)
    unit: str | None = field(default=None, converter=optional_text)
    kind: IndicatorKind | None = field(default=None, converter=_kind)
    part_of: Indicator | None = field(default=None, converter=_optional_indicator, kw_only=True)
    asked: tuple[Axis, ...] = field(default=(), converter=_axes, kw_only=True)

    __repr__ = brief

    @property
    def counts_one_by_one(self) -> bool:
        """Whether whole numbers are true ones, which counts in thousands are not."""
        return self.kind is IndicatorKind.COUNT and not _SCALED.search(self.unit or "")


WHOLES: dict[Axis, Sex | Locality | Ages | str] = {
    Axis.SEX: Sex.TOTAL,
    Axis.AGE: Ages(),
    Axis.LOCALITY: Locality.TOTAL,
    Axis.PLACE: ALL_PLACES,
}
"""What stands on each axis for everybody together."""


def indicator(value: Indicator | str) -> Indicator:
    """Accept an indicator, or its name alone."""
    return Indicator(value) if isinstance(value, str) else several(Indicator, value)[0]


def _value(value: Quantity | Count | Percent | str | int | None) -> Quantity | None:
    return None if value is None else quantity(value)


@frozen
class Observation:
    """One figure with everything that the document says of whom it is (значення показника).

    An axis is None when the document does not speak of it: neither a total nor zero. A figure printed for
    women and men together has the sex `total`.

    >>> Observation("Звернення", 2024, 1584, sex="female").sex
    <Sex.FEMALE: 'female'>

    Attributes:
        indicator: What is measured; text is taken as its name.
        period: When; a single day for «станом на»; a year may be given as a number.
        value: The printed number with its bound; a Count or a number is accepted. None without a number.
        place: Territory or institution as printed; `ALL_PLACES` in a row that totals them; None is silence.
        locality: Urban, rural, or both together.
        sex: Women, men, people whose sex is not recorded, or all together.
        age: Ages from and to; `Ages()` for all together.
        absence: What stands instead of a number; None beside a number, and for an empty cell.
        nature: Measured, or aimed at.

    Raises:
        ValueError: When a number and a reason for none stand together.

    Source: cells and sentences of statistics.
    """

    indicator: Indicator = field(converter=indicator)
    period: Period | None = field(default=None, converter=optional_period)
    value: Quantity | None = field(default=None, converter=_value)
    place: str | None = field(default=None, converter=optional_text, kw_only=True)
    locality: Locality | None = field(default=None, converter=_locality, kw_only=True)
    sex: Sex | None = field(default=None, converter=_sex, kw_only=True)
    age: Ages | None = field(default=None, converter=optional_ages, kw_only=True)
    absence: Absence | None = field(default=None, converter=_absence, kw_only=True)
    nature: Nature = field(default=Nature.MEASURED, converter=Nature, kw_only=True)

    __repr__ = brief

    def __attrs_post_init__(self) -> None:
        if self.value is not None and self.absence is not None:
            raise ValueError(f"{self.value!r} is a number, so that it is not {self.absence}")

    @property
    def limits(self) -> Limits | None:
        """The least and the most that the true number may be; None without a number."""
        if self.value is None:
            return None
        return self.value.limits(rounded=not self.indicator.counts_one_by_one)

    @property
    def question(self) -> Observation:
        """The same without its answer, that is what is asked, of whom and when."""
        return evolve(self, value=None, absence=None)

    def at(self, axis: Axis | str) -> Any:
        """Return where the figure stands on an axis; None is silence."""
        return getattr(self, Axis(axis))


def _indicators(value: Indicator | str | Iterable[Indicator | str]) -> tuple[Indicator, ...]:
    each = [value] if isinstance(value, Indicator | str) else value
    return tuple(dict.fromkeys(map(indicator, each)))


def _observations(value: Observation | Iterable[Observation]) -> tuple[Observation, ...]:
    return several(Observation, value)


@frozen
class Statistics:
    """Figures of a community or of whom it reports to (статистичні дані).

    >>> told = Statistics(observations=[Observation("Звернення", 2024, 5395)])
    >>> told.by_ref["observation:1"].value, told.indicators[0].name
    (Quantity('5395'), 'Звернення')

    Attributes:
        title: Heading as printed.
        community: Whose figures they are; text is taken as the name.
        issuer: Who tells them, as printed.
        indicators: Every indicator once, also one without figures; those of the observations are added.
        observations: Figures in the document's order; what is printed twice stands twice.

    Source: statistics that communities publish beside their programmes.
    """

    title: str | None = field(default=None, converter=optional_text)
    community: Community | None = field(default=None, converter=optional_community, kw_only=True)
    issuer: str | None = field(default=None, converter=optional_text, kw_only=True)
    indicators: tuple[Indicator, ...] = field(default=(), converter=_indicators, kw_only=True)
    observations: tuple[Observation, ...] = field(default=(), converter=_observations, kw_only=True)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __attrs_post_init__(self) -> None:
        seen = dict.fromkeys([*self.indicators, *(each.indicator for each in self.observations)])
        object.__setattr__(self, "indicators", tuple(seen))

    def __repr__(self) -> str:
        held = f"{len(self.indicators)} indicators, {len(self.observations)} observations"
        return f"<Statistics: {excerpt(self.title)}, {held}>"

    @cached_property
    def by_ref(self) -> ByRef[Observation]:
        """Every observation by its Ref, numbered from 1 in the document's order."""
        return ByRef(
            (Ref(RefKind.OBSERVATION, nth=number), each) for number, each in enumerate(self.observations, 1)
        )

    def of(self, which: Indicator | str) -> tuple[Observation, ...]:
        """Return the figures of an indicator, in the document's order; a name may stand for several."""
        wanted = which if isinstance(which, Indicator) else text(which)
        return tuple(each for each in self.observations if wanted in (each.indicator, each.indicator.name))
