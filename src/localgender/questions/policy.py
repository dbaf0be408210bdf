"""Thresholds and choices of the questions, as a value."""

from __future__ import annotations

from attrs import Attribute, field, frozen
from attrs.validators import ge, in_, instance_of, optional

from localgender._display import brief
from localgender.documents.grid import Limits
from localgender.errors import NotationError
from localgender.values.numbers import exact


def _number(instance: object, attribute: Attribute[str], value: str) -> None:
    if not isinstance(value, str) or exact(value, "percentage points from 0, such as 2.5") < 0:
        raise NotationError(repr(value), "percentage points from 0 as text, such as 2.5")


@frozen
class Policy:
    """What the caller decides and no document can; handed in, never global.

    No tolerance for sums stands here: figures are intervals as wide as their printed digits.

    >>> Policy() == Policy()
    True

    Attributes:
        limits: Sizes past which a document is refused.
        postponed: What a measure is that was put off («перенесено»): "not-delivered" or "not-scheduled".
        most_measures: How many measures one body may carry out before `executor-overloaded` names it.
        copied_words: From how many words on an equal narrative is taken for a copy; shorter ones, such as
            «не заплановано», are formulas that many rows share.
        share_jump: By how many percentage points a share may change within a year before `share-jump` names
            it, as text such as "3" or "2.5".
        same_money: How amounts are counted that several units report alike for one measure, period and
            source: "once", as one payment told twice, or "each", as equal shares.
        unit_planned: What units plan for a measure: a "share" each, which add up, or the "whole" of it,
            which each repeats from the programme.
        safe_count: The smallest count of people or cases that may be published; those from 1 up to it are
            hidden by `suppress`.
        safe_zero: Whether a zero may be published.
        safe_width: How far apart the least and the most must be that a reader can reckon a hidden count to
            be; as much as `safe_count` when left out, so that it might be a count that is not small.
        unread_share: Of a hundred characters how many may be left unread before a collected document is
            doubtful, as text such as "5" or "0.5".
    """

    limits: Limits = field(factory=Limits)
    postponed: str = field(default="not-delivered", validator=in_(("not-delivered", "not-scheduled")))
    most_measures: int = field(default=20, validator=[instance_of(int), ge(1)])
    copied_words: int = field(default=8, validator=[instance_of(int), ge(1)])
    share_jump: str = field(default="3", validator=_number)
    same_money: str = field(default="once", validator=in_(("once", "each")))
    unit_planned: str = field(default="share", validator=in_(("share", "whole")))
    safe_count: int = field(default=5, validator=[instance_of(int), ge(1)])
    safe_zero: bool = field(default=True, validator=instance_of(bool))
    safe_width: int | None = field(default=None, validator=optional([instance_of(int), ge(1)]))
    unread_share: str = field(default="5", validator=_number)

    def is_small(self, count: int) -> bool:
        """Tell whether a count is too small to be published.

        >>> [count for count in range(8) if Policy().is_small(count)]
        [1, 2, 3, 4]
        """
        return count < self.safe_count and (count > 0 or not self.safe_zero)

    @property
    def width(self) -> int:
        """How wide what is known of a hidden count must stay."""
        return self.safe_count if self.safe_width is None else self.safe_width

    __repr__ = brief


DEFAULT = Policy()
