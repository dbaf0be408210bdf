"""Reports on a plan for a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from attrs import field, frozen

from localgender._display import brief, html_of, rich_of
from localgender.model.funding import FundingPeriod, funding
from localgender.model.parts import optional_percent, optional_period, several
from localgender.model.plan import Measure, Plan, StatedTotal
from localgender.values.codes import Code
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import ByRef, Ref, ref
from localgender.values.texts import excerpt, optional_text


def _ref(value: Ref | Code | str) -> Ref:
    return ref(value).subject


@frozen
class Progress:
    """What a report says of one measure (хід виконання).

    >>> Progress("1.1", narrative="Проведено 4 засідання.").funding
    ()

    Attributes:
        measure: Which measure of the plan; text is read as its Ref.
        funding: The report's printed money.
        stated_percent: The printed percent: a claim, whose base the document does not tell.
        narrative: What was done, in the document's words.

    Source: rows of the table, Zhytomyr report for 2023: money, percent and «Інформація про виконання».
    """

    measure: Ref = field(converter=_ref)
    funding: tuple[FundingPeriod, ...] = field(default=(), converter=funding)
    stated_percent: Percent | None = field(default=None, converter=optional_percent, kw_only=True)
    narrative: str | None = field(default=None, converter=optional_text, kw_only=True)

    __repr__ = brief


def _progress(value: Progress | Iterable[Progress]) -> tuple[Progress, ...]:
    return several(Progress, value)


def _totals(value: StatedTotal | Iterable[StatedTotal]) -> tuple[StatedTotal, ...]:
    return several(StatedTotal, value)


@frozen
class Report:
    """Report on the execution of a plan (звіт про виконання).

    Attributes:
        plan: What is reported on; when read from a report it carries no money.
        period: What is reported; a year may be given as a number.
        issuer: Who reports, as printed.
        progress: One for each measure reported, in the document's order.
        stated_totals: Sums the document prints.

    Raises:
        UnknownRefError: When progress names a measure that the plan does not have.
        ValueError: When two name the same measure.

    Source: Zhytomyr report for 2023: the yearly report on a programme.
    """

    plan: Plan
    period: Period | None = field(default=None, converter=optional_period)
    issuer: str | None = field(default=None, converter=optional_text, kw_only=True)
    progress: tuple[Progress, ...] = field(default=(), converter=_progress, kw_only=True)
    stated_totals: tuple[StatedTotal, ...] = field(default=(), converter=_totals, kw_only=True)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        about = f"{excerpt(self.plan.title, 48)}, {self.period}"
        return f"<Report: {about}, {len(self.progress)} of {len(self.plan.measures)} measures>"

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.plan, Plan):
            raise TypeError(f"a report is on a Plan, not {self.plan!r}")
        counted = Counter(each.measure for each in self.progress)
        for where, times in counted.items():
            self.plan.by_ref[where]
            if times > 1:
                raise ValueError(
                    f"measure {where} is reported {times} times; join its funding and narratives"
                )

    @cached_property
    def by_ref(self) -> ByRef[Progress]:
        """Progress by the Ref of its measure, in the document's order."""
        return ByRef((each.measure, each) for each in self.progress)

    def progress_of(self, which: Ref | Code | str | Measure) -> Progress:
        """Return the progress of a measure; of several bearers of a code the first.

        Raises:
            UnknownRefError: When nothing is reported of it, with the nearest that is.
        """
        if isinstance(which, Measure):
            which = next(
                (where for where, each, _ in self.plan.placed if each is which or each == which), "plan"
            )
        return self.by_ref[ref(which).subject]
