"""Numbers as each language prints them, exact to the last digit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from localgender.notation.digits import written
from localgender.showing.catalogue import language_of
from localgender.showing.names import UNITS
from localgender.values.intervals import Interval
from localgender.values.money import Money, Unit

NBSP = "\u00a0"
_ENGLISH = str.maketrans({NBSP: ",", ",": "."})
_LONGEST = 6
K = TypeVar("K")


def number(value: Decimal | int, language: str = "uk", decimals: int | None = None) -> str:
    r"""Write a number: «1 228,3» with a non-breaking space, or “1,228.3”.

    >>> number(Decimal("1228.3")), number(1228, "en")
    ('1\xa0228,3', '1,228')

    Args:
        value: Exact.
        language: "uk" or "en".
        decimals: Digits after the mark; as many as are needed when left out.
    """
    text = written(Decimal(value), decimals)
    return text if language_of(language) == "uk" else text.translate(_ENGLISH)


def digits_of(money: Money, unit: Unit) -> int:
    """Return how many digits after the mark an amount is shown with: no fewer than tables print.

    >>> digits_of(Money(0), Unit.THOUSAND_UAH), digits_of(Money(1_053_000), Unit.THOUSAND_UAH)
    (1, 2)
    """
    needed = decimals(money.to(unit))
    # Hryvnias are whole or have kopiykas; every other unit has tenths, also for zero.
    return (2 if needed else 0) if unit is Unit.UAH else max(1, needed)


def amount(money: Money, language: str = "uk", unit: Unit | None = None) -> str:
    r"""Write money with its unit; when left out, with the one in which it reads easily.

    >>> amount(Money(0)), amount(Money(122_830_000), "en"), amount(Money(3_550_050))
    ('0,0\xa0тис.\xa0грн', '1,228.3\xa0thousand\xa0UAH', '35\xa0500,50\xa0грн')
    """
    unit = unit or unit_for([money])
    digits = number(money.to(unit), language, digits_of(money, unit))
    return f"{digits} {UNITS[unit].said(language)}".replace(" ", NBSP)


def unit_for(amounts: Iterable[Money]) -> Unit:
    """Choose one unit in which all amounts of a sentence read easily: hryvnias for small or uneven ones.

    >>> unit_for([Money(240_000), Money(0)]), unit_for([Money(240_001)])
    (<Unit.THOUSAND_UAH: 'thousand-uah'>, <Unit.UAH: 'uah'>)
    """
    kopiykas = [abs(money.kopiykas) for money in amounts]
    large = max(kopiykas, default=0) == 0 or max(kopiykas) >= Unit.THOUSAND_UAH.kopiykas
    even = all(each % 1000 == 0 for each in kopiykas)
    return Unit.THOUSAND_UAH if large and even else Unit.UAH


@frozen
class Amount:
    """Money in the unit of the amounts beside it, not yet in a language."""

    money: Money
    unit: Unit

    def said(self, language: str) -> str:
        """Say it in a language."""
        return amount(self.money, language, self.unit)


def alike(sums: Mapping[K, Money | None]) -> dict[K, Amount]:
    r"""Put sums that are read together in the one unit in which all read easily; silent ones are left out.

    >>> told = alike({"planned": Money(3_550_050), "allocated": Money(2_500_000), "disbursed": None})
    >>> told["allocated"].said("en")
    '25,000\xa0UAH'
    """
    stated = {key: each for key, each in sums.items() if each is not None}
    unit = unit_for(stated.values())
    return {key: Amount(each, unit) for key, each in stated.items()}


def ends(interval: Interval, language: str = "uk", unit: Unit = Unit.THOUSAND_UAH) -> tuple[str, str]:
    """Write both ends of an interval of kopiykas, without the unit.

    >>> ends(Interval.around(22_830_000, 10_000))
    ('228,25', '228,35')
    """
    low, high = (decimal(end / unit.kopiykas) for end in (interval.low, interval.high))
    fewest = 0 if unit is Unit.UAH else 1
    return number(low, language, max(fewest, decimals(low))), number(
        high, language, max(fewest, decimals(high))
    )


def decimal(exact: Fraction) -> Decimal:
    """Write a fraction out; one whose digits do not end soon is rounded half up.

    >>> decimal(Fraction(1, 4)), decimal(Fraction(1, 3))
    (Decimal('0.25'), Decimal('0.333333'))
    """
    digits = next((n for n in range(_LONGEST) if (exact * 10**n).denominator == 1), _LONGEST)
    scaled = abs(exact) * 10**digits
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(f"{units if exact >= 0 else -units}E-{digits}")


def decimals(value: Decimal) -> int:
    """Return how many digits after the mark a number has.

    >>> decimals(Decimal("2.40")), decimals(Decimal(12))
    (2, 0)
    """
    return max(0, -int(value.as_tuple().exponent))
