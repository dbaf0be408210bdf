"""Money in whole kopiykas, so that no float ever holds an amount."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from localgender.errors import NotationError
from localgender.values.numbers import exact


class Unit(StrEnum):
    """Unit in which a document prints its amounts (одиниця виміру).

    Source: headings of columns and of tables, such as «тис. грн» and «(грн)».
    """

    UAH = "uah"
    THOUSAND_UAH = "thousand-uah"
    MILLION_UAH = "million-uah"
    BILLION_UAH = "billion-uah"

    @property
    def kopiykas(self) -> int:
        """Kopiykas in one of the unit."""
        return _KOPIYKAS[self]


_KOPIYKAS = {
    Unit.UAH: 100,
    Unit.THOUSAND_UAH: 100_000,
    Unit.MILLION_UAH: 100_000_000,
    Unit.BILLION_UAH: 100_000_000_000,
}


def _whole(value: int) -> int:
    # A bool is an int to Python; here it is always a slip.
    if type(value) is not int:
        raise TypeError(f"kopiykas are a whole number, not {value!r}")
    return value


@frozen(order=True, repr=False)
class Money:
    """Amount in hryvnias, exact to the kopiyka (сума).

    >>> thousand_uah("10.5") + uah("0.01")
    uah('10500.01')
    >>> (thousand_uah("10.5") * 2).to(Unit.UAH)
    Decimal('21000')

    Attributes:
        kopiykas: Whole number; below zero only for differences.

    Raises:
        TypeError: For a float, a bool or anything else that is not an int.

    Source: columns of money, Zhytomyr report for 2023, printed in «тис. грн» with one decimal; the kopiyka is
    the hundredth of a hryvnia.
    """

    kopiykas: int = field(converter=_whole)

    def to(self, unit: Unit) -> Decimal:
        """Express the amount in a unit, exactly and without trailing zeros."""
        whole, rest = divmod(abs(self.kopiykas), unit.kopiykas)
        digits = f"{rest:0{len(str(unit.kopiykas)) - 1}d}".rstrip("0")
        # Decimal reads text exactly; its arithmetic would round to the context of the thread.
        return Decimal(f"{'-' if self.kopiykas < 0 else ''}{whole}{'.' if digits else ''}{digits}")

    def __add__(self, other: Money) -> Money:
        return Money(self.kopiykas + other.kopiykas) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: object) -> Money:
        # sum() begins with a plain zero.
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.kopiykas - other.kopiykas) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> Money:
        return Money(-self.kopiykas)

    def __mul__(self, times: int) -> Money:
        return Money(self.kopiykas * times) if type(times) is int else NotImplemented

    __rmul__ = __mul__

    def __repr__(self) -> str:
        if self.kopiykas % 1000 == 0:
            return f"thousand_uah('{self.to(Unit.THOUSAND_UAH)}')"
        return f"uah('{self.to(Unit.UAH)}')"


def money_of(amount: str | int | Decimal, unit: Unit) -> Money:
    """Make money from a number written with a decimal point.

    >>> money_of("1.2", Unit.BILLION_UAH).kopiykas
    120000000000

    Args:
        amount: Text, whole number or Decimal; never a float.
        unit: What one of the number is worth.

    Raises:
        TypeError: For a float or a bool.
        NotationError: When the text is no plain number, has more than a hundred digits, or would need part
            of a kopiyka.
    """
    if isinstance(amount, bool) or not isinstance(amount, str | int | Decimal):
        raise TypeError(f"money is made from text, int or Decimal, not {amount!r}")
    part, whole = exact(amount, "a number with a decimal point, such as 10.5").as_integer_ratio()
    kopiykas, left = divmod(part * unit.kopiykas, whole)
    if left:
        raise NotationError(str(amount), f"whole kopiykas in {unit}")
    return Money(kopiykas)


def uah(amount: str | int | Decimal) -> Money:
    """Make money from hryvnias (грн).

    >>> uah("10500").kopiykas
    1050000

    Args:
        amount: Hryvnias as text, int or Decimal; a float is refused.

    Raises:
        TypeError: For a float or a bool.
        NotationError: For a text that is no plain number, or an amount with part of a kopiyka.
    """
    return money_of(amount, Unit.UAH)


def thousand_uah(amount: str | int | Decimal) -> Money:
    """Make money from thousands of hryvnias (тис. грн).

    >>> thousand_uah("10.5") == uah(10500)
    True

    Args:
        amount: Thousands of hryvnias as text, int or Decimal; a float is refused.

    Raises:
        TypeError: For a float or a bool.
        NotationError: For a text that is no plain number, or an amount with part of a kopiyka.
    """
    return money_of(amount, Unit.THOUSAND_UAH)
