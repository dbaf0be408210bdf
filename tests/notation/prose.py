"""Text that may be anything: what parsers must refuse with one exception or read, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import strategies as st

from localgender.errors import NotationError

Value = TypeVar("Value")

_SIGNS = """
    0 1 2 3 9 12 20 31 100 999 2021 2025 2024 . , ; : - – — / ( ) « » " ' % № * ¹ + ~ I ІІ V IV Х a i р p
"""
_WORDS = """
    тис. тис млн. млрд мільйонів гривень грн. грн не потребує фінансування в межах кошторису понад близько
    до з по від на за у та і року рік роки рр. р. щорічно щороку постійно раз двічі травень грудня лютого
    січень-вересень квартал півріччя місяців починаючи кінця після моменту затвердження протягом періоду
    дії програми числа етап рішення наказу міської ради голови Житомирської розпорядженням осіб Проведення
    «Школа» 1.1 2.10. 18.12.2019 2021-2025 1.1.2 10,5 228,3 30-31.05.2023 04/25/2019 7/VIII-317 07-р
"""
_ALL = [*_SIGNS.split(), *_WORDS.split(), "1\u00a0228,3"]
_JOINTS = ["", " ", " ", " ", "  ", "\n", "\t", "\u00a0", ", ", "; ", "-", ". "]


def prose() -> st.SearchStrategy[str]:
    """Texts of any signs, and words and figures of officials in any order."""
    official = st.lists(st.tuples(st.sampled_from(_ALL), st.sampled_from(_JOINTS)), max_size=9)
    return st.text() | official.map(lambda pairs: "".join(map("".join, pairs)))


def read(parse: Callable[[str], Value], text: str) -> Value | None:
    """Return what a parser reads, and None where it refuses; any other exception is a failure."""
    try:
        return parse(text)
    except NotationError as refusal:
        return None if str(refusal) else pytest.fail("a refusal says what would be right")


_REPEATED = (
    '|0|1 |12.|2021 |2021-|2021, | |\n|-|«|" |з |до |№|№ 1-|1.1. |щорічно |протягом року |після |травень '
    "|понад |1 травня |тис. |1 тис. |999 |.999|а|А.|рішення |рішення міської |18.12.2019 |I|І |*|¹|1 228 "
    "|не потребує |Проведення 1.2|в межах кошторису |№ 5 |від 1.12.2019 |рішення № 5 від 1.1.2019 |("
    "|(за 2021 рік) |з моменту "
)
LONG = _REPEATED.split("|")


def endures(parse: Callable[[str], object], unit: str) -> None:
    """Parse 50 000 signs, read or refused: a parser that goes back and forth over them hangs and is stopped."""
    read(parse, (unit * 50_000)[:50_000] + "!")
