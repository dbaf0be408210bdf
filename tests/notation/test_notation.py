"""The room's own names."""

from __future__ import annotations

from localgender import notation
from localgender.values.money import Unit, thousand_uah
from localgender.values.terms import years


def test_every_parser_is_a_noun_of_the_room() -> None:
    assert notation.money("10,5", Unit.THOUSAND_UAH) == thousand_uah("10.5")
    assert notation.term("2020-2025") == years(2020, 2025)
    assert all(callable(getattr(notation, name)) for name in notation.__all__)


def test_what_is_written_has_its_reader() -> None:
    written = {name.removeprefix("write_") for name in notation.__all__ if name.startswith("write_")}
    assert written <= set(notation.__all__)
