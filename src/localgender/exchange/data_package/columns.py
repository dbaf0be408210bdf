"""What a column of a Data Package holds: how its cells are read, spelled, and declared in a Table Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from attrs import frozen
from pendulum import Date

from localgender.exchange.spelling import LEAVES, RefusedError, expected
from localgender.values.codes import Code
from localgender.values.money import Money
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.refs import Ref

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,99}")
_HRYVNIAS = re.compile(r"(-?)([0-9]{1,100})(?:\.([0-9]{1,2}))?")


@frozen
class Kind:
    """Kind of the cells of a column; an empty cell is silence and of every kind.

    Attributes:
        type: Its name in Table Schema.
        read: From the text of a cell to a value; raises a ValueError that says what would be right.
        spell: From a value to the text of a cell.
        constraints: What Table Schema checks of it.
    """

    type: str
    read: Callable[[str], Any]
    spell: Callable[[Any], str]
    constraints: Mapping[str, Any] = MappingProxyType({})


@frozen
class Column:
    """Column of a table.

    Attributes:
        name: Its heading.
        kind: What its cells hold.
        title: Its name in Ukrainian.
        about: What it says, in English.
        fiscal: Its `columnType` in the budget taxonomy of the Fiscal Data Package.
        required: Whether no cell is empty.
        to: Column of another table, or of its own, that holds the value, as `table.column`.
    """

    name: str
    kind: Kind
    title: str
    about: str
    fiscal: str | None = None
    required: bool = False
    to: str | None = None


@frozen
class Table:
    """Table of the package: one CSV file.

    Attributes:
        name: Of the resource, and of the file without its ending.
        title: Its name in Ukrainian.
        about: What a row is, in English.
        key: Names of the columns that tell its rows apart.
        columns: In the order of the file.
        of_money: Whether its amounts are spending in hryvnias, which the descriptor then says.
    """

    name: str
    title: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    of_money: bool = False

    @property
    def file(self) -> str:
        """Name of its file."""
        return f"{self.name}.csv"

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its columns."""
        return tuple(column.name for column in self.columns)


def hryvnias(money: Money) -> str:
    """Spell money as a decimal number of hryvnias, exactly.

    >>> hryvnias(Money(1_050_000)), hryvnias(Money(-5))
    ('10500.00', '-0.05')
    """
    whole, rest = divmod(abs(money.kopiykas), 100)
    return f"{'-' if money.kopiykas < 0 else ''}{whole}.{rest:02}"


def _money(text: str) -> Money:
    # A spreadsheet that saves 10500.00 writes 10500; a comma could part thousands or decimals.
    found = _HRYVNIAS.fullmatch(text)
    if found is None:
        raise expected('hryvnias with a point, such as "10500.00"', text)
    sign, whole, rest = found.groups(default="")
    kopiykas = int(whole) * 100 + int(rest.ljust(2, "0") or 0)
    return Money(-kopiykas if sign else kopiykas)


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise expected("a whole number", text)
    return int(text)


def _truth(text: str) -> bool:
    if text not in {"true", "false"}:
        raise expected("true or false", text)
    return text == "true"


def _leaf(kind: type, type_: str, **constraints: Any) -> Kind:
    read, spell = LEAVES[kind]
    return Kind(type_, lambda text: read(text, kind), spell, MappingProxyType(constraints))


def words(enumeration: type[StrEnum]) -> Kind:
    """Make the kind of a column that holds the words of an enumeration."""

    def read(text: str) -> StrEnum:
        try:
            return enumeration(text)
        except ValueError:
            raise RefusedError(f"expected one of {', '.join(enumeration)}, not {text!r}") from None

    return Kind("string", read, str, MappingProxyType({"enum": list(map(str, enumeration))}))


TEXT = Kind("string", str, str)
WHOLE = Kind("integer", _whole, str)
NUMBER = Kind("integer", _whole, str, MappingProxyType({"minimum": 1}))
# The taxonomy of the Fiscal Data Package wants texts as identifiers.
IDENTIFIER = Kind("string", _whole, str, MappingProxyType({"pattern": "[1-9][0-9]*"}))
TRUTH = Kind("boolean", _truth, lambda truth: "true" if truth else "false")
MONEY = Kind("number", _money, hryvnias)
PERCENT = _leaf(Percent, "number")
CODE = _leaf(Code, "string", pattern=r"[1-9][0-9]*(\.[1-9][0-9]*)*")
REF = _leaf(Ref, "string")
DAY = _leaf(Date, "date")
PERIOD = _leaf(Period, "string")
