"""Thresholds and choices of the questions, as a value."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import in_

from localgender.documents.grid import Limits


@frozen
class Policy:
    """What the caller decides and no document can; handed in, never global.

    No tolerance for sums stands here: figures are intervals as wide as their printed digits.

    >>> Policy() == Policy()
    True

    Attributes:
        limits: Sizes past which a document is refused.
        postponed: What a measure is that was put off («перенесено»): "not-delivered" or "not-scheduled".
    """

    limits: Limits = field(factory=Limits)
    postponed: str = field(default="not-delivered", validator=in_(("not-delivered", "not-scheduled")))


DEFAULT = Policy()
