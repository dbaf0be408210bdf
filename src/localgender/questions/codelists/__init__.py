"""Lists of codes of higher documents, as data files with an edition and a source."""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from attrs import field, frozen

from localgender._display import brief
from localgender.errors import UnknownRefError
from localgender.model.plan import Target
from localgender.values.texts import optional_text, text
from localgender.values.words import nearest, one_of

NAMES = ("charter-2006", "nap-1325", "oecd-gender", "sdg-5")


@frozen
class CodeEntry:
    """One code of a list.

    Attributes:
        code: Its number or letter, as the higher document writes it.
        under: Code one level up; None at the outermost.
        uk: Short Ukrainian title, ours; None where only the number is known.
        en: Short English title, ours; None where only the number is known.
    """

    code: str = field(converter=text)
    under: str | None = field(default=None, converter=optional_text)
    uk: str | None = field(default=None, converter=optional_text)
    en: str | None = field(default=None, converter=optional_text)

    __repr__ = brief


def _entries(value: Iterable[CodeEntry]) -> tuple[CodeEntry, ...]:
    return tuple(value)


@frozen
class CodeList:
    """Codes of one edition of a higher document (перелік кодів).

    Attributes:
        name: Scheme, as `Target` bears it, such as "nap-1325".
        edition: Which edition the numbers are of.
        uk: Ukrainian name of the document.
        en: English name of the document.
        sources: Where the codes were taken from.
        entries: Codes in the order of the document.

    Raises:
        ValueError: When two entries bear one code, or one lies under a code that does not come before it.
    """

    name: str = field(converter=text)
    edition: str = field(converter=text)
    uk: str | None = field(default=None, converter=optional_text)
    en: str | None = field(default=None, converter=optional_text)
    sources: tuple[str, ...] = field(default=(), converter=tuple)
    entries: tuple[CodeEntry, ...] = field(default=(), converter=_entries)

    __repr__ = brief

    def __attrs_post_init__(self) -> None:
        seen: set[str | None] = {None}
        for entry in self.entries:
            if entry.code in seen or entry.under not in seen:
                raise ValueError(f"{self.name}: {entry.code} comes twice, or before {entry.under}")
            seen.add(entry.code)

    def entry(self, code: str) -> CodeEntry:
        """Return the entry of a code.

        Raises:
            UnknownRefError: When there is none, with the nearest that is.
        """
        for entry in self.entries:
            if entry.code == code:
                return entry
        raise UnknownRefError(code, nearest(code, [each.code for each in self.entries]))

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every code as a target that measures may serve, with its Ukrainian title."""
        return tuple(Target(self.name, (each.code,), each.uk) for each in self.entries)


@cache
def codelist(name: str) -> CodeList:
    """Return a list of codes that ships with the library.

    >>> codelist("charter-2006").entry("22").en
    'Gender-based violence'

    Args:
        name: "nap-1325" (national plan until 2025), "charter-2006" (European Charter), "sdg-5" (targets of
            Sustainable Development Goal 5) or "oecd-gender" (marker 2, 1, 0).

    Raises:
        NotationError: A ValueError, for any other name, with the nearest there is.
    """
    data = pkgutil.get_data(__name__, f"{one_of(name, NAMES)}.toml") or b""
    return _made(tomllib.loads(data.decode("utf8")))


def _made(data: Mapping[str, Any]) -> CodeList:
    return CodeList(**{**data, "entries": [CodeEntry(**each) for each in data["entries"]]})
