"""Whatever a value holds, it is told in a line."""

from __future__ import annotations

from typing import Any

from alike import drawn, every_class, few
from hypothesis import given
from hypothesis import strategies as st

from localgender._display import in_line


@every_class
@few
@given(data=st.data())
def test_every_value_is_told_in_a_line(kind: type[Any], data: st.DataObject) -> None:
    told = repr(data.draw(drawn(kind)))
    assert len(told) <= 140
    assert told.isprintable()
    assert kind.__name__ in told or told.startswith(("uah(", "thousand_uah("))


@given(st.lists(st.text("abc", min_size=1, max_size=120), max_size=9), st.integers(1, 100))
def test_a_line_tells_when_something_is_left_out(pieces: list[str], room: int) -> None:
    told = in_line(pieces, room)
    kept = told.removesuffix("…").rstrip(", ").split(", ") if pieces else []
    assert told.endswith("…") == (len(kept) < len(pieces))
    assert sum(len(each) + 2 for each in kept[1:]) <= room
