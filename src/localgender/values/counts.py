"""Counts that say how sure they are."""

from __future__ import annotations

from enum import StrEnum

from attrs import Attribute, field, frozen


class Bound(StrEnum):
    """What a printed count says of the true one."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"


def _whole(instance: Count, attribute: Attribute[int], value: int) -> None:
    if type(value) is not int or value < 0:
        raise TypeError(f"a count is a whole number, not {value!r}")


@frozen
class Count:
    """Whole number with a bound: «понад 150» is at least 150, never silently exact.

    >>> Count(150, "at-least").bound
    <Bound.AT_LEAST: 'at-least'>

    Attributes:
        number: Whole number, not below zero.
        bound: exact, at-least or about, as `Bound` has them.

    Source: narratives of reports, such as «понад 150 осіб» beside an exact count.
    """

    number: int = field(validator=_whole)
    bound: Bound = field(default=Bound.EXACT, converter=Bound)
