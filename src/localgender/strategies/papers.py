"""Plans and reports as officials lay them out, with dirt of a chosen degree, beside the value they mean."""

from __future__ import annotations

from hypothesis import strategies as st

from localgender.strategies.arrangement import Kind, arrangements
from localgender.strategies.dirt import DIRT
from localgender.strategies.meaning import Meaning
from localgender.strategies.paper import Paper
from localgender.strategies.promises import promised
from localgender.strategies.sheets import sheets
from localgender.strategies.writing import Format, written


@st.composite
def papers(draw: st.DrawFn, kind: Kind | None = None, *, degree: int = 0, form: Format = "document") -> Paper:
    """Reports and plans as officials lay them out, beside the values that they must read as.

    Args:
        draw: Given by Hypothesis.
        kind: "report" or "plan"; either when left out.
        degree: Dirt: 0 none; 1 habits of typing; 2 accidents of pages too; 3 also what destroys meaning.
        form: "document" as cells, or the bytes of a file: "txt", "html" (extra `html`), "docx", "xlsx"
            (extra `xlsx`).

    Raises:
        ValueError: For a degree that is none.
    """
    if degree not in range(len(DIRT) + 1):
        raise ValueError(f"degree of dirt {degree!r}: expected 0 to {len(DIRT)}")
    how = draw(arrangements(kind) if kind else arrangements("report") | arrangements("plan"))
    meant = draw(promised(how))
    sheet, names = draw(sheets(meant, how)), []
    for kinds in DIRT[:degree]:
        chosen = draw(st.sets(st.sampled_from(list(kinds)), min_size=1, max_size=3))
        for name in [each for each in kinds if each in chosen]:
            sheet = kinds[name](draw, sheet)
            names.append(name)
    value = Meaning(meant, how).value
    return Paper(written(sheet, form), value, tuple(names), degree >= len(DIRT))
