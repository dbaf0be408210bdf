"""Numbers of goals and measures, compared part by part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import field, frozen

from localgender.errors import CodeError

_CODE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})*")


def _positive_parts(parts: Iterable[int]) -> tuple[int, ...]:
    parts = tuple(parts)
    for part in parts or (0,):
        if type(part) is not int or not 1 <= part < 10**9:
            raise CodeError(".".join(map(str, parts)))
    return parts


@frozen(order=True, repr=False)
class Code:
    """Number of a goal or measure as printed, such as 2.10 (номер).

    Compares part by part: 2.9 comes before 2.10, and 2.1 is not 2.10.

    >>> Code.parse("2.10.") > Code.parse("2.9")
    True

    Attributes:
        parts: Positive whole numbers of at most nine digits, outermost first, at least one.

    Raises:
        CodeError: When a part is missing or not positive.

    Source: numbering of measures, Zhytomyr report for 2023, table 1.
    """

    parts: tuple[int, ...] = field(converter=_positive_parts)

    @classmethod
    def parse(cls, text: str) -> Code:
        """Read a code; one dot at its end is allowed.

        Raises:
            CodeError: For any other text, floats and zero parts among them.
        """
        if not isinstance(text, str) or not _CODE.fullmatch(core := text.strip().removesuffix(".")):
            raise CodeError(str(text))
        return cls(map(int, core.split(".")))

    @property
    def parent(self) -> Code | None:
        """The code one level up; None at the outermost."""
        return Code(self.parts[:-1]) if len(self.parts) > 1 else None

    def __str__(self) -> str:
        return _dotted(self.parts)

    def __repr__(self) -> str:
        return f"Code('{self}')"


@lru_cache(maxsize=4096)
def _dotted(parts: tuple[int, ...]) -> str:
    return ".".join(map(str, parts))


def code(value: Code | str | int) -> Code:
    """Accept a code, its text, or a whole number, wherever a code stands.

    >>> code("2.10") == code(Code((2, 10)))
    True

    Raises:
        CodeError: For anything else; a float never is a code, since 2.10 would arrive as 2.1.
    """
    if isinstance(value, Code):
        return value
    if type(value) is int:
        return Code((value,))
    return Code.parse(value)  # type: ignore[arg-type]  # parse refuses what is not text
