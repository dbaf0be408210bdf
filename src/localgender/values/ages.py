"""Ages of people, in completed years."""

from __future__ import annotations

import re

from attrs import Attribute, field, frozen

from localgender.errors import NotationError

_SPELLED = re.compile(r"(?P<first>[0-9]{1,3})(?:(?P<open>\+)|-(?P<last>[0-9]{1,3}))?")
_EXPECTED = "ages such as 15-70, 65+, 7, and 0+ for all ages"


def _completed(instance: Ages, attribute: Attribute[int], value: int | None) -> None:
    silent = value is None and attribute.name == "last"
    if not silent and (type(value) is not int or not 0 <= value <= 150):
        raise NotationError(repr(value), "completed years from 0 to 150")


@frozen(repr=False)
class Ages:
    """People from one age to another, both included (вікова група).

    All ages together are stated with `Ages()`; a figure that says nothing of age has None instead.

    >>> Ages(15, 70), Ages.parse("65+"), Ages().is_all
    (Ages('15-70'), Ages('65+'), True)

    Attributes:
        first: Completed years of the youngest.
        last: Completed years of the oldest; None without an upper end.

    Raises:
        NotationError: For what is no age, and a last age below the first.

    Source: tables of statistics by age, whose columns print «0-17», «18-35» or «60+».
    """

    first: int = field(default=0, validator=_completed)
    last: int | None = field(default=None, validator=_completed)

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise NotationError(f"{self.first}-{self.last}", _EXPECTED)

    @classmethod
    def parse(cls, text: str) -> Ages:
        """Read what `str` writes.

        Raises:
            NotationError: For any other text.
        """
        spelled = _SPELLED.fullmatch(text)
        if spelled is None:
            raise NotationError(text, _EXPECTED)
        first = int(spelled["first"])
        return cls(first, None if spelled["open"] else int(spelled["last"] or first))

    @property
    def is_all(self) -> bool:
        """Whether nobody is left out."""
        return self.first == 0 and self.last is None

    def covers(self, other: Ages) -> bool:
        """Tell whether everybody of the other is among them."""
        return self.first <= other.first and (
            self.last is None or (other.last is not None and other.last <= self.last)
        )

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}+"
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def __repr__(self) -> str:
        return f"Ages('{self}')"


def optional_ages(value: Ages | str | None) -> Ages | None:
    """Accept ages, their text, or silence."""
    return Ages.parse(value) if isinstance(value, str) else value
