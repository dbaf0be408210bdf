"""Amounts of money and percents as printed, «2,4» or «56 млн. 115 тис. 144 грн.»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from attrs import evolve, frozen

from localgender.errors import NotationError
from localgender.notation.digits import NUMBER, decimals, plain, written
from localgender.notation.patterns import END, MARKS, START, S, cell, silent
from localgender.values.money import Money, Unit, money_of
from localgender.values.percents import Percent

_SCALES = {
    "тис": Unit.THOUSAND_UAH,
    "млн": Unit.MILLION_UAH,
    "мільйон": Unit.MILLION_UAH,
    "млрд": Unit.BILLION_UAH,
    "мільярд": Unit.BILLION_UAH,
}
# Only what is cut short carries a dot: «тис.», never «тисяч.».
_SCALE = (
    rf"(?P<scale>(?:тис|млн|млрд){END}\.?|тисяч(?:а|і|у|ам|ах|ами)?{END}"
    rf"|(?:мільйон|мільярд)(?:а|и|і|ів|у|ам|ах|ами)?{END})"
)
_CURRENCY = rf"(?:грн{END}\.?|(?:гривень|гривен|гривн(?:я|і|ю|ям|ях|ями)|uah){END}|₴)"
_UNIT = rf"(?:{_SCALE}(?P<currency>{S}{_CURRENCY})?|{_CURRENCY})"
_IN_HEADER = re.compile(rf"{START}(?:{_SCALE}{S})?{_CURRENCY}")

_ABOUT = re.compile(
    rf"(?:(?:понад|майже|близько|біля|приблизно|орієнтовно|більше(?: ніж)?|більш (?:ніж|як)){END}|[~≈]){S}"
)
_PIECE = re.compile(rf"(?P<number>{NUMBER})(?P<more>\+)?{MARKS}*+{S}(?P<unit>{_UNIT})?(?:{S}{MARKS}++)?{S}")

_FUNDS = r"(?:фінансування|фінансових (?:витрат|затрат|ресурсів)|коштів|витрат|затрат|видатків|асигнувань)"
_EXTRA = r"(?:додатков(?:ого|их) |бюджетн(?:ого|их) |окрем(?:ого|их) )"
_MORE_WORDS = r"(?:,? (?!(?:або|та|і|й|за|не|решта) )[^\W\d_']+)*+"
_NEEDS = {
    "не потребує": rf"не потребу(?:є|ють|ється)(?: {_EXTRA}?(?:виділення )?{_FUNDS})?"
    rf"|(?:{_FUNDS}|кошти|видатки) не потребу(?:є|ють|ється|ються)|без {_EXTRA}?{_FUNDS}",
    "в межах кошторису": r"[ву] межах (?:і за рахунок )?"
    r"(?:(?:кошторисн|бюджетн|затверджен|виділен|передбачен|наявн|поточн|планов|річн)(?:ого|их) )*+"
    r"(?:(?:кошторис|бюджет)(?:у|ів)|фонду оплати праці|призначень|асигнувань|видатків|фінансування|коштів)"
    + _MORE_WORDS
    + r"|(?:згідно (?:з |із )|відповідно до )(?:затверджен(?:им|ого) )?кошторис(?:ом|у|ами|ів)",
    "за наявності коштів": r"(?:за|при|[ву] разі) (?:умови )?(?:наявності|виділення|надходження)"
    rf" (?:відповідн(?:их|ого) )?{_FUNDS}{_MORE_WORDS}"
    rf"|(?:виходячи (?:з|із)|[ву] межах) (?:реальних |фінансових |наявних )*можливостей{_MORE_WORDS}",
}
_NEEDS["не передбачено"] = (
    r"(?:(?:фінансування|кошти|видатки|асигнування|захід|заходи) )?не (?:було |були )?"
    r"(?:(?:передбач|виділ|профінансов)(?:ен|ан)(?:о|і|ий)|заплановано|заплановані|виділя(?:лися|лось|лися|ється|ються)"
    r"|надходил[ои]|фінансу(?:вався|валися|валось|валося|ється|ються))(?: [ву] [0-9]{4} (?:році|р\.?))?"
)
_NEEDS_PATTERNS = {need: re.compile(rf"(?:{pattern})\.?") for need, pattern in _NEEDS.items()}

_EXPECTED = "an amount such as 1 228,3 or 2,4 тис. грн"


@frozen
class Amount:
    """What a cell for money says.

    Attributes:
        money: The amount; None when the cell is silent or names a need instead.
        step: Worth of the last digit printed, at least one kopiyka.
        needs: «не потребує», «в межах кошторису», «за наявності коштів» or «не передбачено».
        unit: Unit of the last digit as printed in the cell; None when it came from outside.
        approximate: Whether the text says so («близько», «400+»).
    """

    money: Money | None = None
    step: Money | None = None
    needs: str | None = None
    unit: Unit | None = None
    approximate: bool = False


def amount(text: str, unit: Unit | None = None) -> Amount:
    """Read a cell for money.

    >>> amount("10,5", Unit.THOUSAND_UAH).money, amount("Не потребує фінансування").needs
    (thousand_uah('10.5'), 'не потребує')

    Args:
        text: The whole cell.
        unit: Unit of the column or caption; a unit in the cell goes before it.

    Raises:
        NotationError: For any other text, a bare number without a unit from outside, 238.932, where the dot
            may part thousands or decimals, and digits in uneven groups.
    """
    return _read(text, unit)


# Cells are asked for their amount to place them, to survey their column and to make their line.
@lru_cache(maxsize=4096)
def _read(text: str, unit: Unit | None) -> Amount:
    folded = cell(text)
    if silent(text):
        return Amount()
    for need, pattern in _NEEDS_PATTERNS.items():
        if pattern.fullmatch(folded):
            return Amount(needs=need)
    about = _ABOUT.match(folded)
    read = _stated(folded[about.end() :] if about else folded, unit, text)
    return evolve(read, approximate=True) if about else read


def money(text: str, unit: Unit | None = None) -> Money | None:
    """Read the money of a cell; None when it is silent or names a need instead.

    >>> money("0,0", Unit.THOUSAND_UAH), money("—", Unit.THOUSAND_UAH)
    (thousand_uah('0'), None)

    Raises:
        NotationError: As `amount`.
    """
    return amount(text, unit).money


def _stated(folded: str, unit: Unit | None, printed: str) -> Amount:
    negative = folded.startswith("-")
    pieces = list(_pieces(folded[negative:], printed))
    last = pieces[-1]
    inside = [_unit_of(piece) for piece in pieces]
    if len(pieces) > 1:
        _check_descent(pieces, inside, printed)
    worth = inside[-1] or unit
    if worth is None:
        raise NotationError(printed, "an amount with its unit, such as 2,4 тис. грн")
    parts = (_money_of(piece, each or worth) for piece, each in zip(pieces, inside, strict=True))
    total = sum(parts, Money(0))
    return Amount(
        -total if negative else total,
        # A column may show more digits than a kopiyka has.
        Money(worth.kopiykas // 10 ** decimals(plain(last["number"])) or 1),
        unit=inside[-1],
        approximate=any(piece["more"] for piece in pieces),
    )


def _pieces(folded: str, printed: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(folded) or not at:
        piece = _PIECE.match(folded, at)
        if piece is None:
            raise NotationError(printed, _EXPECTED)
        yield piece
        at = piece.end()


def _unit_of(piece: re.Match[str]) -> Unit | None:
    if piece["unit"] is None:
        return None
    return _scaled(piece["scale"])


def _scaled(scale: str | None) -> Unit:
    return next((unit for word, unit in _SCALES.items() if scale and scale.startswith(word)), Unit.UAH)


def _money_of(piece: re.Match[str], unit: Unit) -> Money:
    return money_of(plain(piece["number"]), unit)


def _check_descent(pieces: list[re.Match[str]], units: list[Unit | None], printed: str) -> None:
    # «56 млн. 115 тис.» is one amount only while each part is less than one of the part before it.
    for (before, after), (larger, smaller) in zip(pairwise(pieces), pairwise(units), strict=True):
        fits = larger and smaller and _money_of(after, smaller).kopiykas < larger.kopiykas
        if not fits or decimals(plain(before["number"])) or before["currency"]:
            raise NotationError(printed, _EXPECTED)


def write_money(money: Money, unit: Unit, decimals: int | None = None) -> str:
    r"""Write money as tables print it, without the unit.

    >>> from localgender.values.money import thousand_uah
    >>> write_money(thousand_uah("1228.3"), Unit.THOUSAND_UAH)
    '1\xa0228,3'

    Args:
        money: Any amount.
        unit: What one of the number is worth.
        decimals: Digits after the comma; as many as are needed when left out.

    Raises:
        NotationError: When the exact amount needs more digits.
    """
    return written(money.to(unit), decimals)


_PERCENT = re.compile(rf"(?P<number>-?{NUMBER}){MARKS}*{S}(?:%|відсотк(?:и|ів|а){END})?{S}{MARKS}*")


def percent(text: str) -> Percent | None:
    """Read a percent; None when the cell is silent.

    >>> percent("95,2 %"), percent("-")
    (Percent('95.2'), None)

    Raises:
        NotationError: For any other text.
    """
    return _percent(text)


@lru_cache(maxsize=4096)
def _percent(text: str) -> Percent | None:
    if silent(text):
        return None
    match = _PERCENT.fullmatch(cell(text))
    if match is None:
        raise NotationError(text, "a percent such as 95,2")
    return Percent(plain(match["number"]))


def write_percent(percent: Percent) -> str:
    """Write a percent as tables print it, without the sign.

    >>> write_percent(Percent("38.00"))
    '38,00'
    """
    return written(percent.value, percent.decimals)


def unit(text: str) -> Unit | None:
    """Find the unit of money that a header or caption names.

    >>> unit("Обсяг фінансування (тис.грн.)"), unit("тис.осіб")
    (<Unit.THOUSAND_UAH: 'thousand-uah'>, None)

    Raises:
        NotationError: When it names two different ones.
    """
    units = {_scaled(match["scale"]) for match in _IN_HEADER.finditer(cell(text))}
    if len(units) > 1:
        raise NotationError(text, "one unit of money")
    return next(iter(units), None)
