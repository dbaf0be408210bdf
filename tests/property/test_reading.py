"""Laws of reading: nothing lost, nothing changed in silence."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from accounted import assert_accounted
from paths import SAMPLE

Table = tuple[tuple[str, ...], ...]


@cache
def lines(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("\t")) for line in (SAMPLE / name).read_text("utf8").split("\n"))


def write(rows: list[list[str]]) -> bytes:
    return "\n".join("\t".join(row) for row in rows).encode()


def read(name: str, data: bytes) -> lg.Reading | None:
    """None when the header was hurt so much that no layout fits, which is an answer too."""
    try:
        return lg.read_report(data) if "report" in name else lg.read_plan(data)
    except lg.errors.LayoutError:
        return None


@cache
def untouched(name: str) -> lg.Reading:
    found = read(name, write([list(row) for row in lines(name)]))
    assert found is not None
    return found


def noticed(reading: lg.Reading) -> Counter[str]:
    return Counter(f"{each.kind} {each.refs!r} {each.facts!r}" for each in lg.audit(reading))


NAMES = ["zhytomyr-report-2023.txt", "zhytomyr-plan-1325.txt"]


@st.composite
def mutated(draw: st.DrawFn, name: str) -> tuple[str, bytes]:
    rows = [list(row) for row in lines(name)]
    filled = [
        (r, c) for r, row in enumerate(rows) if len(row) > 1 for c, cell in enumerate(row) if cell.strip()
    ]
    row, column = draw(st.sampled_from(filled))
    how = draw(st.sampled_from(["blank", "delete", "double", "swap"]))
    if how == "blank":
        rows[row][column] = ""
    elif how == "delete":
        del rows[row][column]
    elif how == "double":
        rows[row].insert(column, rows[row][column])
    else:
        others = [(r, c) for r, c in filled if rows[r][c].strip(" ;") != rows[row][column].strip(" ;")]
        r, c = draw(st.sampled_from(others))
        rows[row][column], rows[r][c] = rows[r][c], rows[row][column]
    return f"{how} row {row + 1} cell {column + 1}", write(rows)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_a_changed_cell_changes_the_value_or_adds_a_finding(name: str, data: st.DataObject) -> None:
    """Deleting or doubling a filled cell, or swapping two that differ, never passes unseen."""
    what, mutant = data.draw(mutated(name))
    found = read(name, mutant)
    assert (
        found is None or found.value != untouched(name).value or noticed(found) - noticed(untouched(name))
    ), what


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_every_character_is_accounted_for(name: str, data: st.DataObject) -> None:
    """Every non-blank character is in a value, in furniture, or unread, and unread is nothing else."""
    _, mutant = data.draw(mutated(name))
    found = read(name, mutant)
    if found is not None:
        assert_accounted(found)


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_is_accounted_for(name: str) -> None:
    assert_accounted(untouched(name))


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_equal_readings(name: str) -> None:
    data = write([list(row) for row in lines(name)])
    assert read(name, data) == read(name, data)


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_and_byte_order_mark_change_nothing(name: str) -> None:
    data = write([list(row) for row in lines(name)])
    for other in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, data.decode().encode("utf-16")):
        found = read(name, other)
        assert found is not None
        assert found.value == untouched(name).value


def test_windows_1251_reads_as_utf_8_does_and_says_it_was_guessed() -> None:
    name = NAMES[0]
    data = write([list(row) for row in lines(name)])
    old = "".join(sign if _in_1251(sign) else " " for sign in data.decode()).encode("cp1251")
    found = read(name, old)
    assert found is not None
    assert found.findings.of("text-guessed")
    assert lg.total(found.value, "planned") == lg.total(untouched(name).value, "planned")


def _in_1251(sign: str) -> bool:
    try:
        sign.encode("cp1251")
    except UnicodeEncodeError:
        return False
    return True
