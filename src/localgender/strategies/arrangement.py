"""How an official arranges a table: which columns, where goals and sources stand, in which unit."""

from __future__ import annotations

from typing import Literal

from attrs import frozen
from hypothesis import strategies as st

from localgender.model.funding import Stage
from localgender.strategies.wording import FIRST, GOAL_ROWS, LAST, PERIODS, SOURCES, TOTALS
from localgender.values.money import Money, Unit
from localgender.values.periods import Period

Kind = Literal["report", "plan"]
_STEPS = {
    (Unit.THOUSAND_UAH, 1): "тис. грн",
    (Unit.THOUSAND_UAH, 2): "тис.грн.",
    (Unit.UAH, 2): "грн",
    (Unit.UAH, 0): "грн.",
    (Unit.THOUSAND_UAH, 3): "тис. гривень",
    (Unit.MILLION_UAH, 3): "млн грн",
}


@frozen
class Slot:
    """One column of money.

    Attributes:
        stage: Which money.
        year: Year in the header; None where the header names none.
        source: Source in the header, as printed; None where the header names none.
    """

    stage: Stage
    year: int | None = None
    source: str | None = None


@frozen
class Arrangement:
    """Everything that is chosen about a table before its words.

    Attributes:
        kind: "report" or "plan".
        goals: "column" with numbers of their own, "titled" column with the number before the title,
            "rows" between the measures, "nested" rows of two levels, or "none".
        goal_row: How a row names its goal, where goals are rows.
        numbers: "inside" the cell of the measure, in an "own" column, "running" from 1, or "none".
        targets: Whether national tasks and activities stand beside the measures.
        slots: Columns of money.
        sum_at: Where the column that sums the others stands: "first", "last" or "" for none.
        by_source: Whether each source has a row of its own.
        whole: Whether a row «Всього, у т.ч.:» stands before the rows of sources.
        unit: What one printed whole is worth.
        unit_word: What is printed of it.
        unit_at: "above" the table, in the "header", or in each "cell".
        decimals: Digits after the comma.
        silent: What stands where there is no amount.
        percent: Whether a column of percents stands beside the money.
        total: Label of the last row; "" for none.
        goal_totals: Whether each goal ends with its sum.
        period: What a report is on, in words and as a value.
        grouped: Whether the money has a common header above its columns.
        swapped: Whether executors stand before the term.
        late_result: Whether the result stands after the money.
    """

    kind: Kind
    goals: str
    goal_row: str
    numbers: str
    targets: bool
    slots: tuple[Slot, ...]
    sum_at: str
    by_source: bool
    whole: bool
    unit: Unit
    unit_word: str
    unit_at: str
    decimals: int
    silent: str
    percent: bool
    total: str
    goal_totals: bool
    period: tuple[str, Period]
    grouped: bool
    swapped: bool
    late_result: bool

    @property
    def step(self) -> Money:
        """What the last printed digit is worth."""
        return Money(self.unit.kopiykas // 10**self.decimals)


@st.composite
def arrangements(draw: st.DrawFn, kind: Kind) -> Arrangement:
    """Draw what fits together, the plainest first."""
    targets = kind == "plan" and draw(st.sampled_from([False, False, False, True]))
    goals = draw(st.sampled_from(["column", "rows", "titled", "nested", "none"]))
    goals = "nested" if targets and goals in {"column", "titled"} else goals
    choices = {
        "column": ["inside"],
        "titled": ["inside", "own", "running"],
        "none": ["running", "inside", "own"],
    }
    slots = draw(st.sampled_from(_SLOTS[kind]))
    by_source = {each.source for each in slots} == {None} and draw(st.sampled_from([False, False, True]))
    (unit, decimals), word = draw(st.sampled_from(list(_STEPS.items())))
    several = len(slots) > 1 and len({each.stage for each in slots}) == 1
    return Arrangement(
        kind=kind,
        goals=goals,
        # Beside national tasks, which are numbered alike, a goal is named by a word.
        goal_row=draw(st.sampled_from([row for row in GOAL_ROWS if not (targets and row.startswith("{"))])),
        numbers=draw(st.sampled_from(choices.get(goals, ["inside", "own", "running", "none"]))),
        targets=targets,
        slots=slots,
        sum_at=draw(st.sampled_from(["", "", "last", "first"])) if several else "",
        by_source=by_source,
        whole=by_source and draw(st.booleans()),
        unit=unit,
        unit_word=word,
        unit_at=draw(st.sampled_from(["above", "header", "header", "cell"])),
        decimals=decimals,
        silent=draw(st.sampled_from(["—", "-", "", "–"])),
        percent=kind == "report" and not by_source and draw(st.booleans()),
        total=draw(st.sampled_from(["", *TOTALS])),
        goal_totals=goals in {"rows", "nested", "titled"} and draw(st.sampled_from([False, False, True])),
        period=draw(st.sampled_from(PERIODS)),
        grouped=len(slots) > 1 and draw(st.sampled_from([True, False])),
        swapped=draw(st.booleans()),
        late_result=draw(st.sampled_from([True, True, False])),
    )


def _stages(*stages: Stage) -> tuple[Slot, ...]:
    return tuple(map(Slot, stages))


_YEARS = tuple(range(FIRST, LAST + 1))
_TWO = tuple(SOURCES)[:2]
_P, _A, _D = Stage
_SLOTS: dict[Kind, list[tuple[Slot, ...]]] = {
    "plan": [
        tuple(Slot(_P, year) for year in _YEARS),
        (Slot(_P),),
        tuple(Slot(_P, None, source) for source in SOURCES),
        tuple(Slot(_P, year, source) for year in _YEARS[:2] for source in _TWO),
    ],
    "report": [
        _stages(_P, _A, _D),
        _stages(_P, _D),
        _stages(_A, _D),
        _stages(_D),
        tuple(Slot(stage, None, source) for stage in (_P, _D) for source in _TWO),
    ],
}
