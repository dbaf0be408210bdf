"""Tables for the tests of formats."""

from __future__ import annotations

from hypothesis import strategies as st

from localgender.showing.catalogue import Said
from localgender.showing.tables import Heading, Table
from localgender.values.codes import Code
from localgender.values.money import Money, Unit, thousand_uah
from localgender.values.percents import Percent

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>&amp;",
    "<r><t>x</t></r>",
    '=HYPERLINK("http://x","y")',
    "@SUM(A1)",
    "+1+1",
    "-1+1",
    "\x00\x01\x1b[2J",
    "\ud800 \ufffe",
    "_x0041_",
    "]]>",
)

TABLE = Table(
    Said("Measures"),
    [
        "№",
        "Захід",
        Heading("План", "right", Unit.THOUSAND_UAH),
        Heading("Кількість", "right"),
        Heading("Частка", "right"),
    ],
    [
        (Code.parse("2.1"), "Збір даних за статтю", thousand_uah("1228.3"), 12, Percent("95.2")),
        (Code.parse("2.10"), "Опитування", None, None, None),
        (Said("Together"), "", thousand_uah("1228.3"), 13, None),
    ],
    notes=["За 2023 рік."],
    groups=[(1, "Ціль 2")],
    foot=1,
)


def hostile(text: str) -> Table:
    """A table that says one text wherever it can."""
    headings = [Heading(text), Heading(text, "right"), Heading(text, spans=True)]
    return Table(text, headings, [(text, text, text), (text, text, "")], [text], [(1, text)])


CELLS = st.sampled_from(HOSTILE) | st.text(max_size=12)


def tables() -> st.SearchStrategy[Table]:
    """Tables of two columns, a text and an amount, whose texts are anything."""
    rows = st.tuples(CELLS, st.none() | st.integers(0, 10**9).map(Money))
    return st.builds(
        lambda title, name, rows, notes, groups: Table(
            title, [name, Heading("План", "right", Unit.THOUSAND_UAH)], rows, notes,
            [(0, group) for group in groups[: len(rows)]],
        ),
        CELLS, CELLS, st.lists(rows, max_size=4), st.lists(CELLS, max_size=1), st.lists(CELLS, max_size=1),
    )  # fmt: skip
